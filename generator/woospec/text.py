"""The only ways by which a text of the spec gets into generated code: as a literal, or inside a docstring."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from json.encoder import encode_basestring as _quoted
from typing import Any

from woospec.kinds import Value, is_tuple

WIDTH = 120


def literal(value: Any) -> str:
    """A Python literal, in ASCII, in double quotes where black wants them."""
    if isinstance(value, str):
        return _text_literal(value)
    if value is None or type(value) in (bool, int) or (type(value) is float and math.isfinite(value)):
        return repr(value)
    if is_tuple(value):
        parts = [literal(part) for part in value]
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    raise TypeError(f"no literal for {value if isinstance(value, float) else type(value).__name__}")


def _text_literal(text: str) -> str:
    body = text.replace("\\", "\\\\")
    if not (body.isascii() and body.isprintable()):
        body = "".join(_visible(c) if c.isascii() else c.encode("unicode_escape").decode() for c in body)
    if body.count('"') > body.count("'"):
        quoted = body.replace("'", "\\'")
        return f"'{quoted}'"
    quoted = body.replace('"', '\\"')
    return f'"{quoted}"'


@cache
def words(text: str) -> str:
    """A text on one line, its white space folded, nothing in it that could end a docstring or hide in it."""
    folded = " ".join(text.split())
    visible = folded if folded.isprintable() else "".join(map(_visible, folded))
    return visible.replace("\\", "\\\\").replace('"""', "'''")


def _visible(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode()


@cache
def docstring(text: str, indent: int = 4) -> str:
    """A docstring with its quotes: paragraphs kept, lines wrapped, the way black leaves it."""
    paragraphs = [words(p) for p in re.split(r"\n\s*\n", text) if p.strip()] if "\n" in text else [words(text)]
    paragraphs = paragraphs or [""]
    room = WIDTH - indent
    if len(paragraphs) == 1 and len(paragraphs[0]) <= room - 6:
        return f'"""{_closed(paragraphs[0])}"""'
    margin = " " * indent
    # A single paragraph that only the quotes make too long still has to become two lines.
    first = room - 3 if len(paragraphs) > 1 or len(paragraphs[0]) > room - 3 else room - 6
    wrapped = [_wrapped(p, room if i else first) for i, p in enumerate(paragraphs)]
    if len(wrapped) == len(wrapped[0]) == 1:
        return f'"""{_closed(paragraphs[0])}"""'
    lines = "\n\n".join("\n".join(f"{margin}{line}" for line in paragraph) for paragraph in wrapped).lstrip()
    return f'"""{_opened(lines)}\n{margin}"""'


def _wrapped(text: str, width: int) -> list[str]:
    """Words in lines of `width`; one that is longer has a line of its own. The same as textwrap, only faster."""
    lines: list[str] = []
    start = 0
    while len(text) - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        cut = cut if cut > start else text.find(" ", start + width)
        if cut < 0:
            break
        lines.append(text[start:cut])
        start = cut + 1
    return [*lines, text[start:]]


def _opened(text: str) -> str:
    return f" {text}" if text.startswith('"') else text


def _closed(text: str) -> str:
    """Text that can stand right before the closing quotes."""
    safe = _opened(text)
    return f"{safe} " if safe.endswith('"') or not safe else safe


def markdown(text: str) -> str:
    """A text for a table cell of a Markdown page."""
    return words(text).replace("\\\\", "\\").replace("|", "\\|").replace("<", "&lt;")


def code(text: str) -> str:
    """A text for between two backticks on a Markdown page, outside of tables."""
    return words(text).replace("\\\\", "\\").replace("`", "'")


def json_text(value: Any) -> str:
    """A JSON document as the package holds it: what fits a line stands on one."""
    return _json(value, 0) + "\n"


def _json(value: Value, indent: int) -> str:
    """A value in JSON. Most are texts, so those are not worth a call to each."""
    below = indent + 1
    if isinstance(value, dict):
        items = [f"{_quoted(k)}: {_quoted(v) if isinstance(v, str) else _json(v, below)}" for k, v in value.items()]
        opened, closed = "{", "}"
    elif isinstance(value, list):
        items = [_quoted(v) if isinstance(v, str) else _json(v, below) for v in value]
        opened, closed = "[", "]"
    else:
        return _quoted(value) if isinstance(value, str) else _constant(value)
    line = ", ".join(items)
    if indent + len(line) + 2 <= WIDTH and "\n" not in line:
        return f"{opened}{line}{closed}"
    margin = "\n" + " " * below
    return f"{opened}{margin}" + f",{margin}".join(items) + f"{margin[:-1]}{closed}"


def _constant(value: float | None) -> str:
    if isinstance(value, bool) or value is None:
        return "true" if value is True else "false" if value is False else "null"
    return repr(value) if isinstance(value, int) else json.dumps(value)
