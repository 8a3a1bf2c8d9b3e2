"""One answer held against the description, without a store: headers, totals, pages, defects, the way there and back."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from wooclient.contract.calls import checking
from wooclient.contract.calls.checking import Finding, Judged, answered, check, defect
from wooclient.contract.calls.recording import Exchange
from wooclient.contract.described.description import Described, description

_JSON = {"content-type": "application/json; charset=UTF-8"}


def _exchange(body: Any, *, status: int = 200, query: str = "", **headers: str) -> Exchange:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Exchange("GET", "/", query, b"", status, {**_JSON, **named}, json.dumps(body).encode())


def _operation(id: str = "products.tags.list", version: str = "v3", **changes: Any) -> Described:
    return replace(description(version).operations[id], **changes)


def _told(operation: Described, exchange: Exchange, *, version: str = "v3", known: tuple[str, ...] = ()) -> list[str]:
    """What is said of an answer's headers, by a store that has what these releases brought."""
    found = check(description(version), operation, exchange, lambda since: since in ("", *known))
    return [finding.message for finding in found if finding.kind == "header"]


# headers that have to be there


@pytest.mark.parametrize(
    ("required", "since", "unless_empty", "body", "is_missed"),
    [
        (True, "", False, [], True),
        (True, "", True, [], True),
        (True, "10.5", False, [], True),
        (False, "", False, [{"id": 5}], False),
        # It came with a release: 9.9, which the store has, or 10.5, which it has not.
        (False, "9.9", False, [], True),
        (False, "10.5", False, [{"id": 5}], False),
        # It comes with everything but an empty list.
        (False, "", True, [], False),
        (False, "", True, [{"id": 5}], True),
        (False, "10.5", True, [{"id": 5}], True),
        (False, "10.5", True, [], False),
    ],
)
def test_which_headers_are_missed(required: bool, since: str, unless_empty: bool, body: Any, is_missed: bool) -> None:
    header = {"required": required, "since": since, "unless_empty": unless_empty, "schema": {"type": "integer"}}
    operation = _operation(headers={"200": {"X-Total-Weight": header}})
    told = ["the header X-Total-Weight is missing"] if is_missed else []
    assert _told(operation, _exchange(body), known=("9.9",)) == told
    assert _told(operation, _exchange(body, x_total_weight="4"), known=("9.9",)) == []
    (wrong,) = _told(operation, _exchange(body, x_total_weight="4 kg"), known=("9.9",))
    assert wrong.startswith("X-Total-Weight: ")
    assert _told(operation, _exchange(body, status=201), known=("9.9",)) == [], "it is described for another status"


# totals

_BRANCH, _LEAF = {"id": 5, "parent": 0}, {"id": 5}


@pytest.mark.parametrize(
    ("query", "items", "fits"),
    [
        ("", [_LEAF], True),
        ("", [_LEAF, _LEAF], False),
        ("", [_BRANCH, _BRANCH], False),
        ("hide_empty=false", [_BRANCH, _BRANCH], False),
        ("per_page=10&hide_empty=true", [_BRANCH, _BRANCH], True),
        ("hide_empty=true", [_BRANCH, _LEAF], False),
        ("hide_empty=true", [_LEAF, _LEAF], False),
    ],
)
@pytest.mark.parametrize("names", [("x_wp_total", "x_wp_totalpages"), ("x_wc_total", "x_wc_totalpages")])
def test_no_more_may_come_than_the_total_unless_it_is_a_tree_without_what_is_empty(
    query: str, items: list[Any], fits: bool, names: tuple[str, str]
) -> None:
    body = items if "wp" in names[0] else {"products": items}
    exchange = _exchange(body, query=query, **dict.fromkeys(names, "1"))
    told = _told(_operation(headers={}), exchange)
    assert told == ([] if fits else [f"the total is 1, yet {len(items)} came"])


@pytest.mark.parametrize("names", [("x_wp_total", "x_wp_totalpages"), ("x_wc_total", "x_wc_totalpages")])
def test_pages_are_counted_under_either_name_and_only_where_there_is_a_total(names: tuple[str, str]) -> None:
    operation, (total, pages) = _operation(headers={}), names
    assert _told(operation, _exchange([], **{total: "10", pages: "2"})) == ["2 pages of 10 things in all"]
    assert _told(operation, _exchange([], **{total: "10"})) == []
    assert _told(operation, _exchange([], **{pages: "2"})) == []
    assert _told(operation, _exchange({"count": 7}, **{total: "10", pages: "2"})) == [], "it is no list"


