"""Payment gateways of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.payment_gateways import PaymentGateway
    from wooclient.v3.params.payment_gateways import (
        PaymentGatewayGetParams,
        PaymentGatewayListParams,
        PaymentGatewayUpdate,
    )

PAYMENT_GATEWAYS_LIST: Operation[list[PaymentGateway]] = Operation(
    V3,
    "payment_gateways.list",
    "GET",
    "/payment_gateways",
    "payment_gateways.PaymentGateway",
    "items",
    query="payment_gateways.PaymentGatewayListParams",
    paging="total",
)
PAYMENT_GATEWAYS_GET: Operation[PaymentGateway] = Operation(
    V3,
    "payment_gateways.get",
    "GET",
    "/payment_gateways/{id}",
    "payment_gateways.PaymentGateway",
    query="payment_gateways.PaymentGatewayGetParams",
)
PAYMENT_GATEWAYS_UPDATE: Operation[PaymentGateway] = Operation(
    V3,
    "payment_gateways.update",
    "PUT",
    "/payment_gateways/{id}",
    "payment_gateways.PaymentGateway",
    body="payment_gateways.PaymentGatewayUpdate",
)


class PaymentGateways(Resource):
    """Ways to pay that the shop can offer at checkout, and their settings."""

    def list(self, **params: Unpack[PaymentGatewayListParams]) -> Page[PaymentGateway]:
        """List ways to pay.

        Every installed gateway, switched on or off, in one answer. They come in the order shown at checkout.

        `GET /wp-json/wc/v3/payment_gateways`.
        """
        return self._page(PAYMENT_GATEWAYS_LIST, params)

    def get(self, id: str, /, **params: Unpack[PaymentGatewayGetParams]) -> PaymentGateway:
        """Read one way to pay.

        One gateway with all of its settings.

        `GET /wp-json/wc/v3/payment_gateways/{id}`.
        """
        return self._call(PAYMENT_GATEWAYS_GET, params, id)

    def update(self, id: str, /, **fields: Unpack[PaymentGatewayUpdate]) -> PaymentGateway:
        """Change one way to pay.

        Switches a gateway on or off, moves it, or changes its texts and settings. Settings it does not have are
        ignored; one refused value refuses the whole request. A title that is changed among the settings shows as
        `title` from the next answer on.

        `PUT /wp-json/wc/v3/payment_gateways/{id}`.
        """
        return self._call(PAYMENT_GATEWAYS_UPDATE, fields, id)

    def save(self, record: PaymentGateway, /) -> PaymentGateway:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PAYMENT_GATEWAYS_UPDATE, record)


class AsyncPaymentGateways(AsyncResource):
    """Ways to pay that the shop can offer at checkout, and their settings."""

    async def list(self, **params: Unpack[PaymentGatewayListParams]) -> Page[PaymentGateway]:
        """List ways to pay: `GET /wp-json/wc/v3/payment_gateways`."""
        return await self._page(PAYMENT_GATEWAYS_LIST, params)

    async def get(self, id: str, /, **params: Unpack[PaymentGatewayGetParams]) -> PaymentGateway:
        """Read one way to pay: `GET /wp-json/wc/v3/payment_gateways/{id}`."""
        return await self._call(PAYMENT_GATEWAYS_GET, params, id)

    async def update(self, id: str, /, **fields: Unpack[PaymentGatewayUpdate]) -> PaymentGateway:
        """Change one way to pay: `PUT /wp-json/wc/v3/payment_gateways/{id}`."""
        return await self._call(PAYMENT_GATEWAYS_UPDATE, fields, id)

    async def save(self, record: PaymentGateway, /) -> PaymentGateway:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PAYMENT_GATEWAYS_UPDATE, record)
