"""Stage 3, select: the graph and one version become a flat OpenAPI 3.1 document.

Paths, operations, parameters and fields outside the version are left out; the house keywords that stand for
longer OpenAPI (`x-paging`, `x-errors`, `x-batch`, `x-writes`) are written out. `origins` remembers which node
of the spec each part of the bundle came from, so that a fault in the bundle is shown in the spec.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from woospec.answered import ERRORS, OPTIONAL, always_there
from woospec.errors import error_components, write_errors
from woospec.examples import Examples, Trimmer, address, readdressed
from woospec.expand import check_requests, derive_write_schemas, paging_headers, prune, write_batch
from woospec.families import Version, declared_versions, families, root_of
from woospec.kinds import elements, is_list, is_map, members
from woospec.load import Node
from woospec.pointers import escape
from woospec.problems import Problems
from woospec.references import References
from woospec.resolve import Graph

METHODS = ("get", "post", "put", "delete")
#: Keywords that steer the selection and do not reach the bundle.
_STEERING = ("x-since", "x-until", "x-write-required")
#: The words of a schema that hold further schemas.
_NESTED = frozenset(("$ref", "x-writes", "properties", "items", "additionalProperties", "x-write", "anyOf", "allOf"))
#: What the root says for the document as other tools read it.
_FOR_PAGES = {"x-groups": "groups", "x-deliveries": "deliveries", "x-delivery-headers": "deliveryHeaders"}
Json = dict[str, Any]


@dataclass
class Bundle:
    """A flat OpenAPI document and where its parts came from."""

    about: Version
    document: Json
    origins: dict[str, Node] = field(default_factory=dict[str, Node])
    #: Every version of the description by its name.
    declared: dict[str, Version] = field(default_factory=dict[str, Version])
    #: What overlays wrote and took out, by pointer.
    changes: dict[str, Node] = field(default_factory=dict[str, Node])

    @property
    def version(self) -> str:
        """The name of the version."""
        return self.about.name

    @cached_property
    def references(self) -> References:
        """Which components of the document refer to which. Asked for when all of them are in place."""
        return References(self.document)

    def origin(self, pointer: str) -> tuple[Node, str] | None:
        """The spec node nearest to `pointer` of the bundle, and the rest of the pointer below it."""
        head = pointer
        while head:
            if head in self.origins:
                return self.origins[head], pointer[len(head) :]
            head = head.rpartition("/")[0]
        return None


def select(graph: Graph, version: str, problems: Problems) -> Bundle:
    """The flat bundle of `version`."""
    return _Selection(graph, version, problems).run()


def _is_paths_file(name: str, folder: str) -> bool:
    where, _, file = name.rpartition("/")
    return where == folder and file.startswith("paths")


def wrapped(schema: Any, key: str) -> Json:
    """`schema` as the only field of an object."""
    return {"type": "object", "required": [key], "properties": {key: schema}}


def _with_required(schema: Json) -> Json:
    """A schema of answers with what they always have under `required`, instead of marks on what they may lack."""
    fields: Json = schema["properties"]
    required = [name for name, field in fields.items() if always_there(field)]
    unmarked = {n: {k: v for k, v in f.items() if k != OPTIONAL} if is_map(f) else f for n, f in fields.items()}
    result: Json = {}
    for key, value in schema.items():
        if key == "properties" and required:
            result["required"] = required
        result[key] = unmarked if key == "properties" else value
    return result


def _without_range(value: Any) -> Any:
    return {k: v for k, v in value.items() if k not in ("x-since", "x-until")} if is_map(value) else value


def _wrap(body: Any, key: Any) -> None:
    """Wrap what a request or an answer holds in `key`, if it is one."""
    if is_map(body) and isinstance(key, str):
        for media in body.get("content", {}).values():
            media["schema"] = wrapped(media["schema"], key)


class _Selection:
    def __init__(self, graph: Graph, version: str, problems: Problems) -> None:
        self.graph, self.problems = graph, problems
        self.declared = declared_versions(graph.spec)
        self.about = self.declared[version]
        self.step, self.base = self.about.step, self.about.family
        self.family = families(graph.spec)[self.base]
        self.root = root_of(self.base)
        #: Where the version that the examples are written for is found, and where this one is.
        self.addresses = tuple(address(v.prefix) for v in (self.family.newest, self.about))
        #: Fields that ranges removed, by component: examples written for a later version lose them too.
        self.dropped: dict[str, set[str]] = {}
        self.schemas: dict[str, Json] = {}
        self.parameters: dict[str, Json] = {}
        self.trimmer = Trimmer(self.schemas, self.dropped)
        self.schema_nodes: dict[str, Node] = {}
        self.origins: dict[str, Node] = {}

    def run(self) -> Bundle:
        root = self.graph.spec.files[self.root].root()
        paths: Json = {}
        tags: list[Json] = []
        for folder in elements(root.value.get("resources")):
            self.resource(str(folder), paths, tags)
        derive_write_schemas(self.schemas)
        document = self.document(root, paths, tags)
        write_errors(document, root.value)
        bundle = Bundle(self.about, document, self.origins, self.declared)
        prune(document, bundle.references)
        check_requests(document, bundle.references)
        return bundle

    def document(self, root: Node, paths: Json, tags: list[Json]) -> Json:
        head = root.value
        servers = [{**s, "url": s["url"].rstrip("/") + self.about.prefix} for s in head["servers"]]
        self.origins["/info"] = root.child("info")
        self.origins["/servers"] = root.child("servers")
        schemes = head.get("securitySchemes", {})
        return {
            "openapi": head["openapi"],
            "info": {
                **head["info"],
                "title": f"{head['info']['title']}, {self.about.title}",
                "version": self.about.revision,
            },
            "servers": servers,
            "security": head.get("security", []),
            **({"x-fields": head["x-fields"]} if "x-fields" in head else {}),
            "tags": tags,
            "x-shown": head.get("x-shown", []),
            **{word: head[key] for word, key in _FOR_PAGES.items() if key in head},
            **({"x-conditions": head["conditions"]} if "conditions" in head else {}),
            "paths": paths,
            "components": {
                "schemas": self.schemas,
                "parameters": self.parameters,
                "headers": head.get("headers", {}),
                "responses": error_components(),
                "securitySchemes": schemes,
            },
        }

    # paths and operations

    def resource(self, folder: str, paths: Json, tags: list[Json]) -> None:
        start = posixpath.join(self.base, "resources", folder)
        found = [file for file in self.graph.spec.folders.get(start, ()) if _is_paths_file(file.path, start)]
        files = sorted((f for f in found if is_map(f.data)), key=lambda file: file.path.removesuffix(".yaml"))
        examples = Examples(self.graph, start, self.step)
        used: set[str] = set()
        for file in files:
            listed = file.root().get("paths")
            for path, item in listed.members() if listed else ():
                if self.family.holds(item.value, self.step):
                    self.path_item(path, item, paths, examples, used)
        described: dict[str, Node] = {}
        for file in files:
            told = file.root().get("resources")
            for name, node in told.members() if told else ():
                described.setdefault(name, node)
        for name, node in described.items():
            if name in used or any(u.startswith(f"{name}.") for u in used):
                self.origins[f"/tags/{len(tags)}"] = node
                tags.append({"name": name, "description": node.value})

    def path_item(self, path: str, item: Node, paths: Json, examples: Examples, used: set[str]) -> None:
        at = f"/paths/{escape(path)}"
        self.origins[at] = item
        selected: Json = {}
        shared = item.get("parameters")
        if shared is not None:
            selected["parameters"] = self.parameter_list(shared, f"{at}/parameters")
        for key, node in item.members():
            if key in METHODS and is_map(node.value) and self.family.serves(item.value, node.value, self.step):
                operation = self.operation(node, f"{at}/{key}", examples)
                used.add(str(operation.get("operationId", "")).rpartition(".")[0])
                selected[key] = operation
        if any(method in selected for method in METHODS):
            # The twin of a path that differs by version shares its entry.
            paths[path] = {**paths.get(path, {}), **selected}

    def operation(self, node: Node, at: str, examples: Examples) -> Json:
        self.origins[at] = node
        result: Json = {}
        for key, child in node.members():
            if key == "parameters":
                result[key] = self.parameter_list(child, f"{at}/parameters")
            elif key == "x-store-defects":
                defects = [n.value for n in child.elements() if self.family.holds(n.value, self.step)]
                result.update({key: [_without_range(one) for one in defects]} if defects else {})
            elif key in ("requestBody", "responses", "x-batch"):
                result[key] = self.content(child, f"{at}/{key}")
            elif key not in ("x-since", "x-until"):
                result[key] = child.value
        name = str(result.get("operationId", ""))
        result["tags"] = [name.rpartition(".")[0]]
        write_batch(result, self.schemas, self.common)
        self.common("Error")
        result.setdefault("responses", {})
        self.envelope(result)
        root = self.graph.spec.files[self.root].data
        paging_headers(result, root.get("headers", {}))
        self.attach_examples(result, examples.find(name), at)
        return result

    def envelope(self, operation: Json) -> None:
        """Wrap the bodies of an operation in the one key that stands around them, if it has one."""
        key = operation.get("x-envelope")
        keys: Json = key if is_map(key) else {"request": key, "response": key}
        _wrap(operation.get("requestBody"), keys.get("request"))
        for status, response in operation["responses"].items():
            if str(status).startswith("2"):
                _wrap(response, keys.get("response"))
        if key is not None:
            operation["x-envelope"] = {k: v for k, v in keys.items() if isinstance(v, str)}

    def attach_examples(self, operation: Json, example: Node | None, at: str) -> None:
        if example is None:
            return
        request, response, query = (example.get(k) for k in ("request", "response", "query"))
        envelope = operation.get("x-envelope", {})
        if request is not None and is_map(operation.get("requestBody")):
            for media in operation["requestBody"].get("content", {}).values():
                media["example"] = self.example(request, media.get("schema"), envelope.get("request"))
            self.origins[f"{at}/requestBody/content/application~1json/example"] = request
        if response is not None:
            status = next((s for s in operation["responses"] if str(s).startswith("2")), None)
            media = operation["responses"].get(status, {}).get("content", {}).get("application/json")
            if media is not None:
                media["example"] = self.example(response, media.get("schema"), envelope.get("response"))
                self.origins[f"{at}/responses/{status}/content/application~1json/example"] = response
        if query is not None:
            operation["x-example-query"] = query.value

    def example(self, node: Node, schema: Any, key: str | None) -> Any:
        value = {key: node.value} if key else node.value
        return readdressed(self.trimmer.trim(value, schema), *self.addresses)

    def parameter_list(self, node: Node, at: str) -> list[Json]:
        kept = [n for n in node.elements() if self.family.holds(n.value, self.step)]
        return [self.parameter(n, f"{at}/{i}") for i, n in enumerate(kept)]

    def parameter(self, node: Node, at: str) -> Any:
        self.origins[at] = node
        if not is_map(node.value):
            return node.value
        if "$ref" in node.value:
            target = self.graph.target(node.child("$ref"))
            if target is None:
                return {"$ref": node.value["$ref"]}
            name = target.pointer.rpartition("/")[2]
            if name not in self.parameters:
                self.parameters[name] = self.parameter(target, f"/components/parameters/{escape(name)}")
            return {"$ref": f"#/components/parameters/{escape(name)}"}
        result = {
            k: (self.schema(c, f"{at}/schema") if k == "schema" else c.value)
            for k, c in node.members()
            if k not in _STEERING
        }
        schema = result.get("schema")
        if is_map(schema) and schema.get("type") == "array" and result.get("in") == "query":
            result = {**result, "style": result.get("style", "form"), "explode": result.get("explode", False)}
        return result

    def content(self, node: Node, at: str) -> Any:
        """A copy of `node` in which each schema, wherever it stands, is selected."""
        self.origins[at] = node
        if is_list(node.value):
            return [self.content(n, f"{at}/{i}") for i, n in enumerate(node.elements())]
        if not is_map(node.value):
            return node.value
        if "$ref" in node.value or node.pointer.endswith("/schema"):
            return self.schema(node, at)
        schemas = ("item", "create", "update") if node.pointer.endswith("/x-batch") else ()
        return {
            k: self.reference(c) if k in schemas else self.content(c, f"{at}/{escape(k)}") for k, c in node.members()
        }

    def reference(self, node: Node) -> Any:
        """The component that a bare reference text names (as in `x-batch`)."""
        if not isinstance(node.value, str):
            return node.value
        target = self.graph.find(node.file.path, node.value)
        return node.value if target is None else self.register(target)

    # schemas

    def common(self, name: str) -> str:
        """The reference to a schema of refusals."""
        target = self.graph.find(self.root, f"{ERRORS}#/{name}")
        return self.register(target) if target else f"#/components/schemas/{name}"

    def register(self, target: Node) -> str:
        name = target.pointer.rpartition("/")[2]
        known = self.schema_nodes.get(name)
        if known is None:
            self.schema_nodes[name] = target
            self.schemas[name] = {}
            self.schemas[name].update(self.schema(target, f"/components/schemas/{escape(name)}") or {})
        elif (known.file.path, known.pointer) != (target.file.path, target.pointer):
            hint = "rename one: names are unique over the whole spec"
            self.problems.add("name-collision", f"two schemas are called {name}", target, known, hint=hint)
        return f"#/components/schemas/{escape(name)}"

    def schema(self, node: Node, at: str) -> Any:
        """A schema with its references as components and without what this version lacks."""
        self.origins[at] = node
        if not is_map(node.value):
            return node.value
        result = self.keywords(node, at)
        variant = node.get("x-in") and node.child("x-in").get(self.step)
        if variant is not None:
            result |= self.keywords(variant, at)
        if is_map(node.value.get("properties")) and is_map(result.get("properties")):
            gone = set(node.value["properties"]) - set(result["properties"])
            if gone:
                self.dropped.setdefault(node.pointer.rpartition("/")[2], set()).update(gone)
            if (node.file.path, node.pointer) in self.graph.answered:
                result = _with_required(result)
            elif is_list(result.get("required")):
                result["required"] = [n for n in result["required"] if n not in gone]
        if "maxItems" in result:
            result.setdefault("items", {})  # other tools want it even where there are none
        return result

    def keywords(self, node: Node, at: str) -> Json:
        """The words of a schema but those of versions; most hold no schema, and are taken as they are."""
        return {
            key: self.keyword(key, node.child(key), f"{at}/{escape(key)}") if key in _NESTED else value
            for key, value in members(node.value).items()
            if key not in ("x-since", "x-until", "x-in")
        }

    def keyword(self, key: str, node: Node, at: str) -> Any:
        if key == "$ref":
            target = self.graph.target(node)
            return self.register(target) if target else node.value
        if key == "x-writes" and isinstance(node.value, str):
            return self.writes(node)
        if key == "properties":
            kept = [(n, c) for n, c in node.members() if self.family.holds(c.value, self.step)]
            return {n: self.schema(c, f"{at}/{escape(n)}") for n, c in kept}
        if key in ("items", "additionalProperties", "x-write"):
            return self.schema(node, at)
        if key in ("anyOf", "allOf"):
            return [self.schema(c, f"{at}/{i}") for i, c in enumerate(node.elements())]
        return node.value

    def writes(self, node: Node) -> Any:
        reference = node.value if "#" in node.value else f"#/{node.value}"
        target = self.graph.find(node.file.path, reference)
        return node.value if target is None else self.register(target)
