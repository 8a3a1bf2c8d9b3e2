"""What the generator's model says of schemas that refer to others."""

from __future__ import annotations

from pathlib import Path

import pytest

from specs import BASE, ROOT, THINGS, graph_of
from woospec.model import Api, Condition, Enum, Limit, ListOf, Reference, Scalar
from woospec.parse import parse
from woospec.select import select

SCHEMAS = f"{THINGS}/schemas.yaml"


def api_of(folder: Path, *edits: tuple[str, str]) -> Api:
    text = (BASE / SCHEMAS).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    graph, problems = graph_of(folder, {SCHEMAS: text})
    bundle = select(graph, "v3", problems)
    assert not problems, list(problems)
    return parse(bundle)


def test_a_part_may_hold_parts_of_its_own_kind(tmp_path: Path) -> None:
    pieces = '    parts:\n      type: array\n      items: {$ref: "#/ThingPart"}\n      description: Pieces.\n'
    label = "      description: What the piece is called.\n"
    api = api_of(tmp_path, (label, f"{label}{pieces}      x-optional: true\n"))
    (part,) = [schema for schema in api.schemas if schema.name == "ThingPart"]
    assert [field.wire for field in part.fields] == ["label", "parts"]


def test_limits_of_a_named_text_are_those_of_the_field_that_it_is_used_for(tmp_path: Path) -> None:
    name = "    name:\n      type: string\n      description: What it is called.\n"
    label = "Label: {type: string, minLength: 2, maxLength: 28, description: What it is called.}\n\n"
    api = api_of(tmp_path, (name, '    name: {$ref: "#/Label"}\n'), ("ThingPart:\n", f"{label}ThingPart:\n"))
    (thing,) = [schema for schema in api.schemas if schema.name == "Thing"]
    limits = {field.wire: field.limits for field in thing.fields}
    assert limits["name"] == (Limit("minLength", 2), Limit("maxLength", 28))
    assert limits["parts"] == ()


def test_an_object_tells_its_own_limits_and_no_field_repeats_them(tmp_path: Path) -> None:
    """Nor are those of what it may hold beside its fields told as if they were about its fields."""
    part = "ThingPart:\n  type: object\n"
    more = "  minProperties: 1\n  additionalProperties: {type: string, maxLength: 5}\n"
    api = api_of(tmp_path, (part, part + more))
    schemas = {schema.name: schema for schema in api.schemas}
    assert schemas["ThingPart"].limits == (Limit("minProperties", 1),)
    assert {field.wire: field.limits for field in schemas["Thing"].fields}["parts"] == ()


def test_limits_of_what_a_list_or_a_map_holds_are_told_of_each(tmp_path: Path) -> None:
    lists = "    words:\n      type: array\n      maxItems: 3\n      items: {type: string, maxLength: 5}\n"
    maps = "    rates: {type: object, additionalProperties: {type: integer, minimum: 1}}\n"
    (thing,) = [
        s for s in api_of(tmp_path, ("    sold_on:\n", f"{lists}{maps}    sold_on:\n")).schemas if s.name == "Thing"
    ]
    limits = {field.wire: field.limits for field in thing.fields}
    assert limits["words"] == (Limit("maxItems", 3), Limit("maxLength", 5, each=True))
    assert limits["rates"] == (Limit("minimum", 1, each=True),)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("const: small", Enum(("small",), open=False)),
        ("type: string\n      enum: [small]", Enum(("small",), open=False)),
        ("type: string\n      x-known-values: [small]", Enum(("small",), open=True)),
    ],
)
def test_words_that_a_field_can_hold(said: str, kind: Enum, tmp_path: Path) -> None:
    api = api_of(tmp_path, ("type: string\n      x-known-values: [small, large]", said))
    (thing,) = [schema for schema in api.schemas if schema.name == "Thing"]
    assert {field.wire: field.type for field in thing.fields}["size"] == kind


def test_what_a_parameter_says_of_itself(tmp_path: Path) -> None:
    """Beside its schema."""
    said = {
        "deprecated": "true", "x-became": "gone", "x-became-note": "no sizes", "x-evidence": "Seen.",
        "x-woo-since": '"9.1"', "x-woo-until": '"9.5"',
    }  # fmt: skip
    words = "".join(f"\n          {word}: {value}" for word, value in said.items())
    text = (BASE / THINGS / "paths.yaml").read_text(encoding="utf-8")
    graph, problems = graph_of(
        tmp_path,
        {f"{THINGS}/paths.yaml": text.replace("Only things of this size.", f"Only things of this size.{words}")},
    )
    (size,) = [field for field in parse(select(graph, "v3", problems)).operations[0].query if field.wire == "size"]
    assert not problems
    assert (size.description, size.deprecated, size.became, size.note, size.evidence, size.since, size.until) == (
        "Only things of this size.", True, "gone", "no sizes", "Seen.", "9.1", "9.5",
    )  # fmt: skip


def test_what_a_batch_creates_holds_what_a_new_one_needs(tmp_path: Path) -> None:
    """A store tries whatever it is sent; callers are held to what a request for one would need."""
    (batch,) = [schema for schema in api_of(tmp_path).schemas if schema.name == "ThingBatch"]
    assert {field.wire: field.type for field in batch.fields} == {
        "create": ListOf(Reference("ThingCreate")),
        "update": ListOf(Reference("ThingBatchItem")),
        "delete": ListOf(Scalar("integer")),
    }


def test_what_a_store_is_asked_before_a_request(tmp_path: Path) -> None:
    """The field that needs it, where the store tells its release, since which one it knows it, and what else to do."""
    told = "says: Only when it is calm.\n    asks: /wp-json/wc/v3/system_status\n    unmet: {}\n"
    before = '    before: {field: sails, release: environment.version, since: "11.1", instead: Row.}\n'
    root = (
        (BASE / ROOT)
        .read_text(encoding="utf-8")
        .replace("\nresources:", f"\nconditions:\n  calm_sea:\n    {told}{before}resources:")
    )
    paths = (BASE / THINGS / "paths.yaml").read_text(encoding="utf-8")
    graph, problems = graph_of(
        tmp_path,
        {
            ROOT: root,
            f"{THINGS}/paths.yaml": paths.replace("x-paging: pages", "x-paging: pages\n      x-needs: calm_sea"),
        },
    )
    api = parse(select(graph, "v3", problems))
    assert not problems, list(problems)
    (needed,) = {operation.needs for operation in api.operations if operation.needs}
    sails = ("sails", "environment.version", "11.1", "Row.")
    assert needed == Condition("calm_sea", "/wp-json/wc/v3/system_status", (), "Only when it is calm.", False, sails)


@pytest.mark.parametrize(("most", "told"), [("20", 20), ("99", 99), ("100", 0), ("500", 0)])
def test_a_list_of_small_pages_says_so(tmp_path: Path, most: str, told: int) -> None:
    shared = "common/parameters.yaml"
    text = (BASE / shared).read_text(encoding="utf-8")
    assert "maximum: 100" in text
    graph, problems = graph_of(tmp_path, {shared: text.replace("maximum: 100", f"maximum: {most}")})
    api = parse(select(graph, "v3", problems))
    assert {o.id: o.page_limit for o in api.operations if o.id == "things.list"} == {"things.list": told}
