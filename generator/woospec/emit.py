"""Stage 7, emit: rendered text becomes files, or is compared with the files that are there.

Nothing in the output folder is touched before all of the new output is ready. Written last, MANIFEST.json says what
the output was made from; an interrupted run leaves it old, so that the next run writes again.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from woospec.text import WIDTH

MANIFEST = "MANIFEST.json"
_IGNORED = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


@dataclass(frozen=True, slots=True)
class Changes:
    """What a run wrote and deleted, or would."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.deleted)


def formatted(files: dict[str, str]) -> dict[str, str]:
    """Python files the way black leaves them.

    Templates print that form already, except that they do not break lines that are too long: only files with such
    lines go through black. The tests hold the whole output against black.
    """
    return {path: _black(text) if path.endswith(".py") and _has_long_line(text) else text for path, text in files.items()}


def _has_long_line(text: str) -> bool:
    return any(len(line) > WIDTH for line in text.splitlines())


def _black(text: str) -> str:
    import black

    mode = black.Mode(line_length=WIDTH, target_versions={black.TargetVersion.PY311})
    return black.format_str(text, mode=mode)


def digest(data: bytes) -> str:
    """The SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def manifest(files: dict[str, str], inputs: str) -> str:
    """What the output was made from, and the digest of every file of it."""
    listed = {path: digest(text.encode()) for path, text in sorted(files.items())}
    return json.dumps({"made_by": "woospec", "inputs": inputs, "files": listed}, indent=1) + "\n"


def read_manifest(output: Path) -> dict[str, Any]:
    """The manifest of an earlier run; empty if there is none, or none that can be read."""
    try:
        found = json.loads((output / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and found.get("made_by") == "woospec" else {}


def existing(output: Path) -> list[str]:
    """Every file below the output folder but caches, by relative path."""
    found: list[str] = []
    for folder, folders, names in os.walk(output):
        folders[:] = sorted(f for f in folders if f not in _IGNORED)
        relative = Path(folder).relative_to(output)
        found += [(relative / name).as_posix() for name in names if not name.endswith(".pyc")]
    return sorted(found)


def is_current(output: Path, inputs: str) -> bool:
    """Whether the output was made from these inputs and nobody has touched it since."""
    listed = read_manifest(output)
    if listed.get("inputs") != inputs:
        return False
    files: dict[str, str] = listed["files"]
    if [*sorted([*files, MANIFEST])] != existing(output):
        return False
    return all(digest((output / path).read_bytes()) == known for path, known in files.items())


def compare(files: dict[str, str], output: Path) -> Changes:
    """What writing `files` to the output folder would change."""
    there = set(existing(output))
    written = [p for p, text in sorted(files.items()) if p not in there or (output / p).read_bytes() != text.encode()]
    return Changes(tuple(written), tuple(sorted(there - files.keys())))


def diff(files: dict[str, str], output: Path, changes: Changes) -> str:
    """The changes as one unified diff, from what is there to what would be."""
    return "".join(_one_diff(path, files.get(path), output / path) for path in sorted([*changes.written, *changes.deleted]))


def _one_diff(path: str, new: str | None, place: Path) -> str:
    old = place.read_text("utf-8", "replace") if place.exists() else ""
    lines = difflib.unified_diff(
        old.splitlines(keepends=True),
        (new or "").splitlines(keepends=True),
        f"a/{path}" if place.exists() else "/dev/null",
        f"b/{path}" if new is not None else "/dev/null",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def write(files: dict[str, str], output: Path, changes: Changes) -> None:
    """Carry out `changes`: everything is first written aside, then moved into place, the manifest last."""
    refuse_foreign(output)
    output.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".woospec-", dir=output.parent))
    try:
        order = sorted(changes.written, key=lambda path: (path == MANIFEST, path))
        for i, path in enumerate(order):
            (aside / str(i)).write_bytes(files[path].encode())
        for i, path in enumerate(order):
            place = inside(output, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(aside / str(i), place)
    finally:
        shutil.rmtree(aside)
    for path in changes.deleted:
        place = inside(output, path)
        place.unlink()
        _remove_empty(place.parent, output)


def refuse_foreign(output: Path) -> None:
    """Raise ValueError if the output folder holds files and is none of ours: stale files in it will be deleted."""
    if output.exists() and any(output.iterdir()) and not read_manifest(output):
        raise ValueError(f"{output} is not empty and has no {MANIFEST} of woospec; choose an empty folder")


def inside(output: Path, path: str) -> Path:
    """The place of `path`, which must not lie outside the output folder."""
    place = output / path
    if output.resolve() not in place.resolve().parents:
        raise ValueError(f"{path} lies outside the output folder")
    return place


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output and not any(p.name not in _IGNORED for p in folder.iterdir()):
        shutil.rmtree(folder)
        folder = folder.parent
