"""Routes that a test adds to a store: those of a plugin, or of one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from .errors import Refused
from .wire import BadJson, Request, from_json

Json = dict[str, Any]
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_PREFIX = "/wp-json"
_PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")
#: Where WooCommerce heeds its keys.
_TAKES_KEYS = re.compile(r"/wp-json/wc[/-]")


@dataclass(slots=True)
class RouteCall:
    """A request to such a route, and what is said about its answer beside the body.

    Attributes:
        method: The HTTP method.
        path: What stands in the place of each `{name}` of the route, as text.
        query: The parameters, as PHP reads them.
        json: The body; None if there is none.
        status: The status of the answer; set it for another than 200.
        headers: More headers of the answer.
    """

    method: str
    path: dict[str, str]
    query: Json
    json: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])

    def page(self, items: Sequence[Any]) -> list[Any]:
        """The part of `items` that `page` and `per_page` ask for; the totals go into the headers."""
        size, number = int(self.query.get("per_page", 10)), int(self.query.get("page", 1))
        if not 1 <= size <= 100 or number < 1:
            raise Refused(400, "rest_invalid_param", "per_page is 1 to 100, page at least 1.")
        self.headers["X-WP-Total"] = str(len(items))
        self.headers["X-WP-TotalPages"] = str(-(-len(items) // size))
        return list(items[(number - 1) * size : number * size])


#: Answers a call: any JSON. Raises `Refused` for an error.
Function = Callable[[RouteCall], Any]


class OwnRoutes:
    """The routes that were added to one store."""

    def __init__(self) -> None:
        self._routes: list[tuple[str, re.Pattern[str], Function]] = []

    def add(self, method: str, path: str, function: Function) -> None:
        """Answer `method` of `path` with `function` from now on; a later one goes before an earlier."""
        if method.upper() not in _METHODS:
            raise ValueError(f"{method!r} is no method; use one of {', '.join(_METHODS)}")
        below = "/" + path.strip("/").removeprefix(_PREFIX[1:]).strip("/")
        if below == "/" or below.startswith("/wc-api"):
            raise ValueError(f"{path!r} is no route below {_PREFIX}/; write it like /wc/v3/subscriptions/{{id}}")
        pattern = _PLACEHOLDER.sub(r"(?P<\1>[^/]+)", re.escape(_PREFIX + below))
        self._routes.insert(0, (method.upper(), re.compile(f"{pattern}/?", re.IGNORECASE), function))

    def find(self, method: str, path: str) -> tuple[Function, dict[str, str]] | None:
        """The function for a request, and what its path says."""
        wanted = "GET" if method == "HEAD" else method
        for verb, pattern, function in self._routes:
            matched = pattern.fullmatch(unquote(path)) if verb == wanted else None
            if matched:
                return function, matched.groupdict()
        return None


def heeds_keys(path: str) -> bool:
    """Whether keys count below this path, so that somebody is there who may do something."""
    return _TAKES_KEYS.match(path) is not None


def call_of(request: Request, method: str, path: dict[str, str], query: Json) -> RouteCall:
    """What the function of a route is told."""
    try:
        body = from_json(request.body) if request.body else None
    except BadJson as error:
        raise Refused(400, "rest_invalid_json", "The body is not JSON.") from error
    return RouteCall(method, path, query, body)
