"""The environment with the engines, which `make connectors` makes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
PYTHON = str(HERE / ".venv" / "bin" / "python")


def need_engines() -> None:
    """Skip what needs engines that are not installed."""
    if not (HERE / ".ready").exists():
        pytest.skip("needs dlt and Dask: run `make connectors`")


def environment() -> dict[str, str]:
    """That of this process, with the client as it was built last; dlt sends no telemetry."""
    return {**os.environ, "PYTHONPATH": str(PROJECT / "generated"), "RUNTIME__DLTHUB_TELEMETRY": "false"}
