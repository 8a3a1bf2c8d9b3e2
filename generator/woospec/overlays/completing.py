"""What an overlay may leave out of an operation: texts, parameters of paths, paging, refusals."""

from __future__ import annotations

import re
from typing import Any

from woospec.errors import write_operation_errors
from woospec.expand import paging_headers, write_batch
from woospec.kinds import elements, is_map, members
from woospec.naming import singular
from woospec.overlays.ground import Ground, Json, schema_place, written_parameters
from woospec.pointers import SCHEMAS, escape
from woospec.rules.house import ID

#: A code in place of those that nobody knows: any may come.
ANY_CODE = "*"
#: On operations, and on fields of the description's own records: the title of the overlay that brought them.
OVERLAY = "x-overlay"
#: The codes of refusals of which an overlay tells none. WordPress has one for whoever may not use a route.
_UNTOLD = {"400": [ANY_CODE], "401": ["rest_forbidden", ANY_CODE], "403": ["rest_forbidden", ANY_CODE]}
#: The same where a path names a record.
_UNTOLD_OF_ONE = {**_UNTOLD, "404": [ANY_CODE]}
_IN_PATH = re.compile(r"\{([^{}]*)\}")
_SUMMARIES = {
    "list": "List {many}",
    "get": "Get a {one}",
    "create": "Create a {one}",
    "update": "Update a {one}",
    "delete": "Delete a {one}",
    "batch": "Create, update and delete {many}",
}
_LONGEST = 60


def check_ids(ground: Ground) -> None:
    """Every added operation has a name that methods can be made of."""
    for path, method, item in ground.added_operations():
        id = str(item[method].get("operationId", ""))
        if not ID.match(id):
            place = f"/paths/{escape(path)}/{method}/operationId"
            hint = "resource and verb, words in lower_snake joined by dots, like subscriptions.list"
            ground.problems.add("operation-id", f"{id!r} is no operationId", ground.spot(place), hint=hint)


def texts(ground: Ground) -> None:
    """Write what people read, where an overlay leaves it out."""
    known = {tag["name"] for tag in ground.document["tags"]}
    for path, method, item in ground.added_operations():
        place = f"/paths/{escape(path)}/{method}"
        node = ground.written(place)
        about = f"Comes with {ground.title(node)}." if node is not None else ""
        _operation_texts(path, item, method, about)
        words = item[method]["operationId"].split(".")[:-1]
        for i in range(1, len(words) + 1):
            name = ".".join(words[:i])
            if name not in known:
                known.add(name)
                ground.document["tags"].append({"name": name, "description": about})
                ground.application.origins.setdefault(f"/tags/{len(ground.document['tags']) - 1}", ground.spot(place))
    for parameter, place in written_parameters(ground):
        node = ground.written(place)
        parameter.setdefault("description", f"Comes with {ground.title(node)}." if node is not None else "")
    for name in (*ground.added_schemas(), *ground.changed_schemas()):
        _schema_texts(ground, name)


def _operation_texts(path: str, item: Json, method: str, about: str) -> None:
    operation = item[method]
    *resource, verb = operation["operationId"].split(".")
    many = resource[-1].replace("_", " ")
    words = {"many": many, "one": " ".join([*many.split()[:-1], singular(many.split()[-1])])}
    usual = _SUMMARIES.get(verb, f"{verb.capitalize().replace('_', ' ')} of {{many}}").format(**words)
    operation.setdefault("summary", usual[:_LONGEST].rstrip(". "))
    operation.setdefault("description", about)
    operation["tags"] = [".".join(resource)]
    if is_map(operation.get("requestBody")):
        operation["requestBody"].setdefault("required", True)
    for status, response in operation.setdefault("responses", {}).items():
        if is_map(response) and "$ref" not in response:
            response.setdefault("description", "What was asked for." if status.startswith("2") else "It was refused.")
    _path_parameters(path, item, operation)
    for owner in (operation.get("requestBody"), *operation["responses"].values()):
        media = members(members(members(owner).get("content")).get("application/json"))
        _describe(media.get("schema"), about, named=False)


