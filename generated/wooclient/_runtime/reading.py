"""A successful answer becomes a result, or an error that says why it cannot.

Stores put things around their JSON, or in its place: a byte order mark, PHP warnings, the page of a firewall,
nothing at all. What can be read without guessing is read.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from .address import path_values
from .asked import asked_fields
from .checking import check, error_under_success
from .errors import AnswerError, NotJsonError
from .exchange import (
    ERROR_KEYS,
    error_status,
    excerpt,
    facts,
    holds_error,
    is_error,
    parse_json,
)
from .redaction import redact
from .shapes import is_array, is_object

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

    from .asked import Asked
    from .drift import Drift
    from .exchange import Request, Response
    from .operation import Operation

T = TypeVar("T")
_log = logging.getLogger("wooclient.reading")
_BOM = b"\xef\xbb\xbf"
_SHOWN_PROBLEMS = 3
_SHOWN_NOISE = 60
_TOO_DEEP = "The JSON is nested deeper than can be read: some field, most likely of a plugin, holds too much."
#: What hints say of the client's option `salvage`: that it helps, that it is on and does not.
_WAY_PAST, _NO_WAY = (
    ", or read past that with salvage=True",
    "; with salvage=True, nothing in it is sure to be the answer",
)
_AROUND = "Other text stands around the JSON: a cache, a plugin or PHP adds it; switch that off"
_MAYBE_DONE = " What was asked may have been done: look before you send it again."


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
    strict: bool,
    salvage: bool,
    drift: Drift,
) -> T:
    """The typed result of a success.

    A value that does not fit its field is kept as it came and counted in `drift`; with `strict`, it raises
    UnexpectedAnswer instead. `salvage` permits reading JSON that has other text before or behind it. Raises
    NotJsonError for a body that is no JSON, ApiError for an error that came with the status of a success, and
    UnexpectedAnswer for other JSON that is no answer to the operation at all.
    """
    body, asked = without_bom(response.body), asked_fields(request)
    strict = strict or _is_callers(operation)
    odd: list[tuple[str, Any]] = []

    def note(field: str, came: Any) -> None:
        odd.append((field, came))

    try:
        value = operation.decode(body, strict=strict, note=note, asked=asked)
    except (ValueError, RecursionError) as error:
        body = _readable(operation, request, response, body, salvage=salvage)
        try:
            value = operation.decode(body, strict=strict, note=note, asked=asked)
        except ValueError:
            raise _no_answer(operation, request, response, body, error) from None
    if not _answers(operation, value) or (_is_bare(value) and not _may_be_bare(operation, asked, body)):
        raise _no_answer(operation, request, response, body, None)
    for field, came in odd:
        drift.record(field, came)
    _remember(operation, value, body, request)
    return value


def _is_callers(operation: Operation[Any]) -> bool:
    """Whether the answer goes into a type of the caller: nothing gets past its checks."""
    kind = operation.answer
    if isinstance(kind, str) or kind is Any:
        return False
    from .models import Model

    return not (isinstance(kind, type) and issubclass(kind, Model))


def without_bom(body: bytes) -> bytes:
    """`body` without byte order marks at its start. Each PHP file saved with one adds one."""
    while body.startswith(_BOM):
        body = body[len(_BOM) :].lstrip()
    return body


def not_json(request: Request, response: Response, past: str = "") -> NotJsonError:
    """The error for a body that is not JSON, whatever its status, with a hint at the likely cause.

    `past` is what the hint says of reading past what stands around the JSON.
    """
    from .hints import hint_for, known_fault  # only who gets an error needs it

    kind = response.headers.get("content-type", "")
    text = excerpt(without_bom(response.body))
    found = f"a body that is not JSON ({kind or 'no content type'})" if text.strip() else "an empty body"
    writes = not request.reads
    fault = _damage(response.body, past, writes=writes) if text.strip() else known_fault(request.method, request.url)
    hint = fault or hint_for(response.status, response.headers, response.body, writes=writes, past=past)
    return NotJsonError(
        f"status {response.status} with {found}{f': {text!r}' if text.strip() else ''}",
        content_type=kind,
        excerpt=text,
        hint=_AROUND + past if past == _WAY_PAST and past not in hint else hint,
        **facts(request, response),
    )


def _damage(body: bytes, past: str, *, writes: bool) -> str:
    """What keeps a body from being read although it begins as JSON; empty if it just breaks off."""
    text = without_bom(body).decode("utf-8", "replace").strip()
    if not text.startswith(("{", "[")):
        return ""
    try:
        _, end = json.JSONDecoder(parse_int=str).raw_decode(text)
    except RecursionError:
        found = _TOO_DEEP if text.endswith(("}", "]")) else ""
    except ValueError:
        found = ""
    else:
        found = _behind(text[end:].strip(), past)
    return found + _MAYBE_DONE if found and writes else found


def _behind(rest: str, past: str) -> str:
    shown = redact(rest)[:_SHOWN_NOISE]
    return f"Behind the JSON stands {shown!r}: a cache, a plugin or PHP adds it; switch that off{past}." if rest else ""


def _readable(operation: Operation[Any], request: Request, response: Response, body: bytes, *, salvage: bool) -> bytes:
    """The JSON in `body`: all of it, or what can be salvaged. Raises NotJsonError if there is none."""
    try:
        parse_json(body)
    except (ValueError, RecursionError):
        from .salvage import salvaged  # only who gets noise needs it

        found = salvaged(body, lambda value: _looks_like(operation, asked_fields(request), value))
        if found is None or not salvage:
            past = _WAY_PAST if found is not None else _NO_WAY if salvage else ""
            raise not_json(request, response, past) from None
        lost = len(body) - len(found)
        _log.warning("dropped %d bytes around the JSON of %s %s", lost, request.method, request.url)
        check(request, response._replace(body=found))
        return found
    return body


def _looks_like(operation: Operation[Any], asked: Asked, value: Any) -> bool | None:
    """Whether JSON between other text is what the operation answers, or an error; None if no fields tell."""
    from .repair import models_in, resembles

    if is_error(value):
        return True
    if not models_in(operation.item_type()):
        return None
    try:
        inner, kind = operation.inside(value), operation.item_type()
    except ValueError:
        return False
    if operation.shape != "items":
        return is_object(inner) and resembles(kind, inner, asked)
    return is_array(inner) and all(is_object(item) and resembles(kind, item, asked) for item in inner)


def _answers(operation: Operation[Any], value: Any) -> bool:
    """Whether `value` is at least the kind of thing that the operation answers; its fields may be as they like."""
    if operation.shape == "items":
        return isinstance(value, list)
    kind = operation.answer_type()
    if type(value) is kind:
        return True
    from .repair import fits_kind

    return fits_kind(kind, value)


def _is_bare(value: Any) -> bool:
    """Whether a result has no field of its own: whatever it was read from, a record would have some.

    That takes one look at most results, and spares them the second.
    """
    if not hasattr(value, "model_fields_set"):
        return is_object(value) and holds_error(value)
    model: BaseModel = value
    held = model.model_fields_set
    if len(held) > len(ERROR_KEYS) + len(model.model_extra or ()):
        return False
    known = type(model).model_fields
    return not any(name in known and name not in ERROR_KEYS for name in held)


def _may_be_bare(operation: Operation[Any], asked: Asked, body: bytes) -> bool:
    """Whether a result without fields of its own is right: others were asked for, or there need not be any."""
    from .repair import declared, requires

    kind, found = operation.answer_type(), operation.inside(parse_json(body))
    if not is_object(found):
        return True
    if holds_error(found):
        return operation.answer is Any and not error_status(found)
    if asked or not declared(kind).isdisjoint(found):
        return True
    return not found and not requires(kind)


def _no_answer(
    operation: Operation[Any], request: Request, response: Response, body: bytes, error: BaseException | None
) -> AnswerError:
    """The error for JSON that is not what was asked for: the store's own, if it is one."""
    from .repair import declared

    found: Any = parse_json(body)
    own = declared(operation.answer_type()) - ERROR_KEYS
    if is_object(found) and holds_error(found) and own.isdisjoint(found):
        return error_under_success(request, response, found)
    inner = found.get(operation.answer_envelope) if operation.answer_envelope and is_object(found) else found
    is_record = is_object(inner) and not own.isdisjoint(inner)
    return _misfit(operation, request, response, error, _done(request, is_record=is_record))


