"""What a scenario works with, without a store: answers are written out here, and each way to end has its test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contract.staging import MARK, OTHERS, Stage
from wooclient.contract.calls.steps import Call, Steps
from wooclient.contract.running.run import Run
from wooclient.contract.safety.journal import Loan

_CURRENCY = ("general", "woocommerce_currency")
_NO = (403, {"code": "woocommerce_rest_cannot_view", "message": "no", "data": {"status": 403}})
_GONE = (404, {"code": "woocommerce_rest_term_invalid", "message": "no", "data": {"status": 404}})
_TAG = (201, {"id": 7, "name": MARK})


def _makes(run: Run) -> Steps[None]:
    made = yield from run.needed("products.tags.create", name=run.mark)
    run.made("products.tags.delete", made.body["id"], force=True)
    yield from run.answer("products.tags.list")


# what ends a scenario


def test_what_was_made_is_removed_at_the_end() -> None:
    stage = Stage({"products.tags.create": _TAG})
    assert stage.play(_makes)
    assert stage.calls == ["products.tags.create", "products.tags.list", "--", "products.tags.delete 7"]
    assert (stage.results.left, +stage.results.owed) == ([], {})


def test_a_refusal_of_what_is_needed_ends_it() -> None:
    stage = Stage({"products.tags.create": _NO})
    assert not stage.play(_makes)
    assert stage.calls == ["products.tags.create", "--"]
    assert [text.split(":")[0] for text in stage.behaviour] == ["refused"]


@pytest.mark.parametrize("ways", ["answer", "perhaps", "together"])
def test_what_the_store_does_not_serve_ends_it_and_nothing_is_held_against_it(ways: str) -> None:
    def asks(run: Run) -> Steps[None]:
        if ways == "together":
            yield from run.together(Call("products.tags.list"), Call("products.tags.get", (7,)))
        else:
            yield from getattr(run, ways)(*([()] if ways == "perhaps" else []), "products.tags.get", 7)

    stage = Stage({}, without=("products.tags.get",))
    assert not stage.play(asks)
    assert (stage.calls, stage.results.failures, stage.results.crashes) == (["--"], [], [])


def test_a_stage_that_cannot_be_set_ends_it_and_is_no_operations_fault() -> None:
    def sets(run: Run) -> Steps[None]:
        yield from run.staged("products.tags.create", name=run.mark)
        pytest.fail("it went on")

    stage = Stage({"products.tags.create": _NO}, version="v1")
    assert not stage.play(sets)
    assert stage.results.failures == []
    (crash,) = stage.results.crashes
    assert crash.startswith("v1 one, sync: the stage could not be set by products.tags.create of wc/v3: ")


def test_a_stage_is_set_by_operations_that_the_version_itself_does_not_have() -> None:
    run = Stage({}, version="v1").run
    assert run.client_operation("products.brands.create", "v3").method == "POST"
    assert run.client_operation("products.list", "v3").version.prefix == "/wp-json/wc/v3"
    assert run.client_operation("products.list").version.prefix == "/wp-json/wc/v1"


def test_a_call_that_sets_the_stage_is_judged_elsewhere() -> None:
    def sets(run: Run) -> Steps[None]:
        yield from run.staged("products.tags.create", name=run.mark)

    stage = Stage({"products.tags.create": (201, {"nothing": "as described"})}, version="v1")
    assert stage.play(sets)
    assert stage.results.failures == []
    assert stage.results.entries["v1", "products.tags.create"].successes["sync"] == 0


# what is not the run's own


def _deletes(*ids: int) -> Callable[[Run], Steps[None]]:
    def scenario(run: Run) -> Steps[None]:
        for id in ids:
            yield from run.answer("products.tags.delete", id, force=True)

    return scenario


@pytest.mark.parametrize(
    ("shown", "deleted"),
    [
        ((200, {"id": 7, "name": MARK}), True),
        ((200, {"id": 7, "name": OTHERS}), False),
        ((200, {"id": 7, "name": "Tea"}), False),
        (_GONE, True),
        (_NO, False),
        ((404, {"code": "rest_no_route", "message": "no"}), False),
        ((404, {"message": "a web server's own"}), False),
        ((404, "Not Found"), False),
        ((401, {"code": "x", "message": "no"}), False),
        ((410, {"code": "x", "message": "no"}), False),
        ((500, {"code": "x", "message": "no"}), False),
        ((0, None), False),
    ],
)
def test_only_the_runs_own_and_what_is_not_there_is_called(shown: tuple[int, Any], deleted: bool) -> None:
    stage = Stage({"products.tags.get": shown})
    assert stage.play(_deletes(7)) is deleted
    assert stage.calls == ["products.tags.get 7 @v3", *(["products.tags.delete 7"] if deleted else []), "--"]


@pytest.mark.parametrize(
    ("operation", "ids", "given"),
    [
        ("settings.options.update", _CURRENCY, {"value": "EUR"}),
        ("settings.options.batch", ("general",), {"update": [{"id": "woocommerce_currency", "value": "EUR"}]}),
        ("settings.batch", (), {"update": [{"group_id": "general", "id": "woocommerce_currency", "value": "EUR"}]}),
    ],
)
@pytest.mark.parametrize("shown", [_GONE, (200, []), (200, {"id": "woocommerce_currency", "value": MARK})])
def test_a_setting_that_was_not_borrowed_is_never_changed(
    operation: str, ids: tuple[str, ...], given: Any, shown: tuple[int, Any]
) -> None:
    """Nothing is asked for: a web server that refuses the slash in what names it would say that it is not there."""

    def changes(run: Run) -> Steps[None]:
        yield from run.answer(operation, *ids, **given)

    stage = Stage(dict.fromkeys(("settings.options.list", "settings.options.get"), shown))
    assert not stage.play(changes)
    assert stage.calls == ["--"]
    assert stage.behaviour == [
        f"{operation} was not called: nothing shows that this run made "
        "/settings/general/woocommerce_currency, or that it is not there"
    ]


def test_of_what_is_anothers_a_finding_tells_and_of_what_cannot_be_seen_the_report() -> None:
    stage = Stage({"products.tags.get": (200, {"id": 7, "name": OTHERS})})
    stage.play(_deletes(7))
    assert stage.behaviour == [
        "products.tags.delete was not called: "
        "nothing shows that this run made /products/tags/7, or that it is not there"
    ]
    assert stage.why("products.tags.delete") == ""
    assert stage.results.left == [], "it is another's, and stays with it"
    stage = Stage({"products.tags.get": _NO})
    stage.play(_deletes(7))
    assert stage.behaviour == []
    assert stage.why("products.tags.delete") == (
        "whether /products/tags/7 is there cannot be seen: "
        "asked for it, the store answers 403 woocommerce_rest_cannot_view"
    )


@pytest.mark.parametrize("shown", [(200, {"id": 7, "name": OTHERS}), _NO])
def test_a_stage_that_would_change_what_is_anothers_is_no_operations_fault(shown: tuple[int, Any]) -> None:
    def sets(run: Run) -> Steps[None]:
        yield from run.staged("products.tags.delete", 7, force=True)

    stage = Stage({"products.tags.get": shown}, version="v1")
    assert not stage.play(sets)
    assert stage.results.failures == []
    (crash,) = stage.results.crashes
    assert "products.tags.delete was not called: nothing shows that this run made /products/tags/7" in crash


def test_of_several_calls_at_once_none_is_made_if_one_may_not_be() -> None:
    def both(run: Run) -> Steps[None]:
        yield from run.together(Call("products.tags.list"), Call("products.tags.delete", (7,), {"force": True}))

    stage = Stage({"products.tags.get": (200, {"id": 7, "name": "Tea"})})
    assert not stage.play(both)
    assert stage.calls == ["products.tags.get 7 @v3", "--"]


@pytest.mark.parametrize("shown", [(200, {"id": 8, "name": "Tea"}), _NO])
def test_what_is_not_the_runs_own_is_not_removed_at_the_end_and_the_report_says_so(shown: tuple[int, Any]) -> None:
    def claims(run: Run) -> Steps[None]:
        run.made("products.tags.delete", 8, force=True)
        yield from run.answer("products.tags.list")

    stage = Stage({"products.tags.get": shown})
    assert stage.play(claims)
    assert stage.calls == ["products.tags.list", "--", "products.tags.get 8 @v3"]
    assert stage.results.left == [f"v3 products.tags.delete 8 ({MARK})"]
    assert +stage.results.owed == {}


@pytest.mark.parametrize(("status", "left"), [(200, 0), (404, 0), (410, 0), (400, 1), (403, 1), (500, 1), (0, 1)])
def test_what_cannot_be_removed_is_left_and_what_is_gone_is_not(status: int, left: int) -> None:
    stage = Stage({"products.tags.create": _TAG, "products.tags.delete": (status, {"code": "x", "message": "no"})})
    stage.play(_makes)
    assert stage.results.left == [f"v3 products.tags.delete 7 ({MARK})"] * left


def test_what_is_gone_already_is_not_removed_again() -> None:
    def tidies(run: Run) -> Steps[None]:
        yield from _makes(run)
        yield from run.answer("products.tags.delete", 7, force=True)
        run.gone("products.tags.delete", 8)
        run.gone("products.tags.delete", 7)

    stage = Stage({"products.tags.create": _TAG})
    assert stage.play(tidies)
    assert stage.calls[-2:] == ["products.tags.delete 7", "--"]
    assert +stage.results.owed == {}


# notes of orders


_ORDER = (201, {"id": 9})


def _orders(run: Run) -> Steps[None]:
    yield from run.needed("orders.create")
    yield from run.answer("orders.delete", 9, force=True)
    yield from run.answer("orders.list")


@pytest.mark.parametrize(
    ("system", "looks"),
    [
        (None, True),
        ({}, True),
        ({"settings": {"HPOS_enabled": True}}, True),
        ({"settings": {"HPOS_enabled": False}}, False),
    ],
)
def test_notes_are_asked_for_unless_the_store_says_that_they_go_with_their_order(system: Any, looks: bool) -> None:
    stage = Stage({"orders.create": _ORDER, "orders.notes.list": (200, [])}, system=system)
    assert stage.play(_orders)
    asked = ["orders.notes.list 9 @v3"] if looks else []
    assert stage.calls == ["orders.create", *asked, "orders.delete 9", "orders.list", "--"]


def test_an_order_whose_notes_stay_is_not_removed() -> None:
    stage = Stage({"orders.create": _ORDER, "orders.notes.list": (200, [{"id": 3}])})
    assert not stage.play(_orders)
    look, take = "orders.notes.list 9 @v3", "orders.notes.delete 9 3 @v3"
    assert stage.calls == ["orders.create", look, take, look, "--"]
    assert stage.results.left == [f"v3 orders.notes.delete 9 3 ({MARK})"]


# what is borrowed


def _borrows(run: Run) -> Steps[None]:
    yield from run.borrow("settings.options.get", "settings.options.update", *_CURRENCY, fields=("value",))
    yield from run.answer("settings.options.update", *_CURRENCY, value="EUR")


_GET, _PUT = "settings.options.get general woocommerce_currency", "settings.options.update general woocommerce_currency"


def test_what_is_borrowed_is_noted_changed_put_back_and_settled() -> None:
    stage = Stage({"settings.options.get": (200, {"value": "USD", "id": "x"})})
    assert stage.play(_borrows)
    assert stage.calls == [_GET, _PUT, "--", _PUT]
    loan = Loan("v3", "settings.options.update", _CURRENCY, {"value": "USD"})
    assert (stage.notes.noted, stage.notes.settled) == ([loan], [loan])


def test_a_loan_is_struck_out_once_and_only_for_the_call_that_put_it_back() -> None:
    """Another call that says the same, such as one of the scenario, puts nothing back for good."""
    calls: list[Call] = []

    def again(run: Run) -> Steps[None]:
        yield from run.borrow("settings.options.get", "settings.options.update", *_CURRENCY, fields=("value",))
        yield from run.answer("settings.options.update", *_CURRENCY, value="USD")
        assert stage.notes.settled == []
        calls.append(run._cleanup[0])

    stage = Stage({"settings.options.get": (200, {"value": "USD"})})
    assert stage.play(again)
    stage.run.took(stage.answer(calls[0]))
    assert stage.notes.settled == stage.notes.noted
    assert len(stage.notes.settled) == 1


def test_a_loan_that_is_not_put_back_is_not_settled() -> None:
    def refused(run: Run) -> Steps[None]:
        yield from run.borrow("settings.options.get", "settings.options.update", *_CURRENCY, fields=("value",))

    stage = Stage({"settings.options.get": (200, {"value": "USD"}), "settings.options.update": _NO})
    assert stage.play(refused)
    assert stage.notes.settled == []
    assert stage.results.left == [f"v3 {_PUT} ({MARK})"]


def test_what_cannot_be_read_is_not_borrowed() -> None:
    stage = Stage({"settings.options.get": _NO})
    assert not stage.play(_borrows)
    assert (stage.calls, stage.notes.noted) == ([_GET, "--"], [])


def test_what_another_run_has_put_there_is_not_borrowed() -> None:
    stage = Stage({"settings.options.get": (200, {"value": f"{OTHERS} x"})})
    assert not stage.play(_borrows)
    assert (stage.calls, stage.notes.noted) == ([_GET, "--"], [])
    assert stage.why("settings.options.update") == f"{_PUT} holds what another run has put there"


def test_what_cannot_be_noted_is_not_changed() -> None:
    stage = Stage({"settings.options.get": (200, {"value": "USD"})}, keeps=False)
    assert not stage.play(_borrows)
    assert stage.calls == [_GET, "--"]
    assert stage.why("settings.options.update") == "what would be changed cannot be noted in the store: full"
    assert +stage.results.owed == {}


def test_inner_fields_are_borrowed_by_their_values() -> None:
    def gateway(run: Run) -> Steps[None]:
        fields = ("enabled", "settings.title", "settings.text")
        found.append((yield from run.borrow("payment_gateways.get", "payment_gateways.update", "bacs", fields=fields)))

    found: list[Any] = []
    settings = {"title": {"value": "Bank", "type": "text"}, "text": {"value": ""}, "other": {"value": "x"}}
    stage = Stage({"payment_gateways.get": (200, {"enabled": True, "settings": settings, "order": 1})})
    assert stage.play(gateway)
    assert found == [{"enabled": True, "settings": {"title": "Bank", "text": ""}}]
