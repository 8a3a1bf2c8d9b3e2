"""Why a value does not fit a schema, in words, at the innermost place that shows it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from woospec.formats import CHECKS, FORMATS
from woospec.kinds import is_list, is_map
from woospec.rules.shape import kind_word, shown

Json = dict[str, Any]
_QUOTED = re.compile(r"'([^']*)'")


class Complaint(NamedTuple):
    """One thing wrong with a value."""

    path: tuple[str | int, ...]
    message: str
    hint: str
    #: Whether it may only follow from another complaint about the same object.
    doubtful: bool = False
    #: The field that is not there.
    missing: tuple[str, ...] = ()


def complaints(schema: Json, value: Any, components: Json) -> list[Complaint]:
    """Everything wrong with `value`."""
    # Only a faulty spec needs it; it comes with openapi-spec-validator, without types.
    jsonschema: Any = importlib.import_module("jsonschema")
    checker = jsonschema.FormatChecker(formats=())
    for name, check in CHECKS.items():
        checker.checks(name)(check)
    validator = jsonschema.Draft202012Validator({**schema, "components": components}, format_checker=checker)
    found = [c for error in validator.iter_errors(value) for c in _inner(error)]
    # A field that does not fit counts as not judged, hence as not described: only the first is worth telling.
    unfit = {c.path for c in found if not c.doubtful}
    found = [c for c in found if not c.doubtful or not _beside(c.path, unfit)]
    fallback = Complaint((), "it is refused", "compare it with the schema")
    return list(dict.fromkeys(found)) or [fallback]


def _beside(path: tuple[str | int, ...], unfit: set[tuple[str | int, ...]]) -> bool:
    """Whether something else in the same object does not fit."""
    return any(other[: len(path) - 1] == path[:-1] for other in unfit)


def _inner(error: Any) -> Iterator[Complaint]:
    """The complaint of an error, or those of the one alternative that was meant."""
    if error.validator in ("anyOf", "oneOf") and error.context:
        meant = _meant(error)
        if meant:
            for inner in meant:
                yield from _inner(inner)
            return
    yield from _WORDING.get(error.validator, _other)(error)


def _meant(error: Any) -> list[Any]:
    """The errors of the alternative that comes nearest: its type is right and fewest fields are unknown."""
    branches: dict[Any, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [b for b in branches.values() if not any(e.validator == "type" and not e.path for e in b)]
    return min(fitting, key=_distance) if fitting else []


def _distance(branch: list[Any]) -> tuple[int, int]:
    unknown = sum(len(_names(e)) for e in branch if e.validator in ("unevaluatedProperties", "additionalProperties"))
    missing = sum(e.validator == "required" for e in branch)
    return (unknown + missing, len(branch))


def _path(error: Any) -> tuple[str | int, ...]:
    return tuple(error.absolute_path)


def _names(error: Any) -> list[str]:
    return _QUOTED.findall(error.message)


def _type(error: Any) -> Iterator[Complaint]:
    given: Any = error.validator_value
    wanted: list[str] = given if is_list(given) else [given]
    yield Complaint(
        _path(error),
        f"{shown(error.instance)} is {kind_word(error.instance)}, not {' or '.join(wanted)}",
        "mend the example, or the type",
    )


def _required(error: Any) -> Iterator[Complaint]:
    names = _names(error)
    message = f"{names[0] if names else 'a field'} is missing"
    yield Complaint(_path(error), message, "add it, or do not require it", missing=tuple(names[:1]))


def _enum(error: Any) -> Iterator[Complaint]:
    known = ", ".join(shown(v, 20) for v in error.validator_value)
    yield Complaint(
        _path(error),
        f"{shown(error.instance)} is none of the values",
        f"one of: {shown(known, 120)}" if known else "list the values",
    )


def _format(error: Any) -> Iterator[Complaint]:
    name = error.validator_value
    message = f"{shown(error.instance) or 'an empty text'} is no {name}"
    yield Complaint(_path(error), message, f"write {FORMATS[name].looks}")


def _unknown(error: Any) -> Iterator[Complaint]:
    for name in _names(error):
        if is_map(error.instance) and name in error.instance:
            doubtful = error.validator == "unevaluatedProperties"
            yield Complaint(
                (*_path(error), name),
                f"{shown(name)} is not described",
                "mend the name, or describe the field",
                doubtful,
            )


def _other(error: Any) -> Iterator[Complaint]:
    word = (
        "fits none of the allowed forms"
        if error.validator in ("anyOf", "oneOf")
        else f"breaks {error.validator}: {shown(error.validator_value)}"
    )
    yield Complaint(_path(error), f"{shown(error.instance)} {word}", "compare it with the schema")


_WORDING = {
    "type": _type,
    "required": _required,
    "enum": _enum,
    "format": _format,
    "additionalProperties": _unknown,
    "unevaluatedProperties": _unknown,
}
