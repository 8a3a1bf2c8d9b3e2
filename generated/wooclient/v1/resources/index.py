"""Index of wc/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import V1

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient.v1.models.index import NamespaceIndex
    from wooclient.v1.params.index import IndexGetParams

INDEX_GET: Operation[NamespaceIndex] = Operation(
    V1, "index.get", "GET", "/", "index.NamespaceIndex", query="index.IndexGetParams"
)


class Index(Resource):
    """What this version of the API consists of."""

    def get(self, **params: Unpack[IndexGetParams]) -> NamespaceIndex:
        """Get the index of the API: `GET /wp-json/wc/v1/`."""
        return self._call(INDEX_GET, params)


class AsyncIndex(AsyncResource):
    """What this version of the API consists of."""

    async def get(self, **params: Unpack[IndexGetParams]) -> NamespaceIndex:
        """Get the index of the API: `GET /wp-json/wc/v1/`."""
        return await self._call(INDEX_GET, params)
