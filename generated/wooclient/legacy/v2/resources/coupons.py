"""Coupons of wc-api/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Unpack

    from wooclient._runtime.batch import OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.legacy.v2.models.common import Message
    from wooclient.legacy.v2.models.coupons import CouponsBulkAnswer, LegacyCoupon
    from wooclient.legacy.v2.params.coupons import (
        CouponByCodeParams,
        CouponCountParams,
        CouponDeleteParams,
        CouponGetParams,
        CouponListParams,
        LegacyCouponBulkItem,
        LegacyCouponCreate,
        LegacyCouponUpdate,
    )

COUPONS_LIST: Operation[list[LegacyCoupon]] = Operation(
    V2,
    "coupons.list",
    "GET",
    "/coupons",
    "coupons.LegacyCoupon",
    "items",
    query="coupons.CouponListParams",
    paging="pages",
    request_envelope="coupons",
    answer_envelope="coupons",
)
COUPONS_CREATE: Operation[LegacyCoupon] = Operation(
    V2,
    "coupons.create",
    "POST",
    "/coupons",
    "coupons.LegacyCoupon",
    body="coupons.LegacyCouponCreate",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_COUNT: Operation[int] = Operation(
    V2,
    "coupons.count",
    "GET",
    "/coupons/count",
    "int",
    query="coupons.CouponCountParams",
    request_envelope="count",
    answer_envelope="count",
)
COUPONS_GET: Operation[LegacyCoupon] = Operation(
    V2,
    "coupons.get",
    "GET",
    "/coupons/{id}",
    "coupons.LegacyCoupon",
    query="coupons.CouponGetParams",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_UPDATE: Operation[LegacyCoupon] = Operation(
    V2,
    "coupons.update",
    "PUT",
    "/coupons/{id}",
    "coupons.LegacyCoupon",
    body="coupons.LegacyCouponUpdate",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_DELETE: Operation[Message] = Operation(
    V2, "coupons.delete", "DELETE", "/coupons/{id}", "common.Message", query="coupons.CouponDeleteParams"
)
COUPONS_BY_CODE: Operation[LegacyCoupon] = Operation(
    V2,
    "coupons.by_code",
    "GET",
    "/coupons/code/{code}",
    "coupons.LegacyCoupon",
    query="coupons.CouponByCodeParams",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_BULK: Operation[list[CouponsBulkAnswer]] = Operation(
    V2,
    "coupons.bulk",
    "POST",
    "/coupons/bulk",
    "coupons.CouponsBulkAnswer",
    "items",
    body="coupons.LegacyCouponBulkItem",
    batch_limit=100,
    request_envelope="coupons",
    answer_envelope="coupons",
)


class Coupons(Resource):
    """Discount codes and the rules under which the cart accepts them."""

    def list(self, **params: Unpack[CouponListParams]) -> Page[LegacyCoupon]:
        """List coupons: `GET /wc-api/v2/coupons`."""
        return self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> Iterator[LegacyCoupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken."""
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[LegacyCouponCreate]) -> LegacyCoupon:
        """Create a coupon: `POST /wc-api/v2/coupons`."""
        return self._call(COUPONS_CREATE, fields)

    def count(self, **params: Unpack[CouponCountParams]) -> int:
        """Count coupons: `GET /wc-api/v2/coupons/count`."""
        return self._call(COUPONS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> LegacyCoupon:
        """Get a coupon: `GET /wc-api/v2/coupons/{id}`."""
        return self._call(COUPONS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyCouponUpdate]) -> LegacyCoupon:
        """Update a coupon: `PUT /wc-api/v2/coupons/{id}`."""
        return self._call(COUPONS_UPDATE, fields, id)

    def save(self, record: LegacyCoupon, /) -> LegacyCoupon:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(COUPONS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Message:
        """Delete a coupon: `DELETE /wc-api/v2/coupons/{id}`."""
        return self._call(COUPONS_DELETE, params, id)

    def by_code(self, code: str, /, **params: Unpack[CouponByCodeParams]) -> LegacyCoupon:
        """Get a coupon by its code: `GET /wc-api/v2/coupons/code/{code}`."""
        return self._call(COUPONS_BY_CODE, params, code)

    def bulk(
        self,
        items: Sequence[LegacyCouponBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[CouponsBulkAnswer] | None = None,
    ) -> Page[CouponsBulkAnswer]:
        """Create and update many coupons: `POST /wc-api/v2/coupons/bulk`."""
        return self._bulk(
            COUPONS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncCoupons(AsyncResource):
    """Discount codes and the rules under which the cart accepts them."""

    async def list(self, **params: Unpack[CouponListParams]) -> Page[LegacyCoupon]:
        """List coupons: `GET /wc-api/v2/coupons`."""
        return await self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> AsyncIterator[LegacyCoupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken."""
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[LegacyCouponCreate]) -> LegacyCoupon:
        """Create a coupon: `POST /wc-api/v2/coupons`."""
        return await self._call(COUPONS_CREATE, fields)

    async def count(self, **params: Unpack[CouponCountParams]) -> int:
        """Count coupons: `GET /wc-api/v2/coupons/count`."""
        return await self._call(COUPONS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> LegacyCoupon:
        """Get a coupon: `GET /wc-api/v2/coupons/{id}`."""
        return await self._call(COUPONS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyCouponUpdate]) -> LegacyCoupon:
        """Update a coupon: `PUT /wc-api/v2/coupons/{id}`."""
        return await self._call(COUPONS_UPDATE, fields, id)

    async def save(self, record: LegacyCoupon, /) -> LegacyCoupon:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(COUPONS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Message:
        """Delete a coupon: `DELETE /wc-api/v2/coupons/{id}`."""
        return await self._call(COUPONS_DELETE, params, id)

    async def by_code(self, code: str, /, **params: Unpack[CouponByCodeParams]) -> LegacyCoupon:
        """Get a coupon by its code: `GET /wc-api/v2/coupons/code/{code}`."""
        return await self._call(COUPONS_BY_CODE, params, code)

    async def bulk(
        self,
        items: Sequence[LegacyCouponBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[CouponsBulkAnswer] | None = None,
    ) -> Page[CouponsBulkAnswer]:
        """Create and update many coupons: `POST /wc-api/v2/coupons/bulk`."""
        return await self._bulk(
            COUPONS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
