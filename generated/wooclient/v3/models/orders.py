"""Answers about orders of wc/v3."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, DecimalText, LocalDateTime, Number, PlainDate, UtcDateTime
from wooclient.v3.enums import OrderCurrencyValue, OrderEmailTemplateIdValue, OrderStatusSlugValue, OrderStatusValue
from wooclient.v3.models.common import BatchItemError, Link, MetaData


class OrderBilling(Model):
    """Address on the invoice. All fields are text, empty when unknown."""

    first_name: str
    """Given name."""

    last_name: str
    """Family name."""

    company: str
    """Firm or organisation."""

    address_1: str
    """Street and house number."""

    address_2: str
    """Flat, floor or unit."""

    city: str
    """Town."""

    state: str
    """Code of the state or province if WooCommerce lists any for the country, else free text."""

    postcode: str
    """Postal code in the form usual in the country."""

    country: str
    """Country code of two capital letters."""

    email: str
    """Where order mails go. The store refuses an empty text here; send null to clear it."""

    phone: str
    """Telephone number."""


class OrderShipping(Model):
    """Address of delivery. All fields are text, empty when unknown or when nothing is shipped."""

    first_name: str
    """Given name of the recipient."""

    last_name: str
    """Family name of the recipient."""

    company: str
    """Firm or organisation at the address."""

    address_1: str
    """Street and house number."""

    address_2: str
    """Flat, floor or unit."""

    city: str
    """Town."""

    state: str
    """Code of the state or province if WooCommerce lists any for the country, else free text."""

    postcode: str
    """Postal code in the form usual in the country."""

    country: str
    """Country code of two capital letters."""

    phone: str
    """Telephone number for the carrier."""


class OrderLineTax(Model):
    """Tax of one line under one rate."""

    id: int
    """Number of the tax rate."""

    total: DecimalOrEmpty
    """Tax after coupons."""

    subtotal: DecimalOrEmpty
    """Tax before coupons; empty on shipping and fees, which coupons do not touch. wc/v1 leaves it out on shipping."""


class OrderLineImage(Model):
    """Picture of a product on an order line."""

    id: int | str
    """Number of the picture, often as text; empty text or 0 for none."""

    src: str | bool
    """Address of the full picture; empty for none, false if its file record is gone."""


class OrderLineCost(Model):
    """Cost of one order line."""

    value: Number | None = None
    """Cost of all pieces of the line."""


class OrderLineItem(Model):
    """One product of an order or refund; in a refund, counts and sums are negative."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""

    name: str
    """Name of the product when it was ordered."""

    product_id: int
    """Product, or the variable product of a variation; 0 once it is gone. A new line needs this, `variation_id` or
    `sku`. Null together with an `id` removes the line.
    """

    variation_id: int
    """Variation that was ordered; 0 if the product has none."""

    quantity: Number
    """How many; a whole number unless a plugin sells fractions. In a request 0 together with an `id` removes the line."""

    tax_class: str
    """Slug of the tax class; empty for the standard one. The store refuses slugs it does not know."""

    subtotal: DecimalText
    """Sum of the line before coupons, without tax."""

    subtotal_tax: DecimalText
    """Tax on `subtotal`."""

    total: DecimalText
    """Sum of the line after coupons, without tax."""

    total_tax: DecimalText
    """Tax on `total`."""

    taxes: list[OrderLineTax]
    """Tax of the line by rate."""

    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""

    sku: str | None
    """Stock keeping unit; null once the product is gone. In a request it can name the product."""

    price: Number
    """`total` divided by `quantity`, not rounded; 0 for no pieces."""

    image: OrderLineImage
    """Main picture of the product."""

    parent_name: str | None
    """Name of the variable product if the line is a variation, else null."""

    cost_of_goods_sold: OrderLineCost | None = None
    """What the goods of the line cost the shop. Only while the store keeps track of costs. New in WooCommerce 9.5."""


class OrderTaxLine(Model):
    """Sum of one tax rate over the whole order."""

    id: int
    """Number of the line."""

    rate_code: str
    """Code of the rate, made of country, state, name and priority."""

    rate_id: int
    """Number of the tax rate."""

    label: str
    """Name of the tax as customers see it."""

    compound: bool
    """Whether this tax is charged on top of other taxes."""

    tax_total: DecimalText
    """Tax on products and fees."""

    shipping_tax_total: DecimalText
    """Tax on shipping."""

    rate_percent: Number | None
    """The rate in per cent; 0 or null on orders older than this field."""

    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""


