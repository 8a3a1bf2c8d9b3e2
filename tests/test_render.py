"""Which files the client's package has beside those of its versions."""

from __future__ import annotations

import pytest

import building
from building import BASE, unvalidated

#: For people, for Python's tools, and for the code of the client that its description decides.
FILES = {
    *("README.md", "READING.md", "ROUTES.md", "COMMAND.md", "SENDING.md", "LICENSE"),
    *("pyproject.toml", "hatch_build.py", "wooclient/py.typed"),
    *("wooclient/__init__.py", "wooclient/__main__.py", "wooclient/client.py", "wooclient/webhooks.py"),
    *("wooclient/_versions.py", "wooclient/fixtures/__init__.py"),
}


def test_the_files_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mock store tells what it does not imitate; a client without one says nothing of it."""
    for limits, more in ((building._renderer().limits, {"wooclient/mock/README.md"}), ({}, set[str]())):
        monkeypatch.setattr(building._renderer(), "limits", limits)
        files, problems = unvalidated(BASE)
        assert not problems
        of_the_version = ("API.md", "wooclient/v3/", "wooclient/fixtures/v3/", "wooclient/documents/")
        assert {name for name in files if not name.startswith(of_the_version)} == FILES | more
        assert ("](wooclient/mock/README.md)" in files["README.md"]) is bool(more)
        assert len(files["READING.md"].splitlines()) > 20
