"""What calls about products variations of wc-api/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Required, TypedDict

from wooclient._runtime.declared import (
    AttributeSlugInput,
    DateInput,
    DecimalInput,
    LimitInput,
    LocalDateTimeInput,
    QuantityInput,
)
from wooclient._runtime.inputs import Clear, ClearWithList, ClearWithText
from wooclient.legacy.v3.params.products_parts import (
    LegacyProductDimensionsInput,
    LegacyProductDownloadInput,
    LegacyProductImageWrite,
)

#: Items of a list that are changed by their ids: the field in which null takes one away, then those named again.
ROWS: dict[str, tuple[str, ...]] = {
    "LegacyVariationInput": ("",),
}


class LegacyVariationAttributeInput(TypedDict, total=False):
    """A choice between the values of one trait."""

    name: Required[str]
    """What shoppers see."""
    slug: AttributeSlugInput
    """Short name of the trait. In answers that of the shop's own traits begins with `pa_`, which requests do
    without.
    """
    option: str
    """Chosen value; empty for any."""


class LegacyVariationInput(TypedDict, total=False):
    """One form of a variable product."""

    id: int
    """Number of the variation. In requests it picks the one to change."""
    downloadable: bool
    """Whether buyers get files. Default: false."""
    virtual: bool
    """Whether there is nothing to ship. Default: false."""
    sku: str | ClearWithText
    """Stock keeping unit; that of the product if it has none of its own. CLEAR sends ""."""
    regular_price: DecimalInput | ClearWithText
    """Price outside of sales. Up to v2 `0.00` where there is none, in v3 empty. CLEAR sends ""."""
    sale_price: DecimalInput | ClearWithText
    """Price during a sale; null if there is none. CLEAR sends ""."""
    sale_price_dates_from: DateInput | LocalDateTimeInput | ClearWithText
    """When the sale starts, in shop time; a day (YYYY-MM-DD) is its first moment. CLEAR sends ""."""
    sale_price_dates_to: DateInput | LocalDateTimeInput | ClearWithText
    """When the sale ends, in shop time; a day (YYYY-MM-DD) is its first moment. CLEAR sends ""."""
    tax_class: str | Annotated[Clear, "clear", "parent"]
    """Slug of the tax class; empty for the standard rate. Send `parent` to follow the product. CLEAR sends "parent"."""
    managing_stock: bool
    """Whether the store counts its units; `parent` if the product counts them."""
    stock_quantity: QuantityInput
    """Units left. When nobody counts 0 up to v2 and null in v3. Not kept unless `managing_stock` is on, which can be
    sent with it.
    """
    inventory_delta: QuantityInput
    """Change of the stock, negative to take away; ignored beside `stock_quantity`. Not kept unless `managing_stock` is
    on, which can be sent with it.
    """
    in_stock: bool
    """Whether it can be had."""
    backorders: Literal["no", "notify", "yes"]
    """Whether it can be ordered when out of stock. Taken as it comes, other than on the product."""
    visible: bool
    """Whether shoppers can choose it; false in a request makes it private."""
    weight: DecimalInput | ClearWithText
    """Weight, that of the product if it has none of its own; null if unknown or zero. CLEAR sends ""."""
    dimensions: LegacyProductDimensionsInput
    """Measures, those of the product where it has none of its own."""
    shipping_class: str | ClearWithText
    """Slug of the shipping class; empty for none. CLEAR sends ""."""
    image: Sequence[LegacyProductImageWrite]
    """Its picture, the product's or a placeholder. Of several in a request only the first counts."""
    attributes: Sequence[LegacyVariationAttributeInput]
    """Which choice it stands for."""
    downloads: Sequence[LegacyProductDownloadInput] | ClearWithList
    """Files that buyers may fetch; empty unless it is downloadable. CLEAR sends []."""
    download_limit: LimitInput
    """Downloads per purchase, as set on the product in answers; -1 for as many as they like."""
    download_expiry: LimitInput
    """Days a download stays open, as set on the product in answers; -1 for ever."""
    description: str | ClearWithText
    """Text about this form; answers do not show it. CLEAR sends ""."""
