"""What `make demo` and `make test` say on a machine where Python is missing, too old or not whole."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import needs
from building import PROJECT

_OLD = 'case "$1 $2" in "--version "*) echo "Python 3.10.13";; "-c ") exit 0;; *) exit 1;; esac'
_BARE = 'case "$2" in *ensurepip*) echo "No module named ensurepip" >&2; exit 1;; esac'


def _make(folder: Path, goal: str, python: str) -> subprocess.CompletedProcess[str]:
    for name in ("Makefile", "pyproject.toml", "requirements-dev.txt"):
        shutil.copy(PROJECT / name, folder)
    command = [needs.command("make"), "--no-print-directory", goal, f"PYTHON={python}"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("goal", ["demo", "test"])
@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "There is no {} here. Install Python 3.11 or newer; on Debian and Ubuntu: "
               "apt install python3 python3-venv"),
        (_OLD, "{} is Python 3.10.13, and 3.11 or newer is needed. Install one and name it: "
               "make {} PYTHON=python3.12"),
        (_BARE, "{} cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"),
    ],
)  # fmt: skip
def test_what_to_install_is_said_before_anything_is_made(
    goal: str, script: str | None, said: str, tmp_path: Path
) -> None:
    python = tmp_path / "bin" / "python3"
    if script is not None:
        python.parent.mkdir()
        python.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        python.chmod(0o755)
    done = _make(tmp_path, goal, str(python))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == said.format(python, goal)
    assert not (tmp_path / ".venv").exists()
