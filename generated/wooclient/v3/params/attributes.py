"""What calls about attributes of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class ProductAttributeListParams(Parameters, total=False):
    """Parameters of products.attributes.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductAttributeGetParams(Parameters, total=False):
    """Parameters of products.attributes.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductAttributeDeleteParams(Parameters, total=False):
    """Parameters of products.attributes.delete."""

    force: bool
    """Sending false is refused, because attributes have no trash. Default: true."""


class ProductAttributeBatch(Parameters, total=False):
    """Several changes to items of type ProductAttribute in one request."""

    create: Sequence[ProductAttributeCreate]
    """Items to make."""
    update: Sequence[ProductAttributeBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductAttributeFields(Parameters, total=False):
    """What ProductAttributeCreate and ProductAttributeUpdate have in common."""

    slug: str
    """Name of the taxonomy that holds the terms, always with `pa_` in front. Requests may leave `pa_` out. A missing
    slug is made from the name, in updates too. An empty one, and one without letters and digits such as `#`, is
    answered with 500 outside of batches.
    """
    type: Literal["select"] | str
    """How the terms are picked when a product is edited. Plugins add kinds such as swatches. Default for a new one:
    select.
    """
    order_by: Literal["menu_order", "name", "name_num", "id"]
    """What the shop sorts the terms by; `name_num` reads names as numbers. Default for a new one: menu_order."""
    has_archives: bool
    """Whether each term has a page in the shop with its products. Default for a new one: false."""


class ProductAttributeUpdate(ProductAttributeFields, total=False):
    """Changes to an attribute."""

    name: str
    """Label that customers see."""


class ProductAttributeBatchItem(ProductAttributeUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductAttributeCreate(ProductAttributeFields, total=False):
    """A new attribute."""

    name: Required[str]
    """Label that customers see."""
    generate_slug: Literal["true"]
    """Makes a slug with a number at the end if the one from the name is taken, in place of an error. It has to be this
    text, not a boolean. New in WooCommerce 8.2.
    """
