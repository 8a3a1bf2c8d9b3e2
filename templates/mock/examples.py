"""The things that the examples of the description show: all tell of one shop, and put together they are its state."""

from __future__ import annotations

from typing import Any

from wooclient._runtime.documents import operations_of, success_of

from .description import Description, Json
from .kinds import elements, is_list, is_map, members

#: Operations whose examples show things as they are; those of others show what a request makes of them.
_SHOWING = ("list", "get", "all")
#: What things are told apart by, in a list.
_KEYS = ("id", "instance_id", "slug", "code")


def shown(description: Description) -> Json:
    """Resource path → what `GET` gives for it."""
    found: dict[str, dict[str, Any]] = {}
    whole: Json = {}
    for path, method, item in operations_of(description.document):
        if method != "get" or item[method]["operationId"].rpartition(".")[2] not in _SHOWING:
            continue
        example = success_of(item[method])[1].get("example")
        for thing in example if is_list(example) else [example]:
            place = _place(thing, description.prefix) or ("" if "{" in path else path.strip("/"))
            if not place or not is_map(thing):
                continue
            if is_list(example) or "{" in path:
                things = found.setdefault(place, {})
                key = next((str(thing[name]) for name in _KEYS if name in thing), "")
                things.setdefault(key or str(len(things)), thing)
            else:
                whole[place] = thing
    return {**{place: list(things.values()) for place, things in found.items()}, **whole}


def _place(thing: Any, prefix: str) -> str:
    """The path of the list that a thing stands in, as its links tell."""
    links = elements(members(members(thing).get("_links")).get("collection"))
    return str(links[0]["href"]).partition(prefix)[2].strip("/") if links else ""
