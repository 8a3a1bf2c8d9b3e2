"""What calls about attributes of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.inputs import ClearWithText, Parameters
from wooclient.v3.params.attributes import ProductAttributeBatchItem


class ProductAttributeBatch(Parameters, total=False):
    """Several changes to items of type ProductAttribute in one request."""

    create: Sequence[ProductAttributeCreate]
    """Items to make."""
    update: Sequence[ProductAttributeBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete for good, by id."""


class ProductAttributeCreate(Parameters, total=False):
    """A new attribute."""

    name: Required[str]
    """Label that customers see."""
    slug: str | ClearWithText
    """Name of the taxonomy that holds the terms, always with `pa_` in front. Requests may leave `pa_` out. An empty or
    missing slug is made from the name, in updates too. CLEAR sends "".
    """
    type: Literal["select"] | str
    """How the terms are picked when a product is edited. Plugins add kinds such as swatches. Left out: select."""
    order_by: Literal["menu_order", "name", "name_num", "id"]
    """What the shop sorts the terms by; `name_num` reads names as numbers. Left out: menu_order."""
    has_archives: bool
    """Whether each term has a page in the shop with its products. Left out: false."""
