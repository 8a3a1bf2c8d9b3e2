"""Requests that follow one another, on the mock store: its answers are those of a real one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mock.talk import ROOT, send
from sequences.sequences import CASES, Json, carry_out, expected
from wooclient.mock import MockStore

EXPECTED = expected()
#: How the real store was set up.
_SETTINGS = {
    "general/woocommerce_calc_taxes": "yes",
    "general/woocommerce_default_country": "US:CA",
    "general/woocommerce_currency": "USD",
    "products/woocommerce_manage_stock": "yes",
}
_CLASSES = [{"slug": "standard", "name": "Standard rate"}, {"slug": "reduced-rate", "name": "Reduced rate"}]
_CURRENCIES = [
    {"code": "USD", "name": "United States dollar", "symbol": "&#36;"},
    {"code": "EUR", "name": "Euro", "symbol": "&euro;"},
    {"code": "GBP", "name": "Pound sterling", "symbol": "&pound;"},
]
#: What `BEGIN AGAIN` takes over.
_KEPT = ("taxes", "products", "customers", "coupons", "orders", "refunds")


class Life:
    """A mock store, and those that began anew with what it answered."""

    def __init__(self, case: Json) -> None:
        options = {**_SETTINGS, **case.get("settings", {})}
        self.seed: Json = {
            "system_status": {"environment": {"version": "10.0.2"}, "settings": {"HPOS_enabled": True}},
            "taxes/classes": _CLASSES,
            "data/currencies": _CURRENCIES,
        }
        for name, value in options.items():
            group, _, option = name.partition("/")
            self.seed.setdefault(f"settings/{group}", []).append({"id": option, "value": value})
        self.store = MockStore(self.seed)

    def send(self, method: str, address: str, body: Any = None, key: bool = True) -> tuple[int, dict[str, str], Any]:
        """Send a request to the store as it is now."""
        path, _, query = address.partition("?")
        answer = send(self.store, method, f"{ROOT}/{path}", body, query, key=key)
        headers = {name.lower(): text.replace(self.store.url, "") for name, text in answer.headers.items()}
        return answer.status, headers, json.loads(answer.body)

    def again(self) -> None:
        """Begin anew with what the store answers."""
        answers = {name: self.send("GET", f"{name}?per_page=100")[2] for name in _KEPT}
        self.store.close()
        self.store = MockStore({**self.seed, **answers})


def test_every_case_has_the_answers_of_a_real_store() -> None:
    assert EXPECTED.keys() == CASES.keys()


@pytest.mark.parametrize("name", CASES)
def test_sequences(name: str) -> None:
    life = Life(CASES[name])
    found = carry_out(CASES[name], life.send, life.again)
    life.store.close()
    assert found == EXPECTED[name]
