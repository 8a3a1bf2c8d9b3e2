"""Rules for the keywords of a schema that hold values: formats, lists of values, limits, defaults, ranges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from woospec.kinds import is_list
from woospec.rules import values
from woospec.rules.house import House
from woospec.rules.shape import kind_word, shown
from woospec.rules.sites import Site, kind_of

Rule = Callable[[House, Site, Any], None]
#: Format → the types that it may stand on.
FORMATS: dict[str, frozenset[str]] = {
    "decimal": frozenset({"string", "number", "integer"}),
    "decimal-or-empty": frozenset({"string", "number", "integer"}),
    **{
        name: frozenset({"string"})
        for name in (
            *("local-date-time", "utc-date-time", "zulu-date-time", "date", "date-time"),
            *("offset-date-time", "offsetless-date-time", "utc-moment", "sql-moment"),
            *("email", "uri", "html", "attribute-slug", "comma-list"),
        )
    },
    "tax-rate": frozenset({"string", "number", "integer"}),
    "decimal-6": frozenset({"string", "number", "integer"}),
    "int32": frozenset({"integer"}),
    "limit": frozenset({"integer"}),
    "quantity": frozenset({"number"}),
}


def types_of(schema: dict[str, Any]) -> list[str]:
    """The JSON types that a schema names itself."""
    kinds = schema.get("type")
    return [kinds] if isinstance(kinds, str) else [k for k in kinds if isinstance(k, str)] if is_list(kinds) else []


def pattern_rule(house: House, site: Site, _: str) -> None:
    """`pattern` is not allowed."""
    house.add(
        "pattern",
        "a pattern is not allowed",
        site.node("pattern"),
        hint="say the form in the description, or use a format",
    )


def format_rule(house: House, site: Site, value: str) -> None:
    """`format` is known and goes with the type."""
    node = site.node("format")
    allowed = FORMATS.get(value)
    if allowed is None:
        house.add("format", f"unknown format {shown(value)}", node, hint=f"known: {', '.join(FORMATS)}")
        return
    kinds = set(types_of(site.value)) - {"null"}
    if not kinds & allowed:
        found = " or ".join(sorted(kinds)) or "no type"
        house.add(
            "format", f"format {value} on {found}", node, hint=f"it goes with type {' or '.join(sorted(allowed))}"
        )
    if value == "date-time" and kind_of(site.file.path) == "schemas":
        hint = "in bodies the store sends local-date-time or utc-date-time"
        house.add("format", "format date-time is for query parameters only", node, hint=hint)


def enum_rule(house: House, site: Site, value: list[Any], word: str = "enum") -> None:
    """The values of a list are there, distinct and of the type."""
    node = site.node(word)
    if not value:
        house.add("enum", f"{word} is empty", node, hint="list at least one value")
    for i, item in enumerate(value):
        if any(type(item) is type(other) and item == other for other in value[:i]):
            house.add("enum", f"{shown(item)} stands twice in {word}", site.node(word, i), hint="list each value once")
        if not values.is_type(item, types_of(site.value)):
            wanted = " or ".join(types_of(site.value))
            house.add(
                "enum",
                f"{shown(item)} in {word} is {kind_word(item)}, not {wanted}",
                site.node(word, i),
                hint="mend the value or the type",
            )


def known_values_rule(house: House, site: Site, value: list[Any]) -> None:
    """`x-known-values` is such a list, and the only one."""
    enum_rule(house, site, value, "x-known-values")
    if "enum" in site.value:
        hint = "enum if the list is closed, x-known-values if plugins may add to it"
        house.add("enum", "enum and x-known-values together", site.node("x-known-values"), hint=hint)


def clear_with_rule(house: House, site: Site, value: Any) -> None:
    """`x-clear-with` clears a field that a request can set."""
    node = site.node("x-clear-with")
    if site.role != "property":
        house.add("x-clear-with", "x-clear-with stands on no field", node, hint="put it on the field that it clears")
    if site.value.get("readOnly") is True:
        house.add(
            "x-clear-with", "x-clear-with on a readOnly field", node, hint="a field that no request can set needs none"
        )
    if value is True or (isinstance(value, list | dict) and value):
        hint = 'clear with null, "", [], {}, 0, false or one word or number'
        house.add("x-clear-with", f"x-clear-with is {shown(value)}, which clears nothing", node, hint=hint)


def unchecked_rule(house: House, site: Site, value: bool) -> None:
    """`x-unchecked` is true, on a field that a request can set."""
    node, hint = site.node("x-unchecked"), "say x-unchecked: true of a field that requests may set"
    if value is not True:
        house.add("x-unchecked", f"x-unchecked is {shown(value)}, which says nothing", node, hint=hint)
    if site.role != "property" or site.value.get("readOnly") is True:
        house.add("x-unchecked", "x-unchecked stands on nothing that a request can set", node, hint=hint)


def limits_rule(low: str, high: str) -> Rule:
    """A rule that keeps a lower limit below its upper one."""

    def rule(house: House, site: Site, value: Any) -> None:
        top = site.value.get(high)
        if isinstance(top, int | float) and value > top:
            house.add("limits", f"{low} {value} is above {high} {top}", site.node(low), hint="swap or mend them")

    return rule


def default_rule(house: House, site: Site, value: Any) -> None:
    """`default` fits the type, the list and the limits."""
    node, schema = site.node("default"), site.value
    if not values.is_type(value, types_of(schema)):
        wanted = " or ".join(types_of(schema))
        house.add(
            "default",
            f"default {shown(value)} is {kind_word(value)}, not {wanted}",
            node,
            hint="mend the default or the type",
        )
    elif is_list(schema.get("enum")) and value not in schema["enum"]:
        house.add("default", f"default {shown(value)} is not in enum", node, hint="mend the default or the list")
    elif isinstance(value, int | float) and not values.within(value, schema.get("minimum"), schema.get("maximum")):
        house.add(
            "default", f"default {value} is outside minimum and maximum", node, hint="mend the default or the limits"
        )


def woo_since_rule(house: House, site: Site, value: str) -> None:
    """`x-woo-since` is a release."""
    values.release(house, value, site.node("x-woo-since"))


def range_rule(house: House, site: Site, _: Any) -> None:
    """`x-since` and `x-until` are in order, and stand where they have an effect."""
    values.version_range(house, site.value, site.node)
    if site.role != "property":
        word = "x-since" if "x-since" in site.value else "x-until"
        hint = "mark the path, operation, parameter or field instead"
        house.add("placement", f"{word} has no effect here", site.node(word), hint=hint)
