"""Requests in sequence on the mock store: it answers as a real one did."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest

import bars
from mock.talk import send
from sequences.sequences import Answer, Json, carry_out, cases, expected
from wooclient.mock import MockStore
from wooclient.mock.seed import default_seed

CASES, EXPECTED = cases(), expected()
#: What the store of the recordings has when it is new.
_NEW = ("settings", "data", "shipping", "payment_gateways", "orders/statuses", "reports", "system_status")
#: What a store that begins again takes over, beside its settings.
_KEPT = ("taxes", "products", "customers", "coupons", "orders", "refunds")
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
    kept = {name: part for name, part in default_seed().items() if name.startswith(_NEW)}
    classes = [{"slug": slug, "name": name} for slug, name in _CLASSES.items()]
    more = {"@timezone": "UTC", "@release": "10.0.2", "customers": _PEOPLE, "taxes/classes": classes}
    return {**copy.deepcopy(kept), **more}


class Life:
    """A mock store, and those that began anew with what it answered."""

    def __init__(self) -> None:
        self.begun = datetime.now(UTC)
        self.store = self._opened(bare())
        for number, sequence in enumerate(_SEQUENCES, 1):
            self.store.state.reserve(sequence, number * 1000)

    @property
    def url(self) -> str:
        """The address of all of them."""
        return self.store.url

    def send(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None, *, key: bool = True
    ) -> Answer:
        """Send a request to the store as it is now."""
        place, _, query = path.partition("?")
        given = {name.lower(): value for name, value in (headers or {}).items()}
        found = send(self.store, method, place, body, quote(query, safe="=&%+"), given, key=key)
        return Answer(found.status, {k.lower(): v for k, v in found.headers.items()}, found.body.decode())

    def again(self) -> None:
        """Begin anew with what the store answers."""
        groups = [f"settings/{name}" for name in ("general", "products", "tax")]
        answers = {name: self._read(f"{name}?per_page=100") for name in _KEPT} | {g: self._read(g) for g in groups}
        self.store.close()
        self.store = self._opened({**bare(), **answers})

    def _opened(self, seed: Json) -> MockStore:
        """A store whose clock stands, so that a case does not depend on whether it crosses a second."""
        store = MockStore(seed)
        store.shop.clock = lambda: self.begun
        return store

    def _read(self, path: str) -> Any:
        return json.loads(self.send("GET", f"/wp-json/wc/v3/{path}").text)


@pytest.fixture
def life() -> Iterator[Life]:
    made = Life()
    yield made
    made.store.close()


def test_every_case_has_the_answers_of_a_real_store() -> None:
    assert EXPECTED.keys() == CASES.keys()
    bars.least("sequences", len(CASES))


@pytest.mark.parametrize("name", CASES)
def test_sequence(life: Life, name: str) -> None:
    assert carry_out(CASES[name], life) == EXPECTED[name]
