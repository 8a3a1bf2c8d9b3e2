"""Why a store refused: the likely cause and what to try, read from its answer."""

from __future__ import annotations

from collections.abc import Mapping

from .hints import hint_for

#: What else can be said of an error that came as something else than WooCommerce's JSON.
_BY_STATUS = {
    404: "The store answers elsewhere: its permalinks are set to Plain, it is in a subfolder, or WordPress is not here",
    406: "Looks like a firewall: let it allow this machine, or the user agent of this client (user_agent=)",
    413: "The web server limits the size of a request (client_max_body_size, post_max_size)",
    429: "Ask less often; max_retries= and total_timeout= say how patient the client is",
    455: "Looks like a firewall: let it allow this machine, or the user agent of this client (user_agent=)",
    502: "The server before the store got no answer from it; ask for less at once (per_page)",
    504: "The server before the store got no answer from it in time; ask for less at once (per_page)",
}


def cause_of(status: int, code: str, message: str, headers: Mapping[str, str], body: bytes, way: str) -> str:
    """A sentence on the likely cause of a refusal; empty if the refusal explains itself.

    `code` and `message` are those of WooCommerce's error, empty if the body was none. `way` is how the key was shown.
    """
    if status == 401 or code.endswith(("_authentication_error", "_missing_parameter")):
        return _unauthorized(code, message, headers, way)
    if code.endswith("trash_not_supported"):
        return "These records have no trash; pass force=True to delete for good"
    if code in ("rest_no_route", "woocommerce_api_no_route"):
        return "WooCommerce is switched off, older than this address, or this method does not exist there"
    if code in ("rest_disabled", "rest_cannot_access", "rest_not_logged_in", "rest_login_required"):
        return "A security plugin closes the REST API; let it make an exception for wc/"
    return "" if code else _page(status, headers, body)


def _unauthorized(code: str, message: str, headers: Mapping[str, str], way: str) -> str:
    told = message.lower()
    if "timestamp" in told:
        return f"The clocks differ by more than 15 minutes; the store's says {headers.get('date', 'nothing')}"
    if "nonce" in told:
        return "A cache or proxy sent the same request twice, or two machines use the same random state"
    if "signature" in told:
        return (
            "The secret is wrong, or the store knows itself by another address than the one used here (www, port, "
            "http and https behind a proxy): pass that address as signing_url="
        )
    if "write permission" in told or "read permission" in told:
        return "Give the key more permissions in WooCommerce > Settings > Advanced > REST API"
    if "secret is invalid" in told or "key is invalid" in told:
        return "Copy key and secret once more; the secret is shown only when a key is made"
    if not code:
        return "Not WooCommerce but the web server asks for a password (a staging site?), or a firewall refuses the key"
    if way == "basic":
        return (
            "The store saw no key that it knows: the key is wrong or was revoked, or the server strips the "
            'Authorization header: try auth="query"'
        )
    if way == "query":
        return "The store saw no key that it knows: it is wrong or was revoked, or a cache or proxy removes the query"
    return "The store saw no signature: a cache or proxy removes the query"


def _page(status: int, headers: Mapping[str, str], body: bytes) -> str:
    """The cause of an error that came as something else than WooCommerce's JSON."""
    known = hint_for(status, headers, body, writes=False) if body.strip() else ""
    return known.rstrip(".") or _BY_STATUS.get(status, "")
