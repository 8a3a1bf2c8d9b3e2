"""The guide from the official package: each call of its table does the same in all three columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wooclient import WooClient
from wooclient.compat import API
from wooclient.mock import MockStore

PAGE = (Path(__file__).parent.parent / "generated" / "MIGRATION.md").read_text("utf-8")
GUIDE = PAGE.partition("\n## From the official package, call by call\n")[2]
ROWS = [line.strip("| \n").split(" | ") for line in GUIDE.splitlines() if line.startswith("| `")]
#: Rows whose first and last cell are each a call that gives records.
CALLS = [(old.strip("`"), new.strip("`")) for old, _, new in ROWS if old.startswith("`wcapi.") and old.endswith(")`")]
CALLS += [(old.strip("`"), new.strip("`")) for old, _, new in ROWS if old.startswith("`wcapi.") and old.endswith("]`")]
#: Fields in which records are compared.
SHOWN = ("id", "name", "sku", "status", "regular_price", "note", "namespace", "methods")


def shown(found: Any) -> Any:
    """What is compared of an answer: some fields of each record, as text."""
    if isinstance(found, dict):
        return {name: str(found[name]) for name in SHOWN if name in found}
    if hasattr(type(found), "model_fields"):
        given = found.model_dump()
        return {name: str(given[name]) for name in SHOWN if name in given}
    return [shown(one) for one in found]


def test_the_table_has_the_calls_that_people_make() -> None:
    assert len(ROWS) == 25
    assert len(CALLS) == 13
    assert all(len(row) == 3 for row in ROWS)


@pytest.mark.parametrize(("old", "new"), CALLS)
def test_the_old_call_and_the_typed_one_do_the_same(old: str, new: str) -> None:
    told = []
    for code in (old, new):
        with MockStore() as store, API(store.url, store.key, store.secret, transport=store.transport) as wcapi:
            woo: WooClient = wcapi.typed
            told.append((shown(eval(code, {"wcapi": wcapi, "woo": woo})), len(store.requests)))
    assert told[0][0] == told[1][0]
    assert told[0][0]
    assert told[0][1] == told[1][1] == 1


def test_every_version_has_a_row_and_the_page_leads_to_the_guide() -> None:
    assert ROWS[1] == [
        '`version="wc/v2"`; `version="wc/v1"`; `wp_api=False, version="v3"`; `wp_api=False, version="v2"`; '
        '`wp_api=False, version="v1"`',
        "the same",
        "`woo.v2`; `woo.v1`; `woo.legacy`; `woo.legacy.v2`; `woo.legacy.v1`",
    ]
    assert "(#from-the-official-package-call-by-call)" in PAGE
