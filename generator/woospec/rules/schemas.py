"""Rules for each schema as it is written: one small function a keyword, in a table."""

from __future__ import annotations

from functools import partial
from typing import Any

from woospec.kinds import is_list, is_map, meant, members
from woospec.model import LIMITS
from woospec.rules import fields, values
from woospec.rules.fields import TYPES, Rule, types_of
from woospec.rules.house import HouseRules
from woospec.rules.optional import is_answer, optional_rule, refuse_required
from woospec.rules.shape import shown
from woospec.rules.sites import Role, Site

#: What tells what a value is.
SAYS = frozenset({"type", "$ref", "anyOf", "allOf", "enum", "const", "x-writes"})
_BESIDE_REF = frozenset({"$ref", "description", "readOnly", "writeOnly", "deprecated", "default"})


#: Where a keyword has an effect, and what to do about one that stands elsewhere.
Place = tuple[frozenset[Role], str]
_ON_A_FIELD: Place = (frozenset({"property"}), "it belongs on a property of a named schema")
_ON_A_NAME: Place = (frozenset({"named"}), "it belongs on a named schema")
_WITH_RELEASES: Place = (
    frozenset({"property", "write", "parameter"}),
    "it belongs on an operation, a parameter, a header or a property",
)
_PLACES: dict[str, Place] = {
    "readOnly": (frozenset({"property", "named"}), "it belongs on a property or a named schema"),
    "writeOnly": _ON_A_FIELD,
    "x-raw": _ON_A_NAME,
    "x-row": _ON_A_NAME,
    "x-shown": _ON_A_NAME,
    "x-woo-since": _WITH_RELEASES,
    "x-woo-until": _WITH_RELEASES,
    "x-write": _ON_A_FIELD,
    "x-write-required": _ON_A_NAME,
    "x-writes": _ON_A_NAME,
}


def _write(house: HouseRules, site: Site, _: Any) -> None:
    if site.value.get("readOnly") is True:
        house.add("placement", "x-write on a readOnly field", site.node("x-write"), hint="take one of them out")


def _read_only(house: HouseRules, site: Site, value: bool) -> None:
    if value and site.value.get("writeOnly") is True:
        message = "readOnly and writeOnly together"
        house.add("placement", message, site.node("readOnly"), hint="a field that is neither read nor written is none")


def _writes(house: HouseRules, site: Site, value: str) -> None:
    reference = value if "#" in value else f"#/{value}"
    target = house.graph.find(site.file.path, reference)
    if target is not None and is_map(target.value) and "properties" not in target.value:
        message = f"x-writes names {shown(value)}, which has no properties"
        hint = "name the read schema, an object"
        house.add("x-writes", message, site.node("x-writes"), target.file.place(target.pointer), hint=hint)


def _write_required(house: HouseRules, site: Site, value: list[Any]) -> None:
    own = site.value.get("properties")
    for i, name in enumerate(map(str, value)):
        if not is_map(own) or name not in own:
            hint = "name a property of this schema"
            node = site.node("x-write-required", i)
            house.add("required", f"x-write-required names {shown(name)}, which is no property", node, hint=hint)


def _shown(house: HouseRules, site: Site, value: list[Any]) -> None:
    own = members(site.value.get("properties"))
    for i, name in enumerate(map(str, value)):
        node = site.node("x-shown", i)
        if name not in own:
            hint = meant(name, own, "name a property of this schema")
            house.add("x-shown", f"x-shown names {shown(name)}, which is no property", node, hint=hint)
        elif members(own[name]).get("x-secret") is True:
            house.add("x-shown", f"x-shown names {shown(name)}, which is a secret", node, hint="take it out")


def _row(house: HouseRules, site: Site, value: dict[str, Any]) -> None:
    own = site.value.get("properties")
    if not is_map(own) or "id" not in own:
        house.add("x-row", "x-row on a schema without an id", site.node("x-row"), hint="rows are told by their id")
        return
    kept: Any = value.get("keep")
    named: list[tuple[tuple[str | int, ...], Any]] = [(("remove",), value["remove"])] if "remove" in value else []
    named += [(("keep", i), name) for i, name in enumerate(kept if is_list(kept) else ())]
    for steps, name in named:
        if isinstance(name, str) and name not in own:
            node = site.node("x-row", *steps)
            house.add("x-row", f"x-row names {shown(name)}, which is no property", node, hint="name a property")


