"""What a dump came to, as JSON: the other reports are made of it."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime.releases import numbers
from ..contract.described.description import Json
from ..contract.safety.masking import Mask
from .dump import Dump
from .findings import CAUSES, Finding
from .judging import Judged
from .known import knowledge

#: What the report calls its form. Another number: another form.
FORM = "wooclient drift report 1"
#: No text of a store is longer in a report.
_LONGEST = 400


def report(dump: Dump, judged: Judged, mask: Mask) -> Json:
    """The report, without secrets."""
    counts = {cause: len([1 for group in judged.news if group[0].cause == cause]) for cause in CAUSES}
    found: Json = {
        "form": FORM,
        "store": {"url": dump.url, "release": dump.release, "software": dump.software, "plugins": dump.plugins},
        "versions": judged.versions,
        "absent": judged.absent,
        "release": _relation(dump.release),
        "counts": counts,
        "differences": [_group(group) for group in judged.news],
        "by_release": [_group(group) for group in judged.by_release],
        "known": _known(judged),
        "custom_fields": {kind: sorted(fields) for kind, fields in dump.meta.items()},
        "answers": len(dump.samples),
        "notes": dump.notes,
    }
    hidden: Json = mask.json(found)
    return hidden


def _relation(release: str) -> str:
    """How a release stands to those that the description was held against."""
    seen, here = knowledge().releases, numbers(release)
    if not here:
        return "The store does not tell its release"
    if here > numbers(seen[-1]):
        return f"Newer than {seen[-1]}, the newest release that the description was held against"
    if here < numbers(seen[0]):
        return f"Older than {seen[0]}, the oldest release that the description was held against"
    return f"Between {seen[0]} and {seen[-1]}, the releases that the description was held against"


def _group(group: Sequence[Finding]) -> Json:
    """One thing that differs, and everywhere where it shows."""
    first = group[0]
    return {
        "cause": first.cause,
        "plugin": first.owner,
        "kind": first.kind,
        "resource": first.family,
        "name": ", ".join(dict.fromkeys(one.name.removesuffix("[]") for one in group))[:_LONGEST],
        "message": first.message[:_LONGEST],
        "store": first.store[:_LONGEST],
        "described": first.described[:_LONGEST],
        "versions": list(dict.fromkeys(one.version for one in group)),
        "in": list(dict.fromkeys(one.part for one in group if one.part)),
        "operations": list(dict.fromkeys(one.operation for one in group)),
        "places": list(dict.fromkeys(one.place for one in group if one.place)),
    }


def _known(judged: Judged) -> list[Json]:
    """What stores are known to say wrongly of themselves: each reason once."""
    found: dict[str, Json] = {}
    for entry, finding in judged.known:
        about = found.setdefault(entry.why, {"why": entry.why, "seen": list(entry.seen), "count": 0, "where": []})
        about["count"] += 1
        if finding.subject not in about["where"]:
            about["where"].append(finding.subject)
    return list(found.values())
