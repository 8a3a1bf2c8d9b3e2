"""One run on one store from beginning to end: look, clear up after earlier runs, play the scenarios, clear up again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Event

from .running.outcome import Outcome
from .running.runner import Job, Suite
from .running.scenario import Scenario
from .safety.journal import Found, NotKept, journals, living
from .safety.marks import MARKER, is_of_run, run_of
from .safety.sweeping import Leftover, look, settle, sweep
from .scenarios import scenarios
from .store.probing import Store, Unfit, probe
from .store.target import Target


def hold(
    target: Target,
    versions: Sequence[str],
    *,
    workers: int,
    stop: Event,
    say: Callable[[str], None],
    progress: Callable[[Suite, Job, int], None],
    keep_tape: bool = False,
    store: Store | None = None,
    begun: Callable[[Outcome], None] = lambda _: None,
) -> Outcome:
    """Hold a store against the description.

    Args:
        target: The store; whether it may be written to is said there.
        versions: The versions to be tried, newest first.
        workers: How many scenarios run side by side.
        stop: Set it to end the run early.
        say: Told what is going on, in sentences.
        keep_tape: Whether to keep every answer, to be compared with another store's.
        store: What the first look at it told, if somebody took one already.
        progress: Called after every scenario, with the suite, the job that ended and how many jobs there are.
        begun: Given what the run comes to, before it changes anything; it is filled in as the run goes on.

    Raises:
        Unfit: If the run cannot begin.
    """
    began, clock = datetime.now(UTC), time.monotonic()
    store = store or probe(target, versions, writes=not target.read_only)
    suite = Suite(target, store.served, workers, None, system=store.system, stop=stop)
    suite.results.keeps_tape = keep_tape
    suite.progress = lambda job, count: progress(suite, job, count)
    outcome = Outcome(suite.name, store, tuple(versions), target.read_only, began, suite.results)
    begun(outcome)
    say(f"{store.url}: WooCommerce {store.release or 'of an unknown release'}, serves {', '.join(store.served)}")
    try:
        goes_on = target.read_only or _begun(outcome, suite, say)
        suite.run(chosen(versions, read_only=target.read_only) if goes_on else ())
    except NotKept as error:
        raise Unfit(
            f"the store does not keep the run's journal, without which nothing may be changed: {error}"
        ) from None
    if not target.read_only and not suite.results.is_dead:
        own, owes = MARKER + suite.name, suite.journal.owes
        outcome.remains = _swept(suite, store, lambda mark: mark.startswith(own) and not (owes and is_of_run(mark)))
        with target.client() as woo:
            outcome.remains += look(woo, store.stage, suite.results.new)
    if outcome.end == "complete":  # nobody cut it short
        outcome.end = "store died" if suite.results.is_dead else "stopped" if stop.is_set() else "complete"
    outcome.seconds = time.monotonic() - clock
    return outcome


def chosen(versions: Sequence[str], *, read_only: bool) -> list[Scenario]:
    """The scenarios of some versions, those that write left out of a read-only run."""
    found = [scenario for version in versions for scenario in scenarios(version)]
    return [scenario for scenario in found if not (read_only and scenario.writes)]


def _begun(outcome: Outcome, suite: Suite, say: Callable[[str], None]) -> bool:
    """Open the journal and clear up after earlier runs; whether the run is to go on. Raises Unfit and NotKept."""
    try:
        return _cleared(outcome, suite, suite.journal.open(), say)
    except BaseException:
        suite.journal.close()
        raise


def _cleared(outcome: Outcome, suite: Suite, own: Found, say: Callable[[str], None]) -> bool:
    """Put back and remove what earlier runs had left; whether the run is to go on.

    Nothing is touched before it is sure that none of them lives. Raises Unfit if one does.
    """
    with suite.target.client() as woo:
        earlier = [journal for journal in journals(woo) if journal.turn < own.turn]
        if earlier:
            say("there is the journal of another run: waiting to see whether it goes on, which may take minutes")
        alive = living(woo, earlier, own.beaten, suite.stop.wait)
        if suite.stop.is_set():
            return False
        if alive:
            raise Unfit(f"another run ({alive[0].mark}) is writing to this store: let it end first")
        dead = [journal for journal in journals(woo) if journal.turn < own.turn]
        outcome.returned = [loan for journal in dead for loan in settle(woo, journal)]
        # Runs whose journal is still there: this one, one that is about to give way, one whose loans are still out.
        kept = {run_of(journal.mark) for journal in (own, *journals(woo))}
    outcome.swept = _swept(suite, outcome.store, lambda mark: not is_of_run(mark) and run_of(mark) not in kept)
    for verb, things in (("put back", outcome.returned), ("removed", outcome.swept)):
        if things:
            say(f"{verb}, as an earlier run had left it: {', '.join(f'{t.kind} {t.id}' for t in things)}")
    return True


def _swept(suite: Suite, store: Store, mine: Callable[[str], bool]) -> list[Leftover]:
    with suite.target.client() as woo:
        return sweep(woo, store.stage, mine)
