"""What all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from evidence import store
from needs import pytest_runtest_makereport

__all__ = ["pytest_runtest_makereport"]

# On a busy machine a slow example is no fault.
settings.register_profile("patient", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_report_header() -> str:
    """Say which recordings the tests are held against."""
    return store.describe()
