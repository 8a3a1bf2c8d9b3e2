"""JSON Schemas of the models: what web frameworks show of them is true about what the store sends."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import jsonschema_rs
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from wooclient import Model, fixtures, operations
from wooclient.v3.models.orders import Order
from wooclient.v3.models.products import Product

VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")


def models(version: str) -> Iterator[type[Model]]:
    """All models that stand in the package of a version."""
    package = import_module(f"wooclient.{version.replace('-', '.')}.models")
    for part in iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(part.name)
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, Model) and one.__module__ == module.__name__:
                yield one


@pytest.mark.parametrize("version", VERSIONS)
def test_every_model_has_a_schema_for_reading_and_writing(version: str) -> None:
    found = list(models(version))
    assert found
    for model in found:
        read, written = (model.model_json_schema(mode=mode) for mode in ("validation", "serialization"))
        assert read == written, model
        whole = read["$defs"][model.__name__] if "$ref" in read else read  # one that refers to itself
        assert set(whole.get("properties", ())) == {field.alias or name for name, field in model.model_fields.items()}
        jsonschema_rs.meta.validate(read)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_store_answers_fits_the_schema_of_its_model(version: str) -> None:
    fitting = 0
    for operation in operations(version):
        kind: Any = operation.answer_type()
        model = kind.__args__[0] if operation.shape == "items" else kind
        answer = operation.inside(fixtures.load(version, operation.id))
        if not (isinstance(model, type) and issubclass(model, Model)) or answer == []:
            continue
        schema = jsonschema_rs.validator_for(model.model_json_schema(mode="serialization"))
        for one in answer if operation.shape == "items" else [answer]:
            assert [f"{operation.id} {e.instance_path}: {e}" for e in schema.iter_errors(one)] == []
            fitting += 1
    assert fitting > 15


def test_the_schema_refuses_what_no_store_sends() -> None:
    schema = jsonschema_rs.validator_for(Product.model_json_schema())
    product = fixtures.load("v3", "products.get")
    assert schema.is_valid(product)
    for wrong in ({"id": "7"}, {"date_created": "yesterday"}, {"regular_price": "1,5"}, {"meta_data": None}):
        assert not schema.is_valid({**product, **wrong}), wrong


@pytest.fixture
def app() -> TestClient:
    made = FastAPI()

    @made.post("/products", response_model_exclude_unset=True)
    def products(product: Product) -> Product:
        product.name = "Cup"
        return product

    @made.post("/orders", response_model_exclude_unset=True)
    def orders(order: Order) -> list[Order]:
        return [order]

    return TestClient(made)


def test_fastapi_describes_an_app_of_models(app: TestClient) -> None:
    answer = app.get("/openapi.json")
    assert answer.status_code == 200
    schemas = answer.json()["components"]["schemas"]
    assert schemas["Product"]["properties"]["type"]["type"] == "string"
    assert not [name for name in schemas if name.endswith(("-Input", "-Output"))]


def test_fastapi_takes_and_gives_records_as_the_store_writes_them(app: TestClient) -> None:
    product, order = fixtures.load("v3", "products.get"), fixtures.load("v3", "orders.get")
    assert app.post("/products", json=product).json() == {**product, "name": "Cup"}
    assert app.post("/orders", json=order).json() == [order]
    assert app.post("/products", json={**product, "regular_price": "1,5"}).status_code == 422
