"""Stage 1, load: a folder of YAML files becomes plain data whose every node knows where it stands.

Data is plain `dict`, `list` and scalars; a `Node` is a cursor over it. Line and column are found only when
somebody asks (a problem is reported), by reading the file once more: that keeps the common, faultless run fast.
"""

from __future__ import annotations

import marshal
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from woospec.inputs import sources, text_digest
from woospec.kinds import NESTED, Value, is_list, is_map
from woospec.pointers import escape, is_index, unescape
from woospec.problems import Place, Problems
from woospec.slips import slip
from woospec.store import Store

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL, _BOOL = "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool"
_INT, _FLOAT = "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"
#: Tags that would make objects of a program.
_FOREIGN = ("!", "tag:yaml.org,2002:python")
# YAML 1.1 words that people mean as text; OpenAPI files follow YAML 1.2.
_TRUE, _FALSE = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}
#: What YAML counts as the end of a line.
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
#: How the files of a spec end, and the name of their kind in the store.
_ENDING, _PARSED = ".yaml", "file"
#: Whole numbers as YAML 1.2 writes them; YAML 1.1 has more forms, which people mean as text.
_WHOLE, _HEX = re.compile(r"[-+]?[0-9]{1,400}"), re.compile(r"0x[0-9a-fA-F]{1,400}")
#: No description needs more; the stages after this one recurse.
_MAX_DEPTH, _MAX_NODES = 50, 1_000_000


