"""What calls about refunds of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence

from wooclient._runtime.declared import DecimalInput
from wooclient._runtime.inputs import Parameters
from wooclient.v3.params.refunds import OrderRefundMetaCreate


class OrderRefundCreate(Parameters, total=False):
    """A new refund. It needs an amount or, in wc/v3 alone, lines from which the store can add one up."""

    amount: DecimalInput
    """Money to give back, taxes included. The sum of the lines when left out; if both are sent, this counts."""
    reason: str
    """Why money goes back; the customer can see it."""
    api_refund: bool
    """Have the payment gateway send the money back. Send false to only record a refund, as you must for gateways that
    cannot do it. Left out: true.
    """
    meta_data: Sequence[OrderRefundMetaCreate]
    """Custom fields of the refund."""
