"""Two stores beside each other: the same calls, aligned by scenario and step, and what differs field by field.

Things that the suite made should be the same on both, so that their values are compared; of things that were there
already, only the form is: fields and types. What must differ (ids, dates, addresses, marks) counts as equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from ..._runtime.shapes import is_array, is_object
from ..calls.recording import Exchange
from ..calls.shelving import Kept
from ..described.description import VERSIONS, Json
from ..running.outcome import Outcome
from ..running.results import Results
from ..safety.marks import MARK
from ..safety.masking import Mask
from .as_json import report

#: Which call: version, scenario, operation, and how often the scenario made it before.
Step: TypeAlias = tuple[str, str, str, int]
_DATE = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?")
_ID = re.compile(r"(^|_)(id|ids|parent|children|author|number|grouped_products)$")
#: What is made up anew for each thing.
_CHANCE = frozenset({"order_key", "key", "cart_hash", "secret", "password", "version", "created_via", "ip_address"})
#: What a store says of its own arguments and schemas: another text in every release, and no answer of an operation.
_SELF_DESCRIPTION = frozenset({"args", "schema"})
_TYPES = {"bool": "boolean", "int": "integer", "float": "number", "str": "string", "dict": "object", "list": "array"}
_SHOWN = 300
#: Two stores have secrets of their own, in one thing with what the suite changed: a way to pay, say.
_SECRETS = Mask()
#: The kinds of difference, the gravest first.
_WHAT = ("status", "made on one store only", "type", "field on one store only", "value")


@dataclass(frozen=True)
class Difference:
    """Something in which two stores answer differently.

    Attributes:
        version: The version of the API; `operation` what was called, in `scenario`.
        field: Where in the answer, with `*` for every item of a list; `status` and `code` are of the answer itself.
        what: The kind of difference.
        here: What the first store answers; `there` the second.
    """

    version: str
    operation: str
    scenario: str
    field: str
    what: str
    here: str
    there: str


def compared(here: Outcome, there: Outcome, mask: Mask) -> Json:
    """A second store's report, and what sets it beside the first: `differences`."""
    found = differences(here.results, there.results, here.store.url, there.store.url)
    rows = [{name: mask.short(value, _SHOWN) for name, value in asdict(one).items()} for one in found]
    return {"differences": rows, **report(there, mask)}


def differences(here: Results, there: Results, url: str, other: str) -> list[Difference]:
    """What differs, each field of an operation once."""
    found: dict[tuple[str, str, str, str], Difference] = {}
    ours, theirs = _steps(here), _steps(there)
    for step in sorted({*ours, *theirs}):
        version, scenario, operation, _ = step
        for field, what, one, two in _differing(ours.get(step), theirs.get(step), url, other):
            difference = Difference(version, operation, scenario, field, what, one, two)
            found.setdefault((version, operation, field, what), difference)
    return sorted(found.values(), key=lambda one: (VERSIONS.index(one.version), one.operation, _WHAT.index(one.what)))


def _steps(results: Results) -> dict[Step, Kept]:
    found: dict[Step, Kept] = {}
    for version, scenario, operation, kept in results.tape:
        count = 0
        while (version, scenario, operation, count) in found:
            count += 1
        found[version, scenario, operation, count] = kept
    return found


def _differing(here: Kept | None, there: Kept | None, url: str, other: str) -> Iterator[tuple[str, str, str, str]]:
    one, two = (kept.exchange if kept else None for kept in (here, there))
    if one is None or two is None:
        yield "call", "made on one store only", "made" if one else "not made", "made" if two else "not made"
    elif _verdict(one) != _verdict(two):
        yield "status", "status", _verdict(one), _verdict(two)
    elif one.status < 300:
        yield from _fields(_Seen(one, url), _Seen(two, other))


def _verdict(exchange: Exchange) -> str:
    return f"{exchange.status} {exchange.code}".strip() if exchange.status >= 400 else str(exchange.status)


class _Seen:
    """An answer as a flat table: types by path, and the values of what the suite made."""

    def __init__(self, exchange: Exchange, url: str) -> None:
        self.types: dict[str, set[str]] = {}
        self.values: dict[str, list[str]] = {}
        self._url = url
        body = _SECRETS.json(exchange.body)
        envelope, listed = _listed(body)
        own = [item for item in listed if _is_own(item)]
        self.is_own = bool(own) if listed else _is_own(body)
        only_own: Any = {envelope: own} if envelope else own
        self._walk(only_own if own else body, "", "")

    def _walk(self, value: Any, path: str, name: str) -> None:
        self.types.setdefault(path, set()).add(_type(value))
        if is_object(value):
            for key, child in value.items():
                if key not in _SELF_DESCRIPTION:
                    self._walk(child, f"{path}/{key}", key)
        elif is_array(value):
            for child in value:
                self._walk(child, f"{path}/*", name)
        elif self.is_own:
            self.values.setdefault(path, []).append(self._plain(value, name))

    def _plain(self, value: Any, name: str) -> str:
        """A value without what differs from store to store."""
        if _ID.search(name) or name in _CHANCE:
            return "…"
        if not isinstance(value, str):
            return json.dumps(value)
        text = _DATE.sub("date", MARK.sub("mark", value).replace(self._url, "store"))
        return re.sub(r"key=\w+|\d+", "…", text) if "store" in text else text


def _listed(body: Any) -> tuple[str, list[Any]]:
    """The items of a list, and the key under which the legacy API puts them; none if it is no list."""
    if is_object(body) and len(body) == 1:
        ((key, inside),) = body.items()
        return (key, inside) if is_array(inside) else ("", [])
    return "", body if is_array(body) else []


def _is_own(value: Any) -> bool:
    return bool(MARK.search(json.dumps(value)))


def _type(value: Any) -> str:
    return _TYPES.get(value.__class__.__name__, "null")


def _fields(one: _Seen, two: _Seen) -> Iterator[tuple[str, str, str, str]]:
    for path in sorted({*one.types, *two.types}):
        above = path.rpartition("/")[0]
        if path in one.types and path in two.types:
            yield from _values(one, two, path)
        elif above in one.types and above in two.types and not path.endswith("/*"):
            yield path, "field on one store only", _types(one, path), _types(two, path)


def _values(one: _Seen, two: _Seen, path: str) -> Iterator[tuple[str, str, str, str]]:
    types = one.types[path], two.types[path]
    told = [found - {"null"} for found in types]
    if all(told) and not told[0] & told[1]:
        yield path, "type", _types(one, path), _types(two, path)
    elif one.is_own and two.is_own and one.values.get(path) != two.values.get(path):
        yield path, "value", _shown(one, path), _shown(two, path)


def _types(side: _Seen, path: str) -> str:
    return " or ".join(sorted(side.types.get(path, {"not there"})))


def _shown(side: _Seen, path: str) -> str:
    return ", ".join(side.values.get(path, ["nothing"]))
