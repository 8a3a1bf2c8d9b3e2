"""OAuth 1.0a, one-legged, as WooCommerce checks it on plain HTTP: RFC 5849 with the turns PHP gives it.

WooCommerce does not sign what it received but what PHP made of it: dots and spaces in a name become `_`, names sort by
their bytes and not in encoded form as the RFC has it, and arrays keep the order in which they came. `ordered` brings
parameters into an order in which all these agree for every name that WooCommerce has.

The legacy API decodes percent signs in values once more, and in v1 and v2 signs with the secret alone, without the `&`
behind it. Since WooCommerce 9.0, where it became a plugin, it takes every version for v3 in the address that it signs.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import b64encode
from urllib.parse import parse_qsl, unquote, urlsplit

from .address import FRONT
from .query import Pair, percent

_LEGACY = re.compile(r"/wc-api/(v\d)(?=/|$)")
_INNER = re.compile(r"\[([^\[\]]*)\]")
_PHP_NAME = str.maketrans(" .", "__")
_DIGESTS = {"HMAC-SHA1": hashlib.sha1, "HMAC-SHA256": hashlib.sha256}
_DEFAULT_PORTS = {"http": 80, "https": 443}


def signed_query(
    method: str,
    url: str,
    query: list[Pair],
    *,
    key: str,
    secret: str,
    nonce: str,
    timestamp: int,
    algorithm: str = "HMAC-SHA256",
    names_version: bool = False,
) -> list[Pair]:
    """`query` and the OAuth parameters, signed and in the order in which to send them.

    `url` is the address as the store knows itself; a query in it is signed too and becomes part of the result.
    `timestamp` is in seconds since 1970, `algorithm` is HMAC-SHA256 or HMAC-SHA1. `names_version` is for stores up to
    8.9, which sign legacy v1 and v2 by their own names.
    """
    address, _, present = url.partition("?")
    given = [
        *parse_qsl(present.partition("#")[0], keep_blank_values=True),
        *query,
        ("oauth_consumer_key", key),
        ("oauth_nonce", nonce),
        ("oauth_signature_method", algorithm),
        ("oauth_timestamp", str(timestamp)),
    ]
    pairs = ordered(given)
    base = _base_string(method, address, pairs, names_version=names_version)
    salt = secret if is_older_legacy(address) else f"{secret}&"
    digest = hmac.new(salt.encode(), base.encode(), _DIGESTS[algorithm]).digest()
    return [*pairs, ("oauth_signature", b64encode(digest).decode())]


def is_older_legacy(url: str) -> bool:
    """Whether an address is one of legacy v1 or v2."""
    version = _LEGACY.search(url)
    return version is not None and version[1] in ("v1", "v2")


def base_string(method: str, url: str, pairs: list[Pair], *, names_version: bool = False) -> str:
    """The text that is signed (RFC 5849, 3.4.1). `url` has no query."""
    return _base_string(method, url, ordered(pairs), names_version=names_version)


def _base_string(method: str, url: str, pairs: list[Pair], *, names_version: bool) -> str:
    legacy = _LEGACY.search(url) is not None
    shown = "%26".join(_signed(name, value, legacy) for name, value in pairs)
    return f"{method.upper()}&{percent(_address(url, names_version))}&{shown}"


def ordered(pairs: list[Pair]) -> list[Pair]:
    """Parameters sorted by the bytes of the name, then by the names in brackets (numbers by value), then by value."""
    return sorted(pairs, key=_sort_key)


def _sort_key(pair: Pair) -> tuple[bytes, list[tuple[bool, int, str]], str]:
    outer, inner = _split(pair[0])
    parts = [(False, int(i), "") if i.isascii() and i.isdigit() else (True, 0, percent(i)) for i in inner]
    return outer.encode(), parts, percent(pair[1])


def _split(name: str) -> tuple[str, list[str]]:
    """`filter[a][b]` as `filter` and `a`, `b`."""
    outer, bracket, rest = name.partition("[")
    return outer.translate(_PHP_NAME), _INNER.findall(bracket + rest)


def _signed(name: str, value: str, legacy: bool) -> str:
    """One parameter as it stands in the signed text, where all is encoded twice except the names in brackets."""
    outer, inner = _split(name)
    if legacy:
        value = unquote(value)
    between = "".join(f"%255B{i if legacy else percent(i)}%255D" for i in inner)
    return f"{percent(percent(outer))}{between}%3D{percent(percent(value))}"


def _address(url: str, names_version: bool) -> str:
    """The address as the store builds it: host in lower case, no default port, and its idea of the version."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS.get(parts.scheme) else ""
    # The legacy API knows nothing of the file that it was reached through.
    path = (parts.path or "/").replace(f"{FRONT}/wc-api/", "/wc-api/")
    return f"{parts.scheme}://{host}{port}{path if names_version else _LEGACY.sub('/wc-api/v3', path)}"
