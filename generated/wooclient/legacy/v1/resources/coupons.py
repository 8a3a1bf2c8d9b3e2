"""Coupons of wc-api/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v1._version import V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v1.models.coupons import LegacyCoupon
    from wooclient.legacy.v1.params.coupons import (
        CouponByCodeParams,
        CouponCountParams,
        CouponGetParams,
        CouponListParams,
    )

COUPONS_LIST: Operation[list[LegacyCoupon]] = Operation(
    V1,
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
COUPONS_COUNT: Operation[int] = Operation(
    V1,
    "coupons.count",
    "GET",
    "/coupons/count",
    "int",
    query="coupons.CouponCountParams",
    request_envelope="count",
    answer_envelope="count",
)
COUPONS_GET: Operation[LegacyCoupon] = Operation(
    V1,
    "coupons.get",
    "GET",
    "/coupons/{id}",
    "coupons.LegacyCoupon",
    query="coupons.CouponGetParams",
    request_envelope="coupon",
    answer_envelope="coupon",
)
COUPONS_BY_CODE: Operation[LegacyCoupon] = Operation(
    V1,
    "coupons.by_code",
    "GET",
    "/coupons/code/{code}",
    "coupons.LegacyCoupon",
    query="coupons.CouponByCodeParams",
    request_envelope="coupon",
    answer_envelope="coupon",
)


class Coupons(Resource):
    """Discount codes and the rules under which the cart accepts them."""

    def list(self, **params: Unpack[CouponListParams]) -> Page[LegacyCoupon]:
        """List coupons: `GET /wc-api/v1/coupons`."""
        return self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> Iterator[LegacyCoupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken."""
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    def count(self, **params: Unpack[CouponCountParams]) -> int:
        """Count coupons: `GET /wc-api/v1/coupons/count`."""
        return self._call(COUPONS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> LegacyCoupon:
        """Get a coupon: `GET /wc-api/v1/coupons/{id}`."""
        return self._call(COUPONS_GET, params, id)

    def by_code(self, code: str, /, **params: Unpack[CouponByCodeParams]) -> LegacyCoupon:
        """Get a coupon by its code: `GET /wc-api/v1/coupons/code/{code}`."""
        return self._call(COUPONS_BY_CODE, params, code)


class AsyncCoupons(AsyncResource):
    """Discount codes and the rules under which the cart accepts them."""

    async def list(self, **params: Unpack[CouponListParams]) -> Page[LegacyCoupon]:
        """List coupons: `GET /wc-api/v1/coupons`."""
        return await self._page(COUPONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CouponListParams]) -> AsyncIterator[LegacyCoupon]:
        """Walk all pages of coupons.list. A page is read when its first item is taken."""
        return self._walk(COUPONS_LIST, params, prefetch=prefetch)

    async def count(self, **params: Unpack[CouponCountParams]) -> int:
        """Count coupons: `GET /wc-api/v1/coupons/count`."""
        return await self._call(COUPONS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[CouponGetParams]) -> LegacyCoupon:
        """Get a coupon: `GET /wc-api/v1/coupons/{id}`."""
        return await self._call(COUPONS_GET, params, id)

    async def by_code(self, code: str, /, **params: Unpack[CouponByCodeParams]) -> LegacyCoupon:
        """Get a coupon by its code: `GET /wc-api/v1/coupons/code/{code}`."""
        return await self._call(COUPONS_BY_CODE, params, code)
