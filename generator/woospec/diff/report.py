"""A difference as text for a terminal, as Markdown for a pull request or a changelog, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from woospec.diff.changes import Change, Difference
from woospec.diff.rules import Verdict
from woospec.problems import printable

_TITLES: dict[Verdict, str] = {"breaking": "Breaking", "compatible": "Compatible", "docs": "Docs only"}
#: More operations or values than these are counted.
_FEW, _LONG = 4, 100


def text(found: Difference) -> str:
    """The report for a terminal."""
    lines: list[str] = []
    for title, changes in _sides(found):
        lines += [f"{title}: {_counted(changes)}", ""]
        for verdict, group in _by_verdict(changes):
            lines.append(f"{_TITLES[verdict]}:")
            for change in group:
                lines += [f"  {printable(one)}" for one in _said(change)]
            lines.append("")
    return "\n".join(lines)


def markdown(found: Difference) -> str:
    """The report for a pull request or a changelog."""
    lines: list[str] = []
    for title, changes in _sides(found):
        lines += [f"## {title}", "", f"{_counted(changes)[:1].upper()}{_counted(changes)[1:]}.", ""]
        for verdict, group in _by_verdict(changes):
            lines += [f"### {_TITLES[verdict]}", "", *map(_item, group), ""]
    return "\n".join(lines)


def entry(found: Difference, revision: str) -> str:
    """A draft for the changelog: what users of the API and of the client have to know about a revision."""
    lines = [f"## {revision}", ""]
    for verdict, group in _by_verdict([*found.wire, *(found.python or ())]):
        told = [f"- In {len(group)} places the words changed."] if verdict == "docs" else map(_item, group)
        lines += [f"{_TITLES[verdict]}:", "", *told, ""]
    return "\n".join(lines)


def as_json(found: Difference) -> str:
    """The report for programs: one object for each change, on both sides."""
    sides = {"wire": found.wire, "python": found.python}
    rows = {side: None if changes is None else [_row(c) for c in changes] for side, changes in sides.items()}
    return json.dumps({"old": found.old, "new": found.new, "breaking": found.is_breaking, **rows}, indent=2) + "\n"


FORMATS: dict[str, Callable[[Difference], str]] = {"text": text, "markdown": markdown, "json": as_json}


def _sides(found: Difference) -> Iterator[tuple[str, list[Change]]]:
    yield "On the wire", found.wire
    if found.python is not None:
        yield "In Python", found.python


def _counted(changes: Sequence[Change]) -> str:
    if not changes:
        return "no change"
    return ", ".join(f"{len(group)} {_TITLES[verdict].lower()}" for verdict, group in _by_verdict(list(changes)))


def _by_verdict(changes: list[Change]) -> Iterator[tuple[Verdict, list[Change]]]:
    for verdict in _TITLES:
        if group := [change for change in changes if change.rule.verdict == verdict]:
            yield verdict, group


def _said(change: Change) -> Iterator[str]:
    """One change on two or three lines."""
    yield f"{_place(change)}: {change.rule.says}{_values(change, ' -> ')} [{change.rule.id}]"
    where = [one for one in (change.place, _few(change.methods or change.operations)) if one]
    if where:
        yield f"    {'; '.join(where)}"
    if change.rule.verdict == "breaking":
        yield f"    {change.rule.why}"


def _place(change: Change) -> str:
    return f"{change.found.at} ({', '.join(change.versions)})" if change.versions else change.found.at


def _values(change: Change, arrow: str) -> str:
    was, now = (value if len(value) <= _LONG else f"{value[:_LONG]} …" for value in change.found[2:4])
    if was and now:
        return f": {was}{arrow}{now}"
    return f": {was or now}" if was or now else ""


def _few(names: list[str]) -> str:
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return ", ".join(names[:_FEW]) + more


def _item(change: Change) -> str:
    values = _values(change, " → ").removeprefix(": ")
    parts = [
        f"- {_code(change.found.at)}",
        f" ({', '.join(change.versions)})" if change.versions else "",
        f": {change.rule.says}",
        f" ({_code(values)})" if values else "",
        f". In {', '.join(map(_code, (change.methods or change.operations)[:_FEW]))}" if change.operations else "",
        f" and {len(change.operations) - _FEW} more" if len(change.operations) > _FEW else "",
        f". {change.rule.why}" if change.rule.verdict == "breaking" else ".",
    ]
    return "".join(parts)


def _code(value: str) -> str:
    """A code span; a backtick would end it."""
    kept = printable(value).replace("`", "'")
    return f"`{kept}`"


def _row(change: Change) -> dict[str, Any]:
    rule, found = change.rule, change.found
    return {
        "rule": rule.id,
        "verdict": rule.verdict,
        "versions": change.versions,
        "at": found.at,
        "says": rule.says,
        "why": rule.why,
        "was": found.was,
        "now": found.now,
        "before": found.before,
        "after": found.after,
        "place": change.place,
        "operations": change.operations,
        "methods": change.methods,
    }
