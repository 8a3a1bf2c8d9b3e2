"""Products of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import NotKept, Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.lookup import Found
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.common import MetaData
    from wooclient.v3.models.products import Product
    from wooclient.v3.models.products_batch import ProductBatchResult
    from wooclient.v3.models.products_duplicate import ProductDuplicate
    from wooclient.v3.models.products_parts import ProductRelated
    from wooclient.v3.params.products import (
        ProductBatch,
        ProductCreate,
        ProductCustomFieldNamesParams,
        ProductDeleteParams,
        ProductGetParams,
        ProductListParams,
        ProductRelatedParams,
        ProductSuggestedProductsParams,
        ProductUpdate,
    )
    from wooclient.v3.resources.attributes import AsyncProductsAttributes, ProductsAttributes
    from wooclient.v3.resources.brands import AsyncProductsBrands, ProductsBrands
    from wooclient.v3.resources.categories import AsyncProductsCategories, ProductsCategories
    from wooclient.v3.resources.reviews import AsyncProductsReviews, ProductsReviews
    from wooclient.v3.resources.shipping_classes import AsyncProductsShippingClasses, ProductsShippingClasses
    from wooclient.v3.resources.tags import AsyncProductsTags, ProductsTags
    from wooclient.v3.resources.variations import AsyncProductsVariations, ProductsVariations

#: What the store may not keep of a request, without a word.
_NOT_KEPT = (
    NotKept("regular_price", "on variable and grouped products, whose prices are those of their variations and parts"),
    NotKept("sale_price", "unless it is below the regular price, and on variable and grouped products", nothing="0"),
    NotKept("virtual", "on variable products, whose variations have it"),
    NotKept("downloadable", "on variable products, whose variations have it"),
    NotKept("download_limit", "unless `downloadable` is on, which can be sent with it"),
    NotKept("download_expiry", "unless `downloadable` is on, which can be sent with it"),
    NotKept("external_url", "on all but external products"),
    NotKept("button_text", "on all but external products"),
    NotKept("tax_class", "unless the shop has a class of that slug; empty is the standard one", nothing="standard"),
    NotKept(
        "manage_stock",
        "in a shop that counts no stock at all (setting `woocommerce_manage_stock`), and on grouped products",
    ),
    NotKept("stock_quantity", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("backorders", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("low_stock_amount", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("shipping_class", "unless the shop has a class of that slug"),
    NotKept("stock_status", "while `manage_stock` is on, as it follows the quantity then, and on external products"),
    NotKept("inventory_delta", "unless `manage_stock` is on, which can be sent with it", empty="stock_quantity"),
)
PRODUCTS_LIST: Operation[list[Product]] = Operation(
    V3,
    "products.list",
    "GET",
    "/products",
    "products.Product",
    "items",
    query="products.ProductListParams",
    paging="pages",
)
PRODUCTS_CREATE: Operation[Product] = Operation(
    V3, "products.create", "POST", "/products", "products.Product", body="products.ProductCreate", not_kept=_NOT_KEPT
)
PRODUCTS_GET: Operation[Product] = Operation(
    V3, "products.get", "GET", "/products/{id}", "products.Product", query="products.ProductGetParams"
)
PRODUCTS_UPDATE: Operation[Product] = Operation(
    V3,
    "products.update",
    "PUT",
    "/products/{id}",
    "products.Product",
    body="products.ProductUpdate",
    not_kept=_NOT_KEPT,
)
PRODUCTS_DELETE: Operation[Product] = Operation(
    V3, "products.delete", "DELETE", "/products/{id}", "products.Product", query="products.ProductDeleteParams"
)
PRODUCTS_BATCH: Operation[ProductBatchResult] = Operation(
    V3,
    "products.batch",
    "POST",
    "/products/batch",
    "products_batch.ProductBatchResult",
    "item_or_empty",
    body="products.ProductBatch",
    batch_limit=100,
    not_kept=_NOT_KEPT,
)
PRODUCTS_SUGGESTED_PRODUCTS: Operation[list[Product]] = Operation(
    V3,
    "products.suggested_products",
    "GET",
    "/products/suggested-products",
    "products.Product",
    "items",
    query="products.ProductSuggestedProductsParams",
    paging="pages",
)
PRODUCTS_DUPLICATE: Operation[ProductDuplicate] = Operation(
    V3,
    "products.duplicate",
    "POST",
    "/products/{id}/duplicate",
    "products_duplicate.ProductDuplicate",
    body="products.ProductUpdate",
    not_kept=_NOT_KEPT,
)
PRODUCTS_RELATED: Operation[ProductRelated] = Operation(
    V3,
    "products.related",
    "GET",
    "/products/{id}/related",
    "products_parts.ProductRelated",
    query="products.ProductRelatedParams",
)
PRODUCTS_CUSTOM_FIELDS_NAMES: Operation[list[str]] = Operation(
    V3,
    "products.custom_fields.names",
    "GET",
    "/products/custom-fields/names",
    "str",
    "items",
    query="products.ProductCustomFieldNamesParams",
    paging="pages",
)


class Products(Resource):
    """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""

    @cached_property
    def custom_fields(self) -> ProductsCustomFields:
        """Names of the custom fields that products carry."""
        return ProductsCustomFields(self._client)

    @cached_property
    def variations(self) -> ProductsVariations:
        """The purchasable forms of a variable product, one for each choice of options."""
        from wooclient.v3.resources.variations import ProductsVariations

        return ProductsVariations(self._client)

    @cached_property
    def categories(self) -> ProductsCategories:
        """Product categories, which can be nested."""
        from wooclient.v3.resources.categories import ProductsCategories

        return ProductsCategories(self._client)

    @cached_property
    def tags(self) -> ProductsTags:
        """Free keywords on products."""
        from wooclient.v3.resources.tags import ProductsTags

        return ProductsTags(self._client)

    @cached_property
    def brands(self) -> ProductsBrands:
        """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""
        from wooclient.v3.resources.brands import ProductsBrands

        return ProductsBrands(self._client)

    @cached_property
    def shipping_classes(self) -> ProductsShippingClasses:
        """Kinds of goods that shipping methods can price differently."""
        from wooclient.v3.resources.shipping_classes import ProductsShippingClasses

        return ProductsShippingClasses(self._client)

    @cached_property
    def attributes(self) -> ProductsAttributes:
        """Global attributes, shared by all products, with the terms they can take."""
        from wooclient.v3.resources.attributes import ProductsAttributes

        return ProductsAttributes(self._client)

    @cached_property
    def reviews(self) -> ProductsReviews:
        """What customers write about products, with stars."""
        from wooclient.v3.resources.reviews import ProductsReviews

        return ProductsReviews(self._client)

    @cached_property
    def meta(self) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, PRODUCTS_GET, PRODUCTS_UPDATE)

    def list(self, **params: Unpack[ProductListParams]) -> Page[Product]:
        """List products.

        One page of products of all kinds and statuses, newest first. Variations are among them only if a filter looks
        at SKUs or barcode numbers.

        `GET /wp-json/wc/v3/products`.
        """
        return self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> Iterator[Product]:
        """Walk all pages of products.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[ProductListParams]
    ) -> Iterator[Product]:
        """Walk all records that changed at `when` or later.

        Pass an aware datetime: `datetime.now(UTC)` is aware, `datetime.now()` is naive. A naive one, or text without an
        offset, is shop time, whatever the zone of this machine is. Records of that very second may come again next
        time.

        `prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds.
        """
        return self._modified(PRODUCTS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductListParams]) -> tuple[Partition[Product], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_LIST, n, params)

    def by_sku(self, values: Iterable[str], /, **params: Unpack[ProductListParams]) -> Found[Product]:
        """Find products by `sku`; any number of values may be given.

        Returns a mapping from each value to its record. Values without a record are in its attribute `missing`. One
        request finds about 100 values. Letter case and blanks at the ends do not matter. A value with a comma takes a
        request of its own. If several records have one value, the oldest is given, and `duplicates` has all of them.
        `params` narrow the search, as in `list`. Records in the trash are not found.

        Raises ValueError for an empty value, and RequestError or one of its kinds.
        """
        return self._lookup(PRODUCTS_LIST, "sku", "sku", values, params)

    def create(self, **fields: Unpack[ProductCreate]) -> Product:
        """Create a product.

        Adds a product, published at once unless `status` says otherwise. Pictures given by address are downloaded
        before the store answers, which takes time; the answer is in context `edit`. Write prices with a decimal point.
        A store drops the comma, so that `12,5` becomes 125, unless it is its own decimal separator. An unreadable sale
        date becomes 1970-01-01, or null in shops on UTC.

        `POST /wp-json/wc/v3/products`.
        """
        return self._call(PRODUCTS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> Product:
        """Fetch a product.

        One product. The number of a variation works too and gives it in the shape of a product.

        `GET /wp-json/wc/v3/products/{id}`.
        """
        return self._call(PRODUCTS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductUpdate]) -> Product:
        """Change a product.

        Changes the fields that are sent. Lists such as images and attributes are replaced as a whole. A missing product
        is 400 here, not 404. Commas in prices and unreadable dates are treated as in a new product.

        `PUT /wp-json/wc/v3/products/{id}`.
        """
        return self._call(PRODUCTS_UPDATE, fields, id)

    def save(self, record: Product, /) -> Product:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Product:
        """Delete a product.

        Moves a product to the trash, or removes it permanently with `force`; the variations of a variable product go
        with it. The answer shows it as it was before.

        `DELETE /wp-json/wc/v3/products/{id}`.
        """
        return self._call(PRODUCTS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Product] | None = None,
        **fields: Unpack[ProductBatch],
    ) -> BatchResult[Product]:
        """Create, change and delete products together.

        Carries out up to 100 changes, creations first and deletions last. An item that fails does not stop the others;
        fields are not checked as strictly as in single requests, and null leaves a text as it is.

        `POST /wp-json/wc/v3/products/batch`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order create, update, delete. With several at once, all creations still end before the first update begins, all
        updates before the first deletion, and no two requests are about the same id; for the rest, any order may
        happen. So leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing; see
        `BatchResult.raise_for_errors`.
        """
        return self._batch(
            PRODUCTS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

    def iter_suggested_products(
        self, *, prefetch: int = 0, **params: Unpack[ProductSuggestedProductsParams]
    ) -> Iterator[Product]:
        """Walk all pages of products.suggested_products. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_SUGGESTED_PRODUCTS, params, prefetch=prefetch)

    def suggested_products(self, **params: Unpack[ProductSuggestedProductsParams]) -> Page[Product]:
        """Suggest products by category and tag.

        Products that share the given categories or tags, for offers beside something else. The usual filters narrow the
        suggestions further. Without any suggestion the list is empty and has no totals. New in WooCommerce 8.6.

        `GET /wp-json/wc/v3/products/suggested-products`.
        """
        return self._page(PRODUCTS_SUGGESTED_PRODUCTS, params)

    def duplicate(self, id: int, /, **fields: Unpack[ProductUpdate]) -> ProductDuplicate:
        """Copy a product.

        Makes a draft copy of a product with its variations. Fields in the body are set on the copy alone. The answer is
        the raw copy and differs from other answers about products. New in WooCommerce 8.9.

        `POST /wp-json/wc/v3/products/{id}/duplicate`.
        """
        return self._call(PRODUCTS_DUPLICATE, fields, id)

    def related(self, id: int, /, **params: Unpack[ProductRelatedParams]) -> ProductRelated:
        """Find related products.

        Numbers of a few products with the same categories or tags, chosen at random for each request. New in
        WooCommerce 10.5.

        `GET /wp-json/wc/v3/products/{id}/related`.
        """
        return self._call(PRODUCTS_RELATED, params, id)


class AsyncProducts(AsyncResource):
    """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""

    @cached_property
    def custom_fields(self) -> AsyncProductsCustomFields:
        """Names of the custom fields that products carry."""
        return AsyncProductsCustomFields(self._client)

    @cached_property
    def variations(self) -> AsyncProductsVariations:
        """The purchasable forms of a variable product, one for each choice of options."""
        from wooclient.v3.resources.variations import AsyncProductsVariations

        return AsyncProductsVariations(self._client)

    @cached_property
    def categories(self) -> AsyncProductsCategories:
        """Product categories, which can be nested."""
        from wooclient.v3.resources.categories import AsyncProductsCategories

        return AsyncProductsCategories(self._client)

    @cached_property
    def tags(self) -> AsyncProductsTags:
        """Free keywords on products."""
        from wooclient.v3.resources.tags import AsyncProductsTags

        return AsyncProductsTags(self._client)

    @cached_property
    def brands(self) -> AsyncProductsBrands:
        """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""
        from wooclient.v3.resources.brands import AsyncProductsBrands

        return AsyncProductsBrands(self._client)

    @cached_property
    def shipping_classes(self) -> AsyncProductsShippingClasses:
        """Kinds of goods that shipping methods can price differently."""
        from wooclient.v3.resources.shipping_classes import AsyncProductsShippingClasses

        return AsyncProductsShippingClasses(self._client)

    @cached_property
    def attributes(self) -> AsyncProductsAttributes:
        """Global attributes, shared by all products, with the terms they can take."""
        from wooclient.v3.resources.attributes import AsyncProductsAttributes

        return AsyncProductsAttributes(self._client)

    @cached_property
    def reviews(self) -> AsyncProductsReviews:
        """What customers write about products, with stars."""
        from wooclient.v3.resources.reviews import AsyncProductsReviews

        return AsyncProductsReviews(self._client)

    @cached_property
    def meta(self) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, PRODUCTS_GET, PRODUCTS_UPDATE)

    async def list(self, **params: Unpack[ProductListParams]) -> Page[Product]:
        """List products: `GET /wp-json/wc/v3/products`."""
        return await self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> AsyncIterator[Product]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[ProductListParams]
    ) -> AsyncIterator[Product]:
        """Walk all records that changed at `when` or later."""
        return self._modified(PRODUCTS_LIST, when, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[ProductListParams]) -> tuple[Partition[Product], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_LIST, n, params)

    async def by_sku(self, values: Iterable[str], /, **params: Unpack[ProductListParams]) -> Found[Product]:
        """Find products by `sku`; any number of values may be given."""
        return await self._lookup(PRODUCTS_LIST, "sku", "sku", values, params)

    async def create(self, **fields: Unpack[ProductCreate]) -> Product:
        """Create a product: `POST /wp-json/wc/v3/products`."""
        return await self._call(PRODUCTS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> Product:
        """Fetch a product: `GET /wp-json/wc/v3/products/{id}`."""
        return await self._call(PRODUCTS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductUpdate]) -> Product:
        """Change a product: `PUT /wp-json/wc/v3/products/{id}`."""
        return await self._call(PRODUCTS_UPDATE, fields, id)

    async def save(self, record: Product, /) -> Product:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Product:
        """Delete a product: `DELETE /wp-json/wc/v3/products/{id}`."""
        return await self._call(PRODUCTS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Product] | None = None,
        **fields: Unpack[ProductBatch],
    ) -> BatchResult[Product]:
        """Create, change and delete products together: `POST /wp-json/wc/v3/products/batch`."""
        return await self._batch(
            PRODUCTS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

    def iter_suggested_products(
        self, *, prefetch: int = 0, **params: Unpack[ProductSuggestedProductsParams]
    ) -> AsyncIterator[Product]:
        """Walk all pages of products.suggested_products. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_SUGGESTED_PRODUCTS, params, prefetch=prefetch)

    async def suggested_products(self, **params: Unpack[ProductSuggestedProductsParams]) -> Page[Product]:
        """Suggest products by category and tag: `GET /wp-json/wc/v3/products/suggested-products`."""
        return await self._page(PRODUCTS_SUGGESTED_PRODUCTS, params)

    async def duplicate(self, id: int, /, **fields: Unpack[ProductUpdate]) -> ProductDuplicate:
        """Copy a product: `POST /wp-json/wc/v3/products/{id}/duplicate`."""
        return await self._call(PRODUCTS_DUPLICATE, fields, id)

    async def related(self, id: int, /, **params: Unpack[ProductRelatedParams]) -> ProductRelated:
        """Find related products: `GET /wp-json/wc/v3/products/{id}/related`."""
        return await self._call(PRODUCTS_RELATED, params, id)


