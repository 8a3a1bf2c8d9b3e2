"""What calls about orders of wc-api/v1 take."""

from __future__ import annotations

from typing import TypedDict

from wooclient._runtime.declared import CommaListInput, FieldsInput
from wooclient._runtime.inputs import Parameters
from wooclient.legacy.v1.params.common import Filter


class OrderListParams(Parameters, total=False):
    """Parameters of orders.list."""

    status: CommaListInput
    """Only orders with one of these statuses, joined by commas."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    filter: LegacyOrderFilter
    """Which orders, how many and in what order, written as `filter[limit]=5&filter[dp]=4`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class OrderGetParams(Parameters, total=False):
    """Parameters of orders.get."""

    filter: LegacyOrderShow
    """How to show the order, written as `filter[dp]=4`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class OrderCountParams(Parameters, total=False):
    """Parameters of orders.count."""

    status: CommaListInput
    """Only orders with one of these statuses, joined by commas."""
    filter: LegacyOrderFilter
    """Which orders to count, written as `filter[created_at_min]=2025-06-01`."""


class LegacyOrderFilter(Filter, total=False):
    """Limits a list of orders and says how to show them; every part may be left out."""


class LegacyOrderShow(TypedDict, total=False):
    """How to show an order; every part may be left out."""

    meta: bool
    """Add the public custom fields. Only the word `true` is understood."""
