"""The mutation run: what it breaks, which survivors it lists, and which it counts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mutation import choosing, table
from mutation.__main__ import known_fates
from mutation.mutants import Mutant, Source
from mutation.reaching import Reach, of_processor
from mutation.targets import Part
from mutation.workers import goes, quick

_ROOT = Path(__file__).parents[1]
_CODE = """\
RETRIED: frozenset[int] = frozenset({429, 503})


def fee(price: int, free: bool) -> int:
    '''Cents.'''
    if free:
        return 0
    return price + 3
"""


def changes(code: str) -> list[str]:
    return [f"{one.before} -> {one.after}" for one in Source("fees.py", code).mutants()]


def test_a_condition_a_constant_a_sum_and_a_table_are_broken_each_on_its_own() -> None:
    assert set(changes(_CODE)) == {
        "{429, 503} -> {503}", "{429, 503} -> {429}", "429 -> 430", "503 -> 504",
        "free -> False", "free -> True", "return 0 -> return None", "0 -> 1",
        "return price + 3 -> return None", "price + 3 -> price - 3", "3 -> 4",
    }  # fmt: skip


@pytest.mark.parametrize(
    "code",
    [
        "import os",
        "def f(a: 'int' = None) -> 'str':\n    '''Words.'''",
        "__all__ = ['a']",
        "def f():\n    raise ValueError('two words')",
    ],
)
def test_what_is_no_behaviour_is_left_alone(code: str) -> None:
    assert [one for one in changes(code) if not one.startswith("raise")] == []


def test_a_mutant_changes_one_place_and_moves_no_line() -> None:
    (made,) = [one for one in Source("fees.py", _CODE).mutants() if one.after == "price - 3"]
    assert made.source == _CODE.replace("price + 3", "(price - 3)")
    assert (made.line, made.last, made.key) == (8, 8, "fees.py fee: price + 3 -> price - 3")


def test_equal_changes_of_one_function_have_keys_of_their_own() -> None:
    keys = [one.key for one in Source("a.py", "def f(a, b):\n    return a < b, a < b\n").mutants()]
    assert len(keys) == len(set(keys))
    assert keys.count("a.py f: a < b -> a <= b") == keys.count("a.py f: a < b -> a <= b #1") == 1


def _mutants(count: int) -> list[Mutant]:
    return [
        Mutant("templates/runtime/auth.py", line, line, "compare", f"a{line}", "b", "f", "")
        for line in range(1, count + 1)
    ]


@pytest.fixture
def fates(monkeypatch: pytest.MonkeyPatch) -> dict[Mutant, str]:
    first, second, third, fourth = _mutants(4)
    monkeypatch.setattr(table, "equivalents", lambda: {third.key: "the same"})
    return {first: "noticed", second: "survived", third: "survived", fourth: "timeout"}


def test_the_table_counts_what_can_be_noticed_and_lists_who_survived(fates: dict[Mutant, str]) -> None:
    written = table.markdown(_ROOT, fates)
    assert "| **runtime** | 4 | 2 | 1 | 1 | 67 % | 95 % |" in written
    assert written.partition("## Survivors")[2].split("\n")[2:-1] == [
        "- `templates/runtime/auth.py:2` survived: `templates/runtime/auth.py f: a2 -> b`"
    ]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [(None, ["runtime: 66.7 % noticed, 95 % wanted"]), (66, []), (67, ["all: 66.7 % noticed, 67 % wanted"])],
)
def test_a_part_below_its_bar_is_told(fates: dict[Mutant, str], wanted: int | None, told: list[str]) -> None:
    assert table.missed(_ROOT, fates, wanted) == told


def test_an_edit_elsewhere_leaves_the_sample_as_it_was(tmp_path: Path) -> None:
    part = Part("fees", 90, 0.4, ("*.py",))
    (tmp_path / "fees.py").write_text(_CODE)
    before = {one.key for one in choosing.sampled(tmp_path, [part])}
    (tmp_path / "fees.py").write_text(f"OTHER = 5\n{_CODE}\n\ndef other(a: int) -> bool:\n    return a > 1 and a < 9\n")
    (tmp_path / "one.py").write_text("ONE = 1\n")
    after = [one.key for one in choosing.sampled(tmp_path, [part])]
    every = {one.key for one in Source.read(tmp_path, "fees.py").mutants()}
    assert 0 < len(before) < len(every)
    assert [key for key in after if key in before or " fee:" in key] == sorted(before, key=after.index)
    assert "one.py : 1 -> 2" in after, "one of each file at least"


def test_the_survivors_of_a_table_can_be_tried_again(tmp_path: Path) -> None:
    (tmp_path / "fees.py").write_text(_CODE)
    mutants = list(Source.read(tmp_path, "fees.py").mutants())
    listed = f"- `fees.py:8` survived: `{mutants[3].key}`\n- `fees.py:9` no test: `fees.py fee: gone -> away`\n"
    assert choosing.again(tmp_path, listed) == [mutants[3]]


def test_of_a_mutant_that_was_tried_again_the_last_fate_counts(tmp_path: Path) -> None:
    file = tmp_path / "fates"
    file.write_text("survived\ta.py f: 1 -> 2\nnoticed\tb.py g: 'a\\tb' -> None\nnoticed\ta.py f: 1 -> 2\n")
    assert known_fates(file) == {"a.py f: 1 -> 2": "noticed", "b.py g: 'a\\tb' -> None": "noticed"}
    assert known_fates(tmp_path / "none") == known_fates(None) == {}


def test_a_mutant_meets_few_files_first_and_then_every_other_test_once() -> None:
    tests = [f"tests/test_{file}.py::test_{number}" for number in range(200) for file in "abcdefgh"]
    portions = list(goes(tests))
    assert len(portions[0]) == 60
    assert {name.partition("::")[0] for name in portions[0]} == {f"tests/test_{file}.py" for file in "abc"}
    assert sorted(name for portion in portions for name in portion) == sorted(tests)


def test_slow_files_take_their_turns_and_leave_time_for_what_is_quick() -> None:
    slow = {f"tests/test_slow.py::test_{number}": 6.0 for number in range(4)}
    fast = {f"tests/test_quick.py::test_{number}": 0.01 for number in range(500)}
    chosen = quick([*slow, *fast], Reach({}, slow | fast))
    assert chosen == [next(iter(slow)), *fast]
    assert quick(["one"], Reach({}, {"one": 60.0})) == ["one"], "one at least"


def test_a_test_that_is_gone_notices_nothing(tmp_path: Path) -> None:
    """Named to pytest, it would end the run with an error, as if the mutant had been noticed."""
    here, gone = "tests/test_a.py::test_here[x y]", "tests/test_a.py::test_gone"
    Reach({"fees.py": {"8": [gone, here], "9": [gone]}}, {here: 0.1}).write(tmp_path / "reach.json")
    read = Reach.read(tmp_path / "reach.json", {here})
    assert read.tests("fees.py", _CODE, 8, 9) == [here]
    assert read.seconds == {here: 0.1}


def test_the_narrowest_tests_of_a_line_come_first() -> None:
    """A walk through everything reaches the line as well, and is content with it as long as nothing breaks."""
    wide, narrow, other = "tests/test_a.py::test_wide", "tests/test_a.py::test_narrow", "tests/test_b.py::test_other"
    reach = Reach({"fees.py": {"1": [wide], "8": [wide, narrow, other], "9": [wide, other]}}, {wide: 0.1, narrow: 0.2})
    assert reach.tests("fees.py", _CODE, 8, 8) == [narrow, other, wide]
    long = Reach(reach.found, dict.fromkeys((wide, narrow, other), 6.0))
    assert quick([other, wide, narrow], long) == [other, narrow]


def test_tests_whose_names_speak_of_what_is_broken_come_before_those() -> None:
    names = [
        "tests/test_a.py::test_narrow",
        "tests/test_b.py::test_report[unused-part]",
        "tests/test_b.py::test_report[x]",
    ]
    reach = Reach({"a.py": {"1": names, "2": names[1:], "3": names[1:]}}, {})
    assert reach.tests("a.py", "f()", 1, 1) == [names[0], names[1], names[2]]
    assert reach.tests("a.py", "f()", 1, 1, "judge: check_unused(report) -> pass") == [names[1], names[2], names[0]]


def test_on_a_busy_machine_tests_are_as_quick_as_on_a_quiet_one() -> None:
    assert of_processor({"a": 4.0, "b": 6.0}, 5.0) == {"a": 2.0, "b": 3.0}
    assert of_processor({"a": 4.0, "b": 6.0}, 30.0) == {
        "a": 4.0,
        "b": 6.0,
    }, "what went on beside the tests is not theirs"
    assert of_processor({}, 1.0) == {}


def test_what_runs_at_import_is_asked_of_those_who_use_it() -> None:
    """The first test that imports a file reaches all such lines, and is about none of them."""
    code = (
        "LIMIT: int = 3\n\n\ndef low(n, most=LIMIT):\n    return n < most\n\n\ndef high(n):\n    return n > LIMIT\n\n\n"
        "ALL = high(1)\n\n\nclass One:\n    kind = 'a'\n"
    )
    importer, low, high = (f"tests/test_x.py::test_{name}" for name in ("import", "low", "high"))
    at_import = {str(line): [importer] for line in (1, 4, 8, 9, 12, 15, 16)}
    reach = Reach({"a.py": {**at_import, "5": [low], "9": [high, importer]}}, {})
    assert set(reach.tests("a.py", code, 1, 1)) == {importer, high}
    assert set(reach.tests("a.py", code, 4, 4)) == {importer, low}
    assert set(reach.tests("a.py", code, 9, 9)) == {importer, high}
    for used_elsewhere in (12, 16):
        assert set(reach.tests("a.py", code, used_elsewhere, used_elsewhere)) == {importer, low, high}
    assert set(reach.tests("a.py", code, 5, 5)) == {importer, low, high}, "one test alone may be the first importer"


def test_data_is_asked_of_those_who_reach_the_files_beside_it() -> None:
    beside, far = "tests/test_x.py::test_beside", "tests/test_x.py::test_far"
    reach = Reach({"a/data.py": {}, "a/use.py": {"5": [beside]}, "b/other.py": {"5": [far]}}, {})
    assert reach.tests("a/data.py", "WORDS = ('a', 'b')\n", 1, 1) == [beside]


def test_every_equivalent_mutant_has_a_reason_and_is_still_in_the_code() -> None:
    named = table.equivalents()
    known = {one.key for one in choosing.of_files(_ROOT, sorted({key.partition(" ")[0] for key in named}))}
    assert sorted(set(named) - known) == []
    assert [key for key, reason in named.items() if len(reason) < 10] == []


def test_a_process_imports_the_broken_module_in_place_of_the_whole_one(tmp_path: Path) -> None:
    (tmp_path / "fees.py").write_text(_CODE)
    (made,) = [one for one in Source.read(tmp_path, "fees.py").mutants() if one.after == "price - 3"]
    asked = {"module": "fees", "path": str(tmp_path / "fees.py"), "source": made.source}
    (tmp_path / "mutant.json").write_text(json.dumps(asked))
    hook = Path(table.__file__).parent / "hook"
    places = os.pathsep.join([str(hook), str(tmp_path)])
    said = subprocess.run(
        [sys.executable, "-c", "import fees; print(fees.fee(10, False))"],
        env={**os.environ, "PYTHONPATH": places, "MUTANT": str(tmp_path / "mutant.json")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout == "7\n"
