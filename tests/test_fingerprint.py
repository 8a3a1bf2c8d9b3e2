"""Digests of what a verdict depends on: what changes them, what does not, and that a known verdict is used."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from negative_cases import FOLDER
from woospec.cache import Cache, Section
from woospec.fingerprint import Fingerprint, without_texts
from woospec.load import load
from woospec.problems import Problems
from woospec.resolve import resolve
from woospec.rules.standard import Fault
from woospec.validate import validate
from woospec.verdicts import spec_digest

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
            "Part": {"type": "string", "description": "words", "default": {"description": "a value"}},
        },
        "parameters": {"page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
    },
}


def changed(change: Callable[[Json], object]) -> tuple[set[str], bool]:
    """The paths whose digest a change alters, and whether that of the whole document does."""
    other = copy.deepcopy(DOCUMENT)
    change(other)
    before, after = Fingerprint(DOCUMENT, Section({})), Fingerprint(other, Section({}))
    return {p for p in before.paths if before.paths[p] != after.paths.get(p)}, before.whole != after.whole


def part(document: Json) -> Json:
    found: Json = document["components"]["schemas"]["Part"]
    return found


@pytest.mark.parametrize(
    ("change", "paths", "whole"),
    [
        (lambda d: part(d).update(description="other words"), set(), False),
        (lambda d: d["info"].update(description="other words"), set(), False),
        (lambda d: part(d).update(description=["no text"]), {"/things"}, True),
        (lambda d: part(d).pop("description"), {"/things"}, True),
        (lambda d: part(d)["default"].update(description="another value"), {"/things"}, True),
        (lambda d: part(d).update(type="integer"), {"/things"}, True),
        (lambda d: d["components"]["schemas"].pop("Part"), {"/things"}, True),
        (lambda d: d["components"]["schemas"]["Thing"].update(properties={}), {"/things"}, True),
        (lambda d: d["components"]["parameters"]["page"].update(required=True), {"/others"}, True),
        (lambda d: d["paths"]["/others"]["get"].update(operationId="things.get"), {"/others"}, True),
        (lambda d: d["info"].update(title="U"), set(), True),
        (lambda d: d["components"].update(schemas=[]), {"/things"}, True),
        (lambda d: d["components"].update(headers={}), set(), True),
    ],
)
def test_a_digest_changes_with_what_a_verdict_depends_on(
    change: Callable[[Json], object], paths: set[str], whole: bool
) -> None:
    assert changed(change) == (paths, whole)


def test_a_field_may_be_called_description() -> None:
    schema = {"properties": {"description": {"type": "string", "description": "words"}}}
    assert without_texts(schema) == {"properties": {"description": {"type": "string", "description": ""}}}


def test_equal_parts_have_one_digest_however_they_are_held() -> None:
    shared = {"type": "string"}
    one, two = {"a": shared, "b": shared}, {"a": {"type": "string"}, "b": {"type": "".join(["str", "ing"])}}
    fingerprint = Fingerprint(DOCUMENT, Section({}))
    assert fingerprint.own(one) == fingerprint.own(two)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("description: words", "description: other words", True),
        ("description: words", "description: ' '", False),
        ("description: words", "description: true", False),
        ("description: words", "description: [words]", False),
        ("description: words", "summary: words", False),
        ("summary: words", "summary: other words", False),
        ("default: {description: words}", "default: {description: other words}", False),
    ],
)
def test_of_a_spec_only_words_of_descriptions_do_not_count(
    tmp_path: Path, before: str, after: str, *, same: bool
) -> None:
    digests: list[str] = []
    for text in (before, after):
        (tmp_path / "common").mkdir(exist_ok=True)
        (tmp_path / "common" / "schemas.yaml").write_text(text, "utf-8")
        digests.append(spec_digest(load(tmp_path, Problems()), Section({})))
    assert (digests[0] == digests[1]) is same


def test_in_examples_every_word_counts(tmp_path: Path) -> None:
    (tmp_path / "resources" / "things").mkdir(parents=True)
    place, digests = tmp_path / "resources" / "things" / "examples.yaml", set[str]()
    for text in ("description: words", "description: other words"):
        place.write_text(text, "utf-8")
        digests.add(spec_digest(load(tmp_path, Problems()), Section({})))
    assert len(digests) == 2


def test_what_is_known_to_be_valid_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Json] = []

    def ask(document: Json) -> Callable[[], list[Fault]]:
        asked.append(document)
        return list

    for _ in range(2):
        cache, problems = Cache(tmp_path / "cache"), Problems()
        graph = resolve(load(FOLDER / "base", problems, cache), problems)
        bundles = validate(graph, problems, standard=ask, cache=cache)
        assert bundles
        assert not problems
        cache.save()
        assert len(asked) == len(bundles)
        # Nor is any example judged, nor the spec as it is written.
        monkeypatch.setattr("woospec.rules.examples.strict", None)
        monkeypatch.setattr("woospec.validate._WRITTEN", (None,))


def test_a_run_with_a_problem_leaves_no_verdict(tmp_path: Path) -> None:
    cache, problems = Cache(tmp_path / "cache"), Problems()
    graph = resolve(load(FOLDER / "base", problems, cache), problems)
    faults = [Fault("X", "", "something is wrong")]
    validate(graph, problems, standard=lambda _: lambda: faults, cache=cache)
    assert problems
    assert not cache.section("valid documents").known
    assert not cache.section("valid examples").known
