"""The long enums of one version."""

from __future__ import annotations

from typing import NamedTuple

from woospec.views.version import RenderedVersion


class EnumView(NamedTuple):
    """A named set of known values."""

    name: str
    values: tuple[object, ...]


def enum_views(version: RenderedVersion) -> list[EnumView]:
    """All named enums of a version, in order of name."""
    made = {name: values for (_, _, values), name in version.names.enums.items()}
    return [EnumView(name, made[name]) for name in sorted(made)]
