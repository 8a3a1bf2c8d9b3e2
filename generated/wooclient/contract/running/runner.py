"""The whole suite on one store: which scenarios, side by side or alone, in both colours."""

from __future__ import annotations

import asyncio
import traceback
import warnings
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from ..._runtime.not_kept import NotKeptWarning
from ..described.description import Json, description
from ..safety.guarding import AsyncWatched, Pulse, Watched
from ..safety.journal import Journal
from ..safety.marks import mark, run_name
from ..store.target import Target
from .driving import drive_async, drive_sync
from .results import COLOURS, Colour, Ledger, Results
from .run import Run
from .scenario import Scenario
from .turns import Turns


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
        name: What this run is called; part of every mark.
        system: What the store's own report (`system_status.get` of wc/v3) says; empty if it cannot be read.
        stop: Set it to end the run; scenarios under way clean up first.
    """

    target: Target
    served: dict[str, frozenset[str]]
    workers: int = 4
    progress: Callable[[Job, int], None] | None = None
    name: str = field(default_factory=run_name)
    system: Json = field(default_factory=dict[str, Any])
    stop: Event = field(default_factory=Event)
    results: Results = field(default_factory=Results)

    def __post_init__(self) -> None:
        """Every operation is in the results from the start."""
        self._turns = Turns()
        self._pool = self.target.sync_transport()
        self._pulse = Pulse(self.target.url, self._pool, self._died)
        self._below = Watched(self._pool, self._pulse)
        self.journal = Journal(self.target.client(self._below), mark(self.name, 0))
        for version, there in self.served.items():
            for operation in description(version).operations.values():
                self.results.add(version, operation, operation.id in there)

    def run(self, scenarios: Iterable[Scenario]) -> Results:
        """Run the scenarios in both colours: first those that go side by side, then the others one by one."""
        jobs = self._jobs([s for s in scenarios if s.version in self.served])
        try:
            if any(job.scenario.writes for job in jobs):
                self.journal.open()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotKeptWarning)  # scenarios try what stores do not keep, and compare
                self._play(jobs)
        finally:
            self.journal.close()
            self._pool.close()
        return self.results

    def _play(self, jobs: Sequence[Job]) -> None:
        with ThreadPoolExecutor(self.workers) as pool:
            together = [job for job in jobs if not job.scenario.alone]
            list(pool.map(partial(self._job, len(jobs)), together))
        for job in (job for job in jobs if job.scenario.alone):
            self._job(len(jobs), job)

    def _jobs(self, scenarios: Sequence[Scenario]) -> list[Job]:
        pairs: list[tuple[Scenario, Colour]] = [(s, colour) for s in scenarios for colour in COLOURS]
        return [Job(scenario, colour, mark(self.name, n)) for n, (scenario, colour) in enumerate(pairs, 1)]

    def _job(self, count: int, job: Job) -> None:
        if self.stop.is_set():
            return
        scenario = job.scenario
        ledger = Ledger(self.results, scenario.version, scenario.name, job.colour)
        run = Run(scenario.version, job.mark, self.served[scenario.version], ledger, self.journal, self.system)
        try:
            if job.colour == "sync":
                drive_sync(scenario, run, self.target.sync_clients(self._below), self._turns, self.stop.is_set)
            else:
                asyncio.run(self._async_job(scenario, run))
        except Exception as error:  # a fault of the scenario itself: shown as such, and the others go on
            ledger.crashed(_told(error))
        if self.progress is not None:
            self.progress(job, count)

    def _died(self) -> None:
        """Nothing that is found from now on is the fault of what is called."""
        self.results.is_dead = True
        self.stop.set()

    async def _async_job(self, scenario: Scenario, run: Run) -> None:
        below = AsyncWatched(self.target.async_transport(), self._pulse)
        try:
            await drive_async(scenario, run, self.target.async_clients(below), self._turns, self.stop.is_set)
        finally:
            await below.aclose()


def _told(error: Exception) -> str:
    """An error and the way to it through this package, without folders of this machine."""
    home = Path(__file__).parent
    way = [frame for frame in traceback.extract_tb(error.__traceback__) if home in Path(frame.filename).parents]
    lines = [f"  {Path(frame.filename).relative_to(home).as_posix()}:{frame.lineno} in {frame.name}" for frame in way]
    return "\n".join([f"{type(error).__name__}: {error}", *lines])
