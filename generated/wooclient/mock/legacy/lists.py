"""Lists of the legacy API: `filter[…]`, pages, and the headers that tell of them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any
from urllib.parse import unquote_plus

from .. import dates
from ..description import Json
from ..kinds import is_list, is_map
from ..lists import search
from ..schema import to_int
from ..state import Keys, Query, State
from .call import LegacyCall

#: How many posts WordPress puts on a page unless told otherwise.
PER_PAGE = 10
#: `filter[orderby]` → SQL. What WordPress does not know sorts by date.
ORDERS: Mapping[str, str] = {
    "date": "d.created",
    "ID": "d.id",
    "title": "d.title COLLATE store",
    "name": "d.slug",
    "modified": "d.modified",
    "menu_order": "d.position",
    "parent": "d.parent",
}
#: Statuses that WordPress has for posts of any type.
STATUSES = (
    *("publish", "future", "draft", "pending", "private", "trash", "auto-draft", "inherit"),
    *("request-pending", "request-confirmed", "request-failed", "request-completed"),
)
#: `filter[…]` → the column of a moment, and how it compares.
_MOMENTS = {
    "created_at_min": ("created", ">="),
    "created_at_max": ("created", "<="),
    "updated_at_min": ("modified", ">="),
    "updated_at_max": ("modified", "<="),
}


@dataclass(slots=True)
class Page:
    """What a list found."""

    keys: Keys
    total: int
    pages: int
    #: The page, as the headers tell it: no whole number where WordPress works it out from an offset.
    number: float = 1
    #: WordPress tells no other pages beside one that holds a single thing of some kinds.
    lone: bool = False


def query_of(call: LegacyCall, kind: str, status: str = "publish") -> Query:
    """The selection of posts that `filter[…]` asks for, without its page."""
    query, given = Query(kind), call.filter
    wanted = str(given.get("post_status") or status)
    known = [word for word in wanted.split(",") if word in (*STATUSES, *status.split(","))]
    if wanted == "any":
        query.one_of("status", ["trash"], negate=True)
    elif known:  # words that are no status are passed over, and only such words find all
        query.one_of("status", known)
    for name, (column, sign) in _MOMENTS.items():
        if name in given:
            query.add(f"d.{column} {sign} ?", moment(given[name]))
    if "q" in given:
        search(query, given["q"])
        query.order = [] if "orderby" in given else _relevance(str(given["q"]))
    if "in" in given:
        query.one_of("id", _ids(given["in"]))
    if "not_in" in given:
        query.one_of("id", _ids(given["not_in"]), negate=True)
    direction = "ASC" if str(given.get("order")).upper() == "ASC" else "DESC"
    term = ORDERS.get(str(given.get("orderby")), ORDERS["date"])
    # Among equals the older comes first, but for dates, which a database reads backwards as a whole.
    query.order += [f"{term} {direction}", f"d.id {direction if term == ORDERS['date'] else 'ASC'}"]
    return query


def _ids(value: Any) -> list[int]:
    """Ids between commas; what is no number is 0, which nothing has."""
    return [to_int(n) for n in (value if is_list(value) else str(value).split(","))]


def _relevance(words: str) -> list[str]:
    """What is found by its title comes first: the whole phrase, all words, any word."""
    found = [f"instr(lower(d.title), {_literal(word)}) > 0" for word in words.lower().split()] or ["1"]
    phrase = f"instr(lower(d.title), {_literal(words.lower())}) > 0"
    return [f"CASE WHEN {phrase} THEN 1 WHEN {' AND '.join(found)} THEN 2 WHEN {' OR '.join(found)} THEN 3 ELSE 4 END"]


def _literal(word: str) -> str:
    """A text in SQL that holds nothing but hexadecimal digits, since an order has no bound values."""
    return f"CAST(x'{word.encode('utf-8', 'replace').hex()}' AS TEXT)"


def page_of(state: State, call: LegacyCall, query: Query) -> Page:
    """The page of posts that is asked for. WordPress counts nothing if the page is empty."""
    total, size = state.count(query), to_int(call.filter.get("limit") or PER_PAGE) or 1
    if size == -1:
        return Page(state.select(query), total, 0, call.page)
    query.limit = abs(size)
    query.offset = (
        abs(to_int(call.filter["offset"])) if "offset" in call.filter else skipped(call.page - 1, query.limit)
    )
    query.offset = min(query.offset, 2**62)
    keys = state.select(query)
    return Page(keys, total, math.ceil(total / query.limit), call.page) if keys else Page([], 0, 0, call.page)


def skipped(pages: int, size: int) -> int:
    """What so many pages hold. PHP makes a float of a number that is too large, of which the lowest 64 bits count."""
    number = pages * size
    return number if number < 2**63 else abs(to_int(float(number)))


def moment(value: Any) -> str:
    """A moment of a filter in UTC: offsets are not read, what is no date counts as 1970."""
    text = re.sub(r"\.\d+", "", str(value))
    found = dates.parse(re.sub(r"([+-]\d+:\d+|Z)$", "", text), UTC)
    return dates.utc(found) if found else "1970-01-01T00:00:00"


def headers(call: LegacyCall, page: Page) -> None:
    """`X-WC-Total`, `X-WC-TotalPages` and `Link`."""
    call.headers["X-WC-Total"], call.headers["X-WC-TotalPages"] = str(page.total), str(page.pages)
    others: list[tuple[str, float]] = []
    if page.number > 1:
        others += [("first", 1), ("prev", page.number - 1)]
    if int(page.number) < page.pages:
        others.append(("next", int(page.number) + 1))
    if page.number != page.pages:
        others.append(("last", page.pages))
    if others and not page.lone and not has_lines(call):
        call.headers["Link"] = ", ".join(link(call, rel, number) for rel, number in others)


def link(call: LegacyCall, rel: str, number: float | None) -> str:
    """One part of `Link`: the query as it came, decoded, with another page. What no header can hold is left out."""
    parts = [part for part in call.raw_query.split("&") if part and not part.startswith("page=")]
    if number is not None:
        parts.append(f"page={number:.14g}")
    query = unquote_plus(re.sub(r"=(&|$)", r"\1", "&".join(parts)))
    return f'<{call.url}{"?" if parts else ""}{re.sub(r"[^ -~]", "", query)}>; rel="{rel}"'


def has_lines(call: LegacyCall) -> bool:
    """Whether the query has line breaks in it: PHP sends no header with those."""
    return any(sign in unquote_plus(call.raw_query) for sign in "\r\n\0")


def chosen(data: Json, fields: str) -> Any:
    """Only the fields that are named; `a.b` leaves of `a` what any such pair names second."""
    if not fields:
        return data
    names = fields.split(",")
    inner = dict(name.split(".")[:2] for name in names if "." in name)
    found: Json = {}
    for name, value in data.items():
        if name in inner and is_map(value):
            found[name] = {key: child for key, child in value.items() if key in inner.values()}
        elif name in inner and is_list(value):
            found[name] = [child for i, child in enumerate(value) if str(i) in inner.values()]
        elif name in names:
            found[name] = value
    # PHP writes an empty map as a list.
    return found or []
