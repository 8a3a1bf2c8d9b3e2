"""The clients: one attribute for each resource of the store."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.open_client import AsyncOpenClient, OpenClient

if TYPE_CHECKING:
    from wooclient.legacy.v3.api import AsyncLegacyV3, LegacyV3
    from wooclient.v1.api import V1, AsyncV1
    from wooclient.v2.api import V2, AsyncV2
    from wooclient.v3.resources.coupons import AsyncCoupons, Coupons
    from wooclient.v3.resources.customers import AsyncCustomers, Customers
    from wooclient.v3.resources.data import AsyncData, Data
    from wooclient.v3.resources.index import AsyncIndex, Index
    from wooclient.v3.resources.layout_templates import AsyncLayoutTemplates, LayoutTemplates
    from wooclient.v3.resources.marketplace import AsyncMarketplace, Marketplace
    from wooclient.v3.resources.orders import AsyncOrders, Orders
    from wooclient.v3.resources.payment_gateways import AsyncPaymentGateways, PaymentGateways
    from wooclient.v3.resources.products import AsyncProducts, Products
    from wooclient.v3.resources.refunds import AsyncRefunds, Refunds
    from wooclient.v3.resources.reports import AsyncReports, Reports
    from wooclient.v3.resources.settings import AsyncSettings, Settings
    from wooclient.v3.resources.shipping import AsyncShipping, Shipping
    from wooclient.v3.resources.system_status import AsyncSystemStatus, SystemStatus
    from wooclient.v3.resources.taxes import AsyncTaxes, Taxes
    from wooclient.v3.resources.variations import AsyncVariations, Variations
    from wooclient.v3.resources.webhooks import AsyncWebhooks, Webhooks


class WooClient(OpenClient):
    """A client for one store.

    Example:
        with WooClient("https://shop.example", key="ck_...", secret="cs_...") as woo:
            product = woo.products.get(42)
    """

    @cached_property
    def products(self) -> Products:
        """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""
        from wooclient.v3.resources.products import Products

        return Products(self)

    @cached_property
    def orders(self) -> Orders:
        """Orders with their addresses, lines, taxes and payment state."""
        from wooclient.v3.resources.orders import Orders

        return Orders(self)

    @cached_property
    def customers(self) -> Customers:
        """Accounts of the shop's site. Guests who ordered without an account do not appear here."""
        from wooclient.v3.resources.customers import Customers

        return Customers(self)

    @cached_property
    def variations(self) -> Variations:
        """The variations of all products together."""
        from wooclient.v3.resources.variations import Variations

        return Variations(self)

    @cached_property
    def refunds(self) -> Refunds:
        """Refunds of all orders."""
        from wooclient.v3.resources.refunds import Refunds

        return Refunds(self)

    @cached_property
    def coupons(self) -> Coupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.v3.resources.coupons import Coupons

        return Coupons(self)

    @cached_property
    def taxes(self) -> Taxes:
        """Tax rates, each for a place and a tax class."""
        from wooclient.v3.resources.taxes import Taxes

        return Taxes(self)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.v3.resources.webhooks import Webhooks

        return Webhooks(self)

    @cached_property
    def settings(self) -> Settings:
        """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""
        from wooclient.v3.resources.settings import Settings

        return Settings(self)

    @cached_property
    def shipping(self) -> Shipping:
        """Where the shop ships to and how."""
        from wooclient.v3.resources.shipping import Shipping

        return Shipping(self)

    @cached_property
    def payment_gateways(self) -> PaymentGateways:
        """Ways to pay that the shop can offer at checkout, and their settings."""
        from wooclient.v3.resources.payment_gateways import PaymentGateways

        return PaymentGateways(self)

    @cached_property
    def reports(self) -> Reports:
        """Which reports the store offers."""
        from wooclient.v3.resources.reports import Reports

        return Reports(self)

    @cached_property
    def data(self) -> Data:
        """Which reference lists the store offers."""
        from wooclient.v3.resources.data import Data

        return Data(self)

    @cached_property
    def system_status(self) -> SystemStatus:
        """Condition of the server, the database and the shop software."""
        from wooclient.v3.resources.system_status import SystemStatus

        return SystemStatus(self)

    @cached_property
    def layout_templates(self) -> LayoutTemplates:
        """Forms that the block editor builds for products, inside the admin area."""
        from wooclient.v3.resources.layout_templates import LayoutTemplates

        return LayoutTemplates(self)

    @cached_property
    def marketplace(self) -> Marketplace:
        """Goods of the WooCommerce marketplace, as the admin area shows them."""
        from wooclient.v3.resources.marketplace import Marketplace

        return Marketplace(self)

    @cached_property
    def index(self) -> Index:
        """What this version of the API consists of."""
        from wooclient.v3.resources.index import Index

        return Index(self)

    @cached_property
    def v2(self) -> V2:
        """The older API wc/v2."""
        from wooclient.v2.api import V2

        return V2(self)

    @cached_property
    def v1(self) -> V1:
        """The older API wc/v1."""
        from wooclient.v1.api import V1

        return V1(self)

    @cached_property
    def legacy(self) -> LegacyV3:
        """The older API wc-api/v3."""
        from wooclient.legacy.v3.api import LegacyV3

        return LegacyV3(self)


class AsyncWooClient(AsyncOpenClient):
    """A client for one store, for asyncio.

    Example:
        async with AsyncWooClient("https://shop.example", key="ck_...", secret="cs_...") as woo:
            product = await woo.products.get(42)
    """

    @cached_property
    def products(self) -> AsyncProducts:
        """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""
        from wooclient.v3.resources.products import AsyncProducts

        return AsyncProducts(self)

    @cached_property
    def orders(self) -> AsyncOrders:
        """Orders with their addresses, lines, taxes and payment state."""
        from wooclient.v3.resources.orders import AsyncOrders

        return AsyncOrders(self)

    @cached_property
    def customers(self) -> AsyncCustomers:
        """Accounts of the shop's site. Guests who ordered without an account do not appear here."""
        from wooclient.v3.resources.customers import AsyncCustomers

        return AsyncCustomers(self)

    @cached_property
    def variations(self) -> AsyncVariations:
        """The variations of all products together."""
        from wooclient.v3.resources.variations import AsyncVariations

        return AsyncVariations(self)

    @cached_property
    def refunds(self) -> AsyncRefunds:
        """Refunds of all orders."""
        from wooclient.v3.resources.refunds import AsyncRefunds

        return AsyncRefunds(self)

    @cached_property
    def coupons(self) -> AsyncCoupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.v3.resources.coupons import AsyncCoupons

        return AsyncCoupons(self)

    @cached_property
    def taxes(self) -> AsyncTaxes:
        """Tax rates, each for a place and a tax class."""
        from wooclient.v3.resources.taxes import AsyncTaxes

        return AsyncTaxes(self)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.v3.resources.webhooks import AsyncWebhooks

        return AsyncWebhooks(self)

    @cached_property
    def settings(self) -> AsyncSettings:
        """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""
        from wooclient.v3.resources.settings import AsyncSettings

        return AsyncSettings(self)

    @cached_property
    def shipping(self) -> AsyncShipping:
        """Where the shop ships to and how."""
        from wooclient.v3.resources.shipping import AsyncShipping

        return AsyncShipping(self)

    @cached_property
    def payment_gateways(self) -> AsyncPaymentGateways:
        """Ways to pay that the shop can offer at checkout, and their settings."""
        from wooclient.v3.resources.payment_gateways import AsyncPaymentGateways

        return AsyncPaymentGateways(self)

    @cached_property
    def reports(self) -> AsyncReports:
        """Which reports the store offers."""
        from wooclient.v3.resources.reports import AsyncReports

        return AsyncReports(self)

    @cached_property
    def data(self) -> AsyncData:
        """Which reference lists the store offers."""
        from wooclient.v3.resources.data import AsyncData

        return AsyncData(self)

    @cached_property
    def system_status(self) -> AsyncSystemStatus:
        """Condition of the server, the database and the shop software."""
        from wooclient.v3.resources.system_status import AsyncSystemStatus

        return AsyncSystemStatus(self)

    @cached_property
    def layout_templates(self) -> AsyncLayoutTemplates:
        """Forms that the block editor builds for products, inside the admin area."""
        from wooclient.v3.resources.layout_templates import AsyncLayoutTemplates

        return AsyncLayoutTemplates(self)

    @cached_property
    def marketplace(self) -> AsyncMarketplace:
        """Goods of the WooCommerce marketplace, as the admin area shows them."""
        from wooclient.v3.resources.marketplace import AsyncMarketplace

        return AsyncMarketplace(self)

    @cached_property
    def index(self) -> AsyncIndex:
        """What this version of the API consists of."""
        from wooclient.v3.resources.index import AsyncIndex

        return AsyncIndex(self)

    @cached_property
    def v2(self) -> AsyncV2:
        """The older API wc/v2."""
        from wooclient.v2.api import AsyncV2

        return AsyncV2(self)

    @cached_property
    def v1(self) -> AsyncV1:
        """The older API wc/v1."""
        from wooclient.v1.api import AsyncV1

        return AsyncV1(self)

    @cached_property
    def legacy(self) -> AsyncLegacyV3:
        """The older API wc-api/v3."""
        from wooclient.legacy.v3.api import AsyncLegacyV3

        return AsyncLegacyV3(self)
