"""Decimals that come written otherwise than declared: read as the number they are, given back as they came."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from evidence.description import versions
from fake_store import Session, ok, raw
from wooclient import Model, UnexpectedAnswer, WooClient, fixtures, operations, to_records, to_wire
from wooclient.mock import MockStore

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")
GET = next(o for o in operations("v3") if o.id == "products.get")
Make = Callable[..., Session]
Path = tuple[int | str, ...]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(body: Any, **options: Any) -> Session:
        answer = raw(body.encode()) if isinstance(body, str) else ok(body)
        return sessions(lambda _: answer, **options)

    return make


def with_price(literal: str) -> str:
    return json.dumps({**PRODUCT, "price": "?"}).replace('"?"', literal)


@pytest.mark.parametrize(
    ("literal", "number"),
    [
        ("19.90", "19.9"),
        ("0.1", "0.1"),
        ("1e3", "1000"),
        ("5", "5"),
        ("0", "0"),
        ("-7.25", "-7.25"),
        ("1.5e-7", "1.5e-7"),
        # PHP with serialize_precision=17 writes 19.9 like this.
        ("19.899999999999999", "19.9"),
        ('".5"', "0.5"),
        ('"5."', "5"),
        ('"+5"', "5"),
        ('" 19.90"', "19.90"),
        ('"007"', "7"),
        ('"1e3"', "1000"),
    ],
)
def test_what_can_only_be_one_number_is_that_decimal(session: Make, literal: str, number: str) -> None:
    shop = session(with_price(literal))
    product = shop.wait(shop.woo.products.get(1))
    assert type(product.price) is Decimal
    assert product.price == Decimal(number)
    assert json.dumps(to_wire(product)["price"]) == json.dumps(json.loads(literal))
    assert list(shop.woo.drift.counts) == ["Product.price"]


@pytest.mark.parametrize(
    "literal",
    [
        '"19,90"',
        '"1.234,50"',
        '"abc"',
        '"0x10"',
        '"1e9999"',
        '"١٢"',
        '"1 2"',
        '"-"',
        "true",
        "false",
        '"€5"',
        "[5]",
        "{}",
    ],
)
def test_what_can_be_something_else_stays_as_it_came(session: Make, literal: str) -> None:
    shop = session(with_price(literal))
    product = shop.wait(shop.woo.products.get(1))
    assert repr(product.price) == repr(json.loads(literal))
    assert to_wire(product)["price"] == json.loads(literal)
    assert list(shop.woo.drift.counts) == ["Product.price"]


def test_null_where_only_a_text_stands_for_nothing_is_given_back_as_null(session: Make) -> None:
    shop = session(with_price("null"))
    product = shop.wait(shop.woo.products.get(1))
    assert product.price is None
    assert to_wire(product)["price"] is None
    assert list(shop.woo.drift.counts) == ["Product.price"]


def decimals(value: Any, path: Path = ()) -> Iterator[tuple[Path, Decimal]]:
    """Every decimal in a result, with its place in the JSON."""
    if isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from decimals(value.__dict__.get(name), (*path, field.alias or name))
    elif isinstance(value, list | tuple):
        for i, item in enumerate(value):
            yield from decimals(item, (*path, i))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from decimals(item, (*path, key))
    elif isinstance(value, Decimal):
        yield path, value


def exact(body: Any) -> str:
    return json.dumps(body, sort_keys=True)


def put(body: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    changed = copy.copy(body)
    changed[path[0]] = put(body[path[0]], path[1:], value)
    return changed


def at(body: Any, path: Path) -> Any:
    for step in path:
        body = body[step]
    return body


@pytest.mark.parametrize("version", versions())
def test_every_decimal_of_every_answer_may_be_a_number_or_a_text(version: str) -> None:
    count = 0
    for operation in operations(version):
        body = fixtures.load(version, operation.id)
        within = (operation.answer_envelope,) if operation.answer_envelope else ()
        for path, number in dict(decimals(operation.decode(body), within)).items():
            came = at(body, path)
            odd = float(came) if isinstance(came, str) else str(came)
            seen: list[str] = []
            changed = put(body, path, odd)
            result = operation.decode(changed, note=lambda where, value: seen.append(where))  # noqa: B023
            found = dict(decimals(result, within))
            assert found[path] == number, (operation.id, path)
            assert exact(operation.encode(result)) == exact(changed), (operation.id, path)
            assert len(seen) == 1, (operation.id, path)
            with pytest.raises(ValueError, match=r"validation error|not as declared"):
                operation.decode(changed, strict=True)
            count += 1
    assert count > 10


def test_strict_refuses_it(session: Make) -> None:
    shop = session(with_price("5"), strict=True)
    with pytest.raises(UnexpectedAnswer, match="price"):
        shop.wait(shop.woo.products.get(1))


def test_a_list_of_them_can_be_summed(session: Make) -> None:
    shop = session([{**PRODUCT, "price": 19.9}, {**PRODUCT, "price": "0.10"}, {**PRODUCT, "price": 5}])
    page = shop.wait(shop.woo.products.list())
    assert sum(product.price for product in page) == Decimal("25")
    assert [row["price"] for row in to_records(page)] == [Decimal("19.9"), Decimal("0.10"), Decimal(5)]
    assert shop.woo.drift.counts == {"Product.price": {"number": 2}}


SAVED: list[tuple[Callable[[Any], Any], Any]] = [
    (lambda p: None, {}),
    (lambda p: setattr(p, "name", "x"), {"name": "x"}),
    (lambda p: setattr(p, "regular_price", Decimal("20")), {"regular_price": "20"}),
    (lambda p: setattr(p, "regular_price", Decimal("19.90")), {}),
    (lambda p: setattr(p, "sale_price", p.regular_price), {"sale_price": "19.9"}),
    (lambda p: setattr(p, "regular_price", None), {"regular_price": ""}),
    (lambda p: setattr(p.dimensions, "width", Decimal("3")), {"dimensions": {"width": "3"}}),
]


@pytest.mark.parametrize("again", [lambda p: p, copy.copy, copy.deepcopy, lambda p: pickle.loads(pickle.dumps(p))])
@pytest.mark.parametrize(("edit", "sent"), SAVED)
def test_save_sends_only_what_was_changed(
    session: Make, edit: Callable[[Any], Any], sent: Any, again: Callable[[Any], Any]
) -> None:
    record = {**PRODUCT, "regular_price": 19.9, "dimensions": {"length": 5.5, "width": "2", "height": "1"}}
    shop = session(record)
    product = again(shop.wait(shop.woo.products.get(1)))
    shop.answer = lambda _: ok({**record, **sent})
    edit(product)
    shop.wait(shop.woo.products.save(product))
    assert shop.bodies == ([sent] if sent else [])


def test_lines_of_an_order(session: Make) -> None:
    line = {**ORDER["line_items"][0], "price": "12.50", "total": 12.5, "subtotal": 12}
    shop = session({**ORDER, "line_items": [line]})
    order = shop.wait(shop.woo.orders.get(1))
    (item,) = order.line_items
    assert (item.price, item.total, item.subtotal) == (Decimal("12.50"), Decimal("12.5"), Decimal(12))
    assert to_wire(order)["line_items"] == [line]
    item.quantity = 2
    shop.wait(shop.woo.orders.save(order))
    (sent,) = shop.bodies
    assert sent == {"line_items": [{"id": line["id"], "quantity": 2}]}


@pytest.mark.parametrize("path", ["products", "v2.products", "v1.products", "legacy.products"])
def test_the_fault_of_the_mock_store_changes_no_type(path: str) -> None:
    store = MockStore()
    store.fault("price_as_number")
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        resource: Any = woo
        for name in path.split("."):
            resource = getattr(resource, name)
        product = resource.get(101)
        assert product.price == Decimal("48")
        assert all(isinstance(one.price, Decimal | None) for one in resource.list())
        assert woo.drift
        assert resource.save(product) is product, "nothing is left to send"


def test_a_dump_of_some_fields_holds_no_others() -> None:
    product: Any = GET.decode({**PRODUCT, "price": 5, "name": None})
    assert product.model_dump(include={"id"}) == {"id": PRODUCT["id"]}
    assert product.model_dump(include={"price", "name"}) == {"price": 5, "name": None}
