"""What calls about order notes of wc-api/v2 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class OrderNoteListParams(Parameters, total=False):
    """Parameters of orders.notes.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class OrderNoteGetParams(Parameters, total=False):
    """Parameters of orders.notes.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class LegacyOrderNoteCreate(Parameters, total=False):
    """A new note."""

    note: Required[str]
    """The text."""
    customer_note: bool
    """Whether it is for the customer, who then gets it by mail when it is made. Default: false."""


class LegacyOrderNoteUpdate(Parameters, total=False):
    """Changes to a note."""

    note: str
    """The text."""
    customer_note: bool
    """Whether it is for the customer, who then gets it by mail when it is made."""
