"""What calls about order notes of wc/v2 take."""

from __future__ import annotations

from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class OrderNoteListParams(Parameters, total=False):
    """Parameters of orders.notes.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    type: Literal["any", "customer", "internal"]
    """Only notes that the customer can read, only those for staff, or both. Default: any."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderNoteGetParams(Parameters, total=False):
    """Parameters of orders.notes.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderNoteDeleteParams(Parameters, total=False):
    """Parameters of orders.notes.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class OrderNoteCreate(Parameters, total=False):
    """A new note."""

    note: Required[str]
    """The remark; may hold simple HTML."""
    customer_note: bool
    """Whether the customer can read it. A new note of this kind is mailed to the customer. Default: false."""
