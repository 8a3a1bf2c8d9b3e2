"""Answers about shipping classes of wc/v3."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json


class ProductShippingClass(Model):
    """A kind of goods, such as fragile ones, that shipping methods can price apart."""

    __shown__ = ("id", "name", "slug", "count")

    id: int
    """Number of the shipping class."""
    name: str
    """What the class is called. An ampersand comes back as `&amp;`."""
    slug: str
    """Word that products and shipping methods know the class by. The store makes it from the name if a new class has
    none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and to one without letters and
    digits, such as `#`.
    """
    description: str
    """Note for shop staff, with the markup that WordPress allows in posts."""
    count: int
    """How many published products have the class."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
