"""Building anew after each save, as `woospec build --watch` does: files are looked at again and again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from woospec.collecting import collect
from woospec.inputs import Standing, standing

#: Seconds between two looks; one takes about 6 ms.
_PAUSE = 0.05


def saves(*places: Path) -> Iterator[None]:
    """Yield at first, and again after each row of saves in some folders and files; never end.

    Editors and git write several files one after the other: what did not change between two looks is built.
    """
    built: Standing | None = None
    last: Standing | None = None
    while True:
        now = standing(places)
        if now == last != built:
            built = now
            yield
            collect()
        last = now
        time.sleep(_PAUSE)
