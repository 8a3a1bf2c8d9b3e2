"""mypy with what its earlier runs found, as people run it: nearly all of its time goes into what is as it was then.

It works on a copy, which takes the place of what was kept when it has ended, at one stroke. So tests that are stopped,
or run twice at once, leave nothing half written.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from building import OWN_ARCHIVE, PROJECT

#: `make clean` takes it away. mypy itself looks whether what it finds there still holds.
KEPT = PROJECT / ".mypy_cache" / "tests"


def mypy(name: str, folder: Path, environment: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run mypy in a folder; what it finds is kept under a name for the next run."""
    kept, cache = KEPT / f"{name}.tar", folder / ".mypy_cache"
    if kept.exists():
        shutil.unpack_archive(kept, cache, **OWN_ARCHIVE)
    command = [sys.executable, "-m", "mypy", *arguments]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False)
    if run.returncode > 1:  # it could not go through with it: whatever the cause, the next run begins with nothing
        kept.unlink(missing_ok=True)
        return run
    KEPT.mkdir(parents=True, exist_ok=True)
    os.replace(shutil.make_archive(str(KEPT / f"{name}-{os.getpid()}"), "tar", cache), kept)
    return run
