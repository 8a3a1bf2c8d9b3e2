"""Coupons of wc-api/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Unpack

    from wooclient._runtime.batch import OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.models.coupons import CouponsBulkAnswer, LegacyCoupon
    from wooclient.legacy.v3.params.coupons import (
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
    V3,
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
    V3,
    "coupons.create",
    "POST",
    "/coupons",
    "coupons.LegacyCoupon",
    body="coupons.LegacyCouponCreate",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_COUNT: Operation[int] = Operation(
    V3,
    "coupons.count",
    "GET",
    "/coupons/count",
    "int",
    query="coupons.CouponCountParams",
    request_envelope="count",
    answer_envelope="count",
)
COUPONS_GET: Operation[LegacyCoupon] = Operation(
    V3,
    "coupons.get",
    "GET",
    "/coupons/{id}",
    "coupons.LegacyCoupon",
    query="coupons.CouponGetParams",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_UPDATE: Operation[LegacyCoupon] = Operation(
    V3,
    "coupons.update",
    "PUT",
    "/coupons/{id}",
    "coupons.LegacyCoupon",
    body="coupons.LegacyCouponUpdate",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_DELETE: Operation[Message] = Operation(
    V3, "coupons.delete", "DELETE", "/coupons/{id}", "common.Message", query="coupons.CouponDeleteParams"
)
COUPONS_BY_CODE: Operation[LegacyCoupon] = Operation(
    V3,
    "coupons.by_code",
    "GET",
    "/coupons/code/{code}",
    "coupons.LegacyCoupon",
    query="coupons.CouponByCodeParams",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_BULK: Operation[list[CouponsBulkAnswer]] = Operation(
    V3,
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
        """List coupons.

        One page of published coupons, newest first.

        `GET /wc-api/v3/coupons`.
        """
        return self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> Iterator[LegacyCoupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[LegacyCouponCreate]) -> LegacyCoupon:
        """Create a coupon.

        Makes a coupon, published at once. Flags count only as JSON true; any other value is no.

        `POST /wc-api/v3/coupons`.
        """
        return self._call(COUPONS_CREATE, fields)

    def count(self, **params: Unpack[CouponCountParams]) -> int:
        """Count coupons.

        How many published coupons match the filter.

        `GET /wc-api/v3/coupons/count`.
        """
        return self._call(COUPONS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> LegacyCoupon:
        """Get a coupon.

        Reads one coupon by its number. Coupons in the trash are found too.

        `GET /wc-api/v3/coupons/{id}`.
        """
        return self._call(COUPONS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyCouponUpdate]) -> LegacyCoupon:
        """Update a coupon.

        Changes the fields that are sent; null ones are ignored.

        `PUT /wc-api/v3/coupons/{id}`.
        """
        return self._call(COUPONS_UPDATE, fields, id)

    def save(self, record: LegacyCoupon, /) -> LegacyCoupon:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(COUPONS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Message:
        """Delete a coupon.

        Moves the coupon to the trash, or removes it permanently with `force`.

        `DELETE /wc-api/v3/coupons/{id}`.
        """
        return self._call(COUPONS_DELETE, params, id)

    def by_code(self, code: str, /, **params: Unpack[CouponByCodeParams]) -> LegacyCoupon:
        """Get a coupon by its code.

        Reads the published coupon with this code, the newest if there are several.

        `GET /wc-api/v3/coupons/code/{code}`.
        """
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
        """Create and update many coupons.

        Up to 100 coupons at once, those with an `id` changed and the others made. Failures stand in their place while
        the rest is carried out. The status is 201 if anything was made. At most 100 items.

        `POST /wc-api/v3/coupons/bulk`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order given. With several at once, no two requests are about the same id; for the rest, any order may happen. So
        leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing: it stands in its
        place.
        """
        return self._bulk(
            COUPONS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncCoupons(AsyncResource):
    """Discount codes and the rules under which the cart accepts them."""

    async def list(self, **params: Unpack[CouponListParams]) -> Page[LegacyCoupon]:
        """List coupons: `GET /wc-api/v3/coupons`."""
        return await self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> AsyncIterator[LegacyCoupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken."""
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[LegacyCouponCreate]) -> LegacyCoupon:
        """Create a coupon: `POST /wc-api/v3/coupons`."""
        return await self._call(COUPONS_CREATE, fields)

    async def count(self, **params: Unpack[CouponCountParams]) -> int:
        """Count coupons: `GET /wc-api/v3/coupons/count`."""
        return await self._call(COUPONS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> LegacyCoupon:
        """Get a coupon: `GET /wc-api/v3/coupons/{id}`."""
        return await self._call(COUPONS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyCouponUpdate]) -> LegacyCoupon:
        """Update a coupon: `PUT /wc-api/v3/coupons/{id}`."""
        return await self._call(COUPONS_UPDATE, fields, id)

    async def save(self, record: LegacyCoupon, /) -> LegacyCoupon:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(COUPONS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Message:
        """Delete a coupon: `DELETE /wc-api/v3/coupons/{id}`."""
        return await self._call(COUPONS_DELETE, params, id)

    async def by_code(self, code: str, /, **params: Unpack[CouponByCodeParams]) -> LegacyCoupon:
        """Get a coupon by its code: `GET /wc-api/v3/coupons/code/{code}`."""
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
        """Create and update many coupons: `POST /wc-api/v3/coupons/bulk`."""
        return await self._bulk(
            COUPONS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )
