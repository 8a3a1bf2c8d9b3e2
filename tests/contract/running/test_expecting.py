"""What scenarios call of a run, what goes out for it, and what it expects of the answers: without a store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contract.staging import MARK, Answers, Stage
from wooclient.contract.calls.steps import Answer, Call, Steps
from wooclient.contract.described.description import description
from wooclient.contract.running.results import Entry
from wooclient.contract.running.run import Run

_GONE = (404, {"code": "woocommerce_rest_term_invalid", "message": "no", "data": {"status": 404}})
_GET = "products.tags.get"


def _run(version: str = "v3", **more: Any) -> Run:
    return Stage({}, version=version, **more).run


# what goes out, and what comes back


def _carried(steps: Steps[Any], answer: Any) -> tuple[Any, Any]:
    """What a step asks for, and what the scenario gets for an answer."""
    asked = next(steps)
    with pytest.raises(StopIteration) as done:
        steps.send(answer)
    return asked, done.value.value


_ANSWER = Answer(Call(_GET), "the result", None, [])


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        (lambda run: run.answer(_GET, 7, a=1), Call(_GET, (7,), {"a": 1}, (), "", "own", may=False, stage="")),
        (lambda run: run.answer(_GET, refusals=("x",), method="send"), Call(_GET, (), {}, ("x",), "send", "own")),
        (lambda run: run.answer(_GET, 7, key="none"), Call(_GET, (7,), {}, (), "", "none")),
        (lambda run: run.needed(_GET, 7, key="wrong", a=1), Call(_GET, (7,), {"a": 1}, (), "", "wrong")),
        (lambda run: run.refused("x", _GET, 7, a=1), Call(_GET, (7,), {"a": 1}, ("x",), "", "own")),
        (lambda run: run.refused(("x", "y"), _GET, key="none"), Call(_GET, (), {}, ("x", "y"), "", "none")),
        (lambda run: run.perhaps("x", _GET, 7, a=1), Call(_GET, (7,), {"a": 1}, ("x",), "", "own", may=True)),
        (lambda run: run.perhaps(("x", "y"), _GET), Call(_GET, (), {}, ("x", "y"), may=True)),
    ],
)
def test_a_step_is_one_call_and_gets_its_answer(way: Callable[[Run], Steps[Any]], asked: Call) -> None:
    assert _carried(way(_run()), _ANSWER) == (asked, _ANSWER)


def test_a_call_gets_the_clients_result_a_stage_the_body_and_several_their_answers() -> None:
    run = _run()
    assert _carried(run.call(_GET, 7, a=1), _ANSWER) == (Call(_GET, (7,), {"a": 1}), "the result")
    staged = Stage({"products.tags.create": (201, {"id": 9})}).answer(Call("products.tags.create"))
    asked = Call("products.tags.create", (7,), {"a": 1}, stage="v3")
    assert _carried(run.staged("products.tags.create", 7, a=1), staged) == (asked, {"id": 9})
    calls = [Call(_GET, (7,)), Call("products.tags.list")]
    assert _carried(run.together(*calls), [_ANSWER, staged]) == (calls, [_ANSWER, staged])


# what the description and the store say


def test_what_is_served_is_what_the_store_has() -> None:
    run = _run(without=(_GET,))
    assert [run.served(operation) for operation in ("products.tags.list", _GET, "nothing")] == [True, False, False]


@pytest.mark.parametrize(
    ("release", "since", "knows"),
    [
        ("9.9", "9.9", True),
        ("9.9.5", "10.5", False),
        ("10.5", "10.5.1", False),
        ("10.10", "10.9", True),
        ("10.\u00b2.5", "10.5", True),
        ("10.5.0-rc.1", "10.5", True),
        ("", "10.5", True),
        ("9.0", "", True),
        ("", "", True),
    ],
)
def test_what_came_later_is_not_asked_of_an_older_release(release: str, since: str, knows: bool) -> None:
    assert _run(system={"environment": {"version": release}} if release else None).knows(since) is knows


@pytest.mark.parametrize(
    ("version", "operation", "fits"),
    [
        ("v3", "products.tags.update", {"name": "x", "slug": "x"}),
        ("v3", "products.tags.list", {"slug": "x", "page": 2}),
        ("v3", "products.tags.delete", {"force": True}),
        # The fields of the legacy API stand in an envelope.
        ("legacy-v3", "products.tags.create", {"name": "x", "slug": "x"}),
        ("legacy-v3", "products.tags.get", {}),
    ],
)
def test_only_what_an_operation_takes_fits_it_and_no_id_of_its_path(
    version: str, operation: str, fits: dict[str, Any]
) -> None:
    offered = {"id": 7, "name": "x", "slug": "x", "page": 2, "force": True, "nothing": 1, "product_tag": {}}
    assert _run(version).fit(operation, offered) == fits


def test_codes_are_those_that_are_described_for_a_status() -> None:
    run = _run()
    assert run.codes(_GET, 404) == ("woocommerce_rest_term_invalid",)
    assert run.codes(_GET, 418) == ()
    assert run.codes(_GET, 418, 404, 404) == ("woocommerce_rest_term_invalid",) * 2


# what is noted


def _entry(stage: Stage, operation: str = _GET) -> Entry:
    return stage.results.entries["v3", operation]


def test_an_answer_counts_and_what_is_wrong_with_it_is_found() -> None:
    def asks(run: Run) -> Steps[None]:
        yield from run.answer(_GET, 7)
        yield from run.perhaps("woocommerce_rest_term_invalid", _GET, 8)

    stage = Stage({f"{_GET} 7": (200, {"id": "x"}), f"{_GET} 8": _GONE})
    assert stage.play(asks)
    assert (_entry(stage).successes["sync"], _entry(stage).refusals["sync"]) == (1, 1)
    assert "/id" in [failure.finding.pointer for failure in _entry(stage).failures]
    assert {failure.finding.kind for failure in _entry(stage).failures} == {"body", "decode"}


def test_why_an_operation_is_not_run_or_always_refused_is_noted() -> None:
    stage = Stage({})
    stage.run.always_refused(_GET, "it was shut down")
    stage.run.not_run(_GET, "it would cost money")
    assert (_entry(stage).always_refused, _entry(stage).why) == ("it was shut down", "it would cost money")


def test_an_expectation_says_whether_it_holds() -> None:
    def expects(run: Run) -> Steps[None]:
        yield from run.answer("products.tags.list")
        held.extend([run.expect(True, "fine"), run.expect(False, "odd", "/0")])

    held: list[bool] = []
    stage = Stage({})
    assert stage.play(expects)
    assert (held, stage.behaviour) == ([True, False], ["odd"])
    finding = _entry(stage, "products.tags.list").failures[-1].finding
    assert finding.pointer == "/0"
    assert finding.place == description("v3").operations["products.tags.list"].place
    assert finding.place.startswith("resources/")


def test_a_write_that_is_refused_before_the_end_leaves_nothing() -> None:
    def asks(run: Run) -> Steps[None]:
        yield from run.refused("no", "products.tags.delete", 7, force=True)

    stage = Stage({_GET: _GONE, "products.tags.delete": (403, {"code": "no", "message": "no"})})
    assert stage.play(asks)
    assert (stage.results.left, stage.behaviour) == ([], [])


def test_of_what_is_owed_only_what_is_gone_is_struck_out() -> None:
    def tidies(run: Run) -> Steps[None]:
        for number in (7, 8):
            made = yield from run.needed("products.tags.create")
            run.made("products.tags.delete", made.body["id"], force=True)
            stage.answers = {"products.tags.create": (201, {"id": number + 1})}
        run.gone("products.tags.delete", 7)
        run.gone("products.categories.delete", 8)
        owed.update(stage.results.owed)

    owed: dict[str, int] = {}
    stage = Stage({"products.tags.create": (201, {"id": 7})})
    assert stage.play(tidies)
    first, second = (f"v3 products.tags.delete {number} ({MARK})" for number in (7, 8))
    assert owed == {first: 0, second: 1}
    assert stage.results.owed == {first: 0, second: 0}
    assert stage.calls[-2:] == ["--", "products.tags.delete 8"]


class Told(Stage):
    """Keeps the calls themselves."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.made: list[Call] = []

    def answer(self, call: Call) -> Answer:
        self.made.append(call)
        return super().answer(call)


