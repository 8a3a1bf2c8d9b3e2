"""The templates hold the client: all of it, nothing but it, and whoever edits them changes it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

import woospec as generator
from building import BASE, PROJECT, TEMPLATES, snapshot, woospec
from woospec import naming
from woospec.render import FILTERS, environment

# what a template may do

NAMES = sorted(p.name for p in TEMPLATES.glob("*.jinja"))
#: All that templates/README.md allows: printing, loops, conditions, macros, and blocks that pass a filter.
PRINTING = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice)
VALUES = (nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.Neg)
CONDITIONS = (nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test)
MACROS = (nodes.Macro, nodes.Call, nodes.FromImport, nodes.Include, nodes.Assign, nodes.AssignBlock, nodes.FilterBlock)
ALLOWED = (*PRINTING, *VALUES, *CONDITIONS, *MACROS, nodes.For, nodes.Filter, nodes.Concat, nodes.Add)
JINJAS = {
    *("capitalize", "groupby", "join", "length", "list", "lower", "map", "replace", "select", "sort", "unique"),
    *("upper", "wordwrap"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_prints_and_decides_nothing(name: str) -> None:
    source = (TEMPLATES / name).read_text("utf-8")
    assert len(source.splitlines()) < 250
    found = list(_below(environment(TEMPLATES).parse(source)))
    assert [type(n).__name__ for n in found if not isinstance(n, ALLOWED)] == []
    assert {n.name for n in found if isinstance(n, nodes.Filter)} - FILTERS.keys() - JINJAS - {None} == set()
    assert [n for n in found if isinstance(n, nodes.For) and n.recursive] == []


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _below(child)


def test_templates_are_strict_about_what_they_print() -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment(TEMPLATES).from_string("{{ view.nothing }}").render(view=object())
    printed = environment(TEMPLATES).from_string("{{ x }}").render(x="{{ 7 * 7 }} {% raw %} <&>")
    assert printed == "{{ 7 * 7 }} {% raw %} <&>"


def test_the_readme_names_every_template() -> None:
    told = (TEMPLATES / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"`{name}`" not in told] == []
    assert sorted(set(re.findall(r"`(\w+\.(?:\w+\.)?jinja)`", told)) - set(NAMES)) == []


def test_the_way_of_a_field_leads_through_files_that_are_there() -> None:
    way = (PROJECT / "generator" / "README.md").read_text("utf-8").partition("One field on its way")[2]
    named = re.findall(r"`([\w/]+\.(?:py|yaml|jinja|py\.jinja))`", way.partition("`pairing` sets")[0])
    assert len(named) == 19
    assert [n for n in named if not (PROJECT / n).is_file() and not (GENERATOR / n).is_file()] == []


@pytest.mark.parametrize("name", ["models.py.jinja", "params.py.jinja", "resources.py.jinja"])
def test_no_class_of_the_description_takes_a_name_that_a_template_imports(name: str) -> None:
    made = environment(TEMPLATES)
    tree = made.parse((TEMPLATES / name).read_text("utf-8"))
    tables = [node.node for node in tree.find_all(nodes.Assign) if isinstance(node.node, nodes.Dict)]
    values = [pair.value for table in tables for pair in table.items]
    parts = [part for one in values for part in (one, *one.find_all((nodes.Const, nodes.Name)))]
    texts = [part.value for part in parts if isinstance(part, nodes.Const)]
    texts += [str(made.globals[part.name]) for part in parts if isinstance(part, nodes.Name)]
    imported = {word for text in texts for word in text.split()}
    assert len(imported) > 10
    assert imported - naming._MODULE_NAMES == set()


# the generator has none of it

GENERATOR = Path(generator.__file__).parent
CODE = re.compile(
    r'"""|^\s*(@\w|(async )?def \w|class [A-Z]\w*[(:]|return (await )?\w+[.(])'
    r"|^\s*(from [\w.]+ )?import \w|\bself\.|\) -> ",
    re.MULTILINE,
)
#: Four words in a row are prose; names and types never make so many.
PROSE = re.compile(r"\b[A-Za-z']+[,;:]?( [a-z']+[,;:]?){3}\b")
PRINTS = [
    "annotate.py",
    "layout.py",
    "render.py",
    "text.py",
    *(f"views/{p.name}" for p in GENERATOR.glob("views/*.py")),
]


def texts(path: Path) -> Iterator[str]:
    """The strings of a module but docstrings and what is raised."""
    tree = ast.parse(path.read_text("utf-8"))
    spared = {id(n) for raised in ast.walk(tree) if isinstance(raised, ast.Raise) for n in ast.walk(raised)}
    for node in ast.walk(tree):
        for statement in getattr(node, "body", None) or [] if not isinstance(node, ast.Lambda | ast.IfExp) else []:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                spared.add(id(statement.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spared:
            yield node.value


def test_no_module_of_the_generator_holds_code() -> None:
    # How a function begins, and where a docstring ends, is known to those that lay both out.
    modules = [path for path in GENERATOR.rglob("*.py") if path.name not in ("layout.py", "text.py")]
    assert len(modules) > 60
    assert [(path.name, text) for path in modules for text in texts(path) if CODE.search(text)] == []


@pytest.mark.parametrize("name", PRINTS)
def test_no_module_that_prints_holds_sentences(name: str) -> None:
    assert [text for text in texts(GENERATOR / name) if PROSE.search(text)] == []


def test_the_guard_sees_code_and_sentences() -> None:
    assert [bool(CODE.search(t)) for t in ("return self._call", "def iter", "\n    @overload", "orders.list")] == [
        *(True, True, True),
        False,
    ]
    assert [bool(PROSE.search(t)) for t in ("Walk all pages of orders", "dict[str, Any] | None", "In full")] == [
        True,
        *(False, False),
    ]


# edits of templates change the client


def copy(folder: Path, *edits: tuple[str, Callable[[str], str]]) -> Path:
    """Copies of some templates in a folder of their own, each with an edit."""
    folder.mkdir()
    for name, edit in edits:
        before = (TEMPLATES / name).read_text("utf-8")
        after = edit(before)
        assert after != before, name
        (folder / name).write_text(after, "utf-8")
    return folder


def replaced(old: str, new: str) -> Callable[[str], str]:
    """An edit: all that stands in one place of the template, or in several."""
    return lambda text: text.replace(old, new)


FIRST = """
{% macro first(o, mode) %}

    {{ mode.define }} first({{ takes(o) }}) -> {{ o.record }} | None:
{% filter docstring(8) %}
        The first item of {{ o.operation.id }}; None if there is none.
{% endfilter %}
        found = {{ mode.wait }}self._page({{ o.names.constant }}, {{ gives(o) }})
        return found.items[0] if found.items else None
{% endmacro %}
"""


def with_first(text: str) -> str:
    """An edit: a method `first` beside every `iter`."""
    walk = "{{ walk(o, mode) if o.is_walked -}}\n"
    assert text.count(walk) == 1
    return text.replace(walk, walk + "{{ first(o, mode) if o.is_walked -}}\n") + FIRST


def route_first(text: str) -> str:
    """An edit: every docstring of a method begins with the REST call."""
    start = "{% filter docstring(8) %}\n"
    methods, meta, rest = text.partition("{# The way to custom fields. #}")
    return methods.replace(start, f"{start}`{{{{ o.route }}}}`:\n") + meta + rest


def as_dataclasses(text: str) -> str:
    """An edit: models are dataclasses."""
    text = text.replace('"wooclient._runtime.models": "Model"', '"dataclasses": "dataclass"')
    return text.replace("class {{ model.name }}(Model):", "@dataclass(kw_only=True)\nclass {{ model.name }}:")


START = """
import dataclasses, httpx, importlib, inspect, pkgutil
import wooclient.v3
for found in pkgutil.walk_packages(wooclient.v3.__path__, "wooclient.v3."):
    importlib.import_module(found.name)
from wooclient import WooClient, fixtures
from wooclient.v3.models.things import Thing
from wooclient.v3.resources.things import AsyncThings, Things
def answer(request):
    totals = {"X-WP-Total": "1", "X-WP-TotalPages": "1"}
    return httpx.Response(200, json=fixtures.load("v3", "things.list"), headers=totals)
woo = WooClient("https://shop.example", key="ck_1", secret="cs_2", transport=httpx.MockTransport(answer))
"""
THINGS = "wooclient/v3/resources/things.py"
MODELS = {f"wooclient/v3/models/{name}.py" for name in ("common_errors", "things", "things_batch")}
EXERCISES = {
    "rename iter": (
        [("methods.jinja", replaced('"iter" if', '"walk" if'))],
        {THINGS},
        "assert [t.name for t in woo.things.walk()] == ['Cup']\nassert not hasattr(Things, 'iter')",
    ),
    "give every list a first()": (
        [("methods.jinja", with_first)],
        {THINGS},
        "assert isinstance(woo.things.first(size='small'), Thing)\n"
        "assert inspect.iscoroutinefunction(AsyncThings.first)",
    ),
    "change what save promises": (
        [("methods.jinja", replaced("Returns the record as the store answers.", "Returns the record as stored."))],
        {THINGS},
        "assert 'record as stored. Without any change' in Things.save.__doc__",
    ),
    "put the REST call first in every docstring": (
        [("methods.jinja", route_first)],
        {THINGS},
        "made = [f for c in (Things, AsyncThings) for n, f in vars(c).items() if inspect.isfunction(f)]\n"
        "assert len(made) == 14\n"
        "routes = {f.__doc__.split('/', 1)[0] for f in made}\n"
        "assert routes == {'`GET ', '`POST ', '`PUT '}, routes",
    ),
    "print models as dataclasses": (
        [("models.py.jinja", as_dataclasses)],
        MODELS,
        "assert [f.name for f in dataclasses.fields(Thing)] == ['id', 'name', 'price', 'size', 'sold_on', 'parts']\n"
        "assert Thing(id=1, name='Cup', price='9.50') == Thing(id=1, name='Cup', price='9.50')",
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a small description, built with our templates."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "spec").symlink_to(BASE)
    (folder / "templates").mkdir()
    for name in (*NAMES, "runtime"):
        (folder / "templates" / name).symlink_to(TEMPLATES / name)
    found = woospec(folder, "build")
    assert found.code == 0, found
    return folder


def contents(output: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(output).items() if path != "MANIFEST.json"}


@pytest.mark.parametrize(("edits", "changed", "holds"), EXERCISES.values(), ids=EXERCISES)
def test_an_edit_of_templates_alone_changes_the_client(
    root: Path, tmp_path: Path, edits: list[tuple[str, Callable[[str], str]]], changed: set[str], holds: str
) -> None:
    output = tmp_path / "out"
    found = woospec(root, "build", "--templates", str(copy(tmp_path / "mine", *edits)), "--out", str(output))
    assert found.code == 0, found
    before, after = contents(root / "generated"), contents(output)
    assert {path for path in after.keys() | before.keys() if after.get(path) != before.get(path)} == changed
    environ = {**os.environ, "PYTHONPATH": str(output), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", START + holds], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_files_of_the_core_are_laid_over_too(root: Path, tmp_path: Path) -> None:
    mine, output = tmp_path / "mine", tmp_path / "out"
    (mine / "runtime").mkdir(parents=True)
    (mine / "runtime" / "pages.py").write_text("# mine\n")
    (mine / "runtime" / "added.py").write_text("# new\n")
    assert woospec(root, "build", "--templates", str(mine), "--out", str(output)).code == 0
    before, after = contents(root / "generated"), contents(output)
    assert after["wooclient/_runtime/pages.py"] == b"# mine\n"
    assert {p for p in after if after[p] != before.get(p)} == {
        "wooclient/_runtime/added.py",
        "wooclient/_runtime/pages.py",
    }


def test_a_change_of_those_templates_is_noticed(root: Path, tmp_path: Path) -> None:
    mine, output = copy(tmp_path / "mine", ("texts.jinja", replaced("Deprecated. ", "Old. "))), tmp_path / "out"
    build = ("build", "--templates", str(mine), "--out", str(output))
    assert woospec(root, *build).code == 0
    copy(tmp_path / "other", ("enums.py.jinja", replaced("Known values", "Words")))
    (mine / "enums.py.jinja").write_bytes((tmp_path / "other" / "enums.py.jinja").read_bytes())
    assert woospec(root, *build).out == f"{output}: wrote 2 of {len(contents(output)) + 1} files, deleted 0\n"


def test_a_folder_of_templates_that_is_not_there_is_named(root: Path, tmp_path: Path) -> None:
    found = woospec(root, "build", "--templates", str(tmp_path / "none"))
    assert (found.code, found.err) == (2, f"woospec: there is no folder {tmp_path / 'none'}\n")


def test_a_template_with_a_misspelt_name_is_named(root: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "model.py.jinja").write_text("x")
    found = woospec(root, "build", "--templates", str(mine))
    assert (found.code, found.err) == (
        2,
        f"woospec: {mine} has a template model.py.jinja, but there is none of that name to lay it over; "
        "did you mean models.py.jinja?\n",
    )
    (mine / "enums.py.jinja").write_text('{% include "model.py.jinja" %}')
    assert woospec(root, "build", "--templates", str(mine), "--out", str(tmp_path / "out")).code == 0, "it is used"
