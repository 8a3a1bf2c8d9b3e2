"""What calls about products of wc-api/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Required, TypedDict

from wooclient._runtime.declared import (
    CommaListInput,
    DateInput,
    DecimalInput,
    FieldsInput,
    Int32Input,
    LimitInput,
    LocalDateTimeInput,
    QuantityInput,
)
from wooclient._runtime.inputs import Clear, ClearWithList, ClearWithText, ClearWithZero, Parameters
from wooclient.legacy.v3.enums import LegacyProductStatusValue
from wooclient.legacy.v3.params.common import Filter, MetaFilter
from wooclient.legacy.v3.params.products_filter import LegacyProductFilter
from wooclient.legacy.v3.params.products_parts import (
    LegacyProductDimensionsInput,
    LegacyProductDownloadInput,
    LegacyProductImageWrite,
)
from wooclient.legacy.v3.params.products_variations import LegacyVariationAttributeInput, LegacyVariationInput


class ProductListParams(Parameters, total=False):
    """Parameters of products.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    type: CommaListInput
    """Only these kinds of product, joined by commas: `simple,variable`."""
    filter: LegacyProductFilter
    """Which products, how many and in what order, written as `filter[limit]=5&filter[q]=cup`. v3 also takes attributes
    of the shop, as `filter[pa_size]=small`: callers pass these in `extra`, by that whole name.
    """
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""


class ProductCountParams(Parameters, total=False):
    """Parameters of products.count."""

    type: CommaListInput
    """Only these kinds of product, joined by commas: `simple,variable`."""
    filter: LegacyProductFilter
    """Which products, how many and in what order, written as `filter[limit]=5&filter[q]=cup`. v3 also takes attributes
    of the shop, as `filter[pa_size]=small`: callers pass these in `extra`, by that whole name.
    """


class ProductGetParams(Parameters, total=False):
    """Parameters of products.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    filter: MetaFilter
    """What to show beyond the item's own fields, written as `filter[meta]=true`."""


class ProductDeleteParams(Parameters, total=False):
    """Parameters of products.delete."""

    force: Literal[True]
    """Delete permanently instead of moving to the trash. Leave it out to say no: some resources take any other text,
    even `false`, for yes.
    """


