"""What the mock store imitates, operation by operation, for the page that says its limits first."""

from __future__ import annotations

from typing import Any, NamedTuple

from woospec.model import Api
from woospec.text import markdown

Json = dict[str, Any]


class CoverageView(NamedTuple):
    """The table of one version: a row is the operation, its method and path, and how it is imitated."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


def coverage_view(api: Api, limits: Json) -> CoverageView:
    """Every operation of a version with what `limits` says of it."""
    return CoverageView(
        markdown(api.title),
        tuple((f"`{o.id}`", f"`{o.method} {o.path}`", _imitated(o.id, limits)) for o in api.operations),
    )


def _imitated(operation: str, limits: Json) -> str:
    for kind, word in (("in_part", "in part"), ("not_imitated", "no")):
        for name, why in limits[kind].items():
            if operation == name or (name.endswith(".") and operation.startswith(name)):
                return f"{word}: {markdown(why)}"
    return "yes"
