"""Answers about products of wc-api/v3."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import NONE_AS_EMPTY_LIST, OPEN, DecimalOrEmpty, DecimalText, Json, Number, ZuluDateTime
from wooclient.legacy.v3.enums import LegacyProductStatusValue
from wooclient.legacy.v3.models.products_bulk import LegacyProductBulkFailure
from wooclient.legacy.v3.models.products_parts import LegacyProductDimensions, LegacyProductDownload, LegacyProductImage
from wooclient.legacy.v3.models.products_variations import LegacyVariation


class LegacyProductAttribute(Model):
    """A trait of a product. On a variation it has only `name`, `slug` and `option`."""

    __shown__ = ("name", "option", "options", "slug")

    name: str
    """What shoppers see."""
    slug: str
    """Short name, without `pa_`. In requests it picks an attribute of the shop; without it the trait is the product's
    own.
    """
    position: int | None = None
    """Place among the traits, lowest first."""
    visible: bool | None = None
    """Whether the product page shows it."""
    variation: bool | None = None
    """Whether variations differ in it."""
    options: list[str] | None = None
    """Its values; requests may also join them with a vertical bar in one text."""
    option: str | None = None
    """Choice of a variation; empty for any."""


class LegacyProduct(Model):
    """An article of the shop, with its variations inside."""

    __shown__ = ("id", "title", "sku", "status", "type", "price")

    title: str
    """What the product is called."""
    id: int
    """Number the store gave this product."""
    created_at: ZuluDateTime
    """When it was published or made."""
    updated_at: ZuluDateTime
    """Latest change."""
    type: Annotated[Literal["simple", "grouped", "external", "variable", "variation"] | str, OPEN]
    """Kind of product; plugins add kinds. A variation comes only when asked for by its own id or SKU."""
    status: Annotated[LegacyProductStatusValue | str, OPEN]
    """Where it stands between draft, publication and trash."""
    downloadable: bool
    """Whether buyers get files."""
    virtual: bool
    """Whether there is nothing to ship. Setting it clears weight and measures."""
    permalink: str
    """Address of the product page."""
    sku: str
    """Stock keeping unit, unique in the shop; empty if it has none."""
    price: DecimalOrEmpty
    """What it costs now; for a variable product the lowest of its variations. Without a price `0.00` up to v2 and empty
    in v3.
    """
    regular_price: DecimalOrEmpty
    """Price outside of sales. Up to v2 `0.00` where there is none, in v3 empty."""
    sale_price: DecimalText | None
    """Price during a sale; null if there is none, and also if it is zero."""
    price_html: str
    """Price as the shop prints it."""
    taxable: bool
    """Whether tax is due on the price and the shop charges tax."""
    tax_status: Literal["taxable", "shipping", "none"]
    """Whether tax is due on price and shipping, on shipping alone or not at all."""
    tax_class: Annotated[Literal["", "reduced-rate", "zero-rate"] | str, OPEN]
    """Slug of the tax class; empty for the standard rate."""
    managing_stock: bool | Literal["parent"]
    """Whether the store counts units; `parent` on a variation whose units its product counts."""
    stock_quantity: Number | None
    """Units left; null when nobody counts."""
    in_stock: bool
    """Whether it can be had."""
    backorders_allowed: bool
    """Whether it can be ordered when out of stock."""
    backordered: bool
    """Whether units are owed to shoppers."""
    sold_individually: bool
    """Whether an order may hold only one."""
    purchaseable: bool
    """Whether it can be bought at all."""
    featured: bool
    """Whether the shop shows it off."""
    visible: bool
    """Whether visitors find it in the catalogue."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where the shop lists it."""
    on_sale: bool
    """Whether the sale price holds now."""
    product_url: str
    """Where an external product is sold; empty for other kinds."""
    button_text: str
    """Label of the button that leads to an external product; empty for other kinds."""
    weight: DecimalText | None
    """Weight in the unit of the store; null if unknown or zero."""
    dimensions: LegacyProductDimensions
    """Measures of the parcel."""
    shipping_required: bool
    """Whether it has to be shipped."""
    shipping_taxable: bool
    """Whether tax is due on its shipping."""
    shipping_class: str
    """Slug of the shipping class; empty for none."""
    shipping_class_id: int | None
    """Number of the shipping class; null for none."""
    description: str
    """Long text, rendered. Requests lose their markup unless `enable_html_description` is true."""
    short_description: str
    """Summary, rendered. Requests lose their markup unless `enable_html_short_description` is true."""
    reviews_allowed: bool
    """Whether shoppers may review it."""
    average_rating: DecimalText
    """Mean of the stars, two decimals."""
    rating_count: int
    """How many reviews gave stars."""
    related_ids: list[int]
    """A few products with the same categories or tags, drawn anew now and then."""
    upsell_ids: list[int]
    """Products recommended on its page in its place."""
    cross_sell_ids: list[int]
    """Products offered in the cart beside it."""
    parent_id: int
    """Product it belongs to; 0 for none."""
    categories: list[str]
    """Categories, by name in answers and by id in requests."""
    tags: list[str]
    """Tags, by name in answers and by id in requests."""
    images: list[LegacyProductImage]
    """Pictures, the main one first; a placeholder with id 0 where there are none. In requests the picture with position
    0 becomes the main one and the others replace the gallery.
    """
    featured_src: str | Literal[False]
    """Address of the main picture, false without one."""
    attributes: list[LegacyProductAttribute]
    """Traits of the product, or of a variation its choice of each."""
    downloads: list[LegacyProductDownload]
    """Files that buyers may fetch; empty unless it is downloadable."""
    download_limit: int
    """Downloads per purchase; -1 for no limit."""
    download_expiry: int
    """Days for which a download stays open; -1 for no limit."""
    download_type: Annotated[Literal["standard"] | str, OPEN]
    """A leftover that always says `standard`."""
    purchase_note: str
    """Text for the buyer after the purchase, rendered."""
    total_sales: int | str
    """Units sold so far; may be digits in a string on variations."""
    variations: list[LegacyVariation]
    """Its forms, if it is variable. Requests change those with an `id` and add those without; those left out stay."""
    parent: "Annotated[LegacyProduct | None, NONE_AS_EMPTY_LIST]"
    """Product that a variation belongs to, without its variations; an empty list on all others."""
    grouped_products: "list[LegacyProduct]"
    """Members of a grouped product, without their variations."""
    menu_order: int
    """Place in lists that the shop sorts by hand, lowest first."""
    product_meta: dict[str, Json] | None = None
    """Custom fields whose name does not start with an underscore, by name; of several with one name the first. Comes
    only with `filter[meta]=true`, and only if there are any.
    """


ProductsBulkAnswer = LegacyProduct | LegacyProductBulkFailure
