"""Rules for the root, and the shape of every file."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from woospec.kinds import elements, members
from woospec.load import Node, SpecFile
from woospec.problems import Place
from woospec.rules.house import House
from woospec.rules.shape import Shape, check, node_at, shown
from woospec.rules.shapes import EXAMPLES_FILE, PARAMETER_FILE, PATHS_FILE, ROOT_FILE, SCHEMA_FILE
from woospec.rules.sites import ERRORS, FileKind, files_of, tree_of

_SHAPES: dict[FileKind, Shape] = {
    "root": ROOT_FILE,
    "paths": PATHS_FILE,
    "examples": EXAMPLES_FILE,
    "parameters": PARAMETER_FILE,
    "schemas": SCHEMA_FILE,
}
_PREFIX = re.compile(r"(/[a-z0-9_-]+)+\Z")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")
_SERVER = re.compile(r"https?://[A-Za-z0-9._:/{}-]+\Z")
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


def check_shapes(house: House) -> None:
    """Compare every file with the shape that files of its kind have."""
    for kind, shape in _SHAPES.items():
        for file in files_of(house.spec, kind):
            check(file, shape, house.problems)


def check_root(house: House) -> None:
    """Judge what the roots say, and whether folders and lists agree."""
    for root in house.roots:
        _openapi(house, root)
        _versions(house, root)
        _security(house, root)
        for i, server in enumerate(elements(root.data.get("servers"))):
            _server(house, root, members(server), i)
        for name in members(root.data.get("headers")):
            if not _HEADER.match(name):
                house.add(
                    "name",
                    f"{shown(name)} is no header",
                    _at(root, "headers", name),
                    hint="letters, digits and hyphens",
                )
        _conditions(house, root)
        _built_in(house, root)


def _at(root: SpecFile, *keys: str | int) -> Node:
    return node_at(root, tuple(reversed(keys)))


def _openapi(house: House, root: SpecFile) -> None:
    found = root.data.get("openapi")
    if isinstance(found, str) and not re.match(r"3\.1\.\d+\Z", found):
        house.add("root", f"openapi is {shown(found)}, not 3.1", _at(root, "openapi"), hint="write openapi: 3.1.0")


def _versions(house: House, root: SpecFile) -> None:
    declared = root.data.get("x-versions")
    if declared == {}:
        house.add("root", "x-versions is empty", _at(root, "x-versions"), hint="name at least one version")
    if root.data.get("servers") == []:
        house.add("root", "servers is empty", _at(root, "servers"), hint="name at least one server")
    for name, version in members(declared).items():
        path = members(version).get("path")
        if isinstance(path, str) and not _PREFIX.match(path):
            house.add(
                "path",
                f"{shown(path)} is no path prefix",
                _at(root, "x-versions", name, "path"),
                hint="like /wp-json/wc/v3",
            )


def _security(house: House, root: SpecFile) -> None:
    known = members(root.data.get("securitySchemes"))
    for i, entry in enumerate(elements(root.data.get("security"))):
        for name in members(entry):
            if name not in known:
                house.add(
                    "root",
                    f"no security scheme is called {shown(name)}",
                    _at(root, "security", i, name),
                    hint=f"known: {', '.join(known)}",
                )


def _conditions(house: House, root: SpecFile) -> None:
    for name, one in members(root.data.get("conditions")).items():
        if not _PLAIN_NAME.match(name):
            hint = "lower case letters, digits and _"
            house.add("name", f"{shown(name)} is no name for a condition", _at(root, "conditions", name), hint=hint)
        path = members(one).get("asks")
        if isinstance(path, str) and not _PREFIX.match(path):
            hint = "like /wp-json/wc/v3/system_status"
            house.add("path", f"{shown(path)} is no path", _at(root, "conditions", name, "asks"), hint=hint)


def _server(house: House, root: SpecFile, server: dict[str, Any], i: int) -> None:
    url, declared = server.get("url"), members(server.get("variables"))
    if not isinstance(url, str):
        return
    node = _at(root, "servers", i, "url")
    used = _VARIABLE.findall(url)
    if not _SERVER.match(_VARIABLE.sub("x", url)):
        house.add(
            "server",
            f"{shown(url)} is no plain server URL",
            node,
            hint="https://, a host and at most a path; {name} for a variable",
        )
    for name in used:
        if name not in declared:
            house.add(
                "server", f"the server variable {shown(name)} is not declared", node, hint="declare it under variables"
            )
    for name in declared:
        where = _at(root, "servers", i, "variables", name)
        if not _PLAIN_NAME.match(name):
            house.add(
                "name", f"{shown(name)} is no name for a variable", where, hint="lower case letters, digits and _"
            )
        if name not in used:
            house.add(
                "unused",
                f"the server variable {shown(name)} is not used",
                where,
                hint="use it in the url, or take it out",
            )


def _built_in(house: House, root: SpecFile) -> None:
    """The schemas that the generator itself puts into every bundle, or into those with a batch, are there."""
    tree = tree_of(root.path)
    path = posixpath.join(tree, ERRORS)
    file = house.spec.files.get(path)
    if file is not None and (file.broken or file.faulty):
        return
    batches = any("x-batch" in op.raw for op in house.operations if tree_of(op.file.path) == tree)
    for name in ("Error", "BatchItemError") if batches else ("Error",):
        if file is None or name not in members(file.data):
            place = node_at(file, ()) if file else Place(path, 1, 1, "")
            house.add("root", f"{path} has no {name}", place, hint=f"describe {name} there: every bundle needs it")
