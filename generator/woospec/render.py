"""Stage 6, render: `Api` and names become `{path: text}` in memory. Pure: nothing is read but the templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from woospec import __version__
from woospec.cache import Cache, Section
from woospec.layout import imports, laid_out
from woospec.model import Operation
from woospec.text import docstring, json_text, literal, markdown, words
from woospec.views.conditions import condition_views
from woospec.views.enums import enum_views
from woospec.views.mock_readme import coverage_view
from woospec.views.models import models_views
from woospec.views.package import (
    Titles,
    client_children,
    older_below,
    topic_views,
    version_attribute,
    version_class,
)
from woospec.views.params import params_views
from woospec.views.reference import reference_view
from woospec.views.resources import ChildView, resources_views
from woospec.views.version import RenderedVersion

Files = dict[str, str]
#: The version that a client speaks without being asked for another.
NEWEST = "v3"
#: The version whose users are to move to the newest one.
OLD = "legacy-v3"


class _Compiled(jinja2.BytecodeCache):
    """Templates that an earlier run compiled."""

    def __init__(self, known: Section) -> None:
        self.known = known

    def load_bytecode(self, bucket: Bucket) -> None:
        found = self.known.find(bucket.key + bucket.checksum)
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known.keep(bucket.key + bucket.checksum, bucket.bytecode_to_string())


def documented(text: str, indent: int = 0) -> str:
    """A docstring with its margin, on lines of its own."""
    return f"{' ' * indent}{docstring(text, indent)}\n"


#: What templates can pass a text, or a block, through.
FILTERS: dict[str, Any] = {
    "docstring": documented,
    "imports": imports,
    "literal": literal,
    "markdown": markdown,
    "words": words,
}


def environment(templates: Path, known: Section | None = None, over: Path | None = None) -> jinja2.Environment:
    """The template engine: strict about names, few filters beyond Jinja's own, nothing to escape for HTML.

    A template in `over` takes the place of the one of its name. Those that are `known` from an earlier run are not
    compiled again.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([over, templates] if over else [templates]),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - what is printed is Python and Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_Compiled(known or Section({})),
    )
    made.filters.update(FILTERS)
    return made


def version_of(path: str) -> str:
    """The version that a file of the output belongs to; empty for those that belong to none."""
    *folders, name = path.split("/")
    parts = (*folders, name.rpartition(".")[0] or name)
    if parts[0] in ("api", "openapi"):
        return parts[-1]
    if path == "API.md":
        return NEWEST
    if parts[:2] == ("wooclient", "fixtures"):
        return parts[2] if len(parts) > 3 else ""
    if parts[:3] in (("wooclient", "mock", "data"), ("wooclient", "contract", "data")):
        return parts[-1] if re.fullmatch(r"(legacy-)?v\d+", parts[-1]) else ""
    if parts[:2] == ("wooclient", "legacy"):
        return f"legacy-{parts[2]}" if len(parts) > 3 else ""
    return parts[1] if len(parts) > 2 and re.fullmatch(r"v\d+", parts[1]) else ""


def root_expression(version: str) -> str:
    """How a version is reached from a client called `woo`."""
    if version == NEWEST:
        return "woo"
    root = "woo.legacy" if version in ("legacy-v2", "legacy-v1") else "woo"
    return f"{root}.{version_attribute(version)}"


