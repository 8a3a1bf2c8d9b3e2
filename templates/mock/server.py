"""The store behind a socket: HTTP/1.1 over asyncio, with h11 reading and writing the protocol."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from typing import Any

import h11

from .errors import ConnectionDropped
from .params import MAX_BODY
from .store import MockStore
from .wire import Answer, Request, to_json

_TOO_LARGE = to_json({"code": "mock_body_too_large", "message": "The body is too large.", "data": {"status": 413}})
_BAD = to_json({"code": "mock_bad_request", "message": "That is no HTTP request.", "data": {"status": 400}})
#: Seconds that a refused request may go on sending.
_LINGER = 1.0
_JSON = {"Content-Type": "application/json; charset=UTF-8"}


class Connection(asyncio.Protocol):
    """One connection: requests one after the other."""

    def __init__(self, store: MockStore, scheme: str, open_ones: set[Connection]) -> None:
        self.store = store
        self.scheme = scheme
        self.open_ones = open_ones
        self.http = h11.Connection(h11.SERVER)
        self.transport: Any = None
        self.request: h11.Request | None = None
        self.body: list[bytes] = []
        self.size = 0
        self.timer: asyncio.TimerHandle | None = None
        self.ending = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        self.transport = transport
        self.open_ones.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Somebody has gone."""
        self.open_ones.discard(self)
        if self.timer is not None:
            self.timer.cancel()

    def data_received(self, data: bytes) -> None:
        """More bytes."""
        if self.ending:
            return
        self.http.receive_data(data)
        self.work()

    def eof_received(self) -> bool:
        """No more bytes will come."""
        if self.ending:
            return False
        self.http.receive_data(b"")
        self.work()
        return False

    def work(self) -> None:
        """Answer what has come in whole."""
        try:
            while self._step(self.http.next_event()):
                pass
        except h11.RemoteProtocolError as error:
            if self.http.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                self.send(Answer(error.error_status_hint, dict(_JSON), _BAD), close=True)
            else:
                self.transport.close()

    def _step(self, event: Any) -> bool:
        if event is h11.NEED_DATA or event is h11.PAUSED:
            return False
        if isinstance(event, h11.Request):
            self.request, self.body, self.size = event, [], 0
            if self.http.they_are_waiting_for_100_continue:
                go_on = h11.InformationalResponse(status_code=100, headers=[], reason=b"Continue")
                self.transport.write(self.http.send(go_on))
        elif isinstance(event, h11.Data):
            self.size += len(event.data)
            if self.size > MAX_BODY:
                self.send(Answer(413, dict(_JSON), _TOO_LARGE), close=True)
                return False
            self.body.append(bytes(event.data))
        elif isinstance(event, h11.EndOfMessage):
            return self.respond()
        elif isinstance(event, h11.ConnectionClosed):
            self.transport.close()
            return False
        return True

    def respond(self) -> bool:
        """Answer the request that is complete; False while the answer has to wait."""
        assert self.request is not None
        path, _, query = self.request.target.decode("latin-1").partition("?")
        if "://" in path:
            path = "/" + path.split("/", 3)[-1]
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in self.request.headers}
        method = self.request.method.decode("ascii")
        try:
            answer = self.store.handle(Request(method, path, query, headers, b"".join(self.body), self.scheme))
        except ConnectionDropped:
            self.transport.abort()
            return False
        if self.store.delay:
            self.timer = asyncio.get_running_loop().call_later(self.store.delay, self._late, answer)
            return False
        return self.send(answer)

    def _late(self, answer: Answer) -> None:
        if self.send(answer):
            self.work()

    def send(self, answer: Answer, *, close: bool = False) -> bool:
        """Write an answer; True if another request may follow."""
        head = self.request is not None and self.request.method == b"HEAD"
        headers = [*answer.headers.items(), ("Content-Length", str(len(answer.body)))]
        if close:
            headers.append(("Connection", "close"))
        sent = self.http.send(h11.Response(status_code=answer.status, headers=headers)) or b""
        if not head:
            sent += self.http.send(h11.Data(data=answer.body)) or b""
        sent += self.http.send(h11.EndOfMessage()) or b""
        self.transport.write(sent)
        if close:
            self.end()
            return False
        if self.http.our_state is h11.MUST_CLOSE:
            self.transport.close()
            return False
        self.http.start_next_cycle()
        return True

    def end(self) -> None:
        """Close once the other side has read the answer: closing on unread bytes at once would take it away again."""
        self.ending = True
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.timer = asyncio.get_running_loop().call_later(_LINGER, self.transport.close)


class Server:
    """A listening store."""

    def __init__(
        self, store: MockStore, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self.store = store
        self.host, self.port, self.tls = host, port, tls
        self._open: set[Connection] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Begin to listen; `port` then holds the real number."""
        scheme = "https" if self.tls else "http"
        make: Callable[[], Connection] = lambda: Connection(self.store, scheme, self._open)  # noqa: E731
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(make, self.host, self.port, ssl=self.tls, backlog=256)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Stop listening and close what is open."""
        if self._server is not None:
            self._server.close()
        for connection in list(self._open):
            connection.transport.close()
        await asyncio.sleep(0)


def tls_context(host: str) -> tuple[ssl.SSLContext, bytes]:
    """A context with a certificate of our own making for `host`, and the authority that clients must trust."""
    try:
        import trustme
    except ImportError:
        raise SystemExit("TLS needs the package trustme: pip install 'wooclient[mock]'") from None
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate = authority.issue_cert(host, "localhost", "127.0.0.1", "::1")
    certificate.configure_cert(context)  # pyright: ignore[reportUnknownMemberType]  # it also takes pyOpenSSL's
    return context, authority.cert_pem.bytes()
