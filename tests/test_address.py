"""Addresses: ids as segments of a path, the address of a store, and where a key may be shown."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from fake_store import Session, ok
from wooclient._runtime.address import front_query, operation_path, path_values, same_origin, store_url


@pytest.mark.parametrize(
    ("id", "path"),
    [
        (7, "/things/7"),
        ("reduced-rate", "/things/reduced-rate"),
        ("a/b", "/things/a%2Fb"),
        ("../orders", "/things/..%2Forders"),
        ("..%2Forders", "/things/..%252Forders"),
        ("...", "/things/..."),
        ("a?force=true", "/things/a%3Fforce%3Dtrue"),
        ("a#b", "/things/a%23b"),
        ("a&b+c", "/things/a%26b%2Bc"),
        ("a b", "/things/a%20b"),
        ("a\\b", "/things/a%5Cb"),
        ("a;b:c@d", "/things/a%3Bb%3Ac%40d"),
        ("ü~_-", "/things/%C3%BC~_-"),
        ("a\r\nb", "/things/a%0D%0Ab"),
        ("\0", "/things/%00"),
        ("{id}", "/things/%7Bid%7D"),
        (" ", "/things/%20"),
        ("007", "/things/007"),
    ],
)
def test_an_id_is_one_segment_whatever_it_holds(id: int | str, path: str) -> None:
    assert operation_path("/things/{id}", (id,)) == path
    assert path_values("/things/{id}", f"https://shop.example{path}") == {"id": str(id)}


@pytest.mark.parametrize("id", ["", ".", ".."])
def test_an_id_that_would_lead_elsewhere_is_refused(id: str) -> None:
    with pytest.raises(ValueError, match=r"id is '\.{0,2}', which would address something else"):
        operation_path("/things/{id}/parts", (id,))


@pytest.mark.parametrize("id", [True, False, None, 1.0, b"7", [7], {"id": 7}])
def test_an_id_is_a_number_or_a_text(id: Any) -> None:
    with pytest.raises(TypeError, match=r"id is .*; pass a number or a text"):
        operation_path("/things/{id}", (id,))


def test_several_ids_stand_in_their_order() -> None:
    assert operation_path("/a/{x}/b/{y}", ("1/2", 3)) == "/a/1%2F2/b/3"
    assert path_values("/a/{x}/b/{y}", "https://shop.example/a/1%2F2/b/3") == {"x": "1/2", "y": "3"}
    assert path_values("/a.b/{x}", "https://shop.example/a-b/3") == {}


def test_a_path_without_ids_tells_none() -> None:
    assert path_values("/things", "https://shop.example/things") == {}
    assert path_values("/things/{id}", "https://shop.example/others/7") == {}


@pytest.mark.parametrize(
    ("slug", "raw_path"),
    [
        ("a/b", b"/wp-json/wc/v3/taxes/classes/a%2Fb?force=true"),
        ("../../orders/7", b"/wp-json/wc/v3/taxes/classes/..%2F..%2Forders%2F7?force=true"),
        ("x?force=false#", b"/wp-json/wc/v3/taxes/classes/x%3Fforce%3Dfalse%23?force=true"),
    ],
)
def test_what_leaves_addresses_that_thing_and_no_other(sessions: Any, slug: str, raw_path: bytes) -> None:
    shop: Session = sessions(lambda _: ok({"slug": slug, "name": "x"}))
    shop.wait(shop.woo.taxes.classes.delete(slug, force=True))
    (request,) = shop.requests
    assert (request.method, request.url.raw_path) == ("DELETE", raw_path)


@pytest.mark.parametrize("slug", ["", ".", ".."])
def test_nothing_leaves_for_an_id_that_would_lead_elsewhere(sessions: Any, slug: str) -> None:
    shop: Session = sessions(lambda _: httpx.Response(200, json={}))
    with pytest.raises(ValueError, match="which would address something else"):
        shop.wait(shop.woo.taxes.classes.delete(slug, force=True))
    assert shop.requests == []


# stores


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://shop.example", "https://shop.example"),
        (" https://shop.example/ ", "https://shop.example"),
        ("https://shop.example:8443/de/", "https://shop.example:8443/de"),
        ("https://shop.example/~me~/", "https://shop.example/~me~"),
        ("https://shop.example/wp-json/wc/v3", "https://shop.example"),
        ("https://shop.example/shop/wc-api/v3/", "https://shop.example/shop"),
        ("http://shop.example/index.php", "http://shop.example/index.php"),
    ],
)
def test_the_address_of_a_store(given: str, address: str) -> None:
    assert store_url(given) == address


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("shop.example", "is no store address"),
        ("", "is no store address"),
        ("ftp://shop.example", "is no store address"),
        ("https://", "is no store address"),
        ("https:///shop", "is no store address"),
        ("https://user@shop.example", "holds a user or password"),
        ("https://:word@shop.example", "holds a user or password"),
        ("https://shop.example/?p=1", "holds a query or fragment"),
        ("https://shop.example/#top", "holds a query or fragment"),
    ],
)
def test_what_is_no_address_of_a_store_is_refused(given: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        store_url(given)


def test_the_password_of_an_address_is_not_shown() -> None:
    with pytest.raises(ValueError, match="password") as error:
        store_url("https://user:hidden@shop.example")
    assert "hidden" not in str(error.value)


@pytest.mark.parametrize(
    ("store", "path", "query"),
    [
        ("https://shop.example", "/wp-json/wc/v3/products", []),
        ("https://shop.example/index.php", "/wp-json/wc/v3/products", [("rest_route", "/wc/v3/products")]),
        (
            "https://shop.example/index.php",
            "/wp-json/wc/v3/taxes/classes/a%2Fb",
            [("rest_route", "/wc/v3/taxes/classes/a/b")],
        ),
        ("https://shop.example/index.php", "/wp-json", [("rest_route", "/")]),
        (
            "https://shop.example/index.php",
            "/wc-api/v3/orders/7",
            [("wc-api-version", "3"), ("wc-api-route", "/orders/7")],
        ),
        ("https://shop.example/index.php", "/wc-api/v3", [("wc-api-version", "3"), ("wc-api-route", "/")]),
    ],
)
def test_a_store_without_permalinks_is_told_the_route_in_the_query(
    store: str, path: str, query: list[tuple[str, str]]
) -> None:
    assert front_query(store, f"{store}{path}") == query


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://shop.example", True),
        ("https://shop.example/wp-json/wc/v3", True),
        ("https://SHOP.example:443/x", True),
        ("http://shop.example", False),
        ("https://shop.example:8443", False),
        ("https://shop.example.evil.example", False),
        ("https://www.shop.example", False),
        ("HTTPS://shop.example/x", True),
        ("https://evil.example/?to=https://shop.example/", False),
        ("https://evil.example/https://shop.example", False),
        ("/wp-json", False),
        ("", False),
    ],
)
def test_which_addresses_are_of_the_store_itself(other: str, same: bool) -> None:
    assert same_origin(other, "https://shop.example") is same


@pytest.mark.parametrize(
    ("other", "store", "same"),
    [
        ("http://shop.example:80/x", "http://shop.example", True),
        ("http://shop.example/x", "http://shop.example:80", True),
        ("http://shop.example:443/x", "http://shop.example", False),
        ("http://shop.example:81/x", "http://shop.example", False),
        ("https://shop.example:80/x", "https://shop.example", False),
        ("https://example.org/b/x", "https://example.org/a", True),
    ],
)
def test_a_port_that_is_not_written_is_that_of_the_scheme(other: str, store: str, same: bool) -> None:
    """RFC 9110, 4.2: 80 for http, 443 for https."""
    assert same_origin(other, store) is same
