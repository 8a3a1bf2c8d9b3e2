"""What calls about products bulk of wc-api/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypedDict

from wooclient._runtime.inputs import (
    Clear,
    ClearWithList,
    ClearWithText,
    ClearWithZero,
    DecimalInput,
    Number,
    Parameters,
)
from wooclient.legacy.v3.enums import LegacyProductFilterOrderbyValue
from wooclient.legacy.v3.params.products import LegacyProductAttributeInput
from wooclient.legacy.v3.params.products_parts import (
    LegacyProductDimensionsInput,
    LegacyProductDownloadInput,
    LegacyProductImageWrite,
)
from wooclient.legacy.v3.params.products_variations import LegacyVariationAttributeInput, LegacyVariationInput

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "in_": "in",
}


class LegacyProductBulkItem(Parameters, total=False):
    """A product to change, found by `id` or else by `sku`; one that is not found by its SKU is made and needs a
    title.
    """

    title: str
    """What the product is called."""
    name: str
    """Slug for the address of the product page; answers show it only as part of `permalink`."""
    type: Literal["simple", "grouped", "external", "variable"] | str
    """Kind of product; plugins add kinds. A variation comes only when asked for by its own id or SKU."""
    status: Literal["publish", "draft", "pending", "private"] | str
    """Where it is in its life, from draft over publication to the trash."""
    downloadable: bool
    """Whether buyers get files."""
    virtual: bool
    """Whether there is nothing to ship. Setting it clears weight and measures."""
    sku: str | ClearWithText
    """Stock keeping unit, unique in the shop; empty if it has none. CLEAR sends ""."""
    regular_price: DecimalInput | ClearWithText
    """Price outside of sales. Up to v2 `0.00` where there is none, in v3 empty. CLEAR sends ""."""
    sale_price: DecimalInput | ClearWithText
    """Price during a sale; null if there is none, and also if it is zero. CLEAR sends ""."""
    sale_price_dates_from: str | ClearWithText
    """First day of the sale, YYYY-MM-DD. CLEAR sends ""."""
    sale_price_dates_to: str | ClearWithText
    """Last day of the sale, YYYY-MM-DD. Without a first day the sale starts at once. CLEAR sends ""."""
    tax_status: Literal["taxable", "shipping", "none"]
    """Whether tax is due on price and shipping, on shipping alone or not at all."""
    tax_class: str | ClearWithText
    """Slug of the tax class; empty for the standard rate. CLEAR sends ""."""
    managing_stock: bool
    """Whether the store counts units; `parent` on a variation whose units its product counts."""
    stock_quantity: Number
    """Units left; null when nobody counts. Ignored in requests unless stock is managed."""
    inventory_delta: Number
    """Change of the stock, negative to take away; ignored beside `stock_quantity`."""
    in_stock: bool
    """Whether it can be had."""
    backorders: bool | Literal["notify"]
    """Whether it can be ordered when out of stock; `notify` allows it with a remark to the shopper."""
    sold_individually: bool
    """Whether an order may hold only one."""
    featured: bool
    """Whether the shop shows it off."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where the shop lists it."""
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
    """Whether shoppers may review it."""
    upsell_ids: Sequence[int] | ClearWithList
    """Products offered on its page as the better choice. CLEAR sends []."""
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
    download_limit: int | Annotated[Clear, "clear", -1]
    """Downloads per purchase; -1 for as many as they like. CLEAR sends -1."""
    download_expiry: int | Annotated[Clear, "clear", -1]
    """Days a download stays open; -1 for ever. CLEAR sends -1."""
    purchase_note: str | ClearWithText
    """Text for the buyer after the purchase, rendered. CLEAR sends ""."""
    variations: Sequence[LegacyVariationInput]
    """Its forms, if it is variable. Requests change those with an `id` and add those without; those left out stay."""
    menu_order: int
    """Place in lists that the shop sorts by hand, lowest first."""
    id: int
    """Product to change."""


class LegacyProductFilter(TypedDict, total=False):
    """Limits a list of products; every part may be left out."""

    limit: int
    """How many products a page holds; -1 means all. At least -1."""
    offset: int
    """Skip this many products from the start of the results. At least 0."""
    q: str
    """Only products in whose text this occurs."""
    type: str
    """Kinds of product, joined by commas. `type` outside of the filter wins."""
    category: str
    """Slugs of categories, joined by commas; a product in any of them counts."""
    sku: str
    """Only the product or variation with exactly this SKU."""
    tag: str
    """Slugs of tags, joined by commas."""
    shipping_class: str
    """Slugs of shipping classes, joined by commas."""
    created_at_min: str
    """Only products made at this moment or later (`2025-06-01` or `2025-06-01T10:00:00Z`, read as UTC)."""
    created_at_max: str
    """Only products made at this moment or earlier (UTC)."""
    updated_at_min: str
    """Only products last changed at this moment or later (UTC)."""
    updated_at_max: str
    """Only products last changed at this moment or earlier (UTC)."""
    order: Literal["ASC", "DESC", "asc", "desc"]
    """Direction of the sort."""
    orderby: LegacyProductFilterOrderbyValue | str
    """What to sort by. The two `meta_value` words need `orderby_meta_key`."""
    orderby_meta_key: str
    """Custom field to sort by, for example `_price`. Read only together with `orderby`."""
    post_status: str
    """Status of the products to find instead of `publish`; `any` finds all but the trash."""
    in_: str
    """Ids joined by commas; only these products."""
    not_in: str
    """Ids joined by commas; all products but these."""
    meta: bool
    """Add `product_meta` to each product. Only the word `true` is understood."""
