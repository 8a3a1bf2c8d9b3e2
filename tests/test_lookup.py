"""Records by a value that names them."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from fake_store import Session, ok
from wooclient import AsyncWooClient, Found, WooClient, fixtures
from wooclient._runtime.lookup import Lookup
from wooclient.mock import MockStore

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(*skus: str) -> Session:
        records = [{**PRODUCT, "id": i, "sku": sku} for i, sku in enumerate(skus, 1)]

        def answer(request: Any) -> Any:
            asked = request.url.params["sku"].lower()
            wanted = {*asked.split(","), asked}
            found = [r for r in records if r["sku"].lower() in wanted]
            size, page = int(request.url.params["per_page"]), int(request.url.params["page"])
            totals = {"x_wp_total": str(len(found)), "x_wp_totalpages": str(-(-len(found) // size))}
            return ok(found[(page - 1) * size : page * size], 200, **totals)

        return sessions(answer)

    return make


def test_what_is_there_comes_by_its_sku_and_the_rest_is_named(session: Make) -> None:
    shop = session("MUG-1", "mug-2", "BOWL")
    found = shop.wait(shop.woo.products.by_sku(["mug-1", "BOWL", "nope", " mug-2 ", "MUG-1", "no"]))
    assert {sku: p.id for sku, p in found.items()} == {"mug-1": 1, "BOWL": 3, " mug-2 ": 2, "MUG-1": 1}
    assert (found.missing, found.duplicates) == (("nope", "no"), {})
    assert repr(found) == "<Found 4 of 6, missing: 'nope', 'no'>"
    assert [q["sku"] for q in shop.queries] == ["mug-1,BOWL,nope,mug-2,MUG-1,no"]
    again = pickle.loads(pickle.dumps(found))
    assert (again.missing, list(again)) == (found.missing, list(found))


def test_many_values_take_few_requests(session: Make) -> None:
    shop = session(*[f"s-{i}" for i in range(250)])
    found = shop.wait(shop.woo.products.by_sku(f"s-{i}" for i in range(260)))
    assert (len(found), len(found.missing), len(shop.requests)) == (250, 10, 3)
    long = session()
    long.wait(long.woo.products.by_sku("ü" * 90 + str(i) for i in range(30)))
    assert max(len(str(r.url)) for r in long.requests) < 5000


def test_a_value_with_a_comma_is_taken_whole(session: Make) -> None:
    shop = session("a,b", "a", "b", "c")
    found = shop.wait(shop.woo.products.by_sku(["a,b", "c", "a"]))
    assert {sku: p.id for sku, p in found.items()} == {"a,b": 1, "c": 4, "a": 2}
    assert (found.missing, found.duplicates) == ((), {})
    assert [q["sku"] for q in shop.queries] == ["c,a", "a,b"]


def test_a_lone_zero_does_not_find_everything(session: Make) -> None:
    shop = session("0", "1")
    assert list(shop.wait(shop.woo.products.by_sku(["0"]))) == ["0"]
    assert shop.queries[0]["sku"] == "0,0"


def test_of_several_with_one_sku_none_is_hidden(session: Make) -> None:
    shop = session("A", "a", "A", "b")
    found = shop.wait(shop.woo.products.by_sku(["A", "a"]))
    assert (found["A"].id, found["a"].id) == (1, 2)
    assert {sku: [p.id for p in all_of] for sku, all_of in found.duplicates.items()} == {"A": [1, 3]}


def test_nothing_asked_is_nothing_sent(session: Make) -> None:
    shop = session("a")
    assert shop.wait(shop.woo.products.by_sku([])) == {}
    for wrong, error in (([""], ValueError), ([" , "], ValueError), ([5], TypeError), ("a,b", TypeError)):
        with pytest.raises(error, match="sku"):
            shop.wait(shop.woo.products.by_sku(wrong))
    with pytest.raises(TypeError, match="looked up"):
        shop.wait(shop.woo.products.by_sku(["a"], sku="b"))
    assert not shop.requests


def test_records_that_came_without_the_value_are_not_called_missing() -> None:
    with pytest.raises(ValueError, match="without sku"):
        Lookup("sku", "sku", ["a"], {}).took(object())


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_every_version_that_takes_a_list_has_it(version: str) -> None:
    with MockStore() as store:
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        made = [woo.products.create(name="x", sku=sku).id for sku in ("Q-1", "q,2")]
        api: Any = woo if version == "v3" else getattr(woo, version)
        found: Found[Any] = api.products.by_sku(["q-1", "q,2", "q-3"])
        assert ([found["q-1"].id, found["q,2"].id], found.missing) == (made, ("q-3",))
        assert not hasattr(woo.legacy.products, "by_sku")
        assert not hasattr(AsyncWooClient("https://shop.example", key="ck_1", secret="cs_2").orders, "by_sku")


def asked(*values: str) -> list[int]:
    """How many values each request asks for."""
    return [len(str(query["sku"]).split(",")) for query in Lookup("sku", "sku", values, {}).queries()]


def test_a_request_asks_for_a_hundred_values_or_for_4000_characters() -> None:
    assert asked(*map(str, range(100))) == [100]
    assert asked(*map(str, range(101))) == [100, 1]
    # With `%2C` behind it, each of these takes 100 characters of the address, the last one 101.
    assert asked(*(f"{i:097}" for i in range(40))) == [40]
    assert asked(*(f"{i:097}" for i in range(39)), "x" * 98) == [39, 1]
    assert asked(*("ü" * 15 + f"{i:07}" for i in range(40))) == [40], "100 each as well, as `ü` takes six"
    assert asked(*("ü" * 16 + f"{i:02}" for i in range(40))) == [39, 1]
    assert asked("x" * 5000, "y") == [1, 1]


def test_values_are_told_apart_without_regard_to_case_and_composition() -> None:
    class Row:
        def __init__(self, id: int, sku: str) -> None:
            self.id, self.sku = id, sku

    lookup: Lookup[Row] = Lookup("sku", "sku", ["STRASSE", "e\u0301", "none"], {})
    for row in (Row(3, "straße"), Row(4, "é"), Row(3, "straße")):
        lookup.took(row)
    found = lookup.result()
    assert {sku: row.id for sku, row in found.items()} == {"STRASSE": 3, "e\u0301": 4}
    assert (found.missing, found.duplicates) == (("none",), {})
