"""One legacy operation being carried out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .. import text
from ..description import Description, Json, Operation
from ..errors import Crashed
from ..kinds import members
from ..schema import to_int


class Broken(Crashed):
    """PHP gives up before WordPress knows that a program is asking: the answer is a page."""


@dataclass(slots=True)
class LegacyCall:
    """What a resource gets to know of a request, and what it says about the answer beside its body."""

    description: Description
    operation: Operation
    #: The number of the version: 3, 2 or 1.
    version: int
    #: Parameters of the path, as texts.
    path: Json
    #: Parameters of the query, decoded once more than PHP does, as this API has it.
    query: Json
    #: The JSON body; None if there is none that can be read.
    data: Any = None
    user: int = 1
    #: The address of this request without its query, and the query as it came.
    url: str = ""
    raw_query: str = ""
    #: The program that asks, as it names itself.
    agent: str = ""
    #: What the answer gets beside its body.
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def filter(self) -> Json:
        """`filter[…]` as far as this version knows it."""
        known = self.description.properties(self.operation.args.get("filter", {}))
        return {name: value for name, value in self.whole_filter.items() if name in known}

    @property
    def whole_filter(self) -> Json:
        """All of `filter[…]`; what stands empty there counts as not sent."""
        return {k: v for k, v in members(self.query.get("filter")).items() if v not in ("", "0", [])}

    def fill_filter(self) -> None:
        """Where the store puts something of its own into `filter`: PHP dies there of one that is a text."""
        if "filter" in self.operation.args and isinstance(self.query.get("filter"), str):
            raise Broken("A filter is a map.")

    @property
    def fields(self) -> str:
        """The fields that the answer is limited to; empty for all. Writes answer all."""
        named = "fields" in self.operation.args and not self.operation.writes
        if named and not isinstance(self.query.get("fields", ""), str):
            raise Broken("Names of fields are a text.")
        return str(text.filled(self.query.get("fields"), "")) if named else ""

    @property
    def page(self) -> int:
        """The page that is asked for; WordPress takes that before the first of posts for the first."""
        return self.exact_page or 1

    @property
    def exact_page(self) -> int:
        """The page that is asked for, where something is counted in `filter`; what is no number is 0."""
        given = self.query if "page" in self.operation.args else members(self.query.get("filter"))
        return abs(to_int(given.get("page", 1)))

    @property
    def wants_meta(self) -> bool:
        """Whether `filter[meta]=true` asks for custom fields."""
        return self.filter.get("meta") == "true"

    @property
    def id(self) -> int:
        """The id in the path."""
        return to_int(self.path.get("id", "0"))
