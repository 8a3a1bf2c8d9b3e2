"""Rules for each schema as it is written: one small function a keyword, in a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from woospec.rules import values
from woospec.rules.house import House
from woospec.rules.shape import kind_word, shown
from woospec.rules.sites import Site, kind_of
from woospec.select import VERSIONS

Rule = Callable[[House, Site, Any], None]
TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object", "null"})
_SAYS = frozenset({"type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const", "x-writes"})
_BESIDE_REF = frozenset({"$ref", "description", "readOnly", "writeOnly", "deprecated", "default"})
#: Format → the types that it may stand on.
FORMATS: dict[str, frozenset[str]] = {
    "decimal": frozenset({"string", "number", "integer"}),
    "decimal-or-empty": frozenset({"string", "number", "integer"}),
    **{
        name: frozenset({"string"})
        for name in ("local-date-time", "utc-date-time", "zulu-date-time", "date", "date-time", "email", "uri", "html")
    },
}


def types_of(schema: dict[str, Any]) -> list[str]:
    """The JSON types that a schema names itself."""
    kinds = schema.get("type")
    return [kinds] if isinstance(kinds, str) else [k for k in kinds if isinstance(k, str)] if isinstance(kinds, list) else []


def _pattern(house: House, site: Site, _: str) -> None:
    house.add("pattern", "a pattern is not allowed", site.node("pattern"), hint="say the form in the description, or use a format")


def _format(house: House, site: Site, value: str) -> None:
    node = site.node("format")
    allowed = FORMATS.get(value)
    if allowed is None:
        house.add("format", f"unknown format {shown(value)}", node, hint=f"known: {', '.join(FORMATS)}")
        return
    kinds = set(types_of(site.value)) - {"null"}
    if not kinds & allowed:
        found = " or ".join(sorted(kinds)) or "no type"
        house.add("format", f"format {value} on {found}", node, hint=f"it goes with type {' or '.join(sorted(allowed))}")
    if value == "date-time" and kind_of(site.file.path) == "schemas":
        hint = "in bodies the store sends local-date-time or utc-date-time"
        house.add("format", "format date-time is for query parameters only", node, hint=hint)


def _enum(house: House, site: Site, value: list[Any], word: str = "enum") -> None:
    node = site.node(word)
    if not value:
        house.add("enum", f"{word} is empty", node, hint="list at least one value")
    for i, item in enumerate(value):
        if any(type(item) is type(other) and item == other for other in value[:i]):
            house.add("enum", f"{shown(item)} stands twice in {word}", site.node(word, i), hint="list each value once")
        if not values.is_type(item, types_of(site.value)):
            wanted = " or ".join(types_of(site.value))
            house.add("enum", f"{shown(item)} in {word} is {kind_word(item)}, not {wanted}", site.node(word, i), hint="mend the value or the type")


def _known_values(house: House, site: Site, value: list[Any]) -> None:
    _enum(house, site, value, "x-known-values")
    if "enum" in site.value:
        hint = "enum if the list is closed, x-known-values if plugins may add to it"
        house.add("enum", "enum and x-known-values together", site.node("x-known-values"), hint=hint)


def _clear_with(house: House, site: Site, value: Any) -> None:
    node = site.node("x-clear-with")
    if site.role != "property":
        house.add("x-clear-with", "x-clear-with stands on no field", node, hint="put it on the field that it clears")
    if site.value.get("readOnly") is True:
        house.add("x-clear-with", "x-clear-with on a readOnly field", node, hint="a field that no request can set needs none")
    if value is True or (isinstance(value, list | dict) and value):
        hint = 'clear with null, "", [], {}, 0, false or one word or number'
        house.add("x-clear-with", f"x-clear-with is {shown(value)}, which clears nothing", node, hint=hint)


def _only_field(word: str) -> Rule:
    def rule(house: House, site: Site, value: Any) -> None:
        if site.role != "property" and value is not False:
            house.add("placement", f"{word} has no effect here", site.node(word), hint="it belongs on a property of a named schema")

    return rule


def _only_named(word: str) -> Rule:
    def rule(house: House, site: Site, _: Any) -> None:
        if site.role != "named":
            house.add("placement", f"{word} has no effect here", site.node(word), hint="it belongs on a named schema")

    return rule


def _write(house: House, site: Site, _: Any) -> None:
    _only_field("x-write")(house, site, _)
    if site.value.get("readOnly") is True:
        house.add("placement", "x-write on a readOnly field", site.node("x-write"), hint="take one of them out")


def _read_only(house: House, site: Site, value: bool) -> None:
    if value and site.value.get("writeOnly") is True:
        house.add("placement", "readOnly and writeOnly together", site.node("readOnly"), hint="a field that is neither read nor written is none")
    if value and site.role not in ("property", "named"):
        house.add("placement", "readOnly has no effect here", site.node("readOnly"), hint="it belongs on a property or a named schema")


def _writes(house: House, site: Site, value: str) -> None:
    _only_named("x-writes")(house, site, value)
    reference = value if "#" in value else f"#/{value}"
    target = house.graph.find(site.file.path, reference)
    if target is not None and isinstance(target.value, dict) and "properties" not in target.value:
        message = f"x-writes names {shown(value)}, which has no properties"
        house.add("x-writes", message, site.node("x-writes"), target.file.place(target.pointer), hint="name the read schema, an object")


def _write_required(house: House, site: Site, value: list[Any]) -> None:
    _only_named("x-write-required")(house, site, value)
    own = site.value.get("properties")
    for i, name in enumerate(value):
        if not isinstance(own, dict) or name not in own:
            hint = "name a property of this schema"
            house.add("required", f"x-write-required names {shown(name)}, which is no property", site.node("x-write-required", i), hint=hint)


def _required(house: House, site: Site, value: list[Any]) -> None:
    for i, name in enumerate(value):
        if name in value[:i]:
            house.add("required", f"{shown(name)} stands twice in required", site.node("required", i), hint="list each name once")
    own = site.value.get("properties")
    if not isinstance(own, dict) or "x-writes" in site.value or "allOf" in site.value:
        return  # a stub's properties are known after it is derived: see `parameters.required`
    for i, name in enumerate(value):
        if name not in own:
            close = values.nearest(str(name), own)
            hint = f"did you mean {close}?" if close else "name a property, or take it out"
            house.add("required", f"required names {shown(name)}, which is no property", site.node("required", i), hint=hint)


def _required_since(house: House, site: Site, value: dict[str, Any]) -> None:
    own = site.value.get("properties")
    for name, version in value.items():
        node = site.node("x-required-since", name)
        if not isinstance(own, dict) or name not in own:
            house.add("required", f"x-required-since names {shown(name)}, which is no property", node, hint="name a property of this schema")
        if version not in VERSIONS:
            house.add("versions", f"unknown version {shown(version)}", node, hint=f"known: {', '.join(VERSIONS)}")


def _properties(house: House, site: Site, value: dict[str, Any]) -> None:
    if site.role != "named":
        hint = "give the object a name at the top of a schema file and refer to it"
        house.add("inline-object", "an object with properties stands inline", site.node("properties"), hint=hint)
    kinds = types_of(site.value)
    if "object" not in kinds and not site.value.keys() & {"allOf", "x-writes"}:
        house.add("type", "properties on something that is no object", site.node("properties"), hint="add type: object")
    for name in value:
        values.name_text(house, name, site.node("properties", name))


def _type(house: House, site: Site, value: str | list[Any]) -> None:
    kinds = types_of(site.value)
    for kind in kinds:
        if kind not in TYPES:
            close = values.nearest(kind, TYPES)
            hint = f"did you mean {close}?" if close else f"known: {', '.join(sorted(TYPES))}"
            house.add("type", f"unknown type {shown(kind)}", site.node("type"), hint=hint)
    if isinstance(value, list) and (not kinds or len(set(kinds)) != len(value)):
        house.add("type", "a list of types is empty or holds one twice", site.node("type"), hint="list each type once")
    if "array" in kinds and "items" not in site.value and site.value.get("maxItems") != 0:
        house.add("items", "an array without items", site.node("type"), hint="say what it holds, or maxItems: 0 for an empty one")
    if "object" in kinds and not site.value.keys() & {"properties", "additionalProperties", "maxProperties", "allOf", "x-writes"}:
        hint = "list its properties, or say what free keys hold with additionalProperties"
        house.add("type", "an object that says nothing about its fields", site.node("type"), hint=hint)


def _items(house: House, site: Site, _: Any) -> None:
    if "array" not in types_of(site.value):
        house.add("items", "items on something that is no array", site.node("items"), hint="add type: array")


def _free_keys(house: House, site: Site, value: Any) -> None:
    if "object" not in types_of(site.value):
        house.add("type", "additionalProperties on something that is no object", site.node("additionalProperties"), hint="add type: object")
    if value is True:
        hint = "write {x-any: why} if truly anything can come"
        house.add("x-any", "additionalProperties: true says nothing", site.node("additionalProperties"), hint=hint)


def _parts(word: str) -> Rule:
    def rule(house: House, site: Site, value: list[Any]) -> None:
        if not value:
            house.add("type", f"{word} is empty", site.node(word), hint="list at least one schema")
        if word == "allOf" and site.role != "named":
            hint = "give the combined object a name at the top of a schema file"
            house.add("inline-object", "allOf stands inline", site.node(word), hint=hint)

    return rule


def _reference(house: House, site: Site, _: str) -> None:
    extra = [k for k in site.value if k not in _BESIDE_REF and not k.startswith("x-")]
    if extra:
        hint = "say it in the schema that is referred to, or use anyOf"
        house.add("ref-siblings", f"beside a $ref stands {extra[0]}", site.node(extra[0]), hint=hint)


def _any(house: House, site: Site, value: str) -> None:
    if site.value.keys() & _SAYS:
        hint = "take x-any out, or say nothing else"
        house.add("x-any", "x-any on a schema that does say something", site.node("x-any"), hint=hint)


def _limits(low: str, high: str) -> Rule:
    def rule(house: House, site: Site, value: Any) -> None:
        top = site.value.get(high)
        if isinstance(top, int | float) and value > top:
            house.add("limits", f"{low} {value} is above {high} {top}", site.node(low), hint="swap or mend them")

    return rule


def _default(house: House, site: Site, value: Any) -> None:
    node, schema = site.node("default"), site.value
    if not values.is_type(value, types_of(schema)):
        wanted = " or ".join(types_of(schema))
        house.add("default", f"default {shown(value)} is {kind_word(value)}, not {wanted}", node, hint="mend the default or the type")
    elif isinstance(schema.get("enum"), list) and value not in schema["enum"]:
        house.add("default", f"default {shown(value)} is not in enum", node, hint="mend the default or the list")
    elif isinstance(value, int | float) and not values.within(value, schema.get("minimum"), schema.get("maximum")):
        house.add("default", f"default {value} is outside minimum and maximum", node, hint="mend the default or the limits")


def _woo_since(house: House, site: Site, value: str) -> None:
    values.release(house, value, site.node("x-woo-since"))


def _range(house: House, site: Site, _: Any) -> None:
    values.version_range(house, site.value, site.node)
    if site.role != "property":
        word = "x-since" if "x-since" in site.value else "x-until"
        hint = "mark the path, operation, parameter or field instead"
        house.add("placement", f"{word} has no effect here", site.node(word), hint=hint)


_TEXT, _LIST, _BOOL, _NUMBER = (str,), (list,), (bool,), (int, float)
#: Keyword → the types that its value must have for the rule to make sense (`shape` reports others), and the rule.
KEYWORDS: dict[str, tuple[tuple[type, ...], Rule]] = {
    "$ref": (_TEXT, _reference),
    "additionalProperties": ((dict, bool), _free_keys),
    "allOf": (_LIST, _parts("allOf")),
    "anyOf": (_LIST, _parts("anyOf")),
    "default": ((object,), _default),
    "enum": (_LIST, _enum),
    "format": (_TEXT, _format),
    "items": ((dict,), _items),
    "minItems": ((int,), _limits("minItems", "maxItems")),
    "minLength": ((int,), _limits("minLength", "maxLength")),
    "minProperties": ((int,), _limits("minProperties", "maxProperties")),
    "minimum": (_NUMBER, _limits("minimum", "maximum")),
    "oneOf": (_LIST, _parts("oneOf")),
    "pattern": (_TEXT, _pattern),
    "properties": ((dict,), _properties),
    "readOnly": (_BOOL, _read_only),
    "required": (_LIST, _required),
    "type": ((str, list), _type),
    "writeOnly": (_BOOL, _only_field("writeOnly")),
    "x-any": (_TEXT, _any),
    "x-clear-with": ((object,), _clear_with),
    "x-known-values": (_LIST, _known_values),
    "x-since": (_TEXT, _range),
    "x-until": (_TEXT, _range),
    "x-woo-since": (_TEXT, _woo_since),
    "x-required-since": ((dict,), _required_since),
    "x-write": ((dict,), _write),
    "x-write-required": (_LIST, _write_required),
    "x-writes": (_TEXT, _writes),
}


def check_schemas(house: House) -> None:
    """Judge every schema of the spec."""
    for site in house.sites:
        for key, value in site.value.items():
            entry = KEYWORDS.get(key)
            if entry is not None and isinstance(value, entry[0]):
                entry[1](house, site, value)
        _whole(house, site)


def _whole(house: House, site: Site) -> None:
    schema = site.value
    if not schema.keys() & _SAYS and "x-any" not in schema and not ("properties" in schema or "items" in schema):
        hint = "give it a type, or x-any with the reason why anything can come"
        house.add("x-any", "this schema says nothing", site.node(), hint=hint)
    if site.role in ("property", "named") and not schema.get("description") and not _described(house, site):
        what = "field" if site.role == "property" else "schema"
        house.add("description", f"the {what} {shown(site.name)} has no description", site.node(), hint="say in your own words what it is")


def _described(house: House, site: Site) -> bool:
    ref = schema_ref(house, site)
    if ref is None and "$ref" in site.value:
        return True  # a reference that leads nowhere is reported as such
    return isinstance(ref, dict) and bool(ref.get("description"))


def schema_ref(house: House, site: Site) -> Any:
    """What the site's `$ref` leads to, or None."""
    node = site.node("$ref")
    value = site.value.get("$ref")
    target = house.graph.targets.get((site.file.path, node.pointer, str(value)))
    return target.value if target is not None else None
