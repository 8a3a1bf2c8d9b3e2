"""Features of WooCommerce that a store has switched off: their routes are not there."""

from __future__ import annotations

from .description import Json
from .kinds import is_list, members
from .resource import Shop

#: Feature, as the system status calls it → where its routes begin.
_ROUTES = {"fulfillments": "/orders/{order_id}/fulfillments"}


def closed(shop: Shop) -> tuple[str, ...]:
    """Where the routes begin that this store does not have; a store that tells no features has all."""
    report: Json = shop.state.get("system_status", "system_status") or {}
    told = members(report.get("settings")).get("enabled_features")
    return tuple(path for feature, path in _ROUTES.items() if is_list(told) and feature not in told)
