"""The command in this process, for a mock store that the environment names."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from wooclient import WooClient
from wooclient.cli.app import World, main
from wooclient.mock import MockStore


@dataclass(frozen=True)
class Done:
    """What one call of the command came to."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """The JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def store() -> Iterator[MockStore]:
    with MockStore() as found:
        yield found


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the config file is to be; nothing of the environment names a store."""
    for name in ("URL", "KEY", "SECRET", "STORE", "AUTH"):
        monkeypatch.delenv(f"WOO_{name}", raising=False)
    place = tmp_path / "config" / "stores.json"
    monkeypatch.setenv("WOOCLIENT_CONFIG", str(place))
    monkeypatch.setenv("COLUMNS", "200")
    return place


@pytest.fixture
def command(config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command: its arguments, and what stands on stdin."""

    def call(*arguments: object, stdin: str = "", world: World | None = None) -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main([str(one) for one in arguments], world)
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture
def run(command: Run, store: MockStore, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same with `store` as the store of the environment."""
    for name, value in (("URL", store.url), ("KEY", store.key), ("SECRET", store.secret)):
        monkeypatch.setenv(f"WOO_{name}", value)
    world = World(transport=store.transport)

    def call(*arguments: object, stdin: str = "") -> Done:
        return command(*arguments, stdin=stdin, world=world)

    return call


@pytest.fixture
def woo(store: MockStore) -> Iterator[WooClient]:
    """A client, to see what the command did."""
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as found:
        yield found
