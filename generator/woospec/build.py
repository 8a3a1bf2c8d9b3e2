"""The run from spec to package: every stage in order, or none if nothing changed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from woospec import emit
from woospec.cache import NAME as CACHE
from woospec.cache import Cache, digest, files_digest, generator_digest, sources
from woospec.locking import held

if TYPE_CHECKING:
    from woospec.families import Version
    from woospec.problems import Problems
    from woospec.resolve import Graph
    from woospec.select import Bundle
    from woospec.worker import Worker


@contextmanager
def _without_gc() -> Generator[None, None, None]:
    """A run makes many objects and drops none: looking for garbage would only cost time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Folders(NamedTuple):
    """Where a run reads and writes. Files in `over` take the place of templates of the same name."""

    spec: Path
    templates: Path
    output: Path
    over: Path | None = None


class Outcome(NamedTuple):
    """What a run came to: the problems that stopped it, or the changes and their diff.

    `left` are names in the output folder that are not ours; `note` is what else there is to say.
    """

    problems: Problems | None
    changes: emit.Changes = emit.Changes()
    diff: str = ""
    files: int = 0
    left: tuple[str, ...] = ()
    note: str = ""


#: Folders of hand-written code beside the templates, and the packages that they become.
COPIED = (("runtime", "_runtime"), ("compat", "compat"), ("mock", "mock"), ("contract", "contract"))


def inputs_digest(folders: Folders, only: tuple[str, ...] | None) -> str:
    """A digest of all that decides the output: spec, templates, generator, and which versions are asked for."""
    over = files_digest(folders.over) if folders.over else ""
    parts = [files_digest(folders.spec), files_digest(folders.templates), over, generator_digest(), *(only or ("*",))]
    return digest(" ".join(parts).encode())


def build(
    folders: Folders,
    *,
    only: tuple[str, ...] | None = None,
    check: bool = False,
    waiting: Callable[[], object] = lambda: None,
) -> Outcome:
    """Build the package, or with `check` only compare.

    `only` limits the run to some versions: files of the others, and those that belong to no version, stay as they are
    if they are there. Nothing is written if the spec has problems. `waiting` is called if another run writes to the
    same folder. Raises ValueError for a version that the spec does not have, and for an output folder that is not ours
    or in which something is in the way; OSError if writing fails, with everything as it was.
    """
    if not check:
        emit.refuse_foreign(folders.output)
    run = _Run(folders, only)
    # For a build the digests of what an earlier run rendered from the same inputs do as well. A check trusts nothing.
    digests = (None if check else run.known.find(run.inputs)) or run.render()
    if digests is None:
        return Outcome(run.problems, note=run.note)
    if check and not folders.output.exists():
        return run.outcome(digests, check=True)
    with held(folders.output, waiting):
        return run.outcome(digests, check=check)


class _Run:
    """One build: what it is made from and, once rendered, what it makes."""

    def __init__(self, folders: Folders, only: tuple[str, ...] | None) -> None:
        self.folders, self.only = folders, only
        self.inputs = inputs_digest(folders, only)
        self.cache = Cache(folders.spec.parent / CACHE)
        self.known = self.cache.section("outputs")
        self.files: dict[str, str] = {}
        self.problems: Problems | None = None
        self.note = ""

    def render(self) -> dict[str, str] | None:
        """Render everything; the digests of the files, or None if the spec has problems."""
        self.files, problems = make(self.folders, self.only, self.cache)
        self.problems = problems if problems else None
        digests = None if problems else emit.digests(self.files)
        if digests is not None and self.inputs == inputs_digest(self.folders, self.only):  # nobody saved meanwhile
            self.known.keep(self.inputs, digests)
        self.note = self.cache.save()
        return digests

    def outcome(self, digests: dict[str, str], *, check: bool) -> Outcome:
        """Compare the output with what it should be, and write what differs unless this is a `check`."""
        output = self.folders.output
        kept = {} if self.only is None else emit.kept_of_others(output, self.is_asked_for)
        ours = {path: key for path, key in digests.items() if path not in kept}
        manifest = emit.manifest({**ours, **kept})
        wanted = {**ours, emit.MANIFEST: digest(manifest.encode())}
        changes = emit.compare(wanted, output, kept)
        diff = ""
        if changes:
            if not self.files:
                rendered = self.render()
                return Outcome(self.problems) if rendered is None else self.outcome(rendered, check=check)
            files = {**self.files, emit.MANIFEST: manifest}
            if check:
                diff = emit.diff(files, output, changes)
            else:
                emit.write(files, output, changes)
        left = tuple(emit.foreign(changes, wanted))
        return Outcome(None, changes, diff, len(wanted) + len(kept), left, self.note)

    def is_asked_for(self, path: str) -> bool:
        """Whether a file belongs to one of the versions that a limited run makes."""
        from woospec.render import is_of

        return any(is_of(path, version) for version in self.only or ())


