"""The recordings that the project carries: what the tests need of them is there, also where no full ones are."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

import needs
from evidence import store
from evidence.description import description
from evidence.plain import form, outline, plain
from evidence.reduce import reduced, snapshot
from test_requests import type_faults


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_the_reduced_recordings_hold_requests_refused_for_a_type(version: str) -> None:
    assert [e for e in store.read(store.REDUCED, version) if isinstance(e.request, dict) and type_faults(e)]


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (True, "full recordings in ../shared/store"),
        (False, r"reduced recordings in tests/evidence \(no ../shared/store"),
    ],
)
def test_the_head_of_the_report_says_which_recordings_are_used(
    beside: bool, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    if beside:
        (tmp_path / "recordings").mkdir()
    monkeypatch.setattr(store, "SHARED", tmp_path)
    head = pytestconfig.hook.pytest_report_header(config=pytestconfig, start_path=tmp_path)
    assert [line for line in head if isinstance(line, str) and re.match(f"evidence: the {told}", line)]


#: Families of resources of which not even the full recordings have a success, or a refusal; no store was asked.
NO_SUCCESS = {
    "v3": "marketplace marketplace.subscriptions orders.fulfillments orders.fulfillments.metadata variations",
    "v2": "",
    "v1": "marketplace",
    "legacy-v3": "orders.notes orders.refunds webhooks.deliveries",
    "legacy-v2": "orders.notes orders.refunds webhooks.deliveries",
    "legacy-v1": "reports.sales.top_sellers",
}
NO_REFUSAL = {
    "v3": "data index layout_templates marketplace marketplace.subscriptions orders.fulfillments"
    " orders.fulfillments.metadata orders.receipt orders.statuses products.custom_fields refunds reports"
    " reports.coupons_totals reports.customers_totals reports.orders_totals reports.products_totals"
    " reports.reviews_totals reports.top_sellers settings shipping.zones.locations variations",
    "v2": "index reports reports.top_sellers settings shipping.zones.locations",
    "v1": "index marketplace reports.top_sellers",
    "legacy-v3": "customers.downloads customers.orders index orders.notes orders.refunds products.orders"
    " products.reviews reports reports.sales reports.sales.top_sellers taxes.classes webhooks.deliveries",
    "legacy-v2": "customers.downloads customers.orders index orders.notes orders.refunds products.categories"
    " products.orders products.reviews reports reports.sales reports.sales.top_sellers webhooks.deliveries",
    "legacy-v1": "customers.orders index orders.notes products.reviews reports reports.sales reports.sales.top_sellers",
}


@needs.places
@pytest.mark.parametrize("version", NO_SUCCESS)
def test_every_family_of_resources_has_its_successes_and_its_refusals(version: str, place: Path) -> None:
    described = description(version)
    told: dict[bool, set[str]] = defaultdict(set)
    for exchange in store.recordings(version, place):
        operation = described.find(exchange)
        if operation is not None and exchange.says_something:
            told[exchange.is_success].update(operation.raw["tags"])
    families = {tag for operation in described.operations for tag in operation.raw["tags"]}
    assert sorted(families - told[True]) == NO_SUCCESS[version].split()
    assert sorted(families - told[False]) == NO_REFUSAL[version].split()


def test_an_answer_is_kept_without_prose_and_long_lists() -> None:
    answer = {
        "id": 7,
        "name": "Two words",
        "slug": "two-words",
        "price": "1.50",
        "tags": [{"id": 1}, {"id": 2}, {"id": 3}],
        "options": {"c": "1", "a": "A b", "b": "2"},
        "note": "",
    }
    assert plain(answer) == {
        "id": 7,
        "name": "text",
        "slug": "two-words",
        "price": "1.50",
        "tags": [{"id": 1}, {"id": 2}],
        "options": {"a": "text", "b": "2"},
        "note": "",
    }


def test_an_outline_has_ids_states_and_sums_to_the_depth_that_is_asked() -> None:
    order = {
        "id": 7,
        "total": "9.00",
        "billing": {"city": "Lyon"},
        "lines": [{"id": 1, "name": "x", "taxes": [{"id": 2}]}],
    }
    assert outline([order], 0) == [{"id": 7, "total": "9.00"}]
    assert outline(order, 1) == {"id": 7, "total": "9.00", "lines": [{"id": 1}]}
    assert outline(order, 9) == {"id": 7, "total": "9.00", "lines": [{"id": 1, "taxes": [{"id": 2}]}]}


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (
            {"method": "GET", "path": "/wp-json/wc/v3/tags/7", "status": 200, "response": {}},
            {"id": 7, "note": "text"},
        ),
        ({"method": "GET", "path": "/wp-json/wc/v3/tags/7", "status": 404, "outline": {}}, {"id": 7, "note": "text"}),
        ({"method": "GET", "path": "/wp-json/wc/v3/tags/7", "status": 200, "outline": {}}, {"id": 7}),
        ({"method": "OPTIONS", "path": "/wp-json/wc/v3/orders", "status": 200, "outline": None}, None),
    ],
)
def test_our_answer_is_cut_as_the_recorded_one_was(kept: dict[str, object], expected: object) -> None:
    assert form(kept)({"id": 7, "note": "A text."}) == expected


@needs.full_recordings
@pytest.mark.parametrize("name", sorted(p.name for p in store.REDUCED.iterdir()))
def test_the_reduced_recordings_are_made_of_the_full_ones(name: str) -> None:
    full = (store.SHARED / "recordings" / name).read_text("utf-8").splitlines()
    kept = (store.REDUCED / name).read_text("utf-8").splitlines()
    assert [json.loads(line) for line in kept] == reduced(full)


@needs.full_recordings
def test_the_store_that_the_reduced_recordings_begin_with_is_made_of_the_full_one() -> None:
    assert json.loads((store.CARRIED / "snapshot.json").read_text("utf-8")) == snapshot()
