"""Rules for which files and folders there are."""

from __future__ import annotations

import posixpath
import re

from woospec.kinds import elements
from woospec.load import Node, SpecFile
from woospec.problems import Place
from woospec.rules.house import House
from woospec.rules.shape import node_at, shown
from woospec.rules.sites import kind_of, tree_of
from woospec.select import LEGACY_ROOT, ROOT, VERSIONS

FOLDER = re.compile(r"[a-z][a-z0-9_]*\Z")
#: Kinds of files without which a resource is none, and what they are called.
_NEEDED = (("paths", "paths.yaml"), ("examples", "examples.yaml"))


def check_files(house: House) -> None:
    """Every root and every file that a resource needs is there, and no file that nothing reads."""
    _roots(house)
    for name in house.spec.unread:
        house.add("stray-file", "this file is not read", Place(name, 1, 1, ""), hint="call it .yaml")
    for file in house.spec.files.values():
        kind = kind_of(file.path)
        if kind == "stray":
            house.add("stray-file", "this file is read by nothing", Place(file.path, 1, 1, ""), hint=_stray(file.path))
        elif file.data is None and not file.broken:
            hint = "fill it, or remove it and what refers to it"
            house.add("empty-file", "this file holds nothing", Place(file.path, 1, 1, ""), hint=hint)
    for root in house.roots:
        _folders(house, root)


def _roots(house: House) -> None:
    if ROOT not in house.spec.files:
        hint = f"a spec folder holds {ROOT}, common/ and resources/"
        house.add("root", f"there is no {ROOT}", Place(ROOT, 1, 1, ""), hint=hint)
    if LEGACY_ROOT not in house.spec.files and any(tree_of(path) for path in house.spec.files):
        hint = "the folder legacy/ has a root of its own"
        house.add("root", f"there is no {LEGACY_ROOT}", Place(LEGACY_ROOT, 1, 1, ""), hint=hint)


def _stray(path: str) -> str:
    name = posixpath.basename(path)
    if name.startswith("examples"):
        return (
            f"examples stand in examples.yaml, or for one version in examples-v1.yaml to examples-{VERSIONS[-1]}.yaml"
        )
    if name.startswith("paths"):
        return "paths stand in paths.yaml, or with a word behind a hyphen in paths-word.yaml"
    return "files are woocommerce.yaml, common/*.yaml and resources/<resource>/*.yaml"


def _folders(house: House, root: SpecFile) -> None:
    """Folders and the list of the root agree, and each folder has what a resource needs."""
    start = posixpath.join(tree_of(root.path), "resources") + "/"
    folders: dict[str, list[str]] = {}
    for path in (*house.spec.files, *house.spec.unread):
        if path.startswith(start) and path.count("/") > start.count("/"):
            folders.setdefault(path.removeprefix(start).partition("/")[0], []).append(path)
    listed = elements(root.data.get("resources"))
    for i, name in enumerate(listed):
        if isinstance(name, str):
            _listed(house, node_at(root, (i, "resources")), name, f"{start}{name}/" if name not in folders else "")
            if name in listed[:i]:
                hint = "list each folder once"
                house.add("folder", f"{shown(name)} is listed twice", node_at(root, (i, "resources")), hint=hint)
    for name, paths in folders.items():
        if name in listed:
            _complete(house, f"{start}{name}", paths)
        else:
            hint = "add it to resources, or remove the folder"
            place = Place(min(paths), 1, 1, "")
            house.add("folder", f"the folder {shown(name)} is not listed in {root.path}", place, hint=hint)


def _listed(house: House, node: Node, name: str, missing: str) -> None:
    if not FOLDER.match(name):
        house.add("name", f"{shown(name)} is no name for a folder", node, hint="lower case letters, digits and _")
    elif missing:
        hint = f"make {missing}paths.yaml, or take the name out"
        house.add("folder", f"there is no folder for {name}", node, hint=hint)


def _complete(house: House, folder: str, paths: list[str]) -> None:
    """A resource has paths and examples, unless a misnamed file is what is missing."""
    if any(path in house.spec.unread or kind_of(path) == "stray" for path in paths):
        return
    for kind, name in _NEEDED:
        if all(kind_of(path) != kind for path in paths):
            place = Place(f"{folder}/{name}", 1, 1, "")
            house.add("folder", f"there is no {folder}/{name}", place, hint="add the file")
