"""What calls about products parts of wc-api/v2 take."""

from __future__ import annotations

from typing import TypedDict


class LegacyProductImageWrite(TypedDict, total=False):
    """A picture to give to a product, by `id` or by `src`."""

    id: int
    """Picture that is in the media library already."""
    src: str
    """Address from which the store copies the file; ignored beside `id`."""
    position: int
    """0 makes it the main picture; any other number and none put it into the gallery."""
