"""Why a store refused: the likely cause and what to try, read from its answer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .errors import AuthenticationError
from .hints import hint_for, known_fault
from .refusals import kind_of_error, lacks_permission
from .shapes import is_object

if TYPE_CHECKING:
    from .exchange import Request, Response

_SECURITY_PLUGIN = "A security plugin blocks the REST API. Allow the paths below /wp-json/wc/"
_NO_ROUTE = (
    "WooCommerce is switched off, is too old for this address, or does not allow this method; or an id is no number"
)
_UNKNOWN_ROUTE = (
    "The store has no such route: is the plugin that brings it active, and its namespace right? "
    'request("GET", "/") lists all routes'
)
#: Where WooCommerce heeds its keys.
_TAKES_KEYS = re.compile(r"/wp-json/wc[/-]|/wc-api/")
#: Where the description knows all routes.
_DESCRIBED = re.compile(r"/wp-json/wc/v\d/|/wc-api/")
_NO_KEYS = (
    "WooCommerce accepts its keys only in namespaces that begin with wc/ or wc-: for routes of your own choose such a "
    "name; WordPress's own (wp/v2) want an application password, sent with another client"
)
_NO_TRASH = "These records have no trash; pass force=True to delete permanently"
_BY_CODE = {
    "rest_no_route": _NO_ROUTE,
    "woocommerce_api_no_route": _NO_ROUTE,
    "woocommerce_api_disabled": "Switch the legacy API on in WooCommerce > Settings > Advanced > Legacy API",
    "rest_disabled": _SECURITY_PLUGIN,
    "rest_cannot_access": _SECURITY_PLUGIN,
    "rest_not_logged_in": _SECURITY_PLUGIN,
    "rest_login_required": _SECURITY_PLUGIN,
    "rest_trash_not_supported": _NO_TRASH,
    "woocommerce_rest_trash_not_supported": _NO_TRASH,
    "rest_product_review_failed_edit": (
        "v1 and v2 change a review only together with its text, its date or the name of its reviewer; use v3"
    ),
    "woocommerce_rest_review_failed_edit": "The review most likely has that status already",
}
#: Codes that stand for several causes, with words of the message that tell which one it is.
_BY_WORDS = {
    # Older APIs have this code for whatever is not there.
    "woocommerce_rest_invalid_product_id": (
        (
            "variation",
            "This is a variation, which is written below its product: products.variations.update(parent_id, id, ...), "
            "or .delete(parent_id, id). To save() it, read it with products.variations.get(parent_id, id)",
        ),
    ),
}
_REFUND_REFUSED = "woocommerce_rest_cannot_create_order_refund"
_NOTHING_REFUNDED = (
    "Neither an amount nor lines were sent, which means a refund of 0: pass amount= or line_items=, and "
    "api_refund=False if the order's payment gateway cannot refund by itself"
)
_TOO_MUCH_REFUNDED = "The amount is above what is left of the order, earlier refunds taken off"
_NO_REFUNDS = (
    "The order's payment gateway cannot refund by itself: pass api_refund=False to note a refund that was paid in "
    "another way"
)
_REFUND = (
    "The amount is above what is left of the order, or its payment gateway cannot refund: pass api_refund=False to "
    "note a refund that was paid in another way. Look at the order before you send it again"
)
#: What else can be said of an error that came as something else than WooCommerce's JSON.
_BY_STATUS = {
    404: (
        "The store answers elsewhere: its permalinks are set to Plain (choose others, or write its address with "
        "/index.php at the end), it is in a subfolder, or WordPress is not here"
    ),
    406: "Probably a firewall: allow this machine's address, or change the user agent (user_agent=)",
    413: "The web server limits the size of a request (client_max_body_size, post_max_size)",
    429: "Ask less often; max_retries= and total_timeout= say how patient the client is",
    455: "Probably a firewall: allow this machine's address, or change the user agent (user_agent=)",
    502: "The server in front of the store got no answer from it; request smaller pages (per_page)",
    504: "The server in front of the store got no answer in time; request smaller pages (per_page)",
}
_PERMISSIONS = "WooCommerce > Settings > Advanced > REST API"
#: What to do about a key without a permission, by the words of a store that speaks English.
_MAY_ONLY = {
    "write permission": f"This key may only read: give it the permission Read/Write in {_PERMISSIONS}",
    "read permission": f"This key may only write: give it the permission Read/Write in {_PERMISSIONS}",
}
_OR_WRONG = ". If it has that, key, secret or signature is wrong: copy both once more"
#: What a refused key is told, where the store speaks English: words of its message and what they mean.
_TOLD = (
    (("timestamp",), "The clocks differ by more than 15 minutes; the store's says {date}"),
    (("nonce",), "A cache or proxy sent the same request twice, or two machines use the same random state"),
    (
        ("signature",),
        "The secret is wrong, or the store knows itself by another address than the one used here (www, port, "
        "http and https behind a proxy): pass that address as signing_url=",
    ),
    (
        ("secret is invalid", "key is invalid"),
        "Copy key and secret once more; the secret is shown only when a key is made",
    ),
)
#: What is true of a refused key in any language, by how it was shown.
_REFUSED = {
    "oauth": (
        "The store refuses this signature: key or secret is wrong, the clocks differ by more than 15 minutes, the "
        "store knows itself by another address (pass that as signing_url=), or the key may not do this (see "
        f"{_PERMISSIONS})"
    ),
    "": f"The store refuses this key: it or its secret is wrong, or it may not do this (see {_PERMISSIONS})",
}
#: The same where the store saw no key that it knows.
_UNSEEN = {
    "basic": (
        "The store saw no key that it knows: the key is wrong or was revoked, or the server strips the "
        'Authorization header: try auth="query"'
    ),
    "query": "The store saw no key that it knows: it is wrong or was revoked, or a cache or proxy removes the query",
    "": "The store saw no signature: a cache or proxy removes the query",
}


def cause_of(request: Request, response: Response, code: str, message: str, way: str) -> str:
    """A sentence on the likely cause of a refusal; empty if the refusal explains itself.

    `code` and `message` are those of WooCommerce's error, empty if the body was none. `way` is how the key was shown.
    """
    if response.status in (401, 403) and code and not _TAKES_KEYS.search(request.url):
        return _NO_KEYS
    if code == "rest_no_route" and not _DESCRIBED.search(request.url):
        return _UNKNOWN_ROUTE
    if code in _BY_CODE:
        return _BY_CODE[code]
    if code in _BY_WORDS:
        return next((hint for words, hint in _BY_WORDS[code] if words in message.lower()), "")
    if code == _REFUND_REFUSED:
        return _refund(request, message.lower())
    if response.status == 401 and lacks_permission(code, message, response.headers):
        return _may_not(request, message)
    if kind_of_error(response.status, code) is AuthenticationError:
        return _unauthorized(response, code, message, way)
    fault = known_fault(request.method, request.url) if response.status >= 500 else ""
    return fault or ("" if code else _page(response.status, response.headers, response.body))


def _refund(request: Request, told: str) -> str:
    """Why a refund was refused: by what was sent where that is enough, else by the words of an English store."""
    sent = _sent(request)
    if sent is not None and not sent.get("amount") and not sent.get("line_items"):
        return _NOTHING_REFUNDED
    if "amount" in told or (sent is not None and sent.get("api_refund") is False):
        return _TOO_MUCH_REFUNDED
    return _NO_REFUNDS if "gateway" in told else _REFUND


def _sent(request: Request) -> dict[str, Any] | None:
    """The object that a request held; None if it held none."""
    try:
        found = json.loads(request.content or b"null")
    except ValueError:
        return None
    return found if is_object(found) else None


def _may_not(request: Request, message: str) -> str:
    """What to do about a key that may only read, or only write."""
    for words, hint in _MAY_ONLY.items():
        if words in message.lower():
            return hint
    return _MAY_ONLY["read permission" if request.reads else "write permission"] + _OR_WRONG


def _unauthorized(response: Response, code: str, message: str, way: str) -> str:
    if not code:
        return "Not WooCommerce but the web server asks for a password (a staging site?), or a firewall refuses the key"
    told = message.lower()
    for words, meaning in _TOLD:
        if any(word in told for word in words):
            return meaning.format(date=response.headers.get("date", "nothing"))
    # Stores in other languages: the code still tells a key that was refused from one that never came. The legacy API
    # has one code for both, and another status.
    if code.endswith("_authentication_error") and response.status != 404:
        stripped = way == "basic" and "www-authenticate" in response.headers
        more = ', or the server strips the Authorization header: try auth="query"' if stripped else ""
        return _REFUSED.get(way.partition("_")[0], _REFUSED[""]) + more
    return _UNSEEN.get(way, _UNSEEN[""])


def _page(status: int, headers: Mapping[str, str], body: bytes) -> str:
    """The cause of an error that came as something else than WooCommerce's JSON."""
    known = hint_for(status, headers, body, writes=False) if body.strip() else ""
    return known.rstrip(".") or _BY_STATUS.get(status, "")
