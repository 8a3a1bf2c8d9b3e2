"""What requests pass on their way: nothing that could write leaves in a read-only run, and no key where none is to be.

Also told here: that a store died. From then on nothing is sent any more, so that a run ends soon.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from threading import Lock

import httpx

from ..._runtime.redaction import SECRET_PARAMETERS

#: Methods that change nothing.
READING = frozenset({"GET", "HEAD", "OPTIONS"})
#: How often a store that failed is asked whether it is still there, how long each time, and the pause between, in
#: seconds.
_TRIES, _PATIENCE, _PAUSE = 3, 10.0, 1.0
#: Its name is enough of an answer: the index of all that a store serves is a large one.
_LITTLE = {"_fields": "name"}
#: Where the legacy API lives, which looks for a key before anything else and calls a missing one "not found".
_LEGACY = "/wc-api/"


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


class Keyless(httpx.BaseTransport):
    """Passes requests on without the key that a client has put in. Closing it does not close what is below."""

    def __init__(self, below: httpx.BaseTransport) -> None:
        self.below = below

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        _strip(request)
        return self.below.handle_request(request)


class AsyncKeyless(httpx.AsyncBaseTransport):
    """The same for asyncio. Closing it closes what is below."""

    def __init__(self, below: httpx.AsyncBaseTransport) -> None:
        self.below = below

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        _strip(request)
        return await self.below.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self.below.aclose()


def _strip(request: httpx.Request) -> None:
    if _LEGACY in request.url.path:
        return
    request.headers.pop("authorization", None)
    pairs = request.url.query.split(b"&")
    kept = [pair for pair in pairs if pair.partition(b"=")[0].decode() not in SECRET_PARAMETERS]
    request.url = request.url.copy_with(query=b"&".join(kept) or None)


class Pulse:
    """Whether a store is still there. Safe to use from many threads.

    Args:
        url: The address of its front page.
        below: What carries requests.
        died: Called once, when the store is found to be gone.
    """

    def __init__(self, url: str, below: httpx.BaseTransport, died: Callable[[], None]) -> None:
        self._url, self._below, self._died = url, below, died
        self._lock = Lock()
        self.is_dead = False

    def must_beat(self, request: httpx.Request) -> None:
        """Raise if the store is dead."""
        if self.is_dead:
            raise httpx.ConnectError("the store stopped answering", request=request)

    def look(self, request: httpx.Request) -> None:
        """After a failure: see whether the store still answers anything, and raise if it does not."""
        with self._lock:
            if not self.is_dead and not self._answers():
                self.is_dead = True
                self._died()
        self.must_beat(request)

    def _answers(self) -> bool:
        # A gateway or a maintenance page that answers for the store is no store. Not closed: others use what is below.
        http = httpx.Client(transport=self._below, timeout=_PATIENCE)
        for number in range(_TRIES):
            if number:
                time.sleep(_PAUSE)
            try:
                if http.get(f"{self._url}/wp-json/", params=_LITTLE).status_code < 500:
                    return True
            except httpx.TransportError:
                continue
        return False


class Watched(httpx.BaseTransport):
    """Passes requests on as long as the store is there. Closing it does not close what is below."""

    def __init__(self, below: httpx.BaseTransport, pulse: Pulse) -> None:
        self.below, self.pulse = below, pulse

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises ConnectError if the store died."""
        self.pulse.must_beat(request)
        try:
            answer = self.below.handle_request(request)
        except httpx.TransportError:
            self.pulse.look(request)
            raise
        if answer.status_code >= 500:
            self.pulse.look(request)
        return answer


class AsyncWatched(httpx.AsyncBaseTransport):
    """The same for asyncio. Closing it closes what is below."""

    def __init__(self, below: httpx.AsyncBaseTransport, pulse: Pulse) -> None:
        self.below, self.pulse = below, pulse

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises ConnectError if the store died."""
        self.pulse.must_beat(request)
        try:
            answer = await self.below.handle_async_request(request)
        except httpx.TransportError:
            await asyncio.to_thread(self.pulse.look, request)
            raise
        if answer.status_code >= 500:
            await asyncio.to_thread(self.pulse.look, request)
        return answer

    async def aclose(self) -> None:
        """Close the connections."""
        await self.below.aclose()
