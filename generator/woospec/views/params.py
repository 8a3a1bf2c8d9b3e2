"""What callers pass: the TypedDicts of query parameters and request bodies, one module a resource folder."""

from __future__ import annotations

import json
from dataclasses import dataclass

from woospec.annotate import Annotator, alternatives
from woospec.model import Api, Field, Operation, Reference, Schema, parts
from woospec.naming import Names, module_name
from woospec.text import docstring, literal
from woospec.views.imports import import_lines
from woospec.views.models import FieldView


@dataclass(frozen=True, slots=True)
class InputView:
    """One TypedDict."""

    name: str
    base: str
    doc: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class ParamsView:
    """One module of TypedDicts; `wire_names` are the keys that Python cannot spell as the store does."""

    module: str
    doc: str
    imports: tuple[str, ...]
    wire_names: tuple[tuple[str, str], ...]
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


def input_name(names: Names, schema: str, api: Api) -> str:
    """A schema that occurs in answers too has a model of the plain name; its TypedDict gets a suffix."""
    return names.schemas[schema] + ("Dict" if api.schema(schema).read else "")


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
    wire: dict[str, str] = {}
    called = {part.name for o in api.operations if o.body for part in parts(o.body) if isinstance(part, Reference)}
    inputs = [_query(o, annotator, names, wire) for o in queries]
    for schema in sorted(schemas, key=lambda s: s.name):
        inputs.append(_body(schema, _base(schema, schemas, called), annotator, names, api, wire))
    inputs = _bases_first(inputs)
    bases = {i.base for i in inputs}
    needs = annotator.needs
    required = {"Required"} if any("Required[" in f.line for i in inputs for f in i.fields) else set[str]()
    wanted: dict[str, set[str]] = {
        "typing": needs.typing | (bases & {"TypedDict"}) | required,
        "collections.abc": needs.collections,
    }
    own: dict[str, set[str]] = {"wooclient._runtime.inputs": needs.runtime | (bases & {"Parameters"})}
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
        wire_names=tuple((literal(n), literal(w)) for n, w in sorted(wire.items())),
        inputs=tuple(inputs),
    )


def _query(operation: Operation, annotator: Annotator, names: Names, wire: dict[str, str]) -> InputView:
    made = names.queries[operation.id]
    fields = tuple(_field(f, made[f.wire], annotator.within(operation.folder, f.wire), wire) for f in operation.query)
    return InputView(
        names.operations[operation.id].params, "Parameters", docstring(f"Parameters of {operation.id}."), fields
    )


def _body(schema: Schema, base: str, annotator: Annotator, names: Names, api: Api, wire: dict[str, str]) -> InputView:
    made = names.inputs[schema.name]
    inherited = {f.wire for f in api.schema(base).fields} if base in names.schemas else set[str]()
    own = [f for f in schema.fields if not f.read_only and f.wire not in inherited]
    fields = tuple(_field(f, made[f.wire], annotator.within(schema.resource, f.wire), wire) for f in own)
    base = input_name(names, base, api) if base in names.schemas else base
    return InputView(input_name(names, schema.name, api), base, docstring(schema.description), fields)


def _base(schema: Schema, siblings: list[Schema], called: set[str]) -> str:
    """The schema that a TypedDict can inherit from: the one it extends, or the update that its create widens."""
    if schema.base and any(s.name == schema.base for s in siblings):
        return schema.base
    update = next(
        (s for s in siblings if schema.name.endswith("Create") and s.name == f"{schema.name[:-6]}Update"), None
    )
    if update is not None and schema.name in called and update.name in called and _widens(schema, update):
        return update.name
    return "Parameters" if schema.name in called else "TypedDict"


def _widens(schema: Schema, narrow: Schema) -> bool:
    """Whether `schema` has every field of `narrow`, unchanged."""
    mine = {f.wire: (f.type, f.required) for f in schema.fields}
    return all(mine.get(f.wire) == (f.type, f.required) for f in narrow.fields)


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


def _field(field: Field, name: str, annotator: Annotator, wire: dict[str, str]) -> FieldView:
    if name != field.wire:
        wire[name] = field.wire
    kind = annotator.write(field.type)
    if field.clears:
        kind = alternatives([kind, _clearing(field.clear_with, annotator)])
    return FieldView(f"{name}: {f'Required[{kind}]' if field.required else kind}", docstring(_doc(field)))


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


def _doc(field: Field) -> str:
    parts = [field.description]
    if field.minimum is not None or field.maximum is not None:
        parts.append(_limits(field.minimum, field.maximum))
    if field.has_default and field.default not in (None, [], ""):
        parts.append(f"Left out: {str(field.default).lower() if isinstance(field.default, bool) else field.default}.")
    if field.clears:
        parts.append(f"CLEAR sends {literal_or_list(field.clear_with)}.")
    if field.since:
        parts.append(f"New in WooCommerce {field.since}.")
    return " ".join(parts)


def _limits(low: int | None, high: int | None) -> str:
    if low is None:
        return f"At most {high}."
    return f"At least {low}." if high is None else f"From {low} to {high}."


def literal_or_list(value: object) -> str:
    """The value that clears a field, as Python writes it."""
    return repr(value) if value in ([], {}) else literal(value)
