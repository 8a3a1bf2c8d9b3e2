"""What calls about attribute terms of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput, Int32Input, NotZeroInput
from wooclient._runtime.inputs import ClearWithText, ClearWithZero, Parameters
from wooclient.v3.enums import ProductAttributeTermListOrderbyValue


class ProductAttributeTermListParams(Parameters, total=False):
    """Parameters of products.attributes.terms.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only items that contain this text."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names; this list ascends unless told otherwise. Default: asc."""
    orderby: ProductAttributeTermListOrderbyValue | str
    """Field to sort by. `include` keeps the order of the ids in `include`; `count` is how many products have the term.
    Default: name.
    """
    hide_empty: bool
    """Leave out terms that no product uses. Default: false."""
    parent: int
    """Without effect, because terms have no levels."""
    product: NotZeroInput
    """Only the terms of this product. The other filters are then ignored; paging and sorting still work."""
    slug: str
    """Only the item with this slug."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductAttributeTermGetParams(Parameters, total=False):
    """Parameters of products.attributes.terms.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductAttributeTermDeleteParams(Parameters, total=False):
    """Parameters of products.attributes.terms.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class ProductAttributeTermBatch(Parameters, total=False):
    """Several changes to items of type ProductAttributeTerm in one request."""

    create: Sequence[ProductAttributeTermCreate]
    """Items to make."""
    update: Sequence[ProductAttributeTermBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductAttributeTermUpdate(Parameters, total=False):
    """Changes to a term."""

    name: str
    """The value itself. An ampersand comes back as `&amp;`."""
    slug: str
    """Word that variations store for this value. Letters outside ASCII come percent-encoded. The store makes it from
    the name if a new term has none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and
    to one without letters and digits, such as `#`.
    """
    description: str | ClearWithText
    """Text about the value, with the markup that WordPress allows in posts. CLEAR sends ""."""
    menu_order: Int32Input | ClearWithZero
    """Position among the terms when the attribute sorts by `menu_order`, lowest first. CLEAR sends 0."""


class ProductAttributeTermBatchItem(ProductAttributeTermUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductAttributeTermCreate(Parameters, total=False):
    """A new term."""

    name: Required[str]
    """The value itself. An ampersand comes back as `&amp;`."""
    slug: str
    """Word that variations store for this value. Letters outside ASCII come percent-encoded. The store makes it from
    the name if a new term has none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and
    to one without letters and digits, such as `#`.
    """
    description: str | ClearWithText
    """Text about the value, with the markup that WordPress allows in posts. CLEAR sends ""."""
    menu_order: Int32Input | ClearWithZero
    """Position among the terms when the attribute sorts by `menu_order`, lowest first. CLEAR sends 0."""
