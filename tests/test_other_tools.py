"""The flat OpenAPI documents in the hands of tools that others wrote: linters, validators and another generator.

`make tools` installs them below tests/tools.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import needs
from building import PROJECT
from needs import TOOLS
from other_tools import DOCUMENTS, NODE, PYTHON, found_in, ran, run

METHODS = {"get", "post", "put", "delete", "patch"}
_ALL = [str(path) for path in DOCUMENTS]


def test_there_are_documents_to_look_at() -> None:
    assert len(DOCUMENTS) == 6


def test_redocly_finds_nothing(tmp_path: Path) -> None:
    rules = ("--extends", "recommended", "--format", "json", "--max-problems", "999")
    done = run(tmp_path, NODE / "redocly", "lint", *rules, *_ALL)
    told = found_in(done.stdout, "{")
    assert len(told) == len(_ALL)
    problems = [problem for one in told for problem in one["problems"]]
    assert [(p["ruleId"], p["message"]) for p in problems if not _is_told_apart_by_a_number(p)] == []
    assert done.returncode == 0, done.stderr


def _is_told_apart_by_a_number(problem: dict[str, Any]) -> bool:
    """Redocly reads no types: `/products/{id}/related` and `/products/tags/{id}` differ, as `id` is a number."""
    if problem["ruleId"] != "no-ambiguous-paths":
        return False
    name = Path(problem["location"][0]["source"]["ref"]).name
    document = json.loads(next(path for path in DOCUMENTS if path.name == name).read_text("utf-8"))
    first, second = (path.split("/") for path in problem["message"].split("`")[1::2])
    differ = [(a, b) for a, b in zip(first, second, strict=True) if a.startswith("{") != b.startswith("{")]
    numbers = [(a, b) if a.startswith("{") else (b, a) for a, b in differ]
    paths = {path: document["paths"][path] for path in ("/".join(first), "/".join(second))}
    return any(_is_number(document, paths, one.strip("{}")) and not word.isdigit() for one, word in numbers)


def _is_number(document: dict[str, Any], paths: dict[str, Any], name: str) -> bool:
    """Whether the path that has a parameter says that it is a whole number."""
    items = [item for path, item in paths.items() if f"{{{name}}}" in path]
    told = [
        p
        for item in items
        for p in (
            *item.get("parameters", ()),
            *(q for m in METHODS & item.keys() for q in item[m].get("parameters", ())),
        )
    ]
    named = [document["components"]["parameters"][p["$ref"].rpartition("/")[2]] if "$ref" in p else p for p in told]
    return any(p["name"] == name and p["schema"].get("type") == "integer" for p in named)


def test_spectral_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text('extends: ["spectral:oas"]\n')
    done = run(tmp_path, NODE / "spectral", "lint", "--ruleset", "rules.yaml", "--format", "json", *_ALL)
    problems = [p for p in found_in(done.stdout, "[")[0] if not _takes_an_example_for_a_schema(p)]
    assert [(p["code"], p["message"], "/".join(map(str, p["path"]))) for p in problems] == []


def _takes_an_example_for_a_schema(problem: dict[str, Any]) -> bool:
    """Spectral looks for schemas inside examples, and a setting of WooCommerce has a `type` and a `default` too."""
    path = problem["path"]
    media = path.index("content") + 2 if "content" in path else len(path)
    return (
        problem["code"] == "oas3-valid-schema-example"
        and path[media : media + 1] == ["example"]
        and len(path) > media + 1
    )


def test_swagger_parser_and_swagger_cli_find_them_valid(tmp_path: Path) -> None:
    needs.tool(TOOLS / "node_modules" / "@apidevtools" / "swagger-parser")
    done = ran(TOOLS, needs.command("node"), "swagger-parser.cjs", *_ALL)
    assert json.loads(done.stdout) == dict.fromkeys(_ALL, "valid")
    newest = next(path for path in _ALL if path.endswith("/v3.json"))
    assert run(tmp_path, NODE / "swagger-cli", "validate", newest).returncode == 0


@pytest.mark.parametrize("name", ["v1", "legacy-v3"])
def test_another_generator_takes_every_operation(name: str, tmp_path: Path) -> None:
    document = next(path for path in DOCUMENTS if path.stem == name)
    output = tmp_path / "client"
    # Sorting by `ASC` or `asc` makes two members of one name in its classes of values.
    (tmp_path / "config.yaml").write_text("literal_enums: true\n")
    options = ["--output-path", str(output), "--meta", "none", "--config", "config.yaml"]
    done = run(tmp_path, PYTHON / "openapi-python-client", "generate", "--path", str(document), *options)
    assert done.returncode == 0, done.stdout + done.stderr
    paths = json.loads(document.read_text("utf-8"))["paths"]
    operations = sum(method in METHODS for item in paths.values() for method in item)
    made = [p for p in (output / "api").rglob("*.py") if p.name != "__init__.py"]
    assert len(made) == operations
    said = done.stdout + done.stderr
    assert [line for line in said.splitlines() if line.startswith(("Unable to", "WARNING", "ERROR"))] == []


def test_the_lock_file_names_no_registry() -> None:
    packages = json.loads((TOOLS / "package-lock.json").read_text("utf-8"))["packages"]
    assert len(packages) > 100
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert all(entry.get("integrity") for name, entry in packages.items() if name)
    assert "://" not in (TOOLS / "requirements.txt").read_text("utf-8")
    assert all("==" in line for line in (TOOLS / "requirements.txt").read_text("utf-8").splitlines())


def test_the_table_names_the_versions_that_are_pinned() -> None:
    pinned = json.loads((TOOLS / "package.json").read_text("utf-8"))["devDependencies"]
    pinned |= dict(line.split("==") for line in (TOOLS / "requirements.txt").read_text("utf-8").splitlines())
    rows = [row.split(" | ") for row in (PROJECT / "spec" / "TOOLS.md").read_text("utf-8").splitlines() if "|" in row]
    told = [(row[0].strip("| ").split(",")[0], row[1]) for row in rows if row[1][:1].isdigit()]
    assert {(name, pinned[_PACKAGES.get(name, name)]) for name, _ in told} == set(told)
    assert len(told) == 12


#: What the table calls a package.
_PACKAGES = {
    "Redocly": "@redocly/cli",
    "Spectral": "@stoplight/spectral-cli",
    "swagger-parser": "@apidevtools/swagger-parser",
    "swagger-cli": "@apidevtools/swagger-cli",
    "openapi-generator": "openapi-generator-cli",
    "hey-api": "@hey-api/openapi-ts",
    "Orval": "orval",
}
