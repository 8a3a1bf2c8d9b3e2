"""Make the reduced recordings that this folder keeps, from the full ones beside the project.

    python -m evidence.reduce        (in tests/, with ../../shared/store in place)

Every exchange is kept with its request, since the store's later answers build on it. A few answers for each operation
and status, and the first of every kind of refusal, are kept as `plain` makes them: lists cut to two items, and texts
that people wrote replaced. Tests read those as evidence. Of the other answers only an outline is left, for the replay.
The store that the recordings begin with is kept in the same way, in `snapshot.json`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from evidence.plain import ITEMS, form, plain
from evidence.store import CARRIED, REDUCED, SHARED, exchange_of

_KEPT = 2
#: Settings with more options than this keep the first and the chosen ones: countries, pages.
_LONG = 20
#: Headers that the replay compares.
_HEADERS = ("x-wp-total", "x-wp-totalpages", "x-wc-total", "x-wc-totalpages")
#: Lists of the snapshot that are data of WooCommerce, not of the store: only what requests name is kept.
_DATA = ("data/continents", "data/countries", "data/currencies")


def shape(value: Any) -> str:
    """The JSON types of a body, two levels deep: exchanges that look alike need not both be kept."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{k}:{type(v).__name__}" for k, v in sorted(value.items())) + "}"
    return f"[{shape(value[0])}]" if isinstance(value, list) and value else type(value).__name__


def refusal(exchange: dict[str, Any]) -> str:
    """What the store held against the parameters that it names: names and codes; empty where it names none."""
    faults = exchange_of(exchange).parameter_faults
    return " ".join(f"{name}={code}" for name, code in sorted(faults.items()))


def reduced(lines: Iterable[str]) -> list[dict[str, Any]]:
    """The exchanges of one file, as they are kept."""
    seen: Counter[tuple[str, str, int, str]] = Counter()
    kept = []
    for line in lines:
        exchange = json.loads(line)
        like = (exchange["method"], re.sub(r"/\d+", "/N", exchange["path"]), exchange["status"])
        looks, fault = (*like, shape(exchange["response"])), (*like, refusal(exchange))
        is_new = not seen[looks] and seen[*like, ""] < _KEPT
        is_new_fault = bool(refusal(exchange)) and not seen[fault]
        is_evidence = exchange["method"] not in ("HEAD", "OPTIONS") and (is_new or is_new_fault)
        if is_evidence:
            seen.update({looks, fault, (*like, "")})
        kept.append(row(exchange, is_evidence))
    return kept


def row(exchange: dict[str, Any], is_evidence: bool) -> dict[str, Any]:
    """One line of a reduced file. Evidence has a `response`; what is there for the replay only has an `outline`."""
    made = {name: exchange[name] for name in ("method", "path", "query", "request", "status")}
    if exchange["auth"] != "rw":
        made["auth"] = exchange["auth"]
    if exchange["request_headers"]:
        made["request_headers"] = exchange["request_headers"]
    told = {name: value for name, value in (exchange["headers"] or {}).items() if name.lower() in _HEADERS}
    if exchange["path"].startswith("/wc-api/") and "link" in exchange["headers"]:
        told["link"] = ""  # that there is one is compared
    if told:
        made["headers"] = told
    name = "response" if is_evidence else "outline"
    made[name] = form(made | {name: None})(exchange["response"])
    return made


def snapshot() -> dict[str, Any]:
    """The store that the recordings begin with: no prose, no links, and of WooCommerce's own data what is asked for."""
    full = json.loads((SHARED / "snapshot.json").read_text("utf-8"))
    asked = paths((SHARED / "recordings" / "wc-v3.jsonl").read_text("utf-8").splitlines())
    kept = {path: _unlinked(docs) for path, docs in full.items()}
    for path in _DATA:
        named = [d for i, d in enumerate(kept[path]) if i < ITEMS or f"{path}/{d['code'].lower()}" in asked]
        kept[path] = [plain(doc) for doc in named]
    return kept


def _unlinked(value: Any, name: str = "") -> Any:
    """A document of the snapshot without links and prose; names stay, since searches and orders by title need them."""
    if isinstance(value, list):
        return [_unlinked(item, name) for item in value]
    if not isinstance(value, dict):
        return value if name == "name" else plain(value)
    options = value.get("options")
    if isinstance(options, dict) and len(options) > _LONG:
        kept = [*sorted(options)[:ITEMS], *[key for key in options if key in (value["value"], value["default"])]]
        value = {**value, "options": {key: options[key] for key in kept}}
    return {key: _unlinked(item, key) for key, item in value.items() if key != "_links"}


def paths(lines: Iterable[str]) -> set[str]:
    """What requests of the newest version name, below its root."""
    return {json.loads(line)["path"].lower().removeprefix("/wp-json/wc/v3/") for line in lines}


def compact(value: Any) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(name: str, text: str) -> None:
    """Write a file of this folder."""
    (CARRIED / name).write_text(text, "utf-8")
    print(f"{name}: {len(text.splitlines())} lines, {len(text) // 1024} KiB")


def main() -> None:
    """Write every reduced file anew."""
    REDUCED.mkdir(exist_ok=True)
    for path in sorted((SHARED / "recordings").glob("*.jsonl")):
        kept = reduced(path.read_text("utf-8").splitlines())
        write(f"recordings/{path.name}", "".join(f"{compact(line)}\n" for line in kept))
    members = [f"{compact(name)}:{compact(docs)}" for name, docs in snapshot().items()]
    write("snapshot.json", "{" + ",\n".join(members) + "}\n")


if __name__ == "__main__":
    main()
