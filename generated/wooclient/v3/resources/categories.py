"""Categories of wc/v3."""

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
    from wooclient.v3.models.categories import ProductCategory
    from wooclient.v3.models.categories_batch import ProductCategoryBatchResult
    from wooclient.v3.params.categories import (
        ProductCategoryBatch,
        ProductCategoryCreate,
        ProductCategoryDeleteParams,
        ProductCategoryGetParams,
        ProductCategoryListParams,
        ProductCategoryUpdate,
    )

PRODUCTS_CATEGORIES_LIST: Operation[list[ProductCategory]] = Operation(
    V3,
    "products.categories.list",
    "GET",
    "/products/categories",
    "categories.ProductCategory",
    "items",
    query="categories.ProductCategoryListParams",
    paging="pages",
)
PRODUCTS_CATEGORIES_CREATE: Operation[ProductCategory] = Operation(
    V3,
    "products.categories.create",
    "POST",
    "/products/categories",
    "categories.ProductCategory",
    body="categories.ProductCategoryCreate",
)
PRODUCTS_CATEGORIES_GET: Operation[ProductCategory] = Operation(
    V3,
    "products.categories.get",
    "GET",
    "/products/categories/{id}",
    "categories.ProductCategory",
    query="categories.ProductCategoryGetParams",
)
PRODUCTS_CATEGORIES_UPDATE: Operation[ProductCategory] = Operation(
    V3,
    "products.categories.update",
    "PUT",
    "/products/categories/{id}",
    "categories.ProductCategory",
    body="categories.ProductCategoryUpdate",
)
PRODUCTS_CATEGORIES_DELETE: Operation[ProductCategory] = Operation(
    V3,
    "products.categories.delete",
    "DELETE",
    "/products/categories/{id}",
    "categories.ProductCategory",
    query="categories.ProductCategoryDeleteParams",
)
PRODUCTS_CATEGORIES_BATCH: Operation[ProductCategoryBatchResult] = Operation(
    V3,
    "products.categories.batch",
    "POST",
    "/products/categories/batch",
    "categories_batch.ProductCategoryBatchResult",
    "item_or_empty",
    body="categories.ProductCategoryBatch",
    batch_limit=100,
)


class ProductsCategories(Resource):
    """Product categories, which can be nested."""

    def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[ProductCategory]:
        """List product categories.

        One page of categories of all levels, by name from A to Z; the levels have to be put together from `parent`.

        `GET /wp-json/wc/v3/products/categories`.
        """
        return self._page(PRODUCTS_CATEGORIES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductCategoryListParams]) -> Iterator[ProductCategory]:
        """Walk all pages of products.categories.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_CATEGORIES_LIST, params, prefetch=prefetch)

    def partitions(
        self, n: int, /, **params: Unpack[ProductCategoryListParams]
    ) -> tuple[Partition[ProductCategory], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_CATEGORIES_LIST, n, params)

    def create(self, **fields: Unpack[ProductCategoryCreate]) -> ProductCategory:
        """Create a product category.

        Adds a category. If one with the same name and parent exists, the store refuses and tells its id, unless you
        send a slug of its own. If the picture cannot be fetched, nothing is kept.

        `POST /wp-json/wc/v3/products/categories`.
        """
        return self._call(PRODUCTS_CATEGORIES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> ProductCategory:
        """Get a product category.

        One category by its number. Number 0 is answered with 500, not 404.

        `GET /wp-json/wc/v3/products/categories/{id}`.
        """
        return self._call(PRODUCTS_CATEGORIES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductCategoryUpdate]) -> ProductCategory:
        """Update a product category.

        Changes the fields that you send. If the picture is refused, the other changes have been made all the same.

        `PUT /wp-json/wc/v3/products/categories/{id}`.
        """
        return self._call(PRODUCTS_CATEGORIES_UPDATE, fields, id)

    def save(self, record: ProductCategory, /) -> ProductCategory:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_CATEGORIES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductCategoryDeleteParams]) -> ProductCategory:
        """Delete a product category.

        Removes the category permanently, so `force` has to be true; its children move up one level. The default
        category of the shop cannot be deleted, which the store reports as 500.

        `DELETE /wp-json/wc/v3/products/categories/{id}`.
        """
        return self._call(PRODUCTS_CATEGORIES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductCategory] | None = None,
        **fields: Unpack[ProductCategoryBatch],
    ) -> BatchResult[ProductCategory]:
        """Create, update and delete categories.

        Several changes to categories at once. One that fails does not stop the others.

        `POST /wp-json/wc/v3/products/categories/batch`.

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
            PRODUCTS_CATEGORIES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsCategories(AsyncResource):
    """Product categories, which can be nested."""

    async def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[ProductCategory]:
        """List product categories: `GET /wp-json/wc/v3/products/categories`."""
        return await self._page(PRODUCTS_CATEGORIES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductCategoryListParams]) -> AsyncIterator[ProductCategory]:
        """Walk all pages of products.categories.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_CATEGORIES_LIST, params, prefetch=prefetch)

    async def partitions(
        self, n: int, /, **params: Unpack[ProductCategoryListParams]
    ) -> tuple[Partition[ProductCategory], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_CATEGORIES_LIST, n, params)

    async def create(self, **fields: Unpack[ProductCategoryCreate]) -> ProductCategory:
        """Create a product category: `POST /wp-json/wc/v3/products/categories`."""
        return await self._call(PRODUCTS_CATEGORIES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> ProductCategory:
        """Get a product category: `GET /wp-json/wc/v3/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductCategoryUpdate]) -> ProductCategory:
        """Update a product category: `PUT /wp-json/wc/v3/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_UPDATE, fields, id)

    async def save(self, record: ProductCategory, /) -> ProductCategory:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_CATEGORIES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductCategoryDeleteParams]) -> ProductCategory:
        """Delete a product category: `DELETE /wp-json/wc/v3/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductCategory] | None = None,
        **fields: Unpack[ProductCategoryBatch],
    ) -> BatchResult[ProductCategory]:
        """Create, update and delete categories: `POST /wp-json/wc/v3/products/categories/batch`."""
        return await self._batch(
            PRODUCTS_CATEGORIES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
