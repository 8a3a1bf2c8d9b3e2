"""The types of what callers pass, for type checkers, and what reads a value of each at run time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from . import amounts, moments
from .shapes import plain

#: Money and measures are sent as text: a Decimal, an int, or digits with a point. Floats are refused: 0.1 + 0.2 is no
#: price. So is every text that the store would read as something else, such as "12,50" and "1e3".
DecimalInput = Annotated[Decimal | str | int, "decimal"]
#: The same for a tax rate, of which the store keeps four decimals and eight characters in all.
TaxRateInput = Annotated[Decimal | str | int, "tax-rate"]
#: The same where the store keeps six decimals.
Decimal6Input = Annotated[Decimal | str | int, "decimal", 6]
#: The same where the store takes what is below 0 for 0.
NonNegativeDecimalInput = Annotated[Decimal | str | int, "decimal-from-0"]
#: A JSON number.
NumberInput = Annotated[Decimal | int | float, "number"]
#: How many pieces. Fractions are refused: stores cut them off, unless a plugin keeps them; then use `extra`.
QuantityInput = Annotated[int | float, "quantity"]
#: The same where a number below 0 would move the stock the other way.
NonNegativeQuantityInput = Annotated[int | float, "quantity-from-0"]
#: A whole number of 32 bits, which may be below 0; plain `int` is for ids and counts, which may not.
Int32Input = Annotated[int, "int32"]
#: How many, or -1 for any number.
LimitInput = Annotated[int, "limit"]
#: A moment in shop time (a naive datetime or text), or any moment (an aware datetime, or text with an offset). Seconds
#: are whole: fractions are dropped. A time that the clock skips in spring is moved by the store.
LocalDateTimeInput = Annotated[datetime | str, "local"]
#: A moment in UTC: an aware datetime of any zone, or a naive one that is UTC already, or text likewise. The store would
#: take the offset away without converting, so it is converted here.
UtcDateTimeInput = Annotated[datetime | str, "utc"]
#: A moment that has to say its zone (an aware datetime, or text with an offset): the store shows this field in one zone
#: and reads it in another.
OffsetDateTimeInput = Annotated[datetime | str, "with-offset"]
#: A moment in shop time, a naive datetime or text without an offset: the store drops offsets here.
OffsetlessDateTimeInput = Annotated[datetime | str, "without-offset"]
#: A moment in a filter: a datetime, text in ISO form, or a date, which is its first moment. A naive one is shop time,
#: or UTC if the call says `dates_are_gmt`; an aware one is that moment in any case. What was made in exactly that
#: second is neither after nor before it.
MomentInput = Annotated[datetime | date | str, "moment"]
#: The same where the filter is in UTC, as naive moments and dates then are too. Both ends are part of the stretch.
UtcMomentInput = Annotated[datetime | date | str, "utc-moment"]
SqlMomentInput = Annotated[datetime | date | str, "sql-moment"]
#: A calendar day: a date, or text such as "2025-12-31"; a datetime is none.
DateInput = Annotated[date | str, "date"]
#: The short name of a product's attribute: answers of the legacy API put `pa_` before it, its requests do without.
AttributeSlugInput = Annotated[str, "attribute-slug"]
#: A text or number for a filter, of which the store takes 0 for none, and would find everything.
NotZeroTextInput = Annotated[str, "not-zero-text"]
NotZeroInput = Annotated[int, "not-zero"]
#: Words or numbers for a filter that wants them in one text: a list, or that text itself.
CommaListInput = Annotated[str | Sequence[str | int], "comma-list"]
#: Names of fields, as Python or the store spells them: a list, or a text of them with commas; see `fields`.
FieldsInput = Annotated[str | Sequence[str], "fields"]
#: The name of a custom field where stores drop names that begin with an underscore.
UnprotectedKeyInput = Annotated[str, "unprotected-key"]


def _unprotected_key(value: Any, where: str) -> Any:
    if str(value).startswith("_"):
        raise ValueError(
            f"{where} is {value!r}: stores drop custom fields whose key begins with an underscore here, silently since "
            "WooCommerce 9.5.2; choose another key. For an older store, pass the list in extra={'meta_data': [...]}"
        )
    return plain(value, where)


def _not_zero(value: Any, where: str) -> Any:
    if str(value).strip() == "0":
        raise ValueError(f"{where} is {value!r}, which the store takes for no filter: it would find everything")
    return value


def _not_zero_text(value: Any, where: str) -> Any:
    return plain(_not_zero(value, where), where)


def _not_zero_number(value: Any, where: str) -> Any:
    return amounts.whole(_not_zero(value, where), where)


#: Mark of a declared type → what reads a value of it. What stands behind the mark is passed on.
READ: Mapping[str, Callable[..., Any]] = {
    "decimal": amounts.decimal_text,
    "decimal-from-0": amounts.decimal_from_0,
    "tax-rate": amounts.tax_rate,
    "number": amounts.number,
    "quantity": amounts.quantity,
    "quantity-from-0": amounts.quantity_from_0,
    "int32": amounts.int32,
    "limit": amounts.count_or_none,
    "local": moments.local,
    "utc": moments.utc,
    "with-offset": moments.with_offset,
    "without-offset": moments.without_offset,
    "moment": moments.filter_moment,
    "utc-moment": moments.filter_utc,
    "sql-moment": moments.filter_sql,
    "date": moments.day,
    "not-zero": _not_zero_number,
}
#: The same for texts.
READ_TEXT: Mapping[str, Callable[..., Any]] = {
    "unprotected-key": _unprotected_key,
    "not-zero-text": _not_zero_text,
}
#: Marks of moments that are shop time unless they say their zone.
SHOP_TIME = frozenset({"local", "with-offset", "without-offset"})
