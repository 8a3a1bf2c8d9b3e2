"""What calls about payment gateways of wc/v3 take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from wooclient._runtime.declared import FieldsInput, NumberInput
from wooclient._runtime.inputs import ClearWithText, Parameters


class PaymentGatewayListParams(Parameters, total=False):
    """Parameters of payment_gateways.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class PaymentGatewayGetParams(Parameters, total=False):
    """Parameters of payment_gateways.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class PaymentGatewayUpdate(Parameters, total=False):
    """Changes to a way to pay."""

    title: str | ClearWithText
    """Name customers see at checkout. Null only where a plugin sets none. CLEAR sends ""."""
    description: str | ClearWithText
    """Text below the name at checkout. Null only where a plugin sets none. CLEAR sends ""."""
    order: int
    """Place at checkout, low numbers first; "" until somebody sorts the gateways."""
    enabled: bool
    """Whether customers may choose it."""
    settings: Mapping[str, str | int | NumberInput | bool | Sequence[str | int]]
    """Further settings of the gateway by name; an empty list where it has none. Whether it is enabled and its
    description are fields of the gateway instead. A request maps names straight to new values.
    """
