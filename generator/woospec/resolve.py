"""Stage 2, resolve: every `$ref` leads to one canonical `(file, pointer)`; what leads nowhere is reported."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from woospec.answered import answered
from woospec.kinds import is_list, is_map, nearest
from woospec.load import Node, Spec
from woospec.pointers import escape, is_index, unescape
from woospec.problems import Place, Problems


@dataclass
class Graph:
    """The spec with its references resolved. Broken references are in `problems` and not in `targets`."""

    spec: Spec
    targets: dict[tuple[str, str, str], Node] = field(default_factory=dict[tuple[str, str, str], Node])
    #: Files that are not there, though several references lead into them, as is reported.
    missing: set[str] = field(default_factory=set[str])

    @cached_property
    def answered(self) -> frozenset[tuple[str, str]]:
        """File and pointer of each schema that describes answers; asked for when every reference is resolved."""
        return answered(self.spec.files.values(), self.find)

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
        """Whether `reference` leads into a file with a fault of its own, or into one that is missing."""
        path = _target_path(file, reference)
        found = self.spec.files.get(path)
        return path in self.missing if found is None else found.broken or found.faulty


@cache
def _target_path(file: str, reference: str) -> str:
    name = reference.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), name)) if name else file


def resolve(spec: Spec, problems: Problems) -> Graph:
    """Resolve every `$ref` outside examples and files with a fault."""
    graph = Graph(spec)
    lost: dict[tuple[str, str], list[Node]] = {}
    for file in spec.files.values():
        if not (file.broken or file.faulty or posixpath.basename(file.path).startswith("examples")):
            for value, pointer in file.references:
                _resolve_one(graph, Node(value, file, pointer), lost, problems)
    for (path, pointer), refs in lost.items():
        _report_lost(graph, path, pointer, refs, problems)
    _report_chains(graph, problems)
    return graph


def _resolve_one(graph: Graph, ref: Node, lost: dict[tuple[str, str], list[Node]], problems: Problems) -> None:
    value = ref.value
    if not isinstance(value, str) or "#" not in value:
        problems.add("ref", f"$ref is not of the form file.yaml#/Name: {value}", ref, hint="write file, #, pointer")
        return
    if "://" in value or value.startswith("/"):
        problems.add("ref", f"$ref leaves the spec folder: {value}", ref, hint="use a path relative to this file")
        return
    found = graph.find(ref.file.path, value)
    if found is not None:
        graph.targets[(ref.file.path, ref.pointer, value)] = found
    elif not graph.leads_to_broken(ref.file.path, value):  # else the file's own fault is reported
        path = _target_path(ref.file.path, value)
        # What is in a file that is missing itself does not matter.
        lost.setdefault((path, value.partition("#")[2] if path in graph.spec.files else ""), []).append(ref)


def _report_lost(graph: Graph, path: str, pointer: str, refs: list[Node], problems: Problems) -> None:
    """Report what is not there once, however many places refer to it."""
    name, file = pointer[1:], graph.spec.files.get(path)
    inside = _inside(file.data, unescape(name)) if file is not None else None
    if file is not None and inside is not None:
        message = f"{name} stands inside something else, and {len(refs)} references look for it at the top"
        hint = "indent it less, or mend the references"
        problems.add("ref", message, Node(None, file, inside), *refs[:2], hint=hint)
    elif len(refs) == 1:
        problems.add("ref", f"$ref leads nowhere: {refs[0].value}", refs[0], hint=_nearest(graph, refs[0]))
    elif file is None:
        graph.missing.add(path)
        message = f"there is no {path}, and {len(refs)} references lead into it"
        problems.add("ref", message, Place(path, 1, 1, ""), *refs[:2], hint="mend its name, or the references")
    else:
        used = {(target.file.path, target.pointer) for target in graph.targets.values()}
        close = nearest(name, (key for key, node in file.root().members() if (path, node.pointer) not in used))
        message = f"{path} has no {name}, and {len(refs)} references look for it"
        hint = f"did somebody rename it to {close}?" if close else "put it back, or mend the references"
        problems.add("ref", message, file.place(f"/{escape(close)}" if close else ""), *refs[:2], hint=hint)


def _inside(data: Any, name: str) -> str | None:
    """Where a name stands that is looked for at the top of a file: what is indented by mistake."""
    stack: list[tuple[Any, str]] = [(data, "")]
    while stack:
        here, pointer = stack.pop()
        if is_map(here):
            if name in here and pointer and is_map(here[name]):
                return f"{pointer}/{escape(name)}"
            stack.extend((v, f"{pointer}/{escape(k)}") for k, v in here.items())
    return None


def _nearest(graph: Graph, ref: Node) -> str:
    name, _, pointer = str(ref.value).partition("#")
    target = graph.find(ref.file.path, name + "#")
    if target is None:
        return f"there is no file {name} beside {ref.file.path}"
    close = nearest(f"#{pointer}", [f"#/{key}" for key, _ in target.members()])
    return f"did you mean {name}{close}?" if close else f"the file has no {pointer}"


def _report_chains(graph: Graph, problems: Problems) -> None:
    """A reference whose target is itself only a reference must end somewhere; each circle is told once."""
    told: set[tuple[str, str]] = set()
    for (file, pointer, value), target in graph.targets.items():
        start = (file, pointer.removesuffix("/$ref"))
        seen: dict[tuple[str, str], Node] = {}
        here: Node | None = target
        while here is not None and is_map(here.value) and "$ref" in here.value:
            spot = (here.file.path, here.pointer)
            if spot in seen:
                break
            seen[spot] = here
            here = graph.target(here.child("$ref"))
        if start in seen and start not in told:
            told |= seen.keys()
            node, hint = Node(value, graph.spec.files[file], pointer), "one of them must say what it is"
            problems.add("ref-cycle", f"$ref leads back to itself: {value}", node, *list(seen.values())[:1], hint=hint)
