"""Links: which operation goes on with what another one answered.

A path such as `/orders/{order_id}/notes/{id}` is read as a collection, `/orders/{order_id}/notes`, and a parameter that
names one of its records. Whatever lists or makes records of the collection leads there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from woospec.flat import followed, operations_of, unwrapped

Json = dict[str, Any]
#: The fields by which a record is named, where it has none of the parameter's own name.
_NAMES = ("id", "code", "slug")


class _Source(NamedTuple):
    """An operation whose answer leads on: where that is, and the pointer to a record in it with its fields."""

    method: str
    path: str
    status: str
    record: str
    fields: Json


def add_links(document: Json, paths: Json) -> None:
    """Add to the answers in `paths` links to the operations of `document` that go on with them."""
    targets = [(path, item[method]["operationId"]) for path, method, item in operations_of(document)]
    led = {name for path, name in targets if _lead_by_record(document, paths, path, name)}
    starts = {
        item[method]["operationId"]
        for path, method, item in operations_of(document)
        if any("links" in answer for answer in paths[path][method]["responses"].values())
    }
    for path, name in targets:
        if name not in led | starts and "{" not in path:
            _lead_by_path(document, paths, path, name)


def _lead_by_record(document: Json, paths: Json, path: str, name: str) -> bool:
    """Links to an operation from what lists or makes the records that its last parameter names."""
    parts = path.split("/")
    last = max((i for i, part in enumerate(parts) if part.startswith("{")), default=0)
    parameter = parts[last].strip("{}")
    found = False
    for source in _sources(document, parts[:last]) if last else ():
        field = next((f for f in (parameter, *_NAMES) if f in source.fields), None)
        if field is not None:
            above = [(own, other) for own, other in zip(parts, source.path.split("/"), strict=False) if own[:1] == "{"]
            given = {own.strip("{}"): f"$request.path.{other.strip('{}')}" for own, other in above}
            given[parameter] = f"$response.body#{source.record}/{field}"
            _link(paths, source.path, source.method, source.status, name, given)
            found = True
    return found


def _sources(document: Json, collection: list[str]) -> Iterator[_Source]:
    """The operations that list or make records of the nearest collection at or above a path."""
    while len(collection) > 1 and "/".join(collection) not in document["paths"] and collection[-1][:1] != "{":
        collection = collection[:-1]
    path = "/".join(collection)
    item = document["paths"].get(path, {})
    for method in ("get", "post"):
        if method in item:
            source = _source(document, path, method, item[method])
            if source is not None:
                yield source


def _source(document: Json, path: str, method: str, operation: Json) -> _Source | None:
    status, answer = next((s, a) for s, a in operation["responses"].items() if s.startswith("2"))
    schema: Json = answer.get("content", {}).get("application/json", {}).get("schema", {})
    key = operation.get("x-envelope", {}).get("response", "")
    if not schema:
        return None
    schema, record = followed(document, unwrapped(schema, key)), f"/{key}" if key else ""
    if schema.get("type") == "array":
        schema, record = followed(document, schema["items"]), f"{record}/0"
    return _Source(method, path, status, record, schema.get("properties", {}))


def _lead_by_path(document: Json, paths: Json, path: str, name: str) -> None:
    """A link to an operation from the read that stands nearest above it, or the index."""
    parts = path.rstrip("/").split("/")
    for length in range(len(parts) - 1, 0, -1):
        above = "/".join(parts[:length]) or "/"
        read: Json = document["paths"].get(above, {}).get("get", {})
        if read and read["operationId"] != name:
            status = next(s for s in read["responses"] if s.startswith("2"))
            _link(paths, above, "get", status, name, {})
            return


def _link(paths: Json, path: str, method: str, status: str, target: str, given: dict[str, str]) -> None:
    answers: Json = paths[path][method]["responses"]
    answer: Json = answers[status]
    link = {"operationId": target, **({"parameters": given} if given else {})}
    answers[status] = {**answer, "links": {**answer.get("links", {}), target: link}}
