"""Signals that end a run: those of one breath are one, and only a later one stops the clearing-up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from contract.runs import contract, only, site, written
from contract.served import served
from wooclient import WooClient
from wooclient.contract import command
from wooclient.contract.safety import journal
from wooclient.contract.terminal.stopping import LeftBehind, Signals, Stop, Unbegun
from wooclient.mock import MockStore

#: What ends runs sends: `timeout` two signals, an impatient hand the same twice, a closed terminal all.
_BREATHS = [
    ("SIGTERM", "SIGCONT"),
    ("SIGINT", "SIGINT"),
    ("SIGINT", "SIGTERM"),
    ("SIGTERM", "SIGTERM", "SIGTERM"),
    ("SIGHUP", "SIGTERM"),
]
#: For a whole run of the command, of which one takes seconds.
_few = pytest.mark.parametrize("names", _BREATHS[:3], ids="+".join)


def _send(process: int, names: tuple[str, ...]) -> None:
    for name in names:
        os.kill(process, getattr(signal, name))


class _Command:
    """A writing run in a process of its own, on a store of this one; `moment` is told of each request."""

    def __init__(self, folder: Path, moment: Callable[[int, str], None] = lambda process, request: None) -> None:
        self.folder, self.moment = folder, moment
        self.process: subprocess.Popen[str] | None = None

    def watch(self, request: str) -> None:
        """One request came."""
        if self.process is not None:
            self.moment(self.process.pid, request)

    def run(self, store: MockStore, url: str) -> tuple[int, str]:
        """How it ended, and what it said."""
        code = "import sys; from wooclient.contract.command import main; sys.exit(main(sys.argv[1:]))"
        given = ["--url", url, "--versions", "v3", "--allow-writes", "--workers", "2", "--report", str(self.folder)]
        keys = {**os.environ, "WOO_KEY": store.key, "WOO_SECRET": store.secret}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, *given], env=keys, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        try:
            _, err = self.process.communicate(timeout=100)
        finally:
            self.process.kill()
        return self.process.returncode, err


@pytest.fixture
def store() -> Iterator[MockStore]:
    with MockStore() as made:
        yield made


def _marked(store: MockStore) -> list[str]:
    """What a run left in a store, its journal included."""
    woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
    kinds: tuple[Any, ...] = (woo.products, woo.products.tags, woo.products.categories, woo.coupons, woo.webhooks)
    return [str(thing.id) for kind in kinds for thing in kind.iter(search="woospec-")]


def _at(text: str, count: int, names: tuple[str, ...]) -> Callable[[int, str], None]:
    """Send signals when the so-manieth request comes that contains a text."""
    seen = list[str]()

    def moment(process: int, request: str) -> None:
        if text in request:
            seen.append(request)
            if len(seen) == count:
                _send(process, names)

    return moment


@_few
def test_during_the_first_look_nothing_was_changed(names: tuple[str, ...], tmp_path: Path, store: MockStore) -> None:
    told = _Command(tmp_path, _at("GET /wp-json/wc/v3", 1, names))
    with served(store, told.watch) as url:
        code, err = told.run(store, url)
    assert (code, err) == (130, "contract: stopped before the run began; nothing was changed\n")
    # What is under way may go on; an empty batch, which shows whether the key may write, changes nothing.
    writes = [request for request in store.requests if request.method != "GET"]
    assert all(request.path.endswith("/products/batch") and request.body in (b"", b"{}") for request in writes)
    assert list(tmp_path.iterdir()) == []


@_few
def test_in_the_middle_it_clears_up_and_reports(names: tuple[str, ...], tmp_path: Path, store: MockStore) -> None:
    told = _Command(tmp_path, _at("POST", 12, names))
    with served(store, told.watch) as url:
        code, err = told.run(store, url)
    assert code == 130, err
    assert "stopped before the end; what was made is removed" in err
    assert err.count("stopping:") == 1
    assert (written(tmp_path)["end"], written(tmp_path)["left"]) == ("stopped", [])
    assert _marked(store) == []


def _makes_a_variation(request: str) -> bool:
    """Whether a scenario is under way that has made a product, which it has still to remove."""
    return request.startswith("POST") and request.endswith("/variations")


def test_while_it_clears_up_more_signals_of_the_breath_change_nothing(tmp_path: Path, store: MockStore) -> None:
    stopped = threading.Event()

    def moment(process: int, request: str) -> None:
        if _makes_a_variation(request) and not stopped.is_set():
            stopped.set()
            _send(process, ("SIGTERM",))
        elif stopped.is_set() and request.startswith("DELETE"):
            _send(process, ("SIGTERM", "SIGINT"))

    told = _Command(tmp_path, moment)
    with served(store, told.watch) as url:
        code, err = told.run(store, url)
    assert code == 130, err
    assert (written(tmp_path)["end"], written(tmp_path)["left"]) == ("stopped", [])
    assert _marked(store) == []


def test_a_later_signal_stops_the_clearing_up_and_the_next_run_does_it(
    tmp_path: Path, store: MockStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store takes longer to remove things than anybody waits."""
    stopped, ended = threading.Event(), threading.Event()

    def moment(process: int, request: str) -> None:
        if _makes_a_variation(request) and not stopped.is_set():
            stopped.set()
            _send(process, ("SIGINT",))
            threading.Timer(1.2, _send, (process, ("SIGINT",))).start()
        elif stopped.is_set() and request.startswith("DELETE"):
            ended.wait(90)

    told = _Command(tmp_path, moment)
    with served(store, told.watch) as url:
        began = time.monotonic()
        code, err = told.run(store, url)
        seconds = time.monotonic() - began
        told.process = None
        ended.set()
        report = written(tmp_path)
        assert code == 130, err
        assert "the next writing run removes it" in err
        assert (report["end"], "cut short" in (tmp_path / "report.html").read_text()) == ("cut short", False)
        assert any("products.delete" in line for line in report["left"])
        assert "Not everything that was made could be removed" in report["safety"]
        assert seconds < 80
        assert _marked(store)
        monkeypatch.setattr(journal, "INTERVAL", 0.1)
        monkeypatch.setattr(journal, "SILENCE", 0.1)
        only(monkeypatch)
        keys = ("--key", store.key, "--secret", store.secret)
        contract("--url", url, *keys, "--versions", "legacy-v1", "--allow-writes")
    assert _marked(store) == []


