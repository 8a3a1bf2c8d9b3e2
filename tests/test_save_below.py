"""`save` of records that stand below others needs no parent; of what is no record it says what to do instead."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from fake_store import URL, Session, ok
from wooclient import Model, fixtures, operations
from wooclient._runtime.address import operation_path, path_values
from wooclient.mock import MockStore

VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
#: Updates that take away what is not sent: a record is not saved by what changed in it.
REPLACING = ("orders.fulfillments.update", "orders.fulfillments.metadata.update")
BELOW = [
    (version, one)
    for version in VERSIONS
    for one in operations(version)
    if one.id.endswith(".update") and one.path.count("{") == 2 and one.id not in REPLACING
]
KINDS = ("list", "get", "create", "batch")
Make = Callable[[Callable[[httpx.Request], httpx.Response]], Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    return sessions


@pytest.fixture
def shop(session: Make) -> Session:
    """A client of a mock store that has a variable product and an order."""
    return session(MockStore(url=URL, key="ck_1", secret="cs_2").transport.handle_request)


def resource(shop: Session, version: str, name: str) -> Any:
    """The resource of an operation: `woo.legacy.v2.orders.notes`."""
    roots = {"v3": "", "legacy-v3": "legacy", "legacy-v2": "legacy.v2", "legacy-v1": "legacy.v1"}
    found = shop.woo
    for part in [*roots.get(version, version).split("."), *name.split(".")[:-1]]:
        found = getattr(found, part) if part else found
    return found


def read(shop: Session, place: Any, version: str, name: str) -> list[Model]:
    """Records as a call gives them, all below number 77 or the group `g`."""
    kind = name.rpartition(".")[2]
    operation = next(o for o in operations(version) if o.id == name)
    parent = "g" if "group_id" in operation.path else 77
    given: Any = {"get": (parent, 5)}.get(kind, (parent,))
    fields = fixtures.load_request(version, name) or {}
    fields = fields.get(operation.request_envelope, fields)
    answer = shop.wait(getattr(place, kind)(*given, **({} if kind in ("list", "get") else fields)))
    found = [*answer.update, *answer.create] if kind == "batch" else answer if kind == "list" else [answer]
    return [one for one in found if isinstance(one, Model)]


@pytest.mark.parametrize(("version", "update"), BELOW, ids=[f"{v}-{o.id}" for v, o in BELOW])
def test_a_record_knows_what_it_stands_below_however_it_was_read(session: Make, version: str, update: Any) -> None:
    stem = update.id.rpartition(".")[0]
    names = {o.id for o in operations(version)} & {f"{stem}.{kind}" for kind in KINDS}
    assert len(names) > 2
    for name in sorted(names):
        shop = session(lambda request, name=name: ok(fixtures.load(version, name)))
        place = resource(shop, version, update.id)
        record, *_ = read(shop, place, version, name)
        last = re.findall(r"{(\w+)}", update.path)[-1]
        number = next(getattr(record, n) for n, f in type(record).model_fields.items() if (f.alias or n) == last)
        for one in (record, copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
            before = len(shop.requests)
            change(one)
            shop.answer = lambda request: ok(fixtures.load(version, update.id))
            shop.wait(place.save(one))
            sent = shop.requests[before:]
            parent = "g" if "group_id" in update.path else 77
            path = update.version.prefix + operation_path(update.path, (parent, number))
            assert [r.url.path for r in sent] == [path], name


@pytest.mark.parametrize("name", REPLACING)
def test_what_an_update_would_take_away_is_not_saved(session: Make, name: str) -> None:
    assert not hasattr(resource(session(lambda request: ok([])), "v3", name), "save")


def change(record: Any) -> None:
    """Change what a plugin keeps in a record."""
    record.zz_plugin = f"{getattr(record, 'zz_plugin', '')}!"


def test_a_variation_is_saved_with_and_without_its_product(shop: Session) -> None:
    product = shop.wait(shop.woo.products.create(name="Apron", type="variable"))
    variations = shop.woo.products.variations
    made = shop.wait(variations.create(product.id, regular_price="12.00"))
    made.regular_price = "13.00"
    again = shop.wait(variations.save(made))
    again.sku = "A-1"
    assert shop.wait(variations.save(product.id, again)).sku == "A-1"
    found = shop.wait(shop.woo.variations.list(include=[made.id]))[0]
    found.sku = "A-2"
    assert shop.wait(variations.save(found)).sku == "A-2", "a list of all variations: the answer tells the product"
    assert shop.requests[-1].url.path.endswith(f"/products/{product.id}/variations/{made.id}")


def test_a_saved_record_still_knows(session: Make) -> None:
    shop = session(lambda request: ok(fixtures.load("v3", "products.variations.get")))
    one = shop.wait(shop.woo.products.variations.get(77, 5))
    for price in ("1.00", "2.00"):
        one.regular_price = price
        shop.wait(shop.woo.products.variations.save(one))
    assert [r.method for r in shop.requests] == ["GET", "PUT", "PUT"]


def test_the_parent_that_is_given_counts(session: Make) -> None:
    shop = session(lambda request: ok(fixtures.load("v3", "products.attributes.terms.get")))
    terms = shop.woo.products.attributes.terms
    one = shop.wait(terms.get(77, 5))
    one.name = "Huge"
    shop.wait(terms.save(88, one))
    assert f"/attributes/88/terms/{one.id}" in shop.requests[-1].url.path


def test_a_record_that_does_not_know_says_what_to_call(session: Make) -> None:
    shop = session(lambda request: ok(fixtures.load("v3", "products.attributes.terms.get")))
    terms = shop.woo.products.attributes.terms
    one = shop.wait(terms.get(77, 5))
    object.__setattr__(one, "_origin", (*one._origin[:2], {}))
    one.name = "Huge"
    with pytest.raises(TypeError, match=r"does not know its attribute_id; call save\(attribute_id, record\)"):
        shop.wait(terms.save(one))


def test_path_values_undo_operation_path() -> None:
    for template, values in (("/a/{x}/b/{y}", (7, "ü /%")), ("/a", ()), ("/{z}", ("a.b",))):
        url = f"https://shop.example/wp-json/wc/v3{operation_path(template, values)}"
        assert list(path_values(template, url).values()) == [str(value) for value in values]


# what is no record


WRONG = [
    ({"id": 5, "name": "x"}, r"a mapping; for that use update\(id, name=value, \.\.\.\)"),
    (5, r"an id; for that use update\(id"),
    ("5", r"an id; for that use update\(id"),
    (None, r"None; read it first, with get\(id\)"),
    (["x"], r"several things; save them one by one, or use batch\(update="),
    (3.5, "float; read it first"),
]


@pytest.mark.parametrize(("given", "text"), WRONG)
def test_what_is_no_record_is_refused_with_a_word_of_help(shop: Session, given: Any, text: str) -> None:
    before = len(shop.requests)
    for place, call in ((shop.woo.products, "products"), (shop.woo.products.variations, "products.variations")):
        with pytest.raises(TypeError, match=rf"{call}\.save\(\) takes a \w+ that was read from the store, not {text}"):
            shop.wait(place.save(given))
    assert len(shop.requests) == before


def test_records_of_other_resources_and_versions_are_refused(shop: Session) -> None:
    order = shop.wait(shop.woo.orders.list())[0]
    page = shop.wait(shop.woo.products.list(per_page=2))
    older = shop.wait(shop.woo.v2.products.list(per_page=1))[0]
    with pytest.raises(TypeError, match="takes a Product that was read from the store, not Order; save it through"):
        shop.wait(shop.woo.products.save(order))
    with pytest.raises(TypeError, match=r"takes a v3\.Product that was read from the store, not v2\.Product"):
        shop.wait(shop.woo.products.save(older))
    with pytest.raises(TypeError, match="not several things"):
        shop.wait(shop.woo.products.save(page))


def test_a_wrong_number_or_order_of_things_is_refused(shop: Session) -> None:
    variations = shop.woo.products.variations
    record = shop.wait(shop.woo.variations.list())[0]
    record.sku = "new"
    for given, text in (
        ((record, 5), "not an id"),
        ((1, 2, record), r"takes product_id, record, or the record alone; got 3"),
        ((), "not None"),
        (({"id": 1}, record), "before it only ids"),
    ):
        with pytest.raises(TypeError, match=text):
            shop.wait(variations.save(*given))
