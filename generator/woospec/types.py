"""Types of single values: from JSON's types and our formats to scalars, and unions without repeats."""

from __future__ import annotations

from woospec.model import EmptyList, MapOf, Scalar, ScalarKind, Type, Union

#: Type and format → what they are together. Any other format is text for people.
FORMATS: dict[tuple[str, str], ScalarKind] = {
    ("string", "decimal"): "decimal",
    ("string", "decimal-or-empty"): "decimal_or_empty",
    ("string", "local-date-time"): "local_datetime",
    ("string", "utc-date-time"): "utc_datetime",
    ("string", "zulu-date-time"): "zulu_datetime",
    ("string", "date"): "date",
    ("string", "date-time"): "moment",
    ("string", "attribute-slug"): "attribute_slug",
    ("string", "comma-list"): "comma_list",
    ("string", "field-list"): "field_list",
    ("string", "unprotected-key"): "unprotected_key",
    ("string", "tax-rate"): "tax_rate",
    ("string", "decimal-6"): "decimal_6",
    ("string", "decimal-from-0"): "decimal_from_0",
    ("string", "decimal-from-0-or-empty"): "decimal_from_0_or_empty",
    ("number", "decimal-from-0"): "decimal_number_from_0",
    ("number", "tax-rate"): "tax_rate",
    ("number", "decimal-6"): "decimal_6",
    ("string", "offset-date-time"): "offset_datetime",
    ("string", "offsetless-date-time"): "offsetless_datetime",
    ("string", "utc-moment"): "utc_moment",
    ("string", "sql-moment"): "sql_moment",
    ("number", "decimal"): "decimal_number",
    ("number", "quantity"): "quantity",
    ("integer", "int32"): "int32",
    ("integer", "limit"): "limit",
}
_PLAIN: dict[str, ScalarKind] = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}


def scalar(kind: str, form: str) -> Scalar:
    """The scalar of a JSON type and a format; any value if the type is none of a single value."""
    return Scalar(FORMATS.get((kind, form), _PLAIN.get(kind, "any")))


def union(options: list[Type]) -> Type:
    """A flat union without repeats; an empty array beside a map says how the store writes an empty map."""
    flat: list[Type] = []
    for option in options:
        for one in option.options if isinstance(option, Union) else (option,):
            if one not in flat:
                flat.append(one)
    maps = [o for o in flat if isinstance(o, MapOf)]
    if EmptyList() in flat and maps:
        flat = [MapOf(o.value, empty_list=True) if isinstance(o, MapOf) else o for o in flat if o != EmptyList()]
    return flat[0] if len(flat) == 1 else Union(tuple(flat))
