"""How far both sides agree, and the commonest differences."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable

from differential.comparing import LEVELS
from differential.walk import Exchange


class Report:
    """What a walk has found."""

    def __init__(self) -> None:
        self.count = 0
        self.agreed = dict.fromkeys((*LEVELS, "headers"), 0)
        self.families: dict[str, list[Exchange]] = defaultdict(list)
        self.headers: dict[str, list[Exchange]] = defaultdict(list)

    def add(self, done: Exchange) -> None:
        """Count an exchange, unless it only brought the sides level."""
        if done.step.level:
            return
        self.count += 1
        for level in LEVELS:
            self.agreed[level] += done.found.agrees(level)
        self.agreed["headers"] += not done.found.headers
        if done.found.level:
            self.families[family(done)].append(done)
        for line in done.found.headers:
            self.headers[re.sub(r"\d+", "#", line)].append(done)

    def shares(self) -> dict[str, float]:
        """Agreement in per cent."""
        return {level: round(100 * n / max(self.count, 1), 2) for level, n in self.agreed.items()}

    def commonest(self, many: int) -> list[tuple[str, list[Exchange]]]:
        """The families that are met most often."""
        return sorted(self.families.items(), key=lambda f: -len(f[1]))[:many]

    def lines(self, many: int) -> Iterable[str]:
        """The report: the shares, then families of differences, the commonest first."""
        yield f"{self.count} requests: " + ", ".join(f"{k} {v} %" for k, v in self.shares().items())
        yield f"{len(self.families)} kinds of difference, {len(self.headers)} of headers"
        for name, found in self.commonest(many) + sorted(self.headers.items(), key=lambda f: -len(f[1]))[: many // 4]:
            yield f"{len(found):4} {name}"
            step = found[0].step
            body = "" if step.body is None else json.dumps(step.body, ensure_ascii=False)
            yield f"       {str(step)[:300]} {body[:600]}"
            shown = found[0].found
            for line in (*shown.status, *shown.code, *shown.shape, *shown.values)[:4]:
                yield f"         {line}"


def family(done: Exchange) -> str:
    """The name of a kind of difference."""
    return f"{done.found.level}: {done.step.method} {place(done)}: {_rough(done.found.first)}"


def place(done: Exchange) -> str:
    """The route of a request."""
    return re.sub(r"«\w+:\d+»|\b\d+\b", "#", done.step.path)


def _rough(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"'[^']*'?|\"[^\"]*\"?", "'…'", text))
