"""A hostile spec is refused with a clear report, or becomes a package in which its texts are nothing but texts."""

from __future__ import annotations

import ast
import keyword
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import hostile_specs as hostile
from building import BASE, lean_project, project, unvalidated, woospec
from hostile_specs import (
    CODE,
    EXAMPLES,
    MARK,
    PATHS,
    REFUSALS,
    SCHEMAS,
    TEXTS,
    Documents,
    assert_report,
    changed,
    documents,
    sources,
)
from woospec import naming

#: What the generator writes of its own for fields of kinds that the sound spec does not have. All else is foreign.
OWN = {
    *("Clear", "Field", "Number", "NumberInput", "UtcDateTimeInput", "WIRE_NAMES", "alias", "default", "pydantic"),
}


@pytest.fixture(scope="module")
def clean() -> dict[str, str]:
    """What is made of the sound spec."""
    files, problems = unvalidated(BASE)
    assert not problems
    return files


def test_the_base_is_sound(tmp_path: Path) -> None:
    found = woospec(lean_project(tmp_path), "validate")
    assert (found.code, found.err) == (0, ""), found


def assert_harmless(files: dict[str, str], clean: dict[str, str], allowed: set[str]) -> None:
    """No name, call or comment that neither the sound spec's output has nor the naming rules made."""
    made, known = sources(files), sources(clean)
    seen = {part for path in known for part in Path(path.removesuffix(".py")).parts}
    names = set().union(*map(hostile.identifiers, known.values())) | seen | allowed | OWN
    foreign = {name for source in made.values() for name in hostile.identifiers(source)} - names
    assert not foreign
    called = set().union(*map(hostile.calls, known.values()))
    assert {c for source in made.values() for c in hostile.calls(source)} - called <= allowed | OWN
    # A package without strange names has no table of them, and no comment on it.
    remarks = {"#: Keys that Python cannot spell as the store does."}.union(*map(hostile.comments, known.values()))
    assert {c for source in made.values() for c in hostile.comments(source)} <= remarks


