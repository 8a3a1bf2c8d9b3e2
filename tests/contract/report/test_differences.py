"""Two stores beside each other, without a store: which differences are told, and which are none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from wooclient.contract.calls.recording import Exchange
from wooclient.contract.report.comparing import Difference, compared, differences
from wooclient.contract.running.outcome import Outcome
from wooclient.contract.running.results import Results
from wooclient.contract.safety.masking import Mask
from wooclient.contract.store.probing import Store

URL, OTHER = "https://one.example", "https://two.example"
MARK, THEIRS = "woospec-000000abc-0001", "woospec-000000abd-0007"
#: Version, scenario, operation, status, body.
Row = tuple[str, str, str, int, Any]


def _taped(rows: Sequence[Row]) -> Results:
    results = Results()
    for version, scenario, operation, status, body in rows:
        exchange = Exchange("GET", "/", "", b"", status, {}, json.dumps(body).encode())
        results.tape.append((version, scenario, operation, results.shelf.put(exchange)))
    return results


def _differences(here: Sequence[Row], there: Sequence[Row]) -> list[Difference]:
    return differences(_taped(here), _taped(there), URL, OTHER)


def _told(here: Any, there: Any, *, statuses: tuple[int, int] = (200, 200)) -> list[tuple[str, str, str, str]]:
    """How two answers to one call differ."""
    rows: list[Row] = [
        ("v3", "one", "products.get", status, body) for status, body in zip(statuses, (here, there), strict=True)
    ]
    return [(one.field, one.what, one.here, one.there) for one in _differences(rows[:1], rows[1:])]


def _own(**fields: Any) -> dict[str, Any]:
    return {"name": MARK, **fields}


def _theirs(**fields: Any) -> dict[str, Any]:
    return {"name": THEIRS, **fields}


# what has to differ


@pytest.mark.parametrize(
    "name",
    [
        # Ids, and what holds one.
        *("id", "ids", "parent", "children", "author", "number", "grouped_products"),
        *("parent_id", "customer_id", "refund_ids", "order_number", "post_author"),
        # What is made up anew for each thing.
        *("order_key", "key", "cart_hash", "secret", "password", "version", "created_via", "ip_address"),
    ],
)
def test_ids_and_what_is_made_up_anew_may_differ_in_value(name: str) -> None:
    assert _told(_own(**{name: "abc"}), _theirs(**{name: "abd"})) == []
    assert _told(_own(deep=[{name: 1}]), _theirs(deep=[{name: 2}])) == []
    assert _told(_own(**{name: 1}), _theirs(**{name: "1"})) == [(f"/{name}", "type", "integer", "string")]


@pytest.mark.parametrize("name", ["identity", "paid", "numbers", "keys", "meta_key", "api_version"])
def test_names_that_only_look_like_those_have_to_be_equal(name: str) -> None:
    assert _told(_own(**{name: "abc"}), _theirs(**{name: "abd"})) == [(f"/{name}", "value", "abc", "abd")]


@pytest.mark.parametrize(
    ("here", "there", "is_equal"),
    [
        (f"{MARK} a", f"{THEIRS} a", True),
        (f"{MARK} a", f"{THEIRS} b", False),
        ("2026-01-01T10:00:00", "2025-12-31 09:00:00Z", True),
        ("2026-01-01", "2026-01-02", True),
        (f"{URL}/?p=12", f"{OTHER}/?p=7", True),
        (f"{URL}/x?key=abc", f"{OTHER}/x?key=abd", True),
        (f"{URL}/tea", f"{OTHER}/coffee", False),
        ("12 pieces", "13 pieces", False),
        (1, 2, False),
        (1, 1.5, False),
        (True, False, False),
    ],
)
def test_marks_dates_and_addresses_may_differ_and_nothing_else(here: Any, there: Any, is_equal: bool) -> None:
    assert [field for field, *_ in _told(_own(x=here), _theirs(x=there))] == ([] if is_equal else ["/x"])


def test_what_may_differ_is_shown_by_a_word_of_its_own() -> None:
    here, there = f"{MARK} of 2026-01-01, {URL}/tea?p=12", f"{THEIRS} of 2026-01-02, {OTHER}/cups?p=3"
    shown = [("/x", "value", "mark of date, store/tea?p=…", "mark of date, store/cups?p=…")]
    assert _told(_own(x=here), _theirs(x=there)) == shown
    assert _told(_own(ids=[1, 2]), _theirs(ids=[1])) == [("/ids/*", "value", "…, …", "…")]


@pytest.mark.parametrize("name", ["args", "schema"])
def test_what_a_store_says_of_its_own_arguments_is_no_answer(name: str) -> None:
    assert _told(_own(**{name: {"a": 1}}), _theirs(**{name: [2]})) == []
    assert _told(_own(deep=[{name: 1}]), _theirs(deep=[{}])) == []
    assert _told(_own(**{f"{name}s": 1}), _theirs()) == [
        (f"/{name}s", "field on one store only", "integer", "not there")
    ]


def test_secrets_of_two_stores_are_no_difference_and_are_not_shown() -> None:
    def gateway(secret: Any, title: str) -> Any:
        settings = {"live": {"type": "password", "value": secret}, "api_key": {"value": secret}}
        return {"id": "card", "title": title, "settings": settings, "token": secret}

    assert _told(gateway("live-1", MARK), gateway("live-2", THEIRS)) == []
    told = _told(gateway("live-1", MARK), gateway("", THEIRS))
    assert {(what, here, there) for _, what, here, there in told} == {("value", "***", "")}
    told = _told(gateway("live-1", MARK), gateway(7, THEIRS))
    assert {(what, here, there) for _, what, here, there in told} == {("type", "string", "integer")}


# types

_OF_A_TYPE = {"boolean": True, "integer": 1, "number": 1.5, "string": "x", "object": {}, "array": []}


@pytest.mark.parametrize("here", _OF_A_TYPE)
@pytest.mark.parametrize("there", _OF_A_TYPE)
def test_types_are_told_by_the_names_that_json_has_for_them(here: str, there: str) -> None:
    told = _told({"x": _OF_A_TYPE[here]}, {"x": _OF_A_TYPE[there]})
    assert told == ([] if here == there else [("/x", "type", here, there)])


def test_null_goes_with_every_type_and_types_of_items_are_put_together() -> None:
    assert _told({"x": None}, {"x": 5}) == _told({"x": 5}, {"x": None}) == []
    assert _told([{"x": None}, {"x": 1}], [{"x": "a"}]) == [("/*/x", "type", "integer or null", "string")]
    assert _told([{"x": "b"}, {"x": 1}], [{"x": "a"}]) == []


def test_a_field_that_one_store_has_is_told_with_its_types_in_order() -> None:
    every = [{"x": value} for value in (None, *_OF_A_TYPE.values())]
    types = "array or boolean or integer or null or number or object or string"
    assert _told({"list": every}, {"list": [{}]}) == [("/list/*/x", "field on one store only", types, "not there")]
    assert _told({"list": [{}]}, {"list": every}) == [("/list/*/x", "field on one store only", "not there", types)]
    assert _told({"list": every}, {"list": []}) == [], "where nothing is, nothing is missed"
    assert _told({}, {"a": {"b": 1}}) == [("/a", "field on one store only", "not there", "object")]


# whose things are compared


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"name": "Tea", "x": 1}, {"name": "Cups", "x": 2}),
        (_own(x=1), {"name": "Cups", "x": 2}),
        ({"name": "Tea", "x": 1}, _theirs(x=2)),
        ([_own(x=1)], [{"name": "Cups", "x": 2}]),
        ([{"name": "Tea", "x": 1}], [_theirs(x=2)]),
        ([_own(x=1), {"name": "Tea", "x": 9}], [{"name": "Cups", "x": 8}, _theirs(x=1)]),
        ({"tags": [_own(x=1), {"name": "Tea", "x": 9}]}, {"tags": [_theirs(x=1)]}),
    ],
)
def test_values_are_compared_of_what_both_runs_made(here: Any, there: Any) -> None:
    assert _told(here, there) == []


@pytest.mark.parametrize(
    ("here", "there", "field"),
    [
        (_own(x=1), _theirs(x=2), "/x"),
        ([_own(x=1), {"name": "Tea", "x": 2}], [_theirs(x=2)], "/*/x"),
        ({"tags": [_own(x=1), {"name": "Tea", "x": 2}]}, {"tags": [_theirs(x=2)]}, "/tags/*/x"),
        ({"tag": _own(x=1)}, {"tag": _theirs(x=2)}, "/tag/x"),
    ],
)
def test_another_value_in_those_is_told(here: Any, there: Any, field: str) -> None:
    assert _told(here, there) == [(field, "value", "1", "2")]


def test_values_of_items_are_told_one_after_the_other_and_no_value_as_nothing() -> None:
    assert _told(_own(x=[1, 2]), _theirs(x=[1, 3])) == [("/x/*", "value", "1, 2", "1, 3")]
    assert _told(_own(x=[]), _theirs(x=None)) == [("/x", "value", "nothing", "null")]
    assert _told(_own(x=None), _theirs(x={})) == [("/x", "value", "null", "nothing")]


# status and code


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ((200, "a"), (201, "a"), [("status", "status", "200", "201")]),
        ((200, "a"), (200, "b"), []),
        ((400, "a"), (400, "b"), [("status", "status", "400 a", "400 b")]),
        ((400, "a"), (401, "a"), [("status", "status", "400 a", "401 a")]),
        ((404, "a"), (404, "a"), []),
        ((200, "a"), (500, "b"), [("status", "status", "200", "500 b")]),
    ],
)
def test_answers_of_another_status_or_refused_with_another_code(here: Any, there: Any, told: Any) -> None:
    bodies = [{"code": code, "message": ""} for _, code in (here, there)]
    assert _told(*bodies, statuses=(here[0], there[0])) == told


@pytest.mark.parametrize(("status", "is_told"), [(200, True), (299, True), (300, False), (404, False)])
def test_only_what_was_done_is_compared_field_by_field(status: int, is_told: bool) -> None:
    told = [("/x", "value", "1", "2")] if is_told else []
    assert _told(_own(x=1), _theirs(x=2), statuses=(status, status)) == told


# which call, and in what order it is told


def test_calls_are_set_side_by_side_by_scenario_and_count() -> None:
    def made(*values: int, scenario: str = "one") -> list[Row]:
        return [("v3", scenario, "products.get", 200, _own(x=value)) for value in values]

    assert _differences(made(1, 2, 3), made(1, 2, 3)) == []
    (told,) = _differences(made(1, 2, 3), made(1, 9, 3))
    assert (told.field, told.here, told.there) == ("/x", "2", "9")
    (told,) = _differences(made(1, 2), made(1))
    assert (told.field, told.what, told.here, told.there) == ("call", "made on one store only", "made", "not made")
    (told,) = _differences(made(1), [*made(1), *made(1, scenario="two")])
    assert (told.scenario, told.here, told.there) == ("two", "not made", "made")


def test_each_field_of_an_operation_is_told_once_by_the_first_scenario_in_order() -> None:
    operations = ("coupons.get", "orders.get", "products.get", "taxes.get")
    scenarios = [f"scenario {letter}" for letter in "lkjihgfedcba"]
    here: list[Row] = [("v3", name, id, 200, {"x": 1}) for name in scenarios for id in operations]
    there: list[Row] = [(*row[:4], {"x": "1"}) for row in here]
    told = [(one.operation, one.field, one.scenario) for one in _differences(here, there)]
    assert told == [(operation, "/x", "scenario a") for operation in operations]


def test_the_newest_version_comes_first_then_the_operation_then_the_gravest() -> None:
    versions = ("legacy-v1", "v1", "v3")
    less: list[Row] = [(version, "one", "orders.get", 200, {"b": 1, "a": 1}) for version in versions]
    more: list[Row] = [(version, "one", "orders.get", 200, {"a": "x", "b": "x", "c": 1}) for version in versions]
    here: list[Row] = [*less, ("v3", "one", "coupons.get", 200, _own(x=1, y="a")), ("v3", "one", "taxes.get", 200, {})]
    there: list[Row] = [
        *more,
        ("v3", "one", "coupons.get", 200, _theirs(x="1", y="b", z=1)),
        ("v3", "one", "a", 404, {}),
    ]
    orders = [
        ("orders.get", "/a", "type"),
        ("orders.get", "/b", "type"),
        ("orders.get", "/c", "field on one store only"),
    ]
    assert [(one.version, one.operation, one.field, one.what) for one in _differences(here, there)] == [
        ("v3", "a", "call", "made on one store only"),
        ("v3", "coupons.get", "/x", "type"),
        ("v3", "coupons.get", "/z", "field on one store only"),
        ("v3", "coupons.get", "/y", "value"),
        *(("v3", *one) for one in orders),
        ("v3", "taxes.get", "call", "made on one store only"),
        *(("v1", *one) for one in orders),
        *(("legacy-v1", *one) for one in orders),
    ]


def test_fields_of_one_kind_are_told_in_the_order_of_their_names() -> None:
    names = [f"field_{letter}" for letter in "lkjihgfedcba"]
    told = _told(dict.fromkeys(names, 1), dict.fromkeys(names, "1"))
    assert [field for field, *_ in told] == [f"/field_{letter}" for letter in "abcdefghijkl"]


def _outcome(url: str, *rows: Row) -> Outcome:
    store = Store(url, {"v3": frozenset()}, frozenset(), {}, "")
    return Outcome("abcdefghi", store, ("v3",), False, datetime(2026, 1, 2, tzinfo=UTC), _taped(rows))


def test_a_report_tells_the_differences_beside_the_second_store_cut_and_without_keys() -> None:
    here: Row = ("v3", "one", "products.get", 200, _own(x="a" * 400, y=f"{URL}/secret-word"))
    there: Row = ("v3", "one", "products.get", 200, _theirs(x="b" * 300, y="word-of-two"))
    found = compared(_outcome(URL, here), _outcome(OTHER, there), Mask("", "secret-word", "", "word-of-two"))
    told = {"version": "v3", "operation": "products.get", "scenario": "one", "what": "value"}
    assert found["differences"] == [
        {**told, "field": "/x", "here": "a" * 300 + "… (400 characters in all)", "there": "b" * 300},
        {**told, "field": "/y", "here": "store/***", "there": "***"},
    ]
    assert found["store"]["url"] == OTHER
