"""The only module that knows the HTTP library: it carries out the steps of a call, sync and async."""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import httpx

from .attempts import Failure, Send, Sleep, Steps
from .errors import ConfigurationError
from .exchange import Response
from .redaction import redact
from .turns import async_turn, turn

C = TypeVar("C", httpx.Client, httpx.AsyncClient)
#: Connections that lie idle longer are not used again. Apache closes them after 5 seconds; a request that crosses the
#: closing is lost, and a lost write cannot be sent again.
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=4.0)
#: Errors after which it is certain that no byte of the request left.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class _Address(httpx.URL):
    """An address whose text shows no credentials.

    The HTTP library sends the parts of an address, and writes its text to logs, reprs and errors.
    """

    def __str__(self) -> str:
        return redact(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


class _Redacting(logging.Filter):
    """Keeps credentials that a store echoes, in a redirect for one, out of the HTTP library's own log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, redacted."""
        message = record.getMessage()
        shown = redact(message)
        if shown != message:
            record.msg, record.args = shown, ()
        return True


for _name in ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy"):
    logging.getLogger(_name).addFilter(_Redacting())


#: Requests that one async client of the HTTP library carries at a time. Its pool looks through all that wait whenever
#: one ends, so that thousands of waiting requests would take time that grows with the square of their number.
_AT_ONCE = 100
_gates: WeakKeyDictionary[httpx.AsyncClient, asyncio.Semaphore] = WeakKeyDictionary()


def _gate_of(http: httpx.AsyncClient) -> asyncio.Semaphore:
    """What all stores that share `http` pass through."""
    if http not in _gates:
        _gates[http] = asyncio.Semaphore(_AT_ONCE)
    return _gates[http]


#: Put in place of the stream of an answer that was read: the library's own holds the answer, and the answer it, so that
#: only the garbage collector would free the two.
_AT_ITS_END = httpx.ByteStream(b"")


@lru_cache(256)
def _parsed(url: str) -> httpx.URL:
    """An address that shows no credentials, read. Programs ask at few addresses, and reading one takes long."""
    return httpx.URL(url)


@cache
def _tls() -> ssl.SSLContext:
    """What connections trust. Loading it takes longer than a request, so that all clients share one."""
    return httpx.create_ssl_context()


def _request(http: httpx.Client | httpx.AsyncClient, step: Send) -> httpx.Request:
    """The step in the HTTP library's words, with the default headers and cookies of its client."""
    wait = step.timeout
    url = f"{step.url}?{step.query}" if step.query else step.url
    address = _parsed(url) if url == step.shown else _Address(url)
    request = httpx.Request(
        step.method,
        address,
        headers={**_defaults(http), **step.headers},
        cookies=http.cookies if len(http.cookies.jar) else None,
        content=step.content,
        extensions={"timeout": {"connect": wait, "read": wait, "write": wait, "pool": wait}},
    )
    # The constructor made a plain URL of it.
    request.url = address
    return request


def _defaults(http: httpx.Client | httpx.AsyncClient) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in http.headers.raw}


def _response(answer: httpx.Response, body: bytes) -> Response:
    headers: dict[str, str] = {}
    for name, value in answer.headers.multi_items():
        name = name.lower()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Response(answer.status_code, headers, body)


def _failure(error: Exception) -> Failure:
    name = type(error).__name__
    # What the library quotes of an illegal header could be a credential.
    told = "" if isinstance(error, httpx.LocalProtocolError) else redact(str(error))
    sent = not isinstance(error, _UNSENT)
    permanent = isinstance(error, httpx.UnsupportedProtocol) or _is_untrusted(error)
    late = isinstance(error, httpx.TimeoutException)
    return Failure("timeout" if late else "connection", f"{name}: {told}" if told else name, sent, permanent)


def _no_turn(step: Send) -> Failure:
    """No turn came in time under the limit that this process keeps."""
    return Failure("timeout", f"no turn came within {step.limit:.1f} s under max_concurrency or rate", sent=False)


