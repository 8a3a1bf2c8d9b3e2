"""No module of the client needs another that needs it: such a pair fails for whoever imports it first."""

from __future__ import annotations

import ast
import graphlib
from pathlib import Path

import wooclient

ROOT = Path(wooclient.__file__).parent


def _needed(path: Path) -> set[str]:
    """The modules of the client that a module imports as soon as it is imported itself."""
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith("wooclient."):
            found.add(str(node.module))
    return found


def test_parameters_and_models_import_one_another_in_one_direction_only() -> None:
    paths = [path for part in ("params", "models") for path in ROOT.rglob(f"{part}/*.py")]
    needs = {".".join(("wooclient", *path.relative_to(ROOT).with_suffix("").parts)): _needed(path) for path in paths}
    assert len(needs) > 100
    tuple(graphlib.TopologicalSorter(needs).static_order())
