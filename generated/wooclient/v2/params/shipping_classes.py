"""What calls about shipping classes of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput, NotZeroInput
from wooclient._runtime.inputs import ClearWithText, Parameters
from wooclient.v2.enums import ProductShippingClassListOrderbyValue


class ProductShippingClassListParams(Parameters, total=False):
    """Parameters of products.shipping_classes.list."""

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
    orderby: ProductShippingClassListOrderbyValue | str
    """Field to sort by. `include` keeps the order of the ids in `include`; `count` is how many products have the
    shipping class. Default: name.
    """
    hide_empty: bool
    """Leave out shipping classes that no product has. Default: false."""
    parent: int
    """Without effect, because shipping classes have no levels."""
    product: NotZeroInput
    """Only the shipping classes of this product. The other filters are then ignored; paging and sorting still work."""
    slug: str
    """Only the item with this slug."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductShippingClassGetParams(Parameters, total=False):
    """Parameters of products.shipping_classes.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductShippingClassDeleteParams(Parameters, total=False):
    """Parameters of products.shipping_classes.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class ProductShippingClassBatch(Parameters, total=False):
    """Several changes to items of type ProductShippingClass in one request."""

    create: Sequence[ProductShippingClassCreate]
    """Items to make."""
    update: Sequence[ProductShippingClassBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductShippingClassUpdate(Parameters, total=False):
    """Changes to a shipping class."""

    name: str
    """What the class is called. An ampersand comes back as `&amp;`."""
    slug: str
    """Word that products and shipping methods know the class by. The store makes it from the name if a new class has
    none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and to one without letters and
    digits, such as `#`.
    """
    description: str | ClearWithText
    """Note for shop staff, with the markup that WordPress allows in posts. CLEAR sends ""."""


class ProductShippingClassBatchItem(ProductShippingClassUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductShippingClassCreate(Parameters, total=False):
    """A new shipping class."""

    name: Required[str]
    """What the class is called. An ampersand comes back as `&amp;`."""
    slug: str
    """Word that products and shipping methods know the class by. The store makes it from the name if a new class has
    none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and to one without letters and
    digits, such as `#`.
    """
    description: str | ClearWithText
    """Note for shop staff, with the markup that WordPress allows in posts. CLEAR sends ""."""
