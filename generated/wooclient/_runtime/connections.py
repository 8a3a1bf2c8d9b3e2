"""What clients of one store share that carries their requests."""

from __future__ import annotations

from threading import Lock
from typing import Any, Generic, TypeVar

from .conditions import Conditions

#: The HTTP library's client, and its transport, of one colour.
H = TypeVar("H")
W = TypeVar("W")


class Connections(Generic[H, W]):
    """What carries the requests of a client and of all that `with_options` made from it."""

    __slots__ = ("conditions", "driver", "http_client", "lock", "loops", "transport")

    def __init__(self, http_client: H | None, transport: W | None) -> None:
        self.http_client, self.transport = http_client, transport
        self.lock = Lock()
        self.conditions = Conditions()
        self.driver: Any = None
        self.loops: Any = None
