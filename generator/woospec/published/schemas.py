"""Schemas for other tools: open lists of words as `anyOf`, and releases told in descriptions.

`wooclient._runtime.documents.folded` reads the first form; the two belong together.
"""

from __future__ import annotations

from typing import Any

from woospec.kinds import Value, elements, is_list, is_map, members
from woospec.naming import pascal
from woospec.pointers import SCHEMAS

Json = dict[str, Any]
#: What holds values, and nothing that is to be written out.
_VALUES = frozenset({"const", "default", "enum", "example", "x-example-query", "x-woo-words", "x-clear-with"})
#: What descriptions tell other tools.
_TOLD = frozenset({"deprecated", "x-woo-since", "x-woo-until", "x-evidence", "x-woo-words"})
_ANY_LIST: Json = {"type": "array", "items": {}}


def written_out(part: Any) -> Any:
    """A part of a document in which every schema, parameter and header says in plain OpenAPI what house words say."""
    if is_list(part):
        return [written_out(one) for one in part]
    if not is_map(part):
        return part
    made: Json = {}
    for word, inner in part.items():
        if word == "properties" and is_map(inner):
            made[word] = {name: _fixed(written_out(field)) for name, field in inner.items()}
        elif word in _VALUES or not isinstance(inner, dict | list):
            made[word] = inner
        else:
            made[word] = written_out(inner)
    return opened(_with_releases(made))


def told_apart(schemas: Json) -> Json:
    """Schemas in which a field of several forms has a title, if generators would call its class as another schema.

    They call the class of `Error.data` ErrorData.
    """
    return {name: _told_apart(name, schema, schemas) for name, schema in schemas.items()}


def _told_apart(name: str, schema: Json, schemas: Json) -> Json:
    fields: Json = schema.get("properties", {})
    alike = [field for field, one in fields.items() if "anyOf" in one and f"{name}{pascal(field)}" in schemas]
    if not alike:
        return schema
    titled: Json = {field: {"title": f"{name} {field} value", **fields[field]} for field in alike}
    return {**schema, "properties": {**fields, **titled}}


def shallow(name: str, schema: Json) -> Json:
    """A list that holds lists of its own kind, without a word on those inside: few generators can say it."""
    if schema.get("type") != "array":
        return schema
    own = {"type": "array", "items": {"$ref": f"{SCHEMAS}{name}"}}
    options = [_ANY_LIST if one == own else one for one in schema["items"].get("anyOf", ())]
    return {**schema, "items": {**schema["items"], "anyOf": options}} if _ANY_LIST in options else schema


def told(part: Json) -> str:
    """The description of a part; a deprecated one begins with that."""
    about: str = part.get("description", "")
    return f"Deprecated. {about}".rstrip() if part.get("deprecated") is True else about


def released(part: Json) -> str:
    """The releases of WooCommerce that have a part, and those that know a word of it."""
    since, until = part.get("x-woo-since"), part.get("x-woo-until")
    said = [_range("New in WooCommerce", "Gone since WooCommerce", since, until)]
    if part.get("x-evidence"):
        said.append("Known from documentation alone: no store was asked")
    for word, ends in members(part.get("x-woo-words")).items():
        known = _range("new in", "gone since", ends.get("since"), ends.get("until"))
        said.append(f"`{word}` is {known}")
    return " ".join(f"{one}." for one in said if one)


def _range(new: str, gone: str, since: str | None, until: str | None) -> str:
    if since and until:
        return f"{new} {since}, gone since {until}"
    return f"{new} {since}" if since else f"{gone} {until}" if until else ""


def _with_releases(part: Json) -> Json:
    """A parameter, header or schema that tells its releases; an operation is told of elsewhere."""
    if _TOLD.isdisjoint(part) or "operationId" in part or not is_text(part.get("description")):
        return part
    about = " ".join(text for text in (told(part), released(part)) if text)
    return part if about == part["description"] else {**part, "description": about}


def is_text(value: Value) -> bool:
    """Whether a value is a text; a field may be called `description`."""
    return isinstance(value, str)


def opened(schema: Json) -> Json:
    """An open list of words as OpenAPI has it: one of these, or any other.

    `x-checked` says that a store refuses others in requests, as long as no plugin adds some.
    """
    known = schema.get("x-known-values")
    if not is_list(known):
        return schema
    kinds = elements(schema["type"]) or [schema["type"]]
    options = [{"type": kind} for kind in kinds]
    made = {word: part for word, part in schema.items() if word not in ("type", "enum", "x-known-values")}
    made["anyOf"] = [{**options[0], "enum": known}, *options]
    return {**made, "x-checked": True} if "enum" in schema else made


def _fixed(schema: Any) -> Any:
    """A field that is always true, or always false, as a switch that is not the other.

    As `enum` or `const`, some generators look for it in a list of texts.
    """
    if not is_map(schema):
        return schema
    only = schema.get("enum")
    if schema.get("type") != "boolean" or not is_list(only) or len(only) != 1:
        return schema
    return {**{word: part for word, part in schema.items() if word != "enum"}, "not": {"const": not only[0]}}
