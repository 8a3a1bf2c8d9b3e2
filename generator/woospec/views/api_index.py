"""The index of every method, for API.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from woospec.model import Api, ListOf, Operation, Reference, Scalar
from woospec.naming import Names, answer_alias
from woospec.text import markdown


class MethodRow(NamedTuple):
    """One row of the index."""

    call: str
    rest: str
    answer: str
    refusals: str


class ResourceSection(NamedTuple):
    """The methods of one resource."""

    attribute: str
    description: str
    methods: tuple[MethodRow, ...]


class VersionSection(NamedTuple):
    """The resources of one version."""

    title: str
    common_errors: str
    resources: tuple[ResourceSection, ...]


def version_section(api: Api, names: Names, root: str) -> VersionSection:
    """The index of one version; `root` is the expression under which its resources are found (`woo`)."""
    sections: list[ResourceSection] = []
    for resource in api.resources:
        if not resource.operations:
            continue
        attributes = [names.resources[resource.path[: i + 1]].attribute for i in range(len(resource.path))]
        attribute = ".".join([root, *attributes])
        rows = tuple(_row(o, names, attribute, dict(api.common_errors)) for o in resource.operations)
        sections.append(ResourceSection(attribute, markdown(resource.description), rows))
    return VersionSection(markdown(api.title), _refusals(api.common_errors), tuple(sections))


def _row(operation: Operation, names: Names, attribute: str, common: Mapping[str, Sequence[str]]) -> MethodRow:
    made = names.operations[operation.id]
    keywords = "**params" if operation.query else ""
    if operation.body is not None:
        keywords = "items" if isinstance(operation.body, ListOf) else "**fields"
    call = f"{attribute}.{made.method}({', '.join([*made.arguments, *([keywords] if keywords else [])])})"
    own = [(status, [c for c in codes if c not in common.get(status, ())]) for status, codes in operation.errors]
    return MethodRow(
        markdown(call),
        markdown(f"{operation.method} {operation.path}"),
        _answer(operation, names),
        _refusals(own),
    )


def _refusals(errors: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Statuses with their codes, those that have some."""
    return markdown("; ".join(f"{status} {', '.join(codes)}" for status, codes in errors if codes))


def _answer(operation: Operation, names: Names) -> str:
    kind = operation.answer.type
    if isinstance(kind, Reference):
        one = names.schemas[kind.name]
    else:
        one = kind.kind if isinstance(kind, Scalar) else answer_alias(operation)
    answer = f"page of `{one}`" if operation.answer.shape == "items" else f"`{one}`"
    return f"{answer}, deprecated" if operation.deprecated else answer
