"""How tests run the tools that `make tools` installs below tests/tools."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import needs
from building import PROJECT
from needs import TOOLS

NODE, PYTHON = TOOLS / "node_modules" / ".bin", TOOLS / ".venv" / "bin"
DOCUMENTS = sorted((PROJECT / "generated" / "wooclient" / "documents").glob("*.json"))


def run(folder: Path, tool: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the tools without telemetry and without our packages."""
    needs.tool(tool)
    return ran(folder, str(tool), *arguments)


def ran(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as the tools are run."""
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1", "CI": "true"}
    path = os.pathsep.join((str(Path(command[0]).parent), str(PYTHON), os.environ["PATH"]))
    environ = {**os.environ, **quiet, "PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    environ.pop("PYTHONPATH", None)
    return subprocess.run(
        command,
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def found_in(text: str, opening: str) -> list[Any]:
    """Each JSON value, one or more in a row, that a tool printed among other things."""
    found: list[Any] = []
    decoder, at = json.JSONDecoder(), text.find(opening)
    while at >= 0:
        value, end = decoder.raw_decode(text, at)
        found.append(value)
        at = text.find(opening, end)
    return found


def read_by(script: str, *arguments: str) -> tuple[int, list[str]]:
    """How many examples a script of tests/tools could read, and what was refused."""
    done = run(TOOLS, PYTHON / "python", script, *arguments)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    return told["read"], told["refused"]
