"""Changes that a store answers with success and does not keep: told, with the field, the record and the reason."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import InvalidOperation, localcontext
from typing import Any

import pytest

from fake_store import Session, ok
from wooclient import BatchInterrupted, NotKeptWarning, StoreWarning, WooClient, WooError, operations, to_wire
from wooclient._runtime.not_kept import is_lost
from wooclient.mock import MockStore

URL = "https://shop.example"
#: What products of each kind can begin as.
KINDS: dict[str, dict[str, Any]] = {
    "simple": {"type": "simple", "regular_price": "10"},
    "counted": {"type": "simple", "regular_price": "10", "manage_stock": True, "stock_quantity": 3},
    "downloadable": {"type": "simple", "downloadable": True, "virtual": True},
    "grouped": {"type": "grouped"},
    "external": {"type": "external", "regular_price": "10"},
    "variable": {"type": "variable"},
}
VALUES: dict[str, Any] = {
    "stock_quantity": 7, "stock_status": "outofstock", "in_stock": False, "backorders": "notify", "manage_stock": True,
    "low_stock_amount": 2, "sale_price": "8", "regular_price": "11", "tax_class": "none", "shipping_class": "none",
    "external_url": "https://x.example/", "button_text": "Buy", "download_limit": 3, "download_expiry": 3,
    "virtual": True, "downloadable": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Iterator[WooClient]:
    mock = MockStore()
    with WooClient(mock.url, key=mock.key, secret=mock.secret, transport=mock.transport) as woo:
        yield woo
    mock.close()


def told(call: Callable[[], Any]) -> tuple[Any, list[str]]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        result = call()
    return result, [str(one.message) for one in found if one.category is NotKeptWarning]


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_the_store_drops_is_told_and_nothing_else(store: WooClient, version: str, kind: str) -> None:
    products = getattr(store, version, store).products
    begun = products.create(name="K", **KINDS[kind])
    update = next(o for o in operations(version) if o.id == "products.update")
    fields = [one.field for one in update.not_kept if not one.empty]
    assert fields
    assert VALUES.keys() >= set(fields)
    outcomes = set()
    for field in fields:
        if kind == "external" and field in ("backorders", "manage_stock"):
            continue  # refused
        changed, texts = told(lambda field=field: products.update(begun.id, **{field: VALUES[field]}))
        came = to_wire(changed)[field]
        lost = came != VALUES[field]
        assert len(texts) == lost, (field, came, texts)
        outcomes.add(lost)
        products.update(begun.id, extra={field: to_wire(begun)[field]})
    assert outcomes == {True, False} or kind == "grouped"


def test_one_change(answering: Callable[..., Session]) -> None:
    shop = answering({"id": 12, "manage_stock": False, "stock_quantity": None, "name": "<b>Cup</b>"})
    with pytest.warns(NotKeptWarning) as found:
        shop.wait(shop.woo.products.update(12, stock_quantity=7, name="Cup"))
    assert [str(one.message) for one in found] == [
        f"products.update at {URL}: stock_quantity of 12 was sent as 7, and the store answers None. It does not keep "
        "this field unless `manage_stock` is on, which can be sent with it"
    ]
    assert issubclass(NotKeptWarning, StoreWarning)


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_what_no_answer_shows_is_seen_by_another_field(store: WooClient, version: str) -> None:
    products = getattr(store, version, store).products
    whisk = products.create(name="Whisk")
    _, texts = told(lambda: products.update(whisk.id, inventory_delta=-2))
    assert len(texts) == 1
    assert "inventory_delta of " in texts[0]
    assert "was sent as -2, and the store answers stock_quantity None. It does not keep this field unless" in texts[0]
    changed, texts = told(lambda: products.update(whisk.id, inventory_delta=5, manage_stock=True))
    assert (changed.stock_quantity, texts) == (5, [])
    assert told(lambda: products.update(whisk.id, inventory_delta=-5))[1] == []  # none is left, which is a number
    assert told(lambda: products.update(whisk.id, manage_stock=False, inventory_delta=0))[1] == []


def test_a_new_record_and_the_legacy_api(answering: Callable[..., Session]) -> None:
    shop = answering({"id": 5, "stock_quantity": None})
    with pytest.warns(NotKeptWarning, match=r"^products\.create at .* stock_quantity of 5 was sent as 7"):
        shop.wait(shop.woo.products.create(name="Cup", stock_quantity=7))
    shop = answering({"product": {"id": 5, "stock_quantity": 0}})
    with pytest.warns(NotKeptWarning, match=r"stock_quantity of 5 .* answers 0\. .*`managing_stock`"):
        shop.wait(shop.woo.legacy.v2.products.update(5, stock_quantity=7))


def test_a_batch_tells_once_for_each_field(sessions: Callable[..., Session]) -> None:
    rows = [
        {"id": 1, "stock_quantity": None, "sale_price": ""},
        {"id": 2, "stock_quantity": 5, "sale_price": "4.00"},
        {"id": 3, "error": {"code": "x", "message": "y", "data": {"status": 400}}},
        {"id": 4, "stock_quantity": None, "sale_price": ""},
    ]
    shop = sessions(lambda _: ok({"update": rows, "delete": [{"id": 9}]}))
    changes = [{"id": row["id"], "stock_quantity": 5, "sale_price": "4"} for row in rows]
    with pytest.warns(NotKeptWarning) as found:
        shop.wait(shop.woo.products.batch(update=changes, delete=[9], on_outcome=lambda _: None))
    texts = [str(one.message) for one in found]
    assert len(texts) == 2
    assert "stock_quantity of 1 was sent as 5, and the store answers None; so with 1 more." in "".join(texts)
    assert "sale_price of 1 was sent as '4', and the store answers ''; so with 1 more." in "".join(texts)


def test_a_batch_of_the_legacy_api(answering: Callable[..., Session]) -> None:
    shop = answering({"products": [{"id": 1, "stock_quantity": 4}, {"id": 2, "stock_quantity": None}]})
    rows = [{"id": 1, "stock_quantity": 4}, {"id": 2, "stock_quantity": 4}]
    with pytest.warns(NotKeptWarning, match="stock_quantity of 2 was sent as 4"):
        shop.wait(shop.woo.legacy.products.bulk(rows))


def test_an_error_made_of_it_loses_no_outcome(sessions: Callable[..., Session]) -> None:
    shop = sessions(lambda _: ok({"create": [{"id": 1, "stock_quantity": None}, {"id": 2, "stock_quantity": None}]}))
    seen: list[Any] = []
    rows = [{"name": "A", "stock_quantity": 1}, {"name": "B", "stock_quantity": 2}]
    with warnings.catch_warnings():
        warnings.simplefilter("error", NotKeptWarning)
        with pytest.raises(NotKeptWarning) as raised:
            shop.wait(shop.woo.products.batch(create=rows, on_outcome=seen.append))
    assert [one.result.id for one in seen] == [1, 2]
    assert [one.id for one in raised.value.result.create] == [1, 2]


def test_save_tells_where_it_was_called(store: WooClient) -> None:
    cup = store.products.create(name="Cup")
    cup.stock_quantity = 7
    with pytest.warns(NotKeptWarning) as found:
        store.products.save(cup)
    assert [one.filename for one in found] == [__file__]


def test_nothing_is_told_of_refusals_and_odd_answers(sessions: Callable[..., Session]) -> None:
    for body in ([], {}, None, "x", {"id": 12}):
        shop = sessions(lambda _, body=body: ok(body))
        with warnings.catch_warnings():
            warnings.simplefilter("error", NotKeptWarning)
            with suppress(WooError):
                shop.wait(shop.woo.products.update(12, stock_quantity=7))
            with suppress(WooError):
                shop.wait(shop.woo.products.batch(update=[{"id": 12, "stock_quantity": 7}]))


@pytest.mark.parametrize(
    ("sent", "came", "lost"),
    [
        (7, None, True), (7, "", True), ("x", "", True), (7, 5, True), (7, 7, False), (7, 7.0, False), ("7", 7, False),
        ("7.50", "7.5", False), ("7.5", "7", True), (2.5, 2, True), (0, None, True), (0, 0, False), (True, False, True),
        (False, True, True), (False, None, False), (False, "parent", False), (True, "parent", False), ("a", "b", True),
        ("a", "a", False), ("", "x", False), (None, 5, False), ("12,5", 12.5, False), ([1], [2], False), (7, [], False),
        ("NaN", 7, True), ("Infinity", "7", True), (7, "sNaN", True), ("sNaN", "sNaN", False), ("NaN", "NaN", False),
        ("Reduced rate", "reduced-rate", False), ("Ünder & Co", "under-co", False),
        ("https://x.example/a b", "https://x.example/a%20b", False), ("x.example", "http://x.example", False),
        ("x.example", "http://y.example", True), ("instock", "outofstock", True), ("!", "?", True),
        ("Weiße Ware", "weise-ware", False), ("Weiße Ware", "weisse-ware", False), ("Weiße Ware", "ware", True),
    ],
)  # fmt: skip
def test_another_way_of_writing_is_no_loss(sent: Any, came: Any, lost: bool) -> None:
    assert is_lost(sent, came) is lost


@pytest.mark.parametrize(
    ("sent", "came", "nothing", "lost"),
    [
        ("standard", "", "standard", False), ("standard", "", "", True), ("reduced", "", "standard", True),
        ("0", "", "0", False), ("5", "", "0", True), (0, "", "0", True), ("0", None, "0", True), ("0", "5", "0", True),
    ],
)  # fmt: skip
def test_what_answers_show_as_nothing_is_no_loss(sent: Any, came: Any, nothing: str, lost: bool) -> None:
    assert is_lost(sent, came, nothing) is lost


def test_the_context_of_a_program_counts_for_nothing() -> None:
    with localcontext() as context:
        context.traps[InvalidOperation] = False
        assert not is_lost("12,5", 12.5)
        assert not is_lost("Buy", "buy")


@pytest.mark.parametrize("salvage", [False, True])
def test_a_number_that_cannot_be_compared_breaks_no_call(answering: Callable[..., Session], salvage: bool) -> None:
    shop = answering({"id": 5, "stock_quantity": "sNaN", "sale_price": "sNaN"}, salvage=salvage)
    with pytest.warns(NotKeptWarning) as found:
        shop.wait(shop.woo.products.update(5, stock_quantity=7, sale_price="5"))
    assert len(found) == 2


def test_a_sale_for_nothing_holds(store: WooClient) -> None:
    cup = store.products.create(name="Cup", regular_price="10")
    changed, texts = told(lambda: store.products.update(cup.id, sale_price="0"))
    assert (changed.price, changed.on_sale, changed.sale_price, texts) == (0, True, None, [])


@pytest.mark.parametrize("part", ["create", "update"])
def test_outcomes_of_other_records_tell_nothing(answering: Callable[..., Session], part: str) -> None:
    shop = answering({part: [{"id": 2, "stock_quantity": 4}]})
    rows = [{"id": 1, "stock_quantity": 3}, {"id": 2, "stock_quantity": 4}]
    if part == "create":
        rows = [{"name": "A", "stock_quantity": 3}, {"name": "B", "stock_quantity": 4}]
    assert told(lambda: shop.wait(shop.woo.products.batch(**{part: rows})))[1] == []
    shop = answering({"update": [{"id": 2, "stock_quantity": 4}, {"id": 1, "stock_quantity": 3}]})
    rows = [{"id": 1, "stock_quantity": 3}, {"id": 2, "stock_quantity": 4}]
    assert told(lambda: shop.wait(shop.woo.products.batch(update=rows)))[1] == []


def test_an_error_made_of_it_in_a_hook_is_no_answer_of_the_batch(sessions: Callable[..., Session]) -> None:
    def hook(_: Any) -> None:
        raise NotKeptWarning("of another call", object())

    shop = sessions(lambda _: ok({"update": [{"id": 1, "stock_quantity": 3}]}), hooks=[hook])
    with pytest.raises(NotKeptWarning, match="of another call") as raised:
        shop.wait(shop.woo.products.batch(update=[{"id": 1, "stock_quantity": 3}]))
    stopped = BatchInterrupted.of(raised.value)
    assert stopped is not None
    assert stopped.outcomes == ()
    assert [one["id"] for one in stopped.unknown["update"]] == [1]


def test_text_of_a_store_stays_on_one_line(answering: Callable[..., Session]) -> None:
    shop = answering({"id": "\x1b[31m5\n", "button_text": "\x1b[31m\n" + "x" * 500})
    with pytest.warns(NotKeptWarning) as found:
        shop.wait(shop.woo.products.update(12, button_text="Buy"))
    text = str(found[0].message)
    assert text.isprintable()
    assert len(text) < 300


@pytest.mark.parametrize(("release", "warned"), [("10.0.2", 1), ("10.5.0", 0)])
def test_a_percentage_above_100_takes_off_nothing(release: str, warned: int) -> None:
    with (
        MockStore(release=release) as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
        warnings.catch_warnings(record=True) as found,
    ):
        warnings.simplefilter("always", NotKeptWarning)
        with suppress(WooError):
            made = woo.coupons.create(code="much", discount_type="percent", amount="150")
            assert made.amount == 0
        assert [str(one.message).split(" of ")[0] for one in found] == [
            f"coupons.create at {store.url}: amount"
        ] * warned
        woo.coupons.create(code="some", discount_type="percent", amount="15")
        woo.coupons.create(code="much-money", discount_type="fixed_cart", amount="150")
        assert len(found) == warned
