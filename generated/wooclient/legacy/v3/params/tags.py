"""What calls about tags of wc-api/v3 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.inputs import ClearWithText, Parameters


class LegacyProductTagCreate(Parameters, total=False):
    """A new tag."""

    name: Required[str]
    """What the tag is called, with `&` as an entity."""
    slug: str
    """Short name for addresses; made from the name if left out."""
    description: str | ClearWithText
    """Text about the tag. CLEAR sends ""."""


class LegacyProductTagUpdate(Parameters, total=False):
    """Changes to a tag."""

    name: str
    """What the tag is called, with `&` as an entity."""
    slug: str
    """Short name for addresses; made from the name if left out."""
    description: str | ClearWithText
    """Text about the tag. CLEAR sends ""."""
