"""What calls about shipping classes of wc-api/v3 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.inputs import ClearWithText, ClearWithZero, Parameters


class LegacyProductShippingClassCreate(Parameters, total=False):
    """A new shipping class."""

    name: Required[str]
    """What the shipping class is called, with `&` as an entity."""
    slug: str
    """Short name that products refer to; made from the name if left out."""
    parent: int | ClearWithZero
    """Shipping class above it; 0 as a rule. Default: 0. CLEAR sends 0."""
    description: str | ClearWithText
    """Text about the shipping class. CLEAR sends ""."""


class LegacyProductShippingClassUpdate(Parameters, total=False):
    """Changes to a shipping class."""

    name: str
    """What the shipping class is called, with `&` as an entity."""
    slug: str
    """Short name that products refer to; made from the name if left out."""
    parent: int | ClearWithZero
    """Shipping class above it; 0 as a rule. CLEAR sends 0."""
    description: str | ClearWithText
    """Text about the shipping class. CLEAR sends ""."""