def test_while_the_report_is_written_signals_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = command._write

    def interrupted(*given: Any) -> None:
        _send(os.getpid(), ("SIGTERM", "SIGINT"))
        write(*given)

    monkeypatch.setattr(command, "_write", interrupted)
    said = contract("--mock", "--read-only", "--versions", "legacy-v1", "--report", str(tmp_path))
    assert (said.code, written(tmp_path)["end"]) == (0, "complete")


@pytest.mark.parametrize("names", [("SIGINT",), *_BREATHS], ids="+".join)
def test_a_signal_in_this_process_during_the_first_look(names: tuple[str, ...]) -> None:
    hangs, waiting = threading.Event(), threading.get_ident()

    def answer(_: str) -> Any:
        # To the thread that waits for the answer, as in a process that has no other.
        for name in names:
            signal.pthread_kill(waiting, getattr(signal, name))
        hangs.wait(20)
        return 200, {}, {}

    with site(answer) as server:
        said = contract("--url", server.url, "--key", "ck_" + "0" * 40, "--secret", "cs_" + "1" * 40)
        hangs.set()
    assert said.code == 130
    assert said.err == "contract: stopped before the run began; nothing was changed\n"


def test_signals_have_their_usual_effect_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Signals(lambda: None) as signals:
        assert signals.attend(lambda: 7, Stop()) == 7
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


def test_what_the_work_raises_comes_through() -> None:
    def fails() -> int:
        raise LookupError("a fault of its own")

    with Signals(lambda: None) as signals, pytest.raises(LookupError, match="a fault of its own"):
        signals.attend(fails, Stop())


def test_work_that_was_not_begun_in_time_does_not_begin() -> None:
    stop = Stop()
    assert not stop.ask()
    with pytest.raises(Unbegun):
        stop.begin()


@pytest.mark.parametrize(("pause", "is_left"), [(0.0, False), (1.1, True)])
def test_only_a_later_signal_is_a_second_thought(pause: float, is_left: bool) -> None:
    stop, ends, told = Stop(), threading.Event(), list[str]()

    def work() -> str:
        stop.begin()
        os.kill(os.getpid(), signal.SIGTERM)
        stop.wait(10)
        time.sleep(pause)
        os.kill(os.getpid(), signal.SIGTERM)
        ends.wait(10 if is_left else 0.1)
        return "done"

    with Signals(lambda: told.append("stopping")) as signals:
        if is_left:
            with pytest.raises(LeftBehind):
                signals.attend(work, stop)
        else:
            assert signals.attend(work, stop) == "done"
    ends.set()
    assert told == ["stopping"]
