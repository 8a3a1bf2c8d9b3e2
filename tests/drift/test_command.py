"""The command, on a store in this process: what it reads, writes, shows and exits with."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

import yaml_text
from drift.fake import KEY, SECRET, URL, FakeStore
from drift.keeping import PLUGINS, kept
from wooclient.cli.app import World
from wooclient.cli.app import main as wooclient
from wooclient.drift.command import main
from wooclient.drift.dump import Dump, load
from wooclient.drift.guarding import Bounds, Guard, Refused, Spent
from wooclient.drift.reading import Guarded, read

PEOPLE = ("Jane", "jane@private.example", "Secret Street", "+49 170 1234567")
META = [{"id": 1, "key": "_acme_tier", "value": PEOPLE[0]}, {"id": 2, "key": PEOPLE[1], "value": KEY}]


def customer() -> Any:
    """A customer as a real store answers it, with a name and an address, and what a plugin adds."""
    samples = kept("10.0.2").samples
    found = next(one for one in samples if (one.namespace, one.path) == ("wc/v3", "/customers")).body[0]
    billing = {**found["billing"], "address_1": PEOPLE[2], "phone": PEOPLE[3]}
    named = {"email": PEOPLE[1], "first_name": PEOPLE[0], "billing": billing, "meta_data": META}
    return {**found, **named, "acme_level": "gold member Jane", "role": "acme_agent"}


def small() -> Dump:
    """What the store with plugins says, of wc/v3 and the plugin's namespace alone."""
    dump = kept(PLUGINS)
    return replace(dump, samples=[], routes={name: dump.routes[name] for name in ("wc/v3", "parcel/v1")})


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WOO_KEY", KEY)
    monkeypatch.setenv("WOO_SECRET", SECRET)


def run(store: FakeStore, *arguments: object) -> int:
    """The exit code of the command for a store."""
    return main(["--url", URL, *map(str, arguments)], transport=store)


def test_everything_is_written_nothing_is_changed_and_nobody_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers: dict[str, Any] = {"/wp-json/wc/v3/customers": [customer()], "/wp-json/wc/v3/products": []}
    store = FakeStore(small(), answers)
    dump, overlay = tmp_path / "dump.json", tmp_path / "acme.yaml"
    answers["/wp-json/wc/v3/giftwraps"] = [{"id": PEOPLE[1]}]  # what is below it answers 404
    assert run(store, "--sample", 2, "--save", dump, "--report", tmp_path, "--write-overlay", overlay) == 1
    assert {method for method, _ in store.seen} == {"GET", "OPTIONS"}
    shown = capsys.readouterr()
    page = (tmp_path / "report.html").read_text("utf-8")
    report = (tmp_path / "report.json").read_text("utf-8")
    texts = [shown.out, shown.err, page, report, dump.read_text("utf-8"), overlay.read_text("utf-8")]
    assert [(secret, n) for secret in (*PEOPLE, KEY, SECRET) for n, text in enumerate(texts) if secret in text] == []
    assert (
        "customers acme_level: answers have a field that the description lacks (string) [Acme Suppliers 1.2.0]"
        in shown.out
    )
    assert "customers role: answers have the word acme_agent" in shown.out
    assert shown.out.splitlines()[-1] == "9 differences: 9 of plugins"
    # The same again, without the store.
    assert main(["--from", str(dump)]) == 1
    assert capsys.readouterr().out == shown.out
    (sample,) = [one for one in load(dump).samples if one.path == "/customers"]
    assert sample.body[0]["meta_data"][0] == {"id": 1, "key": "_acme_tier", "value": "a text"}


def test_what_a_store_says_steers_neither_terminal_nor_page_nor_overlay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = small()
    evil = "\x1b[31m</script><script>alert(1)</script>\u202e"
    dump.plugins = [{"file": "x/x.php", "name": evil, "version": evil}]
    answers = {"/wp-json/wc/v3/products": [{"id": 1, evil: {"a": 1}, "acme_x": evil, "status": evil}]}
    overlay = tmp_path / "o.yaml"
    assert run(FakeStore(dump, answers), "--sample", 1, "--report", tmp_path, "--write-overlay", overlay) == 1
    shown = capsys.readouterr().out
    page = (tmp_path / "report.html").read_text("utf-8")
    for text in (shown, page, overlay.read_text("utf-8")):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "<script" not in page
    assert "orders gift\\x1b[31m<script>" in shown
    assert "gift\\u001b[31m&lt;script&gt;" in page
    assert "alert(1)" not in json.dumps(yaml_text.load(overlay.read_text("utf-8"))["actions"])


def test_no_difference_is_exit_code_0_and_json_is_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    dump = kept("10.0.2")
    store = FakeStore(replace(dump, routes={"wc/v3": dump.routes["wc/v3"]}), {"/wp-json/wc/v3/products": []})
    assert run(store, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["store"]["release"], found["versions"], found["differences"]) == ("10.0.2", ["v3"], [])
    assert found["absent"] == ["v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1"]


