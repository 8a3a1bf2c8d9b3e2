"""What calls about brands of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import Int32Input
from wooclient._runtime.inputs import ClearWithObject, ClearWithText, ClearWithZero, Parameters


class ProductBrandBatch(Parameters, total=False):
    """Several changes to items of type ProductBrand in one request."""

    create: Sequence[ProductBrandCreate]
    """Items to make."""
    update: Sequence[ProductBrandBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete for good, by id."""


class ProductBrandFields(Parameters, total=False):
    """What ProductBrandCreate and ProductBrandUpdate have in common."""

    slug: str | ClearWithText
    """Name in addresses. Letters outside ASCII come percent-encoded. The store makes it from the name if a new brand
    has none or an update empties it. CLEAR sends "".
    """
    parent: int | ClearWithZero
    """Number of the brand above this one; 0 at the top. CLEAR sends 0."""
    description: str | ClearWithText
    """Text about the brand, with the markup that WordPress allows in posts. CLEAR sends ""."""
    display: Literal["default", "products", "subcategories", "both"]
    """What its page in the shop lists; kept like that of a category. Left out of a new one: default."""
    image: ProductBrandImageInput | ClearWithObject | None
    """Logo of the brand, or null. An empty object takes it away. CLEAR sends {}."""
    menu_order: Int32Input | ClearWithZero
    """Position among its siblings in the shop, lowest first. It does not affect the order of lists. CLEAR sends 0."""


class ProductBrandUpdate(ProductBrandFields, total=False):
    """Changes to a brand."""

    name: str
    """What the brand is called. An ampersand comes back as `&amp;`."""


class ProductBrandBatchItem(ProductBrandUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductBrandCreate(ProductBrandFields, total=False):
    """A new brand."""

    name: Required[str]
    """What the brand is called. An ampersand comes back as `&amp;`."""


class ProductBrandImageInput(TypedDict, total=False):
    """Logo of a brand. If its file was deleted from the media library meanwhile, the dates are null, `src` is false and
    the texts are empty.
    """

    id: int
    """Number of the picture in the media library. Send it alone to use a picture that is already there."""
    src: str
    """Address of the full-size picture. In a request, without `id`, the address to copy the picture from."""
    title: str
    """Title of the picture in the media library, called `name` from wc/v3 on."""
    alt: str
    """Text for those who cannot see the picture; "" if there is none."""
