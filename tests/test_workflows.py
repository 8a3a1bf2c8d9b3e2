"""The workflows for GitHub: what they ask of each other, and that no text from outside becomes part of a command."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

import yaml_text
from building import PROJECT
from woospec.cli import _parser

_FOLDER = PROJECT / ".github" / "workflows"
_FILES = {path.name: yaml_text.load(path.read_text("utf-8")) for path in _FOLDER.glob("*.yml")}
_NAMED = re.compile(r"\$\{\{(.*?)\}\}")


def commands() -> Iterator[tuple[str, str]]:
    for name, workflow in _FILES.items():
        for job in workflow["jobs"].values():
            for step in job.get("steps", ()):
                if "run" in step:
                    yield f"{name}: {step['name']}", step["run"]


def test_one_calls_the_other_with_what_it_takes() -> None:
    called: Any = _FILES["woospec.yml"][True]["workflow_call"]["inputs"]  # YAML reads the key `on` as true
    asking = _FILES["client.yml"]["jobs"]["woospec"]
    assert asking["uses"] == "./.github/workflows/woospec.yml"
    assert asking["with"].keys() <= called.keys()
    told = {one.strip() for one in _NAMED.findall((_FOLDER / "woospec.yml").read_text("utf-8"))}
    assert {one.removeprefix("inputs.").split()[0] for one in told if one.startswith("inputs.")} == called.keys()


def test_only_the_job_that_publishes_may_ask_for_a_token() -> None:
    allowed = {
        name: [*workflow["permissions"], *(p for job in workflow["jobs"].values() for p in job.get("permissions", ()))]
        for name, workflow in _FILES.items()
    }
    assert allowed == {"woospec.yml": ["contents"], "client.yml": ["contents", "id-token"]}


@pytest.mark.parametrize("command", [pytest.param(text, id=name) for name, text in commands()])
def test_a_command_is_sound_and_holds_no_text_from_outside(command: str) -> None:
    assert "${{" not in command
    subprocess.run(["bash", "-n", "-c", command], check=True)
    for line in command.splitlines():
        if (given := line.strip()).startswith("woospec "):
            words = shlex.split(given.partition(" >>")[0])[1:]
            _parser().parse_args([word for word in words if word != "$FAIL"])
