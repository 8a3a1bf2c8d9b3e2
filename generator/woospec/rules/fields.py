"""Rules for the keywords of a schema that hold values: formats, lists of values, limits, defaults, ranges."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from woospec.formats import FORMATS
from woospec.kinds import elements, is_list, is_type, meant, members
from woospec.rules import values
from woospec.rules.house import HouseRules
from woospec.rules.shape import kind_word, shown
from woospec.rules.sites import Site, kind_of

Rule = Callable[[HouseRules, Site, Any], None]
TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object", "null"})


def types_of(schema: dict[str, Any]) -> list[str]:
    """The JSON types that a schema names itself."""
    kinds = schema.get("type")
    return [kinds] if isinstance(kinds, str) else [k for k in kinds if isinstance(k, str)] if is_list(kinds) else []


def pattern_rule(house: HouseRules, site: Site, _: str) -> None:
    """`pattern` is not allowed."""
    node = site.node("pattern")
    house.add("pattern", "a pattern is not allowed", node, hint="say the form in the description, or use a format")


def format_rule(house: HouseRules, site: Site, value: str) -> None:
    """`format` is known and goes with the type."""
    node = site.node("format")
    known = FORMATS.get(value)
    if known is None:
        house.add("format", f"unknown format {shown(value)}", node, hint=f"known: {', '.join(FORMATS)}")
        return
    allowed = known.on.keys()
    kinds = set(types_of(site.value)) - {"null"}
    if not kinds & allowed and kinds <= TYPES:  # else the type is a slip, as is told
        found = " or ".join(sorted(kinds)) or "no type"
        message = f"format {value} on {found}"
        house.add("format", message, node, hint=f"it goes with type {' or '.join(sorted(allowed))}")
    if value == "date-time" and kind_of(site.file.path) == "schemas":
        hint = "in bodies the store sends local-date-time or utc-date-time"
        house.add("format", "format date-time is for query parameters only", node, hint=hint)


def enum_rule(house: HouseRules, site: Site, value: list[Any], word: str = "enum") -> None:
    """The values of a list are there, distinct and of the type."""
    if not value:
        house.add("enum", f"{word} is empty", site.node(word), hint="list at least one value")
    seen: set[str] = set()
    for i, item in enumerate(value):
        if repr(item) in seen:
            house.add("enum", f"{shown(item)} stands twice in {word}", site.node(word, i), hint="list each value once")
        seen.add(repr(item))
        _plain_value(house, item, site, word, i)
        if not is_type(item, types_of(site.value)):
            wanted = " or ".join(types_of(site.value))
            message = f"{shown(item)} in {word} is {kind_word(item)}, not {wanted}"
            house.add("enum", message, site.node(word, i), hint="mend the value or the type")


def const_rule(house: HouseRules, site: Site, value: Any) -> None:
    """`const` is the only value of such a list."""
    _plain_value(house, value, site, "const")


def _plain_value(house: HouseRules, value: Any, site: Site, word: str, *index: int) -> None:
    if isinstance(value, dict | list | float):
        hint = "types can name texts, whole numbers, true, false and null only: say the others in the description"
        node = site.node(word, *index)
        house.add("enum", f"{shown(value)} in {word} is {kind_word(value)} that no type can name", node, hint=hint)


def deprecated_rule(house: HouseRules, site: Site, value: bool) -> None:
    """`deprecated` is said of something that has a name in the client."""
    named = site.role == "named" and site.value.keys() & {"properties", "allOf", "x-writes"}
    if value and site.role not in ("property", "write") and not named:
        hint = "it belongs on an operation, a parameter, a property or a named object"
        house.add("placement", "deprecated has no effect here", site.node("deprecated"), hint=hint)


def known_values_rule(house: HouseRules, site: Site, value: list[Any]) -> None:
    """`x-known-values` is such a list, and the only one."""
    enum_rule(house, site, value, "x-known-values")
    if "enum" in site.value:
        hint = "enum if the list is closed, x-known-values if plugins may add to it"
        house.add("enum", "enum and x-known-values together", site.node("x-known-values"), hint=hint)


def clear_with_rule(house: HouseRules, site: Site, value: Any) -> None:
    """`x-clear-with` clears a field that a request can set."""
    node = site.node("x-clear-with")
    if site.role != "property":
        house.add("x-clear-with", "x-clear-with stands on no field", node, hint="put it on the field that it clears")
    if site.value.get("readOnly") is True:
        message = "x-clear-with on a readOnly field"
        house.add("x-clear-with", message, node, hint="a field that no request can set needs none")
    if value is True or (isinstance(value, list | dict) and value):
        hint = 'clear with null, "", [], {}, 0, false or one word or number'
        house.add("x-clear-with", f"x-clear-with is {shown(value)}, which clears nothing", node, hint=hint)


def not_kept_rule(house: HouseRules, site: Site, value: str | dict[str, Any]) -> None:
    """`x-not-kept` is said of a field that a request sets; its answer shows it, or another field that is empty then."""
    node = site.node("x-not-kept")
    if site.role != "property":
        house.add("x-not-kept", "x-not-kept stands on no field", node, hint="put it on the field that stores drop")
    if site.value.get("readOnly") is True:
        hint = "a field that no request can set needs none"
        house.add("x-not-kept", "x-not-kept on a readOnly field", node, hint=hint)
    if isinstance(value, dict) and not ("when" in value and value.keys() & {"empty", "nothing"}):
        hint = "say when it is not kept, and which field of the answer is empty then, or which value holds as nothing"
        house.add("x-not-kept", "x-not-kept says too little", node, hint=hint)
    elif site.value.get("writeOnly") is True and not (isinstance(value, dict) and "empty" in value):
        hint = "say {when: ..., empty: FIELD}: which field of the answer is empty then"
        house.add("x-not-kept", "no answer shows whether this field was kept", node, hint=hint)


def secret_rule(house: HouseRules, site: Site, value: bool | dict[str, Any]) -> None:
    """`x-secret` is true, or says which word of another field makes it one; it stands on a field."""
    node = site.node("x-secret")
    if site.role != "property":
        house.add("x-secret", "x-secret stands on no field", node, hint="put it on the field that holds the secret")
    if value is False or value == {} or (isinstance(value, dict) and len(value) > 1):
        hint = "say x-secret: true, or one field and the word of it that makes this a secret"
        house.add("x-secret", f"x-secret is {shown(value)}, which says nothing", node, hint=hint)


def parent_rule(house: HouseRules, site: Site, value: bool) -> None:
    """`x-parent` is true, on a field that answers have."""
    if value is not True or site.role != "property" or site.value.get("writeOnly") is True:
        hint = "say x-parent: true of a field that answers have"
        house.add("x-parent", "x-parent says nothing here", site.node("x-parent"), hint=hint)


def unchecked_rule(house: HouseRules, site: Site, value: bool) -> None:
    """`x-unchecked` is true, on a field that a request can set."""
    node, hint = site.node("x-unchecked"), "say x-unchecked: true of a field that requests may set"
    if value is not True:
        house.add("x-unchecked", f"x-unchecked is {shown(value)}, which says nothing", node, hint=hint)
    if site.role != "property" or site.value.get("readOnly") is True:
        house.add("x-unchecked", "x-unchecked stands on nothing that a request can set", node, hint=hint)


#: What a limit counts: lower and upper limit by the types that they go with.
_LIMITS: dict[tuple[str, str], frozenset[str]] = {
    ("minimum", "maximum"): frozenset({"integer", "number"}),
    ("minLength", "maxLength"): frozenset({"string"}),
    ("minItems", "maxItems"): frozenset({"array"}),
    ("minProperties", "maxProperties"): frozenset({"object"}),
    ("uniqueItems", ""): frozenset({"array"}),
}


def limit_rule(word: str) -> Rule:
    """A rule that keeps a limit on its type, and a lower limit below its upper one."""
    low, high = next(pair for pair in _LIMITS if word in pair)

    def rule(house: HouseRules, site: Site, value: Any) -> None:
        top = site.value.get(high)
        if word == low and isinstance(top, int | float) and value > top:
            house.add("limits", f"{low} {value} is above {high} {top}", site.node(low), hint="swap or mend them")
        kinds, wanted = types_of(site.value), _LIMITS[low, high]
        derived = kinds == [] and "x-writes" in site.value
        if not wanted & set(kinds) and set(kinds) <= TYPES and not derived:
            found = " or ".join(kinds) or "no type"
            hint = f"it goes with type {' or '.join(sorted(wanted))}"
            house.add("limits", f"{word} on {found}", site.node(word), hint=hint)

    return rule


def default_rule(house: HouseRules, site: Site, value: Any) -> None:
    """`default` fits the type, the list and the limits."""
    node, schema = site.node("default"), site.value
    if site.role not in ("property", "write", "parameter") or schema.get("readOnly") is True:
        hint = "it belongs on a field that requests set, or on a parameter"
        house.add("placement", "default has no effect here", node, hint=hint)
    if not is_type(value, types_of(schema)):
        wanted = " or ".join(types_of(schema))
        message = f"default {shown(value)} is {kind_word(value)}, not {wanted}"
        house.add("default", message, node, hint="mend the default or the type")
    elif is_list(schema.get("enum")) and value not in schema["enum"]:
        house.add("default", f"default {shown(value)} is not in enum", node, hint="mend the default or the list")
    elif isinstance(value, int | float) and not values.within(value, schema.get("minimum"), schema.get("maximum")):
        message = f"default {value} is outside minimum and maximum"
        house.add("default", message, node, hint="mend the default or the limits")


def release_rule(house: HouseRules, site: Site, _: Any) -> None:
    """`x-woo-since` and `x-woo-until` are releases, in order."""
    values.releases(house, site.value, site.node)


def woo_words_rule(house: HouseRules, site: Site, value: dict[str, Any]) -> None:
    """`x-woo-words` names words of the list beside it, and the releases that brought them or took them away."""
    known = [*elements(site.value.get("enum")), *elements(site.value.get("x-known-values"))]
    for word, said in value.items():
        node = site.node("x-woo-words", word)
        if word not in known:
            hint = meant(word, map(str, known), "name a word of enum or x-known-values")
            house.add("x-woo-words", f"{shown(word)} is no word of this list", node, hint=hint)
        if not members(said):
            house.add("x-woo-words", f"nothing is said of {shown(word)}", node, hint="say since, until or both")
        values.releases(house, members(said), partial(site.node, "x-woo-words", word), "since", "until")


def range_rule(house: HouseRules, site: Site, _: Any) -> None:
    """`x-since` and `x-until` are in order, and stand where they have an effect."""
    values.version_range(house, site.value, site.node)
    if site.role != "property":
        word = "x-since" if "x-since" in site.value else "x-until"
        hint = "mark the path, operation, parameter or field instead"
        house.add("placement", f"{word} has no effect here", site.node(word), hint=hint)
