"""The client of a store with three plugins, built once for all tests of a run."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from building import PROJECT, woospec

FOLDER = Path(__file__).parent
OVERLAY = FOLDER / "acme.yaml"


def build(factory: pytest.TempPathFactory) -> Path:
    """The folder of the package; workers of one run share it, and all but the first find it up to date."""
    here = factory.getbasetemp()
    out = (here.parent if here.name.startswith("popen-") else here) / "acme"
    run = woospec(PROJECT, "build", "--overlay", str(OVERLAY), "--package", "acme_woo", "--out", str(out))
    assert run.code == 0, run
    return out


@cache
def importable(out: Path) -> Any:
    """The package, imported."""
    sys.path.insert(0, str(out))
    return import_module("acme_woo")
