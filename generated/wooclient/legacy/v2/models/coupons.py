"""Answers about coupons of wc-api/v2."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, Json, ZuluDateTime
from wooclient.legacy.v2.models.common import BulkFailure


class LegacyCoupon(Model):
    """A discount code and its rules."""

    __shown__ = ("id", "code", "type", "amount")

    id: int
    """Number the store gave this coupon."""
    code: str
    """What customers type in. The store turns it into small letters."""
    type: Annotated[Literal["percent", "fixed_cart", "fixed_product"] | str, OPEN]
    """How `amount` is meant, per cent or a sum off the cart or off each matching piece. Plugins add more."""
    created_at: ZuluDateTime
    """When the coupon was made."""
    updated_at: ZuluDateTime
    """When the coupon last changed."""
    amount: DecimalText
    """Size of the discount, always with two decimals."""
    individual_use: bool
    """Whether it refuses company of other coupons."""
    product_ids: list[int]
    """Products it is good for; none means all."""
    exclude_product_ids: list[int]
    """Products it is not good for."""
    usage_limit: int | None
    """How often it can be used at all; null means without end."""
    usage_limit_per_user: int | None
    """How often one customer can use it; null means without end."""
    limit_usage_to_x_items: int
    """How many pieces of a cart get the discount; 0 means all."""
    usage_count: int
    """How often it was used. A request can set the counter."""
    expiry_date: ZuluDateTime | None
    """When it stops working; null for never, for which v1 answers the first moment of 1970. A request gives a moment,
    or a day for its first moment, in UTC.
    """
    enable_free_shipping: bool
    """Whether it allows the free shipping method to be chosen."""
    product_category_ids: list[int]
    """Categories it is good for; none means all."""
    exclude_product_category_ids: list[int]
    """Categories it is not good for."""
    exclude_sale_items: bool
    """Whether reduced products are left out."""
    minimum_amount: DecimalText
    """Smallest cart it works on; 0.00 means any."""
    maximum_amount: DecimalText
    """Largest cart it works on; 0.00 means any."""
    customer_emails: list[str]
    """Addresses that may use it, an asterisk standing for any text; none means everybody."""
    description: str
    """Note for shop staff."""
    coupon_meta: dict[str, Json] | None = None
    """Custom fields whose name does not start with an underscore, by name; of several with one name the first. Comes
    only with `filter[meta]=true`, and only if there are any.
    """


class LegacyCouponBulkFailure(Model):
    """A coupon of a bulk request that was not saved."""

    __shown__ = ("id", "error")

    id: int
    """Coupon that was to be changed; 0 for a new one."""
    error: BulkFailure
    """Cause for which one item of a bulk request failed."""


CouponsBulkAnswer = LegacyCouponBulkFailure | LegacyCoupon
