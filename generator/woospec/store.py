"""The store of earlier results, so that a run does again only what a change asks for.

Each result lies in a file of its own below one folder, named by its kind and by a digest of everything that it depends
on. Nothing is ever changed there: another input has another name. Each file begins with a checksum of its content, of
its name, and of the generator, the Python and the installed packages that wrote it. A file with a wrong checksum counts
as absent and is not looked into. A right checksum is believed, as whoever can write here can change the generator too;
only `build --check`, by which others decide, does without the folder.

The folder may be deleted at any time. That changes how long the next run takes, and nothing else.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from woospec.inputs import surroundings
from woospec.locking import held

NAME = ".woospec-cache"
_SEAL, _NEW = hashlib.sha256().digest_size, ".new"
#: How many results of a kind are kept, or twice those of the last run if that is more; the oldest go first.
_ROOM = 24


class Store:
    """Results by kind and key, a digest; without a folder they last as long as this object."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.mark = surroundings() if folder is not None else ""
        self.entries: dict[tuple[str, str], bytes] = {}
        #: Those that are not yet in the folder.
        self.new: set[tuple[str, str]] = set()

    @property
    def lasts(self) -> bool:
        """Whether later runs find what is kept here."""
        return self.folder is not None

    def holds(self, kind: str) -> bool:
        """Whether there are results of a kind."""
        return any(k == kind for k, _ in self.entries) or (self.folder is not None and (self.folder / kind).is_dir())

    def find(self, kind: str, key: str) -> bytes | None:
        """Return the result for `key`, or None."""
        entry = (kind, key)
        if entry not in self.entries and self.folder is not None:
            try:
                # There are hundreds, and pathlib takes as long for each as reading it does.
                with open(f"{self.folder}/{kind}/{key}", "rb", buffering=0) as file:
                    raw = file.read()
            except OSError:
                return None
            if raw[:_SEAL] == self._seal(kind, key, raw[_SEAL:]):
                self.entries[entry] = raw[_SEAL:]
        return self.entries.get(entry)

    def keep(self, kind: str, key: str, data: bytes) -> None:
        """Remember a result."""
        if self.entries.get((kind, key)) != data:
            self.entries[kind, key] = data
            self.new.add((kind, key))

    def save(self) -> str:
        """Write what is new; why that failed, which makes later runs slower but no run wrong, or nothing."""
        if self.folder is None or not self.new:
            return ""
        try:
            with held(self.folder):
                for kind in sorted({kind for kind, _ in self.new}):
                    self._write(self.folder / kind, kind)
                ignored = self.folder / ".gitignore"
                if not ignored.exists():
                    ignored.write_text("*\n", "utf-8")
        except OSError as error:
            return f"cannot keep results for later runs in {self.folder}: {error.strerror}"
        self.new.clear()
        return ""

    def _write(self, place: Path, kind: str) -> None:
        made = not place.exists()
        place.mkdir(exist_ok=True)
        for left in place.glob(f"*{_NEW}"):
            left.unlink()  # of a run that was killed
        aside = place / _NEW
        try:
            for key in sorted(key for k, key in self.new if k == kind):
                data = self.entries[kind, key]
                aside.write_bytes(self._seal(kind, key, data) + data)
                os.replace(aside, place / key)
        except OSError:
            aside.unlink(missing_ok=True)
            if made and not any(place.iterdir()):
                place.rmdir()
            raise
        self._tidy(place, kind)

    def _tidy(self, place: Path, kind: str) -> None:
        """Delete the oldest results that this run did not use, if there are too many."""
        used = {key for k, key in self.entries if k == kind}
        unused = sorted((p for p in place.iterdir() if p.name not in used), key=lambda p: p.stat().st_mtime_ns)
        room = max(_ROOM, 2 * len(used)) - len(used)
        for old in unused[: max(0, len(unused) - room)]:
            old.unlink()

    def _seal(self, kind: str, key: str, data: bytes) -> bytes:
        return hashlib.sha256(f"{self.mark}\0{kind}\0{key}\0".encode() + data).digest()
