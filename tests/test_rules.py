"""Single rules on small edits of the base of the negative cases: what is told, where, and nothing besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from specs import BASE, OLDER, ROOT, THINGS, V3, make
from woospec.validate import collect

SCHEMAS, PATHS, EXAMPLES = f"{THINGS}/schemas.yaml", f"{THINGS}/paths.yaml", f"{THINGS}/examples.yaml"
THREE = (ROOT, V3, V3 + OLDER)
COSTS = "description: What it costs."

Edit = tuple[str, str, str]


def spec_of(folder: Path, *edits: Edit) -> Path:
    """The base with some texts changed."""
    files: dict[str, str] = {}
    for name, old, new in edits:
        text = files.get(name) or (BASE / name).read_text(encoding="utf-8")
        assert old in text
        files[name] = text.replace(old, new, 1)
    return make(folder, files)


def told(folder: Path, *edits: Edit) -> list[str]:
    """Each problem: where it stands and what it says."""
    return [f"{problem.places[0].pointer}: {problem.message}" for problem in collect(spec_of(folder, *edits))]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([THREE, (SCHEMAS, COSTS, f"{COSTS}\n      x-since: v3\n      x-until: v1")],
         ["/Thing/properties/price/x-since: from v3 until v1 is no version at all"]),
        ([THREE, (SCHEMAS, COSTS, f"{COSTS}\n      x-since: v2\n      x-until: v2")], []),
        ([THREE, (SCHEMAS, COSTS, f"{COSTS}\n      x-since: v9\n      x-until: v1")],
         ["/Thing/properties/price/x-since: unknown version v9"]),
        ([THREE, (SCHEMAS, COSTS, f"{COSTS}\n      x-until: v9")],
         ["/Thing/properties/price/x-until: unknown version v9"]),
        ([THREE, (PATHS, "/things/{id}:\n", "/things/{id}:\n    x-since: v3\n"),
          (PATHS, "operationId: things.get\n", "operationId: things.get\n      x-until: v2\n")],
         ["/paths/~1things~1{id}/get: this operation is in no version"]),
        # A parameter that is not of the path is one fault, not two.
        ([("common/parameters.yaml", "name: id", "name: number")],
         ["/paths/~1things~1{id}/parameters/0: the path /things/{id} has no {number}"]),
        ([(PATHS, "/things/{id}:", "/things/{id}/{more}:")],
         [f"/paths/~1things~1{{id}}~1{{more}}/{method}: things.{verb} does not declare {{more}} of its path"
          for method, verb in (("get", "get"), ("put", "update"))]),
        ([(PATHS, "/things/{id}:", "/things/{id}/x/{id}:")],
         [f"/paths/~1things~1{{id}}~1x~1{{id}}/{method}: the path names {{id}} twice" for method in ("get", "put")]),
    ],
)  # fmt: skip
def test_versions_and_paths(edits: list[Edit], expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, *edits) == expected


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("{sold_on: 5}", "/sold_on: {}5 is a number, not string or null"),
        ("{parts: [{label: A}, {label: 5}]}", "/parts/1/label: {}5 is a number, not string"),
        ("{colour: red}", "/colour: {}colour is not described"),
    ],
)
def test_a_request_that_does_not_fit_is_told_at_the_field(sent: str, expected: str, tmp_path: Path) -> None:
    message = expected.format("the example request of things.update does not fit: ")
    assert told(tmp_path, (EXAMPLES, "request: {sold_on: null}", f"request: {sent}")) == [
        f"/things.update/request{message}"
    ]


NAME, SIZES, ITEM = "description: What it is called.", "enum: [small, large]", "item: schemas.yaml#/Thing,"
_BATCH = "/paths/~1things~1batch/post/x-batch/item"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ((SCHEMAS, "type: string\n      x-known-values", "enum"), ""),
        ((SCHEMAS, "type: string\n      x-known-values: [small, large]", "const: small"), ""),
        ((SCHEMAS, "type: string\n      x-known-values", "x-known-values"),
         "x-any /Thing/properties/size: this schema says nothing"),
        ((SCHEMAS, NAME, f"{NAME}\n      const: {{}}"), "enum /Thing/properties/name/const: {} in const is a map that"),
        ((SCHEMAS, NAME, f"{NAME}\n      minLength: 3\n      maxLength: 3"), ""),
        ((SCHEMAS, NAME, f"{NAME}\n      minLength: 4\n      maxLength: 3"),
         "limits /Thing/properties/name/minLength: minLength 4 is above maxLength 3"),
        ((SCHEMAS, COSTS, f"{COSTS}\n      minimum: 3"), "limits /Thing/properties/price/minimum: minimum on string"),
        ((SCHEMAS, COSTS, f"{COSTS}\n      minLength: 3"), ""),
        ((PATHS, "Only things of this size.", "A size.\n          x-unchecked: false"),
         "x-unchecked /paths/~1things/get/parameters/2/x-unchecked: x-unchecked says nothing here"),
        ((PATHS, "Only things of this size.", "A size.\n          x-unchecked: true"), ""),
        (("common/parameters.yaml", "Number of the item.", "Its number.\n  x-unchecked: true"),
         "x-unchecked /id/x-unchecked: x-unchecked says nothing here"),
        ((PATHS, "summary: List things", 'summary: "List\\nthings"'),
         "summary /paths/~1things/get/summary: the summary has 11 characters"),
        ((SCHEMAS, "description: A piece of a thing.", "description: A piece.\n  x-row: {remove: label}"),
         "x-row /ThingPart/x-row: x-row on a schema without an id"),
        ((ROOT, "host: {default", "Bad: {default: a}\n      host: {default"),
         "name /servers/0/variables/Bad: Bad is no name for a"),
        ((SCHEMAS, 'items: {$ref: "#/ThingPart"}', "items: {anyOf: []}"),
         "type /Thing/properties/parts/items/anyOf: anyOf is empty"),
        ((SCHEMAS, 'items: {$ref: "#/ThingPart"}', 'items: {$ref: "#/ThingPart", x-evidence: Seen.}'), ""),
        ((PATHS, "things: Small things to look at.", "things: TODO"), "text /resources/things: unfinished: TODO"),
        ((PATHS, SIZES, f"{SIZES}, default: small"), ""),
        ((PATHS, SIZES, f"{SIZES}, default: red"),
         "default /paths/~1things/get/parameters/2/schema/default: default red is not in enum"),
        ((PATHS, "put:\n      operationId: things.update", "put:\n      operationId: things.delete"),
         "verb /paths/~1things~1{id}/put/operationId: things.delete is a PUT"),
        ((PATHS, ITEM, "item: '',"), f"ref-target {_BATCH}: item names no schema"),
        ((PATHS, ITEM, "item: paths.yaml#/paths,"), f"ref-target {_BATCH}: item must lead to a schema: paths.yaml#/p"),
        ((PATHS, ITEM, "item: schemas.yaml#/Thing/properties,"), f"ref-target {_BATCH}: item must lead to a schema"),
        ((SCHEMAS, "  description: A new thing.", "  description: A new thing.\n  deprecated: true"), ""),
        ((SCHEMAS, COSTS, f"{COSTS}\n      x-write: {{type: string, format: decimal, deprecated: true}}"), ""),
        ((SCHEMAS, "items: {$ref: \"#/ThingPart\"}", "items: {type: string, deprecated: true}"),
         "placement /Thing/properties/parts/items/deprecated: deprecated has no effect here"),
        ((SCHEMAS, "required: [name]", "required: [name, gift]"),
         "required /ThingCreate/required/1: ThingCreate requires gift, which it has not in v3"),
    ],
)  # fmt: skip
def test_the_first_fault_that_is_told(edit: Edit, expected: str, tmp_path: Path) -> None:
    found = collect(spec_of(tmp_path, edit))
    first = next((f"{one.rule} {one.places[0].pointer}: {one.message}" for one in found), "")
    assert first.startswith(expected)
    assert bool(first) is bool(expected)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        *(
            (f"Thing{made}", f"Thing{made} is what the generator calls a schema made of Thing")
            for made in ("Input", "Batch", "BatchItem", "BatchResult")
        ),
        *((name, f"nothing refers to the schema {name}") for name in ("OtherBatch", "Batch", "InputThing")),
    ],
)
def test_names_of_what_the_generator_makes_are_taken(name: str, message: str, tmp_path: Path) -> None:
    edit = (SCHEMAS, "ThingPart:\n", f"{name}: {{type: string, description: A.}}\n\nThingPart:\n")
    assert told(tmp_path, edit) == [f"/{name}: {message}"]


_CUP = '{id: 1, name: Cup, price: "9.50", size: small, sold_on: null, parts: [{label: Handle}]}'


def _six(row: str) -> str:
    return ", ".join(row.replace("#", str(number)) for number in range(1, 7))


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (_six("{name: Cup, price: #}"), "mend the field, or mend the examples"),
        ("", "write x-optional: true on it if it may lack, or mend the examples"),
    ],
)
def test_what_to_do_about_many_examples_depends_on_what_is_wrong(value: str, hint: str, tmp_path: Path) -> None:
    """Only answers may lack a field; three versions have the fault, and it is told once."""
    whole = "id: #, price: '1', size: small, sold_on: null, parts: []"
    edits = {
        True: ("{create: [{name: Cup}], delete: [2]}", f"{{create: [{value}], delete: [2]}}"),
        False: (f"\n    - &cup {_CUP}", f" [{_six(f'{{{whole}}}')}, &cup {_CUP}]"),
    }
    (found,) = collect(spec_of(tmp_path, THREE, (EXAMPLES, *edits[bool(value)])))
    assert found.message.startswith("6 examples do not fit this field")
    assert found.hint == hint


_WHOLE = "id: #, price: '1', size: small, sold_on: null"


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        ("update", f"{{parts: [{_six('{label: #}')}]}}", "ThingPart/properties/label: {}1 is a number, not string"),
        ("batch", _six("{name: Cup, price: #}"), "Thing/properties/price: {}1 is a number, not string"),
        ("list", f"{{{_WHOLE.replace('#', '7')}, name: A, parts: [{_six('{label: #}')}]}}",
         "ThingPart/properties/label: {}1 is a number, not string"),
        ("list", _six(f"{{{_WHOLE}, parts: []}}"), "Thing/properties/name: {}name is missing"),
        ("list", _six(f"{{{_WHOLE}, name: A, parts: [{{label: B, colour: red}}]}}"),
         "ThingPart/properties/colour: {}colour is not described"),
        ("list", _six(f"{{{_WHOLE}, name: A, parts: [], colour: red}}"),
         "Thing/properties/colour: {}colour is not described"),
    ],
)  # fmt: skip
def test_what_many_examples_do_not_fit_is_told_where_the_field_is_described(
    place: str, value: str, expected: str, tmp_path: Path
) -> None:
    places = {
        "update": ("request: {sold_on: null}", f"request: {value}"),
        "batch": ("{create: [{name: Cup}], delete: [2]}", f"{{create: [{value}], delete: [2]}}"),
        "list": (f"\n    - &cup {_CUP}", f" [{value}, &cup {_CUP}]"),
    }
    message = expected.format("6 examples do not fit this field; in the first one ")
    assert told(tmp_path, (EXAMPLES, *places[place])) == [f"/{message}"]


def test_a_field_that_a_newer_version_told_is_told_no_more(tmp_path: Path) -> None:
    """The older version has examples of its own, and as many faults as it has examples."""
    rows = _six("{name: Cup, price: #}")
    spec = spec_of(tmp_path, THREE, (EXAMPLES, "create: [{name: Cup}]", f"create: [{rows}]"))
    older = f"things.batch:\n  request: {{create: [{rows}, {{name: Cup, price: 7}}]}}\n  response: {{}}\n"
    (spec / THINGS / "examples-v1.yaml").write_text(older, encoding="utf-8")
    assert [(one.places[0].pointer, one.message.partition(";")[0]) for one in collect(spec)] == [
        ("/Thing/properties/price", "6 examples do not fit this field")
    ]


def test_a_folder_that_is_called_nearly_as_another_one_is_told_too(tmp_path: Path) -> None:
    """Only a listed name without a folder may be what was meant."""
    problems = collect(make(tmp_path, {"resources/thing/paths.yaml": "paths: {}\n"}))
    assert [problem.message for problem in problems] == ["the folder thing is not listed in woocommerce.yaml"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        *((name, "this file is not read") for name in ("paths.yml", "Paths.YML")),
        ("pathsall.yaml", "this file is read by nothing"),
    ],
)
def test_a_misnamed_file_is_told_and_not_that_it_is_missing(name: str, message: str, tmp_path: Path) -> None:
    spec = make(tmp_path, {})
    (spec / PATHS).rename(spec / THINGS / name)
    assert [problem.message for problem in collect(spec)] == [message]


def test_a_file_beside_the_folders_is_no_folder(tmp_path: Path) -> None:
    problems = collect(make(tmp_path, {"resources/note.yaml": "a: 1\n"}))
    assert [problem.message for problem in problems] == ["this file is read by nothing"]
