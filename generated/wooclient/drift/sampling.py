"""Which answers to read of a store, and what is kept of each.

Lists come first: what they answer names the records that other reads ask for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from .._runtime.documents import document, operations_of
from .._runtime.errors import WooError
from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Description
from .dump import Dump, Sample
from .masking import masked
from .namespaces import namespace_of, path_of
from .shapes import Shape, described_shape
from .surface import Route

#: So many records of a list are tried to get at what is below them.
_TRIES = 5
#: By which field a record is named in the path of a read, the surest first; else by the parameter's own name.
_NAMES = ("id", "slug", "code", "instance_id")
_PARAMETER = re.compile(r"\{(\w+)\}")
#: Operations whose answers hold words from code that no list of the description has: ids of gateways and methods.
_WORDS = re.compile(r"payment_gateways|shipping_methods|orders/statuses")

Get = Callable[[str, "dict[str, str] | None"], "tuple[int, Any]"]


@dataclass(frozen=True)
class _Read:
    """A read to try: where it is, and what the description says of its answer, if it has it."""

    namespace: str
    pattern: str
    pages: bool = False
    shape: Shape | None = None


def sampled(dump: Dump, described: Sequence[Description], get: Get, count: int) -> Iterator[Sample | str]:
    """Real answers with `count` records each; a sentence for each that could not be read. Raises Spent."""
    for one in described:
        yield from _Walk(_described_reads(one, dump), get, count).walk()
    names = {namespace_of(one) for one in described}
    for namespace in dump.routes:
        if namespace not in names:
            routes = dump.surface(namespace).values()
            yield from _Walk(
                [_Read(namespace, route.pattern) for route in routes if _is_read(route)], get, count
            ).walk()


def _is_read(route: Route) -> bool:
    return "GET" in route.methods and route.path != "/"


def _described_reads(one: Description, dump: Dump) -> list[_Read]:
    """The reads of a version that the store serves, those that the description lacks last."""
    namespace = namespace_of(one)
    surface = dump.surface(namespace)
    internal = {
        item[method]["operationId"]
        for _, method, item in operations_of(document(one.version))
        if "x-woo-internal" in item[method]
    }
    found: list[_Read] = []
    for operation in one.operations.values():
        route = surface.get(operation.route)
        needs = any(about["required"] and about["in"] == "query" for about in operation.parameters.values())
        if operation.reads and route is not None and _is_read(route) and not needs and operation.id not in internal:
            schema = next((a for status, a in operation.answers.items() if status.startswith("2") and a), None)
            shape = described_shape(one, schema) if schema else None
            found.append(_Read(namespace, operation.path, "per_page" in operation.parameters, shape))
    known = {operation.route for operation in one.operations.values()}
    found += [
        _Read(namespace, route.pattern) for path, route in surface.items() if path not in known and _is_read(route)
    ]
    return found


@dataclass
class _Walk:
    """The reads of one namespace, and what is known of its records."""

    reads: Sequence[_Read]
    get: Get
    count: int
    records: dict[str, list[Any]] = field(default_factory=dict[str, list[Any]])

    def walk(self) -> Iterator[Sample | str]:
        """All answers, lists before what is below them."""
        for read in sorted(self.reads, key=lambda one: one.pattern.count("{")):
            paths = list(self._paths("", read.pattern))[:_TRIES]
            for number, path in enumerate(paths):
                found = self._sample(read, path)
                # A record that has nothing below it tells nothing: the next one may.
                if isinstance(found, str) or found.body or number == len(paths) - 1:
                    yield found
                    break

    def _paths(self, done: str, rest: str) -> Iterator[str]:
        """The paths of a pattern, with names of records that lists have answered."""
        before, parameter, after = _split(rest)
        if not parameter:
            yield done + before
            return
        for record in self.records.get((done + before).rstrip("/"), ())[:_TRIES]:
            name = _name(record, parameter)
            if name:
                yield from self._paths(f"{done}{before}{quote(name, safe='')}", after)

    def _sample(self, read: _Read, path: str) -> Sample | str:
        query = {"per_page": str(self.count)} if read.pages else None
        place = f"GET {path_of(read.namespace, read.pattern)}"  # a name in the path may be that of somebody
        try:
            status, body = self.get(path_of(read.namespace, path), query)
        except (WooError, ValueError) as error:
            return f"{place} gave no answer to be read: {error}"
        if status != 200:
            code = body.get("code") if is_object(body) else None
            return f"{place} answered {status}{f' {code}' if isinstance(code, str) else ''}"
        records = _records(body)
        self.records[path.rstrip("/")] = records
        body = _cut(body, self.count)
        keep = _WORDS.search(read.pattern) is not None
        return Sample(read.namespace, read.pattern, status, masked(body, read.shape, keep=keep))


def _split(pattern: str) -> tuple[str, str, str]:
    """What is before the first parameter of a pattern, its name, and what is after it."""
    found = _PARAMETER.search(pattern)
    return (pattern[: found.start()], found[1], pattern[found.end() :]) if found else (pattern, "", "")


def _name(record: Any, parameter: str) -> str:
    """What names a record in a path; empty if nothing does."""
    if not is_object(record):
        return ""
    named = next((record[name] for name in (*_NAMES, parameter) if name in record), "")
    return str(named) if isinstance(named, str | int) and not isinstance(named, bool) else ""


def _records(body: Any) -> list[Any]:
    """The records of an answer. The old API has them under a key."""
    if is_object(body) and len(body) == 1:
        body = next(iter(body.values()))
    found: list[Any] = body if is_array(body) else []
    return found


def _cut(body: Any, count: int) -> Any:
    """An answer with at most so many records."""
    if is_object(body) and len(body) == 1:
        return {name: _cut(value, count) if is_array(value) else value for name, value in body.items()}
    return body[:count] if is_array(body) else body
