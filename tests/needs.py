"""What some tests need beyond Python's packages: without it they are skipped, and their report says how to get it.

CI installs all of it. There a skip that is not in `ALLOWED_IN_CI` is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from evidence.store import CARRIED, SHARED

TOOLS = Path(__file__).parent / "tools"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, _BROWSERS)), None)
_RECORDINGS = "needs the full recordings of a store: lay them in ../shared/store"
#: Reasons that are no fault of the machine.
ALLOWED_IN_CI = frozenset({_RECORDINGS})

full_recordings = pytest.mark.skipif(not SHARED.exists(), reason=_RECORDINGS)
#: The recordings that a test is held against, each with bars of its own: all of them, and what the project carries.
places = pytest.mark.parametrize(
    "place", [pytest.param(SHARED, id="full", marks=full_recordings), pytest.param(CARRIED, id="carried")]
)
chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium: install it")


def tool(place: Path) -> Path:
    """What `make tools` installs at `place` below tests/tools; the test is skipped where it is not."""
    if not place.exists():
        pytest.skip("needs tools that others wrote: run `make tools`")
    return place


def documentation() -> Path:
    """The folder in which `make docs` has built the site; the test is skipped where it has not."""
    place = Path(__file__).parents[1] / ".site" / "html"
    if not (place / "index.html").exists():
        pytest.skip("needs the documentation: run `make docs`")
    return place


def command(name: str) -> str:
    """The place of a command of the system; the test is skipped where there is none."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs the command {name}: install it")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a skip fail in CI if nothing allows it."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        reason: Any = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        if reason.removeprefix("Skipped: ") not in ALLOWED_IN_CI:
            report.outcome, report.longrepr = "failed", f"in CI no test is skipped for this: {reason}"
    return report
