"""Answers about categories of wc-api/v2."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN


class LegacyProductCategory(Model):
    """A category of products."""

    __shown__ = ("id", "name", "slug", "count")

    id: int
    """Number the store gave this category."""
    name: str
    """What the category is called, with `&` as an entity."""
    slug: str
    """Short name for addresses; made from the name if left out."""
    parent: int
    """Category above it; 0 at the top."""
    description: str
    """Text about the category."""
    display: Annotated[Literal["default", "products", "subcategories", "both"] | str, OPEN]
    """What its page shows."""
    image: str
    """Address of its picture, empty without one. Requests also take the number of a picture in the media library."""
    count: int
    """How many published products are in it."""
