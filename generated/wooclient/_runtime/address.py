"""Where a request goes: the store's address and the path of an operation."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from .shapes import is_text

#: How the address of a store ends that is reached through WordPress's front file, as its permalinks are plain.
FRONT = "/index.php"
_LEGACY = re.compile(r"/wc-api/v(\d)(/.*)?")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def store_url(url: str) -> str:
    """The address of a store without a trailing slash.

    Raises ValueError for what is not an http or https address, or holds a password or a query; TypeError for no text.
    """
    if not is_text(url):  # None, if a variable is not set
        raise TypeError(f"the address of the store is {url!r}; pass a text such as 'https://shop.example'")
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url!r} is no store address; write it like https://shop.example or https://example.org/shop")
    if parts.username or parts.password:
        raise ValueError("the store address holds a user or password; pass key= and secret= instead")
    if parts.query or parts.fragment:
        raise ValueError("the store address holds a query or fragment; pass only the address of the shop's front page")
    path = parts.path.rstrip("/")
    for known in ("/wp-json", "/wc-api", "/wp-admin"):
        path = path.split(known)[0]
    return f"{parts.scheme}://{parts.netloc}{path}"


def front_query(store: str, url: str) -> list[tuple[str, str]]:
    """The parameters by which WordPress finds the route of `url` where it does not read paths; none elsewhere.

    WooCommerce looks for its own path in the address before it heeds a key, so that the path is sent all the same.
    """
    if not store.endswith(FRONT):
        return []
    path = unquote(url.removeprefix(store))
    legacy = _LEGACY.fullmatch(path)
    if legacy:
        return [("wc-api-version", legacy[1]), ("wc-api-route", legacy[2] or "/")]
    return [("rest_route", path.removeprefix("/wp-json") or "/")]


def origin(url: str) -> tuple[str, str | None, int]:
    """Scheme, host (both in lower case) and port of an address: what must be the same for a key to be shown."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def same_origin(url: str, other: str) -> bool:
    """Whether both addresses are of the same scheme, host and port."""
    # Nearly every request goes to the store itself, which needs no parsing to see.
    return url.startswith(f"{other}/") or url == other or origin(url) == origin(other)


def operation_path(template: str, values: tuple[Any, ...]) -> str:
    """`template` with its placeholders filled, each value one percent-encoded segment.

    Raises ValueError for an empty value, `.` or `..`, and TypeError for what is neither text nor an integer.
    """
    left = list(values)

    def fill(match: re.Match[str]) -> str:
        return segment(match[1], left.pop(0))

    return _PLACEHOLDER.sub(fill, template)


def path_values(template: str, url: str) -> dict[str, str]:
    """The values with which `operation_path` filled the placeholders, by their names."""
    if "{" not in template:
        return {}
    parts = _PLACEHOLDER.split(template)
    pattern = "".join("([^/]+)" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    found = re.search(f"{pattern}$", url)
    return dict(zip(parts[1::2], map(unquote, found.groups()), strict=True)) if found else {}


def segment(name: str, value: Any) -> str:
    """One value as a path segment."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError(f"{name} is {value!r}; pass a number or a text")
    text = str(value)
    if text in ("", ".", ".."):
        raise ValueError(f"{name} is {text!r}, which would address something else")
    return quote(text, safe="-_~")
