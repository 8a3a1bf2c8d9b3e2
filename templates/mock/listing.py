"""A kind of thing in the store, as lists see it: what is filtered, in which order, which page."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from . import lists
from .call import Call
from .description import Json
from .state import Key, Keys, Query, State
from .wordpress import SEQUENCES


class Listing:
    """Documents of one kind, and how they are found. `Resource` adds what is done with each of them."""

    #: The sequence that new ids come from, if it is not the one in `SEQUENCES`.
    sequence: ClassVar[str] = ""
    filters: ClassVar[lists.Filters] = {}
    orders: ClassVar[lists.Orders] = {}
    default_order: ClassVar[str] = "id"
    default_direction: ClassVar[str] = "asc"
    #: Whether `order=desc` turns the order of `include` round: so it is with terms and users, not posts and comments.
    turns_included: ClassVar[bool] = False
    #: Whether links to other pages follow the offset, if there is one, rather than the page.
    numbers_by_offset: ClassVar[bool] = False
    #: On how many pages comes nothing at all, in a list without pages.
    pages_of_none: ClassVar[int] = 0

    def __init__(self, state: State, kind: str) -> None:
        self.state = state
        self.kind = kind

    @property
    def counter(self) -> str:
        """The name of the sequence that new ids come from."""
        return self.sequence or SEQUENCES.get(self.kind, self.kind)

    def parent_key(self, path: Json) -> Key | None:
        """The parent that the path names, if the route has one."""
        parents = [value for name, value in path.items() if name.endswith("_id") and name != "instance_id"]
        return parents[0] if parents else None

    def page(self, call: Call) -> list[Key]:
        """The keys of the page that is asked for; totals and links go to the call's headers."""
        query = self.query(call)
        paging = call.operation.paging
        if paging == "pages":
            return self._numbered(query, call)
        keys = self.select(query, call)
        if paging == "total":
            lists.headers(call, len(keys), 1 if keys else self.pages_of_none, 1)
        return keys

    def query(self, call: Call) -> Query:
        """The selection that a list request asks for, without its page."""
        query = Query(self.kind)
        parent = self.parent_key(call.path)
        if parent is not None:
            query.one_of("parent", [parent])
        self.narrow(query, call)
        for name, value in call.params.items():
            if value is None or value == "" or value == [] or name not in call.operation.args or name in call.path:
                continue
            add = self.filters.get(name) or lists.COMMON.get(name)
            if add is not None:
                add(query, value, call)
        query.order = self._order(call)
        return query

    # steps of these

    def narrow(self, query: Query, call: Call) -> None:
        """Conditions that every list of this kind has, whatever is asked for."""

    def select(self, query: Query, call: Call) -> Keys:
        """The keys that a query finds."""
        return self.state.select(query)

    def total(self, query: Query, call: Call) -> int:
        """How many documents a query finds on all pages."""
        return self.state.count(query)

    def total_of_none(self, total: int, offset: int) -> int:
        """How many things an empty page tells of: WordPress counts no posts where an offset leads past them."""
        return 0 if offset and self.counter == "posts" else total

    def _numbered(self, query: Query, call: Call) -> list[Key]:
        per_page, number = int(call.get("per_page") or 10), int(call.get("page") or 1)
        offset = max(0, int(call.get("offset") or 0))
        query.limit = per_page
        query.offset = min(offset or (number - 1) * per_page, 2**62)
        total = self.total(query, call)
        keys = self.select(query, call) if query.offset < total else []
        if not keys:
            total = self.total_of_none(total, offset)
        if offset and self.numbers_by_offset:
            number = math.ceil(offset / per_page + 1)
        lists.headers(call, total, math.ceil(total / per_page), number)
        self.state.load(query.kind, keys)
        return keys

    def _order(self, call: Call) -> list[str]:
        known = call.operation.args
        name = str((call.get("orderby") if "orderby" in known else "") or self.default_order)
        include: list[Any] = call.get("include") or []
        terms = self.orders.get(name) or lists.ORDERS.get(name) or lists.ORDERS["id"]
        given = str((call.get("order") if "order" in known else "") or self.default_direction).upper()
        direction = "ASC" if given == "ASC" else "DESC"
        if name in ("include", "post__in") and include:
            cases = " ".join(f"WHEN {int(key)} THEN {i}" for i, key in enumerate(include))
            return [f"CASE d.id {cases} END {direction if self.turns_included else 'ASC'}"]
        if name in ("include", "post__in") and not self.turns_included:
            # Where nothing is included, WordPress asks the database for no order.
            return ["d.id"]
        return [f"{term} {direction}" for term in terms]
