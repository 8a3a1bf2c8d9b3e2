"""MIGRATION.md: every legacy field is accounted for, and what the page says follows from the two descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import bars
from woospec.load import load
from woospec.model import Api, EmptyList, Enum, ListOf, Null, Reference, Scalar, Type, Union
from woospec.pairing import GONE, Pairing, pair, read_schema_name
from woospec.parse import parse
from woospec.problems import Problems
from woospec.render import Renderer, environment
from woospec.resolve import resolve
from woospec.select import select
from woospec.text import markdown
from woospec.views.migration import migration_view
from woospec.views.plain import differences, plain

ROOT = Path(__file__).parent.parent


@cache
def apis() -> dict[str, Api]:
    problems = Problems()
    graph = resolve(load(ROOT / "spec", problems), problems)
    return {version: parse(select(graph, version, problems)) for version in ("legacy-v3", "v3")}


@cache
def paired() -> Pairing:
    return pair(apis()["legacy-v3"], apis()["v3"])


@cache
def words() -> Any:
    """The macros that put changes into words."""
    return environment(ROOT / "templates").get_template("migration_words.jinja").module


@cache
def page() -> str:
    view = migration_view(apis()["legacy-v3"], apis()["v3"])
    return Renderer(ROOT / "templates").render("migration.md.jinja", view=view, newest=view.new.about, others=())


def part(resource: str) -> str:
    """The part of the page about one resource."""
    return page().partition(f"\n## `{resource}`\n")[2].partition("\n## ")[0]


def section(title: str, resource: str = "") -> list[str]:
    """The lines below one heading."""
    text = part(resource) if resource else page()
    return text.partition(f"\n### {title}\n")[2].partition("\n#")[0].splitlines()


def cells(line: str) -> list[str]:
    """What stands in the cells of a row of a table."""
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


class FieldRow(NamedTuple):
    """A row about a field."""

    old: str
    old_type: str
    new: str
    new_type: str
    change: str


def table(title: str, resource: str = "") -> dict[str, FieldRow]:
    """The rows of a table by the legacy field."""
    rows = [FieldRow(*cells(line)) for line in section(title, resource) if line.startswith("| `")]
    return {row.old.strip("`"): row for row in rows}


def changes(name: str) -> str:
    """What the page says of a call."""
    line = next(line for line in page().splitlines() if line.startswith(f"| `{name}` | "))
    return cells(line)[3]


def test_every_call_is_accounted_for() -> None:
    calls = paired().calls
    assert len(calls) == len(apis()["legacy-v3"].operations)
    assert [c.old.id for c in calls if c.new is None and c.old.became != GONE] == []
    assert all(f"| `{c.old.id}` | `{c.old.method} {c.old.path}` |" in page() for c in calls)


def test_every_field_of_a_paired_schema_is_accounted_for() -> None:
    lost = [
        f"{p.old.name}.{s.field.wire}"
        for p in paired().answers
        for s in p.steps
        if s.target is None and s.field.became != GONE
    ]
    assert lost == []
    for one in paired().answers:
        below = "\n".join(section(f"`{one.old.name}` → `{one.new.name}`"))
        assert below, one.old.name
        assert [s.field.wire for s in one.steps if f"`{s.field.wire}`" not in below] == []


def test_nearly_every_answer_of_the_legacy_api_is_paired() -> None:
    found = {p.old.name for p in paired().answers}
    left = {s.name for s in apis()["legacy-v3"].schemas if s.read} - found
    assert left == {
        "LegacyRouteMeta",
        "LegacyStoreLinks",
        "LegacyWebhookDelivery",
        "Message",
    }


def test_every_parameter_is_accounted_for() -> None:
    """A part of a shared filter is gone where the newest list lacks it, but not everywhere."""
    found: dict[tuple[str, str], bool] = {}
    for parameter in (p for c in paired().calls for p in c.parameters):
        key = (parameter.schema, parameter.label)
        well = parameter.step.target is not None or parameter.step.field.became == GONE
        found[key] = found.get(key, False) or well
    assert [key for key, well in found.items() if not well] == []


def test_no_word_leads_nowhere() -> None:
    steps = {
        (read_schema_name(p.old.name), s.field.wire, s.field.became)
        for p in [*paired().answers, *(r.sent for r in paired().requests)]
        for s in p.steps
        if s.target is not None
    }
    lost = [
        (schema.name, field.wire, field.became)
        for schema in apis()["legacy-v3"].schemas
        for field in schema.fields
        if field.became not in ("", GONE)
        and schema.read
        and (read_schema_name(schema.name), field.wire, field.became) not in steps
    ]
    assert lost == []
    assert {p.old.became for p in paired().answers} - {""} <= {s.name for s in apis()["v3"].schemas}


@pytest.mark.parametrize(
    ("title", "old", "new", "change"),
    [
        ("`LegacyProduct` → `Product`", "title", "name", "renamed"),
        ("`LegacyProduct` → `Product`", "created_at", "date_created_gmt", "Z dropped"),
        ("`LegacyProduct` → `Product`", "featured_src", "images.src", "moved; inside a list"),
        ("`LegacyProduct` → `Product`", "in_stock", "stock_status", "word instead of true or false"),
        ("`LegacyProduct` → `Product`", "sale_price", "sale_price", '`""` instead of null'),
        ("`LegacyProduct` → `Product`", "categories", "categories", "with `id`, `name`"),
        ("`LegacyProduct` → `Product`", "variations", "variations", "ids instead of objects"),
        ("`LegacyProduct` → `Product`", "visible", "", "gone"),
        ("`LegacyVariation` → `Variation`", "image", "image", "one instead of a list"),
        ("`LegacyOrder` → `Order`", "billing_address", "billing", "renamed"),
        ("`LegacyOrder` → `Order`", "line_items", "line_items", "see `LegacyOrderLineItem`"),
        ("`LegacyOrderPayment` → `Order`", "method_id", "payment_method", "renamed"),
        ("`LegacyOrderNote` → `OrderNote`", "id", "id", "whole number instead of text"),
        ("In requests: `LegacyOrderPayment` → `Order`", "paid", "set_paid", "renamed"),
        ("In requests: `LegacyCoupon` → `Coupon`", "expiry_date", "date_expires", "renamed"),
        ("Parameters", "filter[limit]", "per_page", "from 1 to 100"),
        ("Parameters", "filter[created_at_min]", "after", "renamed"),
    ],
)
def test_a_change_shows(title: str, old: str, new: str, change: str) -> None:
    row = table(title)[old]
    assert row.new.strip("`") == new
    assert change in row.change


def notes_of(api: Api) -> Iterator[str]:
    """Every sentence that a version has beside `x-became`."""
    for operation in api.operations:
        yield from (one.note for one in (operation, *operation.path_parameters, *operation.query) if one.note)
    for schema in api.schemas:
        yield from (one.note for one in (schema, *schema.fields) if one.note)


def test_every_sentence_of_the_description_is_on_the_page() -> None:
    told = list(notes_of(apis()["legacy-v3"]))
    bars.least("notes on migration", len(told))
    assert [note for note in told if markdown(note) not in page()] == []
    assert not list(notes_of(apis()["v3"]))


@pytest.mark.parametrize(
    ("title", "old", "new", "change"),
    [
        ("In requests: `LegacyProduct` → `Product`", "name", "slug", "what v3 calls `name` is the title"),
        ("In requests: `LegacyProduct` → `Product`", "variations", "", "cannot be set; they have calls of their own"),
        ("In requests: `LegacyProduct` → `Product`", "type", "type", "an update changes it"),
        ("In requests: `LegacyProductAttribute` → `ProductAttributeChoice`", "slug", "id", "attribute of the shop"),
        ("In requests: `LegacyProductImageWrite` → `ProductImage`", "position", "", "the first of the list"),
        ("In requests: `LegacyOrderCouponLine` → `OrderCouponLine`", "code", "code", "the coupon must exist"),
        ("In requests: `LegacyRefund` → `OrderRefund`", "restock_items", "api_restock", "true if absent"),
        ("In requests: `LegacyCoupon` → `Coupon`", "expiry_date", "date_expires", "read as shop time"),
        ("`LegacyProduct` → `Product`", "images", "images", "no placeholder"),
        ("`LegacyProductAttribute` → `ProductAttributeChoice`", "slug", "slug", "with `pa_` in front"),
        ("`LegacyVariationAttribute` → `VariationAttribute`", "option", "option", "no longer its slug"),
        ("`LegacyOrderLineItem` → `OrderLineItem`", "product_id", "product_id", "`variation_id`"),
        ("`LegacyOrderTaxLine` → `OrderTaxLine`", "total", "tax_total", "`shipping_tax_total`"),
        ("`LegacyOrder` → `Order`", "total", "total", "the decimals of the shop"),
        ("Parameters", "fields", "", "`_fields` takes its place"),
        ("Parameters", "type", "type", "one kind only"),
        ("Parameters", "filter[category]", "category", "numbers, no longer slugs"),
        ("Parameters", "filter[tag]", "tag", "numbers, no longer slugs"),
        ("Parameters", "filter[shipping_class]", "shipping_class", "numbers, no longer slugs"),
        ("Parameters", "filter[created_at_min]", "after", "later than this, no longer from this on; shop time unless"),
        ("Parameters", "filter[limit]", "per_page", "-1 is no more"),
    ],
)
def test_a_change_shows_that_no_type_tells(title: str, old: str, new: str, change: str) -> None:
    row = table(title)[old]
    assert row.new.strip("`") == new
    assert change in row.change


def test_what_is_told_is_not_as_before() -> None:
    same = next(line for line in section("`LegacyOrderLineItem` → `OrderLineItem`") if line.startswith("As before"))
    assert "`quantity`" in same
    assert "`product_id`" not in same


def test_a_sentence_of_answers_is_not_repeated_for_requests() -> None:
    assert "quantity" in table("In requests: `LegacyOrderLineItem` → `OrderLineItem`")
    assert "product_id" not in table("In requests: `LegacyOrderLineItem` → `OrderLineItem`")


def test_a_sentence_about_a_schema_stands_over_its_table() -> None:
    assert section("`LegacyVariation` → `Variation`")[1].startswith("Variations are read and written")


def test_sentences_stay_with_their_resource() -> None:
    """Customers have a filter of their own, whose search is not that of the others."""
    assert "asterisks" in table("Parameters", "customers")["filter[q]"].change
    assert table("Parameters", "coupons")["filter[q]"].change == "renamed"


def test_the_same_is_said_once() -> None:
    same = next(line for line in section("`LegacyOrder` → `Order`") if line.startswith("As before"))
    assert "`total_tax`" in same
    assert "`line_items`" not in same, "its items change"
    added = next(line for line in section("`LegacyOrder` → `Order`") if line.startswith("New"))
    assert "`cart_hash` (text)" in added
    assert "`billing`" not in added


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("customers.by_email", "now `customers.list`; list with `email=`, empty where there was a 404; "),
        ("coupons.by_code", "now `coupons.list`; list with `code=`, empty where there was a 404; "),
        ("products.reviews.list", "list with `product=`, empty where there was a 404; "),
        ("products.orders.list", "now `orders.list`; list with `product=`, empty where there was a 404; "),
        ("customers.orders.list", "now `orders.list`; list with `customer=`, empty where there was a 404; "),
    ],
)
def test_a_part_of_a_path_has_a_successor(name: str, change: str) -> None:
    assert changes(name).startswith(change)
    assert "without" not in changes(name)


@pytest.mark.parametrize("name", ["products", "orders", "customers", "coupons", "taxes"])
def test_bulk_tells_of_the_body(name: str) -> None:
    change = changes(f"{name}.bulk")
    assert change.startswith(f"now `{name}.batch`; the list becomes `{{create, update, delete}}`")
    assert "instead of" not in change
    assert "envelope" not in change


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("products.list", "`status=publish`"),
        ("products.count", "`status=publish`"),
        ("orders.count", "`reports.orders.totals`"),
        ("webhooks.create", "as wc/v3 answers"),
        *(
            (f"{name}.delete", "refused without `force=true` (501)")
            for name in (
                "products.categories",
                "products.tags",
                "products.shipping_classes",
                "products.attributes.terms",
                "customers",
                "taxes",
                "taxes.classes",
                "webhooks",
                "orders.notes",
            )
        ),
    ],
)
def test_a_call_that_means_something_else(name: str, change: str) -> None:
    assert change in changes(name)


def test_what_holds_everywhere() -> None:
    head = page().partition("## `products`")[0]
    assert "`woocommerce_rest_`" in head
    assert "| `filter[limit]=-1` |" in head
    assert "`_fields=id,name`" in head
    assert '`fields=["name"]`, on any read that answers objects' in head
    assert "| orders in tables of their own (HPOS), no sync | lists are empty, other calls answer 404" in head


def test_calls_that_moved() -> None:
    assert "| `products.bulk` | `POST /products/bulk` | `POST /products/batch` | now `products.batch`; " in page()
    assert "| `products.get` | `GET /products/{id}` | `GET /products/{id}` | envelope `product` dropped |" in page()
    assert "| `orders.notes.update` | `PUT /orders/{order_id}/notes/{id}` |  | gone |" in page()
    assert page().count("the number is in the header X-WP-Total") == 7


TEXT, NULL = Scalar("string"), Null()
DECIMAL, OR_EMPTY = Scalar("string", "decimal"), Scalar("string", "decimal-or-empty")
RATE = Scalar("string", "tax-rate")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (TEXT, TEXT, []),
        (TEXT, Union((TEXT, NULL)), ["may be null"]),
        (Union((Scalar("integer"), NULL)), Scalar("integer"), ["never null"]),
        (Union((DECIMAL, NULL)), OR_EMPTY, ['`""` instead of null']),
        (Scalar("string", "zulu-date-time"), Scalar("string", "local-date-time"), ["shop time, Z dropped"]),
        (ListOf(Reference("A")), ListOf(Scalar("integer")), ["ids instead of objects"]),
        (Union((Reference("A"), EmptyList())), Scalar("integer"), ["never `[]`", "id instead of an object"]),
        (Enum(("a", "b", "c"), open=True), Enum(("b", "c", "d"), open=True), ["no more: `a`", "new: `d`"]),
        (Union((DECIMAL, Scalar("number"))), DECIMAL, ["no longer number"]),
        (Union((RATE, Scalar("number", "tax-rate"))), RATE, ["no longer number"]),
    ],
)
def test_differences(old: Type, new: Type, said: list[str]) -> None:
    assert [words().note(note) for note in differences(old, new)] == said


def test_plain_words() -> None:
    def told(kind: Type) -> str:
        return words().plain(plain(kind))

    assert told(Union((OR_EMPTY, NULL))) == 'number as text or null or `""`'
    assert told(ListOf(Reference("Thing"))) == "list of objects Thing"
    assert told(Enum((False,), open=False)) == "`false`"
