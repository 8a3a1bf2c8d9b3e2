"""Records of a list as the store sent them: plain JSON, page by page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from wooclient._runtime.fields import with_fields
from wooclient._runtime.masking import masker
from wooclient._runtime.operation import Given, Operation
from wooclient._runtime.pages import WALK_SIZE, Page, Walk, page_of
from wooclient._runtime.prefetch import walk_ahead
from wooclient._runtime.shapes import is_array, is_object

from .console import json_line, safe_json

if TYPE_CHECKING:
    from wooclient import WooClient
    from wooclient._runtime.exchange import Request, Response

_DECODER = json.JSONDecoder()
#: What stands between two items of an array.
_BETWEEN = re.compile(r"[ \t]*,?[ \t]*")


class Record(NamedTuple):
    """One record, without its secrets.

    Attributes:
        id: Its id; None if it has none.
        value: The record itself: any JSON.
        text: The same as text on one line, as the store wrote it where that is possible.
    """

    id: Any
    value: Any
    text: str


class Taken(NamedTuple):
    """What a page brought that is new.

    Attributes:
        records: The records.
        total: How many there are on all pages, as the store says; None if it does not.
    """

    records: Sequence[Record]
    total: int | None


def plainly(operation: Operation[Any]) -> Operation[Any]:
    """The same operation, whose answer is read as plain JSON."""
    return operation._replace(answer=Any)


def call(woo: WooClient, operation: Operation[Any], ids: tuple[int | str, ...], given: Given) -> tuple[Any, Response]:
    """Carry out an operation: its answer as plain JSON. Raises as `WooClient.call` does."""
    raw = plainly(operation)
    return _read(woo, raw, *woo.ask(raw, ids, with_fields(operation, given) if isinstance(given, Mapping) else given))


def _read(woo: WooClient, raw: Operation[Any], request: Request, response: Response) -> tuple[Any, Response]:
    # Plain JSON is not held against the fields that were asked for.
    word = raw.version.fields
    return woo.read(raw, request._replace(query=tuple(pair for pair in request.query if pair[0] != word)), response)


def pages(
    woo: WooClient,
    operation: Operation[Any],
    ids: tuple[int | str, ...],
    given: Mapping[str, Any],
    seen: Sequence[int | str] = (),
    *,
    ahead: bool = False,
) -> Iterator[Taken]:
    """The pages of a list, in ascending order of ids if `given` names no other.

    `seen` are the ids that an earlier walk took, in its order; this one goes on behind them. With `ahead`, the next
    page is fetched while one is worked on; there is never more than one request under way. Raises TypeError or
    ValueError for parameters that cannot be sent.
    """
    query, raw, hide = with_fields(operation, given), plainly(operation), masker(operation.item_type())

    def ask(asked: Mapping[str, object]) -> tuple[Request, Response]:
        return woo.ask(raw, ids, asked)

    def read(came: tuple[Request, Response]) -> Page[Record]:
        found = _records(woo, raw, *came, hide)
        return page_of(found, came[1].headers)

    if operation.paging != "pages":
        page = read(ask(query))
        yield Taken(page.items, page.total)
        return
    walk = Walk(raw, query)
    walk.resume(seen)
    if ahead:
        # By one worker, so that the store never has two requests to answer.
        items = walk_ahead(walk, ask, read, 1)
        while found := list(islice(items, walk.size or WALK_SIZE)):
            yield Taken(found, walk.total)
        return
    while walk.more():
        number, asked = walk.ask()
        page = read(ask(asked))
        yield Taken(walk.took(number, page), page.total)


def _records(
    woo: WooClient, raw: Operation[Any], request: Request, response: Response, hide: Callable[[Any], Any] | None
) -> list[Record]:
    """The records of an answer. Raises as `WooClient.read` does."""
    found = _split(response.body) if response.is_success else None
    if found is None:
        found = [(item, "") for item in _items(_read(woo, raw, request, response)[0])]
    if hide is not None:
        found = [(hide(item), "") for item, _ in found]
    return [
        Record(item.get("id") if is_object(item) else item, item, safe_json(text) if text else json_line(item))
        for item, text in found
    ]


def _split(body: bytes) -> list[tuple[Any, str]] | None:
    """The items of a JSON array, each with its own text; None for anything else, which others can read."""
    try:
        text = body.decode()
        if text[:1] != "[" or "\n" in text:
            return None
        found: list[tuple[Any, str]] = []
        here = _behind(text, 1)
        while text[here] != "]":
            item, end = _DECODER.raw_decode(text, here)
            found.append((item, text[here:end]))
            here = _behind(text, end)
    except (ValueError, IndexError, RecursionError):
        return None
    return None if text[here + 1 :].strip() else found


def _behind(text: str, here: int) -> int:
    """The place behind a comma and blanks, if they are there."""
    found = _BETWEEN.match(text, here)
    return found.end() if found is not None else here


def _items(found: Any) -> list[Any]:
    """The items of a list, which PHP may have written as an object."""
    if is_object(found):
        return list(found.values())
    return list(found) if is_array(found) else [found]
