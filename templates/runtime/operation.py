"""One operation of the API as data, and the two ways through its answer: decode and encode."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast

if TYPE_CHECKING:
    from .repair import Note

T = TypeVar("T")
Shape = Literal["item", "items", "item_or_empty"]
_PLAIN: dict[str, Any] = {"Any": Any, "str": str, "int": int, "bool": bool}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a success of an operation holds.

    `kind` is a name in the module `models`, loaded when the first answer is decoded. `item_or_empty` is an object
    that PHP writes as `[]` when nothing is in it.
    """

    models: str
    kind: str
    shape: Shape = "item"

    def type(self) -> Any:
        """The Python type, list included."""
        one = _PLAIN[self.kind] if not self.models else getattr(import_module(self.models), self.kind)
        return list[one] if self.shape == "items" else one


@dataclass(frozen=True, slots=True)
class Operation(Generic[T]):
    """One method of one path of the API.

    `id` is its name (`products.list`), `path` holds placeholders (`/products/{id}`), `prefix` goes before it.
    `query` and `body` name the TypedDicts of its parameters, as `module:name`.
    """

    id: str
    method: str
    path: str
    prefix: str
    answer: Answer
    query: str = ""
    body: str = ""
    paging: str = ""
    batch_limit: int = 0

    def decode(self, body: bytes | Any, *, strict: bool = False, note: Note | None = None) -> T:
        """The typed result of an answer's body.

        `body` is the raw bytes, or the same already parsed from JSON. A value that does not fit its declared type
        stays as it came and is reported to `note`; with `strict` it raises pydantic's ValidationError instead.
        Raises ValueError if bytes are not JSON.
        """
        from .repair import adapter, repair

        if self.answer.shape == "item_or_empty" and (body == [] or body == b"[]"):
            return cast(T, self.answer.type()())
        kind = self.answer.type()
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        try:
            return cast(T, adapter(kind).validate_json(raw))
        except ValueError:
            if strict:
                raise
        return cast(T, repair(kind, json.loads(raw), self.id, note or _ignore))

    def encode(self, result: T) -> Any:
        """The JSON body that the store sent for `result`, as parsed JSON."""
        from .models import to_wire

        written = to_wire(result)
        return [] if self.answer.shape == "item_or_empty" and written == {} else written


def _ignore(where: str, value: Any) -> None:
    """Drift that nobody asked to hear of."""
