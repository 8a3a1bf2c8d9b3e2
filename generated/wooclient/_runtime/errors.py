"""Everything this package raises for what went wrong with a store: one tree with one root.

    WooError
    ├─ ConfigurationError          the client cannot work as it was set up
    ├─ RequestError                method, url, attempts, retry_after
    │  ├─ ConnectionFailed         sent: whether the store may have got the request
    │  │  └─ TimedOut
    │  └─ AnswerError              status, headers, body, hint
    │     ├─ ApiError              code, message, data
    │     │  ├─ AuthenticationError, PermissionDenied, NotFound, NoRoute, ValidationFailed,
    │     │  └─ Conflict, RateLimited, TooLarge, ServerError
    │     ├─ NotJsonError          content_type, excerpt
    │     └─ RedirectError         location
    │  └─ BatchInterrupted         a batch that stopped: done, unsent, unknown, cause
    ├─ ItemError                   one item of a batch
    └─ BatchError                  some items of a batch

All of them can be pickled, and none shows a secret in its text or its `repr`. Of the attributes, `body`, `data` and
`details` are as the store sent them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from .redaction import redact

#: How much of a body that is no JSON a message shows, in characters.
EXCERPT = 200


class WooError(Exception):
    """Root of all errors about a store."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild from the arguments and the attributes, so that errors cross process borders."""
        return _rebuild, (type(self), self.args, self.__dict__)


class ConfigurationError(WooError):
    """The client cannot work as it was set up; the message says what to change."""


class RequestError(WooError):
    """A request that got no usable answer.

    Attributes:
        message: What went wrong, without the request.
        method: The HTTP method.
        url: The address, without credentials.
        attempts: How often the request was sent, or tried to be.
        retry_after: Seconds after which to try again, as the answer says; None if it does not.
    """

    def __init__(
        self, message: str, *, method: str = "", url: str = "", attempts: int = 1, retry_after: float | None = None
    ) -> None:
        message = redact(message)
        super().__init__(message)
        self.message, self.method, self.url, self.attempts = message, method, redact(url), attempts
        self.retry_after = retry_after

    def __str__(self) -> str:
        """The message and the request it is about."""
        return f"{self.message}{_about(self)}"


class ConnectionFailed(RequestError):
    """The store could not be reached, or the connection broke.

    Attributes:
        sent: Whether the store may have got the request, and may have carried it out. False is certain: nothing of
            the request left this machine, so it is safe to send it again.
    """

    def __init__(self, message: str, *, sent: bool = False, **about: Any) -> None:
        super().__init__(message, **about)
        self.sent = sent


class TimedOut(ConnectionFailed):
    """The store did not answer in time. With `sent`, it may still have done what it was asked."""


