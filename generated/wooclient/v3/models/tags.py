"""Answers about tags of wc/v3."""

from __future__ import annotations

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient.v3.models.common import BatchItemError, Link


class ProductTag(Model):
    """A keyword that products can carry."""

    id: int
    """Number of the tag."""

    name: str
    """The keyword itself. An ampersand comes back as `&amp;`."""

    slug: str
    """Name in addresses. Letters outside ASCII come percent-encoded. The store makes it from the name if a new tag has
    none or an update empties it.
    """

    description: str
    """Text about the tag, with the markup that WordPress allows in posts. Most themes do not show it."""

    count: int
    """How many published products carry the tag."""

    links: dict[str, list[Link]] | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ProductTagBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    create: list[BatchItemError | ProductTag] | None = None
    """What became of each item under `create`."""

    update: list[BatchItemError | ProductTag] | None = None
    """What became of each item under `update`."""

    delete: list[BatchItemError | ProductTag] | None = None
    """What became of each item under `delete`."""
