"""Stage 7, emit: rendered text becomes files, or is compared with the files that are there.

MANIFEST.json lists what a run wrote, by digest. Only what it lists and nobody changed since is ever replaced or
deleted. Whatever else stands in the output folder is left alone, and links are not followed.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from woospec.inputs import digest
from woospec.moving import Replacement

if TYPE_CHECKING:
    from woospec.problems import Problems

MANIFEST = "MANIFEST.json"
_CACHES = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
_LISTED = re.compile(r'"([^"\\]+)": "([0-9a-f]{64})"')
_SHOWN = 10


class Changes(NamedTuple):
    """What a run wrote and deleted, or would, and what keeps it from doing so."""

    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    #: What earlier runs wrote, nobody needs any more, but somebody changed; it stays.
    edited: tuple[str, ...] = ()
    #: What no run wrote; it stays.
    strangers: tuple[str, ...] = ()
    #: Those of `written` in whose place stands what somebody changed, or what no run wrote.
    blocked: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.written or self.deleted)


def digests(files: Mapping[str, str]) -> dict[str, str]:
    """The digest of each file that is to be."""
    return {path: digest(text.encode()) for path, text in files.items()}


def manifest(listed: Mapping[str, str]) -> str:
    """Every file of the output with its digest."""
    return (
        json.dumps({"made_by": "woospec", "files": dict(sorted(listed.items()))}, indent=1, ensure_ascii=False) + "\n"
    )


def listed(output: Path) -> dict[str, set[str]]:
    """The files that earlier runs wrote, with the digests they had.

    A file has several after a run was interrupted, or where a merge left the manifests of two branches in one.
    """
    found: dict[str, set[str]] = {}
    place = output / MANIFEST
    for path, key in _LISTED.findall(place.read_text("utf-8", "replace")) if _signed(place) else ():
        found.setdefault(path, set()).add(key)
    return found


def _signed(place: Path) -> bool:
    return _is_plain(place) and b'"made_by": "woospec"' in place.read_bytes()


class Standing:
    """What stands in an output folder: files, links and other things by relative path, and folders.

    Hidden names and caches do not count, and folders of such names are not entered.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.found: dict[str, None] = {}
        self.folders: set[str] = set()
        for here, folders, names in os.walk(output):
            below = here[len(str(output)) + 1 :].replace(os.sep, "/")
            prefix = f"{below}/" if below else ""
            folders[:] = [f for f in folders if f not in _CACHES and not f.startswith(".")]
            links = [f for f in folders if os.path.islink(os.path.join(here, f))]
            self.folders |= {f"{prefix}{f}" for f in folders if f not in links}
            seen = (n for n in (*names, *links) if not n.startswith(".") and not n.endswith(".pyc"))
            self.found.update(dict.fromkeys(f"{prefix}{name}" for name in seen))

    def key(self, path: str) -> str:
        """The digest of a file; empty if there is none, or something else."""
        place = f"{self.output}/{path}"
        return digest(_read(place)) if _is_plain(place) else ""


def kept_of_others(output: Path, is_ours: Callable[[str], bool]) -> dict[str, str]:
    """The listed files that a limited run leaves alone, with the digests that they were written with."""
    standing, known = Standing(output), listed(output)
    there = [path for path in standing.found if path in known and path != MANIFEST and not is_ours(path)]
    return {path: key if (key := standing.key(path)) in known[path] else min(known[path]) for path in there}


def compare(wanted: Mapping[str, str], output: Path, kept: Iterable[str] = ()) -> Changes:
    """What making the output hold the files with the digests `wanted` would change; those that are `kept` stay."""
    standing, known = Standing(output), listed(output)
    there = sorted(standing.found)
    stale = [p for p in there if p in known and p not in wanted and p not in kept]
    deleted = {p for p in stale if standing.key(p) in known[p]}
    written: list[str] = []
    blocked: list[str] = []
    for path, key in sorted(wanted.items()):
        found = standing.key(path) if path in standing.found else None
        if found != key:
            written.append(path)
            free = _is_free(path, standing, deleted) if found is None else found in known.get(path, ())
            if path != MANIFEST and not free:
                blocked.append(path)
    return Changes(
        written=tuple(written),
        deleted=tuple(sorted(deleted)),
        edited=tuple(p for p in stale if p not in deleted),
        strangers=tuple(p for p in there if p not in known and p not in wanted),
        blocked=tuple(blocked),
    )


def _is_free(path: str, standing: Standing, deleted: set[str]) -> bool:
    """Whether nothing will stand in the place of a new file, nor on the way to it."""
    around = (str(p) for p in PurePosixPath(path).parents)
    if any(p in standing.found and p not in deleted for p in around):
        return False
    if path not in standing.folders:
        return True
    # A folder gives way if nothing in it stays, hidden or not.
    start = len(str(standing.output)) + 1
    below = (os.path.join(here, n) for here, _, names in os.walk(standing.output / path) for n in names)
    return all(p[start:].replace(os.sep, "/") in deleted or p.endswith(".pyc") for p in below)


