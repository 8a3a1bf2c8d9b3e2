"""`fields=[...]` on reads: what is sent, and records that hold only what was asked for."""

from __future__ import annotations

import copy
import json
import pickle
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest

from evidence.description import versions
from fake_store import COLOURS, Session, ok
from wooclient import AsyncWooClient, Model, UnexpectedAnswer, WooClient, fixtures, operations, to_records, to_wire
from wooclient._runtime.asked import asked_fields
from wooclient._runtime.exchange import Request
from wooclient._runtime.inputs import hints_of, required_keys
from wooclient._runtime.repair import models_in
from wooclient.mock import MockStore

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")
FEW = {"id": 101, "name": "Teapot", "price": "48.00"}
Make = Callable[..., Session]


@pytest.fixture
def session(answering: Make) -> Make:
    return answering


def few(session: Make, body: Any = FEW, fields: Any = ("name", "price")) -> tuple[Session, Any]:
    shop = session(body)
    return shop, shop.wait(shop.woo.products.get(101, fields=fields))


# What a request asks for.


@pytest.mark.parametrize(
    ("query", "body", "asked"),
    [
        ([], None, ()),
        ([("_fields", "id, name,,id"), ("search", "x")], None, ("id", "name")),
        ([("_fields[0]", "id"), ("_fields[1]", "billing.city")], None, ("id", "billing.city")),
        ([("fields", "id\nname")], None, ("id", "name")),
        ([("other_fields", "id")], None, ()),
        ([], {"_fields": ["id", "name"]}, ("id", "name")),
        ([], {"_fields": "id,name x"}, ("id", "name", "x")),
        ([("_fields", "id")], {"_fields": ["name"]}, ("id", "name")),
        ([], {"_fields": []}, ()),
        ([], {"_fields": ""}, ()),
        ([], {"fields": ["id"]}, ()),
        ([], [{"_fields": ["id"]}], ()),
        ([], {"meta": {"_fields": ["id"]}}, ()),
    ],
)
def test_which_fields_a_request_asks_for(query: Any, body: Any, asked: tuple[str, ...]) -> None:
    content = None if body is None else json.dumps(body).encode()
    url = "https://shop.example/wp-json/wc/v3/products"
    assert asked_fields(Request("POST", url, tuple(query), content)) == asked


# What is sent.


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (["id", "name"], "id,name"),
        (["name", "price"], "id,name,price"),
        ("name, price", "id,name,price"),
        (("name", "name", "id"), "id,name"),
        ({"sku": 1}.keys(), "id,sku"),
        (["links"], "id,_links"),
        (["_links"], "id,_links"),
        (["plugin_badge"], "id,plugin_badge"),
        (["dimensions.length", "meta_data.key", "dimensions.width"], "id,dimensions,meta_data"),
    ],
)
def test_names_go_as_the_store_spells_them_with_the_id_and_whole_objects(session: Make, given: Any, sent: str) -> None:
    shop, _ = few(session, fields=given)
    assert shop.queries == [{"_fields": sent}]


@pytest.mark.parametrize("root", ["", "v2", "v1"])
def test_every_way_to_read_has_it(session: Make, root: str) -> None:
    shop = session([])
    orders: Any = getattr(shop.woo, root).orders if root else shop.woo.orders
    shop.wait(orders.list(fields=["total"]))
    shop.all(orders.iter(fields=["total"]))
    if not root:
        shop.all(orders.modified_since("2026-01-01T00:00:00", fields=["total"], prefetch=2))
    asked = [request.url for request in shop.requests if request.url.path.endswith("/orders")]
    assert {url.params["_fields"] for url in asked} == {"id,total"}


def test_the_legacy_api_is_asked_in_its_own_way(session: Make) -> None:
    shop = session({"products": [{"id": 1, "title": "x"}]})
    (product,) = shop.wait(shop.woo.legacy.products.list(fields=["title"]))
    shop.all(shop.woo.legacy.products.iter(fields=["dimensions.unit"]))
    assert [query["fields"] for query in shop.queries] == ["id,title", "id,dimensions"]
    assert product.title == "x"
    with pytest.raises(AttributeError, match=r"LegacyProduct.sku was not requested: fields=\['id', 'title'\]"):
        print(product.sku)


