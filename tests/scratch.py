"""Where tests write their files: a run makes and deletes 50,000 small ones, which some disks take half a minute for."""

from __future__ import annotations

import os
from pathlib import Path

_MEMORY = Path("/dev/shm")  # pytest makes a folder in it that only its user can read
#: A run has up to 120 MB at a time.
_NEEDED = 1 << 30
#: pytest's own word for the folder below which it makes those of `tmp_path`.
_PLACE = "PYTEST_DEBUG_TEMPROOT"


def use_memory() -> None:
    """Have pytest write into memory where there is room, and programs can be run; who names a place is heard."""
    if _PLACE not in os.environ and _has_room(_MEMORY):
        os.environ[_PLACE] = str(_MEMORY)


def _has_room(place: Path) -> bool:
    if not os.access(place, os.W_OK | os.X_OK):
        return False
    about = os.statvfs(place)
    return about.f_bavail * about.f_frsize >= _NEEDED and not about.f_flag & os.ST_NOEXEC
