"""Open lists of words in the form that plain OpenAPI has for them, and in the house's own."""

from __future__ import annotations

from typing import Any

from woospec.kinds import elements, is_list, is_map
from woospec.overlays.targets import Keys, below
from woospec.published import schemas as published

Json = dict[str, Any]
_OPEN: Keys = ("anyOf", 0, "enum")


def opened(part: Any) -> Any:
    """A copy of a document in which open lists of words are `anyOf` of an `enum` and any text."""
    if is_list(part):
        return [opened(one) for one in part]
    if not is_map(part):
        return part
    made: Json = {word: inner if word == "example" else opened(inner) for word, inner in part.items()}
    if is_list(made.get("x-known-values")) and "anyOf" not in made:
        return published.opened({"type": "string", **made})
    return made


def place_of(document: Json, keys: Keys) -> Keys:
    """The list of the house that stands for a place in the plain form; the place itself if it is none of these."""
    for i in range(len(keys) - len(_OPEN) + 1):
        head = keys[:i]
        schema = below(document, head)
        if keys[i : i + len(_OPEN)] == _OPEN and is_map(schema) and "x-known-values" in schema:
            return (*head, "x-known-values", *keys[i + len(_OPEN) :])
    return keys


def folded(schema: Any) -> Any:
    """A schema in which every open list of words is written the house's way, at any depth."""
    if is_list(schema):
        return [folded(part) for part in schema]
    if not is_map(schema):
        return schema
    made: Json = {}
    for word, inner in schema.items():
        if word == "properties" and is_map(inner):
            made[word] = {name: folded(field) for name, field in inner.items()}
        elif word in ("items", "additionalProperties", "allOf", "anyOf", "x-write"):
            made[word] = folded(inner)
        else:
            made[word] = inner
    options = elements(made.get("anyOf"))
    listed = next((o for o in options if is_map(o) and set(o) == {"type", "enum"}), None)
    if listed is None:
        return made
    plain = [o for o in options if o is not listed and is_map(o) and set(o) == {"type"}]
    kinds = list(dict.fromkeys(str(o["type"]) for o in plain))
    if len(plain) != len(options) - 1 or listed["type"] not in kinds:
        return made
    rest = {word: inner for word, inner in made.items() if word not in ("anyOf", "x-checked")}
    return {**rest, "type": kinds[0] if len(kinds) == 1 else kinds, "x-known-values": listed["enum"]}
