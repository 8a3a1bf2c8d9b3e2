"""The environment with the engines, which `make connectors` makes."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from wooclient.mock import MockStore
from wooclient.mock.server import Server

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


@contextmanager
def listening(*stores: MockStore) -> Iterator[list[str]]:
    """Serve stores from a thread of this process; their addresses, which they believe to have."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    servers = [Server(store) for store in stores]
    try:
        for server in servers:
            asyncio.run_coroutine_threadsafe(server.start(), loop).result()
        urls = [f"http://127.0.0.1:{server.port}" for server in servers]
        for store, url in zip(stores, urls, strict=True):
            store.move(url)
        yield urls
    finally:
        for server in servers:
            asyncio.run_coroutine_threadsafe(server.stop(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
