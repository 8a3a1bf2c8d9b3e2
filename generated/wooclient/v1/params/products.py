"""What calls about products of wc/v1 take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from wooclient._runtime.declared import FieldsInput, MomentInput, NotZeroTextInput
from wooclient._runtime.inputs import Parameters


class ProductListParams(Parameters, total=False):
    """Parameters of products.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only items that contain this text."""
    after: MomentInput
    """Only products published after this moment (ISO 8601 with a time, shop time)."""
    before: MomentInput
    """Only products published before this moment (ISO 8601 with a time, shop time)."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names. Default: desc."""
    orderby: Literal["date", "id", "include", "title", "slug", "modified"] | str
    """What to sort by. Default: date."""
    filter: Mapping[str, str]
    """Query variables of WordPress, sent in brackets, as in `filter[meta_key]=supplier`; they beat the other
    filters.
    """
    slug: str
    """Only the item with this slug."""
    status: Literal["any", "future", "draft", "pending", "private", "publish"]
    """Only products with this status. Default: any."""
    type: Literal["simple", "grouped", "external", "variable"] | str
    """Only this kind of product."""
    category: str
    """Only products in this category or one below it, by number; several with commas."""
    tag: str
    """Only products with this tag, by number; several with commas."""
    shipping_class: str
    """Only products of this shipping class, by number; several with commas."""
    attribute: str
    """Slug of a shared attribute, `pa_` included; works only together with `attribute_term`."""
    attribute_term: str
    """Number of a term of `attribute` that the products must have; several with commas."""
    sku: NotZeroTextInput
    """Only items with exactly this SKU; several with commas."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductGetParams(Parameters, total=False):
    """Parameters of products.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductDeleteParams(Parameters, total=False):
    """Parameters of products.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""
