"""What calls about refunds of wc/v1 take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from wooclient._runtime.declared import DecimalInput, FieldsInput, MomentInput
from wooclient._runtime.inputs import Parameters
from wooclient.v1.enums import OrderRefundListStatusValue


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
    """What the list is sorted by; `include` keeps the order of the ids in `include`. Default: date."""
    status: OrderRefundListStatusValue | str
    """Checked, then ignored; refunds have no states that differ. Default: any."""
    customer: int
    """Taken over from the list of orders; ignored here."""
    product: int
    """Taken over from the list of orders; ignored here."""
    dp: int
    """Decimal places of money in the answer; by default as many as the shop shows."""
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
