"""Lists and walks: pages, their order, repeats, gaps, ends, and pages fetched ahead."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from threading import Lock
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fake_store import Session, ok
from waiting import wait_until
from wooclient import AsyncWooClient, Page, ServerError, fixtures, operations
from wooclient._runtime.pages import Walk, page_of

TAG: dict[str, Any] = fixtures.load("v3", "products.tags.get")
Make = Callable[..., Session]
(TAGS,) = [o for o in operations("v3") if o.id == "products.tags.list"]


class Shelf:
    """A list of tags that a store pages through; `before` may change it just before an answer."""

    def __init__(self, ids: list[int], *, headers: bool = True) -> None:
        self.ids, self.headers, self.before = ids, headers, list[Callable[[int], object]]()
        self.asked, self.lock = list[int](), Lock()
        self.now = self.most = 0

    def drop(self, gone: list[int]) -> None:
        """Take items off the shelf."""
        self.ids = [i for i in self.ids if i not in gone]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        query = request.url.params
        size, page = int(query["per_page"]), int(query.get("page", 1))
        with self.lock:
            self.asked.append(page)
            self.now += 1
            self.most = max(self.most, self.now)
        for change in self.before:
            change(page)
        with self.lock:
            self.now -= 1
        start = int(query["offset"]) if "offset" in query else (page - 1) * size
        body = [{**TAG, "id": i} for i in self.ids[start : start + size]]
        if not self.headers:
            return ok(body)
        return ok(body, x_wp_total=str(len(self.ids)), x_wp_totalpages=str(-(-len(self.ids) // size)))


@pytest.fixture
def session(sessions: Make) -> Make:
    return sessions


def ids(session: Session, **given: Any) -> list[int]:
    return [tag.id for tag in session.all(session.woo.products.tags.iter(**given))]


def test_a_page_holds_items_totals_and_links_without_keys(session: Make) -> None:
    link = (
        "<https://shop.example/wp-json/wc/v3/products/tags?page=1&consumer_key=ck_abc&consumer_secret=cs_def>; "
        'rel="prev", '
        '<https://shop.example/wp-json/wc/v3/products/tags?page=3>; rel="next", '
        '<https://shop.example/wp-json/>; rel="https://api.w.org/"'
    )
    shop = session(lambda _: ok([TAG], x_wp_total="21", x_wp_totalpages="3", link=link))
    page = shop.wait(shop.woo.products.tags.list(page=2))
    assert (page.total, page.total_pages, len(page), page[0].id) == (21, 3, 1, TAG["id"])
    assert set(page.links) == {"prev", "next"}
    assert "cs_def" not in str(page.links)
    assert "ck_abc" not in str(page.links)
    assert repr(page).startswith("<Page 1 of 21 items")


@pytest.mark.parametrize("prefix", ["x-wp", "x-wc"])
def test_totals_come_from_both_kinds_of_headers(prefix: str) -> None:
    page = page_of([1], {f"{prefix}-total": "7", f"{prefix}-totalpages": "4"})
    assert (page.total, page.total_pages) == (7, 4)


def test_missing_or_odd_totals_are_none() -> None:
    assert page_of([1], {"x-wp-total": "many"}) == Page((1,), None, None)


@pytest.mark.parametrize("headers", [True, False])
@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("count", [0, 1, 3, 9, 10])
def test_a_walk_gives_everything_once_in_order(session: Make, count: int, prefetch: int, headers: bool) -> None:
    shelf = Shelf(list(range(1, count + 1)), headers=headers)
    assert ids(session(shelf), per_page=3, prefetch=prefetch) == shelf.ids


def test_a_walk_asks_for_full_pages_by_id_unless_told_otherwise(session: Make) -> None:
    shop = session(Shelf([1, 2]))
    ids(shop)
    ids(shop, orderby="name")
    ids(shop, order="desc", per_page=5)
    assert shop.queries[0] == {"per_page": "100", "orderby": "id", "order": "asc", "page": "1"}
    assert shop.queries[1] == {"per_page": "100", "orderby": "name", "page": "1"}
    assert shop.queries[2] == {"per_page": "5", "order": "desc", "page": "1"}


@pytest.mark.parametrize("kind", ["products", "orders", "coupons"])
def test_a_walk_of_v1_is_not_misled_by_the_parameter_filter(session: Make, kind: str) -> None:
    shop = session(lambda _: ok([]))
    first = {"per_page": "100", "orderby": "id", "order": "asc", "page": "1"}
    shop.all(getattr(shop.woo.v1, kind).iter())
    shop.all(getattr(shop.woo.v1, kind).iter(filter={"meta_key": "colour"}))
    walked = [query for query in shop.queries if "page" in query]  # beside it, the store is asked how it keeps orders
    assert walked == [first, {**first, "filter[meta_key]": "colour"}]


def test_a_walk_requests_nothing_before_items_are_taken() -> None:
    shop = Session("sync", Shelf(list(range(1, 10))))
    walk = shop.woo.products.tags.iter(per_page=3)
    assert not shop.requests
    assert [next(walk).id for _ in range(3)] == [1, 2, 3]
    assert len(shop.requests) == 1


@pytest.mark.parametrize("prefetch", [0, 4])
def test_what_is_put_in_front_makes_no_item_come_twice(session: Make, prefetch: int) -> None:
    shelf = Shelf(list(range(10, 30)))
    shelf.before.append(lambda page: shelf.ids.insert(0, 5) if page == 2 and 5 not in shelf.ids else None)
    found = ids(session(shelf), per_page=5, orderby="name", prefetch=prefetch)
    assert len(found) == len(set(found))
    assert set(range(10, 30)) <= set(found)


@pytest.mark.parametrize("prefetch", [0, 4])
def test_what_is_taken_away_makes_no_other_item_disappear(session: Make, prefetch: int) -> None:
    shelf = Shelf(list(range(1, 41)))
    gone = [1, 2, 3, 4, 5, 6, 7]
    shelf.before.append(lambda page: shelf.drop(gone) if page == 4 else None)
    found = ids(session(shelf), per_page=5, prefetch=prefetch)
    assert set(range(8, 41)) <= set(found)
    assert len(found) == len(set(found))


def test_a_walk_whose_items_leave_while_fewer_come_misses_none(session: Make) -> None:
    shelf = Shelf(list(range(1, 31)))
    gone = {2: [1, 2, 3, 4], 3: [5, 6], 4: [7, 8, 9]}

    def change(page: int) -> None:
        for i in [i for i in gone.pop(page, []) if i in shelf.ids]:
            shelf.drop([i])
            shelf.ids += [100 + i] if i % 3 else []

    shelf.before.append(change)
    found = ids(session(shelf), per_page=3)
    assert set(range(10, 31)) <= set(found)
    assert found == sorted(set(found))


def test_a_walk_that_takes_its_items_off_the_list_is_not_left_early() -> None:
    shelf, found = Shelf(list(range(1, 401))), list[int]()
    for tag in Session("sync", shelf).woo.products.tags.iter(per_page=2):
        found.append(tag.id)
        shelf.drop([tag.id])
    assert found == list(range(1, 401))


def test_a_total_that_flickers_does_not_keep_a_walk_for_ever(session: Make) -> None:
    count = iter(range(10**6))

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        return ok([{**TAG, "id": page}], x_wp_total=str(3000 - next(count) % 2), x_wp_totalpages="3000")

    shop = session(answer)
    walk = shop.woo.products.tags.iter(per_page=1, page=2801)
    assert [tag.id for tag in shop.all(walk)] == list(range(2801, 3001))
    assert len(shop.requests) <= 200 + 2 * 100 + 1


def test_short_pages_in_the_middle_do_not_end_a_walk_that_knows_its_pages(session: Make) -> None:
    pages = {"1": [1, 2], "2": [3], "3": [4, 5]}

    def answer(request: httpx.Request) -> httpx.Response:
        return ok([{**TAG, "id": i} for i in pages[request.url.params["page"]]], x_wp_total="6", x_wp_totalpages="3")

    assert ids(session(answer), per_page=2) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("prefetch", [0, 3])
def test_a_list_that_grows_is_walked_to_its_new_end(session: Make, prefetch: int) -> None:
    shelf = Shelf(list(range(1, 5)))
    shelf.before.append(lambda page: shelf.ids.extend(range(5, 12)) if page == 2 and len(shelf.ids) < 5 else None)
    assert ids(session(shelf), per_page=2, prefetch=prefetch) == list(range(1, 12))


@pytest.mark.parametrize("prefetch", [0, 3])
def test_a_store_that_ignores_the_page_ends_the_walk(session: Make, prefetch: int) -> None:
    shop = session(lambda _: ok([{**TAG, "id": i} for i in (1, 2)]))
    assert ids(shop, per_page=2, prefetch=prefetch) == [1, 2]


@pytest.mark.parametrize("headers", [True, False])
def test_an_offset_moves_on_in_place_of_the_page(session: Make, headers: bool) -> None:
    shelf = Shelf(list(range(1, 12)), headers=headers)
    assert ids(session(shelf), per_page=3, offset=4) == list(range(5, 12))


def test_a_walk_can_begin_at_a_later_page(session: Make) -> None:
    assert ids(session(Shelf(list(range(1, 8)))), per_page=2, page=3) == [5, 6, 7]


@pytest.mark.parametrize("given", [{"per_page": "3"}, {"page": True}, {"offset": "2"}])
def test_a_size_that_is_no_number_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="pass an int"):
        Walk(TAGS, given)


def test_an_error_comes_when_its_page_is_due(session: Make) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        return ok([{**TAG, "id": page}]) if page < 3 else ok({"code": "x", "message": "y"}, 500)

    for prefetch in (0, 4):
        shop, found = session(answer), list[int]()
        with pytest.raises(ServerError):
            _take(shop, shop.woo.products.tags.iter(per_page=1, prefetch=prefetch), found)
        assert found == [1, 2]


def _take(shop: Session, walk: Any, found: list[int]) -> None:
    if shop.runner is None:
        found.extend(tag.id for tag in walk)
        return

    async def take() -> None:
        async for tag in walk:
            found.append(tag.id)

    shop.run(take())


def test_fetching_ahead_asks_for_several_pages_at_once_and_never_for_more() -> None:
    shelf = Shelf(list(range(1, 41)))
    shelf.before.append(lambda page: page == 1 or wait_until(lambda: shelf.most == 4))
    assert ids(Session("sync", shelf), per_page=2, prefetch=4) == shelf.ids
    assert shelf.most == 4
    assert max(shelf.asked) <= 20


def test_fetching_ahead_is_bounded_by_what_is_taken() -> None:
    shelf = Shelf(list(range(1, 1001)))
    walk = Session("sync", shelf).woo.products.tags.iter(per_page=1, prefetch=4)
    assert [next(walk).id for _ in range(10)] == list(range(1, 11))
    time.sleep(0.02)
    assert max(shelf.asked) <= 18
    walk.close()


def test_async_fetching_ahead_asks_for_several_pages_at_once_and_never_for_more() -> None:
    most = running = 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal most, running
        running += 1
        most = max(most, running)
        for _ in range(20):
            await asyncio.sleep(0)
        running -= 1
        return ok([{**TAG, "id": int(request.url.params["page"])}], x_wp_total="9", x_wp_totalpages="9")

    async def walk() -> list[int]:
        transport = httpx.MockTransport(answer)
        async with AsyncWooClient("https://shop.example", key="ck_1", secret="cs_2", transport=transport) as woo:
            return [tag.id async for tag in woo.products.tags.iter(per_page=1, prefetch=4)]

    assert asyncio.run(walk()) == list(range(1, 10))
    assert most == 4


def test_async_tasks_end_when_a_walk_is_left() -> None:
    shop = Session("async", Shelf(list(range(1, 100))))

    async def leave() -> int:
        walk = shop.woo.products.tags.iter(per_page=1, prefetch=4)
        async for _ in walk:
            break
        await walk.aclose()
        return len(asyncio.all_tasks())

    assert shop.run(leave()) == 1


def test_async_tasks_end_when_the_walk_is_cancelled() -> None:
    shop = Session("async", Shelf(list(range(1, 100))))

    async def slow(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        return ok([])

    shop.woo = type(shop.woo)("https://shop.example", key="ck_1", secret="cs_2", transport=httpx.MockTransport(slow))

    async def cancel() -> int:
        task = asyncio.ensure_future(_first(shop.woo.products.tags.iter(prefetch=4)))
        await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return len(asyncio.all_tasks())

    assert shop.run(cancel()) == 1


async def _first(walk: Any) -> Any:
    async for item in walk:
        return item
    return None


@pytest.mark.parametrize(
    ("when", "sent"),
    [
        (datetime(2026, 3, 1, 12, 0, 0, 999, UTC), {"modified_after": "2026-03-01T11:59:59", "dates_are_gmt": "true"}),
        (
            datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=5))),
            {"modified_after": "2026-03-01T06:59:59", "dates_are_gmt": "true"},
        ),
        ("2026-03-01T12:00:00Z", {"modified_after": "2026-03-01T11:59:59", "dates_are_gmt": "true"}),
        (datetime(2026, 3, 1, 12), {"modified_after": "2026-03-01T11:59:59"}),
        (date(2026, 3, 1), {"modified_after": "2026-02-28T23:59:59"}),
        ("2026-03-01", {"modified_after": "2026-02-28T23:59:59"}),
    ],
)
def test_modified_since_names_the_second_before_in_the_form_the_store_reads(
    session: Make, when: date | str, sent: dict[str, str]
) -> None:
    shop = session(lambda _: ok([]))
    assert shop.all(shop.woo.products.modified_since(when, status="publish")) == []
    (query,) = shop.queries
    assert query == {**sent, "status": "publish", "per_page": "100", "orderby": "id", "order": "asc", "page": "1"}


@pytest.mark.parametrize("when", ["01/02/2026", "2026-W10-1", "2026-03-01T24:00", "", 20260301, datetime(1, 1, 1)])
def test_modified_since_what_is_no_moment_is_refused_with_the_form_that_is(session: Make, when: Any) -> None:
    shop = session(lambda _: ok([]))
    with pytest.raises((ValueError, TypeError), match=r"^modified_since\.when is .*pass a datetime or text"):
        shop.all(shop.woo.products.modified_since(when))
    assert not shop.requests


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(1, 500), unique=True, max_size=40),
    st.integers(1, 7),
    st.sampled_from([0, 2, 5]),
    st.lists(st.tuples(st.integers(1, 8), st.integers(1, 500)), max_size=6),
    st.booleans(),
    st.booleans(),
)
def test_whatever_is_removed_meanwhile_what_stays_is_found(
    start: list[int], size: int, prefetch: int, removals: list[tuple[int, int]], by_id: bool, some_come: bool
) -> None:
    shelf = Shelf(sorted(start) if by_id else start)
    # One at a time and in order, as between two answers nothing is certain.

    def change(page: int) -> None:
        gone = [i for at, i in removals if at == page and i in shelf.ids]
        shelf.drop(gone)
        # Fewer than leave, or the total would not tell.
        shelf.ids += [1000 + i for i in sorted(set(gone))[1:] if some_come and 1000 + i not in shelf.ids]

    shelf.before.append(change)
    walk, found = Walk(TAGS, {"per_page": size}), list[int]()
    ahead: list[tuple[int, Page[Any]]] = []
    while walk.more() or ahead:
        while walk.more() and len(ahead) <= prefetch:
            number, query = walk.ask()
            request = httpx.Request("GET", "https://shop.example", params={k: str(v) for k, v in query.items()})
            answer = shelf(request)
            ahead.append((number, page_of([Item(row["id"]) for row in answer.json()], answer.headers)))
        number, page = ahead.pop(0)
        found += [item.id for item in walk.took(number, page)]
        if walk.turned_back or walk.ended:
            ahead.clear()
    assert len(found) == len(set(found))
    assert set(shelf.ids) & set(start) <= set(found)


class Item:
    """What a walk needs of a record."""

    def __init__(self, number: int) -> None:
        self.id = number


@pytest.mark.parametrize("bound", ["2025-03-15T14:00:00", datetime(2025, 3, 15, 14), date(2025, 3, 15), "2025-03-15"])
def test_shop_time_beside_a_moment_of_a_zone_is_refused(session: Make, bound: Any) -> None:
    """The store would read both as UTC, and records would be missed."""
    shop = session(lambda _: ok([]))
    aware = datetime(2025, 1, 1, tzinfo=UTC)
    for name in ("modified_before", "before", "after"):
        with pytest.raises(ValueError, match=rf"^modified_since\.{name} is .*, which is shop time, and the first"):
            shop.all(shop.woo.orders.modified_since(aware, **{name: bound}))
    shop.all(shop.woo.orders.modified_since(datetime(2025, 1, 1), modified_before=bound))
    shop.all(shop.woo.orders.modified_since(aware, modified_before="2025-03-15T14:00:00+01:00"))
    assert [query["modified_before"][-8:] for query in shop.queries][1:] == ["13:00:00"]
    with pytest.raises(TypeError, match="its first argument is that moment"):
        shop.all(shop.woo.orders.modified_since(aware, modified_after=aware))


def test_a_walk_asks_for_no_more_than_a_page_may_hold() -> None:
    """A list of a plugin may allow less than WooCommerce does."""
    few = next(o for o in operations("v3") if o.id == "products.list")._replace(page_limit=20)
    assert Walk(few, {}).query["per_page"] == 20
    assert Walk(few._replace(page_limit=0), {}).query["per_page"] == 100
    assert Walk(few, {"per_page": 7}).query["per_page"] == 7
