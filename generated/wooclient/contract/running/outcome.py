"""What a whole run came to: the store, what was asked, what was found, swept and left."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from ..safety.sweeping import Leftover
from ..store.probing import Store
from .results import Results

#: How a run ended: at its end, by Ctrl-C, by another before it had cleared up, or because the store stopped answering.
End = Literal["complete", "stopped", "cut short", "store died"]
#: Ends after which nobody could look at what is left.
_UNSEEN = ("cut short", "store died")

READ_ONLY = "Nothing was changed: a read-only run sends only GET, HEAD and OPTIONS."
WRITING = (
    "Everything that was made ({new} things) was removed again: the store was asked for it at the end, and shows none "
    "of it. Of what already existed, only settings and ways to pay were changed, and put back. WooCommerce mailed "
    "nobody outside example.com, and no payment was captured. Plugins and webhooks of the store may have seen what was "
    "made. WooCommerce's own caches, job queue and receipts of a day may name it until they expire; where orders have "
    "tables of their own, the lines of removed refunds stay in the database, and nothing shows them."
)
UNFINISHED = (
    "Not everything that was made could be removed, or put back: what is left is listed, and the next writing run "
    "clears it. WooCommerce mailed nobody outside example.com, and no payment was captured."
)


@dataclass
class Outcome:
    """One run on one store.

    Attributes:
        name: What the run is called; part of every mark.
        store: The store as it was found.
        versions: The versions that were asked for, served or not.
        read_only: Whether nothing but reading was allowed.
        began: When it began.
        results: By version and operation, what was called and found.
        swept: What earlier runs had left, found at the beginning.
        returned: What killed runs had borrowed, put back at the beginning.
        remains: What this run's scenarios had left, found at the end.
        seconds: How long it took.
        end: How it ended.
        strict: Whether known defects of the store count against it.
    """

    name: str
    store: Store
    versions: tuple[str, ...]
    read_only: bool
    began: datetime
    results: Results
    swept: list[Leftover] = field(default_factory=list[Leftover])
    returned: list[Leftover] = field(default_factory=list[Leftover])
    remains: list[Leftover] = field(default_factory=list[Leftover])
    seconds: float = 0.0
    end: End = "complete"
    strict: bool = False

    def cut_short(self) -> None:
        """Say that nobody waits for the run's end any more."""
        self.end, self.seconds = "cut short", (datetime.now(UTC) - self.began).total_seconds()

    @property
    def safety(self) -> str:
        """What the run did to the store, in a sentence."""
        if self.read_only:
            return READ_ONLY
        if self.left or self.end in _UNSEEN:
            return UNFINISHED
        return WRITING.format(new=len(self.results.new))

    @property
    def left(self) -> list[str]:
        """What is still in the store though it should not be: the next run clears it."""
        if self.end in _UNSEEN:
            return [*self.results.left, *sorted(+self.results.owed.copy())]
        stuck = [thing for thing in (*self.swept, *self.returned, *self.remains) if thing.why]
        return [f"{thing.kind} {thing.id} ({thing.name}): {thing.why}" for thing in stuck]

    @property
    def is_good(self) -> bool:
        """Whether nothing was found that counts."""
        counts = [failure for failure in self.results.failures if self.strict or not failure.finding.defect]
        return not (counts or self.results.crashes or self.left or self.remains)
