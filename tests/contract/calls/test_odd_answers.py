"""Answers that are no text, no JSON, no index, or have no end: a finding, or one sentence."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Iterator
from threading import Event
from typing import Any

import httpx
import pytest

from contract.runs import KEY, SECRET, contract, play, site, target
from wooclient.contract.calls import recording
from wooclient.contract.calls.recording import Bounded, parsed
from wooclient.contract.calls.steps import Steps
from wooclient.contract.described.description import description
from wooclient.contract.described.index import served
from wooclient.contract.report.as_html import page
from wooclient.contract.report.as_json import report
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.safety.masking import Mask
from wooclient.contract.session import hold
from wooclient.contract.terminal.progress import summary
from wooclient.mock import MockStore

_DEEP = b"[" * 200_000


def _answered(body: bytes | Iterator[bytes], **headers: str) -> httpx.Response:
    below = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, content=body))
    answer = Bounded(below).handle_request(httpx.Request("GET", "https://shop.example/"))
    answer.read()
    return answer


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (rb'"\ud800"', r"\ud800"),
        (rb'"\udc00\ud83d"', r"\udc00\ud83d"),
        (rb'"\ud83d\ude00"', "\U0001f600"),
        (rb'"\\ud800"', r"\ud800"),
        (rb'"\\\uD800"', r"\\uD800"),
        (b'"\xed\xa0\x80"', "\ufffd"),
        ('"í\U0001f600"'.encode(), "í\U0001f600"),
    ],
    ids=["high", "wrong order", "pair", "looks like one", "behind a backslash", "raw", "text"],
)
def test_halves_of_characters_are_written_out(sent: bytes, kept: str) -> None:
    assert ascii(json.loads(_answered(sent).content)) == ascii(kept)


def test_what_is_packed_is_unpacked_once() -> None:
    answer = _answered(iter([gzip.compress(b"{}")]), **{"Content-Encoding": "gzip"})
    assert answer.content == b"{}"
    with pytest.raises(httpx.RemoteProtocolError, match="Content-Encoding"):
        _answered(iter([b"no gzip"]), **{"Content-Encoding": "gzip"})


def test_an_answer_has_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "_SECONDS", 0.01)
    with pytest.raises(httpx.ReadTimeout):
        _answered(itertools.repeat(b" "))
    monkeypatch.setattr(recording, "_SECONDS", 60.0)
    monkeypatch.setattr(recording, "_BYTES", 1000)
    with pytest.raises(httpx.RemoteProtocolError, match="larger"):
        _answered(itertools.repeat(b" " * 100))


@pytest.mark.parametrize("body", [_DEEP, b"[" * 300 + b"]" * 300, b"{"], ids=range(3))
def test_what_is_no_json_or_too_deep(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"deep|Expecting"):
        parsed(body)
    assert Mask().body(body, 20).startswith(body[:20].decode())


def test_json_of_a_usual_depth() -> None:
    assert parsed(b"[" * 50 + b"]" * 50) != []


@pytest.mark.parametrize("inner", [b"[%s]", b'{"a":%s}'])
def test_a_hundred_levels_are_the_most(inner: bytes) -> None:
    body = b"1"
    for _ in range(99):
        body = inner % body
    assert parsed(b"[[], " + body + b"]") != []
    with pytest.raises(ValueError, match="too deep"):
        parsed(b"[[], [" + body + b"]]")
    assert parsed(b'"' + b"[" * 200 + b'"') == "[" * 200


_PACKED = {"Content-Encoding": "gzip"}


@pytest.mark.parametrize(
    ("status", "headers", "body", "told"),
    [
        (200, {}, _DEEP, "no WooCommerce store"),
        (200, _PACKED, b"no gzip", "Content-Encoding"),
        (200, {}, {"namespace": "wc/v3", "routes": []}, "no routes"),
        (200, {}, {"namespace": "wc/v3", "routes": None}, "no routes"),
        (200, {}, {"namespace": "wc/v3", "routes": {"/wc/v3/products": "x"}}, "route /wc/v3/products"),
        (200, {}, {"namespace": "wc/v3", "routes": {"/wc/v3/a": {"endpoints": [{"methods": "GET"}]}}}, "methods"),
        (200, {}, {"namespace": "wc/v3", "store": {"routes": []}, "routes": {}}, "no routes"),
        (429, {}, {}, "429: it takes no more calls"),
        (301, {"Location": "http://[bad::/x"}, b"", ""),
    ],
)
def test_one_sentence_for_what_is_no_index(status: int, headers: dict[str, str], body: Any, told: str) -> None:
    with site(lambda _: (status, headers, body)) as server:
        said = contract("--url", server.url, "--key", KEY, "--secret", SECRET, "--versions", "v3,legacy-v3")
    assert said.code == 2
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("contract: ")
    assert told in said.err


def test_a_route_whose_pattern_is_broken_hides_no_other() -> None:
    methods = {"endpoints": [{"methods": ["GET"]}]}
    index = {"routes": {"/wc/v3/products/(?P<a>[": methods, "/wc/v3/products": methods}}
    assert "products.list" in served(description("v3"), index)


def _look(run: Any) -> Steps[None]:
    yield from run.answer("products.tags.list", per_page=1)


@pytest.mark.parametrize(
    "body", [_DEEP, b"[" * 300 + b"]" * 300, b'[{"id": 1, "name": "\\ud800"}]', b"\xff\xfe"], ids=range(4)
)
def test_odd_answers_are_findings(body: bytes) -> None:
    def odd(request: httpx.Request) -> httpx.Response:
        headers = {"content-type": "application/json", "x-wp-total": "1", "x-wp-totalpages": "1"}
        return httpx.Response(200, headers=headers, content=body)

    with MockStore() as store:
        suite = play(
            target(store, transport=httpx.MockTransport(odd)), Scenario("one", "v3", frozenset(), _look, writes=False)
        )
    assert not suite.results.crashes
    assert {failure.colour for failure in suite.results.failures} == {"sync", "async"}


class Echoing(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A store whose own report holds something odd."""

    def __init__(self, store: MockStore, text: str) -> None:
        self.below, self.text = store.transport, text

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.below.handle_request(request)
        if not request.url.path.endswith("/system_status"):
            return answer
        body = json.loads(answer.read())
        body["environment"] |= {"version": self.text, "wp_version": self.text}
        return httpx.Response(200, headers={"content-type": "application/json"}, content=json.dumps(body).encode())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self.below.handle_async_request(request)


def test_a_release_that_is_none() -> None:
    said: list[str] = []
    with MockStore() as store:
        aim = target(store, read_only=True, transport=Echoing(store, "\ud800" + "9" * 3000))
        outcome = hold(aim, ("legacy-v1",), workers=1, stop=Event(), say=said.append, progress=lambda *_: None)
    assert "of an unknown release" in said[0]
    found = report(outcome, Mask())
    assert len(found["store"]["wordpress"]) < 100
    for text in (json.dumps(found, ensure_ascii=False), page(found), summary(found)):
        text.encode()
