"""Answers about attributes of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json


class ProductAttribute(Model):
    """A property such as size or colour whose terms many products share."""

    __shown__ = ("id", "name", "slug", "type")

    id: int
    """Number of the attribute."""
    name: str
    """Label that customers see."""
    slug: str
    """Name of the taxonomy that holds the terms, always with `pa_` in front. Requests may leave `pa_` out. A missing
    slug is made from the name, in updates too. An empty one, and one without letters and digits such as `#`, is
    answered with 500 outside of batches.
    """
    type: Annotated[Literal["select"] | str, OPEN]
    """How the terms are picked when a product is edited. Plugins add kinds such as swatches."""
    order_by: Literal["menu_order", "name", "name_num", "id"]
    """What the shop sorts the terms by; `name_num` reads names as numbers."""
    has_archives: bool
    """Whether each term has a page in the shop with its products."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
