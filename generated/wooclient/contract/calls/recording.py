"""What went over the wire during a call, without credentials."""

from __future__ import annotations

import json
import re
import time
from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import httpx
from pydantic_core import from_json

from ..._runtime.exchange import error_body
from ..._runtime.shapes import is_object

#: Parameters that show a key, or sign with one.
_SECRET = ("consumer_key", "consumer_secret", "oauth_")
#: The longest that one answer may take, in seconds, and be, in bytes; and how deep its JSON may be.
_SECONDS, _BYTES, _DEPTH = 60.0, 64_000_000, 100
_TOO_DEEP = "JSON that is nested too deep"
#: Half of a character, as JSON can write it: no text. What precedes it here is what only looks like that.
_HALF = re.compile(
    rb"\\(?:[^u]|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u(?P<half>[dD][89a-fA-F][\da-fA-F]{2})|u)"
)
_RAW_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
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
        """The answer as parsed JSON; None if it is none. The same object each time: nobody may change it."""
        return self._read[1]

    @property
    def is_json(self) -> bool:
        """Whether the answer is JSON, whatever its headers say."""
        return self._read[0]

    @cached_property
    def _read(self) -> tuple[bool, Any]:
        # Every check looks at the body, so it is parsed once.
        try:
            return True, parsed(self.response)
        except ValueError:
            return False, None

    @cached_property
    def code(self) -> str:
        """The store's code of an error; empty if it gives none."""
        found = error_body(self.response)
        return found[0] if found else ""

    def __getstate__(self) -> dict[str, Any]:
        """What a shelf keeps: the text of the answer, and not what was read from it."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@contextmanager
def recorded() -> Generator[list[Exchange]]:
    """The list that exchanges of this thread or task go to, from now to the end of the block."""
    exchanges: list[Exchange] = []
    token = _current.set(exchanges)
    try:
        yield exchanges
    finally:
        _current.reset(token)


def parsed(body: bytes) -> Any:
    """A body as parsed JSON. Raises ValueError if it is none, or nested deeper than any answer of a store is."""
    try:
        value = from_json(body)
    except ValueError:  # pydantic's reader is quicker, and takes less: no other encoding, no half of a character
        value = _slowly(body)
    if body.count(b"{") + body.count(b"[") <= _DEPTH:  # most answers: too few to be nested so deep
        return value
    level: list[Any] = [[value]]
    for _ in range(_DEPTH + 1):
        inner = (outer.values() if is_object(outer) else outer for outer in level)
        level = [child for children in inner for child in children if isinstance(child, (dict, list))]
        if not level:
            return value
    raise ValueError(_TOO_DEEP)


def _slowly(body: bytes) -> Any:
    try:
        return json.loads(body)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None


class Bounded(httpx.BaseTransport):
    """Reads answers to the end, within bounds: neither a store that drips nor one that floods holds a run up."""

    def __init__(self, below: httpx.BaseTransport) -> None:
        self.below = below

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises ReadTimeout or RemoteProtocolError for an answer that is out of bounds."""
        answer = self.below.handle_request(request)
        pieces = _Pieces(request)
        try:
            for piece in answer.iter_bytes():
                pieces.add(piece)
        except httpx.DecodingError as error:
            raise _undecodable(request) from error
        finally:
            answer.close()
        return pieces.answer(answer)

    def close(self) -> None:
        """Close the connections."""
        self.below.close()


class AsyncBounded(httpx.AsyncBaseTransport):
    """The same for asyncio."""

    def __init__(self, below: httpx.AsyncBaseTransport) -> None:
        self.below = below

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises ReadTimeout or RemoteProtocolError for an answer that is out of bounds."""
        answer = await self.below.handle_async_request(request)
        pieces = _Pieces(request)
        try:
            async for piece in answer.aiter_bytes():
                pieces.add(piece)
        except httpx.DecodingError as error:
            raise _undecodable(request) from error
        finally:
            await answer.aclose()
        return pieces.answer(answer)

    async def aclose(self) -> None:
        """Close the connections."""
        await self.below.aclose()


def _undecodable(request: httpx.Request) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError("the answer is not packed the way its Content-Encoding says", request=request)


class _Pieces:
    """What came of an answer so far."""

    def __init__(self, request: httpx.Request) -> None:
        self._request, self._began = request, time.monotonic()
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > _BYTES:
            raise httpx.RemoteProtocolError(f"the answer is larger than {_BYTES} bytes", request=self._request)
        if time.monotonic() - self._began > _SECONDS:
            raise httpx.ReadTimeout(f"the answer had not ended after {_SECONDS:.0f} seconds", request=self._request)

    def answer(self, answer: httpx.Response) -> httpx.Response:
        """The same answer with all of its body."""
        return _again(self._request, answer, _whole(b"".join(self._pieces)))


def _whole(body: bytes) -> bytes:
    """A body in which halves of characters are written out: no text with one can be encoded, or checked."""
    if b"\\ud" in body or b"\\uD" in body:
        body = _HALF.sub(lambda found: rb"\\u" + found["half"] if found["half"] else found[0], body)
    return _RAW_HALF.sub("\ufffd".encode(), body) if b"\xed" in body else body


class Recorder(httpx.BaseTransport):
    """Passes requests on, and notes them with their answers. Closing it does not close what is below."""

    def __init__(self, below: httpx.BaseTransport) -> None:
        self.below = below

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request, read to the end."""
        answer = self.below.handle_request(request)
        _note(request, answer, answer.read())
        return answer


class AsyncRecorder(httpx.AsyncBaseTransport):
    """Passes requests on, and notes them with their answers. Closing it closes what is below."""

    def __init__(self, below: httpx.AsyncBaseTransport) -> None:
        self.below = below

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request, read to the end."""
        answer = await self.below.handle_async_request(request)
        _note(request, answer, await answer.aread())
        return answer

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