def _done(request: Request, *, is_record: bool) -> str:
    """What became of a write whose answer cannot be used."""
    if request.reads:
        return ""
    if is_record:
        return "; the store has done what was asked all the same, so do not send it again"
    return "; the store may have done what was asked: look before you send it again"


def _misfit(
    operation: Operation[Any], request: Request, response: Response, error: BaseException | None, done: str
) -> UnexpectedAnswer:
    from .hints import known_fault

    problems = tuple(_problems(error)) if hasattr(error, "errors") else ()
    shown = "; ".join(problems[:_SHOWN_PROBLEMS])
    more = f" and {len(problems) - _SHOWN_PROBLEMS} more" if len(problems) > _SHOWN_PROBLEMS else ""
    told = f": {shown}{more}" if shown else ""
    is_null = without_bom(response.body).strip() == b"null"
    found = "the JSON null, which" if is_null else "JSON that"
    message = f"status {response.status} with {found} is no answer to {operation.id}{told}{done}"
    hint = known_fault(request.method, request.url) if is_null else ""
    return UnexpectedAnswer(message, problems=problems, hint=hint, **facts(request, response))


def _problems(error: ValidationError | Any) -> list[str]:
    """Misfits in words, without the values, which may be about people."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in found]


def _remember(operation: Operation[Any], value: Any, body: bytes, request: Request) -> None:
    """Let models know the bytes they came from, by which `save` finds out what was changed since, and the path.

    They share the bytes of the whole answer, so that costs nothing but keeping them.
    """
    from .models import Model, remember, remember_all

    at = (operation.answer_envelope,) if operation.answer_envelope else ()
    ids = path_values(operation.path, request.url)
    if is_array(value):
        remember_all(value, body, at, ids)
    elif isinstance(value, Model):
        remember(value, body, at, ids)
        parts = vars(value).items() if operation.batch_limit else ()
        for name, items in parts:
            if is_array(items):
                remember_all(items, body, (*at, name), ids)
