"""What calls about order refunds of wc-api/v3 take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import Decimal6Input, DecimalInput, FieldsInput, QuantityInput
from wooclient._runtime.inputs import ClearWithText, Parameters
from wooclient.legacy.v3.params.orders import LegacyItemMetaFilter


class OrderRefundListParams(Parameters, total=False):
    """Parameters of orders.refunds.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class LegacyRefundCreate(Parameters, total=False):
    """A new refund."""

    amount: Required[DecimalInput]
    """Sum given back, without a minus sign."""
    reason: str | ClearWithText
    """Why; empty if nobody said. CLEAR sends ""."""
    line_items: Mapping[str, LegacyRefundRequestLine]
    """What is given back, by number of the line of the order. It does not change `amount`."""
    restock_items: bool
    """Whether the pieces go back into stock. Default: false."""


class OrderRefundCreateParams(LegacyRefundCreate, total=False):
    """Parameters of orders.refunds.create, and what its body takes."""

    api_refund: Literal[0]
    """Send 0 to write the refund down and move no money. Leave it out to say yes: the store takes any other text, even
    `false`, for yes.
    """


class OrderRefundGetParams(Parameters, total=False):
    """Parameters of orders.refunds.get."""

    filter: LegacyItemMetaFilter
    """How to show the refund, written as `filter[all_item_meta]=true`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class LegacyRefundRequestLine(TypedDict, total=False):
    """How much of a line of the order is given back."""

    qty: QuantityInput
    """How many pieces."""
    refund_total: Required[Decimal6Input]
    """Sum to give back, without tax."""
    refund_tax: Mapping[str, Decimal6Input]
    """Tax to give back, by number of the rate."""


class LegacyRefundUpdate(Parameters, total=False):
    """Changes to a refund; its lines cannot be changed, and an amount of 0 or less changes nothing."""

    amount: DecimalInput
    """Sum given back, without a minus sign."""
    reason: str | ClearWithText
    """Why; empty if nobody said. CLEAR sends ""."""
