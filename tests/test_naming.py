"""Names: legal, public, never one that generated code needs for itself, and the tables of English."""

from __future__ import annotations

import ast
import keyword
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from building import BASE, PROJECT, lean_project, replace, unvalidated
from wooclient import AsyncWooClient, WooClient
from woospec import naming
from woospec.formats import INPUT_TYPES, READ_TYPES
from woospec.load import load
from woospec.naming import Names, identifier, module_name, name, pascal, singular, snake
from woospec.parse import parse
from woospec.problems import Problems
from woospec.resolve import resolve
from woospec.select import select

# What stands for something of Python's in generated code: types of annotations, and what decorates or checks.
PYTHON = [
    *("bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple"),
    *("annotations", "cached_property", "datetime", "deprecated", "overload"),
]
# Names that pydantic 2 keeps of BaseModel's methods in pydantic 1, besides those that begin with model_:
# https://docs.pydantic.dev/latest/migration/#changes-to-pydanticbasemodel
PYDANTIC = [
    *("construct", "copy", "dict", "from_orm", "json", "parse_file", "parse_obj", "parse_raw"),
    *("schema", "schema_json", "update_forward_refs", "validate"),
]
# Arguments that methods have for themselves, beside those of the description.
ARGUMENTS = [
    *("self", "cls", "extra", "items", "params", "fields", "concurrency", "on_outcome", "on_progress"),
    *("prefetch", "record", "when", "bool", "int", "str"),
]

RESERVED = {
    "nothing": frozenset[str](),
    "model": naming._MODEL_RESERVED,
    "argument": naming._ARGUMENT_RESERVED,
    "module": naming._MODULE_RESERVED,
    "taken": naming._MODULE_NAMES,
}
SPECIAL = [
    *keyword.kwlist,
    *keyword.softkwlist,
    *naming._MODEL_RESERVED,
    *naming._ARGUMENT_RESERVED,
    "model_config",
    "model_dump",
]
WIRE = st.one_of(
    st.text(),
    st.sampled_from(SPECIAL),
    st.sampled_from(SPECIAL).map(lambda n: f"__{n}__"),
    st.sampled_from(SPECIAL).map(lambda n: f"{n}_"),
    st.from_regex(r"[A-Za-z0-9_\-. \"'\[\]]{0,12}", fullmatch=True),
)


@pytest.mark.parametrize("reserved", RESERVED.values(), ids=RESERVED.keys())
@given(wire=WIRE)
@example(wire="")
@example(wire="__class__")
@example(wire="\u2028")
@example(wire="\ufb01eld")
@example(wire="x\n")
def test_an_identifier_is_legal_public_and_free(reserved: frozenset[str], wire: str) -> None:
    made = identifier(wire, reserved)
    assert made.isidentifier()
    assert made.isascii(), "nothing that Python would normalise to another name"
    assert not keyword.iskeyword(made)
    assert not made.startswith("_")
    assert made not in reserved
    assert not made.startswith("model_")
    assert identifier(made, reserved) == made


@given(
    st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", fullmatch=True).filter(
        lambda n: n not in SPECIAL and not n.startswith("model_")
    )
)
def test_an_ordinary_wire_name_is_the_name(wire: str) -> None:
    assert identifier(wire, naming._MODEL_RESERVED | naming._ARGUMENT_RESERVED) == wire


FIELDS = {
    **dict(
        n.split()
        for n in ["class class_", "None None_", "__class__ class_", "self self_", "list list_", "dict dict_", "id id"]
    ),
    **dict(
        n.split()
        for n in ["model_config field_model_config", "2co field_2co", "_links links", "a[b] a_b", "match match"]
    ),
    **dict(n.split() for n in ["Field Field_", "json json_", "DecimalText DecimalText_", "to_record to_record_"]),
    "": "field_",
    "x-y z": "x_y_z",
    " ": "field_",
    "\u2028": "field_",
}


@pytest.mark.parametrize(("wire", "expected"), FIELDS.items())
def test_model_fields(wire: str, expected: str) -> None:
    assert identifier(wire, naming._MODEL_RESERVED) == expected


@pytest.mark.parametrize("wire", [*PYTHON, *PYDANTIC, "self", "cls", "to_record", *keyword.kwlist])
def test_no_field_has_a_name_of_python_pydantic_or_ours(wire: str) -> None:
    assert identifier(wire, naming._MODEL_RESERVED) == f"{wire}_"


