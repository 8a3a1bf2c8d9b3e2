"""What calls about coupons of wc/v1 take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Required

from wooclient._runtime.declared import DecimalInput, FieldsInput, MomentInput, OffsetDateTimeInput
from wooclient._runtime.inputs import Clear, ClearWithList, ClearWithText, ClearWithZero, Parameters


class CouponListParams(Parameters, total=False):
    """Parameters of coupons.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only items that contain this text."""
    after: MomentInput
    """Only items made after this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    before: MomentInput
    """Only items made before this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names. Default: desc."""
    filter: Mapping[str, str | int | bool]
    """Arguments for WordPress's own query of posts (`WP_Query`), by name; they win over all other filters."""
    orderby: Literal["date", "id", "include", "title", "slug", "modified"] | str
    """What the coupons are sorted by; `title` is the code. Default: date."""
    code: str
    """Only the published coupon with this code. Letter case does not matter."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class CouponGetParams(Parameters, total=False):
    """Parameters of coupons.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class CouponDeleteParams(Parameters, total=False):
    """Parameters of coupons.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class CouponBatch(Parameters, total=False):
    """Several changes to items of type Coupon in one request."""

    create: Sequence[CouponCreate]
    """Items to make."""
    update: Sequence[CouponBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class CouponFields(Parameters, total=False):
    """What CouponCreate and CouponUpdate have in common."""

    amount: DecimalInput
    """How much is taken off, with two decimals, a sum of money or a percentage depending on `discount_type`. Below
    zero, or above 100 for a percentage, is refused. JSON numbers are taken from release 10.2 on only. Not kept above
    100 on a coupon that becomes one of per cents with it, up to release 10.4; the coupon takes off nothing then.
    """
    discount_type: Literal["percent", "fixed_cart", "fixed_product"] | str
    """Whether `amount` is a share of the prices, a sum off the whole cart or a sum off each fitting item. Plugins add
    kinds of their own. Default for a new one: fixed_cart.
    """
    description: str | ClearWithText
    """Note for shop staff; customers do not see it. CLEAR sends ""."""
    expiry_date: OffsetDateTimeInput | ClearWithText
    """Moment from which the code no longer works, UTC; null means never. A request has to name the zone, as the store
    reads a moment without one as shop time. CLEAR sends "".
    """
    individual_use: bool
    """Whether the code refuses to share a cart with other codes. Default for a new one: false."""
    product_ids: Sequence[int] | ClearWithList
    """Products or variations the discount is for; empty means all. CLEAR sends []."""
    usage_limit: int | ClearWithZero | None
    """How many orders may use the code altogether. Null means no limit. CLEAR sends 0."""
    usage_limit_per_user: int | ClearWithZero | None
    """How many orders of one customer may use the code. Null means no limit. CLEAR sends 0."""
    limit_usage_to_x_items: int | ClearWithZero | None
    """How many items of a cart get the discount, unless it is one off the whole cart. Null means all. CLEAR sends 0."""
    free_shipping: bool
    """Whether the code opens a free shipping method that asks for a coupon. Default for a new one: false."""
    product_categories: Sequence[int] | ClearWithList
    """Categories the discount is for; empty means all. CLEAR sends []."""
    excluded_product_categories: Sequence[int] | ClearWithList
    """Categories that get no discount. CLEAR sends []."""
    exclude_sale_items: bool
    """Whether items that are already reduced get no discount. Default for a new one: false."""
    minimum_amount: DecimalInput | Annotated[Clear, "clear", "0"]
    """Subtotal from which the code works. `0.00` means any. CLEAR sends "0"."""
    maximum_amount: DecimalInput | Annotated[Clear, "clear", "0"]
    """Subtotal up to which the code works. `0.00` means any. CLEAR sends "0"."""
    email_restrictions: Sequence[str] | ClearWithList
    """Billing addresses that may use the code, with `*` as a wildcard (`*@example.com`); empty means all. CLEAR sends
    [].
    """


class CouponUpdate(CouponFields, total=False):
    """Changes to a coupon."""

    code: str
    """What customers type in, whatever the case. In lower case, but in release 9.9 as it was sent."""


class CouponBatchItem(CouponUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class CouponCreate(CouponFields, total=False):
    """A new coupon."""

    code: Required[str]
    """What customers type in, whatever the case. In lower case, but in release 9.9 as it was sent."""
