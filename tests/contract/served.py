"""A mock store behind a socket of this process, for commands that run in a process of their own."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from wooclient.mock import MockStore
from wooclient.mock.wire import Request

#: Told of each request, `GET /wp-json/wc/v3`, before it is answered; may wait.
Watch = Callable[[str], None]


@contextlib.contextmanager
def served(store: MockStore, watch: Watch = lambda _: None) -> Iterator[str]:
    """The address of a store for the time of a block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # the body is written after the head, and would wait for its receipt

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            watch(f"{self.command} {path}")
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = store.handle(Request(self.command, path, query, headers, body, "http"))
            self.send_response(answer.status)
            for name, value in {**answer.headers, "Content-Length": str(len(answer.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(answer.body)

        do_POST = do_PUT = do_DELETE = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    store.move(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield store.url
    finally:
        server.shutdown()
        server.server_close()
