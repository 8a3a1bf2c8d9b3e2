"""How a request shows its key."""

from __future__ import annotations

from base64 import b64encode
from typing import Literal

from .errors import ConfigurationError
from .query import Pair

Auth = Literal["basic", "query"]
SECRET_PARAMETERS = frozenset({"consumer_key", "consumer_secret"})


class Credentials:
    """A consumer key and its secret, and where to put them. The secret is in no `repr`."""

    __slots__ = ("_secret", "key", "way")

    def __init__(self, key: str, secret: str, way: Auth) -> None:
        self.key, self._secret, self.way = key, secret, way

    def __repr__(self) -> str:
        """The last characters of the key, as WooCommerce's settings show it."""
        return f"<Credentials …{self.key[-7:]} by {self.way}>"

    def headers(self) -> dict[str, str]:
        """The headers that carry the key, if headers do."""
        if self.way != "basic":
            return {}
        return {"authorization": "Basic " + b64encode(f"{self.key}:{self._secret}".encode()).decode()}

    def query(self) -> list[Pair]:
        """The query parameters that carry the key, if the query does."""
        return [("consumer_key", self.key), ("consumer_secret", self._secret)] if self.way == "query" else []


def credentials(url: str, key: str, secret: str, way: str) -> Credentials:
    """Credentials for the store at `url`. Raises ConfigurationError for what would leak or cannot work."""
    if not key or not secret:
        raise ConfigurationError("key and secret are both needed; make them in WooCommerce > Settings > Advanced > REST API")
    if way not in ("basic", "query"):
        raise ConfigurationError(f"auth is {way!r}; use 'basic' or 'query'")
    if not url.startswith("https://"):
        raise ConfigurationError(f"{url} is not https; over plain http the key would be readable and WooCommerce ignores it")
    return Credentials(key, secret, way)  # type: ignore[arg-type]
