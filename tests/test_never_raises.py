"""Whatever stands in a spec, the report is words and never a traceback."""

from __future__ import annotations

import copy
import random
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from specs import BASE
from woospec.problems import report
from woospec.validate import collect

FILES = sorted(p.relative_to(BASE).as_posix() for p in BASE.rglob("*.yaml"))
#: What is put in place of a part: each kind of value, and shapes that look right at first.
ODD: list[Any] = [
    None,
    True,
    7,
    1.5,
    "",
    "x",
    [],
    {},
    [None],
    [[]],
    {"": None},
    {"$ref": 3},
    {"$ref": "#/"},
    [{"$ref": []}],
]


def pointers(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield from pointers(value[key], (*path, key))


def replaced(data: Any, path: tuple[Any, ...], odd: Any) -> Any:
    if not path:
        return odd
    result = copy.deepcopy(data)
    here = result
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = odd
    return result


@cache
def cases() -> list[tuple[str, tuple[Any, ...], Any]]:
    every = [
        (name, path, odd)
        for name in FILES
        for path in pointers(yaml.safe_load((BASE / name).read_text(encoding="utf-8")))
        for odd in ODD
    ]
    return random.Random(2).sample(every, 300)


@pytest.mark.parametrize("part", range(10))
def test_odd_values_in_odd_places(part: int, tmp_path: Path) -> None:
    for i, (name, path, odd) in enumerate(cases()[part::10]):
        folder = tmp_path / str(i)
        shutil.copytree(BASE, folder)
        data = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        (folder / name).write_text(yaml.safe_dump(replaced(data, path, odd), sort_keys=False), encoding="utf-8")
        try:
            report(collect(folder))
        except Exception as error:
            raise AssertionError(f"{name}#{'/'.join(map(str, path))} = {odd!r}") from error
