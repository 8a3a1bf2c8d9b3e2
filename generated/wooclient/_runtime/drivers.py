"""The only module that knows the HTTP library: it carries a `Request` out and brings a `Response` back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from .errors import ConnectionFailed, RequestError, TimedOut
from .exchange import Request, Response
from .query import encode

if TYPE_CHECKING:
    from .auth import Credentials

H = TypeVar("H", httpx.Client, httpx.AsyncClient)


def _outgoing(http: httpx.Client | httpx.AsyncClient, request: Request, credentials: Credentials) -> httpx.Request:
    query = encode([*request.query, *credentials.query()])
    url = f"{request.url}?{query}" if query else request.url
    headers = {**request.headers, **credentials.headers()}
    return http.build_request(request.method, httpx.URL(url), content=request.content, headers=headers)


def _incoming(answer: httpx.Response) -> Response:
    return Response(answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, answer.content)


def _failure(error: httpx.HTTPError, request: Request) -> RequestError:
    kind = TimedOut if isinstance(error, httpx.TimeoutException) else ConnectionFailed
    what = "the store did not answer in time" if kind is TimedOut else "the store could not be reached"
    return kind(f"{what}: {type(error).__name__}", method=request.method, url=request.shown)


class SyncDriver:
    """Sends requests one after the other over a pool of connections."""

    def __init__(self, *, timeout: float, transport: Any, headers: dict[str, str]) -> None:
        self.http = httpx.Client(timeout=timeout, transport=transport, headers=headers, follow_redirects=False)

    def send(self, request: Request, credentials: Credentials) -> Response:
        """The answer to `request`. Raises ConnectionFailed or TimedOut."""
        try:
            return _incoming(self.http.send(_outgoing(self.http, request, credentials)))
        except httpx.HTTPError as error:
            raise _failure(error, request) from None

    def close(self) -> None:
        """Close the connections."""
        self.http.close()


class AsyncDriver:
    """The same on an event loop."""

    def __init__(self, *, timeout: float, transport: Any, headers: dict[str, str]) -> None:
        self.http = httpx.AsyncClient(timeout=timeout, transport=transport, headers=headers, follow_redirects=False)

    async def send(self, request: Request, credentials: Credentials) -> Response:
        """The answer to `request`. Raises ConnectionFailed or TimedOut."""
        try:
            return _incoming(await self.http.send(_outgoing(self.http, request, credentials)))
        except httpx.HTTPError as error:
            raise _failure(error, request) from None

    async def aclose(self) -> None:
        """Close the connections."""
        await self.http.aclose()