def test_an_order_whose_notes_stay_is_not_removed_at_the_end_either() -> None:
    def makes(run: Run) -> Steps[None]:
        yield from run.needed("orders.create")
        run.made("orders.delete", 9, force=True)

    stage = Told({"orders.create": (201, {"id": 9}), "orders.notes.list": (200, [{"id": 3}])})
    assert stage.play(makes)
    assert [call.given for call in stage.made if call.operation == "orders.notes.delete"] == [{"force": True}]
    look, take = "orders.notes.list 9 @v3", "orders.notes.delete 9 3 @v3"
    assert stage.calls == ["orders.create", "--", look, take, look]
    assert set(stage.results.left) == {f"v3 orders.notes.delete 9 3 ({MARK})"}
    assert stage.results.owed == {f"v3 orders.delete 9 ({MARK})": 0}


# what is expected of answers


def _refusing(*codes: str, may: bool = False) -> Callable[[Run], Steps[None]]:
    def scenario(run: Run) -> Steps[None]:
        if may:
            yield from run.perhaps(codes, "products.tags.get", 7)
        else:
            yield from run.answer("products.tags.get", 7, refusals=codes)

    return scenario


@pytest.mark.parametrize(
    ("codes", "may", "answer", "told"),
    [
        ((), False, (200, {}), ""),
        ((), False, _GONE, "refused: 404 woocommerce_rest_term_invalid: no"),
        (("woocommerce_rest_term_invalid",), False, _GONE, ""),
        (("woocommerce_rest_term_invalid",), True, _GONE, ""),
        (("woocommerce_rest_term_invalid",), True, (200, {}), ""),
        (("a", "b"), False, (200, {}), "the store did it, though it should refuse with a or b"),
        (("a", "b"), False, _GONE, "refused with woocommerce_rest_term_invalid, not with a or b"),
        (("a",), True, _GONE, "refused with woocommerce_rest_term_invalid, not with a"),
        ((), False, (0, None), "no answer came: gone"),
        (("a",), False, (0, None), "no answer came: gone"),
        (("a",), True, (0, None), "no answer came: gone"),
    ],
)
def test_what_is_not_expected_is_told(codes: tuple[str, ...], may: bool, answer: tuple[int, Any], told: str) -> None:
    stage = Stage({"products.tags.get": answer})
    assert stage.play(_refusing(*codes, may=may))
    assert [text.split("\n")[0].removesuffix(" ()") for text in stage.behaviour] == ([told] if told else [])


