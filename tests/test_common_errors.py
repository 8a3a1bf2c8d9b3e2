"""Refusals that the root of a spec gives to every operation of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from specs import BASE, THINGS, document

COMMON = """
permissionErrors: {get: no_view, post: no_create, put: no_edit, batch: no_batch}
parameterErrors: {json: no_json, missing: lacking, invalid: faulty}
"""
LIST = "operationId: things.list\n"


def errors(tmp_path: Path, operation: str, old: str = "", new: str = "") -> dict[str, list[str]]:
    """The errors of an operation of the base, to whose root common ones are added."""
    text = (BASE / THINGS / "paths.yaml").read_text("utf-8")
    assert old in text
    root = (BASE / "woocommerce.yaml").read_text("utf-8") + COMMON
    files = {"woocommerce.yaml": root, f"{THINGS}/paths.yaml": text.replace(old, new, 1) if old else text}
    items = document(tmp_path, files)["paths"].values()
    found = [o for item in items for o in item.values() if isinstance(o, dict) and o["operationId"] == operation]
    assert found[0]["responses"].keys() >= found[0]["x-errors"].keys()
    assert not found[0].keys() & {"x-permission", "x-unchecked"}
    codes: dict[str, list[str]] = found[0]["x-errors"]
    return codes


@pytest.mark.parametrize(
    ("operation", "faulty"),
    [
        ("things.list", ["bad_param", "faulty"]),
        ("things.get", None),
        ("things.create", ["bad_param", "no_json", "lacking", "faulty"]),
        ("things.update", ["no_json", "faulty"]),
        ("things.batch", ["no_json"]),
    ],
)
def test_what_is_sent_says_which_checks_there_are(tmp_path: Path, operation: str, faulty: list[str] | None) -> None:
    assert errors(tmp_path, operation).get("400") == faulty


def test_a_parameter_that_must_be_sent(tmp_path: Path) -> None:
    found = errors(tmp_path, "things.list", "- name: size\n", "- name: size\n          required: true\n")
    assert found["400"] == ["bad_param", "lacking", "faulty"]


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ("things.list", "no_view"),
        ("things.create", "no_create"),
        ("things.update", "no_edit"),
        ("things.batch", "no_batch"),
    ],
)
def test_the_method_says_which_permission_is_asked_for(tmp_path: Path, operation: str, code: str) -> None:
    found = errors(tmp_path, operation)
    assert (found["401"], found["403"]) == (["bad_key", code], [code])


def test_an_operation_can_ask_for_another_permission(tmp_path: Path) -> None:
    found = errors(tmp_path, "things.list", LIST, f"{LIST}      x-permission: forbidden\n")
    assert (found["401"], found["403"]) == (["bad_key", "forbidden"], ["forbidden"])


def test_an_operation_can_be_open_to_all_and_check_nothing(tmp_path: Path) -> None:
    found = errors(tmp_path, "things.list", LIST, f"{LIST}      x-permission: none\n      x-unchecked: true\n")
    assert found == {"400": ["bad_param"], "401": ["bad_key"]}


def test_an_answer_of_its_own_stays(tmp_path: Path) -> None:
    own = '      responses:\n        "403": {description: Own.}\n'
    found = errors(tmp_path, "things.get", "      responses:\n", own)
    assert found["403"] == ["no_view"]
