"""Releases as numbers."""

from __future__ import annotations

import pytest

from wooclient._runtime.releases import numbers


@pytest.mark.parametrize(
    ("release", "found"),
    [
        ("10.0.2", (10, 0, 2)),
        ("9.10", (9, 10)),
        ("11.1.0-beta.2", (11, 1, 0)),
        ("8.x.1", (8, 1)),
        ("٨.1", (1,)),
        (f"1.{'9' * 5000}", (1,)),
        ("", ()),
    ],
)
def test_a_release_is_read_as_numbers(release: str, found: tuple[int, ...]) -> None:
    assert numbers(release) == found
