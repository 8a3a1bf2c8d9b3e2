"""Stage 6, render: `Api` and names become `{path: text}` in memory. Pure: nothing is read but the templates."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from woospec import __version__
from woospec.cache import Cache, Section
from woospec.model import Operation
from woospec.naming import version_constant
from woospec.sharing import Spoken
from woospec.text import docstring, json_text, literal, words
from woospec.views.api_index import version_section
from woospec.views.conditions import condition_views
from woospec.views.enums import enums_view
from woospec.views.mock_readme import coverage_view
from woospec.views.models import models_views
from woospec.views.package import (
    Titles,
    clients_view,
    exports_view,
    older_below,
    package_view,
    table_view,
    version_attribute,
    version_view,
    webhooks_view,
)
from woospec.views.params import params_views
from woospec.views.resources import resources_views

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


def version_of(path: str) -> str:
    """The version that a file of the output belongs to; empty for those that belong to none."""
    *folders, name = path.split("/")
    parts = (*folders, name.rpartition(".")[0] or name)
    if parts[:2] == ("wooclient", "documents"):
        return parts[-1]
    if parts[:2] == ("wooclient", "fixtures"):
        return parts[2] if len(parts) > 3 else ""
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
    """Prints views with the templates of one folder."""

    def __init__(self, templates: Path, cache: Cache | None = None) -> None:
        self.templates = environment(templates, (cache or Cache()).section("templates"))
        limits = templates / "mock" / "data" / "limits.json"
        #: What the mock store does not imitate.
        self.limits: dict[str, Any] = json.loads(limits.read_text("utf-8")) if limits.exists() else {}

    def version(self, one: Spoken, declared: Titles) -> Files:
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
        if api.version == NEWEST:
            exports = exports_view(api, models, params)
            files[f"{folder}/__init__.py"] = self.render("exports.py.jinja", view=exports, package=package)
        else:
            files[f"{folder}/__init__.py"] = f"{docstring(f'{api.title}, as far as it is unlike newer versions.', 0)}\n"
            door = version_view(one, older_below(api.version, declared))
            files[f"{folder}/api.py"] = self.render("version_api.py.jinja", view=door)
        about = {
            "name": version_constant(api.version),
            "title": words(api.title),
            "arguments": [literal(a) for a in (api.version, api.prefix, package, api.fields_parameter)],
            "conditions": condition_views(api),
        }
        files[f"{folder}/_version.py"] = self.render("version.py.jinja", view=about)
        for operation in api.operations:
            files[f"wooclient/fixtures/{api.version}/{operation.id}.json"] = json_text(fixture(operation))
        return files

    def package(self, versions: list[Spoken], declared: Titles) -> Files:
        """The files that belong to no single version."""
        newest = versions[0]
        sections = [version_section(v.api, v.names, root_expression(v.api.version)) for v in versions]
        count = sum(len(v.api.operations) for v in versions)
        files = {
            "wooclient/__init__.py": self.render("package.py.jinja", view=package_view(), version=literal(__version__)),
            "wooclient/py.typed": "",
            "wooclient/client.py": self.render(
                "client.py.jinja", view=clients_view(newest, older_below(newest.api.version, declared))
            ),
            "wooclient/webhooks.py": self.render(
                "webhooks.py.jinja",
                view=webhooks_view(newest, next((v for v in versions if v.api.version == OLD), None)),
            ),
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
        apis = {v.api.version: v.api for v in versions}
        if OLD in apis and NEWEST in apis:
            from woospec.views.migration import migration_view  # a limited run does without

            files["MIGRATION.md"] = self.render("migration.md.jinja", view=migration_view(apis[OLD], apis[NEWEST]))
        if self.limits:
            mocked = [coverage_view(v.api, self.limits) for v in versions if not v.api.version.startswith("legacy-")]
            files["wooclient/mock/README.md"] = self.render(
                "mock_readme.md.jinja", versions=mocked, limits=self.limits["general"]
            )
        if any(v.startswith("legacy-") for v in declared):
            files["wooclient/legacy/__init__.py"] = '"""The API under /wc-api/, version by version."""\n'
        return files

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
