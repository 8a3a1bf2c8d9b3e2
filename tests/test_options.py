"""The settings of a client: what they are unless told otherwise, and the least that each may be."""

from __future__ import annotations

from typing import Any

import pytest

from wooclient import ConfigurationError
from wooclient._runtime.options import Options


def test_a_client_waits_and_tries_as_the_guide_says() -> None:
    made = Options()
    assert (made.timeout, made.total_timeout, made.max_retries) == (30.0, 120.0, 2)
    assert (made.strict, made.salvage, made.max_concurrency, made.rate, made.hooks) == (False, False, None, None, ())
    assert set(made.all_headers()) == {"accept", "user-agent"}
    assert made.all_headers()["accept"] == "application/json"
    assert Options(headers={"X-Own": "1", "Accept": "text/plain"}).all_headers()["accept"] == "text/plain"


@pytest.mark.parametrize(
    ("name", "least", "refused"),
    [
        ("timeout", 0.001, 0), ("timeout", 1, -1), ("timeout", 1, float("nan")),
        ("total_timeout", 0.001, 0), ("total_timeout", 1, float("nan")),
        ("max_retries", 0, -1), ("max_concurrency", 1, 0), ("max_concurrency", None, -1),
        ("rate", 0.001, 0), ("rate", None, float("inf")), ("rate", 1000, float("nan")),
        ("user_agent", "a", ""), ("user_agent", "a b", "a\nb"), ("user_agent", "a", "ä"),
        ("headers", {"x": ""}, {"x": "a\r\n"}), ("headers", {"x-a": "b"}, {"x ä": "b"}),
    ],
)  # fmt: skip
def test_bounds(name: str, least: Any, refused: Any) -> None:
    given: dict[str, Any] = {name: least}
    assert getattr(Options(**given), name) == least
    with pytest.raises(ConfigurationError):
        Options(**{name: refused})
