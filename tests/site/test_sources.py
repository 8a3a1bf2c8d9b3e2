"""What `make docs` hands to the site's generator: the reference in pages, whose links lead from one to the other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from samples import PAGES, ROOT

from woospec.site import on_page, write


def _named(nav: Any) -> list[str]:
    """Every page that the navigation names."""
    if isinstance(nav, str):
        return [nav]
    return [
        page
        for entry in nav
        for part in (entry.values() if isinstance(entry, dict) else [entry])
        for page in _named(part)
    ]


def test_the_sources_are_whole(tmp_path: Path) -> None:
    assert len(write(ROOT, tmp_path)) == 0
    docs = tmp_path / "docs"
    pages = {page.relative_to(docs).as_posix() for page in docs.rglob("*.md")}
    named = _named(tomllib.loads((tmp_path / "zensical.toml").read_text("utf-8"))["project"]["nav"])
    assert len(named) == len(set(named))
    assert set(named) <= pages
    # What people wrote and what wc/v3 has can be reached from the navigation.
    assert {page.relative_to(PAGES).as_posix() for page in PAGES.rglob("*.md")} <= set(named)
    assert {page for page in pages if page.startswith("reference/v3/")} <= set(named)
    orders = (docs / "reference" / "v3" / "orders.md").read_text("utf-8")
    assert '### `woo.orders.create(**fields)` {: #orders.create data-toc-label="create" }' in orders
    assert "<code>Sequence[[OrderLineItemInput](#OrderLineItemInput)]</code>" in orders
    assert "[`MetaData`](types.md#MetaData)" in orders
    assert (docs / "description" / "v3.js").read_text("utf-8").startswith("window.description = {")


def test_links_and_headings_are_fitted_to_a_page() -> None:
    places, taken = {"things": "things", "things.list": "things", "Thing": "things", "Other": "types"}, {
        "ThingCreate": "things.list"
    }
    text = (
        '<a id="things.list"></a>\n#### `woo.things.list(**params)`\n\n[a](#Thing) [b](#Other) [c](#things.iter)\n\n'
        "| `one` | `Sequence[Other \\| Thing]`, required | A `Thing` |\n| `two` | `ThingCreate` | |\n"
        '| `three` | `Literal["things"]` | A word, no type. |\n'
        "<details><summary>More</summary>\n"
    )
    assert on_page(text, places, taken, "types") == (
        '### `woo.things.list(**params)` {: #things.list data-toc-label="list" }\n\n'
        "[a](things.md#Thing) [b](#Other) [c](things.md#things.iter)\n\n"
        "| `one` | <code>Sequence[[Other](#Other) \\| [Thing](things.md#Thing)]</code>, required | A `Thing` |\n"
        "| `two` | <code>[ThingCreate](things.md#things.list)</code> | |\n"
        "| `three` | <code>Literal[&quot;things&quot;]</code> | A word, no type. |\n"
        "<details markdown><summary>More</summary>\n"
    )


def test_the_templates_of_the_site_only_print() -> None:
    for template in (PAGES.parent / "reference").glob("*.jinja"):
        assert not re.search(r"\{%-? *set ", template.read_text("utf-8"))
