"""Categories and brands in wc/v2: their pictures have titles, not names."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...description import Json
from ...kinds import is_map
from ...state import Doc
from ..products import terms


class _Titled(terms.PicturedTerms):
    """Terms with pictures."""

    def show(self, call: Call, doc: Doc) -> Json:
        """With the picture's title."""
        shown = super().show(call, doc)
        image = shown.get("image")
        if is_map(image):
            shown["image"] = {"title" if name == "name" else name: value for name, value in image.items()}
        return shown

    def set_image(self, call: Call, doc: Doc, value: Any) -> None:
        """By id or source, with a title."""
        super().set_image(call, doc, {**value, "name": value.get("title")} if is_map(value) else value)


class Brands(_Titled, terms.Brands):
    """Brands."""


class Categories(_Titled, terms.Categories):
    """Categories."""
