"""A batch that is stopped, by whatever: what came back stays available, and what is left can be given again."""

from __future__ import annotations

import asyncio
import itertools
import json
import signal
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args

import httpx
import pytest

from fake_store import URL, Session, ok
from wooclient import (
    CLEAR,
    AsyncWooClient,
    BatchInterrupted,
    BatchOutcome,
    ItemError,
    NotFound,
    Operation,
    UnexpectedAnswer,
    fixtures,
    operations,
)
from wooclient._runtime.batch_run import BatchRun
from wooclient._runtime.inputs import arguments, body_items, clears, hints_of, typed_dict
from wooclient._runtime.reuse import given_again

TAG: dict[str, Any] = fixtures.load("v3", "products.tags.get")
PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
Make = Callable[..., Session]


def tags(request: httpx.Request) -> httpx.Response:
    """Carries a batch of tags out; one that is called `taken` is refused."""
    body = json.loads(request.content)
    found: dict[str, list[Any]] = {}
    for part, items in body.items():
        for item in items:
            number = item if isinstance(item, int) else item.get("id", 700)
            name = item.get("name", "old") if isinstance(item, dict) else "old"
            refused = {"id": number, "error": {"code": "term_exists", "message": "no", "data": None}}
            found.setdefault(part, []).append(refused if name == "taken" else {**TAG, "id": number, "name": name})
    return ok(found)


def bulk(request: httpx.Request) -> httpx.Response:
    """Carries out a bulk request of the legacy API."""
    ((name, items),) = json.loads(request.content).items()
    one: dict[str, Any] = fixtures.load("legacy-v3", f"{name}.get")[name.removesuffix("s")]
    return ok({name: [{**one, "id": item.get("id", 700), "code": item.get("code", "")} for item in items]})


@pytest.fixture
def session(sessions: Make) -> Make:
    return sessions


def names(count: int) -> list[dict[str, str]]:
    return [{"name": f"t{i}"} for i in range(count)]


class Stop(Exception):
    """What a callback raises to end a batch."""


def test_each_outcome_is_told_as_it_arrives_with_its_item(session: Make) -> None:
    told: list[BatchOutcome[Any]] = []
    steps: list[int] = []
    shop = session(tags)
    creates: list[Any] = [*names(120), {"name": "taken"}]
    call = shop.woo.products.tags.batch(
        create=creates, delete=[5], on_outcome=told.append, on_progress=lambda done, total: steps.append(len(told))
    )
    result = shop.wait(call)
    assert steps == [100, 122]
    assert [one.result for one in told] == list(result)
    assert [(one.part, one.index) for one in told] == [*(("create", i) for i in range(121)), ("delete", 0)]
    assert all(one.item is item for one, item in zip(told, [*creates, 5], strict=True))
    assert [one.index for one in told if one.error] == [120]
    assert isinstance(told[120].error, ItemError)


@pytest.mark.parametrize("callback", ["on_progress", "on_outcome"])
def test_what_a_callback_raises_passes_through_and_carries_what_was_done(session: Make, callback: str) -> None:
    def stop(*about: Any) -> None:
        if callback == "on_progress" or about[0].index == 150:
            raise Stop

    shop = session(tags)
    with pytest.raises(Stop) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(250), **{callback: stop}))
    stopped = BatchInterrupted.of(caught.value)
    assert stopped is not None
    done = 100 if callback == "on_progress" else 200
    assert [tag.name for tag in stopped.done.create] == [f"t{i}" for i in range(done)]
    assert (stopped.unsent, stopped.unknown, stopped.cause) == ({"create": names(250)[done:]}, {}, None)
    assert len(shop.requests) == done // 100
    assert f"stopped after {done} of 250 items" in caught.value.__notes__[0]


def test_an_error_of_another_call_in_a_callback_is_not_that_of_the_batch(session: Make) -> None:
    def look(outcome: BatchOutcome[Any]) -> None:
        raise NotFound("not there", status=404)

    shop = session(tags)
    with pytest.raises(NotFound) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(3), on_outcome=look))
    stopped = BatchInterrupted.of(caught.value)
    assert stopped is not None
    assert (len(stopped.done), stopped.unknown) == (3, {})


