"""What calls about reports of wc-api/v3 take."""

from __future__ import annotations

from typing import Literal, TypedDict

from wooclient._runtime.declared import DateInput, FieldsInput
from wooclient._runtime.inputs import Parameters


class ReportSaleGetParams(Parameters, total=False):
    """Parameters of reports.sales.get."""

    filter: LegacyReportFilter
    """Stretch of time, written as `filter[period]=month`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class ReportSaleTopSellerListParams(Parameters, total=False):
    """Parameters of reports.sales.top_sellers.list."""

    filter: LegacyTopSellerFilter
    """Stretch of time and length of the list, written as `filter[period]=year&filter[limit]=5`."""


class LegacyReportFilter(TypedDict, total=False):
    """Stretch of time of a report, today if nothing is said."""

    period: Literal["week", "month", "last_month", "year"]
    """A usual stretch; `week` is the last seven days. The two dates do nothing beside it."""
    date_min: DateInput
    """First day (`2025-06-01`)."""
    date_max: DateInput
    """Last day; needs `date_min`."""


class LegacyTopSellerFilter(LegacyReportFilter, total=False):
    """Stretch of time of the list and how long it is."""

    limit: int
    """How many products to answer. At least 1. Default: 12."""
