"""What stores must be like for some operations of a version."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import Api
from woospec.naming import condition_constant
from woospec.text import literal


class ConditionView(NamedTuple):
    """One condition as a constant: its name, and its parts as literals."""

    name: str
    path: str
    unmet: str
    says: str
    always: bool


def condition_views(api: Api) -> list[ConditionView]:
    """The conditions that operations of a version need, in order of name."""
    found = {o.needs.name: o.needs for o in api.operations if o.needs is not None}
    return [
        ConditionView(
            name=condition_constant(name),
            path=literal(one.path),
            unmet=f"({', '.join(f'({literal(field)}, {value})' for field, value in one.unmet)},)",
            says=literal(" ".join(one.says.split())),
            always=one.always,
        )
        for name, one in sorted(found.items())
    ]
