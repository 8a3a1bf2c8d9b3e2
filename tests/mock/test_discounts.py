"""What coupons take off lines whose sums have more decimals than prices, as WC_Discounts works it out in cents."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wooclient.mock import MockStore
from wooclient.mock.hooks.orders.discounts import Discounts

_PRODUCT = {"id": 7, "name": "Cup", "type": "simple", "status": "publish", "slug": "cup", "regular_price": "4.00"}


def off(subtotals: list[str], *coupons: dict[str, Any], **order: Any) -> list[str]:
    """What is taken off lines of one piece each."""
    rows = [
        {"id": number, "product_id": 7, "quantity": 1, "subtotal": subtotal, "subtotal_tax": "0.50"}
        for number, subtotal in enumerate(subtotals)
    ]
    with MockStore({"products": [_PRODUCT]}) as store:
        found = Discounts(store.shop, {"line_items": rows, **order})
        for number, coupon in enumerate(coupons):
            found.apply({"code": str(number), "discount_type": "fixed_cart", **coupon})
        return [str(found.by_line()[number].quantize(Decimal("0.0001"))) for number in range(len(rows))]


@pytest.mark.parametrize(
    ("subtotal", "taken"),
    [
        # A price is kept in cents with four decimals; what is left of it is rounded to whole cents, halves up.
        ("10.004", "10.0000"), ("10.005", "10.0100"), ("10.006", "10.0100"),
        ("10.00499", "10.0000"), ("10.0049994", "10.0000"), ("10.0049996", "10.0100"),
    ],
)  # fmt: skip
def test_nothing_is_taken_beyond_what_is_left_in_whole_cents(subtotal: str, taken: str) -> None:
    assert off([subtotal], {"discount_type": "percent", "amount": "100"}) == [taken]
    assert off([subtotal], {"discount_type": "fixed_product", "amount": "50"}) == [taken]
    assert off([subtotal], {"amount": "3"}, {"discount_type": "fixed_product", "amount": "50"}) == [taken]


def test_where_prices_contain_taxes_these_are_taken_too() -> None:
    assert off(["10.00"], {"amount": "50"}) == ["10.0000"]
    assert off(["10.00"], {"amount": "50"}, prices_include_tax=True) == ["10.5000"]


def test_a_rest_goes_to_the_dearest_lines() -> None:
    """A dollar for three lines is 33 cents for each, and a cent more for the dearest one."""
    assert off(["2.00", "5.00", "4.00"], {"amount": "1"}) == ["0.3300", "0.3400", "0.3300"]
    assert off(["2.00", "5.00", "4.00"], {"amount": "0.02"}) == ["0.0000", "0.0100", "0.0100"]
    assert off(["0.10", "5.00"], {"amount": "2"}) == ["0.1000", "1.9000"]
