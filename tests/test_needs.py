"""Skips: CI takes none but those that are allowed by name, and the report says how to get what was missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import needs

_TESTS = """
import pytest, needs

@pytest.mark.skipif(True, reason=sorted(needs.ALLOWED_IN_CI)[0])
def test_allowed(): ...

@pytest.mark.skipif(True, reason="needs a tool: install it")
def test_marked(): ...

@pytest.fixture
def missing():
    needs.tool(needs.TOOLS / "nothing")

def test_in_a_fixture(missing): ...

def test_in_the_test():
    needs.command("no-such-command")

@pytest.mark.xfail(strict=True)
def test_that_is_to_fail():
    assert False
"""


@pytest.mark.parametrize(
    ("ci", "end"), [("true", "1 failed, 1 skipped, 1 xfailed, 2 errors"), ("", "4 skipped, 1 xfailed")]
)
def test_in_ci_a_skip_that_nobody_allowed_is_a_failure(
    ci: str, end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conftest.py").write_text("from needs import pytest_runtest_makereport\n", "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")  # or else every folder beside would be looked through
    (tmp_path / "test_some.py").write_text(_TESTS, "utf-8")
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PYTHONPATH", str(Path(needs.__file__).parent))
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert end in done.stdout.splitlines()[-1], done.stdout
    if ci:
        assert (
            "in CI no test is skipped for this: Skipped: needs tools that others wrote: run `make tools`" in done.stdout
        )
    else:
        assert "needs tools that others wrote: run `make tools`" in done.stdout
