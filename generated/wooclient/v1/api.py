"""How an older version of the API is reached from a client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from wooclient.v1.resources.coupons import AsyncCoupons, Coupons
    from wooclient.v1.resources.customers import AsyncCustomers, Customers
    from wooclient.v1.resources.index import AsyncIndex, Index
    from wooclient.v1.resources.marketplace import AsyncMarketplace, Marketplace
    from wooclient.v1.resources.orders import AsyncOrders, Orders
    from wooclient.v1.resources.products import AsyncProducts, Products
    from wooclient.v1.resources.reports import AsyncReports, Reports
    from wooclient.v1.resources.taxes import AsyncTaxes, Taxes
    from wooclient.v1.resources.webhooks import AsyncWebhooks, Webhooks


class V1(Resource):
    """wc/v1, with the methods that it has."""

    @cached_property
    def products(self) -> Products:
        """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""
        from wooclient.v1.resources.products import Products

        return Products(self._client)

    @cached_property
    def orders(self) -> Orders:
        """Orders with their addresses, lines, taxes and payment state."""
        from wooclient.v1.resources.orders import Orders

        return Orders(self._client)

    @cached_property
    def customers(self) -> Customers:
        """Accounts of the shop's site. Guests who ordered without an account do not appear here."""
        from wooclient.v1.resources.customers import Customers

        return Customers(self._client)

    @cached_property
    def coupons(self) -> Coupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.v1.resources.coupons import Coupons

        return Coupons(self._client)

    @cached_property
    def taxes(self) -> Taxes:
        """Tax rates, each for a place and a tax class."""
        from wooclient.v1.resources.taxes import Taxes

        return Taxes(self._client)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.v1.resources.webhooks import Webhooks

        return Webhooks(self._client)

    @cached_property
    def reports(self) -> Reports:
        """Which reports the store offers."""
        from wooclient.v1.resources.reports import Reports

        return Reports(self._client)

    @cached_property
    def marketplace(self) -> Marketplace:
        """Goods of the WooCommerce marketplace, as the admin area shows them."""
        from wooclient.v1.resources.marketplace import Marketplace

        return Marketplace(self._client)

    @cached_property
    def index(self) -> Index:
        """What this version of the API consists of."""
        from wooclient.v1.resources.index import Index

        return Index(self._client)


class AsyncV1(AsyncResource):
    """wc/v1, with the methods that it has."""

    @cached_property
    def products(self) -> AsyncProducts:
        """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""
        from wooclient.v1.resources.products import AsyncProducts

        return AsyncProducts(self._client)

    @cached_property
    def orders(self) -> AsyncOrders:
        """Orders with their addresses, lines, taxes and payment state."""
        from wooclient.v1.resources.orders import AsyncOrders

        return AsyncOrders(self._client)

    @cached_property
    def customers(self) -> AsyncCustomers:
        """Accounts of the shop's site. Guests who ordered without an account do not appear here."""
        from wooclient.v1.resources.customers import AsyncCustomers

        return AsyncCustomers(self._client)

    @cached_property
    def coupons(self) -> AsyncCoupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.v1.resources.coupons import AsyncCoupons

        return AsyncCoupons(self._client)

    @cached_property
    def taxes(self) -> AsyncTaxes:
        """Tax rates, each for a place and a tax class."""
        from wooclient.v1.resources.taxes import AsyncTaxes

        return AsyncTaxes(self._client)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.v1.resources.webhooks import AsyncWebhooks

        return AsyncWebhooks(self._client)

    @cached_property
    def reports(self) -> AsyncReports:
        """Which reports the store offers."""
        from wooclient.v1.resources.reports import AsyncReports

        return AsyncReports(self._client)

    @cached_property
    def marketplace(self) -> AsyncMarketplace:
        """Goods of the WooCommerce marketplace, as the admin area shows them."""
        from wooclient.v1.resources.marketplace import AsyncMarketplace

        return AsyncMarketplace(self._client)

    @cached_property
    def index(self) -> AsyncIndex:
        """What this version of the API consists of."""
        from wooclient.v1.resources.index import AsyncIndex

        return AsyncIndex(self._client)
