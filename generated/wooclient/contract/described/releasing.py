"""Which releases of WooCommerce have something: from the one that brought it on, before the first without it."""

from __future__ import annotations

from ..._runtime.releases import numbers


def is_in(release: str, since: str, until: str = "") -> bool:
    """Whether a release has what came with `since` and went with `until`; a store that does not tell its own is new."""
    came = not since or not release or numbers(release) >= numbers(since)
    return came and not (until and (not release or numbers(release) >= numbers(until)))
