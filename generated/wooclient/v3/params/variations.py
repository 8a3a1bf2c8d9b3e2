"""What calls about variations of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Required, TypedDict

from wooclient._runtime.declared import (
    DecimalInput,
    FieldsInput,
    Int32Input,
    LimitInput,
    LocalDateTimeInput,
    MomentInput,
    NotZeroTextInput,
    QuantityInput,
    UtcDateTimeInput,
)
from wooclient._runtime.inputs import Clear, ClearWithList, ClearWithNull, ClearWithObject, ClearWithText, Parameters
from wooclient.v3.enums import (
    ProductVariationListExcludeStatusValue,
    ProductVariationListIncludeStatusValue,
    ProductVariationListOrderbyValue,
    ProductVariationListStatusValue,
)
from wooclient.v3.params.common import MetaDataInput
from wooclient.v3.params.products_parts import (
    ProductCostInput,
    ProductDimensionsInput,
    ProductDownloadInput,
    ProductImageInput,
)


class ProductVariationListParams(Parameters, total=False):
    """Parameters of products.variations.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only items that contain this text."""
    after: MomentInput
    """Only items made after this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    before: MomentInput
    """Only items made before this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    modified_after: MomentInput
    """Only items last changed after this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    modified_before: MomentInput
    """Only items last changed before this moment (ISO 8601 with a time; shop time unless `dates_are_gmt`)."""
    dates_are_gmt: bool
    """Read the moments in the other date filters as UTC instead of shop time. Default: false."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names. Default: desc."""
    orderby: ProductVariationListOrderbyValue | str
    """What to sort by. Default: date."""
    parent: Sequence[int]
    """Only items below one of these parents."""
    parent_exclude: Sequence[int]
    """Leave out items below these parents."""
    slug: str
    """Only the item with this slug."""
    status: ProductVariationListStatusValue
    """Only variations with this status; `any` leaves out the trash. Default: any."""
    sku: NotZeroTextInput
    """Only variations with exactly this SKU of their own; several with commas."""
    tax_class: Literal["standard", "reduced-rate", "zero-rate"] | str
    """Only variations of this tax class."""
    on_sale: bool
    """Only variations whose price is reduced now, or only the others."""
    min_price: DecimalInput
    """Lowest price that may turn up."""
    max_price: DecimalInput
    """Highest price that may turn up."""
    include_meta: Sequence[str]
    """Show only custom fields with these keys under `meta_data`."""
    exclude_meta: Sequence[str]
    """Keep custom fields with these keys out of `meta_data`."""
    stock_status: Literal["instock", "outofstock", "onbackorder"] | str
    """Only variations in this state of stock."""
    has_price: bool
    """Only variations that have a price, or only those that have none. New in WooCommerce 8.2."""
    attributes: Sequence[VariationAttributeFilter]
    """Only variations with these choices; sent in brackets, as in `attributes[0][attribute]=pa_size`. New in
    WooCommerce 8.3.
    """
    virtual: bool
    """Only variations that are not shipped, or only the others. New in WooCommerce 9.7."""
    downloadable: bool
    """Only variations with files for the buyer, or only the others. New in WooCommerce 9.7."""
    include_status: Sequence[ProductVariationListIncludeStatusValue]
    """Only variations with one of these statuses; beats `status`. New in WooCommerce 9.7."""
    exclude_status: Sequence[ProductVariationListExcludeStatusValue]
    """No variations with one of these statuses, whatever the other filters say. New in WooCommerce 9.7."""
    pos_products_only: bool
    """True leaves out what is hidden from the point of sale; false does nothing. New in WooCommerce 10.5."""
    image_size: str
    """Which file `src` of pictures names, by WordPress's name of a size, `thumbnail` for one. Of a size that a picture
    was not stored in, it is the whole picture. Default: full. New in WooCommerce 11.0. Known from documentation
    alone: no store was asked.
    """
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductVariationGetParams(Parameters, total=False):
    """Parameters of products.variations.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    image_size: str
    """Which file `src` of pictures names, by WordPress's name of a size, `thumbnail` for one. Of a size that a picture
    was not stored in, it is the whole picture. Default: full. New in WooCommerce 11.0. Known from documentation
    alone: no store was asked.
    """
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductVariationDeleteParams(Parameters, total=False):
    """Parameters of products.variations.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class VariationListParams(ProductVariationListParams, total=False):
    """Parameters of variations.list, as of products.variations.list."""


