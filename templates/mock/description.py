"""An API version as its flat document tells of it: operations, parameters, schemas. Never change what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from wooclient._runtime import documents
from wooclient._versions import VERSIONS

from .kinds import is_list, is_map
from .releases import is_in, numbers

Json = dict[str, Any]


#: What a parameter says of itself beside its schema.
_OUTSIDE = ("description", "x-woo-since", "x-woo-until")


class Operation:
    """One method of one route. What only few requests need is worked out when the first of them comes."""

    def __init__(self, description: Description, path: str, method: str, item: Json) -> None:
        self._description, self._item = description, item
        self._raw: Json = item[method]
        self.id: str = self._raw["operationId"]
        #: The resource, which is the id without its last word, and that word.
        self.kind, _, self.verb = self.id.rpartition(".")
        self.method = method.upper()
        self.path = path
        self.paging: str = self._raw.get("x-paging", "")
        self.errors: Json = self._raw.get("x-errors", {})
        #: What stores of some releases are known to do wrong here.
        self.defects: list[Json] = self._raw.get("x-store-defects", [])
        #: The release of WooCommerce that brought it, and the first without it, as numbers; empty for none.
        self.since, self.until = (numbers(self._raw.get(f"x-woo-{end}", "")) for end in ("since", "until"))
        #: Whether an overlay brought it.
        self.is_added = "x-overlay" in self._raw
        status, self._answer = documents.success_of(self._raw)
        self.status = int(status)
        self.headers: Json = self._raw["responses"][status].get("headers", {})
        self._lacking: dict[tuple[int, ...], frozenset[str]] = {}

    @property
    def answer(self) -> Json:
        """The schema of what it answers."""
        found: Json = self._answer.get("schema", {})
        return found

    @property
    def item(self) -> str:
        """The name of the schema of an item of the answer; empty if there is none."""
        schema = self.answer
        return name_of(schema.get("$ref") or schema.get("items", {}).get("$ref", ""))

    @cached_property
    def args(self) -> Json:
        """Parameters of path and query: their schema, and `in` and `required`."""
        found: Json = {}
        for told in documents.parameters_of(self._description.document, self._item, self._raw):
            about = {word: told[word] for word in _OUTSIDE if word in told}
            schema = _closed(self._description.resolve(told["schema"]))
            found[told["name"]] = {"in": told["in"], "required": told.get("required", False), **schema, **about}
        return found

    @cached_property
    def _body(self) -> Json:
        return self._description.resolve(documents.content_of(self._raw.get("requestBody", {})).get("schema", {}))

    @cached_property
    def body(self) -> Json:
        """Fields of the request body by name: their schema."""
        return self._description.properties(self._body)

    @property
    def required(self) -> tuple[str, ...]:
        """The fields without which a request is refused."""
        return tuple(self._body.get("required", ()))

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields that an item of the answer has, as the example shows them."""
        example = self._answer.get("example")
        first = example[0] if is_list(example) and example else example
        return tuple(first) if is_map(first) else ()

    @cached_property
    def parameters(self) -> Json:
        """Parameters and fields by name, where both have a name the parameter. What a batch holds is not among them."""
        return self.args if self.verb == "batch" else {**self.body, **self.args}

    @cached_property
    def demanded(self) -> tuple[str, ...]:
        """The parameters and fields without which a request is refused."""
        return (*[n for n, arg in self.args.items() if arg.get("required") and arg["in"] != "path"], *self.required)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all parameters and fields."""
        return frozenset((*self.args, *self.body))

    @cached_property
    def defaults(self) -> Json:
        """The values of parameters, and of fields of something new, that are not sent."""
        known = (*self.args.items(), *(self.body.items() if self.verb == "create" else ()))
        return {name: said["default"] for name, said in known if "default" in said}

    def lacking(self, release: tuple[int, ...]) -> frozenset[str]:
        """The names of the parameters and fields that a release does not have."""
        if release not in self._lacking:
            parts = (self.args, self.body)
            self._lacking[release] = frozenset(n for part in parts for n in part if not is_in(part[n], release))
        return self._lacking[release]

    @property
    def methods(self) -> tuple[str, ...]:
        """The HTTP methods that the store takes for it: all of PUT, POST and PATCH change an item."""
        if self.method == "PUT" or self.verb in ("batch", "bulk"):
            return ("POST", "PUT", "PATCH")
        return (self.method,)

    def is_in(self, release: tuple[int, ...]) -> bool:
        """Whether a release has it; one that is not known has all."""
        return not release or (self.since <= release and not (self.until and self.until <= release))

    @property
    def writes(self) -> bool:
        """Whether it changes anything."""
        return self.method != "GET"


#: The fields of an object, or of the items of a list, each with the form of its value; None: whatever comes.
Form = dict[str, "Form"] | None


def pruned(form: Form, value: Any, newer: Form = None) -> Any:
    """A value without the fields that its form does not have.

    With a newer form, fields that this does not have either stay: they are a plugin's, and in every version.
    """
    if form is None:
        return value
    if is_list(value):
        return [pruned(form, item, newer) for item in value]
    if is_map(value):
        return {
            # Most values hold no others; calls for them would take longer than all the rest.
            name: pruned(form.get(name), inner, (newer or {}).get(name)) if isinstance(inner, dict | list) else inner
            for name, inner in value.items()
            if name in form or (newer and name not in newer)
        }
    return value


@dataclass(eq=False)
class Route:
    """A path and what can be done with it."""

    path: str
    first: Operation
    operations: dict[str, Operation] = field(default_factory=dict[str, Operation])

    @cached_property
    def regex(self) -> str:
        r"""The way WordPress writes the path: `/products/(?P<id>[\d]+)`."""
        return "" if self.path == "/" else _regex(self.first)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"{self.regex}/?", re.IGNORECASE)

    def match(self, path: str) -> dict[str, str] | None:
        """What a path says for the parameters; None if it is not of this route.

        A slash at its end and letter case do not matter.
        """
        if "{" in self.path:
            found = self._pattern.fullmatch(path)
            return None if found is None else found.groupdict()
        return {} if path.removesuffix("/").lower() == self.path.removesuffix("/").lower() else None

    @property
    def allow(self) -> str:
        """The `Allow` header."""
        return ", ".join(self.methods)

    @property
    def methods(self) -> list[str]:
        """The methods in WordPress's order."""
        return [m for m in ("GET", "POST", "PUT", "PATCH", "DELETE") if m in self.operations]


