"""The report for a terminal. Nothing that a store says can steer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..contract.described.description import Json
from ..contract.terminal.progress import printable
from .findings import CAUSES, COUNTED

#: So many operations are named for each difference; a report has them all.
_OPERATIONS = 4


def text(report: Json) -> str:
    """All of the report that somebody at a terminal needs."""
    return "".join(f"{printable(line)}\n" for line in _lines(report))


def _lines(report: Json) -> Iterator[str]:
    store = report["store"]
    software = [f"WooCommerce {store['release'] or '(release not told)'}"]
    software += [f"{name} {release}" for name, release in store["software"].items()]
    yield f"{store['url']}: {', '.join(software)}"
    yield f"Serves {', '.join(report['versions'])}{_absent(report['absent'])}. {report['release']}."
    for cause, title in CAUSES.items():
        rows = [one for one in report["differences"] if one["cause"] == cause]
        if rows:
            yield ""
            yield f"{title}: {counted(len(rows), 'difference')}"
            yield from (f"  {line}" for one in rows for line in _difference(one))
    yield ""
    yield from _rest(report)


def _absent(versions: Sequence[str]) -> str:
    return f"; not {', '.join(versions)}" if versions else ""


def _difference(one: Json) -> Iterator[str]:
    plugin = f" [{one['plugin']}]" if one["plugin"] else ""
    yield f"{subject(one)}: {one['message']}{plugin}"
    if one["kind"] != "namespace-undescribed":
        # What a plugin adds contradicts no place of the spec.
        place = f" ({some(one['places'], 1)})" if one["places"] and one["cause"] != "plugin" else ""
        yield f"    {', '.join(one['versions'])}: {some(one['operations'], _OPERATIONS)}{place}"


def _rest(report: Json) -> Iterator[str]:
    for kind, fields in report["custom_fields"].items():
        yield f"Custom fields registered for {kind}: {', '.join(fields)}"
    yield from (f"Not read: {note}" for note in report["notes"])
    if report["by_release"]:
        count = counted(len(report["by_release"]), "thing")
        yield f"{count} of the description not there, as it says of this release"
    known = sum(one["count"] for one in report["known"])
    yield f"{counted(known, 'statement')} of the store known to be wrong, not reported again"
    answers = counted(report["answers"], "answer")
    yield f"{answers} looked at{'' if report['answers'] else '; --sample 5 reads some'}"
    yield verdict(report)


def verdict(report: Json) -> str:
    """What it came to, in a sentence."""
    counts = [f"{count} {COUNTED[cause]}" for cause, count in report["counts"].items() if count]
    return f"{counted(len(report['differences']), 'difference')}{': ' if counts else ''}{', '.join(counts)}"


def subject(one: Json) -> str:
    """What a difference is about."""
    name = one["name"] if one["name"] != one["resource"] else ""
    return f"{one['resource']} {name}".strip()


def some(names: Sequence[str], most: int) -> str:
    """The first of some names, and how many there are beside them."""
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def counted(count: int, what: str) -> str:
    """A number of things."""
    return f"{count or 'No'} {what}{'' if count == 1 else 's'}"
