"""Index of wc/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient.v2.models.index import NamespaceIndex
    from wooclient.v2.params.index import IndexGetParams

INDEX_GET: Operation[NamespaceIndex] = Operation(
    V2, "index.get", "GET", "/", "index.NamespaceIndex", query="index.IndexGetParams"
)


class Index(Resource):
    """What this version of the API consists of."""

    def get(self, **params: Unpack[IndexGetParams]) -> NamespaceIndex:
        """Get the index of the API: `GET /wp-json/wc/v2/`."""
        return self._call(INDEX_GET, params)


class AsyncIndex(AsyncResource):
    """What this version of the API consists of."""

    async def get(self, **params: Unpack[IndexGetParams]) -> NamespaceIndex:
        """Get the index of the API: `GET /wp-json/wc/v2/`."""
        return await self._call(INDEX_GET, params)
