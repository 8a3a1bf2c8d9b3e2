"""How an older version of the API is reached from a client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from wooclient.legacy.v2.resources.coupons import AsyncCoupons, Coupons
    from wooclient.legacy.v2.resources.customers import AsyncCustomers, Customers
    from wooclient.legacy.v2.resources.index import AsyncIndex, Index
    from wooclient.legacy.v2.resources.orders import AsyncOrders, Orders
    from wooclient.legacy.v2.resources.products import AsyncProducts, Products
    from wooclient.legacy.v2.resources.reports import AsyncReports, Reports
    from wooclient.legacy.v2.resources.webhooks import AsyncWebhooks, Webhooks


class LegacyV2(Resource):
    """wc-api/v2, with the methods that it has."""

    @cached_property
    def products(self) -> Products:
        """The articles of the shop, their variations inside them."""
        from wooclient.legacy.v2.resources.products import Products

        return Products(self._client)

    @cached_property
    def orders(self) -> Orders:
        """What was sold to whom and where it stands. Stores that keep orders only in tables of their own, not as posts,
        show none of them here.
        """
        from wooclient.legacy.v2.resources.orders import Orders

        return Orders(self._client)

    @cached_property
    def customers(self) -> Customers:
        """Accounts of the people who buy in the shop."""
        from wooclient.legacy.v2.resources.customers import Customers

        return Customers(self._client)

    @cached_property
    def coupons(self) -> Coupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.legacy.v2.resources.coupons import Coupons

        return Coupons(self._client)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.legacy.v2.resources.webhooks import Webhooks

        return Webhooks(self._client)

    @cached_property
    def reports(self) -> Reports:
        """Reports that the store can make."""
        from wooclient.legacy.v2.resources.reports import Reports

        return Reports(self._client)

    @cached_property
    def index(self) -> Index:
        """The store and what this version of the API consists of."""
        from wooclient.legacy.v2.resources.index import Index

        return Index(self._client)


class AsyncLegacyV2(AsyncResource):
    """wc-api/v2, with the methods that it has."""

    @cached_property
    def products(self) -> AsyncProducts:
        """The articles of the shop, their variations inside them."""
        from wooclient.legacy.v2.resources.products import AsyncProducts

        return AsyncProducts(self._client)

    @cached_property
    def orders(self) -> AsyncOrders:
        """What was sold to whom and where it stands. Stores that keep orders only in tables of their own, not as posts,
        show none of them here.
        """
        from wooclient.legacy.v2.resources.orders import AsyncOrders

        return AsyncOrders(self._client)

    @cached_property
    def customers(self) -> AsyncCustomers:
        """Accounts of the people who buy in the shop."""
        from wooclient.legacy.v2.resources.customers import AsyncCustomers

        return AsyncCustomers(self._client)

    @cached_property
    def coupons(self) -> AsyncCoupons:
        """Discount codes and the rules under which the cart accepts them."""
        from wooclient.legacy.v2.resources.coupons import AsyncCoupons

        return AsyncCoupons(self._client)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Addresses that the store calls when something happens, such as a new order."""
        from wooclient.legacy.v2.resources.webhooks import AsyncWebhooks

        return AsyncWebhooks(self._client)

    @cached_property
    def reports(self) -> AsyncReports:
        """Reports that the store can make."""
        from wooclient.legacy.v2.resources.reports import AsyncReports

        return AsyncReports(self._client)

    @cached_property
    def index(self) -> AsyncIndex:
        """The store and what this version of the API consists of."""
        from wooclient.legacy.v2.resources.index import AsyncIndex

        return AsyncIndex(self._client)
