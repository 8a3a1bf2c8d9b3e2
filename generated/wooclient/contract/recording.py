"""What went over the wire during a call, without credentials."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import httpx

from .._runtime.exchange import error_body

#: Parameters that show a key, or sign with one.
_SECRET = ("consumer_key", "consumer_secret", "oauth_")
_current: ContextVar[list[Exchange] | None] = ContextVar("exchanges", default=None)


@dataclass(frozen=True)
class Exchange:
    """One request and its answer. Names of headers are in lower case."""

    method: str
    path: str
    query: str
    request: bytes
    status: int
    headers: Mapping[str, str] = field(repr=False)
    response: bytes = field(repr=False)

    @property
    def body(self) -> Any:
        """The answer as parsed JSON; None if it is none."""
        try:
            return json.loads(self.response)
        except ValueError:
            return None

    @property
    def code(self) -> str:
        """The store's code of an error; empty if it gives none."""
        found = error_body(self.response)
        return found[0] if found else ""


@contextmanager
def recorded() -> Generator[list[Exchange]]:
    """The list that exchanges of this thread or task go to, from now to the end of the block."""
    exchanges: list[Exchange] = []
    token = _current.set(exchanges)
    try:
        yield exchanges
    finally:
        _current.reset(token)


class Recorder(httpx.BaseTransport):
    """Passes requests on, and notes them with their answers. Closing it does not close what is below."""

    def __init__(self, below: httpx.BaseTransport) -> None:
        self.below = below

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request, read to the end."""
        answer = self.below.handle_request(request)
        body = answer.read()
        answer.close()
        _note(request, answer, body)
        return _again(request, answer, body)


class AsyncRecorder(httpx.AsyncBaseTransport):
    """Passes requests on, and notes them with their answers. Closing it closes what is below."""

    def __init__(self, below: httpx.AsyncBaseTransport) -> None:
        self.below = below

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request, read to the end."""
        answer = await self.below.handle_async_request(request)
        body = await answer.aread()
        await answer.aclose()
        _note(request, answer, body)
        return _again(request, answer, body)

    async def aclose(self) -> None:
        """Close the connections."""
        await self.below.aclose()


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Bytes that were read already, for clients of both colours."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def __iter__(self) -> Iterator[bytes]:
        yield self.body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.body


def _again(request: httpx.Request, answer: httpx.Response, body: bytes) -> httpx.Response:
    """The same answer; its body was unpacked on the way."""
    kept = [(k, v) for k, v in answer.headers.multi_items() if k not in ("content-encoding", "content-length")]
    return httpx.Response(answer.status_code, headers=kept, stream=_Body(body), request=request)


def _note(request: httpx.Request, answer: httpx.Response, body: bytes) -> None:
    exchanges = _current.get()
    if exchanges is None:
        return
    query = httpx.QueryParams([(k, v) for k, v in request.url.params.multi_items() if not k.startswith(_SECRET)])
    headers = {name.lower(): value for name, value in answer.headers.items()}
    sent = request.content
    exchanges.append(Exchange(request.method, request.url.path, str(query), sent, answer.status_code, headers, body))
