"""Answers about products parts of wc-api/v1."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, ZuluDateTime


class LegacyProductDimensions(Model):
    """Measures of a parcel."""

    __shown__ = ("length", "width", "height", "unit")

    length: DecimalOrEmpty
    """Length; empty if unknown."""
    width: DecimalOrEmpty
    """Width; empty if unknown."""
    height: DecimalOrEmpty
    """Height; empty if unknown."""
    unit: Annotated[Literal["in", "cm", "m", "mm", "yd"] | str, OPEN]
    """Unit of length of the store."""


class LegacyProductDownload(Model):
    """A file that buyers may fetch."""

    __shown__ = ("id", "name")

    id: str
    """Word that names the file within the product; made up by the store if left out."""
    name: str
    """What buyers see; if empty the name of the file."""
    file: str
    """Address or path of the file."""


class LegacyProductImage(Model):
    """A picture of a product."""

    __shown__ = ("id", "title", "src")

    id: int
    """Number of the picture in the media library; 0 for the placeholder."""
    created_at: ZuluDateTime
    """When it was uploaded; now for the placeholder."""
    updated_at: ZuluDateTime
    """Latest change; now for the placeholder."""
    src: str
    """Address of the file."""
    title: str
    """What the picture is called."""
    alt: str
    """Text in place of the picture."""
    position: int
    """Place in the row; 0 is the main picture."""