#: Where WordPress has its own API; other addresses belong to older ones.
_REST = "/wp-json/"


class Description:
    """One version: `wc/v3` and its like."""

    def __init__(self, version: str, document: Json) -> None:
        self.version = version
        self.document = document
        self.prefix = documents.prefix_of(document)
        self.schemas: Json = document["components"]["schemas"]
        self.operations = [Operation(self, *place) for place in documents.operations_of(document)]
        self.routes = self._routes()
        self.items: dict[str, str] = {}
        self._forms: dict[tuple[str, tuple[int, ...]], Form] = {}
        #: What the index tells of a route, by its path and the release, once somebody has asked.
        self.told: dict[tuple[str, tuple[int, ...]], Json] = {}
        #: Empty documents as JSON, by the id of an operation, once somebody has asked.
        self.blanks: dict[str, bytes] = {}
        for operation in self.operations:
            if operation.item and operation.verb in ("get", "create", "list"):
                self.items.setdefault(operation.kind, operation.item)

    @property
    def namespace(self) -> str:
        """`wc/v3`."""
        return self.prefix.removeprefix(_REST)

    @property
    def is_added(self) -> bool:
        """Whether overlays brought it, as a plugin's namespace."""
        return all(operation.is_added for operation in self.operations)

    def is_index(self, path: str) -> bool:
        """Whether a path is that of the index, which WordPress has for a plugin's namespace too."""
        return path.rstrip("/").lower() == self.prefix and "index.get" not in self.by_id

    @cached_property
    def by_id(self) -> dict[str, Operation]:
        """Operations by id."""
        return {operation.id: operation for operation in self.operations}

    @cached_property
    def by_path(self) -> dict[str, Route]:
        """Routes by path as the description writes it."""
        return {route.path: route for route in self.routes}

    @cached_property
    def _by_shape(self) -> dict[tuple[int, str], list[Route]]:
        found: dict[tuple[int, str], list[Route]] = {}
        for route in self.routes:
            found.setdefault(_shape(route.path), []).append(route)
        return found

    def routes_like(self, path: str) -> list[Route]:
        """The routes that a path below the prefix may belong to, in the order to try them in."""
        return self._by_shape.get(_shape(path), [])

    def resolve(self, schema: Json) -> Json:
        """A schema with its reference followed; what stands beside the reference wins."""
        reference = schema.get("$ref")
        if reference is None:
            return documents.folded(schema) if "anyOf" in schema else schema
        named = self.resolve(self.schemas[name_of(reference)])
        return named if len(schema) == 1 else {**named, **{k: v for k, v in schema.items() if k != "$ref"}}

    def properties(self, schema: Json) -> Json:
        """The fields of an object schema, references followed once."""
        found: Json = {}
        resolved = self.resolve(schema)
        for base in resolved.get("allOf", []):
            found.update(self.properties(base))
        for name, child in resolved.get("properties", {}).items():
            found[name] = self.resolve(child) if "$ref" in child or "anyOf" in child else child
        return found

    def form_of(self, operation: str, kind: str, release: tuple[int, ...] = ()) -> Form:
        """The fields that a thing has in what an operation of this version answers, in a release or in all."""
        name = (self.by_id[operation].item if operation in self.by_id else "") or self.items.get(kind, "")
        if (name, release) not in self._forms:
            found = self.form({"$ref": name}, release) if name else None
            whole = self.form_of(operation, kind) if release else found
            # One that lacks nothing is the same: then nothing has to be taken out of what is shown.
            self._forms[name, release] = whole if found == whole else found
        return self._forms[name, release]

    def form(self, schema: Json, release: tuple[int, ...] = (), inside: frozenset[str] = frozenset()) -> Form:
        """The fields that values of a schema have, in a release or in all; whatever comes where it holds itself."""
        name = name_of(schema.get("$ref", ""))
        if name in inside:
            return None
        inside |= {name} - {""}
        schema = self.resolve(schema)
        if "anyOf" in schema:
            options = [form for option in schema["anyOf"] if (form := self.form(option, release, inside)) is not None]
            return options[0] if len(options) == 1 else None
        if "items" in schema:
            return self.form(schema["items"], release, inside)
        if is_map(schema.get("additionalProperties")):
            return None
        fields = {name: child for name, child in self._own(schema).items() if is_in(child, release)}
        return {name: self.form(child, release, inside) for name, child in fields.items()} or None

    def _own(self, schema: Json) -> Json:
        """The fields of a schema as they are written, those that it joins included."""
        joined = [self._own(self.resolve(base)) for base in schema.get("allOf", [])]
        return {name: child for part in (*joined, schema.get("properties", {})) for name, child in part.items()}

    def _routes(self) -> list[Route]:
        """Routes, those with fewer parameters first, so that `/currencies/current` is not taken for a currency."""
        found: dict[str, Route] = {}
        for operation in self.operations:
            route = found.get(operation.path)
            if route is None:
                route = found[operation.path] = Route(operation.path, operation)
            for method in operation.methods:
                if method == operation.method or method not in route.operations:
                    route.operations[method] = operation
        return sorted(found.values(), key=lambda route: route.path.count("{"))


