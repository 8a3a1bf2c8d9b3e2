"""Make the reduced recordings that this folder keeps, from the full ones beside the project.

    python -m evidence.reduce        (in tests/, with ../../shared/store in place)

Kept are a few exchanges for each operation and status, and the first of every kind of refusal, which tests count on;
lists cut to two items, and texts that people wrote replaced. What is left of an answer is its shape, its numbers, dates
and words that machines read.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from evidence.store import REDUCED, SHARED, exchange_of

_KEPT = 2
_WORD = re.compile(r"[A-Za-z0-9_./:@+~%=&?#\[\]-]*\Z")


def plain(value: Any) -> Any:
    """A body without prose: texts with spaces or markup become a word, lists keep two items."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value[:2]]
    if isinstance(value, str) and not _WORD.match(value):
        return "text"
    return value


def shape(value: Any) -> str:
    """The JSON types of a body, two levels deep: exchanges that look alike need not both be kept."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{k}:{type(v).__name__}" for k, v in sorted(value.items())) + "}"
    return f"[{shape(value[0])}]" if isinstance(value, list) and value else type(value).__name__


def refusal(exchange: dict[str, Any]) -> str:
    """What the store held against the parameters that it names: names and codes; empty where it names none."""
    faults = exchange_of(exchange).parameter_faults
    return " ".join(f"{name}={code}" for name, code in sorted(faults.items()))


def reduced(lines: list[str]) -> list[dict[str, Any]]:
    """The exchanges of one file that are kept."""
    seen: Counter[tuple[str, str, int, str]] = Counter()
    kept = []
    for line in lines:
        exchange = json.loads(line)
        path = re.sub(r"/\d+", "/N", exchange["path"])
        like = (exchange["method"], path, exchange["status"])
        looks, fault = (*like, shape(exchange["response"])), (*like, refusal(exchange))
        is_new = not seen[looks] and seen[*like, ""] < _KEPT
        is_new_fault = bool(refusal(exchange)) and not seen[fault]
        if exchange["method"] in ("HEAD", "OPTIONS") or path.count("/") <= 3 or not (is_new or is_new_fault):
            continue
        seen.update({looks, fault, (*like, "")})
        exchange["response"], exchange["request"] = plain(exchange["response"]), plain_request(exchange)
        kept.append({name: exchange[name] for name in ("method", "path", "query", "request", "status", "response")})
    return kept


def plain_request(exchange: dict[str, Any]) -> Any:
    """A request body without prose; one that was refused stays as it is, since its faults are the point."""
    return exchange["request"] if exchange["status"] >= 400 else plain(exchange["request"])


def main() -> None:
    """Write every reduced file anew."""
    REDUCED.mkdir(exist_ok=True)
    for path in sorted((SHARED / "recordings").glob("*.jsonl")):
        kept = reduced(path.read_text("utf-8").splitlines())
        text = "".join(json.dumps(e, ensure_ascii=False, separators=(",", ":")) + "\n" for e in kept)
        (REDUCED / path.name).write_text(text, "utf-8")
        print(f"{path.name}: {len(kept)} exchanges, {len(text) // 1024} KiB")


if __name__ == "__main__":
    main()
