"""Mutants that are put into functions of modules that are imported already."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from mutation import trying
from mutation.mutants import Source
from mutation.patching import Functions
from mutation.reaching import environment

_ROOT = Path(__file__).parents[1]
_CODE = """\
import functools

LIMIT = 10


def fee(price, most=99):
    return min([price + 3, *(each + 1 for each in (most, LIMIT))])


def dearer(by):
    return lambda price: price * by


fivefold = dearer(5)


class Cart:
    SIZE = 7

    def __init__(self, price):
        self.price = price

    @property
    def total(self):
        return fee(self.price) + 1

    @functools.cached_property
    def half(self):
        return self.price / 2

    @staticmethod
    def empty():
        return not [1]
"""


@pytest.fixture
def fees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    (tmp_path / "fees_to_break.py").write_text(_CODE)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("fees_to_break")
    del sys.modules["fees_to_break"]


def test_a_function_is_changed_wherever_it_stands_and_nothing_else_is(fees: ModuleType, tmp_path: Path) -> None:
    functions, path = Functions(tmp_path), str(fees.__file__)
    cart = fees.Cart(4)
    seen = {}
    for one in Source("fees_to_break.py", _CODE).mutants():
        patches = functions.patches(path, one.source)
        change = f"{one.before} -> {one.after}"
        if patches is None:
            seen[change] = None
            continue
        before = [(function, function.__code__) for function, _ in patches]
        for function, code in patches:
            function.__code__ = code
        try:
            seen[change] = (fees.fee(4), cart.total, fees.Cart(4).half, fees.Cart.empty())
        except TypeError:
            seen[change] = ("broken",)
        for function, code in before:
            function.__code__ = code
    assert (fees.fee(4), cart.total, fees.Cart(4).half, fees.Cart.empty()) == (7, 8, 2.0, False)
    assert {change for change, answer in seen.items() if answer is None} == {
        "10 -> 11",
        "7 -> 8",
        "99 -> 100",
        "5 -> 6",
    }
    assert seen["price + 3 -> price - 3"] == (1, 2, 2.0, False)
    assert seen["3 -> 4"] == (8, 9, 2.0, False)
    assert seen["fee(self.price) + 1 -> fee(self.price) - 1"] == (7, 6, 2.0, False)
    assert seen["self.price / 2 -> self.price * 2"] == (7, 8, 8, False)
    assert seen["not [1] -> [1]"] == (7, 8, 2.0, [1])
    assert seen["each + 1 -> each - 1"] == (7, 8, 2.0, False)


def test_a_function_that_was_made_at_import_is_changed_too(fees: ModuleType, tmp_path: Path) -> None:
    functions = Functions(tmp_path)
    (mutant,) = [one for one in Source("fees_to_break.py", _CODE).mutants() if one.before == "price * by"]
    for function, code in functions.patches(str(fees.__file__), mutant.source) or ():
        function.__code__ = code
    assert (mutant.after, fees.fivefold(4), fees.dearer(8)(4)) == ("price / by", 0.8, 0.5)


def test_a_process_answers_for_functions_and_for_tables(tmp_path: Path) -> None:
    (tmp_path / "fees_to_break.py").write_text(_CODE)
    (tmp_path / "test_fees.py").write_text(
        "from fees_to_break import Cart, fee\n\n"
        "def test_fee():\n    assert fee(4) == 7\n\n"
        "def test_most():\n    assert fee(40) == 11\n\n"
        "def test_half():\n    assert Cart(4).half == 2\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "conftest.py").write_text(
        "import gc\n\n\ndef pytest_collection_finish():\n    gc.freeze()\n    open('collected', 'a').write('.')\n"
    )
    wanted = {
        "3 -> 4": ("noticed", ["test_fees.py::test_half", "test_fees.py::test_fee"]),
        "10 -> 11": ("noticed", ["test_fees.py::test_most"]),
        "fee(self.price) + 1 -> fee(self.price) - 1": ("survived", ["test_fees.py"]),
        "7 -> 8": ("survived", ["test_fees.py::test_fee", "test_fees.py::test_half"]),
    }
    mutants = {f"{one.before} -> {one.after}": one for one in Source("fees_to_break.py", _CODE).mutants()}
    asked = []
    for number, (change, (_, tests)) in enumerate(wanted.items()):
        mutant = {
            "module": "fees_to_break",
            "path": str(tmp_path / "fees_to_break.py"),
            "source": mutants[change].source,
        }
        (tmp_path / f"{number}.json").write_text(json.dumps(mutant))
        asked.append(json.dumps({"mutant": str(tmp_path / f"{number}.json"), "tests": tests, "seconds": 60}))
    variables = environment(_ROOT)
    done = subprocess.run(
        [sys.executable, "-m", "mutation.trying", "test_fees.py"],
        cwd=tmp_path, env={**variables, "PYTHONPATH": f"{variables['PYTHONPATH']}{os.pathsep}{tmp_path}"},
        input="".join(f"{line}\n" for line in asked), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [answer for answer, _ in wanted.values()], done.stderr
    assert (tmp_path / "collected").read_text() == "...", "once, and for each of the two that change a table"


@pytest.mark.parametrize(
    ("ticks", "moves"),
    [
        ([0] * 40, True),  # nobody can tell
        ([7] * 40, False),
        ([7] * 15 + [8] * 15, True),
        ([7] * 15 + [8] * 25, False),
    ],
)
def test_what_has_not_worked_for_twenty_seconds_waits_for_what_never_comes(
    ticks: list[int], moves: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds, told = iter(range(100)), iter(ticks)
    monkeypatch.setattr(trying, "time", SimpleNamespace(monotonic=lambda: float(next(seconds))))
    monkeypatch.setattr(trying, "_group_worked", lambda group: next(told))
    moving = trying._Moving(1)
    assert all(moving.is_true() for _ in ticks) is moves


_BUSY = """\
import os
child = os.fork()
ticks = 0
while ticks < 5:
    used, second = os.times(), os.sysconf("SC_CLK_TCK")
    ticks = round(used.user * second) + round(used.system * second)
os.write(1, b"%d\\n" % ticks)
os.read(0, 1)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody can tell")
def test_a_group_has_worked_as_much_as_all_its_processes() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _BUSY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as started:
        assert started.stdout is not None
        told = [int(started.stdout.readline()) for _ in range(2)]  # by the same count, which only grows
        assert min(told) >= 5
        assert sum(told) <= trying._group_worked(started.pid) < 1000
        assert trying._group_worked(2**22 + 1) == 0
