"""`MockStore`: a store to test against, in process or behind a server."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from . import namespaces
from . import seed as seeds
from .auth import Authenticator, Keys
from .deliveries import Deliveries
from .description import Versions
from .engine import Engine
from .faults import PROFILES, Failure, Fault, Faults
from .hooks import resource_class
from .own_routes import Function
from .page import Shown, page
from .resource import Shop
from .seen import Log
from .state import State
from .switching import switch
from .wire import Answer, Request

if TYPE_CHECKING:
    from .transport import MockTransport

Json = dict[str, Any]
#: Our own shop, and new installations, as they begin: by address, name of the seed, and release.
_BEGUN: dict[tuple[str, str, str], bytes] = {}
_REMEMBERED = 10_000
URL = "https://store.example"
#: What a web server answers for an address outside of the store's folder.
_NO_PAGE = b"<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"


class MockStore:
    """A WooCommerce store that answers like a real one."""

    def __init__(
        self,
        seed: Json | str | Path | None = None,
        db: str | Path | None = None,
        *,
        url: str = URL,
        key: str = "",
        secret: str = "",
        scheme: str | None = None,
        profiles: Iterable[str] = (),
        release: str = "",
    ) -> None:
        if release and not re.fullmatch(r"\d+(\.\d+){1,2}", release):
            raise ValueError(f"{release!r} is no release of WooCommerce; write it like 10.0 or 10.0.2")
        self.url = url.rstrip("/")
        #: What scheme requests are taken to have come by; None goes by the request itself.
        self.scheme = scheme
        self.state = State(None if db is None else str(db))
        self.keys = Keys(self.state)
        self.shop = Shop(self.state, self.url, Versions(), resource_class)
        self.authenticator = Authenticator(self.keys, self._home)
        self.engine = Engine(self.shop, self.keys, self.authenticator)
        self.deliveries = Deliveries(self.shop, self.engine.legacy.record)
        self.faults = Faults()
        for name in profiles:
            self.fault(name)
        #: The last requests with their answers, for the page; and what its buttons prove themselves by.
        self.seen = Log()
        self._token = secrets.token_urlsafe(24)
        #: What was received, oldest first; of how many requests at most.
        self.requests: list[Request] = []
        self.remembers = _REMEMBERED
        if not self.state.note("seeded"):
            self._fill(seed, release)
            made = self.keys.create("read_write", "Made at the start", key=key, secret=secret)
            with self.state.transaction():
                self.state.set_note("seeded", True)
                self.state.set_note("key", made.id)
        if release:
            with self.state.transaction():
                self.state.set_note("release", release)
                self.state.set_note("version", release if release.count(".") > 1 else f"{release}.0")
        main = next(k for k in self.keys.all() if k.id == self.state.note("key"))
        self.key, self.secret = main.key, main.secret
        self._start = self.state.snapshot()

    def _fill(self, seed: Json | str | Path | None, release: str) -> None:
        """Read the seed in. Our own ones are not checked, and made once a process, then copied."""
        is_fresh = seed == seeds.FRESH
        if seed is not None and not is_fresh:
            seeds.take_in(self.shop, seed)
            return
        begun = (self.url, seeds.FRESH, release) if is_fresh else (self.url, "", "")
        image = _BEGUN.get(begun)
        if image is not None:
            self.state.restore(image)
            return
        if is_fresh:
            seeds.load(self.shop, seeds.fresh_seed(release))
        else:
            seeds.load(self.shop, seeds.default_seed())
            seeds.play(self.shop, lambda request: self.engine.handle(request, user=1))
            namespaces.fill(self.shop)
        _BEGUN[begun] = self.state.snapshot()

    @cached_property
    def transport(self) -> MockTransport:
        """For `httpx` and `WooClient`: requests reach this store without a socket."""
        from .transport import MockTransport

        return MockTransport(self)

    @property
    def delay(self) -> float:
        """How long the last answer is to be held back, as a fault wants it."""
        return self.faults.delay

    def handle(self, request: Request) -> Answer:
        """The answer to a request."""
        if self.scheme is not None:
            request.scheme = self.scheme
        self.requests.append(request)
        if len(self.requests) > self.remembers:
            del self.requests[: self.remembers // 2]
        path = self._inside(request.path)
        if path is None:
            return Answer(404, {"Content-Type": "text/html"}, _NO_PAGE)
        # The front page itself answers where permalinks are plain: a parameter names the route.
        if path in ("/", "") and not re.search(r"(?:^|&)(?:rest_route|wc-api-route)=", request.query):
            return self._page(request)
        inside = Request(
            request.method, path, request.query, request.headers, request.body, request.scheme,
            request.path.removesuffix(path),
        )  # fmt: skip
        with self.state.lock:
            return self.seen.answered(
                request, lambda: self.faults.handle(inside, self.engine.handle), lambda: self.delay,
                tuple(fault.name for fault in self.faults.on),
            )  # fmt: skip

    def _page(self, request: Request) -> Answer:
        """The page at the store's address, or what one of its buttons does."""
        if request.method == "POST":
            return switch(request, self.faults, self._token, self.url)
        takes_basic = (self.scheme or urlsplit(self.url).scheme) == "https"
        release = ".".join(map(str, self.shop.release))
        return page(
            Shown(
                self.url, self.state, self.keys, (self.key, self.secret), takes_basic, len(self.requests),
                self.seen.all(), self.faults.on, self._token, release,
            )
        )  # fmt: skip

    def _inside(self, path: str) -> str | None:
        """The path below the store's own address, which may be a subfolder; None for a path outside of it."""
        folder = urlsplit(self.url).path
        inside = path.removeprefix(folder)
        return inside if path.startswith(folder) and inside[:1] in ("", "/") else None

    def fault(
        self, name: str, *, route: str = "", every: int = 1, times: int = 0, seconds: float = 1.0, retry_after: int = 1
    ) -> None:
        """Switch a fault on: for paths that contain the pattern `route`, every n-th time, at most `times` times."""
        if name not in PROFILES:
            raise ValueError(f"there is no profile {name!r}; there are: {', '.join(PROFILES)}")
        self.faults.on.append(Fault(name, route, every, times, seconds, retry_after))

    def heal(self) -> None:
        """Switch all faults off."""
        self.faults.on.clear()
        self.faults.failures.clear()

    def fail_next(
        self,
        status: int = 503,
        *,
        retry_after: int | None = None,
        code: str = "mock_failure",
        message: str = "The mock store was told to fail.",
        body: bytes | None = None,
        route: str = "",
    ) -> None:
        """The next request, or the next to a path that contains the pattern `route`, gets this answer."""
        self.faults.failures.append(Failure(status, code, message, retry_after, body, route))

    def route(self, method: str, path: str, function: Function) -> None:
        """Add a route of a plugin, or of your own; it goes before the store's own.

        `function` gets a `RouteCall` and returns the JSON of the answer, or raises `Refused`. As in a real store, keys
        count only in namespaces that begin with `wc/` or `wc-`.

        Example:
            store.route("GET", "/wc/v3/subscriptions", lambda call: call.page(subscriptions))
            store.route("GET", "/wc/v3/subscriptions/{id}", lambda call: subscriptions[int(call.path["id"])])
        """
        self.engine.own_routes.add(method, path, function)

    def reset(self) -> None:
        """Everything as it was at the start."""
        self.restore(self._start)

    def snapshot(self) -> bytes:
        """The whole state, to `restore` later."""
        return self.state.snapshot()

    def restore(self, image: bytes) -> None:
        """The state of a snapshot; what was received is forgotten."""
        self.state.restore(image)
        self.requests.clear()
        self.seen.clear()

    def move(self, url: str) -> None:
        """Believe to have another address."""
        self.url = self.shop.url = url.rstrip("/")
        self.state.forget()

    def close(self) -> None:
        """Give the database back. Webhooks that were not sent yet never are."""
        with self.state.lock:
            self.deliveries.close()
            self.state.close()

    def __enter__(self) -> MockStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _home(self, request: Request) -> str:
        return self.url
