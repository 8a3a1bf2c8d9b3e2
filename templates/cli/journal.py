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

from .walking import Record

_FORMAT = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS records (place INTEGER PRIMARY KEY, id TEXT UNIQUE, json TEXT NOT NULL);
"""
#: Pages of the log before they go into the database: moving them waits for the disk.
_LOG = 10_000


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
            self._database.execute(f"PRAGMA wal_autocheckpoint={_LOG}")
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

    def put(self, records: Sequence[Record]) -> None:
        """Write records, all or none. One that has the id of an earlier one takes its place."""
        with self._transaction():
            self._database.executemany(
                "INSERT INTO records (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json",
                map(_row, records),
            )

    def put_changed(self, records: Sequence[Record]) -> tuple[int, int]:
        """Write the records that are new or other than before: how many of each there were."""
        asked = "SELECT json FROM records WHERE id = ?"
        known = [self._database.execute(asked, (_key(record),)).fetchone() for record in records]
        differing = [record for record, text in zip(records, known, strict=True) if text != (record.text,)]
        new = sum(text is None for text in known)
        self.put(differing)
        return new, len(differing) - new

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

    def texts(self) -> Iterator[str]:
        """All records as JSON, in the order in which they came."""
        return (row[0] for row in self._database.execute("SELECT json FROM records ORDER BY place"))

    # The end

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def delete(self) -> None:
        """Close and remove the file."""
        # What is removed need not reach the disk first.
        self._database.execute("PRAGMA synchronous=OFF")
        self.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)

    def _transaction(self) -> sqlite3.Connection:
        self._database.execute("BEGIN IMMEDIATE")
        return self._database


def _row(record: Record) -> tuple[str | None, str]:
    """Id and JSON of a record."""
    return _key(record), record.text


def _key(record: Record) -> str | None:
    return None if record.id is None else str(record.id)
