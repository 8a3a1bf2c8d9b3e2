"""Tests that a user writes for a program of his own, with the fixtures of this package and with faults."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wooclient import BatchInterrupted, RateLimited, ServerError, WooClient, WooError
from wooclient.mock import MockStore

# In a project of one's own the fixtures are there once the package is installed.
from wooclient.mock.pytest_plugin import woo_client, woo_store

__all__ = ["woo_client", "woo_store"]

# --- the program ---


def open_total(woo: WooClient) -> Decimal:
    """What customers still owe."""
    return sum((order.total for order in woo.orders.iter(status=["pending", "on-hold"])), Decimal())


def status_line(woo: WooClient) -> str:
    """One line for a screen in the office."""
    try:
        return f"{open_total(woo)} open"
    except RateLimited as error:
        return f"too many requests, again in {error.retry_after or 60:.0f} s"
    except ServerError as error:
        return f"the shop is down ({error.status})"
    except WooError as error:
        return f"something is wrong: {type(error).__name__}"


def make_tags(woo: WooClient, names: list[str]) -> list[str]:
    """Make tags. Gives the names of which nothing is known, to be looked at by somebody."""
    try:
        woo.products.tags.batch(create=[{"name": name} for name in names])
    except BatchInterrupted as error:
        return [item["name"] for item in error.unknown.get("create", [])]
    return []


# --- the user's tests ---


@pytest.fixture
def impatient(woo_client: WooClient) -> WooClient:
    return woo_client.with_options(max_retries=0)


def test_what_is_open(woo_client: WooClient) -> None:
    before = open_total(woo_client)
    woo_client.orders.create(status="on-hold", fee_lines=[{"name": "Deposit", "total": "20.00"}])
    assert open_total(woo_client) == before + 20


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("rate_limited", "too many requests, again in 90 s"),
        ("html_error", "the shop is down (500)"),
        ("overloaded", "the shop is down (503)"),
        ("waf_403", "something is wrong: PermissionDenied"),
        ("drop_connection", "something is wrong: ConnectionFailed"),
    ],
)
def test_the_screen_says_what_is_wrong(woo_store: MockStore, impatient: WooClient, fault: str, told: str) -> None:
    woo_store.fault(fault, route="/orders", retry_after=90)
    assert status_line(impatient) == told
    woo_store.heal()
    assert status_line(impatient).endswith(" open")


def test_a_moment_of_too_much_goes_by(woo_store: MockStore, woo_client: WooClient) -> None:
    woo_store.fault("rate_limited", times=1, retry_after=0)
    assert make_tags(woo_client, ["new", "newer"]) == []
    assert {"new", "newer"} <= {tag.name for tag in woo_client.products.tags.iter()}


@pytest.mark.parametrize(("fault", "made"), [("lost_answer", True), ("drop_connection", False)])
def test_tags_of_which_nothing_is_known(woo_store: MockStore, woo_client: WooClient, fault: str, made: bool) -> None:
    woo_store.fault(fault, route="/tags/batch")
    assert make_tags(woo_client, ["new"]) == ["new"]
    assert ("new" in {tag.name for tag in woo_client.products.tags.iter()}) is made
