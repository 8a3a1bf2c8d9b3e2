"""Answer models, one module a resource folder."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import Field, Operation, Reference, Schema, named, parts
from woospec.naming import answer_alias
from woospec.views.limits import Range, ranges
from woospec.views.order import needed_first
from woospec.views.version import RenderedVersion


class FieldView(NamedTuple):
    """One field of a model or of a TypedDict."""

    name: str
    type: str
    field: Field
    limits: tuple[Range, ...]
    #: Whether the type names a class that is made further down.
    is_early: bool = False
    #: The Python literal of what CLEAR sends; empty if the field cannot be cleared.
    cleared: str = ""


class ModelView(NamedTuple):
    """One model class; `shown` and `secrets` are names of fields."""

    name: str
    schema: Schema
    limits: tuple[Range, ...]
    fields: tuple[FieldView, ...]
    shown: tuple[str, ...]
    secrets: tuple[tuple[str, str, str], ...]


class AliasView(NamedTuple):
    """The name of an answer that is no single model."""

    name: str
    type: str


class ModelsView(NamedTuple):
    """One module of models."""

    module: str
    name: str
    models: tuple[ModelView, ...]
    aliases: tuple[AliasView, ...]

    @property
    def exported(self) -> list[str]:
        """The names of its classes."""
        return sorted(m.name for m in self.models)


def models_views(version: RenderedVersion) -> list[ModelsView]:
    """The modules of models of one version."""
    return [
        ModelsView(
            f"{version.package}.models.{name}",
            name,
            tuple(_models(schemas, version)),
            tuple(_alias(o, version) for o in answers),
        )
        for name, schemas, answers in version.modules(
            (s for s in version.api.schemas if s.read), (o for o in version.api.operations if answer_alias(o))
        )
    ]


def _alias(operation: Operation, version: RenderedVersion) -> AliasView:
    kind = version.annotator.within(operation.folder, operation.id).read(operation.answer.type)
    return AliasView(answer_alias(operation), kind)


def _models(schemas: list[Schema], version: RenderedVersion) -> list[ModelView]:
    ordered = needed_first(
        {s.name: s for s in sorted(schemas, key=lambda s: s.name)},
        lambda schema: (name for field in schema.fields for name in named(field.type)),
    )
    # Annotations are evaluated as the class is made, which is faster than later from text; only what refers to a
    # class further down has to be text.
    order = {s.name: i for i, s in enumerate(ordered)}
    return [_model(schema, version, order) for schema in ordered]


def _model(schema: Schema, version: RenderedVersion, order: dict[str, int]) -> ModelView:
    made, here = version.names.fields[schema.name], order[schema.name]
    return ModelView(
        name=version.names.schemas[schema.name],
        schema=schema,
        limits=ranges(schema.limits),
        fields=tuple(
            FieldView(
                name=made[field.wire],
                type=_type(field, schema.resource, version),
                field=field,
                limits=ranges(field.limits),
                is_early=any(isinstance(p, Reference) and order.get(p.name, -1) >= here for p in parts(field.type)),
            )
            for field in schema.fields
        ),
        shown=tuple(made[wire] for wire in schema.shown),
        secrets=tuple((made[s.wire], made[s.field], s.word) for s in schema.secrets),
    )


def _type(field: Field, folder: str, version: RenderedVersion) -> str:
    """The annotation of a field; what may lack reads as None."""
    kind = version.annotator.within(folder, field.wire).read(field.type)
    is_none = field.required or "None" in kind.split(" | ") or kind.startswith("DecimalOrEmpty")
    return kind if is_none else f"{kind} | None"