def _required(house: HouseRules, site: Site, value: list[Any]) -> None:
    if is_answer(house, site):
        refuse_required(house, site)
        return
    seen: set[str] = set()
    for i, name in enumerate(value):
        if repr(name) in seen:
            node = site.node("required", i)
            house.add("required", f"{shown(name)} stands twice in required", node, hint="list each name once")
        seen.add(repr(name))
    own = site.value.get("properties")
    if not is_map(own) or "x-writes" in site.value or "allOf" in site.value:
        return  # a stub's properties are known after it is derived: see `parameters.required`
    for i, name in enumerate(value):
        if isinstance(name, str) and name not in own:
            hint, node = meant(name, own, "name a property, or take it out"), site.node("required", i)
            house.add("required", f"required names {shown(name)}, which is no property", node, hint=hint)


def _variants(house: HouseRules, site: Site, value: dict[str, Any]) -> None:
    for version in value:
        values.known_version(house, version, site.node("x-in", version))
        if "required" in members(value[version]) and is_answer(house, site):
            refuse_required(house, site, "x-in", version)


def _properties(house: HouseRules, site: Site, value: dict[str, Any]) -> None:
    if site.role != "named":
        hint = "give the object a name at the top of a schema file and refer to it"
        house.add("inline-object", "an object with properties stands inline", site.node("properties"), hint=hint)
    kinds = types_of(site.value)
    if "object" not in kinds and not site.value.keys() & {"allOf", "x-writes"}:
        house.add("type", "properties on something that is no object", site.node("properties"), hint="add type: object")
    for name in value:
        values.name_text(house, name, partial(site.node, "properties", name))


def _type(house: HouseRules, site: Site, value: str | list[Any]) -> None:
    kinds = types_of(site.value)
    for kind in kinds:
        if kind not in TYPES:
            hint = meant(kind, TYPES, f"known: {', '.join(sorted(TYPES))}")
            house.add("type", f"unknown type {shown(kind)}", site.node("type"), hint=hint)
    if is_list(value) and (not kinds or len(set(kinds)) != len(value)):
        house.add("type", "a list of types is empty or holds one twice", site.node("type"), hint="list each type once")
    if "array" in kinds and "items" not in site.value and site.value.get("maxItems") != 0:
        node = site.node("type")
        house.add("items", "an array without items", node, hint="say what it holds, or maxItems: 0 for an empty one")
    if "object" in kinds and not site.value.keys() & {
        "properties",
        "additionalProperties",
        "maxProperties",
        "allOf",
        "x-writes",
    }:
        hint = "list its properties, or say what free keys hold with additionalProperties"
        house.add("type", "an object that says nothing about its fields", site.node("type"), hint=hint)


def _items(house: HouseRules, site: Site, _: Any) -> None:
    if "array" not in types_of(site.value):
        house.add("items", "items on something that is no array", site.node("items"), hint="add type: array")


def _free_keys(house: HouseRules, site: Site, value: Any) -> None:
    if "object" not in types_of(site.value):
        node = site.node("additionalProperties")
        house.add("type", "additionalProperties on something that is no object", node, hint="add type: object")
    if value is True:
        hint = "write {x-any: why} if truly anything can come"
        house.add("x-any", "additionalProperties: true says nothing", site.node("additionalProperties"), hint=hint)


def _parts(word: str) -> Rule:
    def rule(house: HouseRules, site: Site, value: list[Any]) -> None:
        if not value:
            house.add("type", f"{word} is empty", site.node(word), hint="list at least one schema")
        if word == "allOf" and site.role != "named":
            hint = "give the combined object a name at the top of a schema file"
            house.add("inline-object", "allOf stands inline", site.node(word), hint=hint)

    return rule


def _reference(house: HouseRules, site: Site, _: str) -> None:
    extra = [k for k in site.value if k not in _BESIDE_REF and not k.startswith("x-")]
    if extra:
        hint = "say it in the schema that is referred to, or use anyOf"
        house.add("ref-siblings", f"beside a $ref stands {extra[0]}", site.node(extra[0]), hint=hint)


