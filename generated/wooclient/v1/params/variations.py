"""What calls about variations of wc/v1 take."""

from __future__ import annotations

from typing import TypedDict


class VariationAttributeInput(TypedDict, total=False):
    """One trait and the option chosen for it."""

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent."""
    option: str
    """Name of the chosen option."""
