"""Reviews of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.reviews import ProductReview, ProductReviewOutcomeBatchResult, ProductsReviewsDeleteAnswer
    from wooclient.v3.params.reviews import (
        ProductReviewCreate,
        ProductReviewDeleteParams,
        ProductReviewGetParams,
        ProductReviewListParams,
        ProductReviewOutcomeBatch,
        ProductReviewUpdate,
    )

PRODUCTS_REVIEWS_LIST: Operation[list[ProductReview]] = Operation(
    VERSION,
    "products.reviews.list",
    "GET",
    "/products/reviews",
    "reviews.ProductReview",
    "items",
    query="reviews.ProductReviewListParams",
    paging="pages",
)

PRODUCTS_REVIEWS_CREATE: Operation[ProductReview] = Operation(
    VERSION,
    "products.reviews.create",
    "POST",
    "/products/reviews",
    "reviews.ProductReview",
    body="reviews.ProductReviewCreate",
)

PRODUCTS_REVIEWS_GET: Operation[ProductReview] = Operation(
    VERSION,
    "products.reviews.get",
    "GET",
    "/products/reviews/{id}",
    "reviews.ProductReview",
    query="reviews.ProductReviewGetParams",
)

PRODUCTS_REVIEWS_UPDATE: Operation[ProductReview] = Operation(
    VERSION,
    "products.reviews.update",
    "PUT",
    "/products/reviews/{id}",
    "reviews.ProductReview",
    body="reviews.ProductReviewUpdate",
)

PRODUCTS_REVIEWS_DELETE: Operation[ProductsReviewsDeleteAnswer] = Operation(
    VERSION,
    "products.reviews.delete",
    "DELETE",
    "/products/reviews/{id}",
    "reviews.ProductsReviewsDeleteAnswer",
    query="reviews.ProductReviewDeleteParams",
)

PRODUCTS_REVIEWS_BATCH: Operation[ProductReviewOutcomeBatchResult] = Operation(
    VERSION,
    "products.reviews.batch",
    "POST",
    "/products/reviews/batch",
    "reviews.ProductReviewOutcomeBatchResult",
    "item_or_empty",
    body="reviews.ProductReviewOutcomeBatch",
    batch_limit=100,
)


class ProductsReviews(Resource):
    """What customers write about products, with stars."""

    def list(self, **params: Unpack[ProductReviewListParams]) -> Page[ProductReview]:
        """List product reviews.

        One page of reviews of all products, newest first. Only approved ones come unless `status` asks for others.

        `GET /wp-json/wc/v3/products/reviews`.
        """
        return self._page(PRODUCTS_REVIEWS_LIST, params)

    def iter(self, **params: Unpack[ProductReviewListParams]) -> Iterator[ProductReview]:
        """Walk all pages of products.reviews.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_REVIEWS_LIST, params)

    def create(self, **fields: Unpack[ProductReviewCreate]) -> ProductReview:
        """Create a product review.

        Adds a review, approved at once unless `status` says otherwise. The same text for the same product by the same
        reviewer is refused as a duplicate.

        `POST /wp-json/wc/v3/products/reviews`.
        """
        return self._call(PRODUCTS_REVIEWS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductReviewGetParams]) -> ProductReview:
        """Get a product review.

        One review by its number, in whatever state it is.

        `GET /wp-json/wc/v3/products/reviews/{id}`.
        """
        return self._call(PRODUCTS_REVIEWS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductReviewUpdate]) -> ProductReview:
        """Update a product review.

        Changes the fields that you send. A rating cannot be taken back to 0, and another `product_id` moves the review.

        `PUT /wp-json/wc/v3/products/reviews/{id}`.
        """
        return self._call(PRODUCTS_REVIEWS_UPDATE, fields, id)

    def delete(self, id: int, /, **params: Unpack[ProductReviewDeleteParams]) -> ProductsReviewsDeleteAnswer:
        """Delete a product review.

        Moves the review to the trash and answers it with that status. With `force` it is gone for good, and the answer
        has another form: the review sits under `previous`.

        `DELETE /wp-json/wc/v3/products/reviews/{id}`.
        """
        return self._call(PRODUCTS_REVIEWS_DELETE, params, id)

    def batch(self, **fields: Unpack[ProductReviewOutcomeBatch]) -> ProductReviewOutcomeBatchResult:
        """Create, update and delete reviews.

        Several changes to reviews at once. One that fails does not stop the others. Deleted ones skip the trash and
        come back under `previous`.

        `POST /wp-json/wc/v3/products/reviews/batch`.
        """
        return self._call(PRODUCTS_REVIEWS_BATCH, fields)


class AsyncProductsReviews(AsyncResource):
    """What customers write about products, with stars."""

    async def list(self, **params: Unpack[ProductReviewListParams]) -> Page[ProductReview]:
        """List product reviews: `GET /wp-json/wc/v3/products/reviews`."""
        return await self._page(PRODUCTS_REVIEWS_LIST, params)

    def iter(self, **params: Unpack[ProductReviewListParams]) -> AsyncIterator[ProductReview]:
        """Walk all pages of products.reviews.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_REVIEWS_LIST, params)

    async def create(self, **fields: Unpack[ProductReviewCreate]) -> ProductReview:
        """Create a product review: `POST /wp-json/wc/v3/products/reviews`."""
        return await self._call(PRODUCTS_REVIEWS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductReviewGetParams]) -> ProductReview:
        """Get a product review: `GET /wp-json/wc/v3/products/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductReviewUpdate]) -> ProductReview:
        """Update a product review: `PUT /wp-json/wc/v3/products/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_UPDATE, fields, id)

    async def delete(self, id: int, /, **params: Unpack[ProductReviewDeleteParams]) -> ProductsReviewsDeleteAnswer:
        """Delete a product review: `DELETE /wp-json/wc/v3/products/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_DELETE, params, id)

    async def batch(self, **fields: Unpack[ProductReviewOutcomeBatch]) -> ProductReviewOutcomeBatchResult:
        """Create, update and delete reviews: `POST /wp-json/wc/v3/products/reviews/batch`."""
        return await self._call(PRODUCTS_REVIEWS_BATCH, fields)
