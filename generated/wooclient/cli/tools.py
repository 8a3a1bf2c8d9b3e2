"""`mock`, `contract`, `drift` and `completion`: what else stands in the same command."""

from __future__ import annotations

import os
from importlib.util import find_spec

import click

from wooclient._runtime.errors import ConfigurationError

from .app import World
from .opening import Named, store_options

_PASSED_ON = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": list[str]()}


@click.command(context_settings=_PASSED_ON)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def mock(arguments: tuple[str, ...]) -> int:
    """Run a mock store as a server; `wooclient mock --help` tells its options."""
    if find_spec("h11") is None:
        raise ConfigurationError("the mock store as a server needs h11: pip install 'wooclient[mock]'")
    from wooclient.mock.__main__ import main

    return main([*arguments], "wooclient mock")


@click.command(context_settings={**_PASSED_ON, "help_option_names": ["--store-help"]})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@store_options
def contract(named: Named, arguments: tuple[str, ...]) -> int:
    """Hold a store against the description; `wooclient contract --help` tells its options.

    The store is named as for all commands. Without --allow-writes the suite only reads.
    """
    if find_spec("jsonschema_rs") is None:  # without it, the suite cannot be imported
        raise ConfigurationError("the contract suite needs jsonschema-rs: pip install 'wooclient[contract]'")
    from wooclient.contract.command import main

    asked = [*arguments]
    if not {"-h", "--help"} & {*asked}:
        asked += _store(named, arguments)
    return main(asked)


@click.command(context_settings={**_PASSED_ON, "help_option_names": ["--store-help"]})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@store_options
@click.pass_obj
def drift(world: World, named: Named, arguments: tuple[str, ...]) -> int:
    """Tell what a store has that the description lacks; `wooclient drift --help` tells its options.

    The store is named as for all commands. Nothing is changed.
    """
    if any(find_spec(name) is None for name in ("jsonschema_rs", "yaml")):
        raise ConfigurationError("`drift` needs jsonschema-rs and pyyaml: pip install 'wooclient[drift]'")
    from wooclient.drift.command import main

    asked = [*arguments]
    if named.use_mock:
        raise click.UsageError("a mock store is made of the description: it has nothing that the description lacks")
    if not any(one in ("-h", "--help") or one.startswith("--from") for one in asked):
        asked += [*_store(named, arguments), "--timeout", str(named.timeout)]
    return main(asked, transport=world.transport)


def _store(named: Named, arguments: tuple[str, ...]) -> list[str]:
    """The options of a suite for a store. Its key goes by the environment, where other users do not see it."""
    trust = ["--insecure"] if named.insecure else ["--ca-file", named.ca_file] if named.ca_file else []
    if named.use_mock:
        return ["--mock", *trust]
    if named.url and any(one.partition("=")[0] == "--key" for one in arguments):
        return ["--url", named.url, *trust]  # the key is among the arguments already
    from .stores import chosen

    store = chosen(named.name, named.url)
    os.environ["WOO_KEY"], os.environ["WOO_SECRET"] = store.key, store.secret
    return ["--url", store.url, *trust]


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script for the completion of a shell.

    bash: `eval "$(wooclient completion bash)"` in ~/.bashrc; zsh: the same in ~/.zshrc; fish: into
    ~/.config/fish/completions/wooclient.fish.
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(ctx.find_root().command, {}, "wooclient", "_WOOCLIENT_COMPLETE").source())
