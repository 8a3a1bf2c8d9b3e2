"""Which releases of WooCommerce have something: from the one that brought it on, before the first without it."""

from __future__ import annotations

from .bodies import whole


def is_in(release: str, since: str, until: str = "") -> bool:
    """Whether a release has what came with `since` and went with `until`; a store that does not tell its own is new."""
    came = not since or not release or _numbers(release) >= _numbers(since)
    return came and not (until and (not release or _numbers(release) >= _numbers(until)))


def _numbers(release: str) -> tuple[int, ...]:
    numbers = map(whole, release.split("-")[0].split("."))
    return tuple(number for number in numbers if number is not None)
