"""What is asked of a store: everything, what changed, which records are there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from wooclient._runtime.client import SyncClient
from wooclient._runtime.errors import ValidationFailed
from wooclient._runtime.inputs import hints_of
from wooclient._runtime.operation import Operation
from wooclient._runtime.pages import Page
from wooclient._runtime.prefetch import newest_first, since
from wooclient._runtime.walking import paged, walk

_MODIFIED = "date_modified_gmt"


def everything(woo: SyncClient, operation: Operation[list[Any]]) -> Iterator[Any]:
    """All records."""
    if operation.paging == "pages":
        return walk(woo, operation, {}, (), prefetch=2)
    return iter(_page(woo, operation, {}))


def changed(woo: SyncClient, operation: Operation[list[Any]], moment: str) -> Iterator[Any]:
    """The records that were changed at a moment (UTC) or later."""
    return walk(woo, operation, since(f"{moment}+00:00"), ())


def ids(woo: SyncClient, operation: Operation[list[Any]], key: str) -> set[Any]:
    """The keys of all records that are there."""
    return {getattr(record, key) for record in walk(woo, operation, {"fields": [key]}, ())}


def newest(woo: SyncClient, operation: Operation[list[Any]]) -> str:
    """When the record that changed last did so, in UTC; empty if the store cannot be asked for changes."""
    kind = operation.query_type()
    asked = None if kind is None else newest_first(hints_of(kind).keys())
    if asked is None:
        return ""
    try:
        page = _page(woo, operation, asked)
    except ValidationFailed:
        # A release that cannot sort so cannot filter so either.
        return ""
    moment = getattr(page[0], _MODIFIED) if len(page) else None
    return moment.strftime("%Y-%m-%dT%H:%M:%S") if isinstance(moment, datetime) else ""


def _page(woo: SyncClient, operation: Operation[list[Any]], given: dict[str, object]) -> Page[Any]:
    return paged(woo.call(operation, (), given))
