"""What calls about coupons of wc-api/v1 take."""

from __future__ import annotations

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters
from wooclient.legacy.v1.params.common import Filter, MetaFilter


class CouponListParams(Parameters, total=False):
    """Parameters of coupons.list."""

    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    filter: Filter
    """Which items, how many and in what order, written as `filter[limit]=5&filter[q]=cup`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class CouponCountParams(Parameters, total=False):
    """Parameters of coupons.count."""

    filter: Filter
    """Which items, how many and in what order, written as `filter[limit]=5&filter[q]=cup`."""


class CouponGetParams(Parameters, total=False):
    """Parameters of coupons.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    filter: MetaFilter
    """What to show beyond the item's own fields, written as `filter[meta]=true`."""


class CouponByCodeParams(Parameters, total=False):
    """Parameters of coupons.by_code."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    filter: MetaFilter
    """What to show beyond the item's own fields, written as `filter[meta]=true`."""