@pytest.mark.parametrize(
    ("query", "total", "pages", "fits"),
    [
        ("", 11, 2, True),
        ("", 11, 3, False),
        ("", 11, 11, False),
        ("per_page=5", 11, 3, True),
        ("per_page=5", 11, 2, False),
        ("per_page=100", 100, 1, True),
        ("per_page=100", 100, 2, False),
        # WordPress takes the last of several.
        ("per_page=5&per_page=11", 11, 1, True),
        ("per_page=11&per_page=5", 11, 1, False),
    ],
)
def test_a_page_holds_what_was_asked_for_or_ten(query: str, total: int, pages: int, fits: bool) -> None:
    exchange = _exchange([], query=query, x_wp_total=str(total), x_wp_totalpages=str(pages))
    assert _told(_operation(headers={}), exchange) == ([] if fits else [f"{pages} pages of {total} things in all"])


@pytest.mark.parametrize(("total", "pages", "fits"), [(3, 3, True), (3, 1, True), (3, 4, False), (0, 0, True)])
def test_where_nothing_tells_how_long_pages_are_none_is_empty(total: int, pages: int, fits: bool) -> None:
    exchange = _exchange([], x_wp_total=str(total), x_wp_totalpages=str(pages))
    told = _told(_operation(headers={}, parameters={}), exchange)
    assert told == ([] if fits else [f"{pages} pages of {total} things in all"])


# what stores are known to do wrong


@pytest.mark.parametrize(
    ("more", "has", "told"),
    [
        ({"since": "8.9"}, (), ""),
        ({"since": "8.9"}, ("8.9",), "it falls over"),
        ({"since": "8.9", "until": "10.1"}, ("8.9",), "it falls over"),
        ({"since": "8.9", "until": "10.1"}, ("8.9", "10.1"), ""),
        ({"since": "8.9", "until": "10.1"}, (), ""),
        ({"until": "10.1"}, (), "it falls over"),
        ({"until": "10.1"}, ("10.1",), ""),
        ({}, (), "it falls over"),
    ],
)
def test_a_defect_is_one_of_the_releases_from_since_on_and_before_until(
    more: dict[str, str], has: tuple[str, ...], told: str
) -> None:
    operation = _operation(defects=[{"answers": ["500 broken", "201 empty"], "what": "it falls over", **more}])
    for exchange in (_exchange({"code": "broken", "message": ""}, status=500), replace(_empty(), status=201)):
        assert defect(operation, lambda since: since in ("", *has), answered(exchange)) == told
    assert defect(operation, lambda _: True, answered(_empty())) == "", "200 empty is another answer"


def _empty() -> Exchange:
    return replace(_exchange(None), response=b"\n")


def test_of_an_operation_without_defects_and_of_the_first_of_two_that_fits() -> None:
    both = [{"answers": ["200 empty"], "what": what} for what in ("one", "two")]
    assert defect(_operation(defects=()), lambda _: True, answered(_empty())) == ""
    assert defect(_operation(defects=both), lambda _: True, answered(_empty())) == "one"


# there and back


def _nested(depth: int, leaf: Any) -> Any:
    """Objects in objects that all differ in three members, of which `a` leads on."""
    return {"c": leaf, "b": leaf, "a": _nested(depth - 1, leaf) if depth else leaf}


@pytest.mark.parametrize(
    ("read", "written", "pointer"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, None),
        ([1, "x", None], [1, "x", None], None),
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, "/b"),
        ({"a": 1}, {"a": 1.0}, "/a"),
        ({"a": 1}, {"a": True}, "/a"),
        ({"a": 1}, {"a": "1"}, "/a"),
        ({"a": 1}, {"a": 1, "b": 2}, "/b"),
        ({"a": 1, "b": 2}, {"a": 1}, "/b"),
        ([{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 3}], "/1/a"),
        ({"a": [1, 2]}, {"a": [1]}, "/a"),
        ({"a": [1]}, {"a": {"0": 1}}, "/a"),
        ([1], 1, ""),
        # Where much differs, the first by name is shown, each time the same.
        (_nested(12, 1), _nested(12, 2), "/a" * 13),
    ],
)
def test_what_is_not_written_back_as_it_was_read_is_told_at_its_place(
    monkeypatch: pytest.MonkeyPatch, read: Any, written: Any, pointer: str | None
) -> None:
    client = SimpleNamespace(decode=lambda body, *, strict: json.loads(body), encode=lambda _: written)
    monkeypatch.setattr(checking, "client_operations", lambda version: {"products.tags.list": client})
    found = check(description("v3"), _operation(headers={}), _exchange(read), lambda _: True)
    told = [(one.pointer, one.message) for one in found if one.kind == "roundtrip"]
    assert told == ([] if pointer is None else [(pointer, "read and written back, it is not the same")])


