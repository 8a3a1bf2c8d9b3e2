"""Logs of walks over real stores: written compressed, read to be walked again without the store."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from differential.comparing import HEADERS
from differential.sides import Answer
from differential.steps import Step

Json = dict[str, Any]
Row = tuple[Step, Answer]
#: What a store is called in logs, and where it is.
HOST, FOLDER = "store.example", "/srv/store"
#: The file beside the logs with what stores begin with.
SEEDS = "fresh.seeds.xz"
_FOLDERS = re.compile(r"(?<![\w:./-])(?:/[\w.-]+)+(?=/wp-(?:content|includes|admin)\b|/$)")
#: Reads that are large, always the same, and change nothing.
_LEFT_OUT = ("/data", "/system_status", "/reports/", "/settings")
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]


def write(path: Path, about: Json, rows: Iterable[Row]) -> None:
    """Write a log: what it is about, then an exchange a line. Neither the store's name nor its folders are in it."""
    lines = [json.dumps(about)]
    for step, answer in rows:
        if step.method == "GET" and step.path.startswith(_LEFT_OUT) and answer.status == 200:
            continue
        headers = {k: v for k, v in answer.headers.items() if k in HEADERS}
        row = [step.as_json(), answer.status, headers, answer.at.isoformat(), _told(answer)]
        lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    _pack(path, "\n".join(_neutral(line, about["url"]) for line in lines))


def read(path: Path) -> tuple[Json, list[Row]]:
    """What a log is about, and its exchanges."""
    about, *rows = (json.loads(line) for line in lzma.decompress(path.read_bytes()).decode().splitlines())
    return about, [(_step(row[0]), Answer(row[1], row[2], row[4], datetime.fromisoformat(row[3]))) for row in rows]


def write_seed(path: Path, release: str, seed: Json, url: str) -> Json:
    """Add what stores of a release begin with, if that is not there yet; return what this one has otherwise."""
    own = json.loads(_neutral(json.dumps(seed, ensure_ascii=False), url))
    lines = _seeds(path) if path.exists() else []
    if not any(line.startswith(_start(release)) for line in lines):
        # All releases in one file: they have most in common, which is packed once.
        _pack(path, "\n".join(sorted([*lines, f"{_start(release)}{json.dumps(own, ensure_ascii=False)}]"])))
    common = read_seed(path, release)
    return {name: value for name, value in own.items() if value != common.get(name)}


def read_seed(path: Path, release: str) -> Json:
    """What a store of a release began with."""
    line = next(line for line in _seeds(path) if line.startswith(_start(release)))
    found: Json = json.loads(line)[1]
    return found


def _seeds(path: Path) -> list[str]:
    """What stores begin with, each release on a line."""
    return lzma.decompress(path.read_bytes()).decode().split("\n")


def _start(release: str) -> str:
    return f'["{release}", '


def _told(answer: Answer) -> Any:
    """The body; of a death only that it was one."""
    if answer.status == 500 and isinstance(answer.body, str):
        return ""
    if answer.code == "internal_server_error":
        return {"code": answer.code, "message": "", "data": {"status": 500}}
    return answer.body


def _neutral(text: str, url: str) -> str:
    """A text without the name of the store and its folders."""
    return _FOLDERS.sub(FOLDER, text.replace(urlsplit(url).netloc or HOST, HOST))


def _pack(path: Path, text: str) -> None:
    path.write_bytes(lzma.compress(text.encode(), filters=_FILTERS))


def _step(told: Json) -> Step:
    return Step(**{"method": "", "path": "", **told, "query": [(n, v) for n, v in told.get("query", [])]})


class LoggedSide:
    """Answers what a real store answered."""

    def __init__(self, logged: Iterable[Row]) -> None:
        self._left = iter(logged)

    def send(self, step: Step) -> Answer:
        """The next answer of the log."""
        return next(self._left)[1]
