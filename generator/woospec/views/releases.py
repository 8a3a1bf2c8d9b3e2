"""What is to be known of a version, and of the releases of WooCommerce that have a part, before it is used."""

from __future__ import annotations

from woospec.families import Version


def caution(version: Version) -> str:
    """What to know before a version is used; empty for nothing."""
    experimental = ["Experimental: any release may change it."] if version.experimental else []
    return " ".join([*experimental, *(["Meant for the store's own admin pages."] if version.internal else [])])
