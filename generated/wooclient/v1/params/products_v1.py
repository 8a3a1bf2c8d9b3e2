"""What calls about products v1 of wc/v1 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Required, TypedDict

from wooclient._runtime.declared import (
    DateInput,
    DecimalInput,
    Int32Input,
    LimitInput,
    LocalDateTimeInput,
    QuantityInput,
)
from wooclient._runtime.inputs import Clear, ClearWithList, ClearWithText, ClearWithZero, Parameters
from wooclient.v1.params.products_parts import (
    ProductAttributeChoiceInput,
    ProductDefaultAttributeInput,
    ProductDimensionsInput,
    ProductDownloadInput,
    ProductTermInput,
)
from wooclient.v1.params.variations import VariationAttributeInput

#: Items of a list that are changed by their ids: the field in which null takes one away, then those named again.
ROWS: dict[str, tuple[str, ...]] = {
    "ProductVariationV1Input": ("",),
}


class ProductImageV1Input(TypedDict, total=False):
    """A picture. Requests give the id of an upload, or an address from which the store fetches a new one."""

    id: int
    """Number of the picture in the media library; 0 for the placeholder."""
    src: str
    """Address of the full-size file."""
    name: str
    """Title in the media library."""
    alt: str
    """Text for those who cannot see it; an empty one in a request changes nothing."""
    position: int
    """Place among the pictures. Only one sent with 0 becomes the main picture."""


class ProductV1Batch(Parameters, total=False):
    """Several changes to items of type ProductV1 in one request."""

    create: Sequence[ProductV1Create]
    """Items to make."""
    update: Sequence[ProductV1BatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductV1Update(Parameters, total=False):
    """Changes to a product; what is left out stays as it is."""

    name: str
    """Title shown in the shop; may hold HTML."""
    slug: str
    """Last part of the address; made from the name when left out."""
    type: Literal["simple", "grouped", "external", "variable"] | str
    """Kind of product; plugins add kinds, for example `subscription`. Default for a new one: simple."""
    status: Literal["draft", "pending", "private", "publish", "future"]
    """Where it stands between draft, publication and trash. Default for a new one: publish."""
    featured: bool
    """Whether the shop features it. Default for a new one: false."""
    catalog_visibility: Literal["visible", "catalog", "search", "hidden"]
    """Where shoppers come across it: catalogue and search, one of them, or nowhere. Default for a new one: visible."""
    description: str | ClearWithText
    """Long text. CLEAR sends ""."""
    short_description: str | ClearWithText
    """Teaser text. CLEAR sends ""."""
    sku: str | ClearWithText
    """Article number of the merchant; empty or unique in the store. CLEAR sends ""."""
    regular_price: DecimalInput | ClearWithText
    """Price outside of sales. Not kept on variable and grouped products, whose prices are those of their variations and
    parts. CLEAR sends "".
    """
    sale_price: DecimalInput | ClearWithText
    """Reduced price. Not kept unless it is below the regular price, and on variable and grouped products. CLEAR sends
    "".
    """
    date_on_sale_from: DateInput | LocalDateTimeInput | ClearWithText
    """First day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment. CLEAR sends "".
    """
    date_on_sale_to: DateInput | LocalDateTimeInput | ClearWithText
    """Last day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment. CLEAR sends "".
    """
    virtual: bool
    """Whether there is nothing to ship. Not kept on variable products, whose variations have it. Default for a new one:
    false.
    """
    downloadable: bool
    """Whether buyers get files. Not kept on variable products, whose variations have it. Default for a new one:
    false.
    """
    downloads: Sequence[ProductDownloadInput] | ClearWithList
    """Files for buyers. Kept from a request only if it is downloadable. CLEAR sends []."""
    download_limit: LimitInput | Annotated[Clear, "clear", -1]
    """Downloads per purchase; -1 for no limit. Not kept unless `downloadable` is on, which can be sent with it. Default
    for a new one: -1. CLEAR sends -1.
    """
    download_expiry: LimitInput | Annotated[Clear, "clear", -1]
    """Days for which a download stays open; -1 for no limit. Not kept unless `downloadable` is on, which can be sent
    with it. Default for a new one: -1. CLEAR sends -1.
    """
    download_type: Literal["standard"]
    """Always the same; of no effect. Default for a new one: standard."""
    external_url: str | ClearWithText
    """Shop that sells an external product; empty on other kinds. Not kept on all but external products. CLEAR sends
    "".
    """
    button_text: str | ClearWithText
    """Label of the button that leads there. Not kept on all but external products. CLEAR sends ""."""
    tax_status: Literal["taxable", "shipping", "none"]
    """Whether tax is due on price and shipping, on shipping alone or not at all. Default for a new one: taxable."""
    tax_class: str | ClearWithText
    """Slug of the tax class; empty for the standard rate. Not kept unless the shop has a class of that slug; empty is
    the standard one. CLEAR sends "".
    """
    manage_stock: bool
    """Whether the store counts units; `parent` on a variation whose units its product counts. Not kept in a shop that
    counts no stock at all (setting `woocommerce_manage_stock`), and on grouped products. Default for a new one:
    false.
    """
    stock_quantity: QuantityInput
    """Units left; null when nobody counts. Not kept unless `manage_stock` is on, which can be sent with it."""
    in_stock: bool
    """Whether it can be bought; backorders count. Not kept while `manage_stock` is on, as it follows the quantity then,
    and on external products. Default for a new one: true.
    """
    backorders: Literal["no", "notify", "yes"]
    """Whether customers may order more than is in stock, with or without a notice. Not kept unless `manage_stock` is
    on, which can be sent with it. Default for a new one: no.
    """
    sold_individually: bool
    """Whether an order may hold only one of it. Default for a new one: false."""
    weight: DecimalInput | ClearWithText
    """Weight in the unit of the store. CLEAR sends ""."""
    dimensions: ProductDimensionsInput
    """Size of the packed article."""
    shipping_class: str | ClearWithText
    """Slug of the shipping class. Not kept unless the shop has a class of that slug. CLEAR sends ""."""
    reviews_allowed: bool
    """Whether shoppers may review it. Default for a new one: true."""
    upsell_ids: Sequence[int] | ClearWithList
    """Products recommended on its page in its place. CLEAR sends []."""
    cross_sell_ids: Sequence[int] | ClearWithList
    """Products offered in the cart beside it. CLEAR sends []."""
    parent_id: int | ClearWithZero
    """Product above this one; 0 for none. CLEAR sends 0."""
    purchase_note: str | ClearWithText
    """Words for the buyer in the order mails. CLEAR sends ""."""
    categories: Sequence[ProductTermInput] | ClearWithList
    """Categories it is in. CLEAR sends []."""
    tags: Sequence[ProductTermInput] | ClearWithList
    """Tags it bears; requests name them by number. CLEAR sends []."""
    images: Sequence[ProductImageV1Input]
    """Pictures, the main one first; one with id 0 stands for none. Requests replace those after the main one."""
    attributes: Sequence[ProductAttributeChoiceInput] | ClearWithList
    """Traits such as size or glaze. A request replaces them all. CLEAR sends []."""
    default_attributes: Sequence[ProductDefaultAttributeInput] | ClearWithList
    """Options that a variable product's page preselects. CLEAR sends []."""
    variations: Sequence[ProductVariationV1Input]
    """The variations of a variable product. Requests change those with an `id`, add the others and remove none; each
    gets its place in the list as its place in the shop.
    """
    menu_order: Int32Input
    """Place in lists sorted by hand, low numbers first."""
    brands: Sequence[ProductTermInput]
    """Brands it belongs to. The store does not announce that requests may set them. Unlike later versions, an empty
    list takes all away. New in WooCommerce 9.6.
    """
    inventory_delta: QuantityInput
    """Change of the stock, negative to take away; ignored beside `stock_quantity`. Not kept unless `manage_stock` is
    on, which can be sent with it.
    """


