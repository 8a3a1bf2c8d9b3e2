"""What all tests share."""

from __future__ import annotations

from evidence import store


def pytest_report_header() -> str:
    """Say which recordings the tests are held against."""
    return store.describe()