def make(folders: Folders, only: tuple[str, ...] | None, cache: Cache) -> tuple[dict[str, str], Problems]:
    """Every file of the output in memory, or the problems of the spec."""
    from woospec.worker import Worker

    with Worker() as standard:
        if not cache.section("valid documents").known:
            standard.start()  # it loads while this process goes on
        return _made(folders, only, cache, standard)


def _made(
    folders: Folders, only: tuple[str, ...] | None, cache: Cache, standard: Worker
) -> tuple[dict[str, str], Problems]:
    from woospec.families import declared_versions, family_of, tree_of
    from woospec.load import load
    from woospec.problems import Problems
    from woospec.resolve import resolve
    from woospec.validate import begin

    problems = Problems()
    with _without_gc():
        # A run limited to some versions need not read further families than theirs.
        wanted = {"", *(family_of(version) for version in only or ())}
        spec = load(folders.spec, problems, cache, lambda path: bool(only) and tree_of(path) not in wanted)
        graph = resolve(spec, problems, cache)
        declared = declared_versions(graph.spec)
        bundles, finish = begin(graph, problems, _needed(declared, only), standard, cache)
        files: dict[str, str] = {}
        if problems:
            finish()
        else:
            try:
                files = _render(graph, bundles, declared, only, folders, problems, cache)
            except Exception:
                finish()  # what only the standard refuses may not be fit to be rendered
                if not problems:
                    raise
            else:
                finish()
    return ({}, problems) if problems else (files, problems)


def _needed(declared: dict[str, Version], only: tuple[str, ...] | None) -> list[str] | None:
    """The versions asked for, and the newer ones of their families, whose models they share."""
    if only is None:
        return None
    unknown = [version for version in only if version not in declared]
    if unknown:
        raise ValueError(f"the description has no version {unknown[0]}; it has {', '.join(declared)}")
    rows = ([v.name for v in row] for _, row in groupby(declared.values(), key=lambda v: v.family))
    return [v for row in rows for i, v in enumerate(row) if any(later in only for later in row[i:])]


def _render(
    graph: Graph,
    bundles: dict[str, Bundle],
    declared: dict[str, Version],
    only: tuple[str, ...] | None,
    folders: Folders,
    problems: Problems,
    cache: Cache,
) -> dict[str, str]:
    """Every file of the output in memory; name collisions go to `problems`."""
    from woospec.naming import name
    from woospec.parse import parse
    from woospec.render import Renderer
    from woospec.text import json_text
    from woospec.views.documents import published
    from woospec.views.version import RenderedVersion

    renderer = Renderer(folders.templates, cache, folders.over)
    files: dict[str, str] = {}
    rendered: list[RenderedVersion] = []
    for version in (v for v in declared if v in bundles):
        bundle = bundles[version]
        api = parse(bundle)
        names = name(api, bundle, problems)
        one = RenderedVersion(api, names)
        rendered.append(one)
        if only is None or version in only:
            files.update(renderer.version(one, [*declared.values()]))
            files[f"wooclient/documents/{version}.json"] = json_text(published(bundle))
    if only is None and not problems:
        from woospec.rules.became import check_became  # a limited run does without

        check_became(graph, {one.api.version: one.api for one in rendered}, problems)
    # A package of some versions has no doors to the others.
    files.update(renderer.package(rendered, [v for v in declared.values() if only is None or v.name in only]))
    return {**files, **runtime_files(folders.templates, folders.over)}


def runtime_files(*templates: Path | None) -> dict[str, str]:
    """The hand-written cores (client, drop-in, mock store, contract suite) as they are; the last folder wins."""
    return {
        f"wooclient/{package}/{path}": (root / folder / path).read_text("utf-8")
        for root in templates
        if root is not None
        for folder, package in COPIED
        for path in sources(root / folder)
        if not path.endswith("README.md")
    }