def _path_parameters(path: str, item: Json, operation: Json) -> None:
    """Add the parameters of a path that nothing declares: `id` and what ends like it are numbers."""
    declared = {
        p["$ref"].rpartition("/")[2] if "$ref" in p else p.get("name")
        for p in (*elements(item.get("parameters")), *elements(operation.get("parameters")))
        if is_map(p)
    }
    for name in _IN_PATH.findall(path):
        if name not in declared:
            kind = "integer" if name == "id" or name.endswith("_id") else "string"
            told = "Number of the record." if kind == "integer" else "What the record is called in paths."
            made = {"name": name, "in": "path", "required": True, "description": told, "schema": {"type": kind}}
            item.setdefault("parameters", []).append(made)


def _schema_texts(ground: Ground, name: str) -> None:
    """Describe what an overlay wrote into a schema without a word on it."""
    place = schema_place(name)
    whole = ground.written(place)
    schema = ground.schemas[name]
    if whole is not None:
        _describe(schema, f"Comes with {ground.title(whole)}.")
        return
    for field, inner in members(schema.get("properties")).items():
        node = ground.written(f"{place}/properties/{escape(field)}")
        if node is not None:
            _describe(inner, f"Comes with {ground.title(node)}.")


def _describe(schema: Any, about: str, *, named: bool = True) -> None:
    """Say of a field or a schema with a `name`, of objects, and of all inside of them, where they come from."""
    if not is_map(schema):
        return
    if (named and "$ref" not in schema) or "properties" in schema:
        schema.setdefault("description", about)
    for inner in members(schema.get("properties")).values():
        _describe(inner, about)
    parts = [part for word in ("anyOf", "allOf") for part in elements(schema.get(word))]
    for inner in (schema.get("items"), schema.get("additionalProperties"), *parts):
        _describe(inner, about, named=False)


def mark_fields(ground: Ground) -> None:
    """Say of each field that an overlay brings to a schema of the description which overlay that is."""
    for name in ground.changed_schemas():
        for field, inner in members(ground.schemas[name].get("properties")).items():
            node = ground.written(f"{schema_place(name)}/properties/{escape(field)}")
            if node is not None and field not in _properties(ground.base.document, name):
                inner[OVERLAY] = ground.title(node)


def _properties(document: Json, name: str) -> Json:
    return members(document["components"]["schemas"][name].get("properties"))


def operations(ground: Ground) -> None:
    """Write out what the words of added operations stand for."""
    for path, method, item in [*ground.added_operations()]:
        operation = item[method]
        node = ground.written(f"/paths/{escape(path)}/{method}")
        operation[OVERLAY] = ground.title(node) if node is not None else ""
        _paging(ground, item, operation)
        write_batch(operation, ground.schemas, lambda name: f"{SCHEMAS}{name}")
        paging_headers(operation, members(ground.root.get("headers")))
        _refusals(path, operation)
        write_operation_errors(ground.document, item, method, ground.root)


def _paging(ground: Ground, item: Json, operation: Json) -> None:
    """A list that takes page and per_page comes in pages, unless the overlay says otherwise."""
    if not operation["operationId"].endswith(".list") or "x-paging" in operation:
        return
    listed = (*elements(item.get("parameters")), *elements(operation.get("parameters")))
    names = {members(p).get("name") or str(members(p).get("$ref", "")).rpartition("/")[2] for p in listed}
    operation["x-paging"] = "pages" if {"page", "per_page"} <= names else "none"


def _refusals(path: str, operation: Json) -> None:
    """Codes that an overlay does not name may be any; what the store itself checks is not known of a plugin."""
    told: Any = operation.setdefault("x-errors", {})
    for status, codes in (_UNTOLD_OF_ONE if "{" in path else _UNTOLD).items():
        told.setdefault(status, [*codes])
    operation.setdefault("x-permission", "none")
    operation.setdefault("x-unchecked", True)
