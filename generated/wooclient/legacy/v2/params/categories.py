"""What calls about categories of wc-api/v2 take."""

from __future__ import annotations

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class ProductCategoryListParams(Parameters, total=False):
    """Parameters of products.categories.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class ProductCategoryGetParams(Parameters, total=False):
    """Parameters of products.categories.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