def test_the_same_command_takes_the_options_for_stores(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = kept("10.0.2")
    store = FakeStore(replace(dump, routes={"wc/v3": dump.routes["wc/v3"]}), {"/wp-json/wc/v3/products": []})
    monkeypatch.setenv("WOO_SHOP_URL", URL)
    monkeypatch.setenv("WOO_SHOP_KEY", KEY)
    monkeypatch.setenv("WOO_SHOP_SECRET", SECRET)
    monkeypatch.delenv("WOO_KEY")
    monkeypatch.delenv("WOO_SECRET")
    assert wooclient(["drift", "--store", "shop"], World(transport=store)) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "No differences"
    assert wooclient(["drift", "--mock"]) == 2
    assert "a mock store is made of the description" in capsys.readouterr().err


def test_an_index_without_fields_is_made_up_for_by_asking_each_route() -> None:
    dump = small()
    dump.routes["wc/v3"] = {name: dump.routes["wc/v3"][name] for name in ("/", "/products", "/coupons")}
    store = FakeStore(
        dump, {"/wp-json/wc/v3/products": [], "/wp-json/parcel/v1": httpx.Response(403)}, help_index=False
    )
    found = read(_guarded(store), 0, lambda _: None)
    # The fake store tells an answer of its own for /products to OPTIONS as well.
    assert found.routes["wc/v3"]["/coupons"] == dump.routes["wc/v3"]["/coupons"]
    assert ("OPTIONS", "/wp-json/wc/v3/coupons") in store.seen
    assert [note for note in found.notes if note.startswith("parcel/v1: its index cannot be read")]


def _guarded(store: FakeStore, **bounds: Any) -> Guarded:
    return Guarded(URL, KEY, SECRET, transport=store, read_only=True, bounds=Bounds(**bounds))


def test_a_run_ends_at_its_bounds_with_what_it_has() -> None:
    store = FakeStore(small(), {"/wp-json/wc/v3/products": []})
    found = read(_guarded(store, requests=10), 3, lambda _: None)
    assert len(store.seen) == 10
    assert found.notes[-1] == "the bound of requests was reached: what follows was not read"


@pytest.mark.parametrize(
    ("method", "url", "headers"),
    [
        ("POST", "/wp-json/wc/v3/products", {}),
        ("HEAD", "/wp-json/wc/v3/products", {}),
        ("GET", "/wp-json/wc/v3/products?_method=DELETE", {}),
        ("GET", "/wp-json/wc/v3/products", {"X-HTTP-Method-Override": "PUT"}),
    ],
)
def test_what_could_change_something_does_not_leave(method: str, url: str, headers: dict[str, str]) -> None:
    store = FakeStore(small(), {})
    with pytest.raises(Refused):
        Guard(store, Bounds()).handle_request(httpx.Request(method, URL + url, headers=headers))
    assert store.seen == []


@pytest.mark.parametrize("bounds", [{"requests": 0}, {"bytes": 0}, {"seconds": 0.0}])
def test_nothing_leaves_beyond_a_bound(bounds: Any) -> None:
    with pytest.raises(Spent):
        Guard(FakeStore(small(), {}), Bounds(**bounds)).handle_request(httpx.Request("GET", URL))


DAMAGED = [
    ("{", "is no dump of a store"),
    ("[]", "is no dump of a store, or of another release of this command: / differs"),
    ('{"form": "wooclient drift 0"}', "is no dump of a store, or of another release of this command: /"),
]


@pytest.mark.parametrize(("text", "told"), DAMAGED)
def test_a_damaged_dump_is_a_sentence(text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "dump.json"
    place.write_text(text, "utf-8")
    assert main(["--from", str(place)]) == 2
    assert told in capsys.readouterr().err


def test_a_dump_whose_parts_have_another_form_is_refused_where_they_stand(tmp_path: Path) -> None:
    from wooclient._runtime.errors import ConfigurationError
    from wooclient.drift.dump import save

    dump = small()
    dump.routes["wc/v3"] = {"/products": {"endpoints": [["GET", {}]]}}
    save(dump, tmp_path / "dump.json")
    with pytest.raises(ConfigurationError, match=r"/routes/wc/v3/.*products/endpoints/0/0 differs"):
        load(tmp_path / "dump.json")


def test_bad_input_is_exit_code_2_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = FakeStore(small(), {})
    assert run(store, "--save", tmp_path / "file" / "x", "--report", "/dev/null/x") == 2
    monkeypatch.delenv("WOO_SECRET")
    assert run(store) == 2
    assert "there is no WOO_SECRET in the environment" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        run(store, "--sample", "100")
    assert store.seen == []
