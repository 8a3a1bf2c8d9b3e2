"""What is left of a real answer: its form, and nothing that it says."""

from __future__ import annotations

from typing import Any

import pytest

from wooclient.contract.described.description import description
from wooclient.drift.masking import masked
from wooclient.drift.shapes import described_shape

PLAIN = [
    ("", ""),
    ("Jane Doe", "a text"),
    ("Jane", "a text"),
    ("a <b>word</b>", "<p>a text</p>"),
    ("17", "1"),
    ("-17", "-1"),
    ("12.95", "1.50"),
    ("-0.5", "-1.50"),
    ("2024-05-06T07:08:09", "2025-01-01T00:00:00"),
    ("2024-05-06T07:08:09Z", "2025-01-01T00:00:00Z"),
    ("2024-05-06T07:08:09+02:00", "2025-01-01T00:00:00+00:00"),
    ("2024-05-06 07:08:09", "2025-01-01 00:00:00"),
    ("2024-05-06", "2025-01-01"),
    ("jane@private.example", "someone@example.com"),
    ("https://private.example/x?key=1", "https://store.example/"),
    ("no", "yes"),
    (0, 0),
    (4711, 1),
    (-3, -1),
    (12.5, 1.5),
    (True, True),
    (None, None),
    ([1, 2, 3], [1]),
    ({}, {}),
    ({"Jane Doe": 1, "4711": 2, "since_2024": 3}, {"a text": 1, "1": 1}),
]


@pytest.mark.parametrize(("value", "left"), PLAIN)
def test_a_value_loses_what_it_says(value: Any, left: Any) -> None:
    assert masked(value) == left


def test_words_that_the_description_lists_stay_and_so_do_new_ones_from_code() -> None:
    v3 = description("v3")
    shape = described_shape(v3, {"$ref": "#/components/schemas/Order"})
    order = {"status": "packed", "currency": "EUR", "billing": {"first_name": "packed"}, "customer_note": "packed"}
    assert masked(order, shape) == {
        "status": "packed", "currency": "EUR", "billing": {"first_name": "a text"}, "customer_note": "a text",
    }  # fmt: skip
    assert masked({"status": "Jane Doe 4711"}, shape) == {"status": "a text"}


def test_of_custom_fields_only_names_from_code_stay() -> None:
    rows = [{"id": 1, "key": "_acme_bin", "value": "A-7"}, {"id": 2, "key": "jane@private.example", "value": {"x": 1}}]
    assert masked({"meta_data": rows})["meta_data"] == [
        {"id": 1, "key": "_acme_bin", "value": "a text"},
        {"id": 1, "key": "someone@example.com", "value": {"x": 1}},
    ]
