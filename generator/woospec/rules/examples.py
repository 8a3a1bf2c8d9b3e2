"""Rules for examples: every operation has one, each fits its schema, and none is left over.

All examples of a version are judged at once, as one object against one schema: that takes a compiled validator
some milliseconds. Only what it refuses is judged again, slowly, to say where and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from woospec.examples import Examples, example_files
from woospec.families import family_of_file
from woospec.formats import CHECKS
from woospec.kinds import is_list, is_map, members
from woospec.load import Node
from woospec.pointers import escape
from woospec.problems import HANDFUL
from woospec.rules.described import described_at
from woospec.rules.explain import Complaint, complaints
from woospec.rules.house import SCHEMAS, BundledOperation, HouseRules, Json, SourceOperation, operations, spot
from woospec.rules.shape import node_at, shown
from woospec.rules.sites import files_of
from woospec.select import Bundle

_JSON = "content/application~1json/example"


@dataclass(slots=True)
class _Case:
    """One example and what it must fit."""

    op: BundledOperation
    what: str
    value: Any
    schema: Any
    at: str


@dataclass(slots=True)
class _Unfit:
    """One complaint about an example, where it stands, and where the spec describes the field."""

    case: _Case
    complaint: Complaint
    node: Node
    field: Node | None

    @property
    def is_lack(self) -> bool:
        """Whether an answer lacks a field, which it may if the field says so."""
        return self.case.what == "response" and bool(self.complaint.missing)


def check_presence(house: HouseRules, op: BundledOperation) -> None:
    """Every operation has an example of its answer, and of its request if it has one."""
    place = _entry(house, op)
    if place is None and op.node().file.path.rpartition("/")[0] in house.unnamed:
        return  # an example there has the wrong name, as is told
    where, hint = (place or op.node("operationId")), f"add {op.id} to examples.yaml of its folder"
    found = op.success()
    if found and "example" not in op.raw["responses"][found[0]]["content"]["application/json"]:
        message = f"{op.id} has no example of its answer"
        house.add("example", message, where, hint=hint if place is None else "add response: …")
    body = op.raw.get("requestBody")
    if is_map(body) and not any("example" in m for m in members(body.get("content")).values()):
        message = f"{op.id} has no example of its request"
        house.add("example", message, where, hint=hint if place is None else "add request: …")
    if body is None and place is not None and is_map(place.value) and "request" in place.value:
        node = place.child("request")
        house.add("example", f"{op.id} has no request body", node, hint="take request out of the example")


def _entry(house: HouseRules, op: BundledOperation) -> Node | None:
    """The example that a version reads for an operation."""
    folder = op.node().file.path.rpartition("/")[0]
    return Examples(house.graph, folder, op.bundle.about.step).find(op.id)


def check_left_over(house: HouseRules) -> None:
    """No example stands for an operation that its folder has not, nor where no version looks for it."""
    # An operation that differs by version is written several times.
    known: dict[tuple[str, str], list[SourceOperation]] = {}
    for op in house.operations:
        known.setdefault((op.file.path.rpartition("/")[0], op.id), []).append(op)
    for file in files_of(house.spec, "examples"):
        folder, _, name = file.path.rpartition("/")
        for id in members(file.data) if family_of_file(file.path) in house.whole else ():
            named, node = known.get((folder, id)), node_at(file, (id,))
            if named is None:
                house.unnamed.setdefault(folder, []).append(node)
            elif name not in {_read_for(house, op, version) for op in named for version in op.versions}:
                hint = f"{id} has other examples, or is not in that version: take this one out"
                house.add("example", f"no version reads this example of {shown(id)}", node, hint=hint)
    for folder, nodes in house.unnamed.items():
        _unnamed(house, nodes, [ops[0] for (where, _), ops in known.items() if where == folder])


def _unnamed(house: HouseRules, nodes: list[Node], ops: list[SourceOperation]) -> None:
    """Examples of no operation; where an operation has none, one of the two was renamed."""
    have = {id for file in files_of(house.spec, "examples") for id in members(file.data)}
    lacking = [op for op in ops if op.id not in have]
    if len(lacking) == 1 and len({node.pointer for node in nodes}) == 1:
        message = f"{lacking[0].id} has no example, and {shown(nodes[0].pointer[1:])} is the example of no operation"
        house.add("example", message, lacking[0].node("operationId"), *nodes[:2], hint="give both the same name")
        return
    for node in nodes:
        hint = "mend the operationId, or take the example out"
        house.add("example", f"no operation of this folder is called {shown(node.pointer[1:])}", node, hint=hint)


def _read_for(house: HouseRules, op: SourceOperation, version: str) -> str:
    """The file whose example of an operation a version reads."""
    folder = op.file.path.rpartition("/")[0]
    files = {name: house.spec.files.get(f"{folder}/{name}") for name in example_files(version)}
    return next((n for n, file in files.items() if file is not None and op.id in members(file.data)), "")


def check_examples(house: HouseRules, bundle: Bundle, part: Json) -> None:
    """Judge the examples of the operations in a part of a version's document against their schemas."""
    found = [op for op in operations(bundle) if op.path in part["paths"]]
    cases = [case for op in found for case in _cases(op)]
    if not cases:
        return
    import jsonschema_rs  # only where something is judged, and then in a fork

    components = strict(part["components"]["schemas"])
    names = [str(i) for i in range(len(cases))]
    whole = {
        "properties": {n: _closed(c.schema) for n, c in zip(names, cases, strict=True)},
        "components": {"schemas": components},
    }
    try:
        validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True, formats=CHECKS)
        values = {n: c.value for n, c in zip(names, cases, strict=True)}
        if validator.is_valid(values):
            return
        refused = sorted({int(e.instance_path[0]) for e in validator.iter_errors(values) if e.instance_path})
    except ValueError as error:
        message = f"the examples of {bundle.version} cannot be judged: {str(error).partition(chr(10))[0]}"
        house.add("example", message, spot(bundle, "/info"), hint="mend the schemas first")
        return
    unfit: dict[tuple[str, str], list[_Unfit]] = {}
    for i in refused:
        for complaint in complaints(whole["properties"][str(i)], cases[i].value, whole["components"]):
            field = described_at(bundle, cases[i].schema, (*complaint.path, *complaint.missing))
            key = (field.file.path, field.pointer) if field else ("", "")
            unfit.setdefault(key, []).append(_Unfit(cases[i], complaint, _place(house, cases[i], complaint), field))
    for several in unfit.values():
        _tell(house, several)


