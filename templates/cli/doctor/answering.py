"""Does the API answer, and is it the store that answers?"""

from __future__ import annotations

from wooclient._runtime.address import FRONT
from wooclient._runtime.hints import hint_for
from wooclient._runtime.shapes import is_array, is_object

from ..resources import PREFIX
from .finding import Finding, broken, ok, skipped, warning
from .probe import Probe, Seen

_BOM = b"\xef\xbb\xbf"
#: How a hint about a firewall begins.
_FIREWALL = ("A firewall", "The web server or a firewall")
_REFUSED = (403, 406, 429, 455)
#: Refusals of security plugins, by code.
_CLOSED = frozenset(
    {"rest_disabled", "rest_cannot_access", "rest_not_logged_in", "rest_login_required", "rest_forbidden"}
)
#: Headers by which caches say that they answered, and what they say then.
_CACHES = {
    "x-cache": "hit", "cf-cache-status": "hit", "x-litespeed-cache": "hit", "x-proxy-cache": "hit",
    "x-varnish-cache": "hit", "x-wp-super-cache": "", "x-sg-cache": "hit", "x-kinsta-cache": "hit",
}  # fmt: skip


def firewall(probe: Probe) -> Finding:
    """Does a firewall answer in place of the store?"""
    seen = next((one for one in (probe.index, probe.page) if _is_firewall(one)), None)
    if seen is None:
        return ok("none in the way")
    if probe.index is seen and not _is_firewall(probe.index_as_browser):
        return broken(
            f"A firewall refuses the user agent of this client (status {seen.status})",
            "Let it allow user agents that begin with `wooclient/`, or give the client another one (user_agent=)",
        )
    told = hint_for(seen.status, seen.response.headers, seen.response.body, writes=False)
    name = told.partition("(")[2].partition(")")[0] if told.startswith("A firewall (") else ""
    which = f"A firewall ({name})" if name else "A firewall or the web server"
    return broken(
        f"{which} answers in place of the store (status {seen.status})",
        "Let it allow this machine's address, or all paths below /wp-json/wc/",
    )


def _is_firewall(seen: Seen) -> bool:
    if seen.status == 0 or seen.refusal[0]:
        return False
    told = hint_for(seen.status, seen.response.headers, seen.response.body, writes=False)
    return told.startswith(_FIREWALL) or (seen.status in _REFUSED and seen.json is None)


def password(probe: Probe) -> Finding:
    """Does the web server ask for a password of its own?"""
    seen = probe.index
    if seen.status == 401 and not seen.refusal[0] and "www-authenticate" in seen.response.headers:
        return broken(
            "The web server asks for a password of its own, as staging sites do",
            "Switch it off for /wp-json/: it comes in the same header as the key, so that both cannot be sent",
        )
    return ok("none")


def index(probe: Probe) -> Finding:
    """Does WordPress answer at this address, and is its API open?"""
    seen = probe.index
    code, message = seen.refusal
    if code in _CLOSED:
        return broken(
            f"A plugin blocks the REST API for visitors ({code}: {message})",
            "Let the security plugin allow the REST API, at least below /wp-json/wc/",
        )
    if seen.status >= 500:
        told = hint_for(seen.status, seen.response.headers, seen.response.body, writes=False)
        return broken(f"The store fails (status {seen.status}). {told}".strip(), "Look at the error log of the store")
    if is_object(seen.json) and "namespaces" in seen.json:
        return ok(f"WordPress: {seen.json.get('name') or 'without a name'}")
    if _lists_routes(probe.index_by_front_file):
        root = probe.url.removesuffix(FRONT)
        return broken(
            "The permalinks are set to Plain, so that the API has no address of its own",
            f"Choose another kind in Settings > Permalinks, or note the store as {root}{FRONT}",
        )
    return broken(
        f"No WordPress API answers at {probe.url}/wp-json/ (status {seen.status})",
        "Check the address and its subfolder, and that rewriting works (.htaccess, try_files)",
    )


def _lists_routes(seen: Seen) -> bool:
    return is_object(seen.json) and "namespaces" in seen.json


def woocommerce(probe: Probe) -> Finding:
    """Is WooCommerce active, and new enough?"""
    told = probe.index.json
    names: list[str] = told.get("namespaces", []) if is_object(told) else []
    if PREFIX.removeprefix("/wp-json/") in names:
        return ok(" ".join(name for name in names if name.startswith("wc/v")))
    if any(name in ("wc/v1", "wc/v2") for name in names):
        return broken(
            "WooCommerce is older than 3.5, which brought wc/v3", "Update it, or use the client's woo.v2 and woo.v1"
        )
    return broken("WordPress answers, and WooCommerce is not active there", "Activate the plugin WooCommerce")


def byte_order_mark(probe: Probe) -> Finding:
    """Do answers begin with a byte order mark?"""
    if any(seen.response.body.startswith(_BOM) for seen in (probe.index, probe.page)):
        return warning(
            "Answers begin with a byte order mark: this client drops it, others fail",
            "Save wp-config.php, functions.php of the theme and the newest plugin's files as UTF-8 without BOM",
        )
    return ok("none")


def php_messages(probe: Probe) -> Finding:
    """Does PHP print messages into answers?"""
    for seen in (probe.index, probe.page):
        body = seen.response.body.lstrip(_BOM)
        if seen.status and seen.json is not None and not body.lstrip().startswith((b"{", b"[")):
            text = body.decode("utf-8", "replace")
            shown = " ".join(text[: max(0, text.find("{"))].split())[:160]
            return broken(
                f"PHP or a plugin prints text into answers: {shown}",
                "Set WP_DEBUG_DISPLAY to false in wp-config.php and mend what it tells; salvage=True reads past it",
            )
    return ok("none")


def cache(probe: Probe) -> Finding:
    """Does a cache answer, and do answers have their totals?"""
    page = probe.page
    if page.status != 200:
        return skipped("no answer with records came")
    headers = page.response.headers
    hits = [name for name, mark in _CACHES.items() if name in headers and mark in headers[name].lower()]
    if hits:
        return broken(
            f"A cache answers in place of the store ({hits[0]}: {headers[hits[0]]}): records are old, keys unchecked",
            "Exclude /wp-json/ and /wc-api/ from the cache plugin, the host's cache and the CDN",
        )
    if "x-wp-total" not in headers and is_array(page.json):
        return warning(
            "Lists come without X-WP-Total: a cache or proxy takes headers away, and progress has no total",
            "Let the cache or proxy pass headers that begin with X-WP-",
        )
    return ok("none in the way")
