"""What can be set about how requests are sent and answers read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypedDict, cast

from wooclient import __version__

from .errors import ConfigurationError
from .shapes import is_text

#: Sent as User-Agent. Firewalls block requests without one, and some block the names of HTTP libraries.
USER_AGENT = f"wooclient/{__version__} (+https://pypi.org/project/wooclient/)"


class Event(NamedTuple):
    """One thing that happened while a request was carried out, for hooks. It holds no credentials.

    Attributes:
        kind: `send`: a request goes out. `answer`: an answer came, of whatever status. `failure`: none came.
            `retry`: the client waits and then sends once more. `redirect`: it follows a redirect.
        method: The HTTP method.
        url: The address with its query.
        attempt: The number of this attempt, from 1.
        status: The status of the answer, for `answer`; else 0.
        seconds: For `answer` and `failure`, how long the attempt took; for `retry`, how long the client waits.
        detail: What went wrong, for `failure`; why, for `retry`; where to, for `redirect`; else empty.
    """

    kind: Literal["send", "answer", "failure", "retry", "redirect"]
    method: str
    url: str
    attempt: int
    status: int = 0
    seconds: float = 0.0
    detail: str = ""


Hook = Callable[[Event], None]


def hooks_of(given: object) -> tuple[Hook, ...]:
    """Hooks as a client keeps them. Raises ConfigurationError for what is no list of functions."""
    if not isinstance(given, list | tuple):
        raise ConfigurationError(f"hooks is {given!r}; pass a list of functions")
    for hook in cast(list[object], given):
        if not callable(hook):
            raise ConfigurationError(f"hooks holds {hook!r}, which is no function")
    return tuple(cast(list[Hook], given))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


class Changes(TypedDict, total=False):
    """What `with_options` can change; see `WooClient` for what each means."""

    timeout: float
    total_timeout: float
    max_retries: int
    user_agent: str
    headers: Mapping[str, str]
    hooks: tuple[Hook, ...]
    strict: bool
    salvage: bool
    max_concurrency: int | None
    rate: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """All settings of a client that may differ from call to call. Raises ConfigurationError for what cannot be."""

    timeout: float = 30.0
    total_timeout: float = 120.0
    max_retries: int = 2
    user_agent: str = USER_AGENT
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    hooks: tuple[Hook, ...] = ()
    strict: bool = False
    salvage: bool = False
    max_concurrency: int | None = None
    rate: float | None = None

    def __post_init__(self) -> None:
        """Refuse what would fail later, in the middle of a request."""
        self._check_kinds()
        for name in ("timeout", "total_timeout"):
            if not getattr(self, name) > 0:
                raise ConfigurationError(f"{name} is {getattr(self, name)!r}; pass seconds above 0")
        if self.max_retries < 0:
            raise ConfigurationError(f"max_retries is {self.max_retries!r}; pass 0 to never try again")
        if self.max_concurrency is not None and self.max_concurrency < 1:
            raise ConfigurationError(f"max_concurrency is {self.max_concurrency!r}; pass 1 or more, or None")
        if self.rate is not None and not 0 < self.rate < float("inf"):
            raise ConfigurationError(f"rate is {self.rate!r}; pass requests a second, above 0, or None")
        if not self.user_agent:
            raise ConfigurationError("user_agent is empty; many firewalls refuse requests without one")
        for name, value in {"user-agent": self.user_agent, **self.headers}.items():
            if not name.isascii() or not value.isascii() or not f"{name}{value}".isprintable():
                raise ConfigurationError(f"the header {name!r} holds a character that no header may hold")

    def _check_kinds(self) -> None:
        """Refuse values of a wrong kind: not everybody has types checked."""
        for name in ("timeout", "total_timeout", "max_retries", "max_concurrency", "rate"):
            value = getattr(self, name)
            if not _is_number(value) and not (value is None and name in ("max_concurrency", "rate")):
                raise ConfigurationError(f"{name} is {value!r}; pass a number")
        for name, value in {"user-agent": self.user_agent, **self.headers}.items():
            if not (is_text(name) and is_text(value)):
                raise ConfigurationError(f"the header {name!r} is {value!r}; pass text")

    def all_headers(self) -> dict[str, str]:
        """The headers that go with every request, names in lower case; without credentials."""
        own = {"accept": "application/json", "user-agent": self.user_agent}
        return {**own, **{name.lower(): value for name, value in self.headers.items()}}
