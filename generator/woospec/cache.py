"""What earlier runs found out, so that a run after a small change does only what the change asks for.

One folder beside the spec folder, outside version control, with a file for each kind of result: parsed files, places in
them, formatted code, compiled templates, which parts of a description were found valid, and the digests of the output.
It may be deleted at any time. Each file begins with a checksum of all it holds, of its name, and of the generator, the
Python and the installed packages that wrote it; one whose checksum is wrong counts as empty and is never looked into.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

from woospec.locking import held

NAME = ".woospec-cache"
_SEAL, _NEW = hashlib.sha256().digest_size, ".new"
#: Files that people, editors and systems leave behind.
_LEFT_BEHIND = re.compile(r"\..*|.*(~|\.(pyc|swp|swo|bak|orig|rej|tmp))|#.*#")
#: Entries that a run does not use are kept, for a limited run uses few; but not more of them than this for each used.
_UNUSED = 4


def digest(data: bytes) -> str:
    """The SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def sources(folder: Path) -> list[str]:
    """The files below a folder by relative path, in a fixed order, but hidden ones and what tools leave behind."""
    found: list[str] = []
    start = len(str(folder)) + 1
    for here, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f != "__pycache__" and not f.startswith(".")]
        below = here[start:].replace(os.sep, "/")
        found += [f"{below}/{name}" if below else name for name in names if not _LEFT_BEHIND.fullmatch(name)]
    return sorted(found)


def files_digest(folder: Path) -> str:
    """A digest of all files below a folder."""
    total = hashlib.sha256()
    for path in sources(folder):
        with open(f"{folder}/{path}", "rb") as file:
            total.update(path.encode() + b"\0" + hashlib.sha256(file.read()).digest())
    return total.hexdigest()


@cache
def generator_digest() -> str:
    """A digest of this package."""
    return files_digest(Path(__file__).parent)


def surroundings() -> str:
    """A digest of what decides the results besides the project: generator, Python, installed packages."""
    folders = [Path(p) for p in sys.path if Path(p).name in ("site-packages", "dist-packages")]
    installed = sorted(p.name for folder in folders if folder.is_dir() for p in folder.glob("*.dist-info"))
    return digest("\n".join([generator_digest(), sys.version, *installed]).encode())


class Section:
    """Results of one kind, by a digest of all that they depend on; plain data only."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.used: set[str] = set()

    def find(self, key: str) -> Any:
        """The result for `key`, or None."""
        if key in self.known:
            self.used.add(key)
        return self.known.get(key)

    def keep(self, key: str, result: Any) -> None:
        """Remember a result."""
        self.used.add(key)
        self.known[key] = result

    def worth_keeping(self) -> dict[str, Any]:
        """What is used, and the rest as long as it is not too much."""
        few = len(self.known) <= (1 + _UNUSED) * len(self.used)
        return {k: v for k, v in self.known.items() if few or k in self.used}


class Cache:
    """The sections in the files of one folder; without a folder, of none."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.mark = surroundings() if folder is not None else ""
        self.sections: dict[str, Section] = {}
        self.before: dict[str, str] = {}

    def section(self, name: str) -> Section:
        """The results of one kind."""
        if name not in self.sections:
            self.sections[name] = Section(self._read(name))
        return self.sections[name]

    def _read(self, name: str) -> dict[str, Any]:
        try:
            raw = b"" if self.folder is None else (self.folder / name).read_bytes()
        except OSError:
            return {}
        seal, data = raw[:_SEAL], raw[_SEAL:]
        if seal != self._seal(name, data):
            return {}
        self.before[name] = digest(data)
        known: dict[str, Any] = marshal.loads(data)  # noqa: S302 - our own file, as we wrote it; plain data only
        return known

    def _seal(self, name: str, data: bytes) -> bytes:
        """A checksum of a section, of its name and of what wrote it."""
        return hashlib.sha256(f"{self.mark}\0{name}\0".encode() + data).digest()

    def save(self) -> str:
        """Write what is worth it; why that failed, which makes later runs slower but no run wrong, or nothing."""
        if self.folder is None:
            return ""
        try:
            with held(self.folder):
                for left in self.folder.glob(f"*{_NEW}"):
                    left.unlink()  # of a run that was killed
                for name, section in self.sections.items():
                    self._write(self.folder / name, section)
        except OSError as error:
            return f"cannot keep results for later runs in {self.folder}: {error.strerror}"
        return ""

    def _write(self, place: Path, section: Section) -> None:
        data = marshal.dumps(section.worth_keeping())
        if digest(data) == self.before.get(place.name):
            return
        aside = place.with_name(f"{place.name}{_NEW}")
        try:
            aside.write_bytes(self._seal(place.name, data) + data)
            os.replace(aside, place)
        finally:
            aside.unlink(missing_ok=True)
