"""What calls about orders of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.inputs import DateInput, DecimalInput, MomentInput, Number, Parameters
from wooclient.v3.enums import (
    OrderCreateStatusValue,
    OrderCurrencyValue,
    OrderEmailSendTemplateIdValue,
    OrderListStatusValue,
)
from wooclient.v3.params.common import MetaDataInput

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {}


class OrderListParams(Parameters, total=False):
    """Parameters of orders.list."""

    context: Literal["view", "edit"]
    """`view` gives texts rendered for visitors, `edit` gives them as stored and adds fields that only shop managers
    see. Left out: view.
    """
    page: int
    """Which page of the results to answer, counted from 1. A page past the end is an empty list. At least 1. Left out:
    1.
    """
    per_page: int
    """How many items a page holds. From 1 to 100. Left out: 10."""
    search: str
    """Only items in whose text this occurs."""
    after: MomentInput
    """Only items made after this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    before: MomentInput
    """Only items made before this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    modified_after: MomentInput
    """Only items last changed after this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    modified_before: MomentInput
    """Only items last changed before this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    dates_are_gmt: bool
    """Read the moments in the other date filters as UTC instead of shop time. Left out: false."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names. Left out: desc."""
    orderby: Literal["date", "id", "include", "title", "slug", "modified"]
    """What the list is sorted by; `include` keeps the order of the ids in `include`. Left out: date."""
    parent: Sequence[int]
    """Only items below one of these parents."""
    parent_exclude: Sequence[int]
    """Leave out items below these parents."""
    status: Sequence[OrderListStatusValue | str]
    """Only orders in one of these states. `any` means all but the trash; unknown states are refused. Left out: ['any']."""
    customer: int
    """Only orders of this account; 0 finds those of guests."""
    product: int
    """Only orders with this product among their lines."""
    created_via: Sequence[str]
    """Only orders made in one of these ways, for example `checkout` or `rest-api`. New in WooCommerce 9.9."""
    dp: int
    """Decimal places of money in the answer; as many as the shop shows when left out."""
    order_item_display_meta: bool
    """Meant to drop custom fields of lines that repeat the name of a variation. Has no effect in most releases. Left
    out: false.
    """
    include_meta: Sequence[str]
    """Only custom fields of the order with these keys."""
    exclude_meta: Sequence[str]
    """Leave out custom fields of the order with these keys; `include_meta` counts more."""


class OrderGetParams(Parameters, total=False):
    """Parameters of orders.get."""

    context: Literal["view", "edit"]
    """`view` gives texts rendered for visitors, `edit` gives them as stored and adds fields that only shop managers
    see. Left out: view.
    """
    dp: int
    """Decimal places of money in the answer; as many as the shop shows when left out."""


class OrderDeleteParams(Parameters, total=False):
    """Parameters of orders.delete."""

    force: bool
    """Delete for good instead of moving to the trash. Kinds that have no trash insist on it. Left out: false."""


