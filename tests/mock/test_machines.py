"""Things created, changed, trashed, deleted and listed in any order, next to a plain model of what must be there."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from mock.talk import code, read, send
from wooclient.mock import MockStore

LIMITS = settings(
    max_examples=15, stateful_step_count=20, deadline=None, database=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
NAMES = st.text("abcdefgh äß茶'%_", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
PRICES = st.integers(0, 99_999).map(lambda cents: f"{cents / 100:.2f}")
_START: list[tuple[MockStore, bytes]] = []


def empty_store() -> MockStore:
    """A store with hardly anything in it, always the same one, as at its start."""
    if not _START:
        seed = {
            "products/categories": [{"id": 15, "name": "Uncategorized", "slug": "uncategorized", "parent": 0}],
            "products": [{"id": 50, "name": "Sold", "type": "simple", "status": "draft", "regular_price": "5.00"}],
        }
        store = MockStore(seed=seed)
        _START.append((store, store.snapshot()))
    store, image = _START[0]
    store.restore(image)
    return store


class Machine(RuleBasedStateMachine):
    """What all machines do; `model` holds the fields that each thing must have."""

    path: ClassVar[str]
    missing: ClassVar[str]
    #: What was there before.
    first: ClassVar[frozenset[int]] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.store = empty_store()
        self.model: dict[int, dict[str, Any]] = {}
        #: Numbers that were given once: none may come again.
        self.used: set[int] = set()

    def create(self, fields: dict[str, Any]) -> int:
        """Something new, in the model too."""
        answer = send(self.store, "POST", self.path, fields)
        assert answer.status == 201, answer.body
        made = read(answer)
        number: int = made["id"]
        assert number not in self.used | self.first
        self.used.add(number)
        self.model[number] = fields
        self.same(made, fields)
        return number

    def update(self, number: int, fields: dict[str, Any]) -> None:
        """A change; what was not sent stays."""
        answer = send(self.store, "PUT", f"{self.path}/{number}", fields)
        if number not in self.model:
            assert code(answer)[1] == self.missing
            return
        assert answer.status == 200, answer.body
        self.model[number] = {**self.model[number], **fields}
        self.same(read(answer), self.model[number])

    def delete(self, number: int) -> None:
        """Gone for good."""
        answer = send(self.store, "DELETE", f"{self.path}/{number}", query="force=true")
        if number not in self.model:
            assert code(answer) == (404, self.missing)
            return
        assert answer.status == 200, answer.body
        self.same(read(answer), self.model.pop(number))

    def trash(self, number: int) -> None:
        """In the trash; what is there already cannot go there again."""
        answer = send(self.store, "DELETE", f"{self.path}/{number}")
        if number not in self.model:
            assert code(answer) == (404, self.missing)
        elif self.model[number].get("status") == "trash":
            assert code(answer) == (410, "woocommerce_rest_already_trashed")
        else:
            assert answer.status == 200, answer.body
            self.model[number] = {**self.model[number], "status": "trash"}

    def same(self, found: dict[str, Any], wanted: dict[str, Any]) -> None:
        """What came back has the values of the model."""
        assert {name: found.get(name) for name in wanted} == wanted

    def check_list(self, query: str, wanted: set[int]) -> None:
        """A list has just these, beside what was there before."""
        found, total = self.listed(query)
        assert {item["id"] for item in found} - self.first == wanted
        assert total == len(found)

    def listed(self, query: str = "") -> tuple[list[Any], int]:
        """All pages of a list, and the total that the last tells of."""
        found: list[Any] = []
        total, pages, page = 0, 1, 0
        while page < pages:
            page += 1
            answer = send(self.store, "GET", self.path, query=f"per_page=100&page={page}&{query}")
            assert answer.status == 200
            found += read(answer)
            pages = int(answer.headers["X-WP-TotalPages"])
            total = int(answer.headers["X-WP-Total"])
        return found, total

    @invariant()
    def each_is_as_in_the_model(self) -> None:
        for number, fields in self.model.items():
            self.same(read(send(self.store, "GET", f"{self.path}/{number}", query="context=edit")), fields)

    @invariant()
    def the_list_is_whole(self) -> None:
        self.check_list("", {n for n, fields in self.model.items() if fields.get("status") != "trash"})


class Products(Machine):
    """Products, with their trash and their stock-keeping units."""

    path = "/products"
    missing = "woocommerce_rest_product_invalid_id"
    first = frozenset({50})
    things = Bundle("things")
    fields = st.fixed_dictionaries(
        {"name": NAMES.map(str.strip)},
        optional={
            "regular_price": PRICES,
            "status": st.sampled_from(["publish", "draft", "private", "pending"]),
            "featured": st.booleans(),
            "menu_order": st.integers(0, 9),
            "weight": st.sampled_from(["", "1", "2.5"]),
        },
    )

    @rule(target=things, fields=fields)
    def make(self, fields: dict[str, Any]) -> int:
        return self.create({"status": "publish", **fields})

    @rule(thing=things, fields=fields)
    def change(self, thing: int, fields: dict[str, Any]) -> None:
        self.update(thing, fields)

    @rule(thing=things)
    def throw_away(self, thing: int) -> None:
        self.trash(thing)

    @rule(thing=things)
    def destroy(self, thing: int) -> None:
        self.delete(thing)

    @rule(target=things, names=st.lists(NAMES.map(str.strip), min_size=1, max_size=3))
    def make_some(self, names: list[str]) -> Any:
        made = read(send(self.store, "POST", "/products/batch", {"create": [{"name": name} for name in names]}))
        for item, name in zip(made["create"], names, strict=True):
            self.model[item["id"]] = {"name": name, "status": "publish"}
            self.used.add(item["id"])
        return multiple(*(item["id"] for item in made["create"]))

    @rule(one=things, other=things, sku=st.sampled_from(["A-1", "B-2"]))
    def a_unit_belongs_to_one(self, one: int, other: int, sku: str) -> None:
        # What is in the trash keeps its unit, and does not keep others from it; back from there, two may have it.
        holders = {n for n, f in self.model.items() if f.get("sku") == sku and f["status"] != "trash"}
        answer = send(self.store, "PUT", f"/products/{one}", {"sku": sku})
        if one not in self.model:
            assert code(answer)[1] == self.missing
        elif holders - {one}:
            assert code(answer) == (400, "product_invalid_sku")
        else:
            assert answer.status == 200, answer.body
            self.model[one] = {**self.model[one], "sku": sku}

    @rule(status=st.sampled_from(["publish", "draft", "private", "pending", "trash"]))
    def list_one_status(self, status: str) -> None:
        self.check_list(f"status={status}", {n for n, f in self.model.items() if f["status"] == status})

    @rule(featured=st.booleans())
    def list_featured(self, featured: bool) -> None:
        wanted = {n for n, f in self.model.items() if f["status"] != "trash" and f.get("featured", False) is featured}
        self.check_list(f"featured={str(featured).lower()}", wanted)

    @rule(size=st.integers(1, 4))
    def pages_hold_each_once(self, size: int) -> None:
        seen: list[int] = []
        for page in range(1, 200):
            query = f"per_page={size}&page={page}&orderby=menu_order&order=asc"
            part = read(send(self.store, "GET", self.path, query=query))
            seen += [item["id"] for item in part]
            if not part:
                break
        assert len(seen) == len(set(seen))
        assert set(seen) - self.first == {n for n, f in self.model.items() if f["status"] != "trash"}


class Categories(Machine):
    """A tree of categories, of which names need to be unlike only among brothers and sisters."""

    path = "/products/categories"
    missing = "woocommerce_rest_term_invalid"
    first = frozenset({15})
    things = Bundle("things")
    names = st.sampled_from(["Tea", "Cups", "Pots", "Ünï"])

    @rule(target=things, name=names, text=NAMES.map(str.strip))
    def make(self, name: str, text: str) -> Any:
        return self.put_below(0, name, text)

    @rule(target=things, parent=things, name=names)
    def make_below(self, parent: int, name: str) -> Any:
        return self.put_below(parent, name, "") if parent in self.model else multiple()

    def put_below(self, parent: int, name: str, text: str) -> Any:
        fields = {"name": name, "parent": parent, "description": text}
        if any((f["name"], f["parent"]) == (name, parent) for f in self.model.values()):
            assert code(send(self.store, "POST", self.path, fields)) == (400, "term_exists")
            return multiple()
        return self.create(fields)

    @rule(thing=things, text=NAMES.map(str.strip))
    def change(self, thing: int, text: str) -> None:
        self.update(thing, {"description": text})

    @rule(thing=things)
    def not_without_force(self, thing: int) -> None:
        if thing in self.model:
            answer = send(self.store, "DELETE", f"{self.path}/{thing}")
            assert code(answer) == (501, "woocommerce_rest_trash_not_supported")

    @rule(thing=consumes(things))
    def destroy(self, thing: int) -> None:
        above = self.model.get(thing, {}).get("parent", 0)
        self.delete(thing)
        for number, fields in self.model.items():
            # Children move up to where their parent was.
            if fields["parent"] == thing:
                self.model[number] = {**fields, "parent": above}

    @rule(parent=things)
    def list_below(self, parent: int) -> None:
        self.check_list(f"parent={parent}", {n for n, f in self.model.items() if f["parent"] == parent})

    @invariant()
    def slugs_are_unlike(self) -> None:
        slugs = [item["slug"] for item in self.listed()[0]]
        assert len(slugs) == len(set(slugs))


class Orders(Machine):
    """Orders with lines and fees; what each must come to is counted here, in cents."""

    path = "/orders"
    missing = "woocommerce_rest_shop_order_invalid_id"
    things = Bundle("things")
    statuses = st.sampled_from(["pending", "processing", "on-hold", "completed", "cancelled", "failed"])

    def __init__(self) -> None:
        super().__init__()
        #: Of each order ever made, what its lines and its fees cost.
        self.lines: dict[int, list[int]] = {}
        self.fees: dict[int, list[int]] = {}

    @rule(target=things, status=statuses, quantities=st.lists(st.integers(1, 5), max_size=3), note=NAMES.map(str.strip))
    def make(self, status: str, quantities: list[int], note: str) -> int:
        lines = [{"product_id": 50, "quantity": quantity} for quantity in quantities]
        number = self.create({"status": status, "customer_note": note})
        answer = send(self.store, "PUT", f"/orders/{number}", {"line_items": lines})
        assert answer.status == 200, answer.body
        # One costs 5.00, and there is no tax.
        self.lines[number], self.fees[number] = [500 * quantity for quantity in quantities], []
        return number

    @rule(thing=things, status=statuses)
    def change(self, thing: int, status: str) -> None:
        self.update(thing, {"status": status})

    @rule(thing=things, cents=st.integers(1, 10_000))
    def add_a_fee(self, thing: int, cents: int) -> None:
        body = {"fee_lines": [{"name": "Fee", "total": f"{cents / 100:.2f}", "tax_status": "none"}]}
        answer = send(self.store, "PUT", f"/orders/{thing}", body)
        if thing not in self.model:
            assert code(answer)[1] == self.missing
            return
        assert answer.status == 200, answer.body
        self.fees[thing].append(cents)

    @rule(thing=things)
    def throw_away(self, thing: int) -> None:
        self.trash(thing)

    @rule(thing=things)
    def destroy(self, thing: int) -> None:
        self.delete(thing)

    @rule(status=statuses | st.just("trash"))
    def list_one_status(self, status: str) -> None:
        self.check_list(f"status={status}", {n for n, f in self.model.items() if f["status"] == status})

    @invariant()
    def each_costs_what_was_ordered(self) -> None:
        for number in self.model:
            order = read(send(self.store, "GET", f"/orders/{number}"))
            lines, fees = self.lines[number], self.fees[number]
            assert [line["total"] for line in order["line_items"]] == [f"{cents / 100:.2f}" for cents in lines]
            assert [fee["total"] for fee in order["fee_lines"]] == [f"{cents / 100:.2f}" for cents in fees]
            assert (order["shipping_lines"], order["total_tax"], order["discount_total"]) == ([], "0.00", "0.00")
            assert order["total"] == f"{sum(lines + fees) / 100:.2f}"


@pytest.mark.parametrize("machine", [Products, Categories, Orders], ids=lambda m: m.__name__.lower())
def test_any_order_of_things_ends_well(machine: type[Machine]) -> None:
    case = machine.TestCase
    case.settings = LIMITS
    case("runTest").runTest()
