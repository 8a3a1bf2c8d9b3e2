"""Stage 2, resolve: every `$ref` leads to one canonical `(file, pointer)`; what leads nowhere is reported."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from woospec.cache import Cache, Section
from woospec.kinds import Value, is_list, is_map
from woospec.load import Node, Spec, SpecFile, escape, is_index, unescape
from woospec.problems import Problems

#: What can hold a reference.
_NESTED: tuple[type[Any], ...] = (dict, list)


@dataclass
class Graph:
    """The spec with its references resolved. Broken references are in `problems` and not in `targets`."""

    spec: Spec
    targets: dict[tuple[str, str, str], Node] = field(default_factory=dict[tuple[str, str, str], Node])

    def target(self, ref: Node) -> Node | None:
        """What the `$ref` value at `ref` leads to, or None if it is broken."""
        return self.targets.get((ref.file.path, ref.pointer, str(ref.value)))

    def find(self, file: str, reference: str) -> Node | None:
        """The node that `reference`, written in `file`, leads to."""
        pointer = reference.partition("#")[2]
        found = self.spec.files.get(_target_path(file, reference))
        if found is None:
            return None
        node = found.root()
        for token in pointer.split("/")[1:]:
            key = unescape(token)
            if is_list(node.value) and is_index(key) and int(key) < len(node.value):
                node = node.child(int(key))
            elif is_map(node.value) and key in node.value:
                node = node.child(key)
            else:
                return None
        return node

    def leads_to_broken(self, file: str, reference: str) -> bool:
        """Whether `reference` leads into a file that could not be read."""
        found = self.spec.files.get(_target_path(file, reference))
        return found is not None and found.broken


def _target_path(file: str, reference: str) -> str:
    name = reference.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), name)) if name else file


def resolve(spec: Spec, problems: Problems, cache: Cache | None = None) -> Graph:
    """Resolve every `$ref` outside examples; where files have any, a `cache` knows from earlier runs."""
    graph = Graph(spec)
    known = (cache or Cache()).section("references")
    for file in spec.files.values():
        if posixpath.basename(file.path).startswith("examples"):
            continue
        for value, pointer in _references(file, known):
            _resolve_one(graph, Node(value, file, pointer), problems)
    _report_chains(graph, problems)
    return graph


def _references(file: SpecFile, known: Section) -> list[tuple[Any, str]]:
    """The `$ref` values of a file with their pointers."""
    found: list[tuple[Any, str]] | None = known.find(file.key) if file.key else None
    if found is None:
        found = list(_walk(file.data))
        if file.key:
            known.keep(file.key, found)
    return found


def _walk(data: Value) -> Iterator[tuple[Any, str]]:
    """Every `$ref` with its pointer (a property that happens to be called `$ref` holds no text)."""
    stack: list[tuple[Value, str]] = [(data, "")]
    while stack:
        here, pointer = stack.pop()
        if isinstance(here, dict):
            if "$ref" in here and not isinstance(here["$ref"], dict):
                yield here["$ref"], f"{pointer}/$ref"
            stack.extend((v, f"{pointer}/{escape(k)}") for k, v in here.items() if isinstance(v, _NESTED))
        elif isinstance(here, list):
            stack.extend((v, f"{pointer}/{i}") for i, v in enumerate(here) if isinstance(v, _NESTED))


def _resolve_one(graph: Graph, ref: Node, problems: Problems) -> None:
    value = ref.value
    if not isinstance(value, str) or "#" not in value:
        problems.add("ref", f"$ref is not of the form file.yaml#/Name: {value}", ref, hint="write file, #, pointer")
        return
    if "://" in value or value.startswith("/"):
        problems.add("ref", f"$ref leaves the spec folder: {value}", ref, hint="use a path relative to this file")
        return
    found = graph.find(ref.file.path, value)
    if found is None and graph.leads_to_broken(ref.file.path, value):
        return  # the file's own fault is reported; this reference may be right
    if found is None:
        problems.add("ref", f"$ref leads nowhere: {value}", ref, hint=_nearest(graph, ref))
        return
    graph.targets[(ref.file.path, ref.pointer, value)] = found


def _nearest(graph: Graph, ref: Node) -> str:
    import difflib

    name, _, pointer = str(ref.value).partition("#")
    target = graph.find(ref.file.path, name + "#")
    if target is None:
        return f"there is no file {name} beside {ref.file.path}"
    names = [f"#/{key}" for key, _ in target.members()]
    close = difflib.get_close_matches("#" + pointer, names, n=1)
    return f"did you mean {name}{close[0]}?" if close else f"the file has no {pointer}"


def _report_chains(graph: Graph, problems: Problems) -> None:
    """A reference whose target is itself only a reference must end somewhere."""
    for (file, pointer, value), target in graph.targets.items():
        seen = {(file, pointer.removesuffix("/$ref"))}
        here: Node | None = target
        while here is not None and is_map(here.value) and "$ref" in here.value:
            spot = (here.file.path, here.pointer)
            if spot in seen:
                start = graph.spec.files[file].root()
                node = Node(value, start.file, pointer)
                problems.add(
                    "ref-cycle",
                    f"$ref leads back to itself: {value}",
                    node,
                    here,
                    hint="one of them must say what it is",
                )
                break
            seen.add(spot)
            here = graph.target(here.child("$ref"))
