"""Which file is what, and every schema of the spec as it is written, with where it stands."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from woospec.families import family_of_file, path_in_family, root_of
from woospec.kinds import elements, is_list, is_map, members
from woospec.load import Node, Spec, SpecFile
from woospec.rules.shape import node_at
from woospec.select import METHODS

FileKind = Literal["root", "paths", "examples", "parameters", "schemas", "stray"]
Role = Literal["named", "property", "items", "values", "part", "write", "parameter", "content"]
#: A path as a chain, the last key first; cheap to extend.
Trail = tuple[Any, ...]
_RESOURCE_FILES: tuple[tuple[str, FileKind, re.Pattern[str]], ...] = (
    ("paths", "paths", re.compile(r"paths(-[a-z0-9_-]+)?\.yaml\Z")),
    ("examples", "examples", re.compile(r"examples(-v[0-9]+)?\.yaml\Z")),
)


@cache
def unit_of(path: str) -> str:
    """The folder within which a fault has consequences: that of a resource; for other files the whole tree."""
    parts = path_in_family(path).split("/")
    return (
        posixpath.join(family_of_file(path), *parts[:2])
        if parts[0] == "resources" and len(parts) > 2
        else family_of_file(path)
    )


@cache
def kind_of(path: str) -> FileKind:
    """What a file of the spec is for, by its path alone."""
    if path == root_of(family_of_file(path)):
        return "root"
    parts = path_in_family(path).split("/")
    if parts[0] == "resources" and len(parts) == 3:
        for start, kind, form in _RESOURCE_FILES:
            if parts[2].startswith(start):
                return kind if form.match(parts[2]) else "stray"
        return "schemas"
    if parts[0] == "common" and len(parts) == 2:
        return "parameters" if parts[1] == "parameters.yaml" else "schemas"
    return "stray"


def files_of(spec: Spec, kind: FileKind) -> Iterator[SpecFile]:
    """The files of one kind in which no fault was found so far."""
    for file in spec.files.values():
        if kind_of(file.path) == kind and not file.broken and not file.faulty:
            yield file


@dataclass(slots=True)
class Site:
    """One schema, wherever it stands."""

    value: dict[str, Any]
    file: SpecFile
    trail: Trail
    role: Role

    def node(self, *keys: str | int) -> Node:
        """A cursor for showing this schema, or what is below it."""
        return node_at(self.file, (*reversed(keys), *self.path()))

    def path(self) -> tuple[str | int, ...]:
        """The keys that lead here, the last one first."""
        keys: list[str | int] = []
        here = self.trail
        while here:
            keys.append(here[0])
            here = here[1]
        return tuple(keys)

    @property
    def name(self) -> str:
        """The key under which it stands."""
        return str(self.trail[0]) if self.trail else ""


_ONE: dict[str, Role] = {"items": "items", "additionalProperties": "values", "x-write": "write"}
_MANY = ("anyOf", "allOf")


def sites(spec: Spec) -> list[Site]:
    """Every schema of the spec; what is not a map where a schema is meant is passed over."""
    found: list[Site] = []
    for file in files_of(spec, "schemas"):
        for name, value in members(file.data).items():
            _collect(value, file, (name, ()), "named", found)
    for file in files_of(spec, "parameters"):
        for name, value in members(file.data).items():
            _parameter(value, file, (name, ()), found)
    for file in files_of(spec, "paths"):
        for path, item in members(members(file.data).get("paths")).items():
            _path(item, file, (path, ("paths", ())), found)
    return found


def _path(item: Any, file: SpecFile, trail: Trail, found: list[Site]) -> None:
    _parameters(item, file, trail, found)
    for method, operation in members(item).items():
        if method not in METHODS:
            continue
        here = (method, trail)
        _parameters(operation, file, here, found)
        _content(members(operation).get("requestBody"), file, ("requestBody", here), found)
        for status, response in members(members(operation).get("responses")).items():
            _content(response, file, (status, ("responses", here)), found)


def _parameters(owner: Any, file: SpecFile, trail: Trail, found: list[Site]) -> None:
    for i, parameter in enumerate(elements(members(owner).get("parameters"))):
        _parameter(parameter, file, (i, ("parameters", trail)), found)


def _parameter(value: Any, file: SpecFile, trail: Trail, found: list[Site]) -> None:
    _collect(members(value).get("schema"), file, ("schema", trail), "parameter", found)


def _content(owner: Any, file: SpecFile, trail: Trail, found: list[Site]) -> None:
    for media, value in members(members(owner).get("content")).items():
        _collect(members(value).get("schema"), file, ("schema", (media, ("content", trail))), "content", found)


def _collect(value: Any, file: SpecFile, trail: Trail, role: Role, found: list[Site]) -> None:
    if not is_map(value):
        return
    found.append(Site(value, file, trail, role))
    for key, child in value.items():
        if key in _ONE:
            _collect(child, file, (key, trail), _ONE[key], found)
        elif key in _MANY and is_list(child):
            for i, part in enumerate(child):
                _collect(part, file, (i, (key, trail)), "part", found)
        elif key == "properties" and is_map(child):
            for name, schema in child.items():
                _collect(schema, file, (name, ("properties", trail)), "property", found)
