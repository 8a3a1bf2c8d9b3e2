"""An answer that is no success becomes the error that says why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .errors import ApiError, NotJsonError
from .exchange import Request, Response, error_body, error_status, excerpt, facts, parse_json, redirected
from .refusals import kind_of_error

#: Statuses whose cause is the status itself, whoever sent it and whatever the body is.
_SAYS_ENOUGH = frozenset({401, 403, 408, 413, 429})
_LEGACY = "/wc-api/"
#: How a refusal of the legacy API begins, behind the byte order marks of careless plugins.
_REFUSAL = re.compile(rb'(?:\xef\xbb\xbf)*\s*\{\s*"errors"\s*:')


def check(request: Request, response: Response, way: str = "") -> None:
    """Raise the error that `response` stands for, if it is no success.

    `way` is how the key was shown; it helps to tell why a key was not seen.
    """
    if response.is_success and not (_LEGACY in request.url and _refuses(response.body)):
        return
    from .explain import cause_of  # only who gets an error needs it

    about = facts(request, response)
    if 300 <= response.status < 400:
        raise redirected(request, response)
    found = error_body(response.body)
    code, message, data = found or ("", "", None)
    is_json = _is_json(response.body)
    # Of JSON that is no error the status is all there is to go by; a page that happens to be JSON has not even that.
    about["hint"] = cause_of(request, response._replace(body=b"") if is_json else response, code, message, way)
    if found is None:
        message, kind = _describe(response), response.headers.get("content-type", "")
        if response.status < 500 and response.status not in _SAYS_ENOUGH and not (is_json and "json" in kind):
            raise NotJsonError(message, content_type=kind, excerpt=excerpt(response.body), **about)
    raise kind_of_error(response.status, code, message, response.headers)(message, code=code, data=data, **about)


def _refuses(body: bytes) -> bool:
    """Whether a body is a legacy refusal; some come as a success, as the store forgot to set their status."""
    return _REFUSAL.match(body) is not None and error_body(body) is not None


def error_under_success(request: Request, response: Response, found: Mapping[str, Any]) -> ApiError:
    """The error in the body of a success: plugins, caches and proxies lose the status that belongs to it."""
    from .explain import cause_of

    code, message, data = str(found["code"]), found["message"], found.get("data")
    status = error_status(found) or response.status
    hint = cause_of(request, response, code, message, "")
    kind = kind_of_error(status, code, message, response.headers)
    return kind(message, code=code, data=data, **{**facts(request, response), "hint": hint})


def _is_json(body: bytes) -> bool:
    try:
        parse_json(body.lstrip(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return False
    return True


def _describe(response: Response) -> str:
    if not response.body.strip():
        return "the answer is empty"
    kind = response.headers.get("content-type", "").partition(";")[0] or "no content type"
    return f"the answer is no WooCommerce error ({kind}): {excerpt(response.body)!r}"
