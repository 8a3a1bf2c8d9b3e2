"""Checks of a wheel before it is made: these files are what one build of the generator wrote, of the description beside them.

Hatchling runs this. The files are always held against their manifest. They are compared with the description only if it
lies beside them, as in a clone, and `woospec` is on the PATH. Otherwise a warning says so and the wheel is made: of a
package with overlays nobody knows here which ones they were. A source distribution has nothing to compare with.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

UNCOMPARED = (
    "the wheel is made although nobody compared its files with {}, which may say otherwise by now: there is no woospec "
    "on the PATH. Put it there (`pip install woospec`, or activate the project's environment), and make the wheel again"
)
UNKNOWN = (
    "the wheel is made although nobody compared its files with the description, overlays and templates that they were made "
    "of, which may say otherwise by now. Run `woospec build --check` with the options that it was built with"
)
MEND = "run `woospec build` in the project's folder, and commit what it wrote"
MEND_ELSEWHERE = "run `woospec build` with the options that it was built with"


class CheckOutput(BuildHookInterface[Any]):
    """Refuses a wheel of files that do not fit together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before it makes a wheel; an editable one is always made, as it holds no files."""
        if version == "editable":
            return
        here = Path(self.root)
        project = here.parent
        beside = here.name == "generated" and (project / "spec").is_dir() and (project / "templates").is_dir()
        changed = edited(here)
        if changed:
            mend = MEND if beside else MEND_ELSEWHERE
            self.app.abort(f"{changed[0]} is not what woospec wrote ({len(changed)} such files): {mend}")
        if beside:
            self.compare(here, project)
        elif not (here / "PKG-INFO").exists():
            self.app.display_warning(UNKNOWN)

    def compare(self, here: Path, project: Path) -> None:
        """Ask the generator whether the description beside these files still says the same."""
        woospec = shutil.which("woospec")
        if woospec is None:
            self.app.display_warning(UNCOMPARED.format(project / "spec"))
            return
        command = [woospec, "--root", str(project), "build", "--check", "--out", str(here)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
        if done.returncode:
            last = (done.stdout + done.stderr).strip().rpartition("\n")[2]
            self.app.abort(f"{project / 'spec'} says otherwise than these files ({last}): {MEND}")


def edited(folder: Path) -> list[str]:
    """The files that the manifest lists and that are not as it says."""
    listed = json.loads((folder / "MANIFEST.json").read_text("utf-8"))["files"]
    return [path for path, key in listed.items() if digest(folder / path) != key]


def digest(file: Path) -> str:
    """The digest of a file; empty if it is not there."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
