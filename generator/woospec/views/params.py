"""What callers pass: the TypedDicts of query parameters and request bodies, one module a resource folder."""

from __future__ import annotations

import json
from typing import NamedTuple

from woospec.annotate import Annotator, alternatives
from woospec.model import Api, Field, Operation, Reference, Scalar, Schema
from woospec.naming import Names, input_name, module_name
from woospec.text import docstring, literal
from woospec.views.bases import RequestType, request_types, twins
from woospec.views.imports import import_lines
from woospec.views.limits import sentences
from woospec.views.models import FieldView, about, described


class InputView(NamedTuple):
    """One TypedDict."""

    name: str
    base: str
    doc: str
    fields: tuple[FieldView, ...]


class ParamsView(NamedTuple):
    """One module of TypedDicts.

    `wire_names` are the keys that Python cannot spell as the store does, `rows` the TypedDicts whose items in a list
    are changed one by one, with the field that takes one away and those that a change names again.
    """

    module: str
    doc: str
    imports: tuple[str, ...]
    wire_names: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    inputs: tuple[InputView, ...]


def params_views(api: Api, names: Names, package: str) -> list[ParamsView]:
    """The modules of parameters of one version."""
    schemas: dict[str, list[Schema]] = {}
    queries: dict[str, list[Operation]] = {}
    for schema in api.schemas:
        if schema.written and names.home(schema.name) == package:
            schemas.setdefault(names.modules[schema.name], []).append(schema)
    for operation in api.operations:
        if operation.query and names.query_home(operation.id) == package:
            queries.setdefault(module_name(operation.folder), []).append(operation)
    return [
        _module(api, names, package, module, schemas.get(module, []), queries.get(module, []))
        for module in sorted(schemas.keys() | queries.keys())
    ]


class _InputAnnotator(Annotator):
    """Writes references as the TypedDicts of this version."""

    def __init__(self, names: Names, api: Api) -> None:
        super().__init__(names)
        self.api = api

    def reference(self, name: str) -> str:
        """The TypedDict of a named schema."""
        self.needs.schemas.add(name)
        return input_name(self.names, name, self.api)


def _module(
    api: Api, names: Names, package: str, module: str, schemas: list[Schema], queries: list[Operation]
) -> ParamsView:
    annotator = _InputAnnotator(names, api)
    bodies = request_types(api, names, schemas)
    same = twins(queries)
    inputs = [_query(o, annotator, names, same.get(o.id)) for o in queries]
    inputs = _bases_first([*inputs, *(_body(b, annotator, names) for b in bodies)])
    bases = {i.base for i in inputs}
    needs = annotator.needs
    # A base may stand in another module, as long as the schema says so itself.
    needs.schemas |= {b.schema.base for b in bodies if b.base not in ("Parameters", "TypedDict") and b.schema.base}
    required = {"Required"} if any("Required[" in f.line for i in inputs for f in i.fields) else set[str]()
    wanted: dict[str, set[str]] = {
        "typing": needs.typing | (bases & {"TypedDict"}) | required,
        "collections.abc": needs.collections,
    }
    typed = {name for name in needs.runtime if name.endswith("Input")}
    own: dict[str, set[str]] = {
        "wooclient._runtime.declared": typed,
        "wooclient._runtime.inputs": (needs.runtime - typed) | (bases & {"Parameters"}),
    }
    for name in needs.enums:
        own.setdefault(f"{names.enum_home(name)}.enums", set()).add(name)
    for name in needs.schemas:
        home = f"{names.home(name)}.params.{names.modules[name]}"
        if home != f"{package}.params.{module}":
            own.setdefault(home, set()).add(input_name(names, name, api))
    blocks = [import_lines(wanted), import_lines(own)]
    return ParamsView(
        module=module,
        doc=docstring(f"What calls about {module.replace('_', ' ')} of {api.title} take.", 0),
        imports=tuple(line for block in blocks if block for line in ("", *block)),
        wire_names=_wire_names(names, schemas, queries),
        rows=tuple((literal(b.name), _tuple(*row)) for b in bodies if (row := b.schema.row) is not None),
        inputs=tuple(inputs),
    )


