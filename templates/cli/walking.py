"""Records of a list as the store sent them: plain JSON, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from wooclient._runtime.fields import with_fields
from wooclient._runtime.operation import Operation
from wooclient._runtime.pages import Walk, page_of
from wooclient._runtime.shapes import is_array, is_object

if TYPE_CHECKING:
    from wooclient import WooClient
    from wooclient._runtime.exchange import Response
    from wooclient._runtime.resource import Given


class Taken(NamedTuple):
    """What a page brought that is new.

    Attributes:
        records: The records.
        total: How many there are on all pages, as the store says; None if it does not.
    """

    records: list[Any]
    total: int | None


def plainly(operation: Operation[Any]) -> Operation[Any]:
    """The same operation, whose answer is read as plain JSON."""
    return operation._replace(answer=Any)


def call(woo: WooClient, operation: Operation[Any], ids: tuple[int | str, ...], given: Given) -> tuple[Any, Response]:
    """Carry out an operation: its answer as plain JSON. Raises as `WooClient.call` does."""
    raw = plainly(operation)
    request, response = woo.ask(raw, ids, with_fields(operation, given) if isinstance(given, Mapping) else given)
    # Plain JSON is not held against the fields that were asked for.
    word = operation.version.fields
    return woo.read(raw, request._replace(query=tuple(pair for pair in request.query if pair[0] != word)), response)


def pages(
    woo: WooClient,
    operation: Operation[Any],
    ids: tuple[int | str, ...],
    given: Mapping[str, Any],
    seen: Sequence[int | str] = (),
) -> Iterator[Taken]:
    """The pages of a list, in ascending order of ids if `given` names no other.

    `seen` are the ids that an earlier walk took, in its order; this one goes on behind them. Raises TypeError or
    ValueError for parameters that cannot be sent.
    """
    if operation.paging != "pages":
        found, response = call(woo, operation, ids, given)
        records = _items(found)
        yield Taken(records, page_of(records, response.headers).total)
        return
    walk = Walk(plainly(operation), with_fields(operation, given))
    walk.resume(seen)
    while walk.more():
        number, query = walk.ask()
        found, response = call(woo, operation, ids, query)
        page = page_of(_items(found), response.headers)
        yield Taken(walk.took(number, page), page.total)


def _items(found: Any) -> list[Any]:
    """The items of a list, which PHP may have written as an object."""
    if is_object(found):
        return list(found.values())
    return list(found) if is_array(found) else [found]
