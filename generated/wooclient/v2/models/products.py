"""Answers about products of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, Json, LocalDateTime, Number, UtcDateTime
from wooclient.v2.enums import ProductStatusValue
from wooclient.v2.models.common import MetaData
from wooclient.v2.models.products_parts import (
    ProductAttributeChoice,
    ProductDefaultAttribute,
    ProductDimensions,
    ProductDownload,
    ProductImage,
    ProductTagTerm,
    ProductTerm,
)


class Product(Model):
    """An article of the catalogue. Searches by SKU also turn up variations in this shape."""

    __shown__ = ("id", "name", "sku", "slug", "status", "type", "price")

    id: int
    """Number the store gave this product."""
    name: str
    """Title shown in the shop; may hold HTML. A product made without one is called "Product"."""
    slug: str
    """Last part of the address; made from the name when left out. Empty on drafts that never had one."""
    permalink: str
    """Address of the product page."""
    date_created: LocalDateTime | None
    """When it was published or made, shop time. Null on drafts that have no date yet. A request has to name the zone,
    as the store reads this field as UTC.
    """
    date_created_gmt: UtcDateTime | None
    """Same moment as `date_created` in UTC."""
    date_modified: LocalDateTime | None
    """Latest change, shop time."""
    date_modified_gmt: UtcDateTime | None
    """Latest change, UTC."""
    type: Annotated[Literal["simple", "grouped", "external", "variable", "variation"] | str, OPEN]
    """Kind of product; plugins add kinds, for example `subscription`."""
    status: Annotated[ProductStatusValue | str, OPEN]
    """Where it stands between draft, publication and trash. Only wc/v3 takes the last two in requests."""
    featured: bool
    """Whether the shop features it."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where shoppers come across it: catalogue and search, one of them, or nowhere."""
    description: str
    """Long text. Rendered in context `view`, as stored in context `edit` and after a write."""
    short_description: str
    """Teaser text, rendered or as stored just like `description`."""
    sku: str
    """Article number of the merchant; empty or unique in the whole store, the trash included."""
    price: DecimalOrEmpty
    """Price that counts now, of a variable or grouped product the lowest; empty without one."""
    regular_price: DecimalOrEmpty
    """Price outside of sales; always empty on variable and grouped products."""
    sale_price: DecimalOrEmpty
    """Reduced price."""
    date_on_sale_from: LocalDateTime | None
    """First moment of the sale, shop time; null for no start. Null in a request changes nothing."""
    date_on_sale_from_gmt: UtcDateTime | None
    """First moment of the sale, UTC."""
    date_on_sale_to: LocalDateTime | None
    """Last moment of the sale, shop time; null for no end. Null in a request changes nothing."""
    date_on_sale_to_gmt: UtcDateTime | None
    """Last moment of the sale, UTC."""
    on_sale: bool
    """Whether the reduced price applies at this moment."""
    purchasable: bool
    """Whether the cart would take it, price and status considered."""
    total_sales: int | str
    """Units sold so far; digits in a string on variations."""
    virtual: bool
    """Whether there is nothing to ship."""
    downloadable: bool
    """Whether buyers get files."""
    downloads: list[ProductDownload]
    """Files for buyers. Kept from a request only if the product is downloadable."""
    download_limit: int
    """Downloads per purchase; -1 for no limit."""
    download_expiry: int
    """Days for which a download stays open; -1 for no limit."""
    external_url: str
    """Shop that sells an external product; empty on all other kinds."""
    button_text: str
    """Label of the button that leads there; empty on all but external products."""
    tax_status: Literal["taxable", "shipping", "none"]
    """Whether tax is due on price and shipping, on shipping alone or not at all."""
    tax_class: Annotated[Literal["", "reduced-rate", "zero-rate", "parent"] | str, OPEN]
    """Slug of the tax class; empty for the standard rate, `parent` only on variations."""
    manage_stock: bool | Literal["parent"]
    """Whether the store counts units; `parent` on a variation whose units its product counts."""
    stock_quantity: Number | None
    """Units left, whole unless a plugin allows fractions; null when nobody counts."""
    in_stock: bool
    """Whether it can be bought; backorders count."""
    backorders: Literal["no", "notify", "yes"]
    """Whether customers may order more than is in stock, with or without a notice."""
    backorders_allowed: bool
    """Whether it can be ordered when none is in stock."""
    backordered: bool
    """Whether more is ordered than there is."""
    sold_individually: bool
    """Whether an order may hold only one of it."""
    weight: DecimalOrEmpty
    """Weight in the unit of the store."""
    dimensions: ProductDimensions
    """Size of the packed article."""
    shipping_required: bool
    """Whether it has to be sent."""
    shipping_taxable: bool
    """Whether tax is due on sending it."""
    shipping_class: str
    """Slug of the shipping class; empty for none."""
    shipping_class_id: int
    """Number of the shipping class; 0 for none."""
    reviews_allowed: bool
    """Whether shoppers may review it."""
    average_rating: DecimalOrEmpty | int
    """Average number of stars, two decimals in context `view`, unrounded in context `edit`."""
    rating_count: int
    """How many reviews gave stars."""
    upsell_ids: list[int]
    """Products recommended on its page in its place."""
    cross_sell_ids: list[int]
    """Products offered in the cart beside it."""
    parent_id: int
    """Product above this one; 0 for none."""
    purchase_note: str
    """Text for the buyer in the order mails, rendered or as stored just like `description`."""
    categories: list[ProductTerm]
    """Categories it is in. An empty list in a request means the default category."""
    brands: list[ProductTerm] | None = None
    """Brands it belongs to. An empty list in a request changes nothing; `[{"id": 0}]` takes all away. New in
    WooCommerce 9.6.
    """
    tags: list[ProductTagTerm]
    """Its tags."""
    images: list[ProductImage]
    """Pictures, the main one first. A request replaces them all. Up to wc/v2 one with id 0 stands for none."""
    attributes: list[ProductAttributeChoice]
    """Traits such as size or glaze. A request replaces them all."""
    default_attributes: list[ProductDefaultAttribute]
    """Options that a variable product's page preselects."""
    variations: list[int]
    """Numbers of the variations of a variable product."""
    grouped_products: list[int]
    """Numbers of the products in a grouped product; ignored on other kinds."""
    menu_order: int
    """Place in lists sorted by hand, low numbers first."""
    price_html: str
    """Price as the shop prints it."""
    related_ids: list[int]
    """A few products with the same categories or tags, drawn anew now and then."""
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
