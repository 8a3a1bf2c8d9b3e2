"""The course of a batch, without I/O: what is sent next, what became of what was sent, and what to tell if it stops."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .batch import PARTS, BatchOutcome, BatchResult, OnOutcome, Progress
from .batch_outcomes import id_of, outcomes_of
from .errors import AnswerError, BatchInterrupted, ConnectionFailed, RequestError, TooLarge, WooError
from .inputs import arguments, body_items
from .not_kept import NotKeptWarning
from .pages import Page
from .reuse import given_again
from .settable import check_body

if TYPE_CHECKING:
    from .exchange import Request, Response
    from .operation import Operation

    Sent = tuple[Request, Response]

T = TypeVar("T")
#: The one part of a batch whose items stand in a list, as in the legacy API.
_LIST = ""
_PENDING: Any = object()
_LIMIT = re.compile(r"\d+")
_log = logging.getLogger("wooclient.batch")


class _Entry:
    """One item on its way: as it was given, as it is sent, and what became of it."""

    __slots__ = ("id", "index", "item", "number", "outcome", "part", "wire")

    def __init__(self, number: int, part: str, index: int, item: Any, wire: Any) -> None:
        self.number, self.part, self.index, self.item, self.wire = number, part, index, item, wire
        self.id = "" if part == "create" else id_of(item)
        self.outcome: Any = _PENDING


class Chunk:
    """The items of one request.

    Attributes:
        body: What the operation is called with.
    """

    __slots__ = ("body", "entries")

    def __init__(self, entries: list[_Entry], body: Any) -> None:
        self.entries, self.body = entries, body


class BatchRun(Generic[T]):
    """Where a batch stands; knows nothing of how requests are sent, nor whether several are at a time.

    Attributes:
        limit: How many items one request may hold; less once a 413 has told.
        quiet: Whether callbacks are no longer called, since one of them raised.
    """

    def __init__(
        self,
        operation: Operation[Any],
        given: Mapping[str, Any] | Sequence[Any],
        *,
        limit: int | None = None,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Any] | None = None,
    ) -> None:
        """Check and convert every item before the first is sent.

        `given` are the keyword arguments with the three parts, or the items of the legacy API's one list. `limit` is
        the number of items that one request of this store may hold, if that was learnt already. Raises TypeError or
        ValueError for an item that cannot be sent.
        """
        if concurrency < 1:
            raise ValueError(f"concurrency is {concurrency!r}; pass how many requests may be under way, from 1")
        self.operation, self.concurrency = operation, concurrency
        self.limit = limit or operation.batch_limit
        self.on_progress, self.on_outcome, self.quiet = on_progress, on_outcome, False
        self._others: dict[str, Any] = {}
        self._is_list = not isinstance(given, Mapping)
        parts = self._converted(given)
        entries = [(part, i, item, wire) for part, rows in parts.items() for i, (item, wire) in enumerate(rows)]
        self._entries = [_Entry(number, *entry) for number, entry in enumerate(entries)]
        self._queue = deque(self._entries)
        self._running: list[Chunk] = []
        self._unknown: list[_Entry] = []
        self._count = 0
        self._cause: WooError | None = None

    def _converted(self, given: Mapping[str, Any] | Sequence[Any]) -> dict[str, list[tuple[Any, Any]]]:
        """Each item with the JSON that is sent for it, by part."""
        operation, kind = self.operation, self.operation.body_type()
        if not isinstance(given, Mapping):
            items = list(given)
            check_body(operation, items)
            wires = [given_again(wire, kind) for wire in body_items(kind, items, operation.id)]
            return {_LIST: list(zip(items, wires, strict=True))}
        parts = {part: list(given[part]) for part in PARTS if given.get(part) is not None}
        others = {name: value for name, value in given.items() if name not in PARTS}
        check_body(operation, {**others, **parts})
        body = given_again(arguments(kind, {**others, **parts}, operation.id), kind)
        self._others = {name: value for name, value in body.items() if name not in parts}
        return {part: list(zip(items, body[part], strict=True)) for part, items in parts.items()}

    def next(self) -> Chunk | None:
        """The next request; None if all is sent, if the batch stopped, or if what is next has to wait.

        Several requests at a time are about one part only, and none about a record that another one is about.
        """
        if self._cause is not None or len(self._running) >= self.concurrency:
            return None
        entries = list(self._startable())
        if not entries:
            return None
        for _ in entries:
            self._queue.popleft()
        chunk = Chunk(entries, self._given(entries))
        self._running.append(chunk)
        return chunk

    def _startable(self) -> Iterator[_Entry]:
        """The items of the next request, from the front of those that are left."""
        busy = {entry.id for chunk in self._running for entry in chunk.entries} - {""}
        part = self._running[0].entries[0].part if self._running else None
        for entry in islice(self._queue, self.limit):
            part = entry.part if part is None else part
            if self.concurrency > 1 and (entry.part != part or entry.id in busy):
                return
            yield entry

    def settle(self, chunk: Chunk, sent: Callable[[], Sent], read: Callable[[Sent], Any]) -> None:
        """Note what became of a request: `sent` gives its answer or raises, `read` reads it."""
        came: Sent | None = None
        try:
            came = sent()
            answer = read(came)
        except WooError as error:
            self.failed(chunk, error)
        except NotKeptWarning as told:  # some filter makes it an error; the items are done all the same
            if came is not None:  # else a hook called the client: that one is about another call
                self.took(chunk, told.result, came)
            raise
        else:
            self.took(chunk, answer, came)

    def took(self, chunk: Chunk, answer: Any, came: Sent | None = None) -> None:
        """Note what became of the items of a request, and tell the callbacks. What these raise passes through."""
        if self._is_list and len(answer) != len(chunk.entries):
            self.failed(chunk, _miscounted(len(answer), len(chunk.entries), came))
            return
        for part, entries in _by_part(chunk.entries).items():
            items = [entry.item for entry in entries]
            found = list(answer if part == _LIST else getattr(answer, part, None) or ())
            if len(found) != len(items):
                _log.warning("%s: %d outcomes for %d items of %s", self.operation.id, len(found), len(items), part)
            outcomes = found if part == _LIST else outcomes_of(part, items, found, (entry.index for entry in entries))
            for entry, outcome in zip(entries, outcomes, strict=True):
                entry.outcome = outcome
        self._running.remove(chunk)
        self._count += len(chunk.entries)
        self._tell(chunk)

    def _tell(self, chunk: Chunk) -> None:
        if self.on_outcome is not None and not self.quiet:
            for entry in chunk.entries:
                self.on_outcome(_outcome(entry))
        if self.on_progress is not None and not self.quiet:
            self.on_progress(self._count, len(self._entries))

    def failed(self, chunk: Chunk, error: WooError) -> None:
        """Go on with smaller requests after a 413, which carries nothing out; begin no more after anything else."""
        self._running.remove(chunk)
        size = len(chunk.entries)
        if isinstance(error, TooLarge) and size > 1:
            self.limit = min(self.limit, _smaller(error, size))
            self._put_back(chunk.entries)
            return
        if self._cause is None:
            self._cause = error
        else:
            _log.warning("%s: another request failed as well: %s", self.operation.id, error)
        if _was_refused(error):
            self._put_back(chunk.entries)
        else:
            self._unknown += chunk.entries

    def _put_back(self, entries: list[_Entry]) -> None:
        self._queue = deque(sorted((*self._queue, *entries), key=lambda entry: entry.number))

    def result(self) -> Any:
        """What became of all items, in the order given. Raises BatchInterrupted if a request failed."""
        if self._cause is not None:
            raise self.interrupted() from self._cause
        return self._collected(self._entries)

    def attach_to(self, error: BaseException) -> None:
        """Let `error`, which ends the batch from outside, carry what is known, for `BatchInterrupted.of`."""
        if isinstance(error, BatchInterrupted):
            return
        interrupted = self.interrupted()
        setattr(error, BatchInterrupted.ATTRIBUTE, interrupted)
        error.add_note(f"{interrupted.message}; BatchInterrupted.of(error) has what was done and what is left")

    def interrupted(self) -> BatchInterrupted:
        """What is known when the batch stops: of what is still under way, nothing."""
        under_way = [entry for chunk in self._running for entry in chunk.entries if entry.outcome is _PENDING]
        done = self._done()
        why = f": {self._cause}" if self._cause is not None else ""
        unknown = sorted((*self._unknown, *under_way), key=lambda entry: entry.number)
        return BatchInterrupted(
            f"{self.operation.id} stopped after {len(done)} of {len(self._entries)} items{why}",
            cause=self._cause if isinstance(self._cause, RequestError) else None,
            done=self._collected(done),
            outcomes=tuple(map(_outcome, done)),
            unsent=self._given(list(self._queue)),
            unknown=self._given(unknown),
        )

    def _done(self) -> list[_Entry]:
        return [entry for entry in self._entries if entry.outcome is not _PENDING]

    def _collected(self, entries: list[_Entry]) -> Any:
        """Outcomes in the form that the method gives back."""
        if self._is_list:
            return Page(tuple(entry.outcome for entry in entries))
        parts = {part: [entry.outcome for entry in found] for part, found in _by_part(entries).items()}
        return BatchResult[Any](**parts)

    def _given(self, entries: list[_Entry]) -> Any:
        """Items as the method takes them, in JSON."""
        if self._is_list:
            return [entry.wire for entry in entries]
        parts = {part: [entry.wire for entry in found] for part, found in _by_part(entries).items()}
        return {**self._others, **parts} if parts else {}


def _by_part(entries: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    parts: dict[str, list[_Entry]] = {}
    for entry in entries:
        parts.setdefault(entry.part, []).append(entry)
    return parts


def _outcome(entry: _Entry) -> BatchOutcome[Any]:
    return BatchOutcome(entry.part, entry.index, entry.item, entry.outcome)


def _was_refused(error: WooError) -> bool:
    """Whether it is certain that the store did nothing of the request."""
    if isinstance(error, ConnectionFailed):
        return not error.sent
    return isinstance(error, AnswerError) and 300 <= error.status < 500


def _miscounted(found: int, sent: int, came: Sent | None) -> WooError:
    """The error for a list of outcomes of which nobody knows to which items they belong."""
    from .exchange import facts
    from .reading import UnexpectedAnswer

    hint = "What was asked may have been done: look before you send it again"
    about = facts(*came) if came is not None else {}
    return UnexpectedAnswer(f"the store gives {found} outcomes for {sent} items", hint=hint, **about)


def _smaller(error: TooLarge, size: int) -> int:
    """How many items to try next: as many as the store says it takes, or half."""
    said = _LIMIT.search(error.message) if error.code.endswith("request_entity_too_large") else None
    limit = int(said[0]) if said else 0
    return limit if 0 < limit < size else size // 2
