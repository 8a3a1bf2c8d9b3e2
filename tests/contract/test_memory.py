"""A whole run takes 150 MB at most: schemas are compiled when they are needed, and answers go to disk."""

from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc

import pytest

from contract.runs import play, target
from wooclient.contract.calls.checking import Finding
from wooclient.contract.calls.recording import Exchange
from wooclient.contract.calls.steps import Steps
from wooclient.contract.described.description import description
from wooclient.contract.running.results import Ledger, Results
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.mock import MockStore

_MEGABYTE = 1_000_000
#: Every schema of every version, each held against an answer, as a whole run does.
_EVERY = """
from pathlib import Path
from wooclient.contract.described.clients import client_operations
from wooclient.contract.described.description import VERSIONS, description
for version in VERSIONS:
    for operation in description(version).operations.values():
        client_operations(version)[operation.id].answer_type()
        for schema in operation.answers.values():
            description(version).faults(schema, {"id": 5})
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a kernel that tells the peak of a process")
def test_the_schemas_of_all_versions_take_little() -> None:
    for _ in range(2):
        ran = subprocess.run([sys.executable, "-c", _EVERY], capture_output=True, text=True, check=True, timeout=100)
        if int(ran.stdout) * 1024 < 90 * _MEGABYTE:
            return
        # The first run may compile the package, which takes memory of its own.
    pytest.fail(f"it takes {int(ran.stdout)} kB")


def _large(number: int) -> Exchange:
    body = json.dumps([{"id": number, "text": "x" * _MEGABYTE}]).encode()
    return Exchange("GET", "/wp-json/wc/v3/products", "", b"", 200, {}, body)


def test_what_findings_show_is_not_held_in_memory() -> None:
    results = Results()
    results.add("v3", description("v3").operations["products.list"], True)
    ledger = Ledger(results, "v3", "one", "sync")
    tracemalloc.start()
    for number in range(50):
        ledger.found("products.list", Finding("body", f"{number} is wrong", f"/0/field{number}"), _large(number))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 5 * _MEGABYTE
    exchange = results.failures[30].exchange
    assert exchange is not None
    assert exchange.body[0]["id"] == 30


def test_findings_that_are_the_same_show_one_exchange() -> None:
    results = Results()
    results.add("v3", description("v3").operations["products.list"], True)
    for number in range(3):
        finding = Finding("body", f'{number} is not of type "string"', f"/{number}/price")
        Ledger(results, "v3", "one", "sync").found("products.list", finding, _large(number))
    assert [failure.kept is not None for failure in results.failures] == [True, False, False]


def test_answers_are_kept_for_comparing_only_where_that_is_asked_for() -> None:
    def reads(run: Run) -> Steps[None]:
        yield from run.answer("products.tags.list")

    with MockStore() as store:
        suite = play(target(store), Scenario("one", "v3", frozenset(), reads, writes=False))
    assert suite.results.tape == []
