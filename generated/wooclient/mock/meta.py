"""`meta_data`: rows of id, key and value that come back the way WooCommerce gives them back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from .kinds import is_list, is_map
from .schema import to_int
from .text import scalar_text
from .wordpress import DESIRED_SLUG

Rows = list[dict[str, Any]]


def stored(value: Any) -> Any:
    """A value as it comes back: scalars are texts, `{}` is `[]`, lists and objects survive."""
    if is_map(value):
        return {key: _inner(child) for key, child in value.items()} if value else []
    if is_list(value):
        return [_inner(child) for child in value]
    return scalar_text(value)


def _inner(value: Any) -> Any:
    if is_map(value):
        return {key: _inner(child) for key, child in value.items()} if value else []
    return [_inner(child) for child in value] if is_list(value) else value


def of_trash(status: str, slug: str, now: datetime, next_id: Callable[[], int]) -> Rows:
    """What WordPress notes of something that goes into the trash."""
    notes = {
        "_wp_trash_meta_status": status,
        "_wp_trash_meta_time": str(int(now.timestamp())),
        DESIRED_SLUG: slug,
    }
    return [{"id": next_id(), "key": key, "value": value} for key, value in notes.items()]


def merged(rows: Rows, sent: Any, next_id: Callable[[], int], *, keyless: bool = False) -> Rows:
    """Rows after a request: by id, else by key; null deletes. Only where rows may be `keyless`, one needs no key.

    A row without a key cannot be changed once it is written.
    """
    written = {row["id"] for row in rows}
    found = [dict(row) for row in rows]
    for item in sent if is_list(sent) else []:
        if not is_map(item):
            continue
        key, number = scalar_text(item.get("key")), to_int(item.get("id"))
        row = next((r for r in found if number and r["id"] == number), None)
        if row is None and number == 0 and (key or keyless):
            row = next((r for r in found if r["key"] == (key or None)), None)
        if "value" not in item and row is None:
            continue
        value = item.get("value")
        if value is None:
            if row is not None and (key or number or row["id"] not in written):
                found = [r for r in found if r is not row]
        elif row is not None:
            if key or (row["key"] is None and row["id"] not in written):
                row.update(key=key or None, value=stored(value))
        elif key or (keyless and not number):
            found.append({"id": next_id(), "key": key or None, "value": stored(value)})
    return found
