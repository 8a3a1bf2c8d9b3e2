"""What stores are known to say wrongly of themselves: `known.toml`. It is not reported again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .findings import Finding


@dataclass(frozen=True)
class Known:
    """One thing that stores say wrongly of themselves.

    Attributes:
        kind: The kind of finding that it would be.
        on: Where: operation, part and name; `*` is any text without a blank, `(a|b)` one of two.
        store: What the store says; empty if that is no matter.
        versions: The versions of the API in which; none for all.
        seen: The releases in which it was seen.
        why: Why it is no difference.
    """

    kind: str
    on: Sequence[str]
    store: str
    versions: Sequence[str]
    seen: Sequence[str]
    why: str
    pattern: re.Pattern[str]

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is this."""
        return (
            finding.kind == self.kind
            and (not self.versions or finding.version in self.versions)
            and (not self.store or finding.store == self.store)
            and self.pattern.fullmatch(finding.subject) is not None
        )


@dataclass(frozen=True)
class Knowledge:
    """All that is known of stores.

    Attributes:
        releases: Those whose stores were looked at, oldest first.
        namespaces: Whose each namespace is that WordPress and WooCommerce bring along.
        said: What stores say wrongly of themselves.
        owners: The plugin behind a namespace or the beginning of a name, where it is no part of the plugin's own name.
    """

    releases: Sequence[str]
    namespaces: dict[str, str]
    said: Sequence[Known]
    owners: dict[str, str]

    def known(self, finding: Finding) -> Known | None:
        """The entry that a finding falls under; None if it is news."""
        return next((one for one in self.said if one.covers(finding)), None)


@cache
def knowledge() -> Knowledge:
    """What `known.toml` holds."""
    told = tomllib.loads(Path(__file__).with_name("known.toml").read_text("utf-8"))
    releases = tuple(told["releases"])
    said = [_known(entry, releases) for entry in told["known"]]
    return Knowledge(releases, told["namespaces"], said, told["owners"])


def _known(entry: dict[str, Any], releases: Sequence[str]) -> Known:
    on = "|".join(map(_pattern, entry["on"]))
    versions = tuple(entry.get("versions", "").split())
    seen = tuple(release for part in entry["seen"].split() for release in between(part, releases))
    return Known(
        entry["kind"], tuple(entry["on"]), entry.get("store", ""), versions, seen, entry["why"], re.compile(on)
    )


def between(part: str, releases: Sequence[str]) -> Sequence[str]:
    """The releases that a part of `seen` names: one, or `8.0.0..9.9.5`, both ends included."""
    first, _, last = part.partition("..")
    return releases[releases.index(first) : releases.index(last or first) + 1]


def _pattern(on: str) -> str:
    """A regular expression for a place: `*` stands for any text without a blank, `(a|b)` for one of two."""
    return re.sub(r"\\([(|)])", r"\1", re.escape(on).replace(r"\*", "[^ ]*"))