def test_what_identifies_a_record_otherwise_comes_along(session: Make) -> None:
    shop = session({"instance_id": 3, "title": "x"})
    shop.wait(shop.woo.shipping.zones.methods.get(1, 3, fields=["title"]))
    assert shop.queries == [{"_fields": "id,instance_id,title"}]


@pytest.mark.parametrize(
    ("given", "kind", "message"),
    [
        ([], ValueError, "fields is empty; leave it out to get all fields"),
        ("", TypeError, "fields holds '', which is no name of a field"),
        (["id", 5], TypeError, "fields holds 5, which is no name"),
        (["id name"], TypeError, "fields holds 'id name'"),
        ({"id": True}, TypeError, "pass a list of names"),
        (7, TypeError, "pass a list of names"),
        (None, TypeError, "pass a list of names"),
        (["stock_quantiy"], TypeError, "did you mean stock_quantity?.*extra={'_fields'"),
    ],
)
def test_what_is_no_name_is_refused_before_anything_is_sent(
    session: Make, given: Any, kind: type[Exception], message: str
) -> None:
    shop = session(FEW)
    with pytest.raises(kind, match=message):
        shop.wait(shop.woo.products.get(101, fields=given))
    assert shop.requests == []


def test_writes_and_reads_of_plain_values_have_no_fields(session: Make) -> None:
    shop = session([])
    for call in (
        lambda: shop.woo.products.create(name="x", fields=["id"]),
        lambda: shop.woo.products.delete(1, fields=["id"]),
        lambda: shop.woo.products.custom_fields.names(fields=["id"]),
        lambda: shop.woo.legacy.products.count(fields=["id"]),
        lambda: shop.woo.legacy.v2.customers.orders.list(1, fields=["id"]),
    ):
        with pytest.raises(TypeError, match="fields"):
            shop.wait(call())
    assert shop.requests == []


# What comes back.


def test_what_was_not_requested_says_so(session: Make) -> None:
    shop, product = few(session)
    assert (product.id, product.name, product.price) == (101, "Teapot", Decimal("48.00"))
    for name in ("sku", "regular_price", "meta_data", "stock_quantity"):
        with pytest.raises(AttributeError) as caught:
            getattr(product, name)
        assert str(caught.value) == f"Product.{name} was not requested: fields=['id', 'name', 'price']"
        assert not hasattr(product, name)
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        print(product.nope)
    assert not shop.woo.drift


def test_only_what_is_there_is_shown(session: Make) -> None:
    _, product = few(session)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert repr(product) == "Product(id=101, name='Teapot', price=Decimal('48.00'))"
        assert to_wire(product) == product.model_dump() == json.loads(product.model_dump_json()) == FEW
        assert product.model_dump(exclude_none=True) == FEW
        assert dict(product).keys() == FEW.keys() == product.model_fields_set
        assert product.to_record() == {"id": 101, "name": "Teapot", "price": Decimal("48.00")}
    assert repr(few(session, {"id": 101, "tax_status": "none"}, ["tax_status"])[1]) == "Product(id=101)"


@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        lambda p: pickle.loads(pickle.dumps(p)),
        lambda p: p.model_copy(),
        lambda p: p.model_copy(deep=True),
    ],
)
def test_copies_are_equal_and_hold_as_little(session: Make, again: Callable[[Any], Any]) -> None:
    shop, product = few(session)
    same = again(product)
    assert same == product
    assert same != few(session, {**FEW, "name": "other"})[1]
    assert to_wire(same) == FEW
    with pytest.raises(AttributeError, match="sku was not requested"):
        print(same.sku)
    same.name = "changed"
    shop.wait(shop.woo.products.save(same))
    assert shop.bodies == [{"name": "changed"}]


def test_fields_of_plugins_and_links_are_kept(session: Make) -> None:
    body = {**FEW, "badge": {"a": 1}, "_links": {"self": []}}
    _, product = few(session, body, ["name", "price", "badge"])
    assert product.badge == {"a": 1}
    assert to_wire(product) == body


def test_a_store_that_ignores_the_wish_gives_whole_records(session: Make) -> None:
    shop = session([PRODUCT, PRODUCT])
    found = list(shop.wait(shop.woo.products.list(fields=["name"])))
    assert len(found) == 2
    for product in found:
        assert to_wire(product) == PRODUCT
        assert (product.sku, product.price) == (PRODUCT["sku"], Decimal(PRODUCT["price"]))
    assert not shop.woo.drift


