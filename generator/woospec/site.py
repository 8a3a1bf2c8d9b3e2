"""The sources of the documentation site: the pages in templates/site, and the reference as the templates print it.

`python -m woospec.site OUT` writes them to the folder OUT, ready for the tool that makes HTML of them.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from woospec.collecting import no_collecting
from woospec.load import load
from woospec.naming import module_name, version_door
from woospec.problems import Problems
from woospec.published.document import published
from woospec.render import Files, Renderer, called, environment
from woospec.reports import render_report
from woospec.store import NAME, Store
from woospec.text import json_text
from woospec.validate import Validation
from woospec.views.models import models_views
from woospec.views.params import params_views
from woospec.views.reference import ReferenceView, SectionView, reference_view
from woospec.views.version import RenderedVersion

#: The page of types that belong to no single resource.
_TYPES = "types"
#: The pages that each version has besides those of its resources.
_OWN = ("index", _TYPES)
_ANCHORED = re.compile(r'^<a id="([^"]*)"></a>\n(#+) (.*)$', re.MULTILINE)
_LINK = re.compile(r"\]\(#([^)\s]+)\)")
_ROW = re.compile(r"^\| `(.*?)` \| `(.*?)`(?=(?:, required)? \|)", re.MULTILINE)
#: The name of a type; words that fields may have begin with a small letter.
_WORD = re.compile(r"\b[A-Z]\w*")


#: Pages of the package that stand in the site too.
_PRINTED = {"MIGRATION.md": "migration", "wooclient/mock/README.md": "mock"}


class ResourcePage(NamedTuple):
    """One page of the reference: what a folder of the description holds."""

    name: str
    title: str
    sections: Sequence[SectionView]
    types: ReferenceView


def write(root: Path, out: Path) -> Problems:
    """Write the sources of the site to `out`, or return what is wrong with the description."""
    problems = Problems()
    store = Store(root / NAME)
    validation = Validation(load(root / "spec", problems, store), problems, store)
    for step in (validation.begin, validation.judge, validation.name, validation.finish):
        step()
    if problems:
        return problems
    source, pages = root / "templates" / "site", out / "docs"
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(source / "pages", pages)
    versions = [RenderedVersion(*validation.named(name)) for name in validation.wanted]
    files = _files(root / "templates", store, versions)
    for version in versions:
        text = json_text(published(validation.bundle(version.api.version)))
        files[f"docs/description/{version.api.version}.js"] = f"window.description = {text}"
    for path, text in files.items():
        place = out / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return problems


def _files(templates: Path, store: Store, versions: list[RenderedVersion]) -> Files:
    """Everything that the templates of the site print, by path."""
    printing = environment(templates, store)

    def render(name: str, **values: Any) -> str:
        return printing.get_template(f"site/{name}.jinja").render(**values)

    files: Files = {}
    nav: dict[str, list[tuple[str, str]]] = {}
    for version in versions:
        about, folder = version.api.about, f"reference/{version.api.version}"
        whole = reference_view(version, called(about))
        places, taken = _places(version, whole), _taken(whole)
        resources = list(_pages(whole, places))
        given: dict[str, Any] = {"version": version, "reference": whole, "resources": resources}
        given |= {"is_main": not version_door(about), "versions": [v.api.about for v in versions]}
        made = {p.name: render("reference/resource.md", page=p, **given) for p in resources}
        made |= {name: render(f"reference/{name}.md", types=_of(whole, places, _TYPES), **given) for name in _OWN}
        for name, text in made.items():
            files[f"docs/{folder}/{name}.md"] = on_page(text, places, taken, name)
        nav[version.api.version] = [(p.title, f"{folder}/{p.name}.md") for p in resources]
    package = Renderer(templates, store).package(versions, [v.api.about for v in versions])
    for path, name in _PRINTED.items():
        files[f"docs/reference/{name}.md"] = package[path]
    files["zensical.toml"] = render("zensical.toml", nav=nav, versions=[v.api.about for v in versions])
    files["docs/description/index.html"] = render("description.html", versions=[v.api.about for v in versions])
    return files


def _pages(whole: ReferenceView, places: Mapping[str, str]) -> Iterable[ResourcePage]:
    """The reference in pages, in the order of the description."""
    for name in dict.fromkeys(places[section.path] for section in whole.sections):
        sections = [section for section in whole.sections if places[section.path] == name]
        yield ResourcePage(name, name.replace("_", " ").capitalize(), sections, _of(whole, places, name))


def _of(whole: ReferenceView, places: Mapping[str, str], page: str) -> ReferenceView:
    """The types that stand on one page."""

    def here(found: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(one for one in found if places[one.name] == page)

    return whole._replace(
        records=here(whole.records), aliases=here(whole.aliases), inputs=here(whole.inputs), enums=here(whole.enums)
    )


def _places(version: RenderedVersion, whole: ReferenceView) -> dict[str, str]:
    """The page of every anchor: of resources, methods and types."""
    places = dict.fromkeys((e.name for e in whole.enums), _TYPES)
    pages: set[str] = set()
    for section in whole.sections:
        folder = module_name(section.calls[0].operation.operation.folder)
        page = f"{folder}_routes" if folder in _OWN else folder
        pages.add(page)
        places[section.path] = page
        places |= dict.fromkeys((call.operation.operation.id for call in section.calls), page)
    for models in models_views(version):
        found = [m.name for m in models.models] + [a.name for a in models.aliases]
        places |= dict.fromkeys(found, _home(models.name, pages))
    shown = {i.name for i in whole.inputs}
    for params in params_views(version):
        places |= dict.fromkeys((i.name for i in params.inputs if i.name in shown), _home(params.name, pages))
    return places


def _taken(whole: ReferenceView) -> dict[str, str]:
    """The method whose fields a type has, for types that have no entry of their own."""
    calls = [call.operation for section in whole.sections for call in section.calls]
    return {o.keywords: o.operation.id for o in reversed(calls) if o.keywords}


def _home(module: str, pages: set[str]) -> str:
    """The page for the types of a module: `orders_lines` stands with `orders`."""
    parts = module.split("_")
    starts = ("_".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((start for start in starts if start in pages), _TYPES)


def on_page(text: str, places: Mapping[str, str], taken: Mapping[str, str], here: str) -> str:
    """Fit printed Markdown to one page of several: links that leave it, headings with anchors, types that lead on.

    `places` are the pages of anchors, `taken` the anchors of types whose fields stand with a method.
    """

    def target(name: str) -> str:
        anchor = taken.get(name, name)
        above = anchor.rpartition(".")[0]  # `orders.iter` stands where `orders` does
        page = places.get(anchor) or places.get(above) or here
        return f"#{anchor}" if page == here else f"{page}.md#{anchor}"

    def word(found: re.Match[str]) -> str:
        name = found[0]
        return f"[{name}]({target(name)})" if name in places or name in taken else name

    def row(found: re.Match[str]) -> str:
        return f"| `{found[1]}` | <code>{_WORD.sub(word, escape(found[2]))}</code>"

    text = _LINK.sub(lambda link: f"]({target(link[1])})", text)
    text = _ROW.sub(row, text)
    text = _ANCHORED.sub(_heading, text)
    return text.replace("<details>", "<details markdown>")


def _heading(found: re.Match[str]) -> str:
    """A heading that is its own anchor, one level up, short in the table of contents."""
    anchor, marks, title = found.groups()
    label = re.sub(r"\(.*", "", title.strip("`")).rpartition(".")[2] if "(" in title else title.strip("`")
    return f'{marks[1:]} {title} {{: #{anchor} data-toc-label="{label}" }}'


def main() -> int:
    """Write the site's sources to the folder that is named."""
    with no_collecting():
        problems = write(Path(), Path(sys.argv[1]))
    print(render_report(problems, "text", "spec"), end="")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
