"""Overlays laid over a description in this process, for tests of many of them: nothing is rendered."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from woospec.load import load
from woospec.overlays.stage import overlay
from woospec.problems import Problems, report
from woospec.store import Store
from woospec.validate import Validation


@cache
def validated(spec: Path) -> Validation:
    """A description in which nothing is wrong, judged once for all tests of a process."""
    problems, store = Problems(), Store()
    validation = Validation(load(spec, problems, store), problems, store)
    validation.begin()
    validation.judge()
    validation.name()
    validation.finish()
    assert not problems, report(problems)
    return validation


def written(*actions: dict[str, Any]) -> str:
    """An overlay with these actions."""
    head = {"overlay": "1.0.0", "info": {"title": "Acme", "version": "1.0.0"}}
    return yaml.safe_dump({**head, "actions": [*actions]}, sort_keys=False)


def laid(validation: Validation, folder: Path, *actions: dict[str, Any]) -> Problems:
    """What is wrong with an overlay that has these actions."""
    return laid_text(validation, folder, written(*actions))


def laid_text(validation: Validation, folder: Path, text: str) -> Problems:
    """What is wrong with an overlay of this text."""
    file = folder / "overlay.yaml"
    file.write_text(text)
    problems = Problems(rank=validation.problems.rank)
    overlay(validation, [file], problems)
    return problems
