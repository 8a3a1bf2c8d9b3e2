"""What calls about attributes of wc-api/v3 take."""

from __future__ import annotations

from typing import Literal, Required

from wooclient._runtime.inputs import Parameters


class LegacyAttributeFields(Parameters, total=False):
    """What LegacyAttributeCreate and LegacyAttributeUpdate have in common."""

    slug: str
    """Short name with `pa_` in front, at most 28 characters after it; made from the name if left out."""
    type: Literal["select"] | str
    """How its values are picked in the shop's administration; plugins add ways. Default for a new one: select."""
    order_by: Literal["menu_order", "name", "name_num", "id"]
    """How its values are sorted. Default for a new one: menu_order."""
    has_archives: bool
    """Whether each value has a page of its own. Default for a new one: false."""


class LegacyAttributeCreate(LegacyAttributeFields, total=False):
    """A new attribute."""

    name: Required[str]
    """What shoppers see."""


class LegacyAttributeTermCreate(Parameters, total=False):
    """A new value."""

    name: Required[str]
    """What shoppers see, with `&` as an entity."""
    slug: str
    """Short name for addresses; made from the name if left out."""


class LegacyAttributeTermUpdate(Parameters, total=False):
    """Changes to a value."""

    name: str
    """What shoppers see, with `&` as an entity."""
    slug: str
    """Short name for addresses; made from the name if left out."""


class LegacyAttributeUpdate(LegacyAttributeFields, total=False):
    """Changes to an attribute."""

    name: str
    """What shoppers see."""
