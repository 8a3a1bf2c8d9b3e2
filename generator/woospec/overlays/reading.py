"""Overlays as they are written: files become actions, each of which knows where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from woospec.families import Version
from woospec.kinds import is_map, nearest
from woospec.load import Node, SpecFile, read_file
from woospec.problems import Problems
from woospec.rules.shape import ANY, BOOL, TEXT, Shape, faults, list_of, node_at, record, shown
from woospec.rules.values import CONTROL

_INFO = record("info", {"title": TEXT, "version": TEXT}, ("title", "version"))
_ACTION = record("an action", {"target": TEXT, "description": TEXT, "update": ANY, "remove": BOOL}, ("target",))
_OVERLAY: Shape = record(
    "an overlay",
    {"overlay": TEXT, "info": _INFO, "extends": TEXT, "actions": list_of(_ACTION, "a list of actions")},
    ("overlay", "info", "actions"),
)
_EDITION = re.compile(r"1\.0\.\d+\Z")
#: How `extends` ends behind the name of a version.
_ENDINGS = (".json", ".yaml", ".yml")
_LONGEST_TITLE = 80


class Action(NamedTuple):
    """One change: where, and what. `update` is None if the target is removed."""

    target: Node
    update: Node | None
    node: Node


class Overlay(NamedTuple):
    """One file that can be applied to one version."""

    name: str
    title: str
    version: str
    actions: tuple[Action, ...]


def read_overlays(paths: Iterable[Path], declared: Mapping[str, Version], problems: Problems) -> list[Overlay]:
    """The overlays in some files. What is wrong with their form goes to `problems`. Raises OSError for no such file."""
    found = [_read(path, declared, problems) for path in paths]
    return [overlay for overlay in found if overlay is not None]


def _read(path: Path, declared: Mapping[str, Version], problems: Problems) -> Overlay | None:
    name, before = path.as_posix(), len(problems)
    file = read_file(name, path.read_bytes(), problems)
    if len(problems) == before:
        _judge(file, problems)
    if len(problems) > before:
        return None
    version = _version(file.root(), declared, problems)
    title: str = file.data["info"]["title"]
    actions = tuple(_action(node) for node in file.root().child("actions").elements())
    return Overlay(name, title, version, actions) if version else None


def _action(node: Node) -> Action:
    update = None if node.value.get("remove") else node.child("update")
    return Action(node.child("target"), update, node)


def _judge(file: SpecFile, problems: Problems) -> None:
    """Hold a file against the form of an overlay."""
    if not is_map(file.data) or "overlay" not in file.data:
        hint = "an overlay begins with overlay: 1.0.0, info and actions"
        problems.add("overlay-form", "this is no overlay: it has no key overlay", node_at(file, ()), hint=hint)
        return
    before = len(problems)
    for fault in faults(file.data, _OVERLAY):
        if fault.rule != "unknown-x":  # extensions may stand anywhere
            problems.add("overlay-form", fault.message, node_at(file, fault.path), hint=fault.hint)
    if len(problems) > before:
        return
    root = file.root()
    edition: str = file.data["overlay"]
    if not _EDITION.match(edition):
        message = f"this is Overlay {shown(edition)}"
        problems.add("overlay-form", message, root.child("overlay"), hint="only 1.0.x can be applied: overlay: 1.0.0")
    title: str = file.data["info"]["title"]
    if not title.strip() or CONTROL.search(title) or "\n" in title or len(title) > _LONGEST_TITLE:
        hint = f"one line of at most {_LONGEST_TITLE} characters that says what the overlay describes"
        problems.add("overlay-form", "the title cannot be shown", root.child("info").child("title"), hint=hint)
    if not file.data["actions"]:
        problems.add("overlay-form", "an overlay without actions", root.child("actions"), hint="add at least one")
    for node in root.child("actions").elements():
        _judge_action(node, problems)


def _judge_action(node: Node, problems: Problems) -> None:
    removes = node.value.get("remove") is True
    if removes and "update" in node.value:
        message, hint = "update beside remove: true has no effect", "take one of them out"
        problems.add("overlay-form", message, node.child("update"), hint=hint)
    if not removes and "update" not in node.value:
        problems.add("overlay-form", "this action does nothing", node, hint="say update: … or remove: true")


def _version(root: Node, declared: Mapping[str, Version], problems: Problems) -> str:
    """The version that an overlay extends; the newest if it does not say."""
    node = root.get("extends")
    if node is None:
        return next(iter(declared))
    text = str(node.value)
    name = text.partition("#")[0].rstrip("/").rpartition("/")[2]
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    if name in declared:
        return name
    close = nearest(name, declared)
    hint = f"did you mean {close}.json?" if close else f"known: {', '.join(f'{v}.json' for v in declared)}"
    problems.add("overlay-version", f"extends names no version of the description: {shown(text)}", node, hint=hint)
    return ""
