"""The whole suite on one store: which scenarios, side by side or alone, in both colours."""

from __future__ import annotations

import asyncio
import secrets
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from typing import get_args

import httpx

from .description import description
from .driving import drive_async, drive_sync
from .results import Colour, Ledger, Results
from .run import Run
from .scenario import Scenario
from .target import Target

#: What everything that the suite makes is called by, first of all; see `mark`.
MARKER = "woospec-"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
COLOURS: tuple[Colour, ...] = get_args(Colour)


@dataclass(frozen=True)
class Job:
    """One scenario in one colour."""

    scenario: Scenario
    colour: Colour
    mark: str


@dataclass
class Suite:
    """Scenarios to be run on a store.

    Attributes:
        target: The store.
        served: By version, ids of the operations that the store serves; versions that are missing are not run.
        workers: How many scenarios run side by side.
        progress: Called with each job that ended, and how many there are.
        stop: Set it to end the run; scenarios under way clean up first.
    """

    target: Target
    served: dict[str, frozenset[str]]
    workers: int = 4
    progress: Callable[[Job, int], None] | None = None
    stop: Event = field(default_factory=Event)
    results: Results = field(default_factory=Results)

    def __post_init__(self) -> None:
        """Every operation is in the results from the start."""
        for version, there in self.served.items():
            for operation in description(version).operations.values():
                self.results.add(version, operation, operation.id in there)

    def run(self, scenarios: Iterable[Scenario]) -> Results:
        """Run the scenarios in both colours: first those that go side by side, then the others one by one."""
        jobs = self._jobs([s for s in scenarios if s.version in self.served])
        below = self.target.sync_transport()
        try:
            with ThreadPoolExecutor(self.workers) as pool:
                together = [job for job in jobs if not job.scenario.alone]
                list(pool.map(partial(self._job, below, len(jobs)), together))
            for job in (job for job in jobs if job.scenario.alone):
                self._job(below, len(jobs), job)
        finally:
            below.close()
        return self.results

    def _jobs(self, scenarios: Sequence[Scenario]) -> list[Job]:
        name = run_name()
        pairs: list[tuple[Scenario, Colour]] = [(s, colour) for s in scenarios for colour in COLOURS]
        return [Job(scenario, colour, f"{MARKER}{name}-{n}") for n, (scenario, colour) in enumerate(pairs)]

    def _job(self, below: httpx.BaseTransport, count: int, job: Job) -> None:
        if self.stop.is_set():
            return
        scenario = job.scenario
        ledger = Ledger(self.results, scenario.version, scenario.name, job.colour)
        run = Run(scenario.version, job.mark, self.served[scenario.version], ledger)
        try:
            if job.colour == "sync":
                drive_sync(scenario, run, self.target.sync_clients(below), self.stop.is_set)
            else:
                asyncio.run(self._async_job(scenario, run))
        except Exception:  # a fault of the scenario itself: shown as such, and the others go on
            self.results.crashes.append(f"{scenario.version} {scenario.name}, {job.colour}\n{traceback.format_exc()}")
        if self.progress is not None:
            self.progress(job, count)

    async def _async_job(self, scenario: Scenario, run: Run) -> None:
        below = self.target.async_transport()
        try:
            await drive_async(scenario, run, self.target.async_clients(below), self.stop.is_set)
        finally:
            await below.aclose()


def run_name() -> str:
    """Six characters of the time, in seconds, and three of chance: no two runs make things of the same name."""
    seconds, text = int(time.time()), ""
    for _ in range(6):
        seconds, digit = divmod(seconds, 36)
        text = _DIGITS[digit] + text
    return text + "".join(secrets.choice(_DIGITS) for _ in range(3))
