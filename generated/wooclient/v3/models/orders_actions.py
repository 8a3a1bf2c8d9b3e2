"""Answers about orders actions of wc/v3."""

from typing import Annotated

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, PlainDate
from wooclient.v3.enums import OrderEmailTemplateIdValue


class OrderActionResult(Model):
    """What the action did."""

    __shown__ = ("message",)

    message: str
    """What was done, in the language of the store; HTML-escaped."""


class OrderEmailTemplate(Model):
    """A mail that suits an order as it stands now."""

    __shown__ = ("id", "title")

    id: Annotated[OrderEmailTemplateIdValue | str, OPEN]
    """Id of the mail; plugins add their own. `customer_pos_completed_order` is new in 10.0.
    `customer_pos_refunded_order` is new in 10.0.
    """
    title: str
    """Name of the mail in the language of the store."""
    description: str
    """When the mail is meant to go out."""


class OrderReceipt(Model):
    """A printable receipt that anybody with its address can read until it expires."""

    __shown__ = ("expiration_date",)

    receipt_url: str
    """Address of the receipt page."""
    expiration_date: PlainDate
    """Last day on which the address works."""
