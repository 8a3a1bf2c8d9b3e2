"""Reports of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import NEEDS_SALES_FROM_POSTS, V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.reports import (
        Report,
        ReportCouponTotal,
        ReportCustomerTotal,
        ReportOrderTotal,
        ReportProductTotal,
        ReportReviewTotal,
        ReportSales,
        ReportTopSeller,
    )
    from wooclient.v3.params.reports import (
        ReportCouponsTotalListParams,
        ReportCustomersTotalListParams,
        ReportListParams,
        ReportOrdersTotalListParams,
        ReportProductsTotalListParams,
        ReportReviewsTotalListParams,
        ReportSaleListParams,
        ReportTopSellerListParams,
    )

REPORTS_LIST: Operation[list[Report]] = Operation(
    V3, "reports.list", "GET", "/reports", "reports.Report", "items", query="reports.ReportListParams", paging="none"
)
REPORTS_SALES_LIST: Operation[list[ReportSales]] = Operation(
    V3,
    "reports.sales.list",
    "GET",
    "/reports/sales",
    "reports.ReportSales",
    "items",
    query="reports.ReportSaleListParams",
    paging="none",
    needs=NEEDS_SALES_FROM_POSTS,
)
REPORTS_TOP_SELLERS_LIST: Operation[list[ReportTopSeller]] = Operation(
    V3,
    "reports.top_sellers.list",
    "GET",
    "/reports/top_sellers",
    "reports.ReportTopSeller",
    "items",
    query="reports.ReportTopSellerListParams",
    paging="none",
    needs=NEEDS_SALES_FROM_POSTS,
)
REPORTS_ORDERS_TOTALS_LIST: Operation[list[ReportOrderTotal]] = Operation(
    V3,
    "reports.orders_totals.list",
    "GET",
    "/reports/orders/totals",
    "reports.ReportOrderTotal",
    "items",
    query="reports.ReportOrdersTotalListParams",
    paging="none",
)
REPORTS_PRODUCTS_TOTALS_LIST: Operation[list[ReportProductTotal]] = Operation(
    V3,
    "reports.products_totals.list",
    "GET",
    "/reports/products/totals",
    "reports.ReportProductTotal",
    "items",
    query="reports.ReportProductsTotalListParams",
    paging="none",
)
REPORTS_CUSTOMERS_TOTALS_LIST: Operation[list[ReportCustomerTotal]] = Operation(
    V3,
    "reports.customers_totals.list",
    "GET",
    "/reports/customers/totals",
    "reports.ReportCustomerTotal",
    "items",
    query="reports.ReportCustomersTotalListParams",
    paging="none",
)
REPORTS_COUPONS_TOTALS_LIST: Operation[list[ReportCouponTotal]] = Operation(
    V3,
    "reports.coupons_totals.list",
    "GET",
    "/reports/coupons/totals",
    "reports.ReportCouponTotal",
    "items",
    query="reports.ReportCouponsTotalListParams",
    paging="none",
)
REPORTS_REVIEWS_TOTALS_LIST: Operation[list[ReportReviewTotal]] = Operation(
    V3,
    "reports.reviews_totals.list",
    "GET",
    "/reports/reviews/totals",
    "reports.ReportReviewTotal",
    "items",
    query="reports.ReportReviewsTotalListParams",
    paging="none",
)


class Reports(Resource):
    """Which reports the store offers."""

    @cached_property
    def sales(self) -> ReportsSales:
        """Sales figures of a period."""
        return ReportsSales(self._client)

    @cached_property
    def top_sellers(self) -> ReportsTopSellers:
        """Products that sold best in a period."""
        return ReportsTopSellers(self._client)

    @cached_property
    def orders_totals(self) -> ReportsOrdersTotals:
        """How many orders stand in each status."""
        return ReportsOrdersTotals(self._client)

    @cached_property
    def products_totals(self) -> ReportsProductsTotals:
        """How many products there are of each type."""
        return ReportsProductsTotals(self._client)

    @cached_property
    def customers_totals(self) -> ReportsCustomersTotals:
        """How many customers have bought something and how many have not."""
        return ReportsCustomersTotals(self._client)

    @cached_property
    def coupons_totals(self) -> ReportsCouponsTotals:
        """How many coupons there are of each discount type."""
        return ReportsCouponsTotals(self._client)

    @cached_property
    def reviews_totals(self) -> ReportsReviewsTotals:
        """How many reviews gave each number of stars."""
        return ReportsReviewsTotals(self._client)

    def list(self, **params: Unpack[ReportListParams]) -> Page[Report]:
        """List the reports.

        Names every report together with its address. In wc/v3 it also names reports that have no route and answer 404
        (categories, tags and attributes).

        `GET /wp-json/wc/v3/reports`.
        """
        return self._page(REPORTS_LIST, params)


class AsyncReports(AsyncResource):
    """Which reports the store offers."""

    @cached_property
    def sales(self) -> AsyncReportsSales:
        """Sales figures of a period."""
        return AsyncReportsSales(self._client)

    @cached_property
    def top_sellers(self) -> AsyncReportsTopSellers:
        """Products that sold best in a period."""
        return AsyncReportsTopSellers(self._client)

    @cached_property
    def orders_totals(self) -> AsyncReportsOrdersTotals:
        """How many orders stand in each status."""
        return AsyncReportsOrdersTotals(self._client)

    @cached_property
    def products_totals(self) -> AsyncReportsProductsTotals:
        """How many products there are of each type."""
        return AsyncReportsProductsTotals(self._client)

    @cached_property
    def customers_totals(self) -> AsyncReportsCustomersTotals:
        """How many customers have bought something and how many have not."""
        return AsyncReportsCustomersTotals(self._client)

    @cached_property
    def coupons_totals(self) -> AsyncReportsCouponsTotals:
        """How many coupons there are of each discount type."""
        return AsyncReportsCouponsTotals(self._client)

    @cached_property
    def reviews_totals(self) -> AsyncReportsReviewsTotals:
        """How many reviews gave each number of stars."""
        return AsyncReportsReviewsTotals(self._client)

    async def list(self, **params: Unpack[ReportListParams]) -> Page[Report]:
        """List the reports: `GET /wp-json/wc/v3/reports`."""
        return await self._page(REPORTS_LIST, params)


class ReportsSales(Resource):
    """Sales figures of a period."""

    def list(self, **params: Unpack[ReportSaleListParams]) -> Page[ReportSales]:
        """Report sales of a period.

        Always a list with exactly one entry. Without parameters it covers today; `period` wins over the two dates.
        Orders on hold, processing, completed and refunded count.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.

        `GET /wp-json/wc/v3/reports/sales`.
        """
        return self._page(REPORTS_SALES_LIST, params)


class AsyncReportsSales(AsyncResource):
    """Sales figures of a period."""

    async def list(self, **params: Unpack[ReportSaleListParams]) -> Page[ReportSales]:
        """Report sales of a period: `GET /wp-json/wc/v3/reports/sales`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return await self._page(REPORTS_SALES_LIST, params)


