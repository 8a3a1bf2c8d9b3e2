"""What calls about refunds of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import (
    Decimal6Input,
    DecimalInput,
    FieldsInput,
    MomentInput,
    NonNegativeQuantityInput,
    NumberInput,
)
from wooclient._runtime.inputs import Json, Parameters


class OrderRefundListParams(Parameters, total=False):
    """Parameters of orders.refunds.list."""

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
    dp: int
    """Decimal places of money in the answer; by default as many as the shop shows."""
    order_item_display_meta: bool
    """Meant to drop custom fields of lines that repeat the name of a variation. Has no effect in most releases.
    Default: false.
    """
    include_meta: Sequence[str]
    """Meant to choose custom fields by key. Has no effect on refunds in most releases."""
    exclude_meta: Sequence[str]
    """Meant to leave out custom fields by key. Has no effect on refunds in most releases."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderRefundGetParams(Parameters, total=False):
    """Parameters of orders.refunds.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    dp: int
    """Decimal places of money in the answer; by default as many as the shop shows."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderRefundDeleteParams(Parameters, total=False):
    """Parameters of orders.refunds.delete."""

    force: bool
    """Need not be sent; refunds have no trash. False is refused. Default: true."""


class RefundListParams(OrderRefundListParams, total=False):
    """Parameters of refunds.list, as of orders.refunds.list."""


class OrderRefundCreate(Parameters, total=False):
    """A new refund. It needs an amount or, in wc/v3 alone, lines from which the store can add one up."""

    amount: DecimalInput
    """Money to give back, taxes included. The sum of the lines when left out; if both are sent, this counts."""
    reason: str
    """Why money goes back; the customer can see it."""
    api_refund: bool
    """Have the payment gateway send the money back. Send false to only record a refund, as you must for gateways that
    cannot do it. Default: true.
    """
    api_restock: bool
    """Put the refunded pieces back into stock. Default: true."""
    compute_totals: bool
    """Have the store work out amounts and taxes of the lines from their `quantity`, by the prices of the order. A
    `refund_total` without `refund_tax` then includes taxes. An `amount` below the sum of the lines is refused.
    Default: false. New in WooCommerce 11.1. Known from documentation alone: no store was asked.
    """
    meta_data: Sequence[OrderRefundMetaCreate]
    """Custom fields of the refund."""
    line_items: Sequence[OrderRefundLineCreate]
    """What is refunded; besides products, the numbers of shipping and fee lines are welcome."""


class OrderRefundLineCreate(TypedDict, total=False):
    """How much of one order line is refunded. If one entry lacks its `id`, the store records no line at all; it still
    adds up the money of all entries, and refunds it.
    """

    id: Required[int]
    """Number of the line in the order, not of the product. If the order has no such line, the entry is not recorded,
    but its money is refunded. Of two entries with the same number the last counts.
    """
    quantity: NonNegativeQuantityInput
    """How many pieces come back; a positive number. None when left out."""
    refund_total: Decimal6Input
    """Money to give back for the line, without tax; positive. Without it the line gives back 0.00, whatever `quantity`
    says, unless the store works out the sums (`compute_totals`). It is not called `total`, which the store passes
    over.
    """
    refund_tax: Sequence[OrderRefundTaxCreate]
    """Taxes to give back for the line, by rate."""


class OrderRefundMetaCreate(TypedDict, total=False):
    """A custom field for a new refund."""

    key: Required[str]
    """Name of the custom field."""
    value: Required[Json]
    """What to store in it."""


class OrderRefundPreviewLine(TypedDict, total=False):
    """How much of one line would be refunded."""

    line_item_id: Required[int]
    """Number of the line in the order. At least 1."""
    quantity: int
    """How many pieces come back; needed without `refund_total`. At least 1."""
    refund_total: NumberInput | None
    """Money to give back for the line, taxes included; with the sign of the line. Needed without `quantity`."""


class OrderRefundPreviewRequest(Parameters, total=False):
    """What a refund would hold."""

    line_items: Required[Sequence[OrderRefundPreviewLine]]
    """Lines of the order; each with a `quantity`, or with a `refund_total`. At least 1 item."""


class OrderRefundTaxCreate(TypedDict, total=False):
    """How much of one tax on a line is refunded."""

    id: Required[int]
    """Number of the tax rate, as in `taxes` of the line. The store does not check it, and records a tax of any
    number.
    """
    refund_total: Required[Decimal6Input]
    """Tax to give back; positive."""
