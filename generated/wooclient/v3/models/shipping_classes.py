"""Answers about shipping classes of wc/v3."""

from __future__ import annotations

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient.v3.models.common import BatchItemError, Link


class ProductShippingClass(Model):
    """A kind of goods, such as fragile ones, that shipping methods can price apart."""

    id: int
    """Number of the shipping class."""

    name: str
    """What the class is called. An ampersand comes back as `&amp;`."""

    slug: str
    """Word that products and shipping methods know the class by. The store makes it from the name if a new class has
    none or an update empties it.
    """

    description: str
    """Note for shop staff, with the markup that WordPress allows in posts."""

    count: int
    """How many published products have the class."""

    links: dict[str, list[Link]] | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ProductShippingClassBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    create: list[BatchItemError | ProductShippingClass] | None = None
    """What became of each item under `create`."""

    update: list[BatchItemError | ProductShippingClass] | None = None
    """What became of each item under `update`."""

    delete: list[BatchItemError | ProductShippingClass] | None = None
    """What became of each item under `delete`."""
