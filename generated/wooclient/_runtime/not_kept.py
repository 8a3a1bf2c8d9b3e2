"""What a store did not keep of a request, without a word: its answer shows another value than was sent."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from decimal import Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from .conditions import StoreWarning, warn
from .exchange import Request
from .shapes import is_object, is_sequence
from .wire import to_wire

if TYPE_CHECKING:
    from .operation import Operation

_log = logging.getLogger("wooclient.not_kept")
#: What is no number is told so, whatever the context of the program.
_NUMBERS = Context(traps=[InvalidOperation])
_NAN = Decimal("NaN")


class NotKeptWarning(StoreWarning):
    """The store answered a change with success, and kept another value than was sent.

    Attributes:
        result: What the store answered, for whoever makes this warning an error.
    """

    def __init__(self, message: str, result: Any = None) -> None:
        super().__init__(message)
        self.result = result


class _Lost(NamedTuple):
    field: str
    record: Any
    sent: Any
    shown: str
    came: Any
    when: str


def warn_of_not_kept(operation: Operation[Any], request: Request, result: Any, store: str) -> None:
    """Warn of each field of `operation.not_kept` that the store at the address `store` did not keep as it was sent.

    A batch gives one warning for each field, with the first record that it is about and how many more there are.
    """
    body = json.loads(request.content or b"null")
    pairs = _pairs(operation, body.get(operation.request_envelope, body) if is_object(body) else body, result)
    found = [one for sent, came in pairs for one in _lost(operation, sent, came)]
    for field in dict.fromkeys(one.field for one in found):
        first, *more = [one for one in found if one.field == field]
        others = f"; so with {len(more)} more" if more else ""
        text = (
            f"{operation.id} at {store}: {field} of {first.record!r:.60} was sent as {first.sent!r:.60}, and the store "
            f"answers {first.shown}{first.came!r:.60}{others}. It does not keep this field {first.when}"
        )
        _log.info("%s", text)
        warn(NotKeptWarning(text, result))


def _pairs(operation: Operation[Any], sent: Any, result: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """What was sent of each record, and what came of it, if any of them names such a field."""
    has_parts = bool(operation.batch_limit) and is_object(sent)
    is_one = not has_parts and not is_sequence(sent)
    lists: Any = sent if has_parts else {"": [sent] if is_one else sent}
    names = {one.field for one in operation.not_kept}
    if not any(
        is_object(one) and names & one.keys() for items in lists.values() if is_sequence(items) for one in items
    ):
        return  # to write out what came takes long
    wire = to_wire(result)
    answers: Any = wire if has_parts else {"": [wire] if is_one else wire}
    for part, items in lists.items():
        came = answers.get(part) if is_object(answers) else None
        # Some plugins leave outcomes out: nobody knows which.
        if is_sequence(items) and is_sequence(came) and len(items) == len(came):
            both = zip(items, came, strict=True)
            yield from (pair for pair in both if all(map(is_object, pair)) and _is_about(*pair))


def _is_about(sent: dict[str, Any], came: dict[str, Any]) -> bool:
    """Whether an answer is about the record that was sent, as far as that names one."""
    known = number(sent.get("id")), number(came.get("id"))
    return None in known or known[0] == known[1]


def _lost(operation: Operation[Any], sent: dict[str, Any], came: dict[str, Any]) -> Iterator[_Lost]:
    for field, when, empty, nothing in operation.not_kept:
        if field not in sent or (empty or field) not in came:
            continue
        answer = came[empty or field]
        if sent[field] and answer in (None, "") if empty else is_lost(sent[field], answer, nothing):
            yield _Lost(field, came.get("id"), sent[field], f"{empty} " if empty else "", answer, when)


def is_lost(sent: Any, came: Any, nothing: str = "") -> bool:
    """Whether another value came than was sent; one that is only written otherwise, such as `"5.0"` for 5, is none.

    `nothing` is the value that holds although answers show none.
    """
    if sent in (None, ""):
        return False
    if came in (None, ""):
        return sent is not False and not (came == "" and sent == nothing)
    if isinstance(sent, bool) or isinstance(came, bool):
        return isinstance(sent, bool) and isinstance(came, bool) and sent is not came
    numbers = number(sent), number(came)
    if None not in numbers:
        return numbers[0] != numbers[1] and sent != came  # no NaN equals another
    return numbers == (None, None) and isinstance(sent, str) and isinstance(came, str) and not _same(sent, came)


def number(value: Any) -> Decimal | None:
    """A JSON value, or the text of it, as a number; None if it is none. A NaN is one, and equals nothing."""
    try:
        found = Decimal(str(value), _NUMBERS) if isinstance(value, str | int | float) else None
    except InvalidOperation:
        return None
    return _NAN if found is not None and found.is_nan() else found  # one that signals cannot be compared


def _same(sent: str, came: str) -> bool:
    """Whether a store only wrote a text otherwise: the slug of a name, an address with `%20` or with its scheme."""
    # In slugs, WordPress writes ß with one s or with two, as the language of the shop wants it.
    return _letters(came) in (_letters(sent), _letters(sent.replace("ß", "s")), _letters(f"http://{sent}"))


def _letters(text: str) -> str:
    apart = normalize("NFKD", unquote(text)).casefold()
    return "".join(filter(str.isalnum, apart)) or text
