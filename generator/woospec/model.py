"""The intermediate representation: what an API version says, in no language's terms.

Frozen, ordered, without Python names or source. Everything later (names, templates, the index, fixtures) reads
only this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from woospec.families import Version

Shape = Literal["item", "items", "item_or_empty"]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value of a JSON type, or of `any`; most formats make it one of another kind."""

    type: str
    format: str = ""


@dataclass(frozen=True, slots=True)
class Enum:
    """One of some values; an open one may be any other text too."""

    values: tuple[Any, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A named object schema."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array."""

    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object with free keys; `empty_list` tells that the store writes an empty one as `[]`."""

    value: Type
    empty_list: bool = False


@dataclass(frozen=True, slots=True)
class EmptyList:
    """An empty array that stands for "nothing"."""


@dataclass(frozen=True, slots=True)
class Null:
    """JSON null."""


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types, in the order in which they are tried."""

    options: tuple[Type, ...]


Type = Scalar | Enum | Reference | ListOf | MapOf | EmptyList | Null | Union


def options(kind: Type) -> tuple[Type, ...]:
    """The types that a value may have."""
    return kind.options if isinstance(kind, Union) else (kind,)


def parts(kind: Type) -> Iterator[Type]:
    """`kind` and every type inside it, in order."""
    yield kind
    match kind:
        case ListOf():
            yield from parts(kind.item)
        case MapOf():
            yield from parts(kind.value)
        case Union():
            for option in kind.options:
                yield from parts(option)
        case _:
            pass


def named(kind: Type) -> list[str]:
    """The names of the schemas that a type refers to, in order."""
    return [part.name for part in parts(kind) if isinstance(part, Reference)]


#: The words of what a value keeps to beyond its type.
LIMITS = (
    *("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
    "uniqueItems",
)


class Limit(NamedTuple):
    """What a value keeps to beyond its type; `word` is OpenAPI's, such as `maxLength`."""

    word: str
    value: float
    #: Whether it is about each of the values inside of a list or a map.
    each: bool = False


class WordReleases(NamedTuple):
    """Which releases of WooCommerce know a word of an enum: from `since` on, before `until`."""

    word: str
    since: str
    until: str


class NotKept(NamedTuple):
    """When stores drop a field of a request without a word, and how answers show it; what is not known is empty."""

    when: str = ""
    #: The field of the answer that is empty then, where the answer does not have this one.
    empty: str = ""
    #: The value that holds although answers show none.
    nothing: str = ""


class Field(NamedTuple):
    """A property of an object, or a parameter of an operation."""

    wire: str
    type: Type
    required: bool
    description: str
    pointer: str
    read_only: bool = False
    clears: bool = False
    clear_with: Any = None
    #: The first release of WooCommerce that has it, and the first that no longer has it.
    since: str = ""
    until: str = ""
    words: tuple[WordReleases, ...] = ()
    #: What it is known from, if not from real stores: `documentation`.
    evidence: str = ""
    default: Any = None
    has_default: bool = False
    limits: tuple[Limit, ...] = ()
    deprecated: bool = False
    #: What took its place, in a family that was replaced: a name, a dotted path, or `gone`.
    became: str = ""
    #: What changed with that and no type shows, in a sentence.
    note: str = ""
    #: Whether it names the record that this one stands below in paths.
    parent: bool = False
    #: What is known of it being kept, if stores may drop it.
    not_kept: NotKept = NotKept()


class Row(NamedTuple):
    """How an item of a list is changed by its id alone, the other items staying as they are."""

    #: The field in which null takes the item away; empty if it cannot be taken away.
    remove: str
    #: The fields that a change has to name again.
    keep: tuple[str, ...]


class Secret(NamedTuple):
    """A field whose value nobody may see, if another field has a certain word."""

    wire: str
    field: str
    word: str


class Schema(NamedTuple):
    """A named object. `resource` is the folder it stands in, `common` for shared ones."""

    name: str
    description: str
    fields: tuple[Field, ...]
    pointer: str
    resource: str
    #: Whether it occurs in answers, in requests, or both.
    read: bool
    written: bool
    #: The schema that it extends; its fields are among `fields` too.
    base: str = ""
    #: The schema that took its place, in a family that was replaced.
    became: str = ""
    note: str = ""
    #: Set if items of a list are changed one by one.
    row: Row | None = None
    #: The fields by which a person recognises one, in order; a secret is never among them.
    shown: tuple[str, ...] = ()
    secrets: tuple[Secret, ...] = ()
    limits: tuple[Limit, ...] = ()
    deprecated: bool = False
    #: The types of some of its custom fields, by key.
    meta: tuple[tuple[str, Type], ...] = ()


class Answer(NamedTuple):
    """What a success holds."""

    status: str
    shape: Shape
    type: Type


class Condition(NamedTuple):
    """What a store must be like for some operations: where it tells, and what it says there if it is not so."""

    name: str
    path: str
    unmet: tuple[tuple[str, bool], ...]
    says: str
    #: Whether answers never look as if it were so.
    always: bool
    #: The field of a request that needs it, where the store tells its release, since which one it knows the field, and
    #: what else can be done: then it is asked before the request is sent. Empty for none.
    before: tuple[str, ...] = ()


class Operation(NamedTuple):
    """One method of one path."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    pointer: str
    folder: str
    path_parameters: tuple[Field, ...]
    query: tuple[Field, ...]
    body: Type | None
    #: What the body keeps to beyond its type.
    limits: tuple[Limit, ...]
    answer: Answer
    paging: str
    #: The parameter of a list, and field of its items, by which several records are found at once; empty for none.
    lookup: str
    batch_limit: int
    #: The most items of a page, if that is less than walks ask for; 0 if not.
    page_limit: int
    errors: tuple[tuple[str, tuple[str, ...]], ...]
    #: The first release of WooCommerce that has it, and the first that no longer has it.
    since: str
    until: str
    #: What it is known from, if not from real stores: `documentation`.
    evidence: str
    internal: bool
    needs: Condition | None
    deprecated: bool
    #: The one key around the body of a request, and around that of an answer; empty for none.
    request_envelope: str
    answer_envelope: str
    #: The operation that took its place, in a family that was replaced.
    became: str
    note: str
    example_query: Json
    example_request: Any
    example_response: Any

    @property
    def resource(self) -> tuple[str, ...]:
        """The resource path: all of the id but the verb."""
        return tuple(self.id.split(".")[:-1])

    @property
    def verb(self) -> str:
        """The last word of the id."""
        return self.id.rpartition(".")[2]


class Resource(NamedTuple):
    """A group of operations, one attribute of the client."""

    path: tuple[str, ...]
    description: str
    folder: str
    pointer: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True)
class Api:
    """One version of the API."""

    about: Version
    #: Codes by status with which all operations of some kind can be refused.
    common_errors: tuple[tuple[str, tuple[str, ...]], ...]
    #: The parameter by which reads name the fields that they want; operations have it as a query field `fields`.
    fields_parameter: str
    resources: tuple[Resource, ...]
    schemas: tuple[Schema, ...]

    @property
    def version(self) -> str:
        """Its name."""
        return self.about.name

    @property
    def title(self) -> str:
        """What people call it."""
        return self.about.title

    @property
    def prefix(self) -> str:
        """What stands between a store's address and the paths."""
        return self.about.prefix

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation, resource by resource."""
        return tuple(o for r in self.resources for o in r.operations)

    @cached_property
    def children(self) -> dict[tuple[str, ...], list[Resource]]:
        """The resources right below each path."""
        found: dict[tuple[str, ...], list[Resource]] = {}
        for resource in self.resources:
            found.setdefault(resource.path[:-1], []).append(resource)
        return found

    def schema(self, name: str) -> Schema:
        """The schema called `name`."""
        return self._schemas[name]

    @cached_property
    def _schemas(self) -> dict[str, Schema]:
        return {s.name: s for s in self.schemas}

    @cached_property
    def reads(self) -> dict[str, Operation]:
        """The operations called `get`, by path."""
        return {o.path: o for o in self.operations if o.verb == "get"}
