"""Answers about orders of wc-api/v1."""

from typing import Annotated

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, Json, Number, ZuluDateTime
from wooclient.legacy.v1.enums import LegacyOrderStatusValue
from wooclient.legacy.v1.models.customers_addresses import LegacyBillingAddress, LegacyShippingAddress
from wooclient.legacy.v1.models.orders_lines import (
    LegacyOrderCouponLine,
    LegacyOrderFeeLine,
    LegacyOrderLineItem,
    LegacyOrderShippingLine,
    LegacyOrderTaxLine,
)


class LegacyOrderPayment(Model):
    """How the order is paid."""

    __shown__ = ("method_title", "paid")

    method_id: str
    """Payment gateway, empty if unknown. A new order with payment details must have one."""
    method_title: str
    """Name of the gateway as the customer saw it. A new order with payment details must have one."""
    paid: bool
    """Whether the money is there. Sending true pays the order and moves it on."""


class LegacyOrderCustomer(Model):
    """The buyer, the account as it is now or, for a guest, what the order says. A guest has no further fields."""

    __shown__ = ("id", "first_name", "last_name", "email")

    id: int
    """Number of the account; 0 for a guest."""
    created_at: ZuluDateTime | None = None
    """When the account was made."""
    email: str
    """Mail address; may be empty for a guest."""
    first_name: str
    """Given name."""
    last_name: str
    """Family name."""
    username: str | None = None
    """Login name."""
    last_order_id: int | None = None
    """Number of the latest order of the account."""
    last_order_date: ZuluDateTime | None = None
    """When that order was made."""
    orders_count: int | None = None
    """How many orders the account has made."""
    total_spent: DecimalText | None = None
    """Sum of its paid orders."""
    avatar_url: str | None = None
    """Address of a picture of the person."""
    billing_address: LegacyBillingAddress
    """Where bills go by default, for a guest where this one goes."""
    shipping_address: LegacyShippingAddress
    """Where parcels go by default, for a guest where this one goes."""


class LegacyOrder(Model):
    """A sale, with everything bought, charged and known about the buyer."""

    __shown__ = ("id", "order_number", "status", "total", "currency")

    id: int
    """Number the store gave this order."""
    order_number: str
    """Number that customers see; plugins may make it differ from `id`."""
    created_at: ZuluDateTime
    """When the order was made."""
    updated_at: ZuluDateTime
    """When the order last changed."""
    completed_at: ZuluDateTime
    """When the order was completed; the first moment of 1970 while it has not been."""
    status: Annotated[LegacyOrderStatusValue | str, OPEN]
    """Where the order stands. Plugins add words; one the store does not know becomes `pending`."""
    currency: str
    """Currency of all sums, three capital letters. The store refuses one it does not know."""
    total: DecimalText
    """Sum to pay. This and all other sums of the order have two decimals unless `filter[dp]` says otherwise."""
    subtotal: DecimalText
    """Sum of the goods before coupons and taxes."""
    total_line_items_quantity: Number
    """How many pieces were bought; a whole number unless a plugin sells fractions."""
    total_tax: DecimalText
    """All taxes together."""
    total_shipping: DecimalText
    """Price of shipping without tax."""
    cart_tax: DecimalText
    """Taxes on goods and fees."""
    shipping_tax: DecimalText
    """Taxes on shipping."""
    total_discount: DecimalText
    """What coupons took off."""
    cart_discount: DecimalText
    """Always 0.00; kept for old clients."""
    order_discount: DecimalText
    """Always 0.00; kept for old clients."""
    shipping_methods: str
    """Names of the shipping methods, joined by commas; empty if nothing is shipped."""
    payment_details: LegacyOrderPayment
    """How the order is paid."""
    billing_address: LegacyBillingAddress
    """Where the bill goes. What a request sends here is kept in the account of the customer, too."""
    shipping_address: LegacyShippingAddress
    """Where the parcel goes. What a request sends here is kept in the account of the customer, too."""
    note: str
    """What the customer wrote with the order."""
    customer_ip: str
    """Network address the order came from, empty if unknown."""
    customer_user_agent: str
    """Browser the order came from, empty if unknown."""
    customer_id: int
    """Account the order belongs to, 0 for a guest. A request must name one that exists."""
    view_order_url: str
    """Address where the customer sees the order."""
    line_items: list[LegacyOrderLineItem]
    """What was bought."""
    shipping_lines: list[LegacyOrderShippingLine]
    """How it is shipped and for how much."""
    tax_lines: list[LegacyOrderTaxLine]
    """Taxes by rate; rates that come to nothing are left out."""
    fee_lines: list[LegacyOrderFeeLine]
    """Further charges."""
    coupon_lines: list[LegacyOrderCouponLine]
    """Coupons used. Sending one does not lower any price; that is up to the totals of the lines."""
    customer: LegacyOrderCustomer
    """The buyer, the account as it is now or, for a guest, what the order says. A guest has no further fields."""
    order_meta: dict[str, Json] | None = None
    """Public custom fields by name, only with `filter[meta]=true`. Stores on which the analytics of WooCommerce are
    switched on put them under `product_meta`.
    """
    product_meta: dict[str, Json] | None = None
    """The same as `order_meta`, for most stores under this odd name."""
