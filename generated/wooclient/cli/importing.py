"""`wooclient import`: records created and changed from a table. Only what differs is sent."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from wooclient._runtime.batch import BatchOutcome
from wooclient._runtime.batch_run import BatchRun
from wooclient._runtime.batch_sending import send_batch
from wooclient._runtime.errors import BatchInterrupted
from wooclient._runtime.models import to_wire
from wooclient._runtime.not_kept import NotKeptWarning
from wooclient._runtime.reuse import given_again

from . import rows as tables
from .app import World
from .changes import Change, changes, not_kept
from .codes import BAD_INPUT, DONE, FOUND
from .console import say_json, show_table, tell
from .opening import JSON, Named, store_options
from .progress import Progress
from .resources import Resource, check_ids, parameters, resources, takes_resource
from .rows import Columns, Row
from .walking import pages

if TYPE_CHECKING:
    from wooclient import WooClient

_CHUNK = 100
_SHOWN = 20


class Plan(NamedTuple):
    """What is to be done with a row.

    Attributes:
        row: The row.
        part: `create` or `update`; empty if the store holds all this already.
        sent: The item of the batch.
        changes: What would change, field by field.
    """

    row: Row
    part: str
    sent: dict[str, Any]
    changes: list[Change]

    def lost(self, came: Any, nothing: Mapping[str, str]) -> list[str]:
        """The fields that the store did not keep, by the record that it answered with.

        `nothing` holds the values that stores show as nothing, by field.
        """
        before = {change.field: change.old for change in self.changes}
        return not_kept(self.sent, came, before, nothing) if came else []

    @property
    def is_done(self) -> bool:
        """Whether the store did anything of it."""
        return not self.row.why and not (self.part == "update" and len(self.row.not_kept) >= len(self.changes))


class Import:
    """One import: its rows, and how the store's records are found."""

    def __init__(self, woo: WooClient, resource: Resource, ids: tuple[int | str, ...]) -> None:
        self.woo, self.resource, self.ids = woo, resource, ids
        self.batch, self.list = resource.operation("batch"), resource.operation("list")
        self.update_kind, self.create_kind = (tables.item_kind(self.batch, part) for part in ("update", "create"))
        place: Any = woo
        for name in (*resource.version.door, *resource.name.split(".")):
            place = getattr(place, name)
        #: The fields that are compared.
        self.fields = ["id"]
        #: The field by which records are found, if not by id, and how to find them.
        self.lookup: tuple[str, Callable[..., Any]] | None = next(
            ((name[3:], getattr(place, name)) for name in dir(place) if name.startswith("by_")), None
        )

    def check(self, found: Sequence[Row]) -> None:
        """Turn all rows into what is sent, or note why not. Raises UsageError if no column can be changed."""
        names = dict.fromkeys(name for row in found for name in row.cells)
        columns = Columns(names, self.batch, self.list)
        lookup = (self.lookup[0],) if self.lookup else ()
        self.fields = ["id", *lookup, *self._parents(), *sorted(columns.shown - {"id", *lookup})]
        seen: dict[tuple[str, str], int] = {}
        for row in found:
            if not row.why:
                self._check(row, columns, seen)
        if columns.ignored and not {*columns.sent} - {"id", *lookup}:
            raise click.UsageError(f"the store sets {', '.join(columns.ignored)} itself, and there is no other column")
        if columns.ignored:
            tell(f"passed over, as the store sets them: {', '.join(columns.ignored)}")
        if columns.twins:
            tell(f"passed over, as their columns with _gmt say the same: {', '.join(columns.twins)}")

    def _check(self, row: Row, columns: Columns, seen: dict[tuple[str, str], int]) -> None:
        try:
            values = columns.values(row)
        except (click.UsageError, ValueError) as error:
            row.why = error.message if isinstance(error, click.UsageError) else str(error)
            return
        kind = self.update_kind if "id" in values or self.create_kind is None else self.create_kind
        tables.check(row, values, kind)
        for name in ("id", *((self.lookup[0],) if self.lookup else ())):
            key = str(row.values.get(name, ""))
            if key and not row.why:
                earlier = seen.setdefault((name, key.casefold()), row.line)
                row.why = f"{name} {key} is on line {earlier} already" if earlier != row.line else ""
        if not row.why and self.lookup and not {"id", self.lookup[0]} & {n for n, v in row.values.items() if v}:
            row.why = f"names neither id nor {self.lookup[0]}"

    def plans(self, found: Sequence[Row]) -> Iterator[Plan]:
        """What is to be done with each row that is sound. Reads the records as they are; notes rows that have none."""
        by_id = self._by_id([row.values["id"] for row in found if not row.why and row.values.get("id")], self._stored)
        by_name = self._by_name(found)
        for row in found:
            if row.why:
                continue
            if row.values.get("id"):
                plan = self._changed(row, by_id.get(row.values["id"]))
            elif self.lookup and (record := by_name.get(str(row.values[self.lookup[0]]))) is not None:
                plan = self._found(row, record)
            else:
                plan = self._new(row)
            if plan is not None:
                yield plan

    def without_rendered(self, plans: list[Plan]) -> list[Plan]:
        """The plans without texts that stand in the file as visitors see them, as they are in exports."""
        doubtful = [plan for plan in plans if plan.part == "update" and any(map(_is_markup, plan.changes))]
        shown = self._by_id([plan.sent["id"] for plan in doubtful], {})
        mended = {
            id(plan): self._less(plan, {c.field for c in changes(shown.get(plan.sent["id"], {}), plan.sent)})
            for plan in doubtful
        }
        return [mended.get(id(plan), plan) for plan in plans]

    def _less(self, plan: Plan, differing: set[str]) -> Plan:
        kept = [change for change in plan.changes if not _is_markup(change) or change.field in differing]
        heads = {change.field.partition(".")[0] for change in kept} | {"id"}
        sent = {name: value for name, value in plan.sent.items() if name in heads}
        return Plan(plan.row, "update" if kept else "", sent, kept)

    def _found(self, row: Row, record: dict[str, Any]) -> Plan | None:
        parent = next((f for f in self._parents() if record.get(f)), None)
        if parent is not None:
            below = self._parents()[parent]
            row.why = f"stands below {record[parent]}: import it with `wooclient import {below} {record[parent]} FILE`"
            return None
        # What found the record is no change of it: stores find an SKU in other letters too.
        others = {name: value for name, value in row.values.items() if self.lookup is None or name != self.lookup[0]}
        row.values = {"id": record["id"], **others}
        return self._changed(row, record)

    def _parents(self) -> dict[str, str]:
        """The fields by which records of the resources below name what they stand below."""
        known = resources(self.resource.version)
        below = {name: one.find("update") for name, one in known.items() if name.startswith(f"{self.resource.name}.")}
        return {operation.parent: name for name, operation in below.items() if operation and operation.parent}

    def _changed(self, row: Row, record: dict[str, Any] | None) -> Plan | None:
        if record is None:
            row.why = f"there is no record with id {row.values['id']}"
            return None
        fields = {name: value for name, value in row.values.items() if name != "id"}
        found = changes(record, fields)
        heads = {change.field.partition(".")[0] for change in found}
        sent = {"id": record["id"], **{name: value for name, value in fields.items() if name in heads}}
        return Plan(row, "update" if found else "", sent, found)

    def _new(self, row: Row) -> Plan | None:
        if self.create_kind is None:
            row.why = "names no id, and nothing is created here"
            return None
        return Plan(row, "create", row.values, changes({}, row.values))

    @property
    def _stored(self) -> dict[str, Any]:
        """The parameters by which texts come as they are stored, and not as visitors see them."""
        return {"context": "edit"} if "context" in parameters(self.list) else {}

    def _by_id(self, ids: Sequence[Any], given: dict[str, Any]) -> dict[Any, dict[str, Any]]:
        found: dict[Any, dict[str, Any]] = {}
        takes = "include" in parameters(self.list)
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            query = {**given, "fields": self.fields, **({"include": chunk} if takes else {})}
            for taken in pages(self.woo, self.list, self.ids, query):
                found.update({record.id: record.value for record in taken.records})
            if not takes:
                break
        return found

    def _by_name(self, found: Sequence[Row]) -> dict[str, dict[str, Any]]:
        if self.lookup is None:
            return {}
        name, find = self.lookup
        values = [str(row.values[name]) for row in found if not row.why and not row.values.get("id")]
        return (
            {value: to_wire(record) for value, record in find(values, fields=self.fields, **self._stored).items()}
            if values
            else {}
        )

    def send(self, plans: Sequence[Plan], concurrency: int, progress: Progress) -> None:
        """Carry out what is planned, noting why rows were refused. Raises RequestError if the store cannot go on."""
        parts = {part: [plan for plan in plans if plan.part == part] for part in ("create", "update")}
        left = {id(plan.row): plan.row for plan in plans}
        nothing = {one.field: one.nothing for one in self.batch.not_kept if one.nothing}

        def item(plan: Plan) -> Any:
            return given_again(plan.sent, self.create_kind if plan.part == "create" else self.update_kind)

        def note(one: BatchOutcome[Any]) -> None:
            plan = parts[one.part][one.index]
            row = plan.row
            del left[id(row)]
            if one.error is not None:
                row.why = f"{one.error.code}: {one.error.message}"
            else:
                row.not_kept = plan.lost(to_wire(one.result), nothing)

        try:
            run: BatchRun[Any] = BatchRun(
                self.batch, {part: [item(plan) for plan in found] for part, found in parts.items() if found},
                concurrency=concurrency, on_outcome=note, on_progress=progress.at,
            )  # fmt: skip
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotKeptWarning)  # rows tell it, of every field
                send_batch(
                    run,
                    lambda body: self.woo.ask(self.batch, self.ids, body),
                    lambda came: self.woo.read(self.batch, *came)[0],
                )
        except BaseException as error:  # Ctrl-C too
            cause = error.cause if isinstance(error, BatchInterrupted) else error
            for row in left.values():
                row.why = f"not done, as far as is known: {str(cause or '') or 'stopped'}"
            raise


