"""The ways to break a piece of code: from a node of the syntax tree to the nodes that may stand in its place."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

Change = tuple[str, ast.AST]

_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
#: Methods and functions that have an opposite.
_OPPOSITES = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "startswith": "endswith",
    "endswith": "startswith",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "lower": "upper",
    "upper": "lower",
    "partition": "rpartition",
    "rpartition": "partition",
    "ROUND_HALF_UP": "ROUND_HALF_DOWN",
}
#: Functions whose removal leaves their first argument: what escapes, masks, sorts or rounds.
_WRAPPERS = frozenset(
    {"sorted", "redact", "percent", "quote", "escape", "masked", "round", "rounded", "literal", "abs"}
)


def _compare(node: ast.Compare) -> Iterator[Change]:
    for at, op in enumerate(node.ops):
        for other in _COMPARE.get(type(op), ()):
            yield "compare", ast.Compare(node.left, [*node.ops[:at], other(), *node.ops[at + 1 :]], node.comparators)


def _boolean(node: ast.BoolOp) -> Iterator[Change]:
    yield "and-or", ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    for at in range(len(node.values)):
        rest = [*node.values[:at], *node.values[at + 1 :]]
        yield "drop-operand", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _not(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield "drop-not", node.operand


def _arithmetic(node: ast.BinOp) -> Iterator[Change]:
    other = _ARITHMETIC.get(type(node.op))
    if other is not None:
        yield "arithmetic", ast.BinOp(node.left, other(), node.right)


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", ast.Constant(not value)
    elif isinstance(value, int | float):
        yield "constant", ast.Constant(value + 1)
    elif isinstance(value, str) and value and " " not in value.strip():  # sentences are for people
        yield "constant", ast.Constant(f"{value}~")


def _call(node: ast.Call) -> Iterator[Change]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in _OPPOSITES:
        other = _OPPOSITES[name]
        func = (
            ast.Attribute(node.func.value, other, ast.Load())
            if isinstance(node.func, ast.Attribute)
            else ast.Name(other)
        )
        yield "opposite", ast.Call(func, node.args, node.keywords)
    if name in _WRAPPERS and node.args:
        yield "unwrap", node.args[0]


def _if(node: ast.If) -> Iterator[Change]:
    yield "never", ast.If(ast.Constant(False), node.body, node.orelse)
    yield "always", ast.If(ast.Constant(True), node.body, node.orelse)


def _conditional(node: ast.IfExp) -> Iterator[Change]:
    yield "swap", ast.IfExp(node.test, node.orelse, node.body)


def _return(node: ast.Return) -> Iterator[Change]:
    # Who asks whether something is so takes None for no.
    constant = node.value if isinstance(node.value, ast.Constant) else None
    if node.value is not None and not (constant and (constant.value is None or constant.value is False)):
        yield "return-none", ast.Return(ast.Constant(None))


def _statement(node: ast.Expr) -> Iterator[Change]:
    if isinstance(node.value, ast.Call | ast.Await):
        yield "drop-call", ast.Pass()


def _raise(_: ast.Raise) -> Iterator[Change]:
    yield "drop-raise", ast.Pass()


def _break(_: ast.Break) -> Iterator[Change]:
    yield "break", ast.Continue()


def _continue(_: ast.Continue) -> Iterator[Change]:
    yield "break", ast.Break()


def _elements(node: ast.Set | ast.Tuple) -> Iterator[Change]:
    """A table with one row less, such as the statuses that are tried again."""
    if len(node.elts) > 1 and all(isinstance(one, ast.Constant | ast.Tuple) for one in node.elts):
        for at in range(len(node.elts)):
            yield "drop-element", type(node)(elts=[*node.elts[:at], *node.elts[at + 1 :]])  # type: ignore[call-arg]


def _pairs(node: ast.Dict) -> Iterator[Change]:
    if len(node.keys) > 1 and all(isinstance(key, ast.Constant) for key in node.keys):
        for at in range(len(node.keys)):
            keys, values = [*node.keys], [*node.values]
            del keys[at], values[at]
            yield "drop-element", ast.Dict(keys, values)


def _slice(node: ast.Slice) -> Iterator[Change]:
    if node.lower is not None:
        yield "slice", ast.Slice(None, node.upper, node.step)
    if node.upper is not None:
        yield "slice", ast.Slice(node.lower, None, node.step)


_OPERATORS: dict[type[ast.AST], Callable[..., Iterator[Change]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _not,
    ast.BinOp: _arithmetic,
    ast.Constant: _constant,
    ast.Call: _call,
    ast.If: _if,
    ast.IfExp: _conditional,
    ast.Return: _return,
    ast.Expr: _statement,
    ast.Raise: _raise,
    ast.Break: _break,
    ast.Continue: _continue,
    ast.Set: _elements,
    ast.Tuple: _elements,
    ast.Dict: _pairs,
    ast.Slice: _slice,
}


def changes(node: ast.AST) -> Iterator[Change]:
    """Each way to break `node`: the operator's name, and the node that stands in its place."""
    operator = _OPERATORS.get(type(node))
    if operator is not None:
        yield from operator(node)
