"""Clients that other generators make of our document: each type-checks, and reads every example of ours.

One document is enough, the newest: the generators take seconds. The others were read once (spec/TOOLS.md).
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import needs
from building import PROJECT
from needs import TOOLS
from other_tools import NODE, PYTHON, ran, read_by, run

DOCUMENT = PROJECT / "generated" / "wooclient" / "documents" / "v3.json"
#: The examples of the document: of requests and of answers.
EXAMPLES = 245
_JAR = TOOLS / ".venv" / "bin" / "openapi-generator-cli"
_TYPESCRIPT = (
    *("--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "esnext"),
    *("--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable"),
)


def succeeded(done: subprocess.CompletedProcess[str]) -> None:
    """Fail with what a tool said if it failed."""
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


def generated(folder: Path, name: str, *options: str) -> Path:
    """The client that openapi-generator makes."""
    needs.command("java")
    made = folder / name
    arguments = ("generate", "-q", "-i", str(DOCUMENT), "-g", name, "-o", str(made), *options)
    succeeded(run(folder, _JAR, *arguments))
    return made


def test_openapi_generator_for_python(tmp_path: Path) -> None:
    normal = ("--openapi-normalizer", "SIMPLIFY_ANYOF_STRING_AND_ENUM_STRING=true")
    made = generated(tmp_path, "python", "-t", str(PROJECT / "spec" / "tools"), *normal)
    assert read_by("read_openapi_generator.py", str(DOCUMENT), str(made)) == (EXAMPLES, [])


def test_openapi_python_client(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("literal_enums: true\npackage_name_override: woo_others\n")
    made = tmp_path / "client"
    arguments = ("--path", str(DOCUMENT), "--output-path", str(made), "--meta", "setup", "--config", "config.yaml")
    succeeded(run(tmp_path, PYTHON / "openapi-python-client", "generate", *arguments))
    target = tmp_path / "site"
    succeeded(ran(tmp_path, str(PYTHON / "pip"), *_WITHOUT_NETWORK, "--target", str(target), str(made)))
    assert read_by("read_openapi_python_client.py", str(DOCUMENT), str(target / "woo_others")) == (EXAMPLES, [])


#: What is needed is there: a package is built and laid into a folder, no more.
_WITHOUT_NETWORK = ("install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")


def test_datamodel_code_generator(tmp_path: Path) -> None:
    module = tmp_path / "models.py"
    arguments = (
        *("--input", str(DOCUMENT), "--input-file-type", "openapi", "--output", str(module)),
        *("--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11"),
        *("--enum-field-as-literal", "all", "--formatters", "builtin"),
    )
    succeeded(run(tmp_path, PYTHON / "datamodel-codegen", *arguments))
    assert read_by("read_datamodel.py", str(DOCUMENT), str(module)) == (EXAMPLES, [])


def test_hey_api_orval_and_openapi_generator_for_typescript(tmp_path: Path) -> None:
    plugins = ("@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch")
    succeeded(run(tmp_path, NODE / "openapi-ts", "-i", str(DOCUMENT), "-o", "hey", "-p", *plugins))
    config = {"woo": {"input": str(DOCUMENT), "output": {"target": "./orval.ts", "client": "fetch", "mode": "single"}}}
    (tmp_path / "orval.config.cjs").write_text(f"module.exports = {json.dumps(config)};\n")
    succeeded(run(tmp_path, NODE / "orval", "--config", "orval.config.cjs"))
    generated(tmp_path, "typescript-fetch")
    node = needs.command("node")
    told = ran(tmp_path, node, str(TOOLS / "typed_examples.cjs"), str(DOCUMENT), "examples.ts")
    assert json.loads(told.stdout) == {"examples": 2 * EXAMPLES}
    files = ("examples.ts", "hey/index.ts", "typescript-fetch/index.ts")
    succeeded(run(tmp_path, NODE / "tsc", *_TYPESCRIPT, *files))
