"""What a single value of each kind is called: among the types of the client, and by people."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import ScalarKind


class Called(NamedTuple):
    """The type of a value that is read, that of one that is passed, and the word of templates for people."""

    read: str
    write: str
    plain: str


SCALARS: dict[ScalarKind, Called] = {
    "any": Called("Json", "Json", "anything"),
    "attribute_slug": Called("str", "AttributeSlugInput", "text"),
    "boolean": Called("bool", "bool", "switch"),
    "comma_list": Called("str", "CommaListInput", "comma_list"),
    "date": Called("PlainDate", "DateInput", "date"),
    "decimal": Called("DecimalText", "DecimalInput", "number_as_text"),
    "decimal_number": Called("DecimalNumber", "DecimalInput", "number"),
    "decimal_or_empty": Called("DecimalOrEmpty", "DecimalInput", "number_as_text"),
    "decimal_from_0": Called("DecimalText", "NonNegativeDecimalInput", "number_as_text"),
    "decimal_from_0_or_empty": Called("DecimalOrEmpty", "NonNegativeDecimalInput", "number_as_text"),
    "decimal_number_from_0": Called("DecimalNumber", "NonNegativeDecimalInput", "number"),
    "decimal_6": Called("DecimalText", "Decimal6Input", "number_as_text"),
    "field_list": Called("str", "FieldsInput", "field_names"),
    "int32": Called("int", "Int32Input", "whole_number"),
    "integer": Called("int", "int", "whole_number"),
    "limit": Called("int", "LimitInput", "whole_number"),
    "local_datetime": Called("LocalDateTime", "LocalDateTimeInput", "shop_time"),
    "moment": Called("str", "MomentInput", "moment"),
    "number": Called("Number", "NumberInput", "number"),
    "offset_datetime": Called("LocalDateTime", "OffsetDateTimeInput", "offset_moment"),
    "offsetless_datetime": Called("LocalDateTime", "OffsetlessDateTimeInput", "shop_time"),
    "quantity": Called("Number", "QuantityInput", "number"),
    "sql_moment": Called("str", "SqlMomentInput", "moment"),
    "string": Called("str", "str", "text"),
    "tax_rate": Called("DecimalText", "TaxRateInput", "number_as_text"),
    "unprotected_key": Called("str", "UnprotectedKeyInput", "text"),
    "utc_datetime": Called("UtcDateTime", "UtcDateTimeInput", "utc_time"),
    "utc_moment": Called("str", "UtcMomentInput", "utc_time"),
    "zulu_datetime": Called("ZuluDateTime", "UtcDateTimeInput", "zulu_time"),
}
#: Those whose values can be an empty text.
OR_EMPTY = frozenset[ScalarKind]({"decimal_or_empty", "decimal_from_0_or_empty"})
