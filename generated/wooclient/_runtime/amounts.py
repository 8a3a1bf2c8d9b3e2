"""Numbers and switches that callers pass, as WooCommerce reads them: exactly that value, or an error before sending.

WooCommerce takes what it can out of a text that is no plain number: it reads `12,50` as 1250, `1e3` as 13 and `abc` as
nothing. It drops the sign of ids and counts, and the fraction of whole numbers. None of that raises an error there.

What a type checker refuses in a field raises TypeError, but for digits in a text where a number is meant; a value of
the declared type that the store would misread raises ValueError. Every message names the place, the value and the right
form.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from operator import index
from typing import Any, SupportsIndex, cast

#: What can stand before the point. PHP's numbers hold 15 or 16 digits, and some must be left for what stands behind it.
_DIGITS = 12
_PLACES = 40
_DECIMAL = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{_DIGITS - 1}}})(?:\.[0-9]{{1,{_PLACES}}})?").fullmatch
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,18})").fullmatch
_RATE_ROOM = 8
_LARGEST = 2**63 - 1
_MOST = 10**_DIGITS - 1
#: How many digits stores keep of a number in a field that may hold anything.
_KEPT = 14
#: Up to here a float holds every whole number.
_EXACT = 2**53
#: How much of a value a message shows, in characters.
_SHOWN = 60
_SWITCHES = {"true": True, "false": False, "1": True, "0": False}
_MONEY = "pass a value such as Decimal('12.50') or '12.50'"
_RAW = "To send it unchanged, put it in extra={...}"


def shown(value: Any) -> str:
    """A value for a message: escaped, so that look-alikes and control characters can be seen, and not too long."""
    text = ascii(value[: _SHOWN + 1] if isinstance(value, str) else value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def decimal_text(value: Any, where: str, places: int = _PLACES) -> str:
    """A sum, measure or rate as digits with a point, up to 12 before it and up to `places` behind it.

    Takes a Decimal, an int, or a text of that form. Raises TypeError for anything else, a float above all, and
    ValueError for a text of another form and for what is too large or too long.
    """
    text = value if value.__class__ is str else _as_text(value, where)
    if not _DECIMAL(text):
        raise ValueError(f"{where} is {shown(value)}, which the store would misread; {_MONEY}. {_RAW}")
    if places < _PLACES and len(text.partition(".")[2].rstrip("0")) > places:
        raise ValueError(f"{where} is {shown(value)}; the store keeps {places} decimals, so round it yourself first")
    return "0" + text[2:] if text[0] == "-" and not text.strip("-0.") else text


def kept(value: Any, where: str) -> Any:
    """Any value, for a field that may hold anything: PHP writes numbers there as text, with no more than 14 digits.

    Raises ValueError for a number that has more.
    """
    if isinstance(value, int | float) and len(_figures(value)) > _KEPT:
        raise ValueError(f"{where} is {shown(value)}, of which the store keeps {_KEPT} digits; pass it as text")
    return value


def _figures(number: float) -> str:
    if isinstance(number, int):  # PHP turns to another form by the size of a whole number, zeros at its end included
        return str(abs(number))
    return repr(abs(number)).partition("e")[0].replace(".", "").strip("0")


def decimal_from_0(value: Any, where: str) -> str:
    """A sum as `decimal_text`, where the store takes one below 0 for 0."""
    text = decimal_text(value, where)
    if text[0] == "-":
        raise ValueError(f"{where} is {shown(value)}, which the store would read as 0; pass 0 or more. {_RAW}")
    return text


def tax_rate(value: Any, where: str) -> str:
    """A tax rate in per cent, as `decimal_text`: stores keep four decimals, in a text of eight characters."""
    text = decimal_text(value, where, 4)
    if len(f"{Decimal(text):.4f}") > _RATE_ROOM:
        raise ValueError(f"{where} is {shown(value)}; the store has no room for a rate of 1000 or more")
    return text


def _as_text(value: Any, where: str) -> str:
    """Whatever a decimal can be given as, as text; its form is checked later."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        raise TypeError(f"{where} is a float, which cannot hold an exact decimal; {_MONEY}")
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{where} is {value}, which is no number; {_MONEY}")
        # An exponent would be written out: of a million zeros, nobody needs more than those that are too many.
        within = -_PLACES <= cast(int, value.as_tuple().exponent) <= _DIGITS
        return format(value, "f") if within else str(value)
    number = _index(value)
    if number is None:
        raise TypeError(f"{where} is {shown(value)}; {_MONEY}")
    return str(number) if abs(number) <= _LARGEST else "too large"


