"""What calls about customers of wc-api/v1 take."""

from __future__ import annotations

from typing import TypedDict

from wooclient._runtime.declared import FieldsInput, LimitInput, UtcMomentInput
from wooclient._runtime.inputs import Parameters


class CustomerListParams(Parameters, total=False):
    """Parameters of customers.list."""

    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    filter: LegacyCustomerFilter
    """Which customers, how many and in what order, written as `filter[limit]=5`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class CustomerCountParams(Parameters, total=False):
    """Parameters of customers.count."""

    filter: LegacyCustomerFilter
    """Which customers, how many and in what order, written as `filter[limit]=5`."""


class CustomerGetParams(Parameters, total=False):
    """Parameters of customers.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class CustomerOrderListParams(Parameters, total=False):
    """Parameters of customers.orders.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. The `id` is always included. If `a.b`
    is named, the whole `a` comes.
    """


class LegacyCustomerFilter(TypedDict, total=False):
    """Limits a list of customers; every part may be left out."""

    limit: LimitInput
    """How many customers a page holds; -1 means all, but just one in v1. At least -1."""
    offset: int
    """Skip this many customers from the start of the results; `page` is ignored then. At least 0."""
    q: str
    """Only accounts whose login, mail address or name is exactly this; an asterisk at either end stands for any
    text.
    """
    created_at_min: UtcMomentInput
    """Only accounts made at this moment or later (`2025-06-01` or `2025-06-01T10:00:00Z`, always read as UTC)."""
    created_at_max: UtcMomentInput
    """Only accounts made at this moment or earlier (UTC)."""
