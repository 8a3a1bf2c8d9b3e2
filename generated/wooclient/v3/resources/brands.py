"""Brands of wc/v3."""

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
    from wooclient.v3.models.brands import ProductBrand
    from wooclient.v3.models.brands_batch import ProductBrandBatchResult
    from wooclient.v3.params.brands import (
        ProductBrandBatch,
        ProductBrandCreate,
        ProductBrandDeleteParams,
        ProductBrandGetParams,
        ProductBrandListParams,
        ProductBrandUpdate,
    )

PRODUCTS_BRANDS_LIST: Operation[list[ProductBrand]] = Operation(
    V3,
    "products.brands.list",
    "GET",
    "/products/brands",
    "brands.ProductBrand",
    "items",
    query="brands.ProductBrandListParams",
    paging="pages",
)
PRODUCTS_BRANDS_CREATE: Operation[ProductBrand] = Operation(
    V3, "products.brands.create", "POST", "/products/brands", "brands.ProductBrand", body="brands.ProductBrandCreate"
)
PRODUCTS_BRANDS_GET: Operation[ProductBrand] = Operation(
    V3,
    "products.brands.get",
    "GET",
    "/products/brands/{id}",
    "brands.ProductBrand",
    query="brands.ProductBrandGetParams",
)
PRODUCTS_BRANDS_UPDATE: Operation[ProductBrand] = Operation(
    V3,
    "products.brands.update",
    "PUT",
    "/products/brands/{id}",
    "brands.ProductBrand",
    body="brands.ProductBrandUpdate",
)
PRODUCTS_BRANDS_DELETE: Operation[ProductBrand] = Operation(
    V3,
    "products.brands.delete",
    "DELETE",
    "/products/brands/{id}",
    "brands.ProductBrand",
    query="brands.ProductBrandDeleteParams",
)
PRODUCTS_BRANDS_BATCH: Operation[ProductBrandBatchResult] = Operation(
    V3,
    "products.brands.batch",
    "POST",
    "/products/brands/batch",
    "brands_batch.ProductBrandBatchResult",
    "item_or_empty",
    body="brands.ProductBrandBatch",
    batch_limit=100,
)


class ProductsBrands(Resource):
    """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""

    def list(self, **params: Unpack[ProductBrandListParams]) -> Page[ProductBrand]:
        """List product brands.

        One page of brands of all levels, by name from A to Z. New in WooCommerce 9.6.

        `GET /wp-json/wc/v3/products/brands`.
        """
        return self._page(PRODUCTS_BRANDS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductBrandListParams]) -> Iterator[ProductBrand]:
        """Walk all pages of products.brands.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_BRANDS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductBrandListParams]) -> tuple[Partition[ProductBrand], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_BRANDS_LIST, n, params)

    def create(self, **fields: Unpack[ProductBrandCreate]) -> ProductBrand:
        """Create a product brand.

        Adds a brand. If one with the same name and parent exists, the store refuses and tells its id, unless you send a
        slug of its own. If the logo cannot be fetched, nothing is kept. New in WooCommerce 9.6.

        `POST /wp-json/wc/v3/products/brands`.
        """
        return self._call(PRODUCTS_BRANDS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductBrandGetParams]) -> ProductBrand:
        """Get a product brand.

        One brand by its number. Number 0 is answered with 500, not 404. New in WooCommerce 9.6.

        `GET /wp-json/wc/v3/products/brands/{id}`.
        """
        return self._call(PRODUCTS_BRANDS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductBrandUpdate]) -> ProductBrand:
        """Update a product brand.

        Changes the fields that you send. If the logo is refused, the other changes have been made all the same. New in
        WooCommerce 9.6.

        `PUT /wp-json/wc/v3/products/brands/{id}`.
        """
        return self._call(PRODUCTS_BRANDS_UPDATE, fields, id)

    def save(self, record: ProductBrand, /) -> ProductBrand:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_BRANDS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductBrandDeleteParams]) -> ProductBrand:
        """Delete a product brand.

        Removes the brand permanently, so `force` has to be true; brands below it move up one level. New in WooCommerce
        9.6.

        `DELETE /wp-json/wc/v3/products/brands/{id}`.
        """
        return self._call(PRODUCTS_BRANDS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductBrand] | None = None,
        **fields: Unpack[ProductBrandBatch],
    ) -> BatchResult[ProductBrand]:
        """Create, update and delete brands.

        Several changes to brands at once. One that fails does not stop the others. New in WooCommerce 9.6.

        `POST /wp-json/wc/v3/products/brands/batch`.

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
            PRODUCTS_BRANDS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsBrands(AsyncResource):
    """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""

    async def list(self, **params: Unpack[ProductBrandListParams]) -> Page[ProductBrand]:
        """List product brands: `GET /wp-json/wc/v3/products/brands`."""
        return await self._page(PRODUCTS_BRANDS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductBrandListParams]) -> AsyncIterator[ProductBrand]:
        """Walk all pages of products.brands.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_BRANDS_LIST, params, prefetch=prefetch)

    async def partitions(
        self, n: int, /, **params: Unpack[ProductBrandListParams]
    ) -> tuple[Partition[ProductBrand], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_BRANDS_LIST, n, params)

    async def create(self, **fields: Unpack[ProductBrandCreate]) -> ProductBrand:
        """Create a product brand: `POST /wp-json/wc/v3/products/brands`."""
        return await self._call(PRODUCTS_BRANDS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductBrandGetParams]) -> ProductBrand:
        """Get a product brand: `GET /wp-json/wc/v3/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductBrandUpdate]) -> ProductBrand:
        """Update a product brand: `PUT /wp-json/wc/v3/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_UPDATE, fields, id)

    async def save(self, record: ProductBrand, /) -> ProductBrand:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_BRANDS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductBrandDeleteParams]) -> ProductBrand:
        """Delete a product brand: `DELETE /wp-json/wc/v3/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductBrand] | None = None,
        **fields: Unpack[ProductBrandBatch],
    ) -> BatchResult[ProductBrand]:
        """Create, update and delete brands: `POST /wp-json/wc/v3/products/brands/batch`."""
        return await self._batch(
            PRODUCTS_BRANDS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
