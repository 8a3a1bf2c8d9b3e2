"""What requests pass on their way to the store: only reads leave, and only so many, so much and so long."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import httpx

#: Methods that change nothing, and that this command needs.
READING = frozenset({"GET", "OPTIONS"})
#: At most so many requests, bytes of answers, and seconds.
REQUESTS, BYTES, SECONDS = 900, 256_000_000, 900.0


class Refused(Exception):
    """A request that could change the store was about to leave."""


class Spent(Exception):
    """The bounds of a run are reached: what was read so far is all there is."""


@dataclass
class Bounds:
    """What a run may still do."""

    requests: int = REQUESTS
    bytes: int = BYTES
    seconds: float = SECONDS
    began: float = field(default_factory=time.monotonic)

    def take(self) -> None:
        """Count a request. Raises Spent if nothing is left."""
        left = {"requests": self.requests, "bytes": self.bytes, "seconds": self.seconds - self.passed()}
        for what, count in left.items():
            if count <= 0:
                raise Spent(f"the bound of {what} was reached")
        self.requests -= 1

    def passed(self) -> float:
        """How many seconds the run has taken."""
        return time.monotonic() - self.began


class Guard(httpx.BaseTransport):
    """Passes on reads within bounds. `below` hands over answers that were read to the end."""

    def __init__(self, below: httpx.BaseTransport, bounds: Bounds) -> None:
        self.below, self.bounds = below, bounds

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises Refused if it could change something, Spent if the bounds are reached."""
        # Whatever stands in the address or in headers: WordPress takes a method from there as well.
        asked = {request.method, request.headers.get("x-http-method-override", request.method)}
        if not asked <= READING or "_method" in request.url.params:
            raise Refused(f"{request.method} {request.url.path} could change the store")
        self.bounds.take()
        answer = self.below.handle_request(request)
        self.bounds.bytes -= len(answer.read())
        return answer

    def close(self) -> None:
        """Close the connections."""
        self.below.close()
