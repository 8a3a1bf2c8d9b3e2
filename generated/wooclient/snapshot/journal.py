"""What a snapshot has read, on disk, so that a kill loses nothing: records without anything that is somebody's.

A page of records, the words that it makes public, and what has to be read because of it are one transaction.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from wooclient.cli.kept import Kept

_TABLES = """
CREATE TABLE IF NOT EXISTS lists (place INTEGER PRIMARY KEY, path TEXT UNIQUE, kind TEXT NOT NULL, ids TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0, there INTEGER NOT NULL DEFAULT 1);
CREATE INDEX IF NOT EXISTS by_kind ON lists (kind, done, place);
CREATE TABLE IF NOT EXISTS records (place INTEGER PRIMARY KEY, path TEXT NOT NULL, id TEXT, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_path ON records (path, place);
CREATE TABLE IF NOT EXISTS words (kind TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (kind, word)) WITHOUT ROWID;
"""
_FORMAT = 1


class Listed(NamedTuple):
    """A list that is to be read: resource path, kind, and the ids in its path."""

    path: str
    kind: str
    ids: tuple[int | str, ...]


class Journal(Kept):
    """The journal of one snapshot."""

    what = "a snapshot"
    tables = _TABLES

    def __init__(self, path: Path, about: dict[str, Any]) -> None:
        """Open it, or begin one. Raises ConfigurationError if it belongs to another snapshot."""
        super().__init__(path, {"format": _FORMAT, **about})

    def begin(self) -> None:
        """The salt stands here only: when the journal is gone, nobody can tell whom a made-up name stands for."""
        self.set_note("salt", secrets.token_hex(32))

    def another(self, known: Any) -> str:
        """A snapshot of another store, or one that keeps other things."""
        return "another snapshot"

    # Lists

    def plan(self, lists: Iterable[Listed]) -> None:
        """Lists that are to be read, once each, in this order behind all others."""
        rows = [(one.path, one.kind, json.dumps(one.ids)) for one in lists]
        self._database.executemany("INSERT OR IGNORE INTO lists (path, kind, ids) VALUES (?, ?, ?)", rows)

    def next(self, kind: str) -> Listed | None:
        """The next list of a kind that is not read yet."""
        row = self._database.execute(
            "SELECT path, kind, ids FROM lists WHERE kind = ? AND NOT done ORDER BY place LIMIT 1", (kind,)
        ).fetchone()
        return None if row is None else Listed(row[0], row[1], tuple(json.loads(row[2])))

    def counted(self, kind: str) -> tuple[int, int]:
        """How many lists of a kind are read, and how many there are."""
        asked = "SELECT coalesce(sum(done), 0), count(*) FROM lists WHERE kind = ?"
        row = self._database.execute(asked, (kind,)).fetchone()
        return int(row[0]), int(row[1])

    def finish(self, path: str, *, there: bool) -> None:
        """A list is read; or the store has no such list."""
        self._database.execute("UPDATE lists SET done = 1, there = ? WHERE path = ?", (there, path))

    # Records

    def put(
        self,
        path: str,
        records: Sequence[tuple[Any, Any]],
        words: Iterable[tuple[str, str]],
        children: Iterable[Listed],
        counts: dict[str, int],
    ) -> None:
        """Write a page: ids and records, words, further lists, and how much was replaced so far. All, or nothing."""
        rows = [
            (path, None if key is None else str(key), json.dumps(record, ensure_ascii=False)) for key, record in records
        ]
        with self._transaction() as database:
            database.executemany("INSERT INTO records (path, id, json) VALUES (?, ?, ?)", rows)
            database.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", words)
            self.plan(children)
            self.set_note("counts", counts)

    def forget(self, path: str) -> None:
        """Drop the records of a list that has to be read anew."""
        self._database.execute("DELETE FROM records WHERE path = ?", (path,))

    def ids(self, path: str) -> list[int | str]:
        """The ids of the records of a list, in the order in which they came."""
        rows = self._database.execute("SELECT id FROM records WHERE path = ? ORDER BY place", (path,))
        return [int(key) if key.isdecimal() else key for (key,) in rows if key is not None]

    def texts(self, path: str) -> Iterator[str]:
        """The records of a list as JSON."""
        rows = self._database.execute("SELECT json FROM records WHERE path = ? ORDER BY place", (path,))
        return (row[0] for row in rows)

    def paths(self) -> list[tuple[str, str]]:
        """The lists that were read, with their kinds, in the order of the plan."""
        return self._database.execute("SELECT path, kind FROM lists WHERE done AND there ORDER BY place").fetchall()

    def totals(self) -> dict[str, int]:
        """How many records there are of each kind."""
        rows = self._database.execute(
            "SELECT kind, count(*) FROM records JOIN lists USING (path) GROUP BY kind ORDER BY min(lists.place)"
        )
        return dict(rows.fetchall())

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is public."""
        asked = "SELECT 1 FROM words WHERE kind = ? AND word = ?"
        return self._database.execute(asked, (kind, word.casefold())).fetchone() is not None

    def words(self, kind: str) -> list[str]:
        """All public words of a kind."""
        return [row[0] for row in self._database.execute("SELECT word FROM words WHERE kind = ?", (kind,))]
