"""A request with names in the place of ids, so that it can be sent to any store, and again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

Json = dict[str, Any]
NAME = re.compile(r"«(\w+):(\d+)»")


def name(space: str, number: int) -> str:
    """The name of what one store knows by this number."""
    return f"«{space}:{number}»"


@dataclass
class Step:
    """A request. Who asks (`auth`): rw, ro, wo, wrong, none; how (`way`): basic, query, oauth."""

    method: str
    path: str
    query: list[tuple[str, Any]] = field(default_factory=list[tuple[str, Any]])
    body: Any = None
    auth: str = "rw"
    way: str = "basic"
    #: Sent to bring both sides level: not compared.
    level: bool = False

    def filled(self, number: Callable[[str, int], int]) -> Step:
        """The request with the numbers that one store has."""
        return Step(
            self.method, str(filled(f"{self.path}", number)), [(n, filled(v, number)) for n, v in self.query],
            filled(self.body, number), self.auth, self.way, self.level,
        )  # fmt: skip

    def names(self) -> list[str]:
        """All names in it, each once."""
        text = f"{self.path} {self.query} {self.body}"
        return list(dict.fromkeys(match[0] for match in NAME.finditer(text)))

    def as_json(self) -> Json:
        """For a log: what is not as usual."""
        usual = asdict(Step("", ""))
        return {k: v for k, v in asdict(self).items() if v != usual[k]}

    def __str__(self) -> str:
        query = "&".join(f"{n}={v}" for n, v in self.query)
        who = "" if (self.auth, self.way) == ("rw", "basic") else f" [{self.auth}, {self.way}]"
        return f"{self.method} {self.path}{'?' if query else ''}{query}{who}"


def filled(value: Any, number: Callable[[str, int], int]) -> Any:
    """A value in which each name is the number of a store."""
    if isinstance(value, dict):
        return {k: filled(v, number) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [filled(v, number) for v in value]
    if not isinstance(value, str) or "«" not in value:
        return value
    whole = NAME.fullmatch(value)
    if whole:
        return number(whole[1], int(whole[2]))
    return NAME.sub(lambda match: str(number(match[1], int(match[2]))), value)