@pytest.mark.parametrize(
    ("wrote", "read", "holds"),
    [
        ("5.00", "5.00", True),
        ("5.00", "5", False),
        (5, "5", False),
        (None, None, True),
        ("x", None, False),
        ([1, 2], [1, 2], True),
        ([1, 2], [2, 1], False),
        ([1], [1, 2], False),
        ([1, 2], [1], False),
        ([], [], True),
        ([], None, False),
        ([], {}, False),
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"b": 2}, False),
        ({"a": {"b": [{"c": 1}]}}, {"a": {"b": [{"c": 1, "d": 2}]}}, True),
        ({"a": {"b": [{"c": 1}]}}, {"a": {"b": [{"c": 2}]}}, False),
        ({"a": 1}, [1], False),
        ({}, None, False),
        ({}, {"a": 1}, True),
    ],
)
def test_what_was_written_is_read_again(wrote: Any, read: Any, holds: bool) -> None:
    stage = Stage({})

    def compares(run: Run) -> Steps[None]:
        yield from run.answer("products.tags.list")
        run.same({"name": wrote}, {"name": read, "other": 1}, "/0")

    assert stage.play(compares)
    found = [f.finding.pointer for f in stage.results.failures if f.finding.kind == "behaviour"]
    assert found == ([] if holds else ["/0/name"])


@pytest.mark.parametrize("read", [None, [], "x", {}])
def test_where_nothing_is_nothing_was_kept(read: Any) -> None:
    stage = Stage({})

    def compares(run: Run) -> Steps[None]:
        yield from run.answer("products.tags.list")
        run.same({"name": "x"}, read)

    assert stage.play(compares)
    assert stage.behaviour == ["name was written as 'x' and reads None"]
