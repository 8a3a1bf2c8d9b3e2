"""Runs of the contract suite for tests: in this process, on a mock store or on a small server."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from wooclient import WooClient
from wooclient.contract import session
from wooclient.contract.calls.checking import Judged
from wooclient.contract.command import main
from wooclient.contract.described.description import description
from wooclient.contract.running.outcome import Outcome
from wooclient.contract.running.results import COLOURS, Colour
from wooclient.contract.running.runner import Job, Suite
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.session import hold
from wooclient.contract.store.target import Target
from wooclient.mock import MockStore

Json = dict[str, Any]
KEY, SECRET = "ck_" + "0" * 40, "cs_" + "1" * 40


@dataclass(frozen=True)
class Said:
    """What the command said, and how it ended."""

    code: int
    out: str
    err: str


def contract(*arguments: str) -> Said:
    """The command, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    return Said(code, out.getvalue(), err.getvalue())


def target(store: MockStore, *, read_only: bool = False, transport: Any = None) -> Target:
    """A mock store as a target."""
    return Target(store.url, store.key, store.secret, read_only=read_only, transport=transport or store.transport)


class _Some(Suite):
    """Scenarios in some colours only."""

    colours: Sequence[Colour] = COLOURS

    def _jobs(self, scenarios: Sequence[Scenario]) -> list[Job]:
        return [job for job in super()._jobs(scenarios) if job.colour in self.colours]


def play(
    aim: Target,
    *scenarios: Scenario,
    stop: Event | None = None,
    system: Json | None = None,
    served: Mapping[str, frozenset[str]] | None = None,
    colours: Sequence[Colour] = COLOURS,
    judged: Judged | None = None,
) -> Suite:
    """Some scenarios on a store that serves everything, or what is `served`; `system` is what it says of itself.

    `judged` is what was found of bodies in other runs.
    """
    versions = dict.fromkeys(scenario.version for scenario in scenarios)
    there = {version: (served or {}).get(version, frozenset(description(version).operations)) for version in versions}
    suite = _Some(aim, there, workers=2, stop=stop or Event(), system=system or {})
    suite.colours = colours
    if judged is not None:
        suite.results.judged = judged
    suite.run(scenarios)
    return suite


def whole(aim: Target, *versions: str) -> Outcome:
    """A whole run."""
    return hold(aim, versions, workers=2, stop=Event(), say=lambda _: None, progress=lambda *_: None)


def only(monkeypatch: pytest.MonkeyPatch, *scenarios: Scenario) -> None:
    """Whole runs look, clear up, play these scenarios and no others, and clear up again."""
    monkeypatch.setattr(session, "chosen", lambda versions, *, read_only: list(scenarios))


def state(store: MockStore) -> dict[str, Any]:
    """What can be read of a store and may not change."""
    client = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
    kinds = {
        "products": client.products, "orders": client.orders, "coupons": client.coupons, "tags": client.products.tags,
        "categories": client.products.categories, "webhooks": client.webhooks, "customers": client.customers,
    }  # fmt: skip
    lists: dict[str, Any] = {name: [thing.id for thing in kind.iter()] for name, kind in kinds.items()}
    lists["zones"] = [zone.model_dump() for zone in client.shipping.zones.list()]
    lists["taxes"] = [rate.model_dump() for rate in client.taxes.iter()]
    lists["tax classes"] = [tax_class.slug for tax_class in client.taxes.classes.list()]
    lists["attributes"] = [attribute.id for attribute in client.products.attributes.list()]
    lists["gateways"] = [gateway.model_dump() for gateway in client.payment_gateways.list()]
    for group in ("general", "products", "tax", "account"):
        lists[group] = [(option.id, option.value) for option in client.settings.options.list(group)]
    return lists


class _Server(ThreadingHTTPServer):
    #: Closing waits for the answers that are under way: no thread of a test outlives it.
    daemon_threads = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that left before the answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Site:
    """A web server whose answers are a function of the path: status, headers and body."""

    def __init__(self, answer: Any, tls: Any = None) -> None:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = answer(self.path)
                text = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def do_POST(self) -> None:
                outer.writes.append(self.path)
                self.do_GET()

            def log_message(self, *_: Any) -> None:
                pass

        self.writes: list[str] = []
        self.server = _Server(("127.0.0.1", 0), Handler)
        if tls is not None:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


@contextlib.contextmanager
def site(answer: Any, tls: Any = None) -> Iterator[Site]:
    """A web server for the time of a block."""
    made = Site(answer, tls)
    try:
        yield made
    finally:
        made.server.shutdown()
        made.server.server_close()


def written(folder: Path) -> Json:
    """The JSON report in a folder."""
    found: Json = json.loads((folder / "report.json").read_text("utf-8"))
    return found
