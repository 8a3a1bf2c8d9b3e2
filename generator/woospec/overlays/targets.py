"""What a target selects in a document: RFC 9535 JSONPath, and a report where that is broken or finds nothing."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from jsonpath import JSONPath, JSONPathEnvironment, JSONPathError
from jsonpath.segments import JSONPathChildSegment
from jsonpath.selectors import NameSelector

from woospec.kinds import elements, is_map, nearest
from woospec.load import Node
from woospec.problems import Place, Problems
from woospec.rules.shape import shown

#: The keys that lead from the root of a document to a value.
Keys = tuple[str | int, ...]

#: Nothing of its own beside the standard.
_JSONPATH = JSONPathEnvironment(strict=True)
#: A target that is longer, or selects more, was not meant.
_LONGEST, _MOST = 2_000, 10_000
#: Names of the library for what it reads; a path where a name is due; a comparison that is none.
_TOKEN = re.compile(r"'?TOKEN_([A-Z_]+)'?")
_SLASHES = re.compile(r"(?:\.|\[)(/[^.\[\]'\"]*)\]?")
_ONE_EQUALS = re.compile(r"[^=!<>]=[^=]")
_HINT = "targets are JSONPath as RFC 9535 has it, like $.components.schemas.Product.properties"


def selected(target: Node, document: Any, problems: Problems) -> list[Keys]:
    """The places that a target selects, in the order of the document; none if that is reported."""
    query = _compiled(target, problems)
    if query is None:
        return []
    try:
        found = [_keys(match.parts) for match in islice(query.finditer(document), _MOST + 1)]
    except (JSONPathError, RecursionError) as error:
        problems.add("overlay-path", f"this target cannot be followed: {_said(error)}", target, hint=_HINT)
        return []
    if len(found) > _MOST:
        hint = "name the places that you mean"
        problems.add("overlay-target", f"this target selects more than {_MOST} places", target, hint=hint)
        return []
    lacking = _lacking(query, document)
    if lacking is not None:
        name, hint = lacking
        message = f"nothing is called {shown(name)} where the target {shown(target.value)} looks for it"
        problems.add("overlay-target", message, target, hint=hint)
        return []
    if not found:
        message = f"the target {shown(target.value)} selects nothing"
        problems.add("overlay-target", message, target, hint="mend it; a filter such as [?@.name=='x'] found nothing")
    return found


def _look(name: str, maps: list[dict[str, Any]]) -> str:
    """What to do where a name is looked for in some maps, and none has it."""
    known = list(dict.fromkeys(key for one in maps for key in one))
    if close := nearest(name, known):
        return f"did you mean {close}?"
    if led := [one["$ref"] for one in maps if isinstance(one.get("$ref"), str)]:
        return f"there is a $ref, so target what it leads to: ${led[0].removeprefix('#').replace('/', '.')}"
    return f"there are {', '.join(sorted(known)[:8])}{' …' if len(known) > 8 else ''}" if known else "nothing is there"


def _compiled(target: Node, problems: Problems) -> JSONPath | None:
    text = str(target.value)
    if len(text) > _LONGEST:
        problems.add("overlay-path", f"a target of {len(text)} characters", target, hint=f"at most {_LONGEST}")
        return None
    try:
        query = _JSONPATH.compile(text)
    except (JSONPathError, RecursionError) as error:
        place = _spot(target, error)
        problems.add("overlay-path", f"broken JSONPath: {_said(error)}", place, hint=_mended(text))
        return None
    assert isinstance(query, JSONPath), "the standard has no unions of paths"
    return query


def _said(error: Exception) -> str:
    """What is wrong, on one line and without the names of the library; the text of the error draws a picture."""
    text = str(error.args[0]) if error.args else "it is nested too deeply"
    return "it does not begin with $" if "TOKEN_ROOT" in text else _TOKEN.sub(_token, text)


def _token(match: re.Match[str]) -> str:
    return match[1].lower().replace("_", " ")


def _mended(text: str) -> str:
    """A hint about a broken target."""
    mended = _SLASHES.sub(r"['\1']", text)
    if mended != text:
        return f"a name with other characters than letters, digits and _ stands in brackets: {shown(mended)}"
    if not text.startswith("$"):
        return f"begin it with $, the whole document: {shown('$.' + text.lstrip('.'))}"
    if text.count("'") % 2 or text.count('"') % 2:
        return "close the quote"
    return "filters compare with ==, such as [?@.name=='status']" if _ONE_EQUALS.search(text) else _HINT


def _spot(target: Node, error: Exception) -> Place:
    """Where in the file the target is broken: at the very character, if the target stands there as it is read."""
    place, text = target.place(), str(target.value)
    token = getattr(error, "token", None)
    start = place.text.find(text) if text else -1
    if token is None or start < 0:
        return place
    index = len(text) if token.index < 0 else token.index
    return place._replace(column=start + index + 1)


def _keys(parts: tuple[Any, ...]) -> Keys:
    return tuple(part if isinstance(part, int) else str(part) for part in parts)


def _lacking(query: JSONPath, document: Any) -> tuple[str, str] | None:
    """A name that nothing has, though it is asked for, and a hint: of several in brackets, each has to be there."""
    for i, segment in enumerate(query.segments):
        names = [s.name for s in segment.selectors if isinstance(s, NameSelector)]
        if not isinstance(segment, JSONPathChildSegment) or len(names) != len(segment.selectors):
            continue
        above = [match.obj for match in JSONPath(env=_JSONPATH, segments=query.segments[:i]).finditer(document)]
        maps = [obj for obj in above if is_map(obj)]
        known = {key for obj in maps for key in obj}
        if above and (lost := next((name for name in names if name not in known), None)) is not None:
            return lost, _look(lost, maps)
    return None


def below(document: Any, keys: Keys) -> Any:
    """The value that keys lead to; None if there is none."""
    here = document
    for key in keys:
        if is_map(here) and key in here:
            here = here[key]
        elif isinstance(key, int) and key < len(elements(here)):
            here = elements(here)[key]
        else:
            return None
    return here
