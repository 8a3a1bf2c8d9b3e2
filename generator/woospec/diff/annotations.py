"""Whether a type annotation allows more than another one, or less."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Literal

Relation = Literal["same", "narrowed", "widened", "changed"]
#: A type: what may stand there. Text is a name or a literal value; a tuple is a generic type and its arguments.
Type = frozenset["str | tuple[str, tuple[Type, ...]]"]
_TEXT = "'"


def relation(old: str, new: str, old_names: Mapping[str, str], new_names: Mapping[str, str]) -> Relation:
    """How `new` stands to `old`. The tables tell what the names of unions and literals stand for."""
    if old == new and old_names == new_names:
        return "same"
    was, now = (_read(ast.parse(text, mode="eval").body, names) for text, names in ((old, old_names), (new, new_names)))
    less, more = _within(now, was), _within(was, now)
    return "same" if less and more else "narrowed" if less else "widened" if more else "changed"


def _read(node: ast.expr, names: Mapping[str, str]) -> Type:
    match node:
        case ast.BinOp(left, ast.BitOr(), right):
            return _read(left, names) | _read(right, names)
        case ast.Subscript(ast.Name("Annotated" | "Required" | "NotRequired"), ast.Tuple([first, *_]) | first):
            return _read(first, names)
        case ast.Subscript(ast.Name("Literal"), ast.Tuple(values)):
            return frozenset(ast.unparse(value) for value in values)
        case ast.Subscript(ast.Name("Literal"), value):
            return frozenset({ast.unparse(value)})
        case ast.Subscript(base, inner):
            arguments = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            return frozenset({(ast.unparse(base), tuple(_read(one, names) for one in arguments))})
        case ast.Constant(str() as quoted):
            return _read(ast.parse(quoted, mode="eval").body, names)
        case ast.Name(name) if name in names:
            return _read(ast.parse(names[name], mode="eval").body, {k: v for k, v in names.items() if k != name})
        case _:
            return frozenset({ast.unparse(node)})


def _within(inner: Type, outer: Type) -> bool:
    """Whether everything in `inner` is allowed by `outer`."""
    return "Any" in outer or all(_is_in(one, outer) for one in inner)


def _is_in(one: str | tuple[str, tuple[Type, ...]], outer: Type) -> bool:
    if one in outer:
        return True
    if isinstance(one, str):
        return one.startswith(_TEXT) and "str" in outer
    return any(
        one[0] == other[0] and len(one[1]) == len(other[1]) and all(map(_within, one[1], other[1]))
        for other in outer
        if not isinstance(other, str)
    )
