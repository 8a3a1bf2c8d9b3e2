"""What builders of connectors get: JSON Schemas of records, with how to page and how to read only what is new."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from mock.talk import read, send
from wooclient import fixtures, streams
from wooclient._versions import VERSIONS
from wooclient.mock import MockStore

NAMES = [one.name for one in VERSIONS]


@pytest.mark.parametrize("version", NAMES)
def test_every_example_of_a_list_fits_the_schema_of_its_records(version: str) -> None:
    for name, stream in streams(version).items():
        validator = Draft202012Validator(stream["schema"])
        example = fixtures.load(version, f"{name}.list")
        records = example[stream["records"]] if stream["records"] else example
        assert records or name == "webhooks.deliveries", name
        for record in records:
            validator.validate(record)
            assert all(key in record for key in stream["key"])


def test_a_schema_stands_alone_and_has_no_words_of_ours() -> None:
    text = json.dumps(streams("v3")["orders"]["schema"])
    assert '"x-' not in text
    assert "#/components/" not in text
    assert streams("v3")["orders"]["schema"]["$ref"] == "#/$defs/Order"
    assert streams("v3")["orders"]["schema"]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_orders_are_read_by_the_moment_of_their_last_change() -> None:
    orders = streams("v3")["orders"]
    assert {part: orders[part] for part in ("path", "records", "key", "parents", "paging", "cursor")} == {
        "path": "/wp-json/wc/v3/orders",
        "records": None,
        "key": ["id"],
        "parents": {},
        "paging": {
            "page": "page",
            "size": "per_page",
            "largest": 100,
            "total": "X-WP-Total",
            "pages": "X-WP-TotalPages",
        },
        "cursor": {"field": "date_modified_gmt", "after": "modified_after", "with": {"dates_are_gmt": True}},
    }


@pytest.mark.parametrize(
    ("version", "name", "part", "expected"),
    [
        ("v3", "orders.notes", "parents", {"order_id": {"stream": "orders", "field": "id"}}),
        ("v3", "settings.options", "parents", {"group_id": {"stream": "settings", "field": "id"}}),
        ("v3", "taxes.classes", "paging", None),
        ("v3", "taxes", "cursor", None),
        # Without `dates_are_gmt` a store reads moments as shop time.
        ("v3", "webhooks", "cursor", {"field": "date_created", "after": "after", "with": {}}),
        ("legacy-v3", "orders", "records", "orders"),
        ("legacy-v3", "orders", "cursor", {"field": "updated_at", "after": "filter[updated_at_min]", "with": {}}),
    ],
)
def test_what_else_is_told(version: str, name: str, part: str, expected: Any) -> None:
    assert streams(version)[name][part] == expected


def test_a_connector_reads_only_what_changed() -> None:
    """As a connector would: a page, then what is newer than the newest."""
    store = MockStore()
    stream = streams("v3")["products"]
    path, paging, cursor = stream["path"].removeprefix("/wp-json/wc/v3"), stream["paging"], stream["cursor"]
    first = send(store, "GET", path, query=f"{paging['size']}={paging['largest']}")
    records = read(first)
    assert len(records) == int(first.headers[paging["total"]])
    newest = max(record[cursor["field"]] for record in records)
    beside = "&".join(f"{name}={str(value).lower()}" for name, value in cursor["with"].items())
    assert read(send(store, "GET", path, query=f"{cursor['after']}={newest}&{beside}")) == []


def test_a_version_that_there_is_none_of() -> None:
    with pytest.raises(ValueError, match="there is no version 'v9'"):
        streams("v9")
