"""Lists in slices: together they give each record once, whatever happens in the shop meanwhile."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import pytest

from fake_store import Session, ok
from wooclient import AsyncWooClient, Partition, WooClient, fixtures
from wooclient.mock import MockStore

ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")


def order(number: int, made: str) -> dict[str, Any]:
    return {**ORDER, "id": number, "number": str(number), "date_created": made, "date_created_gmt": made}


#: 57 orders, of which four a day share two seconds.
ORDERS = [order(100 + i, f"2026-01-{1 + i // 4:02}T10:00:{i % 2:02}") for i in range(57)]
IDS = [100 + i for i in range(57)]


@pytest.fixture(scope="module")
def filled() -> Iterator[MockStore]:
    with MockStore(seed={"orders": ORDERS}) as made:
        yield made


@pytest.fixture
def store(filled: MockStore) -> MockStore:
    """A store with the orders, and with nothing of what another test left."""
    filled.reset()
    return filled


@pytest.fixture
def woo(store: MockStore) -> Iterator[WooClient]:
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as made:
        yield made


def ids(partition: Partition[Any], woo: WooClient) -> list[int]:
    return [record.id for record in pickle.loads(pickle.dumps(partition)).iter(woo)]


@pytest.mark.parametrize("n", [1, 2, 5, 57, 80])
def test_slices_by_moments_give_each_record_once(woo: WooClient, n: int) -> None:
    slices = woo.orders.partitions(n)
    found = [ids(one, woo) for one in slices]
    assert sorted(chain(*found)) == IDS
    # Orders of one second stay together: 29 seconds, so no more than 29 slices.
    assert len(slices) == min(n, 29)
    assert all(found)
    if n == 5:
        assert max(map(len, found)) - min(map(len, found)) <= 4


def test_each_slice_names_its_moments_in_utc_and_the_outer_ones_have_no_end(woo: WooClient, store: MockStore) -> None:
    first, second = woo.orders.partitions(2)
    edge = datetime(2026, 1, 8, 10, 0, 0, tzinfo=UTC)
    assert (first.after, first.before, second.after, second.before) == (None, edge, edge, None)
    store.requests.clear()
    ids(second, woo)
    assert "after=2026-01-08T09%3A59%3A59&dates_are_gmt=true" in store.requests[0].query


def test_what_is_made_and_removed_meanwhile_moves_nothing(woo: WooClient) -> None:
    slices = woo.orders.partitions(4)
    seen = ids(slices[0], woo)
    for gone in seen[:5]:
        woo.orders.delete(gone, force=True)
    new = woo.orders.create().id
    rest = list(chain(*(ids(one, woo) for one in slices[1:])))
    assert sorted(seen + rest) == [*IDS, new]


def test_slices_by_ids_where_a_list_knows_no_moments(woo: WooClient, store: MockStore) -> None:
    for i in range(7):
        woo.customers.create(email=f"c{i}@shop.example")
    every = [c.id for c in woo.customers.iter()]
    slices = woo.customers.partitions(3)
    assert [len(one.ids or ()) for one in slices] == [
        len(every) * k // 3 - len(every) * (k - 1) // 3 for k in (1, 2, 3)
    ]
    new = woo.customers.create(email="new@shop.example").id
    woo.customers.delete(every[0], force=True)
    found = list(chain(*(ids(one, woo) for one in slices)))
    assert found == every[1:]
    assert new not in found


def test_many_ids_go_in_several_requests(woo: WooClient, store: MockStore) -> None:
    many = Partition(woo.orders.partitions(1)[0].operation, (), {}, ids=tuple(range(1, 251)))
    store.requests.clear()
    assert len(ids(many, woo)) == 57
    assert [q.query.count("%2C") + 1 for q in store.requests] == [100, 100, 50]


def test_the_filter_of_the_caller_holds_in_each_slice(woo: WooClient, store: MockStore) -> None:
    slices = woo.orders.partitions(3, status=["pending"], fields=["id"])
    assert not list(chain(*(ids(one, woo) for one in slices))) or ORDER["status"] == "pending"
    assert all("status=pending" in request.query for request in store.requests)


def test_a_caller_s_own_moments_leave_slices_by_ids(woo: WooClient) -> None:
    slices = woo.orders.partitions(2, after="2026-01-10T00:00:00")
    assert [i for one in slices for i in one.ids or ()] == IDS[36:]


@pytest.mark.parametrize("name", ["include", "page", "per_page", "offset", "orderby", "order"])
def test_what_slices_are_made_of_cannot_be_passed(woo: WooClient, name: str) -> None:
    with pytest.raises(TypeError, match=f"partitions decides {name} itself"):
        woo.orders.partitions(2, **{name: 1})  # type: ignore[arg-type]


@pytest.mark.parametrize(("n", "error"), [(0, ValueError), (-1, ValueError), (True, TypeError), (2.0, TypeError)])
def test_the_number_of_slices_is_checked(woo: WooClient, n: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="partitions takes"):
        woo.orders.partitions(n)


def test_the_same_with_an_async_client(store: MockStore) -> None:
    async def run() -> list[int]:
        async with AsyncWooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
            slices = await woo.orders.partitions(5)
            return [record.id for one in slices async for record in one.aiter(woo, prefetch=2)]

    assert sorted(asyncio.run(run())) == IDS


def test_a_store_that_tells_no_total_is_cut_by_ids(sessions: Any) -> None:
    def answer(request: Any) -> Any:
        rows = [{"id": i, "date_created_gmt": None} for i in (3, 1, 2)]
        return ok(rows if request.url.params.get("page", "1") == "1" else [])

    shop: Session = sessions(answer)
    slices = shop.wait(shop.woo.products.partitions(2))
    assert [one.ids for one in slices] == [(1,), (2, 3)]


def test_a_draft_without_a_moment_makes_no_edge(sessions: Any) -> None:
    def answer(request: Any) -> Any:
        offset = int(request.url.params.get("offset", 0))
        made = None if offset == 2 else f"2026-01-0{1 + offset}T00:00:00"
        return ok([{"id": 1, "date_created_gmt": made}], 200, x_wp_total="4", x_wp_totalpages="4")

    shop: Session = sessions(answer)
    slices = shop.wait(shop.woo.products.partitions(4))
    second, fourth = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 4, tzinfo=UTC)
    assert [(one.after, one.before) for one in slices] == [(None, second), (second, fourth), (fourth, None)]
