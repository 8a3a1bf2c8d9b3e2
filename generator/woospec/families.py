"""Which versions of the API there are: what the roots of the description say of them, as data.

A family is a row of versions in one folder of the spec, with a root of its own: `woocommerce.yaml` for the first, and
`name/name.yaml` for each that this one lists under `families`. Nothing else in the generator knows a version by name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from woospec.kinds import elements, is_map, members
from woospec.load import Spec

ROOT = "woocommerce.yaml"
#: Folders of a family; what else lies beside the first root is a family itself.
_PARTS = ("common", "resources")
#: What a client is called where a root says how it reaches a version.
CLIENT = "woo"


#: The form of a revision; the first one, of a description that does not say its own.
REVISION = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})", re.ASCII)
_FIRST = "0.0.0"


class Version(NamedTuple):
    """One version of the API."""

    #: What files and commands call it: the name of its family, unless that is the first, and its step.
    name: str
    family: str
    #: What it is called inside of its family, in `x-since` and the like.
    step: str
    title: str
    #: What stands between a store's address and the paths.
    prefix: str
    #: The attributes by which a client reaches it; none for the version that a client speaks by itself.
    door: tuple[str, ...]
    #: Whether it is the newest of its family that is not experimental.
    newest: bool = True
    #: Whether releases may change it without notice. It has only the operations that name it in `x-since`.
    experimental: bool = False
    #: Whether it is meant for the store's own admin pages.
    internal: bool = False
    #: The version that took the place of its family; empty if none did.
    replaced_by: str = ""
    #: The revision of the description, which is the release of the client that is made of it.
    revision: str = _FIRST

    @property
    def route(self) -> str:
        """How calls by hand name it: the path behind WordPress's own, or the whole path."""
        return self.prefix.removeprefix("/wp-json")

    @property
    def older(self) -> bool:
        """Whether there is a newer one for the same things."""
        return bool(self.replaced_by) or not (self.newest or self.experimental)


@dataclass(frozen=True)
class Family:
    """A row of versions, newest first; experimental ones come last."""

    name: str
    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The version that examples are written for."""
        return self.versions[0]

    @property
    def replaced_by(self) -> str:
        """The version that took its place; empty if none did."""
        return self.newest.replaced_by

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """What its versions are called, from the oldest on; experimental ones come last."""
        settled = [v.step for v in self.versions if not v.experimental]
        return (*reversed(settled), *(v.step for v in reversed(self.versions) if v.experimental))

    @cached_property
    def _experimental(self) -> frozenset[str]:
        return frozenset(v.step for v in self.versions if v.experimental)

    def holds(self, value: Any, step: str) -> bool:
        """Whether a part with `x-since` and `x-until` belongs to a version. Words that name no version mean nothing."""
        if not is_map(value) or not ("x-since" in value or "x-until" in value):
            return True
        steps = self.steps
        since, until = value.get("x-since", steps[0]), value.get("x-until", steps[-1])
        known = since in steps and until in steps
        return not known or steps.index(since) <= steps.index(step) <= steps.index(until)

    def serves(self, path: Any, operation: Any, step: str) -> bool:
        """Whether a version has an operation: an experimental one only if it, or its path, names that version."""
        named = step in (members(path).get("x-since"), members(operation).get("x-since"))
        return (named or step not in self._experimental) and self.holds(path, step) and self.holds(operation, step)


def families(spec: Spec) -> dict[str, Family]:
    """The families by name, in the order of the description; the name of the first is empty."""
    listed = [n for n in elements(_root(spec, "").get("families")) if isinstance(n, str) and n]
    revision = revision_of(_root(spec, ""))
    found = ((name, tuple(_versions(name, _root(spec, name), revision))) for name in dict.fromkeys(("", *listed)))
    return {name: Family(name, versions) for name, versions in found if versions}


def declared_versions(spec: Spec) -> dict[str, Version]:
    """Every version by its name, in the order of the description."""
    return {version.name: version for family in families(spec).values() for version in family.versions}


def ranks(spec: Spec) -> Callable[[str], tuple[int, int]]:
    """Tell the place of a file in the description: its family, then its resource, as the roots list them.

    Roots and what resources share come first.
    """
    listed = {family: [str(n) for n in elements(_root(spec, family).get("resources"))] for family in families(spec)}
    order = list(listed)

    def rank(path: str) -> tuple[int, int]:
        family, (folder, _, below) = family_of_file(path), path_in_family(path).partition("/")
        resources, name = listed.get(family, []), below.partition("/")[0]
        of_family = order.index(family) if family in order else len(order)
        if folder != _PARTS[1]:
            return (of_family, -1)
        return (of_family, resources.index(name) if name in resources else len(resources))

    return rank


def revision_of(root: dict[str, Any]) -> str:
    """The revision of a description, by its first root."""
    said = members(root.get("info")).get("version")
    return said if isinstance(said, str) and REVISION.fullmatch(said) else _FIRST


def _root(spec: Spec, family: str) -> dict[str, Any]:
    file = spec.files.get(root_of(family))
    return members(file.data) if file is not None else {}


def _versions(family: str, root: dict[str, Any], revision: str) -> list[Version]:
    declared = {step: members(raw) for step, raw in members(root.get("x-versions")).items()}
    settled = [step for step, raw in declared.items() if raw.get("experimental") is not True]
    return [
        Version(
            name=f"{family}-{step}" if family else step,
            family=family,
            step=step,
            title=str(raw.get("title", step)),
            prefix=str(raw.get("path", "")),
            door=tuple(str(raw.get("door", "")).split(".")[1:]),
            newest=[step] == settled[:1],
            experimental=raw.get("experimental") is True,
            internal=raw.get("internal") is True,
            replaced_by=str(root.get("x-replaced-by", "")),
            revision=revision,
        )
        for step, raw in sorted(declared.items(), key=lambda item: item[1].get("experimental") is True)
    ]


def family_of_version(version: str) -> str:
    """The family that a version belongs to, by its name."""
    return version.rpartition("-")[0]


def root_of(family: str) -> str:
    """The root file of a family."""
    return f"{family}/{family}.yaml" if family else ROOT


@cache
def family_of_file(path: str) -> str:
    """The family whose folder a file of the spec lies in."""
    first, below, _ = path.partition("/")
    return first if below and first not in _PARTS else ""


@cache
def path_in_family(path: str) -> str:
    """The path of a file inside of its family's folder."""
    return posixpath.relpath(path, family_of_file(path)) if family_of_file(path) else path
