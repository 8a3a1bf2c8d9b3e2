"""A page of a list, and what comes after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

T = TypeVar("T")
#: Items per page when a walk is not told otherwise: the most that WooCommerce gives.
WALK_SIZE = 100
_TOTAL, _PAGES = ("x-wp-total", "x-wc-total"), ("x-wp-totalpages", "x-wc-totalpages")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items of one answer, like a tuple of them.

    `total` and `total_pages` count over all pages; they are None where the store, or a cache before it, does not say.
    """

    items: tuple[T, ...]
    total: int | None = None
    total_pages: int | None = None

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
        """How many of how many."""
        return f"<Page {len(self.items)} of {'?' if self.total is None else self.total} items>"


def page_of(items: list[T], headers: Mapping[str, str]) -> Page[T]:
    """Items and the totals that came in the headers."""
    return Page(tuple(items), _count(headers, _TOTAL), _count(headers, _PAGES))


def _count(headers: Mapping[str, str], names: tuple[str, ...]) -> int | None:
    text = next((headers[n] for n in names if n in headers), "")
    return int(text) if text.isdigit() else None


class Walk:
    """Where a walk over all pages of a list stands; knows nothing of how a page is fetched."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self.query = {"per_page": WALK_SIZE, **given}
        self.number = _whole(self.query.pop("page", 1), "page")
        self.size = _whole(self.query["per_page"], "per_page")
        self.ended = False

    def next_query(self) -> dict[str, object]:
        """The parameters of the next page."""
        return {**self.query, "page": self.number}

    def took(self, page: Page[T]) -> None:
        """Go on after `page`; a short page ends the walk, with or without totals."""
        self.ended = len(page) < self.size or (page.total_pages is not None and self.number >= page.total_pages)
        self.number += 1


def _whole(value: object, name: str) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{name} is {value!r}; pass an int")
    return value
