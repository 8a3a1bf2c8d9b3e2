"""Batches of any size: the splitter, limits learnt, outcomes in order, nothing sent twice."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fake_store import Session, ok
from wooclient import (
    AuthenticationError,
    BatchError,
    BatchInterrupted,
    ConnectionFailed,
    ItemError,
    RateLimited,
    RequestError,
    ServerError,
    TooLarge,
    fixtures,
    operations,
)
from wooclient._runtime.batch import BatchResult
from wooclient._runtime.batch_run import BatchRun

TAG: dict[str, Any] = fixtures.load("v3", "products.tags.get")
Make = Callable[..., Session]
(BATCH,) = [o for o in operations("v3") if o.id == "products.tags.batch"]
REFUSED = {"code": "woocommerce_rest_term_invalid", "message": "Resource does not exist.", "data": {"status": 404}}


class Store:
    """Carries batches out: refuses too many items, and ids from 900 on; may fail at the n-th request."""

    def __init__(self, limit: int = 100, *, fail_at: int = 0, failure: Any = None) -> None:
        self.limit, self.fail_at, self.failure = limit, fail_at, failure
        self.seen: list[tuple[str, Any]] = []
        self.count = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        items = [(part, item) for part in ("create", "update", "delete") for item in body.get(part, [])]
        if len(items) > self.limit:
            message = f"Unable to accept more than {self.limit} items for this request."
            return ok(
                {"code": "woocommerce_rest_request_entity_too_large", "message": message, "data": {"status": 413}}, 413
            )
        self.count += 1
        if self.count == self.fail_at:
            if isinstance(self.failure, Exception):
                raise self.failure
            status, answer = self.failure
            return ok(answer, status)
        self.seen += items
        outcomes: dict[str, list[Any]] = {}
        for part, item in items:
            number = item.get("id", 0) if isinstance(item, dict) else item
            if part == "delete" and not number:
                continue
            name = item.get("name", "old") if isinstance(item, dict) else "old"
            refused = number >= 900 or name == "taken"
            outcome = {"id": number, "error": REFUSED} if refused else {**TAG, "id": number or 700, "name": name}
            outcomes.setdefault(part, []).append(outcome)
        return ok(outcomes or [])


@pytest.fixture
def session(sessions: Make) -> Make:
    return sessions


def names(count: int) -> list[dict[str, str]]:
    return [{"name": f"t{i}"} for i in range(count)]


def test_a_large_batch_is_split_and_put_together_in_order(session: Make) -> None:
    store = Store()
    shop, steps = session(store), list[tuple[int, int]]()
    updates = [{"id": i, "name": f"u{i}"} for i in range(1, 121)]
    result = shop.wait(
        shop.woo.products.tags.batch(
            delete=[500, 501],
            update=updates,
            create=names(130),
            on_progress=lambda done, total: steps.append((done, total)),
        )
    )
    assert [tag.name for tag in result.create] == [f"t{i}" for i in range(130)]
    assert [tag.id for tag in result.update] == list(range(1, 121))
    assert [tag.id for tag in result.delete] == [500, 501]
    assert [sum(len(v) for v in body.values()) for body in shop.bodies] == [100, 100, 52]
    assert steps == [(100, 252), (200, 252), (252, 252)]
    assert len(result) == 252
    assert "130 create" in repr(result)


def test_an_empty_batch_sends_nothing(session: Make) -> None:
    shop = session(Store())
    assert len(shop.wait(shop.woo.products.tags.batch(create=[]))) == 0
    assert not shop.requests


def test_refused_items_stand_in_their_place(session: Make) -> None:
    shop = session(Store())
    call = shop.woo.products.tags.batch(create=[*names(1), {"name": "taken"}], update=[{"id": 901}], delete=[5, 999])
    result = shop.wait(call)
    refused = result.errors
    assert [(e.part, e.id, e.code) for e in refused] == [
        ("create", None, REFUSED["code"]),
        ("update", 901, REFUSED["code"]),
        ("delete", 999, REFUSED["code"]),
    ]
    assert [tag.id for tag in result.values] == [700, 5]
    assert isinstance(result.create[1], ItemError)
    assert [e.index for e in refused] == [1, 0, 1]
    why = f"{REFUSED['code']}: {REFUSED['message']}"
    told = f"3 of 5 items were refused: create[1]: {why}; update[0] 901: {why}; delete[1] 999: {why}"
    with pytest.raises(BatchError) as caught:
        result.raise_for_errors()
    assert str(caught.value) == told
    assert caught.value.errors == refused
    copy = pickle.loads(pickle.dumps(caught.value))
    assert [str(e) for e in copy.errors] == [str(e) for e in refused]


def test_the_index_of_a_refused_item_counts_the_list_that_was_given_not_the_request(session: Make) -> None:
    shop = session(Store(limit=30))
    updates = [{"id": 950 if i in (4, 61, 119) else i + 1, "name": "u"} for i in range(120)]
    result = shop.wait(shop.woo.products.tags.batch(create=[*names(40), {"name": "taken"}], update=updates))
    assert len(shop.requests) > 4
    assert [(e.part, e.index) for e in result.errors] == [
        ("create", 40),
        ("update", 4),
        ("update", 61),
        ("update", 119),
    ]


def test_items_without_an_answer_have_a_place_too(session: Make) -> None:
    shop = session(lambda _: ok({"create": [TAG]}))
    errors = shop.wait(shop.woo.products.tags.batch(create=names(3))).errors
    assert [str(e).partition(":")[0] for e in errors] == ["create[1]", "create[2]"]


def test_a_result_without_refusals_comes_back_from_raise_for_errors() -> None:
    result: BatchResult[int] = BatchResult([1], [2])
    assert result.raise_for_errors() is result


def test_deletions_that_the_store_passes_over_do_not_move_the_others(session: Make) -> None:
    shop = session(Store())
    result = shop.wait(shop.woo.products.tags.batch(delete=[7, 0, 8]))
    assert [one.code if isinstance(one, ItemError) else one.id for one in result.delete] == [7, "no_answer", 8]


def test_a_smaller_limit_is_learnt_from_a_413_and_kept(session: Make) -> None:
    store = Store(limit=30)
    shop = session(store)
    result = shop.wait(shop.woo.products.tags.batch(create=names(70)))
    assert [tag.name for tag in result.create] == [f"t{i}" for i in range(70)]
    assert [len(body["create"]) for body in shop.bodies] == [70, 30, 30, 10]
    shop.wait(shop.woo.products.tags.batch(create=names(40)))
    assert [len(body["create"]) for body in shop.bodies][4:] == [30, 10]
    assert len(store.seen) == 110


def test_a_413_of_the_web_server_halves_until_it_fits(session: Make) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if len(request.content) > 200:
            return httpx.Response(413, text="<html>413 Request Entity Too Large</html>")
        return store(request)

    store = Store()
    shop = session(answer)
    result = shop.wait(shop.woo.products.tags.batch(create=names(50)))
    assert [tag.name for tag in result.create] == [f"t{i}" for i in range(50)]
    assert [item["name"] for _, item in store.seen] == [f"t{i}" for i in range(50)]
    # An item takes 13 or 14 bytes and the rest 13: 12 fit into 200 bytes, and what fitted is asked for from then on.
    assert [len(body["create"]) for body in shop.bodies] == [50, 25, 12, 12, 12, 12, 2]


@pytest.mark.parametrize(
    ("error", "sizes"),
    [
        (TooLarge("too large", status=413), [100, 50, 25, 12, 6, 3, 1]),
        (
            TooLarge("No more than 30 items.", code="woocommerce_rest_request_entity_too_large", status=413),
            [100, 30, 15, 7, 3, 1],
        ),
        (
            TooLarge("No more than 100 items.", code="woocommerce_rest_request_entity_too_large", status=413),
            [100, 50, 25, 12, 6, 3, 1],
        ),
        (
            TooLarge("No more than 0 items.", code="woocommerce_rest_request_entity_too_large", status=413),
            [100, 50, 25, 12, 6, 3, 1],
        ),
        (TooLarge("No more than 30 items.", code="other", status=413), [100, 50, 25, 12, 6, 3, 1]),
    ],
    ids=["web-server", "says-30", "says-100", "says-0", "another-code"],
)
def test_a_store_that_takes_nothing_is_asked_a_few_times_only(session: Make, error: TooLarge, sizes: list[int]) -> None:
    body = {"code": error.code, "message": error.message} if error.code else {"message": "too large"}
    shop = session(lambda _: ok(body, 413))
    with pytest.raises(BatchInterrupted) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(100)))
    assert [len(body["create"]) for body in shop.bodies] == sizes
    assert (caught.value.unsent, caught.value.unknown) == ({"create": names(100)}, {})


def test_of_two_limits_the_smaller_is_kept() -> None:
    """Two requests are under way: one hears of the limit, the other of the halves of a web server."""
    run: BatchRun[Any] = BatchRun(BATCH, {"create": names(300)}, concurrency=2)
    first, second = run.next(), run.next()
    assert first is not None
    assert second is not None
    run.failed(first, TooLarge("30", code="woocommerce_rest_request_entity_too_large", status=413))
    run.failed(second, TooLarge("too large", status=413))
    assert run.limit == 30
    third = run.next()
    assert third is not None
    assert third.body == {"create": names(30)}


def test_one_item_that_is_too_large_is_an_error(session: Make) -> None:
    shop = session(lambda _: httpx.Response(413, text="too large"))
    with pytest.raises(BatchInterrupted) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(1)))
    assert isinstance(caught.value.cause, TooLarge)
    assert caught.value.unsent == {"create": names(1)}


@pytest.mark.parametrize(
    ("failure", "cause", "unknown"),
    [
        (httpx.ReadError("reset"), ConnectionFailed, True),
        (httpx.ConnectError("refused"), ConnectionFailed, False),
        ((500, "fatal"), ServerError, True),
        ((401, {"code": "woocommerce_rest_cannot_edit", "message": "no"}), AuthenticationError, False),
    ],
)
def test_a_failure_in_the_middle_tells_what_was_done_and_what_is_left(
    session: Make, failure: Any, cause: type[Exception], unknown: bool
) -> None:
    store = Store(fail_at=2, failure=failure)
    shop = session(store)
    with pytest.raises(BatchInterrupted) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(250), delete=[1]))
    error = caught.value
    assert isinstance(error.__cause__, cause)
    assert len(store.seen) == 100
    assert [tag.name for tag in error.done.create] == [f"t{i}" for i in range(100)]
    middle, rest = names(250)[100:200], names(250)[200:]
    assert error.unknown == ({"create": middle} if unknown else {})
    assert error.unsent == {"create": rest if unknown else [*middle, *rest], "delete": [1]}
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.unsent, len(copy.done)) == (error.unsent, 100)
    shop.wait(shop.woo.products.tags.batch(**error.unsent))
    sent = [item["name"] for part, item in store.seen if part == "create"]
    assert len(sent) == len(set(sent)) == (150 if unknown else 250)


@pytest.mark.parametrize("count", [1, 100, 250])
@pytest.mark.parametrize(
    ("failure", "cause", "unknown"),
    [
        (httpx.ReadError("reset"), ConnectionFailed, True),
        ((503, "<html>maintenance</html>"), ServerError, True),
        ((401, {"code": "woocommerce_rest_cannot_view", "message": "no"}), AuthenticationError, False),
        ((429, {"code": "x", "message": "slow"}), RateLimited, False),
    ],
)
def test_the_rule_is_the_same_for_any_number(
    session: Make, count: int, failure: Any, cause: type[RequestError], unknown: bool
) -> None:
    shop = session(Store(fail_at=1, failure=failure))
    with pytest.raises(RequestError) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(count)))
    error = caught.value
    assert type(error) is BatchInterrupted
    assert error.cause is error.__cause__
    assert isinstance(error.cause, cause)
    assert (error.method, error.url) == ("POST", error.cause.url)
    assert (error.status, error.hint) == (getattr(error.cause, "status", 0), getattr(error.cause, "hint", ""))
    assert error.hint in str(error)
    assert str(error) == f"products.tags.batch stopped after 0 of {count} items: {error.cause}"
    first, rest = names(count)[:100], names(count)[100:]
    assert error.unknown == ({"create": first} if unknown else {})
    assert error.unsent == (({"create": rest} if rest else {}) if unknown else {"create": names(count)})
    assert (len(error.done), error.outcomes) == (0, ())
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.unsent, type(copy.cause)) == (str(error), error.unsent, type(error.cause))


def test_a_batch_that_is_stopped_by_a_rate_limit_says_how_long_to_wait(session: Make) -> None:
    shop = session(lambda _: ok({"code": "x", "message": "slow"}, 429, retry_after="900"))
    with pytest.raises(BatchInterrupted) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(3)))
    assert (caught.value.status, caught.value.retry_after) == (429, 900)


def test_no_item_is_sent_if_a_later_one_is_wrong(session: Make) -> None:
    shop = session(Store())
    with pytest.raises(TypeError, match="float"):
        shop.wait(shop.woo.products.batch(create=[*names(150), {"regular_price": 0.1}]))
    assert not shop.requests


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 60),
    st.integers(0, 60),
    st.lists(st.integers(0, 60), max_size=60),
    st.integers(1, 40),
    st.integers(1, 40),
)
def test_the_splitter_sends_each_item_once_and_gives_each_one_outcome(
    creates: int, updates: int, deletes: list[int], known: int, true: int
) -> None:
    store = Store(limit=true)
    body: dict[str, list[Any]] = {
        "create": names(creates),
        "update": [{"id": i + 1, "name": f"u{i}"} for i in range(updates)],
        "delete": deletes,
    }
    run: BatchRun[Any] = BatchRun(BATCH, body, limit=known)
    while (chunk := run.next()) is not None:
        answer = store(httpx.Request("POST", "https://shop.example", json=chunk.body))
        if answer.status_code == 413:
            run.failed(chunk, TooLarge(answer.json()["message"], code=answer.json()["code"], status=413))
        else:
            run.took(chunk, BATCH.decode(answer.content))
    result = run.result()
    expected = (
        [("create", x) for x in body["create"]]
        + [("update", x) for x in body["update"]]
        + [("delete", x) for x in deletes]
    )
    assert store.seen == expected
    assert (len(result.create), len(result.update), len(result.delete)) == (creates, updates, len(deletes))
    assert [getattr(t, "name", "") for t in result.create] == [item["name"] for item in body["create"]]
    assert [t.id for t in result.update] == [item["id"] for item in body["update"]]
    assert [t.id for t in result.delete if not isinstance(t, ItemError)] == [i for i in deletes if i]
