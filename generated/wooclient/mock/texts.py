"""Documents as the JSON that they were last shown as: most are shown many times before they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .description import Json
from .state import Doc
from .wire import to_json

#: How many texts are kept.
_MOST = 20_000


class Texts:
    """Texts by what they show and how; each with the document itself, and with what else it depends on."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], tuple[Doc, tuple[int, ...], bytes]] = {}

    def of(self, variant: tuple[Any, ...], doc: Doc, stamp: tuple[int, ...], render: Callable[[], Json]) -> bytes:
        """A document as it goes out, in one of its variants; rendered again where it, or its stamp, is another."""
        kept = self._kept.get(variant)
        if kept is not None and kept[0] is doc and kept[1] == stamp:
            return kept[2]
        if len(self._kept) > _MOST:
            self._kept.clear()
        shown = to_json(render())
        self._kept[variant] = (doc, stamp, shown)
        return shown
