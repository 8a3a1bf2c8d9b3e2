"""Walks and pages of routes that nobody described."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from fake_store import URL, Session, ok
from wooclient import (
    UnexpectedAnswer,
)

Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    return sessions


class Shelf:
    """A list that a plugin's route pages through, without an `id` if `named` is false."""

    def __init__(self, count: int, *, headers: bool, named: bool = True, links: bool = False) -> None:
        self.items = [{"id" if named else "sku": i, "n": 1} for i in range(1, count + 1)]
        self.headers, self.links = headers, links

    def __call__(self, request: httpx.Request) -> httpx.Response:
        size, page = int(request.url.params["per_page"]), int(request.url.params["page"])
        last = -(-len(self.items) // size)
        headers: dict[str, Any] = (
            {"x_wp_total": str(len(self.items)), "x_wp_totalpages": str(last)} if self.headers else {}
        )
        if self.links and page < last:
            headers["link"] = f'<{URL}/wp-json/wc/v3/s?page={page + 1}>; rel="next"'
        return ok(self.items[(page - 1) * size : page * size], **headers)


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("headers", [True, False])
@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("count", [0, 3, 7, 9])
def test_a_walk_gives_everything_once(session: Make, count: int, named: bool, headers: bool, prefetch: int) -> None:
    shelf = Shelf(count, headers=headers, named=named)
    shop = session(shelf)
    walk = shop.woo.request_iter("/wc/v3/s", query={"per_page": 3, "status": ["a", "b"]}, prefetch=prefetch)
    assert shop.all(walk) == shelf.items
    assert [query["status"] for query in shop.queries if query["status"] != "a,b"] == []
    assert len(shop.queries) >= max(1, -(-count // 3))


def test_a_walk_asks_for_full_pages_and_begins_where_it_is_told(session: Make) -> None:
    shop = session(Shelf(250, headers=True))
    assert len(shop.all(shop.woo.request_iter("/wc/v3/s"))) == 250
    assert shop.queries == [{"page": str(i), "per_page": "100"} for i in (1, 2, 3)]
    assert len(shop.all(shop.woo.request_iter("/wc/v3/s?per_page=50&page=3"))) == 150


def test_a_page_has_totals_and_links(session: Make) -> None:
    shop = session(Shelf(5, headers=True, links=True))
    page = shop.wait(shop.woo.request_page("/wc/v3/s?per_page=2&page=1"))
    assert (len(page), page.total, page.total_pages, set(page.links)) == (2, 5, 3, {"next"})
    following = shop.wait(shop.woo.request_page(page.links["next"], query={"per_page": 2}))
    assert [item["id"] for item in following] == [3, 4]


def test_links_alone_keep_a_walk_going_past_a_short_page(session: Make) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        link: dict[str, Any] = {"link": f'<{URL}/wp-json/wc/v3/s?page={page + 1}>; rel="next"'} if page < 3 else {}
        return ok([{"id": page}], **link)

    shop = session(answer)
    assert [item["id"] for item in shop.all(shop.woo.request_iter("/wc/v3/s"))] == [1, 2, 3]


@pytest.mark.parametrize("body", [[{"id": 1}, {"id": 2}], [{"sku": "a"}, {"sku": "b"}], ["a", "b"], [1, 1]])
def test_a_route_that_ignores_the_page_does_not_hold_a_walk(session: Make, body: Any) -> None:
    shop = session(lambda _: ok(body))
    assert shop.all(shop.woo.request_iter("/wc/v3/s", query={"per_page": 2})) == body


def test_an_id_that_names_no_record_drops_nothing(session: Make) -> None:
    rows = [{"id": i // 2, "day": i} for i in range(6)]

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        return ok(rows[(page - 1) * 3 : page * 3], x_wp_total="6", x_wp_totalpages="2")

    shop = session(answer)
    assert shop.all(shop.woo.request_iter("/wc/v3/s", query={"per_page": 3})) == rows


def test_what_is_no_list_is_an_error(session: Make) -> None:
    shop = session(lambda _: ok({"totals": 1}))
    with pytest.raises(UnexpectedAnswer, match="GET /wc-analytics/reports/x"):
        shop.all(shop.woo.request_iter("/wc-analytics/reports/x"))


def test_lists_of_the_legacy_api_stand_under_the_name_of_their_route(session: Make) -> None:
    shop = session(lambda _: ok({"subscriptions": [{"id": 1}]}))
    walk = shop.woo.request_iter("/wc-api/v3/subscriptions", query={"filter": {"q": "a", "limit": 5}})
    assert shop.all(walk) == [{"id": 1}]
    assert shop.queries == [{"page": "1", "filter[limit]": "5", "filter[q]": "a"}]
