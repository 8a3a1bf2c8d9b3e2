"""What calls about categories of wc-api/v3 take."""

from __future__ import annotations

from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import ClearWithText, ClearWithZero, Parameters


class ProductCategoryListParams(Parameters, total=False):
    """Parameters of products.categories.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class ProductCategoryGetParams(Parameters, total=False):
    """Parameters of products.categories.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class LegacyProductCategoryFields(Parameters, total=False):
    """What LegacyProductCategoryCreate and LegacyProductCategoryUpdate have in common."""

    slug: str
    """Short name for addresses; made from the name if left out."""
    parent: int | ClearWithZero
    """Category above it; 0 at the top. Default for a new one: 0. CLEAR sends 0."""
    description: str | ClearWithText
    """Text about the category. CLEAR sends ""."""
    display: Literal["default", "products", "subcategories", "both"]
    """What its page shows. Default for a new one: default."""
    image: str | int | ClearWithText
    """Address of its picture, empty without one. Requests also take the number of a picture in the media library. CLEAR
    sends "".
    """


class LegacyProductCategoryCreate(LegacyProductCategoryFields, total=False):
    """A new category."""

    name: Required[str]
    """What the category is called, with `&` as an entity."""


class LegacyProductCategoryUpdate(LegacyProductCategoryFields, total=False):
    """Changes to a category."""

    name: str
    """What the category is called, with `&` as an entity."""
