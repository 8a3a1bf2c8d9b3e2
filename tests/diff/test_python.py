"""Edits of a generated package, and what `woospec diff` has to say of each in Python."""

from __future__ import annotations

import pytest

from woospec.diff.annotations import relation
from woospec.diff.changes import collected
from woospec.diff.python import compare_surfaces
from woospec.diff.rules import RULES
from woospec.diff.surface import read

FILE = '''
State = Literal["on", "off"]
Unused = Literal[1, 2]

class Thing(Model):
    """A thing."""
    __shown__ = ("id",)
    id: int
    """Its number."""
    price: Decimal | None
    state: Annotated[State | str, OPEN]

class ThingListParams(Parameters, total=False):
    page: int
    status: Required[Literal["a", "b"]]
    tags: Sequence[int]

class Things(Resource):
    """Things."""
    @cached_property
    def parts(self) -> Parts:
        """Its parts."""
    def list(self, **params: Unpack[ThingListParams]) -> Page[Thing]:
        """List things."""
    def get(self, id: int, /, *, prefetch: int = 0) -> Thing | dict[str, int]:
        """Get one."""
    def _own(self) -> int: ...

class Parts(Resource):
    """Parts."""
'''

EDITS: dict[str, tuple[str, str, list[str]]] = {
    "a class is gone": ('class Parts(Resource):\n    """Parts."""\n', "", ["class-removed"]),
    "a class is new": ("class Parts", "class More(Model):\n    id: int\n\nclass Parts", ["class-added"]),
    "a class has another name": ("class Parts", "class Pieces", ["class-added", "class-removed"]),
    "another base": ("class Thing(Model)", "class Thing(Record)", ["bases-changed"]),
    "a type is gone": ("Unused = Literal[1, 2]\n", "", ["name-removed"]),
    "a type is new": ("\nState", "\nOther = Literal[1]\nState", ["name-added"]),
    "a value fewer": ('"on", "off"', '"on"', ["choices-narrowed"]),
    "a value more": ('"on", "off"', '"on", "off", "idle"', ["choices-widened"]),
    "other values": ('"on", "off"', '"on", "idle"', ["value-changed"]),
    "a method is gone": ("def get(self", "def _get(self", ["method-removed"]),
    "a method is new": (
        "    def _own(self) -> int: ...",
        '    def first(self) -> Thing:\n        """The first."""',
        ["method-added"],
    ),
    "a method no longer takes filters": ("**params: Unpack[ThingListParams]", "", ["argument-removed"]),
    "a key is gone": ("    page: int\n", "", ["argument-removed"]),
    "a key is new": ("    page: int\n", "    page: int\n    q: str\n", ["argument-added"]),
    "a key that must be given is new": (
        "    page: int\n",
        "    page: int\n    q: Required[str]\n",
        ["required-argument-added"],
    ),
    "a key must be given": ("page: int", "page: Required[int]", ["argument-became-required"]),
    "a key may be left out": ('Required[Literal["a", "b"]]', 'Literal["a", "b"]', ["argument-became-optional"]),
    "a key takes fewer values": ('Literal["a", "b"]', 'Literal["a"]', ["argument-narrowed"]),
    "a key takes any text": ('Literal["a", "b"]', "str", ["argument-widened"]),
    "a key takes other things": ("tags: Sequence[int]", "tags: str", ["argument-narrowed"]),
    "items of a list may be texts": ("Sequence[int]", "Sequence[int | str]", ["argument-widened"]),
    "an argument takes more": ("id: int, /", "id: int | str, /", ["argument-widened"]),
    "an argument takes less": ("prefetch: int = 0", "prefetch: bool = False", ["argument-narrowed"]),
    "an argument is new": ("prefetch: int = 0", "prefetch: int = 0, force: bool = False", ["argument-added"]),
    "an argument must be given": ("prefetch: int = 0", "prefetch: int", ["argument-became-required"]),
    "the result may be None": ("-> Thing |", "-> None | Thing |", ["result-widened"]),
    "the result is another": ("-> Page[Thing]", "-> list[Thing]", ["result-widened"]),
    "the result is never a mapping": ("-> Thing | dict[str, int]", "-> Thing", ["result-narrowed"]),
    "a field is gone": ("    price: Decimal | None\n", "", ["field-removed"]),
    "a field is new": ("    price:", "    name: str\n    price:", ["field-added"]),
    "a field is never None": ("Decimal | None", "Decimal", ["field-narrowed"]),
    "a field may be a text": ("id: int\n", "id: int | str\n", ["field-widened"]),
    "a way to a resource is gone": ("def parts", "def _parts", ["field-removed"]),
    "other words about a class": ('"""A thing."""', '"""One thing."""', ["docstring-changed"]),
    "other words about a field": ('"""Its number."""', '"""The number."""', ["docstring-changed"]),
    "other words about a method": ('"""Get one."""', '"""Read one."""', ["docstring-changed"]),
    "a union in another order": ("Decimal | None", "None | Decimal", []),
    "a type written out": ("State | str", 'Literal["off", "on"] | str', []),
    "what is not public": ("_own(self) -> int", "_own(self) -> str", []),
}


