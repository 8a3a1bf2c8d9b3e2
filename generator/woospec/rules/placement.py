"""The rules that `x-became` stands only where another version took the place, and `x-became-note` beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from woospec.load import Node, SpecFile
from woospec.rules.house import HouseRules
from woospec.rules.parameters import written
from woospec.rules.values import CONTROL

WORD = "x-became"
NOTE = "x-became-note"
_ROLES = ("property", "named", "write")
#: How long a sentence may be that stands in a cell of a table.
_LONGEST = 160


def check_placed(house: HouseRules) -> None:
    """`x-became` has a meaning in families with `x-replaced-by`, on what has a name; a note is a short sentence."""
    hint = "it tells what took the place of a field, schema, parameter or operation, where the root has x-replaced-by"
    for value, where, is_named in _places(house):
        if WORD in value and not (is_named and _is_replaced(house, where(WORD).file)):
            house.add("placement", f"{WORD} has no effect here", where(WORD), hint=hint)
        if isinstance(value.get(NOTE), str):
            _check_note(house, value, where(NOTE))


def _is_replaced(house: HouseRules, file: SpecFile) -> bool:
    family = house.family(file)
    return family is not None and bool(family.replaced_by)


def _places(house: HouseRules) -> Iterator[tuple[dict[str, Any], Callable[[str], Node], bool]]:
    """Yield all that the words can stand on, with a way to show what is below it, and whether it has a name."""
    yield from ((site.value, site.node, site.role in _ROLES) for site in house.sites)
    yield from ((op.raw, op.node, True) for op in house.operations)
    yield from ((parameter, where, True) for parameter, where in written(house))


def _check_note(house: HouseRules, value: dict[str, Any], node: Node) -> None:
    note: str = value[NOTE]
    if WORD not in value:
        hint = f"write it beside {WORD}; a name that stays is named there too"
        house.add("placement", f"{NOTE} has no effect here", node, hint=hint)
    elif not note.strip() or len(note) > _LONGEST or "\n" in note or note.endswith(".") or CONTROL.search(note):
        hint = f"it stands in a cell of a table: one line of at most {_LONGEST} characters, without a full stop"
        house.add("became", f"{NOTE} is no short sentence", node, hint=hint)
