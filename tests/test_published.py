"""The flat documents as other tools read them: what the build writes out, and that our own parts read it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import parse_qs

import pytest
from jsonschema_rs import Draft202012Validator
from openapi_spec_validator import validate

from mock.receiving import Receiver
from mock.talk import read, send
from wooclient import openapi
from wooclient._runtime.documents import folded
from wooclient._versions import VERSIONS
from wooclient.mock import MockStore
from woospec.published.schemas import shallow, told_apart, written_out

Json = dict[str, Any]
NAMES = [one.name for one in VERSIONS]
_METHODS = ("get", "post", "put", "delete")


@cache
def document(version: str) -> Json:
    """The flat document of a version."""
    return openapi(version)


def operations(version: str) -> Iterator[tuple[str, str, Json]]:
    """Path, method and operation."""
    for path, item in document(version)["paths"].items():
        for method in _METHODS:
            if method in item:
                yield path, method, item[method]


def parts(node: Any) -> Iterator[Json]:
    """Every object of a document outside of examples."""
    if isinstance(node, dict):
        yield node
        for word, inner in node.items():
            if word not in ("example", "default", "enum"):
                yield from parts(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from parts(inner)


def about(version: str, operation: str) -> Json:
    """An operation by its id."""
    return next(one for _, _, one in operations(version) if one["operationId"] == operation)


@pytest.mark.parametrize("version", ["v3", "legacy-v3"])
def test_the_documents_are_openapi(version: str) -> None:
    validate(document(version))


# open lists of words


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        (
            {"type": "string", "x-known-values": ["a"], "default": "a"},
            {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string"}], "default": "a"},
        ),
        (
            {"type": ["string", "null"], "x-known-values": ["a"], "enum": ["a", None]},
            {
                "anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string"}, {"type": "null"}],
                "x-checked": True,
            },
        ),
        ({"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["a"]}),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (
            {"anyOf": [{"type": "boolean", "enum": [False]}, {"type": "string"}]},
            {"anyOf": [{"type": "boolean", "enum": [False]}, {"type": "string"}]},
        ),
    ],
)
def test_open_lists_are_written_for_others_and_read_back(schema: Json, written: Json) -> None:
    assert written_out(schema) == written
    assert folded(written) == schema


@pytest.mark.parametrize("version", NAMES)
def test_no_open_list_reaches_others_as_a_bare_text(version: str) -> None:
    assert [part for part in parts(document(version)) if "x-known-values" in part] == []


def test_an_order_has_any_status_in_answers_and_in_requests() -> None:
    schemas = document("v3")["components"]["schemas"]
    for name in ("Order", "OrderCreate", "OrderUpdate"):
        known, other = schemas[name]["properties"]["status"]["anyOf"]
        assert {"pending", "completed"} < set(known["enum"])
        assert other == {"type": "string"}
    assert schemas["OrderCreate"]["properties"]["status"]["x-checked"] is True


def test_what_is_always_true_is_not_false_and_fields_keep_their_names() -> None:
    fields = {"properties": {"enum": {"type": "boolean", "enum": [True]}, "default": {"type": "string"}}}
    assert written_out(fields)["properties"] == {
        "enum": {"type": "boolean", "not": {"const": False}},
        "default": {"type": "string"},
    }


def test_a_list_that_holds_lists_of_its_own_kind_says_nothing_of_those() -> None:
    own = {"type": "array", "items": {"$ref": "#/components/schemas/Block"}}
    block = {"type": "array", "items": {"anyOf": [{"type": "string"}, own]}}
    made = shallow("Block", block)
    assert made["items"]["anyOf"] == [{"type": "string"}, {"type": "array", "items": {}}]
    assert shallow("Other", block) == block


def test_a_field_whose_class_others_would_call_as_another_schema_has_a_title() -> None:
    union = {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/ErrorData"}]}
    made = told_apart({"Error": {"properties": {"data": union, "code": {"type": "string"}}}, "ErrorData": {}})
    assert made["Error"]["properties"] == {"data": {"title": "Error data value", **union}, "code": {"type": "string"}}


# texts


@pytest.mark.parametrize(
    ("part", "description"),
    [
        ({"description": "A.", "x-woo-since": "9.9"}, "A. New in WooCommerce 9.9."),
        ({"description": "A.", "x-woo-until": "11.0"}, "A. Gone since WooCommerce 11.0."),
        (
            {"description": "A.", "x-woo-since": "9.9", "x-woo-until": "11.0"},
            "A. New in WooCommerce 9.9, gone since 11.0.",
        ),
        ({"description": "A.", "deprecated": True}, "Deprecated. A."),
        ({"description": "A.", "x-woo-words": {"b": {"since": "9.9"}}}, "A. `b` is new in 9.9."),
        ({"description": "A."}, "A."),
    ],
)
def test_releases_are_told_in_the_description(part: Json, description: str) -> None:
    assert written_out({"properties": {"description": part}})["properties"]["description"]["description"] == description


def test_an_operation_tells_what_is_to_be_known_before_it_is_used() -> None:
    assert about("v3", "layout_templates.get")["description"].endswith(
        "New in WooCommerce 8.6, gone since 11.0. Meant for the store's own admin pages."
    )
    assert about("v1", "orders.list")["description"].endswith("Use wc/v3 or wc/v2.")


# links


def links(version: str, operation: str) -> Json:
    """The links of the success of an operation."""
    answer = next(a for s, a in about(version, operation)["responses"].items() if s.startswith("2"))
    found: Json = answer.get("links", {})
    return found


@pytest.mark.parametrize(
    ("version", "source", "target", "parameters"),
    [
        ("v3", "orders.list", "orders.get", {"id": "$response.body#/0/id"}),
        ("v3", "orders.create", "orders.notes.create", {"order_id": "$response.body#/id"}),
        ("v3", "settings.list", "settings.options.list", {"group_id": "$response.body#/0/id"}),
        (
            *("v3", "settings.options.list", "settings.options.get"),
            {"group_id": "$request.path.group_id", "id": "$response.body#/0/id"},
        ),
        ("v3", "taxes.classes.list", "taxes.classes.delete", {"slug": "$response.body#/0/slug"}),
        ("v3", "data.countries.list", "data.countries.get", {"location": "$response.body#/0/code"}),
        (
            *("v3", "shipping.zones.methods.create", "shipping.zones.methods.update"),
            {"zone_id": "$request.path.zone_id", "instance_id": "$response.body#/instance_id"},
        ),
        ("legacy-v3", "orders.create", "orders.get", {"id": "$response.body#/order/id"}),
        ("legacy-v2", "products.list", "products.by_sku", {"sku": "$response.body#/products/0/sku"}),
    ],
)
def test_a_link_carries_what_the_next_operation_needs(version: str, source: str, target: str, parameters: Json) -> None:
    assert links(version, source)[target] == {"operationId": target, "parameters": parameters}


def test_what_needs_no_record_is_reached_from_what_stands_above_it() -> None:
    assert links("v3", "products.list")["products.batch"] == {"operationId": "products.batch"}
    assert links("v3", "reports.list")["reports.sales.list"] == {"operationId": "reports.sales.list"}
    assert "marketplace.create_order" in links("v3", "index.get")


@pytest.mark.parametrize("version", NAMES)
def test_every_link_names_an_operation_and_its_parameters(version: str) -> None:
    known = {one["operationId"]: path for path, _, one in operations(version)}
    for _, _, one in operations(version):
        for target, link in links(version, one["operationId"]).items():
            needed = {part.strip("{}") for part in known[target].split("/") if part.startswith("{")}
            assert link.get("parameters", {}).keys() == needed, (one["operationId"], target)


# webhooks


def test_what_a_store_sends_has_the_record_and_the_signature() -> None:
    sent = document("v3")["webhooks"]
    assert list(sent)[:4] == ["coupon.created", "coupon.updated", "coupon.deleted", "coupon.restored"]
    created = sent["order.created"]["post"]
    assert created["requestBody"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Order"}
    headers = {one["name"]: one for one in created["parameters"]}
    assert headers["X-WC-Webhook-Signature"]["required"] is True
    assert created["security"] == []
    gone = sent["order.deleted"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert gone["required"] == list(gone["properties"]) == ["id"]
    assert "New in WooCommerce 10.8" in sent["product.published"]["post"]["description"]
    assert [sent[f"{one}.created"]["post"]["summary"] for one in ("order", "coupon")] == [
        "An order was created",
        "A coupon was created",
    ]
    assert sent["ping"]["post"]["requestBody"]["content"].keys() == {"application/x-www-form-urlencoded"}


def test_the_legacy_api_sends_records_below_their_name_in_its_newest_form() -> None:
    schema = document("legacy-v3")["webhooks"]["order.created"]["post"]["requestBody"]["content"]["application/json"]
    assert schema["schema"]["properties"] == {"order": {"$ref": "#/components/schemas/LegacyOrder"}}
    assert [version for version in NAMES if "webhooks" not in document(version)] == ["legacy-v2", "legacy-v1"]


def test_the_topics_are_those_that_a_webhook_can_have() -> None:
    topics = set(document("v3")["webhooks"]) - {"action", "ping"}
    known = document("v3")["components"]["schemas"]["Webhook"]["properties"]["topic"]["anyOf"][0]["enum"]
    assert topics == set(known)


def test_a_delivery_of_the_mock_store_is_as_described() -> None:
    store, receiver = MockStore(), Receiver()
    wanted = {"topic": "coupon.created", "delivery_url": receiver.url, "secret": "s"}
    made = read(send(store, "POST", "/webhooks", wanted))
    store.deliveries.wait()
    send(store, "POST", "/coupons", {"code": "spring"})
    store.deliveries.wait()
    receiver.server.shutdown()
    (_, ping), (headers, body) = receiver.got
    assert parse_qs(ping.decode()) == {"webhook_id": [str(made["id"])]}
    described = document("v3")["webhooks"]["coupon.created"]["post"]
    assert [one["name"] for one in described["parameters"] if one["name"].lower() not in headers] == []
    schema = described["requestBody"]["content"]["application/json"]["schema"]
    record = {**schema, "components": document("v3")["components"]}
    Draft202012Validator(record).validate(json.loads(body))


# hints and tags


def test_other_generators_read_how_to_page_and_when_to_try_again() -> None:
    orders = about("v3", "orders.list")
    assert orders["x-speakeasy-pagination"] == {
        "type": "offsetLimit",
        "inputs": [
            {"name": "page", "in": "parameters", "type": "page"},
            {"name": "per_page", "in": "parameters", "type": "limit"},
        ],
        "outputs": {"results": "$"},
    }
    assert orders["x-fern-pagination"] == {"offset": "$request.page", "results": "$response"}
    assert about("legacy-v3", "orders.list")["x-fern-pagination"]["results"] == "$response.orders"
    assert "x-speakeasy-pagination" not in about("v3", "taxes.classes.list")
    # What changes something is sent again only where the store cannot have seen it.
    assert document("v3")["x-speakeasy-retries"]["statusCodes"] == ["429"]
    assert "503" in orders["x-speakeasy-retries"]["statusCodes"]
    assert "x-speakeasy-retries" not in about("v3", "orders.create")


@pytest.mark.parametrize("version", NAMES)
def test_every_tag_is_in_one_group_and_has_a_name_for_people(version: str) -> None:
    tags = [tag["name"] for tag in document(version)["tags"]]
    grouped = [name for group in document(version)["x-tagGroups"] for name in group["tags"]]
    assert grouped == tags
    assert len(set(tags)) == len(tags)
    assert {tag for _, _, one in operations(version) for tag in one["tags"]} <= set(tags)
    assert all(tag["x-displayName"] for tag in document(version)["tags"])


def test_tags_stand_with_what_they_are_part_of() -> None:
    catalog = document("v3")["x-tagGroups"][0]
    assert catalog["name"] == "Catalog"
    assert catalog["tags"][:2] == ["products", "products.custom_fields"]
    assert catalog["tags"].index("products.attributes.terms") == catalog["tags"].index("products.attributes") + 1
    shown = {tag["name"]: tag["x-displayName"] for tag in document("v3")["tags"]}
    assert shown["products.attributes.terms"] == "Products: attributes: terms"
