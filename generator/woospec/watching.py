"""Building anew after each save, as `woospec build --watch` does: files are looked at again and again."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

from woospec.inputs import sources

#: Seconds between two looks.
_PAUSE = 0.1
#: Time and size of files by path.
Standing = dict[str, tuple[int, int]]


def saves(*folders: Path) -> Iterator[None]:
    """Yield at first, and again after each row of saves in some folders; never end.

    Editors and git write several files one after the other: what did not change between two looks is built.
    """
    built: Standing | None = None
    last: Standing | None = None
    while True:
        now = standing(folders)
        if now == last != built:
            built = now
            yield
            gc.collect()  # runs do without the collector
        last = now
        time.sleep(_PAUSE)


def standing(folders: tuple[Path, ...]) -> Standing:
    """Return what stands below some folders, of all that something is made of."""
    found: Standing = {}
    for folder in folders:
        for path in sources(folder):
            try:
                told = os.stat(f"{folder}/{path}")
            except OSError:
                continue  # it went while we looked
            found[f"{folder}/{path}"] = (told.st_mtime_ns, told.st_size)
    return found
