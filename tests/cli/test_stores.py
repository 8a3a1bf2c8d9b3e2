"""Stores by name: where keys are kept, who can read them, and that nobody sees them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import click
import pytest

from cli.conftest import Run
from wooclient.cli.app import COMMANDS, World, cli
from wooclient.mock import MockStore

KEY, SECRET = "ck_" + "1" * 40, "cs_" + "2" * 40
KEYS = f"{KEY}\n{SECRET}\n"


def _mode(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:o}"


def test_the_first_store_is_the_default_and_no_output_shows_a_secret(command: Run, config: Path) -> None:
    said = command("store", "add", "shop", "https://shop.example", "--stdin", stdin=KEYS)
    assert said.code == 0
    assert command("store", "add", "other", "https://other.example/", "--stdin", stdin=KEYS).code == 0
    listed = command("store", "list", "--json")
    same = {"auth": "auto", "kept in": "file", "key": "…1111111"}
    assert listed.rows == [
        {"name": "shop", "url": "https://shop.example", "default": True, **same},
        {"name": "other", "url": "https://other.example", "default": False, **same},
    ]
    table = command("store", "list")
    assert "shop.example" in table.out
    assert not any(SECRET in text or KEY in text for text in (said.err, listed.out, table.out))
    assert (_mode(config), _mode(config.parent)) == ("600", "700")
    assert command("store", "use", "other").code == 0
    assert [row["default"] for row in command("store", "list", "--json").rows] == [False, True]
    assert command("store", "remove", "other").code == 0
    assert [row["name"] for row in command("store", "list", "--json").rows] == ["shop"]
    assert command("store", "use", "shp").err == "wooclient: there is no store 'shp'; did you mean 'shop'?\n"


def test_keys_are_asked_for_without_echo(command: Run, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([KEY, SECRET])
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda prompt: next(answers))
    said = command("store", "add", "shop", "https://shop.example")
    assert said.code == 0
    assert SECRET not in said.out + said.err
    assert json.loads(config.read_text("utf-8"))["stores"]["shop"]["secret"] == SECRET


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("shop", "https://shop.example", "--stdin"), "", "key and secret are needed"),
        (("shop", "https://shop.example", "--stdin"), f"{SECRET}\n{KEY}\n", "key and secret are exchanged"),
        (("shop", "shop.example", "--stdin"), KEYS, "is no store address"),
        (("../x", "https://shop.example", "--stdin"), KEYS, "is no name of a store"),
        (("shop", "http://shop.example", "--auth", "basic", "--stdin"), KEYS, "over plain http"),
    ],
)
def test_a_store_that_cannot_work_is_not_noted(
    command: Run, config: Path, arguments: tuple[str, ...], stdin: str, said: str
) -> None:
    done = command("store", "add", *arguments, stdin=stdin)
    assert done.code == 2
    assert said in done.err
    assert not config.exists()


def test_a_file_that_others_can_read_is_mended_with_a_word(command: Run, config: Path) -> None:
    command("store", "add", "shop", "https://shop.example", "--stdin", stdin=KEYS)
    config.chmod(0o644)
    done = command("store", "list")
    assert done.code == 0
    assert "had mode 644; it has 600 now" in done.err
    assert _mode(config) == "600"


def test_a_file_that_cannot_be_mended_is_refused(command: Run, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command("store", "add", "shop", "https://shop.example", "--stdin", stdin=KEYS)
    config.chmod(0o640)

    def refuse(self: Path, mode: int) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    done = command("store", "list")
    assert done.code == 2
    assert "mode 640, so that others can read its keys" in done.err


@pytest.mark.parametrize("text", ["{", "[]", '{"stores": {"shop": {"url": 3}}}', '{"stores": {"shop": 3}}'])
def test_a_damaged_file_is_told_in_a_sentence(command: Run, config: Path, text: str) -> None:
    config.parent.mkdir()
    config.write_text(text, "utf-8")
    config.chmod(0o600)
    done = command("store", "list")
    assert done.code == 2
    assert done.err.startswith(f"wooclient: {config}")


def test_with_the_keyring_the_file_holds_no_key(
    command: Run, config: Path, store: MockStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[tuple[str, str], str] = {}
    keyring = ModuleType("keyring")
    keyring.__dict__.update(
        __spec__=SimpleNamespace(),
        set_password=lambda service, name, text: kept.update({(service, name): text}),
        get_password=lambda service, name: kept.get((service, name)),
        delete_password=lambda service, name: kept.pop((service, name)),
        errors=SimpleNamespace(KeyringError=RuntimeError, PasswordDeleteError=RuntimeError),
    )
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    keys = f"{store.key}\n{store.secret}\n"
    assert command("store", "add", "shop", store.url, "--keyring", "--stdin", stdin=keys).code == 0
    assert store.secret not in config.read_text("utf-8")
    world = World(transport=store.transport)
    found = command("get", "products", "101", "--fields", "id", "--json", world=world)
    assert [row["id"] for row in found.rows] == [101]
    assert command("store", "remove", "shop").code == 0
    assert kept == {}


def test_the_environment_names_stores_too(command: Run, store: MockStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("URL", store.url), ("KEY", store.key), ("SECRET", store.secret)):
        monkeypatch.setenv(f"WOO_MY_SHOP_{name}", value)
    world = World(transport=store.transport)
    assert command("get", "products", "101", "--store", "my-shop", world=world).code == 0
    monkeypatch.setenv("WOO_STORE", "my-shop")
    assert command("get", "products", "101", world=world).code == 0
    monkeypatch.delenv("WOO_MY_SHOP_SECRET")
    assert command("get", "products", "101", world=world).err == "wooclient: the environment lacks WOO_MY_SHOP_SECRET\n"


def test_without_any_store_the_command_says_how_to_name_one(command: Run) -> None:
    done = command("list", "products")
    assert done.code == 2
    assert "wooclient store add NAME URL" in done.err
    assert command("list", "products", "--mock", "--url", "https://x.example").code == 2


def test_no_option_takes_a_key() -> None:
    """What is an option stays in the shell's history, and other users see it in the list of processes."""
    seen = set[str]()
    context = click.Context(cli)

    def walk(command: click.Command) -> None:
        seen.update(option for one in command.params for option in one.opts)
        if isinstance(command, click.Group) and command is not cli:
            for name in command.list_commands(context):
                found = command.get_command(context, name)
                assert found is not None
                walk(found)

    for name in COMMANDS:
        found = cli.get_command(context, name)
        assert found is not None
        walk(found)
    assert "--store" in seen
    assert not {option for option in seen if ("key" in option and option != "--keyring") or "secret" in option}
