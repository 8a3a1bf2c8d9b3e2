"""Lines that are too long are broken where black breaks them, and imports are those of the names in use."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import blackened
from woospec.layout import imports, laid_out
from woospec.text import literal

NAMES = st.from_regex(r"[a-z][a-z_]{1,30}x", fullmatch=True)
TYPES = st.recursive(
    st.from_regex(r"[A-Z][a-z]{1,20}", fullmatch=True),
    lambda inner: st.tuples(st.sampled_from(["list", "Sequence", "Page"]), inner).map("{0[0]}[{0[1]}]".format),
    max_leaves=3,
)
ARGUMENTS = st.lists(st.tuples(NAMES, TYPES), max_size=7, unique_by=lambda pair: pair[0])
#: Texts with all that could be taken for code.
TEXTS = st.lists(st.sampled_from([*"()[]{},'\"\\#:", "a", "word ", '"""', "x" * 30]), max_size=12).map("".join)


def is_stable(source: str) -> bool:
    """Whether black leaves a source alone once it is laid out, and it says the same as before."""
    made = laid_out(source)
    return made == blackened(source) and ast.dump(ast.parse(made)) == ast.dump(ast.parse(source))


@given(ARGUMENTS, TYPES, st.sampled_from(["def", "async def"]))
def test_signatures(arguments: list[tuple[str, str]], answer: str, define: str) -> None:
    taken = ["self", *(f"{name}: {kind}" for name, kind in arguments), "/", "**rest: Unpack[Parameters]"]
    source = f"class X:\n    {define} method({', '.join(taken)}) -> {answer}:\n        pass\n"
    assert is_stable(source)


@given(NAMES, st.lists(st.tuples(NAMES, TEXTS), min_size=1, max_size=8, unique_by=lambda pair: pair[0]))
def test_calls(name: str, arguments: list[tuple[str, str]]) -> None:
    passed = ", ".join(f"{key}={literal(text)}" for key, text in arguments)
    assert is_stable(f"class X:\n    def f(self):\n        return self._{name}({passed})\n")
    assert is_stable(f"A: Operation[list[Thing]] = Operation({passed})\n")


@given(st.lists(TEXTS, min_size=1, max_size=9))
def test_words_and_tuples(texts: list[str]) -> None:
    listed = ", ".join(map(literal, texts))
    assert is_stable(f"Name = Literal[{listed}]\n")
    assert is_stable(f"class X:\n    __shown__ = {literal(tuple(texts))}\n")
    assert is_stable(f"class X:\n    __secret__ = {literal((tuple(texts), ('a', 'b')))}\n")


def test_the_comma_after_an_item_takes_room_too() -> None:
    for length in range(100, 116):
        assert is_stable(f"x = {literal((('a', 'b' * length), ('c', 'd')))}\n"), length


def test_a_single_argument_stands_alone_with_its_comma() -> None:
    long = f"Annotated[{', '.join(['Something'] * 20)}]"
    assert laid_out(f"def f(given: {long}) -> int:\n    pass\n").startswith(
        "def f(\n    given: Annotated[\n        Some"
    )
    assert is_stable(f"def f(given: {long}) -> int:\n    pass\n")


@pytest.mark.parametrize(
    "text",
    [
        f'"""Told.\n\n{"long (text, " * 12}\n"""\n',
        f"x = '''\n{'[1, ' * 40}\n'''\n",
        f'x = "{"a(b, c)" * 20}"\n',
        f"# {'a comment (with, words)' * 8}\n",
        f"x = {'a' * 130}\n",
        f"x = ({'a' * 130}\n",
    ],
    ids=["docstring", "text", "literal", "comment", "name", "open"],
)
def test_what_cannot_be_broken_is_left(text: str) -> None:
    assert laid_out(text) == text


OWN = {
    "typing": "Any Literal",
    "collections.abc": "Iterator",
    "pydantic": "Field",
    "wooclient._runtime.models": "Model",
}
MADE = {
    "Order": "wooclient.v3.models.orders",
    "OrderLine": "wooclient.v3.models.orders",
    "MAX": "wooclient.v3.models.orders",
}


def test_what_is_used_is_imported_in_the_order_of_isort() -> None:
    body = "class X(Model):\n    a: Literal['b']\n    c: Order | OrderLine = Field(alias='Any')\n    d = MAX\n"
    assert imports(body, "wooclient.v3.models.x", OWN, MADE) == (
        "from typing import Literal\n\nfrom pydantic import Field\n\nfrom wooclient._runtime.models import Model\n"
        "from wooclient.v3.models.orders import MAX, Order, OrderLine\n"
    )


def test_what_only_texts_and_attributes_name_is_not_imported() -> None:
    body = '"""An Iterator of Order."""\nx = "Any"  # Literal\ny = z.Field\nAnything = Orders\n'
    assert imports(body, "", OWN, MADE) == ""


def test_a_module_does_not_import_from_itself() -> None:
    assert imports("Order Any", "wooclient.v3.models.orders", OWN, MADE) == "from typing import Any\n"


def test_imports_have_a_margin_and_a_line_each_if_there_are_many() -> None:
    names = [f"Thing{letter * 12}" for letter in "abcdefgh"]
    made = imports(" ".join(names), "", {"wooclient.things": " ".join(names)}, indent=4)
    assert made.startswith("    from wooclient.things import (\n        Thingaaaaaaaaaaaa,\n")
    assert f"if x:\n{made}" == blackened(f"if x:\n{made}")
