"""The last requests, and what came of them: what the page shows."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from wooclient._runtime.redaction import SECRET_PARAMETERS, redact

from .wire import Answer, Request

#: How many requests the page shows, and how much of an address.
_MOST, _LONGEST = 30, 200


@dataclass(frozen=True, slots=True)
class Seen:
    """One request and its answer.

    Attributes:
        at: When it came, in seconds since 1970.
        method, target: What was asked, without keys.
        status: The answer's status; 0 for a connection that a fault dropped.
        seconds: How long the answer took, with the time that a fault held it back.
        faults: The faults that were on.
    """

    at: float
    method: str
    target: str
    status: int
    seconds: float
    faults: tuple[str, ...]


class Log:
    """The last requests of a store, newest first."""

    def __init__(self) -> None:
        self._seen: deque[Seen] = deque(maxlen=_MOST)

    def all(self) -> list[Seen]:
        """What was seen, newest first."""
        return list(reversed(self._seen))

    def clear(self) -> None:
        """Forget all."""
        self._seen.clear()

    def answered(
        self, request: Request, answer: Callable[[], Answer], delay: Callable[[], float], faults: tuple[str, ...]
    ) -> Answer:
        """The answer to a request, which is noted. Raises what `answer` raises."""
        begun, at = time.perf_counter(), time.time()
        status = 0
        try:
            found = answer()
            status = found.status
            return found
        finally:
            taken = time.perf_counter() - begun + delay()
            self._seen.append(Seen(at, request.method[:10], _shown(request), status, taken, faults))


def _shown(request: Request) -> str:
    """The address of a request as people may see it: without what proves the key, and not without end."""
    pairs = [pair for pair in request.query.split("&") if pair.partition("=")[0] not in SECRET_PARAMETERS]
    query = "&".join(filter(None, pairs))
    return redact(f"{request.path}?{query}" if query else request.path)[:_LONGEST]
