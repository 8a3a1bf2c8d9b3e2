"""Each kind of difference is found when it is there, and points to the right line of the spec."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from building import PROJECT
from contract.runs import play, target
from wooclient import WooClient
from wooclient.contract.calls.checking import Finding, answered, check, defect
from wooclient.contract.calls.recording import Exchange
from wooclient.contract.calls.steps import Steps
from wooclient.contract.described.description import description
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.scenarios import refusals
from wooclient.mock import MockStore
from woospec.lines import Lines

Json = dict[str, Any]
Alter = Callable[[Json, httpx.Headers], int | None]


class Altering(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Passes on to the mock store, and alters what it says of one tag."""

    def __init__(self, store: MockStore, alter: Alter) -> None:
        self.below, self.alter = store.transport, alter

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._altered(request, self.below.handle_request(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self.below.handle_async_request(request)
        await answer.aread()
        return self._altered(request, answer)

    def _altered(self, request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        body = json.loads(answer.read())
        tag = body[0] if isinstance(body, list) else body
        if "/products/tags" not in request.url.path or "/batch" in request.url.path:
            return httpx.Response(answer.status_code, headers=answer.headers, content=answer.read())
        status = self.alter(tag, answer.headers) or answer.status_code
        return httpx.Response(
            status, headers={k: v for k, v in answer.headers.items() if k != "content-length"}, json=body
        )


def _list(run: Run) -> Steps[None]:
    yield from run.answer("products.tags.list", per_page=1)


def _unknown(run: Run) -> Steps[None]:
    yield from run.refused("woocommerce_rest_term_invalid", "products.tags.get", 999999)


def _findings(alter: Alter, play_it: Any = _list, operation: str = "products.tags.list") -> list[Finding]:
    with MockStore() as store:
        store_target = target(store, transport=Altering(store, alter))
        scenario = Scenario("one", "v3", frozenset({operation}), play_it, writes=False)
        results = play(store_target, scenario).results
    assert not results.crashes
    found = results.entries["v3", operation].failures
    assert {failure.colour for failure in found} in (set(), {"sync", "async"})
    return [failure.finding for failure in found if failure.colour == "sync"]


def _line(finding: Finding) -> str:
    """The line of the spec that a finding names."""
    file, _, number = Lines(PROJECT / "spec")(finding.place).rpartition(":")
    return (PROJECT / "spec" / file).read_text("utf-8").splitlines()[int(number) - 1].strip()


def test_an_unaltered_answer_has_no_findings() -> None:
    assert _findings(lambda tag, headers: None) == []


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [("count", "many", "count:"), ("name", None, "name:"), ("slug", 7, "slug:"), ("id", "x", "id:")],
)
def test_a_wrong_type_is_found_at_its_field(name: str, value: Any, line: str) -> None:
    found = [f for f in _findings(lambda tag, headers: tag.update({name: value})) if f.kind == "body"]
    assert [f.pointer for f in found] == [f"/0/{name}"]
    assert _line(found[0]).startswith(line)


def test_a_lost_field_is_found() -> None:
    found = _findings(lambda tag, headers: tag.pop("count") and None)
    assert any(f.kind == "body" and "count" in f.message for f in found)


def test_a_missing_header_is_found() -> None:
    found = _findings(lambda tag, headers: headers.pop("x-wp-total") and None)
    assert [f.kind for f in found] == ["header"]
    assert "total" in found[0].message.lower()


def test_a_header_that_is_no_number_is_found() -> None:
    found = _findings(lambda tag, headers: headers.update({"x-wp-total": "lots"}))
    assert "header" in {f.kind for f in found}


def _chosen_fields(run: Run) -> Steps[None]:
    yield from run.answer("products.tags.list", per_page=1, extra={"_fields": "id"})


def test_fields_that_were_not_asked_for_are_not_missed() -> None:
    assert _findings(lambda tag, headers: None, _chosen_fields) == []
    found = _findings(lambda tag, headers: tag.update({"id": "x"}), _chosen_fields)
    assert [f.pointer for f in found if f.kind == "body"] == ["/0/id"]


def _none_empty(run: Run) -> Steps[None]:
    yield from run.answer("products.tags.list", per_page=1, hide_empty=True)


@pytest.mark.parametrize(("more", "kinds"), [({}, ["header"]), ({"parent": 0}, [])])
def test_more_than_the_total_may_come_only_of_a_tree_without_what_is_empty(more: Json, kinds: list[str]) -> None:
    def fewer(tag: Json, headers: httpx.Headers) -> None:
        tag.update(more)
        headers.update({"x-wp-total": "0", "x-wp-totalpages": "0"})

    assert [f.kind for f in _findings(fewer, _none_empty)] == kinds


def _attributes(run: Run) -> Steps[None]:
    yield from run.answer("products.attributes.list")


@pytest.mark.parametrize(
    ("operation", "query", "total", "pages", "fits"),
    [
        # What is not paged comes on one page; nothing of it on one (attributes, zones) or on none (gateways).
        ("products.attributes.list", "", 0, 1, True),
        ("products.attributes.list", "", 0, 0, True),
        ("products.attributes.list", "", 3, 1, True),
        ("products.attributes.list", "", 3, 0, False),
        ("products.attributes.list", "", 30, 3, False),
        # What is paged comes on as many pages as it fills.
        ("products.tags.list", "", 0, 0, True),
        ("products.tags.list", "", 0, 1, False),
        ("products.tags.list", "", 10, 1, True),
        ("products.tags.list", "", 11, 2, True),
        ("products.tags.list", "per_page=3", 7, 3, True),
        ("products.tags.list", "per_page=3", 7, 2, False),
        ("products.tags.list", "per_page=3", 7, 7, False),
    ],
)
def test_there_are_as_many_pages_as_the_things_fill(
    operation: str, query: str, total: int, pages: int, fits: bool
) -> None:
    headers = {"content-type": "application/json", "x-wp-total": str(total), "x-wp-totalpages": str(pages), "link": ""}
    exchange = Exchange("GET", "/", query, b"", 200, headers, b"[]")
    described = description("v3")
    found = check(described, described.operations[operation], exchange, lambda _: False)
    assert [f.message for f in found if "pages" in f.message] == (
        [] if fits else [f"{pages} pages of {total} things in all"]
    )


@pytest.mark.parametrize(("body", "missing"), [(b"[]", 0), (b'[{"id": 5}]', 3)])
def test_totals_that_an_empty_list_lacks_are_missed_of_others_only(body: bytes, missing: int) -> None:
    """Where a store suggests nothing, it leaves before it counts."""
    described = description("v3")
    exchange = Exchange("GET", "/", "", b"", 200, {"content-type": "application/json"}, body)
    found = check(described, described.operations["products.suggested_products"], exchange, lambda _: True)
    assert len([f for f in found if f.kind == "header"]) == missing


def test_a_store_without_attributes_is_as_described() -> None:
    with MockStore() as store:
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        for attribute in woo.products.attributes.list():
            woo.products.attributes.delete(attribute.id, force=True)
        for version in ("v3", "v2", "v1"):
            results = play(target(store), Scenario("one", version, frozenset(), _attributes, writes=False)).results
            assert results.failures == []


def test_a_field_that_no_round_of_refusals_names_is_found() -> None:
    def forgets(tag: Json, headers: httpx.Headers) -> None:
        if tag.get("code") == "rest_invalid_param":
            tag["data"]["params"].pop("slug", None)

    bad = next(scenario for scenario in refusals.scenarios("v3") if scenario.name == "bad products.tags")
    assert _findings(lambda tag, headers: None, bad.play, "products.tags.create") == []
    found = _findings(forgets, bad.play, "products.tags.create")
    assert [(f.pointer, f.message) for f in found] == [("/data/params", "not refused: ['slug']")]


def test_an_undescribed_status_is_found() -> None:
    assert _findings(lambda tag, headers: 202)[0].kind == "status"


def test_an_unlisted_code_is_found() -> None:
    def other(tag: dict[str, Any], headers: httpx.Headers) -> None:
        tag["code"] = "quite_another_code"

    found = _findings(other, _unknown, "products.tags.get")
    assert {"code", "behaviour"} == {f.kind for f in found}
    assert all("quite_another_code" in f.message for f in found)


def test_what_should_be_refused_but_is_done_is_found() -> None:
    def done(run: Run) -> Steps[None]:
        yield from run.refused("woocommerce_rest_cannot_view", "products.tags.list")

    found = _findings(lambda tag, headers: None, done)
    assert [f.kind for f in found] == ["behaviour"]
    assert "should refuse" in found[0].message


def test_an_expectation_that_does_not_hold_is_found() -> None:
    def expecting(run: Run) -> Steps[None]:
        yield from run.answer("products.tags.list")
        run.expect(False, "it is not so", "/0/name")

    found = _findings(lambda tag, headers: None, expecting)
    assert [(f.kind, f.pointer) for f in found] == [("behaviour", "/0/name")]


# one answer by itself


_JSON = {"content-type": "application/json; charset=UTF-8"}


def _told(
    status: int, body: bytes, operation: str = "products.tags.get", headers: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    described = description("v3")
    exchange = Exchange("GET", "/", "", b"", status, _JSON if headers is None else headers, body)
    found = check(described, described.operations[operation], exchange, lambda _: False)
    return [(finding.kind, finding.message) for finding in found]


@pytest.mark.parametrize(
    ("status", "body", "headers", "found"),
    [
        # Success that is no JSON: nothing more is said of it.
        (200, b"<html>", None, [("body", "the body is no JSON")]),
        (200, b"", None, [("body", "the body is no JSON")]),
        (200, b"{}", {"content-type": "text/html"}, [("body", "the body is no JSON")]),
        (200, b"{}", {}, [("body", "the body is no JSON")]),
        # An error that is none is a web server's, and no code of it is asked for.
        (404, b"<html>", None, [("status", "an error that is no JSON")]),
        (400, b"<html>", None, [("status", "an error that is no JSON")]),
        (404, b'{"code": "x"}', {"content-type": "text/html"}, [("status", "an error that is no JSON")]),
        (202, b"{}", None, [("status", "status 202 is not described")]),
        (302, b"<html>", None, [("status", "status 302 is not described")]),
    ],
)
def test_what_is_no_json_or_not_described_is_told_once(
    status: int, body: bytes, headers: dict[str, str] | None, found: list[tuple[str, str]]
) -> None:
    assert _told(status, body, headers=headers) == found


def _error(code: str, status: int) -> bytes:
    return json.dumps({"code": code, "message": "no", "data": {"status": status}}).encode()


@pytest.mark.parametrize(
    ("status", "code", "found"),
    [
        (404, "woocommerce_rest_term_invalid", []),
        (404, "other", [("code", "status 404 comes with other; described are woocommerce_rest_term_invalid")]),
        (418, "other", [("status", "status 418 (other) is not described")]),
        (
            418,
            "woocommerce_rest_term_invalid",
            [("status", "status 418 (woocommerce_rest_term_invalid) is not described")],
        ),
    ],
)
def test_a_refusal_has_a_status_and_a_code_that_are_described(
    status: int, code: str, found: list[tuple[str, str]]
) -> None:
    assert _told(status, _error(code, status)) == found


def test_a_refusal_of_a_form_of_its_own_is_judged_by_its_schema_alone() -> None:
    described = description("v3")
    own = [
        (id, int(status), operation.answers[status])
        for id, operation in described.operations.items()
        for status in operation.answers
        if status.isdigit() and int(status) >= 400
    ]
    assert own, "the marketplace has some"
    for id, status, _ in own:
        assert [kind for kind, _ in _told(status, b'{"nothing": "of it"}', id) if kind in ("status", "code")] == []
    # No codes are listed for it, so that none is wrong.
    assert [kind for kind, _ in _told(400, _error("other", 400), "orders.fulfillments.get")] == []


@pytest.mark.parametrize(
    ("status", "body", "shows"),
    [
        (500, _error("internal_server_error", 500), True),
        (201, b"", True),
        (201, b" \n", True),
        (500, _error("other", 500), False),
        (502, _error("internal_server_error", 502), False),
        (200, b"", False),
        (201, b"{}", False),
    ],
)
def test_a_defect_is_told_by_status_and_code_or_an_empty_body(status: int, body: bytes, shows: bool) -> None:
    operation = description("legacy-v3").operations["orders.create"]
    exchange = Exchange("POST", "/", "", b"", status, {}, body)
    (known,) = operation.defects
    assert defect(operation, lambda _: True, answered(exchange)) == (known["what"] if shows else "")
    assert defect(operation, lambda _: False, answered(exchange)) == "", "an older release does not have it yet"


@pytest.mark.parametrize("text", ["lots", "", "\u00b2", "9" * 5000, "-1", "1.0", " 1"])
def test_an_odd_total_is_a_finding_and_ends_nothing(text: str) -> None:
    headers = {**_JSON, "x-wp-total": text, "x-wp-totalpages": text, "link": ""}
    found = _told(200, b"[]", "products.tags.list", headers)
    assert {kind for kind, _ in found} == {"header"}
    one = {**_JSON, "x-wp-total": "1", "x-wp-totalpages": "1", "link": ""}
    exchange = Exchange("GET", "/", f"per_page={text}", b"", 200, one, b"[]")
    described = description("v3")
    assert check(described, described.operations["products.tags.list"], exchange, lambda _: False) == []
