"""What to paste to reach the store: each runs as it stands, with the store's key in it."""

from __future__ import annotations

from shlex import quote as shell
from typing import NamedTuple
from urllib.parse import quote, urlsplit


class Snippet(NamedTuple):
    """A piece to paste, and where."""

    title: str
    note: str
    code: str


def snippets(url: str, key: str, secret: str, *, takes_basic: bool) -> list[Snippet]:
    """How to reach the store from Python and from a shell. `takes_basic`: key and secret may go as a password."""
    listed = f"{url}/wp-json/wc/v3/products"
    found = [Snippet("Python", "", _python(url, key, secret)), Snippet("Command line", "", _command(url, key, secret))]
    if takes_basic:
        unchecked = " --insecure" if urlsplit(url).scheme == "https" else ""
        note = "The certificate was made at the start; --insecure spares naming its authority." if unchecked else ""
        code = f"curl --silent{unchecked} --user {shell(f'{key}:{secret}')} {shell(listed)}"
        return [*found, Snippet("curl", note, code)]
    note = "Over plain HTTP a store takes signed requests only (OAuth 1.0a); openssl signs this one."
    return [*found, Snippet("curl", note, _signed(listed, key, secret))]


def _python(url: str, key: str, secret: str) -> str:
    checks = urlsplit(url).scheme == "https"
    lines = [
        *(["import httpx"] if checks else []),
        "from wooclient import WooClient",
        "",
        *(["web = httpx.HTTPTransport(verify=False)  # the certificate was made at the start"] if checks else []),
        f"with WooClient({url!r}, key={key!r}, secret={secret!r}{', transport=web' if checks else ''}) as woo:",
        "    for product in woo.products.iter():",
        "        print(product.id, product.name, product.price)",
    ]
    return "\n".join(lines)


def _command(url: str, key: str, secret: str) -> str:
    trust = " --insecure" if urlsplit(url).scheme == "https" else ""
    return f"WOO_KEY={shell(key)} WOO_SECRET={shell(secret)} \\\n  wooclient list products --url {shell(url)}{trust}"


def _signed(listed: str, key: str, secret: str) -> str:
    """A request that a shell signs. The names are in the order that the signature asks for."""
    base = f"GET&{quote(listed, safe='~')}&"
    return "\n".join(
        (
            f"url={shell(listed)} key={shell(key)} secret={shell(secret)}",
            "now=$(date +%s); once=$(openssl rand -hex 8)",
            'asked="oauth_consumer_key=$key&oauth_nonce=$once&oauth_signature_method=HMAC-SHA256&oauth_timestamp=$now"',
            f"base={shell(base)}$(printf %s \"$asked\" | sed 's/=/%3D/g; s/&/%26/g')",
            'sign=$(printf %s "$base" | openssl dgst -sha256 -hmac "$secret&" -binary | base64)',
            'curl --silent --get "$url?$asked" --data-urlencode "oauth_signature=$sign"',
        )
    )