def test_what_was_asked_for_and_does_not_come_is_told(session: Make) -> None:
    shop, product = few(session, {"id": 101}, ["name", "price", "badge"])
    with pytest.raises(AttributeError, match=r"Product\.name is missing: the store's answer does not hold it"):
        print(product.name)
    assert product.price is None
    assert shop.woo.drift.counts == {"Product.name": {"missing": 1}, "Product.price": {"missing": 1}}


def test_an_odd_value_is_kept_among_few(session: Make) -> None:
    shop, product = few(session, {**FEW, "name": 5, "price": 48})
    assert (product.name, product.price) == (5, Decimal(48))
    assert to_wire(product) == {**FEW, "name": 5, "price": 48}
    assert product.model_dump(include={"id"}) == {"id": 101}
    with pytest.raises(AttributeError, match="sku was not requested"):
        print(pickle.loads(pickle.dumps(product)).sku)
    assert shop.woo.drift.counts == {"Product.name": {"number": 1}, "Product.price": {"number": 1}}


def test_objects_without_any_field_come_as_empty_lists(session: Make) -> None:
    """PHP writes an object without fields as `[]`; one finds none in it, but no error either."""
    shop = session([[], []])
    assert [to_wire(one) for one in shop.wait(shop.woo.taxes.classes.list(fields=["badge"]))] == [{}, {}]
    shop = session({"product": []})
    assert to_wire(shop.wait(shop.woo.legacy.products.get(1, fields=["badge"]))) == {}


def test_parts_of_objects_can_be_asked_for_in_the_stores_own_words(session: Make) -> None:
    shop = session({"id": 7, "billing": {"city": "Bonn"}})
    order = shop.wait(shop.woo.orders.get(7, extra={"_fields": "id,billing.city"}))
    assert order.billing.city == "Bonn"
    with pytest.raises(AttributeError, match="phone was not requested"):
        print(order.billing.phone)
    assert to_wire(order) == {"id": 7, "billing": {"city": "Bonn"}}
    assert not shop.woo.drift
    order.billing.city = "Berlin"
    shop.wait(shop.woo.orders.save(order))
    assert shop.bodies == [{"billing": {"city": "Berlin"}}]


# Strict.


def test_strict_takes_few_fields_and_refuses_odd_and_missing_ones(session: Make) -> None:
    shop = session(FEW, strict=True)
    assert shop.wait(shop.woo.products.get(101, fields=["name", "price"])).name == "Teapot"
    for body in ({**FEW, "name": 5}, {"id": 101, "price": ""}, {**FEW, "price": 48}):
        shop = session(body, strict=True)
        with pytest.raises(UnexpectedAnswer, match=r"no answer to products\.get"):
            shop.wait(shop.woo.products.get(101, fields=["name", "price"]))


# Saving, walking, tables.

EDITS: list[tuple[Callable[[Any], Any], Any]] = [
    (lambda o: None, {}),
    (lambda o: setattr(o, "status", "completed"), {"status": "completed"}),
    (lambda o: setattr(o, "customer_note", "new"), {"customer_note": "new"}),
    (lambda o: setattr(o.billing, "city", "Bonn"), {"billing": {"city": "Bonn"}}),
    (
        lambda o: setattr(o.line_items[0], "quantity", 9),
        {"line_items": [{"id": ORDER["line_items"][0]["id"], "quantity": 9}]},
    ),
    (lambda o: setattr(o, "meta_data", [{"key": "k", "value": "v"}]), {"meta_data": [{"key": "k", "value": "v"}]}),
]


