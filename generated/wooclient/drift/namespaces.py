"""How dumps call the versions of the API, and where their routes are."""

from __future__ import annotations

import re

from ..contract.described.description import Description

#: Where the old API lives, which has no namespaces.
_LEGACY = "wc-api/"


def namespace_of(one: Description) -> str:
    """How a dump calls a version: its namespace, or its prefix if it has none."""
    return one.prefix.removeprefix("/wp-json").strip("/")


def path_of(namespace: str, pattern: str, value: str = "") -> str:
    """The path of a route in a store; `value` takes the place of its parameters."""
    prefix = f"/{namespace}" if namespace.startswith(_LEGACY) else f"/wp-json/{namespace}"
    path = re.sub(r"\{[^}]*\}", value, pattern) if value else pattern
    return prefix + ("" if path == "/" else path)
