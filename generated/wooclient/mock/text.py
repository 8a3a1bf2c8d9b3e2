"""Texts as WordPress treats them: slugs, cleaned lines, paragraphs, switches."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Any
from urllib.parse import quote

_TAGS = re.compile(r"<[^>]*>")
#: Tags that are not allowed, and what only looks like one.
_HARMFUL = re.compile(
    r"</?(?:script|style|iframe|form|input|object|embed|link|meta|html|body)\b[^>]*>|<(?![\s/]*[a-z0-9]|!--)[^<>]*>",
    re.IGNORECASE,
)
#: Ampersands that begin no entity.
_LONE = re.compile(r"&(?!#?\w+;)")
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|table|blockquote|pre|section)\b", re.IGNORECASE)

#: Letters that have no plain one inside them, the way WordPress spells them.
_LETTERS = str.maketrans({
    "ß": "s", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l",
    "þ": "th", "Þ": "th", "ð": "d", "ı": "i", "€": "e", "£": "", "×": "x",
})  # fmt: skip


def slug(text: str) -> str:
    """`Stoneware Teapot` → `stoneware-teapot`; what is no Latin letter is percent-encoded, as in WordPress."""
    plain = re.sub(r"&[^;\s]+;", "", _TAGS.sub("", text).translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", plain)
    plain = unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c))).lower()
    plain = re.sub(r"[\s./\u2013\u2014\u00a0-]+", "-", plain)
    plain = re.sub(r"[\u2018-\u201f\u00ab\u00bb\u2026\u2122\u00a9\u00ae\u00b0\u00a1\u00bf]", "", plain)
    plain = "".join(c if c.isascii() else quote(c).lower() for c in plain)
    return re.sub(r"-+", "-", re.sub(r"[^%a-z0-9_-]", "", plain))[:200].strip("-")


def line(text: str) -> str:
    """A text on one line without markup, as WordPress stores short fields."""
    return re.sub(r"\s+", " ", _TAGS.sub("", text)).strip()


def safe(value: Any) -> str:
    """A text as WordPress stores it: without markup that could do harm, lone ampersands escaped."""
    return _LONE.sub("&amp;", _HARMFUL.sub("", scalar_text(value)))


def paragraphs(text: str) -> str:
    """A text as visitors see it: blank lines make paragraphs, single ones breaks."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        return ""
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", text) if "\n" in text else [text]:
        block = block.strip()
        blocks.append(block if _BLOCK.match(block) else "<p>" + block.replace("\n", "<br />\n") + "</p>")
    return "\n".join(blocks) + "\n"


def polished(text: str) -> str:
    """A text as visitors see it whose signs WordPress puts in order too: lone ampersands are written as numbers."""
    return paragraphs(_LONE.sub("&#038;", text))


def scalar_text(value: Any) -> str:
    """A single value as PHP makes text of it: `true` is `1`, `false` and null are empty."""
    if value is True:
        return "1"
    if value is None or value is False:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def filled(value: Any, otherwise: Any = "") -> Any:
    """A text, or another value in place of what is nothing to PHP: an empty text, null, `0`."""
    return otherwise if value in ("", "0", None) else value


def gravatar(email: str, size: int = 96) -> str:
    """The address of somebody's picture."""
    digest = hashlib.sha256(email.strip().lower().encode()).hexdigest()
    return f"https://secure.gravatar.com/avatar/{digest}?s={size}&d=mm&r=g"
