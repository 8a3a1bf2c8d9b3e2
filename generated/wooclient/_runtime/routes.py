"""Calls of routes that nobody described: those of plugins, of WordPress itself, and one's own.

They go the way of all calls: an `Operation` is made on the spot, whose answer is plain JSON or a type of the caller.
"""

from __future__ import annotations

import json as jsontext
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypedDict, get_args, get_origin
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from .address import FRONT, origin
from .exchange import Request, Response
from .inputs import Parameters, query_arguments
from .operation import Operation, Version
from .query import pairs
from .redaction import SECRET_PARAMETERS, redact
from .shapes import is_mapping, plain

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
#: Methods whose requests have no body.
_BODILESS = ("GET", "HEAD", "OPTIONS")
_REST, _LEGACY = "/wp-json", "/wc-api"
#: What other libraries call the arguments of a request.
_ELSEWHERE = {
    **dict.fromkeys(("params", "parameters", "args", "querystring"), "query"),
    **dict.fromkeys(("data", "body", "content", "payload"), "json"),
    **dict.fromkeys(("model", "response_model", "type"), "into"),
}
_NOWHERE = Version("", "", "", "")
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")


class Paging(Parameters, total=False):
    """What a walk needs to know of a route's query; all else goes out as it was given."""

    page: int
    per_page: int
    offset: int


class LegacyFilter(TypedDict, total=False):
    """The same in the legacy API, which has it in its filter."""

    limit: int
    offset: int


class LegacyPaging(Parameters, total=False):
    """The query of a route of the legacy API."""

    page: int
    filter: LegacyFilter


_SIZE, _LEGACY_SIZE = Paging.__annotations__, LegacyFilter.__annotations__


class Route(NamedTuple):
    """Where a call goes: the path below the store's address, percent-encoded, and the parameters written behind it."""

    path: str
    query: dict[str, str]

    @property
    def is_legacy(self) -> bool:
        """Whether the legacy API answers there."""
        return self.path.startswith(_LEGACY)


def refuse(call: str, others: Mapping[str, object], *known: str) -> None:
    """Raise TypeError for arguments that `call` does not have beside `known`, with what they are called here."""
    for name in others:
        meant = _ELSEWHERE.get(name)
        has = ", ".join(f"{one}=" for one in known)
        hint = f"pass {meant}=" if meant in known else f"it has {has}; with_options(...) sets headers and timeouts"
        raise TypeError(f"{call}() has no argument {name!r}; {hint}")


def route_of(store: str, path: str) -> Route:
    """The route that a caller means by `path`, of the store at the address `store`.

    `wc/v3/x`, `/wc/v3/x`, `/wp-json/wc/v3/x`, `/wc-api/v3/x`, and whole addresses of that store. Raises ValueError for
    anything else: another host, a path that leaves the API, a key in the query.
    """
    place, _, query = path.partition("?")
    if "#" in path or _CONTROL.search(path):
        raise ValueError(f"{redact(path)!r} holds a blank, a backslash, a # or a control character; percent-encode it")
    if "://" in place or place.startswith("//"):
        place = _below(store, place)
    place = place.removeprefix(urlsplit(store).path) if place.startswith(f"{urlsplit(store).path}{_REST}") else place
    segments = [_segment(one, path) for one in place.strip("/").split("/")] if place.strip("/") else []
    if not segments and not place.startswith("/"):
        raise ValueError("the path is empty; name a route, such as /wc/v3/products")
    if not segments or f"/{segments[0]}" not in (_REST, _LEGACY):
        segments.insert(0, _REST[1:])
    return Route("/" + "/".join(segments), _parsed(query))


def _below(store: str, address: str) -> str:
    """The part of an address below that of the store."""
    wanted = store.removesuffix(FRONT)
    parts = urlsplit(address)
    if "@" in parts.netloc or origin(address) != origin(store) or not f"{parts.path}/".startswith(_folder(wanted)):
        raise ValueError(f"{address} is not an address of the store at {wanted}; the key is shown to nobody else")
    rest = parts.path.removeprefix(_folder(wanted).rstrip("/")).removeprefix(FRONT)
    if f"/{rest.strip('/').partition('/')[0]}" not in (_REST, _LEGACY):
        raise ValueError(f"{address} is not below {_REST}/ or {_LEGACY}/, where the API of the store is")
    return rest


def _folder(store: str) -> str:
    return f"{urlsplit(store).path}/"


def _segment(text: str, path: str) -> str:
    """One segment of a path, percent-encoded once."""
    inside = unquote(text)
    if any(part in ("", ".", "..") for part in inside.replace("\\", "/").split("/")):
        raise ValueError(f"{redact(path)!r} has an empty segment, `.` or `..`, which would address something else")
    return quote(inside, safe="-._~")


