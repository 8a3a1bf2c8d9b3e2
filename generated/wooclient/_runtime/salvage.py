"""The JSON of an answer that has other text around it: found where it is certain, or not at all.

PHP messages and HTML hold brackets too (`Undefined array key [0]`), so brackets alone prove nothing. Two rules decide:

- Between PHP messages that are complete and HTML comments, the JSON is the answer, `[]` included, unless it clearly is
  something else than what was asked for.
- Between other text it has to look like what was asked for, be the only thing that does, and stand at the beginning,
  at the end, or on lines of its own. Nothing empty is taken then: what a plugin prints may be empty just as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

#: How many places in a noisy body are tried as the beginning of the JSON.
_TRIES = 200
_KIND = (
    r"(?:Warning|Notice|Deprecated|Strict Standards|Unknown error|(?:(?:Recoverable|Catchable) )?[Ff]atal error"
    r"|Parse error)"
)
#: No message goes on into a line that begins like JSON; bounds keep long lines from being looked through for ever.
_TEXT, _FILE = r"(?:(?!\n\s*[\[{]).){0,20000}?", r"[^\n]{1,400}?"
_NOISE = re.compile(
    r"\s+|\xef\xbb\xbf|<!--(?:(?!<!--).)*?-->"
    # As PHP writes them with html_errors, without it, and as Xdebug does.
    rf"|(?:<br />\s*)?<b>{_KIND}</b>:\s{_TEXT} in <b>[^<]{{1,400}}</b> on line <b>\d+</b><br />"
    rf"|(?:\[\d[^\]\n]{{1,60}}\] )?(?:PHP )?{_KIND}:\s{_TEXT} in {_FILE} on line \d+(?=[ \t]*(?:\r?\n|\Z))"
    r"|(?:<br />\s*)?<font size='1'><table class='xdebug-error.*?</table></font>",
    re.DOTALL,
)
_FATAL = re.compile(r"(?:fatal|parse) error", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype html|html|body)\b", re.IGNORECASE)
#: Where JSON or noise may begin.
_BEGIN = re.compile(rf"[{{\[]|<!--|<br />|<b>|<font|{_KIND}:")
#: More JSON, be it whole or broken off.
_OTHER = re.compile(r"(?:\A|[\n>])\s*(?:\[\s*[\[\]{\"]|\{\s*[\"}])")
_EMPTY = ("[]", "{}")
#: Whether a JSON value looks like what was asked for; None if nobody can say.
Fits = Callable[[Any], bool | None]


class _Found(NamedTuple):
    """A JSON object or array in a text, and where it stands."""

    start: int
    end: int
    value: Any


def salvaged(body: bytes, fits: Fits) -> bytes | None:
    """The JSON object or array in `body`, which has text around it; None if it is not certain which one it is.

    `fits` tells whether a value looks like the answer.
    """
    # One character a byte: what is no UTF-8 does no harm around the JSON, and is not glossed over within.
    text = body.decode("latin-1")
    found = _between_messages(text, fits) or _likely(text, fits)
    if found is None:
        return None
    salvage = body[found.start : found.end]
    try:
        salvage.decode()
    except UnicodeDecodeError:
        return None
    return salvage


def _between_messages(text: str, fits: Fits) -> _Found | None:
    """JSON that has nothing but complete messages and comments around it."""
    found = _decoded(text, _past_noise(text, 0))
    if found is None or _past_noise(text, found.end) < len(text):
        return None
    if text[found.start : found.end] not in _EMPTY:
        return None if fits(found.value) is False else found
    # A store that failed had not come to its answer: what is empty there was printed by something else.
    return None if _FATAL.search(text) else found


def _past_noise(text: str, at: int) -> int:
    """Where messages, comments and blanks that begin at `at` end."""
    while (noise := _NOISE.match(text, at)) is not None:
        at = noise.end()
    return at


def _likely(text: str, fits: Fits) -> _Found | None:
    """The one JSON value that looks like the answer, if it stands where answers stand."""
    start = _past_noise(text, 0)
    containers = list(_containers(text, start))
    alike = [one for one in containers if one is not None and fits(one.value)]
    if len(alike) != 1 or None in containers or not alike[0].value or not _stands_alone(text, alike[0], start):
        return None
    (found,) = alike
    around = (text[start : found.start], text[found.end :])
    return None if any(_PAGE.search(part) or _OTHER.search(part) for part in around) else found


def _containers(text: str, at: int) -> Iterator[_Found | None]:
    """The objects and arrays from `at` on that are in no other and in no message; None at the end if it has no end."""
    for _ in range(_TRIES):
        begin = _BEGIN.search(text, at)
        if begin is None:
            return
        found = _decoded(text, begin.start())
        if found is not None:
            yield found
            at = found.end
        else:
            at = max(begin.end(), _past_noise(text, begin.start()))
    yield None


def _decoded(text: str, at: int) -> _Found | None:
    """The object or array that begins at `at`; None if there is none, or it breaks off."""
    if text[at : at + 1] not in ("{", "["):
        return None
    try:
        value, end = json.JSONDecoder(parse_int=str).raw_decode(text, at)
    except (ValueError, RecursionError):
        return None
    return _Found(at, end, value)


def _stands_alone(text: str, found: _Found, beginning: int) -> bool:
    """Whether a value stands where answers do; what belongs to JSON that breaks off has punctuation beside it."""
    before, behind = text[: found.start].rstrip(" \t"), text[found.end :].lstrip(" \t\r")
    if before.rstrip().endswith(("[", "{", ",", ":")) or behind.lstrip().startswith((",", "]", "}", ":")):
        return False
    if found.start <= beginning or _past_noise(text, found.end) == len(text):
        return True
    return before.endswith(("\n", ">")) and (not behind or behind.startswith(("\n", "<")))