def _is_markup(change: Change) -> bool:
    return isinstance(change.new, str) and "<" in change.new


@click.command("import")
@takes_resource
@click.argument("arguments", nargs=-1, required=True, metavar="[PARENT_ID]... FILE")
@click.option("--dry-run", is_flag=True, help="Show what would change, field by field; send nothing that changes.")
@click.option("--skip-faulty", is_flag=True, help="Send the sound rows although others are faulty.")
@click.option("--no-create", is_flag=True, help="Refuse rows whose record is not there, instead of creating it.")
@click.option("--concurrency", default=1, show_default=True, help="How many requests may be under way.")
@JSON
@store_options
@click.pass_obj
def import_records(
    world: World,
    /,
    named: Named,
    resource: Resource,
    arguments: tuple[str, ...],
    dry_run: bool,
    skip_faulty: bool,
    no_create: bool,
    concurrency: int,
    as_json: bool,
) -> int:
    """Create and change records from a table (.csv, .jsonl) whose columns are fields.

    A row names its record by `id`, or by what the resource is looked up by, such as `sku`. Parts of objects are columns
    of their own (`dimensions.width`), lists are JSON. An empty cell leaves its field as it is; CLEAR empties it. All
    rows are checked before the first is sent; only what differs is sent. What is refused goes into FILE.refused.csv,
    with the reason: correct it there and give that file. Fields that the store answers with another value are named as
    not kept. Commas, semicolons or tabs may stand between cells; numbers have a point.
    """
    path = Path(arguments[-1])
    found = tables.read(path)
    with named.open(world) as opened, opened.client() as woo:
        job = Import(woo, resource, check_ids(resource.operation("list"), arguments[:-1]))
        job.check(found)
        faulty = [row for row in found if row.why]
        if faulty and not skip_faulty and not dry_run:
            return _refuse_all(path, faulty, len(found), as_json)
        plans = job.without_rendered(list(job.plans(found)))
        if no_create:
            plans = [plan for plan in plans if not _refuse_new(plan)]
        if dry_run:
            return _show_dry_run(plans, found, as_json)
        try:
            with Progress(resource.name) as progress:
                job.send([plan for plan in plans if plan.part], concurrency, progress)
        finally:
            code = _report(path, plans, found, as_json)
        return code


