"""Postcodes and the places of tax rates: how each country writes its codes, stars and ranges."""

from __future__ import annotations

import pytest

from wooclient.mock.hooks.orders.postcodes import fits


@pytest.mark.parametrize(
    ("country", "sent", "written"),
    [
        # wc_format_postcode of WooCommerce 10.0.2, country by country.
        ("SE", "11122", "111 22"), ("CA", "k1a0b1", "K1A 0B1"), ("GB", "sw1a1aa", "SW1A 1AA"),
        ("IE", "D02AF30", "D02 AF30"), ("BR", "01310100", "01310-100"), ("PL", "00950", "00-950"),
        ("JP", "1000001", "100-0001"), ("PT", "1000205", "1000-205"), ("NL", "1012 ab", "1012 AB"),
        ("US", "902101234", "90210-1234"), ("US", "90210", "90210"), ("PR", "006011234", "00601-1234"),
        ("MN", "142001234", "14200-1234"), ("CZ", "11000", "110 00"), ("SK", "81101", "811 01"),
        ("CZ", "CZ11000", "CZ-110 00"), ("SK", "SK-81101", "SK-811 01"),
        ("LV", "1050", "LV-1050"), ("LV", "LV-1050", "LV-1050"), ("LV", "A10", "A10"),
        ("DK", "dk1050", "DK-1050"), ("DK", "1050", "1050"), ("FR", "75 001", "75001"), ("de", "10115", "10115"),
        ("SE", "1", "1"), ("GB", "ab", "AB"), ("US", "902", "902"),
    ],
)  # fmt: skip
def test_a_code_is_compared_as_its_country_writes_it(country: str, sent: str, written: str) -> None:
    bare = "".join(sign for sign in sent.upper() if sign not in " -")
    assert fits(sent, country, written)
    assert fits(sent, country, bare)
    assert all(fits(sent, country, f"{written[:end]}*") for end in range(len(written) + 1))
    assert not fits(sent, country, f"{written}0")
    assert not fits(sent, country, f"{written}0*")
    assert not fits(sent, country, written[:-1])


@pytest.mark.parametrize(
    ("postcode", "pattern", "inside"),
    [
        ("90000", "90000...90010", True), ("90010", "90000...90010", True), ("89999", "90000...90010", False),
        ("90011", "90000...90010", False), ("9000", "90000...90010", False), ("90005", "90010...90000", False),
        ("90005", "90000 ... 90010", True), ("90005", "90000...90010...90020", False),
        ("B5", "A1...C9", True), ("A0", "A1...C9", False), ("D1", "A1...C9", False), ("C9", "a1...c9", True),
    ],
)  # fmt: skip
def test_a_range_holds_both_its_ends(postcode: str, pattern: str, inside: bool) -> None:
    assert fits(postcode, "DE", pattern) is inside