@pytest.mark.parametrize("concurrency", [1, 2])
@pytest.mark.parametrize("kind", ["send", "answer"])
def test_what_a_hook_raises_carries_what_was_done(session: Make, kind: str, concurrency: int) -> None:
    numbers = itertools.count(1)

    def hook(event: Any) -> None:
        if event.kind == kind and next(numbers) == 2:
            raise Stop

    shop = session(tags, hooks=[hook])
    with pytest.raises(Stop) as caught:
        shop.wait(shop.woo.products.tags.batch(create=names(300), concurrency=concurrency))
    stopped = BatchInterrupted.of(caught.value)
    assert stopped is not None
    # Of the request whose hook raised, nobody knows; with two at a time it can be any.
    assert len(stopped.unknown["create"]) == 100
    assert len(stopped.outcomes) + 100 + len(stopped.unsent.get("create", [])) == 300


@pytest.mark.parametrize("concurrency", [1, 3])
def test_ctrl_c_keeps_what_came(concurrency: int) -> None:
    """With several threads at work the signal reaches the one that waits, and those under way are not awaited."""
    numbers, over, told = itertools.count(1), threading.Event(), threading.Event()

    def answer(request: httpx.Request) -> httpx.Response:
        number = next(numbers)
        if number == 2 + concurrency:
            assert told.wait(10)
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        if number > 2:
            over.wait(10)
        return tags(request)

    def tell(done: int, total: int) -> None:
        if done == 200:
            told.set()

    shop, rows = Session("sync", answer), [{"id": i} for i in range(1, 551)]
    try:
        with pytest.raises(KeyboardInterrupt) as caught:
            shop.woo.products.tags.batch(update=rows, concurrency=concurrency, on_progress=tell)
        assert not over.is_set()
    finally:
        over.set()
    stopped = BatchInterrupted.of(caught.value)
    assert stopped is not None
    done = [one.item["id"] for one in stopped.outcomes]
    unknown, unsent = ([item["id"] for item in part["update"]] for part in (stopped.unknown, stopped.unsent))
    assert len(done) == 200
    assert len(unknown) == 100 * concurrency
    assert sorted([*done, *unknown, *unsent]) == list(range(1, 551))


class Slow(httpx.AsyncBaseTransport):
    """Carries out the first requests at once; of the others only begins."""

    def __init__(self, quick: int, at_once: int = 1) -> None:
        self.quick, self.all_begun, self.begun, self.stalled = quick, quick + at_once, 0, asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.begun += 1
        if self.begun == self.all_begun:
            self.stalled.set()
        if self.begun > self.quick:
            await asyncio.Event().wait()
        return tags(request)


@pytest.mark.parametrize("concurrency", [1, 2])
@pytest.mark.parametrize("way", ["cancel", "timeout", "wait_for"])
def test_a_batch_that_is_cancelled_keeps_what_came(way: str, concurrency: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BatchOutcome[Any]] = []
    transport = Slow(quick=2, at_once=concurrency)

    async def run() -> BaseException:
        woo = AsyncWooClient(URL, key="ck_1", secret="cs_2", transport=transport)

        def batch() -> Any:
            rows: Any = names(450)
            return woo.products.tags.batch(create=rows, on_outcome=told.append, concurrency=concurrency)

        async def limited() -> None:
            async with asyncio.timeout(3600):
                await batch()

        async def let_time_pass() -> None:
            await transport.stalled.wait()
            loop, before = asyncio.get_running_loop(), asyncio.get_running_loop().time
            monkeypatch.setattr(loop, "time", lambda: before() + 7200)

        passing = asyncio.create_task(let_time_pass()) if way != "cancel" else None
        try:
            if way == "timeout":
                await limited()
            elif way == "wait_for":
                await asyncio.wait_for(batch(), 3600)
            else:
                task = asyncio.create_task(batch())
                await transport.stalled.wait()
                task.cancel("enough")
                await task
        except (TimeoutError, asyncio.CancelledError) as error:
            return error
        finally:
            assert passing is None or passing.done()
        raise AssertionError

    error = asyncio.run(run())
    assert isinstance(error, asyncio.CancelledError if way == "cancel" else TimeoutError)
    stopped = BatchInterrupted.of(error)
    assert stopped is not None
    assert len(stopped.outcomes) == len(told) == 200
    assert stopped.unknown == {"create": names(450)[200 : 200 + 100 * concurrency]}
    assert stopped.unsent == {"create": names(450)[200 + 100 * concurrency :]}


