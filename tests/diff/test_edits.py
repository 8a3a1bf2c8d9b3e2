"""Edits of descriptions, and what `woospec diff` has to say of each: these rules, and no other."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

import yaml_text
from woospec.diff.changes import collected
from woospec.diff.operations import compare
from woospec.diff.rules import RULES

_HERE = Path(__file__).parent


def _read(name: str) -> Any:
    return yaml_text.load((_HERE / name).read_text("utf-8"))


BASE, EDITS = _read("base.yaml"), _read("edits.yaml")


def _parent(document: Any, pointer: str) -> tuple[Any, str]:
    *way, last = [key.replace("~1", "/") for key in pointer.split("/")[1:]]
    for key in way:
        document = document[_key(document, key)]
    return document, last


def _key(parent: Any, last: str) -> Any:
    return int(last) if isinstance(parent, list) else last


def _set(document: Any, pointer: str, value: Any) -> None:
    parent, last = _parent(document, pointer)
    if last == "-":
        parent.append(value)
    else:
        parent[_key(parent, last)] = value


def _remove(document: Any, pointer: str) -> Any:
    parent, last = _parent(document, pointer)
    return parent.pop(_key(parent, last))


def _edited(edit: dict[str, Any]) -> tuple[Any, Any]:
    """The document before and after an edit."""
    old = copy.deepcopy(BASE)
    new = copy.deepcopy(BASE)
    for pointer, value in edit.get("before", {}).items():
        _set(old, pointer, value)
    for source, target in edit.get("move", {}).items():
        _set(new, target, _remove(new, source))
    for pointer, value in edit.get("set", {}).items():
        _set(new, pointer, copy.deepcopy(value))
    for pointer in edit.get("remove", ()):
        _remove(new, pointer)
    for name, other in edit.get("refer", {}).items():
        new = yaml_text.load(yaml.safe_dump(new).replace(f"schemas/{name}", f"schemas/{other}"))
    return old, new


@pytest.mark.parametrize("edit", EDITS, ids=[edit["edit"] for edit in EDITS])
def test_an_edit_is_judged_as_a_maintainer_would(edit: dict[str, Any]) -> None:
    old, new = _edited(edit)
    assert sorted({change.found.rule for change in collected(compare(old, new))}) == sorted(edit["rules"])


def test_every_rule_of_the_wire_has_an_edit() -> None:
    shown = {rule for edit in EDITS for rule in edit["rules"]}
    of_whole_specs = {"version-added", "version-removed"}
    assert {rule.id for rule in RULES.values() if rule.side != "python"} - of_whole_specs == shown


def test_a_change_tells_the_operations_that_it_reaches() -> None:
    old, new = _edited({"remove": ["/components/schemas/Thing/properties/name"]})
    (change,) = collected(compare(old, new))
    assert change.found.at == "Thing.name"
    assert change.operations == ["things.list", "things.create", "things.get"]
    assert change.found.before == "/components/schemas/Thing/properties/name"


def test_names_of_operations_without_an_id_are_method_and_path() -> None:
    old, new = _edited({"remove": ["/paths/~1things~1{id}"]})
    del old["paths"]["/things/{id}"]["get"]["operationId"]
    (change,) = collected(compare(old, new))
    assert change.operations == ["GET /things/{id}"]


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("other.yaml#/Thing", "bundle it into one file first"),
        ("#/components/schemas/None", "leads nowhere"),
        ("#/components/responses/Missing", "leads back to itself"),
    ],
)
def test_a_reference_that_cannot_be_followed_is_named(reference: str, message: str) -> None:
    _, new = _edited({"set": {"/components/responses/Missing": {"$ref": reference}}})
    with pytest.raises(ValueError, match=message):
        list(compare(BASE, new))
