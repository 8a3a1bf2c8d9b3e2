"""Which schemas describe answers: in these, every field is there unless it says `x-optional`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from woospec.kinds import NESTED, Value, is_map, members
from woospec.load import Node, SpecFile
from woospec.pointers import escape

OPTIONAL = "x-optional"
#: Other words of a field that answers may lack: some releases do without it, or only requests have it.
ABSENT = ("x-woo-since", "x-woo-until", "writeOnly")
#: Where each tree has the schemas of refusals, which every operation answers.
ERRORS = "common/errors.yaml"
#: A schema by its file and pointer.
Place = tuple[str, str]


def always_there(field: Any) -> bool:
    """Whether answers always have the field that this schema describes."""
    words = members(field)
    return words.get(OPTIONAL) is not True and not any(word in words for word in ABSENT)


def answered(files: Iterable[SpecFile], find: Callable[[str, str], Node | None]) -> frozenset[Place]:
    """Return every named schema that answers hold in any version; `find` tells where a reference in a file leads."""
    found: set[Place] = set()
    pending = [(file.path, reference) for file in files for reference in _starts(file)]
    while pending:
        target = find(*pending.pop())
        if target is not None and (target.file.path, target.pointer) not in found:
            found.add((target.file.path, target.pointer))
            pending += [(target.file.path, reference) for reference in _references(target.value)]
    return frozenset(found)


def _starts(file: SpecFile) -> Iterator[str]:
    """Yield what the answers of the operations in a file refer to."""
    if file.path.endswith(ERRORS):
        yield from (f"#/{escape(name)}" for name in members(file.data))
    for item in members(members(file.data).get("paths")).values():
        for operation in members(item).values():
            if is_map(operation):
                yield from _references(operation.get("responses"))
                item_of_batch = members(operation.get("x-batch")).get("item")
                yield from [item_of_batch] if isinstance(item_of_batch, str) else []


def _references(part: Value) -> Iterator[str]:
    """Yield the references in a part of an answer, without those in what only requests have."""
    pending: list[Value] = [part]
    while pending:
        here = pending.pop()
        if isinstance(here, list):
            pending += [v for v in here if isinstance(v, NESTED)]
        elif isinstance(here, dict) and here.get("writeOnly") is not True:
            if isinstance(here.get("$ref"), str):
                yield here["$ref"]
            pending += [v for k, v in here.items() if isinstance(v, NESTED) and k != "x-write"]
