"""Stage 6, render: `Api` and names become `{path: text}` in memory. Pure: nothing is read but the templates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jinja2

from woospec.model import Api, Operation
from woospec.naming import Names, version_package
from woospec.text import docstring, json_text, literal, words
from woospec.views.api_index import version_section
from woospec.views.enums import enums_view
from woospec.views.models import models_views
from woospec.views.package import clients_view, exports_view, package_view, table_view, webhooks_view
from woospec.views.params import params_views
from woospec.views.resources import resources_views

Files = dict[str, str]
PACKAGE_VERSION = "0.1.0"


def environment(templates: Path) -> jinja2.Environment:
    """The template engine: strict about names, no filters beyond Jinja's own, nothing to escape for HTML."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - what is printed is Python and Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def version_of(path: str) -> str:
    """The version that a file of the output belongs to; empty for those that belong to none."""
    parts = Path(path).with_suffix("").parts
    if parts[0] == "openapi":
        return parts[-1]
    if parts[:2] == ("wooclient", "fixtures"):
        return parts[2] if len(parts) > 3 else ""
    if parts[:3] == ("wooclient", "mock", "data"):
        return parts[-1] if re.fullmatch(r"(legacy-)?v\d+", parts[-1]) else ""
    if parts[:2] == ("wooclient", "legacy"):
        return f"legacy-{parts[2]}" if len(parts) > 3 else ""
    return parts[1] if len(parts) > 2 and re.fullmatch(r"v\d+", parts[1]) else ""


class Renderer:
    """Prints views with the templates of one folder."""

    def __init__(self, templates: Path) -> None:
        self.templates = environment(templates)

    def version(self, api: Api, names: Names) -> Files:
        """All files of one version, by path below the output folder."""
        package = version_package(api.version)
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
        if names.homes:
            files[f"{folder}/__init__.py"] = f"{docstring(f'{api.title}, as far as it differs from newer versions.', 0)}\n"
        else:
            exports = exports_view(api, models, params)
            files[f"{folder}/__init__.py"] = self.render("exports.py.jinja", view=exports, package=package)
        about = {"title": words(api.title), "arguments": [literal(a) for a in (api.version, api.prefix, package)]}
        files[f"{folder}/_version.py"] = self.render("version.py.jinja", view=about)
        for operation in api.operations:
            files[f"wooclient/fixtures/{api.version}/{operation.id}.json"] = json_text(fixture(operation))
        return files

    def package(self, apis: list[tuple[Api, Names]]) -> Files:
        """The files that belong to no single version."""
        newest, names = apis[0]
        sections = [version_section(api, names, "woo") for api, names in apis]
        count = sum(len(api.operations) for api, _ in apis)
        return {
            "wooclient/__init__.py": self.render("package.py.jinja", view=package_view()),
            "wooclient/py.typed": "",
            "wooclient/client.py": self.render(
                "client.py.jinja", view=clients_view(newest, names, version_package(newest.version))
            ),
            "wooclient/webhooks.py": self.render(
                "webhooks.py.jinja", view=webhooks_view(newest, names, version_package(newest.version))
            ),
            "wooclient/fixtures/__init__.py": self.render("fixtures.py.jinja"),
            "API.md": self.render("api.md.jinja", versions=sections, count=count),
            "README.md": self.render("package_readme.md.jinja"),
            "pyproject.toml": self.render("pyproject.toml.jinja", version=PACKAGE_VERSION),
        }

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
