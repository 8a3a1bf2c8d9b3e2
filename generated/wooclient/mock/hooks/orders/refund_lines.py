"""Lines of a refund as requests name them. WooCommerce does not check them, and trips over what it cannot take."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ... import money, schema
from ...errors import Crashed
from ...kinds import elements, is_list, is_map
from ...money import ZERO
from ...state import Doc


def by_id(sent: Any) -> dict[str, Any]:
    """What is said of each line, by its number. If an entry of a list has none, their places are taken for numbers."""
    if is_map(sent):
        return sent
    if not is_list(sent):
        return {}
    if not all(is_map(item) and item.get("id") is not None for item in sent):
        return {str(place): item for place, item in enumerate(sent)}
    return {str(schema.to_int(item["id"])): _named(item) for item in sent}


def _named(item: Doc) -> Doc:
    """An entry with the names that WooCommerce uses inside."""
    found = {"qty": item.get("quantity"), **item}
    return {**found, "refund_tax": _taxes(item.get("refund_tax"))}


def _taxes(sent: Any) -> Any:
    """Taxes by rate."""
    if not is_list(sent):
        return sent
    if any(not is_map(tax) or tax.get("id") is None or tax.get("refund_total") is None for tax in sent):
        return sent
    return {str(schema.to_int(tax["id"])): tax["refund_total"] for tax in sent}


def summed(lines: dict[str, Any]) -> Decimal | None:
    """What the lines are together; None if there is none, or if one cannot be added."""
    found = ZERO
    for line in lines.values():
        total = line.get("refund_total") if is_map(line) else None
        taxes = _values(line.get("refund_tax")) if is_map(line) else []
        if not schema.is_number(total) or not all(map(schema.is_number, taxes)):
            return None
        found += sum((money.decimal(sum_) for sum_ in (total, *taxes)), ZERO)
    return found if lines else None


def wanted(lines: dict[str, Any], order: Doc) -> dict[int, Doc]:
    """What to refund of each line of the order: `qty`, `refund_total`, `refund_tax` by rate."""
    found: dict[int, Doc] = {}
    for name in ("line_items", "fee_lines", "shipping_lines"):
        for line in order[name]:
            part = lines.get(str(line["id"]))
            if part is not None and (read := _read(part)) is not None:
                found[line["id"]] = read
    return found


def _read(part: Any) -> Doc | None:
    """One entry in numbers; None if it says nothing."""
    if not is_map(part):
        raise Crashed("A line of a refund is an object.")
    count, total, taxes = part.get("qty"), part.get("refund_total"), part.get("refund_tax")
    if all(value in (None, "", 0, "0", False, [], {}) for value in (count, total, taxes)):
        return None
    rates = taxes if is_map(taxes) else dict(enumerate(_values(taxes)))
    return {
        "qty": int(_number(count)),
        "refund_total": _number(total),
        "refund_tax": {
            schema.to_int(rate): _number(tax) for rate, tax in rates.items() if tax not in (None, "", 0, "0", False, [])
        },
    }


def _values(taxes: Any) -> list[Any]:
    """Taxes without their rates."""
    if is_map(taxes):
        return list(taxes.values())
    return list(elements(taxes)) if is_list(taxes) or taxes is None else [taxes]


def _number(value: Any) -> Decimal:
    """The number that a text begins with; PHP cannot reckon with one that does not begin with any."""
    if value is None or isinstance(value, bool | int | float):
        return money.decimal(value or 0) if not isinstance(value, bool) else Decimal(int(value))
    number = schema.leading_number(value) if isinstance(value, str) else ""
    if not number:
        raise Crashed("PHP reckons with numbers only.")
    return money.decimal(number)
