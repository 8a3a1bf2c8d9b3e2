"""Answers about variations of wc/v3."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, Json, LocalDateTime, Number, UtcDateTime
from wooclient.v3.enums import VariationStatusValue
from wooclient.v3.models.common import MetaData
from wooclient.v3.models.products_parts import ProductCost, ProductDimensions, ProductDownload, ProductImage


class VariationAttribute(Model):
    """One trait and the option chosen for it."""

    __shown__ = ("name", "option")

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent. A shared one is found by `id` or by its slug
    with `pa_`; what the store does not find by this, such as the name of a shared one, it drops, and the variation
    then stands for any of its options.
    """
    slug: str | None = None
    """`pa_` and the slug of a shared attribute, else the slug of the name. New in WooCommerce 8.4."""
    option: str
    """Name of the chosen option."""


class Variation(Model):
    """One purchasable form of a variable product, for example the large size. Much is inherited when empty."""

    __shown__ = ("id", "name", "sku", "status", "price", "stock_quantity", "attributes")

    id: int
    """Number the store gave this variation."""
    type: Annotated[Literal["variation"] | str, OPEN] | None = None
    """Kind of item; plugins have variations of their own, for example `subscription_variation`. New in WooCommerce
    9.0.
    """
    date_created: LocalDateTime | None
    """When it was made, shop time. Null on drafts that have no date yet."""
    date_created_gmt: UtcDateTime | None
    """When it was made, UTC."""
    date_modified: LocalDateTime | None
    """Latest change, shop time."""
    date_modified_gmt: UtcDateTime | None
    """Latest change, UTC."""
    description: str
    """Text shown when shoppers choose this variation; rendered in every context."""
    permalink: str
    """Address of the product page with this choice made."""
    sku: str
    """Article number; that of the product when it has none of its own. Unique in the whole store."""
    global_unique_id: str | None = None
    """Barcode number such as a GTIN, EAN or ISBN; empty or unique in the store. New in WooCommerce 9.2."""
    price: DecimalOrEmpty
    """Price that counts now; without one the variation cannot be bought."""
    regular_price: DecimalOrEmpty
    """Price outside of sales."""
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
    status: Annotated[VariationStatusValue | str, OPEN]
    """`publish` when it is on offer, `private` when it is switched off."""
    purchasable: bool
    """Whether the cart would take it."""
    virtual: bool
    """Whether there is nothing to ship."""
    downloadable: bool
    """Whether buyers get files."""
    downloads: list[ProductDownload]
    """Files for buyers. Kept from a request only if the variation is downloadable."""
    download_limit: int
    """Downloads per purchase; -1 for no limit."""
    download_expiry: int
    """Days for which a download stays open; -1 for no limit."""
    tax_status: Literal["taxable", "shipping", "none"]
    """What tax is due on, as set for the product."""
    tax_class: Annotated[Literal["", "reduced-rate", "zero-rate", "parent"] | str, OPEN]
    """Slug of the tax class, empty for the standard rate. `parent` is the product's, resolved in context `view`."""
    manage_stock: bool | Literal["parent"]
    """Whether units of this variation are counted; `parent` when its product counts for all."""
    stock_quantity: Number | None
    """Units left, whole unless a plugin allows fractions; null when nobody counts."""
    stock_status: Annotated[Literal["instock", "outofstock", "onbackorder"] | str, OPEN]
    """Availability."""
    backorders: Literal["no", "notify", "yes"]
    """Whether customers may order more than is in stock, with or without a notice."""
    backorders_allowed: bool
    """Whether it can be ordered when none is in stock."""
    backordered: bool
    """Whether more is ordered than there is."""
    low_stock_amount: int | None
    """Stock at which the merchant is warned; null for the setting above it."""
    weight: DecimalOrEmpty
    """Weight in the unit of the store, of the product when there is none here."""
    dimensions: ProductDimensions
    """Size of the packed article, of the product where a side is not set here."""
    shipping_class: str
    """Slug of the shipping class, of the product when there is none here."""
    shipping_class_id: int
    """Number of the shipping class; 0 for none."""
    image: ProductImage | None
    """Picture shown for this choice, or null (in wc/v2 one with id 0). An empty object in a request takes it away."""
    gallery_image_ids: list[int] | None = None
    """Numbers of further pictures for this choice; that of `image` is not among them. New in WooCommerce 10.9. Known
    from documentation alone: no store was asked.
    """
    attributes: list[VariationAttribute]
    """The choice that leads here. An attribute left out stands for any of its options."""
    menu_order: int
    """Place among the variations, low numbers first; 0 in a request changes nothing."""
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""
    name: str | None = None
    """Names of the chosen options, joined by commas. New in WooCommerce 8.3."""
    parent_id: int | None = None
    """Number of the variable product. New in WooCommerce 8.3."""
    cost_of_goods_sold: ProductCost | None = None
    """What it costs the merchant; only where that feature is on. New in WooCommerce 9.5."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class VariationGenerationResult(Model):
    """What generating changed."""

    __shown__ = ("count", "deleted_count")

    count: int
    """How many variations were made."""
    deleted_count: int | None = None
    """How many were removed; only if `delete` was sent."""