def number(value: Any, where: str) -> int | float:
    """A JSON number. Takes an int, a float or a Decimal that a float holds exactly enough to be read back as it was.

    Raises TypeError for anything else, text above all, and ValueError for NaN, infinity and a Decimal of too many
    digits.
    """
    if isinstance(value, float):
        if not _is_finite(value) or abs(value) > _MOST:
            raise ValueError(f"{where} is {value}, which is no number that a store keeps")
        return float(value)
    if isinstance(value, Decimal):
        found = float(value) if value.is_finite() else math.nan
        if not abs(found) <= _MOST or Decimal(repr(found)) != value:
            raise ValueError(f"{where} is {value}, which no JSON number holds exactly; round it first")
        return int(found) if found.is_integer() else found
    return _bounded(value, where, -_MOST, _MOST)


def quantity(value: Any, where: str, low: int = -_MOST) -> int:
    """How many pieces: a whole number, as stores cut fractions off without a word unless a plugin keeps them."""
    if isinstance(value, float | Decimal) and _is_small(value) and value % 1:
        raise ValueError(f"{where} is {value}, of which a store without a plugin keeps {int(value)}; if yours sells "
                         "fractions, pass it in extra={...}")  # fmt: skip
    return _bounded(value, where, low, _MOST)


def quantity_from_0(value: Any, where: str) -> int:
    """How many pieces, where the store would move the stock the other way for a number below 0."""
    return quantity(value, where, 0)


def whole(value: Any, where: str, low: int = 0, high: int = _LARGEST) -> Any:
    """A whole number from `low` to `high`; below 0 only where that means something, as WordPress drops the sign.

    Takes an int, digits in a text, and a float or Decimal without a fraction; None stays None. Raises TypeError for
    anything else, True and False above all, and ValueError for a number out of range.
    """
    return None if value is None else _bounded(value, where, low, high)


def int32(value: Any, where: str) -> Any:
    """A whole number that a column of 32 bits holds; stores replace a larger one by the largest they hold."""
    return whole(value, where, -(2**31), 2**31 - 1)


def count_or_none(value: Any, where: str) -> Any:
    """How many, or -1 for any number."""
    return whole(value, where, -1)


def _bounded(value: Any, where: str, low: int, high: int) -> int:
    found = value if value.__class__ is int else _whole_number(value, where)
    if low <= found <= high:
        return found
    raise ValueError(f"{where} is {shown(value)}; pass a whole number from {low} to {high}")


def _whole_number(value: Any, where: str) -> int:
    if isinstance(value, str):
        found = int(value) if _WHOLE(value) else None
    elif isinstance(value, float | Decimal):
        found = int(value) if _is_small(value) and not value % 1 else None
    else:
        found = _index(value)
    if found is None:
        raise TypeError(f"{where} is {shown(value)}; pass a whole number")
    return found


def _is_finite(value: float | Decimal) -> bool:
    return value.is_finite() if isinstance(value, Decimal) else math.isfinite(value)


def _is_small(value: float | Decimal) -> bool:
    return _is_finite(value) and -_EXACT <= value <= _EXACT


def _index(value: Any) -> int | None:
    """A whole number of whatever library; None for anything else, and for True and False."""
    return None if isinstance(value, bool) or not hasattr(value, "__index__") else index(cast("SupportsIndex", value))


def switch(value: Any, where: str) -> bool | None:
    """True or False; also as 1, 0 and the texts of both, which the store reads the same. None stays None.

    Raises TypeError for anything else, such as "yes".
    """
    if value is None or isinstance(value, bool):
        return value
    found = _SWITCHES.get(str(value).lower()) if isinstance(value, str | int) else None
    if found is None:
        raise TypeError(f"{where} is {shown(value)}; pass True or False")
    return found
