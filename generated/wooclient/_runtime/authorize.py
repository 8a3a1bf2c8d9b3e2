"""Getting keys from a shop owner: the application authorisation of WooCommerce (`/wc-auth/v1/authorize`).

The app sends the owner to `authorization_url(...)`. There they log in and agree. The store then posts the new keys to
`callback_url`, for `parse_callback`, and sends the owner's browser back to `return_url`, for `parse_return`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from .address import store_url
from .errors import ConfigurationError, WooError
from .query import encode

Scope = Literal["read", "write", "read_write"]
_SCOPES = ("read", "write", "read_write")


@dataclass(frozen=True, slots=True)
class Grant:
    """The keys that a shop owner granted. Neither `repr` nor `str` shows the secret.

    Attributes:
        key: The consumer key.
        secret: The consumer secret; the store never shows it again.
        user_id: What the app passed as `user_id`: whom, or which attempt, the keys are for.
        key_id: The number of the key in the store.
        permissions: `read`, `write` or `read_write`.
    """

    key: str = field(repr=False)
    secret: str = field(repr=False)
    user_id: str
    key_id: int
    permissions: str


@dataclass(frozen=True, slots=True)
class Return:
    """What the owner's browser brings back: whether they agreed, and the `user_id` that the app passed."""

    success: bool
    user_id: str


def authorization_url(
    store: str, *, app_name: str, user_id: str | int, return_url: str, callback_url: str, scope: Scope = "read_write"
) -> str:
    """The address to which to send a shop owner.

    Args:
        store: The address of the store's front page.
        app_name: The name that the owner sees.
        user_id: Comes back with the keys. Make it hard to guess, and check it: anyone can post to the callback.
        return_url: Where the browser goes afterwards.
        callback_url: Where the store posts the keys. It must be https, and reachable from the store.
        scope: What the keys may do.

    Raises:
        ConfigurationError: If WooCommerce would refuse these.
        ValueError: If `store` is no address of a store.
    """
    if scope not in _SCOPES:
        raise ConfigurationError(f"scope is {scope!r}; use one of {', '.join(_SCOPES)}")
    if not app_name or user_id in ("", 0, "0"):
        raise ConfigurationError("app_name and user_id are needed; WooCommerce takes 0 for nothing")
    if urlsplit(callback_url).scheme != "https":
        raise ConfigurationError(f"callback_url is {callback_url!r}; WooCommerce posts keys only to https")
    if urlsplit(return_url).scheme not in ("http", "https"):
        raise ConfigurationError(f"return_url is {return_url!r}; pass an absolute address")
    for name, url in (("callback_url", callback_url), ("return_url", return_url)):
        # WooCommerce decodes them once more at each of its two or three steps.
        if "%" in url or "+" in url or not url.isascii():
            raise ConfigurationError(f"{name} must be plain ASCII without % and +; carry what varies in user_id")
    query = [
        ("app_name", app_name),
        ("scope", scope),
        ("user_id", str(user_id)),
        ("return_url", return_url),
        ("callback_url", callback_url),
    ]
    return f"{store_url(store)}/wc-auth/v1/authorize?{encode(query)}"


def parse_callback(body: bytes | str) -> Grant:
    """The keys in the body of the request that the store makes to `callback_url`.

    Compare `user_id` with what was passed before trusting them. Answer with status 200, or the store deletes the keys.
    Raises WooError if the body is no such message.
    """
    try:
        found: Any = json.loads(body)
        key, secret, user_id = found["consumer_key"], found["consumer_secret"], found["user_id"]
        key_id, permissions = int(found["key_id"]), found["key_permissions"]
    except (ValueError, TypeError, KeyError):
        raise WooError("the body holds no keys as WooCommerce posts them") from None
    if not all(isinstance(text, str) for text in (key, secret, permissions)) or permissions not in _SCOPES:
        raise WooError("the body holds no keys as WooCommerce posts them")
    return Grant(key, secret, str(user_id), key_id, permissions)


def parse_return(url: str) -> Return:
    """What the address says with which the owner's browser came back. The keys are not in it."""
    query = parse_qs(urlsplit(url).query)
    return Return(query.get("success", ["0"])[0] == "1", query.get("user_id", [""])[0])
