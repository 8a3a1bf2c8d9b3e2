"""The kinds of the shop itself: taxes, shipping, webhooks."""

from __future__ import annotations

from ..life import Life
from .places import for_zones, to_antarctica, under_tax_class, under_zone

#: An address that nothing answers, and an event that never happens.
_NOWHERE = "https://woospec.invalid/{mark}"
_NEVER = "action.woocommerce_woospec_never"

SHOP = (
    Life(
        "taxes",
        {
            "country": "AQ",
            "state": "",
            "rate": "7.5000",
            "name": "{mark}",
            "priority": 2,
            "compound": False,
            "shipping": False,
            "order": 1,
            "class": "{tax_class}",
        },
        {"rate": "8.2500", "name": "{mark} changed", "compound": True},
        {"class": "{tax_class}"},
        place=under_tax_class,
    ),
    Life(
        "taxes.classes",
        {"name": "{mark}"},
        again=frozenset({"woocommerce_rest_tax_class_exists", "woocommerce_rest_tax_class_slug_exists"}),
        key="slug",
    ),
    Life(
        "webhooks",
        {"name": "{mark}", "topic": _NEVER, "delivery_url": _NOWHERE, "secret": "not a secret of {mark}"},
        {"name": "{mark} renamed", "status": "paused"},
        {"include": ["{id}"]},
        hidden=frozenset({"secret"}),
    ),
    Life(
        "shipping.zones",
        {"name": "{mark}", "order": 99999},
        {"name": "{mark} renamed"},
        place=for_zones,
        after=to_antarctica,
    ),
    Life(
        "shipping.zones.methods",
        {"method_id": "flat_rate", "enabled": True, "order": 2},
        {"enabled": False, "order": 3},
        key="instance_id",
        place=under_zone,
    ),
)
