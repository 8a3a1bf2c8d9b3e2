"""Since when and until when: told by stores of each line of releases from 8.0 on, and by their answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from drift.keeping import FRESH, kept
from wooclient.contract.described.description import Description, Json, description
from wooclient.contract.described.releasing import is_in
from wooclient.drift.judging import judge
from wooclient.drift.known import between

#: `v3 orders.get shipping_lines.tax_status` → the first and the last store whose answer had the field, of all in FRESH.
#: Each store held one record of every kind, and was asked for all that can be read.
ANSWERED: dict[str, str] = json.loads(Path(__file__).with_name("answers.json").read_text("utf-8"))
#: Not shown by the answers: costs, which these stores did not keep; refunded shipping, of which there was none;
#: the order of a refund, which the list of all refunds tells; sizes of a variation's picture, up to 10.5 at least.
_SILENT = re.compile(
    r"\S+ \S+ .*cost_of_goods_sold.*"
    r"|\S+ \S*refunds\.\w+ shipping_lines\.tax_status"
    r"|v3 orders\.refunds\.\w+ parent_id"
    r"|v3 \S*variations\.\w+ image\.(srcset|sizes|thumbnail)"
)


Ends = tuple[str, str]


def dated(of: Description) -> Iterator[tuple[str, Ends, Ends]]:
    """The fields of answers that name a release: operation and path, its ends, the operation's ends."""
    for operation in of.operations.values():
        schema = operation.answer(200) if operation.reads else None
        for path, about in _fields(of, schema or {}, "", frozenset()):
            ends = about.get("x-woo-since", ""), about.get("x-woo-until", "")
            yield f"{of.version} {operation.id} {path}", ends, (operation.since, operation.until)


def _fields(of: Description, schema: Json, above: str, inside: frozenset[str]) -> Iterator[tuple[str, Json]]:
    if "$ref" in schema:
        if schema["$ref"] in inside:
            return
        inside |= {schema["$ref"]}
    for part in schema.get("anyOf", ()):
        yield from _fields(of, part, above, inside)
    if "items" in schema:
        yield from _fields(of, schema["items"], above, inside)
    for name, about in of.fields(schema).items():
        path = f"{above}.{name}".lstrip(".")
        if "x-woo-since" in about or "x-woo-until" in about:
            yield path, about
        yield from _fields(of, about, path, inside)


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_the_answers_of_just_the_releases_that_have_a_field_showed_it(version: str) -> None:
    said = {
        place: [one for one in FRESH if is_in(one, *ends) and is_in(one, *there)]
        for place, ends, there in dated(description(version))
    }
    told = {place: [*between(ANSWERED[place], FRESH)] for place in said if place in ANSWERED}
    assert told == {place: said[place] for place in told}
    assert [place for place in said if said[place] and place not in told and not _SILENT.fullmatch(place)] == []
    assert {place for place in ANSWERED if place.startswith(version)} == told.keys()


@pytest.mark.parametrize(
    ("store", "called", "told"),
    [
        ("8.0.0", "8.1.0", "products.variations.generate body delete"),
        ("8.2.0", "8.3.0", "products.variations.list query attributes"),
        ("8.8.0", "8.9.0", "products.duplicate"),
        ("8.9.0", "8.8.0", "products.duplicate"),
        ("9.7.0", "9.8.0", "orders.actions.send_order_details body force_email_update"),
        ("9.9.0", "9.8.0", "products.list query search_name_or_sku"),
    ],
)
def test_a_store_that_is_called_by_its_neighbour_s_release_is_found_out(store: str, called: str, told: str) -> None:
    found = judge(replace(kept(store), release=called), ["v3"]).news
    assert told in {one.subject for group in found for one in group}