def name_of(reference: str) -> str:
    """The name of the schema that a reference leads to: `#/components/schemas/Coupon`, or the name itself."""
    return reference.rpartition("/")[2]


def words(schema: Json) -> list[Any]:
    """The values that are all there are; empty if there may be others."""
    found: list[Any] = [schema["const"]] if "const" in schema else schema.get("enum", [])
    return found


def _shape(path: str) -> tuple[int, str]:
    """How many segments a path has, and the first of them, which is never a parameter."""
    parts = path.strip("/").lower().split("/")
    return (len(parts), parts[0])


#: Words in paths that may be more, or less, than letters, digits and dashes.
_WORDS = {
    ("taxes.classes", "slug"): r"\w[\w\s\-]*",
    ("layout_templates", "id"): r"\w[\w\s\-]*",
    ("data.currencies", "currency"): r"[\w-]{3}",
    ("coupons", "code"): r"\w[\w\s\-]*",
    ("customers", "email"): r".+",
    ("products", "sku"): r"\w[\w\s\-]*",
}


def _closed(arg: Json) -> Json:
    """A parameter whose known values are all that a store takes: without plugins, there are no others."""
    arg = documents.folded(arg)
    found = dict(arg)
    if "x-known-values" in arg and "enum" not in arg:
        found["enum"] = arg["x-known-values"]
    if "items" in arg:
        found["items"] = _closed(arg["items"])
    return found


def _regex(operation: Operation) -> str:
    def group(match: re.Match[str]) -> str:
        name = match[1]
        number = operation.args[name].get("type") == "integer"
        words = r"[\d]+" if number else _WORDS.get((operation.kind, name), r"[\w-]+")
        return f"(?P<{name}>{words})"

    return re.sub(r"\{(\w+)\}", group, operation.path)


class Versions:
    """The versions that a store speaks. The data of each is read when somebody first asks for it."""

    def __init__(self) -> None:
        #: The name of each version below WordPress's own address, and where its routes begin.
        self.prefixes = {version.name: version.prefix for version in VERSIONS if version.prefix.startswith(_REST)}

    def named(self, name: str) -> Description:
        """One version."""
        return _load(name)

    @property
    def newest(self) -> Description:
        """The version that documents are stored in the form of."""
        return _load(next((version.name for version in VERSIONS if version.newest), VERSIONS[0].name))

    def at(self, path: str) -> Description | None:
        """The version that serves a path."""
        for name, prefix in self.prefixes.items():
            rest = path[len(prefix) : len(prefix) + 1]
            if path[: len(prefix)].lower() == prefix and rest in ("", "/"):
                return _load(name)
        return None

    def all(self) -> list[Description]:
        """Every version."""
        return [_load(name) for name in self.prefixes]


@cache
def _load(name: str) -> Description:
    """A version that the package has a document of; read once a process."""
    return Description(name, documents.document(name))
