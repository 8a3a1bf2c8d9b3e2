"""Kinds of wc/v1 that differ in their moments only."""

from __future__ import annotations

from .. import webhooks
from ..orders import notes
from ..v2 import reviews, terms
from .moments import InUtc


class OrderNotes(InUtc, notes.OrderNotes):
    """Notes of orders."""


class Reviews(InUtc, reviews.Reviews):
    """Reviews."""


class Categories(InUtc, terms.Categories):
    """Categories, with their pictures."""


class Webhooks(InUtc, webhooks.Webhooks):
    """Webhooks."""
