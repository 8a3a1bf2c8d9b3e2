"""What people and programs see: tables, JSON lines, messages. Text from a store never steers a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import click

from wooclient._runtime.redaction import redact

#: Control, format and lone-surrogate characters, and line ends of all kinds.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
#: What JSON leaves as it is although a terminal acts on it.
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
#: How long a cell may be.
_CELL = 80
#: How wide a table is where no terminal says it.
_WIDTH = 160


def printable(text: str) -> str:
    """`text` on one line, with everything that could steer a terminal written out."""
    return "".join(char if unicodedata.category(char) not in _STEERING else _written_out(char) for char in text)


def _written_out(char: str) -> str:
    if char in "\r\n\t":
        return " "
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


#: What errors say to people who write Python, and what to say here.
_SAID = (
    (". To send it unchanged, put it in extra={...}", ""),
    ("pass a value such as Decimal('12.50') or '12.50'", "write a value such as 12.50"),
    ("pass what only a plugin knows in extra={...: ...}", "what only a plugin knows is given as extra.NAME=value"),
    ("pass it in extra={...}", "give it as extra.NAME=value"),
)


def said(error: BaseException) -> str:
    """What an error says, for people at a terminal."""
    text = str(error)
    for told, here in _SAID:
        text = text.replace(told, here)
    return text


def tell(text: str) -> None:
    """Say something to the person at the terminal, on stderr, so that it is in no pipe."""
    click.echo(f"wooclient: {printable(redact(text))}", err=True)


def json_line(value: Any) -> str:
    """A value as one line of JSON on which no terminal acts."""
    return safe_json(json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str))


def safe_json(text: str) -> str:
    """The same JSON, with all on which a terminal acts written out."""
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say_json(value: Any) -> None:
    """Print a value as one line of JSON."""
    click.echo(json_line(value))


def cell(value: Any, *, whole: bool = False) -> str:
    """One value of a table on one line, short unless it is `whole`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = printable(value if isinstance(value, str) else json_line(value))
    return text if whole or len(text) <= _CELL else f"{text[: _CELL - 1]}…"


def show_table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], styles: Sequence[str] = (), *, whole: bool = False
) -> None:
    """Print a table. `styles` are those of the rows; `whole` leaves long values uncut."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(Text(printable(name)), overflow="fold")
    for number, row in enumerate(rows):
        style = styles[number] if styles else ""
        table.add_row(*[Text(cell(value, whole=whole), style=style) for value in row])
    _console().print(table)


def show_pairs(pairs: Iterable[tuple[str, Any]]) -> None:
    """Print names and values, one pair a line; long values are not cut."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in pairs:
        text = printable(value) if isinstance(value, str) else cell(value)
        table.add_row(Text(printable(name)), Text(text))
    _console().print(table)


def _console() -> Any:
    from rich.console import Console

    wide = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else _WIDTH
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=wide)
