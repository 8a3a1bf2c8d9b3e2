"""Answers about shipping classes of wc-api/v3."""

from wooclient._runtime.models import Model


class LegacyProductShippingClass(Model):
    """A group of products that cost the same to ship."""

    __shown__ = ("id", "name", "slug", "count")

    id: int
    """Number the store gave this shipping class."""
    name: str
    """What the shipping class is called, with `&` as an entity."""
    slug: str
    """Short name that products refer to; made from the name if left out."""
    parent: int
    """Shipping class above it; 0 as a rule."""
    description: str
    """Text about the shipping class."""
    count: int
    """How many published products are in it."""
