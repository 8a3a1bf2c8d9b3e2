"""Sums as WooCommerce writes them. All arithmetic is decimal; PHP's floats are only imitated where they show."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import reduce
from operator import add
from typing import Any

from . import kses

ZERO = Decimal(0)
#: With more places than these, sums show that they are floats; PHP rounds what is smaller than this when scaled.
_EXACT, _ROUNDED_BELOW = 10, 1e16
#: The most places that sums are written with. Real stores write more, until PHP has no memory left.
MOST_PLACES = 1000
#: Room for sums of absurd size: they are not refused, so they must not fail.
WIDE = Context(prec=120)


def decimal(value: Any) -> Decimal:
    """A sum in whatever form; what is no number counts as 0."""
    try:
        number = Decimal(str(value).strip() or 0)
    except InvalidOperation:
        return ZERO
    return number if number.is_finite() and abs(number.adjusted()) < 30 else ZERO


def floats_added(numbers: Iterable[float]) -> float:
    """A sum of floats as PHP and databases add: one after the other. `sum` is more exact since Python 3.12."""
    return reduce(add, numbers, 0.0)


def rounded(value: Any, places: int = 2) -> Decimal:
    """Half up, away from zero, as PHP rounds."""
    return decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def fixed(value: Any, places: int = 2) -> str:
    """`5.5` → `5.50`."""
    if places > _EXACT:
        return _as_float(float(decimal(value)), places)
    number = rounded(value, places)
    return f"{number if number else abs(number):f}"


def _as_float(number: float, places: int) -> str:
    """A number with so many places that PHP's floats show through, rounded as PHP does it since 8.4."""
    size, power = abs(number), 10.0 ** min(places, 300)
    if size * power < _ROUNDED_BELOW:
        whole = float(int(size * power))
        whole += (whole + 1) / power == size
        whole += size >= (whole + 0.5) / power
        number = math.copysign(whole / power, number)
    return f"{number:.{places}f}"


def typed(value: Any) -> str:
    """A sum as somebody typed it, cleaned: `1,234.50` → `1234.50`, `<b>5</b>` → `5`, `abc` → ``."""
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 2**63):
        return trimmed(f"{float(value):.6f}")
    value = "1" if value is True else value
    text = re.sub(r"[^0-9.-]", "", kses.field(str(value))) if value is not None and value is not False else ""
    if text.count(".") > 1:
        head, _, tail = text.rpartition(".")
        text = head.replace(".", "") + "." + tail
    return text if re.fullmatch(r"-?([0-9]+\.?[0-9]*|\.[0-9]+)", text) else ""


def trimmed(value: Any) -> str:
    """A number without zeros at its end: `4.50` → `4.5`."""
    number = decimal(value)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
