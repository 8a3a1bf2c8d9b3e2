"""Sums of a record that is passed on as another kind of record: a request would lose them."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel


#: What the names of a record have in addition, by version and by what they are sent for.
_ENDS = re.compile(r"(V\d)?(Input|Create|BatchItem|Defaults)?$")


def check_sums(value: BaseModel, kind: Any, known: Collection[str], where: str) -> None:
    """Refuse a model of another kind of record if it holds sums that this kind does not have.

    The line of an order is no line of a refund: only its id and quantity would be sent, and no money come back.

    Args:
        value: A model of an answer.
        kind: The TypedDict that declares what is due.
        known: The fields of that, by wire name.
        where: The place, for the message.

    Raises:
        TypeError: If a sum would be lost.
    """
    name = type(value).__name__
    if _plain(kind) in map(_plain, type(value).__mro__):
        return
    fields = type(value).model_fields
    found = {f: getattr(value, f, None) for f, about in fields.items() if (about.alias or f) not in known}
    lost = [f"{field} {amount}" for field, amount in found.items() if isinstance(amount, Decimal) and amount]
    if lost:
        what = f"{where} is {name}, whose {', '.join(lost)} would be lost"
        raise TypeError(f"{what}: pass a mapping of what is meant, of {', '.join(sorted(known))}")


def _plain(kind: type[Any]) -> str:
    """The name of a kind of record, the same of a model, a subclass of it, and what is sent."""
    return _ENDS.sub("", kind.__name__)
