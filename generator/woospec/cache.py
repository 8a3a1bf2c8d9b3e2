"""What earlier runs found out, so that a run after a small change does only what the change asks for.

One file beside the spec folder, outside version control: parsed files, places in them, formatted code, compiled
templates, and which parts of a description were found valid. It may be deleted at any time; one that is broken, or was
written with another generator, Python or set of installed packages, counts as empty.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from woospec.kinds import is_map

NAME = ".woospec-cache"
#: Entries that a run does not use are kept, for a limited run uses few; but not more of them than this for each used.
_UNUSED = 4


def digest(data: bytes) -> str:
    """The SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def sources(folder: Path) -> list[str]:
    """The files below a folder by relative path, in a fixed order, but hidden ones and what Python makes of its own."""
    found: list[str] = []
    start = len(str(folder)) + 1
    for here, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f != "__pycache__" and not f.startswith(".")]
        below = here[start:].replace(os.sep, "/")
        found += [f"{below}/{name}" if below else name for name in names if not name.endswith(".pyc")]
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
    """The sections of one file; without a path, of none."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.mark = surroundings() if path is not None else ""
        self.before = b""
        self.sections = {name: Section(known) for name, known in self._read().items()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not self.sections

    def section(self, name: str) -> Section:
        """The results of one kind."""
        return self.sections.setdefault(name, Section({}))

    def _read(self) -> dict[str, dict[str, Any]]:
        if self.path is None:
            return {}
        try:
            self.before = self.path.read_bytes()
            mark, sections = marshal.loads(self.before)  # noqa: S302 - our own file, plain data only
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        sound = mark == self.mark and is_map(sections) and all(is_map(known) for known in sections.values())
        return sections if sound else {}

    def save(self) -> None:
        """Write what is worth it, if that differs from what was there. Failing to is no fault."""
        if self.path is None:
            return
        now = marshal.dumps((self.mark, {name: one.worth_keeping() for name, one in self.sections.items()}))
        if now == self.before:
            return
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            aside.write_bytes(now)
            os.replace(aside, self.path)
        except OSError:
            aside.unlink(missing_ok=True)
