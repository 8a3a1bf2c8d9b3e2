"""Rules for each operation as it is written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from woospec.families import family_of_file
from woospec.kinds import elements, is_map, members
from woospec.load import Node, SpecFile
from woospec.rules import values
from woospec.rules.house import ID, HouseRules, SourceOperation
from woospec.rules.shape import node_at, shown
from woospec.rules.sites import files_of, kind_of
from woospec.rules.values import Form

PATH = re.compile(r"(/([A-Za-z0-9_-]+|\{[a-z][a-z0-9_]*\}))+\Z|/\Z")
_PATH = Form("path", PATH, "path", "segments of letters, digits, _ and -, or {name}")
_ID_HINT = "resource and verb, words in lower_snake joined by dots, like products.variations.list"
_ID = Form("operation-id", ID, "operationId", _ID_HINT)
_WORDS = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*\Z")
_RESOURCE = Form("name", _WORDS, "name for a resource", "words in lower_snake joined by dots")
_STATUS = Form("response", re.compile(r"[1-5]\d\d\Z"), "HTTP status", "three digits, quoted")
#: The verbs that mean one HTTP method.
_VERBS = {"list": "get", "get": "get", "create": "post", "update": "put", "delete": "delete", "batch": "post"}
_PAGING = ("pages", "total", "none")
_LONGEST_SUMMARY = 60


def check_operations(house: HouseRules) -> None:
    """Judge every path and operation of the spec."""
    _paths(house)
    for op in house.operations:
        _identity(house, op)
        _summary(house, op)
        _answers(house, op)
        _paging(house, op)
        _batch(house, op)
        _needs(house, op)
        if "requestBody" in op.raw and op.method in ("get", "delete"):
            hint = "send query parameters instead"
            house.add("request-body", f"a {op.method.upper()} has no body", op.node("requestBody"), hint=hint)
        values.releases(house, op.raw, op.node)
        _defects(house, op)
        values.version_range(house, op.raw, op.node)
        if not op.versions and house.family(op.file) is not None:
            node = op.node()
            house.add("versions", "this operation is in no version", node, hint="widen its range or that of its path")
    _summaries(house)
    _resource_entries(house)


def _defects(house: HouseRules, op: SourceOperation) -> None:
    """Which releases and versions a defect of stores is in."""
    for number, defect in enumerate(elements(op.raw.get("x-store-defects"))):
        at = partial(op.node, "x-store-defects", number)
        values.version_range(house, members(defect), at)
        for word in ("since", "until"):
            if isinstance(members(defect).get(word), str):
                values.RELEASE.judge(house, members(defect)[word], at(word))


def _paths(house: HouseRules) -> None:
    for file in files_of(house.spec, "paths"):
        for path, item in members(members(file.data).get("paths")).items():
            node = node_at(file, (path, "paths"))
            _PATH.judge(house, path, node)
            if not any(key in ("get", "post", "put", "delete") for key in members(item)):
                house.add("path", "a path without an operation", node, hint="describe one, or take the path out")
            values.version_range(house, members(item), partial(_path_node, file, path))


def _path_node(file: SpecFile, path: str, word: str) -> Node:
    return node_at(file, (word, path, "paths"))


def _identity(house: HouseRules, op: SourceOperation) -> None:
    if "operationId" not in op.raw:
        return  # `shape` says so
    node = op.node("operationId")
    if not _ID.judge(house, op.id, node):
        return
    wanted = _VERBS.get(op.verb)
    if wanted and wanted != op.method:
        hint = f"{op.verb} means {wanted.upper()}; use another word, or the other method"
        house.add("verb", f"{op.id} is a {op.method.upper()}", node, hint=hint)
    if not family_of_file(op.file.path) and (op.verb == "batch") != ("x-batch" in op.raw):
        message = f"{op.id} has no x-batch" if op.verb == "batch" else f"{op.id} has x-batch but is not called batch"
        house.add("batch", message, node, hint="batch operations, and no others, have x-batch")


def _summary(house: HouseRules, op: SourceOperation) -> None:
    for word in ("summary", "description"):
        if word not in op.raw:
            message = f"{op.id or 'the operation'} has no {word}"
            house.add("description", message, op.node(), hint=f"add a {word} in your own words")
    summary = op.raw.get("summary")
    if not isinstance(summary, str):
        return
    node = op.node("summary")
    if len(summary) > _LONGEST_SUMMARY or "\n" in summary.strip():
        hint = f"one line of at most {_LONGEST_SUMMARY}; the rest goes into description"
        house.add("summary", f"the summary has {len(summary)} characters", node, hint=hint)
    if summary.rstrip().endswith("."):
        house.add("summary", "the summary ends with a full stop", node, hint="take it off")


def _answers(house: HouseRules, op: SourceOperation) -> None:
    responses = members(op.raw.get("responses"))
    good = [status for status in responses if status.startswith("2")]
    for status in responses:
        _STATUS.judge(house, status, op.node("responses", status))
    if not good and "responses" in op.raw:
        house.add("response", f"{op.id} has no success answer", op.node("responses"), hint='describe "200" or "201"')
    for status in good:
        if "x-batch" not in op.raw and "content" not in members(responses[status]):
            node = op.node("responses", status)
            message = f"the {status} of {op.id} has no content"
            house.add("response", message, node, hint="every success answers JSON: give its schema")


def _paging(house: HouseRules, op: SourceOperation) -> None:
    style = op.raw.get("x-paging")
    if op.verb == "list" and style is None:
        hint = "pages = page and per_page work; total = X-WP-Total but all at once; none = all at once, no totals"
        house.add("paging", f"{op.id} has no x-paging", op.node(), hint=hint)
    for word in ("x-totals-since", "x-totals-if-empty"):
        if word in op.raw:
            _totals(house, op, style, word)
    if style is None or not isinstance(style, str):
        return
    if style not in _PAGING:
        house.add("paging", f"x-paging is {shown(style)}", op.node("x-paging"), hint=f"one of {', '.join(_PAGING)}")


def _needs(house: HouseRules, op: SourceOperation) -> None:
    wanted = op.raw.get("x-needs")
    tree = family_of_file(op.file.path)
    known = [
        n for root in house.roots if family_of_file(root.path) == tree for n in members(root.data.get("conditions"))
    ]
    if isinstance(wanted, str) and wanted not in known:
        hint = f"known: {', '.join(known)}" if known else "describe it under conditions of the root"
        house.add("needs", f"no condition is called {shown(wanted)}", op.node("x-needs"), hint=hint)


def _totals(house: HouseRules, op: SourceOperation, style: object, word: str) -> None:
    value, node = op.raw[word], op.node(word)
    if isinstance(value, str):
        values.RELEASE.judge(house, value, node)
    if style not in ("pages", "total"):
        house.add("paging", f"{word} on {op.id}, which sends no totals", node, hint="take it out")


def _batch(house: HouseRules, op: SourceOperation) -> None:
    batch = op.raw.get("x-batch")
    if not is_map(batch):
        return
    if "requestBody" in op.raw:
        hint = "the request is made from x-batch: take requestBody out"
        house.add("batch", "x-batch and requestBody together", op.node("requestBody"), hint=hint)
    limit = batch.get("limit")
    if isinstance(limit, int) and limit < 1:
        house.add("batch", f"a limit of {limit}", op.node("x-batch", "limit"), hint="at least 1")
    if batch.get("id", "integer") not in ("integer", "string"):
        house.add("batch", f"id is {shown(batch['id'])}", op.node("x-batch", "id"), hint="integer or string")
    if not batch.get("create") and not batch.get("update") and batch.get("delete") is False:
        node = op.node("x-batch")
        house.add("batch", "a batch that can do nothing", node, hint="name create or update, or allow delete")
    for key in ("item", "create", "update"):
        reference = batch.get(key)
        if reference is True or reference == "":
            house.add("ref-target", f"{key} names no schema", op.node("x-batch", key), hint="write schemas.yaml#/Name")
        elif isinstance(reference, str):
            target = house.graph.find(op.file.path, reference)
            if target and (kind_of(target.file.path) != "schemas" or target.pointer.count("/") != 1):
                message = f"{key} must lead to a schema: {shown(reference)}"
                house.add("ref-target", message, op.node("x-batch", key), hint="write schemas.yaml#/Name")


def check_distinct(house: HouseRules) -> None:
    """No two operations of a version share an id or an address."""
    _distinct(
        house,
        "operation-id",
        "two operations are called",
        "each needs an id of its own",
        ((op.id, "operationId", op) for op in house.operations if op.id),
    )
    slots = ((f"{op.method.upper()} {re.sub(r'{[^{}]*}', '{}', op.path)}", "", op) for op in house.operations)
    _distinct(
        house, "path", "two operations answer", "merge them, or give them version ranges that do not overlap", slots
    )


def _summaries(house: HouseRules) -> None:
    named = (
        (f"{op.resource}: {op.raw['summary']}", "summary", op)
        for op in house.operations
        if isinstance(op.raw.get("summary"), str)
    )
    _distinct(house, "summary", "two operations have the summary", "tell them apart", named)


def _distinct(
    house: HouseRules, rule: str, message: str, hint: str, named: Iterable[tuple[str, str, SourceOperation]]
) -> None:
    """Report each two operations that share a name in a version."""
    seen: dict[tuple[str, str], list[SourceOperation]] = {}
    for name, word, op in named:
        others = seen.setdefault((family_of_file(op.file.path), name), [])
        for other in others:
            if op.versions & other.versions:
                keys = (word,) if word else ()
                text = name.partition(": ")[2] if word == "summary" else name
                house.add(rule, f"{message} {shown(text)}", op.node(*keys), other.node(*keys), hint=hint)
                break
        others.append(op)


def _resource_entries(house: HouseRules) -> None:
    """Each resource of a folder has a line that says what it is, and no line stands for nothing."""
    by_folder: dict[str, list[SourceOperation]] = {}
    for op in house.operations:
        if ID.match(op.id):
            by_folder.setdefault(posixpath.dirname(op.file.path), []).append(op)
    for folder, files in _by_folder(house).items():
        entries = {name: file for file in files for name in members(members(file.data).get("resources"))}
        here = by_folder.get(folder, [])
        lacking: set[str] = set()
        words = (op.resource.split(".") for op in here)
        around = {".".join(w[: i + 1]) for w in words for i in range(len(w))}
        for op in here:
            if op.resource not in entries and op.resource not in lacking:
                lacking.add(op.resource)
                hint = f"add a line {op.resource}: … under resources at the top of the file"
                house.add("resource", f"nothing says what {op.resource} is", op.node("operationId"), hint=hint)
        for name, file in entries.items():
            node = node_at(file, (name, "resources"))
            if _RESOURCE.judge(house, name, node) and name not in around:
                message = f"no operation here belongs to {name}"
                house.add("resource", message, node, hint="mend the name, or take the line out")


def _by_folder(house: HouseRules) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for file in files_of(house.spec, "paths"):
        found.setdefault(posixpath.dirname(file.path), []).append(file)
    return found
