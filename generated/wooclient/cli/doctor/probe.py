"""What the doctor asks a store, each question once, however many checks look at the answer."""

from __future__ import annotations

import time
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx

from wooclient._runtime.address import FRONT
from wooclient._runtime.errors import ConfigurationError, RequestError
from wooclient._runtime.exchange import Request, Response, error_body, parse_json
from wooclient._runtime.options import USER_AGENT
from wooclient._runtime.reading import without_bom
from wooclient._runtime.salvage import salvaged
from wooclient._runtime.shapes import is_array, is_object

from ..opening import Opened
from ..resources import PREFIX

#: A page of records that every key with the right to read can see.
_PAGE = f"{PREFIX}/products"
_BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
_WAYS = {"https": ("basic", "query", "oauth"), "http": ("oauth", "oauth_sha1")}


class Seen(NamedTuple):
    """An answer, or why none came.

    Attributes:
        request: What was asked.
        response: The answer; its status is 0 if none came.
        error: Why none came; None if one did.
        at: This machine's time when it came, in seconds since 1970.
    """

    request: Request
    response: Response
    error: Exception | None = None
    at: float = 0.0

    @property
    def status(self) -> int:
        """The status of the answer; 0 if none came."""
        return self.response.status

    @property
    def json(self) -> Any:
        """The JSON of the answer, also from between other text; None if there is none."""
        body = without_bom(self.response.body)
        try:
            return parse_json(body)
        except (ValueError, RecursionError):
            found = salvaged(body, lambda value: bool(is_object(value) or is_array(value)))
            return None if found is None else parse_json(found)

    @property
    def refusal(self) -> tuple[str, str]:
        """Code and message of WooCommerce's or WordPress's refusal; both empty if it is none."""
        found = error_body(self.response.body) if self.status >= 400 else None
        return found[:2] if found is not None else ("", "")


class Probe:
    """The questions to one store."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.store = opened.store
        self.url = opened.store.url.rstrip("/")
        parts = urlsplit(self.url)
        self.scheme, self.host, self.port = parts.scheme, parts.hostname or "", parts.port
        self._answers: dict[str, Seen] = {}

    @property
    def is_remote(self) -> bool:
        """Whether a network is between."""
        return self.opened.transport is None and self.store.place != "mock"

    @property
    def way(self) -> str:
        """How the key is shown."""
        chosen = {"https": "basic", "http": "oauth"}[self.scheme]
        return chosen if self.store.auth == "auto" else self.store.auth

    @property
    def ways(self) -> tuple[str, ...]:
        """All ways to show a key to a store of this address."""
        return _WAYS[self.scheme]

    # Questions without a key

    @cached_property
    def index(self) -> Seen:
        """What WordPress says of its API."""
        return self._keyless("/wp-json/")

    @cached_property
    def index_by_front_file(self) -> Seen:
        """The same, asked in the way that works with plain permalinks."""
        root = self.url.removesuffix(FRONT)
        return self._keyless("/index.php", {"rest_route": "/"}, root=root)

    @cached_property
    def index_as_browser(self) -> Seen:
        """The same, asked by what calls itself a browser."""
        return self._keyless("/wp-json/", agent=_BROWSER)

    def _keyless(self, path: str, query: dict[str, str] | None = None, *, root: str = "", agent: str = "") -> Seen:
        url, asked = (root or self.url) + path, dict(query or {})
        if self.url.endswith(FRONT) and not root:
            asked["rest_route"] = path.removeprefix("/wp-json")
        request = Request("GET", url, tuple(asked.items()))
        carrier = self.opened.transport or httpx.HTTPTransport(verify=self.opened.verify)
        headers = {"user-agent": agent or USER_AGENT, "accept": "application/json"}
        client = httpx.Client(transport=carrier, timeout=self.opened.timeout, trust_env=False)
        try:
            came = client.get(url, params=asked, headers=headers)
        except httpx.HTTPError as error:
            return Seen(request, Response(0, {}, b""), error, time.time())
        finally:
            if self.opened.transport is None:
                client.close()
        return Seen(request, Response(came.status_code, dict(came.headers), came.content), None, time.time())

    # Questions with the key

    def records(self, way: str) -> Seen:
        """A page of records, the key shown in this way."""
        return self._asked(way, "GET", _PAGE, (("per_page", "1"), ("_fields", "id")))

    @cached_property
    def page(self) -> Seen:
        """A page of records, the key shown as it always is."""
        return self.records(self.way)

    @cached_property
    def empty_write(self) -> Seen:
        """A batch of nothing: it changes nothing, and needs a key that may write."""
        return self._asked(self.way, "POST", f"{_PAGE}/batch", content=b"{}")

    @cached_property
    def status(self) -> Seen:
        """What WooCommerce says of itself; only managers of the shop are told."""
        return self._asked(self.way, "GET", f"{PREFIX}/system_status")

    def disabled_webhooks(self) -> Seen:
        """The webhooks that are switched off."""
        query = (("status", "disabled"), ("per_page", "100"), ("_fields", "id,name,topic,status"))
        return self._asked(self.way, "GET", f"{PREFIX}/webhooks", query)

    def _asked(
        self, way: str, method: str, path: str, query: tuple[tuple[str, str], ...] = (), content: bytes | None = None
    ) -> Seen:
        kept = f"{way} {method} {path}"
        if kept not in self._answers:
            headers = {"content-type": "application/json"} if content else {}
            request = Request(method, self.url + path, query, content, headers)
            self._answers[kept] = self._sent(way, request)
        return self._answers[kept]

    def _sent(self, way: str, request: Request) -> Seen:
        try:
            with self.opened.client(auth=way, max_retries=0) as woo:
                return Seen(request, woo.answer(request, follow=False), None, time.time())
        except (RequestError, ConfigurationError) as error:
            return Seen(request, Response(0, {}, b""), error, time.time())
