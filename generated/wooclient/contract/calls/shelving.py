"""Exchanges on disk: a run makes thousands, of which the report shows a few."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from tempfile import TemporaryFile
from threading import Lock

from .recording import Exchange


@dataclass(frozen=True)
class Kept:
    """An exchange that is on a shelf."""

    shelf: Shelf
    at: int
    size: int

    @property
    def exchange(self) -> Exchange:
        """The exchange, read again each time."""
        return self.shelf.read(self.at, self.size)


class Shelf:
    """A file without a name, which goes with the process. Safe to use from many threads."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - it is open as long as the shelf is there
        self._lock = Lock()
        self._end = 0

    def put(self, exchange: Exchange) -> Kept:
        """Keep an exchange. Raises OSError if the disk is full."""
        data = pickle.dumps(exchange)
        with self._lock:
            kept = Kept(self, self._end, len(data))
            self._file.seek(self._end)
            self._file.write(data)
            self._end += len(data)
        return kept

    def read(self, at: int, size: int) -> Exchange:
        """What was kept at a place."""
        with self._lock:
            self._file.seek(at)
            found: Exchange = pickle.loads(self._file.read(size))  # noqa: S301 - nobody else can write there
        return found
