"""Custom fields by their key, on every resource that has `meta_data`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from .client import AsyncClient, SyncClient
    from .exchange import Request, Response
    from .operation import Operation

T = TypeVar("T")


class Meta(Generic[T]):
    """The custom fields of the records of one resource.

    Each change is one request that names one key: what plugins keep under other keys is neither read nor written.

    Example:
        woo.products.meta.set(42, "_warehouse", "B7")
        woo.products.meta.get(42, "_warehouse")
    """

    def __init__(self, client: SyncClient, read: Operation[Any], write: Operation[Any], *ids: int | str) -> None:
        self._client, self._read, self._write, self._ids = client, read, write, ids

    def all(self, id: int, /) -> list[T]:
        """Every custom field of a record, each with its `id`, `key` and `value`."""
        return _rows(self._client.call(self._read, (*self._ids, id), {})[0])

    def get(self, id: int, key: str, /, default: Any = None) -> Any:
        """The value under `key`, the oldest if there are several; `default` if there is none."""
        return _first(list(self.all(id)), key, default)

    def set(self, id: int, key: str, value: Any, /) -> Any:
        """Put `value` (any JSON but None) under `key`, in place of all values there; gives back what the store kept.

        The store turns single values into text: true becomes "1", 5 becomes "5". Raises ValueError for a key that
        stores drop, and UnexpectedAnswer if the answer shows that nothing was kept under it.
        """
        sent, answer = self._client.ask(self._write, (*self._ids, id), _setting(key, value))
        return _kept(self._client.read(self._write, sent, answer)[0], key, sent, answer)

    def delete(self, id: int, key: str, /) -> None:
        """Remove all values under `key`. It is no error if there are none."""
        self._client.call(self._write, (*self._ids, id), _deleting(key))


class AsyncMeta(Generic[T]):
    """The custom fields of the records of one resource, see `Meta`."""

    def __init__(self, client: AsyncClient, read: Operation[Any], write: Operation[Any], *ids: int | str) -> None:
        self._client, self._read, self._write, self._ids = client, read, write, ids

    async def all(self, id: int, /) -> list[T]:
        """Every custom field of a record, each with its `id`, `key` and `value`."""
        return _rows((await self._client.call(self._read, (*self._ids, id), {}))[0])

    async def get(self, id: int, key: str, /, default: Any = None) -> Any:
        """The value under `key`, the oldest if there are several; `default` if there is none."""
        return _first(list(await self.all(id)), key, default)

    async def set(self, id: int, key: str, value: Any, /) -> Any:
        """Put `value` (any JSON but None) under `key`, in place of all values there; gives back what the store kept.

        The store turns single values into text: true becomes "1", 5 becomes "5". Raises ValueError for a key that
        stores drop, and UnexpectedAnswer if the answer shows that nothing was kept under it.
        """
        sent, answer = await self._client.ask(self._write, (*self._ids, id), _setting(key, value))
        return _kept(self._client.read(self._write, sent, answer)[0], key, sent, answer)

    async def delete(self, id: int, key: str, /) -> None:
        """Remove all values under `key`. It is no error if there are none."""
        await self._client.call(self._write, (*self._ids, id), _deleting(key))


def _rows(record: Any) -> list[Any]:
    return list(getattr(record, "meta_data", None) or ())


def _kept(record: Any, key: str, sent: Request, answer: Response) -> Any:
    """What a changed record holds under `key`. A key whose user may not see custom fields gets None."""
    rows = getattr(record, "meta_data", None)
    if rows is None or any(row.key == key for row in rows):
        return _first(_rows(record), key, None)
    from .exchange import facts
    from .reading import UnexpectedAnswer

    raise UnexpectedAnswer(
        f"the store says that it changed the record, but keeps no custom field {key!r}",
        hint="WooCommerce uses such a key itself, or drops it: set the field that it stands for, or choose another",
        **facts(sent, answer),
    )


def _first(rows: list[Any], key: str, default: Any) -> Any:
    return next((row.value for row in rows if getattr(row, "key", None) == key), default)


def _setting(key: str, value: Any) -> dict[str, object]:
    if value is None:
        raise TypeError("None would delete the field; call delete() for that")
    return _changing(key, value)


def _deleting(key: str) -> dict[str, object]:
    return _changing(key, None)


def _changing(key: str, value: Any) -> dict[str, object]:
    # Without an id, the store changes the first value under the key and removes the others.
    if not key:
        raise ValueError("a custom field needs a key")
    return {"meta_data": [{"key": key, "value": value}]}
