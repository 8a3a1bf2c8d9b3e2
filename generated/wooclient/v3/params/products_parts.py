"""What calls about products parts of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from wooclient._runtime.declared import DecimalInput, NumberInput
from wooclient._runtime.inputs import ClearWithNull, ClearWithText


class ProductAttributeChoiceInput(TypedDict, total=False):
    """A trait with the options this product has. A variation listed as a product has `option` alone."""

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent, and always make an attribute that only this
    product has: a shared one is named by `id` alone.
    """
    position: int
    """Place among the traits, counted from 0."""
    visible: bool
    """Whether the product page lists it."""
    variation: bool
    """Whether variations differ in it."""
    options: Sequence[str]
    """Names of the options. A shared attribute without any is dropped."""


class ProductCostInput(TypedDict, total=False):
    """Cost to the merchant, without tax."""

    values: Sequence[ProductCostValueInput]
    """Parts of the cost, so far always one. Requests with several are added up."""
    defined_value_is_additive: bool
    """Whether a variation's cost comes on top of its product's; only on variations. New in WooCommerce 9.7."""


class ProductCostValueInput(TypedDict, total=False):
    """One part of the cost."""

    defined_value: NumberInput | ClearWithNull | None
    """Cost set for this very item; null if none is set. CLEAR sends None."""


class ProductDefaultAttributeInput(TypedDict, total=False):
    """An option that is preselected."""

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent. A shared one is found by `id` or by its slug
    with `pa_`; what the store does not find by this, such as the name of a shared one, it drops.
    """
    option: str
    """Preselected option; the slug of the term on shared attributes."""


class ProductDimensionsInput(TypedDict, total=False):
    """Length, width and height in the unit of the store."""

    length: DecimalInput | ClearWithText
    """Length. CLEAR sends ""."""
    width: DecimalInput | ClearWithText
    """Width. CLEAR sends ""."""
    height: DecimalInput | ClearWithText
    """Height. CLEAR sends ""."""


class ProductDownloadInput(TypedDict, total=False):
    """A file that buyers may fetch."""

    id: str
    """Name of the file in download permissions; left out, the store makes one."""
    name: str
    """Label for the buyer."""
    file: str
    """Address or path of the file; must be in a download folder the store has approved."""


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


class ProductTagTermInput(TypedDict, total=False):
    """A tag of a product. Requests give the number or, from wc/v3 on, a name that the store looks up or makes a tag
    of.
    """

    id: int
    """Number of the tag."""
    name: str
    """Word shoppers see."""


class ProductTermInput(TypedDict, total=False):
    """A category or brand of a product, in wc/v1 a tag too. Requests name it by its number; unknown ones are
    skipped.
    """

    id: int
    """Number of the category or brand."""