@pytest.mark.parametrize("wire", [*ARGUMENTS, "Any", "Clear", "Iterator", "Json", "Page", "Unpack", *keyword.kwlist])
def test_no_argument_has_a_name_that_methods_need(wire: str) -> None:
    assert identifier(wire, naming._ARGUMENT_RESERVED) == f"{wire}_"


@pytest.mark.parametrize("folder", ["vars", "isinstance", "tuple", "value", "module"])
def test_no_module_of_a_resource_hides_what_stands_beside_it(folder: str) -> None:
    assert module_name(folder) == f"{folder}_"


@pytest.mark.parametrize("kind", [WooClient, AsyncWooClient])
def test_all_that_clients_have_of_their_own_is_reserved(kind: Any) -> None:
    """A resource with such a name would take its place."""
    client = kind("https://shop.example", key="ck_1", secret="cs_2")
    # The class itself is made of the resources; all else is of the runtime, beside the other versions.
    own = {name for name in dir(client) if not name.startswith("_")} - vars(kind).keys()
    assert {"url", "drift", "call", "request", "from_env"} <= own
    assert own <= naming._CLIENT_RESERVED


@pytest.mark.parametrize("public", [True, False])
def test_no_field_hides_what_a_model_has(public: bool) -> None:
    from wooclient._runtime.models import Model

    members = [n for n in dir(Model) if n.startswith("_") is not public]
    assert len(members) > 10
    assert [n for n in members if identifier(n, naming._MODEL_RESERVED) == n] == []


def test_everything_that_annotations_use_is_taken() -> None:
    used = READ_TYPES | INPUT_TYPES | {"Json"}
    assert used <= naming._MODULE_NAMES
    assert used <= naming._ARGUMENT_RESERVED
    assert {"bool", "int", "str"} <= naming._MODEL_RESERVED & naming._ARGUMENT_RESERVED


# words


SINGULAR = {
    "products": "product", "categories": "category", "taxes": "tax", "classes": "class",
    "addresses": "address", "batches": "batch", "statuses": "status", "status": "status",
    "address": "address", "data": "data", "gateways": "gateway", "countries": "country",
    "currencies": "currency", "notes": "note", "basis": "basis", "shipping": "shipping",
    "settings": "setting", "zones": "zone", "webhooks": "webhook", "": "", "s": "",
}  # fmt: skip


@pytest.mark.parametrize(("plural", "expected"), SINGULAR.items())
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


PASCAL = {
    "products": "Products", "tax_rate": "TaxRate", "tax-rate": "TaxRate", "MetaData": "MetaData",
    "a b/c": "ABC", "2co": "2co", "": "", "--": "", "URL": "URL", "x\u2028y": "XY",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PASCAL.items())
def test_pascal(text: str, expected: str) -> None:
    assert pascal(text) == expected


SNAKE = {
    "products": "products", "TaxRate": "tax_rate", "tax-rate": "tax_rate", "MetaData": "meta_data", "": "",
    "layout-templates": "layout_templates", "a.b": "a_b", "../../x": "x", "ID": "id", "orderID": "order_id",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SNAKE.items())
def test_snake(text: str, expected: str) -> None:
    assert snake(text) == expected


@given(st.text())
def test_words_leave_only_letters_and_digits(text: str) -> None:
    assert pascal(text) == "" or pascal(text).isalnum()
    assert snake(text).replace("_", "").isalnum() or snake(text) == ""
    assert module_name(text).isidentifier()
    assert module_name(text) == module_name(text).lower()


# collisions


def named(spec: Path) -> tuple[Names, list[str]]:
    problems = Problems()
    bundle = select(resolve(load(spec, problems), problems), "v3", problems)
    return name(parse(bundle), bundle, problems), [p.message for p in problems]


def test_the_names_of_a_small_spec() -> None:
    names, messages = named(BASE)
    assert messages == []
    assert names.schemas["Thing"] == "Thing"
    assert names.operations["things.list"].params == "ThingListParams"
    assert names.operations["things.list"].constant == "THINGS_LIST"
    assert names.resources[("things",)].class_name == "Things"


SCHEMAS, PATHS = "resources/things/schemas.yaml", "resources/things/paths.yaml"
SOLD = "    sold_on:\n      type: [string"