def _tuple(remove: str, keep: tuple[str, ...]) -> str:
    return f"({', '.join(map(literal, (remove, *keep)))}{'' if keep else ','})"


def _wire_names(names: Names, schemas: list[Schema], queries: list[Operation]) -> tuple[tuple[str, str], ...]:
    """The keys that Python cannot spell as the store does, inherited ones included, with what the store says."""
    made = [(names.inputs[s.name][f.wire], f.wire) for s in schemas for f in s.fields if not f.read_only]
    made += [(names.queries[o.id][f.wire], f.wire) for o in queries for f in o.query]
    return tuple((literal(n), literal(w)) for n, w in sorted({(n, w) for n, w in made if n != w}))


def _query(operation: Operation, annotator: Annotator, names: Names, same: Operation | None) -> InputView:
    made = names.queries[operation.id]
    own = operation.query if same is None else ()
    fields = tuple(_field(f, made[f.wire], annotator.within(operation.folder, f.wire)) for f in own)
    base, beside = ("Parameters", "") if same is None else (names.operations[same.id].params, f", as of {same.id}")
    if isinstance(operation.body, Reference):
        # A call gives both at once.
        base, beside = annotator.reference(operation.body.name), ", and what its body takes"
    doc = docstring(f"Parameters of {operation.id}{beside}.")
    return InputView(names.operations[operation.id].params, base, doc, fields)


def _body(body: RequestType, annotator: Annotator, names: Names) -> InputView:
    made = names.inputs[body.schema.name]
    fields = tuple(
        _field(f, made[f.wire], annotator.within(body.schema.resource, f.wire), also_new=body.also_new)
        for f in body.fields
    )
    return InputView(body.name, body.base, docstring(about(body.schema._replace(description=body.description))), fields)


def _bases_first(inputs: list[InputView]) -> list[InputView]:
    """TypedDicts ordered so that each stands below the one it inherits from."""
    ordered: dict[str, InputView] = {}
    by_name = {i.name: i for i in inputs}

    def visit(one: InputView) -> None:
        if one.base in by_name:
            visit(by_name[one.base])
        ordered.setdefault(one.name, one)

    for one in inputs:
        visit(one)
    return list(ordered.values())


def _field(field: Field, name: str, annotator: Annotator, *, also_new: bool = False) -> FieldView:
    kind = annotator.write(field.type)
    if field.clears:
        kind = alternatives([kind, _clearing(field.clear_with, annotator)])
    kind = f"Required[{kind}]" if field.required else kind
    return FieldView(f"{name}: {kind}", docstring(_doc(field, also_new=also_new)))


#: Types of the runtime that say what CLEAR sends, by the JSON of it.
_CLEARING = {
    '""': "ClearWithText",
    "null": "ClearWithNull",
    "0": "ClearWithZero",
    "[]": "ClearWithList",
    "{}": "ClearWithObject",
}


def _clearing(value: object, annotator: Annotator) -> str:
    """The type of CLEAR where it sends `value`."""
    name = _CLEARING.get(json.dumps(value))
    if name is not None:
        return annotator.needs.scalar(name)
    annotator.needs.typing.add("Annotated")
    return f'Annotated[{annotator.needs.scalar("Clear")}, "clear", {literal(value)}]'


#: What the client makes of a list of fields.
_FIELDS = "The `id` always comes along; where `a.b` is named, the whole `a` comes."


def _doc(field: Field, *, also_new: bool) -> str:
    parts = [described(field.description, field.deprecated), *([_FIELDS] if field.type == Scalar("field_list") else [])]
    parts += sentences(field.limits)
    if field.has_default and field.default not in (None, [], ""):
        value = str(field.default).lower() if isinstance(field.default, bool) else field.default
        parts.append(f"Left out of a new one: {value}." if also_new else f"Left out: {value}.")
    if field.clears:
        parts.append(f"CLEAR sends {literal_or_list(field.clear_with)}.")
    if field.since:
        parts.append(f"New in WooCommerce {field.since}.")
    return " ".join(parts)


def literal_or_list(value: object) -> str:
    """The value that clears a field, as Python writes it."""
    return repr(value) if value in ([], {}) else literal(value)
