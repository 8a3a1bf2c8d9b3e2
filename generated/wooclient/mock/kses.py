"""Markup as WordPress cleans it: tags stripped, or all but the harmless ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

_SCRIPTS = re.compile(r"<(script|style)[^>]*?>.*?</\1>", re.IGNORECASE | re.DOTALL)
_OPEN = re.compile(r"<[^>]*?(?=<)|<[^>]*?>|<[^>]*$")
_PIECES = re.compile(r"<!--.*?(?:-->|$)|<[^>]*(?:>|$)|>", re.DOTALL)
_TAG = re.compile(r"<\s*(/\s*)?([a-zA-Z0-9-]+)([^>]*)>?", re.DOTALL)
_LONE = re.compile(r"&(?!(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6});)")
_NAME = re.compile(r"[_a-zA-Z][-_a-zA-Z0-9:.]*")
_EQUALS = re.compile(r"\s*=\s*")
_VALUES = (
    re.compile(r'"([^"]*)"(\s+|/?$)'), re.compile(r"'([^']*)'(\s+|/?$)"), re.compile(r"([^\s\"']+)(\s+|/?$)"),
)  # fmt: skip
_NO_ATTRIBUTE = re.compile(r"(\"[^\"]*(\"|$)|'[^']*('|$)|\S)*\s*")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")
_KNOWN = json.loads((Path(__file__).parent / "data" / "markup.json").read_text("utf-8"))
_SCHEMES, _ADDRESSES = frozenset(_KNOWN["schemes"]), frozenset(_KNOWN["addresses"])
_COMMON = frozenset(_KNOWN["common"])
#: What a post may hold: tags with their attributes.
POST = {
    **dict.fromkeys(_KNOWN["plain"], _COMMON),
    **{tag: _COMMON | frozenset(own) for tag, own in _KNOWN["own"].items()},
}
#: What shorter texts may hold: comments, titles, descriptions of terms.
DATA = {
    "a": frozenset(("href", "title")), "abbr": frozenset(("title",)), "acronym": frozenset(("title",)),
    "blockquote": frozenset(("cite",)), "del": frozenset(("datetime",)), "q": frozenset(("cite",)),
    **dict.fromkeys(("b", "cite", "code", "em", "i", "s", "strike", "strong"), frozenset[str]()),
}  # fmt: skip


def strip_tags(text: str) -> str:
    """PHP's `strip_tags`: a `<` before white space is no tag, and a tag without an end goes on to the end."""
    kept: list[str] = []
    state, depth, quote = "", 0, ""
    for i, char in enumerate(text):
        if state == "":
            if char == "<" and not text[i + 1 : i + 2].isspace():
                state = "tag"
            else:
                kept.append(char)
        elif state == "comment":
            state = "" if char == ">" and text[i - 2 : i] == "--" else state
        elif char == "!" and text[i - 1] == "<" and state == "tag":
            state = "comment" if text[i + 1 : i + 3] == "--" else state
        elif char in "\"'":
            quote = "" if quote == char else quote or char
        elif char == "<" and not quote and not text[i + 1 : i + 2].isspace():
            depth += 1
        elif char == ">" and not quote:
            state, depth = ("", 0) if not depth else (state, depth - 1)
    return "".join(kept)


def all_stripped(text: str) -> str:
    """A text without tags, and without what scripts and styles hold."""
    return strip_tags(_SCRIPTS.sub("", text)).strip(" \t\n\r\0\x0b")


def field(text: str, *, lines: bool = False) -> str:
    """WordPress's `sanitize_text_field`: no tags, no line breaks unless `lines`, nothing percent-encoded."""
    if "<" in text:
        text = all_stripped(_OPEN.sub(_unclosed, text)).replace("<\n", "&lt;\n")
    if not lines:
        text = re.sub(r"[\r\n\t ]+", " ", text)
    text = text.strip(" \t\n\r\0\x0b")
    bare = text
    while re.search(r"%[a-fA-F0-9]{2}", bare):
        bare = re.sub(r"%[a-fA-F0-9]{2}", "", bare)
    return bare if bare == text else re.sub(r" +", " ", bare).strip()


def _unclosed(piece: re.Match[str]) -> str:
    return piece[0] if ">" in piece[0] else escaped(piece[0])


def escaped(text: str) -> str:
    """WordPress's `esc_html`: what is an entity already stays."""
    text = _LONE.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#039;")


def cleaned(text: str, allowed: dict[str, frozenset[str]] = POST) -> str:
    """WordPress's `wp_kses`: only the tags that are allowed, with the attributes that they may have."""
    text = _LONE.sub("&amp;", text.replace("\0", ""))
    return _split(_OPEN.sub(_unclosed, text), allowed)


def _split(text: str, allowed: dict[str, frozenset[str]]) -> str:
    return _PIECES.sub(lambda piece: _piece(piece[0], allowed), text)


def _piece(piece: str, allowed: dict[str, frozenset[str]]) -> str:
    if not piece.startswith("<"):
        return "&gt;"
    piece = piece.replace('\\"', '"')
    if piece.startswith("<!--"):
        inside = piece.replace("<!--", "").replace("-->", "")
        while (less := _split(inside, allowed)) != inside:
            inside = less
        inside = re.sub(r"-$", "", re.sub(r"--+", "-", inside))
        return f"<!--{inside}-->" if inside else ""
    found = _TAG.fullmatch(piece)
    if found is None or found[2].lower() not in allowed:
        return ""
    if found[1]:
        return f"</{found[2]}>"
    return f"<{found[2]}{_attributes(found[3], allowed[found[2].lower()])}>"


def _attributes(text: str, allowed: frozenset[str]) -> str:
    slash = " /" if re.search(r"\s*/\s*$", text) else ""
    kept = ""
    for name, value in read(text):
        known = name.lower() in allowed or (len(allowed) > 5 and re.match(r"(aria|data)-[a-z0-9_-]+$", name.lower()))
        if known:
            kept += f" {name}" if value is None else f" {name}={value}"
    return re.sub(r"[<>]", "", kept) + slash


def read(text: str) -> list[tuple[str, str | None]]:
    """The attributes of a tag, values in their quotes."""
    found: dict[str, tuple[str, str | None]] = {}
    while text:
        text = text.lstrip()
        name = _NAME.match(text)
        equals = _EQUALS.match(text, name.end()) if name else None
        values = [v for v in (p.match(text, equals.end()) for p in _VALUES) if v] if equals else []
        if name and values:
            quote = "'" if text[equals.end() :].startswith("'") else '"'  # type: ignore[union-attr]
            found.setdefault(name[0].lower(), (name[0], f"{quote}{_without_bad_scheme(name[0], values[0][1])}{quote}"))
            text = text[values[0].end() :]
        elif name and (name.end() == len(text) or text[name.end()].isspace()) and not equals:
            found.setdefault(name[0].lower(), (name[0], None))
            text = text[name.end() :]
        else:
            wrong = _NO_ATTRIBUTE.match(text)
            text = text[wrong.end() if wrong and wrong.end() else len(text) :]
    return list(found.values())


def _without_bad_scheme(name: str, value: str) -> str:
    """The value of an attribute; an address without a scheme that could do harm."""
    scheme = _SCHEME.match(value) if name.lower() in _ADDRESSES else None
    if scheme and re.sub(r"\s", "", scheme[1]).lower() not in _SCHEMES:
        return _without_bad_scheme(name, value[scheme.end() :])
    return value
