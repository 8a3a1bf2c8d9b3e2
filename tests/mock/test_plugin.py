"""The pytest plugin, in a project of somebody's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_TESTS = """
import asyncio

def test_one(woo_store, woo_client):
    woo_client.coupons.create(code="mine")
    assert woo_store.requests[-1].method == "POST"

def test_two(woo_client):
    assert not list(woo_client.coupons.iter(code="mine"))

def test_three(woo_async_client):
    async def first():
        return await woo_async_client.coupons.get(401)
    assert asyncio.run(first()).code == "spring10"
"""


def test_fixtures_give_a_fresh_store_to_each_test(tmp_path: Path) -> None:
    (tmp_path / "test_shop.py").write_text(_TESTS, "utf-8")
    options = ["-q", "-p", "no:cacheprovider", "-p", "wooclient.mock.pytest_plugin"]
    command = [sys.executable, "-m", "pytest", *options, str(tmp_path)]
    # Where the package is installed, pytest would load the plugin by itself, and refuse to load it again.
    env = {
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONPATH": ":".join(p for p in sys.path if p),
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert "3 passed" in done.stdout, done.stdout + done.stderr
