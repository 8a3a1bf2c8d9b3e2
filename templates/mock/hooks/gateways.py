"""Payment gateways: they are there, and can be switched on and off, named, and set up."""

from __future__ import annotations

from typing import Any

from .. import schema
from ..call import Call
from ..state import Doc
from . import fields
from .named import Named


class Gateways(Named):
    """Ways to pay."""

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Settings are checked before anything changes; the title is one of them."""
        doc["settings"] = fields.filled(doc["settings"], call.get("settings"))
        for setting in doc["settings"].values():
            # What is nothing to PHP goes out as an empty text.
            setting["value"] = setting["value"] if setting["value"] not in ([], "0") else ""
        super().change(call, doc, new=new)
        if not call.gave("title"):
            # The title stands among the settings too.
            doc["title"] = doc["settings"].get("title", {}).get("value") or doc["title"]

    def set_settings(self, call: Call, doc: Doc, value: Any) -> None:
        """`change` has done it."""

    def set_title(self, call: Call, doc: Doc, value: Any) -> None:
        """The title stands among the settings too."""
        doc["title"] = fields.checked({"type": "text"}, value)
        if "title" in doc["settings"]:
            doc["settings"]["title"]["value"] = doc["title"]

    def set_order(self, call: Call, doc: Doc, value: Any) -> None:
        """Never below nothing. Until it is set, it is an empty text."""
        doc["order"] = abs(schema.to_int(value))
