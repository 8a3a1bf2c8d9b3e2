"""What calls about orders actions of wc/v3 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.declared import DateInput
from wooclient._runtime.inputs import Parameters
from wooclient.v3.enums import OrderEmailSendTemplateIdValue


class OrderDetailsSend(Parameters, total=False):
    """Whom to send the details of an order to."""

    email: str
    """Address to store as billing address and to write to. The address of the order when left out; refused if the order
    has a different one and `force_email_update` is not true.
    """
    force_email_update: bool
    """Replace the billing address that the order has. New in WooCommerce 9.8."""


class OrderEmailSend(Parameters, total=False):
    """Which mail to send, and to whom."""

    template_id: Required[OrderEmailSendTemplateIdValue | str]
    """Mail to send; one of those that `email_templates` lists for the order. Optional from release 10.7 on.
    `customer_cancelled_order` is new in 10.0. `customer_pos_completed_order` is new in 10.0.
    `customer_pos_refunded_order` is new in 10.0. `admin_payment_gateway_enabled` is new in 10.9.
    `customer_verify_email` is new in 11.0.
    """
    email: str
    """Address to store as billing address and to write to. The address of the order when left out; refused if the order
    has a different one and `force_email_update` is not true.
    """
    force_email_update: bool
    """Replace the billing address that the order has."""


class OrderReceiptCreate(Parameters, total=False):
    """How long a receipt shall live."""

    expiration_date: DateInput | None
    """Last day on which the address shall work; not in the past. It counts more than `expiration_days`."""
    expiration_days: int
    """Days from today after which the address stops working; 0 is the end of today. Default: 1."""
    force_new: bool
    """Make a fresh receipt although one is still alive. Default: false."""
