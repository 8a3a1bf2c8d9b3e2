"""The rule that `x-became` stands under legacy/ only, and only where it has a meaning."""

from __future__ import annotations

from woospec.rules.house import House
from woospec.rules.parameters import written
from woospec.rules.sites import tree_of

WORD = "x-became"
_ROLES = ("property", "named", "write")


def check_placed(house: House) -> None:
    """`x-became` is known to the legacy description only, on what has a name there."""
    hint = "it tells of the legacy API what took its place: under legacy/, on a field, schema, parameter or operation"
    for site in house.sites:
        if WORD in site.value and (not tree_of(site.file.path) or site.role not in _ROLES):
            house.add("placement", f"{WORD} has no effect here", site.node(WORD), hint=hint)
    places = [(p, where(WORD)) for p, where in written(house)]
    for value, node in [*places, *((op.raw, op.node(WORD)) for op in house.operations)]:
        if WORD in value and not tree_of(node.file.path):
            house.add("placement", f"{WORD} has no effect here", node, hint=hint)