class VariationAttributeFilter(TypedDict, total=False):
    """A choice to look for."""

    attribute: str
    """Slug of the trait, with `pa_` if it is a shared one."""
    term: str
    """Slug of the option."""
    terms: Sequence[str]
    """Slugs of options, any of which will do; beats `term`. New in WooCommerce 8.4."""


class VariationAttributeInput(TypedDict, total=False):
    """One trait and the option chosen for it."""

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent. A shared one is found by `id` or by its slug
    with `pa_`; what the store does not find by this, such as the name of a shared one, it drops, and the variation
    then stands for any of its options.
    """
    option: str
    """Name of the chosen option."""


class VariationBatch(Parameters, total=False):
    """Several changes to items of type Variation in one request."""

    create: Sequence[VariationCreate]
    """Items to make."""
    update: Sequence[VariationBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class VariationUpdate(Parameters, total=False):
    """Changes to a variation; what is left out stays as it is."""

    description: str | ClearWithText
    """Text shown when shoppers choose this variation; rendered in every context. CLEAR sends ""."""
    sku: str | ClearWithText
    """Article number; that of the product when it has none of its own. Unique in the whole store. CLEAR sends ""."""
    global_unique_id: str | ClearWithText
    """Barcode number such as a GTIN, EAN or ISBN; empty or unique in the store. CLEAR sends "". New in WooCommerce
    9.2.
    """
    regular_price: DecimalInput | ClearWithText
    """Price outside of sales. CLEAR sends ""."""
    sale_price: DecimalInput | ClearWithText
    """Reduced price. Not kept unless it is below the regular price. CLEAR sends ""."""
    date_on_sale_from: LocalDateTimeInput | ClearWithText | None
    """First moment of the sale, shop time; null for no start. Null in a request changes nothing. CLEAR sends ""."""
    date_on_sale_from_gmt: UtcDateTimeInput | ClearWithText | None
    """First moment of the sale, UTC. CLEAR sends ""."""
    date_on_sale_to: LocalDateTimeInput | ClearWithText | None
    """Last moment of the sale, shop time; null for no end. Null in a request changes nothing. CLEAR sends ""."""
    date_on_sale_to_gmt: UtcDateTimeInput | ClearWithText | None
    """Last moment of the sale, UTC. CLEAR sends ""."""
    status: Literal["draft", "pending", "private", "publish"]
    """`publish` when it is on offer, `private` when it is switched off. Default for a new one: publish."""
    virtual: bool
    """Whether there is nothing to ship. Default for a new one: false."""
    downloadable: bool
    """Whether buyers get files. Default for a new one: false."""
    downloads: Sequence[ProductDownloadInput] | ClearWithList
    """Files for buyers. Kept from a request only if the variation is downloadable. CLEAR sends []."""
    download_limit: LimitInput | Annotated[Clear, "clear", -1]
    """Downloads per purchase; -1 for no limit. Not kept unless `downloadable` is on, which can be sent with it. Default
    for a new one: -1. CLEAR sends -1.
    """
    download_expiry: LimitInput | Annotated[Clear, "clear", -1]
    """Days for which a download stays open; -1 for no limit. Not kept unless `downloadable` is on, which can be sent
    with it. Default for a new one: -1. CLEAR sends -1.
    """
    tax_class: str | Annotated[Clear, "clear", "parent"]
    """Slug of the tax class, empty for the standard rate. `parent` is the product's, resolved in context `view`. CLEAR
    sends "parent".
    """
    manage_stock: bool
    """Whether units of this variation are counted; `parent` when its product counts for all. Not kept in a shop that
    counts no stock at all (setting `woocommerce_manage_stock`). Default for a new one: false.
    """
    stock_quantity: QuantityInput
    """Units left, whole unless a plugin allows fractions; null when nobody counts. Not kept unless `manage_stock` is
    on, which can be sent with it.
    """
    stock_status: Literal["instock", "outofstock", "onbackorder"] | str
    """Availability. Not kept while `manage_stock` is on, as it follows the quantity then. Default for a new one:
    instock.
    """
    backorders: Literal["no", "notify", "yes"]
    """Whether customers may order more than is in stock, with or without a notice. Not kept unless `manage_stock` is
    on, which can be sent with it. Default for a new one: no.
    """
    low_stock_amount: int | ClearWithNull | None
    """Stock at which the merchant is warned; null for the setting above it. Not kept unless `manage_stock` is on, which
    can be sent with it. CLEAR sends None.
    """
    weight: DecimalInput | ClearWithText
    """Weight in the unit of the store, of the product when there is none here. CLEAR sends ""."""
    dimensions: ProductDimensionsInput
    """Size of the packed article, of the product where a side is not set here."""
    shipping_class: str | ClearWithText
    """Slug of the shipping class, of the product when there is none here. Not kept unless the shop has a class of that
    slug. CLEAR sends "".
    """
    image: ProductImageInput | ClearWithObject | None
    """Picture shown for this choice, or null (in wc/v2 one with id 0). An empty object in a request takes it away.
    CLEAR sends {}.
    """
    gallery_image_ids: Sequence[int] | ClearWithList
    """Numbers of further pictures for this choice; that of `image` is not among them. CLEAR sends []. New in
    WooCommerce 10.9. Known from documentation alone: no store was asked.
    """
    attributes: Sequence[VariationAttributeInput] | ClearWithList
    """The choice that leads here. An attribute left out stands for any of its options. CLEAR sends []."""
    menu_order: Int32Input
    """Place among the variations, low numbers first; 0 in a request changes nothing."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""
    cost_of_goods_sold: ProductCostInput
    """What it costs the merchant; only where that feature is on. New in WooCommerce 9.5."""
    inventory_delta: QuantityInput
    """Change of the stock, negative to take away; ignored beside `stock_quantity`. Not kept unless `manage_stock` is
    on, which can be sent with it.
    """


