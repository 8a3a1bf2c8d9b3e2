"""Index of wc-api/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import V3

if TYPE_CHECKING:
    from wooclient.legacy.v3.models.index import LegacyStore

INDEX_GET: Operation[LegacyStore] = Operation(
    V3, "index.get", "GET", "/", "index.LegacyStore", request_envelope="store", answer_envelope="store"
)


class Index(Resource):
    """The store and what this version of the API consists of."""

    def get(self) -> LegacyStore:
        """Get the index of the API.

        The store, its settings and every route with its methods. Readable without a key.

        `GET /wc-api/v3/`.
        """
        return self._call(INDEX_GET, {})


class AsyncIndex(AsyncResource):
    """The store and what this version of the API consists of."""

    async def get(self) -> LegacyStore:
        """Get the index of the API: `GET /wc-api/v3/`."""
        return await self._call(INDEX_GET, {})
