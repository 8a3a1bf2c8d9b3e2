"""What calls about settings of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

from wooclient._runtime.declared import FieldsInput, NumberInput
from wooclient._runtime.inputs import ClearWithNull, Parameters


class SettingListParams(Parameters, total=False):
    """Parameters of settings.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class SettingOptionListParams(Parameters, total=False):
    """Parameters of settings.options.list."""

    group: str
    """Accepted but without effect; the path names the group."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class SettingOptionGetParams(Parameters, total=False):
    """Parameters of settings.options.get."""

    group: str
    """Accepted but without effect; the path names the group."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class SettingBatch(Parameters, total=False):
    """Several changes to items of type Setting in one request."""

    update: Sequence[SettingBatchItem]
    """Items to change, each with its `id`."""


class SettingBatchUpdate(TypedDict, total=False):
    """A new value for a setting, as an entry of a batch."""

    value: str | int | NumberInput | Sequence[str | int] | SettingImageSizeInput | ClearWithNull | None
    """The value, by `type` of the setting: one choice for select and radio; `yes` or `no` for a checkbox; a list of
    choices or "" for a multiselect; a size for image_width; a text for all others, also for numbers. Requests take
    no boolean: of a checkbox the store would read false as its default, and keep true as neither yes nor no. An
    empty value sets a checkbox to its default. CLEAR sends None.
    """


class SettingBatchItem(SettingBatchUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[str]
    """Item to change."""


class SettingImageSizeInput(TypedDict, total=False):
    """New size of an image; what is left out stays as it is."""

    width: int
    """Width in pixels."""
    height: int
    """Height in pixels."""
    crop: bool
    """Whether to cut images to exactly this size."""


class SettingUpdate(Parameters, total=False):
    """A new value for one setting."""

    value: str | int | NumberInput | Sequence[str | int] | SettingImageSizeInput | ClearWithNull | None
    """The value, by `type` of the setting: one choice for select and radio; `yes` or `no` for a checkbox; a list of
    choices or "" for a multiselect; a size for image_width; a text for all others, also for numbers. Requests take
    no boolean: of a checkbox the store would read false as its default, and keep true as neither yes nor no. An
    empty value sets a checkbox to its default. CLEAR sends None.
    """
