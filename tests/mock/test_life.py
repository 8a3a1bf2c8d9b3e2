"""Things come, change, go to the trash and go for good, in any order: the store always agrees with a simple model."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from mock.talk import read, send
from wooclient.mock import MockStore

NAMES = st.text(alphabet="abcdefgh", min_size=3, max_size=6)


class Life(RuleBasedStateMachine):
    """Coupons: they have a code that must be unique, and a trash."""

    alive = Bundle("alive")
    trashed = Bundle("trashed")

    def __init__(self) -> None:
        super().__init__()
        self.store = MockStore()
        self.model: dict[int, dict[str, Any]] = {}
        self.begun = {coupon["id"] for coupon in self.listed()}

    def listed(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for page in range(1, 20):
            items = read(send(self.store, "GET", "/coupons", query=f"per_page=5&page={page}"))
            found += items
            if not items:
                break
        return found

    @rule(target=alive, code=NAMES, amount=st.integers(0, 999))
    def create(self, code: str, amount: int) -> int:
        answer = send(self.store, "POST", "/coupons", {"code": code, "amount": f"{amount}"})
        taken = code in {c["code"] for c in self.model.values() if c["status"] == "publish"}
        assert answer.status == (400 if taken else 201)
        if taken:
            return 0
        made = read(answer)
        self.model[made["id"]] = {"code": code, "amount": f"{amount}.00", "status": "publish"}
        return int(made["id"])

    @rule(number=alive, amount=st.integers(0, 999), verb=st.sampled_from(["PUT", "POST", "PATCH"]))
    def update(self, number: int, amount: int, verb: str) -> None:
        if number in self.model:
            assert send(self.store, verb, f"/coupons/{number}", {"amount": f"{amount}"}).status == 200
            self.model[number]["amount"] = f"{amount}.00"

    @rule(target=trashed, number=consumes(alive))
    def trash(self, number: int) -> int:
        if number in self.model:
            assert send(self.store, "DELETE", f"/coupons/{number}").status == 200
            self.model[number]["status"] = "trash"
        return number

    @rule(number=consumes(trashed))
    def delete(self, number: int) -> None:
        if number in self.model:
            assert send(self.store, "DELETE", f"/coupons/{number}").status == 410
            assert send(self.store, "DELETE", f"/coupons/{number}", query="force=true").status == 200
            del self.model[number]

    @invariant()
    def single_items_agree(self) -> None:
        for number, known in self.model.items():
            found = read(send(self.store, "GET", f"/coupons/{number}"))
            assert {name: found[name] for name in known} == known

    @invariant()
    def lists_agree(self) -> None:
        found = [coupon["id"] for coupon in self.listed()]
        assert len(found) == len(set(found))
        published = {n for n, c in self.model.items() if c["status"] == "publish"}
        assert set(found) == published | self.begun


Life.TestCase.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
TestLife = Life.TestCase
