"""Who is asking: keys, and the three ways in which a request can show one."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from .errors import Refused
from .kinds import is_list, is_map
from .state import Doc, Indexed, State
from .state import Key as StateKey
from .wire import Request
from .wordpress import KEY_REFUSED

KIND = "_keys"
#: Seconds that the timestamp of an OAuth request may be off.
WINDOW = 15 * 60
#: How many nonces are kept before those that are older than that go.
_MANY = 1000
OAUTH_NAMES = ("oauth_consumer_key", "oauth_timestamp", "oauth_nonce", "oauth_signature", "oauth_signature_method")
DIGESTS = {"HMAC-SHA1": "sha1", "HMAC-SHA256": "sha256"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the REST API, as WooCommerce's settings show it."""

    id: int
    key: str
    secret: str
    permissions: str
    description: str
    user: int
    last_access: str | None = None


class Keys:
    """The keys of a store."""

    def __init__(self, state: State) -> None:
        self.state = state
        #: When each key was last used. Kept here: a write for every read would be too dear.
        self.used: dict[int, str] = {}
        #: Where those were found that were asked for: every request asks.
        self._found: dict[str, StateKey] = {}
        #: Keys whose secret the page has shown.
        self.shown: set[int] = set()

    def create(
        self, permissions: str = "read_write", description: str = "", user: int = 1, key: str = "", secret: str = ""
    ) -> Key:
        """A new key. `permissions` is `read`, `write` or `read_write`."""
        if permissions not in ("read", "write", "read_write"):
            raise ValueError("permissions must be read, write or read_write")
        with self.state.transaction():
            made = Key(
                id=self.state.next_id(KIND),
                key=key or f"ck_{secrets.token_hex(20)}",
                secret=secret or f"cs_{secrets.token_hex(20)}",
                permissions=permissions,
                description=description,
                user=user,
            )
            doc = {name: getattr(made, name) for name in ("id", "key", "secret", "permissions", "description", "user")}
            self.state.put(KIND, made.id, doc, Indexed(facets=[("key", made.key)]))
        return made

    def revoke(self, key: Key | int | str) -> None:
        """Delete a key, given as itself, by id or by its `ck_…`."""
        number = key.id if isinstance(key, Key) else key
        if isinstance(number, str):
            found = self.find(number)
            if found is None:
                raise KeyError("there is no such key")
            number = found.id
        with self.state.transaction():
            self.state.remove(KIND, number)

    def all(self) -> list[Key]:
        """Every key, oldest first."""
        return [self._key(doc) for doc in self.state.all(KIND)]

    def find(self, key: str) -> Key | None:
        """The key with this `ck_…`."""
        number = self._found.get(key)
        doc = None if number is None else self.state.get(KIND, number)
        if doc is None or doc["key"] != key:
            number = self.state.find(KIND, "key", key)
            doc = None if number is None else self.state.get(KIND, number)
            if number is None or doc is None:
                return None
            self._found[key] = number
        return self._key(doc)

    def _key(self, doc: Doc) -> Key:
        return Key(**doc, last_access=self.used.get(doc["id"]))


