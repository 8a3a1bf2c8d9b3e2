"""Who is asking: the legacy API's own rules, which differ from one of its versions to the next."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass
from urllib.parse import quote, unquote

from ..auth import DIGESTS, OAUTH_NAMES, Authenticator, Key, basic_credentials, permitted
from ..description import Json
from ..errors import Refused
from ..kinds import is_list, is_map, members
from ..wire import Request
from .call import Broken

CODE = "woocommerce_api_authentication_error"


class Unauthorized(Refused):
    """A refusal, and whether a browser shall ask its user for a key."""

    def __init__(self, message: str, status: int = 401, *, challenge: bool = False) -> None:
        super().__init__(status, CODE, message)
        self.challenge = challenge


@dataclass(frozen=True, slots=True)
class Rules:
    """What differs between the versions."""

    #: Whether key and secret have to come together, from one place, the query first.
    pairs: bool
    #: What follows the secret in the key of a signature.
    salt: str
    #: Whether `filter`, and nothing else, is taken for an array, and signed in the order of its names.
    sorts_filters: bool
    #: The status for a timestamp that is too far off; v1 forgot to set one.
    late: int


RULES = {
    3: Rules(pairs=True, salt="&", sorts_filters=False, late=401),
    2: Rules(pairs=False, salt="", sorts_filters=True, late=401),
    1: Rules(pairs=False, salt="", sorts_filters=True, late=200),
}


class LegacyAuthenticator:
    """Finds out whose key a request shows. Keys, clock and used nonces are those of the newer API."""

    def __init__(self, shared: Authenticator) -> None:
        self.shared = shared

    def user(self, request: Request, method: str, path: str, query: Json, version: int) -> Key:
        """The key of a request; raises if it shows none, a wrong one, or may not do this."""
        rules = RULES[version]
        try:
            if request.scheme == "https":
                found = self._pair(request, query) if rules.pairs else self._parts(request, query)
            else:
                found = self._signed(request, method, path, query, rules)
            permitted(found, method)
        except Unauthorized:
            raise
        except Refused as refusal:
            raise Unauthorized(refusal.message) from None
        self.shared.note_use(found)
        return found

    def _pair(self, request: Request, query: Json) -> Key:
        """v3: both in the query, or both in the header."""
        key, secret = query.get("consumer_key"), query.get("consumer_secret")
        if key and secret:
            return self._proved(key, secret)
        key, secret = basic_credentials(request.header("authorization"))
        if not key or not secret:
            raise Unauthorized("This needs a consumer key and its secret.", challenge=True)
        return self._proved(key, secret, challenge=True)

    def _parts(self, request: Request, query: Json) -> Key:
        """v2 and v1: each from the header, else from the query."""
        shown = dict(zip(("key", "secret"), basic_credentials(request.header("authorization")), strict=True))
        found = {name: value or query.get(f"consumer_{name}") for name, value in shown.items()}
        for name, value in found.items():
            if not value:
                raise Unauthorized(f"The consumer {name} is not there.", 404)
        return self._proved(found["key"], found["secret"])

    def _proved(self, key: object, secret: object, *, challenge: bool = False) -> Key:
        found = self._known(key)
        if not hmac.compare_digest(found.secret.encode(), str(secret).encode()):
            raise Unauthorized("The consumer secret is wrong.", challenge=challenge)
        return found

    def _known(self, key: object) -> Key:
        found = self.shared.keys.find(str(key))
        if found is None:
            raise Unauthorized("The consumer key is not known.")
        return found

    def _signed(self, request: Request, method: str, path: str, query: Json, rules: Rules) -> Key:
        """Plain HTTP: signed, with all parameters in the query."""
        for name in OAUTH_NAMES:
            if not query.get(name):
                raise Unauthorized(f"The parameter {name} is missing.", 404)
        found = self._known(query["oauth_consumer_key"])
        digest = DIGESTS.get(str(query["oauth_signature_method"]))
        if digest is None:
            raise Unauthorized("The signature method is not known: use HMAC-SHA1 or HMAC-SHA256.")
        # Whatever the version, the store takes its address to be that of v3.
        address = f"{self.shared.home(request)}/wc-api/v3{path}"
        base = base_string(method, address, query, sorts_filters=rules.sorts_filters)
        made = base64.b64encode(hmac.digest(f"{found.secret}{rules.salt}".encode(), base.encode(), digest)).decode()
        if not hmac.compare_digest(made.encode(), unquote(str(query["oauth_signature"]).replace(" ", "+")).encode()):
            raise Unauthorized("The signature does not fit the request.")
        timestamp = str(query["oauth_timestamp"])
        if not self.shared.is_recent(timestamp):
            raise Unauthorized("The timestamp is too far off.", rules.late)
        self.shared.check_nonce(found, timestamp, str(query["oauth_nonce"]))
        return found


def base_string(method: str, address: str, query: Json, *, sorts_filters: bool) -> str:
    """What a signature is made over: all parameters but itself, sorted by name, encoded twice."""
    pairs: list[tuple[str, str]] = []
    signed = {name: value for name, value in query.items() if name != "oauth_signature"}
    for name, value in sorted((_only_filters(signed) if sorts_filters else signed).items()):
        pairs += _pairs(name, value)
    if sorts_filters:
        pairs.sort(key=lambda pair: pair[0])
    joined = "%26".join(f"{name}%3D{value}" for name, value in pairs)
    return f"{method}&{quote(address, safe='~')}&{joined}"


def _only_filters(query: Json) -> Json:
    """What v2 and v1 sign: of a `filter` that is a text nothing. PHP dies of any other array, and of one inside."""
    filters = query.get("filter", {})
    inside = {str(i): item for i, item in enumerate(filters)} if is_list(filters) else members(filters)
    texts = {name: value for name, value in query.items() if name != "filter"}
    if any(is_list(value) or is_map(value) for value in (*texts.values(), *inside.values())):
        raise Broken("Only texts can be signed.")
    return {**texts, "filter": inside}


def _pairs(name: str, value: object) -> list[tuple[str, str]]:
    """A parameter, or one for each member of an array; names in brackets are not encoded."""
    if is_list(value):
        value = {str(i): item for i, item in enumerate(value)}
    if is_map(value):
        return [(f"{_encoded(name)}%255B{inner}%255D", _encoded(str(item))) for inner, item in value.items()]
    return [(_encoded(name), _encoded(str(value)))]


def _encoded(text: str) -> str:
    """Decoded, in case it comes encoded, then encoded twice."""
    return quote(unquote(text), safe="~").replace("%", "%25")
