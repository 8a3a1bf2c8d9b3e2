"""Hostile ids, paths, names of schemas, servers and versions: refused, or harmless and inside the output folder."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import hostile_specs as hostile
from building import BASE, lean_project, snapshot, unvalidated, woospec
from hostile_specs import (
    CODE,
    EXAMPLES,
    PATHS,
    REFUSALS,
    ROOT,
    SCHEMAS,
    Documents,
    assert_inside,
    assert_report,
    changed,
    sources,
)
from woospec.copied import COPIED


def move(old: str, new: str) -> Callable[[Documents], None]:
    """Another operationId for one operation, its example along."""

    def change(spec: Documents) -> None:
        for item in spec[PATHS]["paths"].values():
            for operation in item.values():
                if isinstance(operation, dict) and operation.get("operationId") == old:
                    operation["operationId"] = new
        spec[EXAMPLES][new] = spec[EXAMPLES].pop(old)
        spec[PATHS]["resources"][new.rpartition(".")[0]] = "X."

    return change


def renamed(new: str) -> Callable[[Documents], None]:
    """Another name for a schema."""

    def change(spec: Documents) -> None:
        spec[SCHEMAS][new] = spec[SCHEMAS].pop("ThingPart")
        pointer = new.replace("~", "~0").replace("/", "~1")
        spec[SCHEMAS]["Thing"]["properties"]["parts"]["items"]["$ref"] = f"#/{pointer}"

    return change


def repathed(old: str, new: str) -> Callable[[Documents], None]:
    """Another path."""

    def change(spec: Documents) -> None:
        spec[PATHS]["paths"][new] = spec[PATHS]["paths"].pop(old)

    return change


def server(**values: object) -> Callable[[Documents], None]:
    """Another server, or another part of it."""
    return lambda spec: spec[ROOT]["servers"][0].update(values)


def version(new: str, **values: object) -> Callable[[Documents], None]:
    """Another version, or another part of it."""
    sound = {"path": "/wp-json/wc/v3", "title": "wc/v3", "door": "woo"}
    return lambda spec: spec[ROOT].update({"x-versions": {new: {**sound, **values}}})


def argument(new: str) -> Callable[[Documents], None]:
    """Another name for the parameter of a path."""

    def change(spec: Documents) -> None:
        spec["common/parameters.yaml"]["id"]["name"] = new
        repathed("/things/{id}", f"/things/{{{new}}}")(spec)

    return change


def _get(spec: Documents) -> dict[str, Any]:
    found: dict[str, Any] = spec[PATHS]["paths"]["/things/{id}"]["get"]
    return found


CALL = "x(__import__('os'))"
PLACES: dict[str, Callable[[Documents], object]] = {
    "id-climbs": move("things.get", "things.../../../../../evil"),
    "id-hits-the-manifest": move("things.get", "../../../MANIFEST"),
    "id-absolute": move("things.get", "/tmp/evil.get"),
    "id-quotes": move("things.get", "things.g\"et'); evil(\"'"),
    "id-space": move("things.get", "things.get it"),
    "id-newline": move("things.get", "things.get\nimport evil"),
    "id-code": move("things.get", f"things.{CALL}"),
    "id-null": move("things.get", "things.get\0"),
    "id-no-dot": move("things.get", "get"),
    "id-empty": move("things.get", ""),
    "id-dunder": move("things.get", "__class__.__init__"),
    "id-constant": move("things.get", "type.checking"),
    "id-version-constant": move("things.get", "things.VERSION"),
    "resource-climbs": move("things.get", "../../evil.get"),
    "resource-quotes": move("things.get", "thi\"ngs'.get"),
    "resource-newline": move("things.get", "thi\nngs.get"),
    "resource-keyword": move("things.get", "class.get"),
    "resource-of-the-client": move("things.get", "close.get"),
    "resource-imports": move("things.get", "resource.get"),
    "schema-climbs": renamed("../../Evil"),
    "schema-quotes": renamed("Evil\"'"),
    "schema-newline": renamed("Evil\nimport os"),
    "schema-code": renamed(CALL),
    "schema-keyword": renamed("None"),
    "schema-imports": renamed("Model"),
    "schema-line-separator": renamed("Evil\u2028x"),
    "schema-empty": renamed(""),
    "path-quotes": repathed("/things/{id}", "/things/{id}/\"evil'"),
    "path-braces": repathed("/things/{id}", "/things/{id}/{{evil}}/{% x %}"),
    "path-no-slash": repathed("/things/{id}", "things/{id}"),
    "path-other-host": repathed("/things/{id}", "//evil.example/{id}"),
    "path-climbs": repathed("/things/{id}", "/../things/{id}"),
    "path-newline": repathed("/things/{id}", "/things/{id}\r\nHost: evil"),
    "path-query": repathed("/things/{id}", "/things/{id}?x=1#y"),
    "path-backslash": repathed("/things/{id}", '/things/{id}\\"'),
    "argument-self": argument("self"),
    "argument-keyword": argument("class"),
    "argument-fields": argument("fields"),
    "argument-code": argument("x=evil()"),
    "argument-quote": argument('i"d'),
    "argument-empty": argument(""),
    "server-code": server(url=f"https://{{host}}/{CODE}"),
    "server-quotes": server(url='https://{host}/"""'),
    "server-script": server(url=f"javascript:{CODE}"),
    "server-empty": server(url=""),
    "server-expression": server(
        variables={"host": {"default": f"{{{{ {CODE} }}}}", "description": CODE, "enum": [CODE]}}
    ),
    "server-variable-name": server(url=f"https://{{{CODE}}}", variables={CODE: {"default": "x"}}),
    "version-climbs": version("../../evil-v3"),
    "version-quotes": version("v3\"'"),
    "version-newline": version("x\nimport evil-v3"),
    "version-path": version("v3", path='/wp-json/"""/\nevil'),
    "version-path-climbs": version("v3", path="/../../evil"),
    "version-door": version("v3", door="woo.x=evil()"),
    "version-door-keyword": version("v3", door="woo.class"),
    "version-door-quotes": version("v3", door="woo.\"'"),
    "family-climbs": lambda spec: spec[ROOT].update(families=["../../evil"]),
    "folder-climbs": lambda spec: spec[ROOT].update(resources=["../things", "things"]),
    "code-as-since": lambda spec: spec[SCHEMAS]["Thing"]["properties"]["name"].update({"x-woo-since": CODE}),
    "batch-limit": lambda spec: spec[PATHS]["paths"]["/things/batch"]["post"]["x-batch"].update(limit=CODE),
    "paging": lambda spec: spec[PATHS]["paths"]["/things"]["get"].update({"x-paging": f'pages", {CODE}, "'}),
    "status": lambda spec: _get(spec)["responses"].update({f"2{CODE}": _get(spec)["responses"]["200"]}),
    "limits": lambda spec: spec["common/parameters.yaml"]["page"]["schema"].update(minimum=CODE, maximum=CODE),
    "default": lambda spec: spec["common/parameters.yaml"]["page"]["schema"].update(default=CODE),
    "envelope": lambda spec: _get(spec).update({"x-envelope": f'"{CODE}"'}),
    "example-key": lambda spec: spec[EXAMPLES].update({"../../evil": {"response": 1}}),
}
#: What is odd but sound: names that get out of the way of Python's, and texts that stay texts. All else is refused.
SOUND = {
    *("argument-fields", "argument-keyword", "argument-self", "envelope", "id-constant", "resource-imports"),
    *("resource-keyword", "schema-imports", "schema-keyword", "server-expression"),
}


