"""Bars themselves: both ways they are red, and they say what to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import bars
from evidence.store import CARRIED, SHARED


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (850, 850, 100.0),
        (849, 850, 99.8),
        (9999, 10000, 99.9),
        (987, 1000, 98.7),
        (0, 7, 0.0),
        (0, 0, 0.0),
    ],
)
def test_a_share_is_rounded_down_to_the_tenth(part: int, whole: int, percent: float) -> None:
    assert bars.share(part, whole) == percent


def test_what_stands_at_its_bar_is_fine() -> None:
    assert bars.compare("replay.full v3", {"status": 100.0, "values": 98.7}, {"status": 100.0, "values": 98.7}) == []


@pytest.mark.parametrize(
    ("reached", "told"),
    [
        (
            {"values": 98.6},
            "replay.full v3: values fell from 98.7 to 98.6. Mend what made it fall, or lower the bar in tests/bars.toml"
            " and say why in the change.",
        ),
        (
            {"values": 98.8},
            "replay.full v3: values rose from 98.7 to 98.8. Keep the gain: raise the bar in" " tests/bars.toml.",
        ),
    ],
)
def test_a_tenth_beside_the_bar_is_red_and_says_what_to_do(reached: dict[str, float], told: str) -> None:
    assert bars.compare("replay.full v3", reached, {"values": 98.7}) == [told]


def test_a_measure_without_a_bar_and_a_bar_without_a_measure_are_red() -> None:
    assert bars.compare("truth.full v3", {"fitting": 100.0}, {"answers": 12}) == [
        "truth.full v3: fitting has no bar. It is at 100.0: write that into tests/bars.toml.",
        "truth.full v3: nothing measures answers any more. Take it out of tests/bars.toml and say why.",
    ]


def test_what_was_measured_goes_against_the_bars_of_its_place_and_version(monkeypatch: pytest.MonkeyPatch) -> None:
    group = {"full": {"v3": {"values": 99.0}, "v2": {"values": 97.0}}, "carried": {"v3": {"values": 98.0}}}
    monkeypatch.setattr(bars, "read", lambda: {"replay": group})
    bars.hold("replay", SHARED, "v3", {"values": 99.0})
    bars.hold("replay", SHARED, "v2", {"values": 97.0})
    bars.hold("replay", CARRIED, "v3", {"values": 98.0})
    with pytest.raises(AssertionError, match=r"^replay.carried v3: values rose from 98.0 to 99.0.*\nthe table"):
        bars.hold("replay", CARRIED, "v3", {"values": 99.0}, "the table")
    with pytest.raises(AssertionError, match=r"^replay.carried v2: values has no bar"):
        bars.hold("replay", CARRIED, "v2", {"values": 97.0})


@pytest.mark.parametrize(("count", "is_held"), [(99, False), (100, True), (110, True), (111, False)])
def test_a_count_may_grow_by_a_tenth_before_its_bar_follows(
    monkeypatch: pytest.MonkeyPatch, count: int, is_held: bool
) -> None:
    monkeypatch.setattr(bars, "read", lambda: {"least": {"words": 100}})
    if is_held:
        bars.least("words", count)
        return
    with pytest.raises(AssertionError, match=r"least: words (fell from 100 to 99|rose from 100 to 111)"):
        bars.least("words", count)


def test_a_count_without_a_bar_is_red(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "read", lambda: {"least": {}})
    with pytest.raises(AssertionError, match="least: words has no bar"):
        bars.least("words", 3)


_LEGACY = {"legacy-v3", "legacy-v2", "legacy-v1"}


@pytest.mark.parametrize(
    ("measure", "versions"),
    [
        ("replay", {"v3", "v2", "v1"} | _LEGACY),
        ("successes", {"v3", "v2", "v1"} | _LEGACY),
        ("errors", {"v3", "v2", "v1"} | _LEGACY),
        ("codes", {"v3", "v2", "v1"} | _LEGACY),
        ("roundtrip", {"v3", "v2", "v1"} | _LEGACY),
        ("accepted", {"v3", "v2", "v1"} | _LEGACY),
        ("refused", {"v3", "v2", "v1"}),
        ("tightness", {"v3", "v2", "v1"} | _LEGACY),
    ],
)
def test_every_measure_has_a_bar_by_version_in_full_and_carried(measure: str, versions: set[str]) -> None:
    assert {place: set(group) for place, group in bars.read()[measure].items()} == {
        "full": versions,
        "carried": versions,
    }


def test_every_count_with_a_bar_is_measured_by_a_test() -> None:
    sources = [p.read_text("utf-8") for p in Path(__file__).parent.rglob("test_*.py") if "tools" not in p.parts]
    given = {name for text in sources for name in re.findall(r'bars\.least\(f?"([^"{]*)', text)}
    assert {name for name in bars.read()["least"] if not any(name.startswith(one) for one in given)} == set()


def test_the_replay_goes_by_the_day_of_the_recording() -> None:
    from replay.replay import recorded_now

    snapshot = json.loads((CARRIED / "snapshot.json").read_text("utf-8"))
    assert recorded_now(snapshot).isoformat() == "2026-11-24T11:56:23+00:00"
