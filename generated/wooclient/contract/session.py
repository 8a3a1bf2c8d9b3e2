"""One run on one store from beginning to end: look, clear up after earlier runs, play the scenarios, clear up again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Event

from .journal import NotKept, journals, living
from .marks import MARKER
from .outcome import Outcome
from .probing import Store, Unfit, probe
from .runner import Job, Suite
from .scenario import Scenario
from .scenarios import scenarios
from .sweeping import Leftover, settle, sweep
from .target import Target


def hold(
    target: Target,
    versions: Sequence[str],
    *,
    workers: int,
    stop: Event,
    say: Callable[[str], None],
    progress: Callable[[Suite, Job, int], None],
    keep_tape: bool = False,
) -> Outcome:
    """Hold a store against the description.

    Args:
        target: The store; whether it may be written to is said there.
        versions: The versions to be tried, newest first.
        workers: How many scenarios run side by side.
        stop: Set it to end the run early.
        say: Told what is going on, in sentences.
        keep_tape: Whether to keep every answer, to be compared with another store's.
        progress: Called after every scenario, with the suite, the job that ended and how many jobs there are.

    Raises:
        Unfit: If the run cannot begin.
    """
    began, clock = datetime.now(UTC), time.monotonic()
    store = probe(target, versions, writes=not target.read_only)
    say(f"{store.url}: WooCommerce {store.release or 'of an unknown release'}, serves {', '.join(store.served)}")
    returned, swept = ([], []) if target.read_only else _cleared(target, store, stop, say)
    suite = Suite(target, store.served, workers, None, system=store.system, stop=stop)
    suite.results.keeps_tape = keep_tape
    suite.progress = lambda job, count: progress(suite, job, count)
    outcome = Outcome(
        suite.name, store, tuple(versions), target.read_only, began, suite.results, swept=swept, returned=returned
    )
    try:
        suite.run(chosen(versions, read_only=target.read_only))
    except NotKept as error:
        raise Unfit(
            f"the store does not keep the run's journal, without which nothing may be changed: {error}"
        ) from None
    if suite.results.is_dead:
        outcome.end = "store died"
    elif stop.is_set():
        outcome.end = "stopped"
    if not target.read_only and outcome.end != "store died":
        own = MARKER + suite.name
        outcome.remains = _swept(target, store, lambda mark: mark.startswith(own))
    outcome.seconds = time.monotonic() - clock
    return outcome


def chosen(versions: Sequence[str], *, read_only: bool) -> list[Scenario]:
    """The scenarios of some versions, those that write left out of a read-only run."""
    found = [scenario for version in versions for scenario in scenarios(version)]
    return [scenario for scenario in found if not (read_only and scenario.writes)]


def _cleared(
    target: Target, store: Store, stop: Event, say: Callable[[str], None]
) -> tuple[list[Leftover], list[Leftover]]:
    """What was put back and what was removed after earlier runs. Raises Unfit if one of them goes on."""
    with target.client() as woo:
        found = journals(woo)
        if found:
            say("there is the journal of another run: waiting to see whether it goes on")
        alive = living(woo, found, stop.wait)
        if alive:
            raise Unfit(f"another run ({alive[0].mark}) is writing to this store: let it end first")
        returned = [loan for journal in found for loan in settle(woo, journal)]
    kept = {journal.mark for journal in found if journal.loans} if any(loan.why for loan in returned) else set[str]()
    swept = _swept(target, store, lambda mark: mark not in kept)
    for verb, things in (("put back", returned), ("removed", swept)):
        if things:
            say(f"{verb}, as an earlier run had left it: {', '.join(f'{t.kind} {t.id}' for t in things)}")
    return returned, swept


def _swept(target: Target, store: Store, mine: Callable[[str], bool]) -> list[Leftover]:
    with target.client() as woo:
        return sweep(woo, store.stage, mine)