@pytest.mark.parametrize(("query", "strict"), [("", True), ("_fields=id", False), ("page=1&_fields=id", False)])
def test_the_client_is_to_refuse_whatever_is_wrong_unless_only_some_fields_were_asked_for(
    monkeypatch: pytest.MonkeyPatch, query: str, strict: bool
) -> None:
    def refuses(body: bytes, *, strict: bool) -> Any:
        how.append(strict)
        raise ValueError("2 errors\n  name: \n    not a text\n    For further information visit https://x.example/1")

    how: list[bool] = []
    client = SimpleNamespace(decode=refuses)
    monkeypatch.setattr(checking, "client_operations", lambda version: {"products.tags.list": client})
    operation = _operation(headers={})
    tag = {"id": "x", "name": "a", "slug": "a", "description": "", "count": 0, "_links": {}}
    found = check(description("v3"), operation, _exchange([tag], query=query), lambda _: True)
    (told,) = [one for one in found if one.kind == "decode"]
    assert told.message == "the client's types refuse it: 2 errors name: not a text"
    assert (told.place, told.cause, how) == (operation.place, "/0/id", [strict])


def test_what_the_clients_types_say_of_a_secret_does_not_show_it() -> None:
    """A setting that lacks something is refused whole, with the key of a payment provider in it."""
    setting = {"id": "api", "label": "", "description": "", "type": "password", "value": "live-1", "placeholder": 7}
    gateway = {"id": "card", "settings": {"api": setting}}
    operation = description("v3").operations["payment_gateways.get"]
    found = check(description("v3"), operation, _exchange(gateway), lambda _: True)
    (told,) = [one.message for one in found if one.kind == "decode"]
    assert "settings.api.default Field required [type=missing, input_type=dict]" in told
    assert "settings.api.placeholder Input should be a valid string [type=string_type, input_type=int]" in told
    assert "live-1" not in " ".join(one.message for one in found)


# bodies that come again


def test_a_body_that_comes_again_is_judged_once_and_told_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[bytes]()

    def decode(body: bytes, *, strict: bool) -> Any:
        read.append(body)
        return json.loads(body)

    client = SimpleNamespace(decode=decode, encode=lambda value: value)
    monkeypatch.setattr(
        checking, "client_operations", lambda version: dict.fromkeys(description("v3").operations, client)
    )
    judged, wrong, operation = Judged(), _exchange([{"id": "x"}]), _operation(headers={})

    def found(exchange: Exchange, of: Described = operation) -> list[Finding]:
        return check(description("v3"), of, exchange, lambda _: True, judged)

    assert found(wrong) == found(replace(wrong)) != []
    assert len(read) == 1
    assert found(_exchange([])) == []
    # What else decides: the operation, the status, and whether some fields were asked for.
    assert {one.place for one in found(wrong, _operation("products.categories.list", headers={}))} != {
        one.place for one in found(wrong)
    }
    assert [one.kind for one in found(replace(wrong, status=401))] != [one.kind for one in found(wrong)]
    assert len(found(_exchange([{"id": "x"}], query="_fields=id"))) < len(found(wrong))


# what findings have in common


@pytest.mark.parametrize(
    ("kind", "pointer", "message", "same"),
    [
        ("body", "/3/meta/12/value", '7 is not of type "string"', ("/*/meta/*/value", '… is not of type "string"')),
        ("body", "/0", '"a\nb" is longer than 1 character', ("/*", "… is longer than 1 character")),
        ("body", "/a1/2b", "[] has less than 1 item", ("/a1/2b", "… has less than 1 item")),
        ("behaviour", "/12", "it differs", ("/*", "it differs")),
        # What is said of the whole has no value in front.
        ("status", "", "status 202 is not described", ("", "status 202 is not described")),
        ("decode", "", "the client's types refuse it: name", ("", "")),
    ],
)
def test_findings_that_differ_in_item_and_value_are_the_same(
    kind: str, pointer: str, message: str, same: tuple[str, str]
) -> None:
    assert Finding(kind, message, pointer, "a.yaml:7", "/cause", "defect").sameness == (kind, *same, "a.yaml:7")
