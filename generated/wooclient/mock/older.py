"""What stores of older releases answer where newer ones refuse otherwise: `x-store-defects` of the description.

A store that does not say its release is like the newest, which has none of this. What crashes a store is not imitated.
"""

from __future__ import annotations

from .description import Operation
from .errors import Refused
from .releases import numbers

Release = tuple[int, ...]


def refused(operation: Operation, release: Release, due: Refused) -> Refused:
    """The refusal that a release has in place of another; a bad request is one in all of them."""
    for answer in _known(operation, release):
        words = answer.split()
        if words[2:] == ["for", due.code] and due.status != 400:
            return Refused(int(words[0]), words[1], due.message)
    return due


def does(operation: Operation, release: Release, due: str) -> bool:
    """Whether a release does what newer ones refuse with this code."""
    return f"200 for {due}" in _known(operation, release)


def item_refused(batch: Operation, release: Release, due: Refused) -> Refused:
    """The refusal that a release has for something in a batch that is not there."""
    for answer in _known(batch, release):
        words = answer.split()
        if words[0] == "item" and len(words) == 3 and due.status == 404:
            return Refused(int(words[1]), words[2], due.message)
    return due


def changes_nothing(batch: Operation, release: Release) -> bool:
    """Whether a release tells of something with number 0 where a batch changes what is not there."""
    return "item nothing" in _known(batch, release)


def after(operation: Operation, release: Release) -> Refused | None:
    """The refusal that a release answers though it did what was asked."""
    for answer in _known(operation, release):
        status, _, code = answer.partition(" ")
        if code and " " not in code and code != "empty" and status.isdigit():
            return Refused(int(status), code, "It is done, and the store says that it could not.")
    return None


def _known(operation: Operation, release: Release) -> list[str]:
    """The answers of all defects that a release has."""
    return [
        answer
        for one in operation.defects
        if release and "until" in one and numbers(one.get("since", "")) <= release < numbers(one["until"])
        for answer in one["answers"]
    ]
