"""The programs in templates/examples, as modules."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "templates" / "examples"


def example(name: str) -> Any:
    """One of them, loaded anew from its file."""
    spec = importlib.util.spec_from_file_location(f"example_{name}", path(name))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Types of its own are looked up by the name of their module.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def path(name: str) -> Path:
    """Where it stands."""
    return EXAMPLES / f"{name}.py"