TEXT, NUMBER = "{type: string, description: X.}", "{type: integer, description: X.}"
ID, SIZE = "operationId: things.", "        - name: size"
COLLISIONS = [
    (SCHEMAS, SOLD, f"    na-me: {TEXT}\n    na_me: {TEXT}\n{SOLD}", "na_me and na-me are both called na_me"),
    (SCHEMAS, SOLD, f"    _id: {NUMBER}\n{SOLD}", "_id and id are both called id"),
    (SCHEMAS, SOLD, f"    class: {NUMBER}\n    __class__: {NUMBER}\n{SOLD}", "are both called class_"),
    (PATHS, SIZE, f"        - {{name: si-ze, in: query, schema: {TEXT}}}\n        - name: si_ze", "called si_ze"),
    (PATHS, f"{ID}create", f"{ID}LIST", "the attributes things.LIST and things.list"),
    (PATHS, f"{ID}create", f"{ID}li.st", "the constants things.li.st and things.li_st"),
    (PATHS, f"{ID}update", "operationId: url.update", "the client's own url"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), COLLISIONS, ids=[c[3] for c in COLLISIONS])
def test_a_collision_is_told_and_never_numbered(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    spec = lean_project(tmp_path) / "spec"
    replace(spec / file, old, new)
    replace(spec / PATHS, f"{ID}get", f"{ID}li_st")
    names, messages = named(spec)
    assert message in "\n".join(messages)
    assert not [n for fields in names.fields.values() for n in fields.values() if n[-1].isdigit()]


def test_a_field_called_like_a_type_of_its_module_is_renamed(tmp_path: Path) -> None:
    spec = lean_project(tmp_path) / "spec"
    replace(spec / SCHEMAS, SOLD, "    ThingPart: {type: string, description: X.}\n" + SOLD)
    names, messages = named(spec)
    assert messages == []
    assert names.fields["Thing"]["ThingPart"] == "ThingPart_"


@pytest.mark.parametrize("taken", ["Model", "Field", "Literal", "Page", "TypedDict", "None"])
def test_a_schema_called_like_what_modules_import_is_renamed(tmp_path: Path, taken: str) -> None:
    spec = lean_project(tmp_path) / "spec"
    for file in (spec / SCHEMAS, spec / PATHS):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("ThingPart", taken), encoding="utf-8")
    names, messages = named(spec)
    assert messages == []
    assert names.schemas[taken] == f"{taken}_"


@pytest.mark.parametrize(("length", "named_so"), [(38, False), (39, True)])
def test_a_long_list_of_words_in_a_query_has_a_name(length: int, named_so: bool, tmp_path: Path) -> None:
    """More than sixty characters of them, with quotes, comma and space; a short one is written out."""
    shutil.copytree(BASE, tmp_path / "spec")
    words = ("small", "large", "x" * length)
    replace(tmp_path / "spec" / PATHS, "enum: [small, large]", f"enum: [{', '.join(words)}]")
    names, messages = named(tmp_path / "spec")
    assert messages == []
    assert names.enums == ({("things", "size", words): "ThingListSizeValue"} if named_so else {})


def test_everything_that_generated_modules_import_is_taken() -> None:
    """Whatever a template or view comes to import, no class, field or parameter may hide it."""
    found: dict[str, str] = {}
    for part in ("models", "params", "resources"):
        for file in (PROJECT / "generated" / "wooclient" / "v3" / part).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and not str(node.module).startswith("wooclient.v3."):
                    found |= {alias.asname or alias.name: file.name for alias in node.names}
    assert len(found) > 10
    assert {name: where for name, where in found.items() if name not in naming._MODULE_NAMES} == {}


@pytest.mark.parametrize("verb", ["cached_property", "deprecated", "overload"])
def test_a_method_does_not_hide_what_decorates_those_below_it(tmp_path: Path, verb: str) -> None:
    shutil.copytree(BASE, tmp_path / "spec")
    replace(tmp_path / "spec/resources/things/paths.yaml", "operationId: things.get", f"operationId: things.{verb}")
    replace(tmp_path / "spec/resources/things/examples.yaml", "things.get:", f"things.{verb}:")
    files, problems = unvalidated(tmp_path / "spec")
    assert not problems
    assert f"    def {verb}_(self, id: int, /) -> Thing:\n" in files["wooclient/v3/resources/things.py"]
