"""One at a time: a folder is held by one run, and the next one waits.

The lock is the kernel's own, on the folder itself: there is no file to leave behind, and a run that is killed gives it
up. Where the system knows no such locks, nobody waits.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def held(folder: Path, waiting: Callable[[], object] = lambda: None) -> Generator[None, None, None]:
    """Hold a folder; `waiting` is called if another run holds it.

    If the folder is not there it is made, and goes again if nothing was put into it.
    """
    missing: list[Path] = []
    while True:
        missing = [p for p in (folder, *folder.parents) if not p.exists()] or missing
        folder.mkdir(parents=True, exist_ok=True)
        opened = os.open(folder, os.O_RDONLY) if sys.platform != "win32" else -1
        try:
            _lock(opened, waiting)
            if opened >= 0 and not _is_same(folder, opened):
                continue  # whoever held it took the folder away
            yield
            return
        finally:
            for made in missing:
                with suppress(OSError):
                    made.rmdir()
            if opened >= 0:
                os.close(opened)


def _lock(opened: int, waiting: Callable[[], object]) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(opened, fcntl.LOCK_EX)
    except OSError:
        return  # a file system without locks


def _is_same(folder: Path, opened: int) -> bool:
    try:
        return os.path.samestat(os.stat(folder), os.fstat(opened))
    except FileNotFoundError:
        return False
