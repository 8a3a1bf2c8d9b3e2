"""Answers about shipping of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, OPEN, Json, Number
from wooclient.v2.enums import ShippingMethodIdValue, ShippingZoneMethodSettingTypeValue


class ShippingMethod(Model):
    """A kind of shipping method."""

    __shown__ = ("id", "title")

    id: Annotated[ShippingMethodIdValue | str, OPEN]
    """Name of the kind, as zones give it in `method_id`."""
    title: str
    """Name of the kind, for shop staff."""
    description: str
    """What this kind does, or ""."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ShippingZone(Model):
    """A region with shipping methods of its own."""

    __shown__ = ("id", "name")

    id: int
    """Number of the zone; 0 stands for every place outside the others."""
    name: str
    """Name shop staff see. That of zone 0 is fixed and in the language of the shop."""
    order: int
    """Place in the order in which zones are tried, low numbers first."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ShippingZoneLocation(Model):
    """A place that belongs to a shipping zone."""

    __shown__ = ("code", "type")

    code: str
    """Country (US), state with its country (US:OR), continent (EU), or a postcode, where `*` stands for any ending and
    `...` for a range.
    """
    type: Annotated[Literal["postcode", "state", "country", "continent"] | str, OPEN]
    """What the code means. Entries of a kind the shop does not know are dropped silently."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ShippingZoneMethodSetting(Model):
    """One setting of a method."""

    __shown__ = ("id", "label", "options", "type", "value")
    __secret__ = (("value", "type", "password"),)

    id: str
    """Name of the setting, the same as its key. Each shipping class adds one called `class_cost_` and its number."""
    label: str | None
    """Caption on the settings screen. Null only where a plugin sets none."""
    description: str
    """Explanation shown beside the input, or ""."""
    type: Annotated[ShippingZoneMethodSettingTypeValue | str, OPEN]
    """Kind of input. A `title` is a mere heading."""
    value: str | int | Number | bool | list[str | int] | None
    """What is set. Null when the setting is younger than the stored settings, as happens with costs of a new shipping
    class. Costs may be formulas such as `10 + [qty]`.
    """
    default: str | int | Number | bool | list[str | int]
    """Value a new method starts with, or ""."""
    tip: str
    """The same text as `description`."""
    placeholder: str
    """Grey sample text in the empty input, or ""."""
    options: dict[str, str] | list[str] | None = None
    """What can be chosen, caption by stored value. Absent for kinds without choices. PHP turns choices numbered from 0
    on into a plain list of captions.
    """


class ShippingZoneMethod(Model):
    """A shipping method as one zone offers it."""

    __shown__ = ("id", "title", "method_title", "enabled")

    id: int
    """The same number as `instance_id`."""
    instance_id: int
    """Number of this method, unique in the shop."""
    title: str | None
    """Name customers see; change it in `settings`. Null only before 9.9, for methods of plugins without such a
    setting.
    """
    order: int
    """Place among the methods of the zone, low numbers first."""
    enabled: bool
    """Whether customers may choose it."""
    method_id: Annotated[Literal["flat_rate", "free_shipping", "local_pickup"] | str, OPEN]
    """Kind of the method."""
    method_title: str
    """Name of the kind, for shop staff."""
    method_description: str
    """Explanation of the kind, for shop staff, or ""."""
    settings: Annotated[dict[str, ShippingZoneMethodSetting], MAP_OR_EMPTY_LIST]
    """Settings of the method by name; an empty list where it has none. A request maps names straight to new values."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
