"""What an export has safely written: records as they came.

A page of records is one transaction. The output itself is made from here when all is there, whole or not at all. With
`--since-last` the journal stays; the next run asks only for what changed, and puts it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wooclient._runtime.shapes import is_object

from .kept import Kept
from .walking import Record

_FORMAT = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS records (place INTEGER PRIMARY KEY, id TEXT UNIQUE, json TEXT NOT NULL);
"""


class Journal(Kept):
    """The journal of one export."""

    what = "an export"
    tables = _TABLES

    def __init__(self, path: Path, about: Mapping[str, Any]) -> None:
        """Open the journal at `path`, or begin one. Raises ConfigurationError if it belongs to another export."""
        super().__init__(path, {"format": _FORMAT, **about})

    def another(self, known: Any) -> str:
        """Its resource and store."""
        what = f"{known.get('resource')} of {known.get('store')}" if is_object(known) else "something else"
        return f"another export ({what}, or other filters)"

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


def _row(record: Record) -> tuple[str | None, str]:
    """Id and JSON of a record."""
    return _key(record), record.text


def _key(record: Record) -> str | None:
    return None if record.id is None else str(record.id)
