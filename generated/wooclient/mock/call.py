"""One operation being carried out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from typing import Any

from . import text
from .description import Description, Operation

Json = dict[str, Any]


@dataclass(slots=True)
class Call:
    """What a resource gets to know of a request, and what it says about the answer beside its body."""

    description: Description
    operation: Operation
    #: All parameters, cleaned, with defaults; path parameters too.
    params: Json
    #: The names that the request itself gave.
    sent: frozenset[str] = frozenset()
    #: Parameters of the path only.
    path: Json = field(default_factory=dict[str, Any])
    #: The WordPress user that the key belongs to; 0 for nobody.
    user: int = 1
    #: An item of a batch: its values have not been checked against the schema.
    in_batch: bool = False
    #: The body of the answer may hold items as JSON text, since nothing will look into them.
    raw: bool = False
    #: Texts are stored as they come: the old APIs do not have them cleaned once more.
    plain: bool = False
    #: A body that is a list instead of an object.
    items: list[Any] | None = None
    #: The shop's time zone.
    zone: tzinfo = UTC
    #: The address of the route, and its query, as far as it is known as it was understood.
    url: str = ""
    query: Json = field(default_factory=dict[str, Any])
    #: What the answer gets beside its body.
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def context(self) -> str:
        """`view` or `edit`; answers to writes are in edit context."""
        return "edit" if self.operation.writes else str(self.params.get("context") or "view")

    @property
    def edit(self) -> bool:
        """Whether texts go out as stored."""
        return self.context == "edit"

    @property
    def names_id(self) -> bool:
        """Whether the request itself has an id, other than those that are nothing to PHP."""
        given = self.params.get("id")
        return "id" in self.sent and "id" not in self.path and given not in (None, "", "0", 0, [])

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter; null counts as not sent."""
        value = self.params.get(name)
        return default if value is None else value

    def gave(self, name: str) -> bool:
        """Whether the request itself says something other than null for a parameter."""
        return name in self.sent and self.params.get(name) is not None

    def text(self, value: Any) -> str:
        """A text as it is stored: without markup that could do harm."""
        return text.scalar_text(value) if self.plain else text.safe(value)

    def operation_of(self, verb: str, kind: str | None = None) -> Operation | None:
        """Another operation of this resource, or of the one named, in the same version."""
        return self.description.by_id.get(f"{kind or self.operation.kind}.{verb}")
