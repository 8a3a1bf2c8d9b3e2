"""Signs as WordPress writes them in titles: quotes that bend, dashes, ellipses, signs of multiplication."""

from __future__ import annotations

import re

_TAG = re.compile(r"(<[^>]*>)")
_SPACE = r"[\r\n\t \u00a0]|&nbsp;"
_SIGNS = (("...", "&#8230;"), ("``", "&#8220;"), ("''", "&#8221;"), (" (tm)", " &#8482;"))
_OPENED, _CLOSED, _APOSTROPHE = "&#8216;", "&#8217;", "&#8217;"
_DOUBLE_OPENED, _DOUBLE_CLOSED, _PRIME, _DOUBLE_PRIME = "&#8220;", "&#8221;", "&#8242;", "&#8243;"
#: What stands for a quote that opens until numbers before quotes are looked at: no text holds it.
_OPENS = "\0"
_ENDS = rf"(?=\Z|[.,:;!?)}}\-\]]|&gt;|{_SPACE})"
_SPACED = r"\A|(?<=[\r\n\t \u00a0])|(?<=&nbsp;)"
_STARTS = rf"(?:{_SPACED}|(?<=&lt;)|(?<=[(\[{{\-]))"
_SINGLE = (
    (re.compile(rf"'(\d\d)'{_ENDS}"), rf"{_APOSTROPHE}\1{_CLOSED}"),
    (re.compile(rf"'(\d\d)\"{_ENDS}"), rf"{_APOSTROPHE}\1{_DOUBLE_CLOSED}"),
    (re.compile(r"'(?=\d\d(?:\Z|(?![%\d]|[.,]\d)))"), _APOSTROPHE),
    (re.compile(rf"(?:{_STARTS}|(?<=\"))'"), _OPENS),
    (re.compile(rf"(?<![\r\n\t \u00a0])(?<!&nbsp;)'(?!\Z|[.,:;!?\"'(){{}}\[\]\-]|&[lg]t;|{_SPACE})"), _APOSTROPHE),
)
_DOUBLE = ((re.compile(rf"{_STARTS}\"(?!{_SPACE})"), _OPENS),)
_DASHES = (
    (re.compile(r"---"), "&#8212;"),
    (re.compile(rf"(?:{_SPACED})--(?=\Z|{_SPACE})"), "&#8212;"),
    (re.compile(r"(?<!xn)--"), "&#8211;"),
    (re.compile(rf"(?:{_SPACED})-(?=\Z|{_SPACE})"), "&#8211;"),
)
_TIMES = re.compile(r"\b((?:0[\d.,]+|[1-9][\d.,]*))x(\d[\d.,]*)\b")
_LONE = re.compile(r"&(?!#(?:\d+|x[a-f0-9]+);|[a-z1-4]{1,8};)", re.IGNORECASE)


def texturized(text: str) -> str:
    """WordPress's `wptexturize`, without shortcodes and words that begin with an apostrophe."""
    return "".join(part if part.startswith("<") else _written(part) for part in _TAG.split(text))


def _written(text: str) -> str:
    for sign, number in _SIGNS:
        text = text.replace(sign, number)
    if "'" in text:
        text = _primes(_each(_SINGLE, text), "'", _PRIME, _CLOSED).replace(_OPENS, _OPENED)
    if '"' in text:
        text = _primes(_each(_DOUBLE, text), '"', _DOUBLE_PRIME, _DOUBLE_CLOSED).replace(_OPENS, _DOUBLE_OPENED)
    if "-" in text:
        text = _each(_DASHES, text)
    return _LONE.sub("&#038;", _TIMES.sub(r"\1&#215;\2", text))


def _each(rules: tuple[tuple[re.Pattern[str], str], ...], text: str) -> str:
    for pattern, written in rules:
        text = pattern.sub(written, text)
    return text


def _primes(text: str, quote: str, prime: str, closed: str) -> str:
    """Quotes that are left: after a digit feet or inches, else the end of what was opened."""
    parts = text.split(_OPENS)
    for i, part in enumerate(parts):
        ended = re.sub(f"{quote}{_ENDS}", closed, part) if i else part
        parts[i] = re.sub(rf"(?<=\d){quote}", prime, ended).replace(quote, closed)
    return _OPENS.join(parts)
