"""Rows of a file as fields of records: read, turned into values, checked before anything is sent."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import click

from wooclient._runtime.errors import ConfigurationError
from wooclient._runtime.inputs import CLEAR, convert, hints_of, typed_dict
from wooclient._runtime.nulls import takes_none
from wooclient._runtime.operation import Operation
from wooclient._runtime.repair import models_in
from wooclient._runtime.shapes import is_object
from wooclient._runtime.words import nearest

from .console import said
from .tables import csv_cell, from_csv_cell
from .values import from_text, holds_objects, takes_decimals

#: The column that says why a row was refused; it is passed over when the file is given again.
REFUSED = "_refused"
#: What errors call the row that they are about.
_HERE = "row"
#: What a cell holds that is to empty its field. An empty cell leaves the field as it is.
EMPTY = "CLEAR"
#: What stands between the cells of a table: spreadsheets write semicolons where the comma is in their numbers.
_DELIMITERS = (",", ";", "\t")
#: Where the comma is the decimal sign, the point can stand between thousands.
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}").fullmatch


@dataclass
class Row:
    """One row of the file.

    Attributes:
        line: Where it stands, from 1.
        cells: What it holds, by column: texts of a table, or JSON.
        values: The fields that it names, as JSON to send.
        why: Why it was refused; empty as long as it was not.
        not_kept: The fields that the store answered with another value than was sent.
        delimiter: What stands between the cells of its table.
    """

    line: int
    cells: Mapping[str, Any]
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    why: str = ""
    not_kept: list[str] = field(default_factory=list[str])
    delimiter: str = ","


def read(path: Path) -> list[Row]:
    """The rows of a CSV or JSON lines file. Raises ConfigurationError for what is none."""
    if path.suffix.lower() not in (".csv", ".jsonl"):
        raise ConfigurationError(f"{path.name}: rows are read from .csv and .jsonl")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [*(_csv_rows(file) if path.suffix.lower() == ".csv" else _json_rows(file))]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path.name} cannot be read as UTF-8 text: {error}") from None


def _delimiter(header: str) -> str:
    """What stands between the cells of a table, by its first line: that which makes the most columns of it."""
    return max(_DELIMITERS, key=lambda one: sum(map(len, csv.reader([header], delimiter=one))))


def _csv_rows(file: Iterator[str]) -> Iterator[Row]:
    header = next(file, "")
    delimiter = _delimiter(header)
    reader = csv.reader(chain([header], file), delimiter=delimiter)
    empty: list[str] = []
    names = [from_csv_cell(name.strip()) for name in next(reader, empty)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ConfigurationError(f"the column {twice!r} is there twice")
    for cells in reader:
        if not any(cells):
            continue
        line = reader.line_num
        if len(cells) > len(names):
            yield Row(
                line, dict(zip(names, cells, strict=False)), why=f"has {len(cells)} cells for {len(names)} columns"
            )
            continue
        held = {name: from_csv_cell(cell) for name, cell in zip(names, cells, strict=False)}
        yield Row(line, held, delimiter=delimiter)


def _json_rows(file: Iterable[str]) -> Iterator[Row]:
    for line, text in enumerate(file, 1):
        if not text.strip():
            continue
        try:
            found = json.loads(text, parse_float=Decimal)
        except ValueError as error:
            raise ConfigurationError(f"line {line} is no JSON: {error}") from None
        if not is_object(found):
            raise ConfigurationError(f"line {line} is no object")
        yield Row(line, found)


def item_kind(batch: Operation[Any], part: str) -> Any:
    """The TypedDict of an item of a part of a batch; None if the batch has no such part."""
    hint = hints_of(batch.body_type()).get(part)
    return None if hint is None else typed_dict(hint)


class Columns:
    """What the columns of a file mean for a resource.

    Attributes:
        hints: The declared types of all fields that can be sent.
        shown: The fields among them that answers show.
        sent: The columns that are sent; `ignored` those that the store sets itself, `twins` those that say in shop time
            what another column says in UTC.
    """

    def __init__(self, names: Collection[str], batch: Operation[Any], record: Operation[Any]) -> None:
        """Sort columns into those that are sent and those that the store sets. Raises UsageError for unknown ones."""
        kinds = [kind for part in ("update", "create") if (kind := item_kind(batch, part)) is not None]
        self.hints = {name: hint for kind in kinds for name, hint in hints_of(kind).items()}
        shown = {f.alias or name for model in models_in(record.item_type()) for name, f in model.model_fields.items()}
        self.shown = {head for name in names if (head := name.partition(".")[0]) in shown}
        self.sent: list[str] = []
        self.ignored: list[str] = []
        self.twins: list[str] = []
        for name in names:
            head = name.partition(".")[0]
            if name.startswith("_"):
                continue
            twin = f"{name}_gmt"
            if head in self.hints and not (twin in names and twin in self.hints):
                self.sent.append(name)
            elif head in self.hints:  # of a moment told twice, the one in UTC is sure
                self.twins.append(name)
            elif head in shown:
                self.ignored.append(name)
            else:
                raise click.UsageError(f"there is no field {name!r}; {self._meant(head, shown)}")

    def _meant(self, name: str, shown: Collection[str]) -> str:
        """What a column of another name is most likely to be."""
        word = name.lower().replace(" ", "_")
        if close := nearest(word, self.hints):
            return f"did you mean {close}?"
        close = nearest(word, shown)
        return f"the store sets {close} itself" if close else "what only a plugin knows is a column extra.NAME"

    def values(self, row: Row) -> dict[str, Any]:
        """The fields that a row names, as values of a call. Raises UsageError or ValueError for a cell of no use."""
        found: dict[str, Any] = {}
        for name in self.sent:
            cell = row.cells.get(name, "")
            head, *path = name.split(".")
            if cell == "" or (cell is None and not takes_none(self.hints[head])):
                continue  # it says nothing of the field
            _put(found, [head, *path], self._value(name, cell, self._hint(head, path), row.delimiter))
        return found

    def _hint(self, head: str, path: Sequence[str]) -> Any:
        """The declared type of a part of a field."""
        hint = self.hints[head]
        for step in path:
            kind = typed_dict(hint)
            hint = hints_of(kind).get(step, Any) if kind is not None else Any
        return hint

    def _value(self, name: str, cell: Any, hint: Any, delimiter: str) -> Any:
        if not isinstance(cell, str):
            return cell
        if cell == EMPTY:
            return CLEAR
        if delimiter == ";" and _GROUPED(cell) and takes_decimals(hint):
            wholes, decimals = cell.replace(".", ""), cell.rstrip("0").rstrip(".")
            raise ValueError(
                f"{name} is {cell}; in a table with semicolons that can be {wholes} or {decimals}: write one of these"
            )
        if cell[:1] in ("[", "{") and str not in (hint, *get_args(hint)):
            try:
                return json.loads(cell, parse_float=Decimal)
            except ValueError as error:
                raise ValueError(f"{name} is no JSON: {error}") from None
        if holds_objects(hint):
            raise ValueError(f'{name} is a list of objects: write it as JSON, such as [{{"id": 3}}]')
        return from_text(cell, hint, name)


def _put(found: dict[str, Any], path: list[str], value: Any) -> None:
    for step in path[:-1]:
        inside: Any = found.setdefault(step, {})
        if not is_object(inside):
            raise ValueError(f"{step} is given as a whole, and in parts")
        found = inside
    found[path[-1]] = value


def check(row: Row, values: Mapping[str, Any], kind: Any) -> None:
    """Turn the values of a row into what is sent, or note why that cannot be."""
    try:
        row.values = convert(values, kind, _HERE)
    except (TypeError, ValueError) as error:
        row.why = said(error).removeprefix(f"{_HERE}.")


def write_refused(path: Path, rows: Sequence[Row], given: Path) -> None:
    """Write rows to a file that can be given again, once it is corrected; a table in the form of `given`."""
    names = [*dict.fromkeys(name for row in rows for name in row.cells if name != REFUSED), REFUSED]
    held = [{**row.cells, REFUSED: row.why} for row in rows]
    if path.suffix.lower() == ".jsonl":
        path.write_text("".join(f"{json.dumps(one, ensure_ascii=False, default=str)}\n" for one in held), "utf-8")
        return
    with given.open(encoding="utf-8-sig", newline="") as first:
        delimiter = _delimiter(first.readline())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([csv_cell(name) for name in names])
        writer.writerows([csv_cell(one.get(name, "")) for name in names] for one in held)