def test_ctrl_c_in_asyncio_run_keeps_what_came() -> None:
    transport = Slow(quick=1)

    async def run() -> None:
        woo = AsyncWooClient(URL, key="ck_1", secret="cs_2", transport=transport)
        batch = asyncio.ensure_future(woo.products.tags.batch(create=names(150)))  # type: ignore[arg-type,typeddict-item]
        await transport.stalled.wait()
        signal.raise_signal(signal.SIGINT)
        await batch

    with pytest.raises(KeyboardInterrupt) as caught:
        asyncio.run(run())
    stopped = BatchInterrupted.of(caught.value)
    assert stopped is not None
    assert (len(stopped.done), len(stopped.unknown["create"])) == (100, 50)


def test_other_errors_end_no_batch() -> None:
    circle = ValueError("a")
    circle.__context__ = KeyError("b")
    circle.__context__.__context__ = circle
    assert BatchInterrupted.of(circle) is None
    assert BatchInterrupted.of(None) is None


# What is left, as JSON


def test_what_is_left_goes_through_a_file(session: Make) -> None:
    brand = {"id": 4, "name": "tag"}
    rows: list[Any] = [
        {"id": 1, "regular_price": Decimal("12.50"), "date_on_sale_from": datetime(2027, 1, 2, 3, 4, 5)},
        {"id": 2, "date_on_sale_to_gmt": datetime(2027, 6, 1, 2, tzinfo=timezone(timedelta(hours=2)))},
        {"id": 3, "sku": CLEAR, "sale_price": CLEAR, "images": CLEAR, "date_on_sale_to": CLEAR},
        {"id": 4, "extra": {"lang": "de", "price": Decimal("1.10"), "until": date(2027, 1, 1)}},
        {"id": 5, "tags": ({"id": number} for number in (1, 2))},
        {"id": 6, "dimensions": {"width": Decimal("3"), "extra": {"widht": "x"}}},
        {"id": 7, "meta_data": [{"key": "a", "value": {"deep": [Decimal("1.5")]}}], "tags": [brand]},
    ]
    rows[4]["tags"] = list(rows[4]["tags"])
    shop = session(lambda _: httpx.Response(503, text="down"))
    with pytest.raises(BatchInterrupted) as caught:
        shop.wait(shop.woo.products.batch(update=rows, delete=[8], extra={"dry": True}))
    text = json.dumps(caught.value.unknown)
    assert json.loads(text) == caught.value.unknown
    kept = {**PRODUCT, "regular_price": "12.50"}
    shop.answer = lambda request: ok(
        {"update": [{**kept, "id": i} for i in range(1, 8)], "delete": [{**kept, "id": 8}]}
    )
    result = shop.wait(shop.woo.products.batch(**json.loads(text)))
    assert [one.id for one in result] == list(range(1, 9))
    first, again = shop.bodies
    assert again == first
    assert first["dry"] is True
    assert first["update"][0]["regular_price"] == "12.50"
    assert first["update"][1]["date_on_sale_to_gmt"] == "2027-06-01T00:00:00"
    assert first["update"][3] == {"id": 4, "lang": "de", "price": "1.10", "until": "2027-01-01"}
    assert first["update"][5] == {"id": 6, "dimensions": {"width": "3", "widht": "x"}}


def test_models_inside_of_items_go_through_a_file(session: Make) -> None:
    shop = session(lambda _: ok(PRODUCT))
    product = shop.wait(shop.woo.products.get(1))
    shop.answer = lambda _: httpx.Response(401, json={"code": "woocommerce_rest_cannot_view", "message": "no"})
    rows: list[Any] = [{"id": 1, "images": product.images, "categories": product.categories, "meta_data": []}]
    for _ in range(2):
        with pytest.raises(BatchInterrupted) as caught:
            shop.wait(shop.woo.products.batch(update=rows))
        rows = json.loads(json.dumps(caught.value.unsent))["update"]
    assert shop.bodies[0] == shop.bodies[1]
    assert shop.bodies[0]["update"][0]["images"]


