"""The mock store behind a socket, as a process of its own or in a thread of this one."""

from __future__ import annotations

import asyncio
import os
import re
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from wooclient.mock import MockStore
from wooclient.mock.server import Server

KEY, SECRET = "ck_" + "1" * 40, "cs_" + "2" * 40


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server on a free port: its address, and the process."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "wooclient.mock", "--port", "0", "--key", KEY, "--secret", SECRET, *arguments]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if ready := re.match(r"Mock store ready: (\S+) key=(\S+) secret=(\S+)", line):
                assert (ready[2], ready[3]) == (KEY, SECRET)
                yield ready[1], process
                break
        else:
            pytest.fail("the server did not get ready")
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@contextmanager
def listening(*stores: MockStore, tls: ssl.SSLContext | None = None) -> Iterator[list[str]]:
    """Serve stores from a thread of this process; their addresses, which they believe to have."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    servers = [Server(store, tls=tls) for store in stores]
    try:
        for server in servers:
            asyncio.run_coroutine_threadsafe(server.start(), loop).result()
        urls = [f"{'https' if tls else 'http'}://127.0.0.1:{server.port}" for server in servers]
        for store, url in zip(stores, urls, strict=True):
            store.move(url)
        yield urls
    finally:
        for server in servers:
            asyncio.run_coroutine_threadsafe(server.stop(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def served(*, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a new store that a thread of this process serves; its key is the one here."""
    with MockStore(key=KEY, secret=SECRET) as store, listening(store, tls=tls) as (url,):
        yield url
