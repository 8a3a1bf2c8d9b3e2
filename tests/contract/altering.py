"""Stands before the mock store, and changes what it answers."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from wooclient.mock import MockStore

#: Given a request and the body of its answer: another status (0 for the same) and body, or None for the same.
Alter = Callable[[httpx.Request, bytes], tuple[int, bytes] | None]


class Altering(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """For clients of both colours."""

    def __init__(self, store: MockStore, alter: Alter) -> None:
        self._below, self._alter = store.transport, alter

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._altered(request, self._below.handle_request(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._below.handle_async_request(request)
        await answer.aread()
        return self._altered(request, answer)

    def _altered(self, request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        changed = self._alter(request, answer.read())
        if changed is None:
            return answer
        kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
        return httpx.Response(
            changed[0] or answer.status_code, headers={**kept, "content-type": "application/json"}, content=changed[1]
        )
