"""Shipping classes of wc/v3."""

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
    from wooclient.v3.models.shipping_classes import ProductShippingClass
    from wooclient.v3.models.shipping_classes_batch import ProductShippingClassBatchResult
    from wooclient.v3.params.shipping_classes import (
        ProductShippingClassBatch,
        ProductShippingClassCreate,
        ProductShippingClassDeleteParams,
        ProductShippingClassGetParams,
        ProductShippingClassListParams,
        ProductShippingClassSlugSuggestionParams,
        ProductShippingClassUpdate,
    )

PRODUCTS_SHIPPING_CLASSES_LIST: Operation[list[ProductShippingClass]] = Operation(
    V3,
    "products.shipping_classes.list",
    "GET",
    "/products/shipping_classes",
    "shipping_classes.ProductShippingClass",
    "items",
    query="shipping_classes.ProductShippingClassListParams",
    paging="pages",
)
PRODUCTS_SHIPPING_CLASSES_CREATE: Operation[ProductShippingClass] = Operation(
    V3,
    "products.shipping_classes.create",
    "POST",
    "/products/shipping_classes",
    "shipping_classes.ProductShippingClass",
    body="shipping_classes.ProductShippingClassCreate",
)
PRODUCTS_SHIPPING_CLASSES_GET: Operation[ProductShippingClass] = Operation(
    V3,
    "products.shipping_classes.get",
    "GET",
    "/products/shipping_classes/{id}",
    "shipping_classes.ProductShippingClass",
    query="shipping_classes.ProductShippingClassGetParams",
)
PRODUCTS_SHIPPING_CLASSES_UPDATE: Operation[ProductShippingClass] = Operation(
    V3,
    "products.shipping_classes.update",
    "PUT",
    "/products/shipping_classes/{id}",
    "shipping_classes.ProductShippingClass",
    body="shipping_classes.ProductShippingClassUpdate",
)
PRODUCTS_SHIPPING_CLASSES_DELETE: Operation[ProductShippingClass] = Operation(
    V3,
    "products.shipping_classes.delete",
    "DELETE",
    "/products/shipping_classes/{id}",
    "shipping_classes.ProductShippingClass",
    query="shipping_classes.ProductShippingClassDeleteParams",
)
PRODUCTS_SHIPPING_CLASSES_BATCH: Operation[ProductShippingClassBatchResult] = Operation(
    V3,
    "products.shipping_classes.batch",
    "POST",
    "/products/shipping_classes/batch",
    "shipping_classes_batch.ProductShippingClassBatchResult",
    "item_or_empty",
    body="shipping_classes.ProductShippingClassBatch",
    batch_limit=100,
)
PRODUCTS_SHIPPING_CLASSES_SLUG_SUGGESTION: Operation[str] = Operation(
    V3,
    "products.shipping_classes.slug_suggestion",
    "GET",
    "/products/shipping_classes/slug-suggestion",
    "str",
    query="shipping_classes.ProductShippingClassSlugSuggestionParams",
)


