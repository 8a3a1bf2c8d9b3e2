"""Index of wc-api/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v1._version import V1

if TYPE_CHECKING:
    from wooclient.legacy.v1.models.index import LegacyStore

INDEX_GET: Operation[LegacyStore] = Operation(
    V1, "index.get", "GET", "/", "index.LegacyStore", request_envelope="store", answer_envelope="store"
)


class Index(Resource):
    """The store and what this version of the API consists of."""

    def get(self) -> LegacyStore:
        """Get the index of the API: `GET /wc-api/v1/`."""
        return self._call(INDEX_GET, {})


class AsyncIndex(AsyncResource):
    """The store and what this version of the API consists of."""

    async def get(self) -> LegacyStore:
        """Get the index of the API: `GET /wc-api/v1/`."""
        return await self._call(INDEX_GET, {})