def _parsed(query: str) -> dict[str, str]:
    """The parameters behind a path; `name[]` gets its number, without which it cannot be signed."""
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name.endswith("[]"):
            counts[name] = counts.get(name, -1) + 1
            name = f"{name[:-2]}[{counts[name]}]"
        if name in found:
            raise ValueError(f"{name} stands twice behind the path; the store would heed only the last")
        found[name] = value
    return found


def _asked(route: Route, query: Mapping[str, object] | None) -> dict[str, object]:
    """All parameters of a call: those behind the path, and those given beside it."""
    given = dict(query or {})
    twice = sorted(given.keys() & route.query.keys())
    if twice:
        raise ValueError(f"{', '.join(twice)} is in the path and in query=; name it once")
    numbers = {name: int(value) for name, value in route.query.items() if _is_number(name, value)}
    asked = {**route.query, **numbers, **given}
    for name in asked:
        if name in SECRET_PARAMETERS:
            raise ValueError(f"{name} is in the query; leave keys out, the client shows its own")
        if name in ("_method", "_envelope", "_jsonp"):
            raise ValueError(f"{name} would change what the answer means; name the method, and read the headers")
    return asked


def _is_number(name: str, value: str) -> bool:
    return name in _SIZE and value.isascii() and value.isdigit()


def _in_utc(value: object) -> object:
    """An aware moment as UTC without an offset: beside `dates_are_gmt`, the store misreads offsets."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def _given(route: Route, asked: Mapping[str, object]) -> dict[str, object]:
    """Parameters as a call takes them: those of a walk by name, all others in `extra`."""
    if asked.get("dates_are_gmt"):
        asked = {name: _in_utc(value) for name, value in asked.items()}
    own: dict[str, object] = {}
    rest = dict(asked)
    for name in ("page",) if route.is_legacy else _SIZE:
        if name in rest:
            own[name] = rest.pop(name)
    if route.is_legacy and is_mapping(chosen := rest.pop("filter", {})):
        own["filter"] = {name: value for name, value in chosen.items() if name in _LEGACY_SIZE}
        rest |= {f"filter[{name}]": value for name, value in chosen.items() if name not in _LEGACY_SIZE}
    return {**own, "extra": rest} if rest else own


class Call(NamedTuple):
    """A call of a route: its operation, and its parameters."""

    operation: Operation[Any]
    given: dict[str, object]


def call_of(
    store: str, method: str, path: str, query: Mapping[str, object] | None, into: Any, *, many: bool = False
) -> Call:
    """The call that a caller means. `into` is the type of the answer; with `many`, that of an item of a list.

    Raises ValueError for what is no route of the store at the address `store`, and what pydantic raises for an `into`
    that it cannot read.
    """
    verb = method.upper()
    if verb not in _METHODS:
        raise ValueError(f"{method!r} is no method of the API; it knows {', '.join(_METHODS)}")
    route = route_of(store, path)
    is_list = get_origin(into) is list
    kind = get_args(into)[0] if is_list and not many else Any if into is None else into
    if kind is not Any:
        from .adapters import adapter  # loads pydantic

        # Before anything is sent: what cannot be read should not be asked for.
        adapter(kind)
    operation: Operation[Any] = Operation(
        _NOWHERE,
        f"{verb} {route.path.removeprefix(_REST)}",
        verb,
        route.path,
        kind,
        "items" if many or is_list else "item",
        query=LegacyPaging if route.is_legacy else Paging,
        # The legacy API puts a list under the name of its route.
        answer_envelope=unquote(route.path.rpartition("/")[2]) if many and route.is_legacy else "",
    )
    return Call(operation, _given(route, _asked(route, query)))


def request_of(store: str, call: Call, body: Any = None) -> Request:
    """The request of a call; `body` is any JSON, None for none."""
    operation = call.operation
    query = pairs(query_arguments(operation.query_type(), call.given, operation.id))
    request = Request(operation.method, store + operation.path, tuple(query))
    if body is None:
        return request
    if operation.method in _BODILESS:
        raise ValueError(f"a {operation.method} has no body; pass what it asks for as query=")
    content = jsontext.dumps(plain(body, "json"), separators=(",", ":"), allow_nan=False).encode()
    return request._replace(content=content, headers={"content-type": "application/json"})


def holds_nothing(request: Request, response: Response) -> bool:
    """Whether an answer is empty and may be."""
    return not response.body.strip() and (response.status == 204 or request.method == "HEAD")
