"""What calls about products of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Required

from wooclient._runtime.declared import (
    DecimalInput,
    FieldsInput,
    Int32Input,
    LimitInput,
    LocalDateTimeInput,
    MomentInput,
    NotZeroTextInput,
    OffsetDateTimeInput,
    QuantityInput,
    UtcDateTimeInput,
)
from wooclient._runtime.inputs import Clear, ClearWithList, ClearWithNull, ClearWithText, ClearWithZero, Parameters
from wooclient.v3.enums import (
    ProductListExcludeStatusValue,
    ProductListIncludeStatusValue,
    ProductListOrderbyValue,
    ProductListSearchFieldsValue,
    ProductListStatusValue,
    ProductStatusValue,
)
from wooclient.v3.params.common import MetaDataInput
from wooclient.v3.params.products_parts import (
    ProductAttributeChoiceInput,
    ProductCostInput,
    ProductDefaultAttributeInput,
    ProductDimensionsInput,
    ProductDownloadInput,
    ProductImageInput,
    ProductTagTermInput,
    ProductTermInput,
)


class ProductListParams(Parameters, total=False):
    """Parameters of products.list."""

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
    orderby: ProductListOrderbyValue | str
    """What to sort by. Default: date. `post__in` is new in 9.5. `sales` is new in 9.5. `random` is new in 9.5."""
    parent: Sequence[int]
    """Only items below one of these parents."""
    parent_exclude: Sequence[int]
    """Leave out items below these parents."""
    brand: str
    """Only products of this brand, by number; several with commas. New in WooCommerce 9.6."""
    slug: str
    """Only the item with this slug."""
    status: ProductListStatusValue
    """Only products with this status; `any` leaves out the trash. See `include_status` for several. Default: any."""
    type: Literal["simple", "grouped", "external", "variable"] | str
    """Only this kind of product."""
    sku: NotZeroTextInput
    """Only items with exactly this SKU; several with commas."""
    featured: bool
    """Only featured ones, or only the others."""
    category: str
    """Only products in this category or one below it, by number; several with commas."""
    tag: str
    """Only products with this tag, by number; several with commas."""
    shipping_class: str
    """Only products of this shipping class, by number; several with commas."""
    attribute: str
    """Slug of a shared attribute, `pa_` included; works only together with `attribute_term`."""
    attribute_term: str
    """Number of a term of `attribute` that the products must have; several with commas."""
    tax_class: Literal["standard", "reduced-rate", "zero-rate"] | str
    """Only products of this tax class."""
    on_sale: bool
    """Only products whose price is reduced now, or only the others."""
    min_price: DecimalInput
    """Lowest price that may turn up."""
    max_price: DecimalInput
    """Highest price that may turn up."""
    include_meta: Sequence[str]
    """Show only custom fields with these keys under `meta_data`."""
    exclude_meta: Sequence[str]
    """Keep custom fields with these keys out of `meta_data`."""
    stock_status: Literal["instock", "outofstock", "onbackorder"] | str
    """Only products in this state of stock."""
    search_sku: NotZeroTextInput
    """Only items whose SKU holds this text; beats `sku`."""
    search_name_or_sku: NotZeroTextInput
    """Only items with each of these words in name or SKU; beats `search`, `sku` and `search_sku`. New in WooCommerce
    9.9.
    """
    search_fields: Sequence[ProductListSearchFieldsValue]
    """Where `search` looks for its words; with it the other search filters are ignored. New in WooCommerce 10.1."""
    global_unique_id: NotZeroTextInput
    """Only items with this barcode number; several with commas. New in WooCommerce 9.4."""
    include_status: Sequence[ProductListIncludeStatusValue]
    """Only products with one of these statuses; beats `status`. New in WooCommerce 9.6."""
    exclude_status: Sequence[ProductListExcludeStatusValue]
    """No products with one of these statuses, whatever the other filters say. New in WooCommerce 9.6."""
    include_types: Sequence[Literal["simple", "grouped", "external", "variable"] | str]
    """Only these kinds of product; beats `type`. New in WooCommerce 9.6."""
    exclude_types: Sequence[Literal["simple", "grouped", "external", "variable"] | str]
    """None of these kinds of product. New in WooCommerce 9.6."""
    downloadable: bool
    """Only products with files for the buyer, or only the others. New in WooCommerce 9.6."""
    virtual: bool
    """Only products that are not shipped, or only the others. New in WooCommerce 9.6."""
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


class ProductGetParams(Parameters, total=False):
    """Parameters of products.get."""

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


class ProductDeleteParams(Parameters, total=False):
    """Parameters of products.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class ProductSuggestedProductsParams(Parameters, total=False):
    """Parameters of products.suggested_products."""

    categories: Sequence[int]
    """Numbers of categories to draw from."""
    tags: Sequence[int]
    """Numbers of tags to draw from."""
    limit: int
    """How many suggestions at most, over all pages. Default: 5."""
    image_size: str
    """Which file `src` of pictures names, by WordPress's name of a size, `thumbnail` for one. Of a size that a picture
    was not stored in, it is the whole picture. Default: full. New in WooCommerce 11.0. Known from documentation
    alone: no store was asked.
    """
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
    orderby: ProductListOrderbyValue | str
    """What to sort the suggestions by. Default: date. `post__in` is new in 9.5. `sales` is new in 9.5. `random` is new
    in 9.5. `price` is new in 9.5.
    """
    parent: Sequence[int]
    """Only items below one of these parents."""
    parent_exclude: Sequence[int]
    """Leave out items below these parents."""
    brand: str
    """Only suggestions of this brand, by number; several with commas. New in WooCommerce 9.6."""
    slug: str
    """Only the item with this slug."""
    status: ProductListStatusValue
    """Only suggestions with this status. Default: any."""
    type: Literal["simple", "grouped", "external", "variable"] | str
    """Only suggestions of this kind."""
    sku: str
    """Only suggestions with exactly this SKU; several with commas."""
    featured: bool
    """Only featured suggestions, or only the others."""
    category: str
    """Only suggestions in this category, by number; several with commas."""
    tag: str
    """Only suggestions with this tag, by number; several with commas."""
    shipping_class: str
    """Only suggestions of this shipping class, by number; several with commas."""
    attribute: str
    """Slug of a shared attribute, `pa_` included; works only together with `attribute_term`."""
    attribute_term: str
    """Number of a term of `attribute` that the suggestions must have; several with commas."""
    tax_class: Literal["standard", "reduced-rate", "zero-rate"] | str
    """Only suggestions of this tax class."""
    in_stock: bool
    """Meant to keep to suggestions that are, or are not, in stock; the store ignores it."""
    on_sale: bool
    """Only suggestions whose price is reduced now, or only the others."""
    min_price: DecimalInput
    """Lowest price among the suggestions."""
    max_price: DecimalInput
    """Highest price among the suggestions."""
    include_meta: Sequence[str]
    """Show only custom fields with these keys under `meta_data`."""
    exclude_meta: Sequence[str]
    """Keep custom fields with these keys out of `meta_data`."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductRelatedParams(Parameters, total=False):
    """Parameters of products.related."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductCustomFieldNamesParams(Parameters, total=False):
    """Parameters of products.custom_fields.names."""

    context: str
    """Accepted but without effect."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only keys that hold this text."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names; this list ascends unless told otherwise. Default: asc."""


