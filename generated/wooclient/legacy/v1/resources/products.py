"""Products of wc-api/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v1._version import V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v1.models.products import LegacyProduct
    from wooclient.legacy.v1.models.products_reviews import LegacyProductReviewV1
    from wooclient.legacy.v1.params.products import ProductCountParams, ProductGetParams, ProductListParams

PRODUCTS_LIST: Operation[list[LegacyProduct]] = Operation(
    V1,
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
PRODUCTS_COUNT: Operation[int] = Operation(
    V1,
    "products.count",
    "GET",
    "/products/count",
    "int",
    query="products.ProductCountParams",
    request_envelope="count",
    answer_envelope="count",
)
PRODUCTS_GET: Operation[LegacyProduct] = Operation(
    V1,
    "products.get",
    "GET",
    "/products/{id}",
    "products.LegacyProduct",
    query="products.ProductGetParams",
    request_envelope="product",
    answer_envelope="product",
)
PRODUCTS_REVIEWS_LIST: Operation[list[LegacyProductReviewV1]] = Operation(
    V1,
    "products.reviews.list",
    "GET",
    "/products/{id}/reviews",
    "products_reviews.LegacyProductReviewV1",
    "items",
    paging="none",
    request_envelope="product_reviews",
    answer_envelope="product_reviews",
)


class Products(Resource):
    """The articles of the shop, their variations inside them."""

    @cached_property
    def reviews(self) -> ProductsReviews:
        """What shoppers wrote about a product."""
        return ProductsReviews(self._client)

    def list(self, **params: Unpack[ProductListParams]) -> Page[LegacyProduct]:
        """List products: `GET /wc-api/v1/products`."""
        return self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> Iterator[LegacyProduct]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    def count(self, **params: Unpack[ProductCountParams]) -> int:
        """Count products: `GET /wc-api/v1/products/count`."""
        return self._call(PRODUCTS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> LegacyProduct:
        """Get a product: `GET /wc-api/v1/products/{id}`."""
        return self._call(PRODUCTS_GET, params, id)


class AsyncProducts(AsyncResource):
    """The articles of the shop, their variations inside them."""

    @cached_property
    def reviews(self) -> AsyncProductsReviews:
        """What shoppers wrote about a product."""
        return AsyncProductsReviews(self._client)

    async def list(self, **params: Unpack[ProductListParams]) -> Page[LegacyProduct]:
        """List products: `GET /wc-api/v1/products`."""
        return await self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> AsyncIterator[LegacyProduct]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    async def count(self, **params: Unpack[ProductCountParams]) -> int:
        """Count products: `GET /wc-api/v1/products/count`."""
        return await self._call(PRODUCTS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> LegacyProduct:
        """Get a product: `GET /wc-api/v1/products/{id}`."""
        return await self._call(PRODUCTS_GET, params, id)


class ProductsReviews(Resource):
    """What shoppers wrote about a product."""

    def list(self, id: int, /) -> Page[LegacyProductReviewV1]:
        """List the reviews of a product: `GET /wc-api/v1/products/{id}/reviews`."""
        return self._page(PRODUCTS_REVIEWS_LIST, {}, id)


class AsyncProductsReviews(AsyncResource):
    """What shoppers wrote about a product."""

    async def list(self, id: int, /) -> Page[LegacyProductReviewV1]:
        """List the reviews of a product: `GET /wc-api/v1/products/{id}/reviews`."""
        return await self._page(PRODUCTS_REVIEWS_LIST, {}, id)