class VariationBatchItem(VariationUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class VariationCreate(VariationUpdate, total=False):
    """A new variation. Nothing is required, but without a price it cannot be bought."""


class VariationDefaults(TypedDict, total=False):
    """What generated variations have in common. Other fields of a variation are not taken over."""

    status: Literal["draft", "pending", "private", "publish"]
    """Whether they are on offer."""
    description: str
    """Text shown when shoppers choose one of them."""
    regular_price: DecimalInput
    """Price outside of sales."""
    sale_price: DecimalInput
    """Reduced price; dropped unless below the regular one."""
    date_on_sale_from: LocalDateTimeInput
    """First moment of the sale, shop time."""
    date_on_sale_to: LocalDateTimeInput
    """Last moment of the sale, shop time."""
    virtual: bool
    """Whether there is nothing to ship."""
    downloadable: bool
    """Whether buyers get files."""
    download_limit: LimitInput
    """Downloads per purchase; -1 for no limit."""
    download_expiry: LimitInput
    """Days for which a download stays open; -1 for no limit."""
    tax_class: str
    """Slug of the tax class."""
    manage_stock: bool
    """Whether units of each variation are counted."""
    stock_quantity: QuantityInput
    """Units left of each; ignored unless `manage_stock` is on."""
    stock_status: Literal["instock", "outofstock", "onbackorder"] | str
    """Availability."""
    backorders: Literal["no", "notify", "yes"]
    """Whether shoppers may order more than there is."""
    low_stock_amount: int
    """Stock at which the merchant is warned."""
    weight: DecimalInput
    """Weight in the unit of the store."""


class VariationGeneration(Parameters, total=False):
    """How to fill in the missing variations."""

    delete: bool
    """Remove variations that match no combination of options or repeat one. New in WooCommerce 8.1."""
    default_values: VariationDefaults
    """What the new variations start with. New in WooCommerce 8.3."""
