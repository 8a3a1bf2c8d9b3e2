"""Rules for which files and folders there are."""

from __future__ import annotations

import posixpath
import re

from woospec.copied import COPIED
from woospec.families import ROOT, family_of_file, root_of
from woospec.kinds import elements, is_map, meant, nearest
from woospec.load import Node, SpecFile
from woospec.problems import Place
from woospec.rules.house import HouseRules
from woospec.rules.shape import node_at, shown
from woospec.rules.sites import kind_of

FOLDER = re.compile(r"[a-z][a-z0-9_]*\Z")
#: Packages and modules of the client, beside which those of a family would stand.
_TAKEN = frozenset({"client", "fixtures", "webhooks", *(package for _, package in COPIED)})
#: Files without which a folder is no resource.
_NEEDED = ("paths.yaml", "examples.yaml")


def check_files(house: HouseRules) -> None:
    """Every root and every file that a resource needs is there, and no file that nothing reads."""
    _roots(house)
    _families(house)
    for name in house.spec.unread:
        house.add("stray-file", "this file is not read", Place(name, 1, 1, ""), hint="call it .yaml")
    for file in house.spec.files.values():
        kind = kind_of(file.path)
        if kind == "stray":
            house.add("stray-file", "this file is read by nothing", Place(file.path, 1, 1, ""), hint=_stray(file.path))
        elif (family := house.family(file)) and _version(file.path) not in ("", *family.steps):
            message, hint = f"no version is called {_version(file.path)}", f"known: {', '.join(family.steps)}"
            house.add("stray-file", message, Place(file.path, 1, 1, ""), hint=hint)
        elif file.data is None and not file.broken:
            hint = "fill it, or remove it and what refers to it"
            house.add("empty-file", "this file holds nothing", Place(file.path, 1, 1, ""), hint=hint)
    for root in house.roots:
        if "resources" in root.data:  # `shape` says so otherwise
            _folders(house, root)


def _version(path: str) -> str:
    """The version that a file of examples is for, by its name; empty for all."""
    return posixpath.basename(path).removesuffix(".yaml").partition("-")[2] if kind_of(path) == "examples" else ""


def _roots(house: HouseRules) -> None:
    files = house.graph.spec.files
    if ROOT not in files:
        hint = f"a spec folder holds {ROOT}, common/ and resources/"
        house.add("root", f"there is no {ROOT}", Place(ROOT, 1, 1, ""), hint=hint)


def _families(house: HouseRules) -> None:
    """Each family has a name, a folder with a root, and an entry in the first root."""
    files = house.graph.spec.files
    main = files.get(ROOT)
    if main is None or not is_map(main.data) or "resources" not in main.data:
        return  # as is told: it is no root
    listed = elements(main.data.get("families"))
    folders = {tree for path in files if (tree := family_of_file(path))}
    for name in sorted(folders - {n for n in listed if isinstance(n, str)}):
        hint = f"name it under families in {ROOT}, or remove it"
        house.add("root", f"the folder {shown(name)} is no family", Place(root_of(name), 1, 1, ""), hint=hint)
    for i, name in enumerate(listed):
        if not isinstance(name, str):
            continue
        node = node_at(main, (i, "families"))
        if not FOLDER.match(name) or name in _TAKEN:
            hint = "lower case letters, digits and _; no module of the client has that name"
            house.add("root", f"{shown(name)} is no name for a family", node, hint=hint)
        elif name in listed[:i]:
            house.add("root", f"{shown(name)} is listed twice", node, hint="list each family once")
        elif root_of(name) not in files.keys() | house.graph.spec.skipped:
            hint = f"make {root_of(name)}, or take the name out"
            house.add("root", f"there is no {root_of(name)}", node, hint=hint)


def _stray(path: str) -> str:
    name = posixpath.basename(path)
    if name.startswith("examples"):
        return "examples stand in examples.yaml, or for one version, by its name, in examples-version.yaml"
    if name.startswith("paths"):
        return "paths stand in paths.yaml, or with a word behind a hyphen in paths-word.yaml"
    return "files are woocommerce.yaml, common/*.yaml and resources/<resource>/*.yaml"


def _folders(house: HouseRules, root: SpecFile) -> None:
    """Folders and the list of the root agree, and each folder has what a resource needs."""
    start = posixpath.join(family_of_file(root.path), "resources") + "/"
    folders: dict[str, list[str]] = {}
    for path in (*house.graph.spec.files, *house.spec.unread):
        if path.startswith(start) and path.count("/") > start.count("/"):
            folders.setdefault(path.removeprefix(start).partition("/")[0], []).append(path)
    listed = elements(root.data.get("resources"))
    for i, name in enumerate(listed):
        if isinstance(name, str):
            if name not in folders:
                _missing(house, node_at(root, (i, "resources")), name, start, folders.keys() - set(listed))
            if name in listed[:i]:
                hint = "list each folder once"
                house.add("folder", f"{shown(name)} is listed twice", node_at(root, (i, "resources")), hint=hint)
    for name, paths in folders.items():
        if name in listed:
            _complete(house, f"{start}{name}", paths)
        elif not nearest(name, (n for n in listed if isinstance(n, str) and n not in folders)):
            hint = "add it to resources, or remove the folder"
            place = Place(min(paths), 1, 1, "")
            house.add("folder", f"the folder {shown(name)} is not listed in {root.path}", place, hint=hint)


def _missing(house: HouseRules, node: Node, name: str, start: str, unlisted: set[str]) -> None:
    """A name in the list without a folder; if a folder is called nearly so, that one is meant."""
    if not FOLDER.match(name):
        house.add("name", f"{shown(name)} is no name for a folder", node, hint="lower case letters, digits and _")
        return
    hint = meant(name, unlisted, f"make {start}{name}/paths.yaml, or take the name out")
    house.add("folder", f"there is no folder for {name}", node, hint=hint)


def _complete(house: HouseRules, folder: str, paths: list[str]) -> None:
    """A resource has paths and examples, unless a misnamed file is what is missing."""
    if any(path in house.spec.unread or kind_of(path) == "stray" for path in paths):
        return
    for name in _NEEDED:
        if f"{folder}/{name}" not in paths:
            place = Place(f"{folder}/{name}", 1, 1, "")
            house.add("folder", f"there is no {folder}/{name}", place, hint="add the file")
