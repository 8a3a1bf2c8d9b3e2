"""Stores that keep orders where older versions do not look: told once, and never in the way of the call."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from fake_store import Session, ok
from wooclient import ConfigurationError, NotFound, StoreWarning, WooClient
from wooclient._runtime.conditions import PATIENCE, Condition, Conditions
from wooclient._runtime.exchange import Response
from wooclient._runtime.operation import Operation, Version
from wooclient.mock import MockStore

HPOS = {"settings": {"HPOS_enabled": True, "HPOS_sync_enabled": False}}
STATUS = "/wp-json/wc/v3/system_status"
Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(status: Any, body: Any = (), code: int = 200, **options: Any) -> Session:
        def answer(request: httpx.Request) -> httpx.Response:
            if request.url.path == STATUS:
                return status(request) if callable(status) else ok(status)
            return ok([] if body == () else body, code, **({"x_wp_total": "0"} if code == 200 else {}))

        return sessions(answer, **options)

    return make


def paths(shop: Session) -> list[str]:
    return [request.url.path for request in shop.requests]


@pytest.mark.parametrize(
    ("call", "body"),
    [
        (lambda woo: woo.v1.orders.list(), []),
        (lambda woo: woo.v1.orders.refunds.list(5), []),
        (lambda woo: woo.legacy.orders.list(), {"orders": []}),
        (lambda woo: woo.legacy.v1.orders.list(), {"orders": []}),
        (lambda woo: woo.legacy.orders.count(), {"count": 0}),
        (lambda woo: woo.legacy.customers.orders.list(5), {"orders": []}),
    ],
)
def test_a_list_that_is_empty_for_that_reason_says_so_once(session: Make, call: Any, body: Any) -> None:
    shop = session(HPOS, body)
    with pytest.warns(StoreWarning, match=r"orders\.[\w.]+ at https://shop\.example: .*HPOS.*Use wc/v3"):
        shop.wait(call(shop.woo))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shop.wait(call(shop.woo))
        shop.wait(call(shop.woo.with_options(timeout=5)))
    assert paths(shop).count(STATUS) == 1
    assert dict(shop.requests[1].url.params) == {"_fields": "settings"}


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("version", ["v1", "legacy"])
def test_walks_say_so_too(session: Make, version: str, prefetch: int) -> None:
    shop = session(HPOS, {"orders": []} if version == "legacy" else [])
    with pytest.warns(StoreWarning):
        assert shop.all(getattr(shop.woo, version).orders.iter(prefetch=prefetch)) == []


@pytest.mark.parametrize("code", [400, 404])
def test_an_order_that_is_not_found_for_that_reason_has_it_as_its_hint(session: Make, code: int) -> None:
    body = {"code": "woocommerce_rest_shop_order_invalid_id", "message": "ID is invalid.", "data": {"status": code}}
    shop = session(HPOS, body, code)
    for _ in range(2):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pytest.raises(NotFound, match="HPOS"):
                shop.wait(shop.woo.v1.orders.update(5, customer_note="x"))
    assert paths(shop).count(STATUS) == 1


def test_reports_of_sales_are_asked_about_at_first_use(session: Make) -> None:
    shop = session(HPOS, [{"total_sales": "0.00"}])
    with pytest.warns(StoreWarning, match="revenue/stats"):
        shop.wait(shop.woo.reports.sales.list())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shop.wait(shop.woo.reports.sales.list())


def fails(_: httpx.Request) -> httpx.Response:
    raise AssertionError("a test's own server knows no such route")


@pytest.mark.parametrize(
    "status",
    [
        {"settings": {"HPOS_enabled": False, "HPOS_sync_enabled": False}},
        {"settings": {"HPOS_enabled": True, "HPOS_sync_enabled": True}},
        {"settings": {}},
        {"settings": {"HPOS_enabled": 1, "HPOS_sync_enabled": 0}},
        [],
        lambda _: ok({"code": "woocommerce_rest_cannot_view", "message": "No."}, 401),
        lambda _: httpx.Response(200, content=b"<html>"),
        lambda request: (_ for _ in ()).throw(httpx.ConnectError("gone", request=request)),
        fails,
    ],
)
def test_what_a_store_does_not_tell_is_not_guessed_and_no_call_fails_for_it(session: Make, status: Any) -> None:
    events: list[str] = []
    shop = session(status, hooks=[lambda event: events.append(event.kind)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(shop.wait(shop.woo.v1.orders.list())) == 0
        assert len(shop.wait(shop.woo.v1.orders.list())) == 0
    assert paths(shop).count(STATUS) == 1
    assert events == ["send", "answer"] * 2


def test_nobody_is_asked_where_there_is_no_reason_to(session: Make) -> None:
    shop = session(HPOS)
    shop.wait(shop.woo.orders.list())
    shop.wait(shop.woo.v2.orders.list())
    shop.wait(shop.woo.v1.products.list())
    full = session(HPOS, {"orders": [{"id": 5, "note": "x" * 100}]})
    full.wait(full.woo.legacy.orders.list())
    assert STATUS not in paths(shop) + paths(full)


def test_a_store_that_is_that_way() -> None:
    status: dict[str, Any] = {"environment": {"version": "10.0.2"}, **HPOS}
    with MockStore(seed={"system_status": status}) as store:
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        with pytest.warns(StoreWarning):
            assert woo.v1.orders.list().total == 0
        made = woo.v1.orders.create()
        with pytest.raises(NotFound, match="Use wc/v3"):
            woo.v1.orders.update(made.id, customer_note="x")
        assert woo.orders.get(made.id).id == made.id


@pytest.mark.parametrize("method", ["list", "iter", "create", "get", "update", "delete", "batch"])
def test_docstrings_say_so(method: str) -> None:
    woo = WooClient("https://shop.example", key="ck_1", secret="cs_2")
    assert "HPOS" in getattr(woo.v1.orders, method).__doc__
    assert "HPOS" not in getattr(woo.orders, method).__doc__
    assert "HPOS" in (woo.legacy.orders.iter.__doc__ or "")


CONDITION = Condition("/wc/v3/system_status", (("settings.a", True), ("settings.b", False), ("mode", "x")), "No.")


def operation(needs: Condition | None, envelope: str = "") -> Operation[Any]:
    return Operation(Version("", "", "", ""), "things.list", "GET", "/x", Any, answer_envelope=envelope, needs=needs)


@pytest.mark.parametrize(
    ("status", "body", "asks"),
    [
        (200, b"[]", True),
        (200, b"0", True),
        (200, b"\xef\xbb\xbf[]", True),
        (200, b"[" + b" " * 98 + b"]", True),
        (200, b"[" + b" " * 99 + b"]", False),
        (200, b"[1]", False),
        (200, b"{}", False),
        (200, b"[", False),
        (404, b'{"code": "woocommerce_rest_term_invalid", "message": ""}', True),
        (400, b'{"code": "woocommerce_rest_product_invalid_id", "message": ""}', True),
        (404, b'{"code": "rest_no_route", "message": ""}', False),
        (500, b'{"code": "x", "message": ""}', False),
        (404, b"<html>", False),
    ],
)
def test_the_store_is_asked_only_after_an_answer_that_says_that_there_is_nothing(
    status: int, body: bytes, asks: bool
) -> None:
    known, answer = Conditions(), Response(status, {}, body)
    asked = known.question("https://shop.example", operation(CONDITION), answer)
    assert (asked is not None) is asks
    if asked is not None:
        assert (asked.method, asked.url) == ("GET", "https://shop.example/wc/v3/system_status")
        assert asked.query == (("_fields", "settings,mode"),)
        assert known.question("https://shop.example", operation(CONDITION), answer) is None, "once"
    assert known.question("https://shop.example", operation(None), answer) is None
    always = CONDITION._replace(always=True)
    assert known.question("https://shop.example", operation(always), answer) is not None


@pytest.mark.parametrize(
    ("status", "told", "unmet"),
    [
        (200, {"settings": {"a": True, "b": False}, "mode": "x"}, True),
        (200, {"settings": {"a": True, "b": True}, "mode": "x"}, False),
        (200, {"settings": {"a": 1, "b": 0}, "mode": "x"}, False),
        (200, {"settings": {"a": True}, "mode": "x"}, False),
        (200, {"settings": [True, False], "mode": "x"}, False),
        (200, [], False),
        (203, {"settings": {"a": True, "b": False}, "mode": "x"}, False),
    ],
)
def test_a_store_is_warned_of_only_if_it_says_all_of_it(status: int, told: Any, unmet: bool) -> None:
    known, call = Conditions(), operation(CONDITION._replace(unmet=(("settings.a", True), ("settings.b", False))))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.simplefilter("ignore", ResourceWarning)  # what other tests left open may be collected just now
        known.take("https://shop.example", call, Response(status, {}, json.dumps(told).encode()))
    assert [str(one.message) for one in caught] == ["things.list at https://shop.example: No."] * unmet
    assert known.hint(call) == ("No." if unmet else "")
    known.take("https://shop.example", call, Response(200, {}, b"<html>"))


def test_the_question_takes_ten_seconds_at_most() -> None:
    assert PATIENCE == 10


OLD, NEW = ({"environment": {"version": version}} for version in ("11.0.2", "11.1.0-beta.1"))
_LINES = [{"id": 7, "quantity": 1}]
_REFUND = {"id": 9, "amount": "22.00"}


def refund(shop: Session, **fields: Any) -> Any:
    return shop.wait(shop.woo.orders.refunds.create(5, line_items=_LINES, **fields))


@pytest.mark.parametrize("fields", [{"compute_totals": True}, {"extra": {"compute_totals": True}}])
def test_what_an_older_store_would_drop_and_do_harm_with_is_not_sent(session: Make, fields: dict[str, Any]) -> None:
    shop = session(OLD, _REFUND)
    for _ in range(2):
        with pytest.raises(ConfigurationError) as caught:
            refund(shop, **fields)
        assert str(caught.value) == (
            "orders.refunds.create was not sent: compute_totals needs WooCommerce 11.1, and https://shop.example has "
            "11.0.2. Pass amount= and the refund_total of each line instead."
        )
    assert paths(shop) == [STATUS]


def test_a_store_that_knows_it_is_asked_once(session: Make) -> None:
    shop = session(NEW, _REFUND)
    for _ in range(2):
        assert refund(shop, compute_totals=True).id == 9
    assert paths(shop) == [STATUS, *["/wp-json/wc/v3/orders/5/refunds"] * 2]


@pytest.mark.parametrize("fields", [{}, {"compute_totals": False}, {"amount": "3.00"}])
def test_without_that_field_no_store_is_asked(session: Make, fields: dict[str, Any]) -> None:
    shop = session(OLD, _REFUND)
    refund(shop, **fields)
    assert paths(shop) == ["/wp-json/wc/v3/orders/5/refunds"]


@pytest.mark.parametrize("told", [{}, {"environment": {"version": 11}}, {"environment": {"version": "new"}}, []])
def test_a_store_that_does_not_tell_its_release_is_not_guessed_about(session: Make, told: Any) -> None:
    shop = session(told, _REFUND)
    assert refund(shop, compute_totals=True).id == 9


def test_a_question_before_a_request_may_fail(session: Make) -> None:
    def status(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no")

    shop = session(status, _REFUND)
    assert refund(shop, compute_totals=True).id == 9