def _any(house: HouseRules, site: Site, value: str) -> None:
    if site.value.keys() & SAYS:
        hint = "take x-any out, or say nothing else"
        house.add("x-any", "x-any on a schema that does say something", site.node("x-any"), hint=hint)


_TEXT, _LIST, _BOOL = (str,), (list,), (bool,)
#: Keyword → the types that its value must have for the rule to make sense (`shape` reports others), and the rule.
KEYWORDS: dict[str, tuple[tuple[type, ...], Rule]] = {
    "$ref": (_TEXT, _reference),
    "additionalProperties": ((dict, bool), _free_keys),
    "allOf": (_LIST, _parts("allOf")),
    "anyOf": (_LIST, _parts("anyOf")),
    "const": ((object,), fields.const_rule),
    "default": ((object,), fields.default_rule),
    "deprecated": (_BOOL, fields.deprecated_rule),
    "enum": (_LIST, fields.enum_rule),
    "format": (_TEXT, fields.format_rule),
    "items": ((dict,), _items),
    "pattern": (_TEXT, fields.pattern_rule),
    "properties": ((dict,), _properties),
    "readOnly": (_BOOL, _read_only),
    "required": (_LIST, _required),
    "type": ((str, list), _type),
    "x-any": (_TEXT, _any),
    "x-clear-with": ((object,), fields.clear_with_rule),
    "x-in": ((dict,), _variants),
    "x-known-values": (_LIST, fields.known_values_rule),
    "x-not-kept": ((str, dict), fields.not_kept_rule),
    "x-since": (_TEXT, fields.range_rule),
    "x-unchecked": (_BOOL, fields.unchecked_rule),
    "x-until": (_TEXT, fields.range_rule),
    "x-woo-since": (_TEXT, fields.release_rule),
    "x-woo-until": (_TEXT, fields.release_rule),
    "x-woo-words": ((dict,), fields.woo_words_rule),
    "x-optional": (_BOOL, optional_rule),
    "x-write": ((dict,), _write),
    "x-parent": (_BOOL, fields.parent_rule),
    "x-row": ((dict,), _row),
    "x-secret": ((bool, dict), fields.secret_rule),
    "x-shown": (_LIST, _shown),
    "x-write-required": (_LIST, _write_required),
    "x-writes": (_TEXT, _writes),
    **{word: ((int, float), fields.limit_rule(word)) for word in LIMITS},
}


def check_schemas(house: HouseRules) -> None:
    """Judge every schema of the spec."""
    for site in house.sites:
        for key, value in site.value.items():
            if key in _PLACES and site.role not in _PLACES[key][0] and value is not False:
                house.add("placement", f"{key} has no effect here", site.node(key), hint=_PLACES[key][1])
            entry = KEYWORDS.get(key)
            if entry is not None and isinstance(value, entry[0]):
                entry[1](house, site, value)
        _whole(house, site)


def _whole(house: HouseRules, site: Site) -> None:
    schema = site.value
    if not schema.keys() & SAYS and "x-any" not in schema and not ("properties" in schema or "items" in schema):
        hint = "give it a type, or x-any with the reason why anything can come"
        house.add("x-any", "this schema says nothing", site.node(), hint=hint)
    if site.role in ("property", "named") and not schema.get("description") and not _described(house, site):
        what = "field" if site.role == "property" else "schema"
        message = f"the {what} {shown(site.name)} has no description"
        house.add("description", message, site.node(), hint="say in your own words what it is")


def _described(house: HouseRules, site: Site) -> bool:
    ref = schema_ref(house, site)
    if ref is None and "$ref" in site.value:
        return True  # a reference that leads nowhere is reported as such
    return is_map(ref) and bool(ref.get("description"))


def schema_ref(house: HouseRules, site: Site) -> Any:
    """What the site's `$ref` leads to, or None."""
    if "$ref" not in site.value:
        return None
    target = house.graph.targets.get((site.file.path, site.node("$ref").pointer, str(site.value["$ref"])))
    return target.value if target is not None else None