def many(version: str) -> list[Operation[Any]]:
    return [o for o in operations(version) if o.batch_limit]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_emptied_field_of_every_batch_can_be_given_again(version: str) -> None:
    """Also with a name beside it that only a plugin knows, at every depth."""
    assert len(many(version)) == {"v3": 16, "v2": 15, "v1": 11, "legacy-v3": 4, "legacy-v2": 3, "legacy-v1": 0}[version]
    for operation in many(version):
        kind = operation.body_type()
        lists = {"": kind} if operation.shape == "items" else {p: typed_dict(h) for p, h in hints_of(kind).items()}
        for part, item in lists.items():
            if item is None:
                continue
            row = _emptied(item)
            if operation.shape == "items":
                once: Any = body_items(kind, [row], "x")
                assert body_items(kind, _through_json([given_again(one, kind) for one in once]), "x") == once
            else:
                once = arguments(kind, {part: [row], "extra": {"plugin": 1}}, "x")
                assert arguments(kind, _through_json(given_again(once, kind)), "x") == once


def _emptied(kind: Any, depth: int = 0) -> dict[str, Any]:
    """An item whose fields are all emptied, or filled with such items, or left out."""
    found: dict[str, Any] = {"extra": {"a_plugins_own": {"x": 1}}}
    for name, hint in hints_of(kind).items():
        inner = typed_dict(hint)
        if name == "extra":
            continue
        if clears(hint):
            found[name] = CLEAR
        elif inner is not None and depth < 2:
            one = _emptied(inner, depth + 1)
            found[name] = [one] if "Sequence" in str(hint) else {"k": one} if "Mapping" in str(hint) else one
        elif "decimal" in str(hint) and "Annotated" in str(hint):
            found[name] = Decimal("1.50")
        elif "'utc'" in str(hint):
            found[name] = datetime(2027, 1, 1, 12, tzinfo=UTC)
        elif int in get_args(hint) or hint is int:
            found[name] = 3
    return found


def _through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


# The legacy API's one list


@pytest.mark.parametrize("concurrency", [1, 3])
def test_a_bulk_of_any_size(session: Make, concurrency: int) -> None:
    told: list[int] = []
    shop = session(bulk)
    rows: Any = [{"id": i, "code": f"c{i}"} for i in range(1, 221)]
    call = shop.woo.legacy.coupons.bulk(rows, concurrency=concurrency, on_outcome=lambda one: told.append(one.index))
    page = shop.wait(call)
    assert [coupon.id for coupon in page] == list(range(1, 221))
    assert [coupon.code for coupon in page] == [f"c{i}" for i in range(1, 221)]
    assert sorted(told) == list(range(220))
    assert sorted(len(body["coupons"]) for body in shop.bodies) == [20, 100, 100]


def test_a_bulk_that_stops(session: Make) -> None:
    shop = session(lambda request: bulk(request) if len(shop.requests) != 2 else httpx.Response(500, text="fatal"))
    rows: Any = [{"id": i, "amount": Decimal(i), "extra": {"x": 1}} for i in range(1, 221)]
    with pytest.raises(BatchInterrupted, match=r"coupons.bulk stopped after 100 of 220 items: 500") as caught:
        shop.wait(shop.woo.legacy.coupons.bulk(rows))
    error = caught.value
    assert [coupon.id for coupon in error.done] == list(range(1, 101))
    assert error.unknown == [{"id": i, "amount": str(i), "extra": {"x": 1}} for i in range(101, 201)]
    again = shop.wait(shop.woo.legacy.coupons.bulk(_through_json(error.unsent)))
    assert [coupon.id for coupon in again] == list(range(201, 221))
    assert shop.bodies[-1]["coupons"][0] == {"id": 201, "amount": "201", "x": 1}


def test_a_bulk_whose_outcomes_are_too_few_ends_there(session: Make) -> None:
    shop = session(lambda _: ok({"coupons": []}))
    with pytest.raises(BatchInterrupted, match="0 outcomes for 2 items") as caught:
        shop.wait(shop.woo.legacy.coupons.bulk([{"id": 1}, {"id": 2}]))
    assert isinstance(caught.value.cause, UnexpectedAnswer)
    assert json.loads(caught.value.cause.body) == {"coupons": []}
    assert caught.value.unknown == [{"id": 1}, {"id": 2}]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_batch_of_nothing_sends_nothing(version: str) -> None:
    for operation in many(version):
        given: Any = [] if operation.shape == "items" else {}
        assert BatchRun[Any](operation, given).next() is None
