"""The two sides of a comparison: a folder of the spec, or a document in one file, also of a revision of git."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from woospec.diff.older import bring_up_to_date
from woospec.families import CLIENT, ROOT, declared_versions
from woospec.kinds import is_map
from woospec.load import load, read_file
from woospec.naming import name, version_door
from woospec.parse import parse
from woospec.problems import Problems, printable
from woospec.render import Renderer
from woospec.resolve import resolve
from woospec.select import Bundle, select
from woospec.views.version import RenderedVersion

if TYPE_CHECKING:
    from woospec.load import SpecFile
    from woospec.store import Store


@dataclass
class Description:
    """One version: its flat document, and where each of its parts stands.

    Attributes:
        document: The flat OpenAPI document.
        place: Gives the `file:line` of a JSON pointer.
        methods: The client's method by the id of its operation; empty where there is no client.
    """

    document: dict[str, Any]
    place: Callable[[str], str]
    methods: dict[str, str] = field(default_factory=dict[str, str])


@dataclass
class Source:
    """One side: its versions, and the files of the client that is made of them, if it is a spec of ours."""

    label: str
    versions: dict[str, Description] = field(default_factory=dict[str, Description])
    client: dict[str, str] | None = None


@contextmanager
def opened(given: str, root: Path, store: Store) -> Generator[Source, None, None]:
    """One side, by what was given: a folder, a file, or `REVISION` or `REVISION:PATH` of the project's git.

    Raises ValueError, with what to do, for what is none of these or cannot be read.
    """
    path = Path(given)
    if path.exists():
        yield _read(given, path, root, store)
        return
    revision, _, below = given.partition(":")
    with tempfile.TemporaryDirectory() as folder:
        _unpack(root, revision, below or "spec", Path(folder))
        yield _read(given, Path(folder) / (below or "spec"), root, store)


def _unpack(root: Path, revision: str, below: str, folder: Path) -> None:
    """Lay what a revision of git has under a path into a folder."""
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise ValueError(f"{printable(revision)} is no folder, no file and no revision of git in {root}")
    packed = git(root, "archive", "--format=zip", commit.decode().strip(), "--", below)
    if packed is None:
        raise ValueError(f"the revision {printable(revision)} has no {printable(below)}; give another as REVISION:PATH")
    # zipfile keeps every name inside the folder and makes no links; the first Pythons 3.11 cannot do this with a tar.
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)


def git(root: Path, *arguments: str) -> bytes | None:
    """What git prints in a folder; None if it fails. Raises ValueError if there is no git."""
    program = shutil.which("git")
    if program is None:
        raise ValueError("to compare revisions, install git")
    done = subprocess.run(  # noqa: S603 - no shell; what was typed stands behind --end-of-options or --
        [program, "-C", str(root), *arguments], capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None


def _read(label: str, path: Path, root: Path, store: Store) -> Source:
    if path.is_file():
        return _document(label, path)
    for folder in (path, path / "spec"):
        if (folder / ROOT).is_file():
            return _spec(label, folder, root / "templates", store)
    raise ValueError(f"{printable(label)} holds no {ROOT}, neither by itself nor in a folder named spec")


def _document(label: str, path: Path) -> Source:
    problems = Problems()
    file = read_file(path.name, path.read_bytes(), problems)
    _refuse(problems, label)
    if not is_map(file.data) or not str(file.data.get("openapi", "")).startswith("3."):
        raise ValueError(f"{printable(label)} is no OpenAPI document of version 3.0 or later")
    return Source(label, {"": Description(file.data, _placing(file))})


def _spec(label: str, folder: Path, templates: Path, store: Store) -> Source:
    problems = Problems()
    graph = resolve(load(folder, problems, store), problems)
    _refuse(problems, label)
    bring_up_to_date(graph)
    source = Source(label, client={})
    renderer = Renderer(templates, store)
    declared = declared_versions(graph.spec)
    for version in declared:
        bundle = select(graph, version, problems)
        _refuse(problems, label)
        api = parse(bundle)
        rendered = RenderedVersion(api, name(api, bundle, problems))
        _refuse(problems, label)
        source.versions[version] = Description(bundle.document, _origin(bundle), dict(_methods(rendered)))
        assert source.client is not None
        source.client.update(renderer.version(rendered, [*declared.values()]))
    return source


def _refuse(problems: Problems, label: str) -> None:
    for problem in problems:
        first = problem.places[0]
        message = f"{first.file}:{first.line}: {problem.message}"
        raise ValueError(f"{printable(label)} cannot be compared: {printable(message)}")


def _methods(version: RenderedVersion) -> Iterator[tuple[str, str]]:
    """The method that calls each operation, as people write it."""
    names, door = version.names, (CLIENT, *version_door(version.api.about))
    for resource in version.api.resources:
        steps = (resource.path[: n + 1] for n in range(len(resource.path)))
        way = [names.resources[step].attribute if step in names.resources else step[-1] for step in steps]
        for operation in resource.operations:
            yield operation.id, ".".join((*door, *way, names.operations[operation.id].method))


def _placing(file: SpecFile) -> Callable[[str], str]:
    return lambda pointer: f"{file.path}:{file.place(pointer).line}"


def _origin(bundle: Bundle) -> Callable[[str], str]:
    """Where in the spec a part of its flat document came from."""

    def place(pointer: str) -> str:
        found = bundle.origin(pointer)
        if found is None:
            return ""
        node, rest = found
        spot = node.file.place(node.pointer + rest)
        return f"{spot.file}:{spot.line}"

    return place
