"""Leftovers, without a store: what is removed, what stays, and what is said of it."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from wooclient import ApiError, WooError
from wooclient._runtime.errors import NotFound
from wooclient.contract.safety.journal import Found, Loan
from wooclient.contract.safety.owning import Thing
from wooclient.contract.safety.sweeping import Leftover, look, settle, sweep

MINE, OTHERS = "woospec-000000abc-0001", "woospec-000000abd-0001"
_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_FORBIDDEN = ApiError("You may not", status=403, code="no")
_FORBIDDEN_TEXT = str(_FORBIDDEN)
_GONE = NotFound("It is gone", status=404, code="gone")


class Things:
    """What a store has of one kind: `there` by number, and what it answers instead."""

    def __init__(self, *there: Any, fails: WooError | None = None, hides: bool = False) -> None:
        self.there, self.fails, self.hides = list(there), fails, hides
        self.asked: list[dict[str, Any]] = []
        self.deleted: list[tuple[Any, dict[str, Any]]] = []

    def iter(self, **given: Any) -> list[Any]:
        self.asked.append(given)
        if self.fails and self.hides:
            raise self.fails
        return list(self.there)

    def get(self, number: int) -> Any:
        found = [one for one in self.there if one.id == number]
        if self.fails and self.hides:
            raise self.fails
        if not found:
            raise _GONE
        return found[0]

    def delete(self, number: int, **given: Any) -> None:
        if self.fails:
            raise self.fails
        self.deleted.append((number, given))


def _tag(number: int, name: str = MINE) -> Any:
    return SimpleNamespace(id=number, name=name)


def _woo(**kinds: Any) -> Any:
    """A client that has these resources: `products_tags` is `products.tags`."""
    woo = SimpleNamespace()
    for name, things in sorted(kinds.items()):
        *path, last = name.split("_")
        at = woo
        for part in path:
            at = vars(at).setdefault(part, SimpleNamespace())
        setattr(at, last, things)
    return woo


def _served(*kinds: str) -> frozenset[str]:
    return frozenset(f"{kind}.{verb}" for kind in kinds for verb in ("list", "delete"))


# where leftovers are looked for

_SEARCH = {"search": "woospec-"}
#: In the order in which they have to go: the kind, what its list is asked for, and what its delete is given.
_ASKED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("orders", _SEARCH, {"force": True}),
    ("orders", {**_SEARCH, "status": ["trash"]}, {"force": True}),
    ("products.reviews", {**_SEARCH, "status": "all"}, {"force": True}),
    ("products", _SEARCH, {"force": True}),
    ("products", {**_SEARCH, "status": "trash"}, {"force": True}),
    ("coupons", _SEARCH, {"force": True}),
    ("customers", {**_SEARCH, "role": "all"}, {"force": True, "reassign": 0}),
    ("products.categories", {**_SEARCH, "hide_empty": False}, {"force": True}),
    ("products.tags", {**_SEARCH, "hide_empty": False}, {"force": True}),
    ("products.brands", {**_SEARCH, "hide_empty": False}, {"force": True}),
    ("products.shipping_classes", {**_SEARCH, "hide_empty": False}, {"force": True}),
    ("products.attributes", {}, {"force": True}),
    ("taxes", {}, {"force": True}),
    ("taxes.classes", {}, {"force": True}),
    ("shipping.zones", {}, {"force": True}),
    ("webhooks", _SEARCH, {"force": True}),
]


class Logged(Things):
    """One thing of a kind; notes what is asked of it in a log that all share."""

    def __init__(self, kind: str, log: list[Any]) -> None:
        mail = f"{MINE}@example.com"
        named = {"name": MINE, "code": MINE, "email": mail, "reviewer_email": mail, "billing": {"first_name": MINE}}
        super().__init__(SimpleNamespace(id=kind, slug=kind, **named))
        self.kind, self.log = kind, log

    def iter(self, **given: Any) -> list[Any]:
        self.log.append((self.kind, given))
        return super().iter(**given)

    def delete(self, number: Any, **given: Any) -> None:
        assert number == self.kind
        self.log.append((self.kind, given))


def test_every_kind_is_asked_for_and_removed_in_the_order_in_which_they_have_to_go() -> None:
    log: list[Any] = []
    woo = SimpleNamespace(shipping=SimpleNamespace())
    kinds = dict.fromkeys(kind for kind, *_ in _ASKED)
    for kind in sorted(kinds):  # what is above comes first
        *above, name = kind.split(".")
        setattr(getattr(woo, above[0]) if above else woo, name, Logged(kind, log))
    woo.orders.notes = Notes()
    found = sweep(woo, _served(*kinds), lambda mark: mark == MINE)
    assert log == [(kind, given) for kind, asked, gone in _ASKED for given in (asked, gone)]
    assert found == [Leftover(kind, kind, MINE) for kind, *_ in _ASKED]


# leftovers of other runs


def test_only_things_whose_mark_is_to_go_are_removed() -> None:
    tags = Things(_tag(1), _tag(2, OTHERS), _tag(3, "Tea"), _tag(4, f"About {MINE}"), _tag(5, f"{MINE} b"))
    found = sweep(_woo(products_tags=tags), _served("products.tags"), lambda mark: mark == MINE)
    assert found == [Leftover("products.tags", 1, MINE), Leftover("products.tags", 5, MINE)]
    assert tags.deleted == [(1, {"force": True}), (5, {"force": True})]
    assert tags.asked == [{"search": "woospec-", "hide_empty": False}]


@pytest.mark.parametrize(
    "served", [frozenset({"products.tags.list"}), frozenset({"products.tags.delete"}), frozenset[str]()]
)
def test_a_kind_that_the_store_does_not_serve_whole_is_let_be(served: frozenset[str]) -> None:
    tags = Things(_tag(1))
    assert sweep(_woo(products_tags=tags), served, lambda _: True) == []
    assert (tags.asked, tags.deleted) == ([], [])


def test_a_list_that_is_refused_is_told() -> None:
    tags = Things(_tag(1), fails=_FORBIDDEN, hides=True)
    found = sweep(_woo(products_tags=tags), _served("products.tags"), lambda _: True)
    assert found == [Leftover("products.tags", "", "", _FORBIDDEN_TEXT)]


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (_GONE, ""),
        (NotFound("In the trash", status=410, code="x"), ""),
        (_FORBIDDEN, _FORBIDDEN_TEXT),
        (WooError("lost"), "lost"),
    ],
)
def test_only_what_is_not_there_counts_as_removed(error: WooError, why: str) -> None:
    """A refusal of another kind says nothing of the thing."""
    found = sweep(_woo(products_tags=Things(_tag(1), fails=error)), _served("products.tags"), lambda _: True)
    assert found == [Leftover("products.tags", 1, MINE, why)]


def test_a_customers_things_go_to_nobody() -> None:
    customers = Things(SimpleNamespace(id=9, email=f"{MINE}@example.com"))
    sweep(_woo(customers=customers), _served("customers"), lambda _: True)
    assert customers.deleted == [(9, {"force": True, "reassign": 0})]


# notes of orders


class Notes:
    """The notes of one order; `stays` if a store only says that it took them away."""

    def __init__(self, *there: int, stays: bool = False) -> None:
        self.there, self.stays = list(there), stays
        self.deleted: list[tuple[int, int, bool]] = []

    def list(self, order: int) -> list[Any]:
        return [SimpleNamespace(id=number) for number in self.there]

    def delete(self, order: int, number: int, *, force: bool) -> None:
        self.deleted.append((order, number, force))
        if not self.stays:
            self.there.remove(number)


def _orders(notes: Notes) -> Any:
    order = SimpleNamespace(id=7, billing={"first_name": MINE, "email": ""}, created_via="rest-api")
    orders = Things(order)
    orders.notes = notes  # type: ignore[attr-defined]
    return orders


def test_notes_go_before_their_order() -> None:
    orders = _orders(notes := Notes(1, 2))
    found = sweep(_woo(orders=orders), _served("orders"), lambda _: True)
    assert {one.why for one in found} == {""}
    assert notes.deleted == [(7, 1, True), (7, 2, True)]
    assert orders.deleted[0] == (7, {"force": True})


def test_an_order_whose_notes_stay_is_not_removed() -> None:
    orders = _orders(Notes(1, stays=True))
    found = sweep(_woo(orders=orders), _served("orders"), lambda _: True)
    assert {one.why for one in found} == {"its notes cannot be removed, and would be lost without it"}
    assert orders.deleted == []


# what this run made


def _looked(things: Things, kind: str, *ids: str) -> list[Leftover]:
    new = [Thing(f"/{kind.replace('.', '/')}", id) for id in ids]
    return look(_woo(**{kind.replace(".", "_"): things}), _served(kind), new)


def test_what_was_made_is_asked_for_by_number_and_removed_whatever_it_is_called() -> None:
    tags = Things(_tag(1, "Tea"))
    assert _looked(tags, "products.tags", "1", "2") == [Leftover("products.tags", 1, "made by this run")]
    assert tags.asked == [{"hide_empty": False, "include": [1, 2]}]


def test_many_are_asked_for_in_parts_of_a_hundred() -> None:
    tags = Things()
    _looked(tags, "products.tags", *map(str, range(1000, 1250)))
    assert [len(asked["include"]) for asked in tags.asked] == [100, 100, 50]


def test_a_list_that_shows_everything_costs_nobody_anything() -> None:
    """A cache may drop the question."""
    tags = Things(_tag(1), _tag(2), _tag(1))
    assert [one.id for one in _looked(tags, "products.tags", "1")] == [1]
    assert tags.deleted == [(1, {"force": True})]


def test_nothing_is_asked_where_nothing_was_made_or_nothing_is_served() -> None:
    tags = Things(_tag(1))
    assert _looked(tags, "products.tags") == []
    assert look(_woo(products_tags=tags), frozenset(), [Thing("/products/tags", "1")]) == []
    assert look(_woo(products_tags=tags), _served("products.tags"), [Thing("/products", "1")]) == []
    assert tags.asked == []


def _slug(slug: str, name: str = "Luxury") -> Any:
    return SimpleNamespace(slug=slug, name=name)


@pytest.mark.parametrize("kind", ["products.attributes", "taxes", "shipping.zones"])
def test_lists_that_take_no_ids_are_read_whole_and_only_if_something_was_made(kind: str) -> None:
    things = Things(_tag(1), _tag(2, "Tea"), _tag(3, "Cups"))
    assert _looked(things, kind) == []
    assert (things.asked, things.deleted) == ([], [])
    assert [one.id for one in _looked(things, kind, "2", "9")] == [2]
    assert (things.asked, things.deleted) == ([{}], [(2, {"force": True})])


def test_classes_of_tax_go_by_their_slug_and_only_the_runs_own() -> None:
    classes = Things(_slug("standard"), _slug("luxury"), _slug("zero"))
    assert _looked(classes, "taxes.classes", "luxury") == [Leftover("taxes.classes", "luxury", "made by this run")]
    assert classes.deleted == [("luxury", {"force": True})]


def test_coupons_are_asked_for_one_by_one_as_no_list_shows_their_trash() -> None:
    coupons = Things(_tag(1))
    assert _looked(coupons, "coupons", "1", "2") == [Leftover("coupons", "1", "made by this run")]
    assert coupons.asked == []


@pytest.mark.parametrize("kind", ["coupons", "products.tags"])
@pytest.mark.parametrize("error", [_FORBIDDEN, WooError("lost")])
def test_what_cannot_be_looked_at_is_not_taken_for_gone(kind: str, error: WooError) -> None:
    things = Things(fails=error, hides=True)
    assert _looked(things, kind, "1") == [Leftover(kind, "", "", str(error))]


# what a dead run had borrowed


def _journal(*values: str) -> Found:
    loans = [Loan("v3", "coupons.update", (number,), {"amount": value}) for number, value in enumerate(values, 1)]
    return Found(50, "woospec-000000abd-0000", "3", loans, _NOW, _NOW)


def _lender(refuses: str = "") -> tuple[Any, list[Any], Things]:
    put, products = list[Any](), Things()

    def update(number: int, *, amount: str) -> None:
        if amount == refuses:
            raise _FORBIDDEN
        put.append((number, amount))

    return SimpleNamespace(coupons=SimpleNamespace(update=update), products=products), put, products


def test_what_a_dead_run_borrowed_is_put_back_and_its_journal_goes() -> None:
    woo, put, products = _lender()
    assert settle(woo, _journal("1", "2")) == [
        Leftover("v3 coupons.update", "1", "amount"),
        Leftover("v3 coupons.update", "2", "amount"),
    ]
    assert put == [(1, "1"), (2, "2")]
    assert products.deleted == [(50, {"force": True})]


def test_what_was_put_back_is_told_with_all_that_names_it() -> None:
    given = {"value": "USD", "label": "x"}
    loan = Loan("v2", "settings.options.update", ("general", "woocommerce_currency"), given)
    woo, _, products = _lender()
    woo.v2 = SimpleNamespace(settings=SimpleNamespace(options=SimpleNamespace(update=lambda *_, **__: None)))
    journal = Found(50, "woospec-000000abd-0000", "3", [loan], _NOW, _NOW)
    told = Leftover("v2 settings.options.update", "general woocommerce_currency", "value, label")
    assert settle(woo, journal) == [told]
    assert products.deleted == [(50, {"force": True})]


def test_a_journal_of_which_something_is_not_back_stays() -> None:
    woo, put, products = _lender(refuses="1")
    done = settle(woo, _journal("1", "2"))
    assert [one.why for one in done] == [_FORBIDDEN_TEXT, ""]
    assert put == [(2, "2")], "the others are put back all the same"
    assert products.deleted == []