@pytest.mark.parametrize(("edit", "sent"), EDITS)
def test_save_sends_what_was_changed_and_never_what_was_not_requested(
    session: Make, edit: Callable[[Any], Any], sent: Any
) -> None:
    names = ["id", "status", "billing", "line_items"]
    shop = session({name: ORDER[name] for name in names})
    order = shop.wait(shop.woo.orders.get(1, fields=names[1:]))
    edit(order)
    shop.wait(shop.woo.orders.save(order))
    assert shop.bodies == ([sent] if sent else [])


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("prefetch", [0, 3])
def test_a_walk_over_few_fields_gives_each_record_once(colour: str, prefetch: int) -> None:
    shop = Session(colour, lambda _: ok([]))
    store = MockStore()
    kind: Any = AsyncWooClient if colour == "async" else WooClient
    shop.woo = kind(store.url, key=store.key, secret=store.secret, transport=store.transport)
    found = shop.all(shop.woo.products.iter(fields=["sku"], per_page=3, prefetch=prefetch))
    whole = shop.all(shop.woo.products.iter(per_page=3))
    assert len(whole) == 10, "as many as the mock store begins with"
    assert [(one.id, one.sku) for one in found] == [(one.id, one.sku) for one in whole]
    assert {tuple(to_wire(one)) for one in found} == {("id", "sku")}
    since = shop.all(shop.woo.products.modified_since("2020-01-01T00:00:00", fields=["sku"], prefetch=prefetch))
    assert {one.sku for one in since} == {one.sku for one in whole}
    shop.close()


def test_rows_of_a_table_have_what_is_there_and_lists_that_are_not_there_are_told(session: Make) -> None:
    shop = session([{"id": 1, "total": "2.00"}])
    page = shop.wait(shop.woo.orders.list(fields=["total"]))
    assert page.to_records() == [{"id": 1, "total": Decimal("2.00")}]
    with pytest.raises(AttributeError, match=r"Order\.line_items was not requested"):
        to_records(page, explode="line_items")


# Every operation.


def selective(version: str) -> Iterator[Any]:
    """The operations that can be asked for some fields."""
    for operation in operations(version):
        kind = operation.query_type()
        if kind is not None and "fields" in get_args(hints_of(kind).get("fields")):
            yield operation


def cut(body: Any, wires: list[str]) -> Any:
    if isinstance(body, list):
        return [cut(item, wires) for item in body]
    return {name: value for name, value in body.items() if name in wires}


def in_models(result: Any) -> list[Model]:
    return [one for one in (result if isinstance(result, list) else [result]) if isinstance(one, Model)]


@pytest.mark.parametrize("version", versions())
def test_every_read_of_objects_can_be_asked_for_a_field(version: str) -> None:
    offered = {o.id for o in selective(version)}
    reads = {o.id for o in operations(version) if o.method == "GET" and models_in(o.item_type())}
    assert offered == reads if version.startswith("v") else offered < reads
    assert len(offered) > 8


@pytest.mark.parametrize("version", versions())
def test_a_part_of_every_answer_is_read_as_that_part(version: str) -> None:
    seen = 0
    for operation in selective(version):
        whole = operation.inside(fixtures.load(version, operation.id))
        first = whole[0] if isinstance(whole, list) and whole else whole
        if not first:
            continue
        wires = [name for name in list(first)[::3] if name != "_links"]
        part = cut(whole, wires)
        body = {operation.answer_envelope: part} if operation.answer_envelope else part
        for strict in (True, False):
            result = operation.decode(body, asked=tuple(wires), strict=strict, note=_refuse)
            assert to_wire(result) == part, operation.id
            for model in in_models(result):
                seen += 1
                absent = [n for n, f in type(model).model_fields.items() if (f.alias or n) not in wires]
                assert [name for name in absent if hasattr(model, name)] == [], operation.id
                assert pickle.loads(pickle.dumps(model)) == model
    # A record of each, and some of lists, read strictly and not: the smallest version has fourteen.
    assert seen >= 2 * 14


def _refuse(where: str, value: Any) -> None:
    raise AssertionError(f"{where} is drift: {value!r}")


@pytest.mark.parametrize("version", versions())
def test_the_mock_store_gives_what_is_asked_for_and_no_more(version: str) -> None:
    store = MockStore()
    woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport, strict=True)
    tried = 0
    for operation in selective(version):
        if "{" in operation.path or required_keys(operation.query_type()):
            continue
        model, *_ = models_in(operation.item_type())
        wire = next((f.alias or n for n, f in model.model_fields.items() if f.is_required() and n != "id"), "")
        if not wire:
            continue
        result = woo.call(operation, (), {"fields": [wire]})[0]
        # A legacy store shows the standard tax class whole, whatever is asked for.
        shown = in_models(result)[operation.id == "taxes.classes.list" and version == "legacy-v3" :]
        kept = {key for one in shown for key in to_wire(one)}
        assert kept <= {"id", wire, "_links"}, operation.id
        tried += bool(kept)
    assert tried > 3
    assert not woo.drift
