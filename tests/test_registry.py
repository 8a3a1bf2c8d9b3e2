"""Things chosen by their name."""

from __future__ import annotations

import pytest

from wooclient._runtime.registry import chosen, operations


def test_a_name_is_found_or_the_nearest_one_is_named_or_all_are() -> None:
    known = {"orders": 1, "products": 2, "coupons": 3}
    assert [chosen(name, known, "no") for name in known] == [1, 2, 3]
    with pytest.raises(ValueError, match=r"^no such list; did you mean 'orders'\?$"):
        chosen("order", known, "no such list")
    with pytest.raises(ValueError, match=r"^no such list; there are coupons, orders, products$"):
        chosen("zebra", known, "no such list")


def test_a_version_that_is_not_spoken_is_told_with_those_that_are() -> None:
    with pytest.raises(
        ValueError, match=r"does not speak 'v9'; it speaks v3, v2, v1, legacy-v3, legacy-v2, legacy-v1$"
    ):
        operations("v9")
