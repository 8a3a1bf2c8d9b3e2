"""Requests in sequence, and of the answers what a real store said."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import pytest

import bars
from mock import talk
from legacy_sequences.sequences import Answer, Json, carry_out, cases, expected
from wooclient.mock import MockStore
from wooclient.mock.seed import default_seed

CASES, EXPECTED = cases(), expected()
#: What the store of the recordings has when it is new.
_KEPT = ("settings", "data", "shipping", "payment_gateways", "orders/statuses", "reports")
_CLASSES = {"standard": "Standard rate", "reduced-rate": "Reduced rate", "zero-rate": "Zero rate"}
_ADMIN = {"id": 1, "email": "admin@example.com", "username": "admin", "role": "administrator"}


def bare() -> Json:
    """The mock's own shop as a new one: nothing in it, nobody but who runs it."""
    kept = {name: part for name, part in default_seed().items() if name.startswith(_KEPT)}
    classes = [{"slug": slug, "name": name} for slug, name in _CLASSES.items()]
    more = {"@timezone": "UTC", "@release": "10.0.2", "customers": [_ADMIN], "taxes/classes": classes}
    return {**copy.deepcopy(kept), **more}


@pytest.fixture(scope="module")
def store() -> Iterator[MockStore]:
    with MockStore(bare()) as made:
        yield made


def test_every_case_has_the_answers_of_a_real_store() -> None:
    assert EXPECTED.keys() == CASES.keys()
    bars.least("sequences", len(CASES))


@pytest.mark.parametrize("name", CASES)
def test_sequence(store: MockStore, name: str) -> None:
    def send(method: str, path: str, body: Any, headers: Mapping[str, str]) -> Answer:
        place, _, query = path.partition("?")
        found = talk.send(store, method, place, body, quote(query, safe="=&%+"), dict(headers))
        return Answer(found.status, found.headers, found.body.decode())

    store.reset()
    assert carry_out(send, store.url, CASES[name]) == EXPECTED[name]
