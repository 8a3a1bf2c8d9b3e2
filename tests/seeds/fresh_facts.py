"""What new installations hold, read off real stores, as data of the mock store: `data/fresh.json`, `data/places.json`.

    python -m seeds.fresh_facts 8.9=https://a.example 9.9=https://b.example …      (keys in WOO_KEY and WOO_SECRET)

Facts are taken: ids, types, values, codes, order. Sentences are not: they are in words of our own (`own_words`).
Each entry says from which release on, and before which one, it is so (`@since`, `@until`); `@was` has what differed.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from seeds import own_words
from wooclient import ApiError, WooClient

Json = dict[str, Any]
DATA = Path(__file__).parents[2] / "templates" / "mock" / "data"
LISTS = (
    "settings", "products/categories", "taxes/classes", "shipping/zones", "shipping_methods",
    "payment_gateways", "system_status/tools", "orders/statuses", "data", "data/currencies", "data/countries",
    "data/continents",
)  # fmt: skip
_KEYS = ("id", "slug", "code")


def read(woo: WooClient) -> Json:
    """Resource path → what `GET` gives for it, in a new store."""
    found: Json = {}
    for path in (*LISTS, "system_status"):
        try:
            found[path] = woo.request("GET", f"/wc/v3/{path}")
        except ApiError:
            continue
    for group in found["settings"]:
        try:
            found[f"settings/{group['id']}"] = woo.request("GET", f"/wc/v3/settings/{group['id']}")
        except ApiError:
            continue
    return found


def key_of(doc: Json) -> str:
    """What an entry of a list is known by."""
    return str(next(doc[name] for name in _KEYS if name in doc))


def merged(versions: list[tuple[str, Json | None]]) -> Json:
    """One entry for a thing as the releases have it, oldest first; None where a release does not have it."""
    there = [index for index, (_, doc) in enumerate(versions) if doc is not None]
    newest = versions[there[-1]][1]
    assert newest is not None
    found: Json = dict(newest)
    if there[0] > 0:
        found["@since"] = versions[there[0]][0]
    if there[-1] < len(versions) - 1:
        found["@until"] = versions[there[-1] + 1][0]
    was: list[Json] = []
    for index in there[:-1]:
        doc = versions[index][1] or {}
        differing = {name: value for name, value in doc.items() if newest.get(name) != value}
        gone = sorted(newest.keys() - doc.keys())
        if differing or gone:
            entry = {"@until": versions[index + 1][0], **differing, **({"@without": gone} if gone else {})}
            if was and {**was[-1], "@until": 0} == {**entry, "@until": 0}:
                was.pop()
            was.append(entry)
    return {**found, **({"@was": was} if was else {})}


def lists_of(stores: dict[str, Json]) -> Json:
    """The entries of each list, in the order of the newest release that has it."""
    found: Json = {}
    stores = {release: {**store, **own_words.places(store)} for release, store in stores.items()}
    for path in dict.fromkeys(path for store in reversed(stores.values()) for path in store):
        if path == "system_status":
            found[path] = merged([(release, own_words.report(store[path])) for release, store in stores.items()])
            continue
        # A release that has no such route yet holds the same things all the same.
        oldest = next(store[path] for store in stores.values() if path in store)
        group = path.startswith("settings/")
        rows = {release: store.get(path, [] if group else oldest) for release, store in stores.items()}
        keys = _ordered([[key_of(doc) for doc in docs] for docs in reversed(rows.values())])
        found[path] = [merged([(release, _told(path, docs, key)) for release, docs in rows.items()]) for key in keys]
    return found


def _ordered(lists: list[list[str]]) -> list[str]:
    """All keys: as the first list has them, what only later ones have behind what stands before it there."""
    found: list[str] = []
    for keys in lists:
        for index, key in enumerate(dict.fromkeys(keys)):
            if key not in found:
                found.insert(found.index(keys[index - 1]) + 1 if index else 0, key)
    return found


def _told(path: str, docs: list[Json], key: str) -> Json | None:
    return next((own_words.told(path, doc) for doc in docs if key_of(doc) == key), None)


def main(arguments: list[str]) -> None:
    """Read the stores, oldest first, and write the data."""
    stores: dict[str, Json] = {}
    for argument in arguments:
        release, _, place = argument.partition("=")
        if place.endswith(".json"):
            stores[release] = json.loads(Path(place).read_text("utf-8"))
            continue
        with WooClient(place, key=os.environ["WOO_KEY"], secret=os.environ["WOO_SECRET"]) as woo:
            stores[release] = read(woo)
    found = lists_of(stores)
    places = {path: found.pop(path) for path in [path for path in found if path.startswith("data/")]}
    for name, data in (("fresh", found), ("places", places)):
        lines = [f"{json.dumps(path)}: {_listed(value)}" for path, value in data.items()]
        (DATA / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _listed(value: Any) -> str:
    """A list with an entry a line, so that a change shows."""
    texts = [_json(item) for item in value] if isinstance(value, list) else []
    return "[\n" + ",\n".join(texts) + "\n]" if texts else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main(sys.argv[1:])
