"""Stage 6, render: `Api` and names become `{path: text}` in memory. Pure: nothing is read but the templates."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.runtime import Context

from woospec.families import CLIENT, Version
from woospec.formats import INPUT_TYPES, READ_TYPES
from woospec.inputs import sources
from woospec.layout import imports, laid_out
from woospec.model import Api, Operation
from woospec.naming import version_door, version_package
from woospec.printing import fault_of
from woospec.published.document import published
from woospec.select import Bundle
from woospec.store import Store
from woospec.text import code, docstring, json_text, literal, markdown, words
from woospec.views.conditions import condition_views
from woospec.views.enums import enum_views
from woospec.views.mock_readme import coverage_view
from woospec.views.models import models_views
from woospec.views.package import (
    below,
    client_children,
    is_wrapping,
    topic_views,
    version_class,
)
from woospec.views.params import params_views
from woospec.views.reference import reference_view
from woospec.views.resources import ChildView, resources_views
from woospec.views.version import RenderedVersion

Files = dict[str, str]
#: The kind of results that compiled templates are.
TEMPLATE = "template"


class _Compiled(jinja2.BytecodeCache):
    """Templates that an earlier run compiled."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        found = self.store.find(TEMPLATE, bucket.key + bucket.checksum)
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.keep(TEMPLATE, bucket.key + bucket.checksum, bucket.bytecode_to_string())


class _Context(Context):
    """Nothing that templates call asks for the context: it is not looked for in each of 50,000 calls."""

    def call(self, called: Any, /, *given: Any, _block_vars: Any = None, _loop_vars: Any = None, **more: Any) -> Any:
        return called(*given, **more)


def documented(text: str, indent: int = 0) -> str:
    """A docstring with its margin, on lines of its own."""
    return f"{' ' * indent}{docstring(text, indent)}\n"


#: What templates can pass a text, or a block, through.
FILTERS: dict[str, Any] = {
    "code": code,
    "docstring": documented,
    "imports": imports,
    "literal": literal,
    "markdown": markdown,
    "words": words,
}


#: What templates know besides views: the types of the client that single values have, in one text.
TYPES = {"READ_TYPES": " ".join(sorted(READ_TYPES)), "INPUT_TYPES": " ".join(sorted(INPUT_TYPES))}


def environment(templates: Path, store: Store | None = None, over: Path | None = None) -> jinja2.Environment:
    """The template engine: strict about names, few filters beyond Jinja's own, nothing to escape for HTML.

    A template in `over` takes the place of the one of its name. Those that the `store` knows are not compiled
    again.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([over, templates] if over else [templates]),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - what is printed is Python and Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_Compiled(store or Store()),
    )
    made.context_class = _Context
    made.filters.update(FILTERS)
    known: Any = made.globals
    known.update(TYPES)
    return made


#: Where a version has files of its own, by its name, and where a folder.
_FILES = ("api/{}.md", "wooclient/documents/{}.json")
_FIXTURES = "wooclient/fixtures"
#: The methods of the version that a client speaks by itself.
REFERENCE = "API.md"


def is_of(path: str, version: str) -> bool:
    """Whether a file of the output belongs to a version, by the version's name."""
    folders = (f"{_FIXTURES}/{version}/", f"{version_package(version).replace('.', '/')}/")
    return path.startswith(folders) or path in [file.format(version) for file in _FILES]


