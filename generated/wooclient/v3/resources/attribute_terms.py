"""Attribute terms of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.attribute_terms import ProductAttributeTerm
    from wooclient.v3.models.attribute_terms_batch import ProductAttributeTermBatchResult
    from wooclient.v3.params.attribute_terms import (
        ProductAttributeTermBatch,
        ProductAttributeTermCreate,
        ProductAttributeTermDeleteParams,
        ProductAttributeTermGetParams,
        ProductAttributeTermListParams,
        ProductAttributeTermUpdate,
    )

PRODUCTS_ATTRIBUTES_TERMS_LIST: Operation[list[ProductAttributeTerm]] = Operation(
    V3,
    "products.attributes.terms.list",
    "GET",
    "/products/attributes/{attribute_id}/terms",
    "attribute_terms.ProductAttributeTerm",
    "items",
    query="attribute_terms.ProductAttributeTermListParams",
    paging="pages",
)
PRODUCTS_ATTRIBUTES_TERMS_CREATE: Operation[ProductAttributeTerm] = Operation(
    V3,
    "products.attributes.terms.create",
    "POST",
    "/products/attributes/{attribute_id}/terms",
    "attribute_terms.ProductAttributeTerm",
    body="attribute_terms.ProductAttributeTermCreate",
)
PRODUCTS_ATTRIBUTES_TERMS_GET: Operation[ProductAttributeTerm] = Operation(
    V3,
    "products.attributes.terms.get",
    "GET",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attribute_terms.ProductAttributeTerm",
    query="attribute_terms.ProductAttributeTermGetParams",
)
PRODUCTS_ATTRIBUTES_TERMS_UPDATE: Operation[ProductAttributeTerm] = Operation(
    V3,
    "products.attributes.terms.update",
    "PUT",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attribute_terms.ProductAttributeTerm",
    body="attribute_terms.ProductAttributeTermUpdate",
)
PRODUCTS_ATTRIBUTES_TERMS_DELETE: Operation[ProductAttributeTerm] = Operation(
    V3,
    "products.attributes.terms.delete",
    "DELETE",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attribute_terms.ProductAttributeTerm",
    query="attribute_terms.ProductAttributeTermDeleteParams",
)
PRODUCTS_ATTRIBUTES_TERMS_BATCH: Operation[ProductAttributeTermBatchResult] = Operation(
    V3,
    "products.attributes.terms.batch",
    "POST",
    "/products/attributes/{attribute_id}/terms/batch",
    "attribute_terms_batch.ProductAttributeTermBatchResult",
    "item_or_empty",
    body="attribute_terms.ProductAttributeTermBatch",
    batch_limit=100,
)


class ProductsAttributesTerms(Resource):
    """Values of a global attribute, such as the sizes of Size."""

    def list(
        self, attribute_id: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> Page[ProductAttributeTerm]:
        """List terms of an attribute.

        One page of the terms of one attribute, by name from A to Z whatever order the shop shows them in.

        `GET /wp-json/wc/v3/products/attributes/{attribute_id}/terms`.
        """
        return self._page(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id)

    def iter(
        self, attribute_id: int, /, *, prefetch: int = 0, **params: Unpack[ProductAttributeTermListParams]
    ) -> Iterator[ProductAttributeTerm]:
        """Walk all pages of products.attributes.terms.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id, prefetch=prefetch)

    def partitions(
        self, attribute_id: int, n: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> tuple[Partition[ProductAttributeTerm], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_ATTRIBUTES_TERMS_LIST, n, params, attribute_id)

    def create(self, attribute_id: int, /, **fields: Unpack[ProductAttributeTermCreate]) -> ProductAttributeTerm:
        """Create a term of an attribute.

        Adds a term to the attribute. If another term has the name, the store refuses and tells its id, unless you send
        a slug of its own.

        `POST /wp-json/wc/v3/products/attributes/{attribute_id}/terms`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_CREATE, fields, attribute_id)

    def get(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermGetParams]
    ) -> ProductAttributeTerm:
        """Get a term of an attribute.

        One term by its number, which has to belong to this attribute. Number 0 is answered with 500, not 404.

        `GET /wp-json/wc/v3/products/attributes/{attribute_id}/terms/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_GET, params, attribute_id, id)

    def update(
        self, attribute_id: int, id: int, /, **fields: Unpack[ProductAttributeTermUpdate]
    ) -> ProductAttributeTerm:
        """Update a term of an attribute.

        Changes the fields that you send. Before WooCommerce 10.7 an update without `menu_order` sets it back to 0.

        `PUT /wp-json/wc/v3/products/attributes/{attribute_id}/terms/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, fields, attribute_id, id)

    @overload
    def save(self, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    @overload
    def save(self, attribute_id: int, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    def save(self, *given: int | ProductAttributeTerm) -> ProductAttributeTerm:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets. The model knows the attribute_id that it was read with, which need not be given.
        """
        return self._save(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, *given)

    def delete(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermDeleteParams]
    ) -> ProductAttributeTerm:
        """Delete a term of an attribute.

        Removes the term permanently, from its products too; `force` has to be true.

        `DELETE /wp-json/wc/v3/products/attributes/{attribute_id}/terms/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_DELETE, params, attribute_id, id)

    def batch(
        self,
        attribute_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttributeTerm] | None = None,
        **fields: Unpack[ProductAttributeTermBatch],
    ) -> BatchResult[ProductAttributeTerm]:
        """Create, update and delete terms.

        Several changes to the terms of one attribute at once. One that fails does not stop the others. The links in the
        answer hold the pattern of the route in place of the number of the attribute.

        `POST /wp-json/wc/v3/products/attributes/{attribute_id}/terms/batch`.

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
            PRODUCTS_ATTRIBUTES_TERMS_BATCH,
            fields,
            attribute_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )


class AsyncProductsAttributesTerms(AsyncResource):
    """Values of a global attribute, such as the sizes of Size."""

    async def list(
        self, attribute_id: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> Page[ProductAttributeTerm]:
        """List terms of an attribute: `GET /wp-json/wc/v3/products/attributes/{attribute_id}/terms`."""
        return await self._page(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id)

    def iter(
        self, attribute_id: int, /, *, prefetch: int = 0, **params: Unpack[ProductAttributeTermListParams]
    ) -> AsyncIterator[ProductAttributeTerm]:
        """Walk all pages of products.attributes.terms.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id, prefetch=prefetch)

    async def partitions(
        self, attribute_id: int, n: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> tuple[Partition[ProductAttributeTerm], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_ATTRIBUTES_TERMS_LIST, n, params, attribute_id)

    async def create(self, attribute_id: int, /, **fields: Unpack[ProductAttributeTermCreate]) -> ProductAttributeTerm:
        """Create a term of an attribute: `POST /wp-json/wc/v3/products/attributes/{attribute_id}/terms`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_CREATE, fields, attribute_id)

    async def get(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermGetParams]
    ) -> ProductAttributeTerm:
        """Get a term of an attribute: `GET /wp-json/wc/v3/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_GET, params, attribute_id, id)

    async def update(
        self, attribute_id: int, id: int, /, **fields: Unpack[ProductAttributeTermUpdate]
    ) -> ProductAttributeTerm:
        """Update a term of an attribute: `PUT /wp-json/wc/v3/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, fields, attribute_id, id)

    @overload
    async def save(self, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    @overload
    async def save(self, attribute_id: int, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    async def save(self, *given: int | ProductAttributeTerm) -> ProductAttributeTerm:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, *given)

    async def delete(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermDeleteParams]
    ) -> ProductAttributeTerm:
        """Delete a term of an attribute: `DELETE /wp-json/wc/v3/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_DELETE, params, attribute_id, id)

    async def batch(
        self,
        attribute_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttributeTerm] | None = None,
        **fields: Unpack[ProductAttributeTermBatch],
    ) -> BatchResult[ProductAttributeTerm]:
        """Create, update and delete terms: `POST /wp-json/wc/v3/products/attributes/{attribute_id}/terms/batch`."""
        return await self._batch(
            PRODUCTS_ATTRIBUTES_TERMS_BATCH,
            fields,
            attribute_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )
