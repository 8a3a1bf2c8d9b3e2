"""What calls about variations of wc/v1 take."""

from __future__ import annotations

from typing import TypedDict


class VariationAttributeInput(TypedDict, total=False):
    """One trait and the option chosen for it."""

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent. A shared one is found by `id` or by its slug
    with `pa_`; what the store does not find by this, such as the name of a shared one, it drops, and the variation
    then stands for any of its options.
    """
    option: str
    """Name of the chosen option."""
