"""What a run depends on, as digests: the files of a folder, the generator, Python and the installed packages."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path

#: Files that people, editors and systems leave behind.
_LEFT_BEHIND = re.compile(r"\..*|.*(~|\.(pyc|swp|swo|bak|orig|rej|tmp))|#.*#")
#: Pages for people, which nothing is made of.
_PAGE = "README.md"
#: Time and size of files by path.
Standing = dict[str, tuple[int, int]]


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def text_digest(data: bytes) -> str:
    """Return a digest of a text file that is the same with Windows line ends."""
    return digest(data.replace(b"\r\n", b"\n"))


def sources(folder: Path) -> list[str]:
    """List the files below a folder by relative path, in a fixed order, without what editors and tools leave behind."""
    found: list[str] = []
    start = len(str(folder)) + 1
    for here, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f != "__pycache__" and not f.startswith(".")]
        below = here[start:].replace(os.sep, "/")
        found += [f"{below}/{name}" if below else name for name in names if not _LEFT_BEHIND.fullmatch(name)]
    return sorted(found)


def files_digest(folder: Path, without: str = "/") -> str:
    """Return a digest of all files below a folder, but of pages for people, line ends and the folder `without`."""
    total = hashlib.sha256()
    for path in sources(folder):
        if path.rpartition("/")[2] != _PAGE and not path.startswith(without):
            with open(f"{folder}/{path}", "rb") as file:
                total.update(f"{path}\0{text_digest(file.read())}\n".encode())
    return total.hexdigest()


def standing(places: Iterable[Path]) -> Standing:
    """Return what stands in some folders and files, of all that something is made of."""
    found: Standing = {}
    for place in places:
        for path in [f"{place}/{below}" for below in sources(place)] or [str(place)]:
            try:
                told = os.stat(path)
            except OSError:
                continue  # it went while we looked
            found[path] = (told.st_mtime_ns, told.st_size)
    return found


@cache
def surroundings() -> str:
    """Return a digest of what decides results besides the project: generator, Python, installed packages."""
    folders = [Path(p) for p in sys.path if Path(p).name in ("site-packages", "dist-packages")]
    installed = sorted(p.name for folder in folders if folder.is_dir() for p in folder.glob("*.dist-info"))
    generator = files_digest(Path(__file__).parent)
    return digest("\n".join([generator, sys.version, *installed]).encode())


def refuse_unused(over: Path, templates: Path) -> None:
    """Raise ValueError for a template that would be laid over none of ours, and that no other one of its folder names.

    It would change nothing, and nobody would be told of the misspelt name.
    """
    if not over.is_dir():
        raise ValueError(f"there is no folder {over}")
    known = [path.name for path in templates.glob("*.jinja")]
    texts = {path.name: path.read_text("utf-8", "replace") for path in over.glob("*.jinja")}
    for name in texts:
        if name not in known and not any(name in text for other, text in texts.items() if other != name):
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ValueError(f"{over} has a template {name}, but there is none of that name to lay it over{hint}")
