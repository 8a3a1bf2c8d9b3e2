"""Marketplace of wc/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import V1

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient.v1.models.marketplace import MarketplaceProductPreviewAnswer
    from wooclient.v1.params.marketplace import MarketplaceProductPreviewParams

MARKETPLACE_PRODUCT_PREVIEW: Operation[MarketplaceProductPreviewAnswer] = Operation(
    V1,
    "marketplace.product_preview",
    "GET",
    "/marketplace/product-preview",
    "marketplace.MarketplaceProductPreviewAnswer",
    query="marketplace.MarketplaceProductPreviewParams",
)


class Marketplace(Resource):
    """Goods of the WooCommerce marketplace, as the admin area shows them."""

    def product_preview(self, **params: Unpack[MarketplaceProductPreviewParams]) -> MarketplaceProductPreviewAnswer:
        """Get the preview of an extension: `GET /wp-json/wc/v1/marketplace/product-preview`."""
        return self._call(MARKETPLACE_PRODUCT_PREVIEW, params)


class AsyncMarketplace(AsyncResource):
    """Goods of the WooCommerce marketplace, as the admin area shows them."""

    async def product_preview(
        self, **params: Unpack[MarketplaceProductPreviewParams]
    ) -> MarketplaceProductPreviewAnswer:
        """Get the preview of an extension: `GET /wp-json/wc/v1/marketplace/product-preview`."""
        return await self._call(MARKETPLACE_PRODUCT_PREVIEW, params)
