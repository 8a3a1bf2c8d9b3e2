"""`wooclient export`: all records of a resource, resumed where a kill left it, kept up to date with `--since-last`."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from wooclient._runtime.errors import ConfigurationError, ValidationFailed
from wooclient._runtime.operation import Operation
from wooclient._runtime.prefetch import newest_first, since
from wooclient._runtime.shapes import is_array, is_object

from .app import World
from .console import say_json, tell
from .journal import Journal
from .opening import JSON, Named, store_options
from .outputs import output_of
from .progress import Progress
from .reading import FIELDS
from .resources import Resource, check_ids, parameters, takes_resource
from .values import given, split
from .walking import Taken, call, pages

if TYPE_CHECKING:
    from wooclient import WooClient

#: Parameters by which the export itself finds its way.
_OWN = frozenset({"page", "offset", "order", "orderby"})
_CHUNK = 100
#: The field that says when a record changed last, in UTC.
_MODIFIED = "date_modified_gmt"
#: Notes of a journal: how far it is, and from where the next run goes on.
_STATE, _CURSOR, _KEPT = "state", "cursor", "kept"
_WALKED = "walked"


class Wanted(NamedTuple):
    """What is to be exported: the operation, its ids and filters."""

    operation: Operation[Any]
    ids: tuple[int | str, ...]
    query: dict[str, Any]

    def pages(
        self, woo: WooClient, filters: Mapping[str, Any] | None = None, seen: Sequence[int | str] = ()
    ) -> Iterator[Taken]:
        """Its records, page by page."""
        return pages(woo, self.operation, self.ids, {**self.query, **(filters or {})}, seen, ahead=True)


class Counts(NamedTuple):
    """What a run did."""

    new: int = 0
    changed: int = 0
    deleted: int = 0


@click.command()
@takes_resource
@click.argument("arguments", nargs=-1, metavar="[PARENT_ID]... [name=value]...")
@click.option(
    "--to", "place", required=True, type=click.Path(path_type=Path, dir_okay=False),
    help="The output, by its ending: .jsonl .csv .parquet .sqlite .duckdb",
)  # fmt: skip
@FIELDS
@click.option("--since-last", is_flag=True, help="Keep the output up to date: ask only for what changed since.")
@click.option("--overwrite", is_flag=True, help="Replace an output of an earlier export.")
@JSON
@store_options
@click.pass_obj
def export(
    world: World,
    /,
    named: Named,
    resource: Resource,
    arguments: tuple[str, ...],
    place: Path,
    fields: str,
    since_last: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Write all records of a resource to a file or database.

    What was read is kept in a journal beside the output until all is there; then the output is made, whole or not at
    all. After a kill, the same command goes on where the journal ends. With --since-last the journal stays, and a later
    run brings what is new, changed and deleted since.
    """
    output = output_of(place)
    wanted = _wanted(resource, arguments, fields)
    with named.open(world) as opened, opened.client() as woo:
        path = place.with_name(f"{place.name}.{resource.name}.journal")
        if not path.exists() and not overwrite and output.exists(place, resource.name):
            raise ConfigurationError(f"{resource.name} are in {place} already: name another output, or --overwrite it")
        with _opened(path, _about(woo, resource, wanted), since_last=since_last) as journal:
            with Progress(resource.name, journal.count()) as progress:
                counts = _run(woo, wanted, journal, progress, since_last=since_last)
            output.write(place, resource.name, journal.texts)
            total = journal.count()
    _report(resource, place, progress, counts, total, as_json=as_json)


@contextmanager
def _opened(path: Path, about: dict[str, Any], *, since_last: bool) -> Generator[Journal]:
    """The journal of an export. At the end it goes, or stays for the next run; after an error, so that this goes on."""
    journal = Journal(path, about)
    try:
        if journal.note(_KEPT) and not since_last:
            raise ConfigurationError(f"{path} is kept up to date by --since-last: pass it, or name another output")
        yield journal
        if since_last:
            journal.set_note(_KEPT, value=True)
        else:
            journal.delete()
    except BaseException:
        if journal.count() == 0:
            journal.delete()
        elif not journal.note(_KEPT):
            tell(f"{journal.count():,} records are kept in {path.name}; the same command goes on from there")
        raise
    finally:
        journal.close()


def _about(woo: WooClient, resource: Resource, wanted: Wanted) -> dict[str, Any]:
    """What makes an export another one than that of a journal."""
    query = {name: value for name, value in wanted.query.items() if name != "per_page"}
    version = wanted.operation.version.name
    return {"store": woo.url, "version": version, "resource": resource.name, "ids": wanted.ids, "query": query}


