"""From a dump to what is to be told: differences that are news, each with its cause, alike ones together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..contract.described.description import VERSIONS, description
from .answers import answer_differences
from .causes import Causes
from .comparing import Release, differences
from .dump import Dump
from .findings import CAUSES, SAME, Finding
from .known import Known, knowledge
from .namespaces import namespace_of


@dataclass
class Judged:
    """What a dump came to.

    Attributes:
        versions: The versions that the store serves.
        absent: Those that it does not serve.
        news: What is to be told, worst cause first; alike ones in one group.
        by_release: What the description says that this release lacks.
        known: What stores are known to say wrongly of themselves: the entry, and what falls under it.
    """

    versions: list[str] = field(default_factory=list[str])
    absent: list[str] = field(default_factory=list[str])
    news: list[list[Finding]] = field(default_factory=list[list[Finding]])
    by_release: list[list[Finding]] = field(default_factory=list[list[Finding]])
    known: list[tuple[Known, Finding]] = field(default_factory=list[tuple[Known, Finding]])


def judge(dump: Dump, versions: Sequence[str] = VERSIONS) -> Judged:
    """What of a dump is news."""
    told, causes = Judged(), Causes(dump, knowledge())
    news: list[Finding] = []
    for finding in _all(dump, versions, told):
        entry = None if finding.by_release else knowledge().known(finding)
        if entry is not None:
            told.known.append((entry, finding))
        else:
            news.append(causes.explained(finding))
    told.news = _grouped([one for one in news if not one.by_release])
    told.by_release = _grouped([one for one in news if one.by_release])
    return told


def _all(dump: Dump, versions: Sequence[str], told: Judged) -> Iterator[Finding]:
    release = Release(dump.release)
    described = {namespace_of(description(version)) for version in VERSIONS}
    for version in versions:
        one = description(version)
        surface = dump.surface(namespace_of(one))
        if not surface:
            told.absent.append(version)
            continue
        told.versions.append(version)
        yield from differences(one, surface, release)
        yield from answer_differences(one, [s for s in dump.samples if s.namespace == namespace_of(one)], release)
    for namespace in dump.namespaces:
        if namespace not in described and namespace not in knowledge().namespaces:
            count = len(dump.routes.get(namespace, {}).keys() - {"/"})
            yield Finding("namespace-undescribed", namespace, namespace, store=f"{count} routes")


def _grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings of which each group is one thing, in however many operations and versions it shows."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.cause, one.owner, SAME.get(one.kind, one.kind), *_thing(one)), []).append(one)
    order = list(CAUSES)
    return sorted(
        groups.values(), key=lambda group: (order.index(group[0].cause), group[0].owner == "", group[0].owner)
    )


def _thing(one: Finding) -> tuple[str, ...]:
    """What a finding is about: what has the same is one thing."""
    kind = SAME.get(one.kind, one.kind)
    if kind == "word-undescribed":  # a plugin that adds a word adds it wherever such words stand
        return (one.store,)
    if not one.name or kind == "field-undescribed":  # whatever types it has, whatever methods
        return (one.family, one.name)
    return (one.family, one.name, one.store, one.described)
