"""The command itself: which subcommands there are, and what becomes of an error.

Subcommands load when they are called, so that `--help` is quick.
"""

from __future__ import annotations

import io
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple

import click

from wooclient import __version__
from wooclient._runtime.conditions import StoreWarning
from wooclient._runtime.errors import WooError

from .codes import BAD_INPUT, DONE, FOUND, MEANINGS, STOPPED, code_of
from .console import said, tell


class Entry(NamedTuple):
    """Where a subcommand is, and what it does in a few words."""

    place: str
    does: str


COMMANDS: dict[str, Entry] = {
    "store": Entry("store_commands:store", "Name stores, so that other commands find address and keys."),
    "doctor": Entry("doctor.command:doctor", "Find out why a store does not answer, or not as it should."),
    "get": Entry("reading:get", "Show one record."),
    "list": Entry("reading:list_records", "Show records, filtered."),
    "create": Entry("writing:create", "Create a record."),
    "update": Entry("writing:update", "Change fields of a record."),
    "delete": Entry("writing:delete", "Delete a record, or move it to the trash."),
    "batch": Entry("writing:batch", "Create, change and delete many records."),
    "resources": Entry("reading:resources", "Show which resources there are, or the parameters of one."),
    "export": Entry("exporting:export", "Write all records of a resource to a file or database."),
    "import": Entry("importing:import_records", "Create and change records from a table."),
    "webhook": Entry("webhook_commands:webhook", "Receive events; find webhooks that were switched off."),
    "snapshot": Entry("snapshotting:snapshot", "Read a store into a seed of the mock store, without its people."),
    "mock": Entry("tools:mock", "Run a mock store as a server."),
    "contract": Entry("tools:contract", "Hold a store against the description."),
    "drift": Entry("tools:drift", "Tell what a store has that the description lacks."),
    "completion": Entry("tools:completion", "Print the script for the completion of a shell."),
}


class Commands(click.Group):
    """The subcommands, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand, loaded; None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].place.partition(":")
        found: click.Command = getattr(import_module(f"{__package__}.{module}"), name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the arguments begin with. Raises UsageError that names the nearest one."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from wooclient._runtime.words import nearest

            close = nearest(args[0], COMMANDS)
            raise click.UsageError(
                f"there is no command {args[0]!r}{f'; did you mean {close!r}?' if close else ''}", ctx
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without loading them, and the exit codes."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.does) for name, entry in COMMANDS.items()])
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in MEANINGS.items()])


@dataclass
class World:
    """What a command reaches beyond its arguments; tests bring their own.

    Attributes:
        transport: Where requests go instead of over the network.
    """

    transport: Any = None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wooclient", message="%(prog)s %(version)s")
def cli() -> None:
    """Work with WooCommerce stores."""


def main(arguments: Sequence[str] | None = None, world: World | None = None) -> int:
    """Run the command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a character is told its number
            stream.reconfigure(errors="backslashreplace")
    given = None if arguments is None else [*arguments]
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _show(warnings.showwarning)
            code = cli.main(given, "wooclient", standalone_mode=False, obj=world or World())
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return BAD_INPUT
    except click.UsageError as error:
        tell(error.format_message())
        usage = error.ctx.command_path if error.ctx else "wooclient"
        tell(f"`{usage} --help` tells what there is")
        return BAD_INPUT
    except click.ClickException as error:
        tell(error.format_message())
        return error.exit_code
    except click.Abort:
        tell("stopped")
        return STOPPED
    except StoreWarning as told:  # some filter makes it an error; what was asked is done
        tell(str(told))
        return FOUND
    except (WooError, OSError, ValueError, TypeError) as error:
        tell(said(error))
        return code_of(error)
    return code if isinstance(code, int) else DONE


def _show(others: Callable[..., object]) -> Callable[..., None]:
    """How warnings are shown: what is wrong with a store like any message, others as Python shows them."""

    def show(message: Warning | str, category: type[Warning], *more: Any) -> None:
        if issubclass(category, StoreWarning):
            tell(str(message))
        else:
            others(message, category, *more)

    return show
