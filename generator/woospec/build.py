"""The run from spec to package: every stage in order, or none if nothing changed."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Container, Generator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from woospec import emit
from woospec.collecting import keep
from woospec.copied import COPIED
from woospec.inputs import digest, files_digest, sources, standing, surroundings
from woospec.locking import held
from woospec.renaming import PACKAGE, renamed
from woospec.sharing import at_once, beside
from woospec.store import NAME as STORE
from woospec.store import Store

if TYPE_CHECKING:
    from woospec.families import Version
    from woospec.naming import Named
    from woospec.problems import Problems
    from woospec.render import Renderer
    from woospec.select import Bundle
    from woospec.validate import Validation
    from woospec.worker import Worker

#: Kinds of results: the digests of a whole output, and the files of a version.
_OUTPUT, _RENDERED = "output", "rendered"
#: What is made of a description of fewer characters is made sooner than this process is forked.
SMALL = 50_000


class Source(Protocol):
    """Whole versions, as the spec has them or as overlays make them."""

    @property
    def declared(self) -> Mapping[str, Version]:
        """Every version by name."""
        ...

    @property
    def wanted(self) -> Sequence[str]:
        """The names of the versions that are needed."""
        ...

    def named(self, version: str) -> Named:
        """A version with the names of what it holds."""
        ...

    def bundle(self, version: str) -> Bundle:
        """The flat document of a version with its places."""
        ...

    def key(self, version: str) -> str:
        """A digest of all that a version is made of."""
        ...


class Folders(NamedTuple):
    """Where a run reads and writes. Files in `over` take the place of templates of the same name."""

    spec: Path
    templates: Path
    output: Path
    over: Path | None = None
    #: OpenAPI Overlays that are laid over the description, and what the package is called.
    overlays: tuple[Path, ...] = ()
    package: str = PACKAGE

    def read(self) -> list[Path]:
        """What a run reads."""
        return [self.spec, self.templates, *([self.over] if self.over else []), *self.overlays]


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
    #: The changes as problems, if they were only looked for.
    stale: Problems | None = None


def build(
    folders: Folders,
    *,
    only: tuple[str, ...] | None = None,
    check: bool = False,
    waiting: Callable[[], object] = lambda: None,
    worker: Worker | None = None,
) -> Outcome:
    """Build the package, or with `check` only compare it with what is made anew: no earlier result is believed.

    `only` limits the run to some versions: files of the others, and those that belong to no version, stay as they are
    if they are there. Nothing is written if the spec has problems. `waiting` is called if another run writes to the
    same folder. A `worker` that is given stays for the next run. Raises ValueError for a version that the spec does not
    have, and for an output folder that is not ours or in which something is in the way; OSError if writing fails, with
    everything as it was.
    """
    if not check:
        emit.refuse_foreign(folders.output)
    run = _Run(folders, only, Store(None if check else folders.spec.parent / STORE), worker)
    keep(run)
    digests = run.known() or run.render()
    if digests is None:
        return Outcome(run.problems, note=run.note)
    if check and not folders.output.exists():
        return run.outcome(digests, check=True)
    with held(folders.output, waiting):
        return run.outcome(digests, check=check)


class _Run:
    """One build: what it is made from and, once rendered, what it makes."""

    def __init__(self, folders: Folders, only: tuple[str, ...] | None, store: Store, worker: Worker | None) -> None:
        self.folders, self.only, self.store, self.worker = folders, only, store, worker
        self.standing = standing(folders.read()) if store.lasts else None
        self.size = 0
        #: What is kept to the end of the run.
        self.made: Validation | None = None
        self.renderer: Renderer
        self.compiled: Callable[[], dict[str, bytes]]
        self.files: dict[str, str] = {}
        self.problems: Problems | None = None
        self.note = ""

    @cached_property
    def templates(self) -> str:
        """A digest of the templates and of those laid over them, without the ones of the documentation site."""
        over = files_digest(self.folders.over) if self.folders.over else ""
        return f"{files_digest(self.folders.templates, 'site/')} {over}"

    @cached_property
    def inputs(self) -> str:
        """A digest of all that decides the output: spec, templates, generator, and which versions are asked for."""
        folders = self.folders
        beside = [*(digest(path.read_bytes()) + path.as_posix() for path in folders.overlays), folders.package]
        parts = [files_digest(folders.spec), self.templates, surroundings(), *beside, *(self.only or ("*",))]
        return digest(" ".join(parts).encode())

    def known(self) -> dict[str, str] | None:
        """The digests of what an earlier run made of the same inputs, without a problem."""
        found = self.store.find(_OUTPUT, self.inputs) if self.store.lasts else None
        return marshal.loads(found) if found is not None else None  # noqa: S302 - under a checksum, plain data only

    def render(self) -> dict[str, str] | None:
        """Render everything; the digests of the files, or None if the spec has problems."""
        self.files, problems = self._made()
        self.problems = problems if problems else None
        digests = None if problems else emit.digests(self.files)
        lasts = digests is not None and self.store.lasts
        if lasts and self.standing == standing(self.folders.read()):  # nobody saved meanwhile
            self.store.keep(_OUTPUT, self.inputs, marshal.dumps(digests))
        self.note = self.store.save()
        return digests

    def outcome(self, digests: dict[str, str], *, check: bool) -> Outcome:
        """Compare the output with what it should be, and write what differs unless this is a `check`."""
        output = self.folders.output
        kept = {} if self.only is None else emit.kept_of_others(output, lambda path: self._is_asked_for(path, digests))
        ours = {path: key for path, key in digests.items() if path not in kept}
        manifest = emit.manifest({**ours, **kept})
        wanted = {**ours, emit.MANIFEST: digest(manifest.encode())}
        changes = emit.compare(wanted, output, kept)
        diff, stale = "", None
        if changes:
            if not self.files:
                rendered = self.render()
                return Outcome(self.problems) if rendered is None else self.outcome(rendered, check=check)
            files = {**self.files, emit.MANIFEST: manifest}
            faulty = self._no_python(files, changes)
            if faulty:
                return Outcome(faulty)
            if check:
                diff = emit.diff(files, output, changes)
                stale = emit.stale(files, output, changes)
            else:
                emit.write(files, output, changes)
        left = tuple(emit.foreign(changes, wanted))
        return Outcome(None, changes, diff, len(wanted) + len(kept), left, self.note, stale)

    def _no_python(self, files: dict[str, str], changes: emit.Changes) -> Problems:
        """What would be written and is no Python."""
        from woospec.printing import check_python
        from woospec.problems import Problems

        problems = Problems()
        check_python(files, changes.written, self.folders.output, problems)
        return problems

    def _is_asked_for(self, path: str, made: Container[str]) -> bool:
        """Whether a file belongs to one of the versions that a limited run makes; `made` is what it rendered."""
        from woospec.render import REFERENCE, is_of

        if path == REFERENCE:  # of the version that a client speaks by itself, whatever it is called
            return path in made
        return any(is_of(path, version) for version in self.only or ())

    def _made(self) -> tuple[dict[str, str], Problems]:
        """Every file of the output in memory, or the problems of the spec."""
        from woospec.worker import Worker

        with nullcontext(self.worker) if self.worker else Worker() as standard:
            standard.start()  # it loads while this process goes on, which has much to load as well
            from woospec.families import family_of_file, family_of_version
            from woospec.load import load
            from woospec.problems import Problems
            from woospec.validate import Validation

            problems, only = Problems(outside={path.as_posix() for path in self.folders.overlays}), self.only
            # A run limited to some versions need not read further families than theirs.
            wanted = {"", *map(family_of_version, only or ())}
            spec = load(
                self.folders.spec, problems, self.store, lambda path: bool(only) and family_of_file(path) not in wanted
            )
            self.size = sum(len(file.text) for file in spec.files.values())
            with self._compiling():
                validation = Validation(spec, problems, self.store, lambda declared: needed(declared, only), standard)
                self.made = validation
                files = self._printable(validation)
        return ({}, problems) if problems else (renamed(files, self.folders.package), problems)

    @contextmanager
    def _compiling(self) -> Generator[None, None, None]:
        """Compile the templates while the description is judged, if no earlier run did so."""
        from woospec.render import TEMPLATE, Renderer

        self.renderer = renderer = Renderer(self.folders.templates, self.store, self.folders.over)
        with beside(renderer.compiled, alone=self.size < SMALL or self.store.holds(TEMPLATE)) as self.compiled:
            yield

    def _printable(self, validation: Validation) -> dict[str, str]:
        """The same as `_judged`; what is wrong with a template is a problem as well."""
        from woospec.printing import TemplateFault

        try:
            return self._judged(validation)
        except TemplateFault as fault:
            fault.tell(validation.problems)
            return {}

    def _judged(self, validation: Validation) -> dict[str, str]:
        """Every file of the output in memory, of a description in which nothing was found."""
        problems = validation.problems
        files: dict[str, str] = {}
        validation.begin()
        if self.folders.overlays and not problems:
            files = self._overlaid(validation)
        elif not problems:
            try:
                validation.name()
                if not validation.collides:
                    files, validation.fits = self._rendered(validation, validation.is_fit)
            except Exception:
                validation.judge()  # what only the standard refuses may not be fit to be rendered
                if not problems:
                    raise
            else:
                validation.judge()
        validation.finish()
        return files

    def _overlaid(self, validation: Validation) -> dict[str, str]:
        """Every file of the output in memory, with overlays laid over a description that is judged by itself."""
        from woospec.overlays.stage import overlay

        problems = validation.problems
        validation.judge()
        validation.name()
        validation.finish()
        if problems:
            return {}
        made = overlay(validation, self.folders.overlays, problems)
        return {} if problems else self._rendered(made.of(validation), lambda: True)[0]

    def _rendered(self, source: Source, judge: Callable[[], bool]) -> tuple[dict[str, str], bool]:
        """Every file of the output in memory, and what `judge` came to meanwhile."""
        asked = [name for name in source.wanted if self.only is None or name in self.only]
        lasting = asked if self.store.lasts else ()
        keys = {name: digest(f"{source.key(name)} {self.templates}".encode()) for name in lasting}
        found = {name: self.store.find(_RENDERED, keys.get(name, "")) for name in asked}
        made = self._printed(source, [name for name, known in found.items() if known is None], judge)
        if not made["fits"]:
            return {}, False
        parts: list[dict[str, str]] = [made["package"]]
        for name, known in found.items():
            if known is not None:
                parts.append(marshal.loads(known))  # noqa: S302 - as above
                continue
            parts.append(made[f"code {name}"] | made[f"data {name}"])
            if name in keys:
                self.store.keep(_RENDERED, keys[name], marshal.dumps(parts[-1]))
        files = {path: text for part in parts for path, text in part.items()}
        return files | runtime_files(self.folders.templates, self.folders.over), True

    def _printed(self, source: Source, new: list[str], judge: Callable[[], bool]) -> dict[str, Any]:
        """The files of `new` versions and of the package, by what is done at once, or nothing if `judge` says no."""
        from woospec.render import data_files
        from woospec.views.version import RenderedVersion

        renderer = self.renderer
        renderer.load(self.compiled())

        def code(name: str) -> dict[str, str]:
            return renderer.version(RenderedVersion(*source.named(name)), [*source.declared.values()])

        def data(name: str) -> dict[str, str]:
            return data_files(source.named(name).api, source.bundle(name))

        def package() -> dict[str, str]:
            # A package of some versions has no doors to the others.
            doors = [v for v in source.declared.values() if self.only is None or v.name in self.only]
            return renderer.package([RenderedVersion(*source.named(name)) for name in source.wanted], doors)

        # What can end all comes first, then what takes longest.
        tasks: dict[str, Callable[[], Any]] = {"fits": lambda: judge() or None}
        tasks |= {f"code {name}": partial(code, name) for name in new}
        tasks |= {"package": package, **{f"data {name}": partial(data, name) for name in new}}
        return dict(zip(tasks, at_once([*tasks.values()], alone=self.size < SMALL), strict=True))


def needed(declared: Mapping[str, Version], only: tuple[str, ...] | None) -> list[str]:
    """The versions asked for, and the newer ones of their families, as examples are written for the newest."""
    if only is None:
        return list(declared)
    unknown = [version for version in only if version not in declared]
    if unknown:
        raise ValueError(f"the description has no version {unknown[0]}; it has {', '.join(declared)}")
    rows = ([v.name for v in row] for _, row in groupby(declared.values(), key=lambda v: v.family))
    return [v for row in rows for i, v in enumerate(row) if any(later in only for later in row[i:])]


def runtime_files(*templates: Path | None) -> dict[str, str]:
    """The hand-written cores (client, drop-in, mock store, suites) as they are; the last folder wins."""
    return {
        f"wooclient/{package}/{path}": _text(f"{root}/{folder}/{path}")
        for root in templates
        if root is not None
        for folder, package in COPIED
        for path in sources(root / folder)
        if not path.endswith("README.md")
    }


def _text(place: str) -> str:
    # There are hundreds, and pathlib takes as long for each as reading it does.
    with open(place, encoding="utf-8") as file:
        return file.read()
