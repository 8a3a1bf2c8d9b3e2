"""A store as a seed, without its people: nothing of them is in the file, and the mock store goes on with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Run, command, config  # noqa: F401  # fixtures
from mock.talk import read, send
from snapshot.marked import ALSO, EMAIL, MARK, SEED
from wooclient.cli.app import World
from wooclient.mock import MockStore
from wooclient.mock.wire import Answer, Request
from wooclient.snapshot.inventing import Inventor
from wooclient.snapshot.places import Places

URL = "https://secret.shop.example"


@pytest.fixture
def store() -> Any:
    """A store that stands for a real one."""
    with MockStore(SEED, url=URL) as found:
        yield found


@pytest.fixture
def run(command: Run, store: MockStore, monkeypatch: pytest.MonkeyPatch) -> Run:  # noqa: F811
    for name, value in (("URL", store.url), ("KEY", store.key), ("SECRET", store.secret)):
        monkeypatch.setenv(f"WOO_{name}", value)
    return lambda *arguments, stdin="": command(*arguments, stdin=stdin, world=World(transport=store.transport))


def taken(run: Run, place: Path, *more: str) -> Any:
    done = run("snapshot", "--out", place, *more)
    assert done.code == 0, done.err
    return json.loads(place.read_text("utf-8"))


def leaks(place: Path) -> list[str]:
    text = place.read_text("utf-8").lower()
    return [mark for mark in (MARK, *ALSO) if mark.lower() in text]


def test_nothing_of_anybody_is_in_the_file(run: Run, store: MockStore, tmp_path: Path) -> None:
    place = tmp_path / "shop.json"
    taken(run, place)
    assert leaks(place) == []
    assert place.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["shop.json"]
    assert {request.method for request in store.requests} == {"GET"}


def test_the_same_person_stays_the_same_person(run: Run, tmp_path: Path) -> None:
    seed = taken(run, tmp_path / "shop.json")
    customer = next(doc for doc in seed["customers"] if doc["id"] == 4)
    order, review, coupon = seed["orders"][0], seed["products/reviews"][0], seed["coupons"][1]
    assert order["billing"]["email"] == customer["email"] == review["reviewer_email"] == coupon["used_by"][1]
    assert customer["email"] in coupon["email_restrictions"]
    assert f"*@{customer['email'].partition('@')[2]}" in coupon["email_restrictions"]
    assert order["billing"] == customer["billing"]
    author = next(note["author"] for note in seed["orders/50/notes"] if note["id"] == 11)
    assert f"{customer['first_name']} {customer['last_name']}" == review["reviewer"] == author
    assert seed["orders/50/refunds"][0]["reason"] == order["refunds"][0]["reason"]
    assert order["coupon_lines"][0]["code"] == coupon["code"] != "zyxq10"
    by_key = {row["key"]: row["value"] for row in order["meta_data"]}
    assert by_key["field_1"] == customer["email"]
    assert by_key["field_5"] == customer["billing"]["phone"]


def test_two_snapshots_share_no_made_up_name(run: Run, tmp_path: Path) -> None:
    names = [taken(run, tmp_path / f"{n}.json")["orders"][0]["billing"]["last_name"] for n in (1, 2)]
    assert names[0] != names[1]


def test_what_the_shop_works_by_stays(run: Run, tmp_path: Path) -> None:
    seed = taken(run, tmp_path / "shop.json")
    order, product = seed["orders"][0], seed["products"][0]
    line = order["line_items"][0]
    assert (line["name"], line["sku"], line["total"]) == ("Teapot", "POT", "40.00")
    assert line["meta_data"][-1]["value"] == "2"  # _reduced_stock
    assert order["billing"]["postcode"].startswith("902")
    assert order["billing"]["postcode"] != "90210"
    assert [order[name] for name in ("status", "currency", "total")] == ["processing", "USD", "47.90"]
    assert product["permalink"] == "https://store.example/product/teapot/"
    assert seed["coupons"][0]["code"] == "spring"
    settings = seed["shipping/zones/1/methods"][0]["settings"]
    assert [settings[name]["value"] for name in ("title", "cost")] == ["Flat rate", "10 + 2 * [qty]"]
    general = {row["id"]: row["value"] for row in seed["settings/general"]}
    assert [general[f"woocommerce_{name}"] for name in ("calc_taxes", "price_thousand_sep")] == ["yes", "."]


def test_the_mock_store_goes_on_with_it(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "shop.json"
    seed = taken(run, place)
    with MockStore(place) as mock:
        assert mock.shop.release == (10, 0, 2)
        shown = read(send(mock, "GET", "/orders/50"))
        assert shown["billing"]["email"] == seed["orders"][0]["billing"]["email"]
        # Its tax rate asks for a postcode, and still finds it: 7.25 % of 50.
        changed = read(send(mock, "PUT", "/orders/50", {"fee_lines": [{"name": "Wrap", "total": "10.00"}]}))
        assert changed["tax_lines"][0]["tax_total"] == "3.63"
        send(mock, "PUT", "/orders/50", {"status": "cancelled"})
        assert read(send(mock, "GET", "/products/7"))["stock_quantity"] == 11
        sold = read(
            send(mock, "POST", "/orders", {"status": "processing", "line_items": [{"product_id": 7, "quantity": 3}]})
        )
        assert sold["total"] == "60.00"
        assert read(send(mock, "GET", "/products/7"))["stock_quantity"] == 8


def test_keep_leaves_what_it_names(run: Run, tmp_path: Path) -> None:
    seed = taken(run, tmp_path / "shop.json", "--keep", "emails", "--keep", "notes", "--keep", "metadata")
    order = seed["orders"][0]
    assert order["billing"]["email"] == EMAIL
    assert order["customer_note"].startswith("Zyxq please")
    assert "Zyxq text" in [row["value"] for row in order["meta_data"]]
    assert MARK not in order["billing"]["first_name"]
    assert MARK not in order["order_key"]


def test_a_kill_loses_nothing_and_begins_nothing_anew(run: Run, store: MockStore, tmp_path: Path) -> None:
    place = tmp_path / "shop.json"
    handle, count = store.handle, 0

    class Killed(BaseException):
        """As if the process ended here."""

    def dying(request: Request) -> Answer:
        nonlocal count
        count += 1
        if count > 12:
            raise Killed
        return handle(request)

    kills = 0
    while not place.exists():
        count, store.handle = 0, dying  # type: ignore[method-assign]
        try:
            run("snapshot", "--out", place)
        except Killed:
            kills += 1
            assert kills < 20
    assert kills > 1
    seed = json.loads(place.read_text("utf-8"))
    assert leaks(place) == []
    assert seed["orders"][0]["billing"]["email"] == seed["customers"][-1]["email"]
    seen = [request.path for request in store.requests]
    assert seen.count("/wp-json/wc/v3/settings/general") <= 2
    store.handle = handle  # type: ignore[method-assign]
    whole = taken(run, tmp_path / "whole.json")
    assert {path: len(value) for path, value in seed.items()} == {path: len(value) for path, value in whole.items()}


def test_the_journal_holds_nobody_either(run: Run, store: MockStore, tmp_path: Path) -> None:
    place = tmp_path / "shop.json"
    store.fault("html_error", route="/notes")
    done = run("snapshot", "--out", place)
    assert done.code == 5
    assert "the same command goes on from there" in done.err
    journal = b"".join(path.read_bytes() for path in tmp_path.glob("shop.json.journal*")).decode("latin-1").lower()
    assert "wc_order_" in journal
    assert [mark for mark in (MARK, *ALSO) if mark.lower() in journal.replace(URL, "")] == []
    store.heal()
    assert "goes on where shop.json.journal ends" in run("snapshot", "--out", place).err
    assert run("snapshot", "--out", place).code == 2


def test_the_summary_says_what_was_replaced(run: Run, tmp_path: Path) -> None:
    done = run("snapshot", "--out", tmp_path / "a.json", "--json")
    row = done.rows[0]
    assert row["records"]["orders"] == 1
    assert all(row["replaced"][name] > 0 for name in (
        "names", "addresses", "emails", "phones", "ips", "tokens", "notes", "metadata", "urls"
    ))  # fmt: skip
    assert "replaced by made-up ones: " in run("snapshot", URL, "--out", tmp_path / "b.json").err
    assert run("snapshot", URL, "--mock", "--out", tmp_path / "c.json").code == 2


def test_postcodes_still_fit_what_rates_ask_of_them() -> None:
    places = Places(Inventor(b"salt"), ("902*", "10000...19999", "SW1A1AA"), ("Berlin",))
    assert places.postcode("sw1a 1aa") == "sw1a 1aa"
    for code in ("90210", "90299", "902-AB"):
        made = places.postcode(code)
        assert made.startswith("902")
        assert len(made) == len(code)
    assert 10000 <= int(places.postcode("12345")) <= 19999
    other = places.postcode("55555")
    assert len(other) == 5
    assert not other.startswith("902")
    assert not 10000 <= int(other) <= 19999
    assert (places.city("BERLIN"), places.city("Bonn")) != ("BERLIN", "Bonn")
    assert places.city("berlin") == "berlin"


def test_a_made_up_postcode_is_never_the_real_one() -> None:
    """Where a rate leaves two digits open, one salt in a hundred would make the same again."""
    salts = (str(number).encode() for number in range(300))
    assert "90210" not in {Places(Inventor(salt), ("902*",)).postcode("90210") for salt in salts}


def test_made_up_values_are_of_their_kind() -> None:
    made = Inventor(b"one")
    assert made.email("A.B@Mail.example") == made.email("a.b@mail.example")
    assert made.email("a.b@mail.example") != Inventor(b"two").email("a.b@mail.example")
    assert made.phone("+1 (555) 010-0199") == made.phone("15550100199")
    assert made.phone("123").isdigit()
    assert len(made.phone("123")) == 7
    assert made.ip("2001:db8::1").startswith("2001:db8::")
    assert made.ip("203.0.113.9").startswith("10.")
    assert made.token("wc_order_aB3").startswith("wc_order_")
    assert len({made.name(f"Anna{n}") for n in range(2000)}) <= 1 + 2000
    assert len({made.word("name", f"n{n}") for n in range(2000)}) > 1990
