"""What all tests share."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from evidence import store
from fake_store import COLOURS, Answer, Session
from needs import pytest_runtest_makereport

__all__ = ["pytest_runtest_makereport"]

# On a busy machine a slow example is no fault.
settings.register_profile("patient", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# A shell starts its background jobs deaf to Ctrl-C, and so would be every process that a test starts.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_report_header() -> str:
    """Say which recordings the tests are held against."""
    return store.describe()


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
