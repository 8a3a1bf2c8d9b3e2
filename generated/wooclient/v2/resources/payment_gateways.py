"""Payment gateways of wc/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v2.models.payment_gateways import PaymentGateway
    from wooclient.v2.params.payment_gateways import (
        PaymentGatewayGetParams,
        PaymentGatewayListParams,
        PaymentGatewayUpdate,
    )

PAYMENT_GATEWAYS_LIST: Operation[list[PaymentGateway]] = Operation(
    V2,
    "payment_gateways.list",
    "GET",
    "/payment_gateways",
    "payment_gateways.PaymentGateway",
    "items",
    query="payment_gateways.PaymentGatewayListParams",
    paging="total",
)
PAYMENT_GATEWAYS_GET: Operation[PaymentGateway] = Operation(
    V2,
    "payment_gateways.get",
    "GET",
    "/payment_gateways/{id}",
    "payment_gateways.PaymentGateway",
    query="payment_gateways.PaymentGatewayGetParams",
)
PAYMENT_GATEWAYS_UPDATE: Operation[PaymentGateway] = Operation(
    V2,
    "payment_gateways.update",
    "PUT",
    "/payment_gateways/{id}",
    "payment_gateways.PaymentGateway",
    body="payment_gateways.PaymentGatewayUpdate",
)


class PaymentGateways(Resource):
    """Ways to pay that the shop can offer at checkout, and their settings."""

    def list(self, **params: Unpack[PaymentGatewayListParams]) -> Page[PaymentGateway]:
        """List ways to pay: `GET /wp-json/wc/v2/payment_gateways`."""
        return self._page(PAYMENT_GATEWAYS_LIST, params)

    def get(self, id: str, /, **params: Unpack[PaymentGatewayGetParams]) -> PaymentGateway:
        """Read one way to pay: `GET /wp-json/wc/v2/payment_gateways/{id}`."""
        return self._call(PAYMENT_GATEWAYS_GET, params, id)

    def update(self, id: str, /, **fields: Unpack[PaymentGatewayUpdate]) -> PaymentGateway:
        """Change one way to pay: `PUT /wp-json/wc/v2/payment_gateways/{id}`."""
        return self._call(PAYMENT_GATEWAYS_UPDATE, fields, id)

    def save(self, record: PaymentGateway, /) -> PaymentGateway:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PAYMENT_GATEWAYS_UPDATE, record)


class AsyncPaymentGateways(AsyncResource):
    """Ways to pay that the shop can offer at checkout, and their settings."""

    async def list(self, **params: Unpack[PaymentGatewayListParams]) -> Page[PaymentGateway]:
        """List ways to pay: `GET /wp-json/wc/v2/payment_gateways`."""
        return await self._page(PAYMENT_GATEWAYS_LIST, params)

    async def get(self, id: str, /, **params: Unpack[PaymentGatewayGetParams]) -> PaymentGateway:
        """Read one way to pay: `GET /wp-json/wc/v2/payment_gateways/{id}`."""
        return await self._call(PAYMENT_GATEWAYS_GET, params, id)

    async def update(self, id: str, /, **fields: Unpack[PaymentGatewayUpdate]) -> PaymentGateway:
        """Change one way to pay: `PUT /wp-json/wc/v2/payment_gateways/{id}`."""
        return await self._call(PAYMENT_GATEWAYS_UPDATE, fields, id)

    async def save(self, record: PaymentGateway, /) -> PaymentGateway:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PAYMENT_GATEWAYS_UPDATE, record)
