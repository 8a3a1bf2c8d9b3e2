"""The run from spec to package: every stage in order, or none if nothing changed."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from woospec import emit

if TYPE_CHECKING:
    from woospec.problems import Problems


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a run reads and writes."""

    spec: Path
    templates: Path
    output: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: the problems that stopped it, or the changes and their diff."""

    problems: Problems | None
    changes: emit.Changes
    diff: str = ""
    files: int = 0


_NO_CHANGES = emit.Changes((), ())


def inputs_digest(folders: Folders, versions: tuple[str, ...] | None) -> str:
    """A digest of all that decides the output: spec, templates, generator, Python's version and the versions asked."""
    total = hashlib.sha256(f"{sys.version_info[:2]} {versions}".encode())
    for folder in (folders.spec, folders.templates, Path(__file__).parent):
        for path in _sources(folder):
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _sources(folder: Path) -> list[Path]:
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f != "__pycache__" and not f.startswith(".")]
        found += [Path(here) / name for name in names if not name.endswith(".pyc")]
    return sorted(found)


def build(folders: Folders, *, only: tuple[str, ...] | None = None, check: bool = False) -> Outcome:
    """Build the package, or with `check` only compare.

    `only` limits the run to some versions. Nothing is written if the spec has problems.
    """
    inputs = inputs_digest(folders, only)
    if emit.is_current(folders.output, inputs):
        return Outcome(None, _NO_CHANGES)
    files, problems = make(folders, only)
    if problems:
        return Outcome(problems, _NO_CHANGES)
    files[emit.MANIFEST] = emit.manifest(files, inputs)
    changes = emit.compare(files, folders.output)
    if check:
        return Outcome(None, changes, emit.diff(files, folders.output, changes), len(files))
    emit.write(files, folders.output, changes)
    return Outcome(None, changes, "", len(files))


def make(folders: Folders, only: tuple[str, ...] | None) -> tuple[dict[str, str], Problems]:
    """Every file of the output in memory, or the problems of the spec."""
    from woospec.load import load
    from woospec.naming import name
    from woospec.parse import parse
    from woospec.problems import Problems
    from woospec.render import Renderer
    from woospec.resolve import resolve
    from woospec.text import json_text
    from woospec.validate import validate

    problems = Problems()
    graph = resolve(load(folders.spec, problems), problems)
    bundles = validate(graph, problems)
    if problems:
        return {}, problems
    renderer = Renderer(folders.templates)
    files: dict[str, str] = {}
    named = []
    for version, bundle in bundles.items():
        if only is not None and version not in only:
            continue
        api = parse(bundle)
        names = name(api, bundle, problems)
        named.append((api, names))
        files.update(renderer.version(api, names))
        files[f"openapi/{version}.json"] = json_text(bundle.document)
    if problems:
        return {}, problems
    files.update(renderer.package(named))
    return {**emit.formatted(files), **runtime_files(folders.templates)}, problems


def runtime_files(templates: Path) -> dict[str, str]:
    """The hand-written core, copied as it is."""
    folder = templates / "runtime"
    return {f"wooclient/_runtime/{p.relative_to(folder).as_posix()}": p.read_text("utf-8") for p in _sources(folder)}
