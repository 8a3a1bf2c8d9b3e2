"""The draft of an overlay: what it says of three plugins, and that each target is there."""

from __future__ import annotations

from typing import Any

import jsonpath
import pytest

import wooclient
import yaml_text
from drift.keeping import FRESH, PLUGINS, judged, kept
from wooclient.drift.draft_schemas import drafted
from wooclient.drift.drafting import draft
from wooclient.drift.shapes import Shape, plain_schema, store_shape

Json = dict[str, Any]
ROOT = "$.components.schemas"


def actions(name: str) -> list[Json]:
    """The actions of the draft for a store."""
    told = yaml_text.load(draft(kept(name), judged(name)))
    assert (told["overlay"], told["extends"]) == ("1.0.0", "v3.json")
    found: list[Json] = told["actions"]
    return found


@pytest.mark.parametrize("release", FRESH)
def test_a_store_without_plugins_has_nothing_to_draft(release: str) -> None:
    assert actions(release) == []


def test_every_target_is_in_the_document_and_every_word_is_new() -> None:
    document = wooclient.openapi("v3")
    for action in actions(PLUGINS):
        found: list[Any] = jsonpath.findall(action["target"], document)
        assert found, action["target"]
        if isinstance(action["update"], str):
            words: list[str] = found[0]
            assert action["update"] not in words


def test_fields_and_words_of_plugins() -> None:
    found = {action["target"]: action["update"] for action in actions(PLUGINS) if "paths" not in action["target"]}
    supplier = {
        "code": {"type": "string"},
        "lead_days": {"type": "integer"},
        "price": {"type": "string", "format": "decimal"},
        "since": {"type": ["string", "null"]},
    }
    score = {"type": "number", "readOnly": True, "description": "From Acme Suppliers 1.2.0."}
    assert found[f"{ROOT}['Product','ProductCreate','ProductUpdate'].properties"] == {
        "acme_supplier": {"type": "object", "properties": supplier, "description": "From Acme Suppliers 1.2.0."}
    }
    assert found[f"{ROOT}.Product.properties"] == {"acme_score": score}
    assert found[f"{ROOT}.Product"] == {"x-meta": {"_acme_bin": {"type": "string"}, "_acme_boxes": {"type": "string"}}}
    packing = found[f"{ROOT}.Order.properties"]["acme_packing"]
    assert packing["properties"]["boxes"]["items"]["properties"] == {
        "weight": {"type": "string", "format": "decimal"},
        "label": {"x-any": "answers had null"},
    }
    assert packing["properties"]["done_gmt"] == {"type": "string", "format": "utc-date-time"}
    words = {(target.partition(".anyOf")[0], update) for target, update in found.items() if isinstance(update, str)}
    ours = ("", "Create", "Update")
    assert words >= {(f"{ROOT}.Order{kind}.properties.status", "packed") for kind in ours}
    assert words >= {(f"{ROOT}.Product{kind}.properties.type", "giftbox") for kind in ours}


def test_routes_of_plugins() -> None:
    given = actions(PLUGINS)
    paths = {path: item for action in given if action["target"] == "$.paths" for path, item in action["update"].items()}
    schemas = {n: s for action in given if action["target"] == ROOT for n, s in action["update"].items()}
    operations = {
        item[method]["operationId"]: (path, method)
        for path, item in paths.items()
        for method in ("get", "post", "put", "delete")
        if method in item
    }
    assert operations == {
        "giftwraps.list": ("/giftwraps", "get"),
        "giftwraps.create": ("/giftwraps", "post"),
        "giftwraps.get": ("/giftwraps/{id}", "get"),
        "giftwraps.update": ("/giftwraps/{id}", "put"),
        "giftwraps.delete": ("/giftwraps/{id}", "delete"),
        "parcels.list": ("/parcels", "get"),
        "parcels.create": ("/parcels", "post"),
        "parcels.get": ("/parcels/{id}", "get"),
        "parcels.update": ("/parcels/{id}", "put"),
        "parcels.delete": ("/parcels/{id}", "delete"),
        "parcels.events.list": ("/parcels/{parcel_id}/events", "get"),
        "parcels.print": ("/parcels/{id}/print", "post"),
        "parcel_products.list": ("/parcel/v1/products", "get"),
        "parcel_settings.get": ("/parcel/v1/settings", "get"),
    }
    assert "servers" not in paths["/giftwraps"]
    assert paths["/parcels"]["servers"][0]["url"] == "https://{host}/wp-json/parcel/v1"
    assert paths["/parcel/v1/products"]["servers"][0]["url"] == "https://{host}/wp-json"
    assert schemas["Parcel"]["required"] == ["id", "order_id", "carrier", "weight", "sent_gmt"]
    assert schemas["Parcel"]["x-write-required"] == ["order_id"]
    assert schemas["Parcel"]["properties"] == {
        "id": {"type": "integer", "readOnly": True},
        "order_id": {"type": "integer"},
        "carrier": {"type": "string", "x-known-values": ["dhl", "ups"]},
        "weight": {"type": "string", "format": "decimal-or-empty"},
        "sent_gmt": {"type": ["string", "null"], "format": "utc-date-time", "readOnly": True},
    }
    assert schemas["ParcelPrint"]["required"] == ["copies"]
    assert "sk_live" not in str(given)


@pytest.mark.parametrize(
    ("told", "values", "schema"),
    [
        ({"type": "integer"}, [], {"type": "integer"}),
        ({"type": ["integer", "null"]}, [], {"type": ["integer", "null"]}),
        ({"type": "integer"}, [""], {"type": ["integer", "string"]}),
        (None, [1, 1.5], {"type": "number"}),
        (None, ["1.50", ""], {"type": "string", "format": "decimal-or-empty"}),
        (None, ["1.50", "a text"], {"type": "string"}),
        (None, ["https://store.example/"], {"type": "string", "format": "uri"}),
        (None, ["2025-01-01T00:00:00"], {"type": "string"}),
        (None, [[1], []], {"type": "array", "items": {"type": "integer"}}),
        (None, [{"a": 1}, []], {"type": "object", "properties": {"a": {"type": "integer"}}}),
        (None, [{"a": 1}, "x"], {"x-any": "answers had object, string"}),
        ({"type": "mixed"}, [], {"x-any": "the store does not say what it is"}),
        ({"type": "object"}, [], {"type": "object", "additionalProperties": True}),
        ({"type": "string", "enum": ["a", "b"]}, [], {"type": "string", "x-known-values": ["a", "b"]}),
    ],
)
def test_what_a_store_names_and_what_answers_had_become_one_schema(told: Any, values: Any, schema: Json) -> None:
    shape: Shape | None = store_shape(plain_schema(told)) if told else None
    assert drafted("any", shape, values, writes=True) == schema
