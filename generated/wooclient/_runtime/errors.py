"""Everything this package raises for what went wrong with a store: one tree with one root."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class WooError(Exception):
    """Root of all errors about a store."""


class ConfigurationError(WooError):
    """The client cannot work as it was set up; the message says what to change."""


class RequestError(WooError):
    """A request that got no usable answer. `method` and `url` say which; the URL holds no secrets."""

    def __init__(self, message: str, *, method: str = "", url: str = "") -> None:
        super().__init__(message)
        self.message, self.method, self.url = message, method, url

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild from the message and the attributes, so that errors cross process borders."""
        return _rebuild, (type(self), str(self.args[0]) if self.args else "", self.__dict__)

    def __str__(self) -> str:
        """The message and the request it is about."""
        return f"{self.message} ({self.method} {self.url})" if self.url else self.message


class ConnectionFailed(RequestError):
    """The store could not be reached, or the connection broke."""


class TimedOut(ConnectionFailed):
    """The store did not answer in time."""


class AnswerError(RequestError):
    """An answer that is no success: `status`, `headers` and the raw `body`."""

    def __init__(
        self, message: str, *, method: str = "", url: str = "", status: int = 0, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> None:
        super().__init__(message, method=method, url=url)
        self.status, self.headers, self.body = status, dict(headers or {}), body


class NotJsonError(AnswerError):
    """An answer that is not the JSON it should be."""


class RedirectError(AnswerError):
    """The store sent the request elsewhere; following it could lose the body or leak the key."""


class ApiError(AnswerError):
    """WooCommerce refused or failed: `code` names the cause, `message` explains it, `data` holds the details."""

    def __init__(self, message: str, *, code: str = "", data: Any = None, **about: Any) -> None:
        super().__init__(message, **about)
        self.code, self.data = code, data

    def __str__(self) -> str:
        """The status, code and message, and the request they are about."""
        return f"{self.status} {self.code}: {self.message} ({self.method} {self.url})"


def _rebuild(kind: type[RequestError], message: str, state: dict[str, Any]) -> RequestError:
    error = kind.__new__(kind)
    Exception.__init__(error, message)
    error.__dict__.update(state)
    return error