def _tell(house: HouseRules, unfit: list[_Unfit]) -> None:
    """Report what does not fit a field; if that is much, it is the field that does not fit."""
    # A value that several examples share by alias is wrong once.
    distinct = {(one.node.place()[:3], one.complaint.message): one for one in reversed(unfit)}
    field = unfit[0].field
    if field is not None and house.problems.tells("", field):
        return  # an older version has the same fault
    if field is not None and len(distinct) >= HANDFUL:
        message = f"{len(distinct)} examples do not fit this field; in the first one {unfit[0].complaint.message}"
        hint = "write x-optional: true on it if it may lack" if unfit[0].is_lack else "mend the field"
        house.add("example", message, field, unfit[0].node, hint=f"{hint}, or mend the examples")
        return
    for one in distinct.values():
        places = (*_overlaid(one), one.node)
        message = f"the example {one.case.what} of {one.case.op.id} does not fit: {one.complaint.message}"
        if not house.problems.tells(one.complaint.message, one.node):
            hint = "add it, or write x-optional: true on the field if it may lack"
            house.add("example", message, *places, hint=hint if one.is_lack else one.complaint.hint)


def _overlaid(one: _Unfit) -> Iterator[Node]:
    """What an overlay did to the field, the operation, or something that it refers to, if one did something."""
    bundle = one.case.op.bundle
    if bundle.changes and not one.node.file.shown:
        reached = sorted(bundle.references.reached([one.case.schema]))
        nodes = [one.field, one.case.op.node(), *(spot(bundle, f"/components/{name}") for name in reached)]
        yield from [node for node in nodes if node is not None and node.file.shown][:1]


