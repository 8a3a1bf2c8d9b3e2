"""Stage 7, emit: rendered text becomes files, or is compared with the files that are there.

Nothing in the output folder is touched before all of the new output is ready. Written last, MANIFEST.json says what
the output was made from; an interrupted run leaves it old, so that the next run writes again.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from woospec.cache import Section, digest
from woospec.kinds import is_map
from woospec.text import WIDTH

MANIFEST = "MANIFEST.json"
_IGNORED = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


class Changes(NamedTuple):
    """What a run wrote and deleted, or would."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.deleted)


def formatted(files: dict[str, str], known: Section | None = None) -> dict[str, str]:
    """Python files the way black leaves them.

    Templates print that form already, except that they do not break lines that are too long: only files with such
    lines go through black, and only if they are not `known` from an earlier run. The tests hold the whole output
    against black.
    """
    known = known or Section({})
    return {
        path: _formatted(text, known) if path.endswith(".py") and _has_long_line(text) else text
        for path, text in files.items()
    }


def _formatted(text: str, known: Section) -> str:
    key = digest(text.encode())
    found: str | None = known.find(key)
    if found is None:
        found = _black(text)
        known.keep(key, found)
    return found


def _has_long_line(text: str) -> bool:
    return any(len(line) > WIDTH for line in text.splitlines())


def _black(text: str) -> str:
    from black import format_str
    from black.mode import Mode, TargetVersion

    return format_str(text, mode=Mode(line_length=WIDTH, target_versions={TargetVersion.PY311}))


def manifest(files: dict[str, str], inputs: str, kept: dict[str, str] | None = None) -> str:
    """What the output was made from, and the digest of every file of it; `kept` are those of files that stay."""
    digests = {path: digest(text.encode()) for path, text in files.items()} | (kept or {})
    return _manifest(dict(sorted(digests.items())), inputs)


def _manifest(digests: dict[str, str], inputs: str) -> str:
    return json.dumps({"made_by": "woospec", "inputs": inputs, "files": digests}, indent=1) + "\n"


def read_manifest(output: Path) -> dict[str, Any]:
    """The manifest of an earlier run; empty if there is none, or none that can be read."""
    try:
        found = json.loads((output / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    sound = is_map(found) and found.get("made_by") == "woospec" and is_map(found.get("files"))
    return found if sound else {}


def existing(output: Path) -> list[str]:
    """Every file, and every link to a folder, below the output folder but caches, by relative path."""
    found: list[str] = []
    for folder, folders, names in os.walk(output):
        folders[:] = [f for f in folders if f not in _IGNORED]
        links = [f for f in folders if os.path.islink(os.path.join(folder, f))]
        below = folder[len(str(output)) + 1 :].replace(os.sep, "/")
        kept = [name for name in (*names, *links) if not name.endswith(".pyc")]
        found += [f"{below}/{name}" if below else name for name in kept]
    return sorted(found)


def is_current(output: Path, inputs: str) -> bool:
    """Whether the output was made from these inputs and nobody has touched it since."""
    listed = read_manifest(output)
    if listed.get("inputs") != inputs:
        return False
    files: dict[str, str] = listed["files"]
    if (output / MANIFEST).read_bytes() != _manifest(files, inputs).encode():
        return False
    if [*sorted([*files, MANIFEST])] != existing(output):
        return False
    return all(
        _is_plain(f"{output}/{path}") and digest(_read(f"{output}/{path}")) == known for path, known in files.items()
    )


def digests(output: Path, paths: Iterable[str]) -> dict[str, str]:
    """The digests of files that are there."""
    return {path: digest(_read(f"{output}/{path}")) for path in paths}


def compare(files: dict[str, str], output: Path, kept: Iterable[str] = ()) -> Changes:
    """What writing `files` to the output folder would change; those that are `kept` stay as they are."""
    there = set(existing(output)) - set(kept)
    written = [p for p, text in sorted(files.items()) if p not in there or not _holds(f"{output}/{p}", text.encode())]
    return Changes(tuple(written), tuple(sorted(there - files.keys())))


def _is_plain(place: str | Path) -> bool:
    """Whether a file stands here itself: what is linked to can change without the link."""
    try:
        return stat.S_ISREG(os.lstat(place).st_mode)
    except OSError:
        return False


def _holds(place: str, data: bytes) -> bool:
    return _is_plain(place) and _read(place) == data


def _read(place: str) -> bytes:
    # There are a thousand files, and pathlib takes as long for each as reading it does.
    with open(place, "rb", buffering=0) as file:
        return file.read()


def diff(files: dict[str, str], output: Path, changes: Changes) -> str:
    """The changes as one unified diff, from what is there to what would be."""
    return "".join(
        _one_diff(path, files.get(path), output / path) for path in sorted([*changes.written, *changes.deleted])
    )


def _one_diff(path: str, new: str | None, place: Path) -> str:
    import difflib  # only --check needs it

    old = _shown(place)
    lines = difflib.unified_diff(
        _lines(old or ""),
        _lines(new or ""),
        f"a/{path}" if old is not None else "/dev/null",
        f"b/{path}" if new is not None else "/dev/null",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _shown(place: Path) -> str | None:
    """What stands at a place as a diff shows it; None if there is no file."""
    if place.is_symlink():
        return f"(a link to {os.readlink(place)})"
    return place.read_bytes().decode("utf-8", "replace") if place.is_file() else None


def _lines(text: str) -> list[str]:
    """Lines as every diff counts them: only a line feed ends one."""
    return io.StringIO(text, newline="\n").readlines()


def write(files: dict[str, str], output: Path, changes: Changes) -> None:
    """Carry out `changes`: everything is first written aside, then moved into place, the manifest last."""
    refuse_foreign(output)
    gone = [inside(output, path) for path in changes.deleted]
    order = sorted(changes.written, key=lambda path: (path == MANIFEST, path))
    places = [inside(output, path) for path in order]
    output.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".woospec-", dir=output.parent))
    try:
        for i, path in enumerate(order):
            (aside / str(i)).write_bytes(files[path].encode())
        if not read_manifest(output):
            # An interrupted first run leaves a folder that the next one knows for ours.
            (output / MANIFEST).write_text(manifest({}, ""), "utf-8")
        for place in gone:
            place.unlink()
            _remove_empty(place.parent, output)
        for i, place in enumerate(places):
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.is_dir() and not place.is_symlink():
                place.rmdir()
            os.replace(aside / str(i), place)
    finally:
        shutil.rmtree(aside)


def refuse_foreign(output: Path) -> None:
    """Raise ValueError if the output folder holds files and is none of ours: stale files in it will be deleted.

    A manifest that somebody spoiled, or merged badly, still tells whose folder it is.
    """
    if output.exists() and any(output.iterdir()) and not _signed(output / MANIFEST):
        raise ValueError(f"{output} is not empty and has no {MANIFEST} of woospec; choose an empty folder")


def _signed(place: Path) -> bool:
    return _is_plain(place) and b'"made_by": "woospec"' in place.read_bytes()


def inside(output: Path, path: str) -> Path:
    """The place of `path`, which must not lie outside the output folder, nor be spelled as if it could."""
    parts = PurePosixPath(path).parts
    plain = "\\" not in path and "\0" not in path and ".." not in parts and path == "/".join(parts)
    place = output / path
    root = output.resolve()
    if not plain or root not in (place.parent.resolve(), *place.parent.resolve().parents):
        raise ValueError(f"{path!r} lies outside the output folder {output}")
    return place


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output and not any(p.name not in _IGNORED for p in folder.iterdir()):
        shutil.rmtree(folder)
        folder = folder.parent
