"""From a legacy request to its answer: version, route, key, body, the operation itself, errors."""

from __future__ import annotations

import re
import traceback
from typing import Any
from urllib.parse import unquote, unquote_plus

from .. import text
from ..auth import Authenticator
from ..description import Json, Operation
from ..errors import Crashed, Refused
from ..kinds import is_list, is_map
from ..resource import Shop
from ..state import Key
from ..wire import Answer, BadJson, Request, from_json, php_query, to_json
from ..wordpress import NEVER_KEPT
from . import resource_class, xml
from .auth import LegacyAuthenticator, Unauthorized
from .call import Broken, LegacyCall
from .resource import Api

PREFIX = "/wc-api"
_JSON = "application/json; charset=UTF-8"
_PATH = re.compile(r"/wc-api/v([123])(/.*)?")
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_CHALLENGE = 'Basic realm="WooCommerce API. The consumer key is the user name, its secret the password."'
_BROKEN = b"<!DOCTYPE html><html><body><p>There has been a critical error on this website.</p></body></html>"


class LegacyEngine:
    """The legacy API of one store."""

    def __init__(self, shop: Shop, authenticator: Authenticator) -> None:
        self.shop = shop
        self.authenticator = LegacyAuthenticator(authenticator)
        self._apis: dict[int, Api] = {}

    def api(self, version: int) -> Api:
        """One version."""
        return self._apis.setdefault(version, Api(self.shop, version, resource_class))

    def record(self, kind: str, key: Key) -> Json:
        """A thing as the newest version answers it, with its envelope."""
        return self.api(3).resource(kind).record(key)

    def handle(self, request: Request) -> Answer:
        """The answer to a request below `/wc-api`."""
        matched = _PATH.fullmatch(request.path)
        if matched is None:
            # WordPress keeps `/wc-api/` for callbacks of plugins too, and nobody waits for this one.
            return Answer(400, {"Content-Type": "text/html; charset=UTF-8"}, b"-1")
        query = php_query(request.query)
        api, path = self.api(int(matched[1])), matched[2] or "/"
        method = str(query.get("_method") or request.header("x-http-method-override") or request.method).upper()
        headers = {"Content-Type": _JSON}
        with self.shop.state.lock:
            try:
                status, data = self._answer(api, request, method, path, query, headers)
            except Refused as refusal:
                status, data = refusal.status, _errors(refusal)
                if isinstance(refusal, Unauthorized) and refusal.challenge:
                    headers["WWW-Authenticate"] = _CHALLENGE
            except Broken:
                told = {"Content-Type": "text/html; charset=UTF-8", **NEVER_KEPT}
                return Answer(500, told, b"" if method == "HEAD" else _BROKEN)
            except Crashed as crash:
                status, data = 500, crash.body()
                headers.update(NEVER_KEPT)
            except Exception:  # a server answers whatever happens; the log has the reason
                traceback.print_exc()
                status, data = 500, _errors(Refused(500, "mock_internal_error", "The mock store failed; see its log."))
        if api.version == 1 and _wants_xml(request, path):
            headers["Content-Type"] = "application/xml; charset=UTF-8"
            try:
                return Answer(status, headers, b"" if method == "HEAD" else xml.document(data))
            except Crashed:  # by now WordPress takes the visitor for a browser
                return Answer(500, {"Content-Type": "text/html; charset=UTF-8"}, _BROKEN)
        return Answer(status, headers, b"" if method == "HEAD" else to_json(data))

    def _answer(
        self, api: Api, request: Request, method: str, path: str, query: Json, headers: dict[str, str]
    ) -> tuple[int, Any]:
        user = 0
        if path != "/":
            user = self.authenticator.user(request, method, path, query, api.version).user
        if method not in _METHODS:
            raise Refused(400, "woocommerce_api_unsupported_method", "That method is not known here.")
        operation, places = _route(api, "GET" if method == "HEAD" else method, path)
        if api.version == 1:
            _only_shallow({name: query.get(name) for name in operation.args if name != "filter" or not places})
        call = LegacyCall(
            description=api.description,
            operation=operation,
            version=api.version,
            path=places,
            query=_decoded(query),
            data=_body(request, operation, api.version),
            user=user,
            url=api.url + path.rstrip("/"),
            raw_query=request.query,
            agent=request.header("user-agent"),
        )
        data = self._perform(api, call)
        headers.update(call.headers)
        return call.status or operation.status, data

    def _perform(self, api: Api, call: LegacyCall) -> Any:
        resource = api.resource(call.operation.kind)
        action = getattr(resource, call.operation.verb, None)
        if action is None:
            raise Refused(501, "mock_not_imitated", f"The mock store does not imitate {call.operation.id} here.")
        try:
            if not call.operation.writes:
                return action(call)
            with self.shop.state.transaction():
                return action(call)
        except Refused as refusal:
            raise resource.refusal(refusal) from refusal


def _route(api: Api, method: str, path: str) -> tuple[Operation, dict[str, str]]:
    """The operation for a method and a path, and what the path says. A slash at its end is one too many."""
    rest = unquote_plus(unquote(path, errors="replace"), errors="replace")
    for route in api.description.routes_like(rest):
        matched = re.fullmatch(route.regex or "/", rest, re.IGNORECASE | re.ASCII)
        if matched is not None and method in route.operations:
            return route.operations[method], matched.groupdict()
    raise Refused(404, "woocommerce_api_no_route", "There is no route for this path and method.")


def _body(request: Request, operation: Operation, version: int) -> Any:
    """The JSON body, whatever type it says it has. v1 decodes what it holds like a query, and dies of lists in it."""
    if operation.method not in ("POST", "PUT"):
        return None
    try:
        data = from_json(request.body)
    except BadJson:
        data = None
    if data is None:
        raise Refused(400, "woocommerce_api_missing_callback_param", "The parameter data is missing.")
    if version > 1 or not is_map(data):
        return data
    if any(is_list(value) or is_map(value) for value in data.values()):
        raise Crashed("Only texts can be decoded.")
    return {name: unquote_plus(text.scalar_text(value)) for name, value in data.items()}


def _only_shallow(taken: Json) -> None:
    """v1 decodes what a list holds, and PHP dies of a list inside. Of one record no `filter` is decoded."""
    for value in taken.values():
        inside = value.values() if is_map(value) else value if is_list(value) else ()
        if any(is_list(item) or is_map(item) for item in inside):
            raise Broken("Only texts can be decoded.")


def _decoded(value: Any) -> Any:
    """Parameters are decoded once more than PHP has done already."""
    if is_map(value):
        return {name: _decoded(child) for name, child in value.items()}
    if is_list(value):
        return [_decoded(child) for child in value]
    return unquote_plus(str(value))


def _errors(refusal: Refused) -> Json:
    return {"errors": [{"code": refusal.code, "message": refusal.message}]}


def _wants_xml(request: Request, path: str) -> bool:
    """v1 answers XML to those who ask for it, by suffix or header; no other version does."""
    return ".xml" in path or request.header("accept") in ("application/xml", "text/xml")
