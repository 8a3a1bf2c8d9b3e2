"""`create`, `update`, `delete`, `batch`: changing records. With `--dry-run` nothing is sent that changes anything."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import click

from wooclient._runtime.address import operation_path
from wooclient._runtime.batch import PARTS, BatchOutcome
from wooclient._runtime.batch_run import BatchRun
from wooclient._runtime.batch_sending import send_batch
from wooclient._runtime.errors import BatchInterrupted
from wooclient._runtime.inputs import arguments as converted
from wooclient._runtime.inputs import body_items, query_arguments
from wooclient._runtime.masking import mask
from wooclient._runtime.operation import Operation
from wooclient._runtime.shapes import is_array, is_object

from .app import World
from .changes import changes
from .codes import DONE, FOUND
from .console import say_json, show_pairs, show_table, tell
from .opening import JSON, Named, Opened, store_options
from .reading import show_record
from .resources import Resource, check_ids, placeholders, takes_resource
from .values import given, split
from .walking import call

DATA = click.option("--data", default="", metavar="FILE", help="A JSON file with fields; - for stdin.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change; send nothing that changes anything.")
ARGUMENTS = click.argument("arguments", nargs=-1, metavar="ID... [name=value]...")


class Asked(NamedTuple):
    """A call that would change something."""

    operation: Operation[Any]
    ids: tuple[int | str, ...]
    given: Any

    @property
    def path(self) -> str:
        """The path of the request."""
        return self.operation.version.prefix + operation_path(self.operation.path, self.ids)

    def body(self) -> Any:
        """What would be sent, as JSON. Raises TypeError or ValueError for what the store would misread."""
        operation = self.operation
        if not operation.body:
            return query_arguments(operation.query_type(), self.given, operation.id)
        if is_array(self.given):
            return body_items(operation.body_type(), self.given, operation.id)
        return converted(operation.body_type(), self.given, operation.id)


@click.command()
@takes_resource
@ARGUMENTS
@DATA
@DRY_RUN
@JSON
@store_options
@click.pass_obj
def create(world: World, /, named: Named, resource: Resource, **how: Any) -> None:
    """Create a record: `wooclient create products name=Mug regular_price=12.50 'categories:=[{"id":9}]'`."""
    _change(world, named, resource, "create", **how)


@click.command()
@takes_resource
@ARGUMENTS
@DATA
@DRY_RUN
@JSON
@store_options
@click.pass_obj
def update(world: World, /, named: Named, resource: Resource, **how: Any) -> None:
    """Change fields of a record: `wooclient update products 42 sale_price= stock_quantity=7`.

    An empty value empties the field. Parts are named with a dot: `billing.city=Rome`.
    """
    _change(world, named, resource, "update", **how)


@click.command()
@takes_resource
@ARGUMENTS
@DRY_RUN
@JSON
@store_options
@click.pass_obj
def delete(world: World, /, named: Named, resource: Resource, **how: Any) -> None:
    """Delete a record: `wooclient delete products 42` moves it to the trash, `force=true` deletes it permanently."""
    _change(world, named, resource, "delete", data="", **how)


def _change(
    world: World,
    named: Named,
    resource: Resource,
    verb: str,
    *,
    arguments: tuple[str, ...],
    data: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    operation = resource.operation(verb)
    ids, pairs = split(arguments)
    sent = given(operation, pairs)
    if data:
        sent = _joined(_from_file(data), sent)
    asked = Asked(operation, check_ids(operation, ids), sent)
    with named.open(world) as opened:
        if dry_run:
            _show_dry_run(opened, resource, asked, as_json)
            return
        with opened.client() as woo:
            found, _ = call(woo, operation, asked.ids, asked.given)
        show_record(mask(operation.item_type(), found), as_json)


def _joined(held: Any, sent: dict[str, Any]) -> Any:
    if not sent:
        return held
    if not is_object(held):
        raise click.UsageError("--data holds a list, so that no name=value can stand beside it")
    return {**held, **sent}


def _from_file(place: str) -> Any:
    try:
        text = sys.stdin.read() if place == "-" else Path(place).read_text("utf-8-sig")
        return json.loads(text, parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{place} cannot be read as JSON: {error}") from None


def _show_dry_run(opened: Opened, resource: Resource, asked: Asked, as_json: bool) -> None:
    """Print what would be sent and, where the record can be read, what it would change."""
    body = asked.body()
    current = _current(opened, resource, asked) if asked.ids else None
    found = changes(current, body) if is_object(current) and is_object(body) and asked.operation.body else []
    if as_json:
        told = {change.field: {"old": change.old, "new": change.new} for change in found}
        say_json({"method": asked.operation.method, "path": asked.path, "sent": body, "changes": told})
        return
    tell("dry run: nothing is changed")
    show_pairs([(f"{asked.operation.method} {asked.path}", body)])
    if found:
        show_table(("field", "now", "then"), found)
    elif asked.operation.body and current is not None:
        tell("the record holds these values already")


def _current(opened: Opened, resource: Resource, asked: Asked) -> Any:
    """The record as it is now; None if it cannot be read by itself. Raises RequestError if there is none."""
    operation = resource.find("get")
    if operation is None or len(placeholders(operation)) != len(asked.ids):
        return None
    with opened.client() as woo:
        return mask(operation.item_type(), call(woo, operation, asked.ids, {})[0])


# Batches


@click.command()
@takes_resource
@click.argument("arguments", nargs=-1, metavar="[PARENT_ID]... [FILE]")
@click.option("--concurrency", default=1, show_default=True, help="How many requests may be under way.")
@DRY_RUN
@JSON
@store_options
@click.pass_obj
def batch(
    world: World,
    named: Named,
    resource: Resource,
    arguments: tuple[str, ...],
    concurrency: int,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Create, change and delete many records, as a JSON file or stdin says.

    The file holds `{"create": [...], "update": [...], "delete": [...]}`, of any size: requests hold as many as the
    store takes. One line an item tells what became of it.
    """
    operation = resource.operation("batch")
    ids, place = _place_of(operation, arguments)
    parts = _parts(_from_file(place))
    if dry_run:
        _tell_parts(converted(operation.body_type(), parts, operation.id), as_json)
        return DONE
    outcomes: list[BatchOutcome[Any]] = []
    with named.open(world) as opened, opened.client() as woo:
        run: BatchRun[Any] = BatchRun(operation, parts, concurrency=concurrency, on_outcome=outcomes.append)
        try:
            send_batch(run, lambda body: woo.ask(operation, ids, body), lambda came: woo.read(operation, *came)[0])
        except BatchInterrupted as stopped:
            _tell_rest(stopped)
            raise
        finally:
            _tell_outcomes(outcomes, as_json)
    return FOUND if any(one.error for one in outcomes) else DONE


