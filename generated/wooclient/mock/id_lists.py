"""Lists of ids as WordPress keeps them: numbers above 0, each once, at the places that they had in the request."""

from __future__ import annotations

from typing import Any

from .kinds import is_list, is_map
from .schema import to_int
from .state import Doc


def take(doc: Doc, name: str, value: Any) -> None:
    """Keep the ids of a field, and their places if there are gaps: PHP writes such a list as an object."""
    items = list(enumerate(value)) if is_list(value) else list(value.items()) if is_map(value) else [(0, value)]
    found: dict[str, int] = {}
    for place, item in items:
        number = 0 if item is None or is_list(item) or is_map(item) else abs(to_int(item))
        if number and number not in found.values():
            found[str(place)] = number
    doc[name] = list(found.values())
    doc[_places(name)] = list(found)


def shown(doc: Doc, name: str) -> Any:
    """The ids of a field as they go out."""
    ids: list[Any] = list(doc.get(name) or ())
    places: list[str] | None = doc.get(_places(name))
    if places is None or len(places) != len(ids) or places == [str(i) for i in range(len(ids))]:
        return ids
    return dict(zip(places, ids, strict=True))


def _places(name: str) -> str:
    return f"_places_of_{name}"
