"""Stage 6, render: `Api` and names become `{path: text}` in memory. Pure: nothing is read but the templates."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from woospec import __version__
from woospec.cache import Cache, Section
from woospec.families import CLIENT, Version
from woospec.model import Api, Operation
from woospec.naming import version_constant, version_door, version_package
from woospec.sharing import Spoken
from woospec.text import docstring, json_text, literal, words
from woospec.views.api_index import version_section
from woospec.views.conditions import condition_views
from woospec.views.enums import enums_view
from woospec.views.mock_readme import coverage_view
from woospec.views.models import models_views
from woospec.views.package import (
    below,
    clients_view,
    exports_view,
    known_views,
    package_view,
    table_view,
    version_view,
    webhooks_view,
)
from woospec.views.params import params_views
from woospec.views.resources import resources_views

Files = dict[str, str]


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


def environment(templates: Path, known: Section | None = None) -> jinja2.Environment:
    """The template engine: strict about names, no filters beyond Jinja's own, nothing to escape for HTML.

    Templates that are `known` from an earlier run are not compiled again.
    """
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - what is printed is Python and Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_Compiled(known or Section({})),
    )


#: Where a version has a file of its own, by its name, and where a folder.
_FILES = ("openapi", "wooclient/mock/data", "wooclient/contract/data")
_FIXTURES = "wooclient/fixtures"


def is_of(path: str, version: str) -> bool:
    """Whether a file of the output belongs to a version, by the version's name."""
    folders = (f"{_FIXTURES}/{version}/", f"{version_package(version).replace('.', '/')}/")
    return path.startswith(folders) or path in [f"{folder}/{version}.json" for folder in _FILES]


class Renderer:
    """Prints views with the templates of one folder."""

    def __init__(self, templates: Path, cache: Cache | None = None) -> None:
        self.templates = environment(templates, (cache or Cache()).section("templates"))
        limits = templates / "mock" / "data" / "limits.json"
        #: What the mock store does not imitate.
        self.limits: dict[str, Any] = json.loads(limits.read_text("utf-8")) if limits.exists() else {}

    def version(self, one: Spoken, declared: Sequence[Version]) -> Files:
        """All files of one version, by path below the output folder; `declared` are all versions there are."""
        api, names, package = one.api, one.names, one.package
        folder = package.replace(".", "/")
        files: Files = {}
        models, params = models_views(api, names, package), params_views(api, names, package)
        for name, found in (
            ("models", models),
            ("params", params),
            ("resources", resources_views(api, names, package)),
        ):
            files[f"{folder}/{name}/__init__.py"] = ""
            for view in found:
                files[f"{folder}/{name}/{view.module}.py"] = self.render(f"{name}.py.jinja", view=view)
        files[f"{folder}/enums.py"] = self.render("enums.py.jinja", view=enums_view(api, names))
        files[f"{folder}/operations.py"] = self.render("operations.py.jinja", view=table_view(api, names, package))
        if not api.about.door:
            exports = exports_view(api, models, params)
            files[f"{folder}/__init__.py"] = self.render("exports.py.jinja", view=exports, package=package)
        else:
            files[f"{folder}/__init__.py"] = f"{docstring(f'{api.title}, as far as it is unlike newer versions.', 0)}\n"
            door = version_view(one, below(api.about, declared))
            files[f"{folder}/api.py"] = self.render("version_api.py.jinja", view=door)
        about = {
            "name": version_constant(api.about),
            "title": words(api.title),
            "arguments": [literal(a) for a in (api.version, api.prefix, package, api.fields_parameter)],
            "conditions": condition_views(api),
        }
        files[f"{folder}/_version.py"] = self.render("version.py.jinja", view=about)
        for operation in api.operations:
            files[f"wooclient/fixtures/{api.version}/{operation.id}.json"] = json_text(fixture(operation))
        return files

    def package(self, versions: list[Spoken], declared: Sequence[Version]) -> Files:
        """The files that belong to no single version."""
        newest = versions[0]
        sections = [version_section(v.api, v.names, ".".join((CLIENT, *version_door(v.api.about)))) for v in versions]
        count = sum(len(v.api.operations) for v in versions)
        files = {
            "wooclient/__init__.py": self.render("package.py.jinja", view=package_view(), version=literal(__version__)),
            "wooclient/py.typed": "",
            "wooclient/client.py": self.render(
                "client.py.jinja", view=clients_view(newest, below(newest.api.about, declared))
            ),
            "wooclient/webhooks.py": self.render("webhooks.py.jinja", view=webhooks_view(newest, versions)),
            "wooclient/_versions.py": self.render("versions.py.jinja", versions=known_views(declared)),
            "wooclient/fixtures/__init__.py": self.render("fixtures.py.jinja"),
            "API.md": self.render("api.md.jinja", versions=sections, count=count),
            "README.md": self.render("package_readme.md.jinja"),
            "READING.md": self.render("package_reading.md.jinja"),
            "ROUTES.md": self.render("package_routes.md.jinja"),
            "SENDING.md": self.render("package_sending.md.jinja"),
            "wooclient/__main__.py": self.render("main.py.jinja"),
            "pyproject.toml": self.render("pyproject.toml.jinja", version=__version__),
            "LICENSE": self.render("license.txt.jinja"),
        }
        files.update(self.moving([v.api for v in versions]))
        if self.limits:
            mocked = [coverage_view(v.api, self.limits) for v in versions if not v.api.about.replaced_by]
            files["wooclient/mock/README.md"] = self.render(
                "mock_readme.md.jinja", versions=mocked, limits=self.limits["general"]
            )
        for version in declared:
            if version.family:
                where = posixpath.dirname(version.prefix)
                doc = docstring(f"The API under {where}/, version by version.", 0)
                files[f"wooclient/{version.family}/__init__.py"] = f"{doc}\n"
        return files

    def moving(self, apis: list[Api]) -> Files:
        """The page for those who move from a family of versions to the one that took its place."""
        newest = {api.version: api for api in apis if api.about.newest}
        for old in newest.values():
            target = newest.get(old.about.replaced_by)
            if target is not None:
                from woospec.views.migration import migration_view  # a limited run does without

                return {"MIGRATION.md": self.render("migration.md.jinja", view=migration_view(old, target))}
        return {}

    def render(self, name: str, **values: Any) -> str:
        """One template printed."""
        return self.templates.get_template(name).render(**values)


def fixture(operation: Operation) -> dict[str, Any]:
    """The example of an operation as the package holds it."""
    found: dict[str, Any] = {"status": int(operation.answer.status)}
    if operation.example_query:
        found["query"] = operation.example_query
    if operation.body is not None:
        found["request"] = operation.example_request
    found["response"] = operation.example_response
    return found
