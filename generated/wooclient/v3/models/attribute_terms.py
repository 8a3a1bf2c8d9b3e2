"""Answers about attribute terms of wc/v3."""

from __future__ import annotations

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient.v3.models.common import BatchItemError, Link


class ProductAttributeTerm(Model):
    """One of the values that a global attribute can have."""

    id: int
    """Number of the term."""

    name: str
    """The value itself. An ampersand comes back as `&amp;`."""

    slug: str
    """Word that variations store for this value. Letters outside ASCII come percent-encoded. The store makes it from
    the name if a new term has none or an update empties it.
    """

    description: str
    """Text about the value, with the markup that WordPress allows in posts."""

    menu_order: int
    """Position among the terms when the attribute sorts by `menu_order`, lowest first."""

    count: int
    """How many published products use the value."""

    links: dict[str, list[Link]] | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ProductAttributeTermBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    create: list[BatchItemError | ProductAttributeTerm] | None = None
    """What became of each item under `create`."""

    update: list[BatchItemError | ProductAttributeTerm] | None = None
    """What became of each item under `update`."""

    delete: list[BatchItemError | ProductAttributeTerm] | None = None
    """What became of each item under `delete`."""
