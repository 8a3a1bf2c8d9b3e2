"""Coupons of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.coupons import Coupon, CouponBatchResult
    from wooclient.v3.params.coupons import (
        CouponBatch,
        CouponCreate,
        CouponDeleteParams,
        CouponGetParams,
        CouponListParams,
        CouponUpdate,
    )

COUPONS_LIST: Operation[list[Coupon]] = Operation(
    VERSION,
    "coupons.list",
    "GET",
    "/coupons",
    "coupons.Coupon",
    "items",
    query="coupons.CouponListParams",
    paging="pages",
)

COUPONS_CREATE: Operation[Coupon] = Operation(
    VERSION, "coupons.create", "POST", "/coupons", "coupons.Coupon", body="coupons.CouponCreate"
)

COUPONS_GET: Operation[Coupon] = Operation(
    VERSION, "coupons.get", "GET", "/coupons/{id}", "coupons.Coupon", query="coupons.CouponGetParams"
)

COUPONS_UPDATE: Operation[Coupon] = Operation(
    VERSION, "coupons.update", "PUT", "/coupons/{id}", "coupons.Coupon", body="coupons.CouponUpdate"
)

COUPONS_DELETE: Operation[Coupon] = Operation(
    VERSION, "coupons.delete", "DELETE", "/coupons/{id}", "coupons.Coupon", query="coupons.CouponDeleteParams"
)

COUPONS_BATCH: Operation[CouponBatchResult] = Operation(
    VERSION,
    "coupons.batch",
    "POST",
    "/coupons/batch",
    "coupons.CouponBatchResult",
    "item_or_empty",
    body="coupons.CouponBatch",
    batch_limit=100,
)


class Coupons(Resource):
    """Discount codes and the rules under which the cart accepts them."""

    def list(self, **params: Unpack[CouponListParams]) -> Page[Coupon]:
        """List coupons.

        One page of published coupons, newest first. Drafts and trashed coupons do not appear, yet each can be read by
        its id.

        `GET /wp-json/wc/v3/coupons`.
        """
        return self._page(COUPONS_LIST, params)

    def iter(self, **params: Unpack[CouponListParams]) -> Iterator[Coupon]:
        """Walk all pages of coupons.list, one request at a time, as items are taken."""
        return self._walk(COUPONS_LIST, params)

    def create(self, **fields: Unpack[CouponCreate]) -> Coupon:
        """Create a coupon.

        Makes a coupon that customers can use at once. The code is put in lower case and must be unlike that of any
        published coupon.

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
        coupon is a 400 here, not a 404.

        `PUT /wp-json/wc/v3/coupons/{id}`.
        """
        return self._call(COUPONS_UPDATE, fields, id)

    def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Coupon:
        """Delete a coupon.

        Moves the coupon to the trash, or with `force` removes it for good. The answer shows it as it was before, with
        its old status.

        `DELETE /wp-json/wc/v3/coupons/{id}`.
        """
        return self._call(COUPONS_DELETE, params, id)

    def batch(self, **fields: Unpack[CouponBatch]) -> CouponBatchResult:
        """Create, update and delete coupons.

        Up to 100 changes at once. Those that fail are answered as errors in their place while the others are carried
        out; deletions skip the trash.

        `POST /wp-json/wc/v3/coupons/batch`.
        """
        return self._call(COUPONS_BATCH, fields)


class AsyncCoupons(AsyncResource):
    """Discount codes and the rules under which the cart accepts them."""

    async def list(self, **params: Unpack[CouponListParams]) -> Page[Coupon]:
        """List coupons: `GET /wp-json/wc/v3/coupons`."""
        return await self._page(COUPONS_LIST, params)

    def iter(self, **params: Unpack[CouponListParams]) -> AsyncIterator[Coupon]:
        """Walk all pages of coupons.list, one request at a time, as items are taken."""
        return self._walk(COUPONS_LIST, params)

    async def create(self, **fields: Unpack[CouponCreate]) -> Coupon:
        """Create a coupon: `POST /wp-json/wc/v3/coupons`."""
        return await self._call(COUPONS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> Coupon:
        """Get a coupon: `GET /wp-json/wc/v3/coupons/{id}`."""
        return await self._call(COUPONS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[CouponUpdate]) -> Coupon:
        """Update a coupon: `PUT /wp-json/wc/v3/coupons/{id}`."""
        return await self._call(COUPONS_UPDATE, fields, id)

    async def delete(self, id: int, /, **params: Unpack[CouponDeleteParams]) -> Coupon:
        """Delete a coupon: `DELETE /wp-json/wc/v3/coupons/{id}`."""
        return await self._call(COUPONS_DELETE, params, id)

    async def batch(self, **fields: Unpack[CouponBatch]) -> CouponBatchResult:
        """Create, update and delete coupons: `POST /wp-json/wc/v3/coupons/batch`."""
        return await self._call(COUPONS_BATCH, fields)
