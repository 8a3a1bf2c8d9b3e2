"""Reads the cases of `tests/negative`: a small change to a sound spec. As a command, writes their reports anew."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from woospec.problems import report
from woospec.validate import collect

FOLDER = Path(__file__).parent / "negative"
_REPEAT = re.compile(r"(\d+) (.*)", re.DOTALL)


@dataclass
class Hunk:
    """Lines of one file that give way to others."""

    old: list[bytes] = field(default_factory=list[bytes])
    new: list[bytes] = field(default_factory=list[bytes])


def case_paths() -> list[Path]:
    """All cases, in order."""
    return sorted(FOLDER.glob("*.case"))


def expected_path(case: Path) -> Path:
    """Where the expected report of a case stands."""
    return case.with_name(f"{case.stem}.expected.txt")


def build(case: Path, folder: Path) -> Path:
    """The faulty spec of a case, written below `folder`."""
    target = folder / "spec"
    shutil.copytree(FOLDER / "base", target)
    for name, (word, hunks) in _changes(case.read_text(encoding="utf-8")).items():
        file = target / name
        if word == "delete":
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_bytes() if file.exists() and word != "new" else b""
        for hunk in hunks:
            text = _apply(text, hunk, name)
        file.write_bytes(text)
    return target


def _changes(text: str) -> dict[str, tuple[str, list[Hunk]]]:
    files: dict[str, tuple[str, list[Hunk]]] = {}
    hunks: list[Hunk] = []
    closed = True
    for line in text.splitlines()[1:]:
        if line.startswith("@@ "):
            name, _, word = line[3:].partition(" ")
            hunks = []
            files[name] = (word, hunks)
            closed = True
        elif line[:1] == "-":
            if closed or hunks[-1].new:
                hunks.append(Hunk())
            closed = False
            hunks[-1].old.append(line[1:].encode())
        elif line[:1] in ("+", "!", "*"):
            if closed:
                hunks.append(Hunk())
            closed = False
            hunks[-1].new.append(_added(line))
        elif not line:
            closed = True
        else:
            raise ValueError(f"not a line of a case: {line}")
    return files


def _added(line: str) -> bytes:
    sign, rest = line[0], line[1:]
    if sign == "!":
        return rest.encode("latin-1").decode("unicode_escape").encode("latin-1")
    if sign == "*":
        match = _REPEAT.match(rest)
        assert match is not None, line
        return (match[2] * int(match[1])).encode()
    return rest.encode()


def _apply(text: bytes, hunk: Hunk, name: str) -> bytes:
    new = b"".join(line + b"\n" for line in hunk.new)
    if not hunk.old:
        return text + new
    old = b"".join(line + b"\n" for line in hunk.old)
    if text.count(old) != 1:
        raise ValueError(f"{name}: found {text.count(old)} times: {old.decode()}")
    return text.replace(old, new)


def update() -> None:
    """Write the expected reports anew, each from what is reported today."""
    for case in case_paths():
        with tempfile.TemporaryDirectory() as folder:
            expected_path(case).write_text(report(collect(build(case, Path(folder)))), encoding="utf-8")


if __name__ == "__main__":
    update()
