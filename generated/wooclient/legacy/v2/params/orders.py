"""What calls about orders of wc-api/v2 take."""

from __future__ import annotations

from typing import Literal, TypedDict

from wooclient._runtime.declared import CommaListInput, FieldsInput
from wooclient._runtime.inputs import Parameters
from wooclient.legacy.v2.params.common import Filter

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "in_": "in",
}


class OrderListParams(Parameters, total=False):
    """Parameters of orders.list."""

    status: CommaListInput
    """Only orders with one of these statuses, joined by commas."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    filter: LegacyOrderFilter
    """Which orders, how many and in what order, written as `filter[limit]=5&filter[dp]=4`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class OrderCountParams(Parameters, total=False):
    """Parameters of orders.count."""

    status: CommaListInput
    """Only orders with one of these statuses, joined by commas."""
    filter: LegacyOrderFilter
    """Which orders, how many and in what order, written as `filter[limit]=5&filter[dp]=4`."""


class OrderGetParams(Parameters, total=False):
    """Parameters of orders.get."""

    filter: LegacyOrderShow
    """How to show the order, written as `filter[dp]=4`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class OrderDeleteParams(Parameters, total=False):
    """Parameters of orders.delete."""

    force: Literal[True]
    """Delete permanently instead of moving to the trash. Leave it out to say no: some resources take any other text,
    even `false`, for yes.
    """


class LegacyItemMetaFilter(TypedDict, total=False):
    """How to show the lines of a refund."""

    all_item_meta: bool
    """Show custom fields of lines whose name starts with an underscore, too. Only the word `true` is understood."""


class LegacyOrderFilter(Filter, total=False):
    """Limits a list of orders and says how to show them; every part may be left out."""

    dp: int
    """How many decimals sums have in the answer, two if absent. At least 0."""
    all_item_meta: bool
    """Show custom fields of lines whose name starts with an underscore, too. Only the word `true` is understood."""


class LegacyOrderPaymentInput(TypedDict, total=False):
    """How the order is paid."""

    method_id: str
    """Payment gateway, empty if unknown. A new order with payment details must have one."""
    method_title: str
    """Name of the gateway as the customer saw it. A new order with payment details must have one."""
    paid: bool
    """Whether the money is there. Sending true pays the order and moves it on."""
    transaction_id: str
    """Number the gateway gave the payment. Read only together with `paid`."""


class LegacyOrderShow(TypedDict, total=False):
    """How to show an order; every part may be left out."""

    dp: int
    """How many decimals sums have in the answer, two if absent. At least 0."""
    all_item_meta: bool
    """Show custom fields of lines whose name starts with an underscore, too. Only the word `true` is understood."""
    meta: bool
    """Add the public custom fields. Only the word `true` is understood."""
