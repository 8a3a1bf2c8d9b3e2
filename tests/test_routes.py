"""Calls of routes that nobody described."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest
from pydantic import BaseModel
from pydantic.errors import PydanticSchemaGenerationError
from typing_extensions import TypedDict

from fake_store import URL, Session, ok, raw
from wooclient import (
    ApiError,
    AuthenticationError,
    NoRoute,
    NotFound,
    NotJsonError,
    ServerError,
    UnexpectedAnswer,
    WooClient,
    fixtures,
)
from wooclient._runtime.oauth import base_string
from wooclient._runtime.routes import route_of
from wooclient.mock import MockStore, Refused, RouteCall
from wooclient.v3.models.products import Product

Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(answer: Any = None, **options: Any) -> Session:
        return sessions(answer or (lambda _: ok({"id": 1, "total": 2.5})), **options)

    return make


# where a call goes


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/wc/v3/subscriptions", "/wp-json/wc/v3/subscriptions"),
        ("wc/v3/subscriptions/5/", "/wp-json/wc/v3/subscriptions/5"),
        ("/wp-json/wc-bookings/v1/bookings", "/wp-json/wc-bookings/v1/bookings"),
        ("/wc-api/v3/subscriptions", "/wc-api/v3/subscriptions"),
        ("/", "/wp-json"),
        ("/wc/v3/x/a%20b/ä@c", "/wp-json/wc/v3/x/a%20b/%C3%A4%40c"),
        (f"{URL}/wp-json/wc/v3/x", "/wp-json/wc/v3/x"),
        ("HTTPS://SHOP.example:443/wp-json/wc/v3/x", "/wp-json/wc/v3/x"),
    ],
)
def test_every_way_to_write_a_route_leads_there(session: Make, path: str, sent: str) -> None:
    shop = session()
    shop.wait(shop.woo.request("GET", path))
    assert [str(r.url) for r in shop.requests] == [URL + sent]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "https://evil.example/wp-json/wc/v3/x",
        "//evil.example/wp-json/wc/v3/x",
        "http://shop.example/wp-json/wc/v3/x",
        "https://shop.example:444/wp-json/wc/v3/x",
        "https://shop.example@evil.example/wp-json/wc/v3/x",
        "https://a:b@shop.example/wp-json/wc/v3/x",
        "https://shop.example.evil.example/wp-json/x",
        "https://shop.example/wp-admin/options.php",
        "/wc/v3/../../wp-admin",
        "/wc/v3/%2e%2e/x",
        "/wc/v3/..%2f..%2fwp-admin",
        "/wc/v3/..\\x",
        "/wc//v3/x",
        "/wc/v3/x#y",
        "/wc/v3/a b",
        "/wc/v3/x\r\nHost: evil.example",
    ],
)
def test_another_host_or_a_path_that_leaves_the_api_is_refused(session: Make, path: str) -> None:
    shop = session()
    for call in (shop.woo.request, shop.woo.request_raw):
        with pytest.raises(ValueError, match=r"address|path|below|holds|empty"):
            shop.wait(call("GET", path))
    for call in (shop.woo.request_page, shop.woo.request_iter):
        with pytest.raises(ValueError, match=r"address|path|below|holds|empty"):
            shop.wait(call(path))
    assert not shop.requests


def test_a_store_in_a_folder_keeps_its_folder() -> None:
    store = "https://shop.example/shop"
    for path in ("/wc/v3/x", "/shop/wp-json/wc/v3/x", f"{store}/wp-json/wc/v3/x"):
        assert route_of(store, path).path == "/wp-json/wc/v3/x"
    with pytest.raises(ValueError, match="not an address of the store"):
        route_of(store, "https://shop.example/shopping/wp-json/wc/v3/x")


def test_a_query_behind_the_path_joins_the_other_parameters(session: Make) -> None:
    shop = session()
    shop.wait(shop.woo.request("GET", "/wc/v3/x?per_page=5&a[]=1&a[]=2&b=c%26d", query={"e": True}))
    assert shop.queries == [{"per_page": "5", "a[0]": "1", "a[1]": "2", "b": "c&d", "e": "true"}]
    for path, query in (
        ("/wc/v3/x?a=1", {"a": 2}),
        ("/wc/v3/x?a=1&a=2", None),
        ("/wc/v3/x?consumer_key=ck_1", None),
        ("/wc/v3/x", {"_method": "DELETE"}),
    ):
        with pytest.raises(ValueError, match=r"once|twice|leave keys out|name the method"):
            shop.wait(shop.woo.request("GET", path, query=query))
    assert len(shop.requests) == 1


def test_parameters_are_written_as_in_every_other_call(session: Make) -> None:
    shop = session()
    moment = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
    query = {"include": [1, 2], "after": moment, "least": Decimal("1.50"), "on": False, "meta": {"a": 1}, "exclude": []}
    shop.wait(shop.woo.request("GET", "/wc/v3/x", query=query))
    shop.wait(shop.woo.request("GET", "/wc/v3/x", query={"after": moment, "dates_are_gmt": True}))
    assert shop.queries == [
        {"include": "1,2", "after": "2025-01-02T03:04:05+00:00", "least": "1.50", "on": "false", "meta[a]": "1"},
        {"after": "2025-01-02T03:04:05", "dates_are_gmt": "true"},
    ]
    with pytest.raises(TypeError, match="a is None"):
        shop.wait(shop.woo.request("GET", "/wc/v3/x", query={"a": None}))
    with pytest.raises(ValueError, match="empty include"):
        shop.wait(shop.woo.request("GET", "/wc/v3/x", query={"include": []}))
    assert len(shop.requests) == 2


def test_a_body_is_json_with_decimals_and_dates_as_text(session: Make) -> None:
    shop = session()
    body = {"total": Decimal("1.50"), "start": datetime(2025, 1, 2), "lines": [{"id": 1, "note": None}]}
    shop.wait(shop.woo.request("post", "/wc/v3/subscriptions", json=body))
    assert shop.requests[0].method == "POST"
    assert shop.requests[0].headers["content-type"] == "application/json"
    assert shop.bodies == [{"total": "1.50", "start": "2025-01-02T00:00:00", "lines": [{"id": 1, "note": None}]}]
    with pytest.raises(ValueError, match="query="):
        shop.wait(shop.woo.request("GET", "/wc/v3/x", json={}))
    with pytest.raises(ValueError, match="no method"):
        shop.wait(shop.woo.request("PURGE", "/wc/v3/x"))
    with pytest.raises(TypeError, match=r"json\.a"):
        shop.wait(shop.woo.request("POST", "/wc/v3/x", json={"a": object()}))


# what comes back


def test_plain_json_comes_as_it_is(session: Make) -> None:
    for body in ({"id": 1, "total": 2.5}, [1, "a", None], "text", 7, True, None, {"code": "ok", "message": "done"}):
        shop = session(lambda _, body=body: raw(json.dumps(body).encode()))
        assert shop.wait(shop.woo.request("GET", "/wc-mine/v1/x")) == body


class Subscription(BaseModel):
    id: int
    total: Decimal


class Booking(TypedDict):
    id: int
    start: datetime


def test_an_answer_is_read_into_the_type_of_the_caller(session: Make) -> None:
    shop = session(lambda _: ok({"id": 1, "total": "2.50", "start": "2025-01-02T03:04:05"}))
    assert shop.wait(shop.woo.request("GET", "/wc/v3/s/1", into=Subscription)) == Subscription(
        id=1, total=Decimal("2.50")
    )
    assert shop.wait(shop.woo.request("GET", "/wc/v3/s/1", into=Booking)) == {
        "id": 1,
        "start": datetime(2025, 1, 2, 3, 4, 5),
    }
    many = session(lambda _: ok([{"id": 1, "total": "2.50"}]))
    (one,) = many.wait(many.woo.request("GET", "/wc/v3/s", into=list[Subscription]))
    assert one.total == Decimal("2.50")
    (one,) = many.wait(many.woo.request_page("/wc/v3/s", into=Subscription))
    assert one.total == Decimal("2.50")


def test_what_does_not_fit_the_type_of_the_caller_is_an_error(session: Make) -> None:
    shop = session(lambda _: ok({"id": "x"}))
    with pytest.raises(UnexpectedAnswer, match=r"no answer to GET /wc/v3/s/1: id: .*total: ") as caught:
        shop.wait(shop.woo.request("GET", "/wc/v3/s/1", into=Subscription))
    assert json.loads(caught.value.body) == {"id": "x"}


def test_a_type_that_cannot_be_read_is_refused_before_anything_is_sent(session: Make) -> None:
    shop = session()
    with pytest.raises(PydanticSchemaGenerationError, match="object object"):
        shop.wait(shop.woo.request("POST", "/wc/v3/s", json={}, into=object()))
    assert not shop.requests


def test_models_of_this_package_keep_odd_values_and_can_be_saved(session: Make) -> None:
    record = {**fixtures.load("v3", "products.get"), "total_sales": {"odd": 1}}
    shop = session(lambda _: ok(record))
    product = shop.wait(shop.woo.request("GET", "/wc/v3/products/5", into=Product))
    assert (product.total_sales, "Product.total_sales" in shop.woo.drift) == ({"odd": 1}, True)
    product.name = "New"
    shop.wait(shop.woo.products.save(product))
    assert shop.bodies == [{"name": "New"}]
    strict = session(lambda _: ok(record), strict=True)
    with pytest.raises(UnexpectedAnswer):
        strict.wait(strict.woo.request("GET", "/wc/v3/products/5", into=Product))


def test_an_answer_can_be_had_with_its_headers(session: Make) -> None:
    shop = session(lambda _: httpx.Response(200, content=b"%PDF", headers={"X-Pages": "3"}))
    answer = shop.wait(shop.woo.request_raw("GET", "/wc-invoices/v1/pdf/5"))
    assert (answer.status, answer.headers["x-pages"], answer.body) == (200, "3", b"%PDF")
    with pytest.raises(NotJsonError):
        shop.wait(shop.woo.request("GET", "/wc-invoices/v1/pdf/5"))


@pytest.mark.parametrize(
    ("call", "given", "told"),
    [
        ("request", {"params": {}}, "'params'; pass query="),
        ("request", {"data": {}}, "'data'; pass json="),
        ("request_raw", {"headers": {}}, r"'headers'; it has query=, json=; with_options\(\.\.\.\) sets headers"),
        ("request_page", {"params": {}}, "'params'; pass query="),
        ("request_iter", {"data": {}}, "'data'; it has query=, into=, prefetch="),
    ],
)
def test_arguments_of_other_libraries_are_told_by_their_names_here(
    session: Make, call: str, given: dict[str, Any], told: str
) -> None:
    shop = session(lambda _: ok([]))
    path = ["/wc/v3/s"] if call in ("request_page", "request_iter") else ["GET", "/wc/v3/s"]
    with pytest.raises(TypeError, match=rf"^{call}\(\) has no argument {told}"):
        shop.wait(getattr(shop.woo, call)(*path, **given))
    assert not shop.requests


def test_an_empty_204_is_none(session: Make) -> None:
    shop = session(lambda _: httpx.Response(204))
    assert shop.wait(shop.woo.request("DELETE", "/wc-mine/v1/x/1", query={"force": True})) is None
    assert shop.queries == [{"force": "true"}]
    empty = session(lambda _: httpx.Response(200))
    with pytest.raises(NotJsonError):
        empty.wait(empty.woo.request("DELETE", "/wc-mine/v1/x/1"))


def test_salvage_is_heeded(session: Make) -> None:
    warning = b"<br />\n<b>Warning</b>:  Undefined array key 0 in <b>/srv/x.php</b> on line <b>7</b><br />\n"
    noisy = warning + b'{"id": 1, "name": "' + b"n" * 200 + b'"}'
    assert (shop := session(lambda _: raw(noisy), salvage=True)).wait(shop.woo.request("GET", "/wc/v3/x"))["id"] == 1


# errors


def test_errors_are_those_of_every_call_with_hints_of_their_own(session: Make) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        status, code = {"a": (404, "rest_no_route"), "b": (404, "x_invalid_id"), "c": (401, "rest_forbidden")}[
            request.url.path[-1]
        ]
        return ok({"code": code, "message": "no", "data": {"status": status}}, status)

    shop = session(answer)
    with pytest.raises(NoRoute, match="plugin"):
        shop.wait(shop.woo.request("GET", "/wc-mine/v1/a"))
    with pytest.raises(NotFound) as missing:
        shop.wait(shop.woo.request("GET", "/wc-mine/v1/b"))
    assert (missing.value.method, missing.value.url) == ("GET", f"{URL}/wp-json/wc-mine/v1/b")
    with pytest.raises(AuthenticationError, match="application password"):
        shop.wait(shop.woo.request("GET", "/wp/v2/c"))
    with pytest.raises(AuthenticationError) as own:
        shop.wait(shop.woo.request("GET", "/wc-mine/v1/c"))
    assert "application password" not in own.value.hint


def test_an_error_under_a_success_is_an_error_if_it_says_so(session: Make) -> None:
    shop = session(lambda _: ok({"code": "broken", "message": "no", "data": {"status": 500}}))
    with pytest.raises(ServerError):
        shop.wait(shop.woo.request("GET", "/wc-mine/v1/x"))


def test_a_list_of_errors_is_an_answer_outside_of_the_legacy_api(session: Make) -> None:
    body = {"errors": [{"code": "a", "message": "b"}]}
    shop = session(lambda _: ok(body))
    assert shop.wait(shop.woo.request("POST", "/wc-mine/v1/import", json={})) == body
    with pytest.raises(ApiError):
        shop.wait(shop.woo.request("GET", "/wc-api/v3/x"))


def test_reads_are_sent_again_and_writes_are_not(session: Make) -> None:
    seen: list[str] = []
    shop = session(lambda _: ok({"code": "x", "message": "y"}, 500), hooks=[lambda event: seen.append(event.kind)])
    patient = shop.woo.with_options(max_retries=1)
    for method, times in (("GET", 2), ("POST", 1)):
        shop.requests.clear()
        with pytest.raises(ServerError):
            shop.wait(patient.request(method, "/wc-mine/v1/x"))
        assert len(shop.requests) == times
    assert seen == ["send", "answer", "retry", "send", "answer", "send", "answer"]


@pytest.mark.parametrize("auth", ["basic", "query", "oauth", "oauth_sha1"])
@pytest.mark.parametrize("ending", ["", "/index.php"])
def test_the_key_is_shown_in_every_way_also_to_stores_with_plain_permalinks(auth: Any, ending: str) -> None:
    url = f"{'http' if auth.startswith('oauth') else 'https'}://shop.example"
    with MockStore(url=url) as store:
        store.route("GET", "/wc-mine/v1/x", lambda call: {"query": call.query})
        store.route("PUT", "/wc-mine/v1/x/{id}", lambda call: {**call.path, **call.json})
        woo = WooClient(url + ending, key=store.key, secret=store.secret, auth=auth, transport=store.transport)
        answer = woo.request("GET", "/wc-mine/v1/x?a[]=1&a[]=2&b=c d".replace(" ", "%20"), query={"e": "~&+"})
        assert {k: answer["query"][k] for k in "abe"} == {"a": ["1", "2"], "b": "c d", "e": "~&+"}
        assert woo.request("PUT", "/wc-mine/v1/x/7", json={"n": 1}) == {"id": "7", "n": 1}
        assert woo.products.list().total
        assert store.requests[0].path == f"{ending}/wp-json/wc-mine/v1/x"
        assert ("rest_route" in store.requests[0].query) is bool(ending)


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_the_legacy_api_is_reached_through_the_front_file_and_signed_without_it(session: Make, version: str) -> None:
    shop = session(lambda _: ok({"products": []}))
    woo = type(shop.woo)(
        "http://shop.example/shop/index.php", key="ck_1", secret="cs_2", transport=shop.woo._connections.transport
    )
    legacy = woo.legacy if version == "v3" else getattr(woo.legacy, version)
    shop.wait(legacy.products.list(filter={"q": "a"}))
    (sent,) = shop.requests
    assert sent.url.path == f"/shop/index.php/wc-api/{version}/products"
    query = dict(sent.url.params)
    assert (query["wc-api-version"], query["wc-api-route"], query["filter[q]"]) == (version[1], "/products", "a")
    pairs = [(name, value) for name, value in query.items() if name != "oauth_signature"]
    signed = base_string("GET", str(sent.url).partition("?")[0], pairs)
    assert signed.startswith("GET&http%3A%2F%2Fshop.example%2Fshop%2Fwc-api%2Fv3%2Fproducts&")


# routes of a mock store


def test_a_mock_store_takes_routes_of_its_own() -> None:
    things = [{"id": i} for i in range(1, 8)]

    def change(call: RouteCall) -> Any:
        if call.path["id"] == "9":
            raise Refused(404, "thing_invalid_id", "There is none.")
        call.status, call.headers["X-Mine"] = 201, "yes"
        return {"id": int(call.path["id"]), **call.json}

    with MockStore() as store:
        store.route("GET", "/wc/v3/things", lambda call: call.page(things))
        store.route("PUT", "wp-json/wc/v3/things/{id}", change)
        store.route("GET", "/mine/v1/x", lambda _: "never")
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        assert list(woo.request_iter("/wc/v3/things", query={"per_page": 3})) == things
        assert woo.request_raw("PUT", "/wc/v3/things/5", json={"a": 1}).headers["x-mine"] == "yes"
        with pytest.raises(NotFound, match="There is none"):
            woo.request("PUT", "/wc/v3/things/9", json={})
        with pytest.raises(AuthenticationError, match="application password"):
            woo.request("GET", "/mine/v1/x")
        with pytest.raises(NoRoute):
            woo.request("DELETE", "/wc/v3/things")
        with pytest.raises(AuthenticationError):
            WooClient(store.url, key="ck_9", secret="cs_9", transport=store.transport).request("GET", "/wc/v3/things")
        with pytest.raises(ValueError, match="no route below"):
            store.route("GET", "/wc-api/v3/x", lambda _: None)


def test_type_checkers_know_what_comes_back() -> None:
    with MockStore() as store:
        store.route("GET", "/wc/v3/s", lambda call: call.page([{"id": 1, "total": "2.50"}]))
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        many: list[Subscription] = woo.request("GET", "/wc/v3/s", into=list[Subscription])
        one: Subscription = woo.request_page("/wc/v3/s", into=Subscription)[0]
        another: Subscription = next(woo.request_iter("/wc/v3/s", into=Subscription))
        assert many == [one] == [another]


def test_where_permalinks_are_plain_the_error_says_so() -> None:
    """As WordPress 6.8 answers: it adds a slash to the address, then shows the front page, which tells of the API."""
    with MockStore() as store:
        store.fault("plain_permalinks")
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        for call in (woo.products.list, lambda: woo.products.create(name="Tray")):
            with pytest.raises(NotJsonError, match=r"Permalinks is set to Plain.*/index.php at its end"):
                call()
        behind = WooClient(f"{store.url}/index.php", key=store.key, secret=store.secret, transport=store.transport)
        assert behind.products.create(name="Tray").name == "Tray"
