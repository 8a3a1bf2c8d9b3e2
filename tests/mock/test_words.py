"""The mock store refuses the words that a store without plugins refuses, and takes those that it takes."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

import bars
from mock.talk import code, read, send
from wooclient.mock import MockStore
from word_places import Json, Place, document, example, places, typos

NEW = ("v3", "v2", "v1")
#: Real stores do not look at this word.
_UNCHECKED = "generate_slug"
#: What a store has of these is its own affair.
_OF_THE_STORE = ("class", "tax_class")


def _lists(version: str) -> list[tuple[str, Place]]:
    """The words in queries of lists that stand below no other record, with their paths."""
    paths = _paths(version, "get")
    queries = (p for p in places(version) if p.part == "query" and p.steps[0] not in _OF_THE_STORE)
    found = ((paths.get(p.operation, "{"), p) for p in queries)
    return [(path, place) for path, place in found if "{" not in path and path != "/"]


def _paths(version: str, method: str) -> dict[str, str]:
    items = document(version)["paths"].items()
    return {item[method]["operationId"]: path for path, item in items if method in item}


@pytest.mark.parametrize("version", NEW)
def test_words_in_queries(store: MockStore, version: str) -> None:
    wrong: list[Any] = []
    checked = 0
    for path, place in _lists(version):
        for word in (*place.words, typos(place)[0]):
            query = urlencode({place.steps[0]: word})
            answer = send(store, "GET", f"/wp-json/wc/{version}{path}", query=query)
            expected = 200 if word in place.words else 400
            checked += 1
            wrong += [] if answer.status == expected else [(path, query, answer.status)]
    bars.least(f"words in queries to the mock store, {version}", checked)
    assert not wrong


@pytest.mark.parametrize("version", NEW)
def test_mistyped_words_in_bodies(store: MockStore, version: str) -> None:
    paths, checked = _paths(version, "post"), 0
    for place in (p for p in places(version) if p.part == "body" and len(p.steps) == 1 and p.operation in paths):
        if "{" in (path := paths[place.operation]) or place.steps[0] == _UNCHECKED:
            continue
        body: Json = {**example(version, place.operation), place.steps[0]: typos(place)[0]}
        answer = send(store, "POST", f"/wp-json/wc/{version}{path}", body)
        assert code(answer) == (400, "rest_invalid_param"), (place, read(answer))
        assert read(answer)["data"]["details"][place.steps[0]]["code"] == "rest_not_in_enum"
        checked += 1
    bars.least(f"mistyped words in bodies to the mock store, {version}", checked)
