"""The course of one call, without I/O: what to send, how long to wait, when to give up.

`attempts` is a generator. It yields `Send` and `Sleep`, is sent what became of it, and returns the final answer. A
driver, sync or async, does no more than carry out the steps; tests drive it with a list of outcomes.

The rules of sending again:

- A request that reads (GET, HEAD, OPTIONS) is sent again after a failure and after an answer that may pass
  (`PASSING`), unless a code in that answer says that the store refuses: a status of 500 is not always a failure.
- Any request is sent again after a 429: whoever counts requests stopped it before WooCommerce.
- A PUT or DELETE is sent again after a 503 with `Retry-After`, by which a store in maintenance or a full server says
  that it did not begin. A PUT that adds rows to a list, such as a new line of an order, is not.
- Any request is sent again if nothing of it left this machine.
- One whose signature is refused is signed in the other way that stores know, once: it was not carried out.
- Nothing else is: a create whose answer got lost may have been carried out, and would exist twice.

Before each further attempt the client waits as long as `Retry-After` asks, and longer after each failure. There are at
most `max_retries` of them, and all ends within `total_timeout`: if a wait would be longer than what is left of it, the
answer that asks for it becomes the error at once, with `retry_after`.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Generator, Mapping
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from .address import same_origin
from .auth import Credentials
from .errors import ConnectionFailed, ServerError, TimedOut
from .exchange import Request, Response, error_body, redirect_target, redirected, retry_after
from .limits import Limit, limit_of
from .options import Event, Options
from .query import Pair, encode
from .redaction import SECRET_PARAMETERS, redact
from .refusals import kind_of_error

logger = logging.getLogger("wooclient")

#: Answers that another attempt of a read may change: overload, restarts, gateways that got no answer, Cloudflare's own.
PASSING = frozenset({408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524})
#: Seconds before the second attempt; each further wait is twice as long, up to the longest.
FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
#: Redirects that one call follows.
MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Send(NamedTuple):
    """Carry this out. `query` and `headers` hold credentials and are in no `repr`.

    `timeout` is the longest wait for a connection or for a next piece of the answer, `limit` for all of it, in seconds;
    `kept` is the limit of this process for the store, if there is one.
    """

    method: str
    url: str
    query: str
    headers: Mapping[str, str]
    content: bytes | None
    shown: str
    timeout: float
    limit: float
    kept: Limit | None = None

    def __repr__(self) -> str:
        """What is sent, without credentials and content."""
        return f"<Send {self.method} {self.shown}>"


class Sleep(NamedTuple):
    """Wait so many seconds."""

    seconds: float


class Failure(NamedTuple):
    """No answer came.

    Attributes:
        kind: Whether time ran out, or the connection could not be made or broke.
        detail: The HTTP library's words, without secrets.
        sent: Whether any byte of the request may have left.
        permanent: Whether another attempt cannot help, as with an invalid certificate.
    """

    kind: Literal["connection", "timeout"]
    detail: str
    sent: bool
    permanent: bool = False


def _dice() -> float:
    # The modules random and secrets take longer to load than anything else here.
    return int.from_bytes(os.urandom(4), "big") / 2**32


def _nonce() -> str:
    return os.urandom(16).hex()


class World(NamedTuple):
    """The clocks and the dice; tests bring their own.

    `monotonic` and `now` are in seconds, `now` since 1970; `dice` gives a number from 0 up to 1.
    """

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    dice: Callable[[], float] = _dice
    nonce: Callable[[], str] = _nonce


WORLD = World()
Steps = Generator[Send | Sleep, Response | Failure | None, Response]


def attempts(
    request: Request, credentials: Credentials, options: Options, world: World = WORLD, *, follow: bool = True
) -> Steps:
    """Carry out `request` and return its final answer, of whatever status.

    With `follow` false, a redirect is the final answer. Raises ConnectionFailed or TimedOut if none came, and
    RedirectError for a redirect that must not be followed.
    """
    course = _Course(credentials, options, world)
    tried = 0
    visited = set[str]()
    while True:
        tried += 1
        step = course.step(request, tried)
        began = world.monotonic()
        outcome = yield step
        took = world.monotonic() - began
        if isinstance(outcome, Response):
            course.tell("answer", request, tried, status=outcome.status, seconds=took)
            if follow and outcome.status in _REDIRECTS and "location" in outcome.headers:
                request = _follow(request, outcome, visited, tried)
                course.tell("redirect", request, tried, detail=request.shown)
                tried -= 1
                continue
            if outcome.status == 401 and course.turn(request, outcome):
                course.tell("retry", request, tried, seconds=0.0, detail="a refused signature")
                continue
            wait = course.wait_after_answer(request, outcome, tried)
            if wait is None:
                outcome = course.settled(outcome)
                return Response(outcome.status, outcome.headers, outcome.body, tried) if tried > 1 else outcome
            reason = f"status {outcome.status}"
        elif isinstance(outcome, Failure):
            course.tell("failure", request, tried, seconds=took, detail=outcome.detail)
            wait = course.wait_after_failure(request, outcome, tried)
            if wait is None:
                raise _gave_up(request, outcome, tried)
            reason = outcome.detail
        else:
            raise TypeError(f"a driver sent {outcome!r} for a request")
        course.tell("retry", request, tried, seconds=wait, detail=reason)
        yield Sleep(wait)


class _Course:
    """What stays the same over the attempts of one call."""

    def __init__(self, credentials: Credentials, options: Options, world: World) -> None:
        self.credentials, self.options, self.world = credentials, options, world
        self.ends = world.monotonic() + options.total_timeout
        self.listened = bool(options.hooks) or logger.isEnabledFor(logging.INFO)
        self.names_version = credentials.names_version
        self.refused: Response | None = None

    def step(self, request: Request, tried: int) -> Send:
        """The request with its credentials, newly signed for every attempt: a used nonce is refused."""
        self.tell("send", request, tried)
        keys, world = self.credentials, self.world
        query = list(request.query)
        if keys.way != "basic":
            now, named = int(world.now()), self.names_version
            query = keys.query(
                request.method, request.url, query, nonce=world.nonce(), timestamp=now, names_version=named
            )
        left = max(self.ends - world.monotonic(), 0.001)
        return Send(
            request.method,
            request.url,
            encode(query),
            {**self.options.all_headers(), **request.headers, **keys.headers(request.url)},
            request.content,
            request.shown,
            timeout=min(self.options.timeout, left),
            limit=left,
            kept=limit_of(request.url, self.options.max_concurrency, self.options.rate),
        )

    def turn(self, request: Request, answer: Response) -> bool:
        """Whether to sign in the other way that stores know, after this refusal of the first."""
        if self.refused is not None or not self.credentials.may_turn(request.url):
            return False
        self.refused, self.names_version = answer, not self.names_version
        return True

    def settled(self, answer: Response) -> Response:
        """The answer to give: of two refusals the one that is about something else than the signature."""
        first = self.refused
        if first is None:
            return answer
        if answer.status == 401 and (_is_about_signatures(answer) or not _is_about_signatures(first)):
            return first
        self.credentials.names_version = self.names_version
        return answer

    def wait_after_answer(self, request: Request, answer: Response, tried: int) -> float | None:
        """Seconds until the next attempt; None if the answer stands."""
        asked = retry_after(answer.headers, self.world.now())
        return self._wait(tried, asked) if _may_pass(request, answer, asked) else None

    def wait_after_failure(self, request: Request, failure: Failure, tried: int) -> float | None:
        """Seconds until the next attempt; None if there is to be none."""
        if failure.permanent or (failure.sent and not request.reads):
            return None
        return self._wait(tried, None)

    def _wait(self, tried: int, asked: float | None) -> float | None:
        if tried > self.options.max_retries:
            return None
        # Half of the wait is left to chance, so that many clients do not come back at the same moment.
        backoff = min(FIRST_WAIT * 2.0 ** (tried - 1), LONGEST_WAIT) * (0.5 + self.world.dice() / 2)
        wait = backoff if asked is None else max(asked, backoff)
        return wait if self.world.monotonic() + wait < self.ends else None

    def tell(self, kind: Any, request: Request, tried: int, **more: Any) -> None:
        """Let hooks and the log know."""
        if not self.listened:
            return
        event = Event(kind, request.method, redact(request.shown), tried, **more)
        level = logging.INFO if kind == "retry" else logging.DEBUG
        if logger.isEnabledFor(level):
            logger.log(level, _line(event), extra={"woo": event})
        for hook in self.options.hooks:
            hook(event)


def _may_pass(request: Request, answer: Response, asked: float | None) -> bool:
    """Whether it is safe, and of use, to send a request again after such an answer."""
    if answer.status == 429:
        return True
    if answer.status == 503 and asked is not None:
        return request.is_idempotent
    return request.reads and answer.status in PASSING and not _refuses(answer)


def _refuses(answer: Response) -> bool:
    """Whether an answer with the status of a failure holds the code of a refusal."""
    found = error_body(answer.body) if answer.status == 500 else None
    return found is not None and kind_of_error(answer.status, found[0]) is not ServerError


def _is_about_signatures(answer: Response) -> bool:
    return b"signature" in answer.body.lower()


def _line(event: Event) -> str:
    """An event for the log."""
    about = f"{event.method} {event.url} (attempt {event.attempt})"
    if event.kind == "answer":
        return f"{event.status} after {event.seconds:.3f} s: {about}"
    if event.kind == "retry":
        return f"waiting {event.seconds:.2f} s after {event.detail}: {about}"
    return f"{event.kind}{f': {event.detail}' if event.detail else ''}: {about}"


def _follow(request: Request, answer: Response, visited: set[str], tried: int) -> Request:
    """The request that a redirect asks for. Raises RedirectError where following is not safe or not useful."""
    answer = Response(answer.status, answer.headers, answer.body, tried)
    if not request.reads:
        raise redirected(request, answer)
    visited.add(request.shown)
    target, _, query = redirect_target(request, answer).partition("?")
    if not _is_safe(target, request.url):
        raise redirected(request, answer, "the key is not shown to another scheme, host or port")
    # Queries that come back hold the credentials that went out; they are shown anew, if at all.
    given: list[Pair] = [p for p in parse_qsl(query, keep_blank_values=True) if p[0] not in SECRET_PARAMETERS]
    after = Request(request.method, target, tuple(given), request.content, request.headers)
    if after.shown in visited or len(visited) > MOST_REDIRECTS:
        raise redirected(request, answer, "it redirects in a circle")
    return after


def _is_safe(target: str, url: str) -> bool:
    try:
        # A name before the host would take the place of the key.
        return same_origin(target, url) and "@" not in urlsplit(target).netloc
    except ValueError:
        return False


def _gave_up(request: Request, failure: Failure, tried: int) -> ConnectionFailed:
    kind = TimedOut if failure.kind == "timeout" else ConnectionFailed
    what = "the connection broke" if failure.sent else "the store could not be reached"
    if failure.kind == "timeout":
        what = "the store did not answer in time"
    unsure = "; it may have carried the request out" if failure.sent and not request.reads else ""
    if failure.permanent:
        unsure = "; for a certificate authority of your own, pass http_client=httpx.Client(verify=context)"
    message = f"{what}: {failure.detail}{unsure}"
    return kind(message, sent=failure.sent, method=request.method, url=request.shown, attempts=tried)
