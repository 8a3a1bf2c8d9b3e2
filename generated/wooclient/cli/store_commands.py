"""`wooclient store`: names for stores."""

from __future__ import annotations

import os
import sys
from typing import get_args

import click

from wooclient._runtime.address import store_url
from wooclient._runtime.auth import Auth, credentials
from wooclient._runtime.errors import ConfigurationError

from .console import say_json, show_table, tell
from .opening import JSON
from .stores import Config, Store, check_name

_WAYS: tuple[str, ...] = get_args(Auth)


@click.group()
def store() -> None:
    """Name stores, so that other commands find address and keys.

    The config file has mode 600. Keys are asked for without echo, or read from stdin or the environment; no option
    takes them, as options stay in the shell's history.
    """


@store.command()
@click.argument("name")
@click.argument("url")
@click.option("--auth", type=click.Choice(_WAYS), default="auto", show_default=True, help="How to show the key.")
@click.option("--keyring", is_flag=True, help="Keep the key in the keyring of the system, not in the file.")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read key and secret from stdin, a line each.")
@click.option("--env", "from_env", is_flag=True, help="Take key and secret from WOO_KEY and WOO_SECRET.")
def add(name: str, url: str, auth: str, keyring: bool, from_stdin: bool, from_env: bool) -> None:
    """Note a store. The first one is the default of all commands.

    Makes nothing in the store: make the key in WooCommerce > Settings > Advanced > REST API.
    """
    config = Config()
    if check_name(name) in config.stores:
        raise ConfigurationError(f"there is a store {name!r} already; `wooclient store remove {name}` forgets it")
    address = store_url(url)
    key, secret = _keys(from_stdin, from_env)
    credentials(address, key, secret, auth)  # raises for what cannot work
    config.add(name, Store(address, key, secret, auth), keyring=keyring)
    config.save()
    place = "the keyring" if keyring else str(config.path)
    tell(f"{name} is noted, its key in {place}. Try it: wooclient doctor --store {name}")


def _keys(from_stdin: bool, from_env: bool) -> tuple[str, str]:
    if from_stdin and from_env:
        raise click.UsageError("choose --stdin or --env")
    if from_env:
        found = (os.environ.get("WOO_KEY", ""), os.environ.get("WOO_SECRET", ""))
    elif from_stdin:
        found = (sys.stdin.readline(), sys.stdin.readline())
    else:
        found = (click.prompt("Consumer key", hide_input=True, err=True), click.prompt(
            "Consumer secret", hide_input=True, err=True))  # fmt: skip
    return found[0].strip(), found[1].strip()


@store.command("list")
@JSON
def list_stores(as_json: bool) -> None:
    """Show the noted stores, without their secrets."""
    config = Config()
    rows = [
        (name, entry.url, entry.auth, entry.place, f"…{entry.key[-7:]}" if entry.key else "", name == config.default)
        for name, entry in config.stores.items()
    ]
    columns = ("name", "url", "auth", "kept in", "key", "default")
    if as_json:
        for row in rows:
            say_json(dict(zip(columns, row, strict=True)))
    elif rows:
        show_table(columns, rows)
    else:
        tell("no store is noted: wooclient store add NAME URL")


@store.command()
@click.argument("name")
def remove(name: str) -> None:
    """Forget a store and its key. The key itself goes on working: revoke it in the store."""
    config = Config()
    config.remove(name)
    config.save()
    tell(f"{name} is forgotten; its key works until it is revoked in WooCommerce > Settings > Advanced > REST API")


@store.command()
@click.argument("name")
def use(name: str) -> None:
    """Make a store the default of all commands."""
    config = Config()
    config.entry(name)
    config.default = name
    config.save()
    tell(f"commands use {name} unless they name another store")
