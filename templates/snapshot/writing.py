"""The seed itself, from a journal: written record by record, whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from wooclient.mock.kinds import members

from .journal import Journal

#: Kinds whose empty lists say nothing.
_SILENT = ("orders.notes", "orders.refunds", "products.variations")


def write(journal: Journal, place: Path) -> None:
    """Write the seed; only the user can read it."""
    aside = place.with_name(f"{place.name}.new")
    handle = os.open(aside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with open(handle, "w", encoding="utf-8") as file:
        for part in _parts(journal):
            file.write(part)
    aside.replace(place)


def _parts(journal: Journal) -> Iterator[str]:
    report = members(journal.note("system_status"))
    release = str(members(report.get("environment")).get("version") or "")
    yield "{\n"
    if release:
        yield f'"@release": {json.dumps(release)},\n'
    yield f'"system_status": {json.dumps(report, ensure_ascii=False)}'
    for path, kind in journal.paths():
        first = True
        for text in journal.texts(path):
            yield f",\n{json.dumps(path)}: [\n{text}" if first else f",\n{text}"
            first = False
        if not first:
            yield "\n]"
        elif kind not in _SILENT:
            yield f",\n{json.dumps(path)}: []"
    yield "\n}\n"
