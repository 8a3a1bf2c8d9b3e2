"""What calls about index of wc/v3 take."""

from __future__ import annotations

from typing import Literal

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class IndexGetParams(Parameters, total=False):
    """Parameters of index.get."""

    namespace: str
    """Another namespace to list instead of this one. Default: wc/v3."""
    context: Literal["view", "embed", "help"]
    """With `help` each route that has one also shows the schema of its items. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """
