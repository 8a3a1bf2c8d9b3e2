"""What calls about products of wc-api/v1 take."""

from __future__ import annotations

from wooclient._runtime.declared import CommaListInput, FieldsInput
from wooclient._runtime.inputs import Parameters
from wooclient.legacy.v1.params.common import MetaFilter
from wooclient.legacy.v1.params.products_filter import LegacyProductFilter


class ProductListParams(Parameters, total=False):
    """Parameters of products.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    type: CommaListInput
    """Only these kinds of product, joined by commas: `simple,variable`."""
    filter: LegacyProductFilter
    """Which products, how many and in what order, written as `filter[limit]=5&filter[q]=cup`. v3 also takes attributes
    of the shop, as `filter[pa_size]=small`: callers pass these in `extra`, by that whole name.
    """
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""


class ProductCountParams(Parameters, total=False):
    """Parameters of products.count."""

    type: CommaListInput
    """Only these kinds of product, joined by commas: `simple,variable`."""
    filter: LegacyProductFilter
    """Which products, how many and in what order, written as `filter[limit]=5&filter[q]=cup`. v3 also takes attributes
    of the shop, as `filter[pa_size]=small`: callers pass these in `extra`, by that whole name.
    """


class ProductGetParams(Parameters, total=False):
    """Parameters of products.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    filter: MetaFilter
    """What to show beyond the item's own fields, written as `filter[meta]=true`."""
