"""The reference of one version: every method with its parameters, every record with its fields, for API.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from woospec.model import Resource
from woospec.views.enums import EnumView, enum_views
from woospec.views.methods import MetaView, Operations, OperationView
from woospec.views.models import AliasView, FieldView, ModelView, models_views
from woospec.views.params import InputView, params_views
from woospec.views.version import RenderedVersion

#: Statuses, each with the codes of its refusals.
Refusals = tuple[tuple[str, Sequence[str]], ...]


class CallView(NamedTuple):
    """One operation: the view that its methods are printed from, its keyword arguments, and its own refusals."""

    operation: OperationView
    fields: tuple[FieldView, ...]
    refusals: Refusals


class SectionView(NamedTuple):
    """One resource; `attribute` is how it is reached."""

    attribute: str
    description: str
    path: str
    meta: MetaView | None
    calls: tuple[CallView, ...]


class ReferenceView(NamedTuple):
    """One version: its resources, and the types that calls take and give."""

    refusals: Refusals
    sections: tuple[SectionView, ...]
    records: tuple[ModelView, ...]
    aliases: tuple[AliasView, ...]
    #: The TypedDicts that stand inside of keyword arguments, with the fields that they inherit.
    inputs: tuple[InputView, ...]
    enums: tuple[EnumView, ...]


def reference_view(version: RenderedVersion, root: str) -> ReferenceView:
    """The reference of one version; `root` is the expression under which its resources are found (`woo`)."""
    bare = replace(version, marks=False)
    inputs = {i.name: i for module in params_views(bare) for i in module.inputs}
    models = models_views(bare)
    made = Operations(bare)
    sections = tuple(_section(r, bare, made, root, inputs) for r in version.api.resources if r.operations)
    taken = {call.operation.keywords for section in sections for call in section.calls}
    bases = {i.base for i in inputs.values()}
    return ReferenceView(
        refusals=_refusals(version.api.common_errors, {}),
        sections=sections,
        records=tuple(sorted((m for module in models for m in module.models), key=lambda m: m.name)),
        aliases=tuple(sorted(a for module in models for a in module.aliases)),
        inputs=tuple(
            i._replace(fields=_inherited(i, inputs))
            for name, i in sorted(inputs.items())
            if name not in taken and name not in bases
        ),
        enums=tuple(enum_views(bare)),
    )


def _section(
    resource: Resource, version: RenderedVersion, made: Operations, root: str, inputs: Mapping[str, InputView]
) -> SectionView:
    steps = [version.names.resources[resource.path[: i + 1]].attribute for i in range(len(resource.path))]
    common = dict(version.api.common_errors)
    calls: list[CallView] = []
    for operation in resource.operations:
        view = made.of(operation)
        fields = _inherited(inputs[view.keywords], inputs) if view.keywords else ()
        calls.append(CallView(view, fields, _refusals(operation.errors, common)))
    path = ".".join(resource.path)
    return SectionView(".".join([root, *steps]), resource.description, path, made.meta(resource), tuple(calls))


def _inherited(one: InputView, inputs: Mapping[str, InputView]) -> tuple[FieldView, ...]:
    """The fields of a TypedDict, those of its bases first."""
    base = inputs.get(one.base)
    return (*(_inherited(base, inputs) if base is not None else ()), *one.fields)


def _refusals(errors: Iterable[tuple[str, Sequence[str]]], common: Mapping[str, Sequence[str]]) -> Refusals:
    """Those of the refusals that are not common to many calls."""
    own = ((status, [code for code in codes if code not in common.get(status, ())]) for status, codes in errors)
    return tuple((status, codes) for status, codes in own if codes)