class AnswerError(RequestError):
    """An answer that cannot be used.

    Attributes:
        status: The HTTP status.
        headers: The headers of the answer, names in lower case.
        body: The raw body.
        hint: What most likely caused this and what to try; empty if there is nothing to say.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        hint: str = "",
        **about: Any,
    ) -> None:
        super().__init__(message, **about)
        self.status, self.body, self.hint = status, body, hint
        self.headers = {name: redact(value) for name, value in (headers or {}).items()}

    def __str__(self) -> str:
        """The message, the request it is about and the hint."""
        return f"{self.message}{_about(self)}{_hint(self)}"


class NotJsonError(AnswerError):
    """An answer that is not the JSON it should be: a web page, PHP warnings, nothing, or half of it.

    Attributes:
        content_type: What the answer says it is; empty if it does not say.
        excerpt: The first 200 characters of the body.
    """

    def __init__(self, message: str, *, content_type: str = "", excerpt: str = "", **about: Any) -> None:
        super().__init__(message, **about)
        self.content_type, self.excerpt = content_type, redact(excerpt)[:EXCERPT]

    def __str__(self) -> str:
        """The status, if it is one of an error, the message, the request it is about and the hint."""
        return f"{self.status}: {super().__str__()}" if self.status >= 400 else super().__str__()


class RedirectError(AnswerError):
    """The store sent the request elsewhere, and following could lose the body or show the key to a stranger.

    Attributes:
        location: The absolute address it was sent to, without credentials; empty if none was named.
    """

    def __init__(self, message: str, *, location: str = "", **about: Any) -> None:
        super().__init__(message, **about)
        self.location = redact(location)


class ApiError(AnswerError):
    """WooCommerce, or the server before it, refused or failed.

    Attributes:
        code: WooCommerce's name of the cause, such as `woocommerce_rest_product_invalid_id`; empty if the answer was
            no WooCommerce error.
        message: WooCommerce's explanation, in the language of the shop.
        data: Whatever came beside them: most often an object with `status`, sometimes a number, sometimes None.
    """

    def __init__(self, message: str, *, code: str = "", data: Any = None, **about: Any) -> None:
        super().__init__(message, **about)
        self.code, self.data = code, data

    def __str__(self) -> str:
        """The status, code and message, the request they are about and the hint."""
        named = f"{self.status} {self.code}" if self.code else str(self.status)
        return f"{named}: {self.message}{_about(self)}{_hint(self)}"


class AuthenticationError(ApiError):
    """The store does not know who asks (401): no key arrived, or a wrong one, or the signature is wrong.

    A legacy store that does not speak English says no more than this of a read-only key that tried to write; then the
    hint names both causes.
    """


class PermissionDenied(ApiError):
    """The key, its user or a firewall does not allow this (403, or 401): a read-only key tried to write, for one."""


class NotFound(ApiError):
    """There is no such record (404), or it is in the trash already (410)."""


class NoRoute(ApiError):
    """The store has no such address: WooCommerce is off, too old, or answers elsewhere. Says nothing of a record."""


class ValidationFailed(ApiError):
    """The store refused what was sent (400; some refusals come as 500, as that of a refund above the rest).

    Attributes:
        params: Explanations by parameter. Of required ones that were not sent the store gives only the names; they
            stand here as "missing".
        details: The same in machine-readable form: parameter → `{code, message, data}`, as in the body.
    """

    def __init__(self, message: str, *, data: Any = None, **about: Any) -> None:
        super().__init__(message, data=data, **about)
        found = _mapping(data)
        self.params, self.details = _params(found.get("params")), _mapping(found.get("details"))

    def __str__(self) -> str:
        """The error and what it says of each parameter."""
        told = "; ".join(f"{name}: {text}" for name, text in self.params.items())
        return f"{super().__str__()}{f' [{told}]' if told else ''}"


class Conflict(ApiError):
    """Something like this exists already: the same SKU, email, coupon code, term, review (409 and some 400).

    Attributes:
        resource_id: The id of what exists, where the store says it; else None.
    """

    def __init__(self, message: str, *, data: Any = None, **about: Any) -> None:
        super().__init__(message, data=data, **about)
        found = _mapping(data).get("resource_id")
        self.resource_id: int | None = found if isinstance(found, int) else None


class RateLimited(ApiError):
    """Too many requests (429). WooCommerce got none of this one."""


class TooLarge(ApiError):
    """More than the store takes in one request (413): too many items in a batch, or too many bytes."""


class ServerError(ApiError):
    """The store failed (5xx)."""


class ItemError(WooError):
    """Why one item of a batch was refused.

    Attributes:
        code: WooCommerce's name of the cause.
        message: Its explanation.
        data: What came beside them.
        part: What was to be done: `create`, `update` or `delete`.
        id: The record that it was about; None for one that was to be created.
        index: The place of the item in the list that was given as `part`, from 0: `create[0]` is the first of
            `create`. It counts the whole list, however many requests carried it. None outside of a batch.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        data: Any = None,
        part: str = "",
        id: int | str | None = None,
        index: int | None = None,
    ) -> None:
        message = redact(message)
        super().__init__(message)
        self.message, self.code, self.data, self.part, self.id = message, code, data, part, id
        self.index = index

    def __str__(self) -> str:
        """What it is about, the code and message: `update[1] 999: code: message`."""
        place = self.part if self.index is None else f"{self.part}[{self.index}]"
        about = " ".join(str(word) for word in (place, self.id) if word)
        return ": ".join(word for word in (about, self.code, self.message) if word)


