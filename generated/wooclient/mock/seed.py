"""Filling a store: our own shop, or a snapshot of a real one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from . import examples, fresh, jsontext, plugin_words, seed_check, seed_fill
from .description import Versions
from .kinds import elements, is_list, is_map
from .resource import Shop
from .routing import find
from .wire import Answer, Request, to_json

Json = dict[str, Any]
#: What a snapshot has to be read in first, since other things refer to it.
_FIRST = (
    "system_status", "settings", "data", "taxes", "products/attributes", "products/categories", "products/tags",
    "customers",
)  # fmt: skip
#: The release of WooCommerce that the default shop imitates: that of the newest route in the description.
RELEASE = "10.9"
#: The name of the seed that is a new installation.
FRESH = "fresh"
#: The note that says which numbers are taken already, by sequence.
_COUNTERS = "@counters"
#: Sequences that the ids of steps come from, if not that of posts, by the last word of the path.
_SEQUENCES = {"customers": "users", "terms": "terms", "categories": "terms"}


@cache
def _opening() -> Json:
    found: Json = json.loads((Path(__file__).parent / "data" / "opening.json").read_text("utf-8"))
    return found


def default_seed() -> Json:
    """Our own shop, Kettle & Clay: what the examples of the description show, and what they leave out."""
    found: Json = {"@timezone": "America/New_York", "@release": RELEASE, **examples.shown(Versions().newest)}
    for path, docs in _opening()["state"].items():
        known = {_identity(doc) for doc in found.get(path, [])}
        found[path] = [*found.get(path, []), *(doc for doc in docs if _identity(doc) not in known)]
    # Resources make documents of a seed their own; what it was read from belongs to all.
    own: Json = jsontext.read(jsontext.written(found))
    return own


def _identity(doc: Json) -> str:
    return str(next((doc[name] for name in ("id", "slug", "code") if name in doc), ""))


def read(seed: Json | str | Path) -> Json:
    """A seed given as itself or as a file. Raises SeedError for a file that holds none."""
    if isinstance(seed, str | Path):
        return seed_check.parsed(Path(seed).read_text("utf-8"), str(seed))
    # What is read in is changed on the way; the seed stays whose it is.
    own: Json = _copied(seed)
    return own


def _copied(value: Any) -> Any:
    """A copy of what JSON can hold, which takes a fifth of the time of Python's own."""
    if is_map(value):
        return {name: _copied(inner) for name, inner in value.items()}
    if is_list(value):
        return [_copied(inner) for inner in value]
    return value if isinstance(value, str | int | float) else copy.deepcopy(value)


def take_in(shop: Shop, seed: Json | str | Path) -> None:
    """Check somebody's seed, and read it in. Raises SeedError that names what is wrong with it, and where."""
    found = read(seed)
    seed_check.check(shop.versions, found, str(seed) if isinstance(seed, str | Path) else "")
    load(shop, found, others=True)


def load(shop: Shop, seed: Json, *, others: bool = False) -> None:
    """Read a seed in: resource path → what `GET` gives for it. Names with `@` are notes, `@timezone` for one.

    That of `others` may leave out what their test does not need, and have words of plugins.
    """
    with shop.state.transaction():
        for name, value in {"@timezone": _offset(seed), **seed}.items():
            if name.startswith("@") and name != _COUNTERS:
                shop.state.set_note(name[1:], value)
        for path in sorted((p for p in seed if not p.startswith("@")), key=_rank):
            _load(shop, path, seed[path], others=others)
        for name, last in seed.get(_COUNTERS, {}).items():
            shop.state.reserve(name, last)
        if others:
            plugin_words.note(shop, seed)


def _offset(seed: Json) -> str:
    """The time zone of a snapshot, which says how far shop time is ahead of UTC only by its dates."""
    for path in ("orders", "products", "coupons"):
        for doc in reversed(elements(seed.get(path))):
            here, there = (datetime.fromisoformat(doc.get(f"date_created{n}") or "1970-01-01") for n in ("", "_gmt"))
            minutes = int((here - there).total_seconds() // 60)
            if here.year > 1970 and 0 < abs(minutes) < 24 * 60:
                return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return "UTC"


def _rank(path: str) -> tuple[int, int]:
    """Order of reading: what others refer to first, what stands below something after it."""
    first = next((i for i, name in enumerate(_FIRST) if path == name or path.startswith(f"{name}/")), len(_FIRST))
    return (first, path.count("/"))


def _load(shop: Shop, path: str, value: Any, *, others: bool) -> None:
    match = find(shop.versions, "GET", f"{seed_check.ROOT}/{path}")
    if seed_check.is_refusal(value) or match is None or match.operation is None:
        return
    operation = match.operation
    value = seed_fill.completed(shop, operation, value) if others else value
    numbers = {n: int(v) if operation.args[n].get("type") == "integer" else v for n, v in match.path.items()}
    shop.resource(operation.kind).seed(value, numbers)


def fresh_seed(release: str) -> Json:
    """The seed of a new installation of a release; of the newest that is described, if none is named."""
    return fresh.fresh_seed(release or RELEASE)


def play(shop: Shop, handle: Callable[[Request], Answer]) -> None:
    """Bring about the rest of the default shop: its orders and their like come out of requests, as in life."""
    clock = shop.clock
    try:
        with shop.state.transaction():
            for step in _opening()["requests"]:
                moment = datetime.fromisoformat(step["at"].replace("Z", "+00:00"))
                shop.clock = lambda moment=moment: moment  # type: ignore[misc]  # bound now, called later
                name = _SEQUENCES.get(step["path"].rpartition("/")[2], "posts")
                last = shop.state.last_id(name)
                if "take" in step:
                    shop.state.set_last_id(name, step["take"] - 1)
                headers = {"content-type": "application/json"}
                path, body = f"{seed_check.ROOT}/{step['path']}", to_json(step.get("body", {}))
                answer = handle(Request(step["method"], path, "", headers, body))
                shop.state.reserve(name, last)
                if answer.status >= 400:
                    raise ValueError(f"{step['method']} {step['path']}: {answer.body.decode()}")
    finally:
        shop.clock = clock