# texts for people, and values


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is made of the sound spec with a harmless word for each text."""
    return unvalidated(hostile.write(tmp_path_factory.mktemp("plain"), hostile.retold(documents(), "plain")))[0]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_texts_change_nothing_but_strings(tmp_path: Path, plain: dict[str, str], text: str) -> None:
    """Without validation, every text of the spec at once: the syntax trees are those of the sound spec."""
    spec = hostile.write(tmp_path, hostile.retold(documents(), text))
    files, _ = unvalidated(spec)
    made, known = sources(files), sources(plain)
    assert made.keys() == known.keys()
    assert [p for p in made if hostile.skeleton(made[p]) != hostile.skeleton(known[p])] == []
    assert [p for p in made if hostile.comments(made[p]) != hostile.comments(known[p])] == []
    assert any(MARK in source for source in made.values()), "the text did get there"
    assert files["pyproject.toml"] == plain["pyproject.toml"]
    assert [
        p for p, made_ in files.items() if p.endswith(".py") and any(c in made_ for c in "\u2028\u202e\0\x1b\r")
    ] == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_texts_in_places_that_are_for_words_or_releases_are_reported(tmp_path: Path, text: str) -> None:
    hostile.write(lean_project(tmp_path), hostile.retold(documents(), text))
    assert_report(woospec(tmp_path, "validate"), tmp_path / "generated")


VALUES = [
    *TEXTS.values(),
    "a | None | b",
    "Field(",
    "Required[x]",
    'a"b',
    "a'b",
    '\'""',
    "",
    " ",
    "\\",
    "None",
    "x] | Any",
]


def test_enum_values_are_literals(tmp_path: Path, clean: dict[str, str]) -> None:
    def change(spec: Documents) -> None:
        spec[SCHEMAS]["Thing"]["properties"]["size"]["x-known-values"] = VALUES
        for i, value in enumerate(VALUES):
            spec[SCHEMAS]["Thing"]["properties"][f"value_{i}"] = {
                "type": "string",
                "enum": [value],
                "description": "X.",
            }
        spec[PATHS]["paths"]["/things"]["get"]["parameters"][2]["schema"]["enum"] = VALUES

    files, problems = unvalidated(hostile.write(tmp_path, changed(change)))
    assert not problems
    names = {"ThingSizeValue", "ThingListSizeValue", *(f"value_{i}" for i in range(len(VALUES)))}
    names |= {f"Thing{'Value'}{i}Value" for i in range(len(VALUES))} | {
        f"ThingUpdateValue{i}Value" for i in range(len(VALUES))
    }
    assert_harmless(files, clean, names)
    strings = {n.value for s in sources(files).values() for n in ast.walk(ast.parse(s)) if isinstance(n, ast.Constant)}
    assert set(VALUES) <= strings


@pytest.mark.parametrize("value", [float("inf"), float("nan"), {"a": CODE}, [CODE], [[{}]]], ids=str)
def test_values_that_are_no_literals_are_refused(tmp_path: Path, clean: dict[str, str], value: object) -> None:
    def change(spec: Documents) -> None:
        size = spec[SCHEMAS]["Thing"]["properties"]["size"]
        size["x-known-values"] = ["small", "large", value]
        size["type"] = ["string", "number", "object", "array"]
        spec[SCHEMAS]["Thing"]["properties"]["sold_on"]["x-clear-with"] = value
        spec[SCHEMAS]["Thing"]["properties"]["name"]["default"] = value

    spec = changed(change)
    hostile.write(lean_project(tmp_path), spec)
    assert_report(woospec(tmp_path, "build"), tmp_path / "generated")
    try:
        files, _ = unvalidated(tmp_path / "spec")
    except REFUSALS:
        return
    # What a field that may be an object imports.
    assert_harmless(files, clean, {"Json", "Mapping"})


# names


FIELDS = [
    *keyword.kwlist,
    "self",
    "cls",
    "list",
    "dict",
    "str",
    "int",
    "bool",
    "float",
    "tuple",
    "type",
    "object",
    "set",
    "id_",
]
FIELDS += [
    "Model",
    "Field",
    "Literal",
    "Annotated",
    "Any",
    "Json",
    "Number",
    "DecimalText",
    "DecimalOrEmpty",
    "PlainDate",
    "date",
]
FIELDS += [
    "UtcDateTime",
    "LocalDateTime",
    "DecimalInput",
    "Thing",
    "ThingPart",
    "ThingCreate",
    "TypedDict",
    "Required",
    "Sequence",
]
FIELDS += [
    "model_config",
    "model_fields",
    "model_dump",
    "model_post_init",
    "model_extra",
    "copy",
    "json",
    "schema",
    "validate",
]
FIELDS += [
    "__init__",
    "__getattr__",
    "__pydantic_private__",
    "_private",
    "extra",
    "items",
    "params",
    "fields",
    "to_record",
]
FIELDS += [
    "with space",
    'with"quote',
    "with'apostrophe",
    "with[bracket]",
    "with.dot",
    "with-dash",
    "2digits",
    "a/b",
    "annotations",
]
FIELDS += ["OPEN", "Parameters", "WIRE_NAMES", "print", "__builtins__", "Mapping", f"x: int = {CODE}"]
STRANGE = ["", " ", '"', "\u2028", "\n", "\\", "{{ x }}", "__class__", "na\u00efve", "\ufb01eld", f'"""\n{CODE}\n"""']
TYPES = [
    {"type": "string", "format": "decimal"},
    {"type": "string", "enum": ["a", "b"]},
    {"type": "string", "x-known-values": ["a", "b"]},
    {"type": "array", "items": {"$ref": "#/ThingPart"}},
    {"$ref": "#/ThingPart"},
    {"type": "object", "additionalProperties": {"type": "string"}},
    {"type": ["string", "null"], "format": "utc-date-time"},
    {"type": "boolean"},
]
VALUES_OF_TYPES = ["1.50", "a", "other", [{"label": "x"}], {"label": "x"}, {"k": "v"}, None, True]


def with_fields(names: list[str], *, anywhere: bool = False) -> Callable[[Documents], None]:
    """Properties of these names, each type in turn, and an example with all of them.

    Names that a parameter can have (or all, `anywhere`) are parameters too.
    """

    def change(spec: Documents) -> None:
        properties = spec[SCHEMAS]["Thing"]["properties"]
        body = {"id": 1, "name": "Cup", "price": "9.50"}
        for i, name in enumerate(names):
            properties[name] = {**TYPES[i % len(TYPES)], "description": "X.", "x-optional": True}
            body[name] = VALUES_OF_TYPES[i % len(TYPES)]
        spec[EXAMPLES]["things.get"] = {"response": body}
        spec[PATHS]["paths"]["/things"]["get"]["parameters"] += [
            {"name": name, "in": "query", "description": "X.", "schema": {"type": "string"}}
            for name in names
            if anywhere or re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", name)
        ]

    return change


def by_rule(names: list[str]) -> set[str]:
    """The identifiers that such names may become."""
    plain = {naming.identifier(n) for n in names}
    return plain | {f"{n.rstrip('_')}_" for n in plain}


def test_hostile_names_become_names_by_the_rules(tmp_path: Path, clean: dict[str, str]) -> None:
    files, problems = unvalidated(hostile.write(tmp_path, changed(with_fields(FIELDS))))
    assert [p.message for p in problems] == []
    assert_harmless(files, clean, by_rule(FIELDS))


@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_are_refused_and_would_be_tamed(tmp_path: Path, clean: dict[str, str], name: str) -> None:
    hostile.write(lean_project(tmp_path), changed(with_fields([name], anywhere=True)))
    found = woospec(tmp_path, "validate")
    # A name with lines around it is a name for Python, and becomes another one.
    if name == "__class__":
        assert (found.code, found.err) == (0, "")
    else:
        assert_report(found, tmp_path / "generated")
    files, problems = unvalidated(tmp_path / "spec")
    assert not problems
    assert_harmless(files, clean, by_rule([name]))


_ROUND_TRIP = """
import importlib, json, pkgutil, sys, warnings
warnings.simplefilter("error")
import wooclient
assert wooclient.__file__.startswith(sys.argv[1]), wooclient.__file__
for module in pkgutil.walk_packages(wooclient.__path__, "wooclient."):
    # Those for dlt and Spark need them, which are not here.
    if not module.name.startswith(("wooclient.__main__", "wooclient.dlt", "wooclient.spark")):
        importlib.import_module(module.name)
