"""Documents as the JSON that they were last shown as: most are shown many times before they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .call import Call
from .state import Doc, Key
from .wire import to_json

if TYPE_CHECKING:
    from .resource import Resource

#: How many texts are kept.
_MOST = 20_000


class Texts:
    """Texts by what they show and how; each with the document itself, and with what else it depends on."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], tuple[Doc, tuple[int, ...], bytes]] = {}

    def of(self, resource: Resource, call: Call, key: Key, doc: Doc) -> bytes:
        """A document as it goes out."""
        given = (repr(call.get(name)) for name in resource.shown_by)
        # One thing may look different in two lists: `/refunds` says whose they are.
        variant = (call.description.version, call.operation.kind, key, call.context, *given)
        stamp = resource.shown_stamp(doc)
        kept = self._kept.get(variant)
        if kept is not None and kept[0] is doc and kept[1] == stamp:
            return kept[2]
        if len(self._kept) > _MOST:
            self._kept.clear()
        shown = to_json(resource.render(call, doc))
        self._kept[variant] = (doc, stamp, shown)
        return shown
