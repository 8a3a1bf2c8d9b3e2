"""What keeps a read-only run from changing anything: requests that could are never sent."""

from __future__ import annotations

import httpx

#: Methods that change nothing.
READING = frozenset({"GET", "HEAD", "OPTIONS"})


class WriteRefused(Exception):
    """A request that could change the store was about to leave in a read-only run."""


class ReadOnly(httpx.BaseTransport):
    """Passes on requests that only read."""

    def __init__(self, below: httpx.BaseTransport) -> None:
        self.below = below

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises WriteRefused if it could change something."""
        _must_read(request)
        return self.below.handle_request(request)

    def close(self) -> None:
        """Close the connections."""
        self.below.close()


class AsyncReadOnly(httpx.AsyncBaseTransport):
    """The same for asyncio."""

    def __init__(self, below: httpx.AsyncBaseTransport) -> None:
        self.below = below

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises WriteRefused if it could change something."""
        _must_read(request)
        return await self.below.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self.below.aclose()


def _must_read(request: httpx.Request) -> None:
    if request.method not in READING:
        raise WriteRefused(f"{request.method} {request.url.path} in a read-only run")
