"""Answers about products v1 of wc/v1."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, DecimalText, Json, Number, PlainDate, UtcDateTime
from wooclient.v1.enums import ProductV1StatusValue
from wooclient.v1.models.products_parts import (
    ProductAttributeChoice,
    ProductDefaultAttribute,
    ProductDimensions,
    ProductDownload,
    ProductTerm,
)
from wooclient.v1.models.variations import VariationAttribute


class ProductImageV1(Model):
    """A picture. Requests give the id of an upload, or an address from which the store fetches a new one."""

    __shown__ = ("id", "name", "src")

    id: int
    """Number of the picture in the media library; 0 for the placeholder."""
    date_created: UtcDateTime | None
    """When it was uploaded, UTC."""
    date_modified: UtcDateTime | None
    """When it was last edited, UTC."""
    src: str
    """Address of the full-size file."""
    name: str
    """Title in the media library."""
    alt: str
    """Text for those who cannot see it; an empty one in a request changes nothing."""
    position: int
    """Place among the pictures. Only one sent with 0 becomes the main picture."""


class ProductVariationV1(Model):
    """One purchasable form of a variable product. Much is inherited when empty."""

    __shown__ = ("id", "sku", "price", "stock_quantity", "attributes")

    id: int
    """Number of the variation. Requests without it add a new one."""
    date_created: UtcDateTime | None
    """When it was made, UTC."""
    date_modified: UtcDateTime | None
    """Latest change, UTC."""
    permalink: str
    """Address of the product page with this choice made."""
    sku: str
    """Article number; that of the product when it has none of its own."""
    price: DecimalOrEmpty
    """Price that counts now; without one it cannot be bought."""
    regular_price: DecimalOrEmpty
    """Price outside of sales."""
    sale_price: DecimalOrEmpty
    """Reduced price; dropped unless below the regular one."""
    date_on_sale_from: PlainDate | Literal[""]
    """First day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment.
    """
    date_on_sale_to: PlainDate | Literal[""]
    """Last day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment.
    """
    on_sale: bool
    """Whether the reduced price applies at this moment."""
    purchasable: bool
    """Whether the cart would take it."""
    visible: bool
    """Whether shoppers get to see it; false in a request switches it off."""
    virtual: bool
    """Whether there is nothing to ship."""
    downloadable: bool
    """Whether buyers get files."""
    downloads: list[ProductDownload]
    """Files for buyers. Kept from a request only if it is downloadable."""
    download_limit: int
    """Downloads per purchase; -1 for no limit."""
    download_expiry: int
    """Days for which a download stays open; -1 for no limit."""
    tax_status: Literal["taxable", "shipping", "none"]
    """What tax is due on, as set for the product."""
    tax_class: Annotated[Literal["", "reduced-rate", "zero-rate"] | str, OPEN]
    """Slug of the tax class; empty for the standard rate."""
    manage_stock: bool | Literal["parent"]
    """Whether the store counts units; `parent` on a variation whose units its product counts."""
    stock_quantity: Number | None
    """Units left; null when nobody counts."""
    in_stock: bool
    """Whether it can be bought; backorders count."""
    backorders: Literal["no", "notify", "yes"]
    """Whether customers may order more than is in stock, with or without a notice."""
    backorders_allowed: bool
    """Whether it can be ordered when none is in stock."""
    backordered: bool
    """Whether more is ordered than there is."""
    weight: DecimalOrEmpty
    """Weight in the unit of the store."""
    dimensions: ProductDimensions
    """Size of the packed article."""
    shipping_class: str
    """Slug of the shipping class."""
    shipping_class_id: int
    """Number of the shipping class; 0 for none."""
    image: list[ProductImageV1]
    """Its picture in a list; one with id 0 stands for none. Requests give a list of one."""
    attributes: list[VariationAttribute]
    """The choice that leads here. An attribute left out stands for any of its options."""


class ProductV1(Model):
    """An article of the catalogue with its variations. Texts come rendered, after writes and in context `edit` too."""

    __shown__ = ("id", "name", "sku", "slug", "status", "type", "price")

    id: int
    """Number the store gave this product."""
    name: str
    """Title shown in the shop; may hold HTML."""
    slug: str
    """Last part of the address; made from the name when left out."""
    permalink: str
    """Address of the product page."""
    date_created: UtcDateTime | None
    """When it was published or made, UTC."""
    date_modified: UtcDateTime | None
    """Latest change, UTC."""
    type: Annotated[Literal["simple", "grouped", "external", "variable", "variation"] | str, OPEN]
    """Kind of product; plugins add kinds, for example `subscription`."""
    status: Annotated[ProductV1StatusValue | str, OPEN]
    """Where it stands between draft, publication and trash."""
    featured: bool
    """Whether the shop features it."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where shoppers come across it: catalogue and search, one of them, or nowhere."""
    description: str
    """Long text."""
    short_description: str
    """Teaser text."""
    sku: str
    """Article number of the merchant; empty or unique in the store."""
    price: DecimalOrEmpty
    """Price that counts now; empty without one."""
    regular_price: DecimalOrEmpty
    """Price outside of sales."""
    sale_price: DecimalOrEmpty
    """Reduced price."""
    date_on_sale_from: PlainDate | Literal[""]
    """First day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment.
    """
    date_on_sale_to: PlainDate | Literal[""]
    """Last day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment.
    """
    price_html: str
    """Price as the shop prints it."""
    on_sale: bool
    """Whether the reduced price applies at this moment."""
    purchasable: bool
    """Whether the cart would take it."""
    total_sales: int | str
    """Units sold so far; digits in a string on variations."""
    virtual: bool
    """Whether there is nothing to ship."""
    downloadable: bool
    """Whether buyers get files."""
    downloads: list[ProductDownload]
    """Files for buyers. Kept from a request only if it is downloadable."""
    download_limit: int
    """Downloads per purchase; -1 for no limit."""
    download_expiry: int
    """Days for which a download stays open; -1 for no limit."""
    download_type: Literal["standard"]
    """Always the same; of no effect."""
    external_url: str
    """Shop that sells an external product; empty on other kinds."""
    button_text: str
    """Label of the button that leads there."""
    tax_status: Literal["taxable", "shipping", "none"]
    """Whether tax is due on price and shipping, on shipping alone or not at all."""
    tax_class: Annotated[Literal["", "reduced-rate", "zero-rate"] | str, OPEN]
    """Slug of the tax class; empty for the standard rate."""
    manage_stock: bool | Literal["parent"]
    """Whether the store counts units; `parent` on a variation whose units its product counts."""
    stock_quantity: Number | None
    """Units left; null when nobody counts."""
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
    """Slug of the shipping class."""
    shipping_class_id: int
    """Number of the shipping class; 0 for none."""
    reviews_allowed: bool
    """Whether shoppers may review it."""
    average_rating: DecimalText
    """Average number of stars, two decimals."""
    rating_count: int
    """How many reviews gave stars."""
    related_ids: list[int]
    """A few products with the same categories or tags."""
    upsell_ids: list[int]
    """Products recommended on its page in its place."""
    cross_sell_ids: list[int]
    """Products offered in the cart beside it."""
    parent_id: int
    """Product above this one; 0 for none."""
    purchase_note: str
    """Words for the buyer in the order mails."""
    categories: list[ProductTerm]
    """Categories it is in."""
    tags: list[ProductTerm]
    """Tags it bears; requests name them by number."""
    images: list[ProductImageV1]
    """Pictures, the main one first; one with id 0 stands for none. Requests replace those after the main one."""
    attributes: list[ProductAttributeChoice]
    """Traits such as size or glaze. A request replaces them all."""
    default_attributes: list[ProductDefaultAttribute]
    """Options that a variable product's page preselects."""
    variations: list[ProductVariationV1]
    """The variations of a variable product. Requests change those with an `id`, add the others and remove none; each
    gets its place in the list as its place in the shop.
    """
    grouped_products: list[int]
    """Numbers of the products in a grouped product."""
    menu_order: int
    """Place in lists sorted by hand, low numbers first."""
    brands: list[ProductTerm] | None = None
    """Brands it belongs to. The store does not announce that requests may set them. Unlike later versions, an empty
    list takes all away. New in WooCommerce 9.6.
    """
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