class OrderShippingLine(Model):
    """One shipment of an order and its price."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""

    method_title: str
    """Name of the shipping method as the customer saw it."""

    method_id: str
    """Shipping method, for example `flat_rate`. A new line must have one. Null together with an `id` removes the line."""

    instance_id: str
    """Number, as text, of the method in its shipping zone; empty if the method came from no zone."""

    total: DecimalText
    """Cost without tax."""

    total_tax: DecimalText
    """Tax on the cost."""

    taxes: list[OrderLineTax]
    """Tax of the line by rate."""

    tax_status: Literal["taxable", "none"] | None = None
    """Whether the cost is taxed. Older releases do not tell."""

    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""


class OrderFeeLine(Model):
    """A charge, or with a negative sum a rebate, that is neither product nor shipping."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""

    name: str
    """What the charge is for. A new line must have one. Null together with an `id` removes the line."""

    tax_class: str
    """Slug of the tax class; empty for the standard one."""

    tax_status: Literal["taxable", "none"]
    """Whether the charge is taxed; a new line is `taxable`."""

    amount: DecimalOrEmpty
    """The charge as the cart stated it; empty if the fee came from elsewhere. `total` is what counts."""

    total: DecimalText
    """The charge without tax."""

    total_tax: DecimalText
    """Tax on the charge."""

    taxes: list[OrderLineTax]
    """Tax of the line by rate."""

    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""


class OrderCouponLine(Model):
    """A coupon used in an order."""

    id: int
    """Number of the line. The store refuses a request that sends it."""

    code: str
    """Code of the coupon, in small letters. It must exist and fit the order."""

    discount: DecimalText
    """What it took off, without tax and without trailing zeros."""

    discount_tax: DecimalText
    """Tax it took off, without trailing zeros."""

    meta_data: list[MetaData]
    """Custom fields, among them what the store remembers of the coupon."""

    discount_type: Annotated[Literal["percent", "fixed_cart", "fixed_product"] | str, OPEN] | None = None
    """How the coupon counted when it was used. Older releases do not tell."""

    nominal_amount: Number | None = None
    """Per cent or money that the coupon promised when it was used. Older releases do not tell."""

    free_shipping: bool | None = None
    """Whether the coupon made shipping free. Older releases do not tell."""


class OrderRefundSummary(Model):
    """One refund in short."""

    id: int
    """Number of the refund."""

    reason: str
    """Why money went back; empty when nobody said."""

    total: DecimalText
    """Money that went back, with a minus sign."""


class OrderCost(Model):
    """Cost of the goods of an order."""

    total_value: Number
    """Cost of all lines together."""


class Order(Model):
    """What somebody bought or is about to buy, with addresses, money and state."""

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
    """Coupons used. In wc/v3 a list that is sent replaces all, unlike with other lines, and an empty one takes every
    coupon off; in wc/v2 lines are only noted down, and nothing is taken off for them.
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

    links: dict[str, list[Link]] | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class OrderActionResult(Model):
    """What the action did."""

    message: str
    """What was done, in the language of the store; HTML-escaped."""


class OrderBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    create: list[BatchItemError | Order] | None = None
    """What became of each item under `create`."""

    update: list[BatchItemError | Order] | None = None
    """What became of each item under `update`."""

    delete: list[BatchItemError | Order] | None = None
    """What became of each item under `delete`."""


class OrderEmailTemplate(Model):
    """A mail that suits an order as it stands now."""

    id: Annotated[OrderEmailTemplateIdValue | str, OPEN]
    """Id of the mail; plugins add their own."""

    title: str
    """Name of the mail in the language of the store."""

    description: str
    """When the mail is meant to go out."""


class OrderReceipt(Model):
    """A printable receipt that anybody with its address can read until it expires."""

    receipt_url: str
    """Address of the receipt page."""

    expiration_date: PlainDate
    """Last day on which the address works."""


class OrderStatus(Model):
    """One state that orders of this store can have."""

    slug: Annotated[OrderStatusSlugValue | str, OPEN]
    """Word for the state, as in `status` of an order."""

    name: str
    """Name of the state in the language of the store."""
