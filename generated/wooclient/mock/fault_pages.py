"""Faults of what stands between a client and WooCommerce: firewalls, passwords, redirects, caches, security plugins."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from email.utils import formatdate
from typing import Any

from .kinds import is_map
from .wire import Answer, Request, to_json

_HTML = {"Content-Type": "text/html; charset=UTF-8"}
_JSON = {"Content-Type": "application/json; charset=UTF-8"}
_NOT_ACCEPTABLE = (
    b"<html><head><title>Not Acceptable!</title></head><body><h1>Not Acceptable!</h1>"
    b"<p>The request was refused by Mod_Security.</p></body></html>"
)
_PASSWORD = b"<html><head><title>401 Unauthorized</title></head><body><h1>Unauthorized</h1></body></html>"
_FRONT_PAGE = b"<!DOCTYPE html><html><head><title>Store</title></head><body><h1>Store</h1></body></html>"
_AHEAD = 3600


def _user_agent(request: Request) -> Answer | None:
    return None if request.header("user-agent").startswith("Mozilla/") else Answer(406, dict(_HTML), _NOT_ACCEPTABLE)


def _password(request: Request) -> Answer | None:
    return Answer(401, {**_HTML, "WWW-Authenticate": 'Basic realm="Staging"'}, _PASSWORD)


def _redirect(request: Request) -> Answer | None:
    host = request.header("host") or "store.example"
    query = f"?{request.query}" if request.query else ""
    address = f"{request.scheme}://www.{host}{request.folder}{request.path}{query}"
    return Answer(301, {**_HTML, "Location": address}, b"")


def _plain_permalinks(request: Request) -> Answer | None:
    """WordPress takes the address for that of a page: it adds a slash, and then shows the front page."""
    if not request.path.startswith(("/wp-json", "/wc-api")):
        return None
    home = f"{request.scheme}://{request.header('host') or 'store.example'}{request.folder}"
    if request.method == "GET" and not request.path.endswith("/"):
        query = f"?{request.query}" if request.query else ""
        return Answer(301, {**_HTML, "Location": f"{home}{request.path}/{query}"}, b"")
    link = f'<{home}/index.php?rest_route=/>; rel="https://api.w.org/"'
    return Answer(200, {**_HTML, "Link": link}, _FRONT_PAGE)


def _rest_closed(request: Request) -> Answer | None:
    error = {"code": "rest_not_logged_in", "message": "You are not logged in.", "data": {"status": 401}}
    return Answer(401, dict(_JSON), to_json(error))


def _no_woocommerce(request: Request) -> Answer | None:
    if not request.path.startswith("/wp-json/wc"):
        return None
    error = {"code": "rest_no_route", "message": "There is no route for this path.", "data": {"status": 404}}
    return Answer(404, dict(_JSON), to_json(error))


#: Answers in place of the store's; None lets the request pass.
INSTEAD: dict[str, Callable[[Request], Answer | None]] = {
    "waf_user_agent": _user_agent,
    "server_password": _password,
    "redirect_www": _redirect,
    "plain_permalinks": _plain_permalinks,
    "rest_closed": _rest_closed,
    "no_woocommerce": _no_woocommerce,
}


def _cached(answer: Answer) -> None:
    answer.headers |= {"X-Cache": "HIT", "Age": "60"}


def _no_totals(answer: Answer) -> None:
    answer.headers = {name: text for name, text in answer.headers.items() if not name.startswith("X-WP-")}


def _clock_ahead(answer: Answer) -> None:
    answer.headers["Date"] = formatdate(time.time() + _AHEAD, usegmt=True)


def _without_namespaces(answer: Answer) -> None:
    """The index of a WordPress without WooCommerce."""
    if b'"namespaces"' not in answer.body:
        return
    found: Any = json.loads(answer.body)
    if is_map(found):
        found["namespaces"] = ["oembed/1.0", "wp/v2"]
        answer.body = to_json(found)


#: What becomes of the store's answer.
CHANGES: dict[str, Callable[[Answer], None]] = {
    "cached": _cached,
    "no_totals": _no_totals,
    "clock_ahead": _clock_ahead,
    "no_woocommerce": _without_namespaces,
}

PROFILES = {
    "waf_user_agent": "a firewall's page for all that does not call itself a browser, 406",
    "server_password": "the web server asks for a password of its own, 401",
    "redirect_www": "every address is redirected to the same with www in front",
    "plain_permalinks": "addresses below /wp-json and /wc-api are not found, only index.php?rest_route= is",
    "rest_closed": "a security plugin blocks the REST API, 401",
    "no_woocommerce": "WordPress answers, and WooCommerce is not active",
    "cached": "answers say that a cache sent them",
    "no_totals": "answers lack the headers with the totals",
    "clock_ahead": "the store's clock is an hour ahead",
}
