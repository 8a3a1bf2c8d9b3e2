"""Parameters as a query string: what PHP reads out of it is what was given."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest

from fake_store import Session, ok
from wooclient._runtime.query import encode, is_left_out, pairs


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"include": [3, 1, 2]}, [("include", "3,1,2")]),
        ({"sku": ["a"]}, [("sku", "a")]),
        ({"sku": ["a,b"]}, [("sku[0]", "a,b")]),
        ({"sku": ["a,b", "c"]}, [("sku[0]", "a,b"), ("sku[1]", "c")]),
        ({"sku": ["c", "a,b"]}, [("sku[0]", "c"), ("sku[1]", "a,b")]),
        ({"sku": ("a", ",")}, [("sku[0]", "a"), ("sku[1]", ",")]),
        ({"sku": "a,b"}, [("sku", "a,b")]),
        ({"filter": {"sku": ["a,b", "c"]}}, [("filter[sku][0]", "a,b"), ("filter[sku][1]", "c")]),
        ({"meta": [{"key": "x", "value": "1,2"}]}, [("meta[0][key]", "x"), ("meta[0][value]", "1,2")]),
        ({"meta": ["x", {"key": "y"}]}, [("meta[0]", "x"), ("meta[1][key]", "y")]),
        ({"a": True, "b": False, "c": 7, "d": ""}, [("a", "true"), ("b", "false"), ("c", "7"), ("d", "")]),
    ],
)
def test_a_list_is_one_text_unless_an_item_holds_a_comma(given: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert pairs(given) == found


def test_the_items_of_a_list_leave_as_they_were_given(sessions: Any) -> None:
    shop: Session = sessions(lambda _: ok([]))
    shop.wait(shop.woo.request("GET", "/wc/v3/products", query={"sku": ["a,b", "c"], "include": [1, 2]}))
    assert shop.requests[0].url.query == b"sku%5B0%5D=a%2Cb&sku%5B1%5D=c&include=1%2C2"


@pytest.mark.parametrize("given", [{"a": None}, {"a": [1, None]}, {"a": {"b": None}}])
def test_none_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="is None; leave a query parameter out instead"):
        pairs(given)


@pytest.mark.parametrize("name", ["include", "status", "filter[include]", "excluded", "not_in_stock"])
@pytest.mark.parametrize("value", [[], [""], [" "], "", ",", " , ", [{}], [[]]])
def test_an_empty_list_that_chooses_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match="would find everything"):
        is_left_out(name, value)


@pytest.mark.parametrize("name", ["exclude", "parent_exclude", "exclude_status", "filter[not_in]", "filter[exclude]"])
def test_an_empty_list_that_takes_away_is_left_out(name: str) -> None:
    assert is_left_out(name, []) is True
    assert is_left_out(name, [1]) is False


@pytest.mark.parametrize("value", [[0], ["0"], "0", [" ", 1], "a"])
def test_what_holds_something_is_not_empty(value: Any) -> None:
    assert is_left_out("include", value) is False


def test_everything_but_unreserved_characters_is_encoded() -> None:
    assert encode([("a[0]", "b c+d&e=f/g~-._ü%")]) == "a%5B0%5D=b%20c%2Bd%26e%3Df%2Fg~-._%C3%BC%25"


@pytest.mark.parametrize(
    ("call", "given"),
    [
        ("products.list", {"sku": ""}),
        ("products.list", {"slug": " "}),
        ("products.iter", {"category": ""}),
        ("coupons.list", {"code": ""}),
        ("customers.list", {"email": ""}),
    ],
)
def test_an_empty_text_is_no_filter_and_refused(answering: Any, call: str, given: dict[str, str]) -> None:
    """An empty cell of a table would choose the first product of the shop."""
    shop: Session = answering([])
    resource, _, method = call.partition(".")
    asked = getattr(getattr(shop.woo, resource), method)
    with pytest.raises(ValueError, match=f"an empty {next(iter(given))} would find everything, as the store takes it"):
        shop.all(asked(**given)) if method == "iter" else shop.wait(asked(**given))
    assert shop.requests == []


@pytest.mark.parametrize(("call", "given"), [
    ("products.list", {"sku": "0"}), ("products.iter", {"search_sku": " 0 "}), ("orders.list", {"product": 0}),
    ("v1.orders.list", {"product": "0"}), ("products.tags.list", {"product": 0}),
])  # fmt: skip
def test_zero_as_a_filter_that_finds_everything_is_refused(answering: Any, call: str, given: dict[str, Any]) -> None:
    shop: Session = answering([])
    *path, method = call.split(".")
    asked = getattr(reduce(getattr, path, shop.woo), method)
    with pytest.raises(ValueError, match="takes for no filter: it would find everything"):
        shop.all(asked(**given)) if method == "iter" else shop.wait(asked(**given))
    assert shop.requests == []


def test_an_empty_search_is_what_a_form_sends_in_which_nothing_was_typed(answering: Any) -> None:
    shop: Session = answering([])
    shop.wait(shop.woo.products.list(search=""))
    assert shop.queries == [{"search": ""}]
