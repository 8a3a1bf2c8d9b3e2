"""Actions of an overlay on records that the description has: fields, words, custom fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .._runtime.documents import content_of, followed, operations_of
from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Description, Json, unnamed
from .causes import owners_of
from .draft_schemas import drafted
from .dump import Dump
from .findings import Finding
from .namespaces import namespace_of
from .shapes import Shape, store_shape

_ROOT, _REFERENCE = "$.components.schemas", "#/components/schemas/"
#: Kinds of findings that are a field or a word of a plugin.
_FIELDS = frozenset({"field-undescribed", "answer-field"})
_WORDS = frozenset({"word-undescribed", "answer-word"})
#: Where rows of custom fields are.
_META = "meta_data"


@dataclass
class _Node:
    """A schema of the document, and the JSONPath that leads to it."""

    path: str
    schema: Json

    def below(self, whole: Json, name: str) -> _Node | None:
        """The schema of a field; None if it is not there, or stands where no path leads."""
        properties = self.schema.get("properties", {})
        if name not in properties:
            return None
        return _Node(f"{self.path}.properties{_step(name)}", properties[name]).plain(whole)

    def plain(self, whole: Json) -> _Node:
        """The object itself: behind references, lists and what may be null."""
        schema, path = self.schema, self.path
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(_REFERENCE)
            return _Node(f"{_ROOT}{_step(name)}", whole["components"]["schemas"][name]).plain(whole)
        if "items" in schema:
            return _Node(f"{path}.items", schema["items"]).plain(whole)
        for word in ("anyOf", "oneOf", "allOf"):
            for number, part in enumerate(schema.get(word, ())):
                inner = _Node(f"{path}.{word}[{number}]", part).plain(whole)
                if "properties" in inner.schema:
                    return inner
        return self


def field_actions(dump: Dump, known: Description, whole: Json, added: Sequence[Finding]) -> Iterator[Json]:
    """An action for each field that plugins add."""
    done: set[tuple[str, str]] = set()
    asked = {(one.operation, one.name) for one in added if one.part == "body"}
    for one in added:
        answer = _answer(whole, one.operation) if one.kind in _FIELDS and one.part == "answer" else None
        node = _walk(whole, answer, one.name.split(".")[:-1]) if answer is not None else None
        name = one.name.split(".")[-1]
        if node is None or "properties" not in node.schema or (node.path, name) in done or not name.isprintable():
            continue
        done.add((node.path, name))
        writers = _writers(whole, known, one, asked) if "." not in one.name else []
        told, values = _told(dump, known, one), _values(dump, known, one)
        schema = {**drafted(name, told, values, writes=bool(writers)), "description": _origin(one)}
        yield {"target": f"{_joined([node.path, *writers])}.properties", "update": {name: schema}}


def _writers(whole: Json, known: Description, one: Finding, asked: set[tuple[str, str]]) -> list[str]:
    """The schemas of the requests that take the same field."""
    kind = known.operations[one.operation].kind
    found: list[str] = []
    for _, method, item in operations_of(whole):
        operation = item[method]["operationId"]
        if operation in (f"{kind}.create", f"{kind}.update") and (operation, one.name) in asked:
            schema = content_of(followed(whole, item[method]["requestBody"]))["schema"]
            node = _Node("", schema).plain(whole)
            if node.path and "properties" in node.schema:
                found.append(node.path)
    return found


def word_actions(whole: Json, added: Sequence[Finding]) -> Iterator[Json]:
    """An action for each list of words and each word that plugins add."""
    done: set[tuple[str, str]] = set()
    for one in added:
        if one.kind in _WORDS:
            for place in _lists(whole, one):
                if (place, one.store) not in done:
                    done.add((place, one.store))
                    yield {"target": place, "description": _origin(one), "update": one.store}


def _lists(whole: Json, one: Finding) -> Iterator[str]:
    """The lists in which a word would stand: those of answers, of a request, or of a filter."""
    node: _Node | None = None
    if one.part == "query":
        node = _parameter(whole, one)
    else:
        start = _answer(whole, one.operation) if one.part == "answer" else _request(whole, one.operation)
        above = _walk(whole, start, one.name.split(".")[:-1]) if start is not None else None
        name = one.name.split(".")[-1]
        if above is not None and name in above.schema.get("properties", {}):
            node = _Node(f"{above.path}.properties{_step(name)}", above.schema["properties"][name])
    if node is not None:
        place = _open_list(node)
        if place:
            yield place


def _open_list(node: _Node) -> str:
    """The open list of words in a schema, or in that of its items; empty if there is none."""
    schema, path = node.schema, node.path
    if "items" in schema and is_object(schema["items"]):
        return _open_list(_Node(f"{path}.items", schema["items"]))
    if "x-known-values" in schema:
        return f"{path}['x-known-values']"
    for number, part in enumerate(schema.get("anyOf", ())):
        if "enum" in part and {"type": "string"} in schema["anyOf"]:
            return f"{path}.anyOf[{number}].enum"
    return ""


def _parameter(whole: Json, one: Finding) -> _Node | None:
    for path, method, item in operations_of(whole):
        if item[method]["operationId"] == one.operation:
            own = [about for about in item[method].get("parameters", ()) if about.get("name") == one.name.rstrip("[]")]
            if own:
                name = _quoted(one.name.rstrip("[]"))
                place = f"$.paths{_step(path)}.{method}.parameters[?@.name=={name}].schema"
                return _Node(place, own[0]["schema"])
    return None


def meta_actions(dump: Dump, known: Description, whole: Json) -> Iterator[Json]:
    """An action for the custom fields of each kind of record that are registered, or are called after a plugin."""
    registered = {"Product": dump.meta.get("product", {})}
    found: dict[str, dict[str, list[Any]]] = {}
    for sample in dump.samples:
        operation = _operation(whole, sample.path) if sample.namespace == namespace_of(known) else ""
        start = _answer(whole, operation) if operation else None
        if start is not None:
            for row in _rows(sample.body):
                found.setdefault(start.path, {}).setdefault(str(row.get("key")), []).append(row.get("value"))
    for name, fields in registered.items():
        found.setdefault(f"{_ROOT}{_step(name)}", {}).update({key: [] for key in fields})
    for path, keys in found.items():
        told = registered.get(path.rpartition(".")[2], {})
        own = {key: values for key, values in keys.items() if key in told or owners_of(dump.plugins or [], key)}
        if own:
            update = {
                key: _meta_schema(key, store_shape(told[key]) if key in told else None, values)
                for key, values in sorted(own.items())
            }
            yield {"target": path, "update": {"x-meta": update}}


def _meta_schema(key: str, told: Shape | None, values: Sequence[Any]) -> Json:
    """The schema of a custom field as the API shows it: single values are text there, of whatever type."""
    if told is not None and not told.types & {"array", "object"}:
        return {"type": "string"}
    return drafted(key, told, values, writes=True)


def _rows(body: Any) -> Iterator[Json]:
    """The rows of custom fields of the records in an answer."""
    for record in body if is_array(body) else [body]:
        rows = record.get(_META) if is_object(record) else None
        yield from (row for row in (rows if is_array(rows) else ()) if is_object(row))


def _operation(whole: Json, path: str) -> str:
    """The read with a path."""
    found = (
        item["get"]["operationId"]
        for at, item in whole["paths"].items()
        if "get" in item and unnamed(at) == unnamed(path)
    )
    return next(found, "")


def _answer(whole: Json, operation: str) -> _Node | None:
    """The schema of the record that an operation answers."""
    for _, method, item in operations_of(whole):
        if item[method]["operationId"] == operation:
            answers = item[method]["responses"].items()
            schemas = [content_of(followed(whole, one)).get("schema") for status, one in answers if status[0] == "2"]
            node = _Node("", schemas[0]).plain(whole) if schemas and schemas[0] else None
            return node if node is not None and node.path.startswith(_ROOT) else None
    return None


def _request(whole: Json, operation: str) -> _Node | None:
    """The schema of what an operation takes."""
    for _, method, item in operations_of(whole):
        if item[method]["operationId"] == operation and "requestBody" in item[method]:
            node = _Node("", content_of(followed(whole, item[method]["requestBody"]))["schema"]).plain(whole)
            return node if node.path.startswith(_ROOT) else None
    return None


def _walk(whole: Json, node: _Node | None, names: Sequence[str]) -> _Node | None:
    for name in names:
        node = node.below(whole, name) if node is not None else None
    return node


def _told(dump: Dump, known: Description, one: Finding) -> Shape | None:
    """What the store says of a field; None if it says nothing."""
    route = dump.surface(namespace_of(known)).get(known.operations[one.operation].route)
    fields = {name: store_shape(about) for name, about in (route.schema or {}).items()} if route is not None else {}
    found: Shape | None = None
    for name in one.name.split("."):
        found = fields.get(name)
        fields = dict(found.fields) if found is not None else {}
    return found


def _values(dump: Dump, known: Description, one: Finding) -> list[Any]:
    """What answers had in a field."""
    route, namespace = known.operations[one.operation].route, namespace_of(known)
    bodies = [one.body for one in dump.samples if one.namespace == namespace and unnamed(one.path) == route]
    for name in one.name.split("."):
        records = [record for body in bodies for record in (body if is_array(body) else [body])]
        bodies = [record[name] for record in records if is_object(record) and name in record]
    return bodies


def _origin(one: Finding) -> str:
    return f"From {one.owner}." if one.owner else "From a plugin of this store."


def _joined(paths: Sequence[str]) -> str:
    """One path for several schemas."""
    names = [path.removeprefix(f"{_ROOT}.") for path in paths]
    if len(paths) == 1 or any("." in name or "[" in name for name in names):
        return paths[0]
    return f"{_ROOT}[{','.join(map(_quoted, names))}]"


def _step(name: str) -> str:
    """One step of a JSONPath."""
    plain = name.isascii() and name.replace("_", "a").isalnum() and not name[0].isdigit()
    return f".{name}" if plain else f"[{_quoted(name)}]"


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
