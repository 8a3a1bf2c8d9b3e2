"""Rules for what an operation answers in a version, and for the objects of its bundle."""

from __future__ import annotations

from typing import Any

from woospec.expand import not_kept
from woospec.kinds import elements, is_list, is_map, meant, members
from woospec.pointers import escape
from woospec.rules.fields import types_of
from woospec.rules.house import BundledOperation, HouseRules, Json, answer_schema, component, spot
from woospec.rules.shape import shown
from woospec.select import Bundle


def check_answers(house: HouseRules, op: BundledOperation) -> None:
    """Judge the success answers of an operation: one schema, of a form that the client can read."""
    found = op.success()
    if found is None:
        return
    status, schema = found
    node = op.node("responses", status)
    for other, response in op.raw["responses"].items():
        if str(other).startswith("2") and other != status and answer_schema(response) != schema:
            hint = "all successes of an operation have one schema"
            message = f"{op.id} answers {other} otherwise than {status}"
            house.add("answer", message, op.node("responses", other), node, hint=hint)
    plain = _plain(op, schema)
    many = "array" in types_of(plain) and plain.get("maxItems") != 0
    if op.verb == "list" and not many:
        message = f"{op.id} does not answer an array"
        house.add("answer", message, node, hint="answer an array of items, or call the operation get")
    if "x-paging" in op.raw and not many and op.verb != "list":
        house.add("paging", f"x-paging on {op.id}, which answers no array", op.node("x-paging"), hint="take it out")
    if "x-lookup" in op.raw:
        _lookup(house, op, plain)
    parts = plain.get("anyOf")
    if is_list(parts) and (alike := _alike(op, parts)):
        hint = "give one of them a required field that the other lacks"
        house.add("answer", f"{op.id} answers {alike[0]} or {alike[1]}, which nothing tells apart", node, hint=hint)


def _plain(op: BundledOperation, schema: Json) -> Json:
    """The schema itself, or the component that it refers to; an envelope is opened."""
    found = component(op.bundle, schema)
    schema = found[1] if found else schema
    envelope = op.raw.get("x-envelope")
    key = envelope.get("response") if is_map(envelope) else None
    if key and is_map(schema.get("properties")) and is_map(schema["properties"].get(key)):
        inner = schema["properties"][key]
        found = component(op.bundle, inner)
        return found[1] if found else inner
    return schema


def _lookup(house: HouseRules, op: BundledOperation, answer: Json) -> None:
    """What a list finds its items by is a text parameter of it, and a field of the items."""
    wanted, node = op.raw["x-lookup"], op.node("x-lookup")
    item = component(op.bundle, answer.get("items"))
    if op.raw.get("x-paging") != "pages" or item is None:
        house.add("lookup", f"x-lookup on {op.id}, which has no pages of objects", node, hint="take it out")
        return
    texts = {p["name"] for p, _ in op.parameters if p.get("in") == "query" and types_of(p["schema"]) == ["string"]}
    known = texts & _properties(op.bundle, item[1], set())
    if wanted not in known:
        hint = meant(str(wanted), known, "name a text parameter that takes several values with commas")
        message = f"{shown(wanted)} is not both a text parameter of {op.id} and a field of {item[0]}"
        house.add("lookup", message, node, hint=hint)


def _alike(op: BundledOperation, parts: list[Any]) -> tuple[str, str] | None:
    """Two alternatives, both objects, of which a client could not say which one it got."""
    named = [found for part in parts if (found := component(op.bundle, part)) and "properties" in found[1]]
    for i, (name, schema) in enumerate(named):
        for other, twin in named[:i]:
            if not _marks(schema, twin) and not _marks(twin, schema):
                return other, name
    return None


def _marks(schema: Json, other: Json) -> set[str]:
    """Required fields that the other object does not have."""
    required = schema.get("required")
    return set(required) - set(other["properties"]) if is_list(required) else set()


def check_required(house: HouseRules, bundle: Bundle) -> None:
    """Every required field of an object exists in the version, its parts included, and so does what tells of others."""
    for name, schema in bundle.document["components"]["schemas"].items():
        _neighbours(house, bundle, name, members(schema.get("properties")))
        required = elements(schema.get("required"))
        properties = _properties(bundle, schema, set()) if required else set[str]()
        for field in required:
            if field not in properties:
                hint = meant(str(field), properties, "name a field that requests and answers have, or take it out")
                node = spot(bundle, f"/components/schemas/{escape(name)}/required{_index(bundle, name, field)}")
                message = f"{name} requires {shown(field)}, which it has not"
                if not house.problems.tells(message, node):  # an older version has the same fault
                    house.add("required", f"{message} in {bundle.version}", node, hint=hint)


def _neighbours(house: HouseRules, bundle: Bundle, name: str, properties: Json) -> None:
    """The field that tells whether another one is a secret, or was not kept, stands beside it."""
    for field, schema in properties.items():
        named = [("x-secret", other) for other in members(members(schema).get("x-secret"))]
        named += [("x-not-kept", not_kept(members(schema)).empty)]
        for word, other in named:
            message = f"{word} names {shown(other)}, which {name} has not"
            node = spot(bundle, f"/components/schemas/{escape(name)}/properties/{escape(field)}/{word}")
            if other and other not in properties and not house.problems.tells(message, node):
                house.add(word, message, node, hint=meant(other, properties, "name a field beside it"))


def _index(bundle: Bundle, name: str, field: str) -> str:
    """Where the spec lists the field, which may be elsewhere than in the bundle."""
    found = bundle.origins.get(f"/components/schemas/{escape(name)}")
    listed = found.value.get("required") if found and is_map(found.value) else None
    return f"/{listed.index(field)}" if is_list(listed) and field in listed else ""


def _properties(bundle: Bundle, schema: Json, seen: set[str]) -> set[str]:
    """Names of all fields of an object schema."""
    own = schema.get("properties")
    found = set(own) if is_map(own) else set[str]()
    parts = schema.get("allOf")
    for part in parts if is_list(parts) else []:
        target = component(bundle, part)
        if target is None:
            found |= _properties(bundle, part, seen) if is_map(part) else set()
        elif target[0] not in seen:
            seen.add(target[0])
            found |= _properties(bundle, target[1], seen)
    return found
