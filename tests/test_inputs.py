"""What callers pass: empty lists, all that gives values one by one, enums, whole records, names that are mistyped."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any, Literal

import pytest

import bars
from fake_store import Session, ok
from wooclient import fixtures, operations
from wooclient._runtime.declared import AttributeSlugInput, CommaListInput, DecimalInput, UnprotectedKeyInput
from wooclient._runtime.inputs import _takes_list, arguments, convert, hints_of, named_once, query_arguments
from wooclient.v3 import Product

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
Make = Callable[[Any], Session]


class Status(str, Enum):  # noqa: UP042 - as code from before StrEnum has it
    """Words as an enum that is text, too."""

    PENDING = "pending"
    DRAFT = "draft"


class Kind(Enum):
    """Words as a plain enum."""

    SIMPLE = "simple"


class Sort(StrEnum):
    """Words as a newer enum."""

    ASC = "asc"


class Number(IntEnum):
    """Numbers as an enum."""

    CUP = 7


class Whole:
    """A whole number of another library."""

    def __index__(self) -> int:
        return 12


@pytest.fixture
def session(answering: Make) -> Make:
    return answering


def asked(operation: str, version: str = "v3", **given: Any) -> dict[str, Any]:
    """The query that keyword arguments become."""
    (called,) = [o for o in operations(version) if o.id == operation]
    return query_arguments(called.query_type(), given, operation)


def sent(operation: str, version: str = "v3", **given: Any) -> dict[str, Any]:
    """The body that keyword arguments become."""
    (called,) = [o for o in operations(version) if o.id == operation]
    return arguments(called.body_type(), given, operation)


# settings


@pytest.mark.parametrize("version", ["v3", "v2"])
@pytest.mark.parametrize("value", [True, False])
def test_a_setting_takes_no_boolean(version: str, value: bool) -> None:
    # A checkbox would keep true as neither yes nor no, and read false as its default.
    with pytest.raises(TypeError, match="value is"):
        sent("settings.options.update", version, value=value)
    with pytest.raises(TypeError, match="value is"):
        sent("settings.options.batch", version, update=[{"id": "woocommerce_calc_taxes", "value": value}])
    assert sent("settings.options.update", version, value="no") == {"value": "no"}


# empty lists


@pytest.mark.parametrize("empty", [[], (), set[int](), range(0), iter(()), "", " , ", [""]])
def test_an_empty_list_that_chooses_is_refused_before_anything_is_sent(session: Make, empty: Any) -> None:
    shop = session([])
    kinds = shop.woo.products
    with pytest.raises(ValueError, match="an empty include_status would find everything"):
        shop.wait(kinds.list(include_status=empty))
    for prefetch in (0, 3):
        with pytest.raises(ValueError, match="an empty include_status would find everything"):
            shop.all(kinds.iter(include_status=empty, prefetch=prefetch))
    assert not shop.requests


@pytest.mark.parametrize(
    ("operation", "version", "given", "named"),
    [
        ("orders.list", "v3", {"status": []}, "status"),
        ("orders.list", "v2", {"parent": []}, "parent"),
        ("products.list", "v3", {"include_meta": []}, "include_meta"),
        ("variations.list", "v3", {"attributes": []}, "attributes"),
        ("products.list", "legacy-v3", {"filter": {"in_": []}}, r"filter\[in\]"),
        ("products.list", "legacy-v3", {"filter": {"in_": ""}}, r"filter\[in\]"),
        ("orders.count", "legacy-v2", {"status": ()}, "status"),
        ("products.list", "legacy-v1", {"fields": []}, "fields"),
    ],
)
def test_it_is_refused_in_every_list_of_every_version(
    operation: str, version: str, given: dict[str, Any], named: str
) -> None:
    with pytest.raises(ValueError, match=f"{operation}: an empty {named} would find everything"):
        asked(operation, version, **given)


def test_it_is_refused_among_what_only_a_plugin_knows(session: Make) -> None:
    shop = session([])
    with pytest.raises(ValueError, match="an empty brands would find everything"):
        shop.wait(shop.woo.products.list(extra={"brands": []}))
    assert not shop.requests


def test_every_list_that_a_query_takes_is_left_out_or_refused_when_it_is_empty() -> None:
    kinds = {o.query_type() for v in ("v3", "v2", "v1") for o in operations(v) if o.query and not o.body}
    # `fields` chooses no records, and has a refusal of its own.
    hinted = ((kind, hints_of(kind)) for kind in kinds)
    lists = [(kind, name) for kind, hints in hinted for name in hints if name != "fields" and _takes_list(hints[name])]
    bars.least("lists in queries", len(lists))
    for kind, name in lists:
        if "exclude" in name:
            assert query_arguments(kind, {name: []}, "x") == {}
        else:
            with pytest.raises(ValueError, match=f"an empty {name} would"):
                query_arguments(kind, {name: []}, "x")


def test_an_empty_list_that_takes_away_is_left_out(session: Make) -> None:
    shop = session([])
    shop.wait(shop.woo.products.list(exclude=[], parent_exclude=(), exclude_status=set(), exclude_meta=[], page=2))
    assert shop.queries == [{"page": "2"}]
    assert asked("products.list", "legacy-v3", filter={"not_in": [], "limit": 1}) == {"filter": {"limit": 1}}


def test_an_empty_list_in_a_body_empties_the_field() -> None:
    assert sent("products.update", upsell_ids=[], images=()) == {"upsell_ids": [], "images": []}


# all that gives values one by one


LISTS = [lambda: range(1, 3), {1: "a", 2: "b"}.keys, {"x": 1, "y": 2}.values, lambda: iter([1, 2]), lambda: {1, 2}]


@pytest.mark.parametrize("numbers", LISTS)
def test_whatever_gives_values_one_by_one_is_a_list(numbers: Callable[[], Any]) -> None:
    assert asked("products.list", include=numbers()) == {"include": [1, 2]}
    assert asked("products.list", "legacy-v3", filter={"in_": numbers()}) == {"filter": {"in": "1,2"}}
    assert sent("products.update", upsell_ids=numbers()) == {"upsell_ids": [1, 2]}


def test_so_it_is_among_what_only_a_plugin_knows() -> None:
    assert sent("products.update", extra={"plugin": range(1, 3)}) == {"plugin": [1, 2]}


def test_a_walk_sends_what_a_generator_gave_with_every_page() -> None:
    tags: list[dict[str, Any]] = fixtures.load("v3", "products.tags.list")
    shop = Session("sync", lambda request: ok([tags[0]] if request.url.params["page"] == "1" else []))
    shop.all(shop.woo.products.tags.iter(include=(n for n in [1, 2]), per_page=1))
    assert [query["include"] for query in shop.queries] == ["1,2", "1,2"]


def test_what_can_be_read_only_once_cannot_stand_in_an_item_of_a_batch() -> None:
    with pytest.raises(TypeError, match=r"products.batch.update\[0\].upsell_ids is .*read only once; pass a list"):
        sent("products.batch", update=[{"id": 1, "upsell_ids": iter([1])}])


@pytest.mark.parametrize("wrong", [{101: "Cup"}, [Product.model_validate(PRODUCT)], [[1]], ["x"], [object()]])
def test_what_is_no_list_of_numbers_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"products.list(:|\.)\s?include(\[0\])? is "):
        asked("products.list", include=wrong)


@pytest.mark.parametrize("thing", [object(), b"a", 1 + 2j])
def test_what_cannot_be_sent_is_named_with_its_value(thing: Any) -> None:
    with pytest.raises(TypeError, match=r"products.list.sku is .*, which cannot be sent"):
        asked("products.list", sku=thing)
    with pytest.raises(TypeError, match=r"products.update.meta_data\[0\].value.a is .*, which cannot be sent"):
        sent("products.update", meta_data=[{"key": "k", "value": {"a": thing}}])


def test_enums_and_numbers_of_other_libraries_go_out_as_what_they_stand_for() -> None:
    assert asked("orders.list", status=[Status.PENDING], include=[Number.CUP, Whole()], order=Sort.ASC) == {
        "status": ["pending"],
        "include": [7, 12],
        "order": "asc",
    }
    assert asked("orders.count", "legacy-v3", status=[Status.PENDING, "x"]) == {"status": "pending,x"}
    body = sent("products.update", type=Kind.SIMPLE, status=Status.DRAFT, extra={"a": {Status.DRAFT: Kind.SIMPLE}})
    assert json.dumps(body) == '{"type": "simple", "status": "draft", "a": {"draft": "simple"}}'
    assert type(body["status"]) is str


# whole records, and pictures


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_a_whole_record_is_no_item_of_a_batch_update(version: str) -> None:
    with pytest.raises(TypeError, match=r"products.batch.update\[1\]: a whole Product .* use save\(\), or name"):
        sent("products.batch", version, update=[{"id": 1, "name": "x"}, Product.model_validate(PRODUCT)])


def test_pictures_of_a_model_go_by_their_ids() -> None:
    pictures = Product.model_validate(PRODUCT).images
    assert pictures
    body = sent("products.update", images=[*pictures, {"id": 5, "src": "https://x.example/5.jpg"}])["images"]
    assert [one["id"] for one in body] == [*(one.id for one in pictures), 5]
    assert ["src" in one for one in body] == [False] * len(pictures) + [True]
    assert sent("products.categories.update", image=pictures[0])["image"].get("src") is None


def test_tags_of_a_model_go_by_their_ids() -> None:
    tags = Product.model_validate({**PRODUCT, "tags": [{"id": 3, "name": "Cups", "slug": "cups"}]}).tags
    assert sent("products.update", tags=[*tags, {"name": "New"}])["tags"] == [{"id": 3}, {"name": "New"}]


def test_a_picture_with_another_address_is_a_new_one() -> None:
    picture = {"id": 5, "src": "https://x.example/5.jpg", "alt": "x"}
    assert named_once({**picture}, picture, moved=True) == {"src": picture["src"], "alt": "x"}
    assert named_once({**picture, "id": 0}, picture) == {**picture, "id": 0}


def test_a_model_that_a_custom_field_holds_goes_as_its_json() -> None:
    tag = Product.model_validate({**PRODUCT, "tags": [{"id": 3, "name": "Cups", "slug": "cups"}]}).tags[0]
    body = sent("products.update", meta_data=[{"key": "k", "value": tag}])
    assert body == {"meta_data": [{"key": "k", "value": {"id": 3, "name": "Cups", "slug": "cups"}}]}


# amounts, words and lists that stand for one another


def test_nothing_is_an_amount_and_only_an_empty_text_empties_the_field() -> None:
    given = {"regular_price": 0, "sale_price": Decimal("0.00"), "weight": ""}
    assert sent("products.update", **given) == {"regular_price": "0", "sale_price": "0.00", "weight": ""}
    for odd in (False, 0.0, [], {}):
        with pytest.raises(TypeError, match=r"regular_price is .*; pass a value such as Decimal"):
            sent("products.update", regular_price=odd)


@pytest.mark.parametrize(
    ("value", "hint", "wire"),
    [
        ("auto", Literal["auto"] | DecimalInput, "auto"),
        ("1.50", Literal["auto"] | DecimalInput, "1.50"),
        (["a", 2], CommaListInput | None, "a,2"),
        ("pa_a,b", CommaListInput, "pa_a,b"),
        ("pa_a", AttributeSlugInput, "a"),
        ("pa_a", UnprotectedKeyInput, "pa_a"),
        ({"a": Decimal("1.50")}, Sequence[int] | Mapping[str, DecimalInput], {"a": "1.50"}),
        ((1, 2), Mapping[str, int] | Sequence[int], [1, 2]),
    ],
)
def test_a_value_is_read_as_the_one_of_its_types_that_is_made_for_it(value: Any, hint: Any, wire: Any) -> None:
    assert convert(value, hint, "x") == wire


# names inside of other things


@pytest.mark.parametrize(
    ("operation", "given", "message"),
    [
        ("orders.create", {"line_items": [{"product_id": 1, "quantiy": 5}]}, "'quantiy'; did you mean quantity"),
        ("products.create", {"dimensions": {"lenght": "5"}}, "'lenght'; did you mean length"),
        ("orders.update", {"billing": {"frist_name": "A", "city": "B"}}, "'frist_name'; did you mean first_name"),
        ("orders.create", {"line_items": [{"product_id": 1, "meta_data": [{"keyy": "a"}]}]}, "did you mean key"),
    ],
)
def test_a_mistyped_name_inside_of_other_things_is_refused(operation: str, given: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        sent(operation, **given)


def test_what_plugins_add_passes() -> None:
    line = {"product_id": 1, "quantity": 2, "quantities": [1], "subtotal_tax": "1", "_bundled_by": 4}
    assert sent("orders.create", line_items=[line])["line_items"] == [line]


def test_extra_takes_a_name_that_only_looks_mistyped() -> None:
    body = sent("orders.create", line_items=[{"product_id": 1, "extra": {"quantiy": 5}}])
    assert body["line_items"] == [{"product_id": 1, "quantiy": 5}]
    plugin = [{"product_id": 1, "extra": "gift wrap"}]
    assert sent("orders.create", line_items=plugin)["line_items"] == plugin


@pytest.mark.parametrize("version", ["v3", "v2", "v1", "legacy-v3", "legacy-v2"])
def test_no_answer_is_taken_for_a_typing_error_when_its_parts_are_sent_back(version: str) -> None:
    here = {o.id: o for o in operations(version)}
    seen = 0
    for update in (o for o in here.values() if o.id.endswith(".update") and o.body):
        get = here.get(update.id.replace(".update", ".get"))
        record = get.inside(fixtures.load(version, get.id)) if get else {}
        known = hints_of(update.body_type())
        for name in (name for name, value in record.items() if name in known and value and is_part(value)):
            seen += 1
            assert "did you mean" not in refusal(update, {name: record[name]})
    assert seen > 5


def is_part(value: object) -> bool:
    """Whether a field holds other things."""
    return isinstance(value, list | dict)


def refusal(called: Any, given: dict[str, Any]) -> str:
    """Why keyword arguments are refused; empty if they are not."""
    try:
        arguments(called.body_type(), given, called.id)
    except TypeError as error:
        return str(error)
    return ""
