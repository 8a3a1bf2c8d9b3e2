"""Answers about products parts of wc/v2."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalOrEmpty, LocalDateTime, UtcDateTime


class ProductAttributeChoice(Model):
    """A trait with the options this product has. A variation listed as a product has `option` alone."""

    __shown__ = ("id", "name", "option", "options", "slug")

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent, and always make an attribute that only this
    product has: a shared one is named by `id` alone.
    """
    slug: str | None = None
    """`pa_` and the slug of a shared attribute, else the name as stored. New in WooCommerce 8.4."""
    position: int | None = None
    """Place among the traits, counted from 0."""
    visible: bool | None = None
    """Whether the product page lists it."""
    variation: bool | None = None
    """Whether variations differ in it."""
    options: list[str] | None = None
    """Names of the options. A shared attribute without any is dropped."""
    option: str | None = None
    """Option of a variation that a search turned up."""


class ProductDefaultAttribute(Model):
    """An option that is preselected."""

    __shown__ = ("id", "name", "option")

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent. A shared one is found by `id` or by its slug
    with `pa_`; what the store does not find by this, such as the name of a shared one, it drops.
    """
    option: str
    """Preselected option; the slug of the term on shared attributes."""


class ProductDimensions(Model):
    """Length, width and height in the unit of the store."""

    __shown__ = ("length", "width", "height")

    length: DecimalOrEmpty
    """Length."""
    width: DecimalOrEmpty
    """Width."""
    height: DecimalOrEmpty
    """Height."""


class ProductDownload(Model):
    """A file that buyers may fetch."""

    __shown__ = ("id", "name")

    id: str
    """Name of the file in download permissions; left out, the store makes one."""
    name: str
    """Label for the buyer."""
    file: str
    """Address or path of the file; must be in a download folder the store has approved."""


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


class ProductRelated(Model):
    """What goes with a product."""

    __shown__ = ("related_ids",)

    related_ids: list[int]
    """Numbers of the related products."""


class ProductTagTerm(Model):
    """A tag of a product. Requests give the number or, from wc/v3 on, a name that the store looks up or makes a tag
    of.
    """

    __shown__ = ("id", "name", "slug")

    id: int
    """Number of the tag."""
    name: str
    """Word shoppers see."""
    slug: str
    """Short name in addresses."""


class ProductTerm(Model):
    """A category or brand of a product, in wc/v1 a tag too. Requests name it by its number; unknown ones are
    skipped.
    """

    __shown__ = ("id", "name", "slug")

    id: int
    """Number of the category or brand."""
    name: str
    """Title shoppers see."""
    slug: str
    """Short name in addresses."""
