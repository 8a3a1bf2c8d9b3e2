"""A small store on raw sockets that does to each request what it is told, and remembers every byte it got."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

RECORDS = 500
#: A product tag: the smallest record that WooCommerce has.
TAG = {"id": 1, "name": "gift", "slug": "gift", "description": "", "count": 4}
JSON = "content-type: application/json\r\n"
#: Faults by which the store says that it did nothing.
REFUSING = frozenset({"429", "429_for_long", "503", "503_wait", "redirect_elsewhere", "redirect_loop"})
PAGE = b"<html><body>Service unavailable</body></html>"


@dataclass(frozen=True)
class Got:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    def parameter(self, name: str, default: int) -> int:
        """A number in the query."""
        found = dict(part.partition("=")[::2] for part in self.target.partition("?")[2].split("&"))
        return int(found.get(name, default))


#: Says which fault a request meets, by name; `ok` is none.
Plan = Callable[[Got | None], str]


class FaultyStore:
    """Listens on loopback until the `with` block ends.

    `plan` is asked once for each connection (with None) and once for each request.
    """

    def __init__(self, plan: Plan, *, tls: ssl.SSLContext | None = None, elsewhere: str = "", port: int = 0) -> None:
        self.plan, self.tls, self.elsewhere = plan, tls, elsewhere
        self.listener = socket.create_server(("127.0.0.1", port), backlog=256)
        self.port = self.listener.getsockname()[1]
        self.lock = threading.Lock()
        self.arrivals: list[Got] = []
        #: The fault that each arrival met.
        self.met: list[str] = []
        self.created: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.connections = 0
        self._open: set[socket.socket] = set()
        self._stopped = threading.Event()

    @property
    def url(self) -> str:
        """The address of the store."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def open(self) -> int:
        """How many connections are open."""
        with self.lock:
            return len(self._open)

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        # Closing alone does not wake a thread that accepts.
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        with self.lock:
            left = list(self._open)
        for connection in left:
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.connections += 1
                self._open.add(connection)
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        talking = connection
        try:
            fault = self._choose(None)
            if fault == "reset_before":
                _reset(connection)
                return
            if self.tls:
                talking = self.tls.wrap_socket(connection, server_side=True)
            buffer = b""
            while True:
                got, buffer = _read(talking, buffer)
                if got is None or not self._answer(talking, got):
                    return
        except (OSError, ValueError):
            return
        finally:
            talking.close()
            connection.close()
            with self.lock:
                self._open.discard(connection)

    def _choose(self, got: Got | None) -> str:
        with self.lock:
            fault = self.plan(got)
            if fault != "ok":
                self.faults[fault] += 1
            return fault

    def _answer(self, connection: socket.socket, got: Got) -> bool:
        """Answer, or do not; whether the connection goes on."""
        fault = self._choose(got)
        with self.lock:
            self.arrivals.append(got)
            self.met.append(fault)
            # What is refused was not carried out; of everything else the client cannot know.
            if got.method == "POST" and fault not in REFUSING:
                self.created[json.loads(got.body)["name"]] += 1
        faults: dict[str, Callable[[socket.socket, Got], bool]] = {
            "ok": self._ok,
            "reset_during": self._reset_during,
            "reset_after": self._reset_after,
            "stall": self._stall,
            "drip": self._drip,
            "short_body": self._short_body,
            "bad_chunk": self._bad_chunk,
            "cut_chunk": self._cut_chunk,
            "garbage": self._garbage,
            "429": self._rate_limit,
            "429_for_long": self._rate_limit_for_long,
            "503": self._unavailable,
            "503_wait": self._unavailable_for_now,
            "redirect_elsewhere": self._redirect_elsewhere,
            "redirect_loop": self._redirect_loop,
        }
        return faults[fault](connection, got)

    def _body(self, got: Got) -> tuple[str, bytes, str]:
        if got.method == "POST":
            return "201 Created", json.dumps({**TAG, **json.loads(got.body)}).encode(), ""
        if got.method != "GET":
            return "200 OK", json.dumps(TAG).encode(), ""
        page, size = got.parameter("page", 1), got.parameter("per_page", 10)
        ids = range(1, RECORDS + 1)[(page - 1) * size : page * size]
        totals = f"x-wp-total: {RECORDS}\r\nx-wp-totalpages: {-(-RECORDS // size)}\r\n"
        return "200 OK", json.dumps([{**TAG, "id": i} for i in ids]).encode(), totals

    def _whole(self, got: Got) -> bytes:
        status, body, more = self._body(got)
        return f"HTTP/1.1 {status}\r\n{JSON}{more}content-length: {len(body)}\r\n\r\n".encode() + body

    def _ok(self, connection: socket.socket, got: Got) -> bool:
        connection.sendall(self._whole(got))
        return True

    def _reset_during(self, connection: socket.socket, got: Got) -> bool:
        whole = self._whole(got)
        connection.sendall(whole[: len(whole) // 2])
        _reset(connection)
        return False

    def _reset_after(self, connection: socket.socket, got: Got) -> bool:
        connection.sendall(self._whole(got))
        return False

    def _stall(self, connection: socket.socket, got: Got) -> bool:
        self._stopped.wait(30)
        return False

    def _drip(self, connection: socket.socket, got: Got) -> bool:
        whole = self._whole(got)
        head = whole.index(b"\r\n\r\n") + 4
        connection.sendall(whole[:head])
        drop = max(1, (len(whole) - head) // 40)
        for i in range(head, len(whole), drop):
            connection.sendall(whole[i : i + drop])
            if self._stopped.wait(0.05):
                break
        return False

    def _short_body(self, connection: socket.socket, got: Got) -> bool:
        connection.sendall(self._whole(got)[:-1])
        return False

    def _bad_chunk(self, connection: socket.socket, got: Got) -> bool:
        status, body, more = self._body(got)
        head = f"HTTP/1.1 {status}\r\n{JSON}{more}transfer-encoding: chunked\r\n\r\n".encode()
        connection.sendall(head + b"%x\r\n" % len(body) + body + b"\r\nzz\r\n\r\n")
        return False

    def _cut_chunk(self, connection: socket.socket, got: Got) -> bool:
        status, body, more = self._body(got)
        head = f"HTTP/1.1 {status}\r\n{JSON}{more}transfer-encoding: chunked\r\n\r\n".encode()
        connection.sendall(head + b"%x\r\n" % len(body) + body + b"\r\n")
        return False

    def _garbage(self, connection: socket.socket, got: Got) -> bool:
        connection.sendall(b"\x00\x01SSH-2.0-nonsense\r\n\r\n")
        return False

    def _rate_limit(self, connection: socket.socket, got: Got) -> bool:
        connection.sendall(b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n")
        return True

    def _rate_limit_for_long(self, connection: socket.socket, got: Got) -> bool:
        connection.sendall(b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 3600\r\ncontent-length: 0\r\n\r\n")
        return True

    def _unavailable_for_now(self, connection: socket.socket, got: Got) -> bool:
        connection.sendall(b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n")
        return True

    def _unavailable(self, connection: socket.socket, got: Got) -> bool:
        head = f"HTTP/1.1 503 Unavailable\r\ncontent-type: text/html\r\ncontent-length: {len(PAGE)}\r\n\r\n"
        connection.sendall(head.encode() + PAGE)
        return True

    def _redirect_elsewhere(self, connection: socket.socket, got: Got) -> bool:
        location = f"location: {self.elsewhere}{got.target}\r\n"
        connection.sendall(f"HTTP/1.1 302 Found\r\n{location}content-length: 0\r\n\r\n".encode())
        return True

    def _redirect_loop(self, connection: socket.socket, got: Got) -> bool:
        location = f"location: {got.target}\r\n"
        connection.sendall(f"HTTP/1.1 302 Found\r\n{location}content-length: 0\r\n\r\n".encode())
        return True


def _read(connection: socket.socket, buffer: bytes) -> tuple[Got | None, bytes]:
    """The next request of a connection, and what was read behind it."""
    while b"\r\n\r\n" not in buffer:
        part = connection.recv(65536)
        if not part:
            return None, b""
        buffer += part
    head, _, buffer = buffer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", 0))
    while len(buffer) < length:
        part = connection.recv(65536)
        if not part:
            return None, b""
        buffer += part
    return Got(method, target, headers, buffer[:length]), buffer[length:]


def _reset(connection: socket.socket) -> None:
    """Close with a reset instead of a proper end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port
