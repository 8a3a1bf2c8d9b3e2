"""References that overlays write, and those that lead nowhere since an overlay removed what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from woospec.kinds import elements, is_list, is_map, members, nearest
from woospec.overlays.ground import Ground, referred, schema_place
from woospec.pointers import escape, unescape
from woospec.rules.shape import shown

_COMPONENTS = "#/components/"
#: References that stand elsewhere than in a schema.
_LISTED = re.compile(r"/paths/[^/]+(?:/[a-z]+)?(?:/responses/[^/]+)?/(parameters|responses|headers)/[^/]+/\$ref")
_KINDS = ("schemas", "parameters", "headers", "responses")


def check_references(ground: Ground) -> None:
    """Every reference of the document leads to a component."""
    known = {f"{_COMPONENTS}{kind}/{escape(name)}" for kind in _KINDS for name in ground.document["components"][kind]}
    found = _references(ground.document, "")
    lost = [(place, ref) for place, ref in found if ref not in known or not ref.startswith(_expected(place))]
    for place, ref in lost:
        if ground.written(place) is not None:
            close = nearest(str(ref), known)
            hint = f"did you mean {close}?" if close and close != ref else f"write {_expected(place)}Name"
            ground.problems.add("ref", f"$ref leads nowhere: {shown(ref)}", ground.spot(place), hint=hint)
    for removed, node in ground.application.removed.items():
        users = [place for place, ref in lost if ref == f"#{removed}" and ground.written(place) is None]
        if users:
            more = f" and {len(users) - 1} more places" if len(users) > 1 else ""
            message = f"{shown(removed)} is removed, and {shown(users[0])}{more} refer to it"
            ground.problems.add("overlay-removed", message, node, hint="remove what refers to it as well")
    _required(ground)
    _circles(ground)


def _expected(place: str) -> str:
    """How a reference begins that stands at a pointer."""
    match = _LISTED.fullmatch(place)
    return f"{_COMPONENTS}{match[1] if match else 'schemas'}/"


def _circles(ground: Ground) -> None:
    """No schema is a part of itself: it would never end."""
    direct = {name: list(_parts(schema)) for name, schema in ground.schemas.items()}
    for name in [n for n in direct if ground.is_changed(schema_place(n))]:
        pending, seen = [*direct[name]], set[str]()
        while pending:
            part = pending.pop()
            if part not in seen:
                seen.add(part)
                pending += direct.get(part, ())
        if name in seen:
            message, hint = f"{name} is a part of itself", "take the reference out, or put it into a property"
            ground.problems.add("circle", message, ground.spot(schema_place(name)), hint=hint)


def _parts(schema: Any) -> Iterator[str]:
    for part in (schema, *elements(members(schema).get("allOf")), *elements(members(schema).get("anyOf"))):
        if name := referred(part):
            yield name


def _required(ground: Ground) -> None:
    """What an overlay takes out of a schema may not be required there."""
    for removed, node in ground.application.removed.items():
        parts = [unescape(part) for part in removed.split("/")[1:]]
        if len(parts) == 5 and parts[:2] == ["components", "schemas"] and parts[3] == "properties":
            schema = members(ground.schemas.get(parts[2]))
            if parts[4] in schema.get("required", ()):
                message = f"{parts[2]} requires {shown(parts[4])}, which is removed"
                target = f"$.components.schemas.{parts[2]}.required[?@=='{parts[4]}']"
                ground.problems.add("overlay-removed", message, node, hint=f"remove {target} as well")


def _references(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    pending: list[tuple[Any, str]] = [(value, place)]
    while pending:
        here, at = pending.pop()
        if is_map(here):
            if isinstance(here.get("$ref"), str):
                yield f"{at}/$ref", here["$ref"]
            pending += [(v, f"{at}/{escape(k)}") for k, v in here.items() if k not in ("example", "examples")]
        elif is_list(here):
            pending += [(v, f"{at}/{i}") for i, v in enumerate(here)]