def _wanted(resource: Resource, arguments: tuple[str, ...], fields: str) -> Wanted:
    operation = resource.operation("list")
    ids, pairs = split(arguments)
    query = given(operation, pairs)
    own = sorted(_OWN & query.keys())
    if own:
        raise click.UsageError(f"{own[0]} is not for an export, which reads everything by id")
    if fields:
        query["fields"] = fields
    return Wanted(operation, check_ids(operation, ids), query)


def _run(woo: WooClient, wanted: Wanted, journal: Journal, progress: Progress, *, since_last: bool) -> Counts:
    """Bring the journal to what the store holds."""
    if journal.note(_KEPT):
        act = _update if journal.note(_CURSOR) else _again
        return act(woo, wanted, journal, progress)
    if journal.note(_STATE) == _WALKED:
        return Counts(new=journal.count())
    if since_last and journal.count() == 0:
        # From here the next run goes on: records that are read now may change before the last one is read.
        journal.set_note(_CURSOR, _latest(woo, wanted))
    return _walk(woo, wanted, journal, progress)


def _walk(woo: WooClient, wanted: Wanted, journal: Journal, progress: Progress) -> Counts:
    """Read everything, or what is left of it."""
    known = tuple(_number(one) for one in journal.ids())
    if len(known) < journal.count():
        # Records without an id cannot be told from those that are there.
        journal.clear()
        known = ()
    if known:
        tell(f"goes on after {len(known):,} {progress.what}")
    count = len(known)
    for records, total in wanted.pages(woo, seen=known):
        journal.put(records)
        count += len(records)
        progress.at(count, total)
    journal.set_note(_STATE, _WALKED)
    return Counts(new=count - len(known))


def _number(key: str) -> int | str:
    return int(key) if key.isascii() and key.isdigit() else key


def _latest(woo: WooClient, wanted: Wanted) -> str:
    """When the record that changed last did so; empty if the store cannot say."""
    asked = newest_first(parameters(wanted.operation).keys())
    if asked is None:
        return ""
    query = {name: value for name, value in wanted.query.items() if name != "fields"}
    try:
        found, _ = call(woo, wanted.operation, wanted.ids, {**query, **asked})
    except ValidationFailed:  # a release that cannot sort so cannot filter so either
        return ""
    newest = found[0] if is_array(found) and found else None
    moment = newest.get(_MODIFIED) if is_object(newest) else None
    return moment if isinstance(moment, str) else ""


def _update(woo: WooClient, wanted: Wanted, journal: Journal, progress: Progress) -> Counts:
    """Read what changed since the last run, and find what is gone by its id."""
    latest = _latest(woo, wanted)
    new = changed = 0
    for records, _ in wanted.pages(woo, since(f"{journal.note(_CURSOR)}+00:00")):
        more, other = journal.put_changed(records)
        new, changed = new + more, changed + other
    there = _ids(woo, wanted, progress)
    known = set(journal.ids())
    for missing in _chunks(sorted(there - known, key=_sorting)):
        # They came into the filter without a change, as from the trash.
        for records, _ in wanted.pages(woo, {"include": [_number(one) for one in missing]}):
            new += journal.put_changed(records)[0]
    gone = sorted(known - there, key=_sorting)
    journal.remove(gone)
    journal.set_note(_CURSOR, latest or journal.note(_CURSOR))
    return Counts(new, changed, len(gone))


def _again(woo: WooClient, wanted: Wanted, journal: Journal, progress: Progress) -> Counts:
    """Read everything anew, where the store cannot say what changed."""
    known, there = set(journal.ids()), set[str]()
    new = changed = 0
    for records, total in wanted.pages(woo):
        more, other = journal.put_changed(records)
        new, changed = new + more, changed + other
        there.update(str(record.id) for record in records if record.id is not None)
        progress.at(len(there), total)
    gone = sorted(known - there, key=_sorting)
    journal.remove(gone)
    return Counts(new, changed, len(gone))


def _ids(woo: WooClient, wanted: Wanted, progress: Progress) -> set[str]:
    """The ids of all records that are there now."""
    found = set[str]()
    only = {"fields": "id"} if "fields" in parameters(wanted.operation) else {}
    for records, total in wanted.pages(woo, only):
        found.update(str(record.id) for record in records if record.id is not None)
        progress.at(len(found), total)
    return found


def _sorting(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isascii() and key.isdigit() else (0, key)


def _chunks(keys: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]


def _report(resource: Resource, place: Path, progress: Progress, counts: Counts, total: int, *, as_json: bool) -> None:
    if as_json:
        say_json({"to": str(place), "records": total, **counts._asdict()})
        return
    parts = [f"{number:,} {name}" for name, number in counts._asdict().items() if number]
    tell(f"{total:,} {resource.name} in {place} ({', '.join(parts) or 'nothing new'}), {progress.seconds:.1f} s")
