"""The state in which the mock store begins: the things that the examples of the description show.

All examples tell of one shop, so that what they answer, put together, is its state.
"""

from __future__ import annotations

from typing import Any

from woospec.flat import prefix_of
from woospec.kinds import is_list, is_map, members
from woospec.text import json_text

Json = dict[str, Any]
#: Operations whose examples show things as they are; those of others show what a request makes of them.
_SHOWING = ("list", "get", "all")


def seed_data(document: Json) -> Json:
    """Resource path → what `GET` gives for it."""
    prefix = prefix_of(document)
    found: dict[str, dict[str, Any]] = {}
    whole: Json = {}
    for path, item in document["paths"].items():
        raw = item.get("get")
        if raw is None or raw["operationId"].rpartition(".")[2] not in _SHOWING:
            continue
        media = next(a for s, a in raw["responses"].items() if s.startswith("2"))["content"]["application/json"]
        example = media.get("example")
        for thing in example if is_list(example) else [example]:
            if not is_map(thing):
                continue
            place = _place(thing, prefix) or ("" if "{" in path else path.strip("/"))
            if not place:
                continue
            if is_list(example) or "{" in path:
                key = next((str(thing[name]) for name in ("id", "instance_id", "slug", "code") if name in thing), "")
                found.setdefault(place, {}).setdefault(key or str(len(found[place])), thing)
            else:
                whole[place] = thing
    return {**{place: list(things.values()) for place, things in found.items()}, **whole}


def seed_text(document: Json) -> str:
    """The seed as the package holds it."""
    return json_text(seed_data(document))


def _place(thing: Json, prefix: str) -> str:
    """The path of the list that a thing stands in, as its links tell."""
    links = members(thing.get("_links")).get("collection")
    href = str(links[0]["href"]) if is_list(links) and links else ""
    return href.partition(prefix)[2].strip("/")
