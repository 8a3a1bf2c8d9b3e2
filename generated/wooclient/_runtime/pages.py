"""A page of a list, and the way through all pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Literal,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
    overload,
)

from .redaction import redact
from .shapes import is_mapping, is_object, settled

if TYPE_CHECKING:
    from .operation import Operation

T = TypeVar("T")
#: Items per page when a walk is not told otherwise: the most that WooCommerce gives.
WALK_SIZE = 100
#: How many pages a walk reads again in vain, because the list shrank under it.
_REREADS = 100
_BLOCK = 256
_TOTAL, _PAGES = ("x-wp-total", "x-wc-total"), ("x-wp-totalpages", "x-wc-totalpages")
_LINK = re.compile(r'<([^>]*)>\s*;\s*rel="?(first|prev|next|last)"?')
_log = logging.getLogger("wooclient.pages")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items of one answer, like a tuple of them.

    `total` and `total_pages` count over all pages; they are None where the store, or a cache before it, does not say.
    `links` holds the addresses of the pages around this one (`next`, `prev`, the legacy API also `first` and `last`),
    without keys.
    """

    items: tuple[T, ...]
    total: int | None = None
    total_pages: int | None = None
    links: Mapping[str, str] = field(default_factory=dict[str, str])

    def to_records(self, *, explode: str = "", separator: str = ".") -> list[dict[str, Any]]:
        """The items as flat rows for pandas or polars, see `wooclient.to_records`."""
        from .records import to_records

        return to_records(self.items, explode=explode, separator=separator)

    def __iter__(self) -> Iterator[T]:
        """The items of this page only; `iter()` of the resource walks all pages."""
        return iter(self.items)

    def __len__(self) -> int:
        """How many items this page holds."""
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """One item, or some of them."""
        return self.items[index]

    def __repr__(self) -> str:
        """How many of how many, and the first of them."""
        first = f": {self.items[0]!r}{', …' if len(self.items) > 1 else ''}" if self.items else ""
        return f"<Page {len(self.items)} of {'?' if self.total is None else self.total} items{first}>"


def page_of(items: list[T], headers: Mapping[str, str]) -> Page[T]:
    """Items, and the totals and links that came in the headers."""
    links = {rel: redact(url) for url, rel in _LINK.findall(headers["link"])} if "link" in headers else {}
    return Page(tuple(items), _count(headers, _TOTAL), _count(headers, _PAGES), links)


def _count(headers: Mapping[str, str], names: tuple[str, ...]) -> int | None:
    text = next((headers[n] for n in names if n in headers), "")
    return int(text) if text.isascii() and text.isdigit() else None


class _Seen:
    """The ids that a walk has given; dense integers take about a bit each, so that long walks stay small."""

    def __init__(self) -> None:
        self.blocks: dict[int, int] = {}
        self.others: set[str] = set()

    def is_new(self, item: object) -> bool:
        """Whether `item` was not given yet, and note that it is now; what has no id always is new."""
        key = _key(item)
        if isinstance(key, int):
            block, bit = divmod(key, _BLOCK)
            mask = self.blocks.get(block, 0)
            self.blocks[block] = mask | 1 << bit
            return not mask >> bit & 1
        if not isinstance(key, str):
            return True
        known = len(self.others)
        self.others.add(key)
        return len(self.others) > known

    def lacks(self, item: object) -> bool:
        """Whether `item` has an id and was not given yet."""
        key = _key(item)
        if isinstance(key, int):
            block, bit = divmod(key, _BLOCK)
            return not self.blocks.get(block, 0) >> bit & 1
        return isinstance(key, str) and key not in self.others


class _Unknown(_Seen):
    """For items that cannot be told apart: all of them count as new."""

    def is_new(self, item: object) -> bool:
        """Yes."""
        return True

    def lacks(self, item: object) -> bool:
        """No, as far as anybody knows."""
        return False


def _key(item: object) -> object:
    if is_object(item):
        return item.get("id")
    return item if isinstance(item, str) else getattr(item, "id", None)


def _repeats(items: tuple[Any, ...]) -> bool:
    """Whether plain JSON has an id twice on one page, which then is no name of a record."""
    if not items or not is_object(items[0]):
        return False
    keys = [str(key) for item in items if (key := _key(item)) is not None]
    return len(set(keys)) < len(keys)


