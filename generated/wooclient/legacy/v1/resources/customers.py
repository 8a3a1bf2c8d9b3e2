"""Customers of wc-api/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v1._version import NEEDS_ORDERS_AS_POSTS, V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v1.models.customers import CustomersOrdersListAnswer, LegacyCustomer
    from wooclient.legacy.v1.params.customers import (
        CustomerCountParams,
        CustomerGetParams,
        CustomerListParams,
        CustomerOrderListParams,
    )

CUSTOMERS_LIST: Operation[list[LegacyCustomer]] = Operation(
    V1,
    "customers.list",
    "GET",
    "/customers",
    "customers.LegacyCustomer",
    "items",
    query="customers.CustomerListParams",
    paging="pages",
    request_envelope="customers",
    answer_envelope="customers",
)
CUSTOMERS_COUNT: Operation[int] = Operation(
    V1,
    "customers.count",
    "GET",
    "/customers/count",
    "int",
    query="customers.CustomerCountParams",
    request_envelope="count",
    answer_envelope="count",
)
CUSTOMERS_GET: Operation[LegacyCustomer] = Operation(
    V1,
    "customers.get",
    "GET",
    "/customers/{id}",
    "customers.LegacyCustomer",
    query="customers.CustomerGetParams",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_ORDERS_LIST: Operation[list[CustomersOrdersListAnswer]] = Operation(
    V1,
    "customers.orders.list",
    "GET",
    "/customers/{id}/orders",
    "customers.CustomersOrdersListAnswer",
    "items",
    query="customers.CustomerOrderListParams",
    paging="none",
    request_envelope="orders",
    answer_envelope="orders",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class Customers(Resource):
    """Accounts of the people who buy in the shop."""

    @cached_property
    def orders(self) -> CustomersOrders:
        """Orders of one customer."""
        return CustomersOrders(self._client)

    def list(self, **params: Unpack[CustomerListParams]) -> Page[LegacyCustomer]:
        """List customers: `GET /wc-api/v1/customers`."""
        return self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> Iterator[LegacyCustomer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    def count(self, **params: Unpack[CustomerCountParams]) -> int:
        """Count customers: `GET /wc-api/v1/customers/count`."""
        return self._call(CUSTOMERS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> LegacyCustomer:
        """Get a customer: `GET /wc-api/v1/customers/{id}`."""
        return self._call(CUSTOMERS_GET, params, id)


class AsyncCustomers(AsyncResource):
    """Accounts of the people who buy in the shop."""

    @cached_property
    def orders(self) -> AsyncCustomersOrders:
        """Orders of one customer."""
        return AsyncCustomersOrders(self._client)

    async def list(self, **params: Unpack[CustomerListParams]) -> Page[LegacyCustomer]:
        """List customers: `GET /wc-api/v1/customers`."""
        return await self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> AsyncIterator[LegacyCustomer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    async def count(self, **params: Unpack[CustomerCountParams]) -> int:
        """Count customers: `GET /wc-api/v1/customers/count`."""
        return await self._call(CUSTOMERS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> LegacyCustomer:
        """Get a customer: `GET /wc-api/v1/customers/{id}`."""
        return await self._call(CUSTOMERS_GET, params, id)


class CustomersOrders(Resource):
    """Orders of one customer."""

    def list(self, id: int, /, **params: Unpack[CustomerOrderListParams]) -> Page[CustomersOrdersListAnswer]:
        """List the orders of a customer: `GET /wc-api/v1/customers/{id}/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._page(CUSTOMERS_ORDERS_LIST, params, id)


class AsyncCustomersOrders(AsyncResource):
    """Orders of one customer."""

    async def list(self, id: int, /, **params: Unpack[CustomerOrderListParams]) -> Page[CustomersOrdersListAnswer]:
        """List the orders of a customer: `GET /wc-api/v1/customers/{id}/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(CUSTOMERS_ORDERS_LIST, params, id)
