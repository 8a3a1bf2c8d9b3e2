"""Rules for texts: they are read by people, and become docstrings."""

from __future__ import annotations

import re
from typing import Any

from woospec.kinds import is_list, is_map
from woospec.load import Node, SpecFile
from woospec.pointers import unescape
from woospec.rules.house import HouseRules
from woospec.rules.shape import Fault, node_at, shown
from woospec.rules.sites import Trail, kind_of
from woospec.rules.values import CONTROL

_TEXTS = frozenset({"description", "summary", "title", "x-any", "x-raw"})
_LEFTOVER = re.compile(r"\b(TODO|FIXME|REVIEW|XXX)\b")


def check_texts(house: HouseRules) -> None:
    """Judge every text of the spec, outside examples."""
    for file in house.spec.files.values():
        kind = kind_of(file.path)
        if kind in ("examples", "stray") or file.faulty:
            continue
        _walk(house, file, file.data, ())
        if kind == "paths" and is_map(file.data) and is_map(file.data.get("resources")):
            for name, text in file.data["resources"].items():
                if isinstance(text, str):
                    _text(house, file, text, (name, ("resources", ())))


def _walk(house: HouseRules, file: SpecFile, value: Any, trail: Trail) -> None:
    if is_map(value):
        for key, child in value.items():
            if isinstance(child, str):
                if key in _TEXTS:
                    _text(house, file, child, (key, trail))
            elif child.__class__ in (dict, list):
                _walk(house, file, child, (key, trail))
    elif is_list(value):
        for i, child in enumerate(value):
            if child.__class__ in (dict, list):
                _walk(house, file, child, (i, trail))


def _text(house: HouseRules, file: SpecFile, text: str, trail: Trail) -> None:
    if _fault(text, "") is None:
        return
    keys: list[str | int] = []
    while trail:
        keys.append(trail[0])
        trail = trail[1]
    check_text(house, text, node_at(file, tuple(keys)))


def check_text(house: HouseRules, text: str, node: Node) -> None:
    """Judge one text that people read."""
    found = _fault(text, unescape(node.pointer.rpartition("/")[2]))
    if found is not None:
        house.add(found.rule, found.message, node, hint=found.hint)


def _fault(text: str, word: str) -> Fault | None:
    """What is wrong with a text; `word` is the key that it stands under."""
    if not text.strip():
        return Fault("description", f"{word} is empty", "say in your own words what it is")
    if bad := CONTROL.search(text):
        code = f"U+{ord(bad[0]):04X}"
        return Fault("text", f"{word} holds the control character {code}", "take it out; only line breaks are allowed")
    if left := _LEFTOVER.search(text):
        return Fault("text", f"unfinished: {shown(left[0])}", "finish the text")
    return None
