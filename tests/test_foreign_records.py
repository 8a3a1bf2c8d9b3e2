"""A record that is passed on as another kind of record: what is no loss goes through, sums are refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from fake_store import Session
from wooclient import fixtures
from wooclient._runtime.sums import check_sums
from wooclient.v3 import OrderLineItem
from wooclient.v3.params.variations import VariationDefaults

ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")
REFUND = "line_items[0] is OrderLineItem, whose subtotal 48.00, total 43.20, price 43.2 would be lost: pass a mapping"


@pytest.fixture
def shop(answering: Callable[..., Session]) -> Session:
    return answering(ORDER)


@pytest.mark.parametrize("kind", [list, tuple, iter])
def test_the_line_of_an_order_is_no_line_of_a_refund(shop: Session, kind: Callable[[Any], Any]) -> None:
    order = shop.wait(shop.woo.orders.get(1))
    lines = kind(order.line_items)
    with pytest.raises(TypeError, match=r"refunds\.create\.line_items.* is OrderLineItem, whose .*total 43\.20"):
        shop.wait(shop.woo.orders.refunds.create(1, line_items=lines))
    assert [request.method for request in shop.requests] == ["GET"]


def test_the_message_says_what_is_lost_and_what_there_is(shop: Session) -> None:
    order = shop.wait(shop.woo.orders.get(1))
    with pytest.raises(TypeError) as raised:
        shop.wait(shop.woo.orders.refunds.create(1, line_items=[order.line_items[0]]))
    assert (
        str(raised.value)
        == f"orders.refunds.create.{REFUND} of what is meant, of id, quantity, refund_tax, refund_total"
    )


def test_lines_of_their_own_kind_go_though_answers_have_more(shop: Session) -> None:
    order = shop.wait(shop.woo.orders.get(1))
    shop.wait(shop.woo.orders.update(1, line_items=[order.line_items[0]], billing=order.billing))
    [sent] = shop.bodies
    assert sent["line_items"][0]["id"] == ORDER["line_items"][0]["id"]
    assert sent["billing"]["city"] == ORDER["billing"]["city"]


def test_a_line_without_any_sum_goes(shop: Session) -> None:
    order = shop.wait(shop.woo.orders.get(1))
    line = order.line_items[0]
    for field in ("subtotal", "total", "price"):
        setattr(line, field, Decimal())
    shop.wait(shop.woo.orders.refunds.create(1, line_items=[line]))
    assert shop.bodies[0]["line_items"] == [{"id": line.id, "quantity": line.quantity}]


def test_a_category_that_was_read_names_one_by_its_id(answering: Callable[..., Session]) -> None:
    shop = answering(fixtures.load("v3", "products.categories.get"))
    category = shop.wait(shop.woo.products.categories.get(9))
    shop.wait(shop.woo.products.create(name="Cup", categories=[category]))
    assert shop.bodies == [{"name": "Cup", "categories": [{"id": category.id}]}]


def test_a_copy_of_a_record_goes_though_its_price_is_worked_out(answering: Callable[..., Session]) -> None:
    read = {**fixtures.load("v2", "products.get"), "stock_quantity": 4}
    shop = answering({**read, "create": [read]})
    product = shop.wait(shop.woo.v2.products.get(1))
    assert product.price
    shop.wait(shop.woo.v2.products.batch(create=[product]))
    [sent] = shop.bodies
    assert sent["create"][0]["name"] == product.name
    assert "price" not in sent["create"][0]


def test_a_line_of_another_version_is_a_line(answering: Callable[..., Session]) -> None:
    shop = answering(fixtures.load("v1", "orders.get"))
    order = shop.wait(shop.woo.v1.orders.get(1))
    for line in order.line_items:
        del line.id
    shop.wait(shop.woo.orders.create(line_items=order.line_items))
    [sent] = shop.bodies
    assert [line["total"] for line in sent["line_items"]] == [str(line.total) for line in order.line_items]


def test_a_class_made_of_a_model_is_of_its_kind(shop: Session) -> None:
    class Mine(OrderLineItem):
        pass

    order = shop.wait(shop.woo.orders.get(1))
    line = Mine.model_validate(order.line_items[0].model_dump(by_alias=True, exclude_unset=True))
    shop.wait(shop.woo.orders.update(1, line_items=[line]))
    assert shop.bodies[0]["line_items"][0]["id"] == line.id
    with pytest.raises(TypeError, match="is Mine, whose"):
        shop.wait(shop.woo.orders.refunds.create(1, line_items=[line]))


def test_a_list_of_lines_where_a_mapping_is_due_loses_no_sums_either(answering: Callable[..., Session]) -> None:
    shop = answering(fixtures.load("legacy-v3", "orders.get"))
    order = shop.wait(shop.woo.legacy.orders.get(1))
    lines: Any = order.line_items
    for given in (lines, {line.id: line for line in lines}):
        with pytest.raises(TypeError, match=r"is LegacyOrderLineItem, whose .*total .* would be lost"):
            shop.wait(shop.woo.legacy.orders.refunds.create(1, amount=5, line_items=given))


def test_a_variation_that_was_read_is_what_others_begin_with(answering: Callable[..., Session]) -> None:
    shop = answering({**fixtures.load("v3", "products.variations.get"), "count": 2})
    found = shop.wait(shop.woo.products.variations.get(1, 2))
    assert found.price
    check_sums(found, VariationDefaults, ("regular_price",), "here")
