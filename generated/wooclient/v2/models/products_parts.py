"""Answers about products parts of wc/v2."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import LocalDateTime, UtcDateTime


class ProductImage(Model):
    """A picture. Requests give the id of an upload, or an address from which the store fetches a new one."""

    __shown__ = ("id", "name", "src")

    id: int
    """Number of the picture in the media library."""
    date_created: LocalDateTime | None
    """When it was uploaded, later than shop time by the offset of the shop from UTC: the store adds it twice."""
    date_created_gmt: UtcDateTime | None
    """When it was uploaded, UTC."""
    date_modified: LocalDateTime | None
    """When it was last edited, later than shop time like `date_created`."""
    date_modified_gmt: UtcDateTime | None
    """When it was last edited, UTC."""
    src: str
    """Address of the full-size file."""
    name: str
    """Title in the media library."""
    alt: str
    """Text for those who cannot see it; an empty one in a request changes nothing."""
    position: int
    """Place among the pictures; 0 is the main one."""
