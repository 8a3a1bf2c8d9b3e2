"""Saving through wc/v1 and the legacy API, and arguments that a store would take for something else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from wooclient import WooClient, operations
from wooclient._runtime.inputs import arguments, query_arguments
from wooclient._runtime.models import remember
from wooclient._runtime.writing import changes
from wooclient.mock import MockStore

LINE = {"id": 1, "product_id": 7, "variation_id": 0, "quantity": 1, "total": "5.00", "meta": []}


def changed(version: str, name: str, record: dict[str, Any], edit: Callable[[Any], Any]) -> dict[str, Any]:
    """The body that saves a record of an older version after an edit."""
    here = {o.id: o for o in operations(version)}
    model = here[f"{name}.get"].decode({here[f"{name}.get"].answer_envelope: record} if version[0] == "l" else record)
    body = json.dumps(record).encode()
    remember(model, body, ())
    edit(model)
    update = here[f"{name}.update"]
    return arguments(update.body_type(), changes(update, model), "x")


def test_a_moment_of_utc_says_so_and_one_that_is_taken_away_is_emptied() -> None:
    coupon = {"id": 9, "code": "x", "expiry_date": "2027-12-31T12:00:00"}

    def move(model: Any) -> None:
        model.expiry_date = model.expiry_date + timedelta(days=1)

    def empty(model: Any) -> None:
        model.expiry_date = None

    assert changed("v1", "coupons", coupon, move) == {"expiry_date": "2028-01-01T12:00:00Z"}
    assert changed("v1", "coupons", coupon, empty) == {"expiry_date": ""}


def test_lines_of_older_versions_are_changed_one_by_one_too() -> None:
    order = {
        "id": 9,
        "line_items": [LINE, {**LINE, "id": 2}],
        "fee_lines": [{"id": 3, "title": "Bag", "total": "1.00"}],
    }

    def edit(model: Any) -> None:
        model.line_items[0].quantity = 4
        del model.line_items[1]

    v1 = changed("v1", "orders", order, edit)
    assert v1["line_items"] == [{"id": 1, "quantity": 4}, {"id": 2, "product_id": None}]
    legacy = changed("legacy-v3", "orders", order, edit)
    # The plugin wants the product of a line named again.
    assert legacy["line_items"] == [{"id": 1, "product_id": 7, "quantity": 4}, {"id": 2, "product_id": None}]
    assert changed("legacy-v3", "orders", order, lambda o: o.fee_lines.clear()) == {
        "fee_lines": [{"id": 3, "title": None}]
    }


VARIATIONS = [
    {
        "id": 1,
        "regular_price": "5",
        "stock_quantity": None,
        "attributes": [{"name": "Size", "slug": "pa_size", "option": "l"}],
    },
    {"id": 2, "regular_price": "6", "stock_quantity": 3, "attributes": []},
]


def _price(product: Any) -> None:
    product.variations[0].regular_price = Decimal(7)


@pytest.mark.parametrize("version", ["v1", "legacy-v3", "legacy-v2"])
def test_of_embedded_variations_only_the_changed_ones_are_sent(version: str) -> None:
    body = changed(version, "products", {"id": 9, "variations": VARIATIONS}, _price)
    assert body == {"variations": [{"id": 1, "regular_price": "7"}]}


def test_an_embedded_variation_cannot_be_taken_out() -> None:
    with pytest.raises(TypeError, match="item 2 was taken out, but the store keeps what a request leaves out"):
        changed("legacy-v3", "products", {"id": 9, "variations": VARIATIONS}, lambda p: p.variations.pop())


def test_attributes_are_written_without_the_prefix_that_answers_have() -> None:
    def edit(product: Any) -> None:
        product.variations[0].attributes[0].option = "s"

    body = changed("legacy-v3", "products", {"id": 9, "variations": VARIATIONS}, edit)
    assert body["variations"][0]["attributes"] == [{"name": "Size", "slug": "size", "option": "s"}]


def test_what_is_read_by_name_and_written_by_number_is_not_sent_by_name() -> None:
    with pytest.raises(TypeError, match="'Cups'; pass a whole number"):
        changed("legacy-v3", "products", {"id": 9, "categories": ["Cups"]}, lambda p: p.categories.append("Teaware"))


# names and values that would be taken for something else


@pytest.mark.parametrize(
    ("version", "operation", "fields", "message"),
    [
        ("legacy-v3", "products.list", {"filter": {"limt": 2}}, "filter has no part 'limt'; did you mean limit"),
        ("legacy-v3", "products.list", {"filter": {"modified_after": "2020-01-01"}}, "no part 'modified_after'"),
        ("legacy-v1", "products.list", {"filter": {"in_": "1"}}, "no part 'in_'"),
        ("legacy-v3", "orders.list", {"filter": "limit=5"}, "filter is 'limit=5'; pass a mapping"),
        ("legacy-v3", "products.delete", {"force": False}, "force is False, which the store does not understand"),
        ("v3", "products.list", {"include": ["1", "x"]}, r"include\[1\] is 'x'; pass a whole number"),
        ("v3", "products.batch", {"create": [{"nmae": "x"}]}, r"create\[0\] has no field 'nmae'; did you mean name"),
    ],
)
def test_what_the_store_would_misread_is_refused(
    version: str, operation: str, fields: dict[str, Any], message: str
) -> None:
    (called,) = [o for o in operations(version) if o.id == operation]
    made = arguments if called.body else query_arguments
    with pytest.raises(TypeError, match=message):
        made(called.body_type() or called.query_type(), fields, operation)


def test_items_of_a_bulk_are_mappings_with_known_names() -> None:
    store = MockStore()
    woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
    with pytest.raises(TypeError, match="item 0 has no field 'titel'; did you mean title"):
        woo.legacy.products.bulk([{"titel": "Cup"}])  # type: ignore[typeddict-unknown-key]
    with pytest.raises(TypeError, match="takes a list of mappings; 'title' is none"):
        woo.legacy.products.bulk({"title": "Cup"})  # type: ignore[arg-type]
    assert not store.requests


def test_filters_take_lists_and_moments() -> None:
    (called,) = [o for o in operations("legacy-v3") if o.id == "products.list"]
    far = datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=-5)))
    given = {"fields": ["id", "title"], "filter": {"in_": [1, 2], "category": "cups,pots", "created_at_min": far}}
    assert query_arguments(called.query_type(), given, "x") == {
        "fields": "id,title",
        "filter": {"in": "1,2", "category": "cups,pots", "created_at_min": "2020-01-01T05:00:00"},
    }
