"""A field has one name in Python: read from an answer, given to a call, or changed and saved."""

from __future__ import annotations

from contextlib import closing
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import is_typeddict

import pytest

from fake_store import COLOURS, URL, Session
from wooclient import Model, fixtures, operations
from wooclient._runtime.inputs import hints_of, python_name
from wooclient.mock import MockStore

VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")


def modules(version: str, part: str) -> list[ModuleType]:
    package = import_module(f"wooclient.{version.replace('-', '.')}.{part}")
    return [import_module(m.name) for m in iter_modules(package.__path__, f"{package.__name__}.")]


def read_names(version: str) -> dict[str, set[str]]:
    """What models call each field, by the store's name."""
    found: dict[str, set[str]] = {}
    for one in (one for module in modules(version, "models") for one in vars(module).values()):
        if isinstance(one, type) and issubclass(one, Model):
            for name, field in one.model_fields.items():
                found.setdefault(field.alias or name, set()).add(name)
    return found


def given_names(version: str) -> dict[str, set[str]]:
    """What calls call each field and parameter, by the store's name."""
    found: dict[str, set[str]] = {}
    for one in (one for module in modules(version, "params") for one in vars(module).values()):
        if is_typeddict(one):
            for wire in hints_of(one):
                found.setdefault(wire, set()).add(python_name(one, wire))
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_a_field_is_read_under_the_name_it_is_given_by(version: str) -> None:
    read, given = read_names(version), given_names(version)
    both = read.keys() & given.keys()
    assert "type" in both
    assert [(wire, read[wire], given[wire]) for wire in both if len(read[wire] | given[wire]) > 1] == []


@pytest.mark.parametrize("colour", COLOURS)
def test_a_type_is_read_as_it_was_written(colour: str) -> None:
    with closing(Session(colour, MockStore(url=URL, key="ck_1", secret="cs_2").transport.handle_request)) as shop:
        made = shop.wait(shop.woo.products.create(name="Mug", type="external"))
        assert made.type == "external"
        made.type = "simple"
        assert shop.wait(shop.woo.products.save(made)).type == "simple"
        assert [one.type for one in shop.wait(shop.woo.products.list(type="simple", include=[made.id]))] == ["simple"]


def test_rows_of_tables_have_that_name_too() -> None:
    product = next(o for o in operations("v3") if o.id == "products.get").decode(fixtures.load("v3", "products.get"))
    assert product.to_record()["type"] == product.type
