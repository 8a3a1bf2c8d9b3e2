"""The command `wooclient doctor`."""

from __future__ import annotations

import click

from ..app import World
from ..codes import DONE, FOUND
from ..console import printable, say_json, tell
from ..opening import JSON, Named, store_options
from .finding import Finding
from .probe import Probe
from .table import Check, examine

_MARKS = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "broken": ("✗", "red"), "skipped": ("·", "bright_black")}
_WIDTH = 27


@click.command()
@JSON
@store_options
@click.pass_obj
def doctor(world: World, /, named: Named, as_json: bool) -> int:
    """Find out why a store does not answer, or not as it should.

    Changes nothing in the store. Each finding has its cause and what to do about it, a sentence each. The exit code is
    1 if anything is broken.
    """
    levels: list[str] = []
    with named.open(world) as opened:
        for check, found in examine(Probe(opened)):
            levels.append(found.level)
            if as_json:
                say_json({"check": check.name, **found._asdict()})
            else:
                _show(check, found)
    broken, warned = levels.count("broken"), levels.count("warning")
    if not as_json:
        tell(f"{broken} broken, {warned} to look at, {levels.count('ok')} fine, {levels.count('skipped')} not checked")
    return FOUND if broken else DONE


def _show(check: Check, found: Finding) -> None:
    mark, colour = _MARKS[found.level]
    # Causes may hold text of the store.
    click.echo(f"{click.style(mark, fg=colour)} {check.title:{_WIDTH}} {printable(found.cause)}")
    if found.remedy:
        click.echo(f"  {'':{_WIDTH}} → {printable(found.remedy)}")
