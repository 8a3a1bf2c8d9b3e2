"""Where an export goes: files that are replaced whole, and tables of a database, replaced in one transaction.

Outputs hold what people told the shop about themselves. So new ones are readable by their owner only.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from wooclient._runtime.errors import ConfigurationError
from wooclient._runtime.words import nearest

from .console import json_line
from .tables import BOOLEAN, INTEGER, NUMBER, TEXT, as_kind, columns, csv_cell, distinct, flat

#: Gives all records as JSON; each call begins anew.
Texts = Callable[[], Iterator[str]]
_BATCH = 1000


class Output(NamedTuple):
    """A kind of output.

    Attributes:
        write: Writes all records to a path, as the table of that name if there are tables.
        exists: Whether the path holds such an output already.
        extra: The extra that it needs, and its package; empty for none.
    """

    write: Callable[[Path, str, Texts], None]
    exists: Callable[[Path, str], bool]
    extra: str = ""
    package: str = ""


def output_of(path: Path) -> Output:
    """The kind of output that a file's ending names. Raises ConfigurationError for another one, or a lacking extra."""
    ending = path.suffix.lower()
    if ending not in OUTPUTS:
        close = nearest(ending, OUTPUTS)
        hint = f"did you mean {close}?" if close else f"there are {' '.join(OUTPUTS)}"
        raise ConfigurationError(f"{path.name}: no output ends in {ending or 'nothing'}; {hint}")
    found = OUTPUTS[ending]
    if found.package and find_spec(found.package) is None:
        raise ConfigurationError(f"{ending} needs {found.package}: pip install 'wooclient[{found.extra}]'")
    return found


def _rows(texts: Texts) -> Iterator[dict[str, Any]]:
    return (flat(json.loads(text)) for text in texts())


@contextmanager
def _replaced(path: Path) -> Generator[Path]:
    """A file beside `path` that takes its place at the end, or is removed if there is an error."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        yield Path(name)
        with Path(name).open("rb") as file:
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, name)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _is_file(path: Path, table: str) -> bool:
    return path.exists()


def _jsonl(path: Path, table: str, texts: Texts) -> None:
    with _replaced(path) as made, made.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{text}\n" for text in texts())


def _csv(path: Path, table: str, texts: Texts) -> None:
    names = list(columns(_rows(texts)))
    with _replaced(path) as made, made.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([csv_cell(name) for name in names])
        writer.writerows([csv_cell(row.get(name)) for name in names] for row in _rows(texts))


def _parquet(path: Path, table: str, texts: Texts) -> None:
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    kinds = columns(_rows(texts))
    types = {INTEGER: arrow.int64(), NUMBER: arrow.float64(), BOOLEAN: arrow.bool_(), TEXT: arrow.string()}
    schema = arrow.schema([(name, types[kind]) for name, kind in kinds.items()])
    with _replaced(path) as made, parquet.ParquetWriter(made, schema) as writer:
        for batch in _batches(_rows(texts)):
            held = {name: [as_kind(row.get(name), kind) for row in batch] for name, kind in kinds.items()}
            writer.write_table(arrow.table(held, schema=schema))


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    from itertools import islice

    while batch := list(islice(rows, _BATCH)):
        yield batch


# Databases

_SQLITE = {INTEGER: "INTEGER", NUMBER: "REAL", BOOLEAN: "INTEGER", TEXT: "TEXT"}
_DUCKDB = {INTEGER: "BIGINT", NUMBER: "DOUBLE", BOOLEAN: "BOOLEAN", TEXT: "VARCHAR"}


def _quoted(name: str) -> str:
    """A name for SQL, whatever is in it."""
    return '"' + name.replace('"', '""').replace("\0", "") + '"'


def _text(value: str) -> str:
    """A text for SQL."""
    return "'" + value.replace("'", "''") + "'"


def _has_table_in_sqlite(path: Path, table: str) -> bool:
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as database:
        asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        try:
            return database.execute(asked, (table,)).fetchone() is not None
        except sqlite3.DatabaseError:
            raise ConfigurationError(f"{path} is no database of SQLite: name another output") from None


def _sqlite(path: Path, table: str, texts: Texts) -> None:
    kinds = columns(_rows(texts))
    names = distinct(kinds)
    declared = [f"{_quoted(made)} {_SQLITE[kinds[name]]}" for name, made in names.items()]
    if kinds.get("id") == INTEGER:
        declared[list(kinds).index("id")] += " PRIMARY KEY"
    slots = ", ".join("?" * len(kinds))
    path.touch(0o600)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("BEGIN IMMEDIATE")
        database.execute(f"DROP TABLE IF EXISTS {_quoted(table)}")
        database.execute(f"CREATE TABLE {_quoted(table)} ({', '.join(declared) or 'id'})")
        database.executemany(
            f"INSERT INTO {_quoted(table)} VALUES ({slots})",  # noqa: S608 - names are quoted
            ([as_kind(row.get(name), kind) for name, kind in kinds.items()] for row in _rows(texts)),
        )


def _has_table_in_duckdb(path: Path, table: str) -> bool:
    if not path.exists():
        return False
    duckdb = import_module("duckdb")
    with duckdb.connect(str(path), read_only=True) as database:
        asked = "SELECT 1 FROM information_schema.tables WHERE table_name = ?"
        return database.execute(asked, [table]).fetchone() is not None


def _duckdb(path: Path, table: str, texts: Texts) -> None:
    """By way of a file of rows, which DuckDB reads at once; row by row it takes a hundred times as long."""
    duckdb = import_module("duckdb")
    kinds = columns(_rows(texts))
    names = distinct(kinds)
    declared = ", ".join(f"{_text(made)}: {_text(_DUCKDB[kinds[name]])}" for name, made in names.items())
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as place:
        file = Path(place) / "rows.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for row in _rows(texts):
                held = {names[name]: as_kind(row.get(name), kind) for name, kind in kinds.items()}
                lines.write(f"{json_line(held)}\n")
        read = f"read_json({_text(str(file))}, format = 'newline_delimited', columns = {{{declared}}})"
        was_there = path.exists()
        with duckdb.connect(str(path)) as database:
            rows = f"FROM {read}" if kinds else "SELECT NULL AS id WHERE false"
            database.execute(f"CREATE OR REPLACE TABLE {_quoted(table)} AS {rows}")
        if not was_there:
            path.chmod(0o600)


OUTPUTS: dict[str, Output] = {
    ".jsonl": Output(_jsonl, _is_file),
    ".csv": Output(_csv, _is_file),
    ".parquet": Output(_parquet, _is_file, "parquet", "pyarrow"),
    ".sqlite": Output(_sqlite, _has_table_in_sqlite),
    ".duckdb": Output(_duckdb, _has_table_in_duckdb, "duckdb", "duckdb"),
}
