"""Postcodes as WooCommerce compares them with the places of a tax rate: alike, with a star, or in a range."""

from __future__ import annotations

import re

from ... import schema

#: Country → where its codes are parted, from the left or the right, and by what.
_PARTED = {
    **dict.fromkeys(("CZ", "SE", "SK"), (-2, " ")),
    **dict.fromkeys(("CA", "GB"), (-3, " ")),
    **dict.fromkeys(("BR", "PL"), (-3, "-")),
    **dict.fromkeys(("MN", "PR", "US"), (5, "-")),
    "IE": (3, " "), "JP": (3, "-"), "NL": (4, " "), "PT": (4, "-"),
}  # fmt: skip
#: Countries whose codes may begin with the country's name, and which get a `-` behind it.
_NAMED = {"CZ": r"CZ([0-9]+)", "SK": r"SK([0-9]+)", "DK": r"DK(.+)", "LV": r"(?:LV)?([0-9]+)"}


def fits(postcode: str, country: str, pattern: str) -> bool:
    """Whether a postcode of a country is `pattern`, begins like `902*`, or lies in `90000...90999`."""
    code = re.sub(r"[\s-]", "", postcode).upper()
    ends = [end.strip() for end in pattern.upper().split("...")]
    if len(ends) > 1:
        return len(ends) == 2 and _is_between(code, *ends)
    shown = _parted(code, country.upper())
    return shown.startswith(ends[0][:-1]) if ends[0].endswith("*") else ends[0] in (code, shown)


def _parted(code: str, country: str) -> str:
    """A postcode as it is written in its country: `SW1A 1AA`."""
    if named := re.fullmatch(_NAMED.get(country, r"(?!)"), code):
        code = f"{country}-{named[1]}"
    place, sign = _PARTED.get(country, (0, ""))
    place = max(0, place + len(code)) if place < 0 else place
    return f"{code[:place]}{sign}{code[place:]}".strip().removesuffix("-" if place == 5 else "")


def _is_between(code: str, low: str, high: str) -> bool:
    """Whether a code lies in a range: as numbers if all are, as texts if the code is none, else letter by letter."""
    if not (schema.is_number(low) and schema.is_number(high)):
        number = _spelled(code)
        return (
            _size(_spelled(low).ljust(len(number), "0"))
            <= _size(number)
            <= _size(_spelled(high).ljust(len(number), "0"))
        )
    return float(low) <= float(code) <= float(high) if schema.is_number(code) else low <= code <= high


def _spelled(code: str) -> str:
    """Two digits for each letter and digit: `A1` is `0101`."""
    return "".join(f"{int(sign) if sign.isdecimal() else ord(sign) - 64:02}" if sign.isascii() and sign.isalnum()
                   else "00" for sign in code)  # fmt: skip


def _size(digits: str) -> tuple[int, str]:
    """What sorts digits like the number that they are; Python refuses to read thousands of them."""
    bare = digits.lstrip("0")
    return len(bare), bare
