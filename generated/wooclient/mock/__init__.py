"""A mock WooCommerce store that answers like a real one."""

from __future__ import annotations

from .errors import Refused
from .own_routes import RouteCall
from .store import MockStore

__all__ = ["MockStore", "Refused", "RouteCall"]
