"""What calls about marketplace of wc/v3 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.inputs import Parameters


class MarketplaceSubscriptionInstallUrlParams(Parameters, total=False):
    """Parameters of marketplace.subscriptions.install_url."""

    product_key: Required[str]
    """Key of the subscription."""


class MarketplaceOrderCreate(Parameters, total=False):
    """What to order."""

    product_id: Required[int]
    """Number of the extension at woocommerce.com; a JSON number, not text."""


class MarketplaceSubscriptionKey(Parameters, total=False):
    """Which subscription is meant."""

    product_key: Required[str]
    """Key of the subscription."""
