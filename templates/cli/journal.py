"""What an export has safely written, beside its output: a small database, so that a kill at any moment loses nothing.

A page of records is one transaction. The output itself is made from here when all is there, whole or not at all. With
`--since-last` the journal stays; the next run asks only for what changed, and puts it in.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wooclient._runtime.errors import ConfigurationError
from wooclient._runtime.shapes import is_object

from .console import json_line

_FORMAT = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS records (place INTEGER PRIMARY KEY, id TEXT UNIQUE, modified TEXT, json TEXT NOT NULL);
"""
#: The field that says when a record changed last, in UTC.
MODIFIED = "date_modified_gmt"


class Journal:
    """The journal of one export."""

    def __init__(self, path: Path, about: Mapping[str, Any]) -> None:
        """Open the journal at `path`, or begin one. Raises ConfigurationError if it belongs to another export."""
        self.path = path
        if not path.exists():
            # It holds what the output holds: people's addresses, for one.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self._database = sqlite3.connect(path, isolation_level=None)
        try:
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.executescript(_TABLES)
            self._check({"format": _FORMAT, **about})
        except sqlite3.DatabaseError:
            self._database.close()
            raise ConfigurationError(
                f"{path} is no journal of an export, or damaged: remove it to begin anew"
            ) from None
        except BaseException:
            self._database.close()
            raise

    def _check(self, about: Mapping[str, Any]) -> None:
        known = self.note("about")
        if known is None:
            self.set_note("about", dict(about))
        elif known != json.loads(json.dumps(about)):
            what = f"{known.get('resource')} of {known.get('store')}" if is_object(known) else "something else"
            raise ConfigurationError(
                f"{self.path} belongs to another export ({what}, or other filters): name another output, or remove it"
            )

    # Notes

    def note(self, name: str) -> Any:
        """What was noted under a name; None if nothing was."""
        found = self._database.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return None if found is None else json.loads(found[0])

    def set_note(self, name: str, value: Any) -> None:
        """Note something."""
        self._database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, json.dumps(value)))

    # Records

    def put(self, records: Sequence[Any], notes: Mapping[str, Any] | None = None) -> tuple[int, int]:
        """Write records, and notes with them, all or none: how many are new, and how many replace an earlier one."""
        before = self.count()
        rows = [_row(record) for record in records]
        with self._transaction():
            self._database.executemany(
                "INSERT INTO records (id, modified, json) VALUES (?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET modified = excluded.modified, json = excluded.json",
                rows,
            )
            for name, value in (notes or {}).items():
                self.set_note(name, value)
        new = self.count() - before
        return new, len(rows) - new

    def remove(self, ids: Sequence[str]) -> None:
        """Forget records."""
        with self._transaction():
            self._database.executemany("DELETE FROM records WHERE id = ?", [(one,) for one in ids])

    def clear(self) -> None:
        """Forget all records."""
        self._database.execute("DELETE FROM records")

    def count(self) -> int:
        """How many records there are."""
        found: int = self._database.execute("SELECT count(*) FROM records").fetchone()[0]
        return found

    def ids(self) -> list[str]:
        """The ids of all records, in the order in which they came."""
        return [row[0] for row in self._database.execute("SELECT id FROM records WHERE id IS NOT NULL ORDER BY place")]

    def unchanged(self, records: Sequence[Any]) -> set[int]:
        """The places in `records` of those that stand here just so."""
        found = set[int]()
        for place, record in enumerate(records):
            key, _, text = _row(record)
            known = self._database.execute("SELECT json FROM records WHERE id = ?", (key,)).fetchone()
            if known is not None and known[0] == text:
                found.add(place)
        return found

    def last_modified(self) -> str:
        """The latest moment at which a record changed; empty if no record tells."""
        found: str | None = self._database.execute("SELECT max(modified) FROM records").fetchone()[0]
        return found or ""

    def texts(self) -> Iterator[str]:
        """All records as JSON, by id as far as that is a number, else as they came."""
        order = "ORDER BY CAST(id AS INTEGER), place"
        return (row[0] for row in self._database.execute(f"SELECT json FROM records {order}"))  # noqa: S608

    # The end

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def delete(self) -> None:
        """Close and remove the file."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)

    def _transaction(self) -> sqlite3.Connection:
        self._database.execute("BEGIN IMMEDIATE")
        return self._database


def _row(record: Any) -> tuple[str | None, str | None, str]:
    """Id, moment of the last change, and JSON of a record."""
    key = record.get("id") if is_object(record) else None
    modified = record.get(MODIFIED) if is_object(record) else None
    text = modified if isinstance(modified, str) else None
    return None if key is None else str(key), text, json_line(record)
