"""Coupons by themselves: their types."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore


@pytest.mark.parametrize("kind", ["percent", "fixed_cart", "fixed_product"])
def test_a_store_without_coupons_takes_the_three_types_that_there_are(kind: str) -> None:
    """Alone and in a batch, where the words of a field are not checked before."""
    with MockStore({}) as store:
        batch = {"create": [{"code": "a", "discount_type": kind}, {"code": "b", "discount_type": "gift"}]}
        first, second = read(send(store, "POST", "/coupons/batch", batch))["create"]
        assert (first["discount_type"], second["error"]["code"]) == (kind, "coupon_invalid_discount_type")
        assert read(send(store, "POST", "/coupons", {"code": "c", "discount_type": kind}))["discount_type"] == kind
        assert code(send(store, "POST", "/coupons", {"code": "d", "discount_type": "gift"})) == (
            400,
            "rest_invalid_param",
        )


@pytest.mark.parametrize(
    ("release", "typed", "alone", "otherwise"),
    [
        ("10.5.0", "1e3", "1000.00", "13.00"),
        ("10.1.0", "1e3", "13.00", "13.00"),
        ("10.5.0", "1,234.5", "1234.50", "1234.50"),
        ("10.5.0", "abc", "0.00", "0.00"),
    ],
)
def test_a_sum_that_is_typed(release: str, typed: str, alone: str, otherwise: str) -> None:
    """Since 10.2 WordPress makes a number of what is numeric; batches and the old API leave that to WooCommerce."""
    with MockStore({}, release=release) as store:
        sums = {"amount": typed, "minimum_amount": typed, "maximum_amount": typed}
        made = [read(send(store, "POST", "/coupons", {"code": "a", **sums}))]
        made += read(send(store, "POST", "/coupons/batch", {"create": [{"code": "b", **sums}]}))["create"]
        legacy = {"coupon": {"code": "c", "type": "fixed_cart", **sums}}
        made.append(read(send(store, "POST", "/wc-api/v3/coupons", legacy))["coupon"])
        assert [[one[name] for name in sums if name in one] for one in made] == [
            [alone] * 3,
            [otherwise] * 3,
            [otherwise] * 3,
        ]


@pytest.mark.parametrize("way", ["alone", "batch"])
def test_what_null_does_to_limits_and_switches(way: str) -> None:
    """Alone it is a 0: no limit, and no. In a batch it says nothing, and neither does what is not sent."""
    with MockStore({}, release="10.5.0") as store:
        given = {"usage_limit": 5, "usage_limit_per_user": 2, "individual_use": True, "free_shipping": True}
        number = read(send(store, "POST", "/coupons", {"code": "a", **given}))["id"]

        def changed(**sent: Any) -> list[Any]:
            if way == "alone":
                found = read(send(store, "PUT", f"/coupons/{number}", sent))
            else:
                (found,) = read(send(store, "POST", "/coupons/batch", {"update": [{"id": number, **sent}]}))["update"]
            return [found[name] for name in given]

        assert changed(description="Spring") == [5, 2, True, True]
        assert changed(usage_limit=-7, free_shipping=False) == [7, 2, True, False]
        assert changed(usage_limit=0, free_shipping=True) == [None, 2, True, True]
        null = dict.fromkeys(("usage_limit_per_user", "individual_use"))
        assert changed(**null) == ([None, None, False, True] if way == "alone" else [None, 2, True, True])
