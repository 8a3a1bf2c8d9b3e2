"""Batches of any size: split at the limit of the store, put together again, nothing sent twice."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .errors import AnswerError, BatchError, BatchInterrupted, ConnectionFailed, ItemError, TooLarge, WooError
from .inputs import arguments
from .shapes import is_mapping, is_model

if TYPE_CHECKING:
    from .operation import Operation

T = TypeVar("T")
#: The order in which WooCommerce carries out the parts of a batch.
_PARTS = ("create", "update", "delete")
_NO_ANSWER = "no_answer"
_SILENT = "the store says nothing about this item"
_log = logging.getLogger("wooclient.batch")
_LIMIT = re.compile(r"\d+")
#: Called after each request with how many items are done, refused ones included, and how many there are.
Progress = Callable[[int, int], None]
Items = dict[str, list[Any]]


class BatchResult(Generic[T]):
    """What became of each item of a batch, in the order given: the record, or an `ItemError`.

    Attributes:
        create: One outcome for each item of `create`.
        update: One outcome for each item of `update`.
        delete: One outcome for each item of `delete`; the record as it was before.
    """

    __slots__ = ("create", "delete", "update")

    def __init__(
        self,
        create: Iterable[T | ItemError] = (),
        update: Iterable[T | ItemError] = (),
        delete: Iterable[T | ItemError] = (),
    ) -> None:
        self.create, self.update, self.delete = tuple(create), tuple(update), tuple(delete)

    @property
    def errors(self) -> tuple[ItemError, ...]:
        """Those that were refused: creations first, then updates, then deletions."""
        return tuple(one for one in self if isinstance(one, ItemError))

    @property
    def values(self) -> tuple[T, ...]:
        """The records of those that were carried out, in the same order."""
        return tuple(one for one in self if not isinstance(one, ItemError))

    def raise_for_errors(self) -> BatchResult[T]:
        """Raise BatchError if any item was refused; give back this result if none was."""
        errors = self.errors
        if errors:
            shown = "; ".join(str(error) for error in errors[:3])
            raise BatchError(f"{len(errors)} of {len(self)} items were refused: {shown}", errors=errors)
        return self

    def __iter__(self) -> Iterator[T | ItemError]:
        """All outcomes: creations first, then updates, then deletions."""
        return iter((*self.create, *self.update, *self.delete))

    def __len__(self) -> int:
        """How many outcomes there are."""
        return len(self.create) + len(self.update) + len(self.delete)

    def __repr__(self) -> str:
        """How many of each, and how many were refused."""
        counts = ", ".join(f"{len(found)} {part}" for part in _PARTS if (found := getattr(self, part)))
        return f"<BatchResult {counts or 'empty'}, {len(self.errors)} refused>"


class BatchRun(Generic[T]):
    """Where a batch stands: which items are next, what became of those before; knows nothing of how they are sent."""

    def __init__(
        self,
        operation: Operation[Any],
        given: Mapping[str, Any],
        *,
        limit: int | None = None,
        on_progress: Progress | None = None,
    ) -> None:
        """Check every item before the first is sent.

        `limit` is the number of items that one request of this store may hold, if that was learnt already. Raises
        TypeError for an item that cannot be sent.
        """
        self.operation = operation
        self.limit = limit or operation.batch_limit
        self.on_progress = on_progress
        parts: Items = {part: list(given[part]) for part in _PARTS if given.get(part) is not None}
        self.others = {name: value for name, value in given.items() if name not in _PARTS}
        arguments(operation.body_type(), {**self.others, **parts}, operation.id)
        self.queue: list[tuple[str, Any]] = [(part, item) for part, items in parts.items() for item in items]
        self.queue.sort(key=lambda entry: _PARTS.index(entry[0]))
        self.total, self.sent, self.size = len(self.queue), 0, 0
        self.outcomes: Items = {part: [] for part in _PARTS}

    def next_body(self) -> dict[str, Any] | None:
        """The arguments of the next request; None if all is done."""
        if self.sent >= self.total:
            return None
        self.size = min(self.limit, self.total - self.sent)
        return {**self.others, **_parts(self._current())}

    def took(self, answer: Any) -> None:
        """Note what became of the items of the last request."""
        for part, items in _parts(self._current()).items():
            found: list[Any] = list(getattr(answer, part, None) or ())
            if len(found) != len(items):
                _log.warning("%s: %d outcomes for %d items of %s", self.operation.id, len(found), len(items), part)
            outcomes = _in_order(items, found) if part == "create" else _by_id(items, found)
            self.outcomes[part] += [_outcome(part, item, one) for item, one in zip(items, outcomes, strict=True)]
        self.sent += self.size
        if self.on_progress is not None:
            self.on_progress(self.sent, self.total)

    def failed(self, error: WooError) -> None:
        """Go on with smaller requests after a 413, which carries nothing out; raise after anything else.

        If the batch was one request only, its error is raised as it is; otherwise BatchInterrupted, with what was
        done, what was never sent, and what is unknown.
        """
        if isinstance(error, TooLarge) and self.size > 1:
            self.limit = _smaller(error, self.size)
            return
        if self.size == self.total:
            raise error
        current, rest = self._current(), self.queue[self.sent + self.size :]
        refused = _was_refused(error)
        raise BatchInterrupted(
            f"{self.operation.id} stopped after {self.sent} of {self.total} items: {error}",
            done=self.result(),
            unsent=_parts([*current, *rest] if refused else rest),
            unknown={} if refused else _parts(current),
        ) from error

    def result(self) -> BatchResult[T]:
        """What became of the items so far."""
        return BatchResult(**cast(Any, self.outcomes))

    def _current(self) -> list[tuple[str, Any]]:
        return self.queue[self.sent : self.sent + self.size]


def _parts(entries: list[tuple[str, Any]]) -> Items:
    parts: Items = {}
    for part, item in entries:
        parts.setdefault(part, []).append(item)
    return parts


def _was_refused(error: WooError) -> bool:
    """Whether it is certain that the store did nothing of the request."""
    if isinstance(error, ConnectionFailed):
        return not error.sent
    return isinstance(error, AnswerError) and 300 <= error.status < 500


def _smaller(error: TooLarge, size: int) -> int:
    """How many items to try next: as many as the store says it takes, or half."""
    said = _LIMIT.search(error.message) if error.code.endswith("request_entity_too_large") else None
    limit = int(said[0]) if said else 0
    return limit if 0 < limit < size else size // 2


def _in_order(items: list[Any], found: list[Any]) -> list[Any]:
    """Creations by position: nothing else ties an outcome to its item. If one is missing, nobody knows which."""
    few = f"the store gives {len(found)} outcomes for {len(items)} creations, so those before may be of other items"
    missing = ItemError(few, code=_NO_ANSWER)
    return [*found, *[missing] * (len(items) - len(found))][: len(items)]


def _by_id(items: list[Any], found: list[Any]) -> list[Any]:
    """Updates and deletions by id: stores pass over some without a word, and plugins take some out.

    An outcome without an id belongs to the item at its place, if there are as many outcomes as items.
    """
    left: dict[str, list[int]] = {}
    for place, one in enumerate(found):
        left.setdefault(_id(one), []).append(place)
    matched: list[Any] = []
    for place, item in enumerate(items):
        places = left.get(_id(item)) if _id(item) else None
        if not places and len(found) == len(items) and not _id(found[place]):
            places = [place]
        matched.append(found[places.pop(0)] if places else ItemError(_SILENT, code=_NO_ANSWER))
    return matched


def _id(value: Any) -> str:
    """The id of an item or an outcome as text; empty if there is none."""
    number = _field(value, "id") if _has_fields(value) else value
    if _has_fields(number):  # a variation that could not be deleted is named by all that was given
        number = _field(number, "id")
    return str(number or "")


def _outcome(part: str, item: Any, found: Any) -> Any:
    """The record, or the error that stands in its place."""
    error = found if isinstance(found, ItemError) else _field(found, "error")
    if not error:
        return found
    number = None if part == "create" else _field(item, "id") if _has_fields(item) else item
    code, message, data = (_field(error, name) for name in ("code", "message", "data"))
    text = error if isinstance(error, str) else message
    return ItemError(str(text or ""), code=str(code or ""), data=data, part=part, id=number)


def _has_fields(value: Any) -> bool:
    return is_mapping(value) or is_model(value)


def _field(value: Any, name: str) -> Any:
    return value.get(name) if is_mapping(value) else getattr(value, name, None)
