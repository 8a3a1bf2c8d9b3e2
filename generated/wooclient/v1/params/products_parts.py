"""What calls about products parts of wc/v1 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from wooclient._runtime.declared import DecimalInput
from wooclient._runtime.inputs import ClearWithText


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


class ProductTermInput(TypedDict, total=False):
    """A category or brand of a product, in wc/v1 a tag too. Requests name it by its number; unknown ones are
    skipped.
    """

    id: int
    """Number of the category or brand."""
