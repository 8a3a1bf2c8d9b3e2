"""A successful answer becomes a result, or an error that says why it cannot.

Stores put things around their JSON, or in its place: a byte order mark, PHP warnings, the page of a firewall,
nothing at all. What can be read without guessing is read.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import EXCERPT, AnswerError, NotJsonError
from .exchange import facts
from .shapes import is_array

if TYPE_CHECKING:
    from pydantic import ValidationError

    from .drift import Drift
    from .exchange import Request, Response
    from .operation import Operation

T = TypeVar("T")
_log = logging.getLogger("wooclient.reading")
_BOM = b"\xef\xbb\xbf"
#: How many places in a noisy body are tried as the beginning of the JSON.
_SALVAGE_TRIES = 200
_SHOWN_PROBLEMS = 3


class UnexpectedAnswer(AnswerError):
    """A success whose JSON is not what the call answers: another kind of thing, or in strict mode any misfit.

    Attributes:
        problems: Each misfit in words: where it is, and what was expected.
    """

    def __init__(self, message: str, *, problems: tuple[str, ...] = (), **about: Any) -> None:
        super().__init__(message, **about)
        self.problems = problems


def result(
    operation: Operation[T],
    request: Request,
    response: Response,
    *,
    strict: bool = False,
    salvage: bool = False,
    drift: Drift | None = None,
) -> T:
    """The typed result of a success.

    A value that does not fit its field is kept as it came and counted in `drift`; with `strict`, it raises
    UnexpectedAnswer instead. `salvage` permits reading JSON that has PHP messages before or behind it. Raises
    NotJsonError for a body that is no JSON, and UnexpectedAnswer for JSON that is no answer to the operation at all.
    """
    body = without_bom(response.body)
    note = drift.record if drift is not None else None
    try:
        value = operation.decode(body, strict=strict, note=note)
    except (ValueError, RecursionError) as error:
        body = _readable(body, salvage=salvage, request=request)
        if not body:
            raise not_json(request, response) from None
        try:
            value = operation.decode(body, strict=strict, note=note)
        except ValueError:
            raise _misfit(operation, request, response, error) from None
    if not _answers(operation, value):
        raise _misfit(operation, request, response, None)
    _remember(value, body, (operation.answer_envelope,) if operation.answer_envelope else ())
    return value


def without_bom(body: bytes) -> bytes:
    """`body` without byte order marks at its start. Each PHP file saved with one adds one."""
    while body.startswith(_BOM):
        body = body[len(_BOM) :].lstrip()
    return body


def not_json(request: Request, response: Response) -> NotJsonError:
    """The error for a body that is not JSON, whatever its status, with a hint at the likely cause."""
    from .hints import hint_for, known_fault  # only who gets an error needs it

    kind = response.headers.get("content-type", "")
    text = without_bom(response.body)[: EXCERPT * 4].decode("utf-8", "replace")[:EXCERPT]
    found = f"a body that is not JSON ({kind or 'no content type'})" if text.strip() else "an empty body"
    fault = "" if text.strip() else known_fault(request.method, request.url)
    return NotJsonError(
        f"status {response.status} with {found}{f': {text!r}' if text.strip() else ''}",
        content_type=kind,
        excerpt=text,
        hint=fault or hint_for(response.status, response.headers, response.body, writes=not request.reads),
        **facts(request, response),
    )


def salvaged(body: bytes) -> bytes | None:
    """The JSON object or array inside a body with text around it; None if there is none, or it breaks off.

    PHP messages hold brackets too, so the longest one counts, and it has to be the better part of what follows it. JSON
    that breaks off holds whole objects: those stand right behind or before punctuation, which text does not.
    """
    text = body.decode("utf-8", "replace")
    best, tried, at = (0, 0), 0, 0
    while tried < _SALVAGE_TRIES:
        starts = [i for i in (text.find("{", at), text.find("[", at)) if i >= 0]
        if not starts:
            break
        start, tried = min(starts), tried + 1
        try:
            _, end = json.JSONDecoder().raw_decode(text, start)
        except (ValueError, RecursionError):
            at = start + 1
            continue
        inside = text[:start].rstrip().endswith(("[", "{", ",", ":")) or text[end:].lstrip().startswith(
            (",", "]", "}", ":")
        )
        if not inside and end - start > best[1] - best[0]:
            best = (start, end)
        at = end
    length = best[1] - best[0]
    return text[slice(*best)].encode() if length > 2 and length * 2 > len(text) - best[0] else None


def _readable(body: bytes, *, salvage: bool, request: Request) -> bytes:
    """The JSON in `body`: all of it, or what can be salvaged; nothing if there is none."""
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        found = salvaged(body) if salvage and body else None
        if found is not None:
            _log.warning(
                "dropped %d bytes around the JSON of %s %s", len(body) - len(found), request.method, request.url
            )
        return found or b""
    return body


def _answers(operation: Operation[Any], value: Any) -> bool:
    """Whether `value` is at least the kind of thing that the operation answers; its fields may be as they like."""
    kind = operation.answer_type()
    if operation.shape == "items":
        return isinstance(value, list)
    return isinstance(value, kind) if hasattr(kind, "model_fields") else True


def _misfit(
    operation: Operation[Any], request: Request, response: Response, error: BaseException | None
) -> UnexpectedAnswer:
    from .hints import known_fault

    problems = tuple(_problems(error)) if error is not None and hasattr(error, "errors") else ()
    shown = "; ".join(problems[:_SHOWN_PROBLEMS])
    more = f" and {len(problems) - _SHOWN_PROBLEMS} more" if len(problems) > _SHOWN_PROBLEMS else ""
    told = f": {shown}{more}" if shown else ""
    is_null = without_bom(response.body).strip() == b"null"
    found = "the JSON null, which" if is_null else "JSON that"
    message = f"status {response.status} with {found} is no answer to {operation.id}{told}"
    hint = known_fault(request.method, request.url) if is_null else ""
    return UnexpectedAnswer(message, problems=problems, hint=hint, **facts(request, response))


def _problems(error: ValidationError | Any) -> list[str]:
    """Misfits in words, without the values, which may be about people."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in found]


def _remember(value: Any, body: bytes, at: tuple[int | str, ...]) -> None:
    """Let models know the bytes they came from, by which `save` finds out what was changed since.

    They share the bytes of the whole answer, so that costs nothing but keeping them.
    """
    from .models import Model, remember

    if isinstance(value, Model):
        remember(value, body, at)
    elif is_array(value):
        for i, item in enumerate(value):
            if isinstance(item, Model):
                remember(item, body, (*at, i))
