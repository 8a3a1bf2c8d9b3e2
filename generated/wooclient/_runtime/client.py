"""What sync and async clients share: how a call becomes a request, and an answer a result."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, Unpack

from .address import front_query, operation_path, store_url
from .attempts import WORLD, Steps, World, attempts
from .auth import Auth, Credentials, credentials
from .checking import check
from .conditions import PATIENCE
from .connections import Connections
from .drift import Drift
from .errors import AnswerError, ConfigurationError, RequestError
from .exchange import Request, Response
from .fields import with_fields
from .handing import Handed
from .inputs import arguments, body_items, hints_of, query_arguments
from .options import USER_AGENT, Changes, Hook, Options, hooks_of
from .query import pairs
from .reading import result
from .settable import check_body
from .unfit import no_method, told, unknown_option

if TYPE_CHECKING:
    import httpx

    from .drivers import AsyncDriver, SyncDriver
    from .operation import Given, Operation

T = TypeVar("T")
H = TypeVar("H")
W = TypeVar("W")


class _Client(Handed, Generic[H, W]):
    """Everything about a client that does no I/O.

    Attributes:
        url: The address of the store.
        options: How requests are sent and answers read; `with_options` gives a client with others.
        drift: Values that did not fit their declared types, by field.
    """

    @told
    def __init__(
        self,
        url: str,
        *,
        key: str,
        secret: str,
        auth: Auth = "auto",
        signing_url: str | None = None,
        timeout: float = 30.0,
        total_timeout: float = 120.0,
        max_retries: int = 2,
        user_agent: str = USER_AGENT,
        headers: Mapping[str, str] | None = None,
        hooks: tuple[Hook, ...] | list[Hook] = (),
        strict: bool = False,
        salvage: bool = False,
        max_concurrency: int | None = None,
        rate: float | None = None,
        transport: W | None = None,
        http_client: H | None = None,
    ) -> None:
        """Make a client; it connects when it is first used.

        Args:
            url: The address of the store's front page, with its subfolder if it has one, and `/index.php` at its end if
                its permalinks are set to Plain.
            key: The consumer key, `ck_…`.
            secret: The consumer secret, `cs_…`.
            auth: How to show the key: `auto` (Basic over https, OAuth 1.0a over plain http), `basic`, `query` (https,
                for servers that strip the Authorization header), `oauth` (HMAC-SHA256) or `oauth_sha1`.
            signing_url: With OAuth, the address by which the store knows itself, if a proxy gives it another.
            timeout: The longest wait, in seconds, for a connection and for each next piece of an answer.
            total_timeout: The longest time for a whole call, in seconds: all attempts and the waits between them.
            max_retries: How often to try again: after failures of reads, after 429 whatever was sent, after 503 with
                `Retry-After` also changes and deletions, and after connections that were never made. Else a write is
                sent once.
            user_agent: The User-Agent header.
            headers: More headers for every request.
            hooks: Functions that are called with an `Event` for each request, answer, failure and retry, in the
                thread or task of the call. What they raise ends the call.
            strict: Raise for an answer that does not fit its declared type, instead of keeping what came.
            salvage: Read JSON between PHP messages, comments of caches and other text, where it is certain which
                JSON is the answer, instead of raising NotJsonError.
            max_concurrency: How many requests may be under way to this store's host at once, counted over all threads,
                tasks and clients of this process that have a limit. A call waits for its turn, within `total_timeout`.
            rate: How many requests a second may begin, counted in the same way.
            transport: An httpx transport to send through. Not together with `http_client`.
            http_client: An httpx client to send through, for proxies, own certificates, or one pool of connections
                for many stores. It stays open when this client is closed, and its timeout and redirects do not count.

        Raises:
            ConfigurationError: If this cannot work, or would show the secret to others.
            ValueError: If `url` is no address of a store.
        """
        if transport is not None and http_client is not None:
            raise ConfigurationError("pass transport or http_client, not both: a http_client has its own transport")
        self.url = store_url(url)
        self._credentials: Credentials = credentials(
            self.url, key, secret, auth, store_url(signing_url) if signing_url else None
        )
        self.options = Options(
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            user_agent=user_agent,
            headers=dict(headers or {}),
            hooks=hooks_of(hooks),
            strict=strict,
            salvage=salvage,
            max_concurrency=max_concurrency,
            rate=rate,
        )
        self.drift = Drift()
        if transport is not None or http_client is not None:
            from .drivers import check_carrier  # whoever has one of them has loaded the HTTP library

            check_carrier(type(self).__name__, http_client, transport, waits=self._waits)
        self._connections: Connections[H, W] = Connections(http_client, transport)
        self._is_copy = False

    if not TYPE_CHECKING:  # type checkers know what there is

        def __getattr__(self, name: str) -> Any:
            """What there is not. Raises AttributeError that tells what else to call."""
            raise no_method(self, name)

    #: Whether calls wait for their answers, or are awaited; and the kind of httpx client that carries them.
    _waits: ClassVar[bool]
    _carrier: ClassVar[str]
    #: Whether the store may be asked how it is set up, if an answer raises doubts.
    _asks: ClassVar[bool] = True

    @classmethod
    def from_env(cls, prefix: str = "WOO_", **options: Unpack[Changes]) -> Self:
        """A client from the environment variables `WOO_URL`, `WOO_KEY`, `WOO_SECRET` and, if it is set, `WOO_AUTH`.

        Args:
            prefix: What the names of the variables begin with, so that one process can have several stores.
            **options: As for the client itself.

        Raises:
            ConfigurationError: If a variable is missing, or they cannot work.
        """
        missing = [f"{prefix}{name}" for name in ("URL", "KEY", "SECRET") if not os.environ.get(f"{prefix}{name}")]
        if missing:
            raise ConfigurationError(f"the environment lacks {', '.join(missing)}")
        url, key, secret = (os.environ[f"{prefix}{name}"].strip() for name in ("URL", "KEY", "SECRET"))
        auth: Any = os.environ.get(f"{prefix}AUTH") or "auto"
        return cls(url, key=key, secret=secret, auth=auth, **options)

    def with_options(self, **changes: Unpack[Changes]) -> Self:
        """A client for the same store that differs in some options and shares connections and drift.

        Closing it does nothing; close the first one. Raises ConfigurationError for a value that cannot be, and
        TypeError for an option that there is not.

        Example:
            woo.with_options(timeout=120, max_retries=0).products.batch(create=many)
        """
        for name in changes:
            if name not in Changes.__annotations__:
                raise unknown_option("with_options()", name, Changes.__annotations__, self._carrier)
        other = object.__new__(type(self))
        other.url, other.drift = self.url, self.drift
        other._credentials, other._connections, other._is_copy = self._credentials, self._connections, True
        if "hooks" in changes:
            changes["hooks"] = hooks_of(changes["hooks"])
        other.options = replace(self.options, **changes)
        return other

    def __repr__(self) -> str:
        """The store and the key, never the secret."""
        return f"<{type(self).__name__} {self.url} {self._credentials!r}>"

    def _request(self, operation: Operation[Any], ids: tuple[int | str, ...], given: Given) -> Request:
        url = self.url + operation.version.prefix + operation_path(operation.path, ids)
        if operation.body:
            check_body(operation, given)
        if not isinstance(given, Mapping):
            return _with_body(operation, url, body_items(operation.body_type(), given, operation.id))
        if operation.body and operation.query:
            asked, body = _parted(operation, arguments(operation.query_type(), given, operation.id))
            return _with_body(operation, url, body)._replace(query=tuple(pairs(asked)))
        if operation.body:
            return _with_body(operation, url, arguments(operation.body_type(), given, operation.id))
        given = with_fields(operation, given)
        finds = operation.shape == "items"
        query = pairs(query_arguments(operation.query_type(), given, operation.id, finds=finds))
        return Request(operation.method, url, tuple(query))

    def _steps(self, request: Request) -> Steps:
        return attempts(self._addressed(request), self._credentials, self.options)

    def _addressed(self, request: Request) -> Request:
        named = front_query(self.url, request.url)
        return request._replace(query=(*named, *request.query)) if named else request

    def _question(self, operation: Operation[Any], response: Response) -> Steps | None:
        """How to ask the store whether it is as an operation needs it; None if there is no need to."""
        if not self._asks:
            return None
        with self._connections.lock:
            asked = self._connections.conditions.question(self.url, operation, response)
        if asked is None:
            return None
        return self._quick(asked)

    def _first(self, operation: Operation[Any], given: Given) -> Steps | None:
        """How to ask the store whether it knows what a request holds; None if there is no need to."""
        if not self._asks:
            return None
        with self._connections.lock:
            asked = self._connections.conditions.first(self.url, operation, given)
        return self._quick(asked) if asked is not None else None

    def _quick(self, asked: Request) -> Steps:
        """Nobody asked for this: no hook hears of it, and it is not tried twice."""
        quick = replace(self.options, hooks=(), max_retries=0, timeout=PATIENCE, total_timeout=PATIENCE)
        return attempts(self._addressed(asked), self._credentials, quick)

    def read(self, operation: Operation[T], request: Request, response: Response) -> tuple[T, Response]:
        """The second half of `call`: the result that an answer holds. Raises RequestError or one of its kinds."""
        options, hint = self.options, self._connections.conditions.hint(operation)
        try:
            check(request, response, self._credentials.way)
        except AnswerError as error:
            error.hint = hint or error.hint
            raise
        read = result(operation, request, response, strict=options.strict, salvage=options.salvage, drift=self.drift)
        if operation.not_kept:
            from .not_kept import warn_of_not_kept

            warn_of_not_kept(operation, request, read, self.url)
        return read, response


def _parted(operation: Operation[Any], given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What goes into the query, and what into the body: `extra` too, as most of what plugins know stands there."""
    asked = hints_of(operation.query_type()).keys() - hints_of(operation.body_type()).keys()
    query = {name: value for name, value in given.items() if name in asked}
    return query, {name: value for name, value in given.items() if name not in asked}


