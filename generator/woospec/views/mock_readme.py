"""What the mock store imitates, operation by operation, for the page that says its limits first."""

from __future__ import annotations

from typing import Any, NamedTuple

from woospec.model import Api, Operation

Json = dict[str, Any]


class CoverageRow(NamedTuple):
    """One operation; `extent` is `all`, `in_part` or `not_imitated`, `why` is what lacks."""

    operation: Operation
    extent: str
    why: str = ""


class CoverageView(NamedTuple):
    """The table of one version."""

    title: str
    rows: tuple[CoverageRow, ...]


def coverage_view(api: Api, limits: Json) -> CoverageView:
    """Every operation of a version with what `limits` says of it."""
    return CoverageView(api.title, tuple(_row(o, limits) for o in api.operations))


def _row(operation: Operation, limits: Json) -> CoverageRow:
    for extent in ("in_part", "not_imitated"):
        for name, why in limits[extent].items():
            if operation.id == name or (name.endswith(".") and operation.id.startswith(name)):
                return CoverageRow(operation, extent, why)
    return CoverageRow(operation, "all")
