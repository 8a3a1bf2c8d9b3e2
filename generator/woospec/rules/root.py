"""Rules for the root, and the shape of every file."""

from __future__ import annotations

import keyword
import posixpath
import re
from typing import Any

from woospec.answered import ERRORS
from woospec.families import CLIENT, REVISION, family_of_file, family_of_version
from woospec.kinds import elements, members
from woospec.load import Node, SpecFile
from woospec.problems import Place
from woospec.rules.house import HouseRules
from woospec.rules.shape import Shape, check, node_at, shown
from woospec.rules.shapes import EXAMPLES_FILE, PARAMETER_FILE, PATHS_FILE, ROOT_FILE, SCHEMA_FILE
from woospec.rules.sites import FileKind, files_of, kind_of
from woospec.rules.values import Form

SHAPES: dict[FileKind, Shape] = {
    "root": ROOT_FILE,
    "paths": PATHS_FILE,
    "examples": EXAMPLES_FILE,
    "parameters": PARAMETER_FILE,
    "schemas": SCHEMA_FILE,
}
_STEP = Form("root", re.compile(r"v[0-9]+\Z"), "name for a version", "a v and a number; x-since and the like name it")
_DOOR = re.compile(rf"{CLIENT}(\.[a-z][a-z0-9_]*)*\Z")
_SLASHED = "lower case letters, digits, _ and - behind each slash"
_PREFIX = Form("path", re.compile(r"(/[a-z0-9_-]+)+\Z"), "path prefix", _SLASHED)
_ASKED = _PREFIX._replace(what="path", hint=f"a path of the store: {_SLASHED}")
_HEADER = Form("name", re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z"), "header", "letters, digits and hyphens")
_SERVER = re.compile(r"https?://[A-Za-z0-9._:/{}-]+\Z")
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_CONDITION = Form("name", re.compile(r"[a-z][a-z0-9_]*\Z"), "name for a condition", "lower case letters, digits and _")
_VARIABLE_NAME = _CONDITION._replace(what="name for a variable")


def check_shapes(house: HouseRules) -> None:
    """Compare every file with the shape that files of its kind have."""
    for kind, shape in SHAPES.items():
        for file in files_of(house.spec, kind):
            check(file, shape, house.problems)


def check_root(house: HouseRules) -> None:
    """Judge what the roots say, and whether folders and lists agree."""
    for root in house.roots:
        _openapi(house, root)
        _revision(house, root)
        _versions(house, root)
        _security(house, root)
        for i, server in enumerate(elements(root.data.get("servers"))):
            _server(house, root, members(server), i)
        _headers(house, root, "headers")
        _conditions(house, root)
        _built_in(house, root)
        _groups(house, root)
        _headers(house, root, "deliveryHeaders")
    _doors(house)
    _replaced(house)


def _at(root: SpecFile, *keys: str | int) -> Node:
    return node_at(root, tuple(reversed(keys)))


def _openapi(house: HouseRules, root: SpecFile) -> None:
    found = root.data.get("openapi")
    if isinstance(found, str) and not re.match(r"3\.1\.\d+\Z", found):
        house.add("root", f"openapi is {shown(found)}, not 3.1", _at(root, "openapi"), hint="write openapi: 3.1.0")


def _revision(house: HouseRules, root: SpecFile) -> None:
    """The first root says the revision of the description, and no other one does."""
    info = members(root.data.get("info"))
    said, node = info.get("version"), _at(root, "info", "version")
    if family_of_file(root.path):
        if "version" in info:
            house.add("root", "only the first root has an info.version", node, hint="take it out")
    elif not (isinstance(said, str) and REVISION.fullmatch(said)):
        message = f"info.version is {shown(said)}, no revision" if "version" in info else "info has no version"
        hint = 'write the revision of the description as three numbers, such as version: "1.0.0"'
        house.add("root", message, node, hint=hint)


def _versions(house: HouseRules, root: SpecFile) -> None:
    declared = root.data.get("x-versions")
    if declared == {}:
        house.add("root", "x-versions is empty", _at(root, "x-versions"), hint="name at least one version")
    if root.data.get("servers") == []:
        house.add("root", "servers is empty", _at(root, "servers"), hint="name at least one server")
    for name, version in members(declared).items():
        _STEP.judge(house, name, _at(root, "x-versions", name))
        path = members(version).get("path")
        if isinstance(path, str):
            _PREFIX.judge(house, path, _at(root, "x-versions", name, "path"))


def _replaced(house: HouseRules) -> None:
    """One family at most was replaced, as there is one page on moving, and by a version of another."""
    replaced = [root for root in house.roots if "x-replaced-by" in root.data]
    for i, root in enumerate(replaced):
        node, known = _at(root, "x-replaced-by"), {
            v for v in house.versions if family_of_version(v) != family_of_file(root.path)
        }
        if i:
            hint = "leave it to one of them"
            house.add("root", "two families have x-replaced-by", node, _at(replaced[0], "x-replaced-by"), hint=hint)
        if root.data["x-replaced-by"] not in known and _all_are_read(house):
            message = f"{shown(root.data['x-replaced-by'])} is no version of another family"
            house.add("root", message, node, hint=f"known: {', '.join(sorted(known)) or 'none'}")


def _all_are_read(house: HouseRules) -> bool:
    """Whether nothing was found in a root so far: what another one refers to may stand there."""
    return len(house.roots) == sum(kind_of(path) == "root" for path in house.graph.spec.files)


def _doors(house: HouseRules) -> None:
    """Each version has a door of its own, below that of another one; the client itself is one of them."""
    seen: dict[str, Node] = {}
    for root in house.roots:
        for name, version in members(root.data.get("x-versions")).items():
            door = members(version).get("door")
            node = _at(root, "x-versions", name, "door")
            if not isinstance(door, str):
                continue
            if not _DOOR.match(door) or any(keyword.iskeyword(word) for word in door.split(".")):
                hint = f"how a client called {CLIENT} reaches the version: {CLIENT}, {CLIENT}.name, {CLIENT}.name.name"
                house.add("root", f"{shown(door)} is no door", node, hint=hint)
            elif door in seen:
                house.add("root", f"two versions have the door {door}", node, seen[door], hint="give each its own")
            else:
                seen[door] = node
    for door, node in seen.items() if _all_are_read(house) else ():
        above = door.rpartition(".")[0]
        if above and above not in seen:
            hint = f"one of the versions has the door {above}"
            house.add("root", f"nothing is reached as {above}", node, hint=hint)


def _security(house: HouseRules, root: SpecFile) -> None:
    known = members(root.data.get("securitySchemes"))
    for i, entry in enumerate(elements(root.data.get("security"))):
        for name in members(entry):
            if name not in known:
                message = f"no security scheme is called {shown(name)}"
                house.add("root", message, _at(root, "security", i, name), hint=f"known: {', '.join(known)}")


def _headers(house: HouseRules, root: SpecFile, word: str) -> None:
    for name in members(root.data.get(word)):
        _HEADER.judge(house, name, _at(root, word, name))


def _conditions(house: HouseRules, root: SpecFile) -> None:
    for name, one in members(root.data.get("conditions")).items():
        _CONDITION.judge(house, name, _at(root, "conditions", name))
        path = members(one).get("asks")
        if isinstance(path, str):
            _ASKED.judge(house, path, _at(root, "conditions", name, "asks"))


def _ids(house: HouseRules, root: SpecFile) -> set[str]:
    """The operationIds of the family of a root; none if a fault hides some."""
    family = family_of_file(root.path)
    files = [f for path, f in house.graph.spec.files.items() if family_of_file(path) == family]
    if any(file.broken or file.faulty for file in files):
        return set()
    found = (op.raw.get("operationId") for op in house.operations if family_of_file(op.file.path) == family)
    return {name for name in found if isinstance(name, str)}


def _groups(house: HouseRules, root: SpecFile) -> None:
    """No group names what there is not, and no two name the same."""
    used = {name.partition(".")[0] for name in _ids(house, root)}
    seen: dict[str, Node] = {}
    for title, words in members(root.data.get("groups")).items():
        for i, word in enumerate(elements(words)):
            node = _at(root, "groups", title, i)
            if word in seen:
                house.add("root", f"two groups have {shown(word)}", node, seen[word], hint="leave it to one of them")
            elif used and word not in used:
                hint = f"known: {', '.join(sorted(used))}"
                house.add("root", f"no operationId begins with {shown(word)}", node, hint=hint)
            else:
                seen[word] = node


def check_deliveries(house: HouseRules) -> None:
    """What is sent of a record is what an operation reads. Comes last, after the causes of what it finds."""
    for root in house.roots:
        _deliveries(house, root)


def _deliveries(house: HouseRules, root: SpecFile) -> None:
    known = _ids(house, root)
    for name, one in members(root.data.get("deliveries")).items():
        read = members(one).get("read")
        if known and isinstance(read, str) and read not in known:
            node = _at(root, "deliveries", name, "read")
            house.add("root", f"no operation is called {shown(read)}", node, hint="an operationId, such as orders.get")


def _server(house: HouseRules, root: SpecFile, server: dict[str, Any], i: int) -> None:
    url, declared = server.get("url"), members(server.get("variables"))
    if not isinstance(url, str):
        return
    node = _at(root, "servers", i, "url")
    used = _VARIABLE.findall(url)
    if not _SERVER.match(_VARIABLE.sub("x", url)):
        message = f"{shown(url)} is no plain server URL"
        house.add("server", message, node, hint="https://, a host and at most a path; {name} for a variable")
    for name in used:
        if name not in declared:
            message = f"the server variable {shown(name)} is not declared"
            house.add("server", message, node, hint="declare it under variables")
    for name in declared:
        where = _at(root, "servers", i, "variables", name)
        _VARIABLE_NAME.judge(house, name, where)
        if name not in used:
            message = f"the server variable {shown(name)} is not used"
            house.add("unused", message, where, hint="use it in the url, or take it out")


def _built_in(house: HouseRules, root: SpecFile) -> None:
    """The schemas that the generator itself puts into every bundle, or into those with a batch, are there."""
    tree = family_of_file(root.path)
    path = posixpath.join(tree, ERRORS)
    file = house.graph.spec.files.get(path)
    if file is not None and (file.broken or file.faulty):
        return
    batches = any("x-batch" in op.raw for op in house.operations if family_of_file(op.file.path) == tree)
    for name in ("Error", "BatchItemError") if batches else ("Error",):
        if file is None or name not in members(file.data):
            place = node_at(file, ()) if file else Place(path, 1, 1, "")
            house.add("root", f"{path} has no {name}", place, hint=f"describe {name} there: every bundle needs it")
