"""What `repr` shows: what a person looks for, on one line, and never a secret."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from wooclient import Model, fixtures, operations

VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
DOCUMENTS = Path(__file__).parent.parent / "generated" / "wooclient" / "documents"


def read(version: str, name: str, **changed: Any) -> Any:
    operation = next(o for o in operations(version) if o.id == name)
    body = fixtures.load(version, name)
    return operation.decode({**body, **changed} if isinstance(body, dict) else [{**one, **changed} for one in body])


def models(value: Any) -> Iterator[BaseModel]:
    """Every model in a structure."""
    if isinstance(value, BaseModel):
        yield value
        value = list(value.__dict__.values())
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from models(one)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_model_shows_itself_in_short_on_one_line(version: str) -> None:
    found = [m for o in operations(version) for m in models(o.decode(fixtures.load(version, o.id)))]
    assert len({type(one) for one in found}) > 20
    for one in found:
        shown = repr(one)
        assert shown == str(one)
        assert "\n" not in shown
        assert len(shown) < 420, shown
        assert isinstance(one, Model)
        assert one.__shown__, type(one)
        assert set(one.__shown__) <= set(type(one).model_fields)


SHOWN = [
    ("v3", "customers.get", "Customer(id=7, first_name='Maren', last_name='Lindqvist', email='maren@example.com')"),
    ("v3", "orders.refunds.get", "OrderRefund(id=203, amount=Decimal('19.17'), reason='One sampler arrived torn')"),
    ("v3", "orders.notes.get", "OrderNote(id=301, note='Order status changed from Pending"),
    ("v3", "orders.get", "Order(id=201, number='201', status='processing', total=Decimal('81.50'), currency='USD')"),
    ("v3", "coupons.get", "amount=Decimal("),
    ("v3", "products.variations.get", "option='"),
    ("v3", "webhooks.get", "topic='"),
    ("v3", "payment_gateways.get", "title='"),
    ("v3", "products.reviews.get", "rating="),
    ("v2", "products.variations.get", "option='"),
    ("v1", "orders.refunds.get", "amount=Decimal('19.17')"),
    ("legacy-v3", "orders.notes.get", "note='"),
    ("legacy-v3", "products.get", "title='"),
    ("legacy-v3", "orders.refunds.get", "amount=Decimal('19.17')"),
]


@pytest.mark.parametrize(("version", "name", "text"), SHOWN, ids=[f"{v}-{n}" for v, n, _ in SHOWN])
def test_it_shows_what_a_person_looks_for(version: str, name: str, text: str) -> None:
    assert text in repr(read(version, name))


def test_long_texts_and_lists_are_cut() -> None:
    note = read("v3", "orders.notes.get", note="<p>Line\n" + "x" * 500)
    assert repr(note) == f"OrderNote(id=301, note='<p>Line\\n{'x' * 51}…')"
    batch = read("v3", "products.batch", create=[fixtures.load("v3", "products.get")] * 100)
    assert len(repr(batch)) < 300


@pytest.mark.parametrize("version", VERSIONS)
def test_no_field_that_is_called_a_secret_is_shown(version: str) -> None:
    schemas = json.loads((DOCUMENTS / f"{version}.json").read_text("utf-8"))["components"]["schemas"]
    secrets = {(s, f) for s in schemas for f, one in schemas[s].get("properties", {}).items() if one.get("x-secret")}
    always = {name for schema, name in secrets if schemas[schema]["properties"][name]["x-secret"] is True}
    found = {type(m) for o in operations(version) for m in models(o.decode(fixtures.load(version, o.id)))}
    assert always or version == "legacy-v1"
    for model in (one for one in found if issubclass(one, Model)):
        assert not always & set(model.__shown__), model


@pytest.mark.parametrize("version", ["v3", "v2"])
def test_a_setting_that_is_a_password_is_not_shown(version: str) -> None:
    name = next(o.id for o in operations(version) if o.answer == "settings.Setting" and o.method == "GET")
    assert "value='***'" in repr(read(version, name, type="password", value="s3cret"))
    assert "value='plain'" in repr(read(version, name, type="text", value="plain"))


def test_passwords_of_gateways_are_not_shown() -> None:
    gateway = fixtures.load("v3", "payment_gateways.get")
    name, setting = next(iter(gateway["settings"].items()))
    gateway["settings"] = {name: {**setting, "type": "password", "value": "sk_live_1"}}
    shown = read("v3", "payment_gateways.get", settings=gateway["settings"])
    assert "sk_live" not in repr(shown)
    assert "sk_live" not in repr(shown.settings)
    assert "sk_live" in json.dumps(shown.model_dump(mode="json")), "only what people read hides it"


def test_a_model_of_ones_own_shows_its_first_fields() -> None:
    class Plant(Model):
        genus: str
        height: int | None = None

    assert repr(Plant(genus="Alder")) == "Plant(genus='Alder')"
