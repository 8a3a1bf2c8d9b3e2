"""Tags of wc/v3."""

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
    from wooclient.v3.models.tags import ProductTag
    from wooclient.v3.models.tags_batch import ProductTagBatchResult
    from wooclient.v3.params.tags import (
        ProductTagBatch,
        ProductTagCreate,
        ProductTagDeleteParams,
        ProductTagGetParams,
        ProductTagListParams,
        ProductTagUpdate,
    )

PRODUCTS_TAGS_LIST: Operation[list[ProductTag]] = Operation(
    V3,
    "products.tags.list",
    "GET",
    "/products/tags",
    "tags.ProductTag",
    "items",
    query="tags.ProductTagListParams",
    paging="pages",
)
PRODUCTS_TAGS_CREATE: Operation[ProductTag] = Operation(
    V3, "products.tags.create", "POST", "/products/tags", "tags.ProductTag", body="tags.ProductTagCreate"
)
PRODUCTS_TAGS_GET: Operation[ProductTag] = Operation(
    V3, "products.tags.get", "GET", "/products/tags/{id}", "tags.ProductTag", query="tags.ProductTagGetParams"
)
PRODUCTS_TAGS_UPDATE: Operation[ProductTag] = Operation(
    V3, "products.tags.update", "PUT", "/products/tags/{id}", "tags.ProductTag", body="tags.ProductTagUpdate"
)
PRODUCTS_TAGS_DELETE: Operation[ProductTag] = Operation(
    V3, "products.tags.delete", "DELETE", "/products/tags/{id}", "tags.ProductTag", query="tags.ProductTagDeleteParams"
)
PRODUCTS_TAGS_BATCH: Operation[ProductTagBatchResult] = Operation(
    V3,
    "products.tags.batch",
    "POST",
    "/products/tags/batch",
    "tags_batch.ProductTagBatchResult",
    "item_or_empty",
    body="tags.ProductTagBatch",
    batch_limit=100,
)


class ProductsTags(Resource):
    """Free keywords on products."""

    def list(self, **params: Unpack[ProductTagListParams]) -> Page[ProductTag]:
        """List product tags.

        One page of tags, by name from A to Z.

        `GET /wp-json/wc/v3/products/tags`.
        """
        return self._page(PRODUCTS_TAGS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductTagListParams]) -> Iterator[ProductTag]:
        """Walk all pages of products.tags.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_TAGS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductTagListParams]) -> tuple[Partition[ProductTag], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_TAGS_LIST, n, params)

    def create(self, **fields: Unpack[ProductTagCreate]) -> ProductTag:
        """Create a product tag.

        Adds a tag. If another tag has the name, the store refuses and tells its id, unless you send a slug of its own.

        `POST /wp-json/wc/v3/products/tags`.
        """
        return self._call(PRODUCTS_TAGS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductTagGetParams]) -> ProductTag:
        """Get a product tag.

        One tag by its number. Number 0 is answered with 500, not 404.

        `GET /wp-json/wc/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductTagUpdate]) -> ProductTag:
        """Update a product tag.

        Changes the fields that you send. A slug that another tag has is answered with 500.

        `PUT /wp-json/wc/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    def save(self, record: ProductTag, /) -> ProductTag:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_TAGS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductTagDeleteParams]) -> ProductTag:
        """Delete a product tag.

        Removes the tag permanently, from its products too; `force` has to be true.

        `DELETE /wp-json/wc/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductTag] | None = None,
        **fields: Unpack[ProductTagBatch],
    ) -> BatchResult[ProductTag]:
        """Create, update and delete tags.

        Several changes to tags at once. One that fails does not stop the others.

        `POST /wp-json/wc/v3/products/tags/batch`.

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
            PRODUCTS_TAGS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsTags(AsyncResource):
    """Free keywords on products."""

    async def list(self, **params: Unpack[ProductTagListParams]) -> Page[ProductTag]:
        """List product tags: `GET /wp-json/wc/v3/products/tags`."""
        return await self._page(PRODUCTS_TAGS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductTagListParams]) -> AsyncIterator[ProductTag]:
        """Walk all pages of products.tags.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_TAGS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[ProductTagListParams]) -> tuple[Partition[ProductTag], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_TAGS_LIST, n, params)

    async def create(self, **fields: Unpack[ProductTagCreate]) -> ProductTag:
        """Create a product tag: `POST /wp-json/wc/v3/products/tags`."""
        return await self._call(PRODUCTS_TAGS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductTagGetParams]) -> ProductTag:
        """Get a product tag: `GET /wp-json/wc/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductTagUpdate]) -> ProductTag:
        """Update a product tag: `PUT /wp-json/wc/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    async def save(self, record: ProductTag, /) -> ProductTag:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_TAGS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductTagDeleteParams]) -> ProductTag:
        """Delete a product tag: `DELETE /wp-json/wc/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductTag] | None = None,
        **fields: Unpack[ProductTagBatch],
    ) -> BatchResult[ProductTag]:
        """Create, update and delete tags: `POST /wp-json/wc/v3/products/tags/batch`."""
        return await self._batch(
            PRODUCTS_TAGS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
