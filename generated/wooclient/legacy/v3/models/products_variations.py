"""Answers about products variations of wc-api/v3."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, DecimalText, Number, ZuluDateTime
from wooclient.legacy.v3.models.products_parts import LegacyProductDimensions, LegacyProductDownload, LegacyProductImage


class LegacyVariationAttribute(Model):
    """A choice between the values of one trait."""

    __shown__ = ("name", "option")

    name: str
    """What shoppers see."""
    slug: str
    """Short name of the trait. In answers that of the shop's own traits begins with `pa_`, which requests do
    without.
    """
    option: str
    """Chosen value; empty for any."""


class LegacyVariation(Model):
    """One form of a variable product."""

    __shown__ = ("id", "sku", "price", "stock_quantity", "attributes")

    id: int
    """Number of the variation. In requests it picks the one to change."""
    created_at: ZuluDateTime
    """When it was made."""
    updated_at: ZuluDateTime
    """Latest change."""
    downloadable: bool
    """Whether buyers get files."""
    virtual: bool
    """Whether there is nothing to ship."""
    permalink: str
    """Address of the product page with this choice made."""
    sku: str
    """Stock keeping unit; that of the product if it has none of its own."""
    price: DecimalOrEmpty
    """What it costs now."""
    regular_price: DecimalOrEmpty
    """Price outside of sales. Up to v2 `0.00` where there is none, in v3 empty."""
    sale_price: DecimalText | None
    """Price during a sale; null if there is none."""
    taxable: bool
    """Whether tax is due on the price and the shop charges tax."""
    tax_status: Literal["taxable", "shipping", "none"]
    """That of the product."""
    tax_class: Annotated[Literal["", "reduced-rate", "zero-rate"] | str, OPEN]
    """Slug of the tax class; empty for the standard rate. Send `parent` to follow the product."""
    managing_stock: bool | Literal["parent"]
    """Whether the store counts its units; `parent` if the product counts them."""
    stock_quantity: Number | None
    """Units left. When nobody counts 0 up to v2 and null in v3."""
    in_stock: bool
    """Whether it can be had."""
    backorders_allowed: bool
    """Whether it can be ordered when out of stock."""
    backordered: bool
    """Whether units are owed to shoppers."""
    purchaseable: bool
    """Whether it can be bought at all."""
    visible: bool
    """Whether shoppers can choose it; false in a request makes it private."""
    on_sale: bool
    """Whether the sale price holds now."""
    weight: DecimalText | None
    """Weight, that of the product if it has none of its own; null if unknown or zero."""
    dimensions: LegacyProductDimensions
    """Measures, those of the product where it has none of its own."""
    shipping_class: str
    """Slug of the shipping class; empty for none."""
    shipping_class_id: int | None
    """Number of the shipping class; null for none."""
    image: list[LegacyProductImage]
    """Its picture, the product's or a placeholder. Of several in a request only the first counts."""
    attributes: list[LegacyVariationAttribute]
    """Which choice it stands for."""
    downloads: list[LegacyProductDownload]
    """Files that buyers may fetch; empty unless it is downloadable."""
    download_limit: int
    """Downloads per purchase, as set on the product in answers; -1 for as many as they like."""
    download_expiry: int
    """Days a download stays open, as set on the product in answers; -1 for ever."""
