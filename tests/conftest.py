"""What all tests share."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings

import needs
import scratch
from browser import Browser, browser
from evidence import store
from fake_store import COLOURS, Answer, Session, ok
from needs import pytest_runtest_makereport

__all__ = ["pytest_runtest_makereport"]

# On a busy machine a slow example is no fault.
settings.register_profile("patient", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

scratch.use_memory()

# A shell starts its background jobs deaf to Ctrl-C, and so would be every process that a test starts.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


#: Tests of five seconds or more, and rooms whose tests wait for sockets and signals. They go first, all to one worker:
#: meanwhile others keep the cores busy, and at the end no worker is left alone with them.
SLOW = (
    "test_a_whole_run_passes_with_every_operation_and_leaves_the_store_as_it_was",
    "test_a_later_signal_stops_the_clearing_up_and_the_next_run_does_it",
    "test_while_it_clears_up_more_signals_of_the_breath_change_nothing",
    "test_a_storm_over_creates",
    "test_a_storm_over_reads",
)
WAITING = ("tests/contract/terminal/", "tests/faults/")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep the garbage collector from all that stays to the end: modules, and 11,000 tests with their parameters.

    It would walk through them again and again while they are made, and later, for a tenth of the whole run. Later walks
    through everything are rare.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(20_000, 20, 200)
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look for garbage twice, where pytest and the end of Python would do it eight times.

    The second walk finds what finalizers of the first let go. What is left is kept from walks, as nothing of it goes.
    """
    gc.collect()
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put slow tests first, then those that wait; others stay in order, as neighbours share fixtures."""

    def rank(item: pytest.Item) -> int:
        if getattr(item, "originalname", "") in SLOW:
            return 0
        return 1 if item.nodeid.startswith(WAITING) else 2

    items.sort(key=rank)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """For `-n auto`, one worker more than there are cores: many tests only wait, for sockets and signals."""
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Have workers report what counts: the call of a test, and its setting up and clearing away where one failed.

    Each report goes over a pipe and is told to every plugin at the other end: of thousands of quick tests that is half.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_report_header() -> str:
    """Say which recordings the tests are held against."""
    return store.describe()


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    """A browser for the tests of a module: to start one takes longer than what they look at."""
    if needs.CHROMIUM is None:
        pytest.skip("needs chromium: install it")
    with browser(needs.CHROMIUM) as made:
        yield made


@pytest.fixture(params=COLOURS)
def sessions(request: pytest.FixtureRequest) -> Iterator[Callable[..., Session]]:
    """Make clients, sync in one run of the test and async in another, of stores that answer as told."""
    made: list[Session] = []

    def make(answer: Answer, **options: Any) -> Session:
        made.append(Session(request.param, answer, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def answering(sessions: Callable[..., Session]) -> Callable[..., Session]:
    """Make clients of stores that answer every request with one body."""

    def make(body: Any, **options: Any) -> Session:
        return sessions(lambda _: ok(body), **options)

    return make
