"""Moments in wc/v1: those of making and changing are told in UTC, without a twin."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...description import Json
from ...kinds import is_list, is_map
from ...resource import Resource
from ...state import Doc

_TOLD_IN_UTC = {f"{name}_gmt": name for name in ("date_created", "date_modified", "access_expires")}


def in_utc(value: Any) -> Any:
    """A body with such moments in UTC, at any depth."""
    if is_list(value):
        return [in_utc(item) for item in value]
    if not is_map(value):
        return value
    found = {name: in_utc(inner) if isinstance(inner, dict | list) else inner for name, inner in value.items()}
    for twin, name in _TOLD_IN_UTC.items():
        if twin in value:
            found[name] = value[twin]
    return found


class InUtc(Resource):
    """A kind whose moments are told in UTC."""

    def show(self, call: Call, doc: Doc) -> Json:
        """As the next newer version shows it, but for the moments."""
        shown: Json = in_utc(super().show(call, doc))
        return shown