def _is_untrusted(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def check_carrier(owner: str, http_client: Any, transport: Any, *, waits: bool) -> None:
    """Refuse what cannot carry the requests of a client called `owner`; `waits` tells a sync client.

    Raises ConfigurationError.
    """
    kind, method = (httpx.Client, "handle_request") if waits else (httpx.AsyncClient, "handle_async_request")
    base = "httpx.BaseTransport" if waits else "httpx.AsyncBaseTransport"
    if http_client is not None and not isinstance(http_client, kind):
        raise ConfigurationError(f"http_client is {_kind_of(http_client)}; {owner} needs a httpx.{kind.__name__}")
    if transport is not None and not hasattr(transport, method):
        raise ConfigurationError(f"transport is {_kind_of(transport)}; {owner} needs a {base}")


def _kind_of(value: object) -> str:
    kind = type(value)
    return f"a {kind.__module__.partition('.')[0]}.{kind.__qualname__}"


class SyncDriver:
    """Carries out steps over a pool of connections; any number of threads may share one."""

    def __init__(self, *, transport: Any = None, http_client: httpx.Client | None = None) -> None:
        self._own = http_client is None
        self.http = http_client or _sync_client(transport)

    def run(self, steps: Steps) -> Response:
        """The final answer of a call. Raises what the course of the call raises."""
        try:
            step = next(steps)
            while True:
                if isinstance(step, Sleep):
                    time.sleep(step.seconds)
                    step = steps.send(None)
                else:
                    step = steps.send(self._send(step))
        except StopIteration as done:
            answer: Response = done.value
            return answer

    def _send(self, step: Send) -> Response | Failure:
        until = time.monotonic() + step.limit
        with turn(step.kept, step.limit) as came:
            return self._exchange(step, until) if came else _no_turn(step)

    def _exchange(self, step: Send, until: float) -> Response | Failure:
        try:
            answer = self.http.send(_request(self.http, step), stream=True, auth=None, follow_redirects=False)
            try:
                parts: list[bytes] = []
                for part in answer.iter_bytes():
                    parts.append(part)
                    # An answer that drips never makes a single read wait too long.
                    if time.monotonic() > until:
                        return Failure("timeout", f"the answer took longer than {step.limit:.1f} s", sent=True)
                return _response(answer, b"".join(parts))
            finally:
                answer.close()
                answer.stream = _AT_ITS_END
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
            return _failure(error)

    def close(self) -> None:
        """Close the connections, unless they are the caller's."""
        if self._own:
            self.http.close()


class AsyncDriver:
    """The same on an event loop."""

    def __init__(self, *, transport: Any = None, http_client: httpx.AsyncClient | None = None) -> None:
        self._own = http_client is None
        self.http = http_client or _async_client(transport)
        self._gate = _gate_of(self.http)

    async def run(self, steps: Steps) -> Response:
        """The final answer of a call. Raises what the course of the call raises."""
        try:
            step = next(steps)
            while True:
                if isinstance(step, Sleep):
                    await asyncio.sleep(step.seconds)
                    step = steps.send(None)
                else:
                    step = steps.send(await self._send(step))
        except StopIteration as done:
            answer: Response = done.value
            return answer

    async def _send(self, step: Send) -> Response | Failure:
        started = False
        try:
            async with asyncio.timeout(step.limit), async_turn(step.kept), self._gate:
                started = True
                answer = await self.http.send(_request(self.http, step), stream=True, auth=None, follow_redirects=False)
                try:
                    return _response(answer, await answer.aread())
                finally:
                    await answer.aclose()
                    answer.stream = _AT_ITS_END
        except TimeoutError:
            if not started and step.kept is not None:
                return _no_turn(step)
            return Failure("timeout", f"the answer took longer than {step.limit:.1f} s", sent=started)
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
            return _failure(error)

    async def aclose(self) -> None:
        """Close the connections, unless they are the caller's."""
        if self._own:
            await self.http.aclose()


def _sync_client(transport: Any) -> httpx.Client:
    if transport is not None:
        return _thrifty(httpx.Client(transport=transport))
    return _thrifty(httpx.Client(verify=_tls(), limits=_LIMITS))


def _async_client(transport: Any) -> httpx.AsyncClient:
    if transport is not None:
        return _thrifty(httpx.AsyncClient(transport=transport))
    return _thrifty(httpx.AsyncClient(verify=_tls(), limits=_LIMITS))


def _thrifty(http: C) -> C:
    """A client that looks for cookies only in answers that set some: hardly any does, and looking takes long."""
    look = http.cookies.extract_cookies

    def extract(response: httpx.Response) -> None:
        if "set-cookie" in response.headers:
            look(response)

    http.cookies.extract_cookies = extract  # type: ignore[method-assign]
    return http


def tailored_client(
    verify: bool | str, proxies: Mapping[str, str | None], certificate: str | tuple[str, str] | None
) -> httpx.Client:
    """A client of the HTTP library for connections that differ from the usual ones.

    `verify` is False to trust any certificate, or the path of a file or folder of those to trust. `proxies` are
    addresses of proxies by scheme (`https`, `all`). `certificate` is the file of a certificate of one's own, with its
    key in it or in a second file.
    """
    trusted = _trusting(verify)
    if certificate is not None:
        trusted.load_cert_chain(*([certificate] if isinstance(certificate, str) else certificate))
    through = {
        scheme if "://" in scheme else f"{scheme}://": httpx.HTTPTransport(verify=trusted, limits=_LIMITS, proxy=proxy)
        for scheme, proxy in proxies.items()
        if proxy
    }
    return httpx.Client(verify=trusted, limits=_LIMITS, mounts=through)


def _trusting(verify: bool | str) -> ssl.SSLContext:
    if isinstance(verify, str):
        is_folder = Path(verify).is_dir()
        return ssl.create_default_context(cafile=None if is_folder else verify, capath=verify if is_folder else None)
    context = httpx.create_ssl_context()
    if not verify:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
