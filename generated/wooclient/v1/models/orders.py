"""Answers about orders of wc/v1."""

from typing import Annotated

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, Json, LocalDateTime, UtcDateTime
from wooclient.v1.enums import OrderV1CurrencyValue, OrderV1StatusValue
from wooclient.v1.models.orders_lines import (
    OrderCouponLineV1,
    OrderFeeLine,
    OrderLineItemV1,
    OrderShippingLine,
    OrderTaxLine,
)
from wooclient.v1.models.orders_parts import OrderBilling, OrderRefundSummaryV1, OrderShipping


class OrderV1(Model):
    """What somebody bought or is about to buy, as wc/v1 answers it."""

    __shown__ = ("id", "number", "status", "total", "currency")

    id: int
    """Number by which the API knows the order; customers may see another one, see `number`."""
    parent_id: int
    """Order that this one belongs to, for instance with subscriptions; 0 for none."""
    status: Annotated[OrderV1StatusValue | str, OPEN]
    """Where the order stands. Plugins add states of their own; an order in the trash answers `trash`, which cannot be
    set. A new order is `pending` unless told otherwise.
    """
    order_key: str
    """Secret that lets a guest see and pay the order; part of `payment_url`."""
    number: str
    """Order number as customers see it; equals `id` unless a plugin numbers orders its own way."""
    currency: Annotated[OrderV1CurrencyValue | str, OPEN]
    """Currency of all sums of the order (ISO 4217); a new order takes the currency of the shop."""
    version: str
    """Release of WooCommerce that saved the order last."""
    prices_include_tax: bool
    """Whether catalogue prices contained tax when the order was made."""
    date_created: UtcDateTime
    """When the order was made; UTC in wc/v1, unlike `date_paid`."""
    date_modified: UtcDateTime
    """When the order was last saved; UTC in wc/v1."""
    customer_id: int
    """Account that ordered; 0 for a guest."""
    discount_total: DecimalText
    """What coupons took off, without tax."""
    discount_tax: DecimalText
    """Tax that coupons took off."""
    shipping_total: DecimalText
    """Shipping cost without tax."""
    shipping_tax: DecimalText
    """Tax on shipping."""
    cart_tax: DecimalText
    """Tax on products and fees, without that on shipping."""
    total: DecimalText
    """What the customer pays, everything included. Refunds are not taken off."""
    total_tax: DecimalText
    """All taxes together."""
    billing: OrderBilling
    """Whom the invoice is for."""
    shipping: OrderShipping
    """Where the goods go."""
    payment_method: str
    """Id of the payment gateway, for example `bacs`; empty when none was chosen."""
    payment_method_title: str
    """Name of the gateway as the customer saw it."""
    transaction_id: str
    """Reference that the payment provider gave the payment; empty when there is none."""
    customer_ip_address: str
    """Network address the order came from; empty for orders made over the API."""
    customer_user_agent: str
    """How the customer's browser named itself; empty for orders made over the API."""
    created_via: str
    """Where the order was made, for example `checkout`, `store-api`, `admin` or `rest-api`."""
    customer_note: str
    """What the customer wanted to tell the shop."""
    date_completed: LocalDateTime | None
    """When the order became `completed`, shop time; null before that."""
    date_paid: LocalDateTime | None
    """When the money arrived, shop time; null before that."""
    cart_hash: str
    """Fingerprint of the cart the order came from; empty without a cart."""
    line_items: list[OrderLineItemV1]
    """The products. In a request, lines without an `id` are added and lines you leave out stay."""
    tax_lines: list[OrderTaxLine]
    """One sum per tax rate; the store works them out."""
    shipping_lines: list[OrderShippingLine]
    """How the goods travel and what that costs. In a request, lines you leave out stay."""
    fee_lines: list[OrderFeeLine]
    """Charges besides products and shipping. In a request, lines you leave out stay."""
    coupon_lines: list[OrderCouponLineV1]
    """Coupons noted on the order. In a request, lines you leave out stay."""
    refunds: list[OrderRefundSummaryV1]
    """Refunds of the order in short, newest first."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
