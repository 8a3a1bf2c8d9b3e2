"""Reports of wc/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import NEEDS_SALES_FROM_POSTS, V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v2.models.reports import Report, ReportSales, ReportTopSeller
    from wooclient.v2.params.reports import ReportListParams, ReportSaleListParams, ReportTopSellerListParams

REPORTS_LIST: Operation[list[Report]] = Operation(
    V2, "reports.list", "GET", "/reports", "reports.Report", "items", query="reports.ReportListParams", paging="none"
)
REPORTS_SALES_LIST: Operation[list[ReportSales]] = Operation(
    V2,
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
    V2,
    "reports.top_sellers.list",
    "GET",
    "/reports/top_sellers",
    "reports.ReportTopSeller",
    "items",
    query="reports.ReportTopSellerListParams",
    paging="none",
    needs=NEEDS_SALES_FROM_POSTS,
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

    def list(self, **params: Unpack[ReportListParams]) -> Page[Report]:
        """List the reports: `GET /wp-json/wc/v2/reports`."""
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

    async def list(self, **params: Unpack[ReportListParams]) -> Page[Report]:
        """List the reports: `GET /wp-json/wc/v2/reports`."""
        return await self._page(REPORTS_LIST, params)


class ReportsSales(Resource):
    """Sales figures of a period."""

    def list(self, **params: Unpack[ReportSaleListParams]) -> Page[ReportSales]:
        """Report sales of a period: `GET /wp-json/wc/v2/reports/sales`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return self._page(REPORTS_SALES_LIST, params)


class AsyncReportsSales(AsyncResource):
    """Sales figures of a period."""

    async def list(self, **params: Unpack[ReportSaleListParams]) -> Page[ReportSales]:
        """Report sales of a period: `GET /wp-json/wc/v2/reports/sales`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return await self._page(REPORTS_SALES_LIST, params)


class ReportsTopSellers(Resource):
    """Products that sold best in a period."""

    def list(self, **params: Unpack[ReportTopSellerListParams]) -> Page[ReportTopSeller]:
        """Report the best-selling products: `GET /wp-json/wc/v2/reports/top_sellers`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return self._page(REPORTS_TOP_SELLERS_LIST, params)


class AsyncReportsTopSellers(AsyncResource):
    """Products that sold best in a period."""

    async def list(self, **params: Unpack[ReportTopSellerListParams]) -> Page[ReportTopSeller]:
        """Report the best-selling products: `GET /wp-json/wc/v2/reports/top_sellers`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return await self._page(REPORTS_TOP_SELLERS_LIST, params)
