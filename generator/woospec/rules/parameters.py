"""Rules for parameters: as they are written, and as an operation has them after selection."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from woospec.families import family_of_file
from woospec.kinds import is_list, members
from woospec.load import Node
from woospec.rules import values
from woospec.rules.fields import types_of
from woospec.rules.house import BundledOperation, HouseRules, spot
from woospec.rules.shape import node_at, shown
from woospec.rules.sites import files_of

_NAME = values.Form(
    "name",
    re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(\[[A-Za-z0-9_-]*\])*\Z"),
    "name for a parameter",
    "letters, digits, _ and -, and [] around a key",
)
_IN_PATH = re.compile(r"\{([^{}]*)\}")
_PLACES = ("query", "path")
#: Parameters that say how many items a page has; older APIs have a word of their own.
_SIZES = frozenset({"per_page", "filter[limit]"})
#: The parameter that says what a list is sorted by. Releases and plugins add words to it.
_SORT = "orderby"
Where = Callable[..., Node]


def check_parameters(house: HouseRules) -> None:
    """Judge every parameter where it is written out."""
    for parameter, where in written(house):
        if "$ref" in parameter:
            for word in parameter:
                if word not in ("$ref", "x-since", "x-until"):
                    message = f"beside a $ref stands {word}"
                    house.add("ref-siblings", message, where(word), hint="write the parameter out if it differs")
        else:
            check_parameter(house, parameter, where)
        values.version_range(house, parameter, where)


def written(house: HouseRules) -> Iterator[tuple[dict[str, Any], Where]]:
    """Every parameter as it is written, a reference too, and a way to show what is below it."""
    for file in files_of(house.spec, "parameters"):
        for name, parameter in members(file.data).items():
            yield members(parameter), _place(file, (name,))
    for file in files_of(house.spec, "paths"):
        for path, item in members(members(file.data).get("paths")).items():
            owners = [
                (item, (path, "paths")),
                *((o, (m, path, "paths")) for m, o in members(item).items() if m != "parameters"),
            ]
            for owner, at in owners:
                listed = members(owner).get("parameters")
                for i, parameter in enumerate(listed if is_list(listed) else []):
                    yield members(parameter), _place(file, (i, "parameters", *at))


def _place(file: Any, path: tuple[str | int, ...]) -> Where:
    return lambda *keys: node_at(file, (*reversed(keys), *path))


def check_parameter(house: HouseRules, parameter: dict[str, Any], where: Where) -> None:
    """Judge one parameter that is written out; `where` shows it, and what is below it."""
    name = parameter.get("name")
    for word in ("name", "in", "description", "schema"):
        if word not in parameter and parameter:
            message = f"the parameter {shown(name or '')} has no {word}".replace("  ", " ")
            house.add("parameter", message, where(), hint=f"add {word}")
    if isinstance(name, str):
        _NAME.judge(house, name, where("name"))
    if "in" in parameter and parameter["in"] not in _PLACES:
        house.add("parameter", f"a parameter in {shown(parameter['in'])}", where("in"), hint="in: query or in: path")
    if parameter.get("in") == "path" and parameter.get("required") is not True:
        house.add("parameter", f"the path parameter {shown(name)} is not required", where(), hint="add required: true")
    if name == _SORT and "enum" in members(parameter.get("schema")):
        message = f"{_SORT} is a closed list, but releases and plugins add words to it"
        house.add("enum", message, where("schema", "enum"), hint="say x-known-values, so that clients send any text")
    values.releases(house, parameter, where)
    _written_as(house, parameter, where)
    if "x-unchecked" in parameter and (parameter["x-unchecked"] is not True or parameter.get("in") == "path"):
        hint = "say x-unchecked: true of a parameter in the query"
        house.add("x-unchecked", "x-unchecked says nothing here", where("x-unchecked"), hint=hint)


def _written_as(house: HouseRules, parameter: dict[str, Any], where: Where) -> None:
    """The client writes lists with commas and objects with keys in brackets, whatever `style` says."""
    schema = members(parameter.get("schema"))
    is_object = "object" in types_of(schema) or "$ref" in schema
    usual = {"style": "deepObject", "explode": True} if is_object else {"style": "form", "explode": False}
    for word, value in usual.items():
        if parameter.get("in") == "query" and parameter.get(word, value) != value:
            hint = f"write {word}: {shown(value)}, or leave it out"
            house.add("parameter", f"{word}: {shown(parameter[word])} is not how it is sent", where(word), hint=hint)


def check_selected(house: HouseRules, op: BundledOperation) -> None:
    """Judge the parameters that an operation has in a version."""
    seen: dict[tuple[Any, Any], str] = {}
    for parameter, pointer in op.parameters:
        key = (parameter.get("name"), parameter.get("in"))
        first = seen.setdefault(key, pointer)
        if first != pointer:
            message = f"{op.id} has the parameter {shown(key[0])} twice"
            house.add("parameter", message, spot(op.bundle, pointer), spot(op.bundle, first), hint="take one out")
    _path_parameters(house, op)
    _page_parameters(house, op)


def _path_parameters(house: HouseRules, op: BundledOperation) -> None:
    named = _IN_PATH.findall(op.path)
    declared = {p.get("name"): pointer for p, pointer in op.parameters if p.get("in") == "path"}
    renamed = any(name not in named for name in declared)
    for name in named:
        if name not in declared and not renamed:
            message = f"{op.id} does not declare {{{name}}} of its path"
            house.add("path-parameter", message, op.node(), hint=f"add a parameter {name} with in: path")
        if named.count(name) > 1:
            message = f"the path names {{{name}}} twice"
            house.add("path-parameter", message, op.node(), hint="give each part a name of its own")
    for name, pointer in declared.items():
        if name not in named:
            hint = f"it has {', '.join(f'{{{n}}}' for n in named)}: mend the name" if named else "take it out"
            house.add("path-parameter", f"the path {op.path} has no {{{name}}}", spot(op.bundle, pointer), hint=hint)


def _page_parameters(house: HouseRules, op: BundledOperation) -> None:
    if op.raw.get("x-paging") != "pages":
        return
    names = {p.get("name") for p, _ in op.parameters if p.get("in") == "query"}
    lacking = [*(["page"] if "page" not in names else []), *(["per_page"] if not names & _SIZES else [])]
    if lacking and (not family_of_file(op.node().file.path) or "page" in lacking):
        hint = "add the shared parameters page and per_page, or mend x-paging"
        node = op.node("x-paging")
        house.add("paging", f"{op.id} has x-paging: pages but no parameter {' and '.join(lacking)}", node, hint=hint)