@dataclass(eq=False)
class SpecFile:
    """One YAML file of the spec. `path` is relative to the spec folder, with forward slashes."""

    path: str
    text: str
    data: Any = None
    #: Whether the file could not be read; then `data` is None and nothing more is said about it.
    broken: bool = False
    #: Whether a fault in it is reported: what only follows from that is not.
    faulty: bool = False
    #: A digest of its text.
    key: str = ""
    #: What reports call it, if not by its path.
    shown: str = ""
    #: Line and column of the pointers that were asked for.
    found: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    #: The members of mappings in `tree` by key, of those that were asked for.
    indexes: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = field(
        default_factory=dict[int, "dict[str, tuple[yaml.Node, yaml.Node]]"]
    )

    @cached_property
    def lines(self) -> list[str]:
        """The text, line by line."""
        return _LINE_END.split(self.text)

    @cached_property
    def tree(self) -> yaml.Node | None:
        """The YAML nodes with their marks, read again only to report a problem."""
        return None if self.broken else _compose(self.text)

    @cached_property
    def references(self) -> list[tuple[Any, str]]:
        """Every `$ref` with its pointer."""
        return list(_references(self.data))

    def root(self) -> Node:
        """Cursor on the whole file."""
        return Node(self.data, self, "")

    def place(self, pointer: str, note: str = "") -> Place:
        """Where `pointer` stands; the nearest existing parent if it does not exist."""
        if pointer not in self.found:
            self.found[pointer] = self._find(pointer)
        return self.spot(*self.found[pointer], pointer, note)

    def _find(self, pointer: str) -> tuple[int, int]:
        node, mark = self.tree, None
        for token in [unescape(t) for t in pointer.split("/")[1:]]:
            if isinstance(node, MappingNode):
                found = self._members(node).get(token)
                if found is None:
                    break
                mark, node = found[0].start_mark, found[1]
            elif isinstance(node, SequenceNode) and is_index(token) and int(token) < len(node.value):
                node = node.value[int(token)]
                mark = node.start_mark
            else:
                break
        return (mark.line, mark.column) if mark else (0, 0)

    def _members(self, node: MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """The members of a mapping by key; of two with one key, the first."""
        if id(node) not in self.indexes:
            self.indexes[id(node)] = {key.value: (key, value) for key, value in reversed(node.value)}
        return self.indexes[id(node)]

    def spot(self, line: int, column: int, pointer: str = "", note: str = "") -> Place:
        """A place by line and column, both counted from 0."""
        text = self.lines[line] if line < len(self.lines) else ""
        return Place(self.shown or self.path, line + 1, column + 1, pointer, text, note)


class Node(NamedTuple):
    """A cursor: a value, the file it stands in and the pointer that leads there."""

    value: Any
    file: SpecFile
    pointer: str

    def place(self, note: str = "") -> Place:
        """Where this node stands in its file."""
        return self.file.place(self.pointer, note)

    def child(self, key: str | int) -> Node:
        """The node below `key`, which must exist."""
        return Node(self.value[key], self.file, f"{self.pointer}/{escape(str(key))}")

    def get(self, key: str) -> Node | None:
        """The node below `key`, or None."""
        return self.child(key) if is_map(self.value) and key in self.value else None

    def members(self) -> Iterator[tuple[str, Node]]:
        """Key and node of each member of a mapping; nothing for anything else."""
        if is_map(self.value):
            for key in self.value:
                yield key, self.child(key)

    def elements(self) -> Iterator[Node]:
        """The nodes of a sequence; nothing for anything else."""
        if is_list(self.value):
            for i in range(len(self.value)):
                yield self.child(i)


def view(node: Node, path: str) -> Node:
    """The same place as if its file lay at `path` of the spec; reports show where it really is."""
    file = node.file
    if file.path == path:
        return node
    return node._replace(file=replace(file, path=path, shown=file.shown or file.path))


@dataclass
class Spec:
    """All files of a spec folder by their relative path."""

    files: dict[str, SpecFile] = field(default_factory=dict[str, SpecFile])
    #: Paths of files that are there and were left out.
    skipped: set[str] = field(default_factory=set[str])
    #: Names of files that are not read, though they look like YAML.
    unread: list[str] = field(default_factory=list[str])

    @cached_property
    def folders(self) -> dict[str, list[SpecFile]]:
        """The files of each folder, in order. Asked for when all of them are in place."""
        found: dict[str, list[SpecFile]] = {}
        for path, file in self.files.items():
            found.setdefault(posixpath.dirname(path), []).append(file)
        return found


def load(
    folder: Path,
    problems: Problems,
    store: Store | None = None,
    skip: Callable[[str], bool] = lambda path: False,
) -> Spec:
    """Read every YAML file below `folder`; faults of form go to `problems`.

    Files that the `store` knows are not parsed again. Files of whose relative path `skip` is true are left out.
    """
    found = sources(folder)
    skipped = {path for path in found if path.endswith(_ENDING) and skip(path)}
    files = {p: (folder / p).read_bytes() for p in found if p.endswith(_ENDING) and p not in skipped}
    spec = read_files(files, problems, store or Store())
    spec.skipped |= skipped
    spec.unread += [path for path in found if path.lower().endswith((".yml", _ENDING)) and not path.endswith(_ENDING)]
    return spec


def read_files(files: Mapping[str, bytes], problems: Problems, store: Store) -> Spec:
    """Read YAML files by relative path, as `load` does."""
    return Spec({path: _load_file(path, raw, problems, store) for path, raw in files.items()})


def _load_file(relative: str, raw: bytes, problems: Problems, store: Store) -> SpecFile:
    key = text_digest(raw)
    known = store.find(_PARSED, key)
    if known is not None:
        data, references = marshal.loads(known)  # noqa: S302 - under a checksum, and plain data only
        file = SpecFile(relative, raw.decode("utf-8-sig"), data)
        file.references = references
    else:
        before = len(problems)
        file = read_file(relative, raw, problems)
        if len(problems) == before:
            store.keep(_PARSED, key, marshal.dumps((file.data, file.references)))
    file.key = key
    return file


def _references(data: Value) -> Iterator[tuple[Any, str]]:
    """Yield every `$ref` with its pointer (a property that happens to be called `$ref` holds no text)."""
    pending: list[tuple[Value, str]] = [(data, "")]
    while pending:
        here, pointer = pending.pop()
        if isinstance(here, dict):
            if "$ref" in here and not isinstance(here["$ref"], dict):
                yield here["$ref"], f"{pointer}/$ref"
            pending += [(v, f"{pointer}/{escape(k)}") for k, v in here.items() if isinstance(v, NESTED)]
        elif isinstance(here, list):
            pending += [(v, f"{pointer}/{i}") for i, v in enumerate(here) if isinstance(v, NESTED)]


def read_file(relative: str, raw: bytes, problems: Problems) -> SpecFile:
    """One file as data; on a fault its data is None and `problems` says why."""
    try:
        file = SpecFile(relative, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        file = SpecFile(relative, raw.decode("utf-8", "replace"), broken=True)
        line = raw[: error.start].count(b"\n")
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1)
        problems.add("yaml", "not UTF-8", file.spot(line, column), hint="save the file as UTF-8")
        return file
    try:
        file.data = _Builder(file, problems).build(_compose(file.text), "")
    except yaml.YAMLError as error:
        file.broken = True
        cause = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
        spot, begun = _fault_spot(file, error), slip(file.lines, error)
        if begun is None:
            problems.add("yaml", f"not YAML: {cause}", spot, hint=_HINTS.get(cause, _HINT))
        else:
            first = file.spot(begun.line, begun.column)
            problems.add("yaml", f"not YAML: {begun.message}", first, spot, hint=begun.hint)
    except (_TooMuch, RecursionError) as error:
        file.data, file.broken = None, True
        spot = error.args[0] if isinstance(error, _TooMuch) else file.spot(0, 0)
        problems.add("yaml", str(error.args[-1]), spot, hint="no description needs this; nothing of this file was read")
    return file


def _compose(text: str) -> yaml.Node | None:
    """What `yaml.compose` does, which its stubs leave without a type."""
    reader = _Loader(text)
    try:
        tree: yaml.Node | None = reader.get_single_node()
    finally:
        reader.dispose()
    return tree


_HINT = "mend the syntax; nothing of this file was read"
_HINTS = {
    "found character that cannot start any token": "quote the text, or indent with spaces if this is a tab",
    "found a tab character that violates indentation": "indent with spaces",
    "exceeded maximum nesting depth": "no description needs this depth",
    "found undefined alias": "set the &anchor above, in the same file",
    "mapping values are not allowed in this context": "quote a text that holds a colon, or mend the indentation",
    "control characters are not allowed": "take the control character out, or write it escaped in double quotes",
}


def _fault_spot(file: SpecFile, error: yaml.YAMLError) -> Place:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark:
        return file.spot(mark.line, mark.column)
    before = _LINE_END.split(file.text[: getattr(error, "position", 0) or 0])
    return file.spot(len(before) - 1, len(before[-1]))


class _TooMuch(Exception):
    """A file that would exhaust the stages after this one: (place, message)."""


class _Builder:
    """Makes data of YAML nodes, and reports what YAML allows but a description should not hold."""

    def __init__(self, file: SpecFile, problems: Problems) -> None:
        self.file, self.problems = file, problems
        self.open: set[int] = set()
        self.made = 0

    def build(self, node: Any, pointer: str) -> Any:
        self.made += 1
        if node is None:
            return None
        if node.tag.startswith(_FOREIGN):
            self.add(f"the tag {node.tag} has no place in a description", node, pointer, "use plain values")
            return None
        if isinstance(node, ScalarNode):
            return _scalar(node)
        if id(node) in self.open:
            self.add("an alias inside its own anchor", node, pointer, "write it out")
            return None
        if len(self.open) >= _MAX_DEPTH:
            raise _TooMuch(self.file.spot(*_at(node)), "nested too deeply")
        if self.made > _MAX_NODES:
            raise _TooMuch(self.file.spot(0, 0), "aliases multiply to more than a million values")
        self.open.add(id(node))
        result: Any
        if isinstance(node, MappingNode):
            result = self.mapping(node, pointer)
        else:
            result = [self.build(item, f"{pointer}/{i}") for i, item in enumerate(node.value)]
        self.open.discard(id(node))
        return result

    def mapping(self, node: Any, pointer: str) -> dict[str, Any]:
        result: dict[str, Any] = {}
        seen: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self.add("a key that is not text", key_node, pointer, "keys are plain words or quoted text")
                continue
            key = key_node.value
            below = f"{pointer}/{escape(key)}"
            if key == "<<":
                self.add(
                    "merge keys are not read", key_node, below, "write the keys out, or refer to a schema with a name"
                )
                continue
            if key_node.tag in (_BOOL, _NULL, _INT, _FLOAT):
                self.add(f"the key {key} is not text in YAML", key_node, below, f'quote it: "{key}"')
            if key in seen:
                self.duplicate(key, key_node, seen[key], below)
            seen.setdefault(key, key_node)
            result[key] = self.build(value_node, below)
        return result

    def add(self, message: str, node: Any, pointer: str, hint: str) -> None:
        self.problems.add("yaml", message, self.file.spot(*_at(node), pointer), hint=hint)

    def duplicate(self, key: str, second: Any, first: Any, pointer: str) -> None:
        self.problems.add(
            "duplicate-key",
            f"the key {key} stands twice",
            self.file.spot(*_at(second), pointer, "second"),
            self.file.spot(*_at(first), pointer, "first"),
            hint="remove one, or merge the two",
        )


def _at(node: Any) -> tuple[int, int]:
    return node.start_mark.line, node.start_mark.column


def _scalar(node: ScalarNode) -> Any:
    tag, value = node.tag, node.value
    if tag == _BOOL:
        return True if value in _TRUE else False if value in _FALSE else value
    if tag == _NULL:
        return None
    if tag == _INT:
        return int(value) if _WHOLE.fullmatch(value) else int(value, 16) if _HEX.fullmatch(value) else value
    if tag == _FLOAT and "_" not in value:
        try:
            return float(value)
        except ValueError:  # .inf, .nan, and numbers to the base of 60
            return value
    return value
