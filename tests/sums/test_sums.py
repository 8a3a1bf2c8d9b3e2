"""The sums of orders on the mock store, to the last cent those of a real store."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

import bars
from sums.sums import CASES, carry_out, expected
from wooclient import WooClient
from wooclient.mock import MockStore
from wooclient.mock.seed import default_seed

EXPECTED = expected()
#: Choices that settings of a real store have, and those of the mock's own shop lack.
_CHOICES = {
    ("general", "woocommerce_default_country"): ("CA:QC", "DE:DE-BE"),
    ("tax", "woocommerce_shipping_tax_class"): ("reduced-rate",),
}


def shop() -> dict[str, Any]:
    """The mock's own shop, with those choices."""
    found = copy.deepcopy(default_seed())
    for (group, name), words in _CHOICES.items():
        option = next(one for one in found[f"settings/{group}"] if one["id"] == name)
        option["options"].update(dict.fromkeys(words, "added for this test"))
    return found


@pytest.fixture(scope="module")
def store() -> Iterator[MockStore]:
    with MockStore(shop()) as made:
        yield made


def test_every_case_has_the_sums_of_a_real_store() -> None:
    assert EXPECTED.keys() == CASES.keys()
    bars.least("sums of orders", len(CASES))


@pytest.mark.parametrize("name", CASES)
def test_sums(store: MockStore, name: str) -> None:
    store.reset()
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        assert carry_out(woo, CASES[name]) == EXPECTED[name]
