"""`API`: the constructor and the methods of the official package."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

from wooclient._runtime.attempts import WORLD
from wooclient._runtime.errors import ConfigurationError, RequestError
from wooclient._runtime.options import USER_AGENT, Event
from wooclient._runtime.redaction import redact
from wooclient._runtime.words import nearest

from .answer import Response
from .asked import Params, content_of, request_of
from .failures import failure

if TYPE_CHECKING:
    import httpx

    from wooclient.client import WooClient

#: Seconds; a pair is for the connection and for the next piece of the answer, None is no limit.
Timeout = float | tuple[float | None, float | None] | None
#: What stands for no limit, in seconds: the client below always has one.
_NO_LIMIT = 86_400.0
#: The longest a call may take with all its attempts, beside the time limit of one, in seconds.
_PATIENCE = 120.0


class Settings(TypedDict, total=False):
    """What the constructor takes beside the address and the keys; see `API`."""

    wp_api: bool
    version: str
    timeout: Timeout
    verify_ssl: bool | str
    query_string_auth: bool
    is_ssl: bool
    user_agent: str
    oauth_timestamp: int | None
    max_retries: int
    transport: httpx.BaseTransport | None
    http_client: httpx.Client | None


class Asked(TypedDict, total=False):
    """What a call takes beside the endpoint and the body; see `API.get`."""

    params: Params | None
    headers: Mapping[str, str | bytes | None] | None
    timeout: Timeout
    allow_redirects: bool
    json: Any
    verify: bool | str
    cert: str | tuple[str, str] | None
    proxies: Mapping[str, str | None] | None
    stream: bool
    oauth_timestamp: int | None


class API:
    """A store, in the way of the official package `woocommerce` 3.0; see `wooclient.compat` for what is mended.

    Works as a context manager, and without. Any number of threads may use one. The attributes can be set, and count
    from the next call on.

    Attributes:
        url: The address of the store.
        consumer_key: The consumer key, `ck_…`.
        consumer_secret: The consumer secret, `cs_…`.
        wp_api: Whether the API is below `/wp-json/`; else it is the legacy one below `/wc-api/`.
        version: The version, such as `wc/v3`, or `v3` of the legacy API.
        is_ssl: Whether the address begins with https. Set it to False to sign there, too.
        timeout: The longest wait in seconds for a connection and for each next piece of the answer.
        verify_ssl: Whether certificates are checked, or the file or folder of those to trust.
        query_string_auth: Whether, over https, the key goes in the query, for servers that strip the header.
        user_agent: The User-Agent header.
        oauth_timestamp: The time of signatures, in seconds since 1970; None for the time of the call.
        max_retries: How often reads that failed are sent again.
    """

    def __init__(self, url: str, consumer_key: str, consumer_secret: str, **kwargs: Unpack[Settings]) -> None:
        """Make an API; it connects, and looks at what it was given, when it is first used.

        Beside the arguments of the official package it takes `max_retries`, and an httpx `transport` or `http_client`
        to send through. `is_ssl` is taken and has no effect, as there: the address decides. Names that nobody knows
        are warned of.
        """
        self.url, self.consumer_key, self.consumer_secret = url, consumer_key, consumer_secret
        self.wp_api = kwargs.get("wp_api", True)
        self.version = kwargs.get("version", "wc/v3")
        self.is_ssl = self._is_https
        self.timeout: Timeout = kwargs.get("timeout", 5)
        self.verify_ssl = kwargs.get("verify_ssl", True)
        self.query_string_auth = kwargs.get("query_string_auth", False)
        self.user_agent = kwargs.get("user_agent", USER_AGENT)
        self.oauth_timestamp = kwargs.get("oauth_timestamp")
        self.max_retries = kwargs.get("max_retries", 0)
        self._transport, self._http_client = kwargs.get("transport"), kwargs.get("http_client")
        self._clients: dict[tuple[Any, ...], tuple[WooClient, httpx.Client | None]] = {}
        for name in kwargs.keys() - Settings.__annotations__.keys():
            meant = nearest(name, Settings.__annotations__)
            hint = f"; did you mean {meant}?" if meant else ""
            warnings.warn(f"API has no option {name!r} and goes on without{hint}", UserWarning, stacklevel=2)

    @property
    def typed(self) -> WooClient:
        """The typed client of the same store, with the same keys, over the same connections.

        Its time limits and retries are those of `WooClient`; `typed.with_options(...)` gives others. Closing it does
        nothing; close the API.
        """
        try:
            return self._client({}).with_options(user_agent=str(self.user_agent))
        except (ConfigurationError, ValueError) as error:
            raise failure(error) from None

    def get(self, endpoint: str, **kwargs: Unpack[Asked]) -> Response:
        """Read from an endpoint such as `products` or `orders/12`, a query behind it included.

        Args:
            endpoint: The path below the version.
            **kwargs: `params` (a mapping, pairs or text), `headers`, `timeout`, `allow_redirects`, `json` (a body),
                `verify`, `cert`, `proxies` and `oauth_timestamp`, for this call. `stream` has no effect.

        Returns:
            The answer, of whatever status.

        Raises:
            ConnectionFailed: TimedOut and RedirectError too: there was no answer, or it led elsewhere. They are also
                ConnectionError, Timeout and TooManyRedirects of `requests`, if that is installed.
            ConfigurationError: If the address, the keys, the endpoint or an option cannot be; also InvalidURL there.
            TypeError: For a keyword that no call has.
        """
        return self._call("GET", endpoint, None, kwargs)

    def post(self, endpoint: str, data: Any = None, **kwargs: Unpack[Asked]) -> Response:
        """Create, or run a batch. `data` is a mapping, a list or JSON as text; else see `get`.

        Raises ValueError, InvalidJSONError of `requests` too, for a body that is no JSON.
        """
        return self._call("POST", endpoint, data, kwargs)

    def put(self, endpoint: str, data: Any = None, **kwargs: Unpack[Asked]) -> Response:
        """Change. See `post`."""
        return self._call("PUT", endpoint, data, kwargs)

    def delete(self, endpoint: str, **kwargs: Unpack[Asked]) -> Response:
        """Delete; `params={"force": True}` permanently. See `get`."""
        return self._call("DELETE", endpoint, None, kwargs)

    def options(self, endpoint: str, **kwargs: Unpack[Asked]) -> Response:
        """Ask what an endpoint takes and answers. See `get`."""
        return self._call("OPTIONS", endpoint, None, kwargs)

    def close(self) -> None:
        """Close the connections. A later call opens new ones. An `http_client` that was passed in stays open."""
        process = os.getpid()
        for key in [key for key in list(self._clients) if key[0] == process]:
            client, own = self._clients.pop(key)
            client.close()
            if own is not None:
                own.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        """The store and the end of the key, never the secret."""
        return f"<API {redact(str(self.url))} {self.version} …{str(self.consumer_key)[-7:]}>"

    def __getstate__(self) -> dict[str, Any]:
        """Everything but the connections. The secret is in it, readable."""
        return {**vars(self), "_clients": {}}

    def _call(self, method: str, endpoint: str, data: Any, asked: Asked) -> Response:
        """Send one call, and give its answer."""
        for name in asked.keys() - Asked.__annotations__.keys():
            raise TypeError(f"{method.lower()}() has no argument {name!r}; pass parameters as params={{{name!r}: ...}}")
        content = content_of(data if data is not None else asked.get("json"))
        seen = list[Event]()
        try:
            client = self._client(asked).with_options(
                **self._limits(asked), headers=_headers(asked), hooks=(seen.append,), user_agent=str(self.user_agent)
            )
            request = request_of(client.url, self._prefix, method, endpoint, asked.get("params"))
        except (ConfigurationError, ValueError) as error:
            raise failure(error) from None
        if content is not None:
            request = request._replace(content=content, headers={"content-type": "application/json"})
        timestamp = asked.get("oauth_timestamp", self.oauth_timestamp)
        world = WORLD if timestamp is None else WORLD._replace(now=lambda: timestamp)
        try:
            found = client.answer(request, follow=asked.get("allow_redirects", True), world=world)
        except RequestError as error:
            raise failure(error, request=request.shown) from None
        visited = [seen[0].url, *(event.url for event in seen if event.kind == "redirect")]
        return Response(request, found, self._way, seen[-1].seconds, visited)

    def _limits(self, asked: Asked) -> dict[str, Any]:
        given = asked.get("timeout", self.timeout)
        parts = given if isinstance(given, tuple | list) else (given,)
        seconds = max(_NO_LIMIT if part is None else float(part) for part in parts)
        # One attempt may take as long as pieces keep coming, as with the official package.
        total = seconds + _PATIENCE if self.max_retries else _NO_LIMIT
        return {"timeout": seconds, "total_timeout": total, "max_retries": self.max_retries}

    @property
    def _prefix(self) -> str:
        return f"{'wp-json' if self.wp_api else 'wc-api'}/{self.version.strip('/')}"

    @property
    def _is_https(self) -> bool:
        return str(self.url).lower().startswith("https")

    @property
    def _way(self) -> Any:
        if not self.is_ssl or not self._is_https:
            return "oauth"
        return "query" if self.query_string_auth else "basic"

    def _client(self, asked: Asked) -> WooClient:
        """The client whose connections carry a call: there is one for each way to connect, in each process.

        A process that was forked off must not read from the connections of the first.
        """
        carried = self._transport is not None or self._http_client is not None
        # Over plain http there is nothing to trust, unless a proxy is reached over https.
        trusts = not carried and (self._is_https or bool(asked.get("proxies")))
        verify = _verified(asked.get("verify", self.verify_ssl)) if trusts else True
        proxies, certificate = (None, None) if carried else (asked.get("proxies"), asked.get("cert"))
        about = (self.url, self.consumer_key, self.consumer_secret, self._way, verify, certificate)
        key = (os.getpid(), *about, tuple(sorted((proxies or {}).items())))
        found = self._clients.get(key)
        if found is None:
            found = self._clients.setdefault(key, self._made(verify, proxies, certificate))
        return found[0]

    def _made(
        self, verify: bool | str, proxies: Mapping[str, str | None] | None, certificate: str | tuple[str, str] | None
    ) -> tuple[WooClient, httpx.Client | None]:
        from wooclient.client import WooClient

        own: httpx.Client | None = None
        if verify is not True or proxies or certificate:
            from wooclient._runtime.drivers import tailored_client

            own = tailored_client(verify, proxies or {}, certificate)
        client = WooClient(
            str(self.url),
            key=str(self.consumer_key or ""),
            secret=str(self.consumer_secret or ""),
            auth=self._way,
            transport=self._transport,
            http_client=own or self._http_client,
        )
        return client, own


def _verified(verify: bool | str) -> bool | str:
    """What is trusted; where nothing is said, what the environment tells `requests` to trust."""
    if verify is not True:
        return verify
    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True


def _headers(asked: Asked) -> dict[str, str]:
    given = asked.get("headers") or {}
    return {
        str(name): value.decode("latin-1") if isinstance(value, bytes) else str(value)
        for name, value in given.items()
        if value is not None
    }
