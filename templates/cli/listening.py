"""A receiver of webhooks: answers stores, and prints what is verified."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

import click

from wooclient._runtime.webhooks import Ping, SignatureError, WebhookError
from wooclient.webhooks import receive

from .console import cell, printable, say_json, tell

#: No record is as large; a store sends one a delivery.
_LARGEST = 32 * 1024 * 1024
#: How many deliveries are remembered: stores send one again if no answer came in time.
_REMEMBERED = 1000
_PATIENCE = 30.0


class Receiver:
    """A server for webhooks.

    Attributes:
        port: Where it listens.
        refused: How many deliveries had a wrong signature, or none.
    """

    def __init__(self, host: str, port: int, secret: str, *, as_json: bool, count: int) -> None:
        """Begin to listen. Raises OSError if the port is taken, ValueError for an empty secret."""
        if not secret:
            raise ValueError("the secret is empty; anyone could sign with that")
        self._secret, self._as_json, self._left = secret, as_json, count
        self.refused = 0
        self._seen: dict[str, None] = {}
        self._lock = Lock()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            """Hands what comes to the receiver."""

            timeout = _PATIENCE
            server_version, sys_version = "wooclient", ""

            def do_POST(self) -> None:
                """A delivery, a ping, or neither."""
                size = self.headers.get("content-length", "")
                if not size.isascii() or not size.isdigit() or int(size) > _LARGEST:
                    self.send_error(411 if not size else 413)
                    return
                status = receiver.took(dict(self.headers.items()), self.rfile.read(int(size)))
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing: what is to be seen is printed by the receiver."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]

    def run(self) -> None:
        """Answer until told to stop, or until so many events came."""
        try:
            self._server.serve_forever(poll_interval=0.1)
        finally:
            self._server.server_close()

    def took(self, headers: dict[str, str], body: bytes) -> int:
        """The status for a request; prints it if it is an event, once."""
        try:
            event = receive(headers, body, self._secret)
        except SignatureError as error:
            self.refused += 1
            tell(f"refused: {error}")
            return 401
        except WebhookError as error:
            tell(f"refused: {error}")
            return 400
        if isinstance(event, Ping):
            tell(f"ping of webhook {event.webhook_id}: answered")
            return 200
        with self._lock:
            if event.delivery_id in self._seen:
                return 200
            self._remember(event.delivery_id)
            self._print(event)
            self._left -= 1
            if self._left == 0:
                # It waits for the loop of the server, which waits for nobody here.
                Thread(target=self._server.shutdown, daemon=True).start()
        return 200

    def _remember(self, delivery: str) -> None:
        if delivery:
            self._seen[delivery] = None
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]

    def _print(self, event: Any) -> None:
        if self._as_json:
            about = {name: getattr(event, name) for name in ("topic", "id", "webhook_id", "delivery_id", "source")}
            say_json({**about, "data": event.raw})
            return
        told = repr(event.data) if event.data is not None else cell(event.raw)
        click.echo(f"{printable(event.topic)}  {event.id or ''}  {printable(told)}")
