"""What a command has safely written beside its output: a small database, so that a kill at any moment loses nothing."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wooclient._runtime.errors import ConfigurationError

_ABOUT = "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);"
#: Pages of the log before they go into the database: moving them waits for the disk.
_LOG = 10_000


class Kept:
    """The database of one output, with notes. Subclasses have tables of their own."""

    #: What people call the output, such as `an export`.
    what = ""
    tables = ""

    def __init__(self, path: Path, about: Mapping[str, Any]) -> None:
        """Open it, or begin one. Raises ConfigurationError if it is damaged, or belongs to another output."""
        self.path = path
        if not path.exists():
            # It holds what the output holds: people's addresses, for one.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self._database = sqlite3.connect(path, isolation_level=None)
        try:
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute(f"PRAGMA wal_autocheckpoint={_LOG}")
            self._database.executescript(_ABOUT + self.tables)
            self._check(about)
        except sqlite3.DatabaseError:
            self._database.close()
            message = f"{path} is no journal of {self.what}, or damaged: remove it to begin anew"
            raise ConfigurationError(message) from None
        except BaseException:
            self._database.close()
            raise

    def _check(self, about: Mapping[str, Any]) -> None:
        known = self.note("about")
        if known is None:
            self.set_note("about", dict(about))
            self.begin()
        elif known != json.loads(json.dumps(about)):
            other = self.another(known)
            raise ConfigurationError(f"{self.path} belongs to {other}: name another output, or remove it")

    def begin(self) -> None:
        """What else is noted when there was none."""

    def another(self, known: Any) -> str:
        """What people call the output that it belongs to instead, by what was noted of that."""
        raise NotImplementedError

    def note(self, name: str, default: Any = None) -> Any:
        """What was noted under a name."""
        found = self._database.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return default if found is None else json.loads(found[0])

    def set_note(self, name: str, value: Any) -> None:
        """Note something."""
        self._database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, json.dumps(value)))

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
        """For `with`: all that is written in it, or nothing."""
        self._database.execute("BEGIN IMMEDIATE")
        return self._database
