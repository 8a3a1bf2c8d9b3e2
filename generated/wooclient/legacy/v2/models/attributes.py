"""Answers about attributes of wc-api/v2."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN


class LegacyAttribute(Model):
    """A trait that products of the whole shop may share, such as a size."""

    __shown__ = ("id", "name", "slug", "type")

    id: int
    """Number the store gave this attribute."""
    name: str
    """What shoppers see."""
    slug: str
    """Short name with `pa_` in front, at most 28 characters after it; made from the name if left out."""
    type: Annotated[Literal["select"] | str, OPEN]
    """How its values are picked in the shop's administration; plugins add ways."""
    order_by: Literal["menu_order", "name", "name_num", "id"]
    """How its values are sorted."""
    has_archives: bool
    """Whether each value has a page of its own."""
