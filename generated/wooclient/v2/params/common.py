"""What calls about common of wc/v2 take."""

from __future__ import annotations

from typing import TypedDict

from wooclient._runtime.inputs import Json

#: Items of a list that are changed by their ids: the field in which null takes one away, then those named again.
ROWS: dict[str, tuple[str, ...]] = {
    "MetaDataInput": ("value", "key"),
}


class MetaDataInput(TypedDict, total=False):
    """One custom field, most often written by a plugin."""

    id: int
    """Number of the custom field. Send it to change or remove just this one."""
    key: str
    """Name of the custom field. Several fields may share one name."""
    value: Json
    """What the plugin stored. Send null with an id to remove the field. Single values come back as text, and of a
    number the store keeps 14 digits: send longer ones as text. Inside of lists and objects whole numbers stay.
    """
