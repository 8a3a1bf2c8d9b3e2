"""Logs of walks over real stores: written compressed, read to be walked again without the store."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from differential.comparing import HEADERS
from differential.sides import Answer
from differential.steps import Step
from differential.walk import Exchange

Json = dict[str, Any]


def write(path: Path, about: Json, exchanges: Iterable[Exchange]) -> None:
    """Write a log: what it is about, then an exchange a line."""
    with lzma.open(path, "wt", encoding="utf-8", preset=9 | lzma.PRESET_EXTREME) as file:
        file.write(json.dumps(about) + "\n")
        for one in exchanges:
            headers = {k: v for k, v in one.theirs.headers.items() if k in HEADERS}
            row = [one.step.as_json(), one.theirs.status, headers, one.theirs.at.isoformat(), one.theirs.body]
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def read(path: Path) -> tuple[Json, list[tuple[Step, Answer]]]:
    """What a log is about, and its exchanges."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        about = json.loads(next(file))
        rows = [json.loads(line) for line in file]
    return about, [(_step(row[0]), Answer(row[1], row[2], row[4], datetime.fromisoformat(row[3]))) for row in rows]


def _step(told: Json) -> Step:
    return Step(**{**{"method": "", "path": ""}, **told, "query": [(n, v) for n, v in told.get("query", [])]})


class LoggedSide:
    """Answers what a real store answered."""

    def __init__(self, logged: Iterable[tuple[Step, Answer]]) -> None:
        self._left = iter(logged)

    def send(self, step: Step) -> Answer:
        """The next answer of the log."""
        return next(self._left)[1]


def write_seed(path: Path, seed: Json) -> None:
    """Write what a store began with."""
    path.write_bytes(lzma.compress(json.dumps(seed, ensure_ascii=False).encode(), preset=9 | lzma.PRESET_EXTREME))


def read_seed(path: Path) -> Json:
    """What a store began with."""
    found: Json = json.loads(lzma.decompress(path.read_bytes()))
    return found
