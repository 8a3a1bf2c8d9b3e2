"""One answer held against the description: status, headers, body, and the way there and back through the client."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qs

from ..._runtime.shapes import is_array, is_object
from ..described.bodies import whole
from ..described.clients import client_operations
from ..described.description import ANY_CODE, Described, Description, Json
from .recording import Exchange

#: In a query: the answer is to have these fields only, in any operation; WordPress sees to it.
_SOME_FIELDS = "_fields="
#: How lines of the client's types begin that say nothing of the answer.
_ADVICE = "For further information visit"
#: What they show of the answer, which may hold secrets.
_SHOWN = re.compile(r", input_value=.*(?=, input_type=\w+\]$)")
#: A place in a list, in a pointer; and the value that a message begins with, which differs from item to item.
ITEM = re.compile(r"(?<=/)\d+(?=/|$)")
_INSTANCE = re.compile(r"^.*?(?= (?:is not|does not|is less|is greater|is shorter|is longer|has ) ?)", re.DOTALL)
#: Where a store says how many things and how many pages there are; the legacy API has names of its own.
_TOTALS = ("x-wp-total", "x-wp-totalpages", "x-wc-total", "x-wc-totalpages")


@dataclass(frozen=True)
class Finding:
    """One thing that is not as the description, or the scenario, says.

    Attributes:
        kind: `status`, `code`, `header`, `body`, `decode`, `roundtrip`, or `behaviour`.
        message: What differs, in a sentence.
        pointer: Where in the answer's body, as a JSON pointer; empty for the whole.
        place: What of the spec is contradicted, as file and pointer; empty if nothing is.
        cause: Where in the same body something else is wrong that explains it; empty if nothing does.
        defect: What the description knows to be wrong with the store itself, if this comes of it.
    """

    kind: str
    message: str
    pointer: str = ""
    place: str = ""
    cause: str = ""
    defect: str = ""

    @property
    def sameness(self) -> tuple[str, str, str, str]:
        """What findings have in common that differ in nothing but the item of a list, and its value."""
        message = _INSTANCE.sub("…", self.message) if self.pointer else self.message
        if self.kind == "decode":  # one report of all that is wrong with a body, so that no two are alike
            message = ""
        return self.kind, ITEM.sub("*", self.pointer), message, self.place


#: What is wrong with a body by its schema, and on its way there and back through the client.
Judgement = tuple[list[Finding], list[Finding]]


class Judged:
    """What was found of bodies so far. Stores answer many calls alike, and the same body is judged once a run.

    The bodies themselves are not kept. Safe to use from many threads.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int, bool, bytes], Judgement] = {}

    def of(self, description: Description, operation: Described, exchange: Exchange, schema: Json) -> Judgement:
        """What is wrong with the body of an answer."""
        partial = _SOME_FIELDS in exchange.query
        digest = blake2b(exchange.response, digest_size=16).digest()
        key = (description.version, operation.id, exchange.status, partial, digest)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _judge(description, operation, exchange, schema, partial)
        return found


def check(
    description: Description,
    operation: Described,
    exchange: Exchange,
    knows: Callable[[str], bool],
    judged: Judged | None = None,
) -> list[Finding]:
    """Everything about an answer that contradicts the description.

    `knows` tells whether the store has what came with a release, `judged` what was found of bodies before.
    """
    schema = operation.answer(exchange.status)
    if schema is None or (exchange.status >= 400 and not _is_json(exchange)):
        what = f"status {exchange.status} is not described" if schema is None else "an error that is no JSON"
        return [Finding("status", what, place=operation.place)]
    found = _codes(operation, exchange) if exchange.status >= 400 else []
    if not _is_json(exchange):
        return [*found, Finding("body", "the body is no JSON", place=operation.place)]
    fitting, reading = (judged or Judged()).of(description, operation, exchange, schema)
    return [*found, *fitting, *_headers(description, operation, exchange, knows), *reading]


def _judge(
    description: Description, operation: Described, exchange: Exchange, schema: Json, partial: bool
) -> Judgement:
    faults = description.faults(schema, exchange.body, partial=partial)
    fitting = [Finding("body", f.message, f.pointer, f.place or operation.place) for f in faults]
    if exchange.status >= 300:
        return fitting, []
    cause = next((fault.pointer for fault in faults), "")
    reading = _client(description, operation, exchange, strict=not partial)
    return fitting, [replace(finding, cause=cause) for finding in reading]


def defect(operation: Described, knows: Callable[[str], bool], *shown: str) -> str:
    """What the description knows to be wrong with stores of this release, if something of `shown` is it; else empty."""
    for known in operation.defects:
        is_there = knows(known.get("since", "")) and not ("until" in known and knows(known["until"]))
        if is_there and not set(shown).isdisjoint(known["answers"]):
            return str(known["what"])
    return ""


