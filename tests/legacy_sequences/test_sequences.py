"""Requests in sequence, and of the answers what a real store said."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import pytest

import bars
from legacy_sequences.sequences import Answer, Json, carry_out, cases, expected
from mock.talk import send as to_mock
from wooclient.mock import MockStore
from wooclient.mock.seed import default_seed

CASES, EXPECTED = cases(), expected()
#: What the store of the recordings has when it is new.
_KEPT = ("settings", "data", "shipping", "payment_gateways", "orders/statuses", "reports")
_CLASSES = {"standard": "Standard rate", "reduced-rate": "Reduced rate", "zero-rate": "Zero rate"}
#: What has ids of its own: each begins elsewhere, so that no two things of a case have one id.
_SEQUENCES = ("posts", "users", "terms", "attributes", "taxes", "webhooks")
#: Who is there before anybody comes.
_PEOPLE = [
    {
        "id": number,
        "username": name,
        "email": f"{name}@example.com",
        "role": role,
        "first_name": "",
        "last_name": "",
        "avatar_url": "",
        "billing": {},
        "shipping": {},
    }
    for number, name, role in ((1, "admin", "administrator"), (2, "editor", "editor"))
]


def bare() -> Json:
    """The mock's own shop as a new one: nothing in it, nobody but who runs it."""
    kept = {name: part for name, part in default_seed().items() if name.startswith(_KEPT)}
    classes = [{"slug": slug, "name": name} for slug, name in _CLASSES.items()]
    more = {"@timezone": "UTC", "@release": "10.0.2", "customers": _PEOPLE, "taxes/classes": classes}
    return {**copy.deepcopy(kept), **more}


@pytest.fixture(scope="module")
def store() -> Iterator[MockStore]:
    with MockStore(bare()) as made:
        yield made


def answers(store: MockStore, case: Json) -> list[Any]:
    """What the mock store answers to a case."""

    def send(method: str, path: str, body: Any, headers: Mapping[str, str]) -> Answer:
        place, _, query = path.partition("?")
        given = {name.lower(): value for name, value in headers.items()}
        found = to_mock(store, method, place, body, quote(query, safe="=&%+"), given)
        return Answer(found.status, found.headers, found.body.decode())

    store.reset()
    for number, sequence in enumerate(_SEQUENCES, 1):
        store.state.reserve(sequence, number * 1000)
    return carry_out(send, store.url, case)


def test_every_case_has_the_answers_of_a_real_store() -> None:
    assert EXPECTED.keys() == CASES.keys()
    bars.least("legacy sequences", len(CASES))


@pytest.mark.parametrize("name", CASES)
def test_sequence(store: MockStore, name: str) -> None:
    assert answers(store, CASES[name]) == EXPECTED[name]
