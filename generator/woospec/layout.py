"""The layout of generated Python: lines that are too long are broken where black breaks them, and imports follow use.

Templates print each statement on one line and need not measure. The tests hold the output against black.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from woospec.text import WIDTH

#: Strings and comments, in which brackets, commas and names mean nothing.
_TEXT = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
    r"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'"
    r"|#[^\n]*",
    re.DOTALL,
)
_NAME = re.compile(r"(?<![.\w])[A-Za-z_]\w*")
_OPENING, _CLOSING = "([{", ")]}"
_BRACKET, _BRACKET_OR_COMMA = re.compile(r"[()\[\]{}]"), re.compile(r"[()\[\]{},]")
#: What a mask has in place of a string: nothing that a line could be broken at, and for those of several lines a sign
#: that these are no lines of code.
_PLAIN, _INSIDE = "_", "\0"


def laid_out(source: str) -> str:
    """Python source with its lines no longer than black lets them be, as far as they can be broken."""
    lines = source.split("\n")
    if all(len(line) <= WIDTH for line in lines):
        return source
    masks = _TEXT.sub(_masked, source).split("\n")
    return "\n".join(
        line if len(line) <= WIDTH or _INSIDE in mask else "\n".join(_Code(line, mask).broken())
        for line, mask in zip(lines, masks, strict=True)
    )


def _masked(text: re.Match[str]) -> str:
    found = text.group()
    lines = [len(line) for line in found.split("\n")]
    return _PLAIN * len(found) if len(lines) == 1 else "\n".join(_INSIDE * max(length, 1) for length in lines)


class _Code(NamedTuple):
    """A piece of one line of code, and the same with its strings masked."""

    text: str
    mask: str

    def cut(self, start: int, end: int | None = None) -> _Code:
        return _Code(self.text[start:end], self.mask[start:end])

    def stripped(self) -> _Code:
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def broken(self) -> Iterator[str]:
        """The lines that this line becomes."""
        code = self.stripped()
        yield from code.within(len(self.text) - len(self.text.lstrip()))

    def within(self, indent: int, comma: str = "") -> Iterator[str]:
        """The lines that this becomes with a margin and what follows it, one if it fits."""
        margin = " " * indent
        place = None if indent + len(self.text) + len(comma) <= WIDTH else self.bracket()
        if place is None:
            yield f"{margin}{self.text}{comma}"
            return
        start, end = place
        inner = self.cut(start + 1, end).stripped()
        yield f"{margin}{self.text[: start + 1]}"
        if self.is_call(start) and indent + 4 + len(inner.text) <= WIDTH and not inner.mask.endswith(","):
            yield f"{margin}    {inner.text}"
        else:
            yield from inner.items(indent + 4, is_function=self.is_function())
        yield from self.cut(end).within(indent, comma)

    def items(self, indent: int, *, is_function: bool) -> Iterator[str]:
        """What stands in brackets, each item on its own line; only a single argument of a call has no comma."""
        found = [item.stripped() for item in self.split()]
        comma = "," if len(found) > 1 or is_function else ""
        for item in found:
            if item.text:
                yield from item.within(indent, comma)

    def split(self) -> Iterator[_Code]:
        """The parts between the commas that stand in no bracket."""
        start = depth = 0
        for found in _BRACKET_OR_COMMA.finditer(self.mask):
            depth += (found[0] in _OPENING) - (found[0] in _CLOSING)
            if found[0] == "," and depth == 0:
                yield self.cut(start, found.start())
                start = found.end()
        yield self.cut(start)

    def bracket(self) -> tuple[int, int] | None:
        """The brackets to break at: those of the parameters of a function, else the last ones."""
        pairs: list[tuple[int, int]] = []
        opened: list[int] = []
        for found in _BRACKET.finditer(self.mask):
            place = found.start()
            if found[0] in _OPENING:
                opened.append(place)
            elif opened:
                start = opened.pop()
                if not opened and place > start + 1:
                    pairs.append((start, place))
        if not pairs or opened:
            return None
        return pairs[0 if self.is_function() else -1]

    def is_function(self) -> bool:
        """Whether this is the head of a function."""
        return self.mask.startswith(("def ", "async def "))

    def is_call(self, start: int) -> bool:
        """Whether a bracket belongs to a name before it: then its items may share a line."""
        return self.mask[start - 1 : start].isidentifier() or self.mask[start - 1 : start] in ("]", ")")


def imports(
    body: str, here: str, own: Mapping[str, str], *made: Mapping[str, str], also: str = "", indent: int = 0
) -> str:
    """Lines that import what `body`, a part of the module `here`, uses, in the order that isort leaves.

    `own` has the names of each module that the template knows, in one text; `made` the module of each name that comes
    from the description; `also` are names that stand outside of the body. Between blocks of lines stands an empty one.
    """
    used = _used(body).union(also.split())
    wanted = {module: list(used.intersection(names.split())) for module, names in own.items()}
    for table in made:
        for name in used & table.keys():
            wanted.setdefault(table[name], []).append(name)
    blocks: dict[int, list[str]] = {}
    for module, names in sorted(wanted.items()):
        if names and module != here:
            blocks.setdefault(_block(module), []).append(_line(module, sorted(names, key=_order), indent))
    return "\n".join("".join(lines) for _, lines in sorted(blocks.items()))


@lru_cache(maxsize=2)
def _used(body: str) -> frozenset[str]:
    """The names in some code, without those in strings and behind a dot."""
    return frozenset(_NAME.findall(_TEXT.sub(_PLAIN, body)))


def _block(module: str) -> int:
    """The standard library, other packages, this package."""
    top = module.partition(".")[0]
    return 0 if top in sys.stdlib_module_names else 2 if top == "wooclient" else 1


def _order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as isort's default does."""
    return 0 if name.isupper() else 1 if name[:1].isupper() else 2, name


def _line(module: str, names: list[str], indent: int) -> str:
    margin = " " * indent
    line = f"{margin}from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return f"{line}\n"
    return f"{margin}from {module} import (\n" + "".join(f"{margin}    {name},\n" for name in names) + f"{margin})\n"
