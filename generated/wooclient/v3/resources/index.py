"""Index of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient.v3.models.index import NamespaceIndex
    from wooclient.v3.params.index import IndexGetParams

INDEX_GET: Operation[NamespaceIndex] = Operation(
    V3, "index.get", "GET", "/", "index.NamespaceIndex", query="index.IndexGetParams"
)


class Index(Resource):
    """What this version of the API consists of."""

    def get(self, **params: Unpack[IndexGetParams]) -> NamespaceIndex:
        """Get the index of the API.

        Every route with its methods and parameters, those of plugins included. Readable without a key, and large: a
        quarter of a megabyte. Parameter types in it are what the store checks, not always what it answers.

        `GET /wp-json/wc/v3/`.
        """
        return self._call(INDEX_GET, params)


class AsyncIndex(AsyncResource):
    """What this version of the API consists of."""

    async def get(self, **params: Unpack[IndexGetParams]) -> NamespaceIndex:
        """Get the index of the API: `GET /wp-json/wc/v3/`."""
        return await self._call(INDEX_GET, params)
