"""The description is true of the stores that were walked: what 8.9.3, 9.9.5, 10.0.2 and 10.5.0 answered fits it.

The walks send odd values too, so these are the answers of stores that are not treated kindly. The recordings that
`test_truth` holds the description against are of one store of one release.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import wooclient
from differential import logs
from differential.measuring import LOGS
from differential.steps import Step
from evidence.description import Described, description
from evidence.store import Exchange
from test_roundtrip import exact
from test_tightness import judged, places, spoiled

#: Codes that any operation can answer: PHP died of the values that were sent, or the path has no such form.
ANYWHERE = {None, "internal_server_error", "rest_no_route", "woocommerce_api_no_route"}
_SPOTS = 10


@cache
def exchanges(name: str) -> tuple[str, tuple[Exchange, ...]]:
    """The version of a walk, and what was said in it."""
    about, rows = logs.read(LOGS[name])
    prefix = description(about["version"]).prefix
    found = (Exchange(o.method, prefix + o.path, _query(o), o.body, a.status, a.body, a.headers) for o, a in rows)
    return about["version"], tuple(found)


def _query(step: Step) -> str:
    return "&".join(f"{name}={value}" for name, value in step.query)


def answers(name: str) -> Iterator[tuple[Described, Exchange]]:
    """What can be judged, with its operation; the version's index knows no operation of some routes."""
    described = description(exchanges(name)[0])
    for exchange in exchanges(name)[1]:
        operation = described.find(exchange) if exchange.says_something else None
        if operation is not None:
            yield operation, exchange


@pytest.mark.parametrize("name", LOGS)
def test_every_success_fits_and_is_written_back_as_it_came(name: str) -> None:
    version = exchanges(name)[0]
    described, operations = description(version), {o.id: o for o in wooclient.operations(version)}
    faults: Counter[str] = Counter()
    for operation, exchange in answers(name):
        if not exchange.is_success:
            continue
        schema = described.answer_schema(operation, exchange.status)
        fault = described.fault(schema, even(exchange.response)) if schema else f"status {exchange.status}"
        if fault:
            faults[f"{operation.id} {exchange.path} {fault}"] += 1
        client = operations[operation.id]
        again = client.encode(client.decode(json.dumps(exchange.response).encode(), note=lambda where, value: None))
        if exact(again) != exact(exchange.response):
            faults[f"{operation.id} {exchange.path} is written back otherwise"] += 1
    assert not faults


#: Lists of ids that stores answer with holes.
_WITH_HOLES = (
    "product_categories", "product_ids", "exclude_product_ids", "product_category_ids", "exclude_product_category_ids",
)  # fmt: skip


def even(value: Any, name: str = "") -> Any:
    """A body without the three oddities that the description leaves out, and that the client notes.

    A custom field of an order that was sent without a key has none: nobody reads such a field, and every `key` would be
    a text or nothing. PHP takes equal ids out of a list and leaves holes, so that JSON makes an object of it. A batch
    of an older release tells of a term with number 0 where it changed none.
    """
    if isinstance(value, list):
        return [even(item, name) for item in value if not (name == "update" and is_of_nothing(item))]
    if not isinstance(value, dict):
        return value
    if name in _WITH_HOLES and all(key.isdigit() for key in value):
        return list(value.values())
    if name == "meta_data" and value.get("key", "") is None:
        value = {**value, "key": ""}
    return {key: even(item, key) for key, item in value.items()}


def is_of_nothing(item: Any) -> bool:
    """Whether an item of a batch tells of a term that is not there: `item nothing` among what is known of stores."""
    return isinstance(item, dict) and item.get("id") == 0 and item.get("name", "") is None


@pytest.mark.parametrize("name", LOGS)
def test_every_code_is_listed(name: str) -> None:
    unlisted = {
        (operation.id, exchange.status, exchange.error_code)
        for operation, exchange in answers(name)
        if not exchange.is_success
        and exchange.error_code not in ANYWHERE
        and exchange.error_code not in operation.raw["x-errors"].get(str(exchange.status), [])
    }
    assert unlisted == set()


@pytest.mark.parametrize("name", LOGS)
def test_nine_in_ten_spoiled_answers_are_refused(name: str) -> None:
    version, found = exchanges(name)
    described, chance = description(version), random.Random(7)
    refused = total = 0
    for schema, body in judged(described, found):
        spots = list(places(body))
        for spot in chance.sample(spots, min(_SPOTS, len(spots))):
            total += 1
            refused += not described.is_valid(schema, spoiled(body, spot))
    assert refused / total >= 0.9
