"""Rules for references and for what they lead to: names, kinds, and what nothing refers to."""

from __future__ import annotations

import posixpath
import re

from woospec.families import family_of_file
from woospec.kinds import members
from woospec.load import Node
from woospec.pointers import escape
from woospec.rules.house import HouseRules
from woospec.rules.shape import node_at, shown
from woospec.rules.sites import FileKind, files_of, kind_of

SCHEMA_NAME = re.compile(r"[A-Z][A-Za-z0-9]*\Z")
_PARAMETER_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
#: The parts that a named schema is made of, or one of which it is.
_PART = re.compile(r"(/[^/]+)(?:/(?:allOf|anyOf)/\d+)+/\$ref\Z")
_IN_LIST = re.compile(r"/parameters/(\d+/)?\$ref\Z")
#: Endings of the names of derived schemas.
_DERIVED = ("Input", "Batch", "BatchItem", "BatchResult")
#: Words of `x-batch` that refer to schemas.
_BATCH = ("item", "create", "update")
#: Schemas that the generator itself puts into every bundle.
_BUILT_IN = frozenset({"Error", "BatchItemError"})
_NAMES: tuple[tuple[FileKind, str, re.Pattern[str], str], ...] = (
    ("schemas", "schema", SCHEMA_NAME, "PascalCase"),
    ("parameters", "parameter", _PARAMETER_NAME, "lower_snake"),
)


def check_refs(house: HouseRules) -> None:
    """Judge every reference that leads somewhere."""
    for (file, pointer, value), target in house.graph.targets.items():
        source = house.spec.files.get(file)
        if source is None or source.faulty or kind_of(file) == "stray":
            continue
        wanted = "parameters" if _is_parameter(file, pointer) else "schemas"
        node = Node(value, source, pointer)
        if family_of_file(file) != family_of_file(target.file.path):
            message = f"$ref leads out of its tree: {shown(value)}"
            house.add("ref-target", message, node, hint="each tree has a common/ of its own")
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


def check_names(house: HouseRules) -> None:
    """Names of schemas and parameters have one form; schema names are unique over their tree."""
    seen: dict[tuple[str, str, str], Node] = {}
    for kind, word, form, style in _NAMES:
        for file in files_of(house.spec, kind):
            for name in members(file.data):
                node = node_at(file, (name,))
                if not form.match(name):
                    message = f"{shown(name)} is no name for a {word}"
                    house.add("name", message, node, hint=f"write {style} with letters and digits")
                first = seen.setdefault((kind, family_of_file(file.path), name), node)
                if first is not node:
                    hint = "rename one: names are unique over the whole spec"
                    house.add("name-collision", f"two {word}s are called {shown(name)}", node, first, hint=hint)


def check_derived(house: HouseRules) -> None:
    """No schema has a name that the generator gives to what it derives from another."""
    known = {(family_of_file(f.path), name) for f in files_of(house.spec, "schemas") for name in members(f.data)}
    for file in files_of(house.spec, "schemas"):
        for name, schema in members(file.data).items():
            for suffix in _DERIVED:
                if suffix == "Input" and "properties" in members(schema):
                    continue  # the request form of an object, written by hand: it is taken for the derived one
                if name.endswith(suffix) and (family_of_file(file.path), name.removesuffix(suffix)) in known:
                    message = f"{name} is what the generator calls a schema made of {name.removesuffix(suffix)}"
                    house.add("name-collision", message, node_at(file, (name,)), hint="use another name")


def check_circles(house: HouseRules) -> None:
    """No schema is made of itself: what `allOf` and `anyOf` name leads somewhere in the end."""
    made: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for (file, pointer, _), target in house.graph.targets.items():
        if file in house.spec.files and (match := _PART.match(pointer)):
            made.setdefault((file, match[1]), []).append((target.file.path, target.pointer))
    told: set[tuple[str, str]] = set()
    for start in made:
        seen, pending = set[tuple[str, str]](), list(made[start])
        while pending:
            if (here := pending.pop()) not in seen:
                seen.add(here)
                pending += made.get(here, ())
        if start in seen and start not in told:
            told |= seen
            node, hint = Node(None, house.spec.files[start[0]], start[1]), "one of them must say what it is"
            house.add("ref-cycle", f"{start[1][1:]} is made of itself", node, hint=hint)


def check_named(house: HouseRules) -> None:
    """What `x-writes` and `x-batch` name without a `$ref` is there."""
    for site in house.sites:
        source = site.value.get("x-writes")
        if isinstance(source, str) and not _leads(house, site.file.path, _local(source)):
            folder, node = posixpath.dirname(site.file.path), site.node("x-writes")
            message = f"x-writes names no schema of {folder}: {shown(source)}"
            house.add("ref", message, node, hint="name the read schema")
    for op in house.operations:
        for key, reference in members(op.raw.get("x-batch")).items():
            named = key in _BATCH and isinstance(reference, str) and reference != ""
            if named and not _leads(house, op.file.path, reference):
                hint = "name a schema: schemas.yaml#/Name"
                house.add("ref", f"leads nowhere: {shown(reference)}", op.node("x-batch", key), hint=hint)


def _local(source: str) -> str:
    """What `x-writes` says as a reference: a bare name stands in the same file."""
    return source if "#" in source else f"#/{source}"


def _leads(house: HouseRules, file: str, reference: str) -> bool:
    """Whether a reference leads somewhere, or into a file with a fault of its own."""
    return house.graph.find(file, reference) is not None or house.graph.leads_to_broken(file, reference)


def check_unused(house: HouseRules) -> None:
    """Something refers to each schema, parameter and condition."""
    used = _used(house)
    for kind, word, _, _ in _NAMES:
        for file in files_of(house.spec, kind):
            for name in members(file.data) if family_of_file(file.path) in house.whole else ():
                if (file.path, f"/{escape(name)}") not in used and name not in _BUILT_IN:
                    message = f"nothing refers to the {word} {shown(name)}"
                    house.add("unused", message, node_at(file, (name,)), hint="use it, or take it out")
    needed = {(family_of_file(op.file.path), op.raw.get("x-needs")) for op in house.operations}
    for root in house.roots:
        for name in members(root.data.get("conditions")) if family_of_file(root.path) in house.whole else ():
            if (family_of_file(root.path), name) not in needed:
                hint = "name it in x-needs of an operation, or take it out"
                house.add("unused", f"nothing needs {shown(name)}", node_at(root, (name, "conditions")), hint=hint)


def _used(house: HouseRules) -> set[tuple[str, str]]:
    """(file, pointer) of what something else refers to."""
    found: set[tuple[str, str]] = set()
    for (file, pointer, _), target in house.graph.targets.items():
        if file != target.file.path or not pointer.startswith(f"{target.pointer}/"):
            found.add((target.file.path, target.pointer))
    for site in house.sites:
        source = site.value.get("x-writes")
        if isinstance(source, str):
            _note(house, site.file.path, _local(source), found)
    for op in house.operations:
        for reference in members(op.raw.get("x-batch")).values():
            if isinstance(reference, str) and "#" in reference:
                _note(house, op.file.path, reference, found)
    return found


def _note(house: HouseRules, file: str, reference: str, found: set[tuple[str, str]]) -> None:
    target = house.graph.find(file, reference)
    if target is not None:
        found.add((target.file.path, target.pointer))
