"""Rules for references and for what they lead to: names, kinds, and what nothing refers to."""

from __future__ import annotations

import re

from woospec.families import tree_of
from woospec.kinds import members
from woospec.load import Node, escape
from woospec.rules.house import House
from woospec.rules.shape import node_at, shown
from woospec.rules.sites import FileKind, files_of, kind_of

_SCHEMA_NAME = re.compile(r"[A-Z][A-Za-z0-9]*\Z")
_PARAMETER_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_IN_LIST = re.compile(r"/parameters/(\d+/)?\$ref\Z")
#: Endings of the names of derived schemas.
_DERIVED = ("Input", "Batch", "BatchItem", "BatchResult")
#: Schemas that the generator itself puts into every bundle.
_BUILT_IN = frozenset({"Error", "BatchItemError"})
_NAMES: tuple[tuple[FileKind, str, re.Pattern[str], str], ...] = (
    ("schemas", "schema", _SCHEMA_NAME, "PascalCase"),
    ("parameters", "parameter", _PARAMETER_NAME, "lower_snake"),
)


def check_refs(house: House) -> None:
    """Judge every reference that leads somewhere."""
    for (file, pointer, value), target in house.graph.targets.items():
        source = house.spec.files[file]
        if kind_of(file) == "stray":
            continue
        wanted = "parameters" if _is_parameter(file, pointer) else "schemas"
        node = Node(value, source, pointer)
        if tree_of(file) != tree_of(target.file.path):
            house.add(
                "ref-target",
                f"$ref leads out of its tree: {shown(value)}",
                node,
                hint="each tree has a common/ of its own",
            )
        elif kind_of(target.file.path) != wanted or target.pointer.count("/") != 1:
            what = (
                "a parameter of common/parameters.yaml"
                if wanted == "parameters"
                else "a name at the top of a schema file"
            )
            house.add("ref-target", f"$ref must lead to {what}: {shown(value)}", node, hint="write file.yaml#/Name")


def _is_parameter(file: str, pointer: str) -> bool:
    if kind_of(file) == "parameters":
        return pointer.count("/") == 2
    return kind_of(file) == "paths" and bool(_IN_LIST.search(pointer))


def check_names(house: House) -> None:
    """Names of schemas and parameters have one form; schema names are unique over their tree."""
    seen: dict[tuple[str, str, str], Node] = {}
    for kind, word, form, style in _NAMES:
        for file in files_of(house.spec, kind):
            for name in members(file.data):
                node = node_at(file, (name,))
                if not form.match(name):
                    house.add(
                        "name",
                        f"{shown(name)} is no name for a {word}",
                        node,
                        hint=f"write {style} with letters and digits",
                    )
                first = seen.setdefault((kind, tree_of(file.path), name), node)
                if first is not node:
                    hint = "rename one: names are unique over the whole spec"
                    house.add("name-collision", f"two {word}s are called {shown(name)}", node, first, hint=hint)


def check_derived(house: House) -> None:
    """No schema has a name that the generator gives to what it derives from another."""
    known = {(tree_of(f.path), name) for f in files_of(house.spec, "schemas") for name in members(f.data)}
    for file in files_of(house.spec, "schemas"):
        for name, schema in members(file.data).items():
            for suffix in _DERIVED:
                if suffix == "Input" and "properties" in members(schema):
                    continue  # the request form of an object, written by hand: it is taken for the derived one
                if name.endswith(suffix) and (tree_of(file.path), name.removesuffix(suffix)) in known:
                    message = f"{name} is what the generator calls a schema made of {name.removesuffix(suffix)}"
                    house.add("name-collision", message, node_at(file, (name,)), hint="use another name")


def check_unused(house: House) -> None:
    """Something refers to each schema and parameter."""
    used = _used(house)
    for kind, word, _, _ in _NAMES:
        for file in files_of(house.spec, kind):
            for name in members(file.data) if tree_of(file.path) in house.linked else ():
                if (file.path, f"/{escape(name)}") not in used and name not in _BUILT_IN:
                    hint = "use it, or take it out"
                    house.add(
                        "unused", f"nothing refers to the {word} {shown(name)}", node_at(file, (name,)), hint=hint
                    )


def _used(house: House) -> set[tuple[str, str]]:
    """(file, pointer) of what something else refers to."""
    found: set[tuple[str, str]] = set()
    for (file, pointer, _), target in house.graph.targets.items():
        if file != target.file.path or not pointer.startswith(f"{target.pointer}/"):
            found.add((target.file.path, target.pointer))
    for site in house.sites:
        source = site.value.get("x-writes")
        if isinstance(source, str):
            _note(house, site.file.path, source if "#" in source else f"#/{source}", found)
    for op in house.operations:
        for reference in members(op.raw.get("x-batch")).values():
            if isinstance(reference, str) and "#" in reference:
                _note(house, op.file.path, reference, found)
    return found


def _note(house: House, file: str, reference: str, found: set[tuple[str, str]]) -> None:
    target = house.graph.find(file, reference)
    if target is not None:
        found.add((target.file.path, target.pointer))
