"""Answers about orders parts of wc/v1."""

from typing import Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalText


class OrderRefundSummaryV1(Model):
    """One refund in short, as wc/v1 answers it."""

    id: int
    """Number of the refund."""
    refund: str
    """Why money went back; empty when nobody said."""
    total: DecimalText | Literal["-"]
    """Money that went back, with a minus sign; the bare sign if the refund was made without an amount."""