class Renderer:
    """Prints views with the templates of one folder, and those of another that are laid over them."""

    def __init__(self, templates: Path, cache: Cache | None = None, over: Path | None = None) -> None:
        self.templates = environment(templates, (cache or Cache()).section("templates"), over)
        limits = templates / "mock" / "data" / "limits.json"
        #: What the mock store does not imitate.
        self.limits: dict[str, Any] = json.loads(limits.read_text("utf-8")) if limits.exists() else {}

    def version(self, version: RenderedVersion, declared: Titles) -> Files:
        """All files of one version, by path below the output folder; `declared` are all versions there are."""
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
        if api.version != NEWEST:
            children = client_children(version, older_below(api.version, declared))
            given = {"class_name": version_class(api.version), "children": children, "classes": _classes(children)}
            tables["api"] = ("version_api", given)
        for name, (template, values) in tables.items():
            files[f"{folder}/{name}.py"] = self.render(f"{template}.py.jinja", version=version, **values)
        reference = {"version": version, "reference": reference_view(version, root_expression(api.version))}
        if api.version == NEWEST:
            others = {name: title for name, title in declared.items() if name != NEWEST}
            files["API.md"] = self.render("api.md.jinja", **reference, others=others)
        else:
            files[f"api/{api.version}.md"] = self.render("api.md.jinja", **reference)
        for operation in api.operations:
            files[f"wooclient/fixtures/{api.version}/{operation.id}.json"] = json_text(fixture(operation))
        return files

    def package(self, versions: list[RenderedVersion], declared: Titles) -> Files:
        """The files that belong to no single version."""
        newest = versions[0]
        by_name = {v.api.version: v for v in versions}
        children = client_children(newest, older_below(newest.api.version, declared))
        values: dict[str, tuple[str, dict[str, Any]]] = {
            "wooclient/__init__.py": ("package.py", {"release": __version__}),
            "wooclient/client.py": ("client.py", {"children": children, "classes": _classes(children)}),
            "wooclient/webhooks.py": (
                "webhooks.py",
                {"newest": topic_views(newest), "legacy": topic_views(by_name[OLD]) if OLD in by_name else []},
            ),
            "wooclient/fixtures/__init__.py": ("fixtures.py", {}),
            "wooclient/__main__.py": ("main.py", {}),
            "README.md": ("package_readme.md", {}),
            "READING.md": ("package_reading.md", {}),
            "ROUTES.md": ("package_routes.md", {}),
            "SENDING.md": ("package_sending.md", {}),
            "pyproject.toml": ("pyproject.toml", {"release": __version__}),
            "LICENSE": ("license.txt", {}),
        }
        if OLD in by_name and NEWEST in by_name:
            from woospec.views.migration import migration_view  # a limited run does without

            view = migration_view(by_name[OLD].api, by_name[NEWEST].api)
            values["MIGRATION.md"] = ("migration.md", {"view": view})
        if self.limits:
            mocked = [coverage_view(v.api, self.limits) for v in versions if not v.api.version.startswith("legacy-")]
            told = {"versions": mocked, "limits": self.limits["general"]}
            values["wooclient/mock/README.md"] = ("mock_readme.md", told)
        if any(v.startswith("legacy-") for v in declared):
            values["wooclient/legacy/__init__.py"] = ("legacy.py", {})
        files = {path: self.render(f"{template}.jinja", **given) for path, (template, given) in values.items()}
        return {**files, "wooclient/py.typed": ""}

    def render(self, name: str, **values: Any) -> str:
        """One template printed; Python with its long lines broken."""
        text = self.templates.get_template(name).render(**values)
        return laid_out(text) if name.endswith(".py.jinja") else text


def _with_operations(version: RenderedVersion) -> list[str]:
    """The modules of resource classes that have operations."""
    return sorted({version.names.resources[r.path].module for r in version.api.resources if r.operations})


def _classes(children: Iterable[ChildView]) -> dict[str, str]:
    """The module of the class of each attribute, in both modes."""
    return {f"{prefix}{c.class_name}": c.module for c in children for prefix in ("", "Async")}


def fixture(operation: Operation) -> dict[str, Any]:
    """The example of an operation as the package holds it."""
    found: dict[str, Any] = {"status": int(operation.answer.status)}
    if operation.example_query:
        found["query"] = operation.example_query
    if operation.body is not None:
        found["request"] = operation.example_request
    found["response"] = operation.example_response
    return found
