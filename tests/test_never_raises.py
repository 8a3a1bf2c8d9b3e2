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

import yaml_text
from specs import BASE
from woospec.load import load
from woospec.problems import Problems, report
from woospec.store import Store
from woospec.validate import check

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
    result = copy.copy(data)
    result[path[0]] = replaced(data[path[0]], path[1:], odd)
    return result


@cache
def base(name: str) -> Any:
    return yaml_text.load((BASE / name).read_text(encoding="utf-8"))


@cache
def parsed() -> Store:
    """The files that are as they were, parsed once. What else a run leaves would change what the next one judges."""
    return Store()


@cache
def cases() -> list[tuple[str, tuple[Any, ...], Any]]:
    every = [(name, path, odd) for name in FILES for path in pointers(base(name)) for odd in ODD]
    return random.Random(2).sample(every, 300)


@pytest.mark.parametrize("part", range(10))
def test_odd_values_in_odd_places(part: int, tmp_path: Path) -> None:
    for i, (name, path, odd) in enumerate(cases()[part::10]):
        folder, problems = tmp_path / str(i), Problems()
        shutil.copytree(BASE, folder)
        (folder / name).write_text(yaml.safe_dump(replaced(base(name), path, odd), sort_keys=False), encoding="utf-8")
        try:
            report(check(load(folder, problems, parsed()), problems, Store()))
        except Exception as error:
            raise AssertionError(f"{name}#{'/'.join(map(str, path))} = {odd!r}") from error
