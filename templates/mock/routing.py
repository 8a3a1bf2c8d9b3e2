"""From a method and a path to an operation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from .description import Description, Operation, Route, Versions

#: Posts that only PayPal and its buttons may send. They are not described: nobody else has a use for them.
_OF_PAYPAL = ("/wc/v3/paypal-webhooks", "/wc/v3/paypal-buttons/create-order", "/wc/v3/paypal-buttons/cancel-payment")


@dataclass(frozen=True, slots=True)
class Match:
    """A route found, with the operation for the method if there is one, and what the path says."""

    description: Description
    route: Route
    operation: Operation | None
    path: dict[str, str]


def find(versions: Versions, method: str, path: str, release: tuple[int, ...] = ()) -> Match | None:
    """The first route that has the path and the method; one without the method, if none has both.

    Routes and operations that `release` does not have are not there.
    """
    description = versions.at(path)
    if description is None:
        return None
    found: Match | None = None
    rest = unquote(path[len(description.prefix) :], errors="replace")
    for route in description.routes_like(rest):
        matched = route.match(rest)
        if matched is None or not served(route, release):
            continue
        operation = route.operations.get("GET" if method == "HEAD" else method)
        operation = operation if operation is None or operation.is_in(release) else None
        match = Match(description, route, operation, matched)
        if operation is not None or method == "OPTIONS":
            return match
        found = found or match
    return found


def is_closed(path: str, release: tuple[int, ...]) -> bool:
    """Whether a path is one of PayPal's own, which refuse everybody else."""
    return release >= (10, 5) and path.removeprefix("/wp-json") in _OF_PAYPAL


@cache
def served(route: Route, release: tuple[int, ...]) -> bool:
    """Whether a release has a route."""
    return any(operation.is_in(release) for operation in route.operations.values())
