"""The rules of the description, applied to what overlays wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from woospec.expand import WriteSchemas
from woospec.flat import operations_of
from woospec.kinds import is_list, is_map, meant, members
from woospec.load import Node, Spec
from woospec.naming import snake
from woospec.overlays.completing import ANY_CODE
from woospec.overlays.ground import Ground, Json, changed_parameters, schema_place
from woospec.overlays.lifting import REQUESTS
from woospec.pointers import escape, unescape
from woospec.problems import Stage
from woospec.resolve import Graph
from woospec.rules.errors import check_errors
from woospec.rules.house import HouseRules, SourceOperation
from woospec.rules.operations import PATH, check_operations
from woospec.rules.parameters import check_parameter
from woospec.rules.refs import SCHEMA_NAME
from woospec.rules.schemas import check_schemas
from woospec.rules.shape import shown
from woospec.rules.sites import Role, Site, Trail
from woospec.rules.texts import check_text
from woospec.select import METHODS

_TEXTS = frozenset({"description", "summary"})
_ONE: dict[str, Role] = {"items": "items", "additionalProperties": "values", "x-write": "write"}


@dataclass(slots=True)
class _Site(Site):
    """A schema that an overlay wrote or changed; each part of it stands where it was written."""

    ground: Ground
    place: str

    def node(self, *keys: str | int) -> Node:
        """Where this schema, or what is below it, is written."""
        return _spot(self.ground, self.place, *keys)


@dataclass(slots=True)
class _Operation(SourceOperation):
    """An operation that an overlay wrote; it stands where it was written."""

    ground: Ground | None = field(default=None, kw_only=True)

    def node(self, *keys: str | int) -> Node:
        """Where the operation, or what is below it, is written."""
        assert self.ground is not None
        below = "".join(f"/{escape(str(key))}" for key in keys)
        return self.ground.spot(f"/paths/{escape(self.path)}/{self.method}{below}")


def judge(ground: Ground, graph: Graph) -> None:
    """Hold what overlays wrote, complete and with every object named, against the rules for the spec."""
    house = HouseRules(graph, ground.problems, Spec())
    house.__dict__["sites"] = list(_sites(ground))
    house.__dict__["operations"] = list(_operations(ground))
    house.problems.stage = Stage.WORDS
    _names(ground)
    check_schemas(house)
    check_operations(house)
    check_errors(house)
    _distinct(ground)
    _settable(ground)
    for parameter, place in changed_parameters(ground):
        check_parameter(house, parameter, partial(_spot, ground, place))
    for node in ground.application.origins.values():
        for text, below in _texts(node.value, node.pointer):
            check_text(house, text, node._replace(pointer=below))


def _spot(ground: Ground, place: str, *keys: str | int) -> Node:
    return ground.spot(place + "".join(f"/{escape(str(key))}" for key in keys))


def _names(ground: Ground) -> None:
    """Names of schemas and of paths are such as modules and addresses can be made of."""
    for name in ground.added_schemas():
        if not SCHEMA_NAME.match(name):
            hint = "letters and digits, a capital first, such as Subscription"
            ground.problems.add(
                "name", f"{shown(name)} is no name for a schema", ground.spot(schema_place(name)), hint=hint
            )
    for path, item in ground.document["paths"].items():
        place = f"/paths/{escape(path)}"
        if not item.keys() & {*METHODS} and ground.written(place) is not None:
            hint = "describe one, or take the path out"
            ground.problems.add("path", f"{shown(path)} has no operation", ground.spot(place), hint=hint)
    for path in {path for path, _, _ in ground.added_operations()}:
        if not PATH.match(path):
            cause, hint = _why_no_path(path)
            message = f"{shown(path)} is no path{cause}"
            ground.problems.add("path", message, ground.spot(f"/paths/{escape(path)}"), hint=hint)


def _why_no_path(path: str) -> tuple[str, str]:
    """What is wrong with a path, if it is a usual slip, and what to do."""
    mended = re.sub(r"/:(\w+)", r"/{\1}", re.sub(r"\(\?P<(\w+)>[^/]*\)", r"{\1}", path))
    cause = ": a part that stands for a value is written {name}" if mended != path else ""
    if re.search(r"\{[^{}]*[A-Z]", mended):
        mended = re.sub(r"\{\w+\}", lambda part: f"{{{snake(part[0])}}}", mended)
        cause = cause or ": a name in it has capital letters"
    if mended.endswith("/"):
        mended, cause = mended.rstrip("/"), cause or ": it ends with a slash"
    if not mended.startswith("/"):
        mended, cause = f"/{mended}", cause or ": it does not begin with a slash"
    usual = "segments of letters, digits, _ and -, or {name}"
    return (cause, f"write {mended}") if PATH.match(mended) else ("", usual)


def _settable(ground: Ground) -> None:
    """What is added to answers is added to what sets it as well, or says that nothing does."""
    base, writes = ground.base.document["components"]["schemas"], WriteSchemas(ground.schemas)
    for name in ground.changed_schemas():
        sent = [f"{name}{ending}" for ending in REQUESTS if "properties" in members(base.get(f"{name}{ending}"))]
        for word, schema in members(ground.schemas[name].get("properties")).items() if sent else ():
            place = f"{schema_place(name)}/properties/{escape(word)}"
            if word in members(base[name].get("properties")) or writes.is_read_only(schema):
                continue
            if not any(word in ground.schemas[other]["properties"] for other in sent):
                message = f"{name} has {shown(word)}, which no request has: clients could not set it"
                hint = f"name {' and '.join(sent)} in the target too, or say readOnly: true"
                ground.problems.add("overlay-field", message, ground.spot(place), hint=hint)


def _distinct(ground: Ground) -> None:
    """No two operations share an id or an address."""
    seen: dict[str, str] = {}
    base = {f"/paths/{escape(path)}/{method}" for path, method, _ in operations_of(ground.base.document)}
    every = [(f"/paths/{escape(p)}/{m}", p, m, item) for p, m, item in operations_of(ground.document)]
    for place, path, method, item in sorted(every, key=lambda one: one[0] not in base):
        server = str(item.get("servers", ""))
        address = f"{method.upper()} {server}{re.sub(r'{[^{}]*}', '{}', path)}"
        for name, word, rule in ((item[method]["operationId"], "/operationId", "operation-id"), (address, "", "path")):
            first = seen.setdefault(name, place + word)
            if first != place + word:
                what = f"are called {shown(name)}" if word else f"answer {method.upper()} {shown(path)}"
                message, hint = f"two operations {what}", "each needs one of its own"
                ground.problems.add(rule, message, ground.spot(place + word), ground.spot(first), hint=hint)


def _operations(ground: Ground) -> Iterator[SourceOperation]:
    for path, method, item in ground.changed_operations():
        node = ground.spot(f"/paths/{escape(path)}/{method}")
        told = {s: [c for c in codes if c != ANY_CODE] for s, codes in members(item[method].get("x-errors")).items()}
        raw: Json = {**item[method], "x-errors": {status: codes for status, codes in told.items() if codes}}
        if "x-batch" in raw:
            raw.pop("requestBody", None)  # made from it
        _needs(ground, raw.pop("x-needs", None), f"/paths/{escape(path)}/{method}/x-needs")
        raw["responses"] = {s: r for s, r in raw["responses"].items() if s != "default" and s not in raw["x-errors"]}
        yield _Operation(node.file, path, method, raw, frozenset({ground.base.about.step}), ground=ground)


def _needs(ground: Ground, wanted: Any, place: str) -> None:
    known: Json = members(ground.document.get("x-conditions"))
    if wanted is not None and wanted not in known:
        hint = meant(str(wanted), known, f"known: {', '.join(known)}" if known else "take it out")
        ground.problems.add("needs", f"no condition is called {shown(wanted)}", ground.spot(place), hint=hint)


# sites: every schema that an overlay wrote


def _sites(ground: Ground) -> Iterator[Site]:
    for name, schema in ground.schemas.items():
        place = schema_place(name)
        yield from _meta(ground, schema, place)
        if place in ground.application.origins or ground.written(place) is not None:
            yield from _below(ground, schema, place, "named")
            continue
        for inner, value in members(schema.get("properties")).items():
            at = f"{place}/properties/{escape(inner)}"
            if ground.is_changed(at):
                yield from _below(ground, value, at, "property")
    for parameter, place in changed_parameters(ground):
        yield from _below(ground, parameter.get("schema"), f"{place}/schema", "parameter")
    for path, method, item in ground.added_operations():
        at = f"/paths/{escape(path)}/{method}"
        for place, schema in _contents(item[method], at):
            yield from _below(ground, schema, place, "content")


def _meta(ground: Ground, schema: Json, place: str) -> Iterator[Site]:
    """The schemas of custom fields, which stand on records that have some."""
    for key, value in members(schema.get("x-meta")).items():
        at = f"{place}/x-meta/{escape(key)}"
        if "meta_data" not in members(schema.get("properties")):
            message, hint = "x-meta has no effect here", "it belongs on the schema of a record with meta_data"
            ground.problems.add("placement", message, ground.spot(at), hint=hint)
        yield from _below(ground, value, at, "values")


def _contents(operation: Json, at: str) -> Iterator[tuple[str, Any]]:
    owners = {"requestBody": operation.get("requestBody")}
    owners |= {f"responses/{escape(s)}": r for s, r in operation["responses"].items() if s.startswith("2")}
    if "x-batch" in operation:
        return  # the generator writes them
    for place, owner in owners.items():
        schema = members(members(members(owner).get("content")).get("application/json")).get("schema")
        if schema is not None:
            yield f"{at}/{place}/content/application~1json/schema", schema


def _below(ground: Ground, schema: Any, place: str, role: Role) -> Iterator[Site]:
    if not is_map(schema):
        return
    node = ground.spot(place)
    trail: Trail = ()
    for token in node.pointer.split("/")[1:]:
        trail = (unescape(token), trail)
    made = {"enum"} if "x-known-values" in schema else set[str]()  # requests have it beside the open list
    own = {word: value for word, value in schema.items() if word not in made}
    yield _Site(own, node.file, trail, role, ground, place)
    for word, value in schema.items():
        if word in _ONE and (value or "maxItems" not in schema):  # of a list that is always empty nothing is said
            yield from _below(ground, value, f"{place}/{word}", _ONE[word])
        elif word in ("anyOf", "allOf") and is_list(value):
            for i, part in enumerate(value):
                yield from _below(ground, part, f"{place}/{word}/{i}", "part")
        elif word == "properties" and is_map(value):
            for name, inner in value.items():
                yield from _below(ground, inner, f"{place}/properties/{escape(name)}", "property")


def _texts(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Every text for people inside of what an overlay wrote, with where it stands."""
    pending: list[tuple[Any, str]] = [(value, pointer)]
    while pending:
        here, at = pending.pop()
        if is_map(here):
            for key, inner in here.items():
                if key in _TEXTS and isinstance(inner, str):
                    yield inner, f"{at}/{escape(key)}"
                elif key not in ("example", "examples"):
                    pending.append((inner, f"{at}/{escape(key)}"))
        elif is_list(here):
            pending += [(inner, f"{at}/{i}") for i, inner in enumerate(here)]
