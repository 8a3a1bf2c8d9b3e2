"""Send the requests of a case to any store, one after the other, and tell what its answers hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from wooclient.mock import kinds

Json = dict[str, Any]
#: Method, path below wc/v3, body, whether with a key → status, headers, body.
Send = Callable[[str, str, Any, bool], tuple[int, dict[str, str], Any]]
HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
#: What a case is told where it says `BEGIN AGAIN`; the mock store begins anew with what it answers.
AGAIN = "BEGIN AGAIN"
_REFERENCE = re.compile(r"\$([a-z_]+)((?:\.\w+)*)")


def _read() -> Iterator[Json]:
    for file in sorted((HERE / "cases").glob("*.yaml")):
        yield from yaml.safe_load(file.read_text())


CASES: dict[str, Json] = {case["name"]: case for case in _read()}


def expected() -> dict[str, list[Json]]:
    """The answers of a real store, by case."""
    found: dict[str, list[Json]] = json.loads(EXPECTED.read_text())
    return found


def carry_out(case: Json, send: Send, again: Callable[[], None]) -> list[Json]:
    """What each step of `case` was answered: status, code of an error, and the values that the step asks for."""
    known: dict[str, Any] = {}
    told: list[Json] = []
    for step in case["steps"]:
        if step["do"] == AGAIN:
            again()
            continue
        method, _, path = step["do"].partition(" ")
        status, headers, body = send(
            method, str(_filled(path, known)), _filled(step.get("with"), known), not step.get("nobody")
        )
        known[step.get("as", "")] = body
        failed = {"code": body["code"]} if status >= 400 else {}
        shown = {path: _shown(path, body, headers, known) for path in step.get("shows", ())}
        told.append({"status": status, **failed, **shown})
    return told


def _filled(value: Any, known: Json) -> Any:
    """A value in which `$pot.id` is what an earlier answer has there."""
    if kinds.is_map(value):
        return {key: _filled(item, known) for key, item in value.items()}
    if kinds.is_list(value):
        return [_filled(item, known) for item in value]
    if not isinstance(value, str):
        return value
    whole = _REFERENCE.fullmatch(value)
    if whole:
        return _referred(whole, known)
    return _REFERENCE.sub(lambda found: str(_referred(found, known)), value)


def _referred(found: re.Match[str], known: Json) -> Any:
    return _at(known[found[1]], found[2].split(".")[1:])


def _shown(path: str, body: Any, headers: dict[str, str], known: Json) -> Any:
    """What stands at a path; the head of `cases/orders.yaml` tells its forms."""
    path, equal, other = path.partition("=")
    path, tilde, pattern = path.partition("~")
    if path.startswith("@"):
        return headers.get(path[1:].lower(), "")
    found = _at(body, path.removesuffix("?").split("."))
    if equal:
        return found == _filled(other, known)
    if tilde:
        return [list(one.groups()) or one[0] for one in re.finditer(pattern, json.dumps(found, ensure_ascii=False))]
    return bool(found) if path.endswith("?") else found


def _at(value: Any, parts: list[str]) -> Any:
    if not parts or parts == [""]:
        return value
    first, *rest = parts
    if first == "#":
        return len(value)
    if first == "keys()":
        return sorted(value)
    if first == "*":
        return [_at(item, rest) for item in value]
    if kinds.is_list(value):
        return _at(value[int(first)], rest) if int(first) < len(value) else "(absent)"
    return _at(value[first], rest) if kinds.is_map(value) and first in value else "(absent)"
