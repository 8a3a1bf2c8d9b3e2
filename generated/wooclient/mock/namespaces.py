"""Namespaces of plugins, which a package with overlays has beside WooCommerce's own: what a store holds of them."""

from __future__ import annotations

from wooclient._versions import VERSIONS

from . import examples, jsontext
from .resource import Shop
from .routing import find

#: What stands between a family and its version in names, and where WordPress has its own API.
_DASH, _REST = "-", "/wp-json/"


def fill(shop: Shop) -> None:
    """Read in what the examples of each namespace show."""
    for name in [v.name for v in VERSIONS if _DASH in v.name and v.prefix.startswith(_REST)]:
        description = shop.versions.named(name)
        if not description.is_added:
            continue
        with shop.state.transaction():
            for path, docs in examples.shown(description).items():
                match = find(shop.versions, "GET", f"{description.prefix}/{path}")
                if match is not None and match.operation is not None:
                    # Resources make documents of a seed their own; what it was read from belongs to all.
                    own = jsontext.read(jsontext.written(docs))
                    shop.resource(match.operation.kind, description).seed(own, match.path)
