"""What of a document is judged anew: all that changed, what refers to it, and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from negative_cases import FOLDER
from woospec.load import load
from woospec.problems import Problems
from woospec.references import References
from woospec.rules.standard import Fault
from woospec.store import Store
from woospec.unlike import marks, unlike
from woospec.validate import Validation

Json = dict[str, Any]
DOCUMENT: Json = {
    "info": {"title": "T", "description": "words"},
    "paths": {
        "/things": {"get": {"operationId": "things.get", "schema": {"$ref": "#/components/schemas/Thing"}}},
        "/others": {"get": {"operationId": "others.get", "parameters": [{"$ref": "#/components/parameters/page"}]}},
    },
    "components": {
        "schemas": {
            "Thing": {"type": "object", "properties": {"part": {"$ref": "#/components/schemas/Part"}}},
            "Part": {"type": "string", "description": "words", "default": 1},
        },
        "parameters": {"page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
        "securitySchemes": {"key": {"type": "http"}},
    },
}
ALL = {"/things", "/others"}


def judged(change: Callable[[Json], object]) -> set[str]:
    """The paths that are judged after a change."""
    other = copy.deepcopy(DOCUMENT)
    change(other)
    return set(unlike(References(other), marks(other), marks(DOCUMENT))["paths"])


def part(document: Json) -> Json:
    found: Json = document["components"]["schemas"]["Part"]
    return found


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        (lambda _: None, set()),
        (lambda d: part(d).update(description="other words"), {"/things"}),
        (lambda d: part(d).update(default=True), {"/things"}),
        (lambda d: part(d).update(default=1.0), {"/things"}),
        (lambda d: part(d).pop("description"), {"/things"}),
        (lambda d: d["components"]["schemas"]["Thing"].update(properties={}), {"/things"}),
        (lambda d: d["components"]["parameters"]["page"].update(required=True), {"/others"}),
        (lambda d: d["paths"]["/others"]["get"].update(operationId="things.get"), {"/others"}),
        (lambda d: d["paths"].update({"/more": {}}), {"/more"}),
        (lambda d: d["paths"].pop("/others"), set()),
        (lambda d: d["info"].update(title="U"), ALL),
        (lambda d: d["components"]["securitySchemes"]["key"].update(type="apiKey"), ALL),
        (lambda d: d["components"].update(headers={"X": {}}), set()),
    ],
)
def test_what_changed_is_judged_with_what_refers_to_it(change: Callable[[Json], object], paths: set[str]) -> None:
    assert judged(change) == paths


def test_without_an_earlier_document_all_of_it_is_judged() -> None:
    assert unlike(References(DOCUMENT), marks(DOCUMENT), None) is DOCUMENT


def test_a_part_holds_the_components_that_it_needs() -> None:
    other = copy.deepcopy(DOCUMENT)
    part(other)["type"] = "integer"
    found = unlike(References(other), marks(other), marks(DOCUMENT))
    assert found["components"] == {
        "schemas": other["components"]["schemas"],
        "parameters": {},
        "securitySchemes": DOCUMENT["components"]["securitySchemes"],
    }
    assert found["info"] == DOCUMENT["info"]


def test_references_in_examples_are_values_like_any_other() -> None:
    document = {"components": {"schemas": {"A": {"example": {"$ref": "#/components/schemas/B"}}, "B": {}}}}
    assert References(document).components == {"schemas/A": (), "schemas/B": ()}
    assert References(document).reached([{"x": {"$ref": "#/components/schemas/A"}}]) == {"schemas/A"}


def validated(store: Store, faults: list[Fault], asked: list[Json]) -> Problems:
    """The problems of the base if the standard's validation finds `faults`; `asked` gets what it was given."""

    def ask(document: Json) -> Callable[[], list[Fault]]:
        asked.append(document)
        return lambda: faults

    problems = Problems()
    validation = Validation(load(FOLDER / "base", problems, store), problems, store, standard=ask)
    validation.begin()
    validation.judge()
    validation.name()
    validation.finish()
    return problems


def test_what_is_known_to_be_whole_is_not_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Json] = []
    for _ in range(2):
        store = Store(tmp_path / "store")
        assert not validated(store, [], asked)
        store.save()
        assert len(asked) == 1
        # Nor is any example judged.
        monkeypatch.setattr("woospec.rules.examples.strict", None)


def test_a_run_with_a_problem_leaves_no_verdict() -> None:
    store, asked = Store(), list[Json]()
    for _ in range(2):
        assert [p.rule for p in validated(store, [Fault("X", "", "something is wrong")], asked)] == ["openapi"]
    assert asked[0] == asked[1], "all of it is judged again"
