"""What stores must be like for some operations of a version."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import Api, Condition
from woospec.naming import condition_constant


class ConditionView(NamedTuple):
    """One condition, and the constant that stands for it."""

    name: str
    condition: Condition


def condition_views(api: Api) -> list[ConditionView]:
    """The conditions that operations of a version need, in order of name."""
    found = {o.needs.name: o.needs for o in api.operations if o.needs is not None}
    return [ConditionView(condition_constant(name), one) for name, one in sorted(found.items())]
