"""Coupons by themselves: their types."""

from __future__ import annotations

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
