"""Specs that try to become code: texts and names put into a small sound spec, and what to hold the outcome against."""

from __future__ import annotations

import ast
import contextlib
import copy
import io
import shutil
import tokenize
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import yaml_text
from building import BASE, Run, snapshot
from woospec import emit

Json = Any
Documents = dict[str, Json]
ROOT, PATHS = "woocommerce.yaml", "resources/things/paths.yaml"
SCHEMAS, EXAMPLES = "resources/things/schemas.yaml", "resources/things/examples.yaml"
#: Stands in every hostile text; it must turn up in strings only.
MARK = "injected"
CODE = f"__import__('os').system('{MARK}')"
TEXTS = {
    "triple-quotes": f'"""\n{CODE}\n"""',
    "triple-single-quotes": f"'''\n{CODE}\n'''",
    "escaped-triple-quotes": f'\\"""\n{CODE}\n#',
    "quotes-after-backslashes": f'\\\\\\"""\n    {CODE}\n    """',
    "ends-with-backslash": f"{MARK}\\",
    "ends-with-backslashes": f"{MARK} \\\\\\",
    "ends-with-quote": f'{MARK}"',
    "ends-with-two-quotes": f'{MARK}""',
    "ends-with-escaped-quote": f'{MARK}\\"',
    "starts-with-quote": f'"{MARK}',
    "four-quotes": f'""""{MARK}""""',
    "template-print": f"{{{{ {MARK} }}}} {{{{ 7 * 7 }}}}",
    "template-statement": f"{{% for x in range(9) %}}{MARK}{{% endfor %}}",
    "template-include": f"{{% include '/etc/passwd' %}}{{# {MARK} #}}",
    "format-string": f"{{self.__class__}} {{0}} %s %({MARK})s ${{{MARK}}}",
    "line-separator": f"one\u2028{CODE}\u2029\x85{CODE}",
    "newlines": f"one\n{CODE}\n\n\n    {CODE}\r\n\tx = 1\n",
    "comment": f"# {MARK}\n# type: ignore[{MARK}]  # noqa\n",
    "closing": f"]) ) }} ] = {CODE}",
    "raw-newline-names": f"\\n{CODE}\\N{{DASH}}\\x22\\u0022",
    "unicode-direction": f"\u202e{MARK}\u2066 \ufeff",
    "wide": f"\u6f22\u5b57 \U0001f600 {MARK} " * 20,
    "long": f"{MARK}" + "x" * 400,
    "script": f"<script>{MARK}</script> | a | `b` |\n| --- |\n![x](javascript:{MARK})",
    "shell": f"$({MARK}); `{MARK}` && rm -rf / #",
}
#: Characters that YAML, or a rule, may not let pass.
CONTROLS = {
    "null": "\0",
    "bell": "\x07",
    "escape": "\x1b[31m",
    "delete": "\x7f",
    "c1": "\x9b",
    "vertical-tab": "\x0b",
    "form-feed": "\x0c",
}
TEXTS |= {name: f'{MARK}{character}"""{CODE}' for name, character in CONTROLS.items()}


#: libyaml's, where PyYAML has it: it takes a tenth of the time.
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def documents() -> Documents:
    """The sound spec as data, by file."""
    return copy.deepcopy(_sound())


@cache
def _sound() -> Documents:
    return {p.relative_to(BASE).as_posix(): yaml_text.load(p.read_text("utf-8")) for p in sorted(BASE.rglob("*.yaml"))}


def write(folder: Path, spec: Documents) -> Path:
    """A spec written below `folder`."""
    target = folder / "spec"
    shutil.rmtree(target, ignore_errors=True)
    for name, document in spec.items():
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=False), encoding="utf-8")
    return target


def retold(spec: Documents, text: str) -> Documents:
    """Every text for people replaced, and added where one is allowed."""

    def walk(here: Json) -> Json:
        if isinstance(here, dict):
            return {
                k: text if k in ("description", "summary") and isinstance(v, str) else walk(v) for k, v in here.items()
            }
        return [walk(v) for v in here] if isinstance(here, list) else here

    told = {name: document if name == EXAMPLES else walk(document) for name, document in spec.items()}
    told[ROOT]["info"]["title"] = text
    told[ROOT]["x-versions"]["v3"]["title"] = text
    told[PATHS]["resources"]["things"] = text
    told[SCHEMAS]["Thing"]["properties"]["name"]["x-woo-since"] = text
    told[PATHS]["paths"]["/things"]["get"]["x-woo-since"] = text
    told[PATHS]["paths"]["/things"]["get"]["x-errors"]["400"] = [text]
    told[PATHS]["paths"]["/things"]["get"]["parameters"][2]["schema"]["default"] = text
    told[SCHEMAS]["Thing"]["properties"]["name"]["x-clear-with"] = text
    return told


def changed(change: Callable[[Documents], object]) -> Documents:
    """The sound spec after one change."""
    spec = documents()
    change(spec)
    return spec


# what there is in Python sources


def skeleton(source: str) -> str:
    """The syntax tree without the contents of strings, docstrings or not."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def identifiers(source: str) -> set[str]:
    """Every name in a source, wherever one can stand."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        for field in ("id", "attr", "name", "arg", "asname", "module"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                found |= set(value.split("."))
        if isinstance(node, ast.Global | ast.Nonlocal):
            found |= set(node.names)
    return found


def calls(source: str) -> set[str]:
    """Everything that a source calls, as it is written."""
    return {ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)}


def imports(files: dict[str, str]) -> set[str]:
    """The packages that sources import from."""
    found: set[str] = set()
    for source in files.values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(str(node.module).partition(".")[0])
    return found | {"pydantic"}


def comments(source: str) -> set[str]:
    """The comments of a source."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.string for token in tokens if token.type == tokenize.COMMENT}


# what must hold

#: What a stage after validation may raise on what validation would have refused.
REFUSALS = (ValueError, TypeError, LookupError, AttributeError, StopIteration, AssertionError, RecursionError)


def sources(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith(".py")}


def assert_report(found: Run, output: Path) -> None:
    """A refusal says what is wrong and leaves nothing behind."""
    assert found.code == 1
    assert found.out.rstrip().endswith("found"), found.out
    assert "hint:" in found.out
    assert "Traceback" not in found.out + found.err
    assert all(c.isprintable() or c == "\n" for c in found.out), "a report cannot drive a terminal"
    assert not output.exists()


def assert_inside(files: dict[str, str], folder: Path) -> None:
    """Writing the files touches nothing but the output folder; to refuse them is fine too."""
    output = folder / "out"
    (folder / "beside.txt").write_text("stays")
    before = snapshot(folder)
    whole = {**files, emit.MANIFEST: emit.manifest(emit.digests(files))}
    output.mkdir()
    with contextlib.suppress(ValueError):
        emit.write(whole, output, emit.compare(emit.digests(whole), output))
    around = {path: data for path, data in snapshot(folder).items() if not path.startswith("out/")}
    assert around == before