class ProductsShippingClasses(Resource):
    """Kinds of goods that shipping methods can price differently."""

    def list(self, **params: Unpack[ProductShippingClassListParams]) -> Page[ProductShippingClass]:
        """List shipping classes.

        One page of shipping classes, by name from A to Z.

        `GET /wp-json/wc/v3/products/shipping_classes`.
        """
        return self._page(PRODUCTS_SHIPPING_CLASSES_LIST, params)

    def iter(
        self, *, prefetch: int = 0, **params: Unpack[ProductShippingClassListParams]
    ) -> Iterator[ProductShippingClass]:
        """Walk all pages of products.shipping_classes.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_SHIPPING_CLASSES_LIST, params, prefetch=prefetch)

    def partitions(
        self, n: int, /, **params: Unpack[ProductShippingClassListParams]
    ) -> tuple[Partition[ProductShippingClass], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_SHIPPING_CLASSES_LIST, n, params)

    def create(self, **fields: Unpack[ProductShippingClassCreate]) -> ProductShippingClass:
        """Create a shipping class.

        Adds a shipping class. If another class has the name, the store refuses and tells its id, unless you send a slug
        of its own.

        `POST /wp-json/wc/v3/products/shipping_classes`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductShippingClassGetParams]) -> ProductShippingClass:
        """Get a shipping class.

        One shipping class by its number. Number 0 is answered with 500, not 404.

        `GET /wp-json/wc/v3/products/shipping_classes/{id}`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductShippingClassUpdate]) -> ProductShippingClass:
        """Update a shipping class.

        Changes the fields that you send. A slug that another class has is answered with 500.

        `PUT /wp-json/wc/v3/products/shipping_classes/{id}`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_UPDATE, fields, id)

    def save(self, record: ProductShippingClass, /) -> ProductShippingClass:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_SHIPPING_CLASSES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductShippingClassDeleteParams]) -> ProductShippingClass:
        """Delete a shipping class.

        Removes the shipping class permanently; `force` has to be true. Its products then ship without a class.

        `DELETE /wp-json/wc/v3/products/shipping_classes/{id}`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductShippingClass] | None = None,
        **fields: Unpack[ProductShippingClassBatch],
    ) -> BatchResult[ProductShippingClass]:
        """Create, update and delete shipping classes.

        Several changes to shipping classes at once. One that fails does not stop the others.

        `POST /wp-json/wc/v3/products/shipping_classes/batch`.

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
            PRODUCTS_SHIPPING_CLASSES_BATCH,
            fields,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    def slug_suggestion(self, **params: Unpack[ProductShippingClassSlugSuggestionParams]) -> str:
        """Suggest a slug for a shipping class.

        Turns a name into a slug that no shipping class has yet, by a number at the end if need be. The answer is a bare
        JSON text. New in WooCommerce 9.1.

        `GET /wp-json/wc/v3/products/shipping_classes/slug-suggestion`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_SLUG_SUGGESTION, params)


class AsyncProductsShippingClasses(AsyncResource):
    """Kinds of goods that shipping methods can price differently."""

    async def list(self, **params: Unpack[ProductShippingClassListParams]) -> Page[ProductShippingClass]:
        """List shipping classes: `GET /wp-json/wc/v3/products/shipping_classes`."""
        return await self._page(PRODUCTS_SHIPPING_CLASSES_LIST, params)

    def iter(
        self, *, prefetch: int = 0, **params: Unpack[ProductShippingClassListParams]
    ) -> AsyncIterator[ProductShippingClass]:
        """Walk all pages of products.shipping_classes.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_SHIPPING_CLASSES_LIST, params, prefetch=prefetch)

    async def partitions(
        self, n: int, /, **params: Unpack[ProductShippingClassListParams]
    ) -> tuple[Partition[ProductShippingClass], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_SHIPPING_CLASSES_LIST, n, params)

    async def create(self, **fields: Unpack[ProductShippingClassCreate]) -> ProductShippingClass:
        """Create a shipping class: `POST /wp-json/wc/v3/products/shipping_classes`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductShippingClassGetParams]) -> ProductShippingClass:
        """Get a shipping class: `GET /wp-json/wc/v3/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductShippingClassUpdate]) -> ProductShippingClass:
        """Update a shipping class: `PUT /wp-json/wc/v3/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_UPDATE, fields, id)

    async def save(self, record: ProductShippingClass, /) -> ProductShippingClass:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_SHIPPING_CLASSES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductShippingClassDeleteParams]) -> ProductShippingClass:
        """Delete a shipping class: `DELETE /wp-json/wc/v3/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductShippingClass] | None = None,
        **fields: Unpack[ProductShippingClassBatch],
    ) -> BatchResult[ProductShippingClass]:
        """Create, update and delete shipping classes: `POST /wp-json/wc/v3/products/shipping_classes/batch`."""
        return await self._batch(
            PRODUCTS_SHIPPING_CLASSES_BATCH,
            fields,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    async def slug_suggestion(self, **params: Unpack[ProductShippingClassSlugSuggestionParams]) -> str:
        """Suggest a slug for a shipping class: `GET /wp-json/wc/v3/products/shipping_classes/slug-suggestion`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_SLUG_SUGGESTION, params)