class ProductV1BatchItem(ProductV1Update, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductV1Create(ProductV1Update, total=False):
    """A new product. Nothing is required."""


class ProductVariationV1Input(TypedDict, total=False):
    """One purchasable form of a variable product. Much is inherited when empty."""

    id: int
    """Number of the variation. Requests without it add a new one."""
    sku: str | ClearWithText
    """Article number; that of the product when it has none of its own. CLEAR sends ""."""
    regular_price: DecimalInput | ClearWithText
    """Price outside of sales. CLEAR sends ""."""
    sale_price: DecimalInput | ClearWithText
    """Reduced price; dropped unless below the regular one. CLEAR sends ""."""
    date_on_sale_from: DateInput | LocalDateTimeInput | ClearWithText
    """First day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment. CLEAR sends "".
    """
    date_on_sale_to: DateInput | LocalDateTimeInput | ClearWithText
    """Last day of the sale, counted in UTC, or empty. Requests take a moment of shop time, or a day for its first
    moment. CLEAR sends "".
    """
    visible: bool
    """Whether shoppers get to see it; false in a request switches it off. Default: true."""
    virtual: bool
    """Whether there is nothing to ship. Default: false."""
    downloadable: bool
    """Whether buyers get files. Default: false."""
    downloads: Sequence[ProductDownloadInput] | ClearWithList
    """Files for buyers. Kept from a request only if it is downloadable. CLEAR sends []."""
    download_limit: LimitInput | Annotated[Clear, "clear", -1]
    """Downloads per purchase; -1 for no limit. Not kept unless `downloadable` is on, which can be sent with it.
    Default: -1. CLEAR sends -1.
    """
    download_expiry: LimitInput | Annotated[Clear, "clear", -1]
    """Days for which a download stays open; -1 for no limit. Not kept unless `downloadable` is on, which can be sent
    with it. Default: -1. CLEAR sends -1.
    """
    tax_class: str | ClearWithText
    """Slug of the tax class; empty for the standard rate. Not kept unless the shop has a class of that slug; empty is
    the standard one. CLEAR sends "".
    """
    manage_stock: bool
    """Whether the store counts units; `parent` on a variation whose units its product counts. Not kept in a shop that
    counts no stock at all (setting `woocommerce_manage_stock`), and on grouped products. Default: false.
    """
    stock_quantity: QuantityInput
    """Units left; null when nobody counts. Not kept unless `manage_stock` is on, which can be sent with it."""
    in_stock: bool
    """Whether it can be bought; backorders count. Not kept while `manage_stock` is on, as it follows the quantity then,
    and on external products. Default: true.
    """
    backorders: Literal["no", "notify", "yes"]
    """Whether customers may order more than is in stock, with or without a notice. Not kept unless `manage_stock` is
    on, which can be sent with it. Default: no.
    """
    weight: DecimalInput | ClearWithText
    """Weight in the unit of the store. CLEAR sends ""."""
    dimensions: ProductDimensionsInput
    """Size of the packed article."""
    shipping_class: str | ClearWithText
    """Slug of the shipping class. Not kept unless the shop has a class of that slug. CLEAR sends ""."""
    image: Sequence[ProductImageV1Input]
    """Its picture in a list; one with id 0 stands for none. Requests give a list of one."""
    attributes: Sequence[VariationAttributeInput] | ClearWithList
    """The choice that leads here. An attribute left out stands for any of its options. CLEAR sends []."""
    inventory_delta: QuantityInput
    """Change of the stock, negative to take away; ignored beside `stock_quantity`. Not kept unless `manage_stock` is
    on, which can be sent with it.
    """
