"""The source itself: one dlt resource for each list of each store."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import dlt
from dlt.extract import DltResource

from wooclient._runtime.client import SyncClient
from wooclient._runtime.errors import RequestError
from wooclient._runtime.operation import Operation
from wooclient._runtime.registry import chosen, top_lists

from .progress import Progress
from .rows import STORE, columns, key_of, row
from .turns import Call, Turns
from .walks import changed, everything, ids, newest

#: The table that says which store could not be read, and why.
FAILURES = "failures"
#: A column that tells the destination to remove a row.
DELETED = "_deleted"
_FAILURE = dlt.mark.make_hints(table_name=FAILURES, write_disposition="append", primary_key=(), columns={})
#: Under which name dlt's state keeps how far a list was read.
_KEPT = "progress"
_log = logging.getLogger("wooclient.dlt")
#: A failure, an item, or a page of items, as dlt takes them.
Rows = Generator[Any]
#: How many threads dlt reads with unless it is told otherwise.
_WORKERS = 5


@dlt.source(name="woocommerce", max_table_nesting=2)
def woocommerce(
    stores: Mapping[str, SyncClient],
    resources: Iterable[str] = ("orders", "products", "customers"),
    *,
    deletions: bool = True,
) -> Iterator[DltResource]:
    """Records of stores, a table for each resource; the column `store` says where a row comes from.

    The first run reads everything. Later ones read what changed, where the store can be asked for it, and everything
    else anew; the cursor is the last change that the store itself tells, never this machine's clock. What is gone is
    found by its id and removed from the table. Money is decimal, moments are timestamps in UTC; passwords
    among settings are `***`.

    Five lists are read at a time, or as many as dlt's own setting `EXTRACT__WORKERS` says; the others wait, so that
    memory does not grow with the number of stores. A store that cannot be read stops no other: it gets a row in the
    table `failures`, and its cursor stays.

    Args:
        stores: Clients by the name that rows are to have.
        resources: Lists by their names in the client, such as `orders`, `products.categories`, `taxes`.
        deletions: Whether to look for what is gone, which takes one more request for each 100 records.

    Raises:
        ValueError: For a resource that cannot be read so; the message names those that can.
    """
    turns = Turns(dlt.config.get("extract.workers", int) or _WORKERS)
    for operation in [readable(name) for name in resources]:
        table = operation.id.removesuffix(".list").replace(".", "_")
        hints = columns(operation.item_type())
        for store, woo in stores.items():
            # One for each store, so that several are read at a time.
            made = dlt.resource(
                _take_turns,
                name=f"{table} of {store}",
                table_name=table,
                write_disposition="merge",
                primary_key=(STORE, key_of(operation)),
                columns={**hints, DELETED: {"data_type": "bool", "hard_delete": True}},
            )
            yield made(turns, store, woo, operation, deletions)


def readable(name: str) -> Operation[list[Any]]:
    """The list of this name. Raises ValueError for one that has no table of its own."""
    known = {name: one for name, one in top_lists().items() if key_of(one)}
    return chosen(name, known, f"no list {name!r} can be read into a table")


def _take_turns(
    turns: Turns, store: str, woo: SyncClient, operation: Operation[list[Any]], deletions: bool
) -> Iterator[Call | None]:
    """The rows of one store, read in dlt's threads."""
    yield from turns.wait_and_read(_read(store, woo, operation, deletions))


def _read(store: str, woo: SyncClient, operation: Operation[list[Any]], deletions: bool) -> Rows:
    """The rows of one store."""
    state: dict[str, Any] = dlt.current.resource_state()
    progress = Progress.of(state.get(_KEPT))
    try:
        for page in _pages(woo, operation, progress, deletions=deletions):
            yield [{STORE: store, **one} for one in page]
    except RequestError as error:
        _log.warning("%s of %s could not be read: %s", operation.id, store, error)
        told = {STORE: store, "resource": operation.id, "error": type(error).__name__, "message": str(error)}
        yield dlt.mark.with_hints({**told, "status": getattr(error, "status", 0)}, _FAILURE, create_table_variant=True)
    else:
        # Only now: whoever is stopped before reads the same once more, and the key keeps it single.
        state[_KEPT] = progress.kept()


def _pages(
    woo: SyncClient, operation: Operation[list[Any]], progress: Progress, *, deletions: bool
) -> Iterator[list[dict[str, Any]]]:
    key = key_of(operation)
    # Taken before the walk: what changes while it goes on has a later moment, and is read again next time.
    latest = newest(woo, operation)
    since = progress.cursor
    there = set[Any]()
    walk: Callable[[], Iterator[Any]] = partial(everything, woo, operation)
    if since and latest:
        walk = partial(changed, woo, operation, since)
    for page in _in_pages(walk()):
        there.update(one[key] for one in page)
        yield page
    if deletions:
        complete = ids(woo, operation, key) if since and latest else there
        gone = progress.known - complete
        if gone:
            yield [{key: one, DELETED: True} for one in sorted(gone)]
        progress.known = complete
    progress.cursor = latest or since


def _in_pages(records: Iterator[Any]) -> Iterator[list[dict[str, Any]]]:
    page: list[dict[str, Any]] = []
    for record in records:
        page.append(row(record))
        if len(page) == 100:
            yield page
            page = []
    if page:
        yield page
