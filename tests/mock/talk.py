"""Ways to talk to a mock store in tests, without the client."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import quote

from wooclient.mock import MockStore
from wooclient.mock.wire import Answer, Request

ROOT = "/wp-json/wc/v3"


def basic(store: MockStore, key: str = "", secret: str = "") -> dict[str, str]:
    """An Authorization header."""
    pair = f"{key or store.key}:{secret or store.secret}"
    return {"authorization": "Basic " + base64.b64encode(pair.encode()).decode()}


def send(
    store: MockStore, method: str, path: str, body: Any = None, query: str = "", headers: dict[str, str] | None = None,
    raw: bytes | None = None, scheme: str = "https", key: bool = True,
) -> Answer:  # fmt: skip
    """Send a request below wc/v3, or anywhere if the path begins with `/wp-json` or `/wc-api`."""
    found = {**(basic(store) if key else {}), **(headers or {})}
    data = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
    if data and "content-type" not in found:
        found["content-type"] = "application/json"
    target = path if path.startswith(("/wp-json", "/wc-api")) or path == "/" else f"{ROOT}{path}"
    return store.handle(Request(method, target, query, found, data, scheme))


def read(answer: Answer) -> Any:
    """The body."""
    return json.loads(answer.body)


def code(answer: Answer) -> tuple[int, str]:
    """Status and error code."""
    return answer.status, read(answer).get("code", "")


def signed(
    store: MockStore, method: str, path: str, parameters: dict[str, str] | None = None, *, digest: str = "sha256",
    secret: str = "", timestamp: int | None = None, nonce: str = "n1", **changes: str,
) -> str:  # fmt: skip
    """A query with an OAuth 1.0a signature, written anew here rather than by the code under test."""
    given = {
        **(parameters or {}),
        "oauth_consumer_key": store.key,
        "oauth_timestamp": str(int(time.time()) if timestamp is None else timestamp),
        "oauth_nonce": nonce,
        "oauth_signature_method": f"HMAC-{digest.upper()}",
    }
    encoded = sorted((quote(k, safe="~"), quote(v, safe="~")) for k, v in given.items())
    joined = quote("&".join(f"{k}={v}" for k, v in encoded), safe="~")
    base = f"{method}&{quote(store.url + ROOT + path, safe='~')}&{joined}"
    made = hmac.new(f"{secret or store.secret}&".encode(), base.encode(), getattr(hashlib, digest)).digest()
    found = {**given, "oauth_signature": base64.b64encode(made).decode(), **changes}
    return "&".join(f"{quote(k, safe='')}={quote(v, safe='')}" for k, v in found.items() if v)
