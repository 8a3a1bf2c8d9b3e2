"""Reviews of wc/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.v2.models.reviews_v2 import ProductReviewV2
    from wooclient.v2.models.reviews_v2_batch import ProductReviewV2BatchResult
    from wooclient.v2.params.reviews import ProductReviewDeleteParams, ProductReviewGetParams, ProductReviewListParams
    from wooclient.v2.params.reviews_v2 import ProductReviewV2Batch, ProductReviewV2Create, ProductReviewV2Update

PRODUCTS_REVIEWS_LIST: Operation[list[ProductReviewV2]] = Operation(
    V2,
    "products.reviews.list",
    "GET",
    "/products/{product_id}/reviews",
    "reviews_v2.ProductReviewV2",
    "items",
    query="reviews.ProductReviewListParams",
    paging="none",
)
PRODUCTS_REVIEWS_CREATE: Operation[ProductReviewV2] = Operation(
    V2,
    "products.reviews.create",
    "POST",
    "/products/{product_id}/reviews",
    "reviews_v2.ProductReviewV2",
    body="reviews_v2.ProductReviewV2Create",
)
PRODUCTS_REVIEWS_GET: Operation[ProductReviewV2] = Operation(
    V2,
    "products.reviews.get",
    "GET",
    "/products/{product_id}/reviews/{id}",
    "reviews_v2.ProductReviewV2",
    query="reviews.ProductReviewGetParams",
)
PRODUCTS_REVIEWS_UPDATE: Operation[ProductReviewV2] = Operation(
    V2,
    "products.reviews.update",
    "PUT",
    "/products/{product_id}/reviews/{id}",
    "reviews_v2.ProductReviewV2",
    body="reviews_v2.ProductReviewV2Update",
)
PRODUCTS_REVIEWS_DELETE: Operation[ProductReviewV2] = Operation(
    V2,
    "products.reviews.delete",
    "DELETE",
    "/products/{product_id}/reviews/{id}",
    "reviews_v2.ProductReviewV2",
    query="reviews.ProductReviewDeleteParams",
)
PRODUCTS_REVIEWS_BATCH: Operation[ProductReviewV2BatchResult] = Operation(
    V2,
    "products.reviews.batch",
    "POST",
    "/products/{product_id}/reviews/batch",
    "reviews_v2_batch.ProductReviewV2BatchResult",
    "item_or_empty",
    body="reviews_v2.ProductReviewV2Batch",
    batch_limit=100,
)


class ProductsReviews(Resource):
    """What customers write about products, with stars."""

    def list(self, product_id: int, /, **params: Unpack[ProductReviewListParams]) -> Page[ProductReviewV2]:
        """List the reviews of a product: `GET /wp-json/wc/v2/products/{product_id}/reviews`."""
        return self._page(PRODUCTS_REVIEWS_LIST, params, product_id)

    def create(self, product_id: int, /, **fields: Unpack[ProductReviewV2Create]) -> ProductReviewV2:
        """Create a product review: `POST /wp-json/wc/v2/products/{product_id}/reviews`."""
        return self._call(PRODUCTS_REVIEWS_CREATE, fields, product_id)

    def get(self, product_id: int, id: int, /, **params: Unpack[ProductReviewGetParams]) -> ProductReviewV2:
        """Get a product review: `GET /wp-json/wc/v2/products/{product_id}/reviews/{id}`."""
        return self._call(PRODUCTS_REVIEWS_GET, params, product_id, id)

    def update(self, product_id: int, id: int, /, **fields: Unpack[ProductReviewV2Update]) -> ProductReviewV2:
        """Update a product review: `PUT /wp-json/wc/v2/products/{product_id}/reviews/{id}`."""
        return self._call(PRODUCTS_REVIEWS_UPDATE, fields, product_id, id)

    @overload
    def save(self, record: ProductReviewV2, /) -> ProductReviewV2: ...

    @overload
    def save(self, product_id: int, record: ProductReviewV2, /) -> ProductReviewV2: ...

    def save(self, *given: int | ProductReviewV2) -> ProductReviewV2:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_REVIEWS_UPDATE, *given)

    def delete(self, product_id: int, id: int, /, **params: Unpack[ProductReviewDeleteParams]) -> ProductReviewV2:
        """Delete a product review: `DELETE /wp-json/wc/v2/products/{product_id}/reviews/{id}`."""
        return self._call(PRODUCTS_REVIEWS_DELETE, params, product_id, id)

    def batch(
        self,
        product_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductReviewV2] | None = None,
        **fields: Unpack[ProductReviewV2Batch],
    ) -> BatchResult[ProductReviewV2]:
        """Create, update and delete reviews: `POST /wp-json/wc/v2/products/{product_id}/reviews/batch`."""
        return self._batch(
            PRODUCTS_REVIEWS_BATCH,
            fields,
            product_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )


class AsyncProductsReviews(AsyncResource):
    """What customers write about products, with stars."""

    async def list(self, product_id: int, /, **params: Unpack[ProductReviewListParams]) -> Page[ProductReviewV2]:
        """List the reviews of a product: `GET /wp-json/wc/v2/products/{product_id}/reviews`."""
        return await self._page(PRODUCTS_REVIEWS_LIST, params, product_id)

    async def create(self, product_id: int, /, **fields: Unpack[ProductReviewV2Create]) -> ProductReviewV2:
        """Create a product review: `POST /wp-json/wc/v2/products/{product_id}/reviews`."""
        return await self._call(PRODUCTS_REVIEWS_CREATE, fields, product_id)

    async def get(self, product_id: int, id: int, /, **params: Unpack[ProductReviewGetParams]) -> ProductReviewV2:
        """Get a product review: `GET /wp-json/wc/v2/products/{product_id}/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_GET, params, product_id, id)

    async def update(self, product_id: int, id: int, /, **fields: Unpack[ProductReviewV2Update]) -> ProductReviewV2:
        """Update a product review: `PUT /wp-json/wc/v2/products/{product_id}/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_UPDATE, fields, product_id, id)

    @overload
    async def save(self, record: ProductReviewV2, /) -> ProductReviewV2: ...

    @overload
    async def save(self, product_id: int, record: ProductReviewV2, /) -> ProductReviewV2: ...

    async def save(self, *given: int | ProductReviewV2) -> ProductReviewV2:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_REVIEWS_UPDATE, *given)

    async def delete(self, product_id: int, id: int, /, **params: Unpack[ProductReviewDeleteParams]) -> ProductReviewV2:
        """Delete a product review: `DELETE /wp-json/wc/v2/products/{product_id}/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_DELETE, params, product_id, id)

    async def batch(
        self,
        product_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductReviewV2] | None = None,
        **fields: Unpack[ProductReviewV2Batch],
    ) -> BatchResult[ProductReviewV2]:
        """Create, update and delete reviews: `POST /wp-json/wc/v2/products/{product_id}/reviews/batch`."""
        return await self._batch(
            PRODUCTS_REVIEWS_BATCH,
            fields,
            product_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )
