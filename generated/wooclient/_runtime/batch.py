"""What a batch gives: the outcome of each item, one by one as they arrive and all together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypedDict, TypeVar

from .errors import BatchError, ItemError

T = TypeVar("T")
#: The order in which WooCommerce carries out the parts of a batch.
PARTS = ("create", "update", "delete")
#: Called after each request with how many items are done, refused ones included, and how many there are.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BatchOutcome(Generic[T]):
    """What became of one item of a batch.

    Attributes:
        part: What was to be done: `create`, `update` or `delete`; empty in the legacy `bulk`, whose items are in one
            list.
        index: The place of the item in the list it was given in, from 0.
        item: The item as it was given.
        result: The record, or an `ItemError`; in the legacy `bulk` the record, or the failure as the store tells it.
    """

    part: str
    index: int
    item: Any
    result: T | ItemError

    @property
    def error(self) -> ItemError | None:
        """Why the item was refused; None if it was carried out."""
        return self.result if isinstance(self.result, ItemError) else None


#: Called with each outcome as it arrives.
OnOutcome = Callable[[BatchOutcome[T]], None]


class Sending(TypedDict):
    """How a batch is sent and who hears of it."""

    concurrency: int
    on_progress: Progress | None
    on_outcome: OnOutcome[Any] | None


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
        counts = ", ".join(f"{len(found)} {part}" for part in PARTS if (found := getattr(self, part)))
        return f"<BatchResult {counts or 'empty'}, {len(self.errors)} refused>"
