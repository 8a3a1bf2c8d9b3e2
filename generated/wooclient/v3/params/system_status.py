"""What calls about system status of wc/v3 take."""

from __future__ import annotations

from typing import Literal

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class SystemStatusGetParams(Parameters, total=False):
    """Parameters of system_status.get."""

    context: Literal["view"]
    """Only `view` exists here, so there is nothing to choose. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class SystemStatusToolListParams(Parameters, total=False):
    """Parameters of system_status.tools.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class SystemStatusToolGetParams(Parameters, total=False):
    """Parameters of system_status.tools.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """
