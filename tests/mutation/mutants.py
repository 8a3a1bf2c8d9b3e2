"""All mutants of a file: where they are, what is changed, and the source with the change in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mutation.operators import changes

#: Statements of which nothing is changed: they are no behaviour, or only messages for people.
_STILL = (ast.Import, ast.ImportFrom, ast.AnnAssign)
#: Calls whose texts are for people: what they say is not behaviour.
_SPOKEN = frozenset({"TypeError", "ValueError", "debug", "info", "warning", "Problem", "print"})


@dataclass(frozen=True)
class Mutant:
    """One change of one file.

    Attributes:
        file: The file, relative to the project.
        line: The first line of what is changed.
        last: The last line of it.
        operator: What kind of change it is.
        before: The changed code as it was, on one line.
        after: The same with the change.
        function: The function or class around it.
        source: The whole file with the change in it.
        nth: Which one it is among those of the file that look the same.
    """

    file: str
    line: int
    last: int
    operator: str
    before: str
    after: str
    function: str
    source: str
    nth: int = 0

    @property
    def key(self) -> str:
        """A name that stays the same when lines move."""
        nth = f" #{self.nth}" if self.nth else ""
        return f"{self.file} {self.function}: {self.before} -> {self.after}{nth}"


class Source:
    """A file that is to be broken."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text

    @classmethod
    def read(cls, root: Path, file: str) -> Source:
        """The file as it stands."""
        return cls(file, (root / file).read_text())

    @cached_property
    def _offsets(self) -> list[int]:
        found = [0]
        for line in self.text.encode().split(b"\n"):
            found.append(found[-1] + len(line) + 1)
        return found

    def mutants(self) -> Iterator[Mutant]:
        """Every mutant, in the order of the file."""
        seen: dict[str, int] = {}
        for node, function in _walk(ast.parse(self.text), ""):
            for operator, other in changes(node):
                made = self._mutant(node, function, operator, other)
                nth = seen[made.key] = seen.get(made.key, -1) + 1
                yield Mutant(**{**vars(made), "nth": nth})

    def _mutant(self, node: ast.AST, function: str, operator: str, other: ast.AST) -> Mutant:
        assert isinstance(node, ast.expr | ast.stmt)
        data = self.text.encode()
        start = self._offsets[node.lineno - 1] + node.col_offset
        end = self._offsets[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        if isinstance(node, ast.If):  # only its condition changes, so the rest keeps its form
            assert isinstance(other, ast.If)
            node, other = node.test, other.test
            start = self._offsets[node.lineno - 1] + node.col_offset
            end = self._offsets[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        text = ast.unparse(ast.fix_missing_locations(other))
        bracketed = (
            f"({text})" if isinstance(other, ast.expr) and not isinstance(other, ast.Slice | ast.Constant) else text
        )
        # Lines stay where they were, so that coverage and tracebacks fit.
        filler = "\n" * (data[start:end].count(b"\n") - bracketed.count("\n"))
        if filler and isinstance(other, ast.expr) and not isinstance(other, ast.Slice):
            bracketed = f"({bracketed}{filler})"
            filler = ""
        source = data[:start] + bracketed.encode() + filler.encode() + data[end:]
        last = node.end_lineno or node.lineno
        before, after = _short(ast.unparse(node)), _short(text)
        return Mutant(self.file, node.lineno, last, operator, before, after, function, source.decode())


def _walk(node: ast.AST, function: str) -> Iterator[tuple[ast.AST, str]]:
    """The nodes whose change is a change of behaviour, with the name of what is around them."""
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_still(node, field, child):
                continue
            name = function
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                name = f"{function}.{child.name}" if function else child.name
            yield child, name
            yield from _walk(child, name)


def _is_still(parent: ast.AST, field: str, child: ast.AST) -> bool:
    """Whether `child` is no behaviour: an annotation, a docstring, an import, a text for people."""
    if field in ("annotation", "returns", "type_params", "decorator_list"):
        return True
    if isinstance(child, _STILL) and not (isinstance(child, ast.AnnAssign) and child.value is not None):
        return True
    if isinstance(parent, ast.AnnAssign) and field == "target":
        return True
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    if isinstance(child, ast.Assign) and any(isinstance(t, ast.Name) and t.id.startswith("__") for t in child.targets):
        return True
    if isinstance(child, ast.JoinedStr | ast.FormattedValue):
        return True
    if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
        return True
    if isinstance(parent, ast.Call) and field == "args" and isinstance(child, ast.Constant):
        name = parent.func.attr if isinstance(parent.func, ast.Attribute) else getattr(parent.func, "id", "")
        return name in _SPOKEN and isinstance(child.value, str)
    return isinstance(parent, ast.Subscript) and field == "slice" and _names_type(parent)


def _names_type(node: ast.Subscript) -> bool:
    """Whether `node` is a type such as `dict[str, int]`."""
    root = node.value
    while isinstance(root, ast.Attribute | ast.Subscript):
        root = root.value
    return isinstance(root, ast.Name) and (
        root.id[:1].isupper() or root.id in ("dict", "list", "set", "tuple", "frozenset", "type")
    )


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 90 else f"{joined[:60]} … {joined[-28:]}"
