"""What calls about order notes of wc/v2 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.inputs import Parameters


class OrderNoteCreate(Parameters, total=False):
    """A new note."""

    note: Required[str]
    """The remark; may hold simple HTML."""
    customer_note: bool
    """Whether the customer can read it. A new note of this kind is mailed to the customer. Left out: false."""