def _place_of(operation: Operation[Any], arguments: tuple[str, ...]) -> tuple[tuple[int | str, ...], str]:
    count = len(placeholders(operation))
    rest = arguments[count:]
    if len(rest) > 1:
        raise click.UsageError(f"one file is read, not {' '.join(rest)}")
    return check_ids(operation, arguments[:count]), rest[0] if rest else "-"


def _parts(found: Any) -> Mapping[str, Any]:
    if not is_object(found) or not found or found.keys() - set(PARTS):
        raise click.UsageError(f"a batch is an object with {', '.join(PARTS)}, and nothing else")
    return found


def _tell_parts(held: Mapping[str, Any], as_json: bool) -> None:
    if as_json:
        for part, items in held.items():
            for item in items:
                say_json({"part": part, "item": item})
    counts = ", ".join(f"{len(items)} to {part}" for part, items in held.items())
    tell(f"dry run: nothing is sent; {counts or 'nothing'}")


def _tell_outcomes(outcomes: list[BatchOutcome[Any]], as_json: bool) -> None:
    rows = [_row(one) for one in outcomes]
    if as_json:
        for row in rows:
            say_json(row)
        return
    refused = [row for row in rows if "code" in row]
    if refused:
        show_table(("part", "index", "code", "message"), [list(row.values()) for row in refused], whole=True)
    tell(f"{len(rows) - len(refused)} done, {len(refused)} refused")


def _row(one: BatchOutcome[Any]) -> dict[str, Any]:
    about = {"part": one.part, "index": one.index}
    if one.error is not None:
        return {**about, "code": one.error.code, "message": one.error.message}
    return {**about, "id": getattr(one.result, "id", None)}


def _tell_rest(stopped: BatchInterrupted) -> None:
    """Say what is left on stderr, as a file that `batch` takes again."""
    for what, held in (
        ("not sent", stopped.unsent),
        ("outcome unknown: look before you send it again", stopped.unknown),
    ):
        if held:
            tell(f"{what}: {json.dumps(held)}")
