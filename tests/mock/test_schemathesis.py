"""Requests that schemathesis makes from our own description, right and wrong ones, against the store in process.

`make tools` installs it below tests/tools, since its pins clash with ours. What the description does not list is
printed, operation by operation: see it with `pytest -rP`.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

import needs
import wooclient
from needs import TOOLS

PYTHON = TOOLS / ".venv" / "bin" / "python"
PACKAGE = Path(wooclient.__file__).parent
DOCUMENT = PACKAGE / "documents" / "v3.json"
#: Requests to each operation.
EXAMPLES = 3


@pytest.fixture(scope="module")
def told() -> Any:
    """What the run has to tell."""
    return run("against_the_store.py", str(EXAMPLES))


def run(script: str, *arguments: str) -> Any:
    """What a script of tests/tools prints about our document."""
    needs.tool(TOOLS / ".venv" / "bin" / "schemathesis")
    # The seed fixes what is sent, but only if sets and the like have the same order in each run.
    env = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYTHONHASHSEED": "0"}
    command = [str(PYTHON), script, str(DOCUMENT), *arguments]
    done = subprocess.run(command, cwd=TOOLS, env=env, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def test_no_request_fails_in_a_way_that_the_description_does_not_list(told: Any) -> None:
    assert told["failures"] == []
    assert 300 <= told["sent"] <= 600
    assert told["statuses"]["200"] > 100


def test_everything_can_be_listed_and_read_afterwards(told: Any) -> None:
    assert told["corrupt"] == []


def test_only_what_needs_woocommerce_com_is_left_out(told: Any) -> None:
    assert all("/marketplace/" in operation for operation in told["left_out"])


def test_what_the_description_does_not_list_is_told(told: Any) -> None:
    for operation, found in told["undocumented"].items():
        print(operation, *found, sep="\n    ")
    assert len(told["undocumented"]) < told["operations"] / 6


def test_links_lead_its_stateful_phase_to_nine_operations_of_ten() -> None:
    told = run("stateful.py")
    assert len(told["left"]) <= told["operations"] / 10, told["left"]
    assert told["succeeded"] >= told["operations"] / 2
