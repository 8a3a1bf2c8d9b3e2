"""Small specs for tests: the base of the negative cases with some files written anew."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from woospec.load import load
from woospec.problems import Problems
from woospec.resolve import Graph, resolve
from woospec.select import select

BASE = Path(__file__).parent / "negative" / "base"
ROOT, THINGS = "woocommerce.yaml", "resources/things"
V3 = "  v3: {path: /wp-json/wc/v3, title: wc/v3, door: woo}\n"
OLDER = "".join(V3.replace("v3", v).replace("woo}", f"woo.{v}}}") for v in ("v2", "v1"))


def make(folder: Path, files: dict[str, str]) -> Path:
    """A copy of the base in which some files are replaced."""
    target = folder / "spec"
    shutil.copytree(BASE, target)
    for name, text in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")
    return target


def graph_of(folder: Path, files: dict[str, str]) -> tuple[Graph, Problems]:
    """The graph of such a copy, and what is wrong with it so far."""
    problems = Problems()
    return resolve(load(make(folder, files), problems), problems), problems


def document(folder: Path, files: dict[str, str], version: str = "v3") -> dict[str, Any]:
    """The bundle of one version of such a copy, which has all three versions."""
    root = (BASE / ROOT).read_text(encoding="utf-8").replace(V3, V3 + OLDER)
    graph, problems = graph_of(folder, {ROOT: root, **files})
    bundle = select(graph, version, problems)
    assert not problems, list(problems)
    return bundle.document


def schemas(folder: Path, text: str, version: str = "v3") -> dict[str, Any]:
    """The schemas of a bundle whose things are described by `text`."""
    found: dict[str, Any] = document(folder, {f"{THINGS}/schemas.yaml": text}, version)["components"]["schemas"]
    return found
