"""What sync and async clients share: how a call becomes a request, and an answer a result."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from .address import operation_path, store_url
from .auth import Auth, credentials
from .exchange import Request, Response, check, not_json
from .inputs import arguments, body_items
from .query import pairs

if TYPE_CHECKING:
    from .drivers import AsyncDriver, SyncDriver
    from .operation import Operation
    from .resource import Given

T = TypeVar("T")


class _Client:
    """Everything about a client that does no I/O."""

    def __init__(
        self,
        url: str,
        *,
        key: str,
        secret: str,
        auth: Auth = "basic",
        timeout: float = 30.0,
        user_agent: str = "wooclient",
        transport: Any = None,
    ) -> None:
        self.url = store_url(url)
        self._credentials = credentials(self.url, key, secret, auth)
        self._options: dict[str, Any] = {
            "timeout": timeout,
            "transport": transport,
            "headers": {"user-agent": user_agent, "accept": "application/json"},
        }

    def __repr__(self) -> str:
        """The store and the key, never the secret."""
        return f"<{type(self).__name__} {self.url} {self._credentials!r}>"

    def _request(self, operation: Operation[Any], ids: tuple[int | str, ...], given: Given) -> Request:
        url = self.url + operation.version.prefix + operation_path(operation.path, ids)
        if not isinstance(given, Mapping):
            return _with_body(operation, url, body_items(operation.body_type(), given, operation.id))
        if operation.body:
            return _with_body(operation, url, arguments(operation.body_type(), given, operation.id))
        query = pairs(arguments(operation.query_type(), given, operation.id))
        return Request(operation.method, url, tuple(query))

    def _result(self, operation: Operation[T], request: Request, response: Response) -> tuple[T, Mapping[str, str]]:
        check(request, response)
        try:
            return operation.decode(response.body), response.headers
        except ValueError:
            raise not_json(request, response) from None


def _with_body(operation: Operation[Any], url: str, content: Any) -> Request:
    data = json.dumps(content, separators=(",", ":"), allow_nan=False).encode()
    return Request(operation.method, url, (), data, {"content-type": "application/json"})


class SyncClient(_Client):
    """A client that waits for each answer. Use it as a context manager, or `close()` it."""

    _driver: SyncDriver | None = None

    def call(
        self, operation: Operation[T], ids: tuple[int | str, ...], given: Given
    ) -> tuple[T, Mapping[str, str]]:
        """Carry out one operation; the result and the headers of its answer."""
        if self._driver is None:
            from .drivers import SyncDriver

            self._driver = SyncDriver(**self._options)
        request = self._request(operation, ids, given)
        return self._result(operation, request, self._driver.send(request, self._credentials))

    def close(self) -> None:
        """Close the connections to the store."""
        if self._driver is not None:
            self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class AsyncClient(_Client):
    """A client for asyncio. Use it as an async context manager, or `aclose()` it."""

    _driver: AsyncDriver | None = None

    async def call(
        self, operation: Operation[T], ids: tuple[int | str, ...], given: Given
    ) -> tuple[T, Mapping[str, str]]:
        """Carry out one operation; the result and the headers of its answer."""
        if self._driver is None:
            from .drivers import AsyncDriver

            self._driver = AsyncDriver(**self._options)
        request = self._request(operation, ids, given)
        return self._result(operation, request, await self._driver.send(request, self._credentials))

    async def aclose(self) -> None:
        """Close the connections to the store."""
        if self._driver is not None:
            await self._driver.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
