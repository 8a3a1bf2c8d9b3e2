"""Answers about categories of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json, LocalDateTime, UtcDateTime


class ProductCategoryImage(Model):
    """Picture of a category. If its file was deleted from the media library meanwhile, the dates are null, `src` is
    false and the texts are empty.
    """

    __shown__ = ("id", "title", "src")

    id: int
    """Number of the picture in the media library. Send it alone to use a picture that is already there."""
    date_created: LocalDateTime | None
    """When the picture was uploaded, shop time."""
    date_created_gmt: UtcDateTime | None
    """When the picture was uploaded, UTC."""
    date_modified: LocalDateTime | None
    """When its data last changed, shop time."""
    date_modified_gmt: UtcDateTime | None
    """When its data last changed, UTC."""
    src: str | Literal[False]
    """Address of the full-size picture. In a request, without `id`, the address to copy the picture from."""
    title: str
    """Title of the picture in the media library, called `name` from wc/v3 on."""
    alt: str
    """Text for those who cannot see the picture; "" if there is none."""


class ProductCategory(Model):
    """A group of products in the shop. Groups can be nested."""

    __shown__ = ("id", "name", "slug", "count")

    id: int
    """Number of the category."""
    name: str
    """What the category is called. An ampersand comes back as `&amp;`."""
    slug: str
    """Name in addresses. Letters outside ASCII come percent-encoded. The store makes it from the name if a new category
    has none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and to one without letters
    and digits, such as `#`.
    """
    parent: int
    """Number of the category above this one; 0 at the top."""
    description: str
    """Text about the category, with the markup that WordPress allows in posts."""
    display: Annotated[Literal["default", "products", "subcategories", "both"] | str, OPEN]
    """What its page in the shop lists; `default` follows the shop settings."""
    image: ProductCategoryImage | None
    """Picture of the category, or null. An empty object takes it away."""
    menu_order: int
    """Position among its siblings in the shop, lowest first. It does not affect the order of lists."""
    count: int
    """How many published products are in the category. Lists also count those in the categories below it."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
