"""API.md and the pages of older versions: every method, parameter and record of the client is in them, once."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from wooclient import Model, WooClient

OUTPUT = Path(__file__).parent.parent / "generated"
#: The page of each version, and how the version is reached.
PAGES = {
    "v3": ("API.md", ""),
    "v2": ("api/v2.md", "v2"),
    "v1": ("api/v1.md", "v1"),
    "legacy.v3": ("api/legacy-v3.md", "legacy"),
    "legacy.v2": ("api/legacy-v2.md", "legacy.v2"),
    "legacy.v1": ("api/legacy-v1.md", "legacy.v1"),
}


@cache
def page(version: str) -> str:
    return (OUTPUT / PAGES[version][0]).read_text("utf-8")


@cache
def anchors(version: str) -> frozenset[str]:
    return frozenset(re.findall(r'<a id="([^"]+)"></a>', page(version)))


@cache
def root(version: str) -> Any:
    found: Any = WooClient("https://shop.example", key="ck_1", secret="cs_2")
    for step in filter(None, PAGES[version][1].split(".")):
        found = getattr(found, step)
    return found


def methods(resource: Any, path: str = "") -> Iterator[str]:
    """Every method below a resource, by its dotted name."""
    for name, made in vars(type(resource)).items():
        if name == "meta" or (inspect.isfunction(made) and not name.startswith("_")):
            yield f"{path}{name}"
        elif isinstance(made, cached_property) and name not in ("legacy", "v1", "v2"):
            yield from methods(getattr(resource, name), f"{path}{name}.")


@pytest.mark.parametrize("version", PAGES)
def test_every_method_has_its_place(version: str) -> None:
    found = set(methods(root(version)))
    assert len(found) > 25
    assert found - anchors(version) == set()


@pytest.mark.parametrize("version", PAGES)
def test_every_record_has_its_fields(version: str) -> None:
    package = import_module(f"wooclient.{version}.models")
    for module in (import_module(m.name) for m in iter_modules(package.__path__, f"{package.__name__}.")):
        for name, made in vars(module).items():
            if isinstance(made, type) and issubclass(made, Model) and made.__module__ == module.__name__:
                told = page(version).partition(f'<a id="{name}"></a>\n')[2].partition("\n<a id=")[0]
                assert told.startswith(f"### `{name}`\n"), name
                assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == list(made.model_fields), name


@pytest.mark.parametrize("version", PAGES)
def test_every_link_leads_somewhere_and_every_place_is_one(version: str) -> None:
    found = re.findall(r'<a id="([^"]+)"></a>', page(version))
    assert len(found) == len(set(found))
    headings = {"records", "types", "values-passed", "words"}
    assert set(re.findall(r"\]\(#([^)]+)\)", page(version))) - set(found) - headings == set()
    files = set(re.findall(r"\]\((?!#)([^)]+)\)", page(version)))
    assert [f for f in files if not (OUTPUT / PAGES[version][0]).parent.joinpath(f).is_file()] == []


def part(start: str, end: str) -> str:
    """What the reference of the newest version says from one place to another."""
    return page("v3").partition(f'<a id="{start}"></a>\n')[2].partition(f'<a id="{end}"></a>')[0]


def test_a_method_is_told_with_all_that_it_takes() -> None:
    told = part("coupons.list", "coupons.create")
    assert told.startswith(
        "#### `woo.coupons.list(**params)`\n\nList coupons: `GET /wp-json/wc/v3/coupons`. Gives a page "
    )
    assert "`woo.coupons.iter(*, prefetch=0, **params)` walks all pages" in told
    assert "`woo.coupons.modified_since(when, /, *, prefetch=0, **params)` walks all records that changed" in told
    assert "`when` is a datetime, or text. Pass an aware one: `datetime.now(UTC)` is aware, `datetime.now()`" in told
    assert "A naive one, or text without an offset, is shop time" in told
    assert "\n<details><summary>Parameters</summary>\n\n| name | type | what it is |\n" in told
    assert "\n| `per_page` | `int` | How many items a page holds. From 1 to 100. Default: 10. |\n" in told
    assert '\n| `orderby` | `Literal["date", "id", "include", "title", "slug", "modified"] \\| str` |' in told
    above = "`woo.products.variations.save(product_id, record, /)` does it for a record that does not know"
    assert above in part("products.variations.update", "products.variations.delete")
    options = "(*, concurrency=1, on_progress=None, on_outcome=None, **fields)"
    assert part("products.batch", "products.suggested_products").startswith(f"#### `woo.products.batch{options}`\n")
    assert "`woo.orders.meta` reads and changes custom fields" in part("orders", "orders.list")


@pytest.mark.parametrize("version", PAGES)
def test_ids_come_first_and_without_a_name_as_each_page_says(version: str) -> None:
    assert "\nIds come first, in the order of the path and without a name: " in page(version)
    named = re.findall(r"`woo\.[a-z0-9_.]+\((?!record|\*)([^)`]+)\)`", page(version))
    assert len(named) > 5
    assert [one for one in named if "/" not in one.split(", ")] == []


def test_code_outside_of_tables_is_as_it_is() -> None:
    assert "\n`ProductReview | ProductReviewDeleted`\n" in page("v3")
    assert '\n`""`, `none`, `emergency`' in page("v3"), "an empty word is told"


def test_releases_and_refusals_are_told() -> None:
    told = part("products.create", "products.get")
    assert re.search(r"\n\| `brands` \| `Sequence\[ProductTermInput\]` \| .* New in WooCommerce 9\.6\. \|\n", told)
    folded = told.partition("<details><summary>Refusals</summary>\n\n- 400: `product_invalid_sku`,")[2]
    assert folded.partition("</details>")[1]
