"""What calls about marketplace of wc/v3 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class MarketplaceFeaturedParams(Parameters, total=False):
    """Parameters of marketplace.featured."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class MarketplaceSubscriptionListParams(Parameters, total=False):
    """Parameters of marketplace.subscriptions.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class MarketplaceSubscriptionInstallUrlParams(Parameters, total=False):
    """Parameters of marketplace.subscriptions.install_url."""

    product_key: Required[str]
    """Key of the subscription."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class MarketplaceOrderCreate(Parameters, total=False):
    """What to order."""

    product_id: Required[int]
    """Number of the extension at woocommerce.com; a JSON number, not text."""


class MarketplaceSubscriptionKey(Parameters, total=False):
    """Which subscription is meant."""

    product_key: Required[str]
    """Key of the subscription."""