class Renderer:
    """Prints views with the templates of one folder, and those of another that are laid over them."""

    def __init__(self, templates: Path, store: Store | None = None, over: Path | None = None) -> None:
        self.folders = [folder for folder in (templates, over) if folder]
        self.store = store or Store()
        self.templates = environment(templates, self.store, over)
        limits = templates / "mock" / "data" / "limits.json"
        #: What the mock store does not imitate.
        self.limits: dict[str, Any] = json.loads(limits.read_text("utf-8")) if limits.exists() else {}

    def compiled(self) -> dict[str, bytes]:
        """Every template compiled, by the key under which the store has it."""
        self.load({})
        return {key: data for (kind, key), data in self.store.entries.items() if kind == TEMPLATE}

    def load(self, compiled: Mapping[str, bytes]) -> None:
        """Load every template, so that no fork of this process compiles one that was not compiled before."""
        for key, data in compiled.items():
            self.store.keep(TEMPLATE, key, data)
        for name in sorted({path for folder in self.folders for path in sources(folder)}):
            if name.endswith(".jinja") and "/" not in name:
                try:
                    self.templates.get_template(name)
                except Exception as error:
                    raise fault_of(error, self._path(name)) from error

    def version(self, version: RenderedVersion, declared: Sequence[Version]) -> Files:
        """Everything of one version that is printed, by path; `declared` are all versions there are."""
        api = version.api
        folder = version.package.replace(".", "/")
        files: Files = {}
        models, params, resources = models_views(version), params_views(version), resources_views(version)
        for kind, views in (("models", models), ("params", params), ("resources", resources)):
            files[f"{folder}/{kind}/__init__.py"] = ""
            for view in views:
                files[f"{folder}/{kind}/{view.name}.py"] = self.render(f"{kind}.py.jinja", version=version, view=view)
        exported = {f"models.{view.name}": view.exported for view in models}
        exported |= {f"params.{view.name}": view.exported for view in params}
        tables: dict[str, tuple[str, dict[str, Any]]] = {
            "__init__": ("exports", {"exported": {module: names for module, names in exported.items() if names}}),
            "_version": ("version", {"conditions": condition_views(api)}),
            "enums": ("enums", {"enums": enum_views(version)}),
            "operations": ("operations", {"modules": _with_operations(version)}),
        }
        if api.about.door:
            children = client_children(version, below(api.about, declared))
            given = {"class_name": version_class(api.version), "children": children, "classes": _classes(children)}
            tables["api"] = ("version_api", given)
        for name, (template, values) in tables.items():
            files[f"{folder}/{name}.py"] = self.render(f"{template}.py.jinja", version=version, **values)
        reference = {"version": version, "reference": reference_view(version, called(api.about))}
        files[_page(api.about)] = self.render("api.md.jinja", **reference)
        return files

    def package(self, versions: list[RenderedVersion], declared: Sequence[Version]) -> Files:
        """The files that belong to no single version."""
        newest = versions[0]
        revision = newest.api.about.revision
        wrapping = next((v for v in versions if is_wrapping(v)), None)
        children = client_children(newest, below(newest.api.about, declared))
        said = {"newest": newest.api.about, "others": [(v, called(v)) for v in declared if v != newest.api.about]}
        replaced = list(_replaced(versions))
        # Only what this run makes is named.
        pages = [(REFERENCE if not v.door else v.title, _page(v)) for v in declared]
        values: dict[str, tuple[str, dict[str, Any]]] = {
            "wooclient/__init__.py": ("package.py", {"release": revision}),
            "wooclient/client.py": ("client.py", {"children": children, "classes": _classes(children)}),
            "wooclient/webhooks.py": (
                "webhooks.py",
                {
                    "newest": topic_views(newest),
                    "wrapped": topic_views(wrapping) if wrapping else [],
                    "wrapping": wrapping,
                },
            ),
            "wooclient/_versions.py": ("versions.py", {"versions": [(v, version_door(v)) for v in declared]}),
            "wooclient/fixtures/__init__.py": ("fixtures.py", {}),
            "wooclient/__main__.py": ("main.py", {}),
            "README.md": (
                "package_readme.md",
                {**said, "pages": pages, "migrates": bool(replaced), "mocked": bool(self.limits)},
            ),
            "READING.md": ("package_reading.md", said),
            "ROUTES.md": ("package_routes.md", said),
            "COMMAND.md": ("package_cli.md", {**said, "declared": declared}),
            "SENDING.md": ("package_sending.md", {}),
            "hatch_build.py": ("hatch_build.py", {}),
            "pyproject.toml": ("pyproject.toml", {"release": revision}),
            "LICENSE": ("license.txt", {}),
        }
        for old, target in replaced:
            from woospec.views.migration import migration_view  # a limited run does without

            values["MIGRATION.md"] = ("migration.md", {"view": migration_view(old.api, target.api), **said})
        if self.limits:
            mocked = [coverage_view(v.api, self.limits) for v in versions if not v.api.about.replaced_by]
            told = {"versions": mocked, "limits": self.limits["general"], **said}
            values["wooclient/mock/README.md"] = ("mock_readme.md", told)
        for one in declared:
            if one.family:
                where = {"prefix": posixpath.dirname(one.prefix)}
                values[f"wooclient/{one.family}/__init__.py"] = ("family.py", where)
        files = {path: self.render(f"{template}.jinja", **given) for path, (template, given) in values.items()}
        return {**files, "wooclient/py.typed": ""}

    def render(self, name: str, **values: Any) -> str:
        """One template printed; Python with its long lines broken. Raises TemplateFault for a template that fails."""
        try:
            text = self.templates.get_template(name).render(**values)
            return laid_out(text) if name.endswith(".py.jinja") else text
        except Exception as error:
            raise fault_of(error, self._path(name)) from error

    def _path(self, name: str) -> str:
        """Where a template stands; where it should, if it does not."""
        return next(
            (str(f / name) for f in reversed(self.folders) if (f / name).is_file()), str(self.folders[0] / name)
        )


def _replaced(versions: list[RenderedVersion]) -> list[tuple[RenderedVersion, RenderedVersion]]:
    """The newest version of each family that was replaced, and what took its place."""
    newest = {v.api.version: v for v in versions if v.api.about.newest}
    targets = [(old, newest.get(old.api.about.replaced_by)) for old in newest.values()]
    return [(old, target) for old, target in targets if target is not None]


def _page(version: Version) -> str:
    """Where the methods of a version are told."""
    return f"api/{version.name}.md" if version.door else REFERENCE


def called(version: Version) -> str:
    """How a client called `woo` reaches a version."""
    return ".".join((CLIENT, *version_door(version)))


def _with_operations(version: RenderedVersion) -> list[str]:
    """The modules of resource classes that have operations."""
    return sorted({version.names.resources[r.path].module for r in version.api.resources if r.operations})


def _classes(children: Iterable[ChildView]) -> dict[str, str]:
    """The module of the class of each attribute, in both modes."""
    return {f"{prefix}{c.class_name}": c.module for c in children for prefix in ("", "Async")}


def data_files(api: Api, bundle: Bundle) -> Files:
    """The examples of one version, and its flat document."""
    found = {f"{_FIXTURES}/{api.version}/{o.id}.json": json_text(fixture(o)) for o in api.operations}
    return {**found, _FILES[1].format(api.version): json_text(published(bundle))}


def fixture(operation: Operation) -> dict[str, Any]:
    """The example of an operation as the package holds it."""
    found: dict[str, Any] = {"status": int(operation.answer.status)}
    if operation.example_query:
        found["query"] = operation.example_query
    if operation.body is not None:
        found["request"] = operation.example_request
    found["response"] = operation.example_response
    return found
