"""How an older version of the API is reached from a client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from wooclient.v2.resources.coupons import AsyncCoupons, Coupons
    from wooclient.v2.resources.customers import AsyncCustomers, Customers
    from wooclient.v2.resources.index import AsyncIndex, Index
    from wooclient.v2.resources.orders import AsyncOrders, Orders
    from wooclient.v2.resources.payment_gateways import AsyncPaymentGateways, PaymentGateways
    from wooclient.v2.resources.products import AsyncProducts, Products
    from wooclient.v2.resources.reports import AsyncReports, Reports
    from wooclient.v2.resources.settings import AsyncSettings, Settings
    from wooclient.v2.resources.shipping import AsyncShipping, Shipping
    from wooclient.v2.resources.system_status import AsyncSystemStatus, SystemStatus
    from wooclient.v2.resources.taxes import AsyncTaxes, Taxes
    from wooclient.v2.resources.webhooks import AsyncWebhooks, Webhooks


class V2(Resource):
    """wc/v2, with the methods that it has."""

    @cached_property
    def products(self) -> Products:
        """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""
        from wooclient.v2.resources.products import Products

        return Products(self._client)

    @cached_property
    def orders(self) -> Orders:
        """Orders with their addresses, lines, taxes and payment state."""
        from wooclient.v2.resources.orders import Orders

        return Orders(self._client)

    @cached_property
    def customers(self) -> Customers:
        """Accounts of the shop's site. Guests who ordered without an account do not appear here."""
        from wooclient.v2.resources.customers import Customers

        return Customers(self._client)

    @cached_property
    def coupons(self) -> Coupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.v2.resources.coupons import Coupons

        return Coupons(self._client)

    @cached_property
    def taxes(self) -> Taxes:
        """Tax rates, each for a place and a tax class."""
        from wooclient.v2.resources.taxes import Taxes

        return Taxes(self._client)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.v2.resources.webhooks import Webhooks

        return Webhooks(self._client)

    @cached_property
    def settings(self) -> Settings:
        """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""
        from wooclient.v2.resources.settings import Settings

        return Settings(self._client)

    @cached_property
    def shipping(self) -> Shipping:
        """Where the shop ships to and how."""
        from wooclient.v2.resources.shipping import Shipping

        return Shipping(self._client)

    @cached_property
    def payment_gateways(self) -> PaymentGateways:
        """Ways to pay that the shop can offer at checkout, and their settings."""
        from wooclient.v2.resources.payment_gateways import PaymentGateways

        return PaymentGateways(self._client)

    @cached_property
    def reports(self) -> Reports:
        """Which reports the store offers."""
        from wooclient.v2.resources.reports import Reports

        return Reports(self._client)

    @cached_property
    def system_status(self) -> SystemStatus:
        """Condition of the server, the database and the shop software."""
        from wooclient.v2.resources.system_status import SystemStatus

        return SystemStatus(self._client)

    @cached_property
    def index(self) -> Index:
        """What this version of the API consists of."""
        from wooclient.v2.resources.index import Index

        return Index(self._client)


class AsyncV2(AsyncResource):
    """wc/v2, with the methods that it has."""

    @cached_property
    def products(self) -> AsyncProducts:
        """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""
        from wooclient.v2.resources.products import AsyncProducts

        return AsyncProducts(self._client)

    @cached_property
    def orders(self) -> AsyncOrders:
        """Orders with their addresses, lines, taxes and payment state."""
        from wooclient.v2.resources.orders import AsyncOrders

        return AsyncOrders(self._client)

    @cached_property
    def customers(self) -> AsyncCustomers:
        """Accounts of the shop's site. Guests who ordered without an account do not appear here."""
        from wooclient.v2.resources.customers import AsyncCustomers

        return AsyncCustomers(self._client)

    @cached_property
    def coupons(self) -> AsyncCoupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.v2.resources.coupons import AsyncCoupons

        return AsyncCoupons(self._client)

    @cached_property
    def taxes(self) -> AsyncTaxes:
        """Tax rates, each for a place and a tax class."""
        from wooclient.v2.resources.taxes import AsyncTaxes

        return AsyncTaxes(self._client)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.v2.resources.webhooks import AsyncWebhooks

        return AsyncWebhooks(self._client)

    @cached_property
    def settings(self) -> AsyncSettings:
        """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""
        from wooclient.v2.resources.settings import AsyncSettings

        return AsyncSettings(self._client)

    @cached_property
    def shipping(self) -> AsyncShipping:
        """Where the shop ships to and how."""
        from wooclient.v2.resources.shipping import AsyncShipping

        return AsyncShipping(self._client)

    @cached_property
    def payment_gateways(self) -> AsyncPaymentGateways:
        """Ways to pay that the shop can offer at checkout, and their settings."""
        from wooclient.v2.resources.payment_gateways import AsyncPaymentGateways

        return AsyncPaymentGateways(self._client)

    @cached_property
    def reports(self) -> AsyncReports:
        """Which reports the store offers."""
        from wooclient.v2.resources.reports import AsyncReports

        return AsyncReports(self._client)

    @cached_property
    def system_status(self) -> AsyncSystemStatus:
        """Condition of the server, the database and the shop software."""
        from wooclient.v2.resources.system_status import AsyncSystemStatus

        return AsyncSystemStatus(self._client)

    @cached_property
    def index(self) -> AsyncIndex:
        """What this version of the API consists of."""
        from wooclient.v2.resources.index import AsyncIndex

        return AsyncIndex(self._client)