@pytest.mark.parametrize("name", sorted(PLACES.keys() - SOUND))
def test_hostile_places_are_refused(tmp_path: Path, name: str) -> None:
    home = tmp_path / "a" / "b"
    hostile.write(lean_project(home), changed(PLACES[name]))
    before = snapshot(tmp_path)
    assert_report(woospec(home, "validate"), home / "generated")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("name", sorted(SOUND))
def test_odd_places_become_nothing_but_names_and_texts(tmp_path: Path, name: str) -> None:
    home = tmp_path / "a" / "b"
    hostile.write(lean_project(home), changed(PLACES[name]))
    before = snapshot(tmp_path)
    found = woospec(home, "build")
    assert (found.code, found.err) == (0, ""), found.out
    around = {p: d for p, d in snapshot(tmp_path).items() if not p.startswith("a/b/generated/")}
    assert around == before
    written = {path: data.decode() for path, (data, _) in snapshot(home / "generated").items()}
    # Hand-written files have names of their own; another test sees that they are copied byte for byte.
    copied = tuple(f"wooclient/{package}/" for _, package in COPIED)
    made = {path: source for path, source in sources(written).items() if not path.startswith(copied)}
    assert len(made) > 10
    for path, source in made.items():
        assert not hostile.identifiers(source) & {"system", "__import__", "evil", "os"}, path


@pytest.fixture(scope="module")
def known() -> set[str]:
    """What the sound spec's output imports from."""
    return hostile.imports(sources(unvalidated(BASE)[0]))


@pytest.mark.parametrize("change", PLACES.values(), ids=PLACES.keys())
def test_hostile_places_without_validation(
    tmp_path: Path, known: set[str], change: Callable[[Documents], object]
) -> None:
    try:
        files, _ = unvalidated(hostile.write(tmp_path, changed(change)))
    except REFUSALS:
        return
    made = sources(files)
    for path, source in made.items():
        ast.parse(source, path)
        assert not hostile.identifiers(source) & {"system", "__import__", "__class__", "eval", "os"}, path
    assert hostile.imports(made) <= known
    assert_inside(files, tmp_path)
