"""What a store must be like for some calls to do what they say, and the word of warning where it is not.

The store is asked once, and only when an answer looks as if it were so: an empty list, a record that is not found. It
is asked before a request is sent where a field of that would do harm in a store that does not know it.
"""

from __future__ import annotations

import logging
import warnings
from inspect import currentframe
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import ConfigurationError, NotFound
from .exchange import Request, Response, error_body, parse_json
from .reading import without_bom
from .refusals import kind_of_error
from .releases import numbers
from .shapes import is_object

if TYPE_CHECKING:
    from .operation import Operation

_log = logging.getLogger("wooclient.conditions")
_PACKAGE = __name__.partition(".")[0]
#: Longer bodies hold something.
_SHORT = 100
#: Seconds that the question may take, as nobody asked for it.
PATIENCE = 10.0


class StoreWarning(UserWarning):
    """The store is set up so that a call cannot do what it says."""


def warn(warning: StoreWarning) -> None:
    """Warn of a store, at the line outside of this package that led to it."""
    frame, depth = currentframe(), 1
    while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == _PACKAGE:
        frame, depth = frame.f_back, depth + 1
    warnings.warn(warning, stacklevel=depth)


class Condition(NamedTuple):
    """What must be true of a store.

    `path` is where the store tells of itself, `unmet` what it says there (field, dots between, and value) if the
    condition is not met. `always` marks calls whose answers never look suspicious. `before` names a field of requests
    that needs it, where the store tells its release, since which release it knows the field, and what to do instead.
    """

    path: str
    unmet: tuple[tuple[str, object], ...]
    says: str
    always: bool = False
    before: tuple[str, str, str, str] | tuple[()] = ()


class Conditions:
    """What is known of one store: which conditions it was asked about, and which it does not meet."""

    __slots__ = ("asked", "release", "unmet")

    def __init__(self) -> None:
        self.asked = set[Condition]()
        self.unmet = set[Condition]()
        #: As the store told it, if it was too old for something.
        self.release = ""

    def question(self, store: str, operation: Operation[Any], response: Response) -> Request | None:
        """What to ask the store at the address `store` after this answer; None if there is nothing to ask."""
        condition: Condition | None = operation.needs
        if condition is None or condition.before or condition in self.asked:
            return None
        if not (condition.always or _is_nothing(operation, response)):
            return None
        self.asked.add(condition)
        fields = dict.fromkeys(field.partition(".")[0] for field, _ in condition.unmet)
        return Request("GET", store + condition.path, (("_fields", ",".join(fields)),))

    def first(self, store: str, operation: Operation[Any], given: Any) -> Request | None:
        """What to ask the store before a request with these arguments; None if there is nothing to ask.

        Raises ConfigurationError if the store is known to be too old for it.
        """
        condition: Condition | None = operation.needs
        if condition is None or not condition.before or not _holds(given, condition.before[0]):
            return None
        if condition in self.unmet:
            raise self._too_old(store, operation)
        if condition in self.asked:
            return None
        self.asked.add(condition)
        return Request("GET", store + condition.path, (("_fields", condition.before[1].partition(".")[0]),))

    def learn(self, store: str, operation: Operation[Any], response: Response) -> None:
        """Understand the store's answer to that. Raises ConfigurationError if the store is too old."""
        _, place, since, _ = operation.needs.before
        release = _field(_told(response), place)
        known = numbers(release) if isinstance(release, str) else ()
        if known and known < numbers(since):
            self.unmet.add(operation.needs)
            self.release = release
            raise self._too_old(store, operation)

    def _too_old(self, store: str, operation: Operation[Any]) -> ConfigurationError:
        field, _, since, instead = operation.needs.before
        needs = f"{field} needs WooCommerce {since}, and {store} has {self.release}"
        return ConfigurationError(f"{operation.id} was not sent: {needs}. {instead}".rstrip())

    def take(self, store: str, operation: Operation[Any], response: Response) -> None:
        """Understand the store's answer to the question; warn if it does not meet the condition."""
        condition: Condition = operation.needs
        told = _told(response)
        if told is None:
            return
        # What a release does not tell is not guessed.
        if all(_field(told, field) is value for field, value in condition.unmet):
            self.unmet.add(condition)
            text = f"{operation.id} at {store}: {condition.says}"
            _log.warning("%s", text)
            warn(StoreWarning(text))

    def hint(self, operation: Operation[Any]) -> str:
        """What to say of an error of this operation; empty if the store is as it must be, or nobody knows."""
        return operation.needs.says if operation.needs in self.unmet else ""


def _told(response: Response) -> Any:
    """What a store tells of itself; None if it does not."""
    try:
        return parse_json(without_bom(response.body)) if response.status == 200 else None
    except (ValueError, RecursionError):
        return None


def _holds(given: Any, field: str) -> bool:
    """Whether arguments of a call switch on a field, by name or among what the description lacks."""
    extra = given.get("extra") if is_object(given) else None
    return any(is_object(part) and part.get(field) not in (None, False) for part in (given, extra))


def _is_nothing(operation: Operation[Any], response: Response) -> bool:
    """Whether an answer says that there is nothing."""
    body = without_bom(response.body)
    if not response.is_success:
        found = error_body(body)
        return found is not None and kind_of_error(response.status, found[0]) is NotFound
    if len(body) > _SHORT:
        return False
    try:
        return operation.inside(parse_json(body)) in ([], 0)
    except (ValueError, RecursionError):
        return False


def _field(told: Any, path: str) -> Any:
    for name in path.split("."):
        told = told.get(name) if is_object(told) else None
    return told
