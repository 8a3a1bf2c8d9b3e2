"""What calls about products parts of wc-api/v2 take."""

from __future__ import annotations

from typing import Required, TypedDict

from wooclient._runtime.declared import DecimalInput
from wooclient._runtime.inputs import ClearWithText


class LegacyProductDimensionsInput(TypedDict, total=False):
    """Measures of a parcel."""

    length: DecimalInput | ClearWithText
    """Length; empty if unknown. CLEAR sends ""."""
    width: DecimalInput | ClearWithText
    """Width; empty if unknown. CLEAR sends ""."""
    height: DecimalInput | ClearWithText
    """Height; empty if unknown. CLEAR sends ""."""


class LegacyProductDownloadInput(TypedDict, total=False):
    """A file that buyers may fetch."""

    id: str
    """Word that names the file within the product; made up by the store if left out."""
    name: Required[str]
    """What buyers see; if empty the name of the file."""
    file: Required[str]
    """Address or path of the file."""


class LegacyProductImageWrite(TypedDict, total=False):
    """A picture to give to a product, by `id` or by `src`."""

    id: int
    """Picture that is in the media library already."""
    src: str
    """Address from which the store copies the file; ignored beside `id`."""
    position: int
    """0 makes it the main picture; any other number and none put it into the gallery."""
