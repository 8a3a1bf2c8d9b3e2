"""Filling a store: our own shop, or a snapshot of a real one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from . import examples, jsontext
from .description import Versions
from .kinds import elements, is_map
from .resource import Shop
from .routing import find
from .wire import Answer, Request, to_json

Json = dict[str, Any]
#: What a snapshot has to be read in first, since other things refer to it.
_FIRST = ("settings", "data", "taxes", "products/attributes", "products/categories", "products/tags", "customers")
#: The release of WooCommerce that the default shop imitates: that of the newest route in the description.
RELEASE = "10.9"
_ROOT = "/wp-json/wc/v3"
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
    """A seed given as itself or as a file."""
    if isinstance(seed, str | Path):
        found: Json = json.loads(Path(seed).read_text("utf-8"))
        return found
    # What is read in is changed on the way; the seed stays whose it is.
    return copy.deepcopy(seed)


def load(shop: Shop, seed: Json) -> None:
    """Read a seed in: resource path → what `GET` gives for it. Names with `@` are notes, `@timezone` for one."""
    with shop.state.transaction():
        for name, value in {"@timezone": _offset(seed), **seed}.items():
            if name.startswith("@"):
                shop.state.set_note(name[1:], value)
        for path in sorted((p for p in seed if not p.startswith("@")), key=_rank):
            _load(shop, path, seed[path])


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


def _load(shop: Shop, path: str, value: Any) -> None:
    refused = value is None or (is_map(value) and set(value) == {"code", "message", "data"})
    match = find(shop.versions, "GET", f"{_ROOT}/{path}")
    if refused or match is None or match.operation is None:
        return
    operation = match.operation
    numbers = {n: int(v) if operation.args[n].get("type") == "integer" else v for n, v in match.path.items()}
    shop.resource(operation.kind).seed(value, numbers)


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
                answer = handle(
                    Request(step["method"], f"{_ROOT}/{step['path']}", "", headers, to_json(step.get("body", {})))
                )
                shop.state.reserve(name, last)
                if answer.status >= 400:
                    raise ValueError(f"{step['method']} {step['path']}: {answer.body.decode()}")
    finally:
        shop.clock = clock
