"""Refusals of an operation: its own `x-errors`, and those of the root that any operation of its kind can have."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from woospec.kinds import elements, is_map, members
from woospec.pointers import unescape

Json = dict[str, Any]
_STATUS_TEXT = {
    "400": "The request is faulty; nothing was done.",
    "401": "The key is missing, wrong or too weak.",
    "403": "The user of the key may not do this.",
    "404": "There is no such thing.",
    "409": "It exists already.",
    "410": "It is in the trash already.",
    "413": "Too many items in one request.",
    "500": "The store failed, or refused in a way that it calls failure.",
    "501": "The store cannot do this.",
}
_ANY_ERROR = "Any other error, a plugin's included."
Codes = dict[str, list[str]]
#: Checks of parameters and bodies, in the order in which a store makes them.
CHECKS = ("json", "missing", "invalid")
#: As the permission of an operation: anybody may.
OPEN = "none"


def write_errors(document: Json, root: Json) -> None:
    """Give every operation of a document all its codes and error answers; `root` has those that are common."""
    faulty, refused = (list(members(root.get(key)).values()) for key in ("parameterErrors", "permissionErrors"))
    everywhere: Codes = {"400": faulty, "401": [*elements(root.get("authErrors")), *refused], "403": refused}
    document["x-common-errors"] = {status: codes for status, codes in everywhere.items() if codes}
    for item in document["paths"].values():
        for method, operation in item.items():
            if method != "parameters" and is_map(operation.get("responses")):
                write_operation_errors(document, item, method, root)


def write_operation_errors(document: Json, item: Json, method: str, root: Json) -> None:
    """Give one operation of a path item all its codes and error answers."""
    operation = item[method]
    parameters = [*elements(item.get("parameters")), *elements(operation.get("parameters"))]
    applies = _checks(operation, [_target(document, p) for p in parameters], document)
    _write(operation, common_errors(operation, method, root, applies))


def _write(operation: Json, common: Codes) -> None:
    own = {str(s): elements(names) for s, names in members(operation.get("x-errors")).items()}
    codes = {s: list(dict.fromkeys([*own.get(s, []), *common.get(s, [])])) for s in sorted({*own, *common})}
    operation["x-errors"] = {status: names for status, names in codes.items() if names}
    for key in ("x-permission", "x-unchecked"):
        operation.pop(key, None)
    for status in (*operation["x-errors"], "default"):
        # A few operations describe a refusal of their own form, which has room for the ordinary one.
        operation["responses"].setdefault(status, {"$ref": f"#/components/responses/{error_name(status)}"})


def common_errors(operation: Json, method: str, root: Json, applies: Container[str] = CHECKS) -> Codes:
    """Codes by status that the root has for operations of this kind, as far as their checks apply."""
    kind = "batch" if "x-batch" in operation else method
    permission = operation.get("x-permission", members(root.get("permissionErrors")).get(kind, OPEN))
    refused = [] if permission == OPEN else [permission]
    faulty = [code for check, code in members(root.get("parameterErrors")).items() if check in applies]
    return {"400": faulty, "401": [*elements(root.get("authErrors")), *refused], "403": refused}


def _checks(operation: Json, parameters: list[Json], document: Json) -> set[str]:
    """Which checks a store makes of what it is sent."""
    if operation.get("x-unchecked"):
        return set()
    asked = [p for p in parameters if p.get("in") == "query"]
    body = members(members(operation.get("requestBody")).get("content")).get("application/json", {}).get("schema")
    made = {
        "missing": any(p.get("required") for p in asked) or _requires(document, body),
        # The items of a batch are checked when their turn comes, and answered in their place.
        "invalid": bool(asked) or (body is not None and "x-batch" not in operation),
        "json": body is not None,
    }
    return {check for check in CHECKS if made[check]}


def _target(document: Json, part: Json) -> Json:
    """What a reference of the document leads to; any other part itself."""
    ref = part.get("$ref")
    if not isinstance(ref, str):
        return part
    kind, _, name = ref.removeprefix("#/components/").partition("/")
    return members(document["components"].get(kind, {}).get(unescape(name)))


def _requires(document: Json, body: Any) -> bool:
    """Whether a body must have some field."""
    pending, seen = [body], list[Any]()
    while pending:
        here = pending.pop()
        if not is_map(here) or here in seen:
            continue
        seen.append(here)
        found = _target(document, here)
        if found.get("required"):
            return True
        pending.extend(elements(found.get("allOf")))
    return False


def error_name(status: str) -> str:
    """Name of the component that describes an error answer."""
    return f"Error{status}" if status in _STATUS_TEXT else "Error"


def error_components() -> Json:
    """The error answers that operations share; which codes come is in each operation's `x-errors`."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    named = {error_name(status): text for status, text in {**_STATUS_TEXT, "default": _ANY_ERROR}.items()}
    return {name: {"description": text, "content": content} for name, text in named.items()}
