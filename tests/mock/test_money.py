"""Sums as PHP and databases make them, whatever Python adds them."""

from __future__ import annotations

from wooclient.mock import money


def test_floats_are_added_one_after_the_other() -> None:
    # The last digit is what a real store shows; from Python 3.12 on, `sum` gives 1.0.
    assert money.floats_added([0.1] * 10) == 0.9999999999999999
    assert money.floats_added([]) == 0
