"""Reviews of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.reviews import ProductReview, ProductReviewDeleted, ProductsReviewsDeleteAnswer
    from wooclient.v3.models.reviews_batch import ProductReviewOutcomeBatchResult
    from wooclient.v3.params.reviews import (
        ProductReviewCreate,
        ProductReviewDeleteParams,
        ProductReviewGetParams,
        ProductReviewListParams,
        ProductReviewOutcomeBatch,
        ProductReviewUpdate,
    )

PRODUCTS_REVIEWS_LIST: Operation[list[ProductReview]] = Operation(
    V3,
    "products.reviews.list",
    "GET",
    "/products/reviews",
    "reviews.ProductReview",
    "items",
    query="reviews.ProductReviewListParams",
    paging="pages",
)
PRODUCTS_REVIEWS_CREATE: Operation[ProductReview] = Operation(
    V3,
    "products.reviews.create",
    "POST",
    "/products/reviews",
    "reviews.ProductReview",
    body="reviews.ProductReviewCreate",
)
PRODUCTS_REVIEWS_GET: Operation[ProductReview] = Operation(
    V3,
    "products.reviews.get",
    "GET",
    "/products/reviews/{id}",
    "reviews.ProductReview",
    query="reviews.ProductReviewGetParams",
)
PRODUCTS_REVIEWS_UPDATE: Operation[ProductReview] = Operation(
    V3,
    "products.reviews.update",
    "PUT",
    "/products/reviews/{id}",
    "reviews.ProductReview",
    body="reviews.ProductReviewUpdate",
)
PRODUCTS_REVIEWS_DELETE: Operation[ProductsReviewsDeleteAnswer] = Operation(
    V3,
    "products.reviews.delete",
    "DELETE",
    "/products/reviews/{id}",
    "reviews.ProductsReviewsDeleteAnswer",
    query="reviews.ProductReviewDeleteParams",
)
PRODUCTS_REVIEWS_BATCH: Operation[ProductReviewOutcomeBatchResult] = Operation(
    V3,
    "products.reviews.batch",
    "POST",
    "/products/reviews/batch",
    "reviews_batch.ProductReviewOutcomeBatchResult",
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

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductReviewListParams]) -> Iterator[ProductReview]:
        """Walk all pages of products.reviews.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_REVIEWS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductReviewListParams]) -> tuple[Partition[ProductReview], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_REVIEWS_LIST, n, params)

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

    def save(self, record: ProductReview, /) -> ProductReview:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_REVIEWS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductReviewDeleteParams]) -> ProductsReviewsDeleteAnswer:
        """Delete a product review.

        Moves the review to the trash and answers it with that status. With `force` it is gone permanently, and the
        answer has another form: the review sits under `previous`.

        `DELETE /wp-json/wc/v3/products/reviews/{id}`.
        """
        return self._call(PRODUCTS_REVIEWS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductReview | ProductReviewDeleted] | None = None,
        **fields: Unpack[ProductReviewOutcomeBatch],
    ) -> BatchResult[ProductReview | ProductReviewDeleted]:
        """Create, update and delete reviews.

        Several changes to reviews at once. One that fails does not stop the others. Deleted ones skip the trash and
        come back under `previous`.

        `POST /wp-json/wc/v3/products/reviews/batch`.

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
            PRODUCTS_REVIEWS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsReviews(AsyncResource):
    """What customers write about products, with stars."""

    async def list(self, **params: Unpack[ProductReviewListParams]) -> Page[ProductReview]:
        """List product reviews: `GET /wp-json/wc/v3/products/reviews`."""
        return await self._page(PRODUCTS_REVIEWS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductReviewListParams]) -> AsyncIterator[ProductReview]:
        """Walk all pages of products.reviews.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_REVIEWS_LIST, params, prefetch=prefetch)

    async def partitions(
        self, n: int, /, **params: Unpack[ProductReviewListParams]
    ) -> tuple[Partition[ProductReview], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_REVIEWS_LIST, n, params)

    async def create(self, **fields: Unpack[ProductReviewCreate]) -> ProductReview:
        """Create a product review: `POST /wp-json/wc/v3/products/reviews`."""
        return await self._call(PRODUCTS_REVIEWS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductReviewGetParams]) -> ProductReview:
        """Get a product review: `GET /wp-json/wc/v3/products/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductReviewUpdate]) -> ProductReview:
        """Update a product review: `PUT /wp-json/wc/v3/products/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_UPDATE, fields, id)

    async def save(self, record: ProductReview, /) -> ProductReview:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_REVIEWS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductReviewDeleteParams]) -> ProductsReviewsDeleteAnswer:
        """Delete a product review: `DELETE /wp-json/wc/v3/products/reviews/{id}`."""
        return await self._call(PRODUCTS_REVIEWS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductReview | ProductReviewDeleted] | None = None,
        **fields: Unpack[ProductReviewOutcomeBatch],
    ) -> BatchResult[ProductReview | ProductReviewDeleted]:
        """Create, update and delete reviews: `POST /wp-json/wc/v3/products/reviews/batch`."""
        return await self._batch(
            PRODUCTS_REVIEWS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
