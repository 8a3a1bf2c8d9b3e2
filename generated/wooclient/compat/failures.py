"""Errors that are of this package and of `requests` at once, for code that catches those of `requests`."""

from __future__ import annotations

from typing import Any, cast

from wooclient._runtime.errors import (
    AnswerError,
    ConfigurationError,
    ConnectionFailed,
    RedirectError,
    RequestError,
    TimedOut,
    WooError,
)

#: Classes that are of both, by that of ours and the name there: code may compare types.
_KNOWN: dict[tuple[type[Exception], str], type[Exception]] = {}


def failure(error: Exception, *, request: Any = None, response: Any = None) -> Exception:
    """The same error as one that code which catches the errors of `requests` catches too.

    `request` and `response` become its attributes, as there. Without `requests`, it is an error of this package.
    """
    if isinstance(error, ValueError):
        error = ConfigurationError(str(error))
    about = {**vars(error), "request": request, "response": response}
    return _made(type(error), _name_there(error), error.args, about)


def no_json(message: str) -> Exception:
    """A ValueError about a body that is no JSON, and InvalidJSONError of `requests`."""
    return _made(ValueError, "InvalidJSONError", (message,), {"request": None, "response": None})


def there(name: str) -> type[Exception] | None:
    """The error class of `requests` with this name; None where it is not installed."""
    try:
        from requests import exceptions
    except ImportError:
        return None
    # Old releases lack the newer names.
    return cast("type[Exception]", getattr(exceptions, name, exceptions.RequestException))


def _name_there(error: Exception) -> str:
    if isinstance(error, TimedOut):
        return "ReadTimeout" if error.sent else "ConnectTimeout"
    if isinstance(error, ConnectionFailed):
        return "SSLError" if "[SSL" in error.message else "ConnectionError"
    if isinstance(error, RedirectError):
        return "TooManyRedirects"
    if isinstance(error, AnswerError):
        return "HTTPError"
    return "RequestException" if isinstance(error, RequestError) else "InvalidURL"


def _both(ours: type[Exception], name: str) -> type[Exception]:
    theirs = there(name)
    if theirs is None:
        return ours
    if (ours, name) not in _KNOWN:
        # Python makes an error of a built-in kind that is an OSError, too, only if that stands first.
        bases = (ours, theirs) if issubclass(ours, WooError) else (theirs, ours)
        about = {
            "__doc__": ours.__doc__,
            "__module__": ours.__module__,
            "__reduce__": _reduced,
            "made_of": (ours, name),
        }
        _KNOWN[ours, name] = cast("type[Exception]", type(ours.__name__, bases, about))
    return _KNOWN[ours, name]


def _reduced(error: Any) -> tuple[Any, ...]:
    """For pickle, which cannot find a class that no module holds."""
    return _made, (*error.made_of, error.args, error.__dict__)


def _made(ours: type[Exception], name: str, arguments: tuple[Any, ...], state: dict[str, Any]) -> Exception:
    """An error with these attributes; whoever unpickles one may have no `requests`."""
    kind = _both(ours, name)
    made = kind.__new__(kind, *arguments)
    made.args = arguments
    made.__dict__.update(state)
    return made
