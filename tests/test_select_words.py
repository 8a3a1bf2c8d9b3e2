"""What a version's document says beside paths and schemas: tags, fields to show, envelopes, defects of stores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specs import BASE, OLDER, ROOT, THINGS, V3, document, graph_of
from woospec.parse import parse
from woospec.select import _is_paths_file, select

PATHS = f"{THINGS}/paths.yaml"
TEXT = (BASE / PATHS).read_text(encoding="utf-8")
ANSWER = (
    '{description: A., responses: {"200": {description: One.,'
    " content: {application/json: {schema: {$ref: schemas.yaml#/Thing}}}}}, summary: A, operationId: "
)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("resources/things/paths.yaml", True),
        ("resources/things/paths-more.yaml", True),
        ("resources/things/schemas.yaml", False),
        ("resources/things/more-paths.yaml", False),
        ("resources/things/paths/more.yaml", False),
        ("resources/things/more/paths.yaml", False),
        ("resources/thing/paths.yaml", False),
        ("resources/things_paths/paths.yaml", False),
        ("legacy/resources/things/paths.yaml", False),
    ],
)
def test_which_files_of_a_folder_hold_paths(name: str, is_one: bool) -> None:
    assert _is_paths_file(name, "resources/things") is is_one


def test_paths_come_in_the_order_of_their_files(tmp_path: Path) -> None:
    """Those of paths.yaml first, then those of the files that are named after it."""
    more = {
        f"{THINGS}/paths-{word}.yaml": f"paths:\n  /{word}: {{get: {ANSWER}things.{word}}}}}\n" for word in ("b", "a")
    }
    paths = list(document(tmp_path, more)["paths"])
    assert paths == ["/things", "/things/{id}", "/things/batch", "/a", "/b"]


def test_tags_are_the_resources_of_the_version_and_what_they_stand_below(tmp_path: Path) -> None:
    """What is described and has no operation in a version is no tag of it; a parent may have none of its own.

    Of two files that describe a resource, the first one counts.
    """
    described = "  yard: What is outside.\n  things: Small things to look at.\n  crates: Old boxes.\n  yar: Nothing.\n"
    more = f"  /crates: {{x-until: v1, get: {ANSWER}crates.get}}}}\n  /gates: {{get: {ANSWER}yard.gates.get}}}}\n"
    text = TEXT.replace("  things: Small things to look at.\n", described) + more
    root = (BASE / ROOT).read_text(encoding="utf-8").replace(V3, V3 + OLDER)
    again = {f"{THINGS}/paths-more.yaml": "resources: {things: Told again., yard: Told again.}\n"}
    graph, problems = graph_of(tmp_path, {PATHS: text, ROOT: root, **again})
    found = {version: select(graph, version, problems) for version in ("v1", "v3")}
    assert not problems
    things, yard = ("things", "Small things to look at."), ("yard", "What is outside.")
    tags = {v: [(tag["name"], tag["description"]) for tag in bundle.document["tags"]] for v, bundle in found.items()}
    assert tags == {"v1": [yard, things, ("crates", "Old boxes.")], "v3": [yard, things]}
    assert [found["v3"].origins[f"/tags/{i}"].pointer for i in (0, 1)] == ["/resources/yard", "/resources/things"]


def test_the_root_names_the_fields_that_tell_most_of_an_object(tmp_path: Path) -> None:
    root = (BASE / ROOT).read_text(encoding="utf-8") + "x-shown: [size, code, name]\n"
    graph, problems = graph_of(tmp_path, {ROOT: root})
    bundle = select(graph, "v3", problems)
    assert bundle.document["x-shown"] == ["size", "code", "name"]
    shown = {schema.name: schema.shown for schema in parse(bundle).schemas}
    assert shown["Thing"] == ("size", "name")
    assert shown["ThingPart"] == ("label",), "an object without these shows its first ones"


def test_an_operation_says_nothing_that_the_description_does_not(tmp_path: Path) -> None:
    always = {"operationId", "summary", "description", "responses", "x-errors", "tags"}
    operations = {
        (method, path): set(operation) - always
        for path, item in document(tmp_path, {})["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }
    assert operations == {
        ("get", "/things"): {"parameters", "x-paging", "x-example-query"},
        ("post", "/things"): {"requestBody"},
        ("get", "/things/{id}"): set(),
        ("put", "/things/{id}"): {"requestBody"},
        ("post", "/things/batch"): {"requestBody", "x-batch"},
    }


@pytest.mark.parametrize(
    ("said", "kept", "request_key", "answer_key"),
    [
        ("thing", {"request": "thing", "response": "thing"}, "thing", "thing"),
        ("{response: thing}", {"response": "thing"}, None, "thing"),
        ("{request: thing}", {"request": "thing"}, "thing", None),
    ],
)
def test_what_stands_around_a_body(
    said: str, kept: dict[str, str], request_key: str | None, answer_key: str | None, tmp_path: Path
) -> None:
    text = TEXT.replace("operationId: things.update\n", f"operationId: things.update\n      x-envelope: {said}\n")
    operation = document(tmp_path, {PATHS: text})["paths"]["/things/{id}"]["put"]

    def key_of(content: dict[str, Any]) -> str | None:
        """The one key of a body that has an envelope."""
        schema = content["content"]["application/json"]["schema"]
        return next(iter(schema["properties"])) if "properties" in schema else None

    assert operation["x-envelope"] == kept
    assert key_of(operation["requestBody"]) == request_key
    assert key_of(operation["responses"]["200"]) == answer_key


@pytest.mark.parametrize(("version", "defects"), [("v1", "old"), ("v2", "old middle"), ("v3", "middle new")])
def test_defects_of_a_version_are_said_without_its_range(version: str, defects: str, tmp_path: Path) -> None:
    rest = 'since: "9.0", answers: [500 empty], seen: 9.0.1'
    old, middle = f"{{x-until: v2, what: old, {rest}}}", f"{{x-since: v2, x-until: v3, what: middle, {rest}}}"
    text = TEXT.replace(
        "operationId: things.get\n",
        f"operationId: things.get\n      x-store-defects: [{old}, {middle}, {{x-since: v3, what: new, {rest}}}]\n",
    )
    operation = document(tmp_path, {PATHS: text}, version)["paths"]["/things/{id}"]["get"]
    assert operation["x-store-defects"] == [
        {"what": what, "since": "9.0", "answers": ["500 empty"], "seen": "9.0.1"} for what in defects.split()
    ]


def test_the_head_of_a_version(tmp_path: Path) -> None:
    """Its own title and address, what the root says of all, and the places there to which its faults belong."""
    root = (BASE / ROOT).read_text(encoding="utf-8").replace(V3, V3 + OLDER)
    root = root.replace("url: https://{host}\n", "url: https://{host}/shop/\n")
    root += "x-fields: {name: only, description: Which.}\nconditions: {calm: {says: A., asks: /b, unmet: {}}}\n"
    graph, problems = graph_of(tmp_path, {ROOT: root})
    bundle = select(graph, "v2", problems)
    assert bundle.document["openapi"] == "3.1.0"
    assert bundle.document["security"] == [{"basic": []}]
    basic = {"type": "http", "scheme": "basic", "description": "Key and secret."}
    assert bundle.document["components"]["securitySchemes"] == {"basic": basic}
    assert bundle.document["x-fields"] == {"name": "only", "description": "Which."}
    assert bundle.document["x-conditions"] == {"calm": {"says": "A.", "asks": "/b", "unmet": {}}}
    said = {"version": "0.1.0", "description": "One resource, enough to show each fault."}
    assert bundle.document["info"] == {"title": "A small API, wc/v2", **said}
    host = {"default": "store.example", "description": "Host of the store."}
    server = {"url": "https://{host}/shop/wp-json/wc/v2", "description": "A store.", "variables": {"host": host}}
    assert bundle.document["servers"] == [server]
    places = {name: bundle.origin(f"/{name}/more") for name in ("info", "servers")}
    assert {name: found and (found[0].pointer, found[1]) for name, found in places.items()} == {
        "info": ("/info", "/more"),
        "servers": ("/servers", "/more"),
    }