class OrderBatch(Parameters, total=False):
    """Several changes to items of type Order in one request."""

    create: Sequence[OrderCreate]
    """Items to make."""
    update: Sequence[OrderBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete for good, by id."""


class OrderUpdate(Parameters, total=False):
    """Changes to an order."""

    parent_id: int
    """Order that this one belongs to, for instance with subscriptions; 0 for none. Clear it with 0."""
    status: OrderCreateStatusValue
    """Where the order stands. Plugins add states of their own; an order in the trash answers `trash`, which cannot be
    set. A new order is `pending` unless told otherwise.
    """
    currency: OrderCurrencyValue | str
    """Currency of all sums of the order (ISO 4217); a new order takes the currency of the shop."""
    customer_id: int
    """Account that ordered; 0 for a guest. Clear it with 0."""
    billing: OrderBillingInput
    """Whom the invoice is for."""
    shipping: OrderShippingInput
    """Where the goods go."""
    payment_method: str
    """Id of the payment gateway, for example `bacs`; empty when none was chosen. Clear it with ""."""
    payment_method_title: str
    """Name of the gateway as the customer saw it. Clear it with ""."""
    transaction_id: str
    """Reference that the payment provider gave the payment; empty when there is none. Clear it with ""."""
    customer_note: str
    """What the customer wanted to tell the shop. Clear it with ""."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""
    line_items: Sequence[OrderLineItemInput]
    """The products. In a request, lines without an `id` are added and lines you leave out stay."""
    shipping_lines: Sequence[OrderShippingLineInput]
    """How the goods travel and what that costs. In a request, lines you leave out stay."""
    fee_lines: Sequence[OrderFeeLineInput]
    """Charges besides products and shipping. In a request, lines you leave out stay."""
    coupon_lines: Sequence[OrderCouponLineInput]
    """Coupons used. In wc/v3 a list that is sent replaces all, unlike with other lines, and an empty one takes every
    coupon off; in wc/v2 lines are only noted down, and nothing is taken off for them.
    """
    set_paid: bool
    """Record the payment: a new order or one that waits for money becomes `processing` (or `completed` when nothing has
    to be done), and stock goes down.
    """
    manual_update: bool
    """Let the order note about a change of `status` name the owner of the key instead of the system. New in WooCommerce
    9.0.
    """
    created_via: str
    """Where the order was made; can be chosen from release 9.9 on, and only for a new order. New in WooCommerce 9.9."""


class OrderBatchItem(OrderUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class OrderBillingInput(TypedDict, total=False):
    """Address on the invoice. All fields are text, empty when unknown."""

    first_name: str
    """Given name. Clear it with ""."""
    last_name: str
    """Family name. Clear it with ""."""
    company: str
    """Firm or organisation. Clear it with ""."""
    address_1: str
    """Street and house number. Clear it with ""."""
    address_2: str
    """Flat, floor or unit. Clear it with ""."""
    city: str
    """Town. Clear it with ""."""
    state: str
    """Code of the state or province if WooCommerce lists any for the country, else free text. Clear it with ""."""
    postcode: str
    """Postal code in the form usual in the country. Clear it with ""."""
    country: str
    """Country code of two capital letters. Clear it with ""."""
    email: str | None
    """Where order mails go. The store refuses an empty text here; send null to clear it. Clear it with None."""
    phone: str
    """Telephone number. Clear it with ""."""


class OrderCouponLineInput(TypedDict, total=False):
    """A coupon used in an order."""

    code: Required[str]
    """Code of the coupon, in small letters. It must exist and fit the order."""


class OrderCreate(OrderUpdate, total=False):
    """A new order. Every field may be left out; the store fills in sums and taxes."""


class OrderDetailsSend(Parameters, total=False):
    """Whom to send the details of an order to."""

    email: str
    """Address to store as billing address and to write to. The address of the order when left out; refused if the order
    has a different one and `force_email_update` is not true.
    """
    force_email_update: bool
    """Replace the billing address that the order has."""


class OrderEmailSend(Parameters, total=False):
    """Which mail to send, and to whom."""

    template_id: Required[OrderEmailSendTemplateIdValue]
    """Mail to send; one of those that `email_templates` lists for the order. Optional from release 10.7 on."""
    email: str
    """Address to store as billing address and to write to. The address of the order when left out; refused if the order
    has a different one and `force_email_update` is not true.
    """
    force_email_update: bool
    """Replace the billing address that the order has."""


class OrderFeeLineInput(TypedDict, total=False):
    """A charge, or with a negative sum a rebate, that is neither product nor shipping."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str | None
    """What the charge is for. A new line must have one. Null together with an `id` removes the line."""
    tax_class: str
    """Slug of the tax class; empty for the standard one. Clear it with ""."""
    tax_status: Literal["taxable", "none"]
    """Whether the charge is taxed; a new line is `taxable`."""
    total: DecimalInput
    """The charge without tax."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""


class OrderLineCostDict(TypedDict, total=False):
    """Cost of one order line."""

    value: Number
    """Cost of all pieces of the line."""


class OrderLineItemInput(TypedDict, total=False):
    """One product of an order or refund; in a refund, counts and sums are negative."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """Name of the product when it was ordered."""
    product_id: int | None
    """Product, or the variable product of a variation; 0 once it is gone. A new line needs this, `variation_id` or
    `sku`. Null together with an `id` removes the line.
    """
    variation_id: int
    """Variation that was ordered; 0 if the product has none."""
    quantity: int
    """How many; a whole number unless a plugin sells fractions. In a request 0 together with an `id` removes the line."""
    tax_class: str
    """Slug of the tax class; empty for the standard one. The store refuses slugs it does not know. Clear it with ""."""
    subtotal: DecimalInput
    """Sum of the line before coupons, without tax."""
    total: DecimalInput
    """Sum of the line after coupons, without tax."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""
    sku: str
    """Stock keeping unit; null once the product is gone. In a request it can name the product."""
    cost_of_goods_sold: OrderLineCostDict
    """What the goods of the line cost the shop. Only while the store keeps track of costs. New in WooCommerce 9.5."""


class OrderReceiptCreate(Parameters, total=False):
    """How long a receipt shall live."""

    expiration_date: DateInput | None
    """Last day on which the address shall work; not in the past. It counts more than `expiration_days`."""
    expiration_days: int
    """Days from today after which the address stops working; 0 is the end of today. Left out: 1."""
    force_new: bool
    """Make a fresh receipt although one is still alive. Left out: false."""


class OrderShippingInput(TypedDict, total=False):
    """Address of delivery. All fields are text, empty when unknown or when nothing is shipped."""

    first_name: str
    """Given name of the recipient. Clear it with ""."""
    last_name: str
    """Family name of the recipient. Clear it with ""."""
    company: str
    """Firm or organisation at the address. Clear it with ""."""
    address_1: str
    """Street and house number. Clear it with ""."""
    address_2: str
    """Flat, floor or unit. Clear it with ""."""
    city: str
    """Town. Clear it with ""."""
    state: str
    """Code of the state or province if WooCommerce lists any for the country, else free text. Clear it with ""."""
    postcode: str
    """Postal code in the form usual in the country. Clear it with ""."""
    country: str
    """Country code of two capital letters. Clear it with ""."""
    phone: str
    """Telephone number for the carrier. Clear it with ""."""


class OrderShippingLineInput(TypedDict, total=False):
    """One shipment of an order and its price."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    method_title: str
    """Name of the shipping method as the customer saw it."""
    method_id: str | None
    """Shipping method, for example `flat_rate`. A new line must have one. Null together with an `id` removes the line."""
    instance_id: str
    """Number, as text, of the method in its shipping zone; empty if the method came from no zone. Clear it with ""."""
    total: DecimalInput
    """Cost without tax."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""
