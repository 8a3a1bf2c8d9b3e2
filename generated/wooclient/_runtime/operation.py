"""One operation of the API as data, and the two ways through its answer: decode and encode."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar, cast

from .exchange import parse_json
from .shapes import is_object

if TYPE_CHECKING:
    from .asked import Asked
    from .repair import Note

T = TypeVar("T")
#: What a method passes on: keyword arguments, or the items of a body that is an array.
Given = Mapping[str, object] | Sequence[object]
Shape = Literal["item", "items", "item_or_empty"]
_PLAIN: dict[str, Any] = {"Any": Any, "str": str, "int": int, "bool": bool}


class Version(NamedTuple):
    """One version of the API: its name, the path before its operations, and the package that speaks it.

    `fields` is the parameter by which a read names the fields that it wants.
    """

    name: str
    prefix: str
    package: str
    fields: str


class NotKept(NamedTuple):
    """A field of requests that stores drop without a word, and when they do.

    `empty` is the field of the answer that is empty then, where the answer does not have this one. `nothing` is the
    value that holds although the answer shows none.
    """

    field: str
    when: str
    empty: str = ""
    nothing: str = ""


class Operation(NamedTuple, Generic[T]):
    """One method of one path of the API.

    `id` is its name (`products.list`), `path` holds placeholders (`/products/{id}`). `answer` names the type of what
    comes back, `query` and `body` the TypedDicts of what goes in, each as `module.Name` of the version's package. In
    place of a name, `answer` and `query` can be the type itself: so it is where nobody described the call.
    """

    version: Version
    id: str
    method: str
    path: str
    answer: Any
    shape: Shape = "item"
    query: Any = ""
    body: str = ""
    paging: str = ""
    batch_limit: int = 0
    #: The most items of a page, if that is less than the 100 that a walk asks for.
    page_limit: int = 0
    #: The one key around the body of a request, and around that of an answer, in the legacy API.
    request_envelope: str = ""
    answer_envelope: str = ""
    #: The field that names the record above, for a record that can be read without it.
    parent: str = ""
    #: What a store must be like for this to do what it says; None for nothing.
    needs: Any = None
    #: The fields that the store may not keep.
    not_kept: tuple[NotKept, ...] = ()

    def decode(self, body: bytes | Any, *, strict: bool = False, note: Note | None = None, asked: Asked = ()) -> T:
        """The typed result of an answer's body.

        `body` is the raw bytes, or the same already parsed from JSON. A value that does not fit its declared type
        stays as it came and is reported to `note`, as are fields that lack; with `strict` it raises pydantic's
        ValidationError instead. `asked` are the fields that the call named; without any, all are expected. Raises
        ValueError if bytes are not JSON.
        """
        from .adapters import adapter, enveloped
        from .repair import MISFIT, refuse, repair

        kind, key = self.answer_type(), self.answer_envelope
        if self.shape == "item_or_empty" and (body == [] or body == b"[]"):
            return cast(T, kind())
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        if asked:
            from .partial import at_once

            read = at_once(self.item_type(), raw, asked, envelope=key, is_list=self.shape == "items")
            if read is not MISFIT:
                return cast(T, read)
            note = refuse if strict else note
            return cast(T, repair(kind, self.inside(parse_json(raw)), self.id, note or _ignore, asked))
        try:
            if key:
                return cast(T, enveloped(kind, key).validate_json(raw).inside)
            return cast(T, adapter(kind).validate_json(raw))
        except TypeError:
            # A list or an object where a single value is meant: the cache of read values cannot look it up.
            if strict:
                raise ValueError("an array or object where a single value is meant") from None
        except ValueError:
            if strict:
                raise
        return cast(T, repair(kind, self.inside(parse_json(raw)), self.id, note or _ignore))

    def inside(self, body: Any) -> Any:
        """What stands in the envelope of an answer. Raises ValueError if it has another, or more than one key."""
        if not self.answer_envelope:
            return body
        if not is_object(body) or list(body) != [self.answer_envelope]:
            raise ValueError(f"not an object with the one key {self.answer_envelope}")
        return body[self.answer_envelope]

    def encode(self, result: T) -> Any:
        """The JSON body that the store sent for `result`, as parsed JSON."""
        from .wire import to_wire

        written = to_wire(result)
        if self.answer_envelope:
            return {self.answer_envelope: written}
        return [] if self.shape == "item_or_empty" and written == {} else written

    def answer_type(self) -> Any:
        """The Python type of a success, loaded when the first answer is read."""
        one = self.item_type()
        return list[one] if self.shape == "items" else one  # type: ignore[valid-type]

    def item_type(self) -> Any:
        """The Python type of a success, or of one item of it where that is a list."""
        named = isinstance(self.answer, str)
        return (_PLAIN.get(self.answer) or self._load("models", self.answer)) if named else self.answer

    def query_type(self) -> Any:
        """The TypedDict of the query parameters; None if there are none."""
        return self._load("params", self.query) if self.query and isinstance(self.query, str) else self.query or None

    def body_type(self) -> Any:
        """The TypedDict of the body, or of its items; None if there is none."""
        return self._load("params", self.body) if self.body else None

    def _load(self, part: str, where: str) -> Any:
        module, _, name = where.partition(".")
        return _loaded(f"{self.version.package}.{part}.{module}", name)


@cache
def _loaded(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def _ignore(where: str, value: Any) -> None:
    """Drift that nobody asked to hear of."""