def _refuse_new(plan: Plan) -> bool:
    if plan.part == "create":
        plan.row.why = "there is no such record, and --no-create forbids to create it"
    return plan.part == "create"


def _refuse_all(path: Path, faulty: list[Row], count: int, as_json: bool) -> int:
    """Say which rows are faulty; nothing was sent."""
    _show_refused(faulty, as_json)
    tell(
        f"{len(faulty)} of {count} rows are faulty; nothing was sent. Correct them in {path.name}, or send the others "
        "with --skip-faulty"
    )
    return BAD_INPUT


def _show_refused(found: list[Row], as_json: bool) -> None:
    if as_json:
        for row in found:
            say_json({"line": row.line, "refused": row.why})
        return
    show_table(("line", "refused"), [(row.line, row.why) for row in found[:_SHOWN]], whole=True)
    if len(found) > _SHOWN:
        tell(f"and {len(found) - _SHOWN} more")


def _show_dry_run(plans: list[Plan], found: list[Row], as_json: bool) -> int:
    refused = [row for row in found if row.why]
    for plan in plans:
        if as_json:
            told = {change.field: {"old": change.old, "new": change.new} for change in plan.changes}
            say_json({"line": plan.row.line, "action": plan.part or "none", "id": plan.sent.get("id"), "changes": told})
    if as_json:
        _show_refused(refused, as_json=True)
    else:
        lines = [
            (plan.row.line, plan.part, plan.sent.get("id", "new"), *change) for plan in plans for change in plan.changes
        ]
        show_table(("line", "action", "id", "field", "now", "then"), lines)
        if refused:
            _show_refused(refused, as_json=False)
    tell(f"dry run: nothing is changed; {_counts(plans)}, {len(refused)} refused")
    return FOUND if refused else DONE