class ProductsCustomFields(Resource):
    """Names of the custom fields that products carry."""

    def iter_names(self, *, prefetch: int = 0, **params: Unpack[ProductCustomFieldNamesParams]) -> Iterator[str]:
        """Walk all pages of products.custom_fields.names. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_CUSTOM_FIELDS_NAMES, params, prefetch=prefetch)

    def names(self, **params: Unpack[ProductCustomFieldNamesParams]) -> Page[str]:
        """List names of custom fields.

        One page of the keys under which products have custom fields, in alphabetical order. Keys that begin with an
        underscore are left out. New in WooCommerce 9.2.

        `GET /wp-json/wc/v3/products/custom-fields/names`.
        """
        return self._page(PRODUCTS_CUSTOM_FIELDS_NAMES, params)


class AsyncProductsCustomFields(AsyncResource):
    """Names of the custom fields that products carry."""

    def iter_names(self, *, prefetch: int = 0, **params: Unpack[ProductCustomFieldNamesParams]) -> AsyncIterator[str]:
        """Walk all pages of products.custom_fields.names. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_CUSTOM_FIELDS_NAMES, params, prefetch=prefetch)

    async def names(self, **params: Unpack[ProductCustomFieldNamesParams]) -> Page[str]:
        """List names of custom fields: `GET /wp-json/wc/v3/products/custom-fields/names`."""
        return await self._page(PRODUCTS_CUSTOM_FIELDS_NAMES, params)
