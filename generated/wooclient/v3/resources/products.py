"""Products of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.products import Product, ProductBatchResult, ProductDuplicate
    from wooclient.v3.params.products import (
        ProductBatch,
        ProductCreate,
        ProductCustomFieldNamesParams,
        ProductDeleteParams,
        ProductGetParams,
        ProductListParams,
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

PRODUCTS_LIST: Operation[list[Product]] = Operation(
    VERSION,
    "products.list",
    "GET",
    "/products",
    "products.Product",
    "items",
    query="products.ProductListParams",
    paging="pages",
)

PRODUCTS_CREATE: Operation[Product] = Operation(
    VERSION, "products.create", "POST", "/products", "products.Product", body="products.ProductCreate"
)

PRODUCTS_GET: Operation[Product] = Operation(
    VERSION, "products.get", "GET", "/products/{id}", "products.Product", query="products.ProductGetParams"
)

PRODUCTS_UPDATE: Operation[Product] = Operation(
    VERSION, "products.update", "PUT", "/products/{id}", "products.Product", body="products.ProductUpdate"
)

PRODUCTS_DELETE: Operation[Product] = Operation(
    VERSION, "products.delete", "DELETE", "/products/{id}", "products.Product", query="products.ProductDeleteParams"
)

PRODUCTS_BATCH: Operation[ProductBatchResult] = Operation(
    VERSION,
    "products.batch",
    "POST",
    "/products/batch",
    "products.ProductBatchResult",
    "item_or_empty",
    body="products.ProductBatch",
    batch_limit=100,
)

PRODUCTS_DUPLICATE: Operation[ProductDuplicate] = Operation(
    VERSION,
    "products.duplicate",
    "POST",
    "/products/{id}/duplicate",
    "products.ProductDuplicate",
    body="products.ProductUpdate",
)

PRODUCTS_SUGGESTED_PRODUCTS: Operation[list[Product]] = Operation(
    VERSION,
    "products.suggested_products",
    "GET",
    "/products/suggested-products",
    "products.Product",
    "items",
    query="products.ProductSuggestedProductsParams",
    paging="pages",
)

PRODUCTS_CUSTOM_FIELDS_NAMES: Operation[list[str]] = Operation(
    VERSION,
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

    def list(self, **params: Unpack[ProductListParams]) -> Page[Product]:
        """List products.

        One page of products of all kinds and statuses, newest first. Variations turn up only when a filter looks at
        SKUs or trade numbers.

        `GET /wp-json/wc/v3/products`.
        """
        return self._page(PRODUCTS_LIST, params)

    def iter(self, **params: Unpack[ProductListParams]) -> Iterator[Product]:
        """Walk all pages of products.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_LIST, params)

    def create(self, **fields: Unpack[ProductCreate]) -> Product:
        """Create a product.

        Adds a product, published at once unless `status` says otherwise. Pictures given by address are downloaded
        before the store answers, which takes time; the answer is in context `edit`.

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
        is 400 here, not 404.

        `PUT /wp-json/wc/v3/products/{id}`.
        """
        return self._call(PRODUCTS_UPDATE, fields, id)

    def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Product:
        """Delete a product.

        Moves a product to the trash, or removes it for good with `force`; the variations of a variable product go with
        it. The answer shows it as it was before.

        `DELETE /wp-json/wc/v3/products/{id}`.
        """
        return self._call(PRODUCTS_DELETE, params, id)

    def batch(self, **fields: Unpack[ProductBatch]) -> ProductBatchResult:
        """Create, change and delete products together.

        Carries out up to 100 changes, creations first and deletions last. An item that fails does not stop the others;
        fields are not checked as strictly as in single requests, and null leaves a text as it is.

        `POST /wp-json/wc/v3/products/batch`.
        """
        return self._call(PRODUCTS_BATCH, fields)

    def duplicate(self, id: int, /, **fields: Unpack[ProductUpdate]) -> ProductDuplicate:
        """Copy a product.

        Makes a draft copy of a product with its variations. Fields in the body are set on the copy alone. The answer is
        the raw copy and differs from other answers about products.

        `POST /wp-json/wc/v3/products/{id}/duplicate`.
        """
        return self._call(PRODUCTS_DUPLICATE, fields, id)

    def iter_suggested_products(self, **params: Unpack[ProductSuggestedProductsParams]) -> Iterator[Product]:
        """Walk all pages of products.suggested_products, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_SUGGESTED_PRODUCTS, params)

    def suggested_products(self, **params: Unpack[ProductSuggestedProductsParams]) -> Page[Product]:
        """Suggest products by category and tag.

        Products that share the given categories or tags, for offers beside something else. The usual filters narrow the
        suggestions further. Without any suggestion the list is empty and has no totals.

        `GET /wp-json/wc/v3/products/suggested-products`.
        """
        return self._page(PRODUCTS_SUGGESTED_PRODUCTS, params)


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

    async def list(self, **params: Unpack[ProductListParams]) -> Page[Product]:
        """List products: `GET /wp-json/wc/v3/products`."""
        return await self._page(PRODUCTS_LIST, params)

    def iter(self, **params: Unpack[ProductListParams]) -> AsyncIterator[Product]:
        """Walk all pages of products.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_LIST, params)

    async def create(self, **fields: Unpack[ProductCreate]) -> Product:
        """Create a product: `POST /wp-json/wc/v3/products`."""
        return await self._call(PRODUCTS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> Product:
        """Fetch a product: `GET /wp-json/wc/v3/products/{id}`."""
        return await self._call(PRODUCTS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductUpdate]) -> Product:
        """Change a product: `PUT /wp-json/wc/v3/products/{id}`."""
        return await self._call(PRODUCTS_UPDATE, fields, id)

    async def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Product:
        """Delete a product: `DELETE /wp-json/wc/v3/products/{id}`."""
        return await self._call(PRODUCTS_DELETE, params, id)

    async def batch(self, **fields: Unpack[ProductBatch]) -> ProductBatchResult:
        """Create, change and delete products together: `POST /wp-json/wc/v3/products/batch`."""
        return await self._call(PRODUCTS_BATCH, fields)

    async def duplicate(self, id: int, /, **fields: Unpack[ProductUpdate]) -> ProductDuplicate:
        """Copy a product: `POST /wp-json/wc/v3/products/{id}/duplicate`."""
        return await self._call(PRODUCTS_DUPLICATE, fields, id)

    def iter_suggested_products(self, **params: Unpack[ProductSuggestedProductsParams]) -> AsyncIterator[Product]:
        """Walk all pages of products.suggested_products, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_SUGGESTED_PRODUCTS, params)

    async def suggested_products(self, **params: Unpack[ProductSuggestedProductsParams]) -> Page[Product]:
        """Suggest products by category and tag: `GET /wp-json/wc/v3/products/suggested-products`."""
        return await self._page(PRODUCTS_SUGGESTED_PRODUCTS, params)


class ProductsCustomFields(Resource):
    """Names of the custom fields that products carry."""

    def iter_names(self, **params: Unpack[ProductCustomFieldNamesParams]) -> Iterator[str]:
        """Walk all pages of products.custom_fields.names, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_CUSTOM_FIELDS_NAMES, params)

    def names(self, **params: Unpack[ProductCustomFieldNamesParams]) -> Page[str]:
        """List names of custom fields.

        One page of the keys under which products have custom fields, by the alphabet. Keys that begin with an
        underscore are left out. New in WooCommerce 9.2.

        `GET /wp-json/wc/v3/products/custom-fields/names`.
        """
        return self._page(PRODUCTS_CUSTOM_FIELDS_NAMES, params)


class AsyncProductsCustomFields(AsyncResource):
    """Names of the custom fields that products carry."""

    def iter_names(self, **params: Unpack[ProductCustomFieldNamesParams]) -> AsyncIterator[str]:
        """Walk all pages of products.custom_fields.names, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_CUSTOM_FIELDS_NAMES, params)

    async def names(self, **params: Unpack[ProductCustomFieldNamesParams]) -> Page[str]:
        """List names of custom fields: `GET /wp-json/wc/v3/products/custom-fields/names`."""
        return await self._page(PRODUCTS_CUSTOM_FIELDS_NAMES, params)
