"""What calls about reports of wc/v1 take."""

from __future__ import annotations

from typing import Literal

from wooclient._runtime.declared import DateInput, FieldsInput
from wooclient._runtime.inputs import Parameters


class ReportListParams(Parameters, total=False):
    """Parameters of reports.list."""

    context: Literal["view"]
    """Only `view` exists here, so there is nothing to choose. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ReportSaleListParams(Parameters, total=False):
    """Parameters of reports.sales.list."""

    context: Literal["view"]
    """Only `view` exists here, so there is nothing to choose. Default: view."""
    period: Literal["week", "month", "last_month", "year"]
    """A ready-made period up to today, or the month before this one. `week` means the last seven days."""
    date_min: DateInput
    """First day to count, in shop time; used only without `period`."""
    date_max: DateInput
    """Last day to count, in shop time; used only without `period`."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ReportTopSellerListParams(ReportSaleListParams, total=False):
    """Parameters of reports.top_sellers.list, as of reports.sales.list."""