def _surface(text: str, path: str = "wooclient/v3/things.py") -> dict[str, str]:
    return {path: text}


def _rules(old: dict[str, str], new: dict[str, str]) -> list[str]:
    found = collected(("", one) for one in compare_surfaces(read(old), read(new)))
    return sorted({change.found.rule for change in found})


@pytest.mark.parametrize(("was", "now", "rules"), EDITS.values(), ids=EDITS)
def test_an_edit_is_judged_as_a_maintainer_would(was: str, now: str, rules: list[str]) -> None:
    assert was in FILE
    assert _rules(_surface(FILE), _surface(FILE.replace(was, now))) == rules


def test_a_class_in_another_module_moved_and_what_changed_in_it_is_told() -> None:
    old = {"wooclient/v3/a.py": "class Thing(Model):\n    id: int\n", "wooclient/v3/b.py": ""}
    new = {"wooclient/v3/a.py": "", "wooclient/v3/b.py": "class Thing(Model):\n    id: str\n"}
    assert _rules(old, new) == ["class-moved", "field-widened"]


def test_what_a_class_has_from_another_of_the_package_is_its_own() -> None:
    fields = "class AllFields(Parameters, total=False):\n    a: int\n    b: str\n\n"
    one = f"{fields}class ThingCreate(Parameters):\n    a: int\n    b: str\n"
    other = f"{fields}class ThingCreate(AllFields):\n    a: Required[int]\n"
    old, new = {"wooclient/v3/params/a.py": one}, {"wooclient/v3/params/a.py": other}
    assert _rules(old, new) == ["argument-became-optional"], "b need not be given any more"


def test_of_two_classes_with_one_name_none_is_said_to_have_moved() -> None:
    old = {"wooclient/v3/a.py": "class Thing(Model): ...\n"}
    new = {"wooclient/v3/b.py": "class Thing(Model): ...\n", "wooclient/v2/b.py": "class Thing(Model): ...\n"}
    assert _rules(old, new) == ["class-added", "class-removed"]


def test_hand_written_parts_are_no_part_of_the_comparison() -> None:
    assert _rules({"wooclient/_runtime/a.py": "class A: ..."}, {"wooclient/mock/a.py": "class B: ..."}) == []


def test_every_rule_of_python_has_an_edit() -> None:
    shown = {rule for _, _, rules in EDITS.values() for rule in rules} | {"class-moved"}
    assert {rule.id for rule in RULES.values() if rule.side == "python"} == shown


@pytest.mark.parametrize(
    ("old", "new", "is_now"),
    [
        ("int", "int", "same"),
        ("dict[str, int]", "dict[str, int | None]", "widened"),
        ("dict[str, int | None]", "dict[str, int]", "narrowed"),
        ("dict[str, int]", "dict[int, str]", "changed"),
        ("str", "Any", "widened"),
        ("'Thing | None'", "Thing", "narrowed"),
        ("Literal[1]", "str", "changed"),
        ("Literal['a']", "str", "widened"),
    ],
)
def test_how_one_annotation_stands_to_another(old: str, new: str, is_now: str) -> None:
    assert relation(old, new, {}, {}) == is_now