def _cases(op: BundledOperation) -> list[_Case]:
    cases: list[_Case] = []
    body = members(members(op.raw.get("requestBody")).get("content")).get("application/json")
    if is_map(body) and "example" in body:
        cases.append(_Case(op, "request", body["example"], body.get("schema"), f"{op.at}/requestBody/{_JSON}"))
    found = op.success()
    if found:
        media = op.raw["responses"][found[0]]["content"]["application/json"]
        if "example" in media:
            cases.append(
                _Case(op, "response", media["example"], found[1], f"{op.at}/responses/{escape(found[0])}/{_JSON}")
            )
    if "x-example-query" in op.raw:
        cases.append(_Case(op, "query", op.raw["x-example-query"], _query(op), f"{op.at}/x-example-query"))
    return cases


def _query(op: BundledOperation) -> Json:
    """The query parameters of an operation as an object schema."""
    given = [p for p, _ in op.parameters if p.get("in") == "query" and "name" in p]
    return {
        "type": "object",
        "properties": {p["name"]: p.get("schema", {}) for p in given},
        "required": [p["name"] for p in given if p.get("required")],
        "additionalProperties": False,
    }


def _place(house: HouseRules, case: _Case, complaint: Complaint) -> Node:
    path = list(complaint.path)
    envelope = case.op.raw.get("x-envelope")
    if is_map(envelope) and path and envelope.get(case.what) == path[0]:
        path = path[1:]
    entry = _entry(house, case.op)
    asked = entry.get("query") if case.what == "query" and entry is not None else None
    node = asked or spot(case.op.bundle, case.at)
    return Node(None, node.file, node.pointer + "".join(f"/{escape(str(key))}" for key in path))


# Schemas for examples allow no field that is not described: a slip of the pen in an example is a fault of the spec.

_LOOSE = "~loose"


def strict(schemas: Json) -> Json:
    """Components that refuse undescribed fields; parts of an `allOf` refer to loose twins."""
    result: Json = {}
    for name, schema in schemas.items():
        result[name + _LOOSE] = _inside(schema)
        result[name] = _shut(schema, result[name + _LOOSE])
    return result


def _closed(schema: Any) -> Any:
    return _shut(schema, _inside(schema))


def _shut(schema: Any, inside: Any) -> Any:
    """The schema, of which `inside` is what `_inside` makes, without room for further fields."""
    if is_map(inside) and "additionalProperties" not in inside:
        if "allOf" in inside:
            return {**inside, "unevaluatedProperties": False}
        if "properties" in inside:
            return {**inside, "additionalProperties": False}
    if inside is not schema and isinstance(inside.get("x-clear-with"), str) and inside.keys() & {"format", "anyOf"}:
        # The text that clears a field need not have the field's format.
        return {"anyOf": [inside, {"const": inside["x-clear-with"]}]}
    return inside


def _inside(schema: Any) -> Any:
    """The schema with everything below it closed, but itself open."""
    if not is_map(schema):
        return schema
    result = dict(schema)
    for key in ("items", "additionalProperties"):
        if key in result:
            result[key] = _closed(result[key])
    if is_list(result.get("anyOf")):
        result["anyOf"] = [_closed(part) for part in result["anyOf"]]
    if is_list(result.get("allOf")):
        result["allOf"] = [_loosened(part) for part in result["allOf"]]
    if is_map(result.get("properties")):
        result["properties"] = {name: _closed(value) for name, value in result["properties"].items()}
    return result


def _loosened(part: Any) -> Any:
    ref = part.get("$ref") if is_map(part) else None
    return (
        {"$ref": ref + _LOOSE.replace("~", "~0")} if isinstance(ref, str) and ref.startswith(SCHEMAS) else _inside(part)
    )
