"""The parameters of a request, as WordPress gathers, checks and cleans them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Any

from . import schema
from .description import Description, Operation
from .errors import Refused
from .kinds import is_list, is_map
from .releases import of_release
from .wire import BadJson, Request, from_json, php_query

Json = dict[str, Any]
#: The body is larger than PHP would take.
MAX_BODY = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Params:
    """What a request says, all sources put together: JSON beats form, form beats query, query beats path."""

    values: Json
    #: The names that the request itself gave, without defaults.
    sent: frozenset[str]
    path: Json
    #: A body that is a list instead of an object.
    items: list[Any] | None = None


def read_body(request: Request) -> tuple[Any, Json]:
    """The JSON body and the form body; what is sent as anything else is not read."""
    if len(request.body) > MAX_BODY:
        raise Refused(413, "mock_body_too_large", f"A body may hold {MAX_BODY} bytes.")
    kind = request.header("content-type").partition(";")[0].strip().lower()
    if kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json")):
        if not request.body.strip():
            return None, {}
        try:
            return from_json(request.body), {}
        except BadJson as bad:
            raise Refused(
                400, "rest_invalid_json", "The JSON body cannot be read.",
                json_error_code=bad.number, json_error_message=str(bad),
            ) from None  # fmt: skip
    if kind == "application/x-www-form-urlencoded":
        return None, php_query(request.body.decode("utf-8", "replace"))
    return None, {}


def gather(
    request: Request,
    operation: Operation,
    path: dict[str, str],
    query: Json,
    release: tuple[int, ...] = (),
    undeclared: AbstractSet[str] = frozenset(),
    unknown: frozenset[str] = frozenset(),
) -> Params:
    """All that a request says; what the store's release, or this version, does not have is unknown to it."""
    body, form = read_body(request)
    items = body if is_list(body) else None
    json_body: Json = body if is_map(body) else {}
    given: Json = {**path, **query, **form, **json_body}
    # What an operation does not know is as good as not sent. `id` is read where it must not be, `_fields` anywhere.
    known = {*operation.names, *path, *undeclared, "id", "_fields"}
    known -= operation.lacking(release) | (unknown & operation.names)
    values = {name: value for name, value in {**operation.defaults, **given}.items() if name in known}
    return Params(values, frozenset(given), dict(path), items)


def checked(
    description: Description,
    operation: Operation,
    params: Params,
    unchecked: frozenset[str] = frozenset(),
    stricter: Callable[[str], Json] = lambda name: {},
    release: tuple[int, ...] = (),
    added: Callable[[str], Sequence[str]] = lambda name: (),
    looser: Callable[[str], Json] = lambda name: {},
    own: Mapping[str, Json] | None = None,
) -> Params:
    """The parameters with known ones cleaned; raises what WordPress answers if some are missing or wrong.

    `stricter` tells what the store demands of a parameter of the address beyond the description, `looser` what it takes
    in a field beyond it, `added` the words that plugins of the store added to those of a parameter. `own` has the
    schemas of `Resource.own_checks`.
    """
    # What a batch holds is not checked: each change is, as far as the resource does it itself.
    known = _known(operation, release)
    if own:
        known = {**known, **{name: of_release(arg, release) for name, arg in own.items()}}
    missing = [name for name in operation.demanded if params.values.get(name) is None]
    if missing:
        raise Refused(
            400, "rest_missing_callback_param", f"These parameters are missing: {', '.join(missing)}", params=missing
        )
    values = dict(params.values)
    wrong: dict[str, schema.Invalid] = {}
    for name in [n for n in known if values.get(n) is not None]:
        more = stricter(name) if name in operation.args else looser(name)
        is_free = name in unchecked and name in operation.body
        if name not in params.sent and not more and name not in (own or ()):
            found = _default(description, operation, name, release, is_free)
            if found is not None:
                values[name] = found
                continue
        try:
            values[name] = _settled(description, _arg(known[name], more, is_free), name, values[name], added)
        except schema.Invalid as refusal:
            wrong[name] = refusal
    if wrong:
        raise refused(wrong)
    path = {name: values[name] for name in params.path}
    return Params(values, params.sent, path, params.items)


@cache
def _known(operation: Operation, release: tuple[int, ...]) -> Json:
    """What is checked of an operation, with the words of a release."""
    return {name: of_release(arg, release) for name, arg in operation.parameters.items()}


@cache
def _default(
    description: Description, operation: Operation, name: str, release: tuple[int, ...], is_free: bool
) -> str | int | float | None:
    """What a store makes of a default, which is the same each time; None for lists, and for what it refuses."""
    value = operation.defaults[name]
    try:
        found = _settled(description, _arg(_known(operation, release)[name], {}, is_free), name, value, lambda _: ())
    except schema.Invalid:
        return None
    return found if isinstance(found, str | int | float) else None


def _arg(known: Json, more: Json, is_free: bool) -> Json:
    """The schema that a value is held against; of what `is_free` without the format."""
    arg = {**known, **more}
    return {word: said for word, said in arg.items() if word != "format"} if is_free else arg


def _settled(description: Description, arg: Json, name: str, value: Any, added: Callable[[str], Sequence[str]]) -> Any:
    """A value as its type. Raises Invalid for one that is refused."""
    if _is_id_list(arg) and arg.get("in") == "query":
        # WordPress reads lists of ids without checking them: what is no number counts as 0.
        return [abs(schema.to_int(item)) for item in schema.to_list(value)]
    _check(description, arg, name, value, added)
    return schema.clean(description, arg, value)


def _check(description: Description, arg: Json, name: str, value: Any, added: Callable[[str], Sequence[str]]) -> None:
    """Check a value. Only one that is refused is held against the words of plugins too."""
    try:
        schema.check(description, arg, name, value)
    except schema.Invalid as refusal:
        more = added(name) if refusal.code == "rest_not_in_enum" else ()
        if not more:
            raise
        schema.check(description, _widened(arg, more), name, value)


def _widened(arg: Json, more: Sequence[str]) -> Json:
    """A parameter that takes more words, itself or in its items."""
    found: Json = {**arg, "enum": [*arg["enum"], *more]} if "enum" in arg else arg
    return {**found, "items": _widened(arg["items"], more)} if "items" in arg else found


def refused(wrong: dict[str, schema.Invalid]) -> Refused:
    """What WordPress answers to parameters with wrong values."""
    return Refused(
        400,
        "rest_invalid_param",
        f"These parameters are not valid: {', '.join(sorted(wrong))}",
        params={name: bad.message for name, bad in wrong.items()},
        details={name: {"code": bad.code, "message": bad.message, "data": bad.data} for name, bad in wrong.items()},
    )


def _is_id_list(arg: Json) -> bool:
    return arg.get("type") == "array" and arg.get("items", {}).get("type") == "integer"
