"""The walker's own parts, on mock stores alone: drawing, pairing, levelling, shrinking."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from differential import logs
from differential.begin import fill, seed_of
from differential.comparing import Comparison
from differential.drawing import Plan
from differential.levelling import levelling
from differential.pairing import Pairs
from differential.pool import Pool
from differential.replaying import KEYS
from differential.report import Report, family
from differential.shrinking import failing_as, led_to, shrunk
from differential.sides import Answer, MockSide
from differential.steps import Step
from differential.surface import of_description, of_index, together
from differential.walk import Walk

URL = "https://store.example"
_MADE = {f"date_{what}{end}": "2025-06-01T10:00:00" for what in ("created", "modified") for end in ("", "_gmt")}
SEED: dict[str, Any] = {
    "settings/general": [{"id": "woocommerce_currency", "value": "USD"}],
    "products": [{"id": 10, "name": "Mug", "type": "simple", "status": "publish", **_MADE}],
    "customers": [
        {
            "id": 1,
            "email": "admin@example.com",
            "username": "admin",
            "role": "administrator",
            "first_name": "",
            "last_name": "",
            "billing": {},
            "shipping": {},
            "meta_data": [],
            "is_paying_customer": False,
        },
    ],
}


class Faulty(MockSide):
    """A store with a fault: a tag gets another name when it gets a description."""

    def send(self, step: Step) -> Answer:
        answer = super().send(step)
        if step.path.startswith("/products/tags") and (step.body or {}).get("description"):
            answer.body["name"] = "faulty"
        return answer


@pytest.fixture
def sides() -> Iterator[tuple[MockSide, MockSide]]:
    """Two stores that begin alike, of which the first has a fault; its ids run ahead."""
    there, here = (kind(SEED, URL, "/wp-json/wc/v3", KEYS) for kind in (Faulty, MockSide))
    for space in ("posts", "terms"):
        there.store.state.reserve(space, 500)
    yield there, here
    there.store.close()
    here.store.close()


def plan(seed: int) -> Plan:
    random = Random(seed)
    pool = Pool(random)
    fill(pool, SEED)
    return Plan(of_description("v3"), pool, random)


@pytest.mark.parametrize("deletes_anybody", [False, True])
def test_where_a_store_would_delete_the_user_of_the_keys_none_is_drawn_that_does(deletes_anybody: bool) -> None:
    random = Random(7)
    pool = Pool(random)
    for number in (1, 2):
        pool.add("/customers", {"id": number})
    asked = [one for one in of_description("v3") if one.path in ("/customers", "/customers/{id}", "/customers/batch")]
    drawn = Plan(asked, pool, random, deletes_anybody=deletes_anybody)
    steps = [drawn.next() for _ in range(400)]
    assert any(step.method == "DELETE" for step in steps)
    ends = [
        step.method
        for step in steps
        if (step.method, step.path) == ("DELETE", "/customers/«user:1»")
        or (step.path == "/customers/batch" and "«user:1»" in step.body.get("delete", []))
    ]
    assert set(ends) == (set() if deletes_anybody else {"DELETE", "POST"})


def test_the_same_seed_draws_the_same_requests() -> None:
    first, second, other = ([str(p.next()) for _ in range(30)] for p in (plan(7), plan(7), plan(8)))
    assert first == second != other


def test_requests_are_about_what_is_there_and_leave_alone_what_cannot_be_put_back() -> None:
    drawn = plan(3)
    steps = [drawn.next() for _ in range(400)]
    assert sum("«post:10»" in step.path for step in steps) > 10
    assert {step.method for step in steps} == {"GET", "POST", "PUT", "DELETE"}
    assert not [s for s in steps if "/system_status/tools/" in s.path or "/marketplace" in s.path]
    assert {(step.auth, step.way) for step in steps} >= {
        ("rw", "basic"),
        ("rw", "oauth"),
        ("rw", "query"),
        ("ro", "basic"),
    }


def test_an_index_and_a_description_are_put_together_parameter_by_parameter() -> None:
    told = {
        "namespace": "wc/v3",
        "routes": {
            "/wc/v3/coupons/(?P<id>[\\d]+)": {
                "endpoints": [{"methods": ["GET"], "args": {"id": {}, "new": {"type": "string"}}}]
            }
        },
    }
    found = {(one.method, one.path): one for one in together(of_index(told), of_description("v3"))}
    assert {"new", "context"} <= found["GET", "/coupons/{id}"].args.keys()
    assert "id" not in found["GET", "/coupons/{id}"].args
    assert "code" in found["POST", "/coupons"].body


def test_names_are_filled_in_with_the_numbers_of_a_store() -> None:
    step = Step("PUT", "/orders/«post:7»", [("include", "«post:7»,«term:7»")], {"a": ["«post:7»", "x«post:7»"]})
    filled = step.filled(lambda space, number: number + (100 if space == "post" else 0))
    assert (filled.path, filled.query, filled.body) == ("/orders/107", [("include", "107,7")], {"a": [107, "x107"]})
    assert step.names() == ["«post:7»", "«term:7»"]


def test_pairs_are_learnt_from_what_both_answered_and_from_nothing_else() -> None:
    pairs = Pairs()
    step = Step("POST", "/orders")
    theirs = {"id": 17, "line_items": [{"id": 3, "product_id": 9}]}
    pairs.learn(step, theirs, theirs, {"id": 23, "line_items": [{"id": 5, "product_id": 9}]})
    assert pairs.here.ours("post", 17) == 23
    assert pairs.here.ours("item", 3) == 5
    assert pairs.is_pair("post", "id", 17, 23)
    assert not pairs.is_pair("post", "id", 17, 17)
    assert not pairs.is_pair("post", "quantity", 2, 3)
    pairs.learn(Step("GET", "/orders"), [{"id": 18}], [{"id": 18}], [{"id": 99}])
    assert pairs.here.ours("post", 18) == 18


def test_what_one_side_alone_made_is_nothing_by_that_number_on_the_other() -> None:
    pairs = Pairs()
    pairs.only_there(Step("POST", "/products"), {"id": 10})
    assert pairs.here.ours("post", 10) == 99999998


@pytest.mark.parametrize(
    ("theirs", "ours", "level"),
    [
        (Answer(200, {}, {"id": 1}), Answer(201, {}, {"id": 1}), "status"),
        (Answer(400, {}, {"code": "a"}), Answer(400, {}, {"code": "b"}), "code"),
        (Answer(400, {}, {"code": "a", "message": "one"}), Answer(400, {}, {"code": "a", "message": "other"}), ""),
        (Answer(200, {}, {"a": "1"}), Answer(200, {}, {"a": 1}), "shape"),
        (Answer(200, {}, {"a": 1}), Answer(200, {}, {}), "shape"),
        (Answer(200, {}, {"a": "1"}), Answer(200, {}, {"a": "2"}), "values"),
        (Answer(200, {}, {"at": "2025-01-01T10:00:03"}), Answer(200, {}, {"at": "2025-01-01T10:00:01"}), ""),
        (Answer(200, {}, {"at": "2025-01-01T10:00:03"}), Answer(200, {}, {"at": "2025-01-01T10:01:00"}), "values"),
        (Answer(200, {}, [{"id": 5}, {"id": 6}]), Answer(200, {}, [{"id": 6}, {"id": 5}]), ""),
        (Answer(400, {}, {"data": {"params": {"a": "", "b": ""}}}), Answer(400, {}, {"data": {"params": {"b": "",
        "a": ""}}}), "values"),
    ],
)  # fmt: skip
def test_a_difference_is_of_the_first_level_that_has_one(theirs: Answer, ours: Answer, level: str) -> None:
    assert Comparison(theirs, ours, lambda name, a, b: bool(a == b), "date").level == level


def test_headers_are_compared_without_the_numbers_in_addresses() -> None:
    theirs = Answer(200, {"x-wp-total": "3", "location": "https://x.example/17"}, {})
    found = Comparison(
        theirs, Answer(200, {"x-wp-total": "4", "location": "https://x.example/23"}, {}), lambda *_: False
    )
    assert found.headers == ["x-wp-total: '3' there, '4' here"]
    assert not found.level


def test_after_a_difference_both_sides_are_level(sides: tuple[MockSide, MockSide]) -> None:
    walk = Walk(*sides, Pool(Random(0)))
    steps = [Step("POST", "/products/tags", [], {"name": "Oak", "description": "x"}), Step("GET", "/products/tags")]
    made, level, listed = walk.walk(steps)
    assert (made.found.level, listed.found.level) == ("values", "")
    assert (level.step.level, level.step.method) == (True, "DELETE")
    assert listed.theirs.body == listed.ours.body == []


def test_what_is_named_in_a_body_goes_too_but_not_what_has_to_stay(sides: tuple[MockSide, MockSide]) -> None:
    pool = Pool(Random(0))
    fill(pool, SEED)
    walk = Walk(*sides, pool)
    done = walk.exchange(
        Step("POST", "/orders", [], {"customer_id": "«user:1»", "line_items": [{"product_id": "«post:10»"}]})
    )
    paths = [step.path for step in levelling(done, pool)]
    assert paths == [f"/orders/«post:{done.theirs.body['id']}»", "/products/«post:10»"]


def test_a_failing_sequence_shrinks_to_what_it_takes(sides: tuple[MockSide, MockSide]) -> None:
    walk = Walk(*sides, Pool(Random(0)))
    made = walk.exchange(Step("POST", "/products/tags", [], {"name": "Oak", "slug": "oak"}))
    tag = f"/products/tags/«term:{made.theirs.body['id']}»"
    other = Step("POST", "/products/tags", [], {"name": "Elm"})
    change = Step("PUT", tag, [], {"slug": "oak-tree", "description": "x"})
    history = [made, *walk.walk([other, Step("PUT", tag, [], {"slug": "ok"}), change])]
    last = next(done for done in history if done.found.level)
    parts = shrunk(led_to(history, last), failing_as(family(last), *sides))
    assert [(step.method, step.path, step.body) for step, _ in parts] == [
        ("POST", "/products/tags", {"name": "Oak"}),
        ("PUT", tag, {"description": "x"}),
    ]


def test_a_log_is_walked_again_without_the_store(sides: tuple[MockSide, MockSide], tmp_path: Any) -> None:
    plan = Plan(of_description("v3"), pool := Pool(Random(5)), Random(5))
    fill(pool, SEED)
    walk = Walk(*sides, pool)
    history = list(walk.walk(plan.next() for _ in range(40)))
    about = {"url": "https://shop.test", "version": "v3"}
    logs.write(tmp_path / "a.xz", about, ((done.step, done.theirs) for done in history))
    told, rows = logs.read(tmp_path / "a.xz")
    assert told == {"url": "https://store.example", "version": "v3"}
    again = Walk(logs.LoggedSide(rows), MockSide(SEED, URL, "/wp-json/wc/v3", KEYS), Pool(Random(0)))
    reports = Report(), Report()
    for report, exchanges in zip(reports, (history, again.replay(rows)), strict=True):
        for done in exchanges:
            report.add(done)
    # What is large and always the same is not kept.
    assert 30 < reports[1].count <= reports[0].count == 40
    assert set(reports[1].families) <= set(reports[0].families)


def test_a_log_names_neither_the_store_nor_its_folders(tmp_path: Any) -> None:
    body = {"code": "internal_server_error", "message": "/home/me/shop/wp-content/x.php died", "data": {"status": 500}}
    rows = [
        (
            Step("GET", "/orders"),
            Answer(200, {"link": "<https://shop.test/wp-json/>"}, ["/home/me/shop/wp-content/a.png"]),
        ),
        (Step("GET", "/orders/1"), Answer(500, {}, body)),
        (Step("GET", "/data/countries"), Answer(200, {}, [])),
    ]
    logs.write(tmp_path / "a.xz", {"url": "https://shop.test"}, rows)
    _, found = logs.read(tmp_path / "a.xz")
    assert [answer.body for _, answer in found] == [["/srv/store/wp-content/a.png"], {**body, "message": ""}]
    assert found[0][1].headers == {"link": "<https://store.example/wp-json/>"}


def test_a_seed_is_what_a_store_answers(sides: tuple[MockSide, MockSide]) -> None:
    seed = seed_of(sides[1])
    assert [product["id"] for product in seed["products"]] == [10]
    assert [customer["username"] for customer in seed["customers"]] == ["admin"]
    json.dumps(seed)


def test_lists_are_brought_level_record_by_record(sides: tuple[MockSide, MockSide]) -> None:
    """What one side alone has goes there, what both show differently goes on both, the rest stays."""
    there, here = sides
    walk = Walk(there, here, Pool(Random(0)))
    same, faulty = (Step("POST", "/products/tags", [], {"name": name}) for name in ("Oak", "Elm"))
    for step in (same, faulty):
        walk.exchange(step)
    for side, name in ((there, "Ash"), (here, "Fir"), (here, "Yew")):
        MockSide.send(side, Step("POST", "/products/tags", [], {"name": name}))
    elm = next(tag["id"] for tag in here.send(Step("GET", "/products/tags")).body if tag["name"] == "Elm")
    here.send(Step("PUT", f"/products/tags/{elm}", [], {"slug": "other"}))
    found, *level = walk.walk([Step("GET", "/products/tags")])
    assert found.found.level == "values"
    assert [(one.step.method, one.theirs.status, one.ours.status) for one in level] == [
        ("DELETE", 200, 200),
        ("DELETE", 200, 404),
    ]
    (again,) = walk.walk([Step("GET", "/products/tags")])
    assert [tag["name"] for tag in again.theirs.body] == [tag["name"] for tag in again.ours.body] == ["Oak"]


def test_where_only_the_number_differs_a_longer_list_tells_which(sides: tuple[MockSide, MockSide]) -> None:
    there, here = sides
    walk = Walk(there, here, Pool(Random(0)))
    walk.exchange(Step("POST", "/products/tags", [], {"name": "Oak"}))
    here.send(Step("POST", "/products/tags", [], {"name": "Pine"}))
    first = Step("GET", "/products/tags", [("per_page", 1)])
    _, census = walk.walk([first])
    assert (census.step.query, census.step.level) == ([("per_page", 100)], True)
    (again,) = walk.walk([first])
    assert not again.found.headers


def test_bulk_requests_of_the_legacy_api_are_paired_row_by_row() -> None:
    there, here = (MockSide(SEED, URL, "/wc-api/v3", KEYS) for _ in range(2))
    there.store.state.reserve("posts", 500)
    walk = Walk(there, here, pool := Pool(Random(0)))
    rows = [{"title": "Mug", "regular_price": "1"}, {"regular_price": "1"}]
    done = walk.exchange(Step("POST", "/products/bulk", [], {"products": rows}))
    number, other = (answer.body["products"][0]["id"] for answer in (done.theirs, done.ours))
    assert (walk.pairs.here.ours("post", number), pool.collections["/products"]) == (other, [f"«post:{number}»"])
    assert not done.found.level
    there.store.close()
    here.store.close()


def test_records_that_no_request_told_of_are_known_by_a_list(sides: tuple[MockSide, MockSide]) -> None:
    """Such as an order that a refusal left behind, on both sides."""
    there, here = sides
    for name in ("Oak", "Elm"):
        for side in sides:
            MockSide.send(side, Step("POST", "/products/tags", [], {"name": name}))
    walk = Walk(there, here, Pool(Random(0)))
    done = walk.exchange(Step("GET", "/products/tags"))
    known = [(tag["id"], walk.pairs.here.ours("term", tag["id"])) for tag in done.theirs.body]
    assert known == [(tag["id"], other["id"]) for tag, other in zip(done.theirs.body, done.ours.body, strict=True)]
    assert all(one != other for one, other in known)


def test_numbers_of_records_are_compared_by_pair_wherever_they_stand() -> None:
    """In keys, and in an object that PHP makes of a list with gaps."""
    pairs = {("shipping_class_id", 50, 52), ("product_categories", 34, 35)}

    def held(theirs: Any, ours: Any) -> Comparison:
        return Comparison(Answer(200, {}, theirs), Answer(200, {}, ours), lambda *pair: pair in pairs)

    costs = [{f"class_cost_{n}": {"id": f"class_cost_{n}", "value": value}} for n, value in ((50, "5"), (52, "5"))]
    assert not held(*costs).level
    assert held({"product_categories": {"0": 34}}, {"product_categories": {"0": 35}}).level == ""
    assert held({"product_categories": {"0": 34}}, {"product_categories": {"0": 36}}).level == "values"
    assert held({"class_cost_50": {}}, {"class_cost_53": {}}).level == "shape"
