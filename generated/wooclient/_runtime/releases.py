"""Releases of WooCommerce, as stores tell them."""

from __future__ import annotations

#: More digits than any release has; Python refuses to read some thousands of them.
_DIGITS = 18


def numbers(release: str) -> tuple[int, ...]:
    """A release as numbers to compare; what stands behind them (`-beta.1`) does not count, nor what is no number."""
    parts = release.partition("-")[0].split(".")
    return tuple(int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < _DIGITS)
