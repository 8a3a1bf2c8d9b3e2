"""How single values of an answer become Python values, and how they are written back unchanged.

Each class here is an annotation for model fields. Reading refuses whatever would not be written back exactly as
it came (`1,5`, `1e3`, a date with another form); the repair path then reads what can mean only one thing
(`read_otherwise`), and keeps any other value as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic_core import core_schema

_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"
_PLAIN_NUMBER = re.compile(rf"{_NUMBER}\Z").match
#: What PHP takes for a number in a text, as the store does that computes with it.
_NUMERIC = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*\Z", re.ASCII).match
_CACHE_LIMIT = 4096
JsonSchema = dict[str, Any]


class _Cache(dict[Any, Any]):
    """Values by their text. Stores repeat themselves ("0.00", one date in several fields), parsing need not.

    Bounded: it empties itself when full. A lookup that hits runs no Python code, which is what makes it worth having.
    """

    def __init__(self, parse: Callable[[Any], Any]) -> None:
        super().__init__()
        self.parse = parse

    def __missing__(self, text: Any) -> Any:
        value = self.parse(text)
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        self[text] = value
        return value


def _decimal(text: Any) -> Decimal:
    if text.__class__ is str and _PLAIN_NUMBER(text):
        return Decimal(text)
    raise ValueError("not a plain decimal number in a string")


def _decimal_or_empty(text: Any) -> Decimal | None:
    return None if text == "" else _decimal(text)


def _local_datetime(text: Any) -> datetime:
    # Of the many forms of ISO 8601, several have as many characters: `2027-01-02T03:04+01`.
    if text.__class__ is str and len(text) == 19 and (found := datetime.fromisoformat(text)).isoformat() == text:
        return found
    raise ValueError("not of the form YYYY-MM-DDTHH:MM:SS")


def _utc_datetime(text: Any) -> datetime:
    return _local_datetime(text).replace(tzinfo=UTC)


def _zulu_datetime(text: Any) -> datetime:
    if text.__class__ is str and len(text) == 20 and text[19] == "Z":
        return _utc_datetime(text[:19])
    raise ValueError("not of the form YYYY-MM-DDTHH:MM:SSZ")


def _date(text: Any) -> date:
    if text.__class__ is str and len(text) == 10 and (found := date.fromisoformat(text)).isoformat() == text:
        return found
    raise ValueError("not of the form YYYY-MM-DD")


def _decimal_number(number: Any) -> Decimal:
    """A JSON number as the decimal of its shortest text, so that 0.1 is 0.1."""
    if number.__class__ is int:
        return Decimal(number)
    if number.__class__ is float and number - number == 0:
        return Decimal(repr(number))
    raise ValueError("not a JSON number")


def _text(**more: str) -> JsonSchema:
    return {"type": "string", **more}


def _any_decimal(came: Any) -> Decimal:
    """A number, or a text that is one, where the other of the two is declared, or another form of it.

    Of a number the shortest text counts: PHP may write 19.9 as 19.899999999999999, which is the same number to it.
    """
    if came.__class__ is str and _NUMERIC(came):
        return Decimal(came.strip())
    return _decimal_number(came)


def decimal_text(value: Decimal) -> str:
    """A decimal as WooCommerce writes numbers: digits and a point, never an exponent."""
    return format(value, "f")


def _write_decimal(value: Any) -> Any:
    return decimal_text(value) if isinstance(value, Decimal) else value


def _write_decimal_or_empty(value: Any) -> Any:
    return "" if value is None else _write_decimal(value)


def _write_number(value: Any) -> Any:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value.as_tuple().exponent == 0 else float(value)


def _write_local(value: Any) -> Any:
    """Shop time, or with its offset a moment of any zone, which the store converts."""
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value


def _write_utc(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    moment = value if value.tzinfo is None else value.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(timespec="seconds")


def _write_zulu(value: Any) -> Any:
    return f"{_write_utc(value)}Z" if isinstance(value, datetime) else value


def _write_date(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


class _Scalar:
    """A field type made of a reading and a writing function.

    `form` is the JSON Schema of what the store sends. `otherwise` reads what is written in another way, but can mean
    only one thing; it raises ValueError for the rest.
    """

    def __init__(
        self,
        read: Callable[[Any], Any],
        write: Callable[[Any], Any],
        form: JsonSchema,
        *,
        otherwise: Callable[[Any], Any] | None = None,
        cached: bool = True,
    ) -> None:
        self.read: Callable[[Any], Any] = _Cache(read).__getitem__ if cached else read
        self.write, self.form, self.otherwise = write, form, otherwise

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Replace what pydantic would do for the annotated type."""
        return core_schema.no_info_plain_validator_function(
            self.read, serialization=core_schema.plain_serializer_function_ser_schema(self.write)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> JsonSchema:
        """The same for reading and for writing."""
        return dict(self.form)


def read_otherwise(mark: object) -> Callable[[Any], Any] | None:
    """The way by which a type reads what is not written as declared; None for marks and types that have none."""
    return mark.otherwise if isinstance(mark, _Scalar) else None


class _OpenText:
    """Marks an open enum: known words for people and type checkers, any text at run time."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Validate as plain text, without trying the known words first."""
        return core_schema.str_schema()


class EmptyMap(dict[str, Any]):
    """An empty object that the store wrote as `[]`; written back the same way."""


class IndexedList(list[Any]):
    """A list that PHP wrote as an object with its indices as keys (`{"0": …, "2": …}`); written back the same way."""

    def __init__(self, items: Iterable[Any], keys: Iterable[str]) -> None:
        super().__init__(items)
        self.keys = tuple(keys)


def _map_or_empty_list(value: Any, handler: Callable[[Any], Any]) -> Any:
    return EmptyMap() if value == [] else handler(value)


def _write_map(value: Any, handler: Callable[[Any], Any]) -> Any:
    return [] if isinstance(value, EmptyMap) and not value else handler(value)


def _or_empty_list(form: JsonSchema) -> JsonSchema:
    """What is described, or `[]`; not null."""
    options = [option for option in form.get("anyOf", [form]) if option != {"type": "null"}]
    return {"anyOf": [*options, {"type": "array", "maxItems": 0}]}


class _MapOrEmptyList:
    """Marks a map that PHP writes as `[]` when it is empty."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Wrap the map so that `[]` is read and written as an empty one."""
        return core_schema.no_info_wrap_validator_function(
            _map_or_empty_list,
            handler(source),
            serialization=core_schema.wrap_serializer_function_ser_schema(_write_map),
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> JsonSchema:
        """The map, or `[]`."""
        return _or_empty_list(handler(schema["schema"]))


def _read_empty_list(value: Any, handler: Callable[[Any], Any]) -> Any:
    if value is None:
        raise ValueError("null where only an empty array stands for nothing")
    return None if value == [] else handler(value)


def _write_empty_list(value: Any, handler: Callable[[Any], Any]) -> Any:
    return [] if value is None else handler(value)


class _NoneAsEmptyList:
    """Marks an object that is `[]` where there is none."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Read `[]` as None and write None as `[]`."""
        return core_schema.no_info_wrap_validator_function(
            _read_empty_list,
            handler(source),
            serialization=core_schema.wrap_serializer_function_ser_schema(_write_empty_list),
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> JsonSchema:
        """The object, or `[]` in place of null."""
        return _or_empty_list(handler(schema["schema"]))


def _read_empty_tuple(value: Any, handler: Callable[[Any], Any]) -> Any:
    return () if value == [] else handler(value)


def _write_empty_tuple(value: Any, handler: Callable[[Any], Any]) -> Any:
    return [] if value == () else handler(value)


class _TupleAsEmptyList:
    """Marks an object that is `[]` or null where there is none: the two stay apart as `()` and None."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Read `[]` as `()` and write it back."""
        return core_schema.no_info_wrap_validator_function(
            _read_empty_tuple,
            handler(source),
            serialization=core_schema.wrap_serializer_function_ser_schema(_write_empty_tuple),
        )


# JSON Schema's own format date-time wants an offset, which most moments of a store lack.
_MOMENT = _text(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$")
_MAYBE_EMPTY = _text(pattern=f"^({_NUMBER})?$")
_NUMERAL: JsonSchema = {"type": "number"}
DecimalText = Annotated[
    Decimal, _Scalar(_decimal, _write_decimal, _text(pattern=f"^{_NUMBER}$"), otherwise=_any_decimal)
]
DecimalOrEmpty = Annotated[
    Decimal | None, _Scalar(_decimal_or_empty, _write_decimal_or_empty, _MAYBE_EMPTY, otherwise=_any_decimal)
]
DecimalNumber = Annotated[
    Decimal, _Scalar(_decimal_number, _write_number, _NUMERAL, otherwise=_any_decimal, cached=False)
]
LocalDateTime = Annotated[datetime, _Scalar(_local_datetime, _write_local, _MOMENT)]
UtcDateTime = Annotated[datetime, _Scalar(_utc_datetime, _write_utc, _MOMENT)]
ZuluDateTime = Annotated[datetime, _Scalar(_zulu_datetime, _write_zulu, _text(format="date-time"))]
PlainDate = Annotated[date, _Scalar(_date, _write_date, _text(format="date"))]
Number = int | float
Json = Any
OPEN = _OpenText()
MAP_OR_EMPTY_LIST = _MapOrEmptyList()
NONE_AS_EMPTY_LIST = _NoneAsEmptyList()
TUPLE_AS_EMPTY_LIST = _TupleAsEmptyList()
