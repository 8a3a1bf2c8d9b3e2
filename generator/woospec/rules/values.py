"""Small judgements on single values, shared by the rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from woospec.load import Node
from woospec.rules.house import HouseRules
from woospec.rules.shape import shown

#: Characters that steer terminals, editors or the direction of text; a newline is fine in a text.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def within(value: float, low: Any, high: Any) -> bool:
    """Whether a number keeps to limits that may be absent."""
    return not (isinstance(low, int | float) and value < low) and not (isinstance(high, int | float) and value > high)


def name_text(house: HouseRules, name: str, node: Callable[[], Node]) -> None:
    """A wire name may be odd, but not empty and not invisible."""
    if not name.strip() or CONTROL.search(name) or "\n" in name:
        message = f"the name {shown(name)!r} is empty or holds control characters"
        house.add("name", message, node(), hint="use a visible name")


class Form(NamedTuple):
    """How a text is spelled: the rule that holds it, the pattern, what such a text is called, and a hint."""

    rule: str
    pattern: re.Pattern[str]
    what: str
    hint: str

    def judge(self, house: HouseRules, text: str, node: Node) -> bool:
        """Report a text of another form; whether it has this one."""
        fits = self.pattern.match(text) is not None
        if not fits:
            house.add(self.rule, f"{shown(text)} is no {self.what}", node, hint=self.hint)
        return fits


RELEASE = Form(
    "x-woo-since", re.compile(r"\d{1,2}\.\d{1,2}(\.\d{1,2})?\Z"), "release of WooCommerce", 'write it like "9.1"'
)
SINCE, UNTIL = "x-woo-since", "x-woo-until"


def releases(
    house: HouseRules, value: dict[str, Any], node: Callable[[str], Node], since: str = SINCE, until: str = UNTIL
) -> None:
    """The first release that has a part and the first that no longer has it, each if it is text, are in order."""
    given = {word: value[word] for word in (since, until) if isinstance(value.get(word), str)}
    fit = [RELEASE.judge(house, text, node(word)) for word, text in given.items()]
    if fit == [True, True] and _numbers(given[since]) >= _numbers(given[until]):
        message = f"from {given[since]} until {given[until]} is no release at all"
        hint = "until names the first release without it: swap them, or take the part out"
        house.add("x-woo-since", message, node(until), hint=hint)


def _numbers(release: str) -> list[int]:
    return [int(part) for part in release.split(".")]


def known_version(house: HouseRules, version: str, node: Node) -> bool:
    """Whether a version is one of the family that names it; else that is reported."""
    family = house.family(node.file)
    steps = family.steps if family else ()
    if version not in steps:
        house.add("versions", f"unknown version {shown(version)}", node, hint=f"known: {', '.join(steps)}")
    return version in steps


def version_range(house: HouseRules, value: dict[str, Any], node: Callable[[str], Node]) -> None:
    """`x-since` and `x-until` are known versions, in order."""
    words = [word for word in ("x-since", "x-until") if isinstance(value.get(word), str)]
    unknown = [word for word in words if not known_version(house, value[word], node(word))]
    if unknown or not words:
        return
    family = house.family(node(words[0]).file)
    if family is None:
        return
    steps = family.steps
    since, until = value.get("x-since", steps[0]), value.get("x-until", steps[-1])
    if {since, until} <= {*steps} and steps.index(since) > steps.index(until):
        message = f"from {since} until {until} is no version at all"
        house.add("versions", message, node("x-since"), hint="swap them, or take the part out")
