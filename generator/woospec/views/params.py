"""What callers pass: the TypedDicts of query parameters and request bodies, one module a resource folder."""

from __future__ import annotations

import json
from typing import NamedTuple

from woospec.annotate import alternatives
from woospec.model import Field, Operation, Reference, Schema
from woospec.naming import input_name
from woospec.text import literal
from woospec.views.bases import RequestType, request_types, twins
from woospec.views.limits import Range, ranges
from woospec.views.models import FieldView
from woospec.views.order import needed_first
from woospec.views.version import RenderedVersion


class InputView(NamedTuple):
    """One TypedDict: the query of `operation`, or the body that `schema` describes."""

    name: str
    base: str
    fields: tuple[FieldView, ...]
    operation: str = ""
    #: The operation that takes the same query; and whether the body's fields are here too.
    same_as: str = ""
    has_body: bool = False
    schema: Schema | None = None
    limits: tuple[Range, ...] = ()
    #: If this is what two TypedDicts have in common, the start of their names.
    common_of: str = ""
    #: Whether a new item is described too: then defaults, which are only for new ones, say so.
    also_new: bool = False


class ParamsView(NamedTuple):
    """One module of TypedDicts.

    `wire_names` are the keys that Python cannot spell as the store does, `rows` the TypedDicts whose items in a list
    are changed one by one, with the field that takes one away and those that a change names again.
    """

    module: str
    name: str
    wire_names: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    inputs: tuple[InputView, ...]

    @property
    def exported(self) -> list[str]:
        """The names of its TypedDicts."""
        return sorted(i.name for i in self.inputs)


def params_views(version: RenderedVersion) -> list[ParamsView]:
    """The modules of parameters of one version."""
    return [
        _module(version, *module)
        for module in version.modules(
            (s for s in version.api.schemas if s.written), (o for o in version.api.operations if o.query)
        )
    ]


def _module(version: RenderedVersion, name: str, schemas: list[Schema], queries: list[Operation]) -> ParamsView:
    bodies = request_types(version.api, version.names, schemas)
    same = twins(queries)
    inputs = [*(_query(o, version, same.get(o.id)) for o in queries), *(_body(b, version) for b in bodies)]
    return ParamsView(
        module=f"{version.package}.params.{name}",
        name=name,
        wire_names=_wire_names(version, schemas, queries),
        rows=tuple((b.name, (row.remove, *row.keep)) for b in bodies if (row := b.schema.row) is not None),
        inputs=tuple(needed_first({i.name: i for i in inputs}, lambda one: [one.base])),
    )


def _wire_names(
    version: RenderedVersion, schemas: list[Schema], queries: list[Operation]
) -> tuple[tuple[str, str], ...]:
    """The keys that Python cannot spell as the store does, inherited ones included, with what the store says."""
    names = version.names
    made = [(names.inputs[s.name][f.wire], f.wire) for s in schemas for f in s.fields if not f.read_only]
    made += [(names.queries[o.id][f.wire], f.wire) for o in queries for f in o.query]
    return tuple(sorted({(n, w) for n, w in made if n != w}))


def _query(operation: Operation, version: RenderedVersion, same: Operation | None) -> InputView:
    made = version.names.queries[operation.id]
    own = operation.query if same is None else ()
    base = "Parameters" if same is None else version.names.operations[same.id].params
    if isinstance(operation.body, Reference):
        # A call gives both at once.
        base = input_name(version.names, operation.body.name, version.api)
    return InputView(
        name=version.names.operations[operation.id].params,
        base=base,
        fields=tuple(_field(f, made[f.wire], operation.folder, version) for f in own),
        operation=operation.id,
        same_as=same.id if same is not None else "",
        has_body=isinstance(operation.body, Reference),
    )


def _body(body: RequestType, version: RenderedVersion) -> InputView:
    made, schema = version.names.inputs[body.schema.name], body.schema
    return InputView(
        name=body.name,
        base=body.base,
        fields=tuple(_field(f, made[f.wire], schema.resource, version) for f in body.fields),
        schema=schema,
        limits=ranges(schema.limits),
        common_of=body.common_of,
        also_new=body.also_new,
    )


def _field(field: Field, name: str, folder: str, version: RenderedVersion) -> FieldView:
    kind = version.annotator.within(folder, field.wire).write(field.type)
    cleared = ""
    if field.clears:
        cleared = repr(field.clear_with) if field.clear_with in ([], {}) else literal(field.clear_with)
        kind = alternatives([kind, _clearing(field.clear_with, cleared) if version.marks else "CLEAR"])
    return FieldView(name, kind, field, ranges(field.limits), cleared=cleared)


#: Types of the runtime that say what CLEAR sends, by the JSON of it.
_CLEARING = {
    '""': "ClearWithText",
    "null": "ClearWithNull",
    "0": "ClearWithZero",
    "[]": "ClearWithList",
    "{}": "ClearWithObject",
}


def _clearing(value: object, written: str) -> str:
    """The type of CLEAR where it sends `value`."""
    return _CLEARING.get(json.dumps(value), f'Annotated[Clear, "clear", {written}]')
