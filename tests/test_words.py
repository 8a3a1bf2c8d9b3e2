"""Words in requests: closed lists are checked before anything is sent, open ones take what plugins add."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from enum import Enum, StrEnum
from typing import Any

import pytest

import bars
from fake_store import COLOURS, Session, ok
from word_places import VERSIONS, Place, document, places, sent, typos

ALL = [place for version in VERSIONS for place in places(version)]


@pytest.fixture(params=COLOURS)
def shop(request: pytest.FixtureRequest) -> Iterator[Session]:
    with closing(Session(request.param, lambda _: ok([]))) as made:
        yield made


def refused(place: Place, value: Any) -> str:
    """The message of the error that a value raises; empty if it is sent."""
    try:
        assert sent(place, value) == value, (place, value)
    except (ValueError, TypeError) as error:
        return str(error)
    return ""


def test_every_known_word_of_every_place_is_sent() -> None:
    given = [(place, word) for place in ALL for word in place.words]
    bars.least("known words", len(given))
    assert [(p, w, why) for p, w in given if (why := refused(p, w))] == []


def test_a_mistyped_word_is_refused_where_the_list_is_closed() -> None:
    given = [(place, typo) for place in ALL if not place.open for typo in typos(place)]
    bars.least("mistyped words in closed lists", len(given))
    assert [(p, t) for p, t in given if not refused(p, t)] == []


def test_the_refusal_names_the_place_the_value_and_all_words() -> None:
    for place in (p for p in ALL if not p.open and typos(p)):
        message, field = refused(place, typos(place)[0]), [s for s in place.steps if s != "[]"][-1]
        assert field in message
        assert all(repr(thing) in message for thing in (typos(place)[0], *place.words)), message


def test_any_text_is_sent_where_plugins_add_words() -> None:
    given = [(place, typo) for place in ALL if place.open for typo in typos(place)]
    bars.least("other words in open lists", len(given))
    assert [(p, t, why) for p, t in given if (why := refused(p, t))] == []


#: What plugins, staff or releases add to; the rest is closed. By the last name on the way to the words.
_OPEN_NAMES = {
    *("class", "currency", "discount_type", "orderby", "post_status", "role", "stock_status", "tax_class"),
    *("template_id", "include_types", "exclude_types"),
}
_OPEN_STATUS, _OPEN_TYPE = ("processing", "active", "unfulfilled"), ("simple", "percent", "select", "postcode")


def test_open_is_what_a_plugin_can_add_to_and_nothing_else() -> None:
    """The rule of spec/README.md, place by place."""
    for place in ALL:
        name = [s for s in place.steps if s != "[]"][-1]
        expected = name in _OPEN_NAMES
        if name == "status":
            expected = any(word in place.words for word in _OPEN_STATUS) and "all" not in place.words
        elif name == "type":
            expected = any(word in place.words for word in _OPEN_TYPE)
        assert place.open is expected, place


def test_answers_stay_open_where_requests_are_closed() -> None:
    product = document("v3")["components"]["schemas"]["Product"]["properties"]["status"]
    known, other = product["anyOf"]
    assert "publish" in known["enum"]
    assert other == {"type": "string"}


def test_the_nearest_word_is_named(shop: Session) -> None:
    told = r"^orders\.list\.order is 'descending'; pass 'asc' or 'desc'; did you mean 'desc'\?$"
    with pytest.raises(ValueError, match=told):
        shop.wait(shop.woo.orders.list(order="descending"))
    with pytest.raises(ValueError, match=r"did you mean 'publish'\?"):
        shop.wait(shop.woo.products.create(status="Publish"))
    with pytest.raises(ValueError, match=r"pass it in extra=\{\.\.\.\}"):
        shop.wait(shop.woo.products.create(backorders="42"))
    assert not shop.requests


@pytest.mark.parametrize("words", [["publish", "drafts"], "publish,drafts", "publish drafts", ("publish", "drafts")])
def test_each_word_of_a_list_is_checked(shop: Session, words: Any) -> None:
    with pytest.raises(ValueError, match=r"include_status(\[1\])? is 'drafts'; .*did you mean 'draft'\?"):
        shop.wait(shop.woo.products.list(include_status=words))
    assert not shop.requests


def test_a_list_of_open_words_is_sent(shop: Session) -> None:
    shop.wait(shop.woo.orders.list(status=["processing", "shipped"]))
    assert shop.queries == [{"status": "processing,shipped"}]


@pytest.mark.parametrize(
    ("call", "kind", "told"),
    [
        (
            lambda woo: woo.products.batch(create=[{"name": "a"}] * 120 + [{"backorders": "maybe"}]),
            *(ValueError, "products.batch.create[120].backorders is 'maybe'; pass 'no', 'notify' or 'yes'"),
        ),
        (
            lambda woo: woo.orders.create(fee_lines=[{"name": "Gift", "tax_status": "taxed"}]),
            *(ValueError, "orders.create.fee_lines[0].tax_status is 'taxed'; pass 'taxable' or 'none'"),
        ),
        (
            lambda woo: woo.v1.products.create(variations=[{"backorders": "maybe"}]),
            *(ValueError, "products.create.variations[0].backorders is 'maybe'; pass 'no', 'notify' or 'yes'"),
        ),
        (
            lambda woo: woo.legacy.products.list(filter={"order": "up"}),
            *(ValueError, "products.list.filter.order is 'up'; pass 'ASC', 'DESC', 'asc' or 'desc'"),
        ),
        (
            lambda woo: woo.legacy.products.create(title="a", backorders="yes"),
            *(ValueError, "products.create.backorders is 'yes'; pass 'notify', True or False"),
        ),
        (
            lambda woo: woo.legacy.products.delete(5, force=False),
            *(TypeError, "products.delete.force is False, which the store does not understand; leave it out instead"),
        ),
        (
            lambda woo: woo.products.list(order=["asc"]),
            *(ValueError, "products.list.order is ['asc']; pass 'asc' or 'desc'"),
        ),
    ],
    ids=range(7),
)
def test_nothing_leaves_with_a_wrong_word_wherever_it_stands(
    shop: Session, call: Any, kind: type[Exception], told: str
) -> None:
    with pytest.raises(kind, match=f"^{re.escape(told)}"):
        shop.wait(call(shop.woo))
    assert not shop.requests


def test_what_stands_in_extra_is_sent_as_it_is(shop: Session) -> None:
    shop.wait(shop.woo.orders.list(extra={"order": "descending"}))
    shop.wait(shop.woo.products.variations.list(5, extra={"status": "publishd"}))
    assert shop.queries == [{"order": "descending"}, {"status": "publishd"}]


class Direction(StrEnum):
    UP = "asc"
    SIDEWAYS = "sideways"


class State(Enum):
    DONE = "completed"
    SHIPPED = "shipped"


def test_members_of_enums_are_their_values(shop: Session) -> None:
    shop.wait(shop.woo.orders.list(order=Direction.UP, status=[State.DONE, State.SHIPPED]))
    assert shop.queries == [{"order": "asc", "status": "completed,shipped"}]
    with pytest.raises(ValueError, match="order is 'sideways'"):
        shop.wait(shop.woo.orders.list(order=Direction.SIDEWAYS))
