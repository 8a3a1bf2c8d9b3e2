"""The stores that a walk asks: a real one over HTTP, and the mock store in this process."""

from __future__ import annotations

import base64
import itertools
import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import httpx

from differential.steps import Step
from wooclient._runtime.oauth import signed_query
from wooclient.mock import MockStore
from wooclient.mock.wire import Request

Json = dict[str, Any]
Pair = tuple[str, str]
_COUNT = itertools.count()
#: Orders note who asked for them: in the logs this one.
_AGENT = "python-httpx/0.28.1"
_NEVER = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True)
class Keys:
    """A key that may do everything, and one that may only read."""

    rw: Pair
    ro: Pair

    def of(self, auth: str) -> Pair | None:
        """The key that a request goes out with."""
        return {"rw": self.rw, "ro": self.ro, "wrong": (self.rw[0], "cs_wrong")}.get(auth)


@dataclass
class Answer:
    """What came back. A body that is no JSON stays text."""

    status: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: Any = None
    at: datetime = _NEVER

    @property
    def code(self) -> str:
        """The code of a refusal, in the form of either API."""
        body = self.body if isinstance(self.body, dict) else {}
        errors = body.get("errors")
        if self.status < 400:
            return ""
        return str(body.get("code") or ",".join(str(e.get("code")) for e in errors or [] if isinstance(e, dict)))


def request_of(step: Step, root: str, keys: Keys) -> Request:
    """The request as it goes to the store at `root`, which ends with the version."""
    home = urlsplit(root)
    headers = {"user-agent": _AGENT, **({} if step.body is None else {"content-type": "application/json"})}
    pairs = [(name, str(value)) for name, value in step.query]
    path, scheme, key = home.path + quote(step.path, safe="/%"), "https", keys.of(step.auth)
    if step.way == "oauth" and key:
        scheme, now = "http", int(datetime.now(UTC).timestamp())
        address, nonce = f"http://{home.netloc}{path}", f"{time.time_ns()}{next(_COUNT)}"
        pairs = signed_query(step.method, address, pairs, key=key[0], secret=key[1], nonce=nonce, timestamp=now)
    elif step.way == "query" and key:
        pairs += [("consumer_key", key[0]), ("consumer_secret", key[1])]
    elif key:
        headers["authorization"] = "Basic " + base64.b64encode(":".join(key).encode()).decode()
    body = b"" if step.body is None else json.dumps(step.body).encode()
    return Request(step.method, path, urlencode(pairs, quote_via=quote), headers, body, scheme)


class RealSide:
    """A store that is reached over HTTP."""

    def __init__(self, url: str, prefix: str, keys: Keys, verify: bool = True) -> None:
        self.url = url.rstrip("/")
        self.root = self.url + prefix
        self.keys = keys
        self.web = httpx.Client(verify=verify, timeout=120)

    def send(self, step: Step) -> Answer:
        """Send a request."""
        sent = request_of(step, self.root, self.keys)
        address = f"{sent.scheme}://{urlsplit(self.url).netloc}{sent.path}" + (f"?{sent.query}" if sent.query else "")
        answer = self.web.request(sent.method, address, headers=sent.headers, content=sent.body)
        headers = {k.lower(): v for k, v in answer.headers.items()}
        at = parsedate_to_datetime(headers["date"]) if "date" in headers else datetime.now(UTC)
        at -= answer.elapsed / 2  # about when a slow store noted what it did
        return Answer(answer.status_code, headers, parsed(answer.content), at)


class MockSide:
    """The mock store. Its clock is that of the other side."""

    def __init__(self, seed: Json, url: str, prefix: str, keys: Keys, release: str = "") -> None:
        self.root = url.rstrip("/") + prefix
        self.keys = keys
        self.store = MockStore(seed, url=url.rstrip("/"), key=keys.rw[0], secret=keys.rw[1], release=release)
        self.store.keys.create("read", key=keys.ro[0], secret=keys.ro[1])
        self.store.shop.listeners.clear()
        host = urlsplit(url).netloc
        self.store.authenticator.home = lambda request: f"{request.scheme}://{host}"
        self.now = datetime.now(UTC)
        self.store.shop.clock = lambda: self.now

    def send(self, step: Step) -> Answer:
        """Send a request."""
        answer = self.store.handle(request_of(step, self.root, self.keys))
        self.store.requests.clear()
        return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, parsed(answer.body), self.now)


def parsed(body: bytes) -> Any:
    """A body read as JSON, or as text."""
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body.decode("utf-8", "replace")
