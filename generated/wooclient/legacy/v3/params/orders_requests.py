"""What calls about orders requests of wc-api/v3 take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wooclient._runtime.declared import NumberInput
from wooclient._runtime.inputs import ClearWithText, Parameters
from wooclient.legacy.v3.enums import LegacyOrderCreateStatusValue
from wooclient.legacy.v3.params.customers_addresses import LegacyBillingAddressInput, LegacyShippingAddressInput
from wooclient.legacy.v3.params.orders import LegacyOrderPaymentInput
from wooclient.legacy.v3.params.orders_lines import (
    LegacyOrderCouponLineInput,
    LegacyOrderFeeLineInput,
    LegacyOrderLineItemInput,
    LegacyOrderShippingLineInput,
)


class LegacyOrderFields(Parameters, total=False):
    """What LegacyOrderCreate and LegacyOrderUpdate have in common."""

    status: LegacyOrderCreateStatusValue | str
    """Where the order stands. Plugins add words; one the store does not know becomes `pending`."""
    currency: str
    """Currency of all sums, three capital letters. The store refuses one it does not know."""
    payment_details: LegacyOrderPaymentInput
    """How the order is paid."""
    billing_address: LegacyBillingAddressInput
    """Where the bill goes. What a request sends here is kept in the account of the customer, too."""
    shipping_address: LegacyShippingAddressInput
    """Where the parcel goes. What a request sends here is kept in the account of the customer, too."""
    note: str | ClearWithText
    """What the customer wrote with the order. CLEAR sends ""."""
    customer_id: int
    """Account the order belongs to, 0 for a guest. A request must name one that exists."""
    line_items: Sequence[LegacyOrderLineItemInput]
    """What was bought."""
    shipping_lines: Sequence[LegacyOrderShippingLineInput]
    """How it is shipped and for how much."""
    fee_lines: Sequence[LegacyOrderFeeLineInput]
    """Further charges."""
    coupon_lines: Sequence[LegacyOrderCouponLineInput]
    """Coupons used. Sending one does not lower any price; that is up to the totals of the lines."""
    order_meta: Mapping[str, str | NumberInput | bool]
    """Custom fields by name; those that start with an underscore are ignored."""


class LegacyOrderUpdate(LegacyOrderFields, total=False):
    """Changes to an order. Lines that are not sent stay as they are."""

    status_note: str
    """Words to put into the order note about the new status."""


class LegacyOrderBulkItem(LegacyOrderUpdate, total=False):
    """An order to change if it has an `id`, else one to make."""

    id: int
    """Order to change; left out or 0 to make a new one."""
    is_vat_exempt: bool
    """For a new order, whether no tax is to be charged."""


class LegacyOrderCreate(LegacyOrderFields, total=False):
    """A new order; nothing in it is compulsory."""

    is_vat_exempt: bool
    """Whether no tax is to be charged."""