class Walk:
    """Where a walk over all pages of a list stands; knows nothing of how pages are fetched, nor how many at once.

    Without other wishes, items come by ascending id, so that what is added meanwhile comes last and moves nothing.
    What comes twice is dropped. If the total shrinks, items moved forward into pages that were read already; the walk
    goes back as far as they can have moved: further than the total tells where others came meanwhile, until a page
    begins with something known. If as many come as leave, nothing in the answers tells; then what moved is missed.
    """

    def __init__(self, operation: Operation[Any], given: Mapping[str, object]) -> None:
        known = _parameters(operation)
        self.name = operation.id
        given = settled(given)
        self.query = {**given, **_defaults(known, given, operation.page_limit or WALK_SIZE)}
        self.size = _size(self.query, known)
        self.number = self.first = _whole(self.query.pop("page", 1), "page")
        offset = _offset_of(self.query)
        self.offset = None if offset is None else _whole(offset, "offset")
        self.last: int | None = None
        self.total: int | None = None
        self.ended = False
        self.turned_back = False
        self._rereads = _REREADS
        self._back_at: int | None = None
        self._before: tuple[Any, ...] = ()
        self._seen = _Seen()

    def resume(self, keys: Sequence[int | str]) -> None:
        """Stand where an earlier walk stopped that gave the items with these ids, in ascending order.

        Items that are gone since then moved the others forward. So the walk begins with a page that most likely holds
        known ones, and goes back from there until one does.
        """
        for key in keys:
            self._seen.is_new({"id": key})
        if keys and self.size and self.offset is None:
            self.number = max(self.first, self.first + len(keys) // self.size - 1)
            self._back_at = self.number

    def more(self) -> bool:
        """Whether there is, or may be, a page to ask for."""
        return not self.ended and (self.last is None or self.number <= self.last)

    def ask(self) -> tuple[int, dict[str, object]]:
        """The number and the parameters of the next page; the page after it is next."""
        number, self.number = self.number, self.number + 1
        if self.offset is None:
            return number, {**self.query, "page": number}
        # An offset makes the store ignore `page`.
        return number, _with_offset(self.query, self.offset + (number - self.first) * (self.size or 0))

    def took(self, number: int, page: Page[T]) -> list[T]:
        """What is new on page `number`. Afterwards `turned_back` tells whether pages asked for ahead are worthless."""
        self.turned_back = False
        if self.ended:
            return []
        returned = number == self._back_at
        if self._goes_back(number, self._pages_back(page, returned)):
            # It comes once more, after what moved before it.
            return []
        if _repeats(page.items):
            self._seen = _Unknown()
        fresh = [] if self._came_before(page) else [item for item in page.items if self._seen.is_new(item)]
        if returned and fresh:
            # It was worth it: only going back in vain has an end.
            self._rereads = _REREADS
        self._find_end(number, page, fresh)
        return fresh

    def _came_before(self, page: Page[Any]) -> bool:
        """Whether a store that tells no totals ignores `page` and sends the same once more."""
        before, self._before = self._before, page.items
        return page.total is None and page.total_pages is None and page.items == before

    def _pages_back(self, page: Page[T], returned: bool) -> int:
        """By how many pages what was not given yet has moved forward, as far as this page tells."""
        before, self.total = self.total, self.total if page.total is None else page.total
        if before is not None and self.total != before:
            _log.info("%s: the total went from %d to %d during the walk", self.name, before, self.total)
            if self.size and self.total is not None and self.total < before:
                return -(-(before - self.total) // self.size)
        return int(returned and bool(page.items) and self._seen.lacks(page.items[0]))

    def _find_end(self, number: int, page: Page[T], fresh: list[T]) -> None:
        if not page.items:
            self.ended = True
        elif self.offset is not None and page.total is not None and self.size:
            # The totals count what the offset skips, too.
            self.last = self.first - 1 + -(-(page.total - self.offset) // self.size)
        elif self.offset is None and page.total_pages is not None:
            # Pages before the last can be short: WooCommerce leaves out what the key may not read.
            self.last = page.total_pages
        elif "next" in page.links and fresh:
            # A cache took the totals away and left the links.
            pass
        elif not self.size or len(page.items) < self.size or not fresh:
            # Without totals, a page that brings nothing new means that the store ignores `page`.
            self.ended = True

    def _goes_back(self, number: int, pages: int) -> bool:
        """Stand before an earlier page again, if there is one and it has not been done too often."""
        target, self._back_at = max(self.first, number - pages), None
        if target == number or number - target > self._rereads:
            return False
        self._rereads -= number - target
        self.number, self.turned_back, self._back_at = target, True, target
        return True


def _parameters(operation: Operation[Any]) -> Mapping[str, Any]:
    kind = operation.query_type()
    return _hints(kind) if kind is not None else {}


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _defaults(known: Mapping[str, Any], given: Mapping[str, object], most: int) -> dict[str, object]:
    """What a walk adds to the wishes of its caller: full pages, by id unless another order is wished."""
    if not is_typeddict(known.get("filter")):
        size: dict[str, object] = {"per_page": most} if "per_page" in known and "per_page" not in given else {}
        return {**size, **_by_id(known, given, "id", "asc")}
    # The legacy API keeps both in its filter, whose words are known; that of wc/v1 takes any.
    options = _hints(known["filter"])
    wished = given.get("filter")
    chosen: Mapping[str, object] = wished if is_mapping(wished) else {}
    limit: dict[str, object] = {"limit": most} if "limit" in options else {}
    return {"filter": {**limit, **_by_id(options, chosen, "ID", "ASC"), **chosen}}


def _offset_of(query: Mapping[str, object]) -> object:
    """How many things to skip, wherever the API has it; None if it is not said."""
    chosen = query.get("filter")
    return chosen.get("offset") if is_mapping(chosen) and "offset" in chosen else query.get("offset")


def _with_offset(query: Mapping[str, object], offset: int) -> dict[str, object]:
    chosen = query.get("filter")
    if is_mapping(chosen) and "offset" in chosen:
        return {**query, "filter": {**chosen, "offset": offset}}
    return {**query, "offset": offset}


def _by_id(known: Mapping[str, Any], given: Mapping[str, object], orderby: str, order: str) -> dict[str, object]:
    """The order by ascending id, where the store offers it and the caller named none."""
    named = "orderby" in given or "order" in given
    if named or "order" not in known or not _offers(known.get("orderby"), orderby):
        return {}
    return {"orderby": orderby, "order": order}


def _offers(kind: Any, word: str) -> bool:
    """Whether `word` is among the known values of a parameter."""
    return word in get_args(kind) if get_origin(kind) is Literal else any(_offers(one, word) for one in get_args(kind))


def _size(query: dict[str, object], known: Mapping[str, Any]) -> int | None:
    """How many items a full page holds; None if nobody can say."""
    if "per_page" in known:
        return _whole(query["per_page"], "per_page")
    chosen = query.get("filter")
    limit = chosen.get("limit") if is_mapping(chosen) else None
    return limit if isinstance(limit, int) and limit > 0 else None


def _whole(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is {value!r}; pass an int")
    return value