for operation in wooclient.operations("v3"):
    body = wooclient.fixtures.load("v3", operation.id)
    assert operation.encode(operation.decode(body, strict=True)) == body, operation.id
    operation.query_type(), operation.body_type()
thing = next(o for o in wooclient.operations("v3") if o.id == "things.get")
body = wooclient.fixtures.load("v3", "things.get")
odd = {**body, "__class__": "int", "__dict__": {}, "model_config": {"extra": "forbid"}}
odd |= {"\\u2028": [1], "name": 5, "": None}
assert thing.encode(thing.decode(odd)) == odd
assert type(thing.decode(odd)).__name__ == "Thing"
print(len(body))
"""


def test_a_package_of_hostile_names_works(tmp_path: Path) -> None:
    """Built through the command, with all rules: it imports, and hostile bodies come through unchanged."""

    def change(spec: Documents) -> None:
        with_fields(FIELDS)(spec)
        spec[SCHEMAS]["Thing"]["properties"]["size"]["x-known-values"] = [
            "small",
            "large",
            'q"',
            "a'b",
            "\\",
            "{{ x }}",
            CODE,
        ]

    hostile.write(project(tmp_path), changed(change))
    found = woospec(tmp_path, "build")
    assert (found.code, found.err) == (0, ""), found.out
    output = tmp_path / "generated"
    environ = {**os.environ, "PYTHONPATH": str(output), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", _ROUND_TRIP, str(output)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(FIELDS) + 3
