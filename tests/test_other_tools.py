"""The flat OpenAPI documents in the hands of tools that others wrote: two linters and another generator.

`make tools` installs them below tests/tools.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

import needs
from building import PROJECT
from needs import TOOLS

NODE, PYTHON = TOOLS / "node_modules" / ".bin", TOOLS / ".venv" / "bin"
DOCUMENTS = sorted((PROJECT / "generated" / "wooclient" / "documents").glob("*.json"))
METHODS = {"get", "post", "put", "delete", "patch"}
#: A block of a layout template is a list that holds lists of its own kind, which this generator cannot say.
TOO_DEEP_FOR_OTHERS = {"LayoutBlock", "LayoutTemplate"}


def run(folder: Path, tool: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One of the tools, told to keep to itself."""
    needs.tool(tool)
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1", "CI": "true"}
    environ = {**os.environ, **quiet, "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}"}
    environ.pop("PYTHONPATH", None)
    return subprocess.run(
        [str(tool), *arguments], cwd=folder, env=environ, capture_output=True, text=True, timeout=600, check=False
    )


def found_in(text: str, opening: str, closing: str) -> Any:
    """The JSON that a tool printed among other things."""
    return json.loads(text[text.index(opening) : text.rindex(closing) + 1])


def test_there_are_documents_to_look_at() -> None:
    assert DOCUMENTS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.stem)
def test_redocly_finds_no_error(document: Path, tmp_path: Path) -> None:
    done = run(
        tmp_path,
        NODE / "redocly",
        "lint",
        "--extends",
        "recommended",
        "--format",
        "json",
        "--max-problems",
        "999",
        str(document),
    )
    problems = found_in(done.stdout, "{", "}")["problems"]
    errors = [p for p in problems if p["severity"] == "error"]
    assert [(p["ruleId"], p["message"], p["location"][0].get("pointer")) for p in errors] == []
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.stem)
def test_spectral_finds_no_error(document: Path, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text('extends: ["spectral:oas"]\n')
    done = run(tmp_path, NODE / "spectral", "lint", "--ruleset", "rules.yaml", "--format", "json", str(document))
    problems = found_in(done.stdout, "[", "]")
    errors = [p for p in problems if p["severity"] == 0 and not _takes_an_example_for_a_schema(p)]
    assert [(p["code"], p["message"], "/".join(map(str, p["path"]))) for p in errors] == []


def _takes_an_example_for_a_schema(problem: dict[str, Any]) -> bool:
    """Spectral looks for schemas inside examples, and a setting of WooCommerce has a `type` and a `default` too."""
    path = problem["path"]
    media = path.index("content") + 2 if "content" in path else len(path)
    return (
        problem["code"] == "oas3-valid-schema-example"
        and path[media : media + 1] == ["example"]
        and len(path) > media + 1
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.stem)
def test_another_generator_takes_every_operation(document: Path, tmp_path: Path) -> None:
    output = tmp_path / "client"
    # Sorting by `ASC` or `asc` makes two members of one name in its classes of values.
    (tmp_path / "config.yaml").write_text("literal_enums: true\n")
    options = ["--output-path", str(output), "--meta", "none", "--config", "config.yaml"]
    arguments = ["generate", "--path", str(document), *options]
    done = run(tmp_path, PYTHON / "openapi-python-client", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    paths = json.loads(document.read_text("utf-8"))["paths"]
    operations = sum(method in METHODS for item in paths.values() for method in item)
    made = [p for p in (output / "api").rglob("*.py") if p.name != "__init__.py"]
    assert len(made) == operations, _complaints(done)
    assert "Endpoint will not be generated" not in done.stdout + done.stderr
    assert [c for c in _complaints(done) if not any(known in c for known in TOO_DEEP_FOR_OTHERS)] == []


def _complaints(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What the generator left out, one text each."""
    said = f"{done.stdout}\n{done.stderr}".replace("\n\n\n", "\n\n")
    starts = ("Unable to", "WARNING", "ERROR")
    blocks: list[str] = []
    for line in said.splitlines():
        if line.startswith(starts):
            blocks.append(line)
        elif blocks:
            blocks[-1] += f"\n{line}"
    return blocks


def test_the_lock_file_names_no_registry() -> None:
    packages = json.loads((TOOLS / "package-lock.json").read_text("utf-8"))["packages"]
    assert len(packages) > 100
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert all(entry.get("integrity") for name, entry in packages.items() if name)
    assert "://" not in (TOOLS / "requirements.txt").read_text("utf-8")
    assert all("==" in line for line in (TOOLS / "requirements.txt").read_text("utf-8").splitlines())