def _is_plain(place: str | Path) -> bool:
    """Whether a file stands here itself: what is linked to can change without the link."""
    try:
        return stat.S_ISREG(os.lstat(place).st_mode)
    except OSError:
        return False


def _read(place: str) -> bytes:
    # There are a thousand files, and pathlib takes as long for each as reading it does.
    with open(place, "rb", buffering=0) as file:
        return file.read()


def diff(files: dict[str, str], output: Path, changes: Changes) -> str:
    """The changes as one unified diff, from what is there to what would be."""
    return "".join(
        _one_diff(path, files.get(path), output / path) for path in sorted([*changes.written, *changes.deleted])
    )


def stale(files: Mapping[str, str], output: Path, changes: Changes) -> Problems:
    """The changes as problems, each at the first line that differs."""
    from woospec.problems import Place, Problems, Stage  # only --check needs them

    problems = Problems(stage=Stage.OUTPUT)
    for path in sorted([*changes.written, *changes.deleted]):
        place, old, new = output / path, _shown(output / path), files.get(path)
        message = "this file is not what would be written now"
        if old is None:
            message = "this file is missing"
        elif new is None:
            message = "nothing is written into this file any more"
        problems.outside.add(place.as_posix())
        where = Place(place.as_posix(), _first_difference(_lines(old or ""), _lines(new or "")), 1, "")
        problems.add("stale", message, where, hint="build without --check, and commit what that writes")
    return problems


def _first_difference(old: list[str], new: list[str]) -> int:
    """The number of the first line that differs, or of the last one if only more would follow."""
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return max(1, min(same + 1, len(old)))


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


def write(files: Mapping[str, str], output: Path, changes: Changes) -> None:
    """Carry out `changes`, all of them or none; the caller holds the folder.

    Raises ValueError if the folder is not ours or something in it is in the way, OSError if writing fails.
    """
    refuse_foreign(output)
    if changes.blocked:
        raise ValueError(
            f"{output} holds files that somebody changed, or that woospec did not write, where new ones must go: "
            f"{several(changes.blocked)}. Nothing was written. Move them away, or delete them, and build again"
        )

    @cache  # most files stand beside others
    def resolved(folder: str) -> str:
        return os.path.realpath(folder)

    gone = [inside(output, path, resolved) for path in changes.deleted]
    new = {inside(output, p, resolved): files[p].encode() for p in sorted(changes.written) if p != MANIFEST}
    place, after = output / MANIFEST, files[MANIFEST].encode()
    before = place.read_bytes() if place.exists() else b""
    Replacement(output).run(gone, new, place, before + after, after)
    for folder in {place.parent for place in gone}:
        _remove_empty(folder, output)


def several(paths: Iterable[str]) -> str:
    """A few of many paths."""
    shown = list(paths)
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more


def foreign(changes: Changes, ours: Iterable[str]) -> list[str]:
    """The strangers, those of a folder that holds nothing else as that folder."""
    if not changes.strangers:
        return []
    folders = {str(parent) for path in ours for parent in PurePosixPath(path).parents}

    def shown(path: str) -> str:
        around = [str(p) for p in reversed(PurePosixPath(path).parents) if str(p) not in folders]
        return f"{around[0]}/" if around else path

    return list(dict.fromkeys(map(shown, changes.strangers)))


def refuse_foreign(output: Path) -> None:
    """Raise ValueError if the output folder holds files and none of them is ours; hidden names do not count.

    A manifest that somebody spoiled, or merged badly, still tells whose folder it is.
    """
    if output.is_symlink() and not output.exists():
        raise ValueError(f"{output} is a link that leads nowhere")
    seen = any(not p.name.startswith(".") for p in output.iterdir()) if output.exists() else False
    if seen and not _signed(output / MANIFEST):
        raise ValueError(f"{output} is not empty and has no {MANIFEST} of woospec; choose an empty folder")


def inside(output: Path, path: str, resolved: Callable[[str], str] = os.path.realpath) -> Path:
    """The place of `path`, which must not lie outside the output folder, nor be spelled as if it could."""
    parts = PurePosixPath(path).parts
    plain = "\\" not in path and "\0" not in path and ".." not in parts and path == "/".join(parts) and parts
    place = output / path
    root = resolved(str(output))
    if not plain or os.path.commonpath([root, resolved(os.path.dirname(place))]) != root:
        raise ValueError(f"{path!r} lies outside the output folder {output}")
    return place


def _remove_empty(folder: Path, output: Path) -> None:
    """Remove a folder in which nothing is left but what Python compiled of it, and those around it."""
    while folder != output and folder.is_dir():
        left = list(folder.iterdir())
        if any(p.name != "__pycache__" or p.is_symlink() or any(q.suffix != ".pyc" for q in p.iterdir()) for p in left):
            return
        shutil.rmtree(folder, ignore_errors=True)
        folder = folder.parent
