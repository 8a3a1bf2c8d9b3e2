"""Several requests of a batch at a time: what runs side by side, in which order outcomes come, and nothing twice."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fake_store import COLOURS, URL, Session, ok
from wooclient import AsyncWooClient, BatchInterrupted, ServerError, WooClient, fixtures, operations
from wooclient._runtime.batch_run import BatchRun, Chunk
from wooclient._runtime.errors import ConnectionFailed, TooLarge

TAG: dict[str, Any] = fixtures.load("v3", "products.tags.get")
(BATCH,) = [o for o in operations("v3") if o.id == "products.tags.batch"]
#: Longer than any machine needs, so that a test that fails does not hang.
PATIENCE = 20


def carried_out(body: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """What a store answers: the record of each item, its number in its name."""
    return {
        part: [{**TAG, "id": i if isinstance(i, int) else i.get("id", 700), "name": str(_key(i))} for i in items]
        for part, items in body.items()
    }


def _key(item: Any) -> Any:
    return item if isinstance(item, int) else item.get("name") or item.get("id")


def names(count: int) -> list[dict[str, str]]:
    return [{"name": f"t{i}"} for i in range(count)]


def run_batch(colour: str, answer: Callable[[dict[str, Any]], httpx.Response], **arguments: Any) -> Any:
    """A batch of tags at a store that may answer several requests at a time, each in a thread."""
    if colour == "sync":
        transport = httpx.MockTransport(lambda request: answer(json.loads(request.content)))
        with WooClient(URL, key="ck_1", secret="cs_2", transport=transport, max_retries=0) as woo:
            return woo.products.tags.batch(**arguments)

    class Threads(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return await asyncio.to_thread(answer, json.loads(request.content))

    async def run() -> Any:
        async with AsyncWooClient(URL, key="ck_1", secret="cs_2", transport=Threads(), max_retries=0) as woo:
            return await woo.products.tags.batch(**arguments)

    return asyncio.run(run())


@pytest.mark.parametrize("colour", COLOURS)
def test_as_many_requests_are_under_way_as_are_asked_for(colour: str) -> None:
    """Each request waits for three others to begin; the last one of each four is answered first."""
    meeting, lock, now, most = threading.Barrier(4), threading.Lock(), 0, 0
    ended: dict[int, threading.Event] = {i: threading.Event() for i in range(9)}

    def answer(body: dict[str, Any]) -> httpx.Response:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        number = int(body["create"][0]["name"][1:]) // 100
        meeting.wait(PATIENCE)
        if number % 4 < 3:
            assert ended[number + 1].wait(PATIENCE)
        with lock:
            now -= 1
        ended[number].set()
        return ok(carried_out(body))

    told: list[int] = []
    threads: set[int] = set()

    def tell(outcome: Any) -> None:
        told.append(outcome.index)
        threads.add(threading.get_ident())

    result = run_batch(colour, answer, create=names(800), concurrency=4, on_outcome=tell)
    assert [tag.name for tag in result.create] == [f"t{i}" for i in range(800)]
    assert most == 4
    assert sorted(told) == list(range(800))
    assert threads == {threading.get_ident()}  # callbacks are called where the batch was


@pytest.mark.parametrize("colour", COLOURS)
def test_a_failure_begins_no_more_and_awaits_what_is_under_way(colour: str) -> None:
    meeting, failed, seen = threading.Barrier(3), threading.Event(), Counter[str]()

    def answer(body: dict[str, Any]) -> httpx.Response:
        seen.update(item["name"] for item in body["create"])
        meeting.wait(PATIENCE)
        if body["create"][0]["name"] == "t100":
            failed.set()
            return httpx.Response(503, text="overloaded")
        assert failed.wait(PATIENCE)
        return ok(carried_out(body))

    with pytest.raises(BatchInterrupted) as caught:
        run_batch(colour, answer, create=names(900), concurrency=3)
    error = caught.value
    assert isinstance(error.cause, ServerError)
    assert error.unknown == {"create": names(900)[100:200]}
    assert error.unsent == {"create": names(900)[300:]}
    assert [one.index for one in error.outcomes] == [*range(100), *range(200, 300)]
    assert all(one.item["name"] == one.result.name for one in error.outcomes)
    assert max(seen.values()) == 1


@pytest.mark.parametrize("colour", COLOURS)
def test_a_callback_that_raises_ends_the_batch_and_what_is_under_way_is_kept(colour: str) -> None:
    meeting, raised = threading.Barrier(3), threading.Event()

    def answer(body: dict[str, Any]) -> httpx.Response:
        meeting.wait(PATIENCE)
        if body["create"][0]["name"] != "t0":
            assert raised.wait(PATIENCE)
        return ok(carried_out(body))

    def tell(done: int, total: int) -> None:
        raised.set()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        run_batch(colour, answer, create=names(900), concurrency=3, on_progress=tell)
    stopped = BatchInterrupted.of(caught.value)
    assert stopped is not None
    assert [one.index for one in stopped.outcomes] == list(range(300))
    assert (stopped.unknown, stopped.unsent) == ({}, {"create": names(900)[300:]})


@pytest.mark.parametrize("colour", COLOURS)
def test_a_limit_is_learnt_while_several_are_under_way(colour: str) -> None:
    seen = Counter[str]()
    sizes: list[int] = []

    def answer(body: dict[str, Any]) -> httpx.Response:
        sizes.append(len(body["create"]))
        if len(body["create"]) > 30:
            code = "woocommerce_rest_request_entity_too_large"
            return ok({"code": code, "message": "No more than 30 items.", "data": {"status": 413}}, 413)
        seen.update(item["name"] for item in body["create"])
        return ok(carried_out(body))

    result = run_batch(colour, answer, create=names(500), concurrency=4)
    assert [tag.name for tag in result.create] == [f"t{i}" for i in range(500)]
    assert set(seen.values()) == {1}
    assert sum(size > 30 for size in sizes) <= 4


@pytest.mark.parametrize("count", [0, -1])
def test_at_least_one_request_has_to_be_under_way(count: int) -> None:
    shop = Session("sync", lambda _: ok({}))
    with pytest.raises(ValueError, match="from 1"):
        shop.woo.products.tags.batch(create=names(1), concurrency=count)


# The pure course of a batch


def test_parts_are_not_mixed_and_wait_for_each_other() -> None:
    body = {"create": names(3), "update": [{"id": i, "name": "x"} for i in (1, 2, 3)], "delete": [1, 7]}
    run: BatchRun[Any] = BatchRun(BATCH, body, limit=2, concurrency=9)
    order: list[list[dict[str, Any]]] = []
    while chunks := _all_next(run):
        order.append([chunk.body for chunk in chunks])
        for chunk in reversed(chunks):
            run.took(chunk, BATCH.decode(carried_out(chunk.body)))
    assert order == [
        [{"create": names(3)[:2]}, {"create": names(3)[2:]}],
        [{"update": body["update"][:2]}, {"update": body["update"][2:]}],
        [{"delete": [1, 7]}],
    ]


def test_two_requests_are_never_about_the_same_record() -> None:
    updates = [{"id": i, "name": f"n{k}"} for k, i in enumerate((1, 2, 1, 3, 4, 2, "1"))]
    run: BatchRun[Any] = BatchRun(BATCH, {"update": updates}, limit=2, concurrency=9)
    order: list[list[list[int]]] = []
    while chunks := _all_next(run):
        order.append([[int(item["name"][1:]) for item in chunk.body["update"]] for chunk in chunks])
        for chunk in chunks:
            run.took(chunk, BATCH.decode(carried_out(chunk.body)))
    assert order == [[[0, 1]], [[2, 3], [4, 5]], [[6]]]


def _all_next(run: BatchRun[Any]) -> list[Chunk]:
    found: list[Chunk] = []
    while (chunk := run.next()) is not None:
        found.append(chunk)
    return found


@settings(max_examples=200, deadline=None)
@given(st.data(), st.integers(1, 6), st.integers(1, 9), st.integers(1, 9))
def test_each_item_is_sent_once_and_is_done_unknown_or_unsent(
    data: st.DataObject, concurrency: int, known: int, true: int
) -> None:
    """Whatever is answered first, and whatever fails."""
    ids = data.draw(st.lists(st.integers(1, 12), max_size=30))
    body = {
        "create": names(data.draw(st.integers(0, 30))),
        "update": [{"id": number, "name": f"u{k}"} for k, number in enumerate(ids)],
        "delete": data.draw(st.lists(st.integers(1, 12), max_size=9)),
    }
    told: list[tuple[str, int]] = []
    run: BatchRun[Any] = BatchRun(
        BATCH, body, limit=known, concurrency=concurrency, on_outcome=lambda one: told.append((one.part, one.index))
    )
    under_way: list[Chunk] = []
    arrived = Counter[str]()
    updates: list[tuple[int, int]] = []
    while True:
        under_way += _all_next(run)
        if not under_way:
            break
        assert len(under_way) <= concurrency
        chunk = under_way.pop(data.draw(st.integers(0, len(under_way) - 1)))
        size = sum(map(len, chunk.body.values()))
        if size > true:
            run.failed(chunk, TooLarge("too large", status=413))
            continue
        fault = data.draw(st.sampled_from(["", "", "", "", "", "", "lost", "unsent"]))
        if fault != "unsent":
            arrived.update(_marks(chunk.body))
            updates += [(item["id"], int(item["name"][1:])) for item in chunk.body.get("update", ())]
        if fault:
            run.failed(chunk, ConnectionFailed("gone", sent=fault == "lost"))
        else:
            run.took(chunk, BATCH.decode(carried_out(chunk.body)))
    stopped = run.interrupted()
    done = [_mark(one.part, one.item) for one in stopped.outcomes]
    assert Counter([*done, *_marks(stopped.unknown), *_marks(stopped.unsent)]) == Counter(_marks(body))
    assert arrived == Counter([*done, *_marks(stopped.unknown)])
    assert len(told) == len(done) == len(stopped.done)
    if stopped.cause is not None:
        with pytest.raises(BatchInterrupted):
            run.result()
    else:
        assert len(done) == len(_marks(body))
        assert [tag.name for tag in run.result().create] == [item["name"] for item in body["create"]]
        assert [tag.name for tag in run.result().update] == [item["name"] for item in body["update"]]
    for number in set(ids):
        # Changes of one record arrive in their order.
        assert [k for i, k in updates if i == number] == sorted(k for i, k in updates if i == number)


def _marks(body: dict[str, Any]) -> list[str]:
    return [_mark(part, item) for part, items in body.items() for item in items]


def _mark(part: str, item: Any) -> str:
    return f"{part} {json.dumps(item)}"


def test_a_second_request_that_fails_is_in_the_log_as_the_first_is_the_cause(caplog: pytest.LogCaptureFixture) -> None:
    run: BatchRun[Any] = BatchRun(BATCH, {"create": names(200)}, concurrency=2)
    first, second = run.next(), run.next()
    assert first is not None
    assert second is not None
    run.failed(first, ServerError("one", status=500))
    assert caplog.messages == []
    run.failed(second, ServerError("two", status=500))
    assert caplog.messages == ["products.tags.batch: another request failed as well: 500: two"]
