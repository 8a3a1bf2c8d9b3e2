"""Which TypedDict another one extends, so that fields which they have in common are written once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from woospec.model import Api, Field, Operation, Schema, named
from woospec.naming import Names, input_name, shared_fields_name

#: A base of its own is worth it, and a name that readers have to look up, from this many fields on.
_WORTH_A_BASE = 4


class RequestType(NamedTuple):
    """A TypedDict to be: of a schema's fields, those that its base does not have."""

    name: str
    base: str
    schema: Schema
    fields: tuple[Field, ...]
    #: Whether a new item is described too: then defaults, which are only for new ones, say so.
    also_new: bool = False
    #: If it is what a new item and a change have in common, the start of their names.
    common_of: str = ""


def request_types(api: Api, names: Names, schemas: list[Schema]) -> list[RequestType]:
    """The TypedDicts of one module of request bodies."""
    return list(_Bases(api, names, schemas).types())


def twins(operations: Iterable[Operation]) -> dict[str, Operation]:
    """By id, the first of some operations that takes exactly the same query as another one further on."""
    first: dict[str, Operation] = {}
    found: dict[str, Operation] = {}
    for operation in operations:
        if len(operation.query) >= _WORTH_A_BASE:
            query = repr((operation.verb, [f._replace(pointer="") for f in operation.query]))
            same = first.setdefault(query, operation)
            found |= {operation.id: same} if same is not operation else {}
    return found


class _Bases:
    def __init__(self, api: Api, names: Names, schemas: list[Schema]) -> None:
        self.api, self.names = api, names
        self.schemas = {s.name: s for s in schemas}
        #: The schemas that calls take as they are; what stands inside of these takes no `extra`.
        self.called = {name for o in api.operations if o.body for name in named(o.body)}

    def types(self) -> Iterator[RequestType]:
        for name in sorted(self.schemas):
            schema = self.schemas[name]
            update, create = self.counterpart(schema, "Create", "Update"), self.counterpart(schema, "Update", "Create")
            if schema.base and (schema.base in self.schemas or self.reaches(schema)):
                yield self.extending(schema, self.api.schema(schema.base))
            elif update is not None and _widens(schema, update):
                yield self.extending(schema, update)
            elif update is not None and (common := _common(schema, update)):
                yield self.shared(schema, common)
                yield self.beside(schema, common, schema)
            elif create is not None and not _widens(create, schema) and (common := _common(create, schema)):
                yield self.beside(schema, common, create)
            else:
                new = create if create is not None and _widens(create, schema) else None
                base = "Parameters" if name in self.called else "TypedDict"
                yield self.made(schema, base, _with_defaults(schema.fields, new), also_new=new is not None)

    def counterpart(self, schema: Schema, mine: str, other: str) -> Schema | None:
        """The schema of changes for that of a new item, or the other way about, if calls take both."""
        if not schema.name.endswith(mine):
            return None
        found = self.schemas.get(schema.name.removesuffix(mine) + other)
        return found if found is not None and {schema.name, found.name} <= self.called else None

    def reaches(self, schema: Schema) -> bool:
        """Whether the base in another module takes `extra` just as the schema does."""
        return (schema.base in self.called) == (schema.name in self.called)

    def made(
        self, schema: Schema, base: str, fields: Iterable[Field], name: str = "", *, also_new: bool = False
    ) -> RequestType:
        kept = tuple(f for f in fields if not f.read_only)
        made = name or input_name(self.names, schema.name, self.api)
        return RequestType(made, base, schema, kept, also_new)

    def extending(self, schema: Schema, base: Schema) -> RequestType:
        inherited = {f.wire for f in base.fields}
        name = input_name(self.names, base.name, self.api)
        return self.made(schema, name, (f for f in schema.fields if f.wire not in inherited))

    def shared(self, create: Schema, common: list[Field]) -> RequestType:
        """The base of a new item and of changes to one."""
        made = self.made(create, "Parameters", common, shared_fields_name(create.name), also_new=True)
        return made._replace(common_of=create.name.removesuffix("Create"))

    def beside(self, schema: Schema, common: list[Field], create: Schema) -> RequestType:
        inherited = {f.wire for f in common}
        return self.made(schema, shared_fields_name(create.name), (f for f in schema.fields if f.wire not in inherited))


def _widens(schema: Schema, narrow: Schema) -> bool:
    """Whether `schema` has every field of `narrow`, unchanged."""
    mine = {f.wire: (f.type, f.required) for f in schema.fields}
    return all(mine.get(f.wire) == (f.type, f.required) for f in narrow.fields)


def _common(create: Schema, update: Schema) -> list[Field]:
    """The fields that both have and that differ in nothing but the default; none if they are too few for a base."""
    theirs = {f.wire: f for f in update.fields}
    common = [f for f in create.fields if f.wire in theirs and _but_default(f) == _but_default(theirs[f.wire])]
    return common if len(common) >= _WORTH_A_BASE else []


def _but_default(field: Field) -> Field:
    return field._replace(pointer="", default=None, has_default=False)


def _with_defaults(fields: tuple[Field, ...], create: Schema | None) -> tuple[Field, ...]:
    """The fields of changes with the defaults that they have in a new item."""
    new = {f.wire: f for f in create.fields} if create is not None else {}
    return tuple(
        f._replace(default=n.default, has_default=n.has_default) if (n := new.get(f.wire)) else f for f in fields
    )
