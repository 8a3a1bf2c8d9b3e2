"""Parsed files from earlier runs, so that a run after a small change parses only what changed.

One file beside the spec folder, outside version control. It may be deleted at any time; one that is broken, or was
written by another version of the loader or of Python, counts as empty.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from pathlib import Path
from typing import Any

from woospec.kinds import is_map

NAME = ".woospec-cache"
_LOADER = Path(__file__).with_name("load.py")


class Cache:
    """Plain data by the digest of the text that it was parsed from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mark = hashlib.sha256(_LOADER.read_bytes() + sys.version.encode()).hexdigest()
        self.known: dict[str, Any] = self._read()
        self.used: dict[str, Any] = {}

    def _read(self) -> dict[str, Any]:
        try:
            mark, known = marshal.loads(self.path.read_bytes())  # noqa: S302 - our own file, plain data only
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return known if mark == self.mark and is_map(known) else {}

    def find(self, text: bytes) -> Any:
        """What `text` was parsed to, or None."""
        key = hashlib.sha256(text).hexdigest()
        if key in self.known:
            self.used[key] = self.known[key]
        return self.known.get(key)

    def keep(self, text: bytes, data: Any) -> None:
        """Remember what `text` was parsed to."""
        self.used[hashlib.sha256(text).hexdigest()] = data

    def save(self) -> None:
        """Write what this run used, if that differs from what was there. Failing to is no fault."""
        if self.used.keys() == self.known.keys():
            return
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            aside.write_bytes(marshal.dumps((self.mark, self.used)))
            os.replace(aside, self.path)
        except OSError:
            aside.unlink(missing_ok=True)
