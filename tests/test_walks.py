"""What a walk asks for and where it ends, step by step, without a store; and pages by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, Literal

import pytest

from wooclient import operations
from wooclient._runtime import pages
from wooclient._runtime.pages import Page, Walk, page_of
from wooclient._runtime.prefetch import async_walk_ahead, walk_ahead

(TAGS,) = [o for o in operations("v3") if o.id == "products.tags.list"]
(LEGACY,) = [o for o in operations("legacy-v3") if o.id == "products.list"]


def rows(*ids: Any) -> list[dict[str, Any]]:
    return [{"id": one} for one in ids]


def walk_of(**given: Any) -> Walk:
    return Walk(TAGS, given)


# Pages


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (Page(()), "<Page 0 of ? items>"),
        (Page((7,), 0), "<Page 1 of 0 items: 7>"),
        (Page((7,), 3), "<Page 1 of 3 items: 7>"),
        (Page((7, 8), 3), "<Page 2 of 3 items: 7, …>"),
    ],
)
def test_a_page_shows_how_many_and_the_first(page: Page[int], shown: str) -> None:
    assert repr(page) == shown


def test_a_page_is_like_a_tuple_of_its_items() -> None:
    page = Page((7, 8, 9))
    assert (page[0], page[-1], page[1:], len(page), list(page)) == (7, 9, (8, 9), 3, [7, 8, 9])


@pytest.mark.parametrize("text", ["", " 7", "7.0", "-1", "+1", "²", "٧", "many"])
def test_a_total_is_digits_or_nothing(text: str) -> None:
    assert page_of([1], {"x-wp-total": text, "x-wp-totalpages": "2"}) == Page((1,), None, 2)


def test_links_are_those_around_the_page() -> None:
    link = (
        '<https://a.example/?page=1>; rel="first", <https://a.example/?page=2>;rel=prev, '
        '<https://a.example/?page=4&consumer_key=x>; rel="next", <https://a.example/?page=9> ; rel="last", '
        '<https://a.example/>; rel="up"'
    )
    assert page_of([], {"link": link}).links == {
        "first": "https://a.example/?page=1",
        "prev": "https://a.example/?page=2",
        "next": "https://a.example/?page=4&consumer_key=***",
        "last": "https://a.example/?page=9",
    }


# What a walk asks for


def test_the_query_of_a_walk() -> None:
    walk = walk_of(search="x")
    assert walk.ask() == (1, {"search": "x", "per_page": 100, "orderby": "id", "order": "asc", "page": 1})
    assert walk.ask() == (2, {"search": "x", "per_page": 100, "orderby": "id", "order": "asc", "page": 2})
    assert walk_of(order="desc").ask()[1] == {"order": "desc", "per_page": 100, "page": 1}
    assert walk_of(orderby="slug", per_page=7).ask()[1] == {"orderby": "slug", "per_page": 7, "page": 1}


def test_the_query_of_a_walk_of_the_legacy_api() -> None:
    by_id = {"limit": 100, "orderby": "ID", "order": "ASC"}
    assert Walk(LEGACY, {}).ask() == (1, {"filter": by_id, "page": 1})
    assert Walk(LEGACY, {"filter": {"q": "x", "limit": 7}}).ask()[1] == {
        "filter": {**by_id, "q": "x", "limit": 7},
        "page": 1,
    }
    assert Walk(LEGACY, {"filter": {"order": "DESC"}}).ask()[1] == {
        "filter": {"limit": 100, "order": "DESC"},
        "page": 1,
    }


def test_an_offset_counts_from_the_page_at_which_the_walk_begins() -> None:
    walk = walk_of(offset=4, per_page=3, page=2, order="asc")
    assert walk.ask() == (2, {"offset": 4, "per_page": 3, "order": "asc"})
    assert walk.ask() == (3, {"offset": 7, "per_page": 3, "order": "asc"})
    legacy = Walk(LEGACY, {"filter": {"offset": 4, "limit": 3, "order": "ASC"}})
    assert legacy.ask() == (1, {"filter": {"offset": 4, "limit": 3, "order": "ASC"}})
    assert legacy.ask() == (2, {"filter": {"offset": 7, "limit": 3, "order": "ASC"}})


@pytest.mark.parametrize("odd", ["3", True, 2.0, None])
@pytest.mark.parametrize("name", ["page", "per_page"])
def test_what_counts_pages_is_an_int(name: str, odd: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{name} is .*; pass an int$"):
        walk_of(**{name: odd})


def test_an_order_is_added_only_where_there_is_one() -> None:
    by_id: Callable[..., dict[str, object]] = pages._by_id
    known: dict[str, Any] = {"orderby": Literal["id", "date"] | str, "order": Literal["asc", "desc"]}
    assert by_id(known, {}, "id", "asc") == {"orderby": "id", "order": "asc"}
    assert by_id({"orderby": known["orderby"]}, {}, "id", "asc") == {}
    assert by_id({**known, "orderby": Literal["date"]}, {}, "id", "asc") == {}
    assert by_id({"order": known["order"]}, {}, "id", "asc") == {}
    assert by_id(known, {"order": "desc"}, "id", "asc") == by_id(known, {"orderby": "date"}, "id", "asc") == {}


# Where it ends


@pytest.mark.parametrize(
    ("total", "asked"),
    [(0, 1), (4, 1), (5, 1), (7, 1), (8, 2), (10, 2), (11, 3)],
)
def test_the_total_counts_what_an_offset_skips(total: int, asked: int) -> None:
    walk = walk_of(offset=4, per_page=3)
    number, _ = walk.ask()
    walk.took(number, Page(tuple(rows(1, 2, 3)), total, 9))
    assert walk.more() is (asked > 1)
    assert walk.last == -(-(total - 4) // 3)


def test_the_last_page_is_asked_for_and_none_behind_it() -> None:
    walk = walk_of(per_page=2)
    walk.took(walk.ask()[0], Page(tuple(rows(1)), 3, 2))  # short, as the key may not read all
    assert walk.more()
    walk.took(walk.ask()[0], Page(tuple(rows(2, 3)), 3, 2))
    assert not walk.more()


@pytest.mark.parametrize(
    ("ids", "links", "more"),
    [((1, 2), {}, True), ((1,), {}, False), ((), {}, False), ((1,), {"next": "x"}, True), ((1,), {"prev": "x"}, False)],
)
def test_without_totals_a_short_page_ends_a_walk_unless_a_link_leads_on(
    ids: tuple[int, ...], links: dict[str, str], more: bool
) -> None:
    walk = walk_of(per_page=2)
    walk.took(walk.ask()[0], Page(tuple(rows(*ids)), links=links))
    assert walk.more() is more


@pytest.mark.parametrize("links", [{}, {"next": "x"}])
def test_a_page_that_brings_nothing_new_ends_a_walk_without_totals(links: dict[str, str]) -> None:
    walk = walk_of(per_page=2)
    assert walk.took(walk.ask()[0], Page(tuple(rows(1, 2)), links=links)) == rows(1, 2)
    assert walk.took(walk.ask()[0], Page(tuple(rows(2, 1)), links=links)) == []
    assert not walk.more()
    assert walk.took(walk.ask()[0], Page(tuple(rows(3, 4)))) == [], "it has ended"


@pytest.mark.parametrize(
    ("left", "number"),
    [(31, 4), (30, 4), (29, 3), (27, 3), (26, 2), (24, 2), (23, 1), (1, 1)],
)
def test_a_walk_goes_back_as_far_as_items_can_have_moved(left: int, number: int) -> None:
    walk = walk_of(per_page=3)
    for first in (1, 4, 7):
        walk.took(walk.ask()[0], Page(tuple(rows(first, first + 1, first + 2)), 30, 10))
    assert walk.ask()[0] == 4
    fresh = walk.took(4, Page(tuple(rows(20, 21, 22)), left, 10))
    assert (walk.turned_back, fresh) == ((True, []) if number < 4 else (False, rows(20, 21, 22)))
    assert walk.ask()[0] == (number if number < 4 else 5)


@pytest.mark.parametrize(("first", "again"), [(4, False), (50, True)])
def test_a_walk_goes_further_back_only_if_the_page_begins_with_something_new(first: int, again: bool) -> None:
    walk = walk_of(per_page=3)
    for one in (1, 4, 7):
        walk.took(walk.ask()[0], Page(tuple(rows(one, one + 1, one + 2)), 30, 10))
    walk.took(walk.ask()[0], Page(tuple(rows(20, 21, 22)), 29, 10))
    assert (walk.turned_back, walk.ask()[0]) == (True, 3)
    fresh = walk.took(3, Page(tuple(rows(first, 8, 9)), 29, 10))
    assert (walk.turned_back, fresh) == ((True, []) if again else (False, []))
    assert walk.ask()[0] == (2 if again else 4)


def test_going_back_in_vain_has_an_end() -> None:
    walk = walk_of(per_page=1, page=500)
    walk.took(walk.ask()[0], Page(tuple(rows(1)), 1000, 1000))
    back = 0
    for total in range(999, 0, -1):
        number, _ = walk.ask()
        walk.took(number, Page(tuple(rows(1)), total, 1000))
        back += walk.turned_back
    assert back == 100


# Pages that are fetched ahead


@pytest.mark.parametrize(("last", "held"), [(None, 3), (99, 6)])
def test_twice_as_many_pages_are_held_as_are_fetched_once_the_end_is_known(last: int | None, held: int) -> None:
    """Before, each further one would be a guess."""

    def read(number: Any) -> Page[Any]:
        return Page(tuple(rows(number)), last, last, {"next": "x"})

    async def ask(query: Mapping[str, object]) -> object:
        return query["page"]

    async def begin(walk: Walk) -> None:
        items = async_walk_ahead(walk, ask, read, 3)
        assert await anext(items) == {"id": 1}
        assert walk.number == 2 + held
        await items.aclose()

    walk = walk_of(per_page=1)
    items = walk_ahead(walk, lambda query: query["page"], read, 3)
    assert next(items) == {"id": 1}
    assert walk.number == 2 + held
    asyncio.run(begin(walk_of(per_page=1)))


# What was given already


def test_an_id_is_given_once() -> None:
    seen = pages._Seen()
    ids = [255, 256, 255, 256, 0, 0, 511, 512, 511, 512, 10**15, 10**15]
    lacked = [(seen.lacks({"id": one}), seen.is_new({"id": one})) for one in ids]
    assert lacked == [
        (new, new) for new in (True, True, False, False, True, False, True, True, False, False, True, False)
    ]
    assert [seen.is_new(one) for one in ("a", {"id": "a"}, "b", "255")] == [True, False, True, True]
    assert (seen.lacks("a"), seen.lacks("c")) == (False, True)
    assert len(seen.blocks) == 4, "256 ids take one number"


def test_what_has_no_id_is_always_new_and_never_lacks() -> None:
    for seen in (pages._Seen(), pages._Unknown()):
        for item in ({}, {"id": None}, {"id": 1.5}, object(), 7):
            assert [seen.is_new(item), seen.is_new(item), seen.lacks(item)] == [True, True, False]
    unknown = pages._Unknown()
    assert [unknown.is_new({"id": 1}), unknown.is_new({"id": 1}), unknown.lacks({"id": 2})] == [True, True, False]


@pytest.mark.parametrize(
    ("items", "twice"),
    [
        (rows(1, 2, 1), True),
        (rows(1, "1"), True),
        (rows(1, 2), False),
        (rows(None, None), False),
        ([], False),
        ([1, 1], False),
    ],
)
def test_an_id_that_stands_twice_on_a_page_is_no_name(items: list[Any], twice: bool) -> None:
    walk = walk_of(per_page=3)
    assert walk.took(walk.ask()[0], Page(tuple(items), 9, 3)) == items
    assert isinstance(walk._seen, pages._Unknown) is twice
