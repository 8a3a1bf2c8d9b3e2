"""Deliveries of webhooks in wc/v2. WooCommerce keeps them in its log these days: the routes are there, and empty."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import Refused
from ...resource import Resource


class Deliveries(Resource):
    """What a webhook sent."""

    def list(self, call: Call) -> Any:
        """Nothing."""
        if not self.parent_exists(call):
            raise self.missing(call)
        return []

    def get(self, call: Call) -> Any:
        """None is there."""
        if not self.parent_exists(call):
            raise self.missing(call)
        raise Refused(404, "woocommerce_rest_invalid_id", "There is no such delivery.")
