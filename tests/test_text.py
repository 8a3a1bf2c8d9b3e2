"""Texts of the spec in generated code: as literals and docstrings."""

from __future__ import annotations

import ast
import json
import math
import textwrap
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from building import blackened
from woospec.text import _wrapped, code, docstring, json_text, literal, markdown, words

#: What tends to end a string, hide in one, or start something in a template.
PIECES = [
    '"',
    '""',
    '"""',
    "'",
    "'''",
    "\\",
    "\\\\",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "\0",
    "\x1b[31m",
    "\x85",
    "\u2028",
    "\u2029",
]
PIECES += ["\u202e", "\ufeff", "{{ x }}", "{% for %}", "{# #}", "#", "(", ")", " ", "a", "word", "\xe9", "\u6f22" * 7]
PIECES += ["x" * 130, "a long run of words that has to be wrapped somewhere. " * 3, "N{DASH}"]
NASTY = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TEXTS = st.one_of(st.text(), NASTY)


# literals


@given(TEXTS)
@example("\ud800")
@example('""\'')
def test_a_literal_reads_back_as_its_text(text: str) -> None:
    made = literal(text)
    assert ast.literal_eval(made) == text
    assert made.isascii()
    assert made.isprintable()


@given(TEXTS)
def test_black_leaves_literals_alone(text: str) -> None:
    source = f"x = {literal(text)}\n"
    assert blackened(source) == source


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_other_literals_read_back(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value
    assert type(ast.literal_eval(literal(value))) is type(value)


@pytest.mark.parametrize("value", [[], {}, b"", object(), math.inf, -math.inf, math.nan])
def test_what_has_no_literal_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        literal(value)


def test_a_tuple_is_a_literal_of_its_parts() -> None:
    assert literal(()) == "()"
    assert literal(("a",)) == '("a",)'
    assert literal((("a", 1), True)) == '(("a", 1), True)'
    with pytest.raises(TypeError):
        literal(("a", []))


def test_subclasses_cannot_bring_their_own_repr() -> None:
    class Sly(int):
        def __repr__(self) -> str:
            return "evil()"

    with pytest.raises(TypeError):
        literal(Sly(3))


# docstrings


def _documented(text: str, indent: int) -> str:
    head = {0: "", 4: "class X:\n    ", 8: "class X:\n    def f(self):\n        "}[indent]
    return f"{head}{docstring(text, indent)}\n"


@pytest.mark.parametrize("indent", [0, 4, 8])
@given(text=TEXTS)
@example(text="")
@example(text='"')
@example(text="\\")
@example(text='ends with \\"')
@example(text='"""\nimport os\n"""')
@example(text='says "hi"')
@example(text="x" * 112 + "\\")
@example(text="x" * 109 + '"')
@example(text="x" * 108 + '"')
@example(text='two\n\nparagraphs "')
def test_a_docstring_is_one_string_and_stays_it(indent: int, text: str) -> None:
    source = _documented(text, indent)
    assert blackened(source) == source
    tree: Any = ast.parse(source)
    while indent:
        tree, indent = tree.body[0], indent - 4
    assert len(tree.body) == 1, "nothing but the docstring"
    found = tree.body[0].value
    assert isinstance(found, ast.Constant)
    assert isinstance(found.value, str)
    assert all(c.isprintable() or c == "\n" for c in found.value)


@given(
    text=st.lists(st.sampled_from(["some", "words", "\\n", '"quoted"', "it's"]), min_size=1, max_size=60).map(" ".join)
)
def test_a_docstring_keeps_its_words(text: str) -> None:
    assert str(ast.literal_eval(docstring(text))).split() == text.split()


def test_paragraphs_stay_apart() -> None:
    assert docstring("One.\n\nTwo\nlines.") == '"""One.\n\n    Two lines.\n    """'


@given(TEXTS)
def test_words_are_one_visible_line_without_an_end_of_a_docstring(text: str) -> None:
    made = words(text)
    assert made.isprintable()
    assert '"""' not in made
    assert (len(made) - len(made.rstrip("\\"))) % 2 == 0, "no backslash is left to escape what follows"
    assert ast.literal_eval(f'"""{made}."""').endswith(".")


@given(TEXTS)
def test_markdown_stays_in_its_cell(text: str) -> None:
    made = markdown(text)
    assert "\n" not in made
    assert "<" not in made.replace("&lt;", "")
    assert made.count("|") == made.count("\\|")


@given(TEXTS)
def test_code_stays_between_its_backticks(text: str) -> None:
    made = code(text)
    assert "\n" not in made
    assert "`" not in made
    assert code('int | Literal["a"] | None') == 'int | Literal["a"] | None'


def test_json_text_is_json_with_its_letters_in_its_order() -> None:
    made = json_text({"b": "\xe9", "a": [1, {}]})
    assert json.loads(made) == {"b": "\xe9", "a": [1, {}]}
    assert made.endswith("}\n")
    assert made.index('"b": "\xe9"') < made.index('"a": [')


def test_lines_break_where_textwrap_breaks_them() -> None:
    texts = [
        "",
        "a",
        "a b",
        "aaaa bbbb cccc",
        "aaaa bbbb c",
        "a bbbbbbbbbbbbbbbb c",
        "bbbbbbbbbbbbbbbbbbbbb",
        "a b c d e f g h i",
    ]
    texts += ["aaaaaaaaa b", "aaaaaaaaaa b", "aaaaaaaaaaa b", "bbbbbbbbbbbb cc dddd", "x " * 30 + "end"]
    for text in texts:
        for width in (9, 10, 11):
            wanted = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
            assert _wrapped(text, width) == (wanted or [""])
