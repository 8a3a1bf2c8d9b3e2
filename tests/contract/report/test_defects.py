"""Known defects of stores: told as such, counted apart, and not held against a store unless that is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest

from contract.altering import Altering
from contract.runs import contract, play, target, written
from wooclient.contract import command, session
from wooclient.contract.described.description import VERSIONS, description
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.scenarios import scenarios
from wooclient.mock import MockStore

_DIES = (500, b'{"code":"internal_server_error","message":"critical","data":{"status":500}}')
_EMPTY = (201, b"")
_OTHER = (500, b'{"code":"another_error","message":"critical","data":{"status":500}}')


def _dying(store: MockStore, answer: tuple[int, bytes]) -> Altering:
    """A store that makes an order of the legacy API, and then answers something else."""

    def alter(request: httpx.Request, _: bytes) -> tuple[int, bytes] | None:
        return answer if (request.method, request.url.path) == ("POST", "/wc-api/v3/orders") else None

    return Altering(store, alter)


def _life(version: str = "legacy-v3") -> Scenario:
    return next(scenario for scenario in scenarios(version) if scenario.name == "life of orders")


def _state(answer: tuple[int, bytes], release: str = "10.0.2", *, strict: bool = False) -> str:
    """What is shown of the operation on a store of a release that answers so."""
    with MockStore() as store:
        system = {"environment": {"version": release}, "settings": {"HPOS_enabled": False}}
        suite = play(target(store, transport=_dying(store, answer)), _life(), system=system)
    assert suite.results.crashes == []
    others = [key for key, entry in suite.results.entries.items() if entry.failures and key[1] != "orders.create"]
    assert others == [], "what the defect does not touch is tried all the same"
    return suite.results.entries["legacy-v3", "orders.create"].state(strict=strict)


@pytest.mark.parametrize("answer", [_DIES, _EMPTY])
def test_what_a_store_is_known_to_do_wrong_is_no_failure(answer: tuple[int, bytes]) -> None:
    assert _state(answer) == "known defect"
    assert _state(answer, strict=True) == "failed"


def test_another_answer_or_another_release_is_a_failure() -> None:
    assert _state(_OTHER) == "failed"
    assert _state(_DIES, "8.0.1") == "failed"


def test_a_defect_ends_with_the_release_that_mended_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known: Any = description("legacy-v3").operations["orders.create"].defects[0]
    monkeypatch.setitem(known, "until", "10.1")
    assert (_state(_DIES, "10.0.9"), _state(_DIES, "10.1.0")) == ("known defect", "failed")


@pytest.mark.parametrize(
    ("scenario", "operation", "release", "state"),
    [
        ("unknown ids of taxes", "taxes.classes.get", "9.1", "known defect"),
        ("unknown ids of taxes", "taxes.classes.get", "9.2", "failed"),
        ("unknown ids of taxes", "taxes.classes.delete", "9.1", "known defect"),
        ("unknown ids of taxes", "taxes.classes.delete", "9.2", "failed"),
        ("life of products.tags", "products.tags.batch", "9.5.1", "known defect"),
        ("life of products.tags", "products.tags.batch", "9.5.2", "failed"),
        ("life of coupons", "coupons.delete", "8.9.3", "known defect"),
    ],
)
def test_what_an_older_release_did_instead_is_known(scenario: str, operation: str, release: str, state: str) -> None:
    """The store is like 8.9.3 in all; what it says of its release decides what it may do."""
    (one,) = (one for one in scenarios("v3") if one.name == scenario)
    with MockStore(release="8.9.3") as store:
        system = {"environment": {"version": release}, "settings": {"HPOS_enabled": False}}
        suite = play(target(store), one, system=system)
    assert suite.results.crashes == []
    assert suite.results.entries["v3", operation].state(strict=False) == state


@pytest.mark.parametrize(
    ("version", "release", "state"),
    [("v2", "8.9.3", "known defect"), ("v3", "8.9.3", "failed"), ("v2", "9.0", "failed")],
)
def test_a_defect_of_one_version_is_none_of_another(version: str, release: str, state: str) -> None:
    """A store that finds no orders of a customer, whoever asks."""

    def alter(request: httpx.Request, _: bytes) -> tuple[int, bytes] | None:
        return (200, b"[]") if "customer=" in str(request.url) else None

    (one,) = (one for one in scenarios(version) if one.name == "an order belongs to a customer")
    with MockStore() as store:
        system = {"environment": {"version": release}, "settings": {"HPOS_enabled": True}}
        suite = play(target(store, transport=Altering(store, alter)), one, system=system)
    assert suite.results.entries[version, "orders.list"].state(strict=False) == state


def _run(monkeypatch: pytest.MonkeyPatch, folder: Path, *more: str) -> int:
    """The command on such a store; its exit code."""
    monkeypatch.setattr(session, "chosen", lambda versions, *, read_only: [_life()])
    with MockStore() as store:
        monkeypatch.setattr(command, "_live", lambda *_: target(store, transport=_dying(store, _DIES)))
        reports = ("--report", str(folder), "--junit", str(folder / "junit.xml"))
        said = contract("--url", "x", "--allow-writes", "--versions", "legacy-v3", *reports, *more)
    (folder / "out").write_text(said.out)
    return said.code


def test_every_form_of_the_report_tells_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert _run(monkeypatch, tmp_path) == 0
    found = written(tmp_path)
    assert (found["counts"]["known defect"], found["counts"]["failed"]) == (1, 0)
    (cause,) = found["causes"]
    assert "woocommerce_new_order" in cause["defect"]
    assert "known defect of the store: The order is made" in (tmp_path / "out").read_text()
    html = (tmp_path / "report.html").read_text("utf-8")
    assert "1 known defect of the store" in html
    assert "The store does what the description says" in html
    (suite,) = ElementTree.parse(tmp_path / "junit.xml").getroot()
    assert (suite.attrib["failures"], suite.find("properties/property").attrib["value"]) == ("0", "1")  # type: ignore[union-attr]
    skipped = [case.find("skipped") for case in suite.findall("testcase[@name='orders.create']")]
    assert "known defect of the store" in skipped[0].attrib["message"]  # type: ignore[union-attr]


def test_a_strict_run_counts_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert _run(monkeypatch, tmp_path, "--strict") == 1
    found = written(tmp_path)
    assert (found["counts"]["known defect"], found["counts"]["failed"]) == (0, 1)
    (suite,) = ElementTree.parse(tmp_path / "junit.xml").getroot()
    assert suite.attrib["failures"] == "1"
    assert "1 difference in 1 operation" in (tmp_path / "report.html").read_text("utf-8")


def test_each_known_defect_says_what_it_is_and_where_it_was_seen() -> None:
    every = [one for version in VERSIONS for o in description(version).operations.values() for one in o.defects]
    assert every
    assert all(one["answers"] and one["what"] and one["seen"] for one in every)
