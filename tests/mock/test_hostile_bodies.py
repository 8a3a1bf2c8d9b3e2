"""Bodies that mean harm: a clear refusal each or nothing done, and the store alive after."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator

import httpx
import pytest

from mock.serving import KEY, SECRET, serving
from mock.talk import code, read, send
from wooclient.mock import MockStore

JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
#: What a store's own database and templates might fall for; a text is a text.
TEXTS = [
    "'; DROP TABLE documents; --",
    '" OR "1"="1',
    "1) UNION SELECT key, secret FROM keys --",
    "%' ESCAPE '%",
    "{{ 7 * 7 }}{% raw %}${7*7}<%= 7*7 %>#{7*7}",
    "{0.__class__}%s%n%x",
    "../../../../etc/passwd",
]


@pytest.fixture(scope="module")
def shared() -> Iterator[MockStore]:
    with MockStore() as store:
        yield store


def alive(store: MockStore) -> bool:
    """Whether everything is still there and new things can be made."""
    listed = send(store, "GET", "/products", query="per_page=100")
    made = send(store, "POST", "/coupons", {"code": "alive"})
    gone = send(store, "DELETE", f"/coupons/{read(made)['id']}", query="force=true")
    return (listed.status, made.status, gone.status) == (200, 201, 200) and len(read(listed)) >= 10


def listed(store: MockStore, path: str, name: str, value: str) -> list[int] | tuple[int, str]:
    """The ids in a list with one parameter, or why it is refused."""
    answer = send(store, "GET", path, query=str(httpx.QueryParams({name: value})))
    return [item["id"] for item in read(answer)] if answer.status == 200 else code(answer)


BROKEN = {
    "deep lists": b'{"meta_data":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a little too deep": b'{"name":"x","meta_data":' + b"[" * 513 + b"]" * 513 + b"}",
    "deep and open": b"[" * 1_000_000,
    "bad UTF-8": b'{"name":"\xff\xfe"}',
    "overlong UTF-8": b'{"name":"\xc0\xaf"}',
    "UTF-16": '{"name":"x"}'.encode("utf-16"),
    "a raw null byte": b'{"name":"a\0b"}',
    "only null bytes": b"\0" * 1000,
    "a lone surrogate": rb'{"name":"\ud800"}',
    "half a document": b'{"name":"x',
    "two documents": b'{"name":"x"}{"name":"y"}',
    "no JSON": b"<xml/>",
    "not a number": b'{"regular_price":NaN}',
    "too large a number": b'{"regular_price":1e999}',
    "a very long integer": b'{"stock_quantity":' + b"9" * 100_000 + b"}",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_refused(shared: MockStore, name: str) -> None:
    started = time.thread_time()
    answer = send(shared, "POST", "/products", raw=BROKEN[name], headers=JSON)
    assert code(answer) == (400, "rest_invalid_json")
    assert read(answer)["data"]["json_error_message"]
    assert time.thread_time() - started < 2
    assert alive(shared)


# As a WooCommerce 10.0.2 answers. Beyond 64 bits PHP reads a float, of which `rest_is_integer` of WordPress only asks
# that it is whole, and of which (int) keeps the lowest 64 bits. The column of menu_order has 32 bits and takes the
# nearest number that it can hold.
@pytest.mark.parametrize(
    ("number", "place"),
    [
        *((2**31 - 1, 2**31 - 1), (2**31, 2**31 - 1), (2**63 - 1, 2**31 - 1), (2**63, -(2**31))),
        # 10^30 as a float is 54210108624 times 2^64 and 5076964154930102272.
        *((-(2**63) - 1, -(2**31)), (10**30, 2**31 - 1), (1e300, 0)),
    ],
)
def test_huge_integers(shared: MockStore, number: float, place: int) -> None:
    # The last two change nothing where nothing can be downloaded, and where a class has to be named by its slug.
    fields = {"menu_order": number, "download_limit": number, "shipping_class_id": number}
    answer = send(shared, "POST", "/products", {"name": "Huge", **fields})
    assert answer.status == 201, answer.body
    one = f"/products/{read(answer)['id']}"
    found = read(send(shared, "GET", one))
    assert {name: found[name] for name in fields} == {"menu_order": place, "download_limit": -1, "shipping_class_id": 0}
    assert send(shared, "DELETE", one, query="force=true").status == 200
    assert alive(shared)


NO_ROUTE, REFUSED = (404, "rest_no_route"), (400, "rest_invalid_param")


@pytest.mark.parametrize(
    ("number", "one", "page"),
    [
        ("99999999999999999999999", (404, "woocommerce_rest_product_invalid_id"), []),
        ("9" * 5000, (404, "woocommerce_rest_product_invalid_id"), []),
        ("-1", NO_ROUTE, REFUSED),
        ("1e5", NO_ROUTE, []),
        ("0x10", NO_ROUTE, REFUSED),
        ("1%00", NO_ROUTE, REFUSED),
        ("%F0%9F%92%A5", NO_ROUTE, REFUSED),
    ],
    ids=["many digits", "very many digits", "below nothing", "exponent", "hexadecimal", "null byte", "picture"],
)
def test_huge_numbers_in_paths_and_queries(
    shared: MockStore, number: str, one: tuple[int, str], page: list[object] | tuple[int, str]
) -> None:
    assert code(send(shared, "GET", f"/products/{number}")) == one
    listed = send(shared, "GET", "/products", query=f"page={number}")
    assert (read(listed) if listed.status == 200 else code(listed)) == page
    for name in ("include", "category"):
        found = send(shared, "GET", "/products", query=f"{name}={number}")
        assert (found.status, read(found)) == (200, []), name
    assert alive(shared)


@pytest.mark.parametrize("text", [*TEXTS, "nul\0byte"])
def test_texts_stay_texts(shared: MockStore, text: str) -> None:
    """They are stored as they are, found as they are, and nothing is carried out."""
    made = send(shared, "POST", "/products", {"name": f"T {text}", "meta_data": [{"key": text, "value": text}]})
    assert made.status == 201, made.body
    product = read(made)
    meta = {"id": product["meta_data"][0]["id"], "key": text, "value": text}
    assert product["meta_data"] == [meta]
    # WordPress takes what looks like a tag, and is none, for one that is not allowed.
    assert product["name"] == f"T {text}".replace("<%= 7*7 %>", "").replace("\0", "")
    # In a search a word behind a hyphen is one that must not be there.
    assert listed(shared, "/products", "search", product["name"].removesuffix(" --")) == [product["id"]]
    products, orders = (listed(shared, path, "per_page", "100") for path in ("/products", "/orders"))
    assert (len(products), len(orders)) == (11, 10)
    # What names nothing finds nothing; a list that does not know a filter gives all. An attribute alone is no filter.
    for name in ("sku", "slug", "category", "tag"):
        assert (listed(shared, "/products", name, text), listed(shared, "/orders", name, text)) == ([], orders[:10])
    assert listed(shared, "/products", "attribute", text) == products[:10]
    assert (listed(shared, "/orders", "search", text), listed(shared, "/orders", "type", text)) == ([], orders[:10])
    refused = {"after", "orderby", "order", "status"}
    for name in refused:
        assert listed(shared, "/orders", name, text) == REFUSED, name
    for name in (*refused, "type"):
        assert listed(shared, "/products", name, text) == REFUSED, name
    assert send(shared, "DELETE", f"/products/{product['id']}", query="force=true").status == 200
    assert code(send(shared, "POST", "/customers", {"email": text})) == (400, "customer_invalid_email")
    assert send(shared, "GET", f"/settings/{httpx.QueryParams({'x': text})}").status == 404
    assert alive(shared)


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "application/xml", "", "application/octet-stream", "\xff"]
)
def test_other_content_types_are_not_read(shared: MockStore, kind: str) -> None:
    answer = send(shared, "POST", "/coupons", raw=b'{"code":"not-read"}', headers={"content-type": kind})
    assert code(answer) == (400, "rest_missing_callback_param")
    assert alive(shared)


@pytest.mark.parametrize(
    "body", [b"&" * 100_000, b"a=1&" * 5000, b"a" + b"[x]" * 10_000 + b"=1", b"%", b"=%00%ff", b"\xff"]
)
def test_hostile_forms(shared: MockStore, body: bytes) -> None:
    assert code(send(shared, "POST", "/coupons", raw=body, headers=FORM)) == (400, "rest_missing_callback_param")
    assert alive(shared)


@pytest.mark.parametrize("body", [[], [1, 2], "text", 7, None, True, {"": {}}, {"id": {"$ne": 1}}])
def test_bodies_of_another_form(shared: MockStore, body: object) -> None:
    raw = json.dumps(body).encode()
    assert code(send(shared, "POST", "/coupons", raw=raw, headers=JSON)) == (400, "rest_missing_callback_param")
    for path in ("/products/batch", "/orders/batch", "/settings/general/batch"):
        answer = send(shared, "POST", path, raw=raw, headers=JSON)
        assert (answer.status, read(answer)) == (200, []), path
    assert alive(shared)


def test_a_batch_of_too_many(shared: MockStore) -> None:
    answer = send(shared, "POST", "/products/batch", {"delete": list(range(1_000_000, 1_000_101))})
    assert code(answer) == (413, "woocommerce_rest_request_entity_too_large")
    assert alive(shared)


def test_fifty_megabytes_in_process(shared: MockStore) -> None:
    body = b'{"name":"' + b"x" * (50 * 2**20) + b'"}'
    started = time.thread_time()
    assert send(shared, "POST", "/products", raw=body, headers=JSON).status == 413
    assert time.thread_time() - started < 2
    assert alive(shared)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving("--scheme", "https") as (found, _):
        yield found


def flood(url: str, head: bytes, piece: bytes) -> tuple[bytes, int]:
    """Send pieces, 50 MB in all, until the server has had enough: its answer and how much it let through."""
    host, _, port = url.removeprefix("http://").partition(":")
    sent = 0
    with socket.create_connection((host, int(port)), timeout=300) as connection:
        connection.sendall(head)
        connection.settimeout(0)
        while sent < 50 * 2**20:
            try:
                found = connection.recv(65536)
            except BlockingIOError:
                connection.settimeout(300)
                connection.sendall(piece)
                connection.settimeout(0)
                sent += 2**20
            else:
                return found, sent
        connection.settimeout(300)
        return connection.recv(65536), sent


@pytest.mark.parametrize("chunked", [False, True], ids=["announced", "in chunks"])
def test_fifty_megabytes_over_a_socket_are_refused_early(url: str, chunked: bool) -> None:
    size = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: 52428800"
    head = (
        b"POST /wp-json/wc/v3/products HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + size + b"\r\n\r\n"
    )
    piece = b"100000\r\n" + b"x" * 2**20 + b"\r\n" if chunked else b"x" * 2**20
    answer, sent = flood(url, head, piece)
    assert answer.split(b"\r\n")[0].split(b" ")[1] == b"413"
    assert b"mock_body_too_large" in answer
    assert sent < 40 * 2**20
    with httpx.Client(trust_env=False, auth=(KEY, SECRET)) as http:
        assert http.get(f"{url}/wp-json/wc/v3/products").status_code == 200


@pytest.mark.parametrize("name", BROKEN)
def test_over_a_socket_too(url: str, name: str) -> None:
    with httpx.Client(trust_env=False, auth=(KEY, SECRET)) as http:
        answer = http.post(f"{url}/wp-json/wc/v3/products", content=BROKEN[name], headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (400, "rest_invalid_json")
        assert http.get(f"{url}/wp-json/wc/v3/products/101").status_code == 200


@pytest.mark.parametrize("field", ["tax_status", "catalog_visibility"])
def test_words_that_only_a_batch_lets_through(shared: MockStore, field: str) -> None:
    made = read(send(shared, "POST", "/products/batch", {"create": [{"name": "Odd", field: "bogus"}]}))["create"]
    assert made[0]["error"]["code"] == f"product_invalid_{field}"


def test_costs_are_kept_only_where_that_is_on(shared: MockStore) -> None:
    body = {"name": "Odd", "cost_of_goods_sold": {"values": [{"defined_value": 2}]}}
    made = read(send(shared, "POST", "/products", body))
    assert "cost_of_goods_sold" not in made
    assert send(shared, "DELETE", f"/products/{made['id']}", query="force=true").status == 200
