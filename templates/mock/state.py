"""The store's memory: SQLite, one table of documents, one of what lists filter by, counters and options.

A document is the wire form of a thing (as wc/v3 answers it with `context=edit`), without what is computed when it is
shown. Keys that start with `_` are the mock's own notes and never shown.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from . import jsontext, text
from .errors import Crashed, Refused

Doc = dict[str, Any]
Key = int | str
Keys = list[Key]

_TABLES = """
CREATE TABLE IF NOT EXISTS documents (
  kind TEXT NOT NULL, id NOT NULL, parent NOT NULL, status TEXT NOT NULL, slug TEXT NOT NULL, title TEXT NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, position NOT NULL, text TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX IF NOT EXISTS by_parent ON documents (kind, parent);
CREATE INDEX IF NOT EXISTS by_created ON documents (kind, created, id, status);
CREATE INDEX IF NOT EXISTS by_status ON documents (kind, status, id);
CREATE INDEX IF NOT EXISTS by_title ON documents (kind, title COLLATE store, id);
CREATE INDEX IF NOT EXISTS by_slug ON documents (kind, slug);
CREATE TABLE IF NOT EXISTS facets (kind TEXT NOT NULL, name TEXT NOT NULL, value NOT NULL, id NOT NULL,
  PRIMARY KEY (kind, name, value, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_document ON facets (kind, id, name, value);
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


#: The largest integer of the database, and of PHP: larger ones become this one, as no record has such a number.
_LARGEST = 2**63 - 1


def _bound(value: Any) -> Any:
    return max(-_LARGEST, min(value, _LARGEST)) if isinstance(value, int) else value


@dataclass(slots=True)
class Indexed:
    """What lists need to know of a document."""

    parent: Key = 0
    status: str = ""
    slug: str = ""
    title: str = ""
    created: str = ""
    modified: str = ""
    position: int | float = 0
    #: All that `search` looks at.
    text: str = ""
    facets: Iterable[tuple[str, Any]] = ()


@dataclass(slots=True)
class Query:
    """A selection of documents of one kind: SQL conditions over `documents d`, joined with AND."""

    kind: str
    where: list[str] = field(default_factory=list[str])
    values: list[Any] = field(default_factory=list[Any])
    order: list[str] = field(default_factory=list[str])
    limit: int = -1
    offset: int = 0
    #: Another selection that is found as well: documents of a second kind.
    also: Query | None = None

    def clause(self) -> tuple[str, list[Any]]:
        """The condition as SQL of our own words, and the values that are bound to it."""
        text, values = " AND ".join(["d.kind = ?", *self.where]), [self.kind, *self.values]
        if self.also is not None:
            other, more = self.also.clause()
            text, values = f"(({text}) OR ({other}))", [*values, *more]
        return text, [_bound(value) for value in values]

    def add(self, condition: str, *values: Any) -> None:
        """One more condition."""
        self.where.append(condition)
        self.values += values

    def one_of(self, column: str, values: Iterable[Any], *, negate: bool = False) -> None:
        """A column is one of some values, or is none of them."""
        listed = list(values)
        self.add(f"d.{column} {'NOT ' if negate else ''}IN ({_marks(listed)})", *listed)

    def facet(self, name: str, values: Iterable[Any], *, negate: bool = False) -> None:
        """The document has a facet with one of some values, or has none such."""
        listed = list(values)
        self.add(
            f"d.id {'NOT ' if negate else ''}IN "  # noqa: S608
            f"(SELECT id FROM facets WHERE kind = ? AND name = ? AND value IN ({_marks(listed)}))",
            self.kind, name, *listed,
        )  # fmt: skip

    def facet_range(self, name: str, low: float | None = None, high: float | None = None) -> None:
        """The document has a numeric facet in a range."""
        parts, values = ["kind = ?", "name = ?"], [self.kind, name]
        for bound, sign in ((low, ">="), (high, "<=")):
            if bound is not None:
                parts.append(f"value {sign} ?")
                values.append(bound)  # type: ignore[arg-type]  # numbers beside texts
        self.add(f"d.id IN (SELECT id FROM facets WHERE {' AND '.join(parts)})", *values)  # noqa: S608

    def nothing(self) -> None:
        """No document at all."""
        self.add("0")


def _marks(values: list[Any]) -> str:
    return ",".join("?" * len(values)) or "NULL"


def facet_order(name: str) -> str:
    """An SQL expression to sort by a facet."""
    return f"(SELECT f.value FROM facets f WHERE f.kind = d.kind AND f.id = d.id AND f.name = '{name}')"  # noqa: S608


#: Where the head of a database tells, in two bytes, whether a log belongs to it: 2 if so, else 1.
_LOGGED = 18


class State:
    """Documents, counters and options, in memory or in a file."""

    def __init__(self, path: str | None = None) -> None:
        self.path = path
        self.lock = threading.RLock()
        self.db = sqlite3.connect(
            path or ":memory:", check_same_thread=False, isolation_level=None, cached_statements=256
        )
        self.db.create_collation("store", text.compared)
        if path:
            # Written and flushed to the system at each commit, so that even kill -9 loses nothing acknowledged.
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = NORMAL")
            self.db.execute("PRAGMA busy_timeout = 2000")
        self.db.executescript(_TABLES)
        #: Grows with each change: what was computed before is no longer good.
        self.revision = 0
        #: The same by kind, and for changes of everything at once.
        self.revisions: dict[str, int] = {}
        self._docs: dict[tuple[str, Key], Doc] = {}
        #: The keys of all documents of a kind, or of those below one, and when that was so.
        self._listed: dict[tuple[str, Key | None], tuple[tuple[int, ...], Keys]] = {}
        #: The snapshot that stands, and what differs from it.
        self._image: bytes | None = None
        self._written: set[tuple[str, Key]] = set()

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Generator[None, None, None]:
        """All changes inside, or none; nested ones join the outer."""
        with self.lock:
            if self.db.in_transaction:
                yield
                return
            self.db.execute("BEGIN")
            try:
                yield
            except (Refused, Crashed):
                # What was written before stays, as in WooCommerce: a refused order leaves its draft.
                self.db.execute("COMMIT")
                raise
            except BaseException:
                self.db.execute("ROLLBACK")
                self.forget()
                raise
            self.db.execute("COMMIT")

    def forget(self) -> None:
        """Drop what was kept in memory."""
        self._docs.clear()
        self._listed.clear()
        self._changed("")

    def _changed(self, kind: str) -> None:
        self.revision += 1
        self.revisions[kind] = self.revision

    def stamp(self, kind: str = "") -> tuple[int, int]:
        """What stays the same as long as no document of a kind changes, and no note."""
        return self.revisions.get("", 0), self.revisions.get(kind, 0)

    # documents

    def get(self, kind: str, key: Key) -> Doc | None:
        """A document to read; who wants to change it takes `copy`."""
        found = self._docs.get((kind, key))
        if found is None:
            row = self.db.execute("SELECT body FROM documents WHERE kind = ? AND id = ?", (kind, key)).fetchone()
            if row is None:
                return None
            found = self._docs[kind, key] = jsontext.read(row[0])
            if len(self._docs) > 20_000:
                self._docs.clear()
        return found

    def load(self, kind: str, keys: Keys) -> None:
        """Have documents at hand that are about to be read one by one."""
        missing = [key for key in keys if (kind, key) not in self._docs]
        if len(missing) > 1:
            rows = self.db.execute(
                f"SELECT id, body FROM documents WHERE kind = ? AND id IN ({_marks(missing)})",  # noqa: S608
                (kind, *missing),
            )
            self._docs.update(((kind, key), jsontext.read(body)) for key, body in rows)

    def copy(self, kind: str, key: Key) -> Doc | None:
        """A document to change and `put` back."""
        row = self.db.execute("SELECT body FROM documents WHERE kind = ? AND id = ?", (kind, key)).fetchone()
        return jsontext.read(row[0]) if row else None

    def has(self, kind: str, key: Key) -> bool:
        """Whether there is such a document."""
        return self.get(kind, key) is not None

    def put(self, kind: str, key: Key, doc: Doc, index: Indexed) -> None:
        """Write a document."""
        body = jsontext.written(doc).decode()
        self.db.execute(
            "INSERT OR REPLACE INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (
                kind, key, index.parent, index.status, index.slug, index.title, index.created, index.modified,
                index.position, index.text.lower(), body,
            ),
        )  # fmt: skip
        self.db.execute("DELETE FROM facets WHERE kind = ? AND id = ?", (kind, key))
        rows = {(kind, name, value, key) for name, value in index.facets}
        self.db.executemany("INSERT OR IGNORE INTO facets VALUES (?,?,?,?)", rows)
        self._docs.pop((kind, key), None)
        self._written.add((kind, key))
        self._changed(kind)

    def remove(self, kind: str, key: Key) -> None:
        """Delete a document."""
        self.db.execute("DELETE FROM documents WHERE kind = ? AND id = ?", (kind, key))
        self.db.execute("DELETE FROM facets WHERE kind = ? AND id = ?", (kind, key))
        self._docs.pop((kind, key), None)
        self._written.add((kind, key))
        self._changed(kind)

    def select(self, query: Query) -> Keys:
        """The keys of the documents that a query finds."""
        unique = bool(query.order) and query.order[-1].startswith("d.id")
        order = ", ".join(query.order if unique else [*query.order, "d.rowid"])
        where, values = query.clause()
        sql = f"SELECT d.id FROM documents d WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
        return [row[0] for row in self.db.execute(sql, (*values, query.limit, query.offset))]

    def count(self, query: Query) -> int:
        """How many documents a query finds, whatever its limit."""
        where, values = query.clause()
        row = self.db.execute(f"SELECT count(*) FROM documents d WHERE {where}", values).fetchone()  # noqa: S608
        return int(row[0])

    def all(self, kind: str, parent: Key | None = None) -> list[Doc]:
        """Every document of a kind, oldest first, to read."""
        stamp = self.stamp(kind)
        known = self._listed.get((kind, parent))
        if known is None or known[0] != stamp:
            query = Query(kind)
            if parent is not None:
                query.one_of("parent", [parent])
            if len(self._listed) > 1_000:
                self._listed.clear()
            known = self._listed[kind, parent] = (stamp, self.select(query))
        return [doc for key in known[1] if (doc := self.get(kind, key)) is not None]

    def find(self, kind: str, name: str, value: Any) -> Key | None:
        """The key of the first document with a facet."""
        row = self.db.execute(
            "SELECT id FROM facets WHERE kind = ? AND name = ? AND value = ? ORDER BY id LIMIT 1", (kind, name, value)
        ).fetchone()
        return row[0] if row else None

    # counters and notes

    def next_id(self, name: str) -> int:
        """The next number of a sequence."""
        row = self.db.execute(
            "INSERT INTO counters VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last",
            (name,),
        ).fetchone()
        return int(row[0])

    def reserve(self, name: str, number: int) -> None:
        """Numbers of a sequence up to this one are taken."""
        self.db.execute(
            "INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)",
            (name, number),
        )

    def last_id(self, name: str) -> int:
        """The last number of a sequence."""
        row = self.db.execute("SELECT last FROM counters WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def set_last_id(self, name: str, number: int) -> None:
        """The next number of a sequence is the one after this."""
        self.db.execute("INSERT OR REPLACE INTO counters VALUES (?, ?)", (name, number))

    def note(self, name: str, default: Any = None) -> Any:
        """Something the mock remembers beside documents."""
        row = self.db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else default

    def set_note(self, name: str, value: Any) -> None:
        """Remember something beside documents."""
        self.db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False)))
        self._changed("")

    # the whole

    def snapshot(self) -> bytes:
        """All of it, to `restore` later."""
        with self.lock:
            image = self.db.serialize()
            # A file keeps a log beside it and says so in its head; of a database in memory that cannot be.
            self._image = image if self.path is None else image[:_LOGGED] + b"\x01\x01" + image[_LOGGED + 2 :]
            self._written.clear()
            return self._image

    def restore(self, image: bytes) -> None:
        """Everything as it was when the snapshot was taken."""
        with self.lock:
            if self.path is None:
                self.db.deserialize(image)
            else:
                other = sqlite3.connect(":memory:")
                other.deserialize(image)
                other.backup(self.db)
                other.close()
            # What was read and not written since the same snapshot is as it was: stores are reset time and again.
            kept = {key: doc for key, doc in self._docs.items() if key not in self._written}
            self.forget()
            if image is self._image:
                self._docs = kept
            self._image = image
            self._written.clear()