def _counts(plans: list[Plan], *, done: bool = False) -> str:
    numbers = {
        part: sum(plan.part == part and (not done or not part or plan.is_done) for plan in plans)
        for part in ("create", "update", "")
    }
    create, update = ("created", "changed") if done else ("to create", "to change")
    return f"{numbers['create']} {create}, {numbers['update']} {update}, {numbers['']} as they are"


def _report(path: Path, plans: list[Plan], found: list[Row], as_json: bool) -> int:
    refused = [row for row in found if row.why]
    if refused:
        place = refused_path(path)
        tables.write_refused(place, refused, path)
        _show_refused(refused, as_json)
        tell(f"{len(refused)} rows are in {place}: correct them there, and give that file")
    lost = [row for row in found if row.not_kept]
    if lost:
        _show_not_kept(lost, as_json)
    more = f", {len(lost)} not kept" if lost else ""
    tell(f"{_counts(plans, done=True)}, {len(refused)} refused{more}")
    return FOUND if refused or lost else DONE


def _show_not_kept(found: list[Row], as_json: bool) -> None:
    """Say which fields the store answered with another value; sending them again changes nothing."""
    if as_json:
        for row in found:
            say_json({"line": row.line, "not_kept": row.not_kept})
        return
    show_table(("line", "not kept"), [(row.line, ", ".join(row.not_kept)) for row in found[:_SHOWN]], whole=True)
    if len(found) > _SHOWN:
        tell(f"and {len(found) - _SHOWN} more")
    tell("the store took these rows and answered other values: most likely another field switches these off")


def refused_path(path: Path) -> Path:
    """Where refused rows of a file go: beside it, under a name that no file has."""
    stem = path.stem.partition(".refused")[0]
    number = 1
    while True:
        ending = f".refused{f'-{number}' if number > 1 else ''}{path.suffix}"
        place = path.with_name(f"{stem}{ending}")
        if not place.exists():
            return place
        number += 1
