"""Answer models, one module a resource folder."""

from __future__ import annotations

from typing import NamedTuple

from woospec.annotate import Annotator
from woospec.model import Api, Field, Operation, Reference, Schema, parts
from woospec.naming import Names, module_name
from woospec.naming import answer_alias as answer_alias
from woospec.text import block, call, docstring, literal
from woospec.views.imports import import_lines
from woospec.views.limits import sentences


class FieldView(NamedTuple):
    """One field of a model: `line` declares it, `doc` explains it."""

    line: str
    doc: str


class ModelView(NamedTuple):
    """One model class."""

    name: str
    doc: str
    fields: tuple[FieldView, ...]
    shown: str
    secrets: str


class ModelsView(NamedTuple):
    """One module of models; `aliases` name the answers that are no single model."""

    module: str
    doc: str
    imports: tuple[str, ...]
    models: tuple[ModelView, ...]
    aliases: tuple[str, ...]


def models_views(api: Api, names: Names, package: str) -> list[ModelsView]:
    """The modules of models of one version."""
    modules: dict[str, list[Schema]] = {}
    answers: dict[str, list[Operation]] = {}
    for schema in api.schemas:
        if schema.read and names.home(schema.name) == package:
            modules.setdefault(names.modules[schema.name], []).append(schema)
    for operation in api.operations:
        if answer_alias(operation):
            answers.setdefault(module_name(operation.folder), []).append(operation)
    return [
        _module(api, names, package, module, modules.get(module, []), answers.get(module, []))
        for module in sorted(modules.keys() | answers.keys())
    ]


def _module(
    api: Api, names: Names, package: str, module: str, schemas: list[Schema], answers: list[Operation]
) -> ModelsView:
    annotator = Annotator(names)
    ordered = _dependencies_first(schemas)
    # Annotations are evaluated as the class is made, which is faster than later from text; only what refers to a
    # class further down has to be text.
    order = {s.name: i for i, s in enumerate(ordered)}
    models = tuple(_model(s, annotator, names, order) for s in ordered)
    aliases = tuple(f"{answer_alias(o)} = {annotator.within(o.folder, o.id).read(o.answer.type)}" for o in answers)
    needs = annotator.needs
    wanted: dict[str, set[str]] = {"typing": needs.typing, "wooclient._runtime.models": {"Model"} if models else set()}
    wanted["wooclient._runtime.scalars"] = needs.runtime
    if any("Field(" in f.line for m in models for f in m.fields):
        wanted["pydantic"] = {"Field"}
    for name in needs.enums:
        wanted.setdefault(f"{names.enum_home(name)}.enums", set()).add(name)
    for name in needs.schemas:
        home = f"{names.home(name)}.models.{names.modules[name]}"
        if home != f"{package}.models.{module}":
            wanted.setdefault(home, set()).add(names.schemas[name])
    return ModelsView(
        module=module,
        doc=docstring(f"Answers about {module.replace('_', ' ')} of {api.title}.", 0),
        imports=tuple(_grouped(wanted)),
        models=models,
        aliases=aliases,
    )


def _grouped(wanted: dict[str, set[str]]) -> list[str]:
    """Imports in three blocks: standard library, installed packages, this package."""
    standard = {m: n for m, n in wanted.items() if m in ("typing", "collections.abc")}
    own = {m: n for m, n in wanted.items() if m.startswith("wooclient")}
    other = {m: n for m, n in wanted.items() if m not in standard and m not in own}
    blocks = [import_lines(block) for block in (standard, other, own)]
    return [line for block in blocks if block for line in ("", *block)]


def _dependencies_first(schemas: list[Schema]) -> list[Schema]:
    """Schemas ordered so that what a class refers to stands above it, as far as there is no cycle."""
    by_name = {s.name: s for s in schemas}
    ordered: dict[str, Schema] = {}

    def visit(schema: Schema, path: tuple[str, ...]) -> None:
        for name in references(schema):
            if name in by_name and name not in ordered and name not in path:
                visit(by_name[name], (*path, schema.name))
        ordered.setdefault(schema.name, schema)

    for schema in sorted(schemas, key=lambda s: s.name):
        visit(schema, ())
    return list(ordered.values())


def references(schema: Schema) -> list[str]:
    """Names of the schemas that the fields of `schema` refer to, in order."""
    return [part.name for field in schema.fields for part in parts(field.type) if isinstance(part, Reference)]


def _model(schema: Schema, annotator: Annotator, names: Names, order: dict[str, int]) -> ModelView:
    made = names.fields[schema.name]
    here = order[schema.name]
    fields = tuple(
        _field(f, made[f.wire], annotator.within(schema.resource, f.wire), _is_early(f, order, here))
        for f in schema.fields
    )
    shown = block("__shown__ = ", [literal(made[wire]) for wire in schema.shown], 4)
    secrets = [f"({literal(made[s.wire])}, {literal(made[s.field])}, {literal(s.word)})" for s in schema.secrets]
    hidden = block("__secret__ = ", secrets, 4) if secrets else ""
    return ModelView(names.schemas[schema.name], docstring(about(schema)), fields, shown, hidden)


def _is_early(field: Field, order: dict[str, int], here: int) -> bool:
    """Whether a field refers to its own class, or one further down."""
    return any(isinstance(p, Reference) and order.get(p.name, -1) >= here for p in parts(field.type))


def _field(field: Field, name: str, annotator: Annotator, early: bool) -> FieldView:
    kind = annotator.read(field.type)
    options = [] if field.required else ["default=None"]
    if name != field.wire:
        options.append(f"alias={literal(field.wire)}")
    if not field.required and "None" not in kind.split(" | ") and not kind.startswith("DecimalOrEmpty"):
        kind = f"{kind} | None"
    line = f"{name}: {literal(kind) if early else kind}"
    if options == ["default=None"]:
        line = f"{line} = None"
    elif options:
        line = call(f"{line} = Field", options, "", 4)
    return FieldView(line, docstring(_doc(field)))


def _doc(field: Field) -> str:
    since = [f"New in WooCommerce {field.since}."] if field.since else []
    return " ".join([described(field.description, field.deprecated), *sentences(field.limits), *since])


def about(schema: Schema) -> str:
    """What the class of a schema says of it."""
    return " ".join([described(schema.description, schema.deprecated), *sentences(schema.limits)])


def described(description: str, deprecated: bool) -> str:
    """A description that says first if something is deprecated."""
    return f"Deprecated. {description}" if deprecated else description
