"""Marketplace of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.marketplace import (
        MarketplaceFeaturedAnswer,
        MarketplaceInstallUrl,
        MarketplaceOrder,
        MarketplaceOutcome,
        MarketplaceSubscription,
    )
    from wooclient.v3.params.marketplace import (
        MarketplaceFeaturedParams,
        MarketplaceOrderCreate,
        MarketplaceSubscriptionInstallUrlParams,
        MarketplaceSubscriptionKey,
        MarketplaceSubscriptionListParams,
    )

MARKETPLACE_FEATURED: Operation[MarketplaceFeaturedAnswer] = Operation(
    V3,
    "marketplace.featured",
    "GET",
    "/marketplace/featured",
    "marketplace.MarketplaceFeaturedAnswer",
    query="marketplace.MarketplaceFeaturedParams",
)
MARKETPLACE_REFRESH: Operation[list[MarketplaceSubscription]] = Operation(
    V3, "marketplace.refresh", "POST", "/marketplace/refresh", "marketplace.MarketplaceSubscription", "items"
)
MARKETPLACE_CREATE_ORDER: Operation[MarketplaceOrder] = Operation(
    V3,
    "marketplace.create_order",
    "POST",
    "/marketplace/create-order",
    "marketplace.MarketplaceOrder",
    body="marketplace.MarketplaceOrderCreate",
)
MARKETPLACE_SUBSCRIPTIONS_LIST: Operation[list[MarketplaceSubscription]] = Operation(
    V3,
    "marketplace.subscriptions.list",
    "GET",
    "/marketplace/subscriptions",
    "marketplace.MarketplaceSubscription",
    "items",
    query="marketplace.MarketplaceSubscriptionListParams",
    paging="none",
)
MARKETPLACE_SUBSCRIPTIONS_CONNECT: Operation[MarketplaceOutcome] = Operation(
    V3,
    "marketplace.subscriptions.connect",
    "POST",
    "/marketplace/subscriptions/connect",
    "marketplace.MarketplaceOutcome",
    body="marketplace.MarketplaceSubscriptionKey",
)
MARKETPLACE_SUBSCRIPTIONS_DISCONNECT: Operation[MarketplaceOutcome] = Operation(
    V3,
    "marketplace.subscriptions.disconnect",
    "POST",
    "/marketplace/subscriptions/disconnect",
    "marketplace.MarketplaceOutcome",
    body="marketplace.MarketplaceSubscriptionKey",
)
MARKETPLACE_SUBSCRIPTIONS_ACTIVATE: Operation[MarketplaceOutcome] = Operation(
    V3,
    "marketplace.subscriptions.activate",
    "POST",
    "/marketplace/subscriptions/activate",
    "marketplace.MarketplaceOutcome",
    body="marketplace.MarketplaceSubscriptionKey",
)
MARKETPLACE_SUBSCRIPTIONS_ACTIVATE_PLUGIN: Operation[MarketplaceOutcome] = Operation(
    V3,
    "marketplace.subscriptions.activate_plugin",
    "POST",
    "/marketplace/subscriptions/activate-plugin",
    "marketplace.MarketplaceOutcome",
    body="marketplace.MarketplaceSubscriptionKey",
)
MARKETPLACE_SUBSCRIPTIONS_INSTALL_URL: Operation[MarketplaceInstallUrl] = Operation(
    V3,
    "marketplace.subscriptions.install_url",
    "GET",
    "/marketplace/subscriptions/install-url",
    "marketplace.MarketplaceInstallUrl",
    query="marketplace.MarketplaceSubscriptionInstallUrlParams",
)


class Marketplace(Resource):
    """Goods of the WooCommerce marketplace, as the admin area shows them."""

    @cached_property
    def subscriptions(self) -> MarketplaceSubscriptions:
        """Paid extensions of the account at woocommerce.com that the store is tied to."""
        return MarketplaceSubscriptions(self._client)

    def featured(self, **params: Unpack[MarketplaceFeaturedParams]) -> MarketplaceFeaturedAnswer:
        """List what the marketplace promotes.

        Groups of promoted extensions and themes, fetched from woocommerce.com and kept for a day. If that site cannot
        be reached the answer is still 200, but an object that says so. New in WooCommerce 8.2.

        `GET /wp-json/wc/v3/marketplace/featured`.
        """
        return self._call(MARKETPLACE_FEATURED, params)

    def refresh(self) -> Page[MarketplaceSubscription]:
        """Fetch the subscriptions anew.

        Forgets what is remembered of the account, asks woocommerce.com again and answers the list of subscriptions. New
        in WooCommerce 8.4.

        `POST /wp-json/wc/v3/marketplace/refresh`.
        """
        return self._page(MARKETPLACE_REFRESH, {})

    def create_order(self, **fields: Unpack[MarketplaceOrderCreate]) -> MarketplaceOrder:
        """Order an extension.

        Places an order at woocommerce.com in the name of the account and passes its answer on, HTTP status included.
        The key must belong to somebody who may install plugins. New in WooCommerce 8.6.

        `POST /wp-json/wc/v3/marketplace/create-order`.
        """
        return self._call(MARKETPLACE_CREATE_ORDER, fields)


class AsyncMarketplace(AsyncResource):
    """Goods of the WooCommerce marketplace, as the admin area shows them."""

    @cached_property
    def subscriptions(self) -> AsyncMarketplaceSubscriptions:
        """Paid extensions of the account at woocommerce.com that the store is tied to."""
        return AsyncMarketplaceSubscriptions(self._client)

    async def featured(self, **params: Unpack[MarketplaceFeaturedParams]) -> MarketplaceFeaturedAnswer:
        """List what the marketplace promotes: `GET /wp-json/wc/v3/marketplace/featured`."""
        return await self._call(MARKETPLACE_FEATURED, params)

    async def refresh(self) -> Page[MarketplaceSubscription]:
        """Fetch the subscriptions anew: `POST /wp-json/wc/v3/marketplace/refresh`."""
        return await self._page(MARKETPLACE_REFRESH, {})

    async def create_order(self, **fields: Unpack[MarketplaceOrderCreate]) -> MarketplaceOrder:
        """Order an extension: `POST /wp-json/wc/v3/marketplace/create-order`."""
        return await self._call(MARKETPLACE_CREATE_ORDER, fields)


class MarketplaceSubscriptions(Resource):
    """Paid extensions of the account at woocommerce.com that the store is tied to."""

    def list(self, **params: Unpack[MarketplaceSubscriptionListParams]) -> Page[MarketplaceSubscription]:
        """List subscriptions.

        Subscriptions of the account, together with extensions and themes that are installed here without one.
        Remembered for an hour; empty if the store is tied to no account and has no such extension. New in WooCommerce
        8.4.

        `GET /wp-json/wc/v3/marketplace/subscriptions`.
        """
        return self._page(MARKETPLACE_SUBSCRIPTIONS_LIST, params)

    def connect(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Use a subscription in this store.

        Takes one of the places of the subscription for this store, so that it gets updates. New in WooCommerce 8.4.

        `POST /wp-json/wc/v3/marketplace/subscriptions/connect`.
        """
        return self._call(MARKETPLACE_SUBSCRIPTIONS_CONNECT, fields)

    def disconnect(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Stop using a subscription in this store.

        Frees the place that this store takes up in the subscription. The extension stays installed. New in WooCommerce
        8.4.

        `POST /wp-json/wc/v3/marketplace/subscriptions/disconnect`.
        """
        return self._call(MARKETPLACE_SUBSCRIPTIONS_DISCONNECT, fields)

    def activate(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Switch on an installed extension.

        Switches on the plugin or theme of a subscription, which must be installed already. New in WooCommerce 8.4.

        `POST /wp-json/wc/v3/marketplace/subscriptions/activate`.
        """
        return self._call(MARKETPLACE_SUBSCRIPTIONS_ACTIVATE, fields)

    def activate_plugin(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Switch on the plugin of a subscription.

        Switches on the installed plugin that a subscription is for. New in WooCommerce 9.9.

        `POST /wp-json/wc/v3/marketplace/subscriptions/activate-plugin`.
        """
        return self._call(MARKETPLACE_SUBSCRIPTIONS_ACTIVATE_PLUGIN, fields)

    def install_url(self, **params: Unpack[MarketplaceSubscriptionInstallUrlParams]) -> MarketplaceInstallUrl:
        """Get the address that installs an extension.

        An address at woocommerce.com that begins the installation. If the extension is installed already there is no
        address, only a message. New in WooCommerce 8.5.

        `GET /wp-json/wc/v3/marketplace/subscriptions/install-url`.
        """
        return self._call(MARKETPLACE_SUBSCRIPTIONS_INSTALL_URL, params)


class AsyncMarketplaceSubscriptions(AsyncResource):
    """Paid extensions of the account at woocommerce.com that the store is tied to."""

    async def list(self, **params: Unpack[MarketplaceSubscriptionListParams]) -> Page[MarketplaceSubscription]:
        """List subscriptions: `GET /wp-json/wc/v3/marketplace/subscriptions`."""
        return await self._page(MARKETPLACE_SUBSCRIPTIONS_LIST, params)

    async def connect(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Use a subscription in this store: `POST /wp-json/wc/v3/marketplace/subscriptions/connect`."""
        return await self._call(MARKETPLACE_SUBSCRIPTIONS_CONNECT, fields)

    async def disconnect(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Stop using a subscription in this store: `POST /wp-json/wc/v3/marketplace/subscriptions/disconnect`."""
        return await self._call(MARKETPLACE_SUBSCRIPTIONS_DISCONNECT, fields)

    async def activate(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Switch on an installed extension: `POST /wp-json/wc/v3/marketplace/subscriptions/activate`."""
        return await self._call(MARKETPLACE_SUBSCRIPTIONS_ACTIVATE, fields)

    async def activate_plugin(self, **fields: Unpack[MarketplaceSubscriptionKey]) -> MarketplaceOutcome:
        """Switch on the plugin of a subscription: `POST /wp-json/wc/v3/marketplace/subscriptions/activate-plugin`."""
        return await self._call(MARKETPLACE_SUBSCRIPTIONS_ACTIVATE_PLUGIN, fields)

    async def install_url(self, **params: Unpack[MarketplaceSubscriptionInstallUrlParams]) -> MarketplaceInstallUrl:
        """Get the address that installs an extension: `GET /wp-json/wc/v3/marketplace/subscriptions/install-url`."""
        return await self._call(MARKETPLACE_SUBSCRIPTIONS_INSTALL_URL, params)
