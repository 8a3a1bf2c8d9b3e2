"""Answers about settings of wc/v2."""

from typing import Annotated

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json, Number
from wooclient.v2.enums import SettingGroupIdValue, SettingTypeValue


class SettingImageSize(Model):
    """Size of an image, the value of an image_width setting."""

    __shown__ = ("width", "height", "crop")

    width: int
    """Width in pixels."""
    height: int
    """Height in pixels."""
    crop: bool
    """Whether to cut images to exactly this size instead of fitting them into it."""


class Setting(Model):
    """One setting of the shop and what it is set to."""

    __shown__ = ("id", "label", "type", "value")
    __secret__ = (("value", "type", "password"),)

    id: str
    """Name of the setting, unique in its group."""
    label: str | None = None
    """Caption on the settings screen, or ""; a plugin may give none."""
    description: str | None = None
    """Explanation shown beside the input, or ""; may hold links. A plugin may give none."""
    type: Annotated[SettingTypeValue | str, OPEN]
    """Kind of input. Lists of countries and pages come as `select` or `multiselect`; kinds the API does not know are
    never answered.
    """
    default: str | int | Number | bool | list[str | int] | SettingImageSize | None = None
    """Value the shop uses until one is stored, of the same form as `value`. Absent or null where there is none."""
    options: dict[str, str] | list[str] | None = None
    """What can be chosen. Absent for kinds without choices and where there are none."""
    tip: str | None = None
    """Help text behind the question mark. Absent where there is none."""
    placeholder: str | None = None
    """Grey sample text in the empty input. Only settings that plugins register directly have it."""
    value: str | int | Number | bool | list[str | int] | SettingImageSize
    """The value, by `type` of the setting: one choice for select and radio; `yes` or `no` for a checkbox; a list of
    choices or "" for a multiselect; a size for image_width; a text for all others, also for numbers. Requests take
    no boolean: of a checkbox the store would read false as its default, and keep true as neither yes nor no. An
    empty value sets a checkbox to its default.
    """
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class SettingGroup(Model):
    """A group of settings. In context `edit`, wc/v2 leaves all fields out."""

    __shown__ = ("id", "label")

    id: Annotated[SettingGroupIdValue | str, OPEN] | None = None
    """Name of the group. Each kind of e-mail has a group of its own called `email_` and the kind."""
    label: str | None = None
    """Heading of the group on the settings screen."""
    description: str | None = None
    """What the group is about; most often "" except for e-mails."""
    parent_id: str | None = None
    """Group this one is part of, or ""."""
    sub_groups: list[str] | None = None
    """Names of the groups that are part of this one."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
