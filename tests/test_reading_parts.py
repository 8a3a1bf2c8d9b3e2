"""Parts of reading answers and of giving them back by themselves: unions, cut records, pages ahead, short texts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import Annotated, Any, Literal, NotRequired, Required, TypedDict

import pytest
from pydantic import BaseModel, Field

from wooclient import Model, fixtures, operations, to_wire
from wooclient._runtime import models, prefetch, repair, reuse
from wooclient._runtime.asked import below
from wooclient._runtime.fields import with_fields
from wooclient._runtime.operation import Operation, Version
from wooclient._runtime.pages import Page, Walk
from wooclient._runtime.reading import without_bom
from wooclient._runtime.records import flat
from wooclient._runtime.scalars import EmptyMap, IndexedList

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
GET = next(o for o in operations("v3") if o.id == "products.get")
TAGS = next(o for o in operations("v3") if o.id == "products.tags.list")


class Plant(BaseModel):
    """A record of four fields that are always there."""

    id: int
    genus: str
    height: int
    colour: str
    note: str | None = None


class Failure(BaseModel):
    """What stands in place of one that was refused."""

    id: int
    error: str


class Loose(BaseModel):
    """A record that needs nothing."""

    note: str | None = None


class Pot(Model):
    """A record with a part whose class stands behind it."""

    lid: Lid


class Lid(Model):
    """The part."""

    text: str


# repair


@pytest.mark.parametrize(
    ("kind", "found", "alike"),
    [
        (Plant, {"id": 1, "genus": "a"}, True),
        (Plant, {"id": 1, "note": "a"}, False),
        (Plant, {"id": 1, "genus": "a", "height": 1, "colour": "", "x": 1}, True),
        (Plant, {}, False),
        (Loose, {}, False),
        (Loose, {"note": "a"}, False),
        (Plant | Failure, {"id": 1}, True),
        (Plant | None, {"id": 1, "genus": "a"}, True),
        (dict[str, Any], {"id": 1}, False),
    ],
)
def test_an_object_resembles_a_record_with_half_of_what_is_always_there(kind: Any, found: Any, alike: bool) -> None:
    assert repair.resembles(kind, found) is alike


def test_of_an_answer_with_few_fields_nothing_else_is_expected() -> None:
    asked = ("id", "genus.name")
    assert repair.resembles(Plant, {"id": 1}, asked)
    assert repair.resembles(Plant, {"genus": {}, "_links": {}}, asked)
    assert not repair.resembles(Plant, {"id": 1, "height": 1}, asked)
    assert not repair.resembles(Plant, {}, asked)


def test_what_the_models_of_a_type_need() -> None:
    assert [repair.requires(kind) for kind in (Plant, Plant | Failure, Plant | Loose, Loose, int)] == [
        *(True, True),
        *(False, False, False),
    ]
    assert repair.fits_kind(Plant, Plant.model_construct())
    assert not repair.fits_kind(Plant, {})
    assert repair.fits_kind(Plant | Failure, Failure.model_construct())
    assert repair.fits_kind(Plant | None, {}), "other things are named too"
    assert [repair.takes_none(kind) for kind in (int | None, Any, Annotated[int | None, "x"], int, Plant)] == [
        *(True, True, True),
        *(False, False),
    ]


@pytest.mark.parametrize(
    ("raw", "indexed"),
    [
        ({"0": 1, "2": 2}, True),
        ({"7": 1}, True),
        ({}, False),
        ({"0": 1, "x": 2}, False),
        ({"-1": 1}, False),
        ([], False),
    ],
)
def test_which_objects_are_lists_of_php(raw: Any, indexed: bool) -> None:
    assert repair.is_indexed(raw) is indexed


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"id": 1, "error": "no"}, Failure),
        ({"id": 1, "error": "no", "genus": "a"}, Plant),
        ({"id": 1, "genus": "a", "height": "odd", "colour": ""}, Plant),
        ({"id": "odd"}, Plant),
    ],
)
@pytest.mark.parametrize("union", [Plant | Failure, Failure | Plant])
def test_of_a_union_the_likeliest_record_is_read(union: Any, raw: Any, kind: type[BaseModel]) -> None:
    first, *_ = repair._likeliest(repair._options(union), raw)
    assert first is kind


def test_what_was_asked_for_inside_of_a_field() -> None:
    asked = ("id", "a.b", "a.c.d", "ab.c")
    assert below((), "x") == below(asked, "id") == ()
    assert below(asked, "a") == ("b", "c.d")
    assert below(("c.d",), "c") == ("d",)
    assert below(asked, "b") is None
    assert below(("a", "a.b"), "a") == ()


def test_a_call_without_parameters_has_no_fields() -> None:
    bare: Operation[Any] = Operation(Version("v3", "", "v3", "_fields"), "x.get", "GET", "/x", Any)
    given = {"fields": ["id"], "extra": {"a": 1}}
    assert with_fields(bare, given) == given


# few fields


def test_byte_order_marks_and_blanks_between_them_are_passed_over() -> None:
    mark = b"\xef\xbb\xbf"
    assert without_bom(mark + b"\r\n" + mark + mark + b' {"a": 1} ') == b'{"a": 1} '
    assert without_bom(b' {"a": 1}') == b' {"a": 1}'


def test_a_field_whose_type_stands_further_down_is_known_before_a_record_was_read() -> None:
    assert repair.annotation(Pot, "lid") is Lid


def test_an_object_of_whose_fields_the_store_has_none_is_an_empty_one() -> None:
    """PHP writes it as an empty list."""
    found = GET.decode(b'{"id": 7, "dimensions": []}', asked=("id", "dimensions.length"))
    assert type(found.dimensions) is type(GET.decode(PRODUCT).dimensions)
    assert found.dimensions.model_fields_set == set()


def test_few_fields_that_fit_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: Any) -> Any:
        raise AssertionError("read field by field")

    monkeypatch.setattr(repair, "repair", slow)
    found = GET.decode(b'{"id": 7, "name": "x", "x_plugin": [1]}', asked=("id", "name", "x_plugin"))
    assert (found.id, found.name, found.x_plugin) == (7, "x", [1])
    assert [tag.id for tag in TAGS.decode(b'[{"id": 7}, {"id": 8}]', asked=("id",))] == [7, 8]
    legacy = next(o for o in operations("legacy-v3") if o.id == "products.get")
    assert legacy.decode(b'{"product": {"id": 7}}', asked=("id",)).id == 7
    for body, asked in (
        (b'{"id": "7"}', ("id",)),
        (b'{"id": 7, "name": "x"}', ("id",)),
        (b'{"id": 7, "dimensions": {"width": "1"}}', ("id", "dimensions.width")),
        (b'{"id": 7}', ("id", "dimensions.width")),
    ):
        with pytest.raises(AssertionError, match="field by field"):
            GET.decode(body, asked=asked)
    with pytest.raises(AssertionError, match="field by field"):
        TAGS.decode(b'[{"id": 7}, {"id": 8, "name": "x"}]', asked=("id",))


# pages ahead


@pytest.mark.parametrize(("last", "asked"), [(None, [4, 5, 6]), (50, [7, 8, 9]), (7, [7, 7, 7]), (2, [2, 2])])
def test_as_many_pages_are_ahead_as_was_wished_and_twice_as_many_once_the_end_is_known(
    last: int | None, asked: list[int]
) -> None:
    """Beside each item: the highest page that was asked for by then."""

    def ask(query: Mapping[str, object]) -> Any:
        return query["page"]

    async def come(query: Mapping[str, object]) -> Any:
        return query["page"]

    def page(number: int) -> Page[Any]:
        return Page(({"id": number},) if number <= (last or 99) else (), last, last)

    def walk() -> Walk:
        return Walk(TAGS, {"per_page": 1})

    async def look(at: Walk) -> list[int]:
        ahead = prefetch.async_walk_ahead(at, come, page, 3)
        seen = [at.number - 1 async for _ in _few(ahead)]
        await ahead.aclose()
        return seen

    one = walk()
    ahead: Any = prefetch.walk_ahead(one, ask, page, 3)
    assert [one.number - 1 for _ in islice(ahead, 3)] == asked
    ahead.close()
    assert asyncio.run(look(walk())) == asked


async def _few(items: AsyncIterator[Any]) -> AsyncIterator[Any]:
    for _ in range(3):
        try:
            yield await anext(items)
        except StopAsyncIteration:
            return


# models


class Shown(Model):
    """A record with a text and a list."""

    text: str = ""
    items: list[Any] = Field(default_factory=list)


def test_texts_and_lists_are_cut_at_their_bounds() -> None:
    assert repr(Shown(text="x" * 60)) == f"Shown(text='{'x' * 60}')"
    assert repr(Shown(text="x" * 61)) == f"Shown(text='{'x' * 59}…')"
    assert repr(Shown(items=[1, 2, 3])) == "Shown(items=[1, 2, 3])"
    assert repr(Shown(items=[1, 2, 3, 4])) == "Shown(items=[1, 2, 3, …])"
    assert repr(Shown(items=["x" * 58])) == f"Shown(items=['{'x' * 57}…)"
    assert repr(Shown(items=["x" * 56])) == f"Shown(items=['{'x' * 56}'])"
    assert repr(Shown(text="", items=[])) == "Shown()"


def test_a_structure_as_the_store_would_send_it() -> None:
    short = IndexedList([1, 2], ["0", "5"])
    assert to_wire({"a": short, "b": EmptyMap(), "c": (1, [short])}) == {
        "a": {"0": 1, "5": 2},
        "b": [],
        "c": [1, [{"0": 1, "5": 2}]],
    }
    short.append(3)
    assert to_wire(short) == [1, 2, 3], "its keys no longer fit"
    filled = EmptyMap()
    filled["a"] = 1
    assert to_wire(filled) == {"a": 1}


def test_what_a_model_was_read_from_is_found_at_its_place() -> None:
    model = Shown()
    assert (models.original(model), models.read_with(model)) == (None, {})
    models.remember(model, b'{"a": [{"text": "x"}, 7]}', ("a", 0), {"id": "5"})
    assert (models.original(model), models.read_with(model)) == ({"text": "x"}, {"id": "5"})
    models.remember(model, b'{"a": [{"text": "x"}, 7]}', ("a", 1))
    assert (models.original(model), models.read_with(model)) == (None, {})
    listed = IndexedList([Shown(), "odd", Shown()], ["2", "4", "6"])
    models.remember_all(listed, b'{"2": {"text": "a"}, "4": 1, "6": {"text": "b"}}', ())
    assert [models.original(listed[at]) for at in (0, 2)] == [{"text": "a"}, {"text": "b"}]


def test_a_value_that_did_not_fit_goes_back_as_long_as_nobody_assigns_it() -> None:
    product: Any = GET.decode({**PRODUCT, "price": 5})
    assert models.odd_values(product) == {"price": 5}
    product.price = Decimal("5.00")
    assert models.odd_values(product) == {"price": 5}, "the same number"
    product.price = Decimal("5.01")
    assert models.odd_values(product) == {}


def test_an_object_as_a_row_leaves_out_what_did_not_come() -> None:
    assert flat(Shown(text="a"), ".") == {"text": "a"}
    assert flat({"a": [1, 2], "b": [{"c": 1}], "d": {"e": "ü"}, "f": (1,)}, "_", "x.") == {
        "x.a": [1, 2],
        "x.b": '[{"c": 1}]',
        "x.d": '{"e": "ü"}',
        "x.f": [1],
    }


# operations


def test_an_envelope_is_the_only_key_around_an_answer() -> None:
    legacy: Operation[Any] = Operation(Version("", "", "", ""), "x", "GET", "/x", Any, answer_envelope="order")
    assert legacy.inside({"order": [1]}) == [1]
    for odd in ({"order": 1, "x": 2}, {"x": 1}, {}, [], "order", None):
        with pytest.raises(ValueError, match="not an object with the one key order"):
            legacy.inside(odd)
    bare = legacy._replace(answer_envelope="")
    assert bare.inside({"order": 1}) == {"order": 1}


def test_a_version_that_is_not_spoken_is_told_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"^this package does not speak 'v9'; it speaks v3, v2, v1, legacy-v3, "):
        operations("v9")


# what is given again


class Line(TypedDict, total=False):
    """A line of an order."""

    id: int
    sku: str


class Body(TypedDict, total=False):
    """A body with lists, maps and objects."""

    lines: Required[Sequence[Line] | None]
    line: NotRequired[Annotated[Line | None, "x"]]
    named: Mapping[str, Line]
    word: Literal["a"]


class Open(TypedDict, total=False):
    id: int
    extra: Mapping[str, Any]


def test_what_a_plugin_calls_extra_can_be_given_again() -> None:
    assert reuse.given_again({"id": 1, "extra": 5}, Open) == {"id": 1, "extra": {"extra": 5}}


def test_converted_arguments_can_be_given_again() -> None:
    wire = {
        "lines": [{"id": 1, "x": 2}, {"sku": "a"}],
        "line": {"y": [{"z": 1}]},
        "named": {"q": {"id": 1, "x": 2}},
        "word": "b",
        "extra": 1,
    }
    assert reuse.given_again(wire, Body) == {
        "lines": [{"id": 1, "extra": {"x": 2}}, {"sku": "a"}],
        "line": {"extra": {"y": [{"z": 1}]}},
        "named": {"q": {"id": 1, "extra": {"x": 2}}},
        "word": "b",
        "extra": {"extra": 1},
    }
    assert json.dumps(reuse.given_again([{"id": 1, "x": 2}], Any)) == '[{"id": 1, "x": 2}]'
