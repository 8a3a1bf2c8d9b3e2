"""Why a body is not the JSON it should be: the likely cause and what to try, by what is known of real stores."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: How much of a body is looked at.
_LOOK = 65536
_FIREWALLS: tuple[tuple[bytes, str], ...] = (
    (b"sucuri", "Sucuri"),
    (b"wordfence", "Wordfence"),
    (b"imunify360", "Imunify360"),
    (b"incapsula", "Imperva"),
    (b"sgcaptcha", "SiteGround"),
    (b"errors.edgesuite.net", "Akamai"),
    (b"mod_security", "ModSecurity"),
    (b"not acceptable!", "ModSecurity"),
    (b"ddos-guard", "DDoS-Guard"),
    (b"just a moment...", "Cloudflare"),
    (b"attention required! | cloudflare", "Cloudflare"),
)
_PHP = tuple(f"{kind}</b>:".encode() for kind in ("warning", "notice", "deprecated", "fatal error", "parse error"))
_PHP_PLAIN = tuple(f"{kind}: ".encode() for kind in ("warning", "notice", "deprecated", "fatal error", "parse error"))
#: WordPress tells on each of its pages where its API is: without a path of its own where permalinks are plain.
_PLAIN = re.compile(r'<[^<>]*\?rest_route=/?>; *rel="https://api\.w\.org/"')
#: Requests that known releases answer badly: method, address, what to do.
_KNOWN_FAULTS = (
    (
        "POST",
        re.compile(r"/wc-api/v[23]/orders(?:/bulk)?$"),
        "Several releases of WooCommerce make an order that the legacy API is sent, and then answer nothing, null or "
        "status 500: look for it among the newest orders before you send it again.",
    ),
    (
        "POST",
        re.compile(r"/wc-api/v[23]/orders/\d+/refunds$"),
        "The legacy API crashes where it should refuse: most likely the amount is above what is left of the order, and "
        "nothing was refunded. Look at the order's refunds before you send it again.",
    ),
)


def known_fault(method: str, url: str) -> str:
    """What is known of stores that answer such a request badly; empty if nothing."""
    found = (hint for verb, address, hint in _KNOWN_FAULTS if verb == method and address.search(url.rstrip("/")))
    return next(found, "")


def hint_for(status: int, headers: Mapping[str, str], body: bytes, *, writes: bool, past: str = "") -> str:
    """One or two sentences about a body that is not JSON; empty if nothing is known about its like.

    `writes` tells that the request was to change something, which it may have done all the same; `past` is what to say
    of reading past messages of PHP.
    """
    seen = body[:_LOOK].lower()
    done = " What was asked may have been done: look before you send it again." if writes and status < 300 else ""
    return next((f"{text}{done}" for text in _guesses(status, headers, body, seen, past) if text), done.strip())


def _guesses(status: int, headers: Mapping[str, str], body: bytes, seen: bytes, past: str) -> list[str]:
    """What fits, the surest first."""
    return [
        _firewall(headers, seen), _php(seen, past), _wordpress(seen), _permalinks(headers), _bytes(headers, body),
        _page(status, seen),
    ]  # fmt: skip


def _firewall(headers: Mapping[str, str], seen: bytes) -> str:
    name = "Cloudflare" if "cf-mitigated" in headers else next((n for mark, n in _FIREWALLS if mark in seen), "")
    if not name:
        return ""
    return f"A firewall ({name}) answered instead of the store: allow this machine's address, or change user_agent=."


def _php(seen: bytes, past: str) -> str:
    head = seen[:4096].lstrip()
    if b"fatal error" in head or b"parse error" in head:
        return "PHP stopped with an error: its text is in the body, more is in the store's error log."
    if any(mark in head for mark in _PHP) or head.startswith(_PHP_PLAIN):
        return f"PHP prints messages into the answer: switch WP_DEBUG_DISPLAY off{past}."
    return ""


def _wordpress(seen: bytes) -> str:
    if b"briefly unavailable for scheduled maintenance" in seen:
        return "WordPress is being updated; try again in a minute."
    if b"there has been a critical error on this website" in seen:
        return "A plugin or theme of the store fails; the cause is in the store's error log."
    if b"error establishing a database connection" in seen:
        return "The store cannot reach its database."
    if (b"wp-login.php" in seen and b"loginform" in seen) or b"coming soon" in seen[:4096]:
        return "A login or coming-soon page answered: a plugin keeps visitors out, and the API with them."
    return ""


def _permalinks(headers: Mapping[str, str]) -> str:
    if not _PLAIN.search(headers.get("link", "")):
        return ""
    return (
        "Settings > Permalinks is set to Plain, which switches the REST API's addresses off. Choose another kind, or "
        "write the store's address with /index.php at its end: https://shop.example/index.php."
    )


def _bytes(headers: Mapping[str, str], body: bytes) -> str:
    if not body.strip():
        return "The store sent nothing: PHP most likely hit its memory or time limit; see the store's error log."
    if body.startswith(b"\x1f\x8b"):
        return "The body is compressed but does not say so: a proxy drops the content-encoding header."
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        cut = f" of {headers['content-length']}" if headers.get("content-length", "").isdigit() else ""
        return (
            f"The JSON breaks off or is damaged ({len(body)}{cut} bytes): PHP stopped midway, or printed text into it."
        )
    return ""


def _page(status: int, seen: bytes) -> str:
    head = seen[:4096]
    if not (b"<!doctype html" in head or b"<html" in head):
        return ""
    if status in (502, 503, 504):
        return "The server in front of the store did not get an answer: the store is overloaded, down, or too slow."
    if status == 403:
        return "The web server or a firewall refuses this address or user agent before WooCommerce sees it."
    if status in (200, 404):
        return (
            "A web page answered: check the address of the store and its subfolder, and that Settings > Permalinks is "
            "not set to Plain, which switches the REST API's addresses off. If it has to stay so, write the address "
            "with /index.php at its end: https://shop.example/index.php."
        )
    return "A web page answered in place of the REST API."
