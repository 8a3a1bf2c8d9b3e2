"""The module of long enums of one version."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import Api
from woospec.naming import Names
from woospec.text import call, docstring, literal


class EnumsView(NamedTuple):
    """Named sets of known values, each one line or one value a line."""

    doc: str
    enums: tuple[str, ...]


def enums_view(api: Api, names: Names) -> EnumsView:
    """All named enums of a version, in order of name."""
    made = {name: values for (_, _, values), name in names.enums.items() if names.enum_home(name) == names.package}
    lines = tuple(_alias(name, [literal(v) for v in made[name]]) for name in sorted(made))
    return EnumsView(docstring(f"Known values of fields and parameters of {api.title}.", 0), lines)


def _alias(name: str, values: list[str]) -> str:
    laid = call(f"{name} = Literal", values, "")
    head, body = laid[: len(name) + 10], laid[len(name) + 10 :]
    return f"{head}[{body[1:-1]}]"
