"""What there is to say of one operation: as a constant, and in every method that carries it out."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import (
    Enum,
    ListOf,
    MapOf,
    NotKept,
    Null,
    Operation,
    Reference,
    Resource,
    Scalar,
    Type,
    Union,
    named,
)
from woospec.naming import OperationNames, answer_alias, condition_constant, input_name, is_walked, module_name
from woospec.text import literal
from woospec.views.limits import Range, ranges
from woospec.views.version import RenderedVersion

#: The types of Python for values of JSON that are not read into anything.
_PLAIN = {"any": "Any", "string": "str", "integer": "int", "boolean": "bool", "number": "float"}


class Argument(NamedTuple):
    """A part of a path, as an argument of methods."""

    name: str
    type: str


class Lookup(NamedTuple):
    """How records are found by a value: the parameter, the field of the record, and its name in JSON."""

    parameter: str
    attribute: str
    wire: str
    plural: str


class OperationView(NamedTuple):
    """One operation. Names of types are those of the generated client; empty where there is none."""

    operation: Operation
    names: OperationNames
    route: str
    limits: tuple[Range, ...]
    arguments: tuple[Argument, ...]
    #: The TypedDict of the keyword arguments, and that of one item where a list is sent.
    keywords: str
    items: str
    #: The type of what comes back, or of each item of a page.
    record: str
    is_page: bool
    #: Where the constant says that the types of answer, query and body are found.
    answer_at: str
    query_at: str
    body_at: str
    #: The field of a record below another by which `save` finds that one.
    parent: str
    condition: str
    #: The fields of its body, or of its items, that stores may not keep, and when.
    not_kept: tuple[tuple[str, NotKept], ...]
    #: Which methods there are beyond the one that calls the operation once.
    is_walked: bool
    is_batch: bool
    has_modified_since: bool
    has_partitions: bool
    lookup: Lookup | None
    is_saved: bool
    #: The type of one carried out item of a batch.
    outcome: str


class MetaView(NamedTuple):
    """The way to the custom fields of records: the type of one, and the operations that read and change a record."""

    row: str
    get: str
    update: OperationView
    #: The class that knows the types of some custom fields, and these by key; none where nothing is known.
    class_name: str = ""
    known: tuple[tuple[str, str], ...] = ()


class Operations:
    """Makes the views of a version's operations."""

    def __init__(self, version: RenderedVersion) -> None:
        self.version, self.api, self.names = version, version.api, version.names

    def of(self, operation: Operation) -> OperationView:
        """Everything about one operation."""
        body, kind = operation.body, operation.answer.type
        listed = body.item if isinstance(body, ListOf) else None
        names = self.names.operations[operation.id]
        sent = self.body(listed or body) if body is not None else ""
        walked = is_walked(operation)
        in_list = walked and operation.verb == "list"
        return OperationView(
            operation=operation,
            names=names,
            route=f"{operation.method} {self.api.prefix}{operation.path}",
            limits=ranges(operation.limits),
            arguments=tuple(
                Argument(name, "int" if field.type == Scalar("integer") else "str")
                for name, field in zip(names.arguments, operation.path_parameters, strict=True)
            ),
            keywords=names.params if operation.query and listed is None else sent if listed is None else "",
            items=sent if listed is not None else "",
            record=self.record(operation),
            is_page=operation.answer.shape == "items",
            answer_at=self.answer_at(operation),
            query_at=f"{module_name(operation.folder)}.{names.params}" if operation.query else "",
            body_at=self.body_at(listed or body) if body is not None else "",
            parent=self.parent(operation),
            condition=condition_constant(operation.needs.name) if operation.needs is not None else "",
            not_kept=self.not_kept(operation),
            is_walked=walked,
            is_batch=bool(operation.batch_limit),
            has_modified_since=in_list and any(f.wire == "modified_after" for f in operation.query),
            has_partitions=in_list and any(f.wire == "include" for f in operation.query),
            lookup=self.lookup(operation) if walked and operation.lookup else None,
            is_saved=operation.verb == "update" and self.is_record(operation),
            outcome=self.outcome(kind.name) if operation.batch_limit and isinstance(kind, Reference) else "",
        )

    def record(self, operation: Operation) -> str:
        """The type of an answer, or of one item of it."""
        kind = operation.answer.type
        if isinstance(kind, Scalar):
            return "Any" if kind.type == "number" else _PLAIN[kind.type]
        return self.names.schemas[kind.name] if isinstance(kind, Reference) else answer_alias(operation)

    def answer_at(self, operation: Operation) -> str:
        """Where the type of an answer is found: `module.Name` among the models, or the name of a plain type."""
        kind = operation.answer.type
        if isinstance(kind, Scalar):
            return self.record(operation)
        module = self.names.modules[kind.name] if isinstance(kind, Reference) else module_name(operation.folder)
        return f"{module}.{self.record(operation)}"

    def body(self, kind: object) -> str:
        """The TypedDict of a body, or of one item of it."""
        assert isinstance(kind, Reference)
        return input_name(self.names, kind.name, self.api)

    def body_at(self, kind: object) -> str:
        """Where that TypedDict is found."""
        assert isinstance(kind, Reference)
        return f"{self.names.modules[kind.name]}.{self.body(kind)}"

    def parent(self, operation: Operation) -> str:
        """The field of a record below another by which `save` finds that one; empty if answers do not tell."""
        kind = operation.answer.type
        if operation.verb != "update" or len(operation.path_parameters) != 2 or not isinstance(kind, Reference):
            return ""
        return next((f.wire for f in self.api.schema(kind.name).fields if f.parent), "")

    def not_kept(self, operation: Operation) -> tuple[tuple[str, NotKept], ...]:
        """The fields that a request sets and stores may not keep, and when: of the body, or of the items of a batch."""
        if operation.body is None:
            return ()
        found = [self.api.schema(name) for name in named(operation.body)]
        if operation.batch_limit and not isinstance(operation.body, ListOf):
            found = [self.api.schema(name) for schema in found for f in schema.fields for name in named(f.type)]
        return tuple({f.wire: f.not_kept for schema in found for f in schema.fields if f.not_kept.when}.items())

    def lookup(self, operation: Operation) -> Lookup:
        """How the records of a list are found by a value of theirs."""
        assert isinstance(operation.answer.type, Reference)
        wire = operation.lookup
        return Lookup(
            parameter=self.names.queries[operation.id][wire],
            attribute=self.names.fields[operation.answer.type.name][wire],
            wire=wire,
            plural=operation.resource[-1].replace("_", " "),
        )

    def outcome(self, result: str) -> str:
        """The type of one carried out item of a batch with this result."""
        found = [
            self.names.schemas[name]
            for field in self.api.schema(result).fields
            for name in named(field.type)
            if not any(f.wire == "error" for f in self.api.schema(name).fields)
        ]
        return " | ".join(dict.fromkeys(found))

    def is_record(self, operation: Operation) -> bool:
        """Whether a change is about a record that can be read, and that names itself."""
        kind, read = operation.answer.type, self.api.reads.get(operation.path)
        if not isinstance(kind, Reference) or not isinstance(operation.body, Reference) or read is None:
            return False
        if read.answer != operation.answer or not operation.path_parameters:
            return False
        return operation.path_parameters[-1].wire in self.names.fields[kind.name]

    def meta(self, resource: Resource) -> MetaView | None:
        """The way to the custom fields of a resource's records, if they have any that can be set."""
        update = next((o for o in resource.operations if o.verb == "update" and self.is_record(o)), None)
        if update is None:
            return None
        schemas = [
            self.api.schema(kind.name) for kind in (update.body, update.answer.type) if isinstance(kind, Reference)
        ]
        fields = [f for schema in schemas for f in schema.fields if f.wire == "meta_data"]
        rows = [name for f in fields for name in named(f.type)]
        if len(rows) < 2:
            return None
        read = self.names.operations[self.api.reads[update.path].id].constant
        known = tuple((key, plain_type(kind)) for schema in schemas for key, kind in schema.meta)
        name = f"{self.names.resources[resource.path].class_name}Meta" if known else ""
        return MetaView(self.names.schemas[rows[-1]], read, self.of(update), name, known)


def plain_type(kind: Type) -> str:
    """The type of a value of JSON in Python, as it is without being read into anything."""
    match kind:
        case Scalar():
            return _PLAIN[kind.type]
        case Enum() if not kind.open:
            return f"Literal[{', '.join(literal(value) for value in kind.values)}]"
        case Enum():
            return "str"
        case ListOf():
            return f"list[{plain_type(kind.item)}]"
        case MapOf():
            return f"dict[str, {plain_type(kind.value)}]"
        case Union():
            return " | ".join(dict.fromkeys(plain_type(option) for option in kind.options))
        case Null():
            return "None"
        case _:
            return "Any"
