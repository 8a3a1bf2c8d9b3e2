"""Faults on demand: what real stores do to their clients, by name.

A profile changes the request before the store sees it, the answer after, or both. Profiles combine; each can be held
to some routes and to every n-th request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .errors import ConnectionDropped
from .fault_pages import CHANGES, INSTEAD
from .fault_pages import PROFILES as PAGES
from .kinds import is_list, is_map
from .legacy.engine import PREFIX as LEGACY
from .wire import Answer, Request, to_json

#: What stands in front of a body comes after all that changes it, the mark first of all.
_IN_FRONT = ("php_warning", "bom")
_PRICES = ("price", "regular_price", "sale_price")
_FIREWALL = (
    b"<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1>"
    b"<p>A firewall has blocked this request.</p></body></html>"
)
_BROKEN = (
    b"<!DOCTYPE html><html><head><title>Error</title></head><body><p>There has been a critical error on this website."
    b"</p></body></html>"
)
_WARNING = (
    b"<br />\n<b>Warning</b>:  Undefined array key 0 in <b>/srv/www/plugins/loud/loud.php</b> on line <b>7</b><br />\n"
)


@dataclass(slots=True)
class Fault:
    """One profile that is on: where, and how often."""

    name: str
    #: A pattern that the path must contain; empty for all.
    route: str = ""
    #: Every n-th matching request.
    every: int = 1
    #: How many times; 0 for without end.
    times: int = 0
    seconds: float = 1.0
    retry_after: int = 1
    seen: int = 0
    done: int = 0

    def due(self, request: Request) -> bool:
        """Whether this request is to be hit; counts it."""
        if self.route and not re.search(self.route, request.path):
            return False
        self.seen += 1
        if self.seen % self.every or (self.times and self.done >= self.times):
            return False
        self.done += 1
        return True


@dataclass(slots=True)
class Failure:
    """An answer that the next request gets instead of the store's."""

    status: int
    code: str
    message: str
    retry_after: int | None = None
    body: bytes | None = None
    route: str = ""


@dataclass(slots=True)
class Faults:
    """The faults of one store."""

    on: list[Fault] = field(default_factory=list[Fault])
    failures: list[Failure] = field(default_factory=list[Failure])
    #: How long the answer under way is to be held back.
    delay: float = 0.0

    def handle(self, request: Request, answer: Callable[[Request], Answer]) -> Answer:
        """The store's answer, or what the faults that are on make of it."""
        self.delay = 0.0
        for failure in self.failures:
            if not failure.route or re.search(failure.route, request.path):
                self.failures.remove(failure)
                return _failed(failure, request)
        hit = [fault for fault in self.on if fault.due(request)]
        for fault in hit:
            instead = self._before(fault, request)
            if instead is not None:
                return instead
        found = answer(request)
        if any(fault.name == "lost_answer" for fault in hit):
            raise ConnectionDropped
        for fault in sorted(hit, key=lambda fault: _IN_FRONT.index(fault.name) if fault.name in _IN_FRONT else -1):
            found = _after(fault, found)
        return found

    def _before(self, fault: Fault, request: Request) -> Answer | None:
        match fault.name:
            case "slow":
                self.delay = fault.seconds
            case "drop_connection":
                raise ConnectionDropped
            case "stripped_authorization":
                request.headers.pop("authorization", None)
            case "waf_403":
                return Answer(403, {"Content-Type": "text/html"}, _FIREWALL)
            case "html_error":
                return Answer(500, {"Content-Type": "text/html; charset=UTF-8"}, _BROKEN)
            case "rate_limited":
                return _failed(Failure(429, "rate_limited", "Too many requests.", fault.retry_after), request)
            case "overloaded":
                return _failed(Failure(503, "overloaded", "Try again later.", fault.retry_after), request)
            case _:
                return INSTEAD[fault.name](request) if fault.name in INSTEAD else None
        return None


def _failed(failure: Failure, request: Request) -> Answer:
    headers = {"Content-Type": "application/json; charset=UTF-8"}
    if failure.retry_after is not None:
        headers["Retry-After"] = str(failure.retry_after)
    error: dict[str, Any] = {"code": failure.code, "message": failure.message}
    error = {"errors": [error]} if request.path.startswith(LEGACY) else {**error, "data": {"status": failure.status}}
    return Answer(failure.status, headers, to_json(error) if failure.body is None else failure.body)


def _after(fault: Fault, answer: Answer) -> Answer:
    match fault.name:
        case "bom":
            answer.body = b"\xef\xbb\xbf" + answer.body
        case "php_warning":
            answer.body = _WARNING + answer.body
        case "plugin_fields":
            answer.body = _changed(answer.body, _add_fields)
        case "price_as_number":
            answer.body = _changed(answer.body, _number_prices)
        case "decimal_comma":
            answer.body = _changed(answer.body, _comma_prices)
        case _:
            if fault.name in CHANGES:
                CHANGES[fault.name](answer)
    return answer


#: What can be switched on, and what it does in a few words.
PROFILES = {
    "bom": "answers start with a byte order mark",
    "php_warning": "answers start with a PHP warning",
    "html_error": "answers are WordPress's error page, 500",
    "waf_403": "a firewall's page instead of an answer, 403",
    "stripped_authorization": "the Authorization header never arrives",
    "rate_limited": "429 with Retry-After",
    "overloaded": "503 with Retry-After",
    "slow": "answers come late",
    "drop_connection": "the connection ends before anything was done",
    "lost_answer": "what was asked is done, and the connection ends without an answer",
    "plugin_fields": "things have fields that plugins add",
    "price_as_number": "prices are JSON numbers",
    "decimal_comma": "prices have a comma",
    **PAGES,
}


def _changed(body: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    if body[:1] not in (b"{", b"["):
        return body
    data = json.loads(body)
    # The legacy API puts one name around everything.
    things = next(iter(data.values())) if is_map(data) and len(data) == 1 else data
    for item in things if is_list(things) else [things]:
        if is_map(item) and "id" in item:
            change(item)
    return to_json(data)


def _add_fields(item: dict[str, Any]) -> None:
    item.update(lang="en", translations={}, brand_story=None, badge={"label": "New", "colour": "#c00"})


def _number_prices(item: dict[str, Any]) -> None:
    for name in _PRICES:
        if item.get(name):
            item[name] = float(item[name])


def _comma_prices(item: dict[str, Any]) -> None:
    for name in _PRICES:
        if isinstance(item.get(name), str):
            item[name] = item[name].replace(".", ",")
