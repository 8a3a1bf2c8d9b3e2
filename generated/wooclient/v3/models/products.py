"""Answers about products of wc/v3."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, OPEN, DecimalOrEmpty, Json, LocalDateTime, Number, UtcDateTime
from wooclient.v3.enums import ProductStatusValue
from wooclient.v3.models.common import BatchItemError, Link, MetaData


class ProductDownload(Model):
    """A file that buyers may fetch."""

    id: str
    """Name of the file in download permissions; left out, the store makes one."""

    name: str
    """Label for the buyer."""

    file: str
    """Address or path of the file; must be in a download folder the store has approved."""


class ProductDimensions(Model):
    """Length, width and height in the unit of the store."""

    length: DecimalOrEmpty
    """The long side."""

    width: DecimalOrEmpty
    """The short side."""

    height: DecimalOrEmpty
    """From bottom to top."""


class ProductTerm(Model):
    """A category or brand of a product, in wc/v1 a tag too. Requests name it by its number; unknown ones are skipped."""

    id: int
    """Number of the category or brand."""

    name: str
    """Title shoppers see."""

    slug: str
    """Short name in addresses."""


class ProductTagTerm(Model):
    """A tag of a product. Requests give the number or, from wc/v3 on, a name that the store looks up or makes a tag of."""

    id: int
    """Number of the tag."""

    name: str
    """Word shoppers see."""

    slug: str
    """Short name in addresses."""


class ProductImage(Model):
    """A picture. Requests give the id of an upload, or an address from which the store fetches a new one."""

    id: int
    """Number of the picture in the media library."""

    date_created: LocalDateTime | None
    """When it was uploaded, shop time."""

    date_created_gmt: UtcDateTime | None
    """When it was uploaded, UTC."""

    date_modified: LocalDateTime | None
    """When it was last edited, shop time."""

    date_modified_gmt: UtcDateTime | None
    """When it was last edited, UTC."""

    src: str
    """Address of the full-size file."""

    name: str
    """Title in the media library."""

    alt: str
    """Words for those who cannot see it; an empty one in a request changes nothing."""

    srcset: str | None = None
    """Sizes and their addresses for an HTML `srcset`; may be empty. New in WooCommerce 10.2."""

    sizes: str | None = None
    """Matching HTML `sizes` text. New in WooCommerce 10.2."""

    thumbnail: str | None = None
    """Address of the small file for lists. New in WooCommerce 10.2."""


class ProductAttributeChoice(Model):
    """A trait with the options this product has. A variation listed as a product has `option` alone."""

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""

    name: str
    """Title of the trait; names it in requests when `id` is 0 or absent."""

    slug: str | None = None
    """`pa_` and the slug of a shared attribute, else the name as stored."""

    position: int | None = None
    """Place among the traits, counted from 0."""

    visible: bool | None = None
    """Whether the product page lists it."""

    variation: bool | None = None
    """Whether variations differ in it."""

    options: list[str] | None = None
    """Names of the options. A shared attribute without any is dropped."""

    option: str | None = None
    """Option of a variation that a search turned up."""


class ProductDefaultAttribute(Model):
    """An option that is preselected."""

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""

    name: str
    """Title of the trait; names it in requests when `id` is 0 or absent."""

    option: str
    """Preselected option; the slug of the term on shared attributes."""


class ProductCostValue(Model):
    """One part of the cost."""

    defined_value: Number | None
    """Cost set for this very item; null if none is set."""

    effective_value: Number
    """Cost that counts, what is inherited included."""


class ProductCost(Model):
    """Cost to the merchant, without tax."""

    values: list[ProductCostValue]
    """Parts of the cost, so far always one. Requests with several are added up."""

    defined_value_is_additive: bool | None = None
    """Whether a variation's cost comes on top of its product's; only on variations. New in WooCommerce 9.7."""

    total_value: Number
    """Sum of the effective parts."""


class Product(Model):
    """An article of the catalogue. Searches by SKU also turn up variations in this shape."""

    id: int
    """Number the store gave this product."""

    name: str
    """Title shown in the shop; may hold HTML. A product made without one is called "Product"."""

    slug: str
    """Last part of the address; made from the name when left out. Empty on drafts that never had one."""

    permalink: str
    """Address of the product page."""

    date_created: LocalDateTime | None
    """When it was published or made, shop time. Null on drafts that have no date yet. Requests set it from wc/v3 on."""

    date_created_gmt: UtcDateTime | None
    """Same moment as `date_created` in UTC; wins when a request holds both."""

    date_modified: LocalDateTime | None
    """Latest change, shop time."""

    date_modified_gmt: UtcDateTime | None
    """Latest change, UTC."""

    type_: Annotated[Literal["simple", "grouped", "external", "variable", "variation"] | str, OPEN] = Field(
        alias="type"
    )
    """Kind of product; plugins add kinds, for example `subscription`."""

    status: Annotated[ProductStatusValue | str, OPEN]
    """Where it is in its life, from draft over publication to the trash. Only wc/v3 takes the last two in requests."""

    featured: bool
    """Whether the shop puts it in the limelight."""

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
    """Reduced price. The store drops one that is not below the regular price."""

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
    """Downloads per purchase; -1 for as many as they like."""

    download_expiry: int
    """Days a download stays open; -1 for ever."""

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
    """Units left, whole unless a plugin allows fractions; null when nobody counts. Ignored in requests unless
    `manage_stock` is on.
    """

    backorders: Literal["no", "notify", "yes"]
    """Whether shoppers may order more than there is, with or without being told."""

    backorders_allowed: bool
    """Whether orders beyond the stock go through."""

    backordered: bool
    """Whether more is ordered than there is."""

    low_stock_amount: int | None
    """Stock at which the merchant is warned; null for the setting of the store."""

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
    """Slug of the shipping class; empty for none. An unknown slug clears it."""

    shipping_class_id: int
    """Number of the shipping class; 0 for none."""

    reviews_allowed: bool
    """Whether shoppers may review it."""

    average_rating: DecimalOrEmpty | int
    """Mean number of stars, two decimals in context `view`, unrounded in context `edit`."""

    rating_count: int
    """How many reviews gave stars."""

    upsell_ids: list[int]
    """Products offered on its page as the better choice."""

    cross_sell_ids: list[int]
    """Products offered in the cart beside it."""

    parent_id: int
    """Product above this one; 0 for none."""

    purchase_note: str
    """Words for the buyer in the order mails, rendered or as stored just like `description`."""

    categories: list[ProductTerm]
    """Categories it is in. An empty list in a request means the default category."""

    brands: list[ProductTerm] | None = None
    """Brands it belongs to. New in WooCommerce 9.6."""

    tags: list[ProductTagTerm]
    """Tags it bears."""

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

    stock_status: Annotated[Literal["instock", "outofstock", "onbackorder"] | str, OPEN]
    """Availability. Follows the quantity when `manage_stock` is on."""

    has_options: bool
    """Whether shoppers must choose something before buying."""

    post_password: str | None = None
    """Password that opens the product page; empty for none."""

    global_unique_id: str | None = None
    """Trade number such as a GTIN, EAN or ISBN; empty or unique in the store. New in WooCommerce 9.1."""

    permalink_template: str | None = None
    """Address with a placeholder where the slug goes; only in context `edit` and after writes."""

    generated_slug: str | None = None
    """Slug the store would make from the name; only in context `edit` and after writes."""

    cost_of_goods_sold: ProductCost | None = None
    """What the article costs the merchant; only where that feature is on. New in WooCommerce 9.5."""

    links: dict[str, list[Link]] | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ProductBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    create: list[BatchItemError | Product] | None = None
    """What became of each item under `create`."""

    update: list[BatchItemError | Product] | None = None
    """What became of each item under `update`."""

    delete: list[BatchItemError | Product] | None = None
    """What became of each item under `delete`."""


class ProductRawDate(Model):
    """A moment as PHP writes it out."""

    date: str
    """Date and time in the zone named beside it, with microseconds."""

    timezone_type: Literal[1, 2, 3]
    """How the zone is written: offset, abbreviation or name."""

    timezone: str
    """The zone, most often `+00:00`."""


class ProductDuplicate(Model):
    """A fresh copy as the store holds it in memory. Fetch it by `id` for the usual form."""

    id: int
    """Number of the copy."""

    name: str
    """Name of the original with "(Copy)" behind it."""

    slug: str
    """Empty until the copy is published."""

    date_created: ProductRawDate
    """When the copy was made."""

    date_modified: ProductRawDate
    """When the copy was last saved."""

    status: Annotated[Literal["draft"] | str, OPEN]
    """Always a draft at first."""

    featured: bool
    """Whether the shop puts it in the limelight."""

    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where shoppers come across it."""

    description: str
    """Long text as stored."""

    short_description: str
    """Teaser text as stored."""

    sku: str
    """Article number of the original with a counter; empty if it had none."""

    global_unique_id: str | None = None
    """Trade number, emptied in the copy. New in WooCommerce 9.1."""

    price: DecimalOrEmpty
    """Price that counts now."""

    regular_price: DecimalOrEmpty
    """Price outside of sales."""

    sale_price: DecimalOrEmpty
    """Reduced price."""

    date_on_sale_from: ProductRawDate | None
    """First moment of the sale."""

    date_on_sale_to: ProductRawDate | None
    """Last moment of the sale."""

    total_sales: int | str
    """Units sold, none yet."""

    tax_status: Literal["taxable", "shipping", "none"]
    """What tax is due on."""

    tax_class: Annotated[Literal["", "reduced-rate", "zero-rate"] | str, OPEN]
    """Slug of the tax class; empty for the standard rate."""

    manage_stock: bool
    """Whether the store counts units."""

    stock_quantity: Number | None
    """Units left; null when nobody counts."""

    stock_status: Annotated[Literal["instock", "outofstock", "onbackorder"] | str, OPEN]
    """Availability."""

    backorders: Literal["no", "notify", "yes"]
    """Whether shoppers may order more than there is."""

    low_stock_amount: int | str
    """Stock at which the merchant is warned; an empty string for the store's setting."""

    sold_individually: bool
    """Whether an order may hold only one of it."""

    weight: DecimalOrEmpty
    """Weight in the unit of the store."""

    length: DecimalOrEmpty
    """The long side."""

    width: DecimalOrEmpty
    """The short side."""

    height: DecimalOrEmpty
    """From bottom to top."""

    upsell_ids: list[int]
    """Products offered as the better choice."""

    cross_sell_ids: list[int]
    """Products offered in the cart beside it."""

    parent_id: int
    """Product above this one; 0 for none."""

    reviews_allowed: bool
    """Whether shoppers may review it."""

    purchase_note: str
    """Words for the buyer as stored."""

    attributes: Annotated[dict[str, dict[str, Json]], MAP_OR_EMPTY_LIST]
    """Traits by name; their contents do not show."""

    default_attributes: Annotated[dict[str, str], MAP_OR_EMPTY_LIST]
    """Preselected options by name of the trait."""

    menu_order: int
    """Place in lists sorted by hand."""

    post_password: str
    """Password that opens the product page."""

    virtual: bool
    """Whether there is nothing to ship."""

    downloadable: bool
    """Whether buyers get files."""

    category_ids: list[int]
    """Numbers of the categories."""

    tag_ids: list[int]
    """Numbers of the tags."""

    brand_ids: list[int] | None = None
    """Numbers of the brands. New in WooCommerce 10.3."""

    shipping_class_id: int
    """Number of the shipping class; 0 for none."""

    downloads: Annotated[dict[str, dict[str, Json]], MAP_OR_EMPTY_LIST]
    """Files by id; their contents do not show."""

    image_id: int | str
    """Number of the main picture; an empty string for none."""

    gallery_image_ids: list[int]
    """Numbers of the other pictures."""

    download_limit: int
    """Downloads per purchase; -1 for as many as they like."""

    download_expiry: int
    """Days a download stays open; -1 for ever."""

    rating_counts: Annotated[dict[str, int | str], MAP_OR_EMPTY_LIST]
    """Reviews by number of stars."""

    average_rating: DecimalOrEmpty | int
    """Mean number of stars."""

    review_count: int
    """How many reviews there are."""

    cogs_value: Number | None = None
    """Cost to the merchant; null if none is set. New in WooCommerce 9.5."""

    product_url: str | None = None
    """Shop that sells an external product; absent on other kinds."""

    button_text: str | None = None
    """Label of its button; absent on other kinds."""

    children: list[int] | None = None
    """Products in a grouped product; absent on other kinds."""

    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""
