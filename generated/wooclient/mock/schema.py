"""WordPress's rules for request values: is a value what a schema says, and what becomes of it.

`check` raises `Invalid` with the code of WordPress's detail; `clean` turns a checked value into its type.
"""

from __future__ import annotations

import math
import re
from typing import Any

from . import dates
from .description import Description, words
from .kinds import is_list, is_map

Json = dict[str, Any]
_EMAIL = re.compile(r"[^@\s]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+")
_NUMBER = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: So many digits are more than any integer has.
_PREFIX = re.compile(r"\s*([+-]?(?:[0-9]{1,400}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?)", re.ASCII)
#: PHP's integers have 64 bits, and the columns of places in lists 32.
_LARGEST, _LARGEST_PLACE = 2**63, 2**31
_JSON_TYPES: dict[Any, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}


class Invalid(Exception):
    """A value that is refused."""

    def __init__(self, code: str, message: str, data: Json | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.data = data


def _wrong_type(name: str, kind: str) -> Invalid:
    return Invalid("rest_invalid_type", f"{name} must be of type {kind}.", {"param": name})


def is_integer(value: Any) -> bool:
    """Whether WordPress takes a value for a whole number: whatever PHP calls numeric, however large, and `1e5` too."""
    if not is_number(value) or isinstance(value, int):
        return isinstance(value, int) and not isinstance(value, bool)
    number = float(value)
    return math.isinf(number) or number.is_integer()


def is_number(value: Any) -> bool:
    """Whether PHP's `is_numeric` is true."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return True
    return isinstance(value, str) and len(value) < 10_000 and bool(_NUMBER.fullmatch(value))


def is_boolean(value: Any) -> bool:
    """Whether WordPress takes a value for a switch."""
    if isinstance(value, bool):
        return True
    if isinstance(value, str):
        return value.lower() in ("true", "false", "1", "0")
    return isinstance(value, int) and value in (0, 1)


def is_email(text: str) -> bool:
    """Whether a text can be an email address."""
    return len(text) >= 6 and _EMAIL.fullmatch(text) is not None


def to_int(value: Any) -> int:
    """PHP's conversion to an integer: the number at the start of a text, or 0.

    A text beyond 64 bits gives the last integer on its side, a float what its lowest 64 bits say.
    """
    if isinstance(value, str):
        number = leading_number(value)
        return _in_text(number) if number else 0
    if isinstance(value, float):
        return (int(value) + _LARGEST) % (2 * _LARGEST) - _LARGEST if math.isfinite(value) else 0
    if isinstance(value, int):
        return max(-_LARGEST, min(int(value), _LARGEST - 1))
    return 1 if is_map(value) or (is_list(value) and value) else 0


def leading_number(text: str) -> str:
    """The number that a text begins with, as PHP reads it; empty if it begins with none."""
    matched = _PREFIX.match(text)
    return matched[1] if matched else ""


def _in_text(number: str) -> int:
    found = int(number) if number.lstrip("+-").isdigit() else float(number)
    largest = float(_LARGEST)
    if isinstance(found, float) and abs(found) >= largest:
        return -_LARGEST if found < 0 else _LARGEST - 1
    return max(-_LARGEST, min(int(found), _LARGEST - 1))


def to_place(value: Any) -> int:
    """A place in a list, as its column of the database takes it: a larger number becomes the last that fits."""
    return max(-_LARGEST_PLACE, min(to_int(value), _LARGEST_PLACE - 1))


def to_bool(value: Any) -> bool:
    """PHP's idea of truth, with WordPress's words for it."""
    if isinstance(value, str):
        return value.lower() not in ("", "0", "false", "no", "off")
    return bool(value)


def to_list(value: Any) -> list[Any]:
    """A list, also from a text with commas or blanks between its items."""
    if is_list(value):
        return value
    if is_map(value):
        return list(value.values())
    if value is None or value is False:
        return []
    return [part for part in re.split(r"[\s,]+", str(value)) if part]


def can_be(field: Json, kind: str) -> bool:
    """Whether a field can be of a type."""
    known = field.get("type")
    return kind in known if is_list(known) else known == kind


def check(description: Description, schema: Json, name: str, value: Any) -> None:
    """Raise `Invalid` if `value` is not what the schema says."""
    schema = description.resolve(schema)
    if "anyOf" in schema:
        _check_any(description, schema["anyOf"], name, value)
        return
    kind = schema.get("type")
    if is_list(kind):
        kind = _fitting(kind, value)
        if kind is None:
            raise _wrong_type(name, ", ".join(schema["type"]))
    if kind is not None:
        _check_type(kind, name, value)
    options = words(schema)
    if options and kind != "array" and not _is_one_of(value, options):
        raise Invalid("rest_not_in_enum", f"{name} must be one of: {', '.join(map(str, options))}.")
    _check_inside(description, schema, kind, name, value)


def _check_inside(description: Description, schema: Json, kind: str | None, name: str, value: Any) -> None:
    """What a value of the right type holds."""
    match kind:
        case "array":
            items = to_list(value)
            _check_count(schema, "Items", name, len(items))
            if schema.get("uniqueItems") and any(item in items[:i] for i, item in enumerate(items)):
                raise Invalid("rest_duplicate_items", f"{name} holds an item twice.")
            for i, item in enumerate(items):
                check(description, schema.get("items", {}), f"{name}[{i}]", item)
        case "object":
            if is_map(value):
                _check_fields(description, schema, name, value)
        case "integer" | "number":
            if schema.get("format") == "quantity" and not is_integer(value):
                raise _wrong_type(name, "integer")
            _check_limits(schema, name, float(value))
        case "string":
            _check_count(schema, "Length", name, len(value))
            _check_format(schema.get("format"), value)
        case _:
            pass


def _check_fields(description: Description, schema: Json, name: str, value: Json) -> None:
    """The fields of an object, but for those that stores take as they come."""
    _check_count(schema, "Properties", name, len(value))
    for key, child in description.properties(schema).items():
        if key in value and not child.get("x-unchecked"):
            check(description, child, f"{name}[{key}]", value[key])


def _check_any(description: Description, options: list[Json], name: str, value: Any) -> None:
    first: Invalid | None = None
    for option in options:
        try:
            check(description, option, name, value)
        except Invalid as refusal:
            first = first or refusal
        else:
            return
    if first is not None:
        raise first


def _fits(kind: str, value: Any) -> bool:
    match kind:
        case "integer":
            return is_integer(value)
        case "number":
            return is_number(value)
        case "boolean":
            return is_boolean(value)
        case "string":
            return isinstance(value, str)
        case "array":
            return isinstance(value, list | str | int | float) or value == {}
        case "object":
            return is_map(value) or is_list(value) or value == ""
        case "null":
            return value is None
        case _:
            return True


def _fitting(kinds: list[str], value: Any) -> str | None:
    """The type, of several, that a value is: exact ones first, as a number also fits "string" when written so."""
    own = "null" if value is None else _JSON_TYPES.get(type(value), "")
    if own in kinds:
        return own
    return next((kind for kind in kinds if kind != "null" and _fits(kind, value)), None) or (
        "null" if "null" in kinds and _fits("null", value) else None
    )


def _check_type(kind: str, name: str, value: Any) -> None:
    if not _fits(kind, value):
        raise _wrong_type(name, kind)


def _is_one_of(value: Any, options: list[Any]) -> bool:
    if value in options and not (isinstance(value, bool) and not any(isinstance(o, bool) for o in options)):
        return True
    return isinstance(value, str | int | float) and any(
        str(value) == str(o) for o in options if not isinstance(o, bool)
    )


def _check_limits(schema: Json, name: str, value: float) -> None:
    low, high = schema.get("minimum"), schema.get("maximum")
    if (low is None or value >= low) and (high is None or value <= high):
        return
    if low is not None and high is not None:
        text = f"{name} must lie between {low} and {high}."
    else:
        text = f"{name} must be at least {low}." if low is not None else f"{name} must be at most {high}."
    raise Invalid("rest_out_of_bounds", text)


#: What limits count, by the end of their words: the codes for too few and too many, and what it is.
_COUNTED = {
    "Length": ("rest_too_short", "rest_too_long", "characters"),
    "Items": ("rest_too_few_items", "rest_too_many_items", "items"),
    "Properties": ("rest_too_few_properties", "rest_too_many_properties", "keys"),
}


def _check_count(schema: Json, end: str, name: str, count: int) -> None:
    few, many, unit = _COUNTED[end]
    low, high = schema.get(f"min{end}"), schema.get(f"max{end}")
    if low is not None and count < low:
        raise Invalid(few, f"{name} must have at least {low} {unit}.")
    if high is not None and count > high:
        raise Invalid(many, f"{name} must have at most {high} {unit}.")


def _check_format(form: str | None, value: str) -> None:
    if form == "date-time" and not dates.is_date_time(value):
        raise Invalid("rest_invalid_date", "That is no date with a time.")
    if form == "day" and not _DAY.fullmatch(value):
        raise Invalid("woocommerce_rest_invalid_date", "That is no day: write YYYY-MM-DD.")
    if form == "email" and not is_email(value):
        raise Invalid("rest_invalid_email", "That is no email address.")


def clean(description: Description, schema: Json, value: Any) -> Any:
    """A value that passed `check`, as its type."""
    schema = description.resolve(schema)
    if "anyOf" in schema:
        return _clean_any(description, schema["anyOf"], value)
    kind = schema.get("type")
    if is_list(kind):
        kind = _fitting(kind, value)
    match kind:
        case "integer":
            return to_int(value)
        case "number":
            return float(value) if isinstance(value, str) else value
        case "boolean":
            return to_bool(value)
        case "array":
            items = schema.get("items", {})
            return [clean(description, items, item) for item in to_list(value)]
        case "object":
            if not is_map(value):
                return {}
            known = description.properties(schema)
            checked = {k: child for k, child in known.items() if not child.get("x-unchecked")}
            return {k: clean(description, checked[k], v) if k in checked else v for k, v in value.items()}
        case "null":
            return None
        case _:
            return _of_any_type(value) if "x-any" in schema else value


def _of_any_type(value: Any) -> Any:
    """WordPress takes the first type that fits, and that of fractions stands before that of whole numbers."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _clean_any(description: Description, options: list[Json], value: Any) -> Any:
    for option in options:
        try:
            check(description, option, "", value)
        except Invalid:
            continue
        return clean(description, option, value)
    return value
