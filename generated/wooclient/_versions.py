"""Which versions of the API this package speaks, in the order of the description."""

from __future__ import annotations

from typing import NamedTuple


class Known(NamedTuple):
    """A version: its name, and the path before its operations."""

    name: str
    prefix: str
    #: The attributes by which a client reaches it; none for the version that it speaks by itself.
    door: tuple[str, ...]
    #: Whether it is the newest of its family.
    newest: bool = False
    #: Whether any release may change it.
    experimental: bool = False
    #: Whether it is meant for the store's own admin pages.
    internal: bool = False


VERSIONS = (
    Known("v3", "/wp-json/wc/v3", (), newest=True),
    Known("v2", "/wp-json/wc/v2", ("v2",)),
    Known("v1", "/wp-json/wc/v1", ("v1",)),
    Known("legacy-v3", "/wc-api/v3", ("legacy",), newest=True),
    Known("legacy-v2", "/wc-api/v2", ("legacy", "v2")),
    Known("legacy-v1", "/wc-api/v1", ("legacy", "v1")),
)
