"""The clients whole: beside the operations of the description, any other route of the store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Never, TypeVar, overload

from .checking import check
from .client import AsyncClient, SyncClient
from .exchange import Request, Response
from .resource import AsyncResource, Resource
from .routes import Call, call_of, holds_nothing, refuse, request_of

if TYPE_CHECKING:
    from .pages import Page

T = TypeVar("T")


class _Routes(Resource):
    """Lists of undescribed routes of a sync client."""

    def page(self, call: Call) -> Page[Any]:
        return self._page(call.operation, call.given)

    def walk(self, call: Call, prefetch: int) -> Iterator[Any]:
        return self._walk(call.operation, call.given, prefetch=prefetch)


class _AsyncRoutes(AsyncResource):
    """Lists of undescribed routes of an async client."""

    async def page(self, call: Call) -> Page[Any]:
        return await self._page(call.operation, call.given)

    def walk(self, call: Call, prefetch: int) -> AsyncIterator[Any]:
        return self._walk(call.operation, call.given, prefetch=prefetch)


class OpenClient(SyncClient):
    """A client that can also call what nobody described."""

    @overload
    def request(
        self, method: str, path: str, *, query: Mapping[str, object] | None = None, json: Any = None, into: type[T]
    ) -> T: ...
    @overload
    def request(
        self, method: str, path: str, *, query: Mapping[str, object] | None = None, json: Any = None, into: Any = None
    ) -> Any: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        json: Any = None,
        into: Any = None,
        **others: Never,
    ) -> Any:
        """Call any route of the store, with the key, retries, hooks and errors of all other calls.

        Args:
            method: `GET`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`.
            path: `/wc/v3/subscriptions` or `wc/v3/subscriptions`, the same below `/wp-json/` or `/wc-api/`, or a whole
                address of this store. A query behind it is understood.
            query: Parameters. Lists go as one comma list, datetimes in ISO form, decimals as text, booleans as
                `true` and `false`; None is refused.
            json: The body: any JSON, decimals and datetimes in it as in `query`.
            into: The type to read the answer into: a pydantic model, a TypedDict, `list[Model]`, a model of this
                package. Without it, the answer is plain JSON: dicts, lists, text, numbers.
            others: None. What other libraries call these raises TypeError, with its name here.

        Returns:
            The answer; None if it is a 204 without a body.

        Raises:
            ValueError: If `path` is no route of this store, before anything is sent.
            UnexpectedAnswer: If the answer does not fit `into`. Models of this package keep odd values instead, as
                they always do.
            RequestError: Or one of its kinds, as for all calls.
        """
        refuse("request", others, "query", "json", "into")
        call = call_of(self.url, method, path, query, into)
        sent, response = self._sent(call, json)
        return None if holds_nothing(sent, response) else self.read(call.operation, sent, response)[0]

    def request_raw(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        json: Any = None,
        **others: Never,
    ) -> Response:
        """The same, for callers who want the answer as it came: its status, its headers and the bytes of its body.

        The answer is a success; a refusal raises. `HEAD` is of use here too.
        """
        refuse("request_raw", others, "query", "json")
        call = call_of(self.url, method, path, query, None)
        sent, response = self._sent(call, json)
        check(sent, response, self._credentials.way)
        return response

    @overload
    def request_page(self, path: str, *, query: Mapping[str, object] | None = None, into: type[T]) -> Page[T]: ...
    @overload
    def request_page(self, path: str, *, query: Mapping[str, object] | None = None, into: Any = None) -> Page[Any]: ...
    def request_page(
        self, path: str, *, query: Mapping[str, object] | None = None, into: Any = None, **others: Never
    ) -> Page[Any]:
        """One page of a list: its items, and the totals and links of its headers. `into` is the type of an item."""
        refuse("request_page", others, "query", "into")
        return _Routes(self).page(call_of(self.url, "GET", path, query, into, many=True))

    @overload
    def request_iter(
        self, path: str, *, query: Mapping[str, object] | None = None, into: type[T], prefetch: int = 0
    ) -> Iterator[T]: ...
    @overload
    def request_iter(
        self, path: str, *, query: Mapping[str, object] | None = None, into: Any = None, prefetch: int = 0
    ) -> Iterator[Any]: ...
    def request_iter(
        self,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        into: Any = None,
        prefetch: int = 0,
        **others: Never,
    ) -> Iterator[Any]:
        """Walk all pages of a list; `into` is the type of an item.

        Pages hold 100 items unless `query` says `per_page`. The walk ends where the totals, the links or a short page
        say so. Items with an `id` come once. The order is the route's own: name one in `query` that new items do not
        disturb, if the route has one. `prefetch` is how many pages may be fetched at once.
        """
        refuse("request_iter", others, "query", "into", "prefetch")
        return _Routes(self).walk(call_of(self.url, "GET", path, query, into, many=True), prefetch)

    def _sent(self, call: Call, body: Any) -> tuple[Request, Response]:
        request = request_of(self.url, call, body)
        return request, self._driver().run(self._steps(request))


class AsyncOpenClient(AsyncClient):
    """An async client that can also call what nobody described."""

    @overload
    async def request(
        self, method: str, path: str, *, query: Mapping[str, object] | None = None, json: Any = None, into: type[T]
    ) -> T: ...
    @overload
    async def request(
        self, method: str, path: str, *, query: Mapping[str, object] | None = None, json: Any = None, into: Any = None
    ) -> Any: ...
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        json: Any = None,
        into: Any = None,
        **others: Never,
    ) -> Any:
        """Call any route of the store, with the key, retries, hooks and errors of all other calls.

        See `OpenClient.request`.
        """
        refuse("request", others, "query", "json", "into")
        call = call_of(self.url, method, path, query, into)
        sent, response = await self._sent(call, json)
        return None if holds_nothing(sent, response) else self.read(call.operation, sent, response)[0]

    async def request_raw(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        json: Any = None,
        **others: Never,
    ) -> Response:
        """The same, for callers who want the answer as it came: its status, its headers and the bytes of its body."""
        refuse("request_raw", others, "query", "json")
        call = call_of(self.url, method, path, query, None)
        sent, response = await self._sent(call, json)
        check(sent, response, self._credentials.way)
        return response

    @overload
    async def request_page(self, path: str, *, query: Mapping[str, object] | None = None, into: type[T]) -> Page[T]: ...
    @overload
    async def request_page(
        self, path: str, *, query: Mapping[str, object] | None = None, into: Any = None
    ) -> Page[Any]: ...
    async def request_page(
        self, path: str, *, query: Mapping[str, object] | None = None, into: Any = None, **others: Never
    ) -> Page[Any]:
        """One page of a list: its items, and the totals and links of its headers. `into` is the type of an item."""
        refuse("request_page", others, "query", "into")
        return await _AsyncRoutes(self).page(call_of(self.url, "GET", path, query, into, many=True))

    @overload
    def request_iter(
        self, path: str, *, query: Mapping[str, object] | None = None, into: type[T], prefetch: int = 0
    ) -> AsyncIterator[T]: ...
    @overload
    def request_iter(
        self, path: str, *, query: Mapping[str, object] | None = None, into: Any = None, prefetch: int = 0
    ) -> AsyncIterator[Any]: ...
    def request_iter(
        self,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        into: Any = None,
        prefetch: int = 0,
        **others: Never,
    ) -> AsyncIterator[Any]:
        """Walk all pages of a list; `into` is the type of an item. See `OpenClient`."""
        refuse("request_iter", others, "query", "into", "prefetch")
        return _AsyncRoutes(self).walk(call_of(self.url, "GET", path, query, into, many=True), prefetch)

    async def _sent(self, call: Call, body: Any) -> tuple[Request, Response]:
        request = request_of(self.url, call, body)
        return request, await self._driver().run(self._steps(request))
