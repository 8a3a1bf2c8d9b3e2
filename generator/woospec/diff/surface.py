"""What people can name in a generated package: its classes, their fields and methods, and its types."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import NamedTuple

from woospec.copied import COPIED

_PACKAGE = "wooclient"
#: Hand-written parts, which no description changes.
_COPIED = frozenset(package for _, package in COPIED)
#: Mappings that are passed.
_MAPPINGS = ("Parameters", "TypedDict")
_METHODS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Argument(NamedTuple):
    """An argument of a method, or a key of a mapping that a call takes."""

    type: str
    required: bool


class Method(NamedTuple):
    """A method; `arguments` by name, `**` among them."""

    arguments: dict[str, Argument]
    result: str
    docs: str = ""


@dataclass
class Class:
    """A class: `fields` can be read, `keys` are what a mapping holds that is passed.

    Which of the two annotations are, its bases tell; so `annotated` holds them until these are known. `total` is
    whether keys must be given.
    """

    module: str
    name: str
    bases: tuple[str, ...]
    docs: str = ""
    total: bool = True
    annotated: dict[str, str] = field(default_factory=dict[str, str])
    fields: dict[str, str] = field(default_factory=dict[str, str])
    keys: dict[str, Argument] = field(default_factory=dict[str, Argument])
    methods: dict[str, Method] = field(default_factory=dict[str, Method])

    @property
    def path(self) -> str:
        """Where it is imported from, and its name."""
        return f"{self.module}.{self.name}"


@dataclass
class Surface:
    """All of a package. `names` are types that have a name, by module and name; `texts` are the docstrings."""

    classes: dict[str, Class] = field(default_factory=dict[str, Class])
    names: dict[str, str] = field(default_factory=dict[str, str])

    def whole(self, one: Class) -> Class:
        """A class with what it has from other classes of the package; its bases are those beyond."""
        made = replace(one, bases=(), fields={}, keys={}, methods={})
        for name in one.bases:
            base = self._base(one, name)
            above = self.whole(base) if base is not None else None
            made.bases += above.bases if above is not None else (name,)
            if above is not None:
                made.fields |= above.fields
                made.keys |= above.keys
                made.methods |= above.methods
        fields, keys = made.fields | one.fields, made.keys
        if any(base in _MAPPINGS for base in made.bases):
            keys = keys | {name: Argument(text, _is_required(text, one.total)) for name, text in one.annotated.items()}
        else:
            fields |= one.annotated
        return replace(made, fields=fields, keys=keys, methods=made.methods | one.methods)

    def _base(self, one: Class, name: str) -> Class | None:
        """The class that a base names: one of the same module, or else of the same version."""
        version = one.module.partition(".models")[0].partition(".params")[0]
        named = [c for c in self._by_name.get(name, ()) if c.path != one.path]
        near = [c for c in named if c.module.startswith(f"{version}.")]
        return self.classes.get(f"{one.module}.{name}") or next(iter(near or named), None)

    @cached_property
    def _by_name(self) -> dict[str, list[Class]]:
        found: dict[str, list[Class]] = {}
        for one in self.classes.values():
            found.setdefault(one.name, []).append(one)
        return found

    @property
    def types(self) -> dict[str, str]:
        """What the names of types stand for, wherever they are used."""
        return {path.rpartition(".")[2]: text for path, text in self.names.items()}


def read(files: Mapping[str, str]) -> Surface:
    """The surface of a package, from the text of its files by their path."""
    found = Surface()
    for path, text in files.items():
        top, _, below = path.partition("/")
        if top == _PACKAGE and path.endswith(".py") and below.split("/")[0] not in _COPIED:
            module = _module(path.removesuffix(".py").removesuffix("/__init__").replace("/", "."), text)
            found.classes |= module.classes
            found.names |= module.names
    return found


@cache
def _module(module: str, text: str) -> Surface:
    """The surface of one module; most are the same on both sides of a comparison."""
    found = Surface()
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            made = _class(module, node)
            found.classes[made.path] = made
        elif isinstance(node, ast.Assign) and (name := _alias(node)):
            found.names[f"{module}.{name}"] = ast.unparse(node.value)
    return found


def _alias(node: ast.Assign) -> str:
    """The name of a type; empty for any other value."""
    target = node.targets[0]
    is_type = isinstance(node.value, ast.Subscript | ast.BinOp)
    return target.id if is_type and isinstance(target, ast.Name) and target.id[:1].isupper() else ""


def _class(module: str, node: ast.ClassDef) -> Class:
    made = Class(module, node.name, tuple(ast.unparse(base) for base in node.bases), _docs(node))
    made.total = not any(word.arg == "total" and ast.unparse(word.value) == "False" for word in node.keywords)
    for n, part in enumerate(node.body):
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and part.target.id[0] != "_":
            made.annotated[part.target.id] = ast.unparse(part.annotation)
            made.docs += _text_after(node, n)
        elif isinstance(part, _METHODS) and not part.name.startswith("_"):
            if any(isinstance(mark, ast.Name) and mark.id == "cached_property" for mark in part.decorator_list):
                made.fields[part.name] = _unparsed(part.returns)
            else:
                made.methods[part.name] = Method(dict(_arguments(part)), _unparsed(part.returns), _docs(part))
    return made


def _is_required(text: str, total: bool) -> bool:
    return text.startswith("Required[") or (total and not text.startswith("NotRequired["))


def _arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, Argument]]:
    taken = node.args
    named = [*taken.posonlyargs, *taken.args]
    optional = len(named) - len(taken.defaults)
    for n, one in enumerate(named):
        if one.arg != "self":
            yield one.arg, Argument(_unparsed(one.annotation), n < optional)
    for one, default in zip(taken.kwonlyargs, taken.kw_defaults, strict=True):
        yield one.arg, Argument(_unparsed(one.annotation), default is None)
    if taken.kwarg is not None:
        yield "**", Argument("", required=False)


def _text_after(node: ast.ClassDef, n: int) -> str:
    """The docstring of a field, which stands below it."""
    match node.body[n + 1 : n + 2]:
        case [ast.Expr(ast.Constant(str() as text))]:
            return text
        case _:
            return ""


def _docs(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return ast.get_docstring(node) or ""


def _unparsed(node: ast.expr | None) -> str:
    return ast.unparse(node) if node is not None else ""
