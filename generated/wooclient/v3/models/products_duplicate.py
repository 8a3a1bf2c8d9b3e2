"""Answers about products duplicate of wc/v3."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, OPEN, DecimalOrEmpty, Json, Number
from wooclient.v3.models.common import MetaData


class ProductRawDate(Model):
    """A moment as PHP writes it out."""

    __shown__ = ("date", "timezone_type", "timezone")

    date: str
    """Date and time in the zone named beside it, with microseconds."""
    timezone_type: Literal[1, 2, 3]
    """How the zone is written: offset, abbreviation or name."""
    timezone: str
    """The zone, most often `+00:00`."""


class ProductDuplicate(Model):
    """A fresh copy as the store holds it in memory. Fetch it by `id` for the usual form."""

    __shown__ = ("id", "name", "sku", "slug", "status", "price")

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
    """Whether the shop features it."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where shoppers come across it."""
    description: str
    """Long text as stored."""
    short_description: str
    """Teaser text as stored."""
    sku: str
    """Article number of the original with a counter; empty if it had none."""
    global_unique_id: str | None = None
    """Barcode number, emptied in the copy. New in WooCommerce 9.2."""
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
    """Length."""
    width: DecimalOrEmpty
    """Width."""
    height: DecimalOrEmpty
    """Height."""
    upsell_ids: list[int]
    """Products recommended in its place."""
    cross_sell_ids: list[int]
    """Products offered in the cart beside it."""
    parent_id: int
    """Product above this one; 0 for none."""
    reviews_allowed: bool
    """Whether shoppers may review it."""
    purchase_note: str
    """Text for the buyer as stored."""
    attributes: Annotated[dict[str, dict[str, Json]], MAP_OR_EMPTY_LIST]
    """Traits by name; their contents do not show. Each of them: no keys."""
    default_attributes: Annotated[dict[str, str], MAP_OR_EMPTY_LIST]
    """Preselected options by name of the trait."""
    menu_order: int
    """Place in lists sorted by hand."""
    post_password: str | None = None
    """Password that opens the product page. New in WooCommerce 8.1."""
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
    """Files by id; their contents do not show. Each of them: no keys."""
    image_id: int | str
    """Number of the main picture; an empty string for none."""
    gallery_image_ids: list[int]
    """Numbers of the other pictures."""
    download_limit: int
    """Downloads per purchase; -1 for no limit."""
    download_expiry: int
    """Days for which a download stays open; -1 for no limit."""
    rating_counts: Annotated[dict[str, int | str], MAP_OR_EMPTY_LIST]
    """Reviews by number of stars."""
    average_rating: DecimalOrEmpty | int
    """Average number of stars."""
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
