"""The mock store's page: what it shows, what can be pasted, and who can press its buttons."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import needs
from browser import Browser
from mock.serving import serving
from wooclient import ApiError, WooClient
from wooclient.mock import MockStore
from wooclient.mock.page_style import STYLE
from wooclient.mock.wire import Answer, Request

HOSTILE = '"><script>document.title="owned"</script><img src=x onerror=alert(1)>'


def shown(store: MockStore) -> str:
    return store.handle(Request("GET", "/")).body.decode()


def token(store: MockStore) -> str:
    found = re.search(r'name="token" value="([^"]+)"', shown(store))
    assert found is not None
    return found[1]


def press(store: MockStore, form: str, **headers: str) -> Answer:
    sent = {"host": "store.example", "content-type": "application/x-www-form-urlencoded"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return store.handle(Request("POST", "/", "", sent, form.encode()))


def test_last_requests_are_shown_with_status_and_time(store: MockStore) -> None:
    store.fault("waf_403", route="/coupons")
    store.fault("drop_connection", route="/gone")
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        woo.products.list()
        with pytest.raises(ApiError):
            woo.coupons.list()
    query = f"consumer_key={store.key}&consumer_secret={store.secret}&search={HOSTILE}"
    store.handle(Request("GET", f"/wp-json/wc/v3/{HOSTILE}", query))
    text = shown(store)
    rows = re.findall(
        r"<code>(\w+ /[^<]*)</code></td><td[^>]*><span class=\"(\w+)\">(\w+)</span>.*?([\d.]+)&nbsp;ms", text
    )
    assert [(row[0].partition("?")[0], row[1], row[2]) for row in rows[1:]] == [
        ("GET /wp-json/wc/v3/coupons", "bad", "403"),
        ("GET /wp-json/wc/v3/products", "good", "200"),
    ]
    assert rows[0][2] == "404"
    table = text[text.index('id="requests"') : text.index('id="faults"')]
    assert store.secret not in table
    assert store.key not in table
    assert "<script" not in text
    assert "<img" not in text
    store.reset()
    assert "Nobody has asked for anything yet." in shown(store)


def test_buttons_switch_faults(store: MockStore) -> None:
    form = f"token={token(store)}"
    answer = press(store, f"{form}&on=waf_403&route=/orders&every=2")
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert [(fault.name, fault.route, fault.every) for fault in store.faults.on] == [("waf_403", "/orders", 2)]
    assert "for <code>/orders</code>, one request in 2; hit 0 times" in shown(store)
    press(store, f"{form}&on=bom")
    press(store, f"{form}&off=waf_403")
    assert [fault.name for fault in store.faults.on] == ["bom"]
    press(store, f"{form}&heal=all")
    assert store.faults.on == []
    for wrong in ("on=nothing", "on=bom&every=0", "on=bom&every=x", "on=bom&route=("):
        assert press(store, f"{form}&{wrong}").status == 400, wrong
    assert store.faults.on == []


def test_pages_of_other_sites_cannot_press_them(store: MockStore) -> None:
    good = f"token={token(store)}&on=bom"
    for form, headers in (
        ("on=bom", {}),
        ("token=x&on=bom", {}),
        (good, {"sec_fetch_site": "cross-site"}),
        (good, {"sec_fetch_site": "same-site"}),
        (good, {"origin": "https://evil.example"}),
        (good, {"host": "evil.example", "origin": "http://evil.example"}),
    ):
        assert press(store, form, **headers).status == 403, (form, headers)
    assert store.faults.on == []
    for headers in (
        {},
        {"host": "127.0.0.1:8080", "origin": "http://127.0.0.1:8080"},
        {"sec_fetch_site": "same-origin"},
    ):
        assert press(store, good, **headers).status == 303, headers
    policy = store.handle(Request("GET", "/")).headers
    assert "frame-ancestors 'none'" in policy["Content-Security-Policy"]
    assert policy["X-Frame-Options"] == "DENY"


def pasted(text: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r"<pre>(.*?)</pre>", text, re.DOTALL)]


def run(program: str, code: str) -> str:
    return subprocess.run([program, "-c", code], capture_output=True, text=True, timeout=60, check=True).stdout


def test_snippets_run_when_pasted() -> None:
    import httpx

    with serving() as (url, _):
        python, command, _ = pasted(httpx.get(f"{url}/").text)
        assert "Teapot" in run(sys.executable, python)
        assert "Teapot" in run("sh", command.replace("wooclient list", f"{sys.executable} -m wooclient list"))


def test_the_snippet_for_curl_runs_when_pasted(store: MockStore) -> None:
    import httpx

    for name in ("curl", "openssl"):
        needs.command(name)
    with serving() as (url, _):
        *_, curl = pasted(httpx.get(f"{url}/").text)
        assert "--user" not in curl
        for _ in range(2):  # each time with a number of its own
            assert json.loads(run("sh", curl))[0]["id"] > 0
    store.scheme = "https"
    assert "--user" in pasted(shown(store))[2]


_FACTS = """(() => {
  const wide = [...document.querySelectorAll("body *")].filter(
    (one) => !one.closest("pre") && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
  return {
    width: document.documentElement.clientWidth, scrolls: document.documentElement.scrollWidth > innerWidth,
    wide: wide.map((one) => one.tagName), title: document.title,
    page: getComputedStyle(document.querySelector(".bad")).color,
  };
})()"""


@needs.chromium
def test_it_fits_a_phone_and_a_desk_light_and_dark(store: MockStore, tab: Browser, tmp_path: Path) -> None:
    store.fault("slow", route=HOSTILE)
    store.keys.create("read", HOSTILE)
    store.handle(Request("GET", "/wp-json/" + "x" * 500, f"a={HOSTILE}"))
    (tmp_path / "page.html").write_text(shown(store), "utf-8")
    colours = set()
    for width, dark in ((390, False), (1280, True)):
        tab.look(width, dark=dark)
        tab.open((tmp_path / "page.html").as_uri())
        facts = tab.ask(_FACTS)
        assert tab.errors == []
        assert facts | {"page": ""} == {
            "width": width, "scrolls": False, "wide": [], "title": f"Mock store at {store.url}", "page": "",
        }  # fmt: skip
        colours.add(facts["page"])
    assert len(colours) == 2
    assert "prefers-color-scheme: dark" in STYLE
