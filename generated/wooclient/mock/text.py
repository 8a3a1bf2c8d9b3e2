"""Texts as WordPress treats them: slugs, cleaned lines, paragraphs, switches."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from . import kses
from .kinds import is_list, is_map

#: Ampersands that begin no entity.
_LONE = re.compile(r"&(?!#?\w+;)")
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|table|blockquote|pre|section)\b", re.IGNORECASE)

_BREAKS = re.compile(r"<br\s*/?>\s*<br\s*/?>")
_BREAK_AFTER = re.compile(r"(</?(?:p|div|ul|ol|li|h[1-6]|table|blockquote|pre|section)\b[^>]*>)\s*<br />")
_BREAK_BEFORE = re.compile(r"<br />(\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)\b[^>]*>)")
#: What separates words in slugs, and what is left out of them.
_DASHES = re.compile(r"[\u00a0\u2013\u2014/]|&nbsp;|&#160;|&[nm]dash;|&#821[12];")
_DROPPED = re.compile(
    r"[\u00ad\u00a1\u00bf\u00ab\u00bb\u2039\u203a\u2018-\u201f\u2022\u00a9\u00ae\u00b0\u2026\u2122\u00b4\u02ca\u0301\u0341"
    r"\u0300\u0304\u030c\u200b-\u200f\u202a-\u202e\ufeff\ufffc]"
)
#: A percent sign that encodes nothing.
_LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")

#: Letters that have no plain one inside them, the way WordPress spells them.
_LETTERS = str.maketrans({
    "ß": "s", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l",
    "þ": "th", "Þ": "th", "ð": "d", "ı": "i", "€": "e", "£": "", "×": "x", "ª": "a", "º": "o", "Ð": "D",
})  # fmt: skip


def slug(text: str) -> str:
    """`Stoneware Teapot` → `stoneware-teapot`; what is no Latin letter is percent-encoded, as in WordPress."""
    plain = kses.strip_tags("".join(map(_plain, unicodedata.normalize("NFC", text))))
    plain = _LONE_PERCENT.sub("", plain).lower()
    plain = _encoded(_DROPPED.sub("", _DASHES.sub("-", plain)), 200).lower()
    plain = re.sub(r"&.+?;", "", plain).replace(".", "-")
    return re.sub(r"-+", "-", re.sub(r"\s+", "-", re.sub(r"[^%a-z0-9 _-]", "", plain))).strip("-")


def _plain(char: str) -> str:
    """A letter without its accent, if it is a Latin one."""
    if char.isascii():
        return char
    if ord(char) in _LETTERS:
        return str(_LETTERS[ord(char)])
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() and base.isalpha() else char


def _encoded(text: str, most: int) -> str:
    """A text percent-encoded, as long as whole letters fit."""
    done = ""
    for char in text:
        part = char if char.isascii() else quote(char)
        if len(done) + len(part) > most:
            break
        done += part
    return done


def line(text: str) -> str:
    """A text on one line without markup, as WordPress stores short fields."""
    return kses.field(text)


def safe(value: Any) -> str:
    """A text as WordPress stores it: without markup that could do harm, lone ampersands escaped."""
    return kses.cleaned(scalar_text(value))


def unslashed(text: str) -> str:
    """A text without the backslashes that WordPress takes for its own."""
    return re.sub(r"\\(.?)", r"\1", text, flags=re.DOTALL)


def name(value: Any) -> str:
    """A name as WordPress stores it: on one line, markup that is left written out."""
    return kses.cleaned(line(scalar_text(value)), kses.DATA).replace("<", "&lt;").replace(">", "&gt;")


def upper(text: str) -> str:
    """PHP's upper case: of plain letters only."""
    return "".join(c.upper() if c.isascii() else c for c in text)


#: Signs in the order in which databases sort them, before digits and letters.
_SIGNS = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_SORTED = str.maketrans({sign: chr(i) for i, sign in enumerate(_SIGNS)})


@lru_cache(maxsize=20_000)
def collated(text: str) -> str:
    """What databases compare in place of a text: signs, digits, letters whatever their case and accents."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return plain.translate(_SORTED)


def compared(one: str, other: str) -> int:
    """Which of two texts databases sort first: below 0 the one, above 0 the other."""
    first, second = collated(one), collated(other)
    return (first > second) - (first < second)


def user_name(text: str, *, strict: bool = False) -> str:
    """What WordPress leaves of a user name; of one that it makes up itself, letters without accents only."""
    plain = re.sub(r"%[a-fA-F0-9]{2}", "", "".join(map(_plain, kses.all_stripped(text))))
    plain = re.sub(r"&.+?;", "", plain)
    if strict:
        plain = re.sub(r"[^A-Za-z0-9 _.\-@]", "", plain)
    return re.sub(r"\s+", " ", plain.strip())


def paragraphs(text: str) -> str:
    """A text as visitors see it: blank lines make paragraphs, single ones breaks."""
    text = _BREAKS.sub("\n\n", text.replace("\r\n", "\n"))
    if not text.strip():
        return ""
    text = text.replace("<br>", "<br />").replace("<br/>", "<br />")
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", text) if "\n" in text else [text]:
        block = block.strip("\n")
        if not block.strip():
            continue
        blocks.append(block if _BLOCK.match(block) else "<p>" + block.replace("\n", "<br />\n") + "</p>")
    # A break at the edge of a block breaks nothing.
    return _BREAK_BEFORE.sub(r"\1", _BREAK_AFTER.sub(r"\1", "\n".join(blocks) + "\n"))


def polished(text: str) -> str:
    """A text as visitors see it whose signs WordPress puts in order too: lone ampersands are written as numbers."""
    return paragraphs(_LONE.sub("&#038;", text))


def scalar_text(value: Any) -> str:
    """A single value as PHP makes text of it: `true` is `1`, `false` and null are empty; of several, `Array`."""
    if value is True:
        return "1"
    if value is None or value is False:
        return ""
    if is_list(value) or is_map(value):
        return "Array"
    return _float(value) if isinstance(value, float) else str(value)


def single_text(value: Any) -> str:
    """A single value as text; of several, nothing."""
    return "" if is_list(value) or is_map(value) else scalar_text(value)


def _float(value: float) -> str:
    """A number as PHP writes it in a text: 14 digits, then powers of ten."""
    head, _, power = f"{value:.14G}".partition("E")
    return head if not power else f"{head if '.' in head else head + '.0'}E{int(power):+d}"


def switched_on(value: Any) -> bool:
    """What WooCommerce makes of a word where it wants yes or no: whatever it does not know is a no."""
    return scalar_text(value).lower() in ("yes", "true", "1")


def filled(value: Any, otherwise: Any = "") -> Any:
    """A text, or another value in place of what is nothing to PHP: an empty text, null, `0`."""
    return otherwise if value in ("", "0", None) else value


def coupon_code(value: Any) -> str:
    """A coupon's code without markup; its case is another matter."""
    return kses.cleaned(html.unescape(scalar_text(value)), {}).strip()


def gravatar(email: str, size: int = 96) -> str:
    """The address of somebody's picture."""
    digest = hashlib.sha256(email.strip().lower().encode()).hexdigest() if email else ""
    return f"https://secure.gravatar.com/avatar/{digest}?s={size}&d=mm&r=g"