class ReportsTopSellers(Resource):
    """Products that sold best in a period."""

    def list(self, **params: Unpack[ReportTopSellerListParams]) -> Page[ReportTopSeller]:
        """Report the best-selling products.

        Up to twelve products by quantity sold, the best first. Without parameters it covers today; products that were
        deleted since are left out.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.

        `GET /wp-json/wc/v3/reports/top_sellers`.
        """
        return self._page(REPORTS_TOP_SELLERS_LIST, params)


class AsyncReportsTopSellers(AsyncResource):
    """Products that sold best in a period."""

    async def list(self, **params: Unpack[ReportTopSellerListParams]) -> Page[ReportTopSeller]:
        """Report the best-selling products: `GET /wp-json/wc/v3/reports/top_sellers`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return await self._page(REPORTS_TOP_SELLERS_LIST, params)


class ReportsOrdersTotals(Resource):
    """How many orders stand in each status."""

    def list(self, **params: Unpack[ReportOrdersTotalListParams]) -> Page[ReportOrderTotal]:
        """Count orders by status.

        One entry per order status, those of plugins included, however old the orders are.

        `GET /wp-json/wc/v3/reports/orders/totals`.
        """
        return self._page(REPORTS_ORDERS_TOTALS_LIST, params)


class AsyncReportsOrdersTotals(AsyncResource):
    """How many orders stand in each status."""

    async def list(self, **params: Unpack[ReportOrdersTotalListParams]) -> Page[ReportOrderTotal]:
        """Count orders by status: `GET /wp-json/wc/v3/reports/orders/totals`."""
        return await self._page(REPORTS_ORDERS_TOTALS_LIST, params)


class ReportsProductsTotals(Resource):
    """How many products there are of each type."""

    def list(self, **params: Unpack[ReportProductsTotalListParams]) -> Page[ReportProductTotal]:
        """Count products by type.

        One entry per product type. Only published products count; variations do not.

        `GET /wp-json/wc/v3/reports/products/totals`.
        """
        return self._page(REPORTS_PRODUCTS_TOTALS_LIST, params)


class AsyncReportsProductsTotals(AsyncResource):
    """How many products there are of each type."""

    async def list(self, **params: Unpack[ReportProductsTotalListParams]) -> Page[ReportProductTotal]:
        """Count products by type: `GET /wp-json/wc/v3/reports/products/totals`."""
        return await self._page(REPORTS_PRODUCTS_TOTALS_LIST, params)


class ReportsCustomersTotals(Resource):
    """How many customers have bought something and how many have not."""

    def list(self, **params: Unpack[ReportCustomersTotalListParams]) -> Page[ReportCustomerTotal]:
        """Count customers by whether they paid.

        Two entries, for accounts with and without a paid order. Guests are not counted.

        `GET /wp-json/wc/v3/reports/customers/totals`.
        """
        return self._page(REPORTS_CUSTOMERS_TOTALS_LIST, params)


class AsyncReportsCustomersTotals(AsyncResource):
    """How many customers have bought something and how many have not."""

    async def list(self, **params: Unpack[ReportCustomersTotalListParams]) -> Page[ReportCustomerTotal]:
        """Count customers by whether they paid: `GET /wp-json/wc/v3/reports/customers/totals`."""
        return await self._page(REPORTS_CUSTOMERS_TOTALS_LIST, params)


class ReportsCouponsTotals(Resource):
    """How many coupons there are of each discount type."""

    def list(self, **params: Unpack[ReportCouponsTotalListParams]) -> Page[ReportCouponTotal]:
        """Count coupons by discount type.

        One entry per discount type, those of plugins included, whether or not the coupons are still valid.

        `GET /wp-json/wc/v3/reports/coupons/totals`.
        """
        return self._page(REPORTS_COUPONS_TOTALS_LIST, params)


class AsyncReportsCouponsTotals(AsyncResource):
    """How many coupons there are of each discount type."""

    async def list(self, **params: Unpack[ReportCouponsTotalListParams]) -> Page[ReportCouponTotal]:
        """Count coupons by discount type: `GET /wp-json/wc/v3/reports/coupons/totals`."""
        return await self._page(REPORTS_COUPONS_TOTALS_LIST, params)


class ReportsReviewsTotals(Resource):
    """How many reviews gave each number of stars."""

    def list(self, **params: Unpack[ReportReviewsTotalListParams]) -> Page[ReportReviewTotal]:
        """Count reviews by stars.

        Five entries, from one star to five.

        `GET /wp-json/wc/v3/reports/reviews/totals`.
        """
        return self._page(REPORTS_REVIEWS_TOTALS_LIST, params)


class AsyncReportsReviewsTotals(AsyncResource):
    """How many reviews gave each number of stars."""

    async def list(self, **params: Unpack[ReportReviewsTotalListParams]) -> Page[ReportReviewTotal]:
        """Count reviews by stars: `GET /wp-json/wc/v3/reports/reviews/totals`."""
        return await self._page(REPORTS_REVIEWS_TOTALS_LIST, params)
