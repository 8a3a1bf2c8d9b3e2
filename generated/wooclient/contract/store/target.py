"""The store under test, and clients for it."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from ... import AsyncWooClient, WooClient
from ..calls.recording import AsyncBounded, AsyncRecorder, Bounded, Recorder
from ..calls.steps import Key
from ..safety.guarding import AsyncKeyless, AsyncReadOnly, Keyless, ReadOnly

#: A key that no store has given out.
_NO_KEY = ("ck_0000000000000000000000000000000000000000", "cs_0000000000000000000000000000000000000000")


class _Client(WooClient):
    """Sends what the suite sends, and nothing of its own accord."""

    _asks = False


class _AsyncClient(AsyncWooClient):
    """The same, async."""

    _asks = False


@dataclass(frozen=True)
class Target:
    """Where the store is and how to talk to it.

    Attributes:
        url: The address of its front page.
        key: The consumer key; `secret` its secret.
        verify: Which certificates to trust: a context, or whether to check at all.
        read_only: Whether only GET, HEAD and OPTIONS are sent.
        transport: Where requests go instead of over the network; for a store in this process.
        timeout: The longest wait for an answer, in seconds.
    """

    url: str
    key: str
    secret: str
    verify: ssl.SSLContext | bool = True
    read_only: bool = False
    transport: Any = None
    timeout: float = 30.0

    def __repr__(self) -> str:
        """The address only."""
        return f"<Target {self.url}>"

    def sync_transport(self) -> httpx.BaseTransport:
        """A new pool of connections for the sync client."""
        below = Bounded(self.transport or httpx.HTTPTransport(verify=self.verify))
        return ReadOnly(below) if self.read_only else below

    def async_transport(self) -> httpx.AsyncBaseTransport:
        """A new pool of connections for the async client."""
        below = AsyncBounded(self.transport or httpx.AsyncHTTPTransport(verify=self.verify))
        return AsyncReadOnly(below) if self.read_only else below

    def client(self, below: httpx.BaseTransport | None = None) -> WooClient:
        """A client of its own, for what is not under test; through `below`, or a new pool of connections."""
        return _Client(self.url, transport=below or self.sync_transport(), **self._options("own"))

    def sync_clients(self, below: httpx.BaseTransport) -> Mapping[Key, WooClient]:
        """Clients that note what goes over the wire, by the key that they show."""
        ways = {"own": Recorder(below), "wrong": Recorder(below), "none": Recorder(Keyless(below))}
        return {key: _Client(self.url, transport=ways[key], **self._options(key)) for key in _KEYS}

    def async_clients(self, below: httpx.AsyncBaseTransport) -> Mapping[Key, AsyncWooClient]:
        """The same for asyncio."""
        ways = {"own": AsyncRecorder(below), "wrong": AsyncRecorder(below), "none": AsyncRecorder(AsyncKeyless(below))}
        return {key: _AsyncClient(self.url, transport=ways[key], **self._options(key)) for key in _KEYS}

    def _options(self, key: Key) -> dict[str, Any]:
        # Clients have to be given a key; that of "none" is taken off again on the way.
        shown = {"own": (self.key, self.secret), "none": _NO_KEY, "wrong": (self.key, _NO_KEY[1])}[key]
        return {"key": shown[0], "secret": shown[1], "timeout": self.timeout}


_KEYS: tuple[Key, ...] = ("own", "none", "wrong")