class ProductOrderListParams(Parameters, total=False):
    """Parameters of products.orders.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """
    filter: Filter
    """Which items, how many and in what order, written as `filter[limit]=5&filter[q]=cup`."""
    status: CommaListInput
    """Only orders in these statuses, joined by commas and without `wc-`."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""


class LegacyProductAttributeInput(TypedDict, total=False):
    """A trait of a product. On a variation it has only `name`, `slug` and `option`."""

    name: Required[str]
    """What shoppers see."""
    slug: str
    """Short name, without `pa_`. In requests it picks an attribute of the shop; without it the trait is the product's
    own.
    """
    position: int
    """Place among the traits, lowest first."""
    visible: bool
    """Whether the product page shows it. Default: false."""
    variation: bool
    """Whether variations differ in it. Default: false."""
    options: Sequence[str] | str
    """Its values; requests may also join them with a vertical bar in one text."""


class LegacyProductFields(Parameters, total=False):
    """What LegacyProductCreate and LegacyProductUpdate have in common."""

    name: str
    """Slug for the address of the product page; answers show it only as part of `permalink`."""
    type: Literal["simple", "grouped", "external", "variable"] | str
    """Kind of product; plugins add kinds. A variation comes only when asked for by its own id or SKU. Default for a new
    one: simple.
    """
    status: LegacyProductStatusValue
    """Where it stands between draft, publication and trash. Default for a new one: publish."""
    downloadable: bool
    """Whether buyers get files. Default for a new one: false."""
    virtual: bool
    """Whether there is nothing to ship. Setting it clears weight and measures. Default for a new one: false."""
    sku: str | ClearWithText
    """Stock keeping unit, unique in the shop; empty if it has none. CLEAR sends ""."""
    regular_price: DecimalInput | ClearWithText
    """Price outside of sales. Up to v2 `0.00` where there is none, in v3 empty. CLEAR sends ""."""
    sale_price: DecimalInput | ClearWithText
    """Price during a sale; null if there is none, and also if it is zero. CLEAR sends ""."""
    sale_price_dates_from: DateInput | LocalDateTimeInput | ClearWithText
    """When the sale starts, in shop time; a day (YYYY-MM-DD) is its first moment. CLEAR sends ""."""
    sale_price_dates_to: DateInput | LocalDateTimeInput | ClearWithText
    """When the sale ends, in shop time; a day (YYYY-MM-DD) is its first moment. Without a start it begins at once.
    CLEAR sends "".
    """
    tax_status: Literal["taxable", "shipping", "none"]
    """Whether tax is due on price and shipping, on shipping alone or not at all. Default for a new one: taxable."""
    tax_class: str | ClearWithText
    """Slug of the tax class; empty for the standard rate. CLEAR sends ""."""
    managing_stock: bool
    """Whether the store counts units; `parent` on a variation whose units its product counts. Default for a new one:
    false.
    """
    stock_quantity: QuantityInput
    """Units left; null when nobody counts. Not kept unless `managing_stock` is on, which can be sent with it."""
    inventory_delta: QuantityInput
    """Change of the stock, negative to take away; ignored beside `stock_quantity`. Not kept unless `managing_stock` is
    on, which can be sent with it.
    """
    in_stock: bool
    """Whether it can be had. Default for a new one: true."""
    backorders: bool | Literal["notify"]
    """Whether it can be ordered when out of stock; `notify` allows it with a remark to the shopper."""
    sold_individually: bool
    """Whether an order may hold only one. Default for a new one: false."""
    featured: bool
    """Whether the shop shows it off. Default for a new one: false."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where the shop lists it. Default for a new one: visible."""
    product_url: str | ClearWithText
    """Where an external product is sold; empty for other kinds. CLEAR sends ""."""
    button_text: str | ClearWithText
    """Label of the button that leads to an external product; empty for other kinds. CLEAR sends ""."""
    weight: DecimalInput | ClearWithText
    """Weight in the unit of the store; null if unknown or zero. CLEAR sends ""."""
    dimensions: LegacyProductDimensionsInput
    """Measures of the parcel."""
    shipping_class: str | ClearWithText
    """Slug of the shipping class; empty for none. CLEAR sends ""."""
    description: str | ClearWithText
    """Long text, rendered. Requests lose their markup unless `enable_html_description` is true. CLEAR sends ""."""
    enable_html_description: bool
    """Keep the markup of `description`."""
    short_description: str | ClearWithText
    """Summary, rendered. Requests lose their markup unless `enable_html_short_description` is true. CLEAR sends ""."""
    enable_html_short_description: bool
    """Keep the markup of `short_description`."""
    reviews_allowed: bool
    """Whether shoppers may review it. Default for a new one: true."""
    upsell_ids: Sequence[int] | ClearWithList
    """Products recommended on its page in its place. CLEAR sends []."""
    cross_sell_ids: Sequence[int] | ClearWithList
    """Products offered in the cart beside it. CLEAR sends []."""
    parent_id: int | ClearWithZero
    """Product it belongs to; 0 for none. CLEAR sends 0."""
    categories: Sequence[int] | ClearWithList
    """Categories, by name in answers and by id in requests. CLEAR sends []."""
    tags: Sequence[int] | ClearWithList
    """Tags, by name in answers and by id in requests. CLEAR sends []."""
    images: Sequence[LegacyProductImageWrite] | Literal[""] | ClearWithText
    """Pictures, the main one first; a placeholder with id 0 where there are none. In requests the picture with position
    0 becomes the main one and the others replace the gallery. CLEAR sends "".
    """
    attributes: Sequence[LegacyProductAttributeInput] | ClearWithList
    """Traits of the product, or of a variation its choice of each. CLEAR sends []."""
    default_attributes: Sequence[LegacyVariationAttributeInput] | ClearWithList
    """Choices set beforehand on the page of a variable product. CLEAR sends []."""
    downloads: Sequence[LegacyProductDownloadInput] | ClearWithList
    """Files that buyers may fetch; empty unless it is downloadable. CLEAR sends []."""
    download_limit: LimitInput | Annotated[Clear, "clear", -1]
    """Downloads per purchase; -1 for no limit. Default for a new one: -1. CLEAR sends -1."""
    download_expiry: LimitInput | Annotated[Clear, "clear", -1]
    """Days for which a download stays open; -1 for no limit. Default for a new one: -1. CLEAR sends -1."""
    purchase_note: str | ClearWithText
    """Text for the buyer after the purchase, rendered. CLEAR sends ""."""
    variations: Sequence[LegacyVariationInput]
    """Its forms, if it is variable. Requests change those with an `id` and add those without; those left out stay."""
    menu_order: Int32Input
    """Place in lists that the shop sorts by hand, lowest first. Default for a new one: 0."""


class LegacyProductCreate(LegacyProductFields, total=False):
    """A new product."""

    title: Required[str]
    """What the product is called."""


class LegacyProductUpdate(LegacyProductFields, total=False):
    """Changes to a product; what is left out stays as it is."""

    title: str
    """What the product is called."""
