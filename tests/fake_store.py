"""A store that is a function: what a client sends to it is noted, what it answers is up to the test."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from inspect import isawaitable
from typing import Any

import httpx

from wooclient import AsyncWooClient, WooClient

COLOURS = ("sync", "async")
Answer = Callable[[httpx.Request], httpx.Response]
URL = "https://shop.example"


class Session:
    """A client, sync or async, and the store it talks to. `wait` and `all` hide which of the two it is."""

    def __init__(self, colour: str, answer: Answer, **options: Any) -> None:
        self.answer, self.requests = answer, list[httpx.Request]()
        self.runner = asyncio.Runner() if colour == "async" else None
        kind: Any = AsyncWooClient if colour == "async" else WooClient
        transport = httpx.MockTransport(self._handle)
        self.woo: Any = kind(URL, key="ck_1", secret="cs_2", transport=transport, max_retries=0, **options)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answer(request)

    def wait(self, result: Any) -> Any:
        """The result of a call."""
        return self.run(result) if isawaitable(result) else result

    def all(self, items: Iterator[Any] | AsyncIterator[Any]) -> list[Any]:
        """Everything that a walk gives."""
        if isinstance(items, AsyncIterator):
            found: list[Any] = self.run(_collect(items))
            return found
        return list(items)

    def run(self, coroutine: Any) -> Any:
        """Run a coroutine on the loop of this session."""
        assert self.runner is not None
        return self.runner.run(coroutine)

    @property
    def bodies(self) -> list[Any]:
        """The JSON bodies that were sent."""
        return [json.loads(request.content) for request in self.requests if request.content]

    @property
    def queries(self) -> list[dict[str, str]]:
        """The queries that were sent."""
        return [dict(request.url.params) for request in self.requests]

    def close(self) -> None:
        """Close the loop."""
        if self.runner is not None:
            self.runner.close()


async def _collect(items: AsyncIterator[Any]) -> list[Any]:
    return [item async for item in items]


def ok(body: Any, status: int = 200, **headers: str) -> httpx.Response:
    """An answer with a JSON body; `x_wp_total=3` becomes the header `x-wp-total: 3`."""
    return httpx.Response(status, json=body, headers={name.replace("_", "-"): value for name, value in headers.items()})


def raw(body: bytes, status: int = 200, content_type: str = "application/json") -> httpx.Response:
    """An answer with exactly these bytes."""
    return httpx.Response(status, content=body, headers={"content-type": content_type} if content_type else {})
