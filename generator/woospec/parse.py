"""Stage 4, parse: a flat bundle becomes an `Api`.

The bundle has passed the rules, so this reads it without asking twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from woospec.expand import not_kept
from woospec.flat import most_items, operations_of, parameters_of, unwrapped
from woospec.kinds import is_list, is_map, is_type, members
from woospec.model import (
    LIMITS,
    Answer,
    Api,
    Condition,
    EmptyList,
    Enum,
    Field,
    Limit,
    ListOf,
    MapOf,
    Null,
    Operation,
    Reference,
    Resource,
    Row,
    Scalar,
    Schema,
    Secret,
    Type,
    Union,
    WordReleases,
    options,
)
from woospec.pointers import escape, schema_name
from woospec.select import Bundle
from woospec.types import scalar, union

Json = dict[str, Any]
#: How many items of a page walks ask for, unless a list allows less: the most that WooCommerce gives.
WHOLE_PAGE = 100
_LIMITS = frozenset(LIMITS)
#: The words of a schema that lead to what a value is, or to what stands in it.
_INSIDE = frozenset({"$ref", "anyOf", "items", "additionalProperties"})
#: What a parameter says beside its schema, and a field in its own.
_SAID = ("description", "deprecated", "x-became", "x-became-note", "x-evidence", "x-woo-since", "x-woo-until")
#: How many fields tell of an object that has none by which it is recognised.
_FIRST = 4
#: What callers know as the parameter that names the fields to answer, whatever the store calls it.
FIELDS = "fields"


def parse(bundle: Bundle) -> Api:
    """The bundle as an `Api`."""
    return _Parser(bundle).api()


class _Parser:
    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.document = bundle.document
        self.raw: Json = self.document["components"]["schemas"]
        self.read: set[str] = set()
        self.written: set[str] = set()
        self.open_aliases: set[str] = set()
        self.batch_creates = dict(self.created_in_batches())

    def api(self) -> Api:
        operations = [self.operation(*place) for place in operations_of(self.document)]
        return Api(
            about=self.bundle.about,
            common_errors=tuple((status, tuple(codes)) for status, codes in self.document["x-common-errors"].items()),
            fields_parameter=members(self.document.get("x-fields")).get("name", FIELDS),
            resources=tuple(self.resources(operations)),
            schemas=tuple(self.schemas()),
        )

    def resources(self, operations: list[Operation]) -> list[Resource]:
        """Operations by resource; a parent that has none of its own (`shipping`) is a resource too."""
        described = {t["name"]: t.get("description", "") for t in self.document["tags"]}
        grouped: dict[tuple[str, ...], list[Operation]] = {}
        first: dict[tuple[str, ...], Operation] = {}
        for operation in operations:
            for length in range(1, len(operation.resource) + 1):
                grouped.setdefault(operation.resource[:length], [])
                first.setdefault(operation.resource[:length], operation)
            grouped[operation.resource].append(operation)
        return [
            Resource(path, described.get(".".join(path), ""), first[path].folder, first[path].pointer, tuple(group))
            for path, group in grouped.items()
        ]

    def folder(self, pointer: str) -> str:
        """The spec folder that a part of the bundle came from, and the file if it is not the main one of its folder."""
        found = self.bundle.origin(pointer)
        parts = found[0].file.path.removesuffix(".yaml").split("/") if found else []
        folder = parts[-2] if "resources" in parts else "common"
        main = not parts or parts[-1] == "schemas" or parts[-1].startswith("paths")
        return folder if main else f"{folder}_{parts[-1]}"

    # operations

    def operation(self, path: str, method: str, item: Json) -> Operation:
        raw = item[method]
        pointer = f"/paths/{escape(path)}/{method}"
        parameters = [self.parameter(p, pointer) for p in parameters_of(self.document, item, raw)]
        envelope = raw.get("x-envelope", {})
        body = raw.get("requestBody")
        media: Json = body["content"]["application/json"] if body else {}
        content = unwrapped(media["schema"], envelope.get("request", "")) if body else {}
        if body:
            self.collect(content, self.written)
        answer = self.answer(raw["responses"], envelope.get("response", ""))
        query = tuple(f for place, f in parameters if place == "query")
        return Operation(
            id=raw["operationId"],
            method=method.upper(),
            path=path,
            summary=raw["summary"],
            description=raw["description"],
            pointer=pointer,
            folder=self.folder(pointer),
            path_parameters=tuple(f for place, f in parameters if place == "path"),
            query=(*query, *self.selection(answer, pointer)) if method == "get" else query,
            body=self.type(content) if body else None,
            limits=tuple(self.limits(content)),
            answer=answer,
            paging=raw.get("x-paging", ""),
            lookup=raw.get("x-lookup", ""),
            batch_limit=members(raw.get("x-batch")).get("limit") or most_items(content),
            page_limit=_page_limit(query),
            errors=tuple((status, tuple(codes)) for status, codes in raw.get("x-errors", {}).items()),
            since=raw.get("x-woo-since", ""),
            until=raw.get("x-woo-until", ""),
            evidence=raw.get("x-evidence", ""),
            internal=bool(raw.get("x-woo-internal")),
            needs=self.condition(raw["x-needs"]) if "x-needs" in raw else None,
            deprecated=bool(raw.get("deprecated")),
            request_envelope=envelope.get("request", ""),
            answer_envelope=envelope.get("response", ""),
            became=raw.get("x-became", ""),
            note=raw.get("x-became-note", ""),
            example_query=raw.get("x-example-query", {}),
            example_request=media.get("example"),
            example_response=self.success(raw["responses"])[1].get("example"),
        )

    def selection(self, answer: Answer, pointer: str) -> Iterator[Field]:
        """The parameter that names the fields to answer, where all reads have one and objects are answered."""
        described = self.document.get("x-fields")
        objects = any(isinstance(option, Reference) for option in options(answer.type))
        if described and objects:
            yield Field(
                FIELDS,
                Scalar("string", "field-list"),
                required=False,
                description=described["description"],
                pointer=pointer,
            )

    def condition(self, name: str) -> Condition:
        raw = self.document["x-conditions"][name]
        words = ("field", "release", "since", "instead") if "before" in raw else ()
        before = tuple(raw["before"].get(word, "") for word in words)
        return Condition(name, raw["asks"], tuple(raw["unmet"].items()), raw["says"], bool(raw.get("always")), before)

    def parameter(self, raw: Json, at: str) -> tuple[str, Field]:
        schema = raw["schema"]
        self.collect(schema, self.written)
        described = {**schema, "description": "", **{word: raw[word] for word in _SAID if word in raw}}
        return raw["in"], self.field(raw["name"], described, bool(raw.get("required")), at)

    def success(self, responses: Json) -> tuple[str, Json]:
        status = next(s for s in responses if s.startswith("2"))
        media: Json = responses[status]["content"]["application/json"]
        return status, media

    def answer(self, responses: Json, envelope: str) -> Answer:
        for status, response in responses.items():
            if status.startswith("2"):
                self.collect(unwrapped(response["content"]["application/json"]["schema"], envelope), self.read)
        status, media = self.success(responses)
        kind = self.type(unwrapped(media["schema"], envelope))
        if isinstance(kind, ListOf):
            return Answer(status, "items", kind.item)
        if isinstance(kind, Union) and len(kind.options) == 2 and isinstance(kind.options[1], EmptyList):
            return Answer(status, "item_or_empty", kind.options[0])
        return Answer(status, "item", kind)

    def collect(self, schema: Any, into: set[str]) -> None:
        """Note every schema that `schema` refers to, also by way of others."""
        found = self.bundle.references.reached([schema])
        into.update(name.removeprefix("schemas/") for name in found if name.startswith("schemas/"))

    # schemas and types

    def schemas(self) -> list[Schema]:
        # `schema` adds to what is written.
        return [self.schema(n) for n in self.raw if self.is_object(n) and (n in self.read or n in self.written)]

    def is_object(self, name: str) -> bool:
        """Whether a component is an object with named fields; others are written out where they are used."""
        raw = self.raw[name]
        return "properties" in raw or "allOf" in raw

    def schema(self, name: str) -> Schema:
        raw = self.raw[name]
        pointer = f"/components/schemas/{escape(name)}"
        properties, required = self.flatten(raw)
        if name in self.batch_creates and "create" in properties:
            # To the store any item of a batch is a fair try; callers are held to what a new item needs.
            properties = {**properties, "create": {**properties["create"], "items": {"$ref": self.batch_creates[name]}}}
            self.collect({"$ref": self.batch_creates[name]}, self.written)
        fields = tuple(
            self.field(n, s, n in required, f"{pointer}/properties/{escape(n)}") for n, s in properties.items()
        )
        return Schema(
            name=name,
            description=raw.get("description", ""),
            fields=fields,
            pointer=pointer,
            resource=self.schema_folder(name),
            read=name in self.read,
            written=name in self.written,
            base=self.base(raw),
            became=raw.get("x-became", ""),
            note=raw.get("x-became-note", ""),
            row=_row(raw.get("x-row")),
            shown=tuple(_shown(properties, raw.get("x-shown") or self.document["x-shown"])),
            secrets=tuple(_secrets(properties)),
            limits=tuple(self.limits(raw)),
            deprecated=bool(raw.get("deprecated")),
            meta=tuple((key, self.type(value)) for key, value in members(raw.get("x-meta")).items()),
        )

    def created_in_batches(self) -> Iterator[tuple[str, str]]:
        """For each batch request schema, the schema of the items that it creates."""
        for item in self.document["paths"].values():
            create = item.get("post", {}).get("x-batch", {}).get("create")
            if create:
                body = item["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
                yield schema_name(body), create

    def base(self, raw: Json) -> str:
        """The one schema that `raw` extends by further fields."""
        refs = [part["$ref"] for part in raw.get("allOf", []) if "$ref" in part]
        return schema_name(refs[0]) if len(refs) == 1 and "required" not in raw else ""

    def schema_folder(self, name: str) -> str:
        """Derived schemas live beside the schema that they were made from."""
        for suffix in ("", "Input", "Batch", "BatchItem", "BatchResult"):
            base = name.removesuffix(suffix) if suffix else name
            if base and f"/components/schemas/{escape(base)}" in self.bundle.origins:
                folder = self.folder(f"/components/schemas/{escape(base)}")
                # Outcomes of batches bring the error models along, which the first product read can do without.
                return f"{folder}_batch" if suffix == "BatchResult" else folder
        return "common"

    def flatten(self, raw: Json) -> tuple[Json, list[str]]:
        """Properties and required names of an object, its `allOf` parts included."""
        properties: Json = {}
        required: list[str] = []
        for part in raw.get("allOf", []):
            target = self.raw[schema_name(part["$ref"])] if "$ref" in part else part
            more, names = self.flatten(target)
            properties.update(more)
            required.extend(names)
        properties.update(raw.get("properties", {}))
        required.extend(raw.get("required", []))
        return properties, required

    def field(self, name: str, raw: Any, required: bool, pointer: str) -> Field:
        target = self.target(raw)
        description = raw.get("description") or (target or {}).get("description", "")
        return Field(
            wire=name,
            type=self.type(raw),
            required=required,
            description=description,
            pointer=pointer,
            read_only=bool(raw.get("readOnly")),
            clears="x-clear-with" in raw,
            clear_with=raw.get("x-clear-with"),
            evidence=raw.get("x-evidence", ""),
            since=raw.get("x-woo-since", ""),
            until=raw.get("x-woo-until", ""),
            words=tuple(_words(raw, members(target))),
            default=raw.get("default"),
            has_default="default" in raw,
            limits=tuple(self.limits(raw)),
            deprecated=bool(raw.get("deprecated")),
            became=raw.get("x-became", ""),
            note=raw.get("x-became-note", ""),
            parent=bool(raw.get("x-parent")),
            not_kept=not_kept(raw),
        )

    def limits(self, raw: Any, *, each: bool = False, seen: frozenset[str] = frozenset()) -> Iterator[Limit]:
        """What a value keeps to beyond its type, in any of its forms, and what the values in it keep to."""
        if not is_map(raw) or raw.get("maxItems") == 0:
            return  # an empty list, which is a type of its own
        if not _LIMITS.isdisjoint(raw):
            yield from (Limit(word, raw[word], each) for word in LIMITS if word in raw and raw[word] is not False)
        if _INSIDE.isdisjoint(raw) or "properties" in raw or "allOf" in raw:
            return  # fields tell theirs themselves
        ref = str(raw.get("$ref", ""))
        target = self.target(raw) if ref not in seen else None
        if target is not None and not ("properties" in target or "allOf" in target):
            yield from self.limits(target, each=each, seen=seen | {ref})
        for part in raw.get("anyOf", ()):
            yield from self.limits(part, each=each, seen=seen)
        for part in (raw.get("items"), raw.get("additionalProperties")):
            yield from self.limits(part, each=True, seen=seen)

    def target(self, raw: Any) -> Json | None:
        ref = raw.get("$ref") if is_map(raw) else None
        return self.raw.get(schema_name(ref)) if isinstance(ref, str) else None

    def type(self, raw: Any) -> Type:
        """The type of a schema: of what it refers to or is made of, else what its own keywords say."""
        if "x-raw" in raw:
            return Scalar("any")
        if "$ref" in raw:
            name = schema_name(raw["$ref"])
            return Reference(name) if self.is_object(name) else self.alias(name)
        if "anyOf" in raw:
            return union([self.type(s) for s in raw["anyOf"]])
        if "allOf" in raw:
            return self.type(raw["allOf"][0])
        kinds = raw.get("type")
        if is_list(kinds):
            return union([self.type({**raw, "type": k}) for k in kinds])
        return self.single(raw, kinds)

    def single(self, raw: Json, kind: Any) -> Type:
        """The type of a schema that stands for itself and has one `type`, or none."""
        if kind == "null":
            return Null()
        if "const" in raw:
            return Enum((raw["const"],), open=False)
        if "enum" in raw or "x-known-values" in raw:
            return self.enum(raw, kind)
        if kind == "array":
            return EmptyList() if raw.get("maxItems") == 0 else ListOf(self.type(raw.get("items", {})))
        if kind == "object":
            more = raw.get("additionalProperties")
            return MapOf(self.type(more) if is_map(more) else Scalar("any"))
        return scalar(str(kind), str(raw.get("format", "")))

    def alias(self, name: str) -> Type:
        """A component that is no object, written out; one that contains itself is any JSON from there on."""
        if name in self.open_aliases:
            return Scalar("any")
        self.open_aliases.add(name)
        found = self.type(self.raw[name])
        self.open_aliases.discard(name)
        return found

    def enum(self, raw: Json, kind: Any) -> Type:
        opened = "x-known-values" in raw
        values = raw["x-known-values"] if opened else raw["enum"]
        matching = tuple(v for v in values if v is not None and is_type(v, [kind]))
        return Enum(matching, opened) if matching else self.type({"type": kind})


def _words(*parts: Json) -> Iterator[WordReleases]:
    """The releases of the words that a field, what it refers to, or each item of its list, can hold."""
    for part in (*parts, *(one["items"] for one in parts if "items" in one)):
        for word, said in part["x-woo-words"].items() if "x-woo-words" in part else ():
            yield WordReleases(word, said.get("since", ""), said.get("until", ""))


def _shown(properties: Json, named: list[str]) -> list[str]:
    """The fields among `named` ones, or the first few; none that is a secret."""
    open_ones = [name for name, field in properties.items() if field.get("x-secret") is not True]
    return [name for name in named if name in open_ones] or open_ones[:_FIRST]


def _secrets(properties: Json) -> Iterator[Secret]:
    for name, field in properties.items():
        for other, word in members(field.get("x-secret")).items():
            yield Secret(name, other, word)


def _row(raw: Any) -> Row | None:
    return Row(raw.get("remove", ""), tuple(raw.get("keep", ()))) if is_map(raw) else None


def _page_limit(query: Sequence[Field]) -> int:
    most = [limit.value for f in query if f.wire == "per_page" for limit in f.limits if limit.word == "maximum"]
    return int(most[0]) if most and most[0] < WHOLE_PAGE else 0
