"""The journal of a run, without a store: what is kept, what is not, and whose a journal is."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from wooclient import WooError
from wooclient.contract.safety import journal
from wooclient.contract.safety.journal import Found, Journal, Loan, NotKept, journals, living, put_back, root

MARK = "woospec-000000abc-0000"
_THEN = datetime(2026, 1, 1, 12, 0, 0, tzinfo=UTC)
LOAN = Loan("v3", "settings.options.update", ("general", "woocommerce_currency"), {"value": "USD"})
_TEXT = (
    '[{"given": {"value": "USD"}, "ids": ["general", "woocommerce_currency"], '
    '"operation": "settings.options.update", "version": "v3"}]'
)


def _product(number: int = 7, name: str = f"{MARK} contract run", **meta: str) -> Any:
    entries = [SimpleNamespace(key=key, value=value) for key, value in meta.items()]
    return SimpleNamespace(
        id=number, name=name, meta_data=entries, date_created_gmt=_THEN, date_modified_gmt=_THEN + timedelta(seconds=9)
    )


class Products:
    """The products of a store that keeps what it is told, unless it fails or forgets."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.kept: dict[str, str] = {}
        self.name = ""
        self.fails = self.forgets = False

    def _took(self, meta_data: list[dict[str, str]]) -> Any:
        if self.fails:
            raise WooError("it fell over")
        if not self.forgets:
            self.kept |= {entry["key"]: entry["value"] for entry in meta_data}
        return _product(7, self.name, **self.kept)

    def create(self, *, name: str, status: str, meta_data: list[dict[str, str]]) -> Any:
        self.calls.append(f"create {status}")
        self.name = name
        return self._took(meta_data)

    def update(self, number: int, *, meta_data: list[dict[str, str]]) -> Any:
        self.calls.append(f"update {number}")
        return self._took(meta_data)

    def delete(self, number: int, *, force: bool) -> None:
        self.calls.append(f"delete {number} {force}")
        if self.fails:
            raise WooError("it fell over")


@pytest.fixture
def products(monkeypatch: pytest.MonkeyPatch) -> Products:
    monkeypatch.setattr(journal, "INTERVAL", 3600.0)  # no beat while a test runs
    return Products()


@pytest.fixture
def kept(products: Products) -> Iterator[Journal]:
    made = Journal(SimpleNamespace(products=products), MARK)
    yield made
    made.close()


def test_a_journal_is_a_private_product_of_the_runs_name(products: Products, kept: Journal) -> None:
    assert kept.open() == Found(7, MARK, "0", [], _THEN, _THEN + timedelta(seconds=9))
    assert (products.calls, products.name) == (["create private"], f"{MARK} contract run")
    assert products.kept == {"woospec_loans": "[]", "woospec_beat": "0"}
    assert kept.open() == Found(7, MARK, "0", [], _THEN, _THEN + timedelta(seconds=9))
    assert products.calls == ["create private"], "it is opened once"


def test_a_process_that_ends_does_not_wait_for_the_next_beat(kept: Journal) -> None:
    before = set(threading.enumerate())
    kept.open()
    (heart,) = set(threading.enumerate()) - before
    assert heart.daemon


def test_a_loan_is_written_before_and_struck_out_after(products: Products, kept: Journal) -> None:
    kept.open()
    kept.note(LOAN)
    assert (products.kept["woospec_loans"], kept.owes) == (_TEXT, True)
    kept.settle(LOAN)
    assert (products.kept["woospec_loans"], kept.owes) == ("[]", False)
    kept.close()
    assert products.calls == ["create private", "update 7", "update 7", "delete 7 True"]


class Slow(Products):
    """Takes its time for a beat."""

    def __init__(self) -> None:
        super().__init__()
        self.is_beaten, self.beats = threading.Event(), list[str]()

    def update(self, number: int, *, meta_data: list[dict[str, str]]) -> Any:
        if "woospec_beat" in meta_data[0].values():
            self.beats.append(meta_data[0]["value"])
            self.is_beaten.set()
            time.sleep(0.05)
        return super().update(number, meta_data=meta_data)


