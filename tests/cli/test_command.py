"""The command as a whole: quick, complete, with a word where something lacks."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from cli.conftest import Run
from wooclient.__main__ import main as entry
from wooclient.cli.app import COMMANDS, cli
from wooclient.cli.codes import MEANINGS
from wooclient.cli.doctor.table import CHECKS

PROJECT = Path(__file__).parents[2]


def test_help_names_every_command_and_exit_code(command: Run) -> None:
    said = command("--help")
    assert said.code == 0
    for name, about in COMMANDS.items():
        assert f"{name} " in said.out
        assert about.does.split(".")[0][:40] in said.out
    for code, meaning in MEANINGS.items():
        assert f"{code} " in said.out
        assert meaning[:40] in said.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    assert found.help


@pytest.mark.parametrize("name", ["mock", "contract"])
def test_help_of_what_else_stands_in_the_command_calls_it_so(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"], standalone_mode=False)
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: wooclient {name} ")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from wooclient.cli.app import main; main(['--help']); "
        "print([m for m in ('rich', 'httpx', 'pydantic', 'ssl', 'wooclient.v3') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_without_the_extra_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("wooclient.__main__.find_spec", lambda name: None if name == "rich" else object())
    monkeypatch.setattr(sys, "argv", ["wooclient", "list", "products"])
    assert entry() == 2
    assert "pip install 'wooclient[cli]'" in capsys.readouterr().err
    monkeypatch.setattr(sys, "argv", ["wooclient", "--version"])
    assert entry() == 0


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("mock", "h11", "mock"), ("contract", "jsonschema_rs", "contract"), ("drift", "yaml", "drift")],
)
def test_a_command_says_which_extra_it_lacks(
    command: Run, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    tools = import_module("wooclient.cli.tools")
    monkeypatch.setattr(tools, "find_spec", lambda asked: None if asked == module else object())
    done = command(name, "--mock")
    assert done.code == 2
    assert f"pip install 'wooclient[{extra}]'" in done.err


def test_the_contract_suite_takes_the_same_options_for_stores(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = f"ck_{'1' * 40}\ncs_{'2' * 40}\n"
    command("store", "add", "shop", "http://127.0.0.1:9/shop", "--stdin", stdin=keys)
    seen: list[list[str]] = []
    monkeypatch.setattr("wooclient.contract.command.main", lambda given: seen.append(given) or 1)
    assert command("contract", "--store", "shop", "--versions", "v3", "--strict").code == 1
    assert command("contract", "--mock", "--read-only").code == 1
    # Its own options for a key go on as they are; nothing else is looked up then.
    assert command("contract", "--url", "https://other.example", "--key", "ck_3", "--secret=cs_4").code == 1
    assert seen == [
        ["--versions", "v3", "--strict", "--url", "http://127.0.0.1:9/shop"],
        ["--read-only", "--mock"],
        ["--key", "ck_3", "--secret=cs_4", "--url", "https://other.example"],
    ]


def test_completion_offers_resources(command: Run) -> None:
    assert "_WOOCLIENT_COMPLETE=bash_complete" in command("completion", "bash").out
    code = "from wooclient.cli.app import main; main([])"
    for shell in ("zsh", "fish"):
        assert "wooclient" in command("completion", shell).out
    env = {"_WOOCLIENT_COMPLETE": "bash_complete", "COMP_WORDS": "wooclient list shipping.z", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    assert "plain,shipping.zones.methods" in done.stdout


def test_the_page_about_the_command_tells_all_commands_and_exit_codes() -> None:
    page = (PROJECT / "generated" / "COMMAND.md").read_text("utf-8")
    for code, meaning in MEANINGS.items():
        assert f"| {code} | {meaning} |" in page
    assert [name for name in COMMANDS if name not in page] == []
    assert f"makes {len(CHECKS)} checks" in page


@pytest.mark.parametrize(
    ("given", "first"), [((), "Usage: wooclient [OPTIONS]"), (("store",), "Usage: wooclient store ")]
)
def test_without_a_command_the_help_comes_as_it_is(command: Run, given: tuple[str, ...], first: str) -> None:
    done = command(*given)
    assert (done.code, done.out) == (2, "")
    lines = done.err.splitlines()
    assert lines[0].startswith(first)
    assert "Commands:" in lines
