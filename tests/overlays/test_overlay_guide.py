"""What OVERLAY.md says of the document that targets select in, and of what cannot be described, is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from building import BASE, PROJECT
from overlays.laying import laid, validated
from woospec.overlays.words import opened
from woospec.published.document import published

GUIDE = (PROJECT / "generator/OVERLAY.md").read_text("utf-8")
THING = {"schema": {"$ref": "#/components/schemas/Thing"}}
JSON = {"content": {"application/json": THING}}


def beyond(part: Any, other: Any) -> Iterator[str]:
    """The keys of a document that another one lacks at the same place."""
    if isinstance(part, dict):
        yield from part.keys() - other.keys()
        for key in part.keys() & other.keys() - {"example"}:
            yield from beyond(part[key], other[key])
    elif isinstance(part, list):
        for one, same in zip(part, other, strict=True):
            yield from beyond(one, same)


def test_targets_find_all_of_the_package_s_document_but_what_the_guide_names() -> None:
    bundle = validated(BASE).bundle("v3")
    found = set(beyond(published(bundle), opened(bundle.document)))
    text = GUIDE.partition("written in for other tools, which no target finds:")[2].partition("Open lists")[0]
    named = re.findall(r"`([^`]+)`", text)
    assert {key for key in found if not key.startswith(tuple(named))} == set()
    assert {"x-origin", "x-tagGroups"} <= found


@pytest.mark.parametrize(
    ("method", "operation", "says"),
    [
        ("patch", {"operationId": "boxes.patch", "responses": {"200": JSON}}, "no key patch"),
        ("delete", {"operationId": "boxes.delete", "responses": {"204": {}}}, "has no content"),
        ("get", {"operationId": "boxes.file", "responses": {"200": {"content": {"text/csv": {}}}}}, "no key text/csv"),
        (
            "post",
            {
                "operationId": "boxes.create",
                "requestBody": {"content": {"multipart/form-data": THING}},
                "responses": {"201": JSON},
            },
            "no key multipart/form-data",
        ),
        (
            "get",
            {
                "operationId": "boxes.get",
                "parameters": [{"name": "X-Box", "in": "header", "schema": {"type": "string"}}],
                "responses": {"200": JSON},
            },
            "a parameter in header",
        ),
        ("get", {"operationId": "boxes.get", "security": [], "responses": {"200": JSON}}, "no key security"),
        ("get", {"operationId": "boxes.list", "responses": {"200": JSON}}, "does not answer an array"),
        ("get", {"operationId": "boxes.get", "x-envelope": "box", "responses": {"200": JSON}}, "no key x-envelope"),
    ],
)
def test_what_cannot_be_described_is_refused(method: str, operation: Any, says: str, tmp_path: Path) -> None:
    found = [*laid(validated(BASE), tmp_path, {"target": "$.paths", "update": {"/boxes": {method: operation}}})]
    assert any(says in problem.message for problem in found), found


def test_shared_answers_cannot_be_added(tmp_path: Path) -> None:
    action = {"target": "$.components", "update": {"responses": {"Box": {"description": "B"}}}}
    found = [*laid(validated(BASE), tmp_path, action)]
    assert "/components/responses cannot be changed" in found[0].message


def test_an_object_with_a_list_inside_is_the_answer_of_another_verb(tmp_path: Path) -> None:
    page = {"type": "object", "properties": {"items": {"type": "array", "items": {"type": "string"}}}}
    answer = {"200": {"content": {"application/json": {"schema": page}}}}
    update = {"/boxes": {"get": {"operationId": "boxes.search", "responses": answer}}}
    assert not laid(validated(BASE), tmp_path, {"target": "$.paths", "update": update})


def test_a_field_that_never_lacks_is_required(tmp_path: Path) -> None:
    fields = {"target": "$.components.schemas['Thing','ThingCreate'].properties", "update": {"box": {"type": "string"}}}
    actions = [fields, {"target": "$.components.schemas.Thing.required", "update": "box"}]
    assert not laid(validated(BASE), tmp_path, *actions)
