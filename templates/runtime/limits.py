"""The limit that a client wants kept for its store; `turns` keeps it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit


class Limit(NamedTuple):
    """At most so many requests to a host at once, and so many a second."""

    host: str
    max_concurrency: int | None
    rate: float | None


def limit_of(url: str, max_concurrency: int | None, rate: float | None) -> Limit | None:
    """The limit for requests to an address; None if there is none."""
    return None if max_concurrency is rate is None else Limit(urlsplit(url).netloc, max_concurrency, rate)