class ProductBatch(Parameters, total=False):
    """Several changes to items of type Product in one request."""

    create: Sequence[ProductCreate]
    """Items to make."""
    update: Sequence[ProductBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductUpdate(Parameters, total=False):
    """Changes to a product; what is left out stays as it is."""

    name: str
    """Title shown in the shop; may hold HTML. A product made without one is called "Product"."""
    slug: str
    """Last part of the address; made from the name when left out. Empty on drafts that never had one."""
    date_created: OffsetDateTimeInput | None
    """When it was published or made, shop time. Null on drafts that have no date yet. A request has to name the zone,
    as the store reads this field as UTC.
    """
    date_created_gmt: UtcDateTimeInput | None
    """Same moment as `date_created` in UTC; wins when a request holds both."""
    type: Literal["simple", "grouped", "external", "variable"] | str
    """Kind of product; plugins add kinds, for example `subscription`. Default for a new one: simple."""
    status: ProductStatusValue
    """Where it stands between draft, publication and trash. Only wc/v3 takes the last two in requests. Default for a
    new one: publish.
    """
    featured: bool
    """Whether the shop features it. Default for a new one: false."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where shoppers come across it: catalogue and search, one of them, or nowhere. Default for a new one: visible."""
    description: str | ClearWithText
    """Long text. Rendered in context `view`, as stored in context `edit` and after a write. CLEAR sends ""."""
    short_description: str | ClearWithText
    """Teaser text, rendered or as stored just like `description`. CLEAR sends ""."""
    sku: str | ClearWithText
    """Article number of the merchant; empty or unique in the whole store, the trash included. CLEAR sends ""."""
    regular_price: DecimalInput | ClearWithText
    """Price outside of sales; always empty on variable and grouped products. Not kept on variable and grouped products,
    whose prices are those of their variations and parts. CLEAR sends "".
    """
    sale_price: DecimalInput | ClearWithText
    """Reduced price. Not kept unless it is below the regular price, and on variable and grouped products. CLEAR sends
    "".
    """
    date_on_sale_from: LocalDateTimeInput | ClearWithText | None
    """First moment of the sale, shop time; null for no start. Null in a request changes nothing. CLEAR sends ""."""
    date_on_sale_from_gmt: UtcDateTimeInput | ClearWithText | None
    """First moment of the sale, UTC. CLEAR sends ""."""
    date_on_sale_to: LocalDateTimeInput | ClearWithText | None
    """Last moment of the sale, shop time; null for no end. Null in a request changes nothing. CLEAR sends ""."""
    date_on_sale_to_gmt: UtcDateTimeInput | ClearWithText | None
    """Last moment of the sale, UTC. CLEAR sends ""."""
    virtual: bool
    """Whether there is nothing to ship. Not kept on variable products, whose variations have it. Default for a new one:
    false.
    """
    downloadable: bool
    """Whether buyers get files. Not kept on variable products, whose variations have it. Default for a new one:
    false.
    """
    downloads: Sequence[ProductDownloadInput] | ClearWithList
    """Files for buyers. Kept from a request only if the product is downloadable. CLEAR sends []."""
    download_limit: LimitInput | Annotated[Clear, "clear", -1]
    """Downloads per purchase; -1 for no limit. Not kept unless `downloadable` is on, which can be sent with it. Default
    for a new one: -1. CLEAR sends -1.
    """
    download_expiry: LimitInput | Annotated[Clear, "clear", -1]
    """Days for which a download stays open; -1 for no limit. Not kept unless `downloadable` is on, which can be sent
    with it. Default for a new one: -1. CLEAR sends -1.
    """
    external_url: str | ClearWithText
    """Shop that sells an external product; empty on all other kinds. Not kept on all but external products. CLEAR sends
    "".
    """
    button_text: str | ClearWithText
    """Label of the button that leads there; empty on all but external products. Not kept on all but external products.
    CLEAR sends "".
    """
    tax_status: Literal["taxable", "shipping", "none"]
    """Whether tax is due on price and shipping, on shipping alone or not at all. Default for a new one: taxable."""
    tax_class: str | ClearWithText
    """Slug of the tax class; empty for the standard rate, `parent` only on variations. Not kept unless the shop has a
    class of that slug; empty is the standard one. CLEAR sends "".
    """
    manage_stock: bool
    """Whether the store counts units; `parent` on a variation whose units its product counts. Not kept in a shop that
    counts no stock at all (setting `woocommerce_manage_stock`), and on grouped products. Default for a new one:
    false.
    """
    stock_quantity: QuantityInput
    """Units left, whole unless a plugin allows fractions; null when nobody counts. Not kept unless `manage_stock` is
    on, which can be sent with it.
    """
    backorders: Literal["no", "notify", "yes"]
    """Whether customers may order more than is in stock, with or without a notice. Not kept unless `manage_stock` is
    on, which can be sent with it. Default for a new one: no.
    """
    low_stock_amount: int | ClearWithNull | None
    """Stock at which the merchant is warned; null for the setting of the store. Not kept unless `manage_stock` is on,
    which can be sent with it. CLEAR sends None.
    """
    sold_individually: bool
    """Whether an order may hold only one of it. Default for a new one: false."""
    weight: DecimalInput | ClearWithText
    """Weight in the unit of the store. CLEAR sends ""."""
    dimensions: ProductDimensionsInput
    """Size of the packed article."""
    shipping_class: str | ClearWithText
    """Slug of the shipping class; empty for none. Not kept unless the shop has a class of that slug. CLEAR sends ""."""
    reviews_allowed: bool
    """Whether shoppers may review it. Default for a new one: true."""
    upsell_ids: Sequence[int] | ClearWithList
    """Products recommended on its page in its place. CLEAR sends []."""
    cross_sell_ids: Sequence[int] | ClearWithList
    """Products offered in the cart beside it. CLEAR sends []."""
    parent_id: int | ClearWithZero
    """Product above this one; 0 for none. CLEAR sends 0."""
    purchase_note: str | ClearWithText
    """Text for the buyer in the order mails, rendered or as stored just like `description`. CLEAR sends ""."""
    categories: Sequence[ProductTermInput] | ClearWithList
    """Categories it is in. An empty list in a request means the default category. CLEAR sends []."""
    brands: Sequence[ProductTermInput]
    """Brands it belongs to. An empty list in a request changes nothing; `[{"id": 0}]` takes all away. New in
    WooCommerce 9.6.
    """
    tags: Sequence[ProductTagTermInput] | ClearWithList
    """Its tags. CLEAR sends []."""
    images: Sequence[ProductImageInput] | ClearWithList
    """Pictures, the main one first. A request replaces them all. Up to wc/v2 one with id 0 stands for none. CLEAR sends
    [].
    """
    attributes: Sequence[ProductAttributeChoiceInput] | ClearWithList
    """Traits such as size or glaze. A request replaces them all. CLEAR sends []."""
    default_attributes: Sequence[ProductDefaultAttributeInput] | ClearWithList
    """Options that a variable product's page preselects. CLEAR sends []."""
    grouped_products: Sequence[int] | ClearWithList
    """Numbers of the products in a grouped product; ignored on other kinds. CLEAR sends []."""
    menu_order: Int32Input
    """Place in lists sorted by hand, low numbers first."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""
    stock_status: Literal["instock", "outofstock", "onbackorder"] | str
    """Availability. Not kept while `manage_stock` is on, as it follows the quantity then, and on external products.
    Default for a new one: instock.
    """
    post_password: str | ClearWithText
    """Password that opens the product page; empty for none. CLEAR sends "". New in WooCommerce 8.1."""
    global_unique_id: str | ClearWithText
    """Barcode number such as a GTIN, EAN or ISBN; empty or unique in the store. CLEAR sends "". New in WooCommerce
    9.2.
    """
    cost_of_goods_sold: ProductCostInput
    """What the article costs the merchant; only where that feature is on. New in WooCommerce 9.5."""
    inventory_delta: QuantityInput
    """Change of the stock, negative to take away; ignored beside `stock_quantity`. Not kept unless `manage_stock` is
    on, which can be sent with it.
    """


class ProductBatchItem(ProductUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductCreate(ProductUpdate, total=False):
    """A new product. Nothing is required."""
