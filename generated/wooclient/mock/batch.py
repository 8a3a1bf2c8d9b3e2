"""Batches: each item is created, updated or deleted on its own, and fails on its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from . import older, schema
from .call import Call
from .description import Json, Operation
from .errors import Refused
from .kinds import is_list, is_map
from .resource import Resource

LIMIT = 100
_VERBS = (("create", "create"), ("update", "update"), ("delete", "delete"))


def batch(resource: Resource, call: Call, limit: int = LIMIT) -> Any:
    """The outcome of each change, in the order of the request."""
    wanted = {name: call.params.get(name) for name, _ in _VERBS}
    lists: dict[str, list[Any]] = {n: v if is_list(v) else [] for n, v in wanted.items()}
    if sum(map(len, lists.values())) > limit:
        raise Refused(413, "woocommerce_rest_request_entity_too_large", f"A batch may hold {limit} changes.")
    # What is no number to PHP is not deleted, and not told of.
    lists["delete"] = [item for item in lists["delete"] if schema.to_int(item)]
    found: Json = {}
    for name, verb in _VERBS:
        operation = call.operation_of(verb)
        if not lists[name]:
            continue
        found[name] = [_one(resource, call, operation, item) if operation else _none(item) for item in lists[name]]
    # PHP writes an empty map as a list.
    return found or []


def _none(item: Any) -> Json:
    """What a resource answers that cannot do such a thing."""
    asked = item.get("id", 0) if is_map(item) else schema.to_int(item)
    return {"id": asked, "error": Refused(405, "invalid-method", "This cannot be done here.").body()}


def _one(resource: Resource, call: Call, operation: Operation, item: Any) -> Json:
    # Nothing has made an empty text of a null here: to PHP it is not set.
    named: Json = dict(item) if is_map(item) else {}
    given: Json = {name: value for name, value in named.items() if value is not None or name in resource.heeded_nulls}
    key = list(operation.path.split("/"))[-1].strip("{}")
    if operation.verb == "delete":
        given = {key: item if not is_map(item) else item.get("id", 0), "force": True}
    elif operation.verb == "update":
        given[key] = given.get("id", given.get(key, 0))
    number = given.get(key, given.get("id", 0)) if operation.verb != "create" else 0
    defaults = {n: f["default"] for n, f in operation.body.items() if "default" in f and operation.verb == "create"}
    path = dict(call.path)
    if operation.verb != "create":
        is_number = operation.args.get(key, {}).get("type") == "integer"
        path[key] = schema.to_int(number) if is_number else str(number)
    params = {**call.path, **defaults, **given, **path}
    inner = replace(
        call, operation=operation, params=params, sent=frozenset(given), path=path, in_batch=True, status=0, headers={},
        url=call.url.removesuffix("/batch"),
    )  # fmt: skip
    try:
        shown = getattr(resource, operation.verb)(inner)
    except Refused as refusal:
        if operation.verb == "delete":
            refusal = older.item_refused(call.operation, resource.shop.release, refusal)
        asked: Any = path.get(key, 0) if operation.verb != "create" else 0
        if operation.verb == "update" and operation.args.get(key, {}).get("type") != "integer":
            asked = number
        if operation.verb == "delete" and resource.echoes_deletions and resource.shop.since(9, 5, 2):
            asked = {**path, "force": True}
        return {"id": asked, "error": refusal.body()}
    return dict(shown)
