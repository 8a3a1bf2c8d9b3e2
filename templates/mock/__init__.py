"""A mock WooCommerce store that answers like a real one."""

from __future__ import annotations

from .store import MockStore

__all__ = ["MockStore"]
