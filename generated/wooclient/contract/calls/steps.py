"""A scenario as data flow: it yields calls and is sent what became of them. No I/O, no colour.

The same generator runs with the sync client and with the async one, which only carry the calls out.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, TypeVar

from ..._runtime.errors import AnswerError, WooError
from ..._runtime.shapes import is_array
from ..described.bodies import member
from .recording import Exchange

T = TypeVar("T")
#: With which key a call is made: the one given, none, or one with a wrong secret.
Key = Literal["own", "none", "wrong"]


@dataclass(frozen=True)
class Call:
    """One call of the client.

    Attributes:
        operation: Its id, such as `products.create`.
        ids: What the path holds; the model too, where `method` is `save`, and the key of a custom field.
        given: The keyword arguments.
        refusals: Codes of which the store should refuse with one; empty if it should do what it is asked.
        method: The client's method, if it is another than the operation's own: `iter` or `meta.set`, say; `send` is
            one request past the client's checks of what is missing or too much.
        key: With which key.
        may: Whether the store may also do it, where `refusals` are given.
        stage: The version by which the stage is set for the scenario; such calls are judged elsewhere. Empty for calls
            of the scenario's own version.
    """

    operation: str
    ids: tuple[Any, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict[str, Any])
    refusals: tuple[str, ...] = ()
    method: str = ""
    key: Key = "own"
    may: bool = False
    stage: str = ""


@dataclass(frozen=True)
class Answer:
    """What became of a call: the client's result or its error, and what went over the wire."""

    call: Call
    result: Any
    error: WooError | None
    exchanges: list[Exchange]

    @property
    def body(self) -> Any:
        """The last answer's body as parsed JSON; None if there was none."""
        return self.exchanges[-1].body if self.exchanges else None

    @property
    def items(self) -> list[Any]:
        """The things that a list answered with; empty if it was refused."""
        body = self.body
        return body if is_array(body) else []

    def member(self, name: str) -> Any:
        """A field of the thing that was answered with; None if there is none such."""
        return member(self.body, name)

    @property
    def headers(self) -> Mapping[str, str]:
        """The last answer's headers, names in lower case."""
        return self.exchanges[-1].headers if self.exchanges else {}

    @property
    def status(self) -> int:
        """The last answer's status; 0 if none came."""
        return self.exchanges[-1].status if self.exchanges else 0

    @property
    def code(self) -> str:
        """The store's code, if it refused."""
        return self.exchanges[-1].code if self.exchanges and isinstance(self.error, AnswerError) else ""


#: What a scenario is: it yields a call, or several to be made at once, and is sent the answer or the answers.
Steps: TypeAlias = Generator[Call | list[Call], Any, T]


class Broken(Exception):
    """A step that the rest of a scenario builds on went wrong; what went wrong is noted already."""


class Stopped(Exception):
    """Somebody asked the run to end; thrown into scenarios so that they clean up."""
