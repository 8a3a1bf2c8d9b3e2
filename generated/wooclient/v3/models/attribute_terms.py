"""Answers about attribute terms of wc/v3."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json


class ProductAttributeTerm(Model):
    """One of the values that a global attribute can have."""

    __shown__ = ("id", "name", "slug", "count")

    id: int
    """Number of the term."""
    name: str
    """The value itself. An ampersand comes back as `&amp;`."""
    slug: str
    """Word that variations store for this value. Letters outside ASCII come percent-encoded. The store makes it from
    the name if a new term has none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and
    to one without letters and digits, such as `#`.
    """
    description: str
    """Text about the value, with the markup that WordPress allows in posts."""
    menu_order: int
    """Position among the terms when the attribute sorts by `menu_order`, lowest first."""
    count: int
    """How many published products use the value."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
