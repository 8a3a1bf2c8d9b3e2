"""The reports: complete, escaped, without secrets, and readable in a browser on a phone and on a wide screen."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

import needs
from browser import Browser
from contract.runs import KEY, SECRET
from wooclient.contract.calls.checking import Finding
from wooclient.contract.calls.recording import Exchange
from wooclient.contract.described.description import description
from wooclient.contract.report.as_html import page
from wooclient.contract.report.as_json import located, report
from wooclient.contract.report.as_junit import junit
from wooclient.contract.running.outcome import Outcome
from wooclient.contract.running.results import Ledger, Results
from wooclient.contract.safety.masking import Mask
from wooclient.contract.safety.sweeping import Leftover
from wooclient.contract.store.probing import Store
from wooclient.contract.terminal.progress import printable, summary

Json = dict[str, Any]
HOSTILE = (
    "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>\"'&\x1b[2J\u202e\x00" + "w" * 400
)
_VERSIONS = ("v3", "legacy-v1")


def _exchange(text: str) -> Exchange:
    body = json.dumps({"name": text, "secret": "hidden-word", "list": [{"deep": text}]}).encode()
    return Exchange("POST", "/wp-json/wc/v3/products", "", body, 200, {}, body)


def _outcome(failures: int, text: str = "text", **changes: Any) -> Outcome:
    results = Results()
    served = {"v3": frozenset(list(description("v3").operations)[:-1])}
    for id, operation in description("v3").operations.items():
        results.add("v3", operation, id in served["v3"])
    for colour in ("sync", "async"):
        ledger = Ledger(results, "v3", f"scenario {text}", colour)
        for id in list(description("v3").operations)[:100]:
            ledger.called(id, _exchange(text), [])
        for number in range(failures):
            pointer = f"/list/0/deep{number or ''}"
            finding = Finding("body", f"{text} {number}", pointer, "resources/products/schemas.yaml:7")
            ledger.found("products.create", finding, _exchange(text))
    store = Store(f"https://shop.example/{text}", served, served["v3"], {"environment": {"wp_version": text}}, text)
    began = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    return Outcome("abcdefghi", store, _VERSIONS, False, began, results, **changes)


def _report(failures: int = 0, text: str = "text", **changes: Any) -> Json:
    return report(_outcome(failures, text, **changes), Mask(KEY, SECRET))


def test_counts_and_reasons() -> None:
    found = _report(3)
    count = len(description("v3").operations)
    below = len(description("legacy-v1").operations)
    # The one with findings is among the hundred that were called; the last of v3 and all below are not served.
    assert found["counts"] == {
        "failed": 1,
        "passed": 99,
        "known defect": 0,
        "not run": count - 101,
        "not served": below + 1,
    }
    operations = [operation for version in found["versions"] for operation in version["operations"]]
    assert all(operation["why"] for operation in operations if operation["state"] in ("not run", "not served"))
    assert {o["why"] for o in found["versions"][1]["operations"]} == {"the store does not serve this version"}


def test_places_in_the_spec_can_be_told_otherwise() -> None:
    found = _report(1)
    told = located({**found, "compared": {"causes": found["causes"]}}, str.upper)
    assert found["causes"][0]["places"] == ["resources/products/schemas.yaml:7"]
    assert {tuple(c["places"]) for c in (*told["causes"], *told["compared"]["causes"])} == {
        ("RESOURCES/PRODUCTS/SCHEMAS.YAML:7",)
    }
    operation = next(o for o in told["versions"][0]["operations"] if o["id"] == "products.create")
    assert operation["place"].startswith("RESOURCES/PRODUCTS/PATHS")
    assert operation["failures"][0]["place"] == "RESOURCES/PRODUCTS/SCHEMAS.YAML:7"
    assert operation["failures"][0]["message"] == "text 0"


def test_a_failure_has_everything_to_mend_it() -> None:
    operation = next(o for o in _report(1)["versions"][0]["operations"] if o["id"] == "products.create")
    (failure,) = operation["failures"]
    assert failure["clients"] == ["sync", "async"]
    assert failure["place"] == "resources/products/schemas.yaml:7"
    assert (failure["pointer"], failure["value"]) == ("/list/0/deep", '"text"')
    assert failure["request"]["line"] == "POST /wp-json/wc/v3/products"
    assert failure["answer"]["status"] == 200


def test_requests_and_answers_are_folded_away() -> None:
    found = page(_report(2))
    dumps = re.findall(r"(<details[^>]*>)<summary[^>]*>[^<]*</summary><pre>", found)
    assert dumps == ['<details class="raw">'] * found.count("<pre>")
    assert dumps


def test_no_form_shows_a_secret() -> None:
    secrets = f"{KEY} {SECRET} consumer_secret={SECRET}"
    found = _report(2, secrets, swept=[Leftover("products", 1, secrets)])
    for text in (json.dumps(found), page(found), junit(found).decode(), summary(found)):
        assert KEY not in text
        assert SECRET not in text
        assert "hidden-word" not in text


def test_no_form_shows_the_secret_of_a_payment_provider_that_a_finding_points_to() -> None:
    settings = {"live_account": {"id": "live_account", "type": "password", "value": "live-1"}, "key": {"value": "Card"}}
    body = json.dumps({"id": "card", "settings": settings}).encode()
    outcome = _outcome(0)
    ledger = Ledger(outcome.results, "v3", "one", "sync")
    for pointer in ("/settings/live_account/value", "/settings/live_account", "/settings/key/value"):
        finding = Finding("body", "is odd", pointer, "resources/products/schemas.yaml:7")
        ledger.found("products.create", finding, Exchange("GET", "/", "", b"", 200, {}, body))
    found = report(outcome, Mask(KEY, SECRET))
    (operation,) = [one for one in found["versions"][0]["operations"] if one["id"] == "products.create"]
    assert [failure["value"] for failure in operation["failures"]] == [
        '"***"', '{"id": "live_account", "type": "password", "value": "***"}', '"Card"'
    ]  # fmt: skip
    for text in (json.dumps(found), page(found), junit(found).decode(), summary(found)):
        assert "live-1" not in text


def test_hostile_texts_stay_texts() -> None:
    found = _report(2, HOSTILE, returned=[Leftover(HOSTILE, HOSTILE, HOSTILE, HOSTILE)])
    html = page(found)
    assert html.count("<script>") == 1
    assert "<img" not in html
    assert not {"\x1b", "\u202e", "\x00"} & set(html)
    assert "\x1b" not in summary(found)
    assert "\u202e" not in summary(found)
    assert ElementTree.fromstring(junit(found)).tag == "testsuites"


def test_texts_for_the_terminal_cannot_steer_it() -> None:
    assert printable("a\x1b[31m\nb\u202ec\u2028") == "a\\x1b[31m\\x0ab\\u202ec\\u2028"


def test_junit_counts_like_the_report() -> None:
    found = _report(2)
    suites = ElementTree.fromstring(junit(found))
    for suite, version in zip(suites, found["versions"], strict=True):
        assert int(suite.attrib["tests"]) == len(version["operations"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == version["counts"]["failed"]
        assert len(suite.findall("testcase/skipped")) == int(suite.attrib["skipped"])


def test_the_page_asks_for_nothing_outside() -> None:
    html = page(_report(2))
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", html)
    assert "default-src 'none'" in html


def _masked(text: str) -> str:
    return Mask(KEY, SECRET, "k/y", "s").text(text)


_BASIC = b64encode(f"{KEY}:{SECRET}".encode()).decode()


@pytest.mark.parametrize(
    "text", [KEY, SECRET.upper(), _BASIC, _BASIC.rstrip("="), quote(_BASIC), SECRET[3:], SECRET[:20], _BASIC[:50]]
)
def test_forms_of_a_secret_and_their_beginnings_are_hidden(text: str) -> None:
    assert _masked(f"a {text} b") == "a *** b"


def test_a_short_secret_is_hidden_where_it_stands_alone() -> None:
    assert _masked("refuses the keys k/y, s and k%2Fy") == "refuses the keys ***, *** and ***"


def test_a_text_is_cut_after_it_is_masked() -> None:
    shown = Mask(KEY, SECRET).short("x" * 95 + SECRET, 100)
    assert shown.startswith("x" * 95 + "***")
    assert "cs_" not in shown


def test_a_field_that_is_wrong_in_every_item_is_said_once() -> None:
    results = Results()
    results.add("v3", description("v3").operations["products.list"], True)
    for colour in ("sync", "async"):
        ledger = Ledger(results, "v3", "a scenario", colour)
        for number in range(10):
            wrong = Finding("body", f'"{number}" is not of type "number"', f"/{number}/price", "products.yaml:7")
            ledger.found("products.list", wrong, _exchange("text"))
        ledger.found("products.list", Finding("body", '"id" is a required property', "/0", "products.yaml:7"), None)
        ledger.found("products.list", Finding("body", '"name" is a required property', "/1", "products.yaml:7"), None)
    outcome = _outcome(0)
    outcome.results = results
    found = report(outcome, Mask())
    operations = {operation["id"]: operation for operation in found["versions"][0]["operations"]}
    failures = operations["products.list"]["failures"]
    assert [(f["pointer"], f["times"], f["clients"]) for f in failures] == [
        ("/*/price", 10, ["sync", "async"]), ("/0", 1, ["sync", "async"]), ("/1", 1, ["sync", "async"]),
    ]  # fmt: skip
    assert junit(found).decode().count("(10 times)") == 1


@pytest.mark.parametrize(
    ("failures", "changes", "verdict"),
    [
        (0, {}, "The store does what the description says"),
        (2, {}, "2 differences in 1 operation"),
        (0, {"end": "stopped"}, "No difference in the 100 operations that passed"),
        (0, {"remains": [Leftover("products", 1, "x", "stays")]}, "No difference in the 100 operations that passed"),
    ],
)
def test_the_page_begins_with_what_the_run_came_to(failures: int, changes: Any, verdict: str) -> None:
    assert f"<h1>{verdict}</h1>" in page(_report(failures, **changes))


def test_an_element_that_holds_nothing_has_no_end() -> None:
    assert "</br>" not in page(_report(1))


#: What a page looks like, and what its search and its choice of states leave of it.
_FACTS = """(() => {
  const search = document.getElementById("search");
  const shown = () => document.getElementById("shown").textContent;
  const box = (element) => element.getBoundingClientRect();
  const facts = {
    title: document.title,
    scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    width: innerWidth,
    wide: [...document.querySelectorAll("body *")].filter((e) => box(e).right > innerWidth + 1).length,
    counts: [...document.querySelectorAll(".counts b")].map((e) => e.textContent),
    failures: document.querySelectorAll(".failure").length,
    page: getComputedStyle(document.body).backgroundColor,
    text: getComputedStyle(document.body).color,
    all: shown(),
  };
  search.value = "products.create"; search.dispatchEvent(new Event("input"));
  facts.found = shown();
  search.value = ""; search.dispatchEvent(new Event("input"));
  const state = document.getElementById("state");
  state.value = "failed"; state.dispatchEvent(new Event("change"));
  return {...facts, failed: shown()};
})()"""


def _browse(tab: Browser, folder: Path, found: Json, width: int, *, dark: bool = False) -> Json:
    """What a browser makes of a page on a screen of a width."""
    (folder / "page.html").write_text(page(found), "utf-8")
    tab.look(width, dark=dark)
    tab.open((folder / "page.html").as_uri())
    facts: Json = tab.ask(_FACTS)
    assert tab.errors == []
    return facts


@needs.chromium
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("failures", "text"), [(0, "text"), (30, "text"), (5, HOSTILE)])
def test_in_a_browser(tab: Browser, tmp_path: Path, width: int, failures: int, text: str) -> None:
    found = _report(failures, text)
    facts = _browse(tab, tmp_path, found, width)
    assert facts["width"] == width
    assert (facts["scrolls"], facts["wide"]) == (False, 0)
    counts = found["counts"]
    shown = ("failed", "passed", "known defect", "not run", "not served")
    assert facts["counts"] == [str(counts[state]) for state in shown]
    assert facts["failures"] == failures
    assert facts["title"] != "owned"
    ids = {operation["id"] for version in found["versions"] for operation in version["operations"]}
    assert facts["all"] == f"{len(ids)} of {len(ids)} operations"
    assert facts["found"].startswith(f"{sum('products.create' in id for id in ids)} of")
    assert facts["failed"].startswith("1 of" if failures else "0 of")


@needs.chromium
def test_light_and_dark_differ(tab: Browser, tmp_path: Path) -> None:
    light, dark = (_browse(tab, tmp_path, _report(1), 360, dark=dark) for dark in (False, True))
    assert light["page"] != dark["page"]
    assert light["text"] != dark["text"]
