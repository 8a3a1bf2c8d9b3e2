"""Skips what needs engines that are not installed."""

from __future__ import annotations

import pytest

from connectors.needed import HERE


@pytest.fixture(scope="session")
def connectors() -> None:
    """The environment that `make connectors` makes."""
    if not (HERE / ".ready").exists():
        pytest.skip("needs dlt and Dask: run `make connectors`")
