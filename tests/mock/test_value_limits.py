"""Limits of length and number: what the description declares, the mock store refuses by WordPress's codes."""

from __future__ import annotations

from typing import Any

import pytest

from wooclient.mock.schema import Invalid, check

TEXT = {"type": "string", "minLength": 2, "maxLength": 3}
LIST = {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": True, "items": {"type": "string"}}
OBJECT = {"type": "object", "minProperties": 1, "maxProperties": 1}


class Plain:
    """A description without references."""

    def resolve(self, schema: Any) -> Any:
        return schema

    def properties(self, schema: Any) -> Any:
        return schema.get("properties", {})


def refusal(schema: Any, value: Any) -> str:
    description: Any = Plain()
    try:
        check(description, schema, "probe", value)
    except Invalid as invalid:
        return invalid.code
    return ""


@pytest.mark.parametrize(
    ("schema", "value", "code"),
    [
        (TEXT, "é", "rest_too_short"),
        (TEXT, "éé", ""),
        (TEXT, "ééé", ""),
        (TEXT, "éééé", "rest_too_long"),
        (LIST, [], "rest_too_few_items"),
        (LIST, ["a", "b"], ""),
        (LIST, "a,b,c", "rest_too_many_items"),
        (LIST, ["a", "a"], "rest_duplicate_items"),
        (OBJECT, {}, "rest_too_few_properties"),
        (OBJECT, {"a": 1}, ""),
        (OBJECT, {"a": 1, "b": 2}, "rest_too_many_properties"),
    ],
)
def test_limits(schema: Any, value: Any, code: str) -> None:
    assert refusal(schema, value) == code
