"""What a run may change: its own things, what its mark is in, and nothing that a list merely shows."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wooclient import WooError
from wooclient.contract.calls.recording import Exchange
from wooclient.contract.calls.steps import Answer, Call
from wooclient.contract.described.description import Described, description
from wooclient.contract.safety.owning import Own, Thing, reader, removed_orders, things

MARK, OTHERS = "woospec-000000abc-0001", "woospec-000000abc-0002"


def _operation(id: str, version: str = "v3") -> Described:
    return description(version).operations[id]


def _things(id: str, *ids: Any, version: str = "v3", **given: Any) -> list[tuple[str, str]]:
    """What a call would change."""
    return [(thing.top, thing.id) for thing in things(_operation(id, version), Call(id, ids, given))]


@pytest.mark.parametrize(
    ("id", "ids", "given", "changed"),
    [
        ("products.tags.get", (7,), {}, []),
        ("products.tags.list", (), {"include": [7]}, []),
        ("products.tags.create", (), {"name": "x"}, []),
        ("products.tags.update", (7,), {"name": "x"}, [("/products/tags", "7")]),
        ("products.tags.delete", (7,), {"force": True}, [("/products/tags", "7")]),
        ("taxes.classes.delete", ("luxury",), {"force": True}, [("/taxes/classes", "luxury")]),
        ("products.duplicate", (7,), {}, [("/products", "7")]),
        # What lives under something belongs to whom that belongs to.
        ("orders.notes.create", (7,), {"note": "x"}, [("/orders", "7")]),
        ("orders.notes.delete", (7, 9), {"force": True}, [("/orders", "7")]),
        ("products.variations.batch", (7,), {"update": [{"id": 9}]}, [("/products", "7")]),
        (
            "products.tags.batch",
            (),
            {"create": [{"name": "x"}], "update": [{"id": 1}, {"id": 2}], "delete": [3]},
            [("/products/tags", "1"), ("/products/tags", "2"), ("/products/tags", "3")],
        ),
        ("products.tags.batch", (), {"update": [{"name": "no id"}], "delete": None}, []),
        (
            "settings.options.update",
            ("general", "woocommerce_currency"),
            {"value": "EUR"},
            [("/settings", "general/woocommerce_currency")],
        ),
        (
            "settings.options.batch",
            ("general",),
            {"update": [{"id": "a"}, {"id": "b"}]},
            [("/settings", "general/a"), ("/settings", "general/b")],
        ),
        (
            "settings.batch",
            (),
            {"update": [{"group_id": "tax", "id": "a"}, {"group_id": "general", "id": "a"}]},
            [("/settings", "tax/a"), ("/settings", "general/a")],
        ),
    ],
)
def test_what_a_call_would_change(
    id: str, ids: tuple[Any, ...], given: dict[str, Any], changed: list[tuple[str, str]]
) -> None:
    assert _things(id, *ids, **given) == changed


def test_the_one_list_of_the_legacy_api_changes_what_has_an_id() -> None:
    rows = [{"title": "new"}, {"id": 7, "title": "old"}]
    assert _things("products.bulk", rows, version="legacy-v3") == [("/products", "7")]


# which of it may be changed


def _unknown(own: Own, id: str, *ids: Any, **given: Any) -> list[str]:
    return [f"{thing.top}/{thing.id}" for thing in own.unknown(_operation(id), Call(id, ids, given))]


def test_what_nothing_has_shown_yet_is_named_once() -> None:
    own = Own(MARK)
    own.add(Thing("/products/tags", "2"))
    given: dict[str, Any] = {"update": [{"id": 1}, {"id": 2}], "delete": [1, 3]}
    assert _unknown(own, "products.tags.batch", **given) == ["/products/tags/1", "/products/tags/3"]


def test_the_same_number_in_another_collection_is_another_thing() -> None:
    own = Own(MARK)
    own.add(Thing("/products/tags", "2"))
    assert _unknown(own, "products.categories.delete", 2, force=True) == ["/products/categories/2"]


def test_a_mark_names_nothing_of_others() -> None:
    assert _unknown(Own(MARK), "taxes.classes.delete", f"{MARK}-x", force=True) == []
    assert _unknown(Own(MARK), "taxes.classes.delete", f"x-{MARK}", force=True) == [f"/taxes/classes/x-{MARK}"]
    assert _unknown(Own(MARK), "settings.options.update", "general", MARK, value="x") == []


def test_what_is_done_and_not_changed_may_be_done() -> None:
    own = Own(MARK)
    assert _unknown(own, "system_status.tools.update", "clear_expired_transients", confirm=True) == []
    assert _unknown(own, "system_status.tools.update", "reset_roles") == ["/system_status/tools/reset_roles"]


# what answers show


def _answer(id: str, body: Any, *, error: WooError | None = None, version: str = "v3") -> Answer:
    described = _operation(id, version)
    exchange = Exchange(described.method, described.path, "", b"", 200, {}, json.dumps(body).encode())
    return Answer(Call(id), None, error, [exchange])


def _learnt(id: str, body: Any, *, error: WooError | None = None, version: str = "v3") -> tuple[set[str], set[str]]:
    """What an answer shows to be new, and all that may be changed by then of what it is about."""
    own, before = Own(MARK), Own(MARK)
    made = own.learn(_operation(id, version), _answer(id, body, error=error, version=version))
    return {thing.id for thing in made}, {thing.id for thing in own._free - before._free}


@pytest.mark.parametrize(
    ("id", "body", "made"),
    [
        ("products.tags.create", {"id": 7, "name": "whatever"}, {"7"}),
        ("taxes.classes.create", {"slug": "luxury", "name": "Luxury"}, {"luxury"}),
        ("products.duplicate", {"id": 8}, {"8"}),
        (
            "products.tags.batch",
            {"create": [{"id": 7}, {"id": 0, "error": {"code": "x"}}], "update": [{"id": 9}]},
            {"7"},
        ),
        ("products.tags.batch", {"create": [{"id": 7, "error": {"code": "x"}}, {"id": 9, "error": None}]}, set[str]()),
        ("products.tags.create", {"id": 7, "error": {"code": "x"}}, set[str]()),
        ("products.tags.create", None, set[str]()),
        ("products.tags.batch", {"create": None}, set[str]()),
        ("products.tags.batch", [], set[str]()),
        # What is made under something is that thing's.
        ("orders.notes.create", {"id": 7}, set[str]()),
        ("products.variations.create", {"id": 7}, set[str]()),
        ("products.variations.batch", {"create": [{"id": 7}]}, set[str]()),
    ],
)
def test_a_create_shows_what_was_made(id: str, body: Any, made: set[str]) -> None:
    assert _learnt(id, body) == (made, made)


def test_a_create_that_failed_shows_nothing() -> None:
    assert _learnt("products.tags.create", {"id": 7}, error=WooError("no")) == (set(), set())


def test_the_envelope_of_the_legacy_api_is_opened() -> None:
    assert _learnt("products.create", {"product": {"id": 7}}, version="legacy-v3") == ({"7"}, {"7"})
    shown = {"products": [{"id": 7, "title": MARK}, {"id": 8, "title": "Tea"}]}
    assert _learnt("products.list", shown, version="legacy-v3") == (set(), {"7"})


@pytest.mark.parametrize(
    ("rows", "free"),
    [
        ([{"id": 1, "name": MARK}, {"id": 2, "name": "Tea"}], {"1"}),
        ([{"id": 1, "name": MARK}, {"id": 2, "name": OTHERS}], {"1"}),
        ([{"id": 1, "name": f"{MARK} a"}, {"id": 2, "name": f"About {MARK}"}], {"1"}),
        ([{"id": 2, "name": "Tea", "description": MARK}], set[str]()),
        ([{"id": 2, "name": OTHERS}], set[str]()),
        ([], set[str]()),
    ],
)
def test_of_what_is_listed_only_what_carries_the_mark_is_the_runs_own(rows: list[Any], free: set[str]) -> None:
    assert _learnt("products.tags.list", rows) == (set(), free)


def test_what_is_read_by_itself_has_to_carry_the_mark_too() -> None:
    assert _learnt("products.tags.get", {"id": 1, "name": MARK}) == (set(), {"1"})
    assert _learnt("products.tags.get", {"id": 1, "name": OTHERS}) == (set(), set())
    assert _learnt("products.variations.get", {"id": 1, "name": MARK}) == (set(), set())
    assert _learnt("products.variations.update", {"id": 1, "name": MARK}) == (set(), set())
    assert _learnt("orders.notes.list", [{"id": 1, "note": MARK, "name": MARK}]) == (set(), set())


# orders and their notes, and how things are looked at


@pytest.mark.parametrize(
    ("id", "ids", "given", "orders"),
    [
        ("orders.delete", (7,), {"force": True}, [7]),
        ("orders.delete", (7, 8), {"force": True}, [7]),  # only the first names an order
        ("orders.delete", (7,), {"force": False}, []),
        ("orders.delete", (7,), {}, []),
        ("orders.batch", (), {"delete": [7, 8], "update": [{"id": 9}]}, [7, 8]),
        ("orders.batch", (), {"update": [{"id": 9}]}, []),
        ("orders.batch", (), {"delete": None}, []),
        ("orders.update", (7,), {"force": True}, []),
        ("products.batch", (), {"delete": [7]}, []),
        ("orders.refunds.delete", (7, 8), {"force": True}, []),
    ],
)
def test_which_orders_a_call_removes_permanently(
    id: str, ids: tuple[Any, ...], given: dict[str, Any], orders: list[int]
) -> None:
    assert removed_orders(_operation(id), Call(id, ids, given)) == orders


@pytest.mark.parametrize(
    ("top", "read"),
    [
        ("/products", "products.get"),
        ("/products/categories", "products.categories.get"),
        ("/products/tags", "products.tags.get"),
        ("/products/brands", "products.brands.get"),
        ("/products/shipping_classes", "products.shipping_classes.get"),
        ("/products/attributes", "products.attributes.get"),
        ("/products/reviews", "products.reviews.get"),
        ("/orders", "orders.get"),
        ("/customers", "customers.get"),
        ("/coupons", "coupons.get"),
        ("/taxes", "taxes.get"),
        ("/taxes/classes", "taxes.classes.get"),
        ("/webhooks", "webhooks.get"),
        ("/shipping/zones", "shipping.zones.get"),
        ("/payment_gateways", "payment_gateways.get"),
        ("/system_status/tools", "system_status.tools.get"),
        # One id names a group of settings, and none of them.
        ("/settings", ""),
        ("/marketplace/refresh", ""),
        ("/nothing", ""),
    ],
)
def test_how_one_thing_of_a_collection_is_looked_at(top: str, read: str) -> None:
    assert reader(top) == read
