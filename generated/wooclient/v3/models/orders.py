"""Answers about orders of wc/v3."""

from typing import Annotated

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import NONE_AS_EMPTY_LIST, OPEN, DecimalText, Json, LocalDateTime, UtcDateTime
from wooclient.v3.enums import OrderCurrencyValue, OrderStatusValue
from wooclient.v3.models.common import MetaData
from wooclient.v3.models.orders_actions import OrderEmailTemplate
from wooclient.v3.models.orders_lines import (
    OrderCouponLine,
    OrderFeeLine,
    OrderLineItem,
    OrderShippingLine,
    OrderTaxLine,
)
from wooclient.v3.models.orders_parts import OrderBilling, OrderCost, OrderRefundSummary, OrderShipping


class Order(Model):
    """What somebody bought or is about to buy, with addresses, money and state."""

    __shown__ = ("id", "number", "status", "total", "currency")

    id: int
    """Number by which the API knows the order; customers may see another one, see `number`."""
    parent_id: int
    """Order that this one belongs to, for instance with subscriptions; 0 for none."""
    status: Annotated[OrderStatusValue | str, OPEN]
    """Where the order stands. Plugins add states of their own; an order in the trash answers `trash`, which cannot be
    set. A new order is `pending` unless told otherwise.
    """
    currency: Annotated[OrderCurrencyValue | str, OPEN]
    """Currency of all sums of the order (ISO 4217); a new order takes the currency of the shop."""
    version: str
    """Release of WooCommerce that saved the order last."""
    prices_include_tax: bool
    """Whether catalogue prices contained tax when the order was made."""
    date_created: LocalDateTime
    """When the order was made, shop time. A value sent for it is ignored."""
    date_modified: LocalDateTime
    """When the order was last saved, shop time."""
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
    customer_id: int
    """Account that ordered; 0 for a guest."""
    order_key: str
    """Secret that lets a guest see and pay the order; part of `payment_url`."""
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
    number: str
    """Order number as customers see it; equals `id` unless a plugin numbers orders its own way."""
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""
    line_items: list[OrderLineItem]
    """The products. In a request, lines without an `id` are added and lines you leave out stay."""
    tax_lines: list[OrderTaxLine]
    """One sum per tax rate; the store works them out."""
    shipping_lines: list[OrderShippingLine]
    """How the goods travel and what that costs. In a request, lines you leave out stay."""
    fee_lines: list[OrderFeeLine]
    """Charges besides products and shipping. In a request, lines you leave out stay."""
    coupon_lines: list[OrderCouponLine]
    """Coupons used. In wc/v3 the list that is sent replaces all coupons, unlike other lines; an empty list takes every
    coupon off. In wc/v2 coupons are only noted, and sums stay as they are.
    """
    refunds: list[OrderRefundSummary]
    """Refunds of the order in short, newest first."""
    payment_url: str
    """Page on which the customer can pay; it is there even when nothing is left to pay."""
    is_editable: bool
    """Whether shop staff may still change lines on screen. The API does not enforce it."""
    needs_payment: bool
    """Whether the store still waits for money."""
    needs_processing: bool
    """Whether something must be packed or done; false if all products are virtual and downloadable."""
    date_created_gmt: UtcDateTime
    """The same moment as `date_created`, in UTC."""
    date_modified_gmt: UtcDateTime
    """The same moment as `date_modified`, in UTC."""
    date_completed_gmt: UtcDateTime | None
    """The same moment as `date_completed`, in UTC."""
    date_paid_gmt: UtcDateTime | None
    """The same moment as `date_paid`, in UTC."""
    currency_symbol: str | None = None
    """Symbol of `currency`. Absent when the analytics part of WooCommerce is switched off."""
    cost_of_goods_sold: OrderCost | None = None
    """What the goods cost the shop. Only while the store keeps track of costs. New in WooCommerce 9.5."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


OrdersActionsEmailTemplatesAnswer = Annotated[OrderEmailTemplate | None, NONE_AS_EMPTY_LIST]
