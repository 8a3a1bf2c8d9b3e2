"""What an overlay may not take out of a part and leave the part: nothing can be made of what remains."""

from __future__ import annotations

from typing import Any

from woospec.kinds import is_list, is_map
from woospec.overlays.applying import Application
from woospec.overlays.forms import shape_at
from woospec.overlays.targets import below
from woospec.pointers import unescape
from woospec.problems import Problems
from woospec.rules.schemas import SAYS
from woospec.rules.shape import shown

Json = dict[str, Any]
#: What an object says of its fields.
_FIELDS = frozenset({"properties", "additionalProperties", "maxProperties", "allOf"})
#: What has all of a part in another place.
_ELSEWHERE = frozenset({"$ref"})
_NO_OTHER = frozenset[str]()
#: By what a part is called in reports: each key that it needs, and those of which one is enough in its place.
_NEEDED: dict[str, dict[str, frozenset[str]]] = {
    "info": dict.fromkeys(("title", "version"), _NO_OTHER),
    "a tag": {"name": _NO_OTHER},
    "an operation": dict.fromkeys(("operationId", "summary", "description", "responses"), _NO_OTHER),
    "a request body": {"content": _NO_OTHER},
    "a response": {**dict.fromkeys(("description", "content"), _ELSEWHERE), "$ref": frozenset({"content"})},
    "content": {"application/json": _NO_OTHER},
    "a content type": {"schema": _NO_OTHER},
    "a header": {"schema": _ELSEWHERE, "$ref": frozenset({"schema"})},
    "a parameter": {
        **dict.fromkeys(("name", "in", "schema", "description"), _ELSEWHERE),
        "$ref": frozenset({"schema"}),
    },
    "a schema": {
        **dict.fromkeys(SAYS, SAYS | {"x-any"}),
        "x-any": SAYS,
        **dict.fromkeys(("properties", "additionalProperties"), _FIELDS),
        "items": frozenset({"maxItems"}),
    },
}
#: Lists that say nothing without an entry.
_FILLED = frozenset({"allOf", "anyOf", "enum", "type", "x-known-values"})
_HINT = "write what takes its place with update, or remove the whole"


def check_removed(application: Application, problems: Problems) -> None:
    """Report each removal that leaves a part without what it needs."""
    for place, node in application.removed.items():
        keys = [unescape(token) for token in place.split("/")[1:]]
        parent = _at(application.document, keys[:-1])
        what = _lacking(keys, place.rpartition("/")[0], parent)
        if what:
            message = f"{shown(place)} is removed, and {what} cannot be without"
            problems.add("overlay-removed", message, node, hint=_HINT)


def _at(document: Json, keys: list[str]) -> Any:
    """What stands at the keys of a pointer now; None if that is gone too."""
    here: Any = document
    for key in keys:
        here = below(here, (int(key) if is_list(here) and key.isdigit() else key,))
    return here


def _lacking(keys: list[str], above: str, parent: Any) -> str:
    """What the part is called that cannot be without what was removed; empty if it can."""
    key = keys[-1]
    if is_list(parent):
        return f"a list under {keys[-2]}" if not parent and keys[-2] in _FILLED else ""
    shape = shape_at(above)
    if not is_map(parent) or shape is None or key in parent:
        return ""
    if keys[-2] == "responses" and key.startswith("2"):
        return "" if any(status.startswith("2") for status in parent) else "an operation"
    if key == "requestBody":
        return "a batch" if "x-batch" in parent else ""
    needed = _NEEDED.get(shape.what, {})
    return shape.what if key in needed and needed[key].isdisjoint(parent) else ""
