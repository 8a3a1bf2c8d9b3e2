"""Lists of customers below `/wc-api/`: by the day when they came, in order, and pages that nobody reaches."""

from __future__ import annotations

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore


@pytest.fixture
def store() -> MockStore:
    """Four customers; the last one came with the second."""
    days = {5: "2024-01-01", 6: "2024-01-02", 7: "2024-01-03", 8: "2024-01-02"}
    return MockStore(
        {
            "customers": [
                {
                    "id": number,
                    "email": f"{number}@a.example",
                    "date_created_gmt": f"{day}T10:00:00",
                    "role": "customer",
                }
                for number, day in days.items()
            ]
        }
    )


def listed(store: MockStore, query: str, version: str = "v3") -> list[int]:
    answer = send(store, "GET", f"/wc-api/{version}/customers", query=query)
    assert answer.status == 200, answer.body
    return [customer["id"] for customer in read(answer)["customers"]]


@pytest.mark.parametrize(
    ("query", "found", "oldest"),
    [
        ("", [5, 6, 8, 7], [5, 6, 8, 7]),
        # v1 reads moments with %h, by a clock of twelve hours, on which there is no midnight.
        ("filter[created_at_min]=2024-01-02", [6, 8, 7], []),
        ("filter[created_at_max]=2024-01-02", [5], []),
        ("filter[created_at_max]=2024-01-02T13:00:00", [5, 6, 8], []),
        ("filter[created_at_min]=2024-01-02T01:00:00", [6, 8, 7], [6, 8, 7]),
        ("filter[created_at_min]=2024-01-02T10:00:00&filter[created_at_max]=2024-01-02T12:00:00", [6, 8], [6, 8]),
    ],
)
def test_by_the_day_when_they_came(store: MockStore, query: str, found: list[int], oldest: list[int]) -> None:
    assert [listed(store, query, version) for version in ("v3", "v2", "v1")] == [found, found, oldest]


@pytest.mark.parametrize(("version", "found"), [("v3", [8, 7, 6, 5]), ("v2", [8, 7, 6, 5]), ("v1", [5, 6, 8, 7])])
def test_only_since_v2_an_order_can_be_asked_for(store: MockStore, version: str, found: list[int]) -> None:
    assert listed(store, "filter[orderby]=id&filter[order]=desc", version) == found


def test_a_page_that_nobody_reaches_is_empty(store: MockStore) -> None:
    """SQLite counts to 2 to the 63rd, less one, as PHP does; test_legacy_pages has what is beyond."""
    assert listed(store, "page=922337203685477580&filter[limit]=10") == []
