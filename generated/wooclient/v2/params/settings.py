"""What calls about settings of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

from wooclient._runtime.declared import NumberInput
from wooclient._runtime.inputs import ClearWithNull, Parameters
from wooclient.v3.params.settings import SettingImageSizeInput


class SettingBatch(Parameters, total=False):
    """Several changes to items of type Setting in one request."""

    update: Sequence[SettingBatchItem]
    """Items to change, each with its `id`."""


class SettingBatchUpdate(TypedDict, total=False):
    """A new value for a setting, as an entry of a batch."""

    value: str | int | NumberInput | bool | Sequence[str | int] | SettingImageSizeInput | ClearWithNull | None
    """What the setting is set to, by `type`: one choice for select and radio, yes, no or "" for a checkbox, a list of
    choices or "" for a multiselect, a size for image_width, a text for all others, numbers included. CLEAR sends
    None.
    """


class SettingBatchItem(SettingBatchUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[str]
    """Item to change."""
