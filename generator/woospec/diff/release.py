"""The command `woospec release`: the next revision by what changed since the last one, and a draft of what to say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from woospec.diff.changes import Change
from woospec.diff.command import difference
from woospec.diff.report import entry
from woospec.diff.rules import VERDICTS, Verdict
from woospec.diff.sources import Source, git, opened
from woospec.families import REVISION, ROOT
from woospec.store import NAME, Store

_CHANGELOG, _UNRELEASED = "CHANGELOG.md", "## Unreleased"
#: Which of the three numbers grows; before 1.0.0 what breaks is told from what does not by nothing but the notes.
_GROWS: dict[Verdict, int] = {"breaking": 0, "compatible": 1, "docs": 2}
_LINE = re.compile(r"^(info:\n(?:  .*\n)*?  version: *).*$", re.MULTILINE)


class Release(NamedTuple):
    """What comes after a revision.

    Attributes:
        since: What the description was compared with.
        was: Its revision.
        said: The revision that the description says now.
        verdict: The worst of the changes; None if nothing changed.
        next: The revision that follows; the old one if nothing changed.
        entry: A draft for the changelog, in Markdown; empty if nothing changed.
    """

    since: str
    was: str
    said: str
    verdict: Verdict | None
    next: str
    entry: str

    @property
    def is_enough(self) -> bool:
        """Whether the revision that the description says is at least the one that follows."""
        return _numbers(self.said) >= _numbers(self.next)


def release(since: str, root: Path) -> Release:
    """Compare the description with an older one: a folder, a revision of git or, if empty, a release's last tag."""
    store = Store(root / NAME)
    since = since or _last_tag(root)
    with opened(since, root, store) as old, opened(str(root / "spec"), root, store) as new:
        found = difference(old, new)
        was, said = _revision(old), _revision(new)
    store.save()
    verdict = _worst([*found.wire, *(found.python or ())])
    follows = following(was, verdict)
    return Release(since, was, said, verdict, follows, entry(found, follows) if verdict else "")


def following(was: str, verdict: Verdict | None) -> str:
    """The revision after `was`: a change that breaks raises the first number, or the second as long as that is 0."""
    if verdict is None:
        return was
    numbers = _numbers(was)
    grows = max(_GROWS[verdict], 0 if numbers[0] else 1)
    return ".".join(str(n + 1 if i == grows else 0 if i > grows else n) for i, n in enumerate(numbers))


def write(found: Release, root: Path) -> list[str]:
    """Put the next revision into the description and the draft into the changelog, and return what was done.

    A changelog that has an entry of that revision stays as it is: somebody may have worked on it.
    """
    if found.verdict is None:
        return []
    place, log = root / "spec" / ROOT, root / _CHANGELOG
    before, told = place.read_text("utf-8"), log.read_text("utf-8") if log.exists() else "# Changes\n\n"
    after, count = _LINE.subn(rf"\g<1>{found.next}", before, count=1)
    if not count:
        raise ValueError(f"{place} has no line for info.version")
    done: list[str] = []
    if found.said != found.next:
        place.write_text(after, "utf-8")
        done.append(f"wrote {place}")
    if found.entry.partition("\n")[0] in told.splitlines():
        return [*done, f"left {log} alone: it has an entry of {found.next}"]
    log.write_text(_added(told, found), "utf-8")
    return [*done, f"wrote {log}"]


def _added(text: str, found: Release) -> str:
    """A changelog with the draft: below what was noted for this release, or above that of the last one."""
    title, _, draft = found.entry.partition("\n\n")
    start = text.find("## ") if "## " in text else len(text)
    if not text.startswith(_UNRELEASED, start):
        return f"{text[:start]}{found.entry}\n{text[start:]}"
    noted = text[start + len(_UNRELEASED) :]
    end = noted.find("\n## ") + 1 or len(noted)
    return f"{text[:start]}{title}{noted[:end].rstrip()}\n\n{draft}\n{noted[end:]}"


def _worst(changes: list[Change]) -> Verdict | None:
    found = {change.rule.verdict for change in changes}
    for verdict in VERDICTS:
        if verdict in found:
            return verdict
    return None


def _last_tag(root: Path) -> str:
    found = git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*")
    if found is None:
        raise ValueError(f"{root} has no tag of a release; name a revision of git to compare with")
    return found.decode().strip()


def _revision(source: Source) -> str:
    """The revision that a description says; each version of the API has the same."""
    said = next((str(one.document["info"].get("version")) for one in source.versions.values()), "")
    if not REVISION.fullmatch(said):
        raise ValueError(f"{source.label} is no description with a revision")
    return said


def _numbers(revision: str) -> tuple[int, ...]:
    return tuple(map(int, revision.split(".")))
