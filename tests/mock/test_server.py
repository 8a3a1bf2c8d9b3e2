"""The store behind a socket, as a process of its own."""

from __future__ import annotations

import signal
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from mock.serving import KEY, SECRET, serving
from wooclient import WooClient
from wooclient.mock import MockStore
from wooclient.mock.wire import Request


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving() as (found, _):
        yield found


def test_a_client_works_over_plain_http_with_oauth(url: str) -> None:
    with WooClient(url, key=KEY, secret=SECRET) as woo:
        made = woo.coupons.create(code="over-the-wire", amount="4")
        assert woo.coupons.get(made.id).amount == 4
        assert woo.coupons.delete(made.id, force=True).id == made.id


def test_tls_and_a_clean_end(tmp_path: Path) -> None:
    authority = tmp_path / "ca.pem"
    with serving("--tls", "--ca-file", str(authority)) as (url, process):
        assert url.startswith("https://")
        context = ssl.create_default_context(cafile=authority)
        with httpx.Client(verify=context) as http, WooClient(url, key=KEY, secret=SECRET, http_client=http) as woo:
            assert woo.products.list().total
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_keys_and_profiles_from_the_command_line() -> None:
    with serving(
        "--scheme", "https", "--profile", "bom", "--read-only-key", "ck_r", "--read-only-secret", "cs_r"
    ) as (url, _):  # fmt: skip
        answer = httpx.get(f"{url}/wp-json/wc/v3/coupons", auth=("ck_r", "cs_r"))
        assert answer.status_code == 200
        assert answer.content.startswith(b"\xef\xbb\xbf")
        assert httpx.post(f"{url}/wp-json/wc/v3/coupons", auth=("ck_r", "cs_r"), json={"code": "x"}).status_code == 401


def talk(url: str, data: bytes) -> bytes:
    """Bytes sent as they are, and all that comes back."""
    host, _, port = url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=300) as connection:
        connection.sendall(data)
        found = b""
        try:
            while part := connection.recv(65536):
                found += part
                if b"\r\n\r\n" in found and b"Connection: close" not in data:
                    break
        except ConnectionResetError:
            pass
        return found


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GARBAGE\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"POST /wp-json/wc/v3/coupons HTTP/1.1\r\nHost: x\r\nContent-Length: nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.0\r\n\r\n", b"200"),
        (b"GET http://elsewhere/wp-json/ HTTP/1.1\r\nHost: x\r\n\r\n", b"200"),
        (b"GET /%00%ff/../.. HTTP/1.1\r\nHost: x\r\n\r\n", b"404"),
    ],
    ids=range(8),
)
def test_odd_requests_get_an_answer(url: str, data: bytes, status: bytes) -> None:
    assert talk(url, data).split(b" ", 2)[1] == status


def test_fifty_megabytes_are_refused_early(url: str) -> None:
    head = b"POST /wp-json/wc/v3/products HTTP/1.1\r\nHost: x\r\nContent-Length: 52428800\r\n\r\n"
    assert b" 413 " in talk(url, head + b"x" * (9 * 2**20)).split(b"\r\n")[0]
    assert httpx.get(f"{url}/wp-json/").status_code == 200


def test_two_requests_in_one_packet(url: str) -> None:
    one = b"GET /wp-json/nope HTTP/1.1\r\nHost: x\r\n\r\n"
    last = b"GET /wp-json/nope HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert talk(url, one + last).count(b"HTTP/1.1 404") == 2


def test_the_page_tells_what_this_is_and_shows_a_secret_once(store: MockStore) -> None:
    key = store.keys.create("read", '<script>alert("x")</script>')
    first, second = (store.handle(Request("GET", "/")).body.decode() for _ in range(2))
    assert "no real shop" in first
    assert store.url in first
    assert "<script>" not in first
    assert key.secret in first
    assert key.secret not in second
    assert key.key in second
