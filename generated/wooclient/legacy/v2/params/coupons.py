"""What calls about coupons of wc-api/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import DateInput, FieldsInput, NonNegativeDecimalInput, UtcDateTimeInput
from wooclient._runtime.inputs import ClearWithList, ClearWithText, ClearWithZero, Parameters
from wooclient.legacy.v2.params.common import Filter, MetaFilter


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


class CouponDeleteParams(Parameters, total=False):
    """Parameters of coupons.delete."""

    force: Literal[True]
    """Delete permanently instead of moving to the trash. Leave it out to say no: some resources take any other text,
    even `false`, for yes.
    """


class CouponByCodeParams(Parameters, total=False):
    """Parameters of coupons.by_code."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    filter: MetaFilter
    """What to show beyond the item's own fields, written as `filter[meta]=true`."""


class LegacyCouponFields(Parameters, total=False):
    """What LegacyCouponCreate and LegacyCouponUpdate have in common."""

    type: Literal["percent", "fixed_cart", "fixed_product"] | str
    """How `amount` is meant, per cent or a sum off the cart or off each matching piece. Plugins add more. Default for a
    new one: fixed_cart.
    """
    amount: NonNegativeDecimalInput
    """Size of the discount, always with two decimals."""
    individual_use: bool
    """Whether it refuses company of other coupons."""
    product_ids: Sequence[int] | ClearWithList
    """Products it is good for; none means all. CLEAR sends []."""
    exclude_product_ids: Sequence[int] | ClearWithList
    """Products it is not good for. CLEAR sends []."""
    usage_limit: int | ClearWithZero
    """How often it can be used at all; null means without end. At least 0. CLEAR sends 0."""
    usage_limit_per_user: int | ClearWithZero
    """How often one customer can use it; null means without end. At least 0. CLEAR sends 0."""
    limit_usage_to_x_items: int | ClearWithZero
    """How many pieces of a cart get the discount; 0 means all. At least 0. CLEAR sends 0."""
    usage_count: int
    """How often it was used. A request can set the counter. At least 0."""
    expiry_date: DateInput | UtcDateTimeInput | ClearWithText
    """When it stops working; null for never, for which v1 answers the first moment of 1970. A request gives a moment,
    or a day for its first moment, in UTC. CLEAR sends "".
    """
    enable_free_shipping: bool
    """Whether it allows the free shipping method to be chosen."""
    product_category_ids: Sequence[int] | ClearWithList
    """Categories it is good for; none means all. CLEAR sends []."""
    exclude_product_category_ids: Sequence[int] | ClearWithList
    """Categories it is not good for. CLEAR sends []."""
    exclude_sale_items: bool
    """Whether reduced products are left out."""
    minimum_amount: NonNegativeDecimalInput | ClearWithText
    """Smallest cart it works on; 0.00 means any. CLEAR sends ""."""
    maximum_amount: NonNegativeDecimalInput | ClearWithText
    """Largest cart it works on; 0.00 means any. CLEAR sends ""."""
    customer_emails: Sequence[str] | ClearWithList
    """Addresses that may use it, an asterisk standing for any text; none means everybody. CLEAR sends []."""
    description: str | ClearWithText
    """Note for shop staff. CLEAR sends ""."""


class LegacyCouponUpdate(LegacyCouponFields, total=False):
    """Changes to a coupon; what is not sent stays."""

    code: str
    """What customers type in. The store turns it into small letters."""


class LegacyCouponBulkItem(LegacyCouponUpdate, total=False):
    """A coupon to change if it has an `id`, else one to make."""

    id: int
    """Coupon to change; left out or 0 to make a new one."""


class LegacyCouponCreate(LegacyCouponFields, total=False):
    """A new coupon."""

    code: Required[str]
    """What customers type in. The store turns it into small letters."""
