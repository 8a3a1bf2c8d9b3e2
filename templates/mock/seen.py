"""The last requests, and what came of them: what the page shows."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

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
        #: Each with its address as it came, which is made fit to be seen when somebody looks.
        self._seen: deque[tuple[str, str, Seen]] = deque(maxlen=_MOST)

    def all(self) -> list[Seen]:
        """What was seen, newest first."""
        return [replace(seen, target=_shown(path, query)) for path, query, seen in reversed(self._seen)]

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
            seen = Seen(at, request.method[:10], "", status, taken, faults)
            self._seen.append((request.path, request.query, seen))


def _shown(path: str, query: str) -> str:
    """The address of a request as people may see it: without what proves the key, and not without end."""
    pairs = [pair for pair in query.split("&") if pair.partition("=")[0] not in SECRET_PARAMETERS]
    rest = "&".join(filter(None, pairs))
    return redact(f"{path}?{rest}" if rest else path)[:_LONGEST]
