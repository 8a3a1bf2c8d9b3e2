"""Outcomes of a batch: which item each belongs to, whatever the store leaves out, and what becomes of odd records."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest

from fake_store import Session, ok
from wooclient import ItemError, fixtures, operations
from wooclient._runtime.models import to_wire
from wooclient._runtime.repair import repair
from wooclient.v3 import Product

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
REVIEW: dict[str, Any] = fixtures.load("v3", "products.reviews.get")
REFUSED = {"code": "woocommerce_rest_product_invalid_id", "message": "Invalid ID.", "data": {"status": 400}}
Make = Callable[..., Session]


@pytest.fixture
def session(answering: Make) -> Make:
    return answering


def product(number: Any, **fields: Any) -> dict[str, Any]:
    return {**PRODUCT, "id": number, **fields}


def shown(outcomes: Any) -> list[Any]:
    """Of each outcome the code of its error, or the id."""
    return [one.code if isinstance(one, ItemError) else one.id for one in outcomes]


def updates(*numbers: int) -> list[dict[str, Any]]:
    return [{"id": number, "name": "x"} for number in numbers]


def test_an_odd_field_of_a_record_makes_no_error_of_it(session: Make) -> None:
    shop = session({"update": [product(1, stock_quantity="5"), product(2)]})
    result = shop.wait(shop.woo.products.batch(update=updates(1, 2)))
    odd, even = result.update
    assert (type(odd), type(even)) == (Product, Product)
    assert (odd.stock_quantity, odd.price, result.errors) == ("5", even.price, ())
    assert shop.woo.drift.counts == {"Product.stock_quantity": {"string": 1}}


@pytest.mark.parametrize("kept", [["id"], ["id", "name"], ["name", "stock_quantity"], ["id", "meta_data", "_links"]])
def test_a_record_that_is_cut_short_is_a_record(session: Make, kept: list[str]) -> None:
    shop = session({"create": [{name: {**PRODUCT, "_links": {}}[name] for name in kept}]})
    (one,) = shop.wait(shop.woo.products.batch(create=[{"name": "x"}])).create
    assert type(one) is Product
    assert to_wire(one).keys() == set(kept)


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        ({**REFUSED, "code": 7}, "7", "Invalid ID."),
        ({"code": "x"}, "x", ""),
        ("not today", "", "not today"),
    ],
)
def test_an_odd_error_is_an_error(session: Make, error: Any, code: str, message: str) -> None:
    shop = session({"update": [{"id": 1, "error": error, "_links": {}}]})
    (refused,) = shop.wait(shop.woo.products.batch(update=updates(1))).errors
    assert (refused.code, refused.message, refused.id, refused.part) == (code, message, 1, "update")


@pytest.mark.parametrize("error", [{**REFUSED, "code": 7}, "not today", None])
def test_an_outcome_with_an_error_is_no_record_cut_short(error: Any) -> None:
    (batch,) = [o for o in operations("v3") if o.id == "products.batch"]
    result: Any = batch.decode({"update": [{"id": 1, "error": error, "_links": {}}]})
    assert type(result.update[0]).__name__ == "BatchItemError"


@pytest.mark.parametrize("error", [None, "", []])
def test_an_empty_error_is_none(session: Make, error: Any) -> None:
    shop = session({"update": [product(1, error=error)]})
    assert shown(shop.wait(shop.woo.products.batch(update=updates(1))).update) == [1]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ({**REVIEW, "rating": "5"}, "ProductReview"),
        ({"id": 1, "rating": "5"}, "ProductReview"),
        ({"deleted": True, "previous": {**REVIEW, "rating": "5"}}, "ProductReviewDeleted"),
        ({"deleted": 1, "previous": REVIEW}, "ProductReviewDeleted"),
        ({"deleted": True}, "ProductReviewDeleted"),
    ],
)
def test_the_model_of_a_union_is_the_one_whose_fields_are_there(raw: dict[str, Any], name: str) -> None:
    (delete,) = [o for o in operations("v3") if o.id == "products.reviews.delete"]
    result: Any = delete.decode(json.dumps(raw).encode())
    assert type(result).__name__ == name
    assert to_wire(result) == raw


@pytest.mark.parametrize("version", ["v1", "v2", "v3", "legacy-v2", "legacy-v3"])
def test_an_odd_field_makes_no_failure_in_any_batch(version: str) -> None:
    batches = [o for o in operations(version) if o.id.endswith((".batch", ".bulk"))]
    assert batches
    for operation in batches:
        body: Any = fixtures.load(version, operation.id)
        kinds = _kinds(operation.decode(body))
        for item in _items(body[operation.answer_envelope] if operation.answer_envelope else body):
            if "error" not in item:
                item[min(item.keys() - {"id", "code"})] = {"an": "object"}
        assert _kinds(operation.decode(body)) == kinds, operation.id


def _items(held: Any) -> list[Any]:
    """The items of a batch, be they in parts or not."""
    parts = [held] if isinstance(held, list) else [part for part in held.values() if isinstance(part, list)]
    return [item for part in parts for item in part]


def _kinds(result: Any) -> list[str]:
    return [type(item).__name__ for item in _items(result if isinstance(result, list) else vars(result))]


def test_any_union_of_models_is_told_apart() -> None:
    (delete,) = [o for o in operations("v3") if o.id == "products.reviews.delete"]
    seen: list[str] = []
    found = repair(list[delete.answer_type() | int], [7, {"deleted": 0}], "x", lambda where, _: seen.append(where))
    assert [type(one).__name__ for one in found] == ["int", "ProductReviewDeleted"]
    assert seen == ["ProductReviewDeleted.deleted", "ProductReviewDeleted.previous"]


@pytest.mark.parametrize(
    ("answered", "outcomes"),
    [
        ([1, 3], [1, "no_answer", 3]),
        ([3, 1, 2], [1, 2, 3]),
        ([2, 1], [1, 2, "no_answer"]),
        ([], ["no_answer"] * 3),
        (["1", "2", "3"], ["1", "2", "3"]),
        ([1, 7, 3], [1, "no_answer", 3]),
        ([1, None, 3], [1, None, 3]),
        ([None, 1, 3], [1, "no_answer", 3]),
        ([1, 2, 3, 4], [1, 2, 3]),
    ],
)
@pytest.mark.parametrize("part", ["update", "delete"])
def test_updates_and_deletions_are_matched_by_id(
    session: Make, part: str, answered: list[Any], outcomes: list[Any]
) -> None:
    shop = session({part: [product(number) for number in answered]})
    given = updates(1, 2, 3) if part == "update" else [1, 2, 3]
    result = shop.wait(shop.woo.products.batch(**{part: given}))
    assert shown(getattr(result, part)) == outcomes


def test_refused_updates_are_matched_by_id_too(session: Make) -> None:
    shop = session({"update": [product(3), {"id": 1, "error": REFUSED}]})
    result = shop.wait(shop.woo.products.batch(update=updates(1, 2, 3)))
    assert shown(result.update) == [REFUSED["code"], "no_answer", 3]
    assert [error.id for error in result.errors] == [1, 2]


def test_a_variation_that_could_not_be_deleted_is_matched_by_its_parameters(session: Make) -> None:
    refused = {"id": {"id": 5, "product_id": 1, "force": True}, "error": REFUSED}
    shop = session({"delete": [refused]})
    result = shop.wait(shop.woo.products.variations.batch(1, delete=[4, 5]))
    assert shown(result.delete) == ["no_answer", REFUSED["code"]]


def test_an_id_that_is_given_twice_has_two_outcomes(session: Make) -> None:
    shop = session({"update": [product(1, name="a"), product(1, name="b")]})
    result = shop.wait(shop.woo.products.batch(update=updates(1, 1)))
    assert [one.name for one in result.update] == ["a", "b"]


@pytest.mark.parametrize(("answered", "told"), [([8], True), ([8, 9], False), ([8, 9, 10], True)])
def test_creations_go_by_position_and_a_count_that_does_not_fit_is_told(
    session: Make, answered: list[int], told: bool, caplog: pytest.LogCaptureFixture
) -> None:
    shop = session({"create": [product(number) for number in answered]})
    with caplog.at_level(logging.WARNING, "wooclient.batch"):
        result = shop.wait(shop.woo.products.batch(create=[{"name": "a"}, {"name": "b"}]))
    assert shown(result.create) == [*answered, "no_answer"][:2]
    assert (f"products.batch: {len(answered)} outcomes for 2 items of create" in caplog.text) is told
    missing = [error.message for error in result.errors]
    assert ["the store gives 1 outcomes for 2 creations" in message for message in missing] == [True] * (
        2 - len(answered[:2])
    )


@pytest.mark.parametrize("indexed", [False, True])
def test_a_record_of_a_batch_can_be_saved(session: Make, indexed: bool) -> None:
    items: Any = [product(1), product(2)]
    shop = session({"update": dict(zip("04", items, strict=True)) if indexed else items})
    result = shop.wait(shop.woo.products.batch(update=updates(1, 2)))
    one = result.update[1]
    one.name = "other"
    shop.answer = lambda _: ok(PRODUCT)
    shop.wait(shop.woo.products.save(one))
    assert shop.bodies[-1] == {"name": "other"}
    assert shop.requests[-1].url.path.endswith("/2")
