"""What calls about products parts of wc/v2 take."""

from __future__ import annotations

from typing import TypedDict


class ProductImageInput(TypedDict, total=False):
    """A picture. Requests give the id of an upload, or an address from which the store fetches a new one."""

    id: int
    """Number of the picture in the media library."""
    src: str
    """Address of the full-size file."""
    name: str
    """Title in the media library."""
    alt: str
    """Text for those who cannot see it; an empty one in a request changes nothing."""
    position: int
    """Place among the pictures; 0 is the main one."""
