"""`get`, `list` and `resources`: looking at records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from wooclient._runtime.inputs import hints_of, typed_dict
from wooclient._runtime.masking import mask
from wooclient._runtime.operation import Operation
from wooclient._runtime.repair import models_in
from wooclient._runtime.shapes import is_array, is_object

from . import resources as known
from .app import World
from .console import say_json, show_pairs, show_table, tell
from .opening import JSON, Named, store_options
from .resources import VERSION, Resource, asked_version, check_ids, parameters, placeholders, takes_resource
from .values import given, split
from .walking import Record, Taken, call, pages

FIELDS = click.option("--fields", default="", metavar="a,b", help="Only these fields.")
#: Columns of a table where nothing says which fields tell a record from others.
_FEW = 6
_PAGE = 100


@click.command()
@takes_resource
@click.argument("arguments", nargs=-1, metavar="ID... [name=value]...")
@FIELDS
@JSON
@store_options
@click.pass_obj
def get(world: World, named: Named, resource: Resource, arguments: tuple[str, ...], fields: str, as_json: bool) -> None:
    """Show one record: `wooclient get products 42`, `wooclient get products.variations 42 7`."""
    operation = resource.operation("get")
    ids, query = _asked(operation, arguments, fields)
    with named.open(world) as opened, opened.client() as woo:
        found, _ = call(woo, operation, ids, query)
    show_record(mask(operation.item_type(), found), as_json)


def show_record(found: Any, as_json: bool) -> None:
    """Print one record; a list of them one after the other."""
    for record in found if is_array(found) else [found]:
        if as_json:
            say_json(record)
        else:
            # Names that begin with an underscore are not the record's own.
            pairs = record.items() if is_object(record) else [("", record)]
            show_pairs([(name, value) for name, value in pairs if not name.startswith("_")])


@click.command("list")
@takes_resource
@click.argument("arguments", nargs=-1, metavar="[PARENT_ID]... [name=value]...")
@FIELDS
@click.option("--limit", default=50, show_default=True, help="How many at most; 0 for all.")
@JSON
@store_options
@click.pass_obj
def list_records(
    world: World,
    named: Named,
    resource: Resource,
    arguments: tuple[str, ...],
    fields: str,
    limit: int,
    as_json: bool,
) -> None:
    """Show records: `wooclient list orders status=processing after=2027-01-01 --fields id,total,billing`.

    Filters are the parameters of the API. `wooclient resources orders` lists them.
    """
    operation = resource.operation("list")
    ids, query = _asked(operation, arguments, fields)
    if limit and operation.paging == "pages":
        query = _with_size(operation, query, min(limit, _PAGE))
    with named.open(world) as opened, opened.client() as woo:
        limited = _Limited(pages(woo, operation, ids, query), limit)
        if as_json:
            for record in limited:
                click.echo(record.text)
        else:
            _table(operation, fields, [record.value for record in limited])
    if limited.left:
        total = f" of {limited.total}" if limited.total else ""
        tell(f"{limited.shown}{total} are shown; --limit 0 shows all")


def _with_size(operation: Operation[Any], query: dict[str, Any], size: int) -> dict[str, Any]:
    """The parameters with the size of a page, unless they name one. The legacy API has it in its filter."""
    offered = parameters(operation)
    if "per_page" in offered:
        return query if "per_page" in query else {**query, "per_page": size}
    filters = typed_dict(offered.get("filter"))
    if filters is None or "limit" not in hints_of(filters):
        return query
    return {**query, "filter": {"limit": size, **query.get("filter", {})}}


class _Limited:
    """Records up to a limit, and how many were left out."""

    def __init__(self, taken: Iterator[Taken], limit: int) -> None:
        self.taken, self.limit = taken, limit
        self.shown, self.left = 0, False
        self.total: int | None = None

    def __iter__(self) -> Iterator[Record]:
        for page in self.taken:
            self.total = page.total
            for record in page.records:
                if self.limit and self.shown == self.limit:
                    self.left = True
                    return
                self.shown += 1
                yield record
            if self.limit and self.shown == self.limit and self.total is not None:
                self.left = self.total > self.shown
                return


def _asked(operation: Operation[Any], arguments: tuple[str, ...], fields: str) -> tuple[tuple[int | str, ...], Any]:
    """The ids and the parameters that the arguments name."""
    ids, pairs = split(arguments)
    query = given(operation, pairs)
    if fields:
        query["fields"] = fields
    return check_ids(operation, ids), query


def _table(operation: Operation[Any], fields: str, records: list[Any]) -> None:
    if not records:
        tell("there is none")
        return
    if not all(map(is_object, records)):
        show_table([""], [[record] for record in records])
        return
    columns = [name.strip() for name in fields.split(",")] if fields else _columns(operation, records)
    show_table(columns, [[_value(record, name) for name in columns] for record in records])


def _value(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = record.get(name) if is_object(record) else None
    return record


def _columns(operation: Operation[Any], records: list[Any]) -> list[str]:
    """The fields that tell a person which record it is, as far as the records have them."""
    shown = [name for model in models_in(operation.item_type()) for name in getattr(model, "__shown__", ())]
    names = list(dict.fromkeys(name for record in records for name in record))
    return [name for name in shown if name in names] or names[:_FEW]


@click.command()
@click.argument("resource", type=known.ResourceName(), required=False)
@VERSION
@JSON
@click.pass_context
def resources(ctx: click.Context, resource: Resource | None, as_json: bool) -> None:
    """Show which resources there are; with the name of one, what its commands take."""
    if resource is None:
        columns: tuple[str, ...] = ("resource", "commands", "ids")
        rows = [_summary(one) for one in known.resources(asked_version(ctx)).values()]
    else:
        columns = ("command", "parameter", "takes")
        rows = [row for verb in known.VERBS for row in _parameters(resource, verb)]
    if not as_json:
        show_table(columns, rows)
        return
    for row in rows:
        say_json(dict(zip(columns, row, strict=True)))


def _summary(one: Resource) -> tuple[str, str, str]:
    verbs = [verb for verb in known.VERBS if verb in one.operations]
    path = max((placeholders(operation) for operation in one.operations.values()), key=len)
    return one.name, " ".join(verbs), " ".join(path)


def _parameters(one: Resource, verb: str) -> list[tuple[str, str, str]]:
    operation = one.find(verb)
    found = {} if operation is None else known.parameters(operation)
    return [(verb, name, known.spoken(hint)) for name, hint in found.items()]
