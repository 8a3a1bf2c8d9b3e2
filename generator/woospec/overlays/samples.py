"""Examples where an overlay has none: values made from schemas, always the same ones."""

from __future__ import annotations

import math
from typing import Any

from woospec.flat import operations_of, parameters_of
from woospec.formats import FORMATS
from woospec.kinds import elements, is_list, is_map, members
from woospec.overlays.ground import Ground, Json, referred
from woospec.pointers import escape, unescape

#: A number that no record of the description has.
_FIRST_ID = 9001
_DEEPEST = 6
#: How many characters and items a made value has at most.
_LONGEST = 1000
#: What stands in the place of an item that a batch could not carry out.
_FAILED = "BatchItemError"
#: How many records a made list shows.
_RECORDS = 2


class Samples:
    """Makes values of a document's schemas."""

    def __init__(self, schemas: Json) -> None:
        self.schemas = schemas

    def of(self, schema: Any, name: str = "", number: int = 0, depth: int = 0, *, sent: bool = False) -> Any:
        """A value of a schema; `name` is that of its field, `number` tells records apart."""
        target = referred(schema)
        if target and not (members(schema).keys() & {"example", "examples"}):
            return self.of(self.schemas.get(target, {}), name, number, depth + 1, sent=sent) if depth < _DEEPEST else {}
        if not is_map(schema):
            return None
        known, value = _written(schema, number)
        if known:
            return value
        for word in ("anyOf", "allOf"):
            parts = [part for part in elements(schema.get(word)) if members(part).get("type") != "null"]
            options = [part for part in parts if referred(part) != _FAILED] or parts
            if options and word == "anyOf":
                return self.of(options[0], name, number, depth + 1, sent=sent)
            if options:
                own: list[Any] = [*options, {**schema, "allOf": list[Any]()}]
                made = [self.of(part, name, number, depth + 1, sent=sent) for part in own]
                return {key: value for part in made for key, value in members(part).items()}
        return self._plain(schema, name, number, depth, sent)

    def _plain(self, schema: Json, name: str, number: int, depth: int, sent: bool) -> Any:
        kinds = schema.get("type")
        kind = next((k for k in elements(kinds) if k != "null"), "null") if is_list(kinds) else kinds
        if "properties" in schema:
            return self._object(schema, number, depth, sent)
        match kind:
            case "string":
                return _text(schema, name, number)
            case "integer":
                start = _FIRST_ID + number if name == "id" else int(schema.get("minimum", 1))
                return max(start, math.ceil(schema.get("minimum", start)))
            case "number":
                return float(schema.get("minimum", 1.5)) if schema.get("format") != "quantity" else 1
            case "boolean":
                return False
            case "array":
                fewest = max(1, min(schema.get("minItems", 1), _LONGEST)) if schema.get("maxItems") != 0 else 0
                one = [self.of(schema.get("items", {}), name, number + i, depth + 1, sent=sent) for i in range(fewest)]
                return one if depth < _DEEPEST else []
            case "object":
                return {}
            case "null":
                return None
            case _:
                return "text" if "x-any" in schema else None

    def _object(self, schema: Json, number: int, depth: int, sent: bool) -> Json:
        fields = {n: s for n, s in schema["properties"].items() if not (sent and members(s).get("readOnly"))}
        if depth >= _DEEPEST:
            fields = {n: s for n, s in fields.items() if n in schema.get("required", ())}
        return {n: self.of(s, n, number, depth + 1, sent=sent) for n, s in fields.items()}


def _written(schema: Json, number: int) -> tuple[bool, Any]:
    """Whether a schema itself says what it may look like, and what it says."""
    for word in ("example", "const"):
        if word in schema:
            return True, schema[word]
    for word in ("examples", "enum", "x-known-values"):
        listed = [v for v in elements(schema.get(word)) if v is not None]
        if listed:
            return True, listed[number % len(listed)] if word == "examples" else listed[0]
    if schema.get("default") is not None:
        return True, schema["default"]
    return False, None


def _text(schema: Json, name: str, number: int) -> str:
    form = FORMATS.get(str(schema.get("format", "")))
    made = form.sample if form is not None else ""
    if made:
        return made
    word = name.replace("_", " ").strip() or "text"
    text = f"{word} {number + 1}"
    shortest, longest = min(schema.get("minLength", 0), _LONGEST), schema.get("maxLength", len(text))
    return text.ljust(shortest, "x")[: max(longest, 0)]


