"""What calls about orders of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput, MomentInput, NotZeroInput
from wooclient._runtime.inputs import ClearWithText, ClearWithZero, Parameters
from wooclient.v3.enums import OrderCreateStatusValue, OrderCurrencyValue, OrderListStatusValue
from wooclient.v3.params.common import MetaDataInput
from wooclient.v3.params.orders_lines import (
    OrderCouponLineInput,
    OrderFeeLineInput,
    OrderLineItemInput,
    OrderShippingLineInput,
)
from wooclient.v3.params.orders_parts import OrderBillingInput, OrderShippingInput


class OrderListParams(Parameters, total=False):
    """Parameters of orders.list."""

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
    modified_after: MomentInput
    """Only items last changed after this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    modified_before: MomentInput
    """Only items last changed before this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    dates_are_gmt: bool
    """Read the moments in the other date filters as UTC instead of shop time. Default: false."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names. Default: desc."""
    orderby: Literal["date", "id", "include", "title", "slug", "modified"] | str
    """What the list is sorted by; `include` keeps the order of the ids in `include`. Default: date."""
    parent: Sequence[int]
    """Only items below one of these parents."""
    parent_exclude: Sequence[int]
    """Leave out items below these parents."""
    status: Sequence[OrderListStatusValue | str]
    """Only orders in one of these states. `any` means all but the trash; unknown states are refused. Default: any."""
    customer: int
    """Only orders of this account; 0 finds those of guests."""
    product: NotZeroInput
    """Only orders with this product among their lines."""
    created_via: Sequence[str]
    """Only orders made in one of these ways, for example `checkout` or `rest-api`. New in WooCommerce 9.9."""
    dp: int
    """Decimal places of money in the answer; by default as many as the shop shows."""
    order_item_display_meta: bool
    """Meant to drop custom fields of lines that repeat the name of a variation. Has no effect in most releases.
    Default: false.
    """
    include_meta: Sequence[str]
    """Only custom fields of the order with these keys."""
    exclude_meta: Sequence[str]
    """Leave out custom fields of the order with these keys; `include_meta` counts more."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderGetParams(Parameters, total=False):
    """Parameters of orders.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    dp: int
    """Decimal places of money in the answer; by default as many as the shop shows."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderDeleteParams(Parameters, total=False):
    """Parameters of orders.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class OrderStatusListParams(Parameters, total=False):
    """Parameters of orders.statuses.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderReceiptGetParams(Parameters, total=False):
    """Parameters of orders.receipt.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderActionEmailTemplatesParams(Parameters, total=False):
    """Parameters of orders.actions.email_templates."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderBatch(Parameters, total=False):
    """Several changes to items of type Order in one request."""

    create: Sequence[OrderCreate]
    """Items to make."""
    update: Sequence[OrderBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class OrderUpdate(Parameters, total=False):
    """Changes to an order."""

    parent_id: int | ClearWithZero
    """Order that this one belongs to, for instance with subscriptions; 0 for none. CLEAR sends 0."""
    status: OrderCreateStatusValue | str
    """Where the order stands. Plugins add states of their own; an order in the trash answers `trash`, which cannot be
    set. A new order is `pending` unless told otherwise.
    """
    currency: OrderCurrencyValue | str
    """Currency of all sums of the order (ISO 4217); a new order takes the currency of the shop."""
    customer_id: int | ClearWithZero
    """Account that ordered; 0 for a guest. CLEAR sends 0."""
    billing: OrderBillingInput
    """Whom the invoice is for."""
    shipping: OrderShippingInput
    """Where the goods go."""
    payment_method: str | ClearWithText
    """Id of the payment gateway, for example `bacs`; empty when none was chosen. CLEAR sends ""."""
    payment_method_title: str | ClearWithText
    """Name of the gateway as the customer saw it. CLEAR sends ""."""
    transaction_id: str | ClearWithText
    """Reference that the payment provider gave the payment; empty when there is none. CLEAR sends ""."""
    customer_note: str | ClearWithText
    """What the customer wanted to tell the shop. CLEAR sends ""."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""
    line_items: Sequence[OrderLineItemInput]
    """The products. In a request, lines without an `id` are added and lines you leave out stay."""
    shipping_lines: Sequence[OrderShippingLineInput]
    """How the goods travel and what that costs. In a request, lines you leave out stay."""
    fee_lines: Sequence[OrderFeeLineInput]
    """Charges besides products and shipping. In a request, lines you leave out stay."""
    coupon_lines: Sequence[OrderCouponLineInput]
    """Coupons used. In wc/v3 the list that is sent replaces all coupons, unlike other lines; an empty list takes every
    coupon off. In wc/v2 coupons are only noted, and sums stay as they are.
    """
    set_paid: bool
    """Record the payment, so that stock goes down. A new order becomes `processing` (or `completed` if nothing is left
    to do) whatever status comes with it; only `processing`, `completed` and `refunded` stay. An order that is there
    must be `pending`, `failed` or a draft, with a total above 0: of any other, such as one `on-hold`, the store
    changes nothing and answers no error. Send `status` for those. Default for a new one: false.
    """
    manual_update: bool
    """Let the order note about a change of `status` name the owner of the key instead of the system. Default for a new
    one: false. New in WooCommerce 9.0.
    """
    created_via: str
    """Where the order was made; can be chosen from release 9.9 on, and only for a new order. New in WooCommerce 9.9."""


class OrderBatchItem(OrderUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class OrderCreate(OrderUpdate, total=False):
    """A new order. Every field may be left out; the store fills in sums and taxes."""
