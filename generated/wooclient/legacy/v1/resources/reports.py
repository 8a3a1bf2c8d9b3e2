"""Reports of wc-api/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v1._version import NEEDS_SALES_FROM_POSTS, V1

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v1.models.reports import LegacySalesReport, LegacyTopSeller, ReportsListAnswer
    from wooclient.legacy.v1.params.reports import ReportSaleGetParams, ReportSaleTopSellerListParams

REPORTS_LIST: Operation[list[ReportsListAnswer]] = Operation(
    V1,
    "reports.list",
    "GET",
    "/reports",
    "reports.ReportsListAnswer",
    "items",
    paging="none",
    request_envelope="reports",
    answer_envelope="reports",
)
REPORTS_SALES_GET: Operation[LegacySalesReport] = Operation(
    V1,
    "reports.sales.get",
    "GET",
    "/reports/sales",
    "reports.LegacySalesReport",
    query="reports.ReportSaleGetParams",
    request_envelope="sales",
    answer_envelope="sales",
    needs=NEEDS_SALES_FROM_POSTS,
)
REPORTS_SALES_TOP_SELLERS_LIST: Operation[list[LegacyTopSeller]] = Operation(
    V1,
    "reports.sales.top_sellers.list",
    "GET",
    "/reports/sales/top_sellers",
    "reports.LegacyTopSeller",
    "items",
    query="reports.ReportSaleTopSellerListParams",
    paging="none",
    request_envelope="top_sellers",
    answer_envelope="top_sellers",
    needs=NEEDS_SALES_FROM_POSTS,
)


class Reports(Resource):
    """Reports that the store can make."""

    @cached_property
    def sales(self) -> ReportsSales:
        """What was sold in a stretch of time."""
        return ReportsSales(self._client)

    def list(self) -> Page[ReportsListAnswer]:
        """List the reports: `GET /wc-api/v1/reports`."""
        return self._page(REPORTS_LIST, {})


class AsyncReports(AsyncResource):
    """Reports that the store can make."""

    @cached_property
    def sales(self) -> AsyncReportsSales:
        """What was sold in a stretch of time."""
        return AsyncReportsSales(self._client)

    async def list(self) -> Page[ReportsListAnswer]:
        """List the reports: `GET /wc-api/v1/reports`."""
        return await self._page(REPORTS_LIST, {})


class ReportsSales(Resource):
    """What was sold in a stretch of time."""

    @cached_property
    def top_sellers(self) -> ReportsSalesTopSellers:
        """Products that sold best."""
        return ReportsSalesTopSellers(self._client)

    def get(self, **params: Unpack[ReportSaleGetParams]) -> LegacySalesReport:
        """Get the sales report: `GET /wc-api/v1/reports/sales`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return self._call(REPORTS_SALES_GET, params)


class AsyncReportsSales(AsyncResource):
    """What was sold in a stretch of time."""

    @cached_property
    def top_sellers(self) -> AsyncReportsSalesTopSellers:
        """Products that sold best."""
        return AsyncReportsSalesTopSellers(self._client)

    async def get(self, **params: Unpack[ReportSaleGetParams]) -> LegacySalesReport:
        """Get the sales report: `GET /wc-api/v1/reports/sales`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return await self._call(REPORTS_SALES_GET, params)


class ReportsSalesTopSellers(Resource):
    """Products that sold best."""

    def list(self, **params: Unpack[ReportSaleTopSellerListParams]) -> Page[LegacyTopSeller]:
        """List the top sellers: `GET /wc-api/v1/reports/sales/top_sellers`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return self._page(REPORTS_SALES_TOP_SELLERS_LIST, params)


class AsyncReportsSalesTopSellers(AsyncResource):
    """Products that sold best."""

    async def list(self, **params: Unpack[ReportSaleTopSellerListParams]) -> Page[LegacyTopSeller]:
        """List the top sellers: `GET /wc-api/v1/reports/sales/top_sellers`.

        A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the
        orders, or call `/wc-analytics/reports/revenue/stats`.
        """
        return await self._page(REPORTS_SALES_TOP_SELLERS_LIST, params)
