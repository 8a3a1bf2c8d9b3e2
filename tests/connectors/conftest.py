"""Skips what needs engines that are not installed."""

from __future__ import annotations

import pytest

from connectors.needed import need_engines


@pytest.fixture(scope="session")
def connectors() -> None:
    """The environment that `make connectors` makes."""
    need_engines()
