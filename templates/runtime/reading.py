"""A successful answer becomes a result, or an error that says why it cannot.

Stores put things around their JSON, or in its place: a byte order mark, PHP warnings, the page of a firewall,
nothing at all. What can be read without guessing is read.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import EXCERPT, AnswerError, NotJsonError
from .exchange import ERROR_KEYS, error_status, error_under_success, facts, holds_error, parse_json
from .redaction import redact
from .shapes import is_array, is_object

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

    from .drift import Drift
    from .exchange import Request, Response
    from .operation import Operation

T = TypeVar("T")
_log = logging.getLogger("wooclient.reading")
_BOM = b"\xef\xbb\xbf"
#: How many places in a noisy body are tried as the beginning of the JSON.
_SALVAGE_TRIES = 200
#: Parameters that name the fields wanted: of WordPress, of the legacy API.
_SELECTING = frozenset({"_fields", "fields"})
_SHOWN_PROBLEMS = 3
_SHOWN_NOISE = 60
_TOO_DEEP = "The JSON is nested deeper than can be read: some field, most likely of a plugin, holds too much."
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
    strict: bool = False,
    salvage: bool = False,
    drift: Drift | None = None,
) -> T:
    """The typed result of a success.

    A value that does not fit its field is kept as it came and counted in `drift`; with `strict`, it raises
    UnexpectedAnswer instead. `salvage` permits reading JSON that has PHP messages before or behind it. Raises
    NotJsonError for a body that is no JSON, ApiError for an error that came with the status of a success, and
    UnexpectedAnswer for other JSON that is no answer to the operation at all.
    """
    body = without_bom(response.body)
    strict = strict or _is_callers(operation)
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
            raise _no_answer(operation, request, response, body, error) from None
    if not _answers(operation, value) or (_is_bare(value) and not _may_be_bare(operation, request, body)):
        raise _no_answer(operation, request, response, body, None)
    _remember(operation, value, body)
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


def not_json(request: Request, response: Response) -> NotJsonError:
    """The error for a body that is not JSON, whatever its status, with a hint at the likely cause."""
    from .hints import hint_for, known_fault  # only who gets an error needs it

    kind = response.headers.get("content-type", "")
    text = without_bom(response.body)[: EXCERPT * 4].decode("utf-8", "replace")[:EXCERPT]
    found = f"a body that is not JSON ({kind or 'no content type'})" if text.strip() else "an empty body"
    fault = (
        _damage(response.body, writes=not request.reads) if text.strip() else known_fault(request.method, request.url)
    )
    return NotJsonError(
        f"status {response.status} with {found}{f': {text!r}' if text.strip() else ''}",
        content_type=kind,
        excerpt=text,
        hint=fault or hint_for(response.status, response.headers, response.body, writes=not request.reads),
        **facts(request, response),
    )


def _damage(body: bytes, *, writes: bool) -> str:
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
        found = _behind(text[end:].strip(), past=salvaged(text.encode()) is not None)
    return found + _MAYBE_DONE if found and writes else found


def _behind(rest: str, *, past: bool) -> str:
    shown, way = redact(rest)[:_SHOWN_NOISE], ", or read past it with salvage=True" if past else ""
    return f"Behind the JSON stands {shown!r}: a cache, a plugin or PHP adds it; switch that off{way}." if rest else ""


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
            _, end = json.JSONDecoder(parse_int=str).raw_decode(text, start)
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
        parse_json(body)
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


def _may_be_bare(operation: Operation[Any], request: Request, body: bytes) -> bool:
    """Whether a result without fields of its own is right: others were asked for, or there need not be any."""
    from .repair import declared, requires

    kind, found = operation.answer_type(), operation.inside(parse_json(body))
    if not is_object(found):
        return True
    if holds_error(found):
        return operation.answer is Any and not error_status(found)
    if _is_selective(request) or not declared(kind).isdisjoint(found):
        return True
    return not found and not requires(kind)


def _is_selective(request: Request) -> bool:
    """Whether a request names the fields that it wants."""
    names = {name.partition("[")[0] for name, _ in request.query}
    return not names.isdisjoint(_SELECTING) or b'"_fields"' in (request.content or b"")


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
    is_record = error is not None and is_object(inner) and not own.isdisjoint(inner)
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

    problems = tuple(_problems(error)) if error is not None and hasattr(error, "errors") else ()
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


def _remember(operation: Operation[Any], value: Any, body: bytes) -> None:
    """Let models know the bytes they came from, by which `save` finds out what was changed since.

    They share the bytes of the whole answer, so that costs nothing but keeping them.
    """
    from .models import Model, remember, remember_all

    at = (operation.answer_envelope,) if operation.answer_envelope else ()
    if is_array(value):
        remember_all(value, body, at)
    elif isinstance(value, Model):
        remember(value, body, at)
        parts = vars(value).items() if operation.batch_limit else ()
        for name, items in parts:
            if is_array(items):
                remember_all(items, body, (*at, name))
