"""The run from spec to package: every stage in order, or none if nothing changed."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from woospec import emit

if TYPE_CHECKING:
    from woospec.model import Api
    from woospec.naming import Names
    from woospec.problems import Problems
    from woospec.select import Bundle


@contextmanager
def _without_gc() -> Generator[None, None, None]:
    """A run makes many objects and drops none: looking for garbage would only cost time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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


#: The versions that the package speaks; the description already has more.
BUILT = ("v3",)
#: Folders of hand-written code beside the templates, and the packages that they become.
COPIED = (("runtime", "_runtime"), ("mock", "mock"))
_NO_CHANGES = emit.Changes((), ())


def inputs_digest(folders: Folders) -> str:
    """A digest of all that decides the output: spec, templates and generator."""
    total = hashlib.sha256()
    for folder in (folders.spec, folders.templates, Path(__file__).parent):
        for path in _sources(folder):
            total.update(
                path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest()
            )
    return total.hexdigest()


def _sources(folder: Path) -> list[Path]:
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f != "__pycache__" and not f.startswith(".")]
        found += [Path(here) / name for name in names if not name.endswith(".pyc")]
    return sorted(found)


def build(folders: Folders, *, only: tuple[str, ...] | None = None, check: bool = False) -> Outcome:
    """Build the package, or with `check` only compare.

    `only` limits the run to some versions: files of the others stay as they are. Nothing is written if the spec has
    problems.
    """
    inputs = inputs_digest(folders)
    if emit.is_current(folders.output, inputs):
        return Outcome(None, _NO_CHANGES)
    files, problems = make(folders, only or BUILT)
    if problems:
        return Outcome(problems, _NO_CHANGES)
    if only is not None and set(only) != set(BUILT):
        files, inputs = {**others(folders.output, only), **files}, ""
    files[emit.MANIFEST] = emit.manifest(files, inputs)
    changes = emit.compare(files, folders.output)
    if check:
        return Outcome(None, changes, emit.diff(files, folders.output, changes), len(files))
    emit.write(files, folders.output, changes)
    return Outcome(None, changes, "", len(files))


def others(output: Path, only: tuple[str, ...]) -> dict[str, str]:
    """What is there of the versions that a limited run leaves alone."""
    from woospec.render import version_of

    kept = [path for path in emit.existing(output) if (version := version_of(path)) and version not in only]
    return {path: (output / path).read_text("utf-8") for path in kept}


def make(folders: Folders, only: tuple[str, ...] | None) -> tuple[dict[str, str], Problems]:
    """Every file of the output in memory, or the problems of the spec."""
    from woospec.worker import Worker

    standard = Worker()  # first of all: it loads while this process goes on

    from woospec.cache import NAME, Cache
    from woospec.load import load
    from woospec.problems import Problems
    from woospec.resolve import resolve
    from woospec.validate import begin

    problems = Problems()
    with _without_gc(), standard:
        cache = Cache(folders.spec.parent / NAME)
        graph = resolve(load(folders.spec, problems, cache), problems)
        cache.save()
        bundles, finish = begin(graph, problems, only, standard)
        files = {} if problems else _render(bundles, folders, problems)
        finish()
    return ({}, problems) if problems else (files, problems)


def _render(bundles: dict[str, Bundle], folders: Folders, problems: Problems) -> dict[str, str]:
    """Every file of the output in memory; name collisions go to `problems`."""
    from woospec.naming import name
    from woospec.parse import parse
    from woospec.render import Renderer
    from woospec.text import json_text
    from woospec.views.mock_data import mock_data
    from woospec.views.mock_seed import seed_text

    renderer = Renderer(folders.templates)
    files: dict[str, str] = {}
    named: list[tuple[Api, Names]] = []
    for version, bundle in bundles.items():
        api = parse(bundle)
        names = name(api, bundle, problems)
        named.append((api, names))
        files.update(renderer.version(api, names))
        files[f"openapi/{version}.json"] = json_text(bundle.document)
        files[f"wooclient/mock/data/{version}.json"] = json_text(mock_data(bundle.document, version))
    if "v3" in bundles:
        files["wooclient/mock/data/seed.json"] = seed_text(bundles["v3"].document)
    files.update(renderer.package(named))
    return {**emit.formatted(files), **runtime_files(folders.templates)}


def runtime_files(templates: Path) -> dict[str, str]:
    """The hand-written cores, of the client and of the mock store, copied as they are."""
    return {
        f"wooclient/{package}/{p.relative_to(templates / folder).as_posix()}": p.read_text("utf-8")
        for folder, package in COPIED
        for p in _sources(templates / folder)
    }