def fill(ground: Ground) -> None:
    """Give added operations the examples that they lack, and put what is new into the examples of other answers."""
    samples = Samples(ground.schemas)
    for path, method, item in ground.added_operations():
        _operation(ground, samples, path, item[method])
    for path, method, item in operations_of(ground.base.document):
        now = members(ground.document["paths"].get(path))
        if ground.application.removed and "x-example-query" in members(now.get(method)):
            gone = _names(ground.base.document, item, method) - _names(ground.document, now, method)
            query = now[method]["x-example-query"]
            now[method]["x-example-query"] = {name: value for name, value in query.items() if name not in gone}
    _Filling(ground, samples).run()


def _names(document: Json, item: Json, method: str) -> set[str]:
    """The names of the parameters of an operation."""
    return {str(parameter.get("name")) for parameter in parameters_of(document, item, item[method])}


def _operation(ground: Ground, samples: Samples, path: str, operation: Json) -> None:
    body = _media(operation.get("requestBody"))
    if "schema" in body and "example" not in body:
        body["example"] = samples.of(body["schema"], sent=True)
    for status, response in operation["responses"].items():
        media = _media(response)
        if status.startswith("2") and "schema" in media and "example" not in media:
            media["example"] = _answer(samples, media["schema"])
    listed = [*elements(operation.get("parameters"))]
    forced = f"#/components/parameters/{escape('force')}"
    if any(members(p).get("$ref") == forced for p in listed) and "{" in path:
        operation.setdefault("x-example-query", {"force": True})


def _answer(samples: Samples, schema: Json) -> Any:
    if schema.get("type") == "array" and schema.get("maxItems") != 0:
        return [samples.of(schema.get("items", {}), number=number) for number in range(_RECORDS)]
    return samples.of(schema)


def _media(owner: Any) -> Json:
    return members(members(members(owner).get("content")).get("application/json"))


class _Filling:
    """Puts new fields into examples, and takes removed ones out."""

    def __init__(self, ground: Ground, samples: Samples) -> None:
        self.ground, self.samples = ground, samples
        self.new: dict[str, list[str]] = {}
        self.gone: dict[str, list[str]] = {}
        for places, found in ((ground.application.origins, self.new), (ground.application.removed, self.gone)):
            for place in places:
                parts = place.split("/")
                if place.startswith("/components/schemas/") and len(parts) == 6 and parts[4] == "properties":
                    found.setdefault(unescape(parts[3]), []).append(unescape(parts[5]))

    def run(self) -> None:
        if not self.new and not self.gone:
            return
        for item in self.ground.document["paths"].values():
            for operation in item.values():
                body = _media(members(operation).get("requestBody"))
                if "example" in body:
                    body["example"] = self.value(body["example"], body.get("schema"), 0)
                for status, response in members(members(operation).get("responses")).items():
                    media = _media(response)
                    if status.startswith("2") and "example" in media:
                        media["example"] = self.value(media["example"], media.get("schema"), 0)

    def value(self, value: Any, schema: Any, depth: int) -> Any:
        """An example with what is new in its schema."""
        if is_list(value):
            items = self.items(schema)
            return [self.value(one, items, depth + 1) for one in value] if items is not None else value
        if not is_map(value) or depth > 2 * _DEEPEST:
            return value
        fields: Json = {}
        new: dict[str, Any] = {}
        gone: set[str] = set()
        for name, part in self.parts(schema, value):
            own = members(part.get("properties"))
            fields = {**fields, **own}
            new |= {n: own[n] for n in self.new.get(name, ()) if n in own}
            gone |= {*self.gone.get(name, ())} - own.keys()
        kept = {n: self.value(v, fields.get(n), depth + 1) for n, v in value.items() if n not in gone}
        return {**kept, **{n: self.samples.of(s, n) for n, s in new.items() if n not in kept}}

    def parts(self, schema: Any, value: Json) -> list[tuple[str, Json]]:
        """The named objects that a value is an example of; of several alternatives, the one that has its fields."""
        name = referred(schema)
        here = members(self.ground.schemas.get(name)) if name else members(schema)
        found = [(name, here)]
        for part in elements(here.get("allOf")):
            found += self.parts(part, value)
        options = [p for p in elements(here.get("anyOf")) if self._has(p, value)]
        return found + (self.parts(options[0], value) if options else [])

    def _has(self, schema: Any, value: Json) -> bool:
        name = referred(schema)
        here = members(self.ground.schemas.get(name)) if name else members(schema)
        return {*here.get("required", ())} - {*self.new.get(name, ())} <= value.keys() and bool(
            here.get("properties") or here.get("allOf")
        )

    def items(self, schema: Any) -> Any:
        name = referred(schema)
        here = members(self.ground.schemas.get(name)) if name else members(schema)
        if "items" in here:
            return here["items"]
        return next((items for p in elements(here.get("anyOf")) if (items := self.items(p)) is not None), None)
