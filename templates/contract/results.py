"""What a run came to: by version and operation, what was called, what was found, what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

from .checking import Finding
from .description import Described
from .recording import Exchange

State = Literal["passed", "failed", "not served", "not run"]
Colour = Literal["sync", "async"]


@dataclass(frozen=True)
class Failure:
    """One finding: in which scenario and colour, and the request and answer that show it."""

    scenario: str
    colour: Colour
    finding: Finding
    exchange: Exchange | None


@dataclass
class Entry:
    """One operation of one version.

    Attributes:
        described: The operation.
        served: Whether the store's own index has it.
        successes: How often each colour called it with success.
        refusals: How often the store refused, as it should.
        failures: What was found; the same finding is kept once per colour.
        why: Why it was not run, if a scenario says so.
    """

    described: Described
    served: bool = True
    successes: dict[Colour, int] = field(default_factory=lambda: {"sync": 0, "async": 0})
    refusals: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])
    why: str = ""

    def state(self, colours: tuple[Colour, ...] = ("sync", "async")) -> State:
        """What to show: an operation has passed if every colour succeeded with it and nothing was found."""
        if self.failures:
            return "failed"
        if not self.served:
            return "not served"
        return "passed" if all(self.successes[colour] for colour in colours) else "not run"


class Results:
    """Everything a run found. Safe to write to from many threads."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], Entry] = {}
        #: Tracebacks of scenarios that failed by a fault of their own.
        self.crashes: list[str] = []
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
                entry.refusals += 1
        for finding in findings:
            self.found(operation, finding, exchange)

    def found(self, operation: str, finding: Finding, exchange: Exchange | None) -> None:
        """Note something wrong, once."""
        entry = self.results.entries[self.version, operation]
        with self.results.lock:
            if not any(f.finding == finding and f.colour == self.colour for f in entry.failures):
                entry.failures.append(Failure(self.scenario, self.colour, finding, exchange))

    def not_run(self, operation: str, why: str) -> None:
        """Note why an operation was left out."""
        entry = self.results.entries.get((self.version, operation))
        if entry is not None:
            entry.why = why
