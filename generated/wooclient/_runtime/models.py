"""The base of all answer models, and the way back from a model to the JSON it came from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, model_serializer

from .asked import Asked, below
from .exchange import parse_json
from .scalars import IndexedList
from .shapes import is_array, is_object
from .unfit import OF_DICTS, no_dict
from .wire import to_wire as to_wire

#: How much of a value, and of a list, a `repr` shows.
_SHOWN, _FEW = 60, 3
_PICKLED, _PICKLED_IDS = "_origin", "_ids"
M = TypeVar("M", bound=BaseModel)
#: The steps from the whole of a JSON text to something in it.
Path = tuple[int | str, ...]


class Model(BaseModel):
    """One object of an answer.

    Fields that this package does not know (plugins add them) are kept: read them as attributes or through
    `model_extra`. Which fields the store sent is in `model_fields_set`. A value that does not fit its declared type
    is kept as it came, see `wooclient.drift`. `repr` shows the few fields that tell which record it is; use
    `model_dump()` for all. A field that the call did not ask for (`fields=[...]`), or that the store left out though
    its type allows no None, raises AttributeError when it is read.
    """

    model_config = ConfigDict(extra="allow", strict=True, defer_build=True, serialize_by_alias=True)
    __slots__ = ("_origin",)
    #: What `repr` shows: the fields that tell a person which record this is. And what it hides: a field, with the
    #: field and the word in it that make the first one a secret.
    __shown__: ClassVar[tuple[str, ...]] = ()
    __secret__: ClassVar[tuple[tuple[str, str, str], ...]] = ()

    def to_record(self, separator: str = ".") -> dict[str, Any]:
        """This object as one flat row for a table, see `wooclient.to_records`."""
        from .records import flat  # only who makes tables needs it

        return flat(self, separator)

    @model_serializer(mode="wrap")
    def _serialize(self, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        """The fields as JSON values; those that read as None for another reason than null as they came."""
        held = cast(object, self)
        if not isinstance(held, BaseModel):
            # In a list of objects stood something else, which was kept as it came.
            return cast(dict[str, Any], to_wire(held))
        written = handler(self)
        odd = odd_values(self) if _private(self) else None
        return {key: odd.get(key, value) for key, value in written.items()} if odd else written

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """The fields as the store sends them, for reading and for writing: they are written back as they came."""
        form: dict[str, Any] = handler({key: part for key, part in core_schema.items() if key != "serialization"})
        for one in handler.resolve_ref_schema(form).get("properties", {}).values():
            one.pop("default", None)  # a field that was not sent is absent, not null
        return form

    def __repr_args__(self) -> Iterator[tuple[str, Any]]:
        """The fields that tell which record this is, as far as they hold something."""
        held = self.__dict__
        secret = {name for name, other, word in self.__secret__ if held.get(other) == word}
        for name in self.__shown__ or list(type(self).model_fields)[:_FEW]:
            value = held.get(name)
            if value is not None and value != "" and value != []:
                yield name, _Short("***" if name in secret else value)

    def __str__(self) -> str:
        """The same as `repr`."""
        return repr(self)

    if not TYPE_CHECKING:  # the signatures stay pydantic's own

        def __getattr__(self, name: str) -> Any:
            """What is not among the fields that came. Raises AttributeError that tells why a declared one is not."""
            if name in type(self).model_fields:
                raise AttributeError(_why_absent(self, name))
            try:
                return super().__getattr__(name)
            except AttributeError:
                if name in OF_DICTS:
                    raise AttributeError(no_dict(self, name), name=name, obj=self) from None
                raise

        def __getitem__(self, name: object) -> Any:
            """A record is no dict. Raises TypeError that tells how to read a field."""
            raise TypeError(no_dict(self, name))

        __contains__ = __getitem__

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """See pydantic. A value that did not fit is no reason to warn; the warning would show it."""
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            """See pydantic. A value that did not fit is no reason to warn; the warning would show it."""
            return super().model_dump_json(**{"warnings": False, **options})

    def __getstate__(self) -> dict[Any, Any]:
        """What pickle writes. Of the answer that this came in goes only this object, not those beside it."""
        state, read = super().__getstate__(), original(self)
        return state if read is None else {**state, _PICKLED: json.dumps(read).encode(), _PICKLED_IDS: read_with(self)}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """What pickle reads, so that `save` can compare with what was read just as well."""
        super().__setstate__({key: value for key, value in state.items() if key not in (_PICKLED, _PICKLED_IDS)})
        if _PICKLED in state:
            remember(self, state[_PICKLED], (), state.get(_PICKLED_IDS, {}))

    def __copy__(self) -> Self:
        """A shallow copy, which `save` can compare with what was read just as well."""
        return _with_origin(super().__copy__(), self)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """A deep copy, which `save` can compare with what was read just as well."""
        return _with_origin(super().__deepcopy__(memo), self)


class _Short:
    """A value that shows itself on one line, without its end if it is long."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        """The start of a text or a list, told by three dots."""
        value = self.value
        if isinstance(value, str):
            return repr(value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…")
        text = repr(value[:_FEW]) if is_array(value) else repr(value)
        if is_array(value) and len(value) > _FEW:
            text = f"{text[:-1]}, …]"
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _why_absent(model: BaseModel, name: str) -> str:
    asked = _private(model).get("asked", ())
    kind, wire = type(model), type(model).model_fields[name].alias or name
    if below(asked, wire) is None:
        return f"{kind.__name__}.{name} was not requested: fields={list(asked)}"
    return f"{kind.__name__}.{name} is missing: the store's answer does not hold it, most likely because of a plugin"


def _private(model: BaseModel) -> Mapping[str, Any]:
    """What is known of how a model was read; most often nothing."""
    found: Mapping[str, Any] | None = getattr(model, "__pydantic_private__", None)
    return found or {}


def _with_origin(copy: M, model: Model) -> M:
    origin = getattr(model, "_origin", None)
    if origin is not None:
        object.__setattr__(copy, "_origin", origin)
    return copy


def remember(model: Model, body: bytes, path: Path, ids: Mapping[str, str] | None = None) -> None:
    """Let `model` know that it was read from `body`, at `path` in it, with `ids` in the path of the request."""
    object.__setattr__(model, "_origin", (body, path, ids or {}))


def remember_all(items: list[Any], body: bytes, path: Path, ids: Mapping[str, str] | None = None) -> None:
    """`remember` for each model of a list that stands at `path`, be it written as an array or as an object."""
    written = isinstance(items, IndexedList) and len(items.keys) == len(items)
    steps: Iterable[int | str] = cast(IndexedList, items).keys if written else range(len(items))
    for step, item in zip(steps, items, strict=True):
        if isinstance(item, Model):
            remember(item, body, (*path, step), ids)


def original(model: Model) -> dict[str, Any] | None:
    """The JSON object that `model` was read from, however it was changed since; None if no store sent it."""
    origin: tuple[bytes, Path, Mapping[str, str]] | None = getattr(model, "_origin", None)
    if origin is None:
        return None
    found = parse_json(origin[0])
    for step in origin[1]:
        found = found[step]
    return found if is_object(found) else None


def read_with(model: Model) -> Mapping[str, str]:
    """The ids, by name, that stood in the path of the request by which `model` was read."""
    origin: tuple[bytes, Path, Mapping[str, str]] | None = getattr(model, "_origin", None)
    return {} if origin is None else origin[2]


def odd_values(model: BaseModel) -> Mapping[str, Any]:
    """Values by wire name that did not fit their field, as the store sent them; most often there are none.

    They are kept for a field only as long as nobody assigns it.
    """
    kept: dict[str, tuple[str, Any, Any]] = _private(model).get("odd", {})
    held = model.__dict__
    return {
        wire: to_wire(shown) if isinstance(shown, IndexedList) else raw
        for name, (wire, raw, shown) in kept.items()
        if name in held and _is_still(held[name], shown)
    }


def _is_still(held: Any, shown: Any) -> bool:
    return held is shown or (isinstance(held, Decimal) and isinstance(shown, Decimal) and held == shown)


def assembled(
    kind: type[M],
    values: dict[str, Any],
    came: set[str],
    extras: dict[str, Any] | None,
    *,
    odd: Mapping[str, tuple[str, Any, Any]] | None = None,
    asked: Asked = (),
) -> M:
    """A model of values that were read already.

    Args:
        kind: Its class.
        values: What the attributes hold, by their names.
        came: Those of them that the store sent.
        extras: What else it sent.
        odd: For fields that hold something else than came: (wire name, what came, what the attribute holds).
        asked: The fields that the call named, if it did not ask for all.
    """
    private = {key: value for key, value in (("odd", odd), ("asked", asked)) if value}
    model = kind.__new__(kind)
    for slot, value in (("dict", values), ("pydantic_fields_set", came), ("pydantic_extra", extras)):
        object.__setattr__(model, f"__{slot}__", value)
    object.__setattr__(model, "__pydantic_private__", private or None)
    return model
