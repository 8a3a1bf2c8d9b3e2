"""How a request shows its key."""

from __future__ import annotations

from base64 import b64encode
from typing import Literal, get_args

from .address import same_origin
from .errors import ConfigurationError
from .query import Pair
from .shapes import is_text

#: `auto`: Basic over https, OAuth over plain http. `query`: https, for servers that strip the Authorization header.
#: `oauth`: signed with HMAC-SHA256; `oauth_sha1` with HMAC-SHA1, for stores that want it.
Auth = Literal["auto", "basic", "query", "oauth", "oauth_sha1"]
_ALGORITHMS = {"oauth": "HMAC-SHA256", "oauth_sha1": "HMAC-SHA1"}


class Credentials:
    """A consumer key and its secret, and how to show them. The secret is in no `repr`, and not for strangers.

    Attributes:
        key: The consumer key.
        way: How it is shown: `basic`, `query`, `oauth` or `oauth_sha1`.
        url: The address of the store; only there are they shown.
        names_version: Whether the store signs legacy v1 and v2 by their own names; found out at the first refusal.
    """

    __slots__ = ("_secret", "_signing_url", "key", "names_version", "url", "way")

    def __init__(self, key: str, secret: str, way: str, url: str, signing_url: str) -> None:
        self.key, self._secret, self.way = key, secret, way
        self.url, self._signing_url = url, signing_url
        self.names_version = False

    def __repr__(self) -> str:
        """The last characters of the key, as WooCommerce's settings show it."""
        return f"<Credentials …{self.key[-7:]} by {self.way}>"

    def headers(self, url: str) -> dict[str, str]:
        """The headers that carry the key to `url`; none if the query does, or if `url` is another host's."""
        if self.way != "basic" or not same_origin(url, self.url):
            return {}
        return {"authorization": "Basic " + b64encode(f"{self.key}:{self._secret}".encode()).decode()}

    def query(
        self, method: str, url: str, query: list[Pair], *, nonce: str, timestamp: int, names_version: bool
    ) -> list[Pair]:
        """All parameters to send with a request, those that carry the key among them.

        `timestamp` is in seconds since 1970. Only OAuth changes the order.
        """
        if self.way == "basic" or not same_origin(url, self.url):
            return query
        if self.way == "query":
            return [*query, ("consumer_key", self.key), ("consumer_secret", self._secret)]
        from .oauth import signed_query  # loads what only plain http needs

        return signed_query(
            method,
            self._signing_url + url.removeprefix(self.url),
            query,
            key=self.key,
            secret=self._secret,
            nonce=nonce,
            timestamp=timestamp,
            algorithm=_ALGORITHMS[self.way],
            names_version=names_version,
        )

    def may_turn(self, url: str) -> bool:
        """Whether stores disagree on how a request to `url` is signed, so that a refusal is worth another try."""
        if self.way not in _ALGORITHMS or not same_origin(url, self.url):
            return False
        from .oauth import is_older_legacy

        return is_older_legacy(url)


def credentials(url: str, key: str, secret: str, way: str, signing_url: str | None = None) -> Credentials:
    """Credentials for the store at `url`, both addresses as `store_url` gives them.

    Raises ConfigurationError for what would leak or cannot work.
    """
    if not key or not secret:
        raise ConfigurationError("key and secret are needed; make them in WooCommerce > Settings > Advanced > REST API")
    for name, value in (("key", key), ("secret", secret)):
        if not is_text(value):  # not everybody has types checked
            raise ConfigurationError(f"the {name} is no text but {type(value).__name__}")
    if not f"{key}{secret}".isascii() or not f"{key}{secret}".isprintable() or ":" in key:
        raise ConfigurationError("key or secret holds a character that no consumer key has; were they copied whole?")
    if key.startswith("cs_") and secret.startswith("ck_"):
        raise ConfigurationError("key and secret are exchanged: the key begins with ck_, the secret with cs_")
    if way not in get_args(Auth):
        raise ConfigurationError(f"auth is {way!r}; use one of {', '.join(get_args(Auth))}")
    secure = url.startswith("https://")
    if way in ("basic", "query") and not secure:
        raise ConfigurationError(
            f"auth={way!r} over plain http would show the secret to everyone on the way, and WooCommerce ignores it "
            f"there: use the store's https address, or leave auth out to sign with OAuth ({url})"
        )
    if way == "auto":
        way = "basic" if secure else "oauth"
    if signing_url and way not in _ALGORITHMS:
        raise ConfigurationError("signing_url is only of use with OAuth; the key is shown as it is over https")
    return Credentials(key.strip(), secret.strip(), way, url, signing_url or url)
