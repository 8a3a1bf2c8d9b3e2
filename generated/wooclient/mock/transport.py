"""The store in process: an httpx transport, sync and async, without a socket."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol

import httpx

from .errors import ConnectionDropped
from .wire import Answer, Request


class Store(Protocol):
    """Who answers: a `MockStore`, or what stands before one."""

    @property
    def delay(self) -> float:
        """How long the last answer is to be held back."""
        ...

    def handle(self, request: Request) -> Answer:
        """The answer to a request."""
        ...


class MockTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Hands requests of httpx to a store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        answer, delay = self._answer(request, request.read())
        if delay:
            _wait_sync(request, delay)
        return _response(request, answer)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request, for asyncio. The work takes a moment only; waiting on purpose gives way to others."""
        answer, delay = self._answer(request, await request.aread())
        if delay:
            limit = _read_timeout(request)
            if limit is not None and delay > limit:
                await asyncio.sleep(limit)
                raise httpx.ReadTimeout("The mock store is slow.", request=request)
            await asyncio.sleep(delay)
        return _response(request, answer)

    def _answer(self, request: httpx.Request, body: bytes) -> tuple[Answer, float]:
        target = request.url.raw_path.decode("ascii")
        path, _, query = target.partition("?")
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in request.headers.raw}
        received = Request(request.method, path, query, headers, body, request.url.scheme)
        try:
            return self.store.handle(received), self.store.delay
        except ConnectionDropped:
            raise httpx.RemoteProtocolError("The mock store dropped the connection.", request=request) from None


def _read_timeout(request: httpx.Request) -> float | None:
    timeout = request.extensions.get("timeout", {})
    found: float | None = timeout.get("read")
    return found


def _wait_sync(request: httpx.Request, delay: float) -> None:
    limit = _read_timeout(request)
    if limit is not None and delay > limit:
        time.sleep(limit)
        raise httpx.ReadTimeout("The mock store is slow.", request=request)
    time.sleep(delay)


def _response(request: httpx.Request, answer: Answer) -> httpx.Response:
    return httpx.Response(answer.status, headers=answer.headers, content=answer.body, request=request)
