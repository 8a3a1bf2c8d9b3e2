"""`wooclient webhook`: events as they come, and webhooks that were switched off."""

from __future__ import annotations

import os
from typing import Any

import click

from wooclient._runtime.errors import ConfigurationError
from wooclient._runtime.shapes import is_object

from .app import World
from .codes import DONE, FOUND
from .console import say_json, show_table, tell
from .opening import JSON, Named, store_options
from .resources import resource
from .walking import call, pages

_OFF = "disabled"
_SECRET = "WOO_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable


@click.group()
def webhook() -> None:
    """Receive events; find webhooks that were switched off."""


@webhook.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8787, show_default=True, help="Port to listen on; 0 picks a free one.")
@click.option("--count", default=0, help="Stop after so many events; 0 for never.")
@JSON
def listen(host: str, port: int, count: int, as_json: bool) -> int:
    """Print events as they come, those whose signature is right.

    The secret of the webhook is in WOO_WEBHOOK_SECRET, or asked for. Pings are answered, so that a store can switch the
    webhook on; other requests are refused. A store on another machine needs a tunnel to this port.
    """
    from .listening import Receiver

    secret = os.environ.get(_SECRET) or click.prompt("Secret of the webhook", hide_input=True, err=True)
    receiver = Receiver(host, port, secret, as_json=as_json, count=count)
    tell(f"listening on http://{host}:{receiver.port}/ (Ctrl-C ends it)")
    receiver.run()
    return FOUND if receiver.refused else DONE


@webhook.command()
@click.option("--enable", is_flag=True, help="Switch on what the store switched off.")
@click.option("--dry-run", is_flag=True, help="With --enable: only say what would be switched on.")
@JSON
@store_options
@click.pass_obj
def health(world: World, /, named: Named, enable: bool, dry_run: bool, as_json: bool) -> int:
    """Show all webhooks. The store switches one off after more than five failed deliveries in a row.

    The exit code is 1 if any is switched off, and stays so.
    """
    if dry_run and not enable:
        raise ConfigurationError("--dry-run goes with --enable")
    known = resource("webhooks")
    rows: list[dict[str, Any]] = []
    with named.open(world) as opened, opened.client() as woo:
        for taken in pages(woo, known.operation("list"), (), {}):
            rows += [_row(record.value) for record in taken.records]
        off = [row for row in rows if row["status"] == _OFF]
        for row in off if enable and not dry_run else ():
            found, _ = call(woo, known.operation("update"), (row["id"],), {"status": "active"})
            row["status"] = found.get("status") if is_object(found) else row["status"]
    _show(rows, as_json)
    left = sum(row["status"] == _OFF for row in rows)
    if dry_run:
        tell(f"dry run: {len(off)} would be switched on")
    elif enable:
        tell(f"{len(off) - left} switched on; if a receiver still fails, the store switches it off again")
    elif off:
        tell(f"{left} switched off; mend the receiver, then: wooclient webhook health --enable")
    return FOUND if left else DONE


def _row(record: dict[str, Any]) -> dict[str, Any]:
    return {name: record.get(name) for name in ("id", "name", "status", "topic", "delivery_url")}


def _show(rows: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        for row in rows:
            say_json(row)
    elif rows:
        styles = ["red" if row["status"] == _OFF else "" for row in rows]
        show_table(list(rows[0]), [list(row.values()) for row in rows], styles)
    else:
        tell("there is none")
