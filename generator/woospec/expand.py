"""House keywords written out as plain OpenAPI: one short word in the spec, the full form in the bundle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from woospec.kinds import is_list, is_map, members
from woospec.model import NotKept
from woospec.pointers import SCHEMAS, schema_name
from woospec.references import References

Json = dict[str, Any]
#: The first release that has a part, and the first that no longer has it.
RELEASES = ("x-woo-since", "x-woo-until")


def paging_headers(operation: Json, declared: Json) -> None:
    """`x-paging` as response headers, those of `declared` that such a list has; those written out by hand win."""
    style = operation.get("x-paging")
    kept = {"pages": list(declared), "total": [name for name in declared if name != "Link"]}
    wanted = kept.get(style, []) if isinstance(style, str) else []
    since, if_empty = operation.pop("x-totals-since", None), operation.pop("x-totals-if-empty", True)
    ok = members(operation["responses"]).get("200")
    if wanted and is_map(ok):
        # Older stores do without what came with a release, and some lists without it if they are empty.
        words: Json = {"x-woo-since": since} if since else {} if if_empty else {"x-unless-empty": True}
        usual = {name: _optional(declared[name], words) if words else _header(name) for name in wanted}
        ok["headers"] = {**usual, **members(ok.get("headers"))}


def _header(name: str) -> Json:
    return {"$ref": f"#/components/headers/{name}"}


def _optional(header: Json, words: Json) -> Json:
    """A header that is not always there; `words` tell when it is."""
    return {**{key: value for key, value in header.items() if key != "required"}, **words}


def write_batch(operation: Json, schemas: dict[str, Json], common: Callable[[str], str]) -> None:
    """`x-batch` as request and answer schemas, named after the item."""
    batch = operation.get("x-batch")
    if not is_map(batch) or not isinstance(batch.get("item"), str):
        return
    name = schema_name(batch["item"])
    ids = {"type": batch.get("id", "integer")}
    requests, answers = f"{name}Batch", f"{name}BatchResult"
    if requests not in schemas:
        if batch.get("update"):
            schemas[f"{name}BatchItem"] = _batch_item(batch, ids)
        schemas[requests] = _batch_request(batch, ids, name)
        schemas[answers] = _batch_answer(batch, common("BatchItemError"))
    operation["x-batch"] = {"limit": batch.get("limit"), **({"create": batch["create"]} if batch.get("create") else {})}
    operation["requestBody"] = {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": SCHEMAS + requests}}},
    }
    ok = operation.setdefault("responses", {}).setdefault(
        "200", {"description": "One outcome per item, in the order sent."}
    )
    empty: Json = {"type": "array", "items": {}, "maxItems": 0, "description": "What an empty batch gives."}
    ok["content"] = {"application/json": {"schema": {"anyOf": [{"$ref": SCHEMAS + answers}, empty]}}}


def _batch_item(batch: Json, ids: Json) -> Json:
    numbered = {"type": "object", "required": ["id"], "properties": {"id": {**ids, "description": "Item to change."}}}
    return {"description": "Changes to one item of a batch.", "allOf": [{"$ref": batch["update"]}, numbered]}


def _batch_request(batch: Json, ids: Json, name: str) -> Json:
    lists: Json = {}
    if batch.get("create"):
        # The store checks batch items one by one when it comes to them, so even a lacking one is a valid request.
        lists["create"] = {
            "type": "array",
            "description": "Items to make.",
            "items": {"$ref": batch.get("update", batch["create"])},
        }
    if batch.get("update"):
        items = {"$ref": f"{SCHEMAS}{name}BatchItem"}
        lists["update"] = {"type": "array", "description": "Items to change, each with its `id`.", "items": items}
    if batch.get("delete", True):
        lists["delete"] = {"type": "array", "description": "Items to delete permanently, by id.", "items": ids}
    return {
        "type": "object",
        "description": f"Several changes to items of type {name} in one request.",
        "properties": lists,
    }


def _batch_answer(batch: Json, error: str) -> Json:
    items = {"anyOf": [{"$ref": error}, {"$ref": batch["item"]}]}
    wanted = [k for k in ("create", "update", "delete") if batch.get(k, k == "delete")]
    lists = {
        k: {"type": "array", "description": f"What became of each item under `{k}`.", "items": items} for k in wanted
    }
    return {"type": "object", "description": "One outcome per item of a batch, in the order sent.", "properties": lists}


# write schemas


def check_requests(document: Json, references: References) -> None:
    """Give what occurs in requests alone the words that the store checks for, as derived schemas have them."""
    operations = [o for item in document["paths"].values() for o in item.values() if is_map(o)]
    sent = references.reached(o["requestBody"] for o in operations if "requestBody" in o)
    answered = references.reached(o.get("responses", {}) for o in operations)
    for name, schema in document["components"]["schemas"].items():
        if f"schemas/{name}" in sent - answered and is_map(schema.get("properties")):
            schema["properties"] = {n: _checked(s) if is_map(s) else s for n, s in schema["properties"].items()}


def derive_write_schemas(schemas: dict[str, Json]) -> None:
    """Fill every `x-writes` schema from the read schema it names, then drop what only steers that."""
    deriver = WriteSchemas(schemas)
    sources = {name: schema["x-writes"] for name, schema in schemas.items() if isinstance(schema.get("x-writes"), str)}
    creates = {name: base for name, schema in schemas.items() if (base := _only_extends(schema)) in sources}
    for name, source in [*sources.items(), *((n, sources[b]) for n, b in creates.items())]:
        own = {k: v for k, v in schemas[name].items() if k not in ("x-writes", "allOf")}
        derived = deriver.object(schemas.get(schema_name(source), {}))
        if name in creates.values():
            derived["properties"] = {n: without_default(s) for n, s in derived["properties"].items()}
        extended: Json = schemas.get(creates.get(name, ""), {}).get("properties", {}) if name in creates else {}
        properties = {**_added(extended, derived["properties"]), **derived["properties"], **own.get("properties", {})}
        schemas[name] = {**derived, **own, "properties": properties}
    for name in schemas:
        schemas[name] = as_read(schemas[name])


def _only_extends(schema: Json) -> str:
    """The one schema that `schema` extends by `allOf`, adding no more than what is required."""
    parts = schema.get("allOf")
    if not is_list(parts) or len(parts) != 1 or "properties" in schema or not is_map(parts[0]):
        return ""
    return schema_name(str(parts[0].get("$ref", "")))


def without_default(schema: Any) -> Any:
    """Defaults are for new items; an update leaves what it does not name."""
    return {k: v for k, v in schema.items() if k != "default"} if is_map(schema) else schema


def _added(extended: Json, derived: Json) -> Json:
    """What an update schema has of its own, beyond the fields derived from the read schema."""
    return {n: s for n, s in extended.items() if n not in derived}


class WriteSchemas:
    """Makes `XInput` components on demand for the schemas that a write schema refers to."""

    def __init__(self, schemas: dict[str, Json]) -> None:
        self.schemas = schemas

    def object(self, read: Json) -> Json:
        """The write form of an object schema: no readOnly fields, nothing required unless writes insist."""
        left = ("required", "properties", "x-write-required", "x-shown", "readOnly")
        result = {k: v for k, v in read.items() if k not in left}
        result["properties"] = {
            k: self.field(v) for k, v in read.get("properties", {}).items() if not self.is_read_only(v)
        }
        if read.get("x-write-required"):
            result["required"] = read["x-write-required"]
        return result

    def is_read_only(self, schema: Any) -> bool:
        """A field is readOnly if it says so or if the component it refers to does."""
        target = self.target(schema)
        return bool((is_map(schema) and schema.get("readOnly")) or (target and target.get("readOnly")))

    def target(self, schema: Any) -> Json | None:
        """The schema that a part refers to."""
        ref = schema.get("$ref") if is_map(schema) else None
        return self.schemas.get(schema_name(ref)) if isinstance(ref, str) else None

    def field(self, schema: Any) -> Any:
        """The write form of one field."""
        if not is_map(schema):
            return schema
        if "x-not-kept" in schema:
            schema = {**schema, "description": f"{schema.get('description', '')} Not kept {not_kept(schema).when}."}
        if "x-write" in schema:
            written = schema["x-write"]
            words = (
                "default",
                "deprecated",
                "description",
                "x-became",
                "x-clear-with",
                "x-evidence",
                "x-not-kept",
                "x-unchecked",
                *RELEASES,
            )
            kept: Json = {k: schema[k] for k in words if k in schema}
            return _nullable(_checked({**kept, **written}), schema) if is_map(written) else schema
        return _nullable(self.schema(schema), schema)

    def schema(self, schema: Any) -> Any:
        """The write form of any schema."""
        if not is_map(schema):
            return schema
        result = _checked({k: v for k, v in schema.items() if k not in ("readOnly", "writeOnly")})
        for key in ("items", "additionalProperties"):
            if is_map(result.get(key)):
                result[key] = self.schema(result[key])
        for key in ("anyOf", "allOf"):
            if is_list(result.get(key)):
                result[key] = [self.schema(s) for s in result[key]]
        if is_map(result.get("properties")):
            return self.object(result)
        target = self.target(result)
        if target is not None:
            result["$ref"] = self.reference(result["$ref"], target)
        return result

    def reference(self, ref: str, target: Json) -> str:
        """The reference to the write form of a named schema, which is made if it differs."""
        name = schema_name(ref)
        derived = f"{name}Input"
        if derived in self.schemas:
            return f"{SCHEMAS}{derived}"
        self.schemas[derived] = {}  # stands in for itself while a schema that contains itself is derived
        if is_map(target.get("properties")):
            self.schemas[derived].update(self.object(target))
        else:
            self.schemas[derived].update(self.schema(target))
        if self.schemas[derived] == target:
            del self.schemas[derived]
            return ref
        return f"{SCHEMAS}{derived}"


def not_kept(schema: Json) -> NotKept:
    """What a schema says of being kept."""
    said = schema.get("x-not-kept", "")
    return NotKept(**{word: said.get(word, "") for word in NotKept._fields}) if is_map(said) else NotKept(said)


def _checked(schema: Json) -> Json:
    """A schema of requests with the words that the store takes as long as no plugin adds some, if it checks them."""
    open_only = "x-known-values" in schema and "enum" not in schema and not schema.get("x-unchecked")
    return {**schema, "enum": _enum(schema)} if open_only else schema


def _enum(schema: Json) -> list[Any]:
    nullable = is_list(schema.get("type")) and "null" in schema["type"]
    return [*schema["x-known-values"], *([None] if nullable else [])]


def _nullable(written: Json, read: Json) -> Json:
    """A field that null clears takes null in requests."""
    if "x-clear-with" not in read or read["x-clear-with"] is not None:
        return written
    if "type" in written:
        kinds = written["type"]
        types = kinds if is_list(kinds) else [kinds]
        written = {**written, "type": types if "null" in types else [*types, "null"]}
        if "enum" in written and None not in written["enum"]:
            written["enum"] = [*written["enum"], None]
        return written
    if "anyOf" in written:
        has_null = any(s.get("type") == "null" for s in written["anyOf"] if is_map(s))
        return written if has_null else {**written, "anyOf": [*written["anyOf"], {"type": "null"}]}
    rest = {k: v for k, v in written.items() if k != "$ref"}
    return {**rest, "anyOf": [{"$ref": written["$ref"]}, {"type": "null"}]} if "$ref" in written else written


def as_read(schema: Any) -> Any:
    """A read schema without the fields and words that concern requests only."""
    if is_list(schema):
        return [as_read(s) for s in schema]
    if not is_map(schema):
        return schema
    result: Json = {}
    for key, value in schema.items():
        if key in ("x-write", "x-write-required"):
            continue
        if key == "properties" and is_map(value):
            result[key] = {n: as_read(s) for n, s in value.items() if not (is_map(s) and s.get("writeOnly"))}
        elif key in ("items", "additionalProperties", "anyOf", "allOf"):
            result[key] = as_read(value)
        else:
            result[key] = value
    return result


def prune(document: Json, references: References) -> Json:
    """`document` without components that nothing refers to, the rest in order of name."""
    operations = [o for item in document["paths"].values() for o in item.values()]
    parts = [part for o in operations for part in (o.values() if is_map(o) else [o])]
    # A batch may create what no operation of its own does.
    parts += [{"$ref": members(members(o).get("x-batch")).get("create")} for o in operations]
    components, used = document["components"], references.reached(parts)
    for kind in ("schemas", "parameters", "headers", "responses"):
        components[kind] = {n: components[kind][n] for n in sorted(components[kind]) if f"{kind}/{n}" in used}
    return document
