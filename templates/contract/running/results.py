"""What a run came to: by version and operation, what was called, what was found, what was left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

from ..calls.checking import Finding, Judged
from ..calls.recording import Exchange
from ..calls.shelving import Kept, Shelf
from ..described.description import Described
from ..safety.owning import Thing

State = Literal["passed", "failed", "known defect", "not served", "not run"]
Colour = Literal["sync", "async"]
COLOURS: tuple[Colour, ...] = ("sync", "async")


@dataclass(frozen=True)
class Failure:
    """One finding: in which scenario and colour, and the request and answer that show it."""

    scenario: str
    colour: Colour
    finding: Finding
    kept: Kept | None = None

    @property
    def exchange(self) -> Exchange | None:
        """The request and its answer; None if there is none, or an earlier finding of the same kind shows one."""
        return self.kept.exchange if self.kept else None


@dataclass
class Entry:
    """One operation of one version.

    Attributes:
        described: The operation.
        served: Whether the store's own index has it.
        successes: How often each colour called it with success.
        refusals: How often each colour got a refusal.
        always_refused: Why no store that is left can do it, if a scenario says so; then a refusal as described is all
            that can be asked.
        failures: What was found; the same finding is kept once per colour.
        why: Why it was not run, if a scenario says so.
    """

    described: Described
    served: bool = True
    successes: dict[Colour, int] = field(default_factory=lambda: {"sync": 0, "async": 0})
    refusals: dict[Colour, int] = field(default_factory=lambda: {"sync": 0, "async": 0})
    always_refused: str = ""
    failures: list[Failure] = field(default_factory=list[Failure])
    why: str = ""

    def state(self, *, strict: bool = False) -> State:
        """What to show: an operation has passed if every colour succeeded with it and nothing was found.

        Known defects of the store do not count against it, unless `strict`.
        """
        if self.failures:
            return "known defect" if not strict and all(f.finding.defect for f in self.failures) else "failed"
        if not self.served:
            return "not served"
        calls = self.refusals if self.always_refused else self.successes
        return "passed" if all(calls[colour] for colour in COLOURS) else "not run"


class Results:
    """Everything a run found. Safe to write to from many threads."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], Entry] = {}
        #: Tracebacks of scenarios that failed by a fault of their own.
        self.crashes: list[str] = []
        #: What scenarios could not remove or put back: the call that failed, and the mark.
        self.left: list[str] = []
        #: What scenarios under way have still to remove or put back, and how many times over.
        self.owed: Counter[str] = Counter()
        #: What creates answered with.
        self.new: set[Thing] = set()
        #: Whether the store stopped answering.
        self.is_dead = False
        #: Every answer that the sync client got, in order, by version, scenario and operation; for comparing stores.
        self.tape: list[tuple[str, str, str, Kept]] = []
        self.keeps_tape = False
        self.shelf = Shelf()
        self.judged = Judged()
        self.lock = Lock()

    def add(self, version: str, described: Described, served: bool) -> None:
        """Say that an operation exists."""
        self.entries[version, described.id] = Entry(described, served)

    @property
    def failures(self) -> list[Failure]:
        """Every finding of all operations."""
        return [failure for entry in self.entries.values() for failure in entry.failures]


@dataclass(frozen=True)
class Ledger:
    """Where one scenario, in one colour, writes what it sees."""

    results: Results
    version: str
    scenario: str
    colour: Colour

    def called(self, operation: str, exchange: Exchange, findings: list[Finding]) -> None:
        """Note one answer and what is wrong with it."""
        entry = self.results.entries[self.version, operation]
        with self.results.lock:
            if exchange.status < 300:
                entry.successes[self.colour] += 1
            else:
                entry.refusals[self.colour] += 1
            if self.results.keeps_tape and self.colour == "sync":
                kept = self.results.shelf.put(exchange)
                self.results.tape.append((self.version, self.scenario, operation, kept))
        for finding in findings:
            self.found(operation, finding, exchange)

    def found(self, operation: str, finding: Finding, exchange: Exchange | None) -> None:
        """Note something wrong, once; of a store that died, nothing."""
        entry = self.results.entries[self.version, operation]
        with self.results.lock:
            if self.results.is_dead or any(f.finding == finding and f.colour == self.colour for f in entry.failures):
                return
            is_shown = any(f.finding.sameness == finding.sameness for f in entry.failures)
            kept = self.results.shelf.put(exchange) if exchange and not is_shown else None
            entry.failures.append(Failure(self.scenario, self.colour, finding, kept))

    def always_refused(self, operation: str, why: str) -> None:
        """Note that a refusal is all that an operation can come to."""
        self.results.entries[self.version, operation].always_refused = why

    def crashed(self, why: str) -> None:
        """Note that the scenario failed by something that is no operation's fault."""
        with self.results.lock:
            if not self.results.is_dead:
                self.results.crashes.append(f"{self.version} {self.scenario}, {self.colour}: {why}")

    def left(self, what: str) -> None:
        """Note that something could not be removed or put back."""
        with self.results.lock:
            self.results.left.append(f"{self.version} {what}")

    def made(self, things: set[Thing]) -> None:
        """Note what is new in the store."""
        with self.results.lock:
            self.results.new |= things

    def owes(self, what: str, count: int = 1) -> None:
        """Note what is to be removed or put back, or with a `count` of -1 that it was."""
        with self.results.lock:
            self.results.owed[f"{self.version} {what}"] += count

    def not_run(self, operation: str, why: str) -> None:
        """Note why an operation was left out."""
        entry = self.results.entries.get((self.version, operation))
        if entry is not None:
            entry.why = why
