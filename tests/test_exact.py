"""What is sent is what was meant, or an error before anything leaves: every number, switch, date and moment.

The property test offers every spelling to every field of every operation, and looks in the mock store for what came of
those that the client takes. `python -m exact.run` in this folder prints the counts, of a real store if one is named.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import bars
from exact.fields import VERSIONS, fields
from exact.run import run, taken
from exact.shop import Shop
from exact.spellings import SPELLINGS
from wooclient import operations
from wooclient._runtime.inputs import hints_of

UNCHECKED = Path(__file__).parent / "exact" / "unchecked.txt"


@pytest.mark.parametrize("version", VERSIONS)
def test_whatever_the_client_takes_is_stored_or_applied_as_it_was_meant(version: str) -> None:
    shop = Shop()
    try:
        tally = run(shop, [one for one in fields() if one.version == version])
    finally:
        shop.close()
    assert tally.silent == []
    bars.least("spellings", tally.spellings)
    assert tally.offered == tally.fields * tally.spellings
    # What cannot be looked for is known, and no more than that.
    assert tally.told() == [line for line in UNCHECKED.read_text().splitlines() if line.startswith(f"{version} ")]


def test_the_property_would_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    some = [one for one in fields() if one.name == "v3 products.update body:weight"]
    # A client that takes texts as they are, as this one did.
    monkeypatch.setattr("wooclient._runtime.inputs.READ", {})
    taken.cache_clear()
    shop = Shop()
    try:
        tally = run(shop, some)
    finally:
        shop.close()
        taken.cache_clear()
    assert "v3 products.update body:weight: '1e3' became '13'" in tally.silent
    assert "v3 products.update body:weight: '12,50' is sent, which does not mean it" in tally.silent
    bars.least("spellings that a client without checks gets wrong", len(tally.silent))


def test_every_kind_of_field_and_every_version_is_among_them() -> None:
    found = fields()
    kinds = {kind for one in found for kind in one.kinds}
    assert {"decimal", "int", "bool", "date", "local", "utc", "moment", "quantity", "int32", "limit"} <= kinds
    assert {one.version for one in found} == set(VERSIONS)
    bars.least("fields with an exact value", len(found))
    bars.least("spellings", len(SPELLINGS))


def test_no_field_takes_text_where_others_of_its_name_take_a_number() -> None:
    numeric = {one.path[-1] for one in fields() if one.kinds & {"decimal", "local", "utc", "date", "utc-moment"}}
    texts: set[str] = set()
    for version in VERSIONS:
        for one in operations(version):
            for kind in (one.query_type(), one.body_type()):
                hints = hints_of(kind) if kind else {}
                shared = {name: getattr(hints[name], "__args__", (hints[name],)) for name in hints.keys() & numeric}
                texts |= {name for name, options in shared.items() if str in options}
    assert texts == set()
