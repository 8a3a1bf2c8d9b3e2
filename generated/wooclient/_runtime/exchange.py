"""What is sent and what came back, as plain data: no I/O, no HTTP library."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError, NotJsonError, RedirectError
from .query import Pair, encode


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request. `url` has no query; `query` has no credentials."""

    method: str
    url: str
    query: tuple[Pair, ...] = ()
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def shown(self) -> str:
        """The address for messages and logs, which holds no credentials."""
        return f"{self.url}?{encode(list(self.query))}" if self.query else self.url


@dataclass(frozen=True, slots=True)
class Response:
    """One HTTP answer; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_success(self) -> bool:
        """Whether the status says that the store did what was asked."""
        return 200 <= self.status < 300


def check(request: Request, response: Response) -> None:
    """Raise the error that `response` stands for, if it is no success."""
    if response.is_success:
        return
    about: dict[str, Any] = {
        "method": request.method,
        "url": request.shown,
        "status": response.status,
        "headers": response.headers,
        "body": response.body,
    }
    if 300 <= response.status < 400:
        target = response.headers.get("location", "an unnamed place").partition("?")[0]
        raise RedirectError(f"the store redirects to {target}; use that address", **about)
    found = error_body(response.body)
    if found is None:
        raise NotJsonError(f"status {response.status} with a body that is no WooCommerce error", **about)
    code, message, data = found
    raise ApiError(message, code=code, data=data, **about)


def error_body(body: bytes) -> tuple[str, str, Any] | None:
    """Code, message and data of an error answer, of the REST API or the legacy one; None if it is neither."""
    try:
        parsed = json.loads(body)
    except ValueError:
        return None
    if isinstance(parsed, dict) and isinstance(parsed.get("errors"), list) and parsed["errors"]:
        parsed = parsed["errors"][0]
    if not isinstance(parsed, dict) or not isinstance(parsed.get("code"), str | int):
        return None
    return str(parsed["code"]), str(parsed.get("message", "")), parsed.get("data")


def not_json(request: Request, response: Response) -> NotJsonError:
    """The error for a success whose body cannot be read."""
    kind = response.headers.get("content-type", "no content type")
    excerpt = response.body[:200].decode("utf-8", "replace")
    return NotJsonError(
        f"status {response.status} with a body that is not JSON ({kind}): {excerpt!r}",
        method=request.method,
        url=request.shown,
        status=response.status,
        headers=response.headers,
        body=response.body,
    )
