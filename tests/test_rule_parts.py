"""Parts of the rules by themselves: what they do where an earlier rule lets nothing through to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specs import BASE, ROOT, make
from woospec.families import Version, family_of_version
from woospec.load import Node, SpecFile
from woospec.problems import Problems
from woospec.rules.answers import _properties
from woospec.rules.standard import Fault
from woospec.select import Bundle
from woospec.validate import _is_written, collect, tell_standard

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
    for faults, told in (
        ([made, written, Fault("x", "/components/schemas/A/1", "second")], ["first", "second"]),
        ([made, Fault("x", "/components/schemas/B", "made too")], ["made"]),
    ):
        problems = Problems()
        tell_standard(problems, bundle_of({}, origins), faults)
        assert [problem.message for problem in problems] == told


@pytest.mark.parametrize(("read", "told"), [("things.get", []), ("things.got", ["no operation is called things.got"])])
def test_what_is_delivered_is_read_by_an_operation(read: str, told: list[str], tmp_path: Path) -> None:
    text = (BASE / ROOT).read_text(encoding="utf-8")
    delivery = f"deliveries:\n  thing: {{read: {read}, events: {{created: {{}}}}}}\nresources:\n"
    problems = collect(make(tmp_path, {ROOT: text.replace("resources:\n", delivery, 1)}))
    assert [problem.message for problem in problems] == told