def test_a_beat_that_is_under_way_ends_before_the_journal_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would make a store answer that there is no such product."""
    monkeypatch.setattr(journal, "INTERVAL", 0.0)
    products = Slow()
    kept = Journal(SimpleNamespace(products=products), MARK)
    kept.open()
    assert products.is_beaten.wait(10)
    kept.close()
    assert products.calls == ["create private", *["update 7"] * len(products.beats), "delete 7 True"]
    assert products.beats == [str(number) for number in range(1, len(products.beats) + 1)]
    assert products.kept == {"woospec_loans": "[]", "woospec_beat": products.beats[-1]}


def test_a_journal_that_owes_something_stays(products: Products, kept: Journal) -> None:
    kept.open()
    kept.note(LOAN)
    kept.close()
    assert not any(call.startswith("delete") for call in products.calls)


def test_a_journal_that_was_never_opened_has_nothing_to_remove(products: Products, kept: Journal) -> None:
    kept.close()
    assert products.calls == []


def test_a_store_that_fails_keeps_no_journal(products: Products, kept: Journal) -> None:
    products.fails = True
    with pytest.raises(NotKept, match="it fell over"):
        kept.open()
    with pytest.raises(NotKept, match="it fell over"):
        kept.note(LOAN)


def test_a_store_that_forgets_what_it_is_told_keeps_no_journal(products: Products, kept: Journal) -> None:
    """A cache, or a plugin that guards custom fields: what could not be put back may not be borrowed."""
    kept.open()
    products.forgets = True
    with pytest.raises(NotKept, match="did not keep the journal's text as it was written"):
        kept.note(LOAN)


def test_a_store_that_renames_what_is_made_keeps_no_journal(products: Products, kept: Journal) -> None:
    """Nobody would find it again."""
    real = products.create
    products.create = lambda **given: _named(real(**given))  # type: ignore[method-assign]
    with pytest.raises(NotKept, match="the store did not keep the journal"):
        kept.open()


def _named(product: Any) -> Any:
    product.name = "Something else"
    return product


def test_what_could_not_be_struck_out_or_removed_ends_nothing(products: Products, kept: Journal) -> None:
    kept.open()
    kept.note(LOAN)
    products.fails = True
    kept.settle(LOAN)
    assert not kept.owes
    kept.close()


# those that are in a store


@pytest.mark.parametrize(
    "name",
    [
        "",
        MARK,
        f"{MARK} contract runs",
        f"{MARK} Contract Run",
        f"A {MARK} contract run",
        "woospec-000000abc contract run",
        "woospec-000000abc-00x0 contract run",
        "contract run",
        f"{MARK} other",
    ],
)
def test_another_product_is_no_journal(name: str) -> None:
    asked: list[dict[str, str]] = []

    def listed(**given: str) -> list[Any]:
        asked.append(given)
        return [_product(1, name, woospec_loans=_TEXT), _product(2, woospec_loans=_TEXT, woospec_beat="5")]

    found = journals(SimpleNamespace(products=SimpleNamespace(iter=listed)))
    assert found == [Found(2, MARK, "5", [LOAN], _THEN, _THEN + timedelta(seconds=9))]
    assert asked == [{"search": "woospec-", "status": "private"}]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "7",
        "null",
        "[1]",
        "[{}]",
        '["x"]',
        '{"version": "v3"}',
        '[{"version": "v3", "operation": "x", "ids": 7, "given": {}}]',
        '[{"version": "v3", "operation": "x", "ids": [], "given": 7}]',
        '[{"version": "v3", "operation": "x", "ids": [], "given": "ab"}]',
        '[{"version": "v3", "operation": "x", "given": {}}]',
    ],
)
def test_a_text_that_somebody_changed_gives_no_loans(text: str) -> None:
    woo = SimpleNamespace(products=SimpleNamespace(iter=lambda **_: [_product(woospec_loans=text)]))
    assert [found.loans for found in journals(woo)] == [[]]


def test_a_journal_without_dates_began_now() -> None:
    product = _product()
    product.date_created_gmt = product.date_modified_gmt = None
    (found,) = journals(SimpleNamespace(products=SimpleNamespace(iter=lambda **_: [product])))
    assert found.began == found.beaten
    assert found.began.tzinfo is UTC


def test_the_earlier_journal_comes_first_and_of_one_second_the_lower_number() -> None:
    early, late = (Found(9, MARK, "", [], _THEN + timedelta(seconds=s), _THEN) for s in (0, 1))
    beside = Found(8, MARK, "", [], _THEN, _THEN)
    assert min([late, early, beside], key=lambda one: one.turn) is beside


# those that live


def _living(
    monkeypatch: pytest.MonkeyPatch, *looks: list[Found], stopped: bool = False, now: datetime = _THEN
) -> tuple[list[Found], int]:
    """What of one journal is told to live, and how often it was waited."""
    found = Found(1, MARK, "7", [], _THEN, _THEN)
    left, waits, clock = list(looks), list[float](), [0.0]

    def wait(seconds: float) -> bool:
        waits.append(seconds)
        clock[0] += seconds
        return stopped

    monkeypatch.setattr(journal.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(journal, "journals", lambda woo: left.pop(0))
    return living(None, [found], now, wait), len(waits)


_SAME, _BEATS = Found(1, MARK, "7", [], _THEN, _THEN), Found(1, MARK, "8", [], _THEN, _THEN)
_OTHER = Found(2, "woospec-000000abd-0000", "1", [], _THEN, _THEN)


def test_a_run_that_beats_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _living(monkeypatch, [_SAME], [_BEATS, _OTHER]) == ([_BEATS], 2)


@pytest.mark.parametrize(("silent", "looks"), [(0, 36), (100, 16), (164, 4), (165, 3), (179, 3), (180, 3), (86400, 3)])
def test_a_run_counts_as_dead_after_three_minutes_of_silence_and_never_before_three_beats_were_missed(
    monkeypatch: pytest.MonkeyPatch, silent: int, looks: int
) -> None:
    found = _living(monkeypatch, *([_SAME] for _ in range(looks)), now=_THEN + timedelta(seconds=silent))
    assert found == ([], looks)


def test_a_run_that_ended_took_its_journal_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _living(monkeypatch, [_SAME, _OTHER], [_OTHER]) == ([], 2)


def test_who_is_told_to_stop_does_not_look_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _living(monkeypatch, stopped=True) == ([], 1)


def test_where_there_is_no_journal_nobody_waits() -> None:
    assert living(None, [], _THEN, lambda _: pytest.fail("it waited")) == []


# putting back


@pytest.mark.parametrize(
    ("version", "path"),
    [
        ("v3", ()),
        ("v2", ("v2",)),
        ("v1", ("v1",)),
        ("legacy-v3", ("legacy",)),
        ("legacy-v2", ("legacy", "v2")),
        ("legacy-v1", ("legacy", "v1")),
    ],
)
def test_where_a_client_has_a_version(version: str, path: tuple[str, ...]) -> None:
    assert root(version) == path


@pytest.mark.parametrize(("version", "reached"), [("v3", "v3"), ("v2", "v2")])
def test_a_loan_is_put_back_by_the_call_of_its_version(version: str, reached: str) -> None:
    calls: list[Any] = []

    def client(name: str) -> Any:
        update = lambda *ids, **given: calls.append((name, ids, given))  # noqa: E731
        return SimpleNamespace(settings=SimpleNamespace(options=SimpleNamespace(update=update)))

    woo = client("v3")
    woo.v2 = client("v2")
    put_back(woo, Loan(version, LOAN.operation, LOAN.ids, LOAN.given))
    assert calls == [(reached, ("general", "woocommerce_currency"), {"value": "USD"})]
