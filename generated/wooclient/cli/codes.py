"""Exit codes: what a command came to, for scripts."""

from __future__ import annotations

from wooclient._runtime.errors import (
    ApiError,
    AuthenticationError,
    ConfigurationError,
    PermissionDenied,
    RateLimited,
    RequestError,
    ServerError,
    WooError,
)

DONE, FOUND, BAD_INPUT, REFUSED, NO_ACCESS, UNREACHED, STOPPED = 0, 1, 2, 3, 4, 5, 130

#: What each one means, for the documentation and `wooclient --help`.
MEANINGS = {
    DONE: "done",
    FOUND: "done, with something to look at: a check failed, a row was refused, a webhook is off",
    BAD_INPUT: "bad input: an option, a file, a value; nothing was sent",
    REFUSED: "the store refused: no such record, a value it does not take",
    NO_ACCESS: "the store does not know the key, or the key may not do this",
    UNREACHED: "the store was not reached, failed, or sent no usable answer",
    STOPPED: "stopped with Ctrl-C",
}

#: The first kind that fits decides.
_BY_KIND: tuple[tuple[type[WooError], int], ...] = (
    (ConfigurationError, BAD_INPUT),
    (AuthenticationError, NO_ACCESS),
    (PermissionDenied, NO_ACCESS),
    (RateLimited, UNREACHED),
    (ServerError, UNREACHED),
    (ApiError, REFUSED),
    (RequestError, UNREACHED),
)


def code_of(error: BaseException) -> int:
    """The exit code for what ended a command. A batch that stopped has the code of its cause."""
    error = getattr(error, "cause", None) or error
    return next((code for kind, code in _BY_KIND if isinstance(error, kind)), BAD_INPUT)
