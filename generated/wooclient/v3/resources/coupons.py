"""Coupons of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import NotKept, Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.common import MetaData
    from wooclient.v3.models.coupons import Coupon
    from wooclient.v3.models.coupons_batch import CouponBatchResult
    from wooclient.v3.params.coupons import (
        CouponBatch,
        CouponCreate,
        CouponDeleteParams,
        CouponGetParams,
        CouponListParams,
        CouponUpdate,
    )

#: What the store may not keep of a request, without a word.
_NOT_KEPT = (
    NotKept(
        "amount",
        "above 100 on a coupon that becomes one of per cents with it, up to release 10.4; the coupon takes off nothing then",
    ),
)
COUPONS_LIST: Operation[list[Coupon]] = Operation(
    V3, "coupons.list", "GET", "/coupons", "coupons.Coupon", "items", query="coupons.CouponListParams", paging="pages"
)
COUPONS_CREATE: Operation[Coupon] = Operation(
    V3, "coupons.create", "POST", "/coupons", "coupons.Coupon", body="coupons.CouponCreate", not_kept=_NOT_KEPT
)
COUPONS_GET: Operation[Coupon] = Operation(
    V3, "coupons.get", "GET", "/coupons/{id}", "coupons.Coupon", query="coupons.CouponGetParams"
)
COUPONS_UPDATE: Operation[Coupon] = Operation(
    V3, "coupons.update", "PUT", "/coupons/{id}", "coupons.Coupon", body="coupons.CouponUpdate", not_kept=_NOT_KEPT
)
COUPONS_DELETE: Operation[Coupon] = Operation(
    V3, "coupons.delete", "DELETE", "/coupons/{id}", "coupons.Coupon", query="coupons.CouponDeleteParams"
)
COUPONS_BATCH: Operation[CouponBatchResult] = Operation(
    V3,
    "coupons.batch",
    "POST",
    "/coupons/batch",
    "coupons_batch.CouponBatchResult",
    "item_or_empty",
    body="coupons.CouponBatch",
    batch_limit=100,
    not_kept=_NOT_KEPT,
)


class Coupons(Resource):
    """Discount codes and the rules under which the cart accepts them."""

    @cached_property
    def meta(self) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, COUPONS_GET, COUPONS_UPDATE)

    def list(self, **params: Unpack[CouponListParams]) -> Page[Coupon]:
        """List coupons.

        One page of published coupons, newest first. Drafts and trashed coupons do not appear, yet each can be read by
        its id.

        `GET /wp-json/wc/v3/coupons`.
        """
        return self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> Iterator[Coupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[CouponListParams]
    ) -> Iterator[Coupon]:
        """Walk all records that changed at `when` or later.

        Pass an aware datetime: `datetime.now(UTC)` is aware, `datetime.now()` is naive. A naive one, or text without an
        offset, is shop time, whatever the zone of this machine is. Records of that very second may come again next
        time.

        `prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds.
        """
        return self._modified(COUPONS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[CouponListParams]) -> tuple[Partition[Coupon], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(COUPONS_LIST, n, params)

    def create(self, **fields: Unpack[CouponCreate]) -> Coupon:
        """Create a coupon.

        Makes a coupon that customers can use at once. The code is put in lower case; only release 9.9 keeps its
        letters. Either way it must differ from the code of every published coupon. An amount that is no number becomes
        0.00, and an unreadable date becomes 1970-01-01, so that the coupon has expired.

        `POST /wp-json/wc/v3/coupons`.
        """
        return self._call(COUPONS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> Coupon:
        """Get a coupon.

        Reads one coupon, drafts and those in the trash included.

        `GET /wp-json/wc/v3/coupons/{id}`.
        """
        return self._call(COUPONS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[CouponUpdate]) -> Coupon:
        """Update a coupon.

        Changes the fields that are sent. Null leaves a field as it is; each field tells what empties it. A missing
        coupon is a 400 here, not a 404. Unreadable amounts and dates are treated as in a new coupon.

        `PUT /wp-json/wc/v3/coupons/{id}`.
        """
        return self._call(COUPONS_UPDATE, fields, id)

    def save(self, record: Coupon, /) -> Coupon:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(COUPONS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Coupon:
        """Delete a coupon.

        Moves the coupon to the trash, or with `force` removes it permanently. The answer shows it as it was before,
        with its old status.

        `DELETE /wp-json/wc/v3/coupons/{id}`.
        """
        return self._call(COUPONS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Coupon] | None = None,
        **fields: Unpack[CouponBatch],
    ) -> BatchResult[Coupon]:
        """Create, update and delete coupons.

        Up to 100 changes at once. Those that fail are answered as errors in their place while the others are carried
        out; deletions skip the trash.

        `POST /wp-json/wc/v3/coupons/batch`.

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
            COUPONS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncCoupons(AsyncResource):
    """Discount codes and the rules under which the cart accepts them."""

    @cached_property
    def meta(self) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, COUPONS_GET, COUPONS_UPDATE)

    async def list(self, **params: Unpack[CouponListParams]) -> Page[Coupon]:
        """List coupons: `GET /wp-json/wc/v3/coupons`."""
        return await self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> AsyncIterator[Coupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken."""
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[CouponListParams]
    ) -> AsyncIterator[Coupon]:
        """Walk all records that changed at `when` or later."""
        return self._modified(COUPONS_LIST, when, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[CouponListParams]) -> tuple[Partition[Coupon], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(COUPONS_LIST, n, params)

    async def create(self, **fields: Unpack[CouponCreate]) -> Coupon:
        """Create a coupon: `POST /wp-json/wc/v3/coupons`."""
        return await self._call(COUPONS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> Coupon:
        """Get a coupon: `GET /wp-json/wc/v3/coupons/{id}`."""
        return await self._call(COUPONS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[CouponUpdate]) -> Coupon:
        """Update a coupon: `PUT /wp-json/wc/v3/coupons/{id}`."""
        return await self._call(COUPONS_UPDATE, fields, id)

    async def save(self, record: Coupon, /) -> Coupon:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(COUPONS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Coupon:
        """Delete a coupon: `DELETE /wp-json/wc/v3/coupons/{id}`."""
        return await self._call(COUPONS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Coupon] | None = None,
        **fields: Unpack[CouponBatch],
    ) -> BatchResult[Coupon]:
        """Create, update and delete coupons: `POST /wp-json/wc/v3/coupons/batch`."""
        return await self._batch(
            COUPONS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
