"""Answers about tags of wc/v1."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json


class ProductTag(Model):
    """A keyword that products can carry."""

    __shown__ = ("id", "name", "slug", "count")

    id: int
    """Number of the tag."""
    name: str
    """The keyword itself. An ampersand comes back as `&amp;`."""
    slug: str
    """Name in addresses. Letters outside ASCII come percent-encoded. The store makes it from the name if a new tag has
    none, or if a batch empties it. Outside of batches it answers 500 to an empty one, and to one without letters and
    digits, such as `#`.
    """
    description: str
    """Text about the tag, with the markup that WordPress allows in posts. Most themes do not show it."""
    count: int
    """How many published products carry the tag."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
