"""Why a difference may be: the store's release, a plugin and which one, or that one of the two is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .._runtime.releases import numbers
from ..contract.described.description import Json
from .dump import Dump
from .findings import Finding
from .known import Knowledge

#: Words in names of plugins that say nothing about which one it is.
_COMMON = frozenset(
    {"woocommerce", "wordpress", "woo", "plugin", "plugins", "for", "and", "the", "with", "extension", "addon", "pro"}
    | {"lite", "free", "api", "rest", "php", "shop", "store", "orders", "order", "products", "product"}
)
#: Names of fewer letters say nothing either.
_SHORT = 3
#: Kinds of what a store has and the description lacks: a plugin can have brought these.
_ADDED = frozenset(
    {"namespace-undescribed", "route-undescribed", "method-undescribed", "parameter-undescribed", "field-undescribed"}
    | {"word-undescribed", "answer-field", "answer-word"}
)
#: Kinds of what the store lacks.
_LACKING = frozenset({"operation-missing", "parameter-missing", "field-missing", "word-missing"})


class Causes:
    """Finds the cause of each difference of one store."""

    def __init__(self, dump: Dump, knowledge: Knowledge) -> None:
        self._plugins, self._knowledge = dump.plugins or [], knowledge
        here, seen = numbers(dump.release), [numbers(release) for release in knowledge.releases]
        self._newer, self._older = bool(here) and here > seen[-1], bool(here) and here < seen[0]

    def explained(self, finding: Finding) -> Finding:
        """A difference with its cause and, where it can be known, the plugin that is behind it."""
        owner = self.owner(finding) if finding.kind in _ADDED else ""
        return replace(finding, cause=self._cause(finding, owner), owner=owner)

    def _cause(self, finding: Finding, owner: str) -> str:
        if finding.by_release:
            return "older release"
        if finding.kind in _ADDED:
            return "newer release" if self._newer and not owner and _may_be_core(finding) else "plugin"
        if self._newer:
            return "newer release"
        return "older release" if self._older and finding.kind in _LACKING else "contradiction"

    def owner(self, finding: Finding) -> str:
        """The plugin whose name begins as what was found; empty if there is none, or more than one."""
        for name in _names(finding):
            found = owners_of(self._plugins, name)
            if len(found) == 1:
                return found[0]
            told = self._knowledge.owners.get(next(iter(_words(name)), ""))
            if told and not found:
                return told
        return ""


def _may_be_core(finding: Finding) -> bool:
    """Whether WooCommerce or WordPress may have brought something; their namespaces say so."""
    return finding.kind != "namespace-undescribed" or finding.operation.startswith(("wc", "wp-", "wp/"))


def owners_of(plugins: Sequence[Json], name: str) -> list[str]:
    """The plugins whose own name has the first word of a name."""
    word = next(iter(_words(name)), "")
    return [_shown(plugin) for plugin in plugins if word and {word, word.removesuffix("s")} & _called(plugin)]


def _names(finding: Finding) -> Iterator[str]:
    """What may be called after the plugin, the surest first."""
    if finding.kind == "namespace-undescribed":
        yield finding.operation
    elif "/" in finding.operation:
        yield finding.operation.rpartition(" ")[2]
    elif finding.kind in ("word-undescribed", "answer-word"):
        yield finding.store
    else:
        yield from reversed(finding.name.split("."))
        yield finding.name


def _words(name: str) -> Sequence[str]:
    """The words of a name that may say whose it is."""
    return [word for word in re.split(r"[^a-z0-9]+", name.lower()) if len(word) >= _SHORT and word not in _COMMON]


def _called(plugin: Json) -> set[str]:
    """The words of a plugin's file and name."""
    return {*_words(plugin["file"].removesuffix(".php")), *_words(plugin["name"])}


def _shown(plugin: Json) -> str:
    return " ".join(f"{plugin['name'] or plugin['file']} {plugin['version']}".split())