def answered(exchange: Exchange) -> str:
    """An answer as `x-store-defects` calls it: its status, and its code or that it is empty."""
    return f"{exchange.status} {exchange.code or ('' if exchange.response.strip() else 'empty')}".strip()


def _is_json(exchange: Exchange) -> bool:
    return exchange.is_json and "json" in exchange.headers.get("content-type", "")


def _codes(operation: Described, exchange: Exchange) -> list[Finding]:
    listed = operation.errors.get(str(exchange.status))
    is_own = str(exchange.status) in operation.answers
    if is_own and (listed is None or not exchange.code or exchange.code.isdigit()):
        return []  # a refusal of a form of its own, as the marketplace has; the schema of the body judges it
    if listed is None:
        return [
            Finding("status", f"status {exchange.status} ({exchange.code}) is not described", place=operation.place)
        ]
    if exchange.code not in listed and ANY_CODE not in listed:
        message = f"status {exchange.status} comes with {exchange.code}; described are {', '.join(listed)}"
        return [Finding("code", message, place=operation.place)]
    return []


def _headers(
    description: Description, operation: Described, exchange: Exchange, knows: Callable[[str], bool]
) -> list[Finding]:
    found: list[Finding] = []
    for name, described in operation.headers.get(str(exchange.status), {}).items():
        text = exchange.headers.get(name.lower())
        since = described["since"]
        is_due = described["required"] or (since and knows(since)) or (described["unless_empty"] and exchange.body)
        if text is None and is_due:
            found.append(Finding("header", f"the header {name} is missing", place=operation.place))
        if text is not None:
            number = whole(text)
            value: Any = text if number is None else number
            faults = description.faults(described["schema"], value)
            found += [Finding("header", f"{name}: {fault.message}", place=operation.place) for fault in faults]
    return found + _totals(operation, exchange)


def _totals(operation: Described, exchange: Exchange) -> list[Finding]:
    """No page may hold more than there is, and there are as many pages as the things need."""
    totals = [exchange.headers.get(name, "") for name in _TOTALS]
    total, pages = (next((n for text in totals[i::2] if (n := whole(text)) is not None), None) for i in (0, 1))
    body = exchange.body
    items: Any = next(iter(body.values()), None) if is_object(body) else body
    if total is None or not is_array(items):
        return []
    # WordPress lists an empty category if one below it is not, and does not count it: more can come than the total.
    padded = "hide_empty=true" in exchange.query and all("parent" in item for item in items)
    if len(items) > total and not padded:
        return [Finding("header", f"the total is {total}, yet {len(items)} came", place=operation.place)]
    if pages is not None and not _fits(operation, exchange, total, pages):
        return [Finding("header", f"{pages} pages of {total} things in all", place=operation.place)]
    return []


def _fits(operation: Described, exchange: Exchange, total: int, pages: int) -> bool:
    """Whether a number of pages is right. What comes whole comes on one page; nothing at all on one or on none."""
    if operation.paging == "total":
        return pages == 1 or (pages, total) == (0, 0)
    size = whole(parse_qs(exchange.query).get("per_page", [""])[-1])
    if size is None:
        size = operation.parameters.get("per_page", {}).get("schema", {}).get("default")
    return pages == -(-total // size) if size else pages <= total


def _client(description: Description, operation: Described, exchange: Exchange, *, strict: bool) -> list[Finding]:
    client = client_operations(description.version)[operation.id]
    try:
        result: Any = client.decode(exchange.response, strict=strict)
    except ValueError as error:
        lines = [_SHOWN.sub("", line.strip()) for line in str(error).splitlines()]
        why = " ".join(line for line in lines if not line.startswith(_ADVICE))
        return [Finding("decode", f"the client's types refuse it: {why}", place=operation.place)]
    back = client.encode(result)
    if _exact(back) == _exact(exchange.body):
        return []
    pointer = _first_difference(exchange.body, back, "")
    return [Finding("roundtrip", "read and written back, it is not the same", pointer, operation.place)]


def _exact(value: Any) -> str:
    """A body as text in which 1, 1.0 and true differ, and the order of keys does not."""
    return json.dumps(value, sort_keys=True)


def _first_difference(one: Any, other: Any, pointer: str) -> str:
    if is_object(one) and is_object(other):
        pairs: list[tuple[str, Any, Any]] = [(key, one.get(key), other.get(key)) for key in sorted({*one, *other})]
    elif is_array(one) and is_array(other) and len(one) == len(other):
        pairs = [(str(i), a, b) for i, (a, b) in enumerate(zip(one, other, strict=True))]
    else:
        return pointer
    different = next(((key, a, b) for key, a, b in pairs if _exact(a) != _exact(b)), None)
    return pointer if different is None else _first_difference(different[1], different[2], f"{pointer}/{different[0]}")
