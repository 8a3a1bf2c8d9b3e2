"""Fields that stores always send, in answers that lack them: counted, None where the type says so, else told."""

from __future__ import annotations

import copy
import logging
import pickle
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest

from evidence.description import versions
from fake_store import Session
from wooclient import AuthenticationError, Model, UnexpectedAnswer, fixtures, operations, to_records, to_wire

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")
ERROR = {"code": "woocommerce_rest_cannot_view", "message": "no", "data": {"status": 401}}
Make = Callable[..., Session]


@pytest.fixture
def session(answering: Make) -> Make:
    return answering


def without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in names}


def test_it_is_none_where_the_type_says_so_and_else_told(session: Make, caplog: pytest.LogCaptureFixture) -> None:
    shop = session([without(PRODUCT, "price", "name"), without(PRODUCT, "price"), PRODUCT])
    with caplog.at_level(logging.WARNING, "wooclient.drift"):
        first, second, third = shop.wait(shop.woo.products.list())
    assert (first.price, second.price) == (None, None)
    assert third.price is not None
    with pytest.raises(AttributeError, match=r"Product\.name is missing: the store's answer does not hold it"):
        print(first.name)
    assert not hasattr(first, "name")
    assert second.name == PRODUCT["name"]
    assert shop.woo.drift.counts == {"Product.price": {"missing": 2}, "Product.name": {"missing": 1}}
    assert [record.getMessage() for record in caplog.records] == [
        "Product.name is missing in an answer, though stores always send it; probably a plugin removes it",
        "Product.price is missing in an answer, though stores always send it; probably a plugin removes it",
    ]


def test_it_is_not_made_up_again(session: Make) -> None:
    record = without(PRODUCT, "price", "name", "meta_data")
    shop = session(record)
    product = shop.wait(shop.woo.products.get(1))
    for one in (product, copy.deepcopy(product), pickle.loads(pickle.dumps(product))):
        assert to_wire(one) == record
        assert one == product
        assert "name" not in one.model_dump()
        assert "price" not in one.model_dump(exclude_unset=True)
        assert repr(one).startswith("Product(id=")
    assert shop.wait(shop.woo.products.save(product)) is product
    product.sku = "new"
    shop.wait(shop.woo.products.save(product))
    assert shop.bodies == [{"sku": "new"}]


def test_things_inside_are_looked_at_too(session: Make) -> None:
    line = without(ORDER["line_items"][0], "name", "sku")
    shop = session({**ORDER, "line_items": [line], "billing": without(ORDER["billing"], "city")})
    order = shop.wait(shop.woo.orders.get(1))
    assert shop.woo.drift.counts == {
        "OrderBilling.city": {"missing": 1},
        "OrderLineItem.name": {"missing": 1},
        "OrderLineItem.sku": {"missing": 1},
    }
    for thing, name in ((order.billing, "city"), (order.line_items[0], "name")):
        with pytest.raises(AttributeError, match=f"{name} is missing"):
            getattr(thing, name)


def test_strict_refuses_it(session: Make) -> None:
    shop = session(without(PRODUCT, "price"), strict=True)
    with pytest.raises(UnexpectedAnswer, match="price"):
        shop.wait(shop.woo.products.get(1))


@pytest.mark.parametrize(
    ("body", "kind"),
    [(ERROR, AuthenticationError), ({"success": False}, UnexpectedAnswer), ({"x": 1}, UnexpectedAnswer)],
)
def test_what_is_no_record_at_all_is_no_drift(session: Make, body: Any, kind: type[Exception]) -> None:
    for call in (lambda woo: woo.products.get(1), lambda woo: woo.coupons.get(1)):
        shop = session(body)
        with pytest.raises(kind) as caught:
            shop.wait(call(shop.woo))
        assert type(caught.value) is kind
        assert not shop.woo.drift


def test_custom_fields_without_a_name_hide_no_others(session: Make) -> None:
    rows = [{"id": 1, "value": "a"}, {"id": 2, "key": "k", "value": "b"}, {"id": 3, "key": "l"}]
    shop = session({**PRODUCT, "meta_data": rows})
    assert shop.wait(shop.woo.products.meta.get(1, "k")) == "b"
    assert shop.wait(shop.woo.products.meta.get(1, "l")) is None


def test_tables_have_no_column_for_it(session: Make) -> None:
    shop = session([without(ORDER, "currency"), ORDER])
    first, second = to_records(shop.wait(shop.woo.orders.list()))
    assert (first["currency"], second["currency"]) == (None, ORDER["currency"])
    shop = session([without(ORDER, "line_items")])
    with pytest.raises(AttributeError, match="line_items is missing"):
        to_records(shop.wait(shop.woo.orders.list()), explode="line_items")


@pytest.mark.parametrize("version", versions())
def test_no_attribute_of_any_answer_holds_none_against_its_type(version: str) -> None:
    """Each field that is always there is taken from each example, one at a time."""
    count = 0
    for operation in operations(version):
        whole = operation.inside(fixtures.load(version, operation.id))
        record = whole[0] if isinstance(whole, list) and whole else whole
        result = operation.decode(fixtures.load(version, operation.id))
        model = result[0] if isinstance(result, list) and result else result
        if not isinstance(model, Model):
            continue
        for name, field in type(model).model_fields.items():
            wire = field.alias or name
            if not field.is_required() or wire not in record or len(record) < 3:
                continue
            part = without(record, wire)
            body: Any = [part] if isinstance(whole, list) else part
            body = {operation.answer_envelope: body} if operation.answer_envelope else body
            seen: list[str] = []
            read = operation.decode(body, note=lambda where, value: seen.append(where))  # noqa: B023
            cut = read[0] if isinstance(read, list) else read
            if type(cut) is not type(model):
                continue  # without it, the example is more like another member of a union
            assert seen == [f"{type(model).__name__}.{name}"], operation.id
            assert getattr(cut, name, "told") == (None if _allows_none(field.annotation) else "told"), (
                operation.id,
                name,
            )
            assert operation.encode(read) == body
            count += 1
    assert count > 20


def _allows_none(kind: Any) -> bool:
    """Whether a declared type has None among its members; those of lists and mappings do not count."""
    if get_origin(kind) is Annotated:
        return _allows_none(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return any(map(_allows_none, get_args(kind)))
    return kind in (Any, NoneType, None)
