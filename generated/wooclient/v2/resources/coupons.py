"""Coupons of wc/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import NotKept, Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.common import MetaData
    from wooclient.v2.models.coupons import Coupon
    from wooclient.v2.models.coupons_batch import CouponBatchResult
    from wooclient.v2.params.coupons import (
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
    V2, "coupons.list", "GET", "/coupons", "coupons.Coupon", "items", query="coupons.CouponListParams", paging="pages"
)
COUPONS_CREATE: Operation[Coupon] = Operation(
    V2, "coupons.create", "POST", "/coupons", "coupons.Coupon", body="coupons.CouponCreate", not_kept=_NOT_KEPT
)
COUPONS_GET: Operation[Coupon] = Operation(
    V2, "coupons.get", "GET", "/coupons/{id}", "coupons.Coupon", query="coupons.CouponGetParams"
)
COUPONS_UPDATE: Operation[Coupon] = Operation(
    V2, "coupons.update", "PUT", "/coupons/{id}", "coupons.Coupon", body="coupons.CouponUpdate", not_kept=_NOT_KEPT
)
COUPONS_DELETE: Operation[Coupon] = Operation(
    V2, "coupons.delete", "DELETE", "/coupons/{id}", "coupons.Coupon", query="coupons.CouponDeleteParams"
)
COUPONS_BATCH: Operation[CouponBatchResult] = Operation(
    V2,
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
        """List coupons: `GET /wp-json/wc/v2/coupons`."""
        return self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> Iterator[Coupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken."""
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[CouponListParams]
    ) -> Iterator[Coupon]:
        """Walk all records that changed at `when` or later."""
        return self._modified(COUPONS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[CouponListParams]) -> tuple[Partition[Coupon], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(COUPONS_LIST, n, params)

    def create(self, **fields: Unpack[CouponCreate]) -> Coupon:
        """Create a coupon: `POST /wp-json/wc/v2/coupons`."""
        return self._call(COUPONS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> Coupon:
        """Get a coupon: `GET /wp-json/wc/v2/coupons/{id}`."""
        return self._call(COUPONS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[CouponUpdate]) -> Coupon:
        """Update a coupon: `PUT /wp-json/wc/v2/coupons/{id}`."""
        return self._call(COUPONS_UPDATE, fields, id)

    def save(self, record: Coupon, /) -> Coupon:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(COUPONS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Coupon:
        """Delete a coupon: `DELETE /wp-json/wc/v2/coupons/{id}`."""
        return self._call(COUPONS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Coupon] | None = None,
        **fields: Unpack[CouponBatch],
    ) -> BatchResult[Coupon]:
        """Create, update and delete coupons: `POST /wp-json/wc/v2/coupons/batch`."""
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
        """List coupons: `GET /wp-json/wc/v2/coupons`."""
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
        """Create a coupon: `POST /wp-json/wc/v2/coupons`."""
        return await self._call(COUPONS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> Coupon:
        """Get a coupon: `GET /wp-json/wc/v2/coupons/{id}`."""
        return await self._call(COUPONS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[CouponUpdate]) -> Coupon:
        """Update a coupon: `PUT /wp-json/wc/v2/coupons/{id}`."""
        return await self._call(COUPONS_UPDATE, fields, id)

    async def save(self, record: Coupon, /) -> Coupon:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(COUPONS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Coupon:
        """Delete a coupon: `DELETE /wp-json/wc/v2/coupons/{id}`."""
        return await self._call(COUPONS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Coupon] | None = None,
        **fields: Unpack[CouponBatch],
    ) -> BatchResult[Coupon]:
        """Create, update and delete coupons: `POST /wp-json/wc/v2/coupons/batch`."""
        return await self._batch(
            COUPONS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
