"""What is sent and what came back, as plain data: no I/O, no HTTP library."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, cast
from urllib.parse import urljoin

from .errors import EXCERPT, RedirectError
from .query import Pair, encode
from .redaction import redact
from .shapes import is_array, is_object

#: What WordPress puts into an error; the first two are always there.
ERROR_KEYS = frozenset({"code", "message", "data", "additional_errors", "additional_data"})
_NO_HEADERS: Mapping[str, str] = {}


class Request(NamedTuple):
    """One HTTP request. `url` has no query; `query` and `headers` have no credentials."""

    method: str
    url: str
    query: tuple[Pair, ...] = ()
    content: bytes | None = None
    headers: Mapping[str, str] = _NO_HEADERS

    @property
    def shown(self) -> str:
        """The address for messages and logs, which holds no credentials."""
        return f"{self.url}?{encode(list(self.query))}" if self.query else self.url

    @property
    def reads(self) -> bool:
        """Whether the request changes nothing, so that it may be sent again."""
        return self.method in ("GET", "HEAD", "OPTIONS")

    @property
    def is_idempotent(self) -> bool:
        """Whether carrying the request out twice does no more than once.

        A POST creates. A PUT sets fields, but adds rows: items of a list that have no id, such as a new line of an
        order or a picture named by its address.
        """
        return self.reads or self.method == "DELETE" or (self.method == "PUT" and not _adds(self.content))


def _adds(content: bytes | None) -> bool:
    """Whether a list somewhere in a JSON body holds an object without an id."""
    pending: list[Any] = [json.loads(content or b"null")]
    while pending:
        held = pending.pop()
        if is_array(held):
            if any(is_object(item) and not item.get("id") for item in held):
                return True
            pending += held
        elif is_object(held):
            pending += held.values()
    return False


class Response(NamedTuple):
    """One HTTP answer; header names are in lower case.

    `attempts` says how often the request was sent until this answer came.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    attempts: int = 1

    def __repr__(self) -> str:
        """The answer without its body, which may be long and about people."""
        return f"Response(status={self.status!r}, headers={self.headers!r}, attempts={self.attempts!r})"

    @property
    def is_success(self) -> bool:
        """Whether the status says that the store did what was asked."""
        return 200 <= self.status < 300


def holds_error(found: Mapping[str, Any]) -> bool:
    """Whether an object has what makes an error of WordPress. A record may have it too: look for its own keys first."""
    return isinstance(found.get("code"), str | int) and isinstance(found.get("message"), str)


def error_status(found: Mapping[str, Any]) -> int:
    """The status that an error of WordPress names in its body; 0 if it names none."""
    told = _object(found.get("data")).get("status")
    return told if isinstance(told, int) and told >= 400 else 0


def facts(request: Request, response: Response) -> dict[str, Any]:
    """What every error about an answer holds, as keyword arguments."""
    return {
        "method": request.method,
        "url": request.shown,
        "status": response.status,
        "headers": response.headers,
        "body": response.body,
        "attempts": response.attempts,
        "retry_after": retry_after(response.headers),
    }


def redirected(request: Request, response: Response, why: str = "") -> RedirectError:
    """The error for a redirect that is not followed; `why` says why not."""
    target = redirect_target(request, response).partition("?")[0]
    place = target or "an address that it does not name"
    reason = why or ("a write is never sent on" if not request.reads else "there is nothing to follow")
    return RedirectError(
        f"status {response.status}: the store redirects to {place}; {reason}",
        location=target,
        hint=_other_address(request.url, target),
        **facts(request, response),
    )


def redirect_target(request: Request, response: Response) -> str:
    """The absolute address that a redirect names, with its query; empty if it names none that can be understood."""
    location = response.headers.get("location", "")
    try:
        return urljoin(request.url, location).partition("#")[0] if location else ""
    except ValueError:
        return ""


def _other_address(url: str, target: str) -> str:
    if not target:
        return ""
    if target.rstrip("/") == url.rstrip("/"):
        return "It redirects to itself: a plugin, cache or proxy rewrites the address"
    if "wp-login" in target or "my-account" in target:
        return "A plugin asks visitors to log in before they see anything; let it make an exception for the REST API"
    store = target.split("/wp-json")[0].split("/wc-api")[0]
    return f"Make the client with the address that the store itself uses, as in {store}"


def error_body(body: bytes) -> tuple[str, str, Any] | None:
    """Code, message and data of an error answer, of the REST API or the legacy one; None if it is neither.

    Other text around the error, such as messages of PHP, is passed over.
    """
    body = body.lstrip(b"\xef\xbb\xbf")
    try:
        return error_in(parse_json(body))
    except (ValueError, RecursionError):
        from .salvage import salvaged  # only who gets noise needs it

        found = salvaged(body, is_error)
        return error_in(parse_json(found)) if found is not None else None


def is_error(value: Any) -> bool:
    """Whether a JSON value is an error and nothing else."""
    found = _object(value)
    return holds_error(found) or ("errors" in found and error_in(found) is not None)


def error_in(value: Any) -> tuple[str, str, Any] | None:
    """Code, message and data of an error, if that is what a JSON value is."""
    found = _object(value)
    errors = found.get("errors")
    if isinstance(errors, list) and errors:
        found = _object(errors[0])
    elif isinstance(errors, dict):  # a legacy API that is switched off writes the one error without a list
        found = _object(errors)
    if not isinstance(found.get("code"), str | int):
        return None
    return str(found["code"]), str(found.get("message", "")), found.get("data")


def parse_json(body: bytes) -> Any:
    """Any JSON. An integer of more digits than Python takes stays text, so that what is around it can be read.

    Raises ValueError for what is no JSON, and RecursionError for what is nested too deep.
    """
    try:
        return json.loads(body)
    except json.JSONDecodeError:
        raise
    except ValueError:
        return json.loads(body, parse_int=_integer)


def _integer(text: str) -> int | str:
    try:
        return int(text)
    except ValueError:
        return text


def _object(value: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def excerpt(body: bytes) -> str:
    """The beginning of a body as text, without secrets: they are taken out of the whole, so that none is cut in two."""
    return redact(body.decode("utf-8", "replace"))[:EXCERPT]


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """The seconds that the answer asks to wait, from a number or a date; None if it does not ask.

    A date is compared with the answer's own `Date`, so that a wrong clock on either side does no harm; without one,
    with `now` (seconds since 1970).
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return float(text)
    until = _moment(text) if text else None
    since = _moment(headers.get("date", "")) if until is not None else None
    since = now if since is None else since
    return None if until is None or since is None else max(0.0, until - since)


def _moment(text: str) -> float | None:
    from email.utils import parsedate_to_datetime  # loads half the email package; hardly any answer needs it

    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
