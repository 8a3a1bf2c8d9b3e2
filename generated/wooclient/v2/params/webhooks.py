"""What calls about webhooks of wc/v2 take."""

from __future__ import annotations

from typing import Literal

from wooclient._runtime.inputs import Parameters


class WebhookDeliveryListParams(Parameters, total=False):
    """Parameters of webhooks.deliveries.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Left out: view."""


class WebhookDeliveryGetParams(Parameters, total=False):
    """Parameters of webhooks.deliveries.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Left out: view."""
