"""Small judgements on single values, shared by the rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from woospec.load import Node
from woospec.rules.house import HouseRules
from woospec.rules.shape import shown

_RELEASE = re.compile(r"\d{1,2}\.\d{1,2}(\.\d{1,2})?\Z")
#: Characters that steer terminals, editors or the direction of text; a newline is fine in a text.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def within(value: float, low: Any, high: Any) -> bool:
    """Whether a number keeps to limits that may be absent."""
    return not (isinstance(low, int | float) and value < low) and not (isinstance(high, int | float) and value > high)


def name_text(house: HouseRules, name: str, node: Node) -> None:
    """A wire name may be odd, but not empty and not invisible."""
    if not name.strip() or CONTROL.search(name) or "\n" in name:
        message = f"the name {shown(name)!r} is empty or holds control characters"
        house.add("name", message, node, hint="use a visible name")


def release(house: HouseRules, value: str, node: Node) -> None:
    """What came or went with a release names its number, as text."""
    if not _RELEASE.match(value):
        house.add("x-woo-since", f"{shown(value)} is no release of WooCommerce", node, hint='write it like "9.1"')


def releases(house: HouseRules, since: Any, until: Any, node: Callable[[str], Node]) -> None:
    """The first release that has a part and the first that no longer has it, each if it is text, are in order.

    `node` gives where the one called `since` or `until` stands.
    """
    given = {word: value for word, value in (("since", since), ("until", until)) if isinstance(value, str)}
    for word, value in given.items():
        release(house, value, node(word))
    if len(given) == 2 and all(map(_RELEASE.match, given.values())) and _numbers(since) >= _numbers(until):
        hint = "until names the first release without it: swap them, or take the part out"
        house.add("x-woo-since", f"from {since} until {until} is no release at all", node("until"), hint=hint)


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
