"""Parts of the rules by themselves: what they do where an earlier rule lets nothing through to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specs import BASE, ROOT, THINGS, graph_of, make
from woospec.families import Version, family_of_version
from woospec.known import Known
from woospec.load import Node, Spec, SpecFile, load
from woospec.problems import Problems
from woospec.resolve import Graph
from woospec.rules.answers import _properties
from woospec.rules.described import described_at
from woospec.rules.examples import check_left_over
from woospec.rules.explain import Complaint, complaints
from woospec.rules.fields import limit_rule
from woospec.rules.house import HouseRules
from woospec.rules.placement import _places
from woospec.rules.shape import Shape, faults
from woospec.rules.shapes import OPERATION, ROOT_FILE
from woospec.rules.sites import Site
from woospec.rules.standard import Fault, _follow, standard_faults
from woospec.select import Bundle
from woospec.store import Store
from woospec.validate import Validation, _is_written, collect, tell_standard

_FILE = SpecFile("a.yaml", "a: [1, {b/c: 2}]\n", {"a": [1, {"b/c": 2}]})


def bundle_of(schemas: dict[str, Any], origins: dict[str, Node] | None = None) -> Bundle:
    about = Version("v3", family_of_version("v3"), "v3", "v3", "/v3", ())
    return Bundle(about, {"components": {"schemas": schemas}, "paths": {}}, origins or {})


def test_fields_of_parts_are_fields_of_the_whole() -> None:
    """A part that is written out, and parts that are made of one another, which `check_circles` refuses."""
    whole = {"allOf": [{"properties": {"a": {}}}, {"$ref": "#/components/schemas/B"}, 5], "properties": {"c": {}}}
    part = {"allOf": [{"$ref": "#/components/schemas/B"}, {"$ref": "#/components/schemas/A"}], "properties": {"b": {}}}
    assert _properties(bundle_of({"A": whole, "B": part}), whole, set()) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("pointer", "there"),
    [("", True), ("/a", True), ("/a/0", True), ("/a/1/b~1c", True), ("/b", False), ("/a/2", False), ("/a/00", False),
     ("/a/0/b", False), ("/a/-1", False)],
)  # fmt: skip
def test_what_is_written_in_a_file(pointer: str, there: bool) -> None:
    assert bool(_is_written(Node(None, _FILE, pointer))) is there


def test_faults_of_what_is_made_are_told_once_and_those_of_what_is_written_each() -> None:
    origins = {"/components/schemas/A": Node(None, _FILE, "/a"), "/components/schemas/B": Node(None, _FILE, "/gone")}
    written, made = (Fault("x", f"/components/schemas/{name}", text) for text, name in (("first", "A"), ("made", "B")))
    for found, told in (
        ([made, written, Fault("x", "/components/schemas/A/1", "second")], ["first", "second"]),
        ([made, Fault("x", "/components/schemas/B", "made too")], ["made"]),
    ):
        problems = Problems()
        tell_standard(problems, bundle_of({}, origins), found)
        assert [problem.message for problem in problems] == told


@pytest.mark.parametrize(("read", "told"), [("things.get", []), ("things.got", ["no operation is called things.got"])])
def test_what_is_delivered_is_read_by_an_operation(read: str, told: list[str], tmp_path: Path) -> None:
    text = (BASE / ROOT).read_text(encoding="utf-8")
    delivery = f"deliveries:\n  thing: {{read: {read}, events: {{created: {{}}}}}}\nresources:\n"
    problems = collect(make(tmp_path, {ROOT: text.replace("resources:\n", delivery, 1)}))
    assert [problem.message for problem in problems] == told


def test_what_nothing_else_is_said_of_is_refused() -> None:
    """Two validators judge: the quick one may refuse what the one that explains lets through."""
    assert complaints({}, 5, {}) == [Complaint((), "it is refused", "compare it with the schema")]


def test_of_several_forms_the_one_that_comes_nearest_is_explained() -> None:
    """Nearest is the one with fewest fields that are unknown or missing, taken together."""
    closed = {"type": "object", "properties": {"a": {}}, "additionalProperties": False}
    far = {"type": "object", "required": ["b", "c"], "properties": {"a": {}, "x": {}}}
    for forms in ([closed, far], [far, closed]):
        (found,) = complaints({"anyOf": forms}, {"a": 1, "x": 1}, {})
        assert (found.path, found.message) == (("x",), "x is not described")


def test_a_field_is_described_where_it_is_written() -> None:
    """In the schema of its own, else in the one that is read, else where it should stand."""
    read = {"properties": {"a": {}, "b": {}}}
    made = {"x-writes": "A", "properties": {"b": {}}}
    file = SpecFile("s.yaml", "", {"A": read, "ACreate": made})
    origins = {f"/components/schemas/{name}": Node(value, file, f"/{name}") for name, value in file.data.items()}
    schemas = {"A": read, "ACreate": {"properties": {"a": {}, "b": {}}}}
    found = {
        name: described_at(bundle_of(schemas, origins), {"$ref": "#/components/schemas/ACreate"}, (name,))
        for name in ("a", "b", "c")
    }
    assert {name: node and node.pointer for name, node in found.items()} == {
        "a": "/A/properties/a", "b": "/ACreate/properties/b", "c": "/A/properties/c",
    }  # fmt: skip


def test_what_the_parts_of_a_root_need() -> None:
    root = {
        "openapi": "3.1.0", "info": {}, "x-versions": {"v3": {}}, "servers": [{"variables": {"host": {}}}],
        "resources": [], "conditions": {"calm": {"before": {}}}, "x-fields": {}, "deliveries": {"thing": {}},
    }  # fmt: skip
    told: dict[str, list[str]] = {}
    for fault in faults(root, ROOT_FILE):
        told.setdefault("/".join(map(str, reversed(fault.path))), []).append(fault.message.rpartition(" ")[2])
    assert told == {
        "info": ["title"],
        "x-versions/v3": ["path", "title", "door"],
        "servers/0": ["url"],
        "servers/0/variables/host": ["default"],
        "conditions/calm": ["says", "asks", "unmet"],
        "conditions/calm/before": ["field", "release", "since"],
        "x-fields": ["name", "description"],
        "deliveries/thing": ["read", "events"],
    }
    assert sorted(fault.message.rpartition(" ")[2] for fault in faults({}, ROOT_FILE)) == [
        "info", "openapi", "resources", "servers", "x-versions",
    ]  # fmt: skip


def test_a_list_of_anything_may_hold_anything() -> None:
    assert faults([1, "a", {"b": []}], Shape("a list", frozenset({list}))) == []


def test_what_an_operation_needs() -> None:
    operation = {"requestBody": {}, "x-batch": {}, "x-store-defects": [{}]}
    told = {
        (fault.path[0] if fault.path else "", fault.message.rpartition(" ")[2])
        for fault in faults(operation, OPERATION)
    }
    assert told == {
        ("", "operationId"), ("", "responses"), ("requestBody", "content"), ("x-batch", "item"), ("x-batch", "limit"),
        (0, "answers"), (0, "what"), (0, "seen"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "schema", "told"),
    [
        ("minLength", {"type": "string", "minLength": 3, "maxLength": 3}, ""),
        ("minLength", {"type": "string", "minLength": 4, "maxLength": 3}, "minLength 4 is above maxLength 3"),
        ("maxLength", {"type": "string", "minLength": 4, "maxLength": 3}, ""),
        ("minLength", {"type": "string", "minLength": 4, "maxLength": "3"}, ""),
        ("minimum", {"type": ["integer", "null"], "minimum": 3}, ""),
        ("minimum", {"type": "number", "minimum": 3}, ""),
        ("minimum", {"type": "string", "minimum": 3}, "minimum on string"),
        ("maxItems", {"type": ["string", "null"], "maxItems": 3}, "maxItems on string or null"),
        ("uniqueItems", {"type": "object", "uniqueItems": True}, "uniqueItems on object"),
        ("minProperties", {"minProperties": 3}, "minProperties on no type"),
        ("minProperties", {"minProperties": 3, "x-writes": "Thing"}, ""),
        ("minProperties", {"type": "objekt", "minProperties": 3}, ""),
    ],
)
def test_limits_stand_where_they_count_something(word: str, schema: dict[str, Any], told: str) -> None:
    """What is derived from a schema has its type; a type that is none is told as such."""
    file, problems = SpecFile("a.yaml", "", {"A": schema}), Problems()
    house = HouseRules(Graph(Spec({})), problems, Spec({}))
    limit_rule(word)(house, Site(schema, file, ("A", ()), "named"), schema[word])
    assert "".join(problem.message for problem in problems) == told


def test_what_took_the_place_of_something_is_said_of_what_has_a_name() -> None:
    field = {"type": "array", "items": {"type": "string"}, "x-write": {"type": "string"}}
    data = {"A": {"type": "object", "properties": {"a": field}}}
    spec = Spec({"common/schemas.yaml": SpecFile("common/schemas.yaml", "", data)})
    places = {where("x").pointer: named for _, where, named in _places(HouseRules(Graph(spec), Problems(), spec))}
    assert places == {
        "/A/x": True, "/A/properties/a/x": True, "/A/properties/a/x-write/x": True, "/A/properties/a/items/x": False,
    }  # fmt: skip


@pytest.mark.parametrize("known", [True, False])
def test_what_is_known_to_be_whole_is_not_made_again(known: bool) -> None:
    problems = Problems()
    validation = Validation(load(BASE, problems), problems, Store())
    assert validation.known == {}
    validation.known = {"v3": Known(b"")} if known else {}
    validation.begin()
    assert not problems
    assert list(validation.bundles) == ([] if known else ["v3"])


@pytest.mark.parametrize(("sent", "fits"), [("null", True), ("5", False)])
def test_examples_are_judged_beside_and_nothing_is_told(sent: str, fits: bool, tmp_path: Path) -> None:
    """A fork is asked whether all is in order. If it is not, the run itself finds out what is wrong."""
    text = (BASE / THINGS / "examples.yaml").read_text(encoding="utf-8")
    text = text.replace("request: {sold_on: null}", f"request: {{sold_on: {sent}}}")
    problems = Problems()
    validation = Validation(load(make(tmp_path, {f"{THINGS}/examples.yaml": text}), problems), problems, Store())
    validation.begin()
    validation.name()
    assert (validation.is_fit(), len(problems)) == (fits, 0)
    validation.judge()
    assert len(problems) == (0 if fits else 1)


@pytest.mark.parametrize(("whole", "told"), [({""}, ["no operation of this folder is called things.put"]), (set(), [])])
def test_an_example_of_no_operation_is_told_where_all_operations_are_known(
    whole: set[str], told: list[str], tmp_path: Path
) -> None:
    name = f"{THINGS}/examples.yaml"
    text = (BASE / name).read_text(encoding="utf-8") + "things.put: {response: {}}\n"
    graph, problems = graph_of(tmp_path, {name: text})
    check_left_over(HouseRules(graph, problems, graph.spec, whole))
    assert [problem.message for problem in problems] == told


@pytest.mark.parametrize(
    ("path", "found"),
    [([], {"a": [1, 2]}), (["a", 0], 1), (["a", 1], 2), (["a", 2], None), (["b"], None), (["a", "0"], None),
     (["a", 0, 0], None)],
)  # fmt: skip
def test_a_way_that_leads_nowhere_finds_nothing(path: list[Any], found: Any) -> None:
    assert _follow({"a": [1, 2]}, path) == found


def test_the_standard_judges_parameters_and_answers_each_once() -> None:
    """The same object may stand at several places, as it does where a reference was followed."""
    shared = {"name": "a", "in": "query", "schema": {"type": "integer", "default": "x"}}
    answer = {"description": "All.", "content": {"application/json": {"schema": {"type": "integer", "default": "y"}}}}
    operation = {"operationId": "a", "parameters": [shared], "responses": {"200": answer}}
    paths = {"/a": {"get": operation}, "/b": {"get": {**operation, "operationId": "b"}}}
    found = standard_faults({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": paths})
    assert sorted((fault.pointer, fault.message) for fault in found) == [
        ("/paths/~1a/get/parameters/0/schema/default", "'x' is not of type 'integer'"),
        ("/paths/~1a/get/responses/200/content/application~1json/schema/default", "'y' is not of type 'integer'"),
    ]
