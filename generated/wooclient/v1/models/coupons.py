"""Answers about coupons of wc/v1."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, Json, LocalDateTime, UtcDateTime


class Coupon(Model):
    """A discount code and its rules."""

    __shown__ = ("id", "code", "discount_type", "amount")

    id: int
    """Number the store gave this coupon."""
    code: str
    """What customers type in, whatever the case. In lower case, but in release 9.9 as it was sent."""
    amount: DecimalText
    """How much is taken off, with two decimals, a sum of money or a percentage depending on `discount_type`. Below
    zero, or above 100 for a percentage, is refused. JSON numbers are taken from release 10.2 on only.
    """
    date_created: LocalDateTime | None
    """When the coupon was made, shop time. Null on a draft that was never published."""
    date_modified: LocalDateTime | None
    """When the coupon last changed, shop time. Null on a draft not touched since it was made."""
    discount_type: Annotated[Literal["percent", "fixed_cart", "fixed_product"] | str, OPEN]
    """Whether `amount` is a share of the prices, a sum off the whole cart or a sum off each fitting item. Plugins add
    kinds of their own.
    """
    description: str
    """Note for shop staff; customers do not see it."""
    expiry_date: UtcDateTime | None
    """Moment from which the code no longer works, UTC; null means never. A request has to name the zone, as the store
    reads a moment without one as shop time.
    """
    usage_count: int
    """How many orders have used the code."""
    individual_use: bool
    """Whether the code refuses to share a cart with other codes."""
    product_ids: list[int]
    """Products or variations the discount is for; empty means all."""
    exclude_product_ids: list[int]
    """Products or variations that get no discount. wc/v1 takes new ones without complaint but does not keep them."""
    usage_limit: int | None
    """How many orders may use the code altogether. Null means no limit."""
    usage_limit_per_user: int | None
    """How many orders of one customer may use the code. Null means no limit."""
    limit_usage_to_x_items: int | None
    """How many items of a cart get the discount, unless it is one off the whole cart. Null means all."""
    free_shipping: bool
    """Whether the code opens a free shipping method that asks for a coupon."""
    product_categories: list[int]
    """Categories the discount is for; empty means all."""
    excluded_product_categories: list[int]
    """Categories that get no discount."""
    exclude_sale_items: bool
    """Whether items that are already reduced get no discount."""
    minimum_amount: DecimalText
    """Subtotal from which the code works. `0.00` means any."""
    maximum_amount: DecimalText
    """Subtotal up to which the code works. `0.00` means any."""
    email_restrictions: list[str]
    """Billing addresses that may use the code, with `*` as a wildcard (`*@example.com`); empty means all."""
    used_by: list[str]
    """Who has used the code, one entry for each order, a customer's number in digits or a guest's email address."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
