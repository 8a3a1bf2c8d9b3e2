"""Answers about tags of wc-api/v3."""

from wooclient._runtime.models import Model


class LegacyProductTag(Model):
    """A tag of products."""

    __shown__ = ("id", "name", "slug", "count")

    id: int
    """Number the store gave this tag."""
    name: str
    """What the tag is called, with `&` as an entity."""
    slug: str
    """Short name for addresses; made from the name if left out."""
    description: str
    """Text about the tag."""
    count: int
    """How many published products carry it."""
