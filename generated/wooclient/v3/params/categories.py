"""What calls about categories of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import FieldsInput, Int32Input, NotZeroInput
from wooclient._runtime.inputs import ClearWithObject, ClearWithText, ClearWithZero, Parameters
from wooclient.v3.enums import ProductCategoryListOrderbyValue


class ProductCategoryListParams(Parameters, total=False):
    """Parameters of products.categories.list."""

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
    orderby: ProductCategoryListOrderbyValue | str
    """Field to sort by. `include` keeps the order of the ids in `include`; `count` is how many products have the
    category. Default: name.
    """
    hide_empty: bool
    """Leave out categories that no product is in. Default: false."""
    parent: int
    """Only the categories directly below this one; 0 gives those at the top."""
    product: NotZeroInput
    """Only the categories of this product. The other filters are then ignored; paging and sorting still work."""
    slug: str
    """Only the item with this slug."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductCategoryGetParams(Parameters, total=False):
    """Parameters of products.categories.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductCategoryDeleteParams(Parameters, total=False):
    """Parameters of products.categories.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class ProductCategoryBatch(Parameters, total=False):
    """Several changes to items of type ProductCategory in one request."""

    create: Sequence[ProductCategoryCreate]
    """Items to make."""
    update: Sequence[ProductCategoryBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductCategoryFields(Parameters, total=False):
    """What ProductCategoryCreate and ProductCategoryUpdate have in common."""

    slug: str
    """Name in addresses. Letters outside ASCII come percent-encoded. The store makes it from the name if a new category
    has none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and to one without letters
    and digits, such as `#`.
    """
    parent: int | ClearWithZero
    """Number of the category above this one; 0 at the top. CLEAR sends 0."""
    description: str | ClearWithText
    """Text about the category, with the markup that WordPress allows in posts. CLEAR sends ""."""
    display: Literal["default", "products", "subcategories", "both"]
    """What its page in the shop lists; `default` follows the shop settings. Default for a new one: default."""
    image: ProductCategoryImageInput | ClearWithObject | None
    """Picture of the category, or null. An empty object takes it away. CLEAR sends {}."""
    menu_order: Int32Input | ClearWithZero
    """Position among its siblings in the shop, lowest first. It does not affect the order of lists. CLEAR sends 0."""


class ProductCategoryUpdate(ProductCategoryFields, total=False):
    """Changes to a category."""

    name: str
    """What the category is called. An ampersand comes back as `&amp;`."""


class ProductCategoryBatchItem(ProductCategoryUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductCategoryCreate(ProductCategoryFields, total=False):
    """A new category."""

    name: Required[str]
    """What the category is called. An ampersand comes back as `&amp;`."""


class ProductCategoryImageInput(TypedDict, total=False):
    """Picture of a category. If its file was deleted from the media library meanwhile, the dates are null, `src` is
    false and the texts are empty.
    """

    id: int
    """Number of the picture in the media library. Send it alone to use a picture that is already there."""
    src: str
    """Address of the full-size picture. In a request, without `id`, the address to copy the picture from."""
    name: str
    """Title of the picture in the media library, at first the name of its file."""
    alt: str
    """Text for those who cannot see the picture; "" if there is none."""
