"""What runs while a file is imported, and which of its lines depend on it."""

from __future__ import annotations

import ast

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def used_later(text: str, line: int) -> set[int]:
    """The lines that depend on what `line` does while the file is imported; none if it does nothing then.

    For a statement these are the lines that use a name to which it assigns, for a default of a parameter the function.
    """
    tree = ast.parse(text)
    for function in (node for node in ast.walk(tree) if isinstance(node, _Function)):
        body = range(function.body[0].lineno, (function.end_lineno or 0) + 1)
        if line in body:
            return set()
        if function.lineno <= line < body.start:
            return set(body)
    names, own = _assigned(tree, line)
    uses = (node for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute))
    return {node.lineno for node in uses if (node.id if isinstance(node, ast.Name) else node.attr) in names} - own


def _assigned(tree: ast.Module, line: int) -> tuple[set[str], set[int]]:
    """The names to which the statement at `line` assigns, and its own lines."""
    names: set[str] = set()
    own: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.lineno <= line <= (node.end_lineno or 0):
            own.update(range(node.lineno, (node.end_lineno or 0) + 1))
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                names |= {one.id for one in ast.walk(target) if isinstance(one, ast.Name)}
    return names, own
