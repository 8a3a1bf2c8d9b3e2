"""What every rule is given: the graph, where problems go, and a short way to report one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from woospec.families import Family, families, family_of_file
from woospec.kinds import is_map, members
from woospec.load import Node, Spec, SpecFile, view
from woospec.pointers import escape, nearest_change, unescape
from woospec.problems import Place, Problems
from woospec.resolve import Graph
from woospec.rules.shape import node_at
from woospec.rules.sites import Site, files_of, sites
from woospec.select import METHODS, Bundle

Json = dict[str, Any]
ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+\Z")
SCHEMAS, PARAMETERS = "#/components/schemas/", "#/components/parameters/"


@dataclass
class HouseRules:
    """The spec under judgement, without files in which a fault was found."""

    graph: Graph
    problems: Problems
    #: The files to be judged; those of trees that are known to be whole are not among them.
    spec: Spec
    #: Trees in which nothing was found so far; only in these something is said about what is not there.
    whole: set[str] = field(default_factory=set[str])
    #: Examples of no operation, by folder.
    unnamed: dict[str, list[Node]] = field(default_factory=dict[str, list[Node]])

    @cached_property
    def sites(self) -> list[Site]:
        """Every schema as it is written."""
        return sites(self.spec)

    @cached_property
    def roots(self) -> list[SpecFile]:
        """The root files that could be read."""
        return [f for f in files_of(self.spec, "root") if is_map(f.data)]

    @cached_property
    def versions(self) -> list[str]:
        """The versions that the roots declare."""
        return [v.name for family in self.families.values() for v in family.versions]

    @cached_property
    def families(self) -> dict[str, Family]:
        """The families of versions by name."""
        return families(self.graph.spec)

    def family(self, file: SpecFile) -> Family | None:
        """The family that a file belongs to; None if nothing declares it."""
        return self.families.get(family_of_file(file.path))

    @cached_property
    def operations(self) -> list[SourceOperation]:
        """Every operation as it is written."""
        return list(_written(self.spec, self.families))

    def add(self, rule: str, message: str, *nodes: Node | Place, hint: str) -> None:
        """Report one problem."""
        self.problems.add(rule, message, *nodes, hint=hint)


class _Identified:
    """What the id of an operation tells."""

    __slots__ = ()
    raw: Json

    @property
    def id(self) -> str:
        """The operationId, empty if it has none."""
        found = self.raw.get("operationId")
        return found if isinstance(found, str) else ""

    @property
    def verb(self) -> str:
        """The last word of the id."""
        return self.id.rpartition(".")[2]

    @property
    def resource(self) -> str:
        """The id without its verb."""
        return self.id.rpartition(".")[0]


@dataclass(slots=True)
class SourceOperation(_Identified):
    """One operation as it is written, and the versions that it is for."""

    file: SpecFile
    path: str
    method: str
    raw: Json
    versions: frozenset[str]

    def node(self, *keys: str | int) -> Node:
        """Where the operation, or what is below it, stands."""
        return node_at(self.file, (*reversed(keys), self.method, self.path, "paths"))


def _written(spec: Spec, known: dict[str, Family]) -> Iterator[SourceOperation]:
    for file in files_of(spec, "paths"):
        family = known.get(family_of_file(file.path))
        for path, item in members(members(file.data).get("paths")).items():
            for method in METHODS:
                raw = members(item).get(method)
                if is_map(raw):
                    steps = family.steps if family else ()
                    versions = frozenset(s for s in steps if family and family.serves(item, raw, s))
                    yield SourceOperation(file, path, method, raw, versions)


@dataclass(slots=True)
class BundledOperation(_Identified):
    """One operation of a bundle."""

    path: str
    method: str
    raw: Json
    bundle: Bundle
    at: str
    #: (parameter, pointer of where it is listed), the path's own parameters first.
    parameters: list[tuple[Json, str]] = field(default_factory=list[tuple[Json, str]])

    def node(self, *keys: str | int) -> Node:
        """Where the operation, or what is below it, stands in the spec."""
        below = "".join(f"/{escape(str(k))}" for k in keys)
        return spot(self.bundle, self.at + below)

    def success(self) -> tuple[str, Json] | None:
        """Status and content schema of the first 2xx answer, if it has one."""
        for status, response in self.raw.get("responses", {}).items():
            if str(status).startswith("2"):
                schema = answer_schema(response)
                return (status, schema) if schema is not None else None
        return None


def answer_schema(response: Json) -> Json | None:
    """The JSON schema of a response, or None."""
    schema = response.get("content", {}).get("application/json", {}).get("schema")
    return schema if is_map(schema) else None


def spot(bundle: Bundle, pointer: str) -> Node:
    """The spec node for a pointer of the bundle, good for showing a place; what an overlay changed there if one did."""
    node, rest = bundle.origin(pointer) or (bundle.origins["/info"]._replace(pointer=""), "")
    change = nearest_change(bundle.changes, pointer) if bundle.changes and not node.file.shown else None
    if change is not None:
        return Node(None, view(change, node.file.path).file, change.pointer)
    return Node(None, node.file, node.pointer + rest)


def operations(bundle: Bundle) -> list[BundledOperation]:
    """Every operation of a bundle, in order, with its parameters looked up."""
    known = bundle.document["components"]["parameters"]
    found: list[BundledOperation] = []
    for path, item in bundle.document["paths"].items():
        at = f"/paths/{escape(path)}"
        shared = [(p, f"{at}/parameters/{i}") for i, p in enumerate(item.get("parameters", []))]
        for method in METHODS:
            if method in item:
                raw = item[method]
                op = BundledOperation(path, method, raw, bundle, f"{at}/{method}")
                own = [(p, f"{op.at}/parameters/{i}") for i, p in enumerate(raw.get("parameters", []))]
                op.parameters = [(p, where) for given, where in (*shared, *own) if (p := _looked_up(given, known))]
                found.append(op)
    return found


def _looked_up(parameter: Any, known: Json) -> Json:
    if not is_map(parameter):
        return {}
    ref = parameter.get("$ref")
    found = known.get(unescape(ref.removeprefix(PARAMETERS)), {}) if isinstance(ref, str) else parameter
    return found if is_map(found) else {}


def component(bundle: Bundle, schema: Any) -> tuple[str, Json] | None:
    """Name and schema of the component that `schema` refers to."""
    ref = schema.get("$ref") if is_map(schema) else None
    if not isinstance(ref, str) or not ref.startswith(SCHEMAS):
        return None
    name = unescape(ref.removeprefix(SCHEMAS))
    found = bundle.document["components"]["schemas"].get(name)
    return (name, found) if is_map(found) else None
