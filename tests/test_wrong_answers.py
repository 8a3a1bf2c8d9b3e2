"""A success whose body is something else than the record: errors, objects of plugins, noise, JSON beyond all bounds."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from fake_store import Session, ok, raw
from wooclient import (
    ApiError,
    AuthenticationError,
    BatchInterrupted,
    NotFound,
    NotJsonError,
    RequestError,
    UnexpectedAnswer,
    fixtures,
    to_wire,
)

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
COUPON: dict[str, Any] = fixtures.load("v3", "coupons.get")
ERROR = {"code": "woocommerce_rest_cannot_edit", "message": "no", "data": {"status": 401}}
#: What plugins and caches answer in place of a record.
FOREIGN: list[dict[str, Any]] = [{}, {"success": False, "data": "blocked"}]
Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(*answers: Any, **options: Any) -> Session:
        left = list(answers)
        return sessions(lambda _: left.pop(0) if len(left) > 1 else left[0], **options)

    return make


def save(woo: Any) -> Any:
    product = woo.products.get(1)
    product.name = "other"
    return woo.products.save(product)


CALLS: dict[str, Callable[[Any], Any]] = {
    "get": lambda woo: woo.products.get(1),
    "list": lambda woo: woo.products.list(),
    "create": lambda woo: woo.products.create(name="x"),
    "update": lambda woo: woo.products.update(1, name="x"),
    "delete": lambda woo: woo.products.delete(1, force=True),
    "coupon": lambda woo: woo.coupons.get(1),
    "action": lambda woo: woo.orders.actions.send_order_details(1),
    "review": lambda woo: woo.products.reviews.delete(1, force=True),
    "text": lambda woo: woo.products.shipping_classes.slug_suggestion(name="x"),
    "batch": lambda woo: woo.products.batch(update=[{"id": 1, "name": "x"}]),
    "legacy": lambda woo: woo.legacy.products.get(1),
}


def cause(error: RequestError) -> RequestError | None:
    """The error of the one request: that of a batch is what ended it."""
    return error.cause if isinstance(error, BatchInterrupted) else error


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_an_error_under_a_success_is_that_error(session: Make, call: str, strict: bool) -> None:
    shop = session(ok(ERROR), strict=strict)
    with pytest.raises(RequestError) as caught:
        shop.wait(CALLS[call](shop.woo))
    error = cause(caught.value)
    assert isinstance(error, AuthenticationError)
    assert (error.status, error.code, error.message, error.data) == (200, ERROR["code"], "no", {"status": 401})


@pytest.mark.parametrize("data", [None, 500, {"status": "x"}, {"status": 200}])
def test_an_error_under_a_success_need_not_tell_a_status(session: Make, data: Any) -> None:
    shop = session(ok({**ERROR, "data": data}))
    with pytest.raises(ApiError) as caught:
        shop.wait(shop.woo.products.get(1))
    assert type(caught.value) is ApiError


def test_a_save_that_is_answered_with_an_error_raises_it() -> None:
    answers = [ok(PRODUCT), ok(ERROR)]
    shop = Session("sync", lambda _: answers.pop(0))
    with pytest.raises(AuthenticationError):
        save(shop.woo)


@pytest.mark.parametrize("body", FOREIGN)
@pytest.mark.parametrize("call", ["get", "create", "update", "delete", "coupon", "action", "legacy"])
def test_an_object_with_nothing_of_the_record_is_no_answer(session: Make, call: str, body: Any) -> None:
    shop = session(ok(body))
    with pytest.raises(UnexpectedAnswer):
        shop.wait(CALLS[call](shop.woo))


def test_a_record_that_looks_like_an_error_is_a_record(session: Make) -> None:
    shop = session(ok({**COUPON, "message": "of a plugin", "data": {"status": 400}}), ok({**PRODUCT, **ERROR}))
    assert shop.wait(shop.woo.coupons.get(1)).id == COUPON["id"]
    assert shop.wait(shop.woo.products.get(1)).id == PRODUCT["id"]


@pytest.mark.parametrize("body", [{}, {"x_plugin": 1}, {"name": "x"}])
def test_who_asks_for_few_fields_gets_few(session: Make, body: dict[str, Any]) -> None:
    shop = session(ok(body))
    product = shop.wait(shop.woo.products.get(1, extra={"_fields": "name,x_plugin"}))
    assert to_wire(product) == body
    assert to_wire(shop.wait(shop.woo.products.update(1, name="x", extra={"_fields": ["name"]}))) == body


def test_a_message_that_is_all_there_is_to_say_is_an_answer(session: Make) -> None:
    shop = session(ok({"message": "sent"}))
    assert shop.wait(CALLS["action"](shop.woo)).message == "sent"


def test_a_model_that_needs_nothing_may_be_empty(session: Make) -> None:
    shop = session(ok({"webhook_delivery": {}}))
    assert to_wire(shop.wait(shop.woo.legacy.webhooks.deliveries.get(1, 2))) == {}


def test_a_batch_stops_at_an_error_under_a_success(session: Make) -> None:
    done = {"update": [{**PRODUCT, "id": i} for i in range(1, 101)]}
    shop = session(ok(done), ok(ERROR))
    with pytest.raises(BatchInterrupted, match="cannot_edit: no") as caught:
        shop.wait(shop.woo.products.batch(update=[{"id": i, "name": "x"} for i in range(1, 301)]))
    assert len(shop.requests) == 2
    assert len(caught.value.done.values) == 100
    assert [item["id"] for item in caught.value.unknown["update"]] == list(range(101, 201))
    assert isinstance(caught.value.__cause__, AuthenticationError)


def test_a_batch_that_is_answered_by_a_plugin_is_no_answer(session: Make) -> None:
    shop = session(ok({"success": False, "data": "blocked"}))
    with pytest.raises(BatchInterrupted) as caught:
        shop.wait(CALLS["batch"](shop.woo))
    assert isinstance(caught.value.cause, UnexpectedAnswer)


@pytest.mark.parametrize(
    ("call", "body", "said"),
    [
        ("create", {**PRODUCT, "stock_quantity": "5"}, "the store has done what was asked"),
        ("batch", {"update": [{**PRODUCT, "stock_quantity": "5"}]}, "the store has done what was asked"),
        ("create", {}, "the store may have done what was asked"),
        ("get", {**PRODUCT, "stock_quantity": "5"}, ""),
    ],
)
def test_a_write_whose_answer_is_refused_says_what_became_of_it(session: Make, call: str, body: Any, said: str) -> None:
    shop = session(ok(body), strict=True)
    with pytest.raises(RequestError) as caught:
        shop.wait(CALLS[call](shop.woo))
    error = cause(caught.value)
    assert isinstance(error, UnexpectedAnswer)
    assert said in error.message
    assert ("what was asked" in error.message) is bool(said)


@pytest.mark.parametrize("body", [b"[]", b"{}", b"null", b'{"success": false}'])
def test_a_missing_record_may_be_told_by_the_status_alone(session: Make, body: bytes) -> None:
    shop = session(raw(body, 404))
    with pytest.raises(NotFound) as caught:
        shop.wait(shop.woo.products.get(1))
    assert "breaks off" not in caught.value.hint


@pytest.mark.parametrize("noise", [b"<!-- cached -->", b"\n<br /><b>Notice</b>: late"])
def test_text_behind_the_json_is_named_with_the_way_past_it(session: Make, noise: bytes) -> None:
    body = json.dumps(PRODUCT).encode() + noise
    shop = session(raw(body))
    for call, written in (("get", False), ("create", True)):
        with pytest.raises(NotJsonError) as caught:
            shop.wait(CALLS[call](shop.woo))
        assert noise.strip().decode() in caught.value.hint
        assert "salvage=True" in caught.value.hint
        assert ("look before you send it again" in caught.value.hint) is written
    past = session(raw(body), salvage=True)
    assert to_wire(past.wait(CALLS["get"](past.woo))) == PRODUCT


def test_an_integer_beyond_all_bounds_does_not_lose_the_page(session: Make) -> None:
    digits = "9" * 5000
    row = {"id": 1, "key": "k", "value": "digits"}
    page = json.dumps([{**PRODUCT, "meta_data": [row]}, PRODUCT]).replace('"digits"', digits)
    shop = session(raw(page.encode()))
    first, second = shop.wait(shop.woo.products.list())
    assert first.meta_data[0].value == digits
    assert to_wire(second) == PRODUCT
    first.name = "other"
    shop.answer = lambda _: ok(PRODUCT)
    shop.wait(shop.woo.products.save(first))
    assert shop.bodies[-1] == {"name": "other"}


def test_an_integer_beyond_all_bounds_does_not_hinder_salvage(session: Make) -> None:
    body = json.dumps({**PRODUCT, "x": "digits"}).replace('"digits"', "9" * 5000)
    shop = session(raw(b"Notice: late\n" + body.encode()), salvage=True)
    assert shop.wait(shop.woo.products.get(1)).id == PRODUCT["id"]


def nested(depth: int) -> bytes:
    """A product with a field that holds lists in lists."""
    deep = "[" * depth + "]" * depth
    return json.dumps({**PRODUCT, "x": 0}).replace('"x": 0', f'"x": {deep}').encode()


def test_json_that_is_nested_too_deep_says_so(session: Make) -> None:
    body = nested(100_000)  # Python 3.11 reads nearly 1,000 levels, 3.12 half as many more, 3.13 nearly 10,000
    with pytest.raises(RecursionError):
        json.loads(body)
    shop = session(raw(body))
    with pytest.raises(NotJsonError) as caught:
        shop.wait(shop.woo.products.get(1))
    assert "nested deeper" in caught.value.hint


@pytest.mark.parametrize("depth", [150, 400, 900, 1100, 3000, 9000, 20_000])
def test_deep_json_that_python_reads_is_kept(session: Make, depth: int) -> None:
    shop = session(raw(nested(depth)))
    try:
        json.loads(nested(depth))
    except RecursionError:
        with pytest.raises(NotJsonError, match="nested deeper"):
            shop.wait(shop.woo.products.get(1))
    else:
        assert shop.wait(shop.woo.products.get(1)).id == PRODUCT["id"]
