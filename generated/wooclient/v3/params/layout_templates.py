"""What calls about layout templates of wc/v3 take."""

from __future__ import annotations

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class LayoutTemplateAllParams(Parameters, total=False):
    """Parameters of layout_templates.all."""

    area: str
    """Only templates made for this area of the admin; empty for all."""


class LayoutTemplateGetParams(Parameters, total=False):
    """Parameters of layout_templates.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """
