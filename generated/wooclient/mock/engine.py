"""From a request to an answer: route, key, parameters, the operation itself, and WordPress's finish."""

from __future__ import annotations

import re
import traceback
from dataclasses import replace
from functools import partial
from typing import Any

from . import envelope, features, older, params, plugin_words
from .auth import Authenticator, Keys, permitted
from .batch import batch
from .call import Call
from .description import Operation
from .errors import Crashed, Refused
from .kinds import is_list, is_map
from .legacy.engine import PREFIX as LEGACY
from .legacy.engine import LegacyEngine
from .own_routes import OwnRoutes, call_of, heeds_keys
from .releases import is_in
from .resource import Shop
from .routing import Match, find, is_closed
from .wire import Answer, Json, Request, php_query, to_json
from .wordpress import NEVER_KEPT

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_JSON = "application/json; charset=UTF-8"


class Engine:
    """The REST API of one store."""

    def __init__(self, shop: Shop, keys: Keys, authenticator: Authenticator) -> None:
        self.shop = shop
        self.versions = shop.versions
        self.keys = keys
        self.authenticator = authenticator
        self.legacy = LegacyEngine(shop, authenticator)
        #: What tests have added.
        self.own_routes = OwnRoutes()

    def handle(self, request: Request, *, user: int | None = None) -> Answer:
        """The answer to a request of either API; with `user`, one that needs no key."""
        request = _readdressed(request)
        if request.path.startswith(LEGACY):
            return self.legacy.handle(request)
        query = php_query(request.query)
        method = _method(request, query)
        headers = {"Content-Type": _JSON, "Link": f'<{self.shop.url}/wp-json/>; rel="https://api.w.org/"'}
        path = _path(request, query)
        with self.shop.state.lock:
            try:
                status, data = self._answer(request, method, path, query, headers, user)
            except Refused as refusal:
                status, data = refusal.status, refusal.body()
            except Crashed as crash:
                status, data = 500, crash.body()
                headers.pop("Allow", None)
            except Exception:  # a server answers whatever happens; the log has the reason
                traceback.print_exc()
                status, data = 500, Refused(500, "mock_internal_error", "The mock store failed; see its log.").body()
        if "_envelope" in query:
            outside = {name: value for name, value in headers.items() if name in NEVER_KEPT}
            told = {name: value for name, value in headers.items() if name not in NEVER_KEPT}
            status, data = 200, envelope.enveloped(_plain(data), status, told)
            headers = {
                "Content-Type": _JSON,
                "Link": f'<{self.shop.url}/wp-json/>; rel="https://api.w.org/"',
                **outside,
            }
        body = b"" if method == "HEAD" else data if isinstance(data, bytes) else to_json(data)
        return _as_script(Answer(status, headers, body), query)

    def _answer(
        self, request: Request, method: str, path: str, query: Json, headers: dict[str, str], user: int | None
    ) -> tuple[int, Any]:
        if path.rstrip("/") == "/wp-json":
            data = envelope.root(self.versions, self.shop.url, "Kettle & Clay", self.shop.release)
            return 200, envelope.chosen(data, query["_fields"]) if "_fields" in query else data
        if user is None:
            user = self._user(request, method, query, headers)
        own = self.own_routes.find(method, path)
        if own is not None:
            if not user or not heeds_keys(path):
                raise Refused(401, "rest_forbidden", "Nobody is there who may do this.")
            told = call_of(request, method, own[1], query)
            data = own[0](told)
            headers.update(told.headers)
            return told.status, data
        return self._served(request, method, path, query, headers, user)

    def _served(
        self, request: Request, method: str, path: str, query: Json, headers: dict[str, str], user: int
    ) -> tuple[int, Any]:
        """The answer of a route of the description."""
        namespace = self.versions.at(path)
        if namespace is not None and method == "GET" and namespace.is_index(path):
            return 200, envelope.index(namespace, self.shop.url, self.shop.release)
        match = find(self.versions, method, path, self.shop.release)
        if match is None and method == "POST" and is_closed(path, self.shop.release):
            raise Refused(403 if user else 401, "rest_forbidden", "This is for PayPal alone.")
        if match is None or (match.operation is None and method != "OPTIONS"):
            raise _no_route()
        if match.route.path.startswith(features.closed(self.shop)):
            raise _no_route()
        headers["Allow"] = match.route.allow
        if method == "OPTIONS":
            url = self.shop.url + match.description.prefix + match.route.path
            return 200, envelope.options(match.description, match.route, url, self.shop.release)
        assert match.operation is not None
        if match.operation.id == "index.get":
            return 200, self._index(match, query)
        resource = self.shop.resource(match.operation.kind, match.description)
        if not user and resource.strangers_code(match.operation):
            del headers["Allow"]
        call = self.call(request, match, match.operation, query, user)
        resource.may(call)
        call.raw = not call.operation.writes and not any(name in query for name in ("_fields", "_embed", "_envelope"))
        try:
            data = self.perform(call)
        except Refused as due:
            raise older.refused(call.operation, self.shop.release, due) from due
        finally:
            headers["Allow"] = ", ".join(resource.allowed(call, match.route.methods))
            if not headers["Allow"]:
                del headers["Allow"]
        known = call.operation.headers
        headers.update({n: v for n, v in call.headers.items() if is_in(known.get(n, {}), self.shop.release)})
        return call.status or call.operation.status, _joined(data) if call.raw else self._finished(call, query, data)

    def _user(self, request: Request, method: str, query: Json, headers: dict[str, str]) -> int:
        """The user whose key a request shows, 0 for nobody; raises if the key may not do this."""
        key = self.authenticator.user(request, query)
        if key is None:
            return 0
        headers.update(NEVER_KEPT)
        permitted(key, method)
        return key.user

    def _index(self, match: Match, query: Json) -> Any:
        """The index of a version; a request can name another namespace, and there is none."""
        known = match.description.namespace
        if query.get("namespace", known) != known:
            raise Refused(404, "rest_invalid_namespace", "There is no such namespace.")
        data = envelope.index(match.description, self.shop.url, self.shop.release)
        closed = features.closed(self.shop)
        for route in match.description.routes if closed else ():
            if route.path.startswith(closed):
                data["routes"].pop(f"/{known}{route.regex}", None)
        return envelope.chosen(data, query["_fields"]) if "_fields" in query else data

    def call(self, request: Request, match: Match, operation: Operation, query: Json, user: int) -> Call:
        """The call of an operation, its parameters checked."""
        resource = self.shop.resource(operation.kind, match.description)
        own = resource.own_checks(operation, match.description)
        given = params.gather(
            request, operation, match.path, query, self.shop.release, resource.undeclared | own.keys(),
            resource.unknown(),
        )  # fmt: skip
        given = params.checked(
            match.description, operation, given, resource.unchecked, resource.stricter, self.shop.release,
            partial(plugin_words.of_shop, self.shop, operation.kind), resource.looser, own,
        )  # fmt: skip
        path = operation.path
        for name, value in match.path.items():
            path = path.replace(f"{{{name}}}", value)
        return Call(
            description=match.description,
            operation=operation,
            params=given.values,
            sent=given.sent,
            path=given.path,
            user=user,
            items=given.items,
            zone=self.shop.zone,
            url=self.shop.url + match.description.prefix + path,
            query={name: given.values.get(name, value) for name, value in query.items()},
        )

    def perform(self, call: Call) -> Any:
        """Carry out an operation; what it changes is written before this returns."""
        resource = self.shop.resource(call.operation.kind, call.description)
        action = getattr(resource, call.operation.verb, None)
        if action is None and call.operation.verb != "batch":
            raise Refused(501, "mock_not_imitated", f"The mock store does not imitate {call.operation.id}.")
        if not call.operation.writes:
            return action(call) if action else None
        with self.shop.state.transaction():
            return batch(resource, call) if action is None else action(call)

    def _finished(self, call: Call, query: Json, data: Any) -> Any:
        if call.get("_fields"):
            data = envelope.chosen(data, call.get("_fields"))
        if "_embed" in query:
            for item in data if is_list(data) else [data]:
                self._embed(call, item)
        return data

    def _embed(self, call: Call, item: Any) -> None:
        if not is_map(item):
            return
        found: Json = {}
        for name, links in item.get("_links", {}).items():
            for link in links:
                if not link.get("embeddable"):
                    continue
                found.setdefault(name, []).append(self._linked(call, link["href"]))
        if found:
            item["_embedded"] = found

    def _linked(self, call: Call, href: str) -> Any:
        """What a link leads to, also if that is a refusal."""
        path, query = envelope.query_path(href)
        match = find(self.versions, "GET", path, self.shop.release)
        try:
            if match is None or match.operation is None:
                raise _no_route()
            inner = self.call(Request("GET", path), match, match.operation, query, call.user)
            inner.params["context"] = "embed"
            return self.perform(inner)
        except Refused as refusal:
            return refusal.body()


def _no_route() -> Refused:
    return Refused(404, "rest_no_route", "There is no route for this path and method.")


def _as_script(answer: Answer, query: Json) -> Answer:
    """`_jsonp`: the body as the argument of a call."""
    name = query.get("_jsonp")
    if not isinstance(name, str) or not answer.body:
        return answer
    if not re.fullmatch(r"[\w.]+", name, re.ASCII):
        refusal = Refused(400, "rest_callback_invalid", "That is no name of a function.")
        return Answer(400, answer.headers, to_json(refusal.body()))
    headers = {**answer.headers, "Content-Type": "application/javascript; charset=UTF-8"}
    return Answer(answer.status, headers, b"/**/" + name.encode() + b"(" + answer.body + b")")


def _joined(data: Any) -> Any:
    """A body of items of which some are texts already."""
    if is_list(data) and any(isinstance(item, bytes) for item in data):
        return b"[" + b",".join(item if isinstance(item, bytes) else to_json(item) for item in data) + b"]"
    return data


def _plain(data: Any) -> Any:
    if isinstance(data, bytes):
        import json

        return json.loads(data)
    return data


def _method(request: Request, query: Json) -> str:
    """The method, after what may override it."""
    override = query.get("_method") or request.header("x-http-method-override")
    return str(override or request.method).upper()


def _readdressed(request: Request) -> Request:
    """A request of the legacy API as it is with pretty permalinks; parameters name the route in sites without."""
    if "wc-api-route=" not in request.query or request.path.startswith("/wp-json"):
        return request
    query = php_query(request.query)
    return replace(request, path=f"{LEGACY}/v{query.get('wc-api-version')}{query.get('wc-api-route')}")


def _path(request: Request, query: Json) -> str:
    """The path below the site; `?rest_route=` is the way of sites without pretty permalinks."""
    route = query.get("rest_route")
    return f"/wp-json/{str(route).lstrip('/')}" if route and not request.path.startswith("/wp-json") else request.path
