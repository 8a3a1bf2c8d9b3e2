"""Builds of small specs in folders of their own, for the tests of the generator's later stages."""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any
from unittest.mock import patch

import black
import jinja2
from black.mode import Mode, TargetVersion

from woospec.cli import main
from woospec.load import load
from woospec.naming import name
from woospec.parse import parse
from woospec.problems import Problems
from woospec.render import Renderer, data_files
from woospec.resolve import resolve
from woospec.select import select
from woospec.store import Store
from woospec.text import json_text
from woospec.views.version import RenderedVersion
from woospec.worker import Worker

PROJECT = Path(__file__).parent.parent
TEMPLATES = PROJECT / "templates"
BASE = Path(__file__).parent / "hostile" / "base"
#: Where the generator remembers what it read; no part of the output.
CACHE = ".woospec-cache"
#: How an archive of our own is unpacked. The first releases of Python 3.11 know no filter; later ones ask for one.
OWN_ARCHIVE: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
_MODE = Mode(line_length=120, target_versions={TargetVersion.PY311})


@dataclass(frozen=True)
class Run:
    """What one call of the command came to."""

    code: int
    out: str
    err: str


def project(folder: Path, spec: Path = BASE, templates: Path = TEMPLATES) -> Path:
    """A project below `folder`: a copy of `spec`, and a link to `templates`, which others share."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(spec, folder / "spec")
    (folder / "templates").symlink_to(templates)
    return folder


#: Hand-written code that a lean project has none of, and what it keeps of the client's core.
_HEAVY = {"compat", "cli", "mock", "contract", "drift", "snapshot", "dlt", "spark", "site"}
_CORE = {"__init__.py", "client.py"}


@cache
def _shared_templates() -> tuple[Path, object]:
    def left_out(here: str, names: list[str]) -> set[str]:
        place = Path(here).relative_to(TEMPLATES)
        if place.name == "runtime":
            return {name for name in names if name not in _CORE}
        return {name for name in names if name == "__pycache__" or str(place / name) in _HEAVY}

    kept = tempfile.TemporaryDirectory()
    # Links: what the template engine makes of a file is the same for all projects that have it.
    folder = shutil.copytree(TEMPLATES, Path(kept.name) / "templates", ignore=left_out, copy_function=os.symlink)
    return Path(folder), kept


def lean_project(folder: Path) -> Path:
    """The same with next to none of the hand-written code, which takes the longest to build."""
    return project(folder, templates=_shared_templates()[0])


def own_templates(root: Path) -> Path:
    """Give a project a copy of its templates in place of the link, for a test that changes them."""
    shared = (root / "templates").readlink()
    (root / "templates").unlink()
    return Path(shutil.copytree(shared, root / "templates"))


class _Standing(Worker):
    """A validating process that stays for the next build: each would load the validator anew, which takes longest."""

    def __init__(self) -> None:
        super().__init__()
        atexit.register(super().__exit__, None, None, None)

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is not None:  # what it was asked may never be fetched
            super().__exit__(kind, error, trace)
            _standing.cache_clear()


@cache
def _standing() -> _Standing:
    return _Standing()


_compile = jinja2.Environment.compile
_compiled: dict[tuple[str, str | None], CodeType] = {}


def _compile_once(engine: jinja2.Environment, source: str, name: str | None, filename: str) -> CodeType:
    """What the template engine makes of a text; projects with links to the templates, or copies of them, share it."""
    if (source, name) not in _compiled:
        _compiled[source, name] = _compile(engine, source, name, filename)
    return _of_file(_compiled[source, name], filename)


def _of_file(code: CodeType, filename: str) -> CodeType:
    """The same code, as that of another file: faults are told with it."""
    inside = (_of_file(one, filename) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(inside))


def woospec(root: Path, *arguments: str) -> Run:
    """The command `woospec`, run in this process for the project at `root`."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch("woospec.worker.Worker", _standing),
        patch("jinja2.Environment.compile", _compile_once),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = main(["--root", str(root), *arguments])
    return Run(code, out.getvalue(), err.getvalue())


@cache
def _built(out: str) -> tuple[Path, object]:
    kept = tempfile.TemporaryDirectory()
    root = lean_project(Path(kept.name) / "project")
    assert woospec(root, "build", "--out", str(root / out)).code == 0
    return root, kept


def built_project(folder: Path, out: str = "generated") -> Path:
    """A lean project at `folder`, with its output in `out` and what the build left for later ones.

    It is built once in each process, and copied.
    """
    shutil.copytree(_built(out)[0], folder, symlinks=True)
    return folder


def replace(file: Path, old: str, new: str) -> None:
    """Change the one place where `old` stands in a file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old, text.count(old))
    file.write_text(text.replace(old, new), encoding="utf-8")


def unvalidated(spec: Path, version: str = "v3") -> tuple[dict[str, str], Problems]:
    """The rendered files of a spec that no rule has seen: what every later stage makes of it on its own."""
    problems = Problems()
    bundle = select(resolve(load(spec, problems, _parsed()), problems), version, problems)
    api = parse(bundle)
    names = name(api, bundle, problems)
    one, declared, renderer = RenderedVersion(api, names), [bundle.about], _renderer()
    return {
        **renderer.version(one, declared),
        **data_files(api, bundle),
        **renderer.package([one], declared),
        f"wooclient/documents/{version}.json": json_text(bundle.document),
    }, problems


@cache
def _parsed() -> Store:
    """Files that were parsed before."""
    return Store()


@cache
def _renderer() -> Renderer:
    return Renderer(TEMPLATES, Store(PROJECT / CACHE))


def blackened(source: str) -> str:
    """A Python source the way black leaves it."""
    return black.format_str(source, mode=_MODE)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of change of every file below a folder, but of the generator's own cache."""
    found = [p for p in sorted(folder.rglob("*")) if not any(n.startswith(CACHE) for n in p.relative_to(folder).parts)]
    files = [p for p in found if p.is_file() and not p.is_symlink()]
    return {p.relative_to(folder).as_posix(): (p.read_bytes(), p.stat().st_mtime_ns) for p in files}