def _with_body(operation: Operation[Any], url: str, content: Any) -> Request:
    if operation.request_envelope:
        content = {operation.request_envelope: content}
    data = json.dumps(content, separators=(",", ":"), allow_nan=False).encode()
    return Request(operation.method, url, (), data, {"content-type": "application/json"})


if TYPE_CHECKING:
    _SyncBase = _Client[httpx.Client, httpx.BaseTransport]
    _AsyncBase = _Client[httpx.AsyncClient, httpx.AsyncBaseTransport]
else:  # naming the HTTP library's classes would load it
    _SyncBase = _AsyncBase = _Client


class SyncClient(_SyncBase):
    """A client that waits for each answer. Use it as a context manager, or `close()` it.

    Any number of threads may use one client.
    """

    _waits, _carrier = True, "Client"

    def _driver(self) -> SyncDriver:
        shared = self._connections
        if shared.driver is None:
            from .drivers import SyncDriver

            with shared.lock:
                if shared.driver is None:
                    shared.driver = SyncDriver(transport=shared.transport, http_client=shared.http_client)
        found: SyncDriver = shared.driver
        return found

    def call(self, operation: Operation[T], ids: tuple[int | str, ...], given: Given) -> tuple[T, Response]:
        """Carry out one operation; the result and the answer that it was read from.

        Raises RequestError or one of its kinds.
        """
        return self.read(operation, *self.ask(operation, ids, given))

    def ask(self, operation: Operation[Any], ids: tuple[int | str, ...], given: Given) -> tuple[Request, Response]:
        """The first half of `call`: the request and its answer, of whatever status."""
        request = self._request(operation, ids, given)
        if operation.needs is not None and (first := self._first(operation, given)) is not None:
            with suppress(RequestError):  # a store that does not tell is not guessed about
                self._connections.conditions.learn(self.url, operation, self._driver().run(first))
        response = self._driver().run(self._steps(request))
        if operation.needs is not None and (question := self._question(operation, response)) is not None:
            try:
                told = self._driver().run(question)
            except Exception:  # the call itself went well, whatever becomes of a question that nobody asked for
                return request, response
            self._connections.conditions.take(self.url, operation, told)
        return request, response

    def answer(self, request: Request, *, follow: bool = True, world: World = WORLD) -> Response:
        """The answer to a request that is built already, of whatever status; for what takes this client's place.

        With `follow` false, a redirect is an answer too. Raises ConnectionFailed, TimedOut or RedirectError.
        """
        steps = attempts(self._addressed(request), self._credentials, self.options, world, follow=follow)
        return self._driver().run(steps)

    def close(self) -> None:
        """Close the connections to the store. An `http_client` that was passed in stays open."""
        if self._connections.driver is not None and not self._is_copy:
            self._connections.driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_AsyncBase):
    """A client for asyncio. Use it as an async context manager, or `aclose()` it.

    Any number of tasks may use one client. A task that is cancelled gives its connection back.
    """

    _waits, _carrier = False, "AsyncClient"

    def _driver(self) -> AsyncDriver:
        from asyncio import get_running_loop

        shared = self._connections
        # Connections belong to an event loop; a script that calls asyncio.run() twice has two.
        loop = get_running_loop()
        if shared.loops is None or loop not in shared.loops:
            from weakref import WeakKeyDictionary

            from .drivers import AsyncDriver

            with shared.lock:
                shared.loops = WeakKeyDictionary() if shared.loops is None else shared.loops
                if loop not in shared.loops:
                    shared.loops[loop] = AsyncDriver(transport=shared.transport, http_client=shared.http_client)
        found: AsyncDriver = shared.loops[loop]
        return found

    async def call(self, operation: Operation[T], ids: tuple[int | str, ...], given: Given) -> tuple[T, Response]:
        """Carry out one operation; the result and the answer that it was read from.

        Raises RequestError or one of its kinds.
        """
        return self.read(operation, *await self.ask(operation, ids, given))

    async def ask(
        self, operation: Operation[Any], ids: tuple[int | str, ...], given: Given
    ) -> tuple[Request, Response]:
        """The first half of `call`: the request and its answer, of whatever status."""
        request = self._request(operation, ids, given)
        if operation.needs is not None and (first := self._first(operation, given)) is not None:
            with suppress(RequestError):
                self._connections.conditions.learn(self.url, operation, await self._driver().run(first))
        response = await self._driver().run(self._steps(request))
        if operation.needs is not None and (question := self._question(operation, response)) is not None:
            try:
                told = await self._driver().run(question)
            except Exception:  # the call itself went well, whatever becomes of a question that nobody asked for
                return request, response
            self._connections.conditions.take(self.url, operation, told)
        return request, response

    async def aclose(self) -> None:
        """Close the connections to the store. An `http_client` that was passed in stays open."""
        if self._connections.loops is not None and not self._is_copy:
            await self._driver().aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
