"""Make the reduced recordings that this folder keeps, from the full ones beside the project.

    python -m evidence.reduce        (in tests/, with ../../shared/store in place)

Kept are a few exchanges for each operation and status, lists cut to two items, and texts that people wrote replaced.
What is left of an answer is its shape, its numbers, dates and words that machines read.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from evidence.store import REDUCED, SHARED

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


def reduced(lines: list[str]) -> list[dict[str, Any]]:
    """The exchanges of one file that are kept."""
    seen: Counter[tuple[str, str, int, str]] = Counter()
    kept = []
    for line in lines:
        exchange = json.loads(line)
        path = re.sub(r"/\d+", "/N", exchange["path"])
        key = (exchange["method"], path, exchange["status"], shape(exchange["response"]))
        like = (exchange["method"], path, exchange["status"], "")
        if exchange["method"] in ("HEAD", "OPTIONS") or seen[key] or seen[like] >= _KEPT or path.count("/") <= 3:
            continue
        seen[key] += 1
        seen[like] += 1
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