class Authenticator:
    """Finds out whose key a request shows."""

    def __init__(self, keys: Keys, home: Callable[[Request], str]) -> None:
        self.keys = keys
        #: Scheme and host that the store believes to have: what signatures are made over.
        self.home = home
        self.clock: Callable[[], float] = time.time
        #: By key, the nonces that it used, and when; those of long ago go once there are so many.
        self._nonces: dict[str, dict[str, int]] = {}
        self._most_nonces = _MANY

    def user(self, request: Request, query: dict[str, Any]) -> Key | None:
        """The key of a request, None if it shows none; raises if it shows a wrong one."""
        found, trouble = None, None
        if request.scheme == "https":
            found, trouble = self._basic(request, query)
        if found is None:
            found = self._oauth(request, query) or found
        if found is None and trouble is not None:
            raise trouble
        if found is not None:
            self.note_use(found)
        return found

    def note_use(self, key: Key) -> None:
        """Remember that a key was just used."""
        self.keys.used[key.id] = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(self.clock()))

    def _basic(self, request: Request, query: dict[str, Any]) -> tuple[Key | None, Refused | None]:
        key, secret = query.get("consumer_key"), query.get("consumer_secret")
        if not key or not secret:
            key, secret = basic_credentials(request.header("authorization"))
        if not key or not secret:
            return None, None
        found = self.keys.find(str(key))
        if found is None:
            return None, None
        if not hmac.compare_digest(found.secret.encode(), str(secret).encode()):
            return None, _wrong("The consumer secret is wrong.")
        return found, None

    def _oauth(self, request: Request, query: dict[str, Any]) -> Key | None:
        given = {**query, **_oauth_header(request.header("authorization"))}
        missing = [name for name in OAUTH_NAMES if not given.get(name)]
        if len(missing) == len(OAUTH_NAMES):
            return None
        if missing:
            raise Refused(
                401, "woocommerce_rest_authentication_missing_parameter",
                f"The OAuth parameters are not complete: {', '.join(missing)}",
            )  # fmt: skip
        found = self.keys.find(str(given["oauth_consumer_key"]))
        if found is None:
            raise _wrong("The consumer key is not known.")
        self._check_signature(request, found, given)
        self.check_nonce(found, str(given["oauth_timestamp"]), str(given["oauth_nonce"]))
        return found

    def _check_signature(self, request: Request, key: Key, given: dict[str, Any]) -> None:
        signed = {name: value for name, value in given.items() if name != "oauth_signature"}
        digest = DIGESTS.get(str(given["oauth_signature_method"]))
        if digest is None:
            raise _wrong("The signature method is not known: use HMAC-SHA1 or HMAC-SHA256.")
        base = base_string(request.method, self.home(request) + unquote(request.path), signed)
        made = base64.b64encode(hmac.digest(f"{key.secret}&".encode(), base.encode(), digest)).decode()
        # PHP reads a plus as a blank, and WooCommerce decodes once more what PHP has decoded.
        shown = unquote(str(given["oauth_signature"]).replace(" ", "+"))
        if not hmac.compare_digest(made.encode(), shown.encode()):
            raise _wrong("The signature does not fit the request.")

    def is_recent(self, timestamp: str) -> bool:
        """Whether a timestamp of OAuth is close enough to this moment."""
        return timestamp.isdecimal() and len(timestamp) <= 15 and abs(self.clock() - int(timestamp)) <= WINDOW

    def check_nonce(self, key: Key, timestamp: str, nonce: str) -> None:
        """Raise if a timestamp is too far off, or a nonce was used before; from now on it was."""
        now = self.clock()
        if not self.is_recent(timestamp):
            raise _wrong("The timestamp is too far off.")
        used = self._nonces.setdefault(key.key, {})
        if nonce in used and now - used[nonce] <= WINDOW:
            raise _wrong("The nonce has been used before.")
        used[nonce] = int(timestamp)
        if len(used) > self._most_nonces:
            # Not at each request, which would take longer with every one.
            self._nonces[key.key] = left = {n: t for n, t in used.items() if now - t <= WINDOW}
            self._most_nonces = max(_MANY, 2 * len(left))


def _wrong(message: str) -> Refused:
    return Refused(401, KEY_REFUSED, message)


def permitted(key: Key, method: str) -> None:
    """Raise if a key may not do what a method does."""
    if method == "OPTIONS":
        return
    wanted = "read" if method in ("GET", "HEAD") else "write"
    if wanted not in key.permissions:
        raise _wrong(f"The key has no {wanted} permission.")


def basic_credentials(header: str) -> tuple[str, str]:
    """Key and secret of an `Authorization: Basic` header; empty for any other."""
    kind, _, value = header.partition(" ")
    if kind.lower() != "basic":
        return "", ""
    try:
        text = base64.b64decode(value.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        return "", ""
    user, _, password = text.partition(":")
    return user, password


def _oauth_header(header: str) -> dict[str, str]:
    if not header.strip().startswith("OAuth "):  # in another case it is none to WooCommerce
        return {}
    found: dict[str, str] = {}
    for part in header.strip()[6:].split(","):
        name, _, value = part.strip().partition("=")
        if name.startswith("oauth_"):
            found[name] = unquote(value.strip('"'))
    return found


def base_string(method: str, address: str, parameters: dict[str, Any]) -> str:
    """What an OAuth 1.0a signature is made over."""
    pairs = sorted(_flat(parameters))
    joined = "%26".join(f"{name}%3D{value}" for name, value in pairs)
    return f"{method}&{quote(address, safe='~')}&{joined}"


def _flat(parameters: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Parameters, arrays as `name[key]`, percent-encoded twice as WooCommerce does."""
    found: list[tuple[str, str]] = []
    for name, value in parameters.items():
        full = f"{prefix}[{name}]" if prefix else str(name)
        if is_list(value):
            value = {str(i): item for i, item in enumerate(value)}
        if is_map(value):
            found += _flat(value, full)
        else:
            found.append((_twice(full), _twice(str(value))))
    return found


def _twice(text: str) -> str:
    return quote(quote(text, safe="~"), safe="~")


def digest_of(secret: str, body: bytes) -> str:
    """The signature of a webhook delivery."""
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
