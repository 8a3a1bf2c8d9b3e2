"""The site as `make docs` builds it: links, search, light and dark, a phone and a desk; without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

import needs
from browser import Browser

WIDTHS = (390, 1280)
#: Pages that are looked at: each kind of page, and those with the widest things on them.
KEY_PAGES = (
    "index.html",
    "start.html",
    "cookbook.html",
    "guides/pages.html",
    "guides/webhooks.html",
    "guides/command.html",
    "reference/v3/index.html",
    "reference/v3/orders.html",
    "reference/v3/types.html",
    "reference/mock.html",
    "reference/legacy-v3/orders.html",
    "description/index.html",
)
_TAG = re.compile(r"<(?:a|img|script|link|iframe)\b[^>]*?\s(?:href|src)=(?:\"([^\"]*)\"|([^\s>]+))")
#: The colour scheme of a page, and how everything that folds is opened and nothing fades.
_SCHEME = "document.body.getAttribute('data-md-color-scheme') + document.body.className"
_OPENED = """document.querySelectorAll('details').forEach(one => one.open = true);
document.head.append(Object.assign(document.createElement('style'), {textContent: '* { transition: none }'}))"""
#: What commands and programs print, and the fields of tables on a phone, where something of them is cut off.
_CUT = """[...document.querySelectorAll(
  '.language-text code, .language-console code,'
  + '.md-typeset__scrollwrap:has(th:nth-child(3):last-child):not(:has(th:empty))'
)].filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText.slice(0, 60))"""
_ID = re.compile(r"\s(?:id|name)=(?:\"([^\"]*)\"|([^\s>]+))")


@pytest.fixture(scope="module")
def html() -> Path:
    return needs.documentation()


@cache
def _text(page: Path) -> str:
    return re.sub(r"<(script|style)\b(?![^>]*\ssrc=).*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)


@cache
def _anchors(page: Path) -> frozenset[str]:
    return frozenset(unescape(a or b) for a, b in _ID.findall(_text(page)))


def _broken(page: Path) -> Iterator[str]:
    for first, second in _TAG.findall(_text(page)):
        link = unescape(first or second)
        if re.match(r"[a-z]+:|//", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / unquote(path)).resolve() if path else page
        if not target.is_file():
            yield f"{page.name}: {link}: no such file"
        elif anchor and not anchor.startswith("__") and target.parent.name != "description":
            yield from [f"{page.name}: {link}: no such place"] * (unquote(anchor) not in _anchors(target))


def test_every_internal_link_leads_somewhere(html: Path) -> None:
    pages = sorted(html.rglob("*.html"))
    assert len(pages) > 120
    assert [problem for page in pages for problem in _broken(page)] == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<h2 id="there"><a href="#there">a</a><a href=#gone>b</a><img alt="" src="no.png"></h2>', "utf-8")
    assert list(_broken(page)) == ["page.html: #gone: no such place", "page.html: no.png: no such file"]


def test_nothing_is_asked_of_the_network(html: Path) -> None:
    """Pages load what lies beside them, and nothing else."""
    loads = re.compile(
        r"<(script|img|iframe)\b[^>]*?\ssrc=\"?(https?:)?//|<link\b[^>]*?stylesheet[^>]*?\shref=\"?https?:"
    )
    assert [page.name for page in html.rglob("*.html") if loads.search(page.read_text("utf-8"))] == []


def test_every_method_has_its_place_in_the_reference(html: Path) -> None:
    from wooclient import operations

    pages = (html / "reference" / "v3").glob("*.html")
    found = frozenset[str]().union(*(_anchors(page) for page in pages))
    assert {operation.id for operation in operations("v3")} - found == set()


@pytest.mark.parametrize("page", KEY_PAGES)
def test_a_page_fits_a_phone_and_a_desk_in_light_and_dark(html: Path, tab: Browser, page: str) -> None:
    tab.look(390, dark=False)
    tab.open((html / page).as_uri())
    if page.startswith("description"):
        tab.until("document.body.innerText.includes('WooCommerce REST API, wc/v3')")
    tab.ask(_OPENED)
    papers = []
    for dark in (False, True):
        for width in WIDTHS:
            tab.look(width, dark=dark)
            tab.until(f"/{'slate|dark-mode' if dark else 'default|light-mode'}/.test({_SCHEME})")
            assert tab.ask("document.documentElement.scrollWidth") <= width
            assert tab.ask(_CUT) == []
        papers.append(tab.ask("getComputedStyle(document.body).backgroundColor"))
    assert papers[0] != papers[1]
    assert tab.errors == []


def test_the_search_finds_sku(html: Path, tab: Browser) -> None:
    tab.look(1280, dark=False)
    tab.open((html / "index.html").as_uri())
    inside = "[...document.querySelectorAll('*')].map(one => one.shadowRoot).find(Boolean)"
    tab.until(f"Boolean({inside}?.querySelector('input'))")
    tab.ask("document.querySelector('.md-search__button').click()")
    tab.ask(f"{inside}.querySelector('input').focus()")
    tab.call("Input.insertText", text="sku")
    tab.until(f"{inside}.querySelectorAll('a[role=option]').length")
    found = tab.ask(f"[...{inside}.querySelectorAll('a[role=option]')].map(one => one.innerText)")
    assert found[0].startswith("How do I find a product by its SKU?")
    assert tab.errors == []