class BatchError(WooError):
    """Some items of a batch were refused; the others were carried out.

    Attributes:
        errors: One error for each refused item.
    """

    def __init__(self, message: str, *, errors: Sequence[ItemError] = ()) -> None:
        super().__init__(message)
        self.message, self.errors = message, tuple(errors)


class BatchInterrupted(RequestError):
    """A batch that stopped before its end, whatever its size. What came back is in it; nothing has to be sent twice.

    It is no `ServerError` even if a 503 was the cause: who catches that and calls again would do twice what was done.

    Attributes:
        cause: The error of the request that failed; None if something else ended the batch.
        status, code, hint, retry_after: Those of `cause`; 0, empty or None if it has none.
        done: The outcomes that came, in the form in which the method gives them back, without gaps.
        outcomes: The same, each as a `BatchOutcome` with its item.
        unsent: The items that the store did not get or did not take, as JSON that the method takes again:
            `batch(**unsent)`, in the legacy API `bulk(unsent)`. It can be written to a file.
        unknown: In the same form, the items of which no outcome came: the store may have carried them out, or not.
    """

    #: Where an exception that is no WooError carries the BatchInterrupted that stands for it.
    ATTRIBUTE = "_wooclient_batch"

    def __init__(
        self,
        message: str,
        *,
        cause: RequestError | None = None,
        done: Any = None,
        outcomes: tuple[Any, ...] = (),
        unsent: Any = None,
        unknown: Any = None,
    ) -> None:
        about = RequestError("") if cause is None else cause
        super().__init__(
            message, method=about.method, url=about.url, attempts=about.attempts, retry_after=about.retry_after
        )
        self.cause, self.done, self.outcomes, self.unsent, self.unknown = cause, done, outcomes, unsent, unknown
        self.status: int = getattr(cause, "status", 0)
        self.code: str = getattr(cause, "code", "")
        self.hint: str = getattr(cause, "hint", "")

    def __str__(self) -> str:
        """How far it came, and the cause with its request and hint."""
        return self.message

    @staticmethod
    def of(error: BaseException | None) -> BatchInterrupted | None:
        """What is known of a batch that `error` ended: a cancellation, a time limit, Ctrl-C or a callback's own error.

        None if it ended no batch. Example:

            try:
                async with asyncio.timeout(60):
                    await woo.products.batch(update=rows)
            except TimeoutError as error:
                stopped = BatchInterrupted.of(error)
        """
        pending, seen = [error], set[int]()
        while pending:
            one = pending.pop()
            if one is None or id(one) in seen:
                continue
            found = one if isinstance(one, BatchInterrupted) else getattr(one, BatchInterrupted.ATTRIBUTE, None)
            if isinstance(found, BatchInterrupted):
                return found
            seen.add(id(one))
            pending += [one.__context__, one.__cause__]
        return None


def _about(error: RequestError) -> str:
    tried = f", {error.attempts} attempts" if error.attempts > 1 else ""
    return f" ({error.method} {error.url}{tried})" if error.url else ""


def _hint(error: AnswerError) -> str:
    return f". {error.hint.rstrip('.')}." if error.hint else ""


def _params(value: Any) -> dict[str, str]:
    if isinstance(value, list):
        names = cast("list[object]", value)
        return {str(name): "missing" for name in names}
    return {name: redact(str(text)) for name, text in _mapping(value).items()}


def _mapping(value: Any) -> dict[str, Any]:
    return {str(key): item for key, item in cast("dict[object, Any]", value).items()} if isinstance(value, dict) else {}


def _rebuild(kind: type[WooError], arguments: tuple[Any, ...], state: dict[str, Any]) -> WooError:
    error = kind.__new__(kind)
    Exception.__init__(error, *arguments)
    error.__dict__.update(state)
    return error
