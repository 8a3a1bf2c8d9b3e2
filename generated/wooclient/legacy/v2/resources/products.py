"""Products of wc-api/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import NotKept, Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v2.models.common import Message
    from wooclient.legacy.v2.models.orders import LegacyOrder
    from wooclient.legacy.v2.models.products import LegacyProduct, ProductsBulkAnswer
    from wooclient.legacy.v2.models.products_reviews import LegacyProductReview
    from wooclient.legacy.v2.params.products import (
        LegacyProductCreate,
        LegacyProductUpdate,
        ProductBySkuParams,
        ProductCountParams,
        ProductDeleteParams,
        ProductGetParams,
        ProductListParams,
        ProductOrderListParams,
    )
    from wooclient.legacy.v2.params.products_bulk import LegacyProductBulkItem
    from wooclient.legacy.v2.resources.attributes import AsyncProductsAttributes, ProductsAttributes
    from wooclient.legacy.v2.resources.categories import AsyncProductsCategories, ProductsCategories

#: What the store may not keep of a request, without a word.
_NOT_KEPT = (NotKept("stock_quantity", "unless `managing_stock` is on, which can be sent with it"),)
PRODUCTS_LIST: Operation[list[LegacyProduct]] = Operation(
    V2,
    "products.list",
    "GET",
    "/products",
    "products.LegacyProduct",
    "items",
    query="products.ProductListParams",
    paging="pages",
    request_envelope="products",
    answer_envelope="products",
)
PRODUCTS_CREATE: Operation[LegacyProduct] = Operation(
    V2,
    "products.create",
    "POST",
    "/products",
    "products.LegacyProduct",
    body="products.LegacyProductCreate",
    request_envelope="product",
    answer_envelope="product",
    not_kept=_NOT_KEPT,
)
PRODUCTS_COUNT: Operation[int] = Operation(
    V2,
    "products.count",
    "GET",
    "/products/count",
    "int",
    query="products.ProductCountParams",
    request_envelope="count",
    answer_envelope="count",
)
PRODUCTS_GET: Operation[LegacyProduct] = Operation(
    V2,
    "products.get",
    "GET",
    "/products/{id}",
    "products.LegacyProduct",
    query="products.ProductGetParams",
    request_envelope="product",
    answer_envelope="product",
)
PRODUCTS_UPDATE: Operation[LegacyProduct] = Operation(
    V2,
    "products.update",
    "PUT",
    "/products/{id}",
    "products.LegacyProduct",
    body="products.LegacyProductUpdate",
    request_envelope="product",
    answer_envelope="product",
    not_kept=_NOT_KEPT,
)
PRODUCTS_DELETE: Operation[Message] = Operation(
    V2, "products.delete", "DELETE", "/products/{id}", "common.Message", query="products.ProductDeleteParams"
)
PRODUCTS_BULK: Operation[list[ProductsBulkAnswer]] = Operation(
    V2,
    "products.bulk",
    "POST",
    "/products/bulk",
    "products.ProductsBulkAnswer",
    "items",
    body="products_bulk.LegacyProductBulkItem",
    request_envelope="products",
    answer_envelope="products",
    not_kept=_NOT_KEPT,
)
PRODUCTS_BY_SKU: Operation[LegacyProduct] = Operation(
    V2,
    "products.by_sku",
    "GET",
    "/products/sku/{sku}",
    "products.LegacyProduct",
    query="products.ProductBySkuParams",
    request_envelope="product",
    answer_envelope="product",
)
PRODUCTS_REVIEWS_LIST: Operation[list[LegacyProductReview]] = Operation(
    V2,
    "products.reviews.list",
    "GET",
    "/products/{id}/reviews",
    "products_reviews.LegacyProductReview",
    "items",
    paging="none",
    request_envelope="product_reviews",
    answer_envelope="product_reviews",
)
PRODUCTS_ORDERS_LIST: Operation[list[LegacyOrder]] = Operation(
    V2,
    "products.orders.list",
    "GET",
    "/products/{id}/orders",
    "orders.LegacyOrder",
    "items",
    query="products.ProductOrderListParams",
    paging="pages",
    request_envelope="orders",
    answer_envelope="orders",
)


class Products(Resource):
    """The articles of the shop, their variations inside them."""

    @cached_property
    def reviews(self) -> ProductsReviews:
        """What shoppers wrote about a product."""
        return ProductsReviews(self._client)

    @cached_property
    def orders(self) -> ProductsOrders:
        """The orders that hold a product."""
        return ProductsOrders(self._client)

    @cached_property
    def categories(self) -> ProductsCategories:
        """The tree of categories that products are sorted into. Read-only up to v2."""
        from wooclient.legacy.v2.resources.categories import ProductsCategories

        return ProductsCategories(self._client)

    @cached_property
    def attributes(self) -> ProductsAttributes:
        """Traits that products of the whole shop may share."""
        from wooclient.legacy.v2.resources.attributes import ProductsAttributes

        return ProductsAttributes(self._client)

    def list(self, **params: Unpack[ProductListParams]) -> Page[LegacyProduct]:
        """List products: `GET /wc-api/v2/products`."""
        return self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> Iterator[LegacyProduct]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[LegacyProductCreate]) -> LegacyProduct:
        """Create a product: `POST /wc-api/v2/products`."""
        return self._call(PRODUCTS_CREATE, fields)

    def count(self, **params: Unpack[ProductCountParams]) -> int:
        """Count products: `GET /wc-api/v2/products/count`."""
        return self._call(PRODUCTS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> LegacyProduct:
        """Get a product: `GET /wc-api/v2/products/{id}`."""
        return self._call(PRODUCTS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyProductUpdate]) -> LegacyProduct:
        """Change a product: `PUT /wc-api/v2/products/{id}`."""
        return self._call(PRODUCTS_UPDATE, fields, id)

    def save(self, record: LegacyProduct, /) -> LegacyProduct:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Message:
        """Delete a product: `DELETE /wc-api/v2/products/{id}`."""
        return self._call(PRODUCTS_DELETE, params, id)

    def bulk(self, items: Sequence[LegacyProductBulkItem], /) -> Page[ProductsBulkAnswer]:
        """Create and change several products: `POST /wc-api/v2/products/bulk`."""
        return self._page(PRODUCTS_BULK, [*items])

    def by_sku(self, sku: str, /, **params: Unpack[ProductBySkuParams]) -> LegacyProduct:
        """Get a product by its SKU: `GET /wc-api/v2/products/sku/{sku}`."""
        return self._call(PRODUCTS_BY_SKU, params, sku)


class AsyncProducts(AsyncResource):
    """The articles of the shop, their variations inside them."""

    @cached_property
    def reviews(self) -> AsyncProductsReviews:
        """What shoppers wrote about a product."""
        return AsyncProductsReviews(self._client)

    @cached_property
    def orders(self) -> AsyncProductsOrders:
        """The orders that hold a product."""
        return AsyncProductsOrders(self._client)

    @cached_property
    def categories(self) -> AsyncProductsCategories:
        """The tree of categories that products are sorted into. Read-only up to v2."""
        from wooclient.legacy.v2.resources.categories import AsyncProductsCategories

        return AsyncProductsCategories(self._client)

    @cached_property
    def attributes(self) -> AsyncProductsAttributes:
        """Traits that products of the whole shop may share."""
        from wooclient.legacy.v2.resources.attributes import AsyncProductsAttributes

        return AsyncProductsAttributes(self._client)

    async def list(self, **params: Unpack[ProductListParams]) -> Page[LegacyProduct]:
        """List products: `GET /wc-api/v2/products`."""
        return await self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> AsyncIterator[LegacyProduct]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[LegacyProductCreate]) -> LegacyProduct:
        """Create a product: `POST /wc-api/v2/products`."""
        return await self._call(PRODUCTS_CREATE, fields)

    async def count(self, **params: Unpack[ProductCountParams]) -> int:
        """Count products: `GET /wc-api/v2/products/count`."""
        return await self._call(PRODUCTS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> LegacyProduct:
        """Get a product: `GET /wc-api/v2/products/{id}`."""
        return await self._call(PRODUCTS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyProductUpdate]) -> LegacyProduct:
        """Change a product: `PUT /wc-api/v2/products/{id}`."""
        return await self._call(PRODUCTS_UPDATE, fields, id)

    async def save(self, record: LegacyProduct, /) -> LegacyProduct:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Message:
        """Delete a product: `DELETE /wc-api/v2/products/{id}`."""
        return await self._call(PRODUCTS_DELETE, params, id)

    async def bulk(self, items: Sequence[LegacyProductBulkItem], /) -> Page[ProductsBulkAnswer]:
        """Create and change several products: `POST /wc-api/v2/products/bulk`."""
        return await self._page(PRODUCTS_BULK, [*items])

    async def by_sku(self, sku: str, /, **params: Unpack[ProductBySkuParams]) -> LegacyProduct:
        """Get a product by its SKU: `GET /wc-api/v2/products/sku/{sku}`."""
        return await self._call(PRODUCTS_BY_SKU, params, sku)


class ProductsReviews(Resource):
    """What shoppers wrote about a product."""

    def list(self, id: int, /) -> Page[LegacyProductReview]:
        """List the reviews of a product: `GET /wc-api/v2/products/{id}/reviews`."""
        return self._page(PRODUCTS_REVIEWS_LIST, {}, id)


class AsyncProductsReviews(AsyncResource):
    """What shoppers wrote about a product."""

    async def list(self, id: int, /) -> Page[LegacyProductReview]:
        """List the reviews of a product: `GET /wc-api/v2/products/{id}/reviews`."""
        return await self._page(PRODUCTS_REVIEWS_LIST, {}, id)


class ProductsOrders(Resource):
    """The orders that hold a product."""

    def list(self, id: int, /, **params: Unpack[ProductOrderListParams]) -> Page[LegacyOrder]:
        """List the orders of a product: `GET /wc-api/v2/products/{id}/orders`."""
        return self._page(PRODUCTS_ORDERS_LIST, params, id)

    def iter(self, id: int, /, *, prefetch: int = 0, **params: Unpack[ProductOrderListParams]) -> Iterator[LegacyOrder]:
        """Walk all pages of products.orders.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_ORDERS_LIST, params, id, prefetch=prefetch)


class AsyncProductsOrders(AsyncResource):
    """The orders that hold a product."""

    async def list(self, id: int, /, **params: Unpack[ProductOrderListParams]) -> Page[LegacyOrder]:
        """List the orders of a product: `GET /wc-api/v2/products/{id}/orders`."""
        return await self._page(PRODUCTS_ORDERS_LIST, params, id)

    def iter(
        self, id: int, /, *, prefetch: int = 0, **params: Unpack[ProductOrderListParams]
    ) -> AsyncIterator[LegacyOrder]:
        """Walk all pages of products.orders.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_ORDERS_LIST, params, id, prefetch=prefetch)
