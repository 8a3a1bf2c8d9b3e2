"""Lists: the filters and orders that they share, and the headers of a page. Resources add theirs as tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC
from typing import Any
from urllib.parse import quote, urlencode

from . import dates
from .call import Call
from .kinds import is_list, is_map
from .state import Query, facet_order
from .text import filled, line

Filter = Callable[[Query, Any, Call], None]
#: Parameter → what it adds to the query.
Filters = Mapping[str, Filter]
#: What `orderby` can name → SQL.
Orders = Mapping[str, tuple[str, ...]]


def column(name: str) -> Filter:
    """The column is one of the values sent."""
    return lambda query, value, _: query.one_of(name, _values(value))


def not_column(name: str) -> Filter:
    """The column is none of the values sent."""
    return lambda query, value, _: query.one_of(name, _values(value), negate=True) if _values(value) else None


def facet(name: str) -> Filter:
    """A facet is one of the values sent."""
    return lambda query, value, _: query.facet(name, _values(value))


def not_facet(name: str) -> Filter:
    """No facet is one of the values sent."""
    return lambda query, value, _: query.facet(name, _values(value), negate=True)


def unless_nothing(add: Filter) -> Filter:
    """A filter that is none where its value is nothing to PHP: an empty text, or 0."""
    return lambda query, value, call: add(query, value, call) if filled(str(value)) else None


_WORDS = re.compile(r'".*?(?:"|$)|(?:(?<=[\t ",+])|^)[^\t ",+]+')
_TOO_SHORT = re.compile(r"[a-zA-Z-]")
_COMMON = frozenset((
    "about", "an", "are", "as", "at", "be", "by", "com", "for", "from", "how", "in", "is", "it",
    "of", "on", "or", "that", "the", "this", "to", "was", "what", "when", "where", "who", "will", "with",
    "www",
))  # fmt: skip


def ignored(query: Query, value: Any, call: Call) -> None:
    """The parameter is known and changes nothing."""


def _values(value: Any) -> list[Any]:
    values = value if is_list(value) else [value]
    return [int(v) if isinstance(v, bool) else v for v in values if not (is_map(v) or is_list(v))]


def search(query: Query, value: Any) -> None:
    """All words are in the text, those behind a dash are not."""
    for word in words(str(value).lower()):
        without = word.startswith("-")
        like = "NOT LIKE" if without else "LIKE"
        query.add(f"d.text {like} ? ESCAPE '\\'", f"%{_escaped(word[1:] if without else word)}%")


def words(told: str) -> list[str]:
    """What WordPress looks for: what quotes hold is one word; single letters and the commonest words are left out.

    If nothing else is left, or more than nine words are, it looks for the whole.
    """
    told = re.sub(r"[\r\n]", "", told)
    found = [_bare(match.group(0)) for match in _WORDS.finditer(told)]
    left = [word for word in found if word not in ("", "0") and not _TOO_SHORT.fullmatch(word) and word not in _COMMON]
    return left if 0 < len(left) < 10 else [told]


def _bare(word: str) -> str:
    """A word without quotes; spaces inside of two of them are looked for too."""
    return word.strip("\"'") if re.fullmatch('".+"', word) else word.strip("\"' ")


def phrase(query: Query, value: Any, call: Call) -> None:
    """The whole term as it stands is in the text."""
    query.add("d.text LIKE ? ESCAPE '\\'", f"%{_escaped(line(str(value)).lower())}%")


def term_or_id(query: Query, value: Any, call: Call) -> None:
    """The whole term as it stands is in the text, or is the number of the thing."""
    term = line(str(value))
    number = int(term) if term.isdecimal() and len(term) < 18 else 0
    query.add("(d.text LIKE ? ESCAPE '\\' OR d.id = ?)", f"%{_escaped(term.lower())}%", number)


def _escaped(term: str) -> str:
    return term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _moment(column_name: str, sign: str) -> Filter:
    def add(query: Query, value: Any, call: Call) -> None:
        moment = dates.parse(str(value), UTC if call.get("dates_are_gmt") else call.zone)
        if moment is not None:
            query.add(f"d.{column_name} {sign} ?", dates.utc(moment))

    return add


#: Filters that every list understands, if its operation has the parameter.
COMMON: dict[str, Filter] = {
    "include": column("id"),
    # Where some are asked for, WordPress does not look at what is not.
    "exclude": lambda query, value, call: None if call.get("include") else not_column("id")(query, value, call),
    "parent": column("parent"),
    "parent_exclude": lambda query, value, call: (
        None if call.get("parent") else not_column("parent")(query, value, call)
    ),
    "slug": lambda query, value, _: query.one_of("slug", str(value).split(",")),
    "status": lambda query, value, _: None if "any" in _values(value) else query.one_of("status", _values(value)),
    "search": lambda query, value, _: search(query, value),
    "after": _moment("created", ">"),
    "before": _moment("created", "<"),
    "modified_after": _moment("modified", ">"),
    "modified_before": _moment("modified", "<"),
}
#: What `orderby` can name, as SQL; a direction is added to each.
ORDERS: dict[str, tuple[str, ...]] = {
    "id": ("d.id",),
    "date": ("d.created", "d.id"),
    "date_gmt": ("d.created", "d.id"),
    "modified": ("d.modified", "d.id"),
    "title": ("d.title COLLATE store", "d.id"),
    "name": ("d.title COLLATE store", "d.id"),
    "slug": ("d.slug", "d.id"),
    "menu_order": ("d.position", "d.title COLLATE store"),
    "order": ("d.position", "d.id"),
    "registered_date": ("d.created", "d.id"),
    "count": (facet_order("count"), "d.title COLLATE store"),
}


def headers(call: Call, total: int, pages: int, number: int) -> None:
    """`X-WP-Total`, `X-WP-TotalPages` and `Link`. Where there are no pages, the one before is page 0."""
    call.headers["X-WP-Total"], call.headers["X-WP-TotalPages"] = str(total), str(pages)
    links: list[str] = []
    if number > 1:
        links.append(f'<{_url(call, min(number - 1, pages))}>; rel="prev"')
    if pages > number:
        links.append(f'<{_url(call, number + 1)}>; rel="next"')
    if links:
        call.headers["Link"] = ", ".join(links)


def _url(call: Call, number: int) -> str:
    """The address of another page: the parameters of this request as they were understood."""
    pairs: list[tuple[str, str]] = []
    for name, value in {**call.query, "page": number}.items():
        pairs += _pairs(name, value)
    return f"{call.url}?{urlencode(pairs, quote_via=quote)}"


def _pairs(name: str, value: Any) -> list[tuple[str, str]]:
    if value is False:
        return []  # WordPress leaves it out of addresses
    if is_list(value):
        return [pair for i, item in enumerate(value) for pair in _pairs(f"{name}[{i}]", item)]
    if is_map(value):
        return [pair for key, item in value.items() for pair in _pairs(f"{name}[{key}]", item)]
    return [(name, "1" if value is True else str(value))]
